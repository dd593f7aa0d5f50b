// 公开为原则: the words of the Regulations before 2019.
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { mayHold, tracesOf } from '../../text/traces.ts';
import { isAccepted, matches, quoteOf, spotted } from '../../wording/spots.ts';

/** Every wrong form begins with one of these behind 公 or 不公. */
const TRACES = tracesOf('开是 开为 开作');

const written = (line: string) => specimen({ text: { s1: [line] } });

export default defineRule({
  id: 'W-PRINCIPLE',
  title: '旧原则表述',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第五条（坚持以公开为常态、不公开为例外）。',
  why: '2019年修订的条例规定“以公开为常态、不公开为例外”，“公开为原则”是修订以前的提法。',
  remedy: '改为“以公开为常态、不公开为例外”。',
  falseAlarms: '书名号内引用旧文件的名称不报；2018年度及以前的报告不报。',
  examples: () => ({
    passes: [
      { title: '现行表述', report: written('坚持“以公开为常态、不公开为例外”的原则。') },
      { title: '依法公开的原则', report: written('按照公开、公平、公正的原则办理。') },
      { title: '条例修订以前的年度', report: specimen({ year: 2018, text: { s1: ['坚持“公开为原则、不公开为例外”。'] } }) },
      { title: '文件名称', report: written('执行《关于坚持公开为原则的意见》。') },
    ],
    fails: [
      { title: '公开为原则', report: written('坚持“公开为原则、不公开为例外”。') },
      { title: '说反了', report: written('坚持以不公开为常态、公开为例外。') },
      { title: '半句错', report: written('坚持以公开为常态、不公开为特例的要求。') },
    ],
  }),
  *check(context) {
    const { year, edition } = context.report;
    if (year === null ? edition === 'pre2019' : year < 2019) {
      yield { result: 'passed', why: '2018年度及以前的报告适用修订前的条例，其中没有这一规定。' };
      return;
    }
    // With the other half, where it stands: whoever mends one mends both.
    const pattern =
      /以?(?<!不)公开(?:是|为|作为)(?:基本)?原则(?:[、，]?以?不公开(?:是|为|作为)例外)?|以?不公开为(?:常态|原则)(?:[、，]?以?公开(?:是|为|作为)例外)?|(?<!不)公开为例外|以?公开为常态[、，]?以?不公开(?:为|是)(?!例外)[\u4e00-\u9fff]{1,2}/g;
    if (!mayHold(context.report, TRACES)) return;
    for (const { passage, from, to } of matches(context, pattern)) {
      if (passage.quoting[from]! & 1) continue;
      const spot = { passage, from, to };
      if (isAccepted(context, spot)) continue;
      yield { ...spotted(context, [spot]), message: `“${quoteOf(spot)}”应为“以公开为常态、不公开为例外”。` };
    }
  },
});
