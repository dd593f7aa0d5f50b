// Reports of governments also tell the results of 工作考核, 社会评议 and 责任追究 (article 50, item 4).
import type { Position } from '../../../model/document.ts';
import type { Report } from '../../../model/report.ts';
import type { Severity } from '../../../model/vocabulary.ts';
import { squeeze } from '../../../form/label.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, linesOf, printedHeading, realSections } from '../../text/parts.ts';
import { gapIn, subPartsOf, proseOf } from '../../text/prose.ts';
import type { Prose } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';

/** A word that shows the matter is spoken of; whether it is a result is for a person to say. */
const MATTERS: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: '工作考核', words: /考核|考评|绩效|评估|测评|评分|排名/ },
  {
    name: '社会评议',
    words: /评议|满意度|满意率|问卷|测评|第三方评估|好差评|(?:群众|公众|社会|企业)(?:评价|打分)|民意调查|政务公开体验|开放日/,
  },
  { name: '责任追究', words: /责任追究|追究[^。；]{0,8}责任|责任[^。；]{0,6}追究|追责|问责/ },
];

export default defineRule({
  id: 'S-GOV-50-4',
  title: '缺考核、评议、责任追究结果',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第五十条第四项（各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况）。',
  why: '条例要求各级人民政府的年报报告这三项结果，没有发生的也要说明。',
  remedy: '在“监督保障”部分补写考核、社会评议、责任追究的结果；没有发生需要追究责任情形的，写明“未发生”。',
  falseAlarms: '部门、政府办公室不适用；管委会、街道办事处参照，只作提示；三项中写了任何一项的，也只作提示。',
  examples: () => ({
    passes: [
      { title: '三项都写了', report: specimen({ organ: '云溪县人民政府' }) },
      { title: '部门不适用', report: specimen({ text: { s1: ['2023年公开信息42条。'] } }) },
      {
        title: '写在第六部分',
        report: specimen({
          organ: '云溪县青石乡人民政府',
          text: {
            s1: ['2023年公开信息42条。'],
            s6: ['政务公开列入年度考核，社会评议结果良好，未发生需要责任追究的情况，没有收取信息处理费。'],
          },
        }),
      },
    ],
    fails: [
      {
        title: '县政府只写了纳入考核（提示）',
        report: specimen({
          organ: '云溪县人民政府',
          text: { s1: [{ sub: '（一）主动公开' }, '公开信息42条。', { sub: '（二）监督保障' }, '把公开情况纳入部门绩效考核。'] },
        }),
      },
      {
        title: '乡政府三项都没有写，问题部分提到评议不算结果',
        report: specimen({
          organ: '云溪县青石乡人民政府',
          text: { s1: ['2023年公开信息42条。'], s5: ['社会评议等工作仍需加强。下一步，将完善责任追究办法，加强考核。'] },
        }),
      },
      {
        title: '管委会没有写（提示）',
        report: specimen({ organ: '云溪经济开发区管委会', text: { s1: ['2023年公开信息42条。'] } }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const duty = dutyOf(report);
    if (duty === 'none') {
      yield { result: 'passed', why: '第五十条第四项的这一要求只适用于各级人民政府。' };
      return;
    }
    if (duty === 'unknown') {
      yield { result: 'notAssessed', why: '单位性质不能确定，不知道是否适用。' };
      return;
    }
    const prose = proseOf(report, 's1');
    const gap = gapIn(prose);
    const extra = realSections(report)
      .filter((section) => section.key === null)
      .flatMap((section) => linesOf(report, section).map((line) => squeeze(line.text)));
    const text = [prose?.text ?? '', proseOf(report, 's6')?.text ?? '', ...extra].join('\n');
    const missing = MATTERS.filter(({ words }) => !words.test(text)).map(({ name }) => name);
    if (missing.length === 0) {
      yield { result: 'passed' };
      return;
    }
    if (prose === null || gap !== null) {
      yield { result: 'notAssessed', why: gap ?? '' };
      return;
    }
    const where = placeIn(report, prose);
    const whose = duty === 'bound' ? '人民政府年报应报告' : '派出机构的年报宜参照人民政府报告';
    // Hardly any report names all three; one that names none has left the matter out.
    const severity: Severity = duty === 'bound' && missing.length === MATTERS.length ? 'warning' : 'hint';
    yield {
      result: 'problem',
      severity,
      message: `${whose}${missing.join('、')}结果情况，文中未见；没有发生的也应写明。`,
      at: [where.at],
      quote: where.quote,
      place: 's1/50-4',
    };
  },
});

/** `bound`: 人民政府. `advised`: bodies sent out by one. `none`: others. */
function dutyOf(report: Report): 'bound' | 'advised' | 'none' | 'unknown' {
  const { organ, organKind } = report;
  if (organ === null || organKind === null) return 'unknown';
  if (organKind === 'government' || organKind === 'township') {
    return report.inferred.includes('organ') ? 'advised' : 'bound';
  }
  if (organKind === 'zone' || organKind === 'subdistrict') return 'advised';
  return 'none';
}

/** The passage in which it belongs: on supervision, else the last one, else the part. */
function placeIn(report: Report, prose: Prose): { at: Position; quote: string } {
  const passages = subPartsOf(report, prose);
  const fitting = passages.filter(({ name }) => /监督|保障|考核|评议/.test(name));
  const passage = fitting[fitting.length - 1] ?? passages[passages.length - 1];
  if (passage === undefined) return { at: prose.section.at, quote: prose.section.title };
  return { at: passage.heading.at, quote: printedHeading(report, passage.heading.at, passage.heading.numeral) };
}
