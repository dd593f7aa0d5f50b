// Tables of one report speak for both editions of the form.
import { EDITION_IDS, EDITION_NAMES } from '../../../model/vocabulary.ts';
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

const SHOWN = 3;

export default defineRule({
  id: 'S-TPL-MIX',
  title: '新旧模板混用',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '国办公开办函〔2021〕30号；国办公开办函〔2019〕60号。',
  why: '同一份报告的表格同时有新旧两版格式的栏目，数据口径不一，无法汇总。',
  remedy: '按报告年度对应的格式重新填写全部表格。',
  falseAlarms: '一个文件里存了两份不同年度的报告时会误报，请先分成两个文件。',
  examples: () => ({
    passes: [
      { title: '全部是2021年版栏目', report: specimen() },
      { title: '全部是2019年版栏目', report: specimen({ edition: '2019' }) },
      { title: '2021年版表三的“（六）其他处理”只有一行，不算混用', report: specimen({ tableEditions: { t3: '2019' } }) },
    ],
    fails: [{ title: '表二用旧格式，表三用新格式', report: specimen({ tableEditions: { t2: '2019' } }) }],
  }),
  *check({ report }) {
    if (report.edition === 'unknown' || report.edition === 'pre2019') {
      const why = report.edition === 'unknown' ? '没有认出表格，无法判断格式版本。' : '报告使用2019年以前的旧格式，不在校验范围。';
      yield { result: 'notAssessed', why };
      return;
    }
    if (report.edition !== 'mixed') {
      yield { result: 'passed' };
      return;
    }
    const markers = report.tables.flatMap((table) => table.markers);
    const groups = EDITION_IDS.map((id) => {
      const own = markers.filter((marker) => marker.edition === id);
      return { id, words: [...new Map(own.map((marker) => [marker.text, marker])).values()].slice(0, SHOWN) };
    });
    const list = groups
      .filter(({ words }) => words.length > 0)
      .map(({ id, words }) => `${EDITION_NAMES[id]}的${words.map((word) => `“${word.text}”`).join('')}`)
      .join('，');
    const at = groups.flatMap(({ words }) => words.map((word) => word.at));
    const first = groups.flatMap(({ words }) => words)[0];
    const common = {
      message: `表格同时出现新旧两版栏目${list === '' ? '' : `：${list}`}。`,
      at: at.length > 0 ? at : [report.tables[0]?.at ?? topOfReport(report)],
      ...(first ? { quote: first.text } : {}),
      place: 'editions',
    };
    if (report.siblings > 1) yield { result: 'doubtful', severity: 'warning', why: '文件含多份报告，表格可能属于另一份。', ...common };
    else yield { result: 'problem', ...common };
  },
});
