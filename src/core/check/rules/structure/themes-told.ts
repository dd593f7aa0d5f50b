// Part one says something of what its headings promise: the passage on requests tells how many or that there were none,
// the part as a whole is more than a few words or a list of the six parts.
import { editionById } from '../../../form/index.ts';
import { labelCore, squeeze } from '../../../form/label.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, placeOfBlock, printedHeading } from '../../text/parts.ts';
import { countHan, gapIn, subPartsOf, proseOf } from '../../text/prose.ts';
import type { Prose } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';

/** Numbers that count nothing: years, days, documents, articles, items of a list. */
const NO_COUNT =
  /[〔[(（]?(?:19|20)\d\d[〕\])）]?年?(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?|第?\d+(?:号|条例|届)|\d+个?工作日|\d{1,2}月(?:\d{1,2}日)?|^\d+[.、]/g;
const COUNTED = /\d|[一二两三四五六七八九十百千]+(?:余|多)?(?:件|条|宗|起|份|人次|例|次)/;
const NONE =
  /(?:未|没有?|无|零|暂无|尚未|不存在|从未)[^。；]{0,24}(?:申请|收到|受理|接到|接收|发生|办理|依申请|事项|情况|诉求)|(?:申请|受理|收到|办件|件数|数量)[^。；]{0,10}(?:为零|均?为无|零件|[:：为]?无(?=[。，；]|$))|零(?:申请|报告|受理)|^无[。]?$/;
/** The numbers are said to stand in part three. */
const SEE_BELOW = /(?:详见|参见|见)[^。；]{0,10}(?:第三(?:部分|章|项)|[“《]?三、|下表|附表|表三)/;
/** A short part with so many headings is complete: units without requests need few words. */
const COMPLETE = 4;
/** The same said of requests anywhere in part one. */
const REQUESTS_COUNTED =
  /申请[^。；]{0,30}(?:\d|[一二两三四五六七八九十]+)[余多]?(?:件|条|宗|起|份|例|次)|(?:收到|受理|接到|办理|办结|答复|新收)[^。；]{0,16}(?:\d|[一二两三四五六七八九十]+)[余多]?(?:件|条|宗|起|份|例|次)[^。；]{0,20}申请|(?:未|没有?|无)[^。；]{0,24}申请/;

export default defineRule({
  id: 'S-S1-CONTENT',
  title: '题文不符或无实质内容',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  thresholds: [{ id: 'fewest', title: '总体情况少于', unit: '字', initial: 150, min: 0, max: 5000 }],
  basis: {
    '2021':
      '国办公开办函〔2021〕30号（总体情况主要包括主动公开、依申请公开等五个方面）；《中华人民共和国政府信息公开条例》第五十条第二项。',
    '2019':
      '《中华人民共和国政府信息公开条例》第五十条第二项（收到和处理政府信息公开申请的情况）；国办公开办函〔2019〕60号所附格式（一、总体情况）。',
  },
  why: '“依申请公开”一段没有收到、办理的数量，也没有说明未收到，读者不知道实际情况；总体情况只有几句话，等于没有报告。',
  remedy: '写明收到、办结、结转的申请件数，没有收到的写“未收到政府信息公开申请”；总体情况写出本年度做了什么。',
  falseAlarms: '没有申请的单位一句话说明即可；数量写在其他段落的不提示；内容完整的短报告可以忽略。',
  examples: () => ({
    passes: [
      { title: '写明申请数量', report: specimen() },
      { title: '没有申请，一句话说明', report: specimen({ entries: { t3: 0 } }) },
      {
        title: '数量见第三部分',
        report: specimen({
          text: {
            s1: [
              { sub: '（一）主动公开情况' },
              '公开政府信息318条。',
              { sub: '（二）依申请公开情况' },
              '规范答复格式，具体办理结果详见本报告第三部分。',
              { sub: '（三）政府信息管理' },
              '修订发布审核流程，逐条核对栏目内容，过期的内容按月清理，下架前由经办人和科室负责人各看一遍，办理痕迹一并存档备查。',
              { sub: '（四）平台建设' },
              '网站首页设查阅入口，服务大厅配备查阅设备，栏目由专人每日巡查，发现链接失效的当日修复。',
              { sub: '（五）监督保障' },
              '列入年度考核，开展培训两次。',
            ],
          },
        }),
      },
      {
        title: '数量写在别的段落',
        report: specimen({
          text: {
            s1: [
              '2023年，全县各部门坚持以公开为常态，认真落实条例的各项规定，全年受理政府信息公开申请27件，均在法定期限内答复，没有引发行政复议和行政诉讼。',
              { sub: '（一）主动公开情况' },
              '围绕群众关心的供水、防汛、移民安置等事项，主动公开政府信息318条，其中政策文件12件，解读材料12篇，回应关切9次。',
              { sub: '（二）依申请公开情况' },
              '规范登记、审核、办理、答复、归档等流程，答复文书统一格式，加强与申请人的沟通，做到事前了解、事中会商、事后回访。',
            ],
          },
        }),
      },
      {
        title: '用汉字写数量',
        report: specimen({
          text: {
            s1: [
              { sub: '（一）主动公开情况' },
              '围绕群众关心的供水、防汛、移民安置等事项，主动公开政府信息三百余条，其中政策文件十二件，解读材料十二篇，对群众来信逐件回复并在网站公布结果，重要事项在村务公开栏同步张贴。',
              { sub: '（二）依申请公开情况' },
              '收到申请一件，已按期答复，没有收取信息处理费；公开申请表格、办理流程和联系方式均在网站专栏列出，方便群众查询和下载，并在服务大厅配备了专门的接待窗口。',
            ],
          },
        }),
      },
    ],
    fails: [
      {
        title: '“依申请公开”没有数量',
        report: specimen({
          text: {
            s1: [
              { sub: '（一）主动公开情况' },
              '公开政府信息318条。',
              { sub: '（二）依申请公开情况' },
              '畅通渠道，优化流程，做好重大项目信息公开。',
              { sub: '（三）监督保障情况' },
              '列入年度考核。',
            ],
          },
        }),
      },
      { title: '总体情况只有一句话（提示）', report: specimen({ text: { s1: ['2023年共公开信息42条，未收到申请，工作有序开展。'] } }) },
      {
        title: '总体情况只是六个部分的名称',
        report: specimen({
          text: {
            s1: [
              '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。',
            ],
          },
        }),
      },
    ],
  }),
  *check({ report, threshold }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const prose = proseOf(report, 's1');
    const gap = gapIn(prose);
    if (prose === null || gap !== null) {
      yield { result: 'notAssessed', why: gap ?? '' };
      return;
    }
    let found = false;
    const passage = subPartsOf(report, prose).find(({ name }) => /依申请|申请公开|公开申请/.test(name) && !/主动/.test(name));
    if (passage !== undefined && !REQUESTS_COUNTED.test(prose.text)) {
      const text = squeeze(passage.lines.map((line) => line.text).join('\n'));
      if (!COUNTED.test(text.replace(NO_COUNT, '')) && !NONE.test(text) && !NONE.test(passage.name) && !SEE_BELOW.test(text)) {
        found = true;
        const heading = printedHeading(report, passage.heading.at, passage.heading.numeral);
        const first = passage.lines[0];
        yield {
          result: 'problem',
          message: `“${heading.replace(/[。：:]$/, '')}”没有报告收到、办理申请的数量，也没有说明未收到申请。`,
          at: [first?.at ?? passage.heading.at, passage.heading.at],
          quote: first ? firstSentence(first.text) : heading,
          place: 's1/requests',
        };
      }
    }
    const count = countHan(prose.text);
    if (listsParts(prose)) {
      found = true;
      yield {
        result: 'problem',
        message: '总体情况只列出了六个部分的名称，没有报告内容。',
        at: [prose.section.at],
        quote: prose.section.title,
        place: 's1/contents',
      };
    } else if (!found && count < threshold('fewest') && subPartsOf(report, prose).length < COMPLETE) {
      found = true;
      yield {
        result: 'problem',
        severity: 'hint',
        message: `总体情况只有${count}字，请核对五个方面是否都已报告。`,
        at: [prose.section.at, ...(prose.lines[0] ? [placeOfBlock(report, prose.lines[0].at.block)] : [])],
        quote: prose.section.title,
        place: 's1/short',
      };
    }
    if (!found) yield { result: 'passed' };
  },
});

function firstSentence(text: string): string {
  const trimmed = text.trim();
  const stop = trimmed.search(/[。；\n]/);
  return trimmed.slice(0, stop < 0 ? 60 : Math.min(stop + 1, 60));
}

let names: readonly string[] | null = null;

/** Is part one hardly more than the names of the six parts? */
function listsParts(prose: Prose): boolean {
  names ??= editionById('2021')
    .sections.flatMap((section) => section.variants)
    .map(labelCore)
    .sort((a, b) => b.length - a.length);
  // What is left would be too much, even without every one of them and a number in front.
  if (countHan(prose.text) >= 70 + names.reduce((sum, name) => sum + name.length, 0)) return false;
  let rest = labelCore(prose.text);
  let named = 0;
  for (const name of names) {
    if (!rest.includes(name)) continue;
    rest = rest.replace(name, '');
    named++;
  }
  return named >= 5 && countHan(rest) < 60;
}
