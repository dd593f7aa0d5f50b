// Places that name the year of the report and disagree. Of the narrative only its opening words count; the rest is another rule's.
import type { YearSource } from '../../../model/report.ts';
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

const NAMES: Readonly<Record<YearSource['from'], string>> = {
  title: '标题',
  fileName: '文件名',
  metaTitle: '网页标题或文档属性',
  preamble: '前言',
  period: '统计期限',
  text: '正文',
};

/** Sources that alone make a warning, not an error. */
const WEAK: readonly YearSource['from'][] = ['fileName', 'metaTitle', 'text'];

/** Words around a year that is not the year of the report. */
const OTHER_YEAR = /要点|计划|规划|同比|相比|[较比]|上年|上一年|去年|预算|决算|号|发布|公布|印发|修订|施行|\d月/;

export default defineRule({
  id: 'M-YEAR-CONFLICT',
  title: '年份互相矛盾',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（报告上一年度情况）。', '第三十一条（每年3月31日前公布年度报告）。'),
  why: '标题、统计期限、前言写的年度应当是同一年，不一致多是沿用上年文件时漏改。',
  remedy: '确定报告年度，把写错的一处改过来；只有文件名不同的，改文件名。',
  falseAlarms: '发布时间、文件名里的日期通常是报告年度的下一年；工作要点、计划、同比中的年份不算。',
  examples: () => ({
    passes: [
      { title: '各处年份一致', report: specimen() },
      {
        title: '文件名是发布日期，为报告年度的下一年',
        report: specimen({
          report: { yearSources: [titleSource(2023), { year: 2024, from: 'fileName', quote: '2024-01-25', at: null }] },
        }),
      },
      {
        title: '前言引用下一年的工作要点',
        report: specimen({
          report: { yearSources: [titleSource(2023), { year: 2024, from: 'preamble', quote: '2024年政务公开工作要点', at: { block: 1 } }] },
        }),
      },
      {
        title: '开头与上一年相比',
        report: specimen({
          report: { yearSources: [titleSource(2023), { year: 2022, from: 'text', quote: '与2022年相比', at: { block: 3 } }] },
        }),
      },
      { title: '第五部分写下一年的打算', report: specimen({ text: { s5: ['存在的问题是更新不及时。2024年，我局将继续加强培训。'] } }) },
    ],
    fails: [
      { title: '标题写2023年，统计期限写2022年', report: specimen({ years: { period: 2022 } }) },
      { title: '标题漏改年份', report: specimen({ years: { title: 2022 } }) },
      { title: '标题写2023年，正文开头写2022年（警告）', report: specimen({ years: { text: 2022 }, period: null }) },
      { title: '只有文件名不同（警告）', report: specimen({ years: { fileName: 2021 } }) },
    ],
  }),
  *check({ report }) {
    const sources = report.yearSources.filter((source) => {
      if (source.from === 'period') return report.period?.certainty !== 'doubtful';
      return source.from === 'title' || !OTHER_YEAR.test(source.quote) || source.from === 'fileName';
    });
    const base = sources.find((source) => source.from === 'title') ?? sources.find((source) => source.from === 'period') ?? sources[0];
    if (base === undefined) {
      yield { result: 'notAssessed', why: '没有一处写明报告年度，无从比较。' };
      return;
    }
    if (sources.length === 1) {
      yield { result: 'passed', why: `只有${NAMES[base.from]}写明报告年度，没有可以矛盾的地方。` };
      return;
    }
    const others = sources.filter((source) => source.year !== base.year && !isPublication(source, base.year));
    if (others.length === 0) {
      yield { result: 'passed' };
      return;
    }
    // What the report says of itself outweighs a name given to the file and the year with which its narrative opens.
    const inText = others.filter((source) => !WEAK.includes(source.from));
    const shown = inText.length > 0 ? inText : others;
    const first = shown[0]!;
    const at = [...shown, base].flatMap((source) => source.at ?? []);
    const list = shown.map((source) => `${NAMES[source.from]}为${source.year}年`).join('、');
    yield {
      result: 'problem',
      severity: inText.length > 0 ? 'error' : 'warning',
      message: `${NAMES[base.from]}的年份为${base.year}年，${list}，互相矛盾。`,
      at: at.length > 0 ? at : [topOfReport(report)],
      quote: first.quote,
      place: `${base.from}-${first.from}`,
    };
  },
});

/** A year in the name of a file that dates its publication: the year after, and not followed by what the report is called. */
function isPublication(source: YearSource, year: number): boolean {
  if (source.year !== year + 1 || (source.from !== 'fileName' && source.from !== 'metaTitle')) return false;
  return !new RegExp(`${source.year}年度?[^0-9]*(?:报告|年报|信息公开)`).test(source.quote);
}

function titleSource(year: number): YearSource {
  return { year, from: 'title', quote: `${year}年`, at: { block: 0 } };
}
