// How numbers are written: full-width digits, thousands separators, units, Chinese numerals, words in place of a number.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeCells, placeNames } from '../../tables/layout.ts';
import type { Fact, Writing } from '../../../model/report.ts';
import type { Severity } from '../../../model/vocabulary.ts';
import { defineRule } from '../../rule.ts';

/** What is said of a way of writing; null where it is fine or another rule speaks of it. */
const SAID: Readonly<Record<Writing, { readonly severity: Severity; readonly what: string } | null>> = {
  plain: null,
  blank: null,
  placeholder: null,
  unplaced: null,
  // How a cell breaks its lines and what is crossed out in it is no wrong way to write a number; the reading says it.
  split: null,
  struck: null,
  fullWidth: { severity: 'hint', what: '用了全角数字' },
  thousands: { severity: 'hint', what: '用了千分位分隔符' },
  zeroDecimals: { severity: 'hint', what: '件数写了小数位' },
  withUnit: { severity: 'warning', what: '数字后带了单位' },
  chinese: { severity: 'warning', what: '用了汉字数字' },
  text: { severity: 'error', what: '填的不是数字' },
  approximate: { severity: 'error', what: '填的是约数' },
};

export default defineRule({
  id: 'R-FMT',
  title: '数字书写不规范',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式的表格（各栏填阿拉伯数字）。`),
  why: '表格由系统逐级汇总，全角、千分位、带单位、汉字数字或文字容易在汇总时读错或读不出。',
  remedy: '改为半角阿拉伯数字，不带单位和分隔符；没有数据的填“0”。',
  falseAlarms: '多为排版软件自动转换；能读出的数字已按其数值参与核对。金额栏带“元”的另作单位提示。',
  examples: () => ({
    passes: [
      { title: '都是半角数字', report: specimen() },
      { title: '金额写足四位小数', report: specimen({ raw: { 't2.art20_8.fee.amountWan': '12.0000' } }) },
      { title: '空白和“/”另有规则', report: specimen({ raw: { 't2.art20_1.rules': '/' }, blank: ['t3.r.granted.legal'] }) },
      { title: '金额带“元”由金额单位规则提示', report: specimen({ raw: { 't2.art20_8.fee.amountWan': '251000元' } }) },
    ],
    fails: [
      { title: '全角数字', report: specimen({ raw: { 't2.art20_6.penalty.decisions': '１９' } }) },
      { title: '千分位', report: specimen({ raw: { 't2.art20_6.penalty.decisions': '1,846' } }) },
      { title: '带单位', report: specimen({ raw: { 't2.art20_5.licensing.decisions': '136件' } }) },
      { title: '件数写成“3.0”', report: specimen({ raw: { 't4.litAfter.upheld': '3.0' } }) },
      { title: '写成“零”', report: specimen({ raw: { 't2.art20_1.rules.issued': '零' } }) },
      { title: '把0写成字母O', report: specimen({ raw: { 't2.art20_1.rules.issued': 'O' } }) },
      { title: '写成“〇”', report: specimen({ raw: { 't2.art20_1.rules.issued': '〇' } }) },
      { title: '填“20余”', report: specimen({ raw: { 't2.art20_6.penalty.decisions': '20余' } }) },
      { title: '填“约20”', report: specimen({ raw: { 't2.art20_6.penalty.decisions': '约20' } }) },
    ],
  }),
  check: (context) =>
    judgeCells(context, {
      only: () => true,
      group: (fact, row, column) => {
        if (fact.writing === 'blank' || fact.writing === 'placeholder') return 'skip';
        // The label of another row: the rows were lost on the way, and nobody wrote that.
        if (/^[（(]?[一二三四五六七八九\d]+[）)、.．]\s*[\u4e00-\u9fff]{4}|^(?:行政|结果|其他结果|尚未审结)/.test(fact.raw.trim()))
          return 'skip';
        const said = SAID[fact.writing];
        if (!said || (column.decimal && (fact.writing === 'zeroDecimals' || fact.unit === '元'))) return null;
        // A whole table in full-width digits is one habit, not two hundred; anything graver is shown row by row.
        return `${said.severity === 'hint' ? row.table.id : row.key}|${fact.writing}`;
      },
      problem: (facts, row) => {
        const [first] = facts;
        const said = SAID[first!.writing]!;
        const keys = facts.map((fact) => fact.key);
        return {
          severity: said.severity,
          quote: first!.raw,
          place: `${said.severity === 'hint' ? row.table.id : row.key}|${first!.writing}`,
          message: `${placeNames(keys)}${said.what}：填“${rawsOf(facts)}”，${readAs(facts)}`,
        };
      },
    }),
});

function rawsOf(facts: readonly Fact[]): string {
  const raws = [...new Set(facts.map((fact) => fact.raw.trim()))];
  return raws.slice(0, 3).join('”“');
}

function readAs(facts: readonly Fact[]): string {
  if (facts.some((fact) => fact.value === null)) return '读不出数值，涉及它的核对没有做。';
  if (facts.length > 1) return '已按其数值核对，宜改为半角阿拉伯数字。';
  return `按${facts[0]!.value}处理。`;
}
