// What one value of a chart rests on: the printed cells, whether some are missing, blank or doubtful. Never turns "missing" into 0.
import type { ChartReport } from './chart.ts';
import type { Fact } from '../core/model/report.ts';

export interface Value {
  /** null: cannot be said; the chart has a gap here. */
  readonly value: number | null;
  /** How it is written in the table under the chart. */
  readonly text: string;
  readonly state: 'sure' | 'doubtful' | 'blank' | 'missing';
  /** Some addends were blank and counted as 0. */
  readonly blanks: boolean;
}

export type FactMap = ReadonlyMap<string, Fact>;

/** Facts by key; a key that occurs twice keeps the sure one. */
export function factMap(report: ChartReport['report']): FactMap {
  const map = new Map<string, Fact>();
  for (const fact of report.facts) {
    const known = map.get(fact.key);
    if (!known || (known.certainty === 'doubtful' && fact.certainty === 'sure')) map.set(fact.key, fact);
  }
  return map;
}

/** Adds up printed cells. One that was not read makes the whole unknown; blanks count as 0, but only blanks make no number. */
export function readSum(facts: FactMap, keys: readonly string[]): Value {
  const found = keys.map((key) => facts.get(key));
  // A cell that holds words instead of a number is as unknown as one that was not found.
  const unknown = found.some((fact) => !fact || (fact.value === null && fact.writing !== 'blank' && fact.writing !== 'placeholder'));
  if (unknown) return { value: null, text: '未读到', state: 'missing', blanks: false };
  const numbers = found.flatMap((fact) => (fact && fact.value !== null ? [fact.value] : []));
  if (numbers.length === 0) return { value: null, text: '空', state: 'blank', blanks: true };
  const value = numbers.reduce((sum, each) => sum + each, 0);
  const doubtful = found.some((fact) => fact?.certainty === 'doubtful');
  return {
    value,
    text: doubtful ? `${value}（存疑）` : String(value),
    state: doubtful ? 'doubtful' : 'sure',
    blanks: numbers.length < found.length,
  };
}

/** Reports of known year, one a year, oldest first, with sentences about those left out. */
export function byYear(reports: readonly ChartReport[]): {
  readonly years: readonly (ChartReport & { year: number })[];
  readonly cautions: string[];
} {
  const cautions: string[] = [];
  const years = new Map<number, ChartReport & { year: number }>();
  const twice = new Map<number, number>();
  let without = 0;
  for (const each of reports) {
    if (each.year === null) {
      without += 1;
      continue;
    }
    if (years.has(each.year)) twice.set(each.year, (twice.get(each.year) ?? 1) + 1);
    years.set(each.year, { ...each, year: each.year });
  }
  if (without > 0) cautions.push(`有 ${without} 份报告的年度未能确定，未画入图中；可在列表里改正年度。`);
  for (const [year, count] of twice) cautions.push(`${year} 年有 ${count} 份报告，图中用的是最后导入的一份。`);
  return { years: [...years.values()].sort((a, b) => a.year - b.year), cautions };
}

/** Sentences about what the values rest on, one for each state that occurs. */
export function sayStates(values: readonly { readonly name: string; readonly value: Value }[]): string[] {
  const names = (state: Value['state']) => values.filter((each) => each.value.state === state).map((each) => each.name);
  const said: string[] = [];
  const missing = names('missing');
  const blank = names('blank');
  const doubtful = names('doubtful');
  const partly = values.filter((each) => each.value.state !== 'blank' && each.value.blanks).map((each) => each.name);
  if (missing.length > 0) said.push(`未读到、图中留空（不按 0 计）：${missing.join('、')}。`);
  if (blank.length > 0) said.push(`原表为空白、图中留空（不按 0 计）：${blank.join('、')}。`);
  if (partly.length > 0) said.push(`部分单元格为空白，相加时按 0 计：${partly.join('、')}。`);
  if (doubtful.length > 0) said.push(`数字位置存疑，请核对原件：${doubtful.join('、')}。`);
  return said;
}
