// The form a report is written on is not the one that was in force for its year.
import { editionForYear, editionOf } from '../../../form/index.ts';
import type { Report } from '../../../model/report.ts';
import { EDITION_NAMES } from '../../../model/vocabulary.ts';
import type { EditionId } from '../../../model/vocabulary.ts';
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import type { Judgement } from '../../rule.ts';

const SHOWN = 4;

export default defineRule({
  id: 'S-TPL-WRONG',
  title: '模板与年度不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '国办公开办函〔2021〕30号（2021年度起）；国办公开办函〔2019〕60号（2019、2020年度）。',
  why: '2021年度起使用新格式，栏目与旧格式不同；用错格式，数据无法汇总，应报告的栏目会缺失。',
  remedy: '按报告年度对应的格式重新填写表格。',
  falseAlarms: '标题年份写错、补发或重新编辑旧年报时会误报，请先核对报告年度。',
  examples: () => ({
    passes: [
      { title: '2023年度用2021年版格式', report: specimen() },
      { title: '2020年度用2019年版格式', report: specimen({ edition: '2019' }) },
      {
        title: '年度由文件名推断，不下结论',
        report: specimen({ edition: '2019', year: 2022, title: null, period: null, report: { inferred: ['year'] } }),
      },
    ],
    fails: [
      { title: '2022年度仍用2019年版格式', report: specimen({ edition: '2019', year: 2022 }) },
      { title: '2020年度用了2021年版格式', report: specimen({ year: 2020 }) },
      {
        title: '标题与统计期限的年份不同（存疑）',
        report: specimen({ edition: '2019', year: 2022, years: { period: 2020 } }),
      },
    ],
  }),
  *check({ report }) {
    yield judge(report);
  },
});

function judge(report: Report): Judgement {
  const used = editionOf(report.edition);
  const unsure = (why: string): Judgement => ({ result: 'notAssessed', why });
  if (used === null) {
    if (report.edition === 'mixed') return unsure('新旧两版栏目混用，见“新旧模板混用”。');
    return unsure(
      report.edition === 'pre2019' ? '报告使用2019年以前的旧格式，不在校验范围。' : '没有认出表格，无法判断使用的是哪一版格式。',
    );
  }
  if (report.year === null || report.inferred.includes('year')) return unsure('报告没有写明年度，无法判断应使用哪一版格式。');
  const due = editionForYear(report.year);
  if (due === null) return unsure('报告年度早于2019年，不在校验范围。');
  if (due.id === used.id) return { result: 'passed' };

  const markers = report.tables.flatMap((table) => table.markers).filter((marker) => marker.edition === used.id);
  const words = [...new Map(markers.map((marker) => [marker.text, marker])).values()].slice(0, SHOWN);
  const printed = words.map((marker) => `“${marker.text}”`).join('');
  const problem = {
    message: `${report.year}年度应使用${EDITION_NAMES[due.id]}（${due.basis}），文件使用的是${EDITION_NAMES[used.id]}${printed === '' ? '' : `（有${printed}等栏目）`}。`,
    at: words.length > 0 ? words.map((marker) => marker.at) : [report.tables[0]?.at ?? topOfReport(report)],
    ...(words[0] ? { quote: words[0].text } : {}),
    place: 'edition',
  };
  // The text speaks of a year for which the form would be right: then the year of the title may be what is wrong.
  const other = otherYear(report, used.id);
  return other
    ? { result: 'doubtful', severity: 'warning', why: `正文写的是${other}年，也可能是标题的年份写错。`, ...problem }
    : { result: 'problem', ...problem };
}

/** A year for which an edition is right, named elsewhere as the year of the report, or alone in the narrative; null if there is none. */
function otherYear(report: Report, edition: EditionId): number | null {
  const fits = (year: number): boolean => year !== report.year && editionForYear(year)?.id === edition;
  const named = report.yearSources.find((source) => fits(source.year));
  if (named) return named.year;
  const counts = new Map<number, number>();
  for (const [index, block] of report.blocks.entries()) {
    if (block.kind !== 'paragraph' || index === report.titleAt?.block) continue;
    for (const match of block.text.matchAll(/(20\d\d)年/g)) counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  }
  if (counts.has(report.year ?? 0)) return null;
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 2 && fits(first[0]) ? first[0] : null;
}
