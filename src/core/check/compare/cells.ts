// The cells of one report by key: what they add up to, which belong to a row, and what they are called.
import type { Term } from '../../model/finding.ts';
import type { Fact, Report } from '../../model/report.ts';
import type { Applicant } from '../../model/vocabulary.ts';
import { gapOf, layoutOf } from '../tables/layout.ts';
import type { CellSum } from './comparison.ts';
import { APPLICANT_NAMES, OUTCOME_NAMES, ROW_NAMES } from './names.ts';

const LEGAL_PERSONS: readonly Applicant[] = ['business', 'research', 'welfare', 'legal', 'other'];

/** The cells of a report by key, asked for one by one or as a sum. */
export class Cells {
  private readonly facts = new Map<string, Fact>();
  private readonly sums = new Map<string, CellSum>();
  private readonly details = new Map<string, readonly string[]>();

  constructor(private readonly report: Report) {
    for (const fact of report.facts) if (!this.facts.has(fact.key)) this.facts.set(fact.key, fact);
  }

  /** Sum of cells. A single cell must hold a number; among several, empty ones count as 0 if not all are empty. */
  sum(keys: readonly string[]): CellSum {
    const id = keys.join();
    let sum = this.sums.get(id);
    if (!sum) {
      sum = this.addUp(keys);
      this.sums.set(id, sum);
    }
    return sum;
  }

  private addUp(keys: readonly string[]): CellSum {
    const terms: Term[] = [];
    let value = 0;
    let empty = 0;
    for (const key of keys) {
      const fact = this.facts.get(key);
      const why = gapOf(this.report, key, fact);
      const blank = fact !== undefined && fact.certainty === 'sure' && (fact.writing === 'blank' || fact.writing === 'placeholder');
      if (why && !(blank && keys.length > 1)) return { ok: false, why };
      if (blank) empty++;
      value += fact!.value ?? 0;
      terms.push({ key, label: this.nameOf([key]), value: fact!.value, at: fact!.at });
    }
    if (keys.length === 0) return { ok: false, why: '统计表中没有这一行。' };
    if (empty === keys.length) return { ok: false, why: '相关单元格空白。' };
    return { ok: true, value: Math.round(value * 1e6) / 1e6, terms };
  }

  /** Keys of a row or, for the head of a group, of its rows, in one column or the five of 法人或其他组织. */
  of(row: string, column: string): readonly string[] {
    const rows = this.rows(row);
    const columns = column === 'legalPersons' ? LEGAL_PERSONS : [column];
    return rows.flatMap((each) => columns.map((one) => `${each}.${one}`));
  }

  rows(row: string): readonly string[] {
    let found = this.details.get(row);
    if (!found) {
      found = layoutOf(this.report)
        .rows.map((each) => each.key)
        .filter((key) => key === row || key.startsWith(`${row}.`));
      this.details.set(row, found);
    }
    return found;
  }

  nameOf(keys: readonly string[]): string {
    const key = keys[0] ?? '';
    const row = key.slice(0, key.lastIndexOf('.'));
    const column = key.slice(key.lastIndexOf('.') + 1);
    if (row === 't4.review' || row === 't4.litDirect' || row === 't4.litAfter') {
      const group = row === 't4.review' ? '行政复议' : row === 't4.litDirect' ? '未经复议直接起诉' : '复议后起诉';
      return `${group}${column === 'total' ? '总计' : OUTCOME_NAMES[column as keyof typeof OUTCOME_NAMES]}`;
    }
    const known = ROW_NAMES[row];
    if (known) return column === 'total' ? known : `${known}·${APPLICANT_NAMES[column] ?? column}`;
    const form = layoutOf(this.report).rowOf.get(key);
    if (!form) return '单元格';
    const label = form.row.label.replace(/[“”]/g, '').replace(/^[\d（(一二三四五六七八九十]+[）).、．]\s*/, '');
    const of = form.columns[form.keys.indexOf(key)];
    return column === 'total' ? label : `${label}·${of?.label ?? column}`;
  }

  /** Sum of cells, 0 where it cannot be read. */
  valueOf(keys: readonly string[]): number {
    const sum = this.sum(keys);
    return sum.ok ? sum.value : 0;
  }

  /** Half a unit of the last printed place of an amount in 万元, in yuan; at least half a yuan. */
  tolerance(key: string): number {
    const raw = this.facts.get(key)?.raw ?? '';
    const decimals = /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;
    return Math.max(0.5, (0.5 * 1e4) / 10 ** Math.min(decimals, 8) + 1e-6);
  }
}
