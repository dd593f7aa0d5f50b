// Totals that were left empty, and the number each would have to be. An empty total is never compared with its parts (a sum of it is
// not judged), but what belongs there is what every sum around it says, if they agree.
import type { Identity } from '../../form/edition.ts';
import type { Suspect } from '../../model/finding.ts';
import type { Fact, Report } from '../../model/report.ts';
import { keysOfIdentity, sidesOf } from '../tables/identities.ts';
import { columnName, isTotalCell, layoutOf, placeName, rowName } from '../tables/layout.ts';
import type { RuleContext } from '../rule.ts';
import { locate } from './index.ts';

/** A number that belongs into an empty total. */
export interface ForgottenTotal {
  readonly number: number;
  /** Stands in a sum, too, that could not be judged. */
  readonly open: boolean;
}

/** Reports never change. */
const known = new WeakMap<Report, ReadonlyMap<string, ForgottenTotal>>();
const NONE: ReadonlyMap<string, ForgottenTotal> = new Map();

/** Empty totals that should hold a number other than 0, by key; those of which the sums around say different things are not among them. */
export function forgottenTotals(context: RuleContext): ReadonlyMap<string, ForgottenTotal> {
  let totals = known.get(context.report);
  if (!totals) {
    totals = search(context);
    known.set(context.report, totals);
  }
  return totals;
}

/**
 * Empty totals of one row put into words: one cell, or those that go together. Beside a total of table four a lone part that should be 0
 * would do as well, though an empty cell says by itself that something is missing.
 */
export function forgottenSuspects(
  context: RuleContext,
  keys: readonly string[],
  totals: ReadonlyMap<string, ForgottenTotal>,
): readonly Suspect[] {
  const cells = keys.map((key) => ({ key, printed: null, mended: totals.get(key)!.number }));
  const outcome = keys.some((key) => totals.get(key)!.open) ? '则能够核对的有关算式全部相平' : '则有关算式全部相平';
  const row = layoutOf(context.report).rowOf.get(keys[0]!);
  const what =
    keys.length < 3 || !row
      ? cells.map(({ key, mended }) => `${placeName(key)}：${printedIn(context, key)}，改为${mended}`).join('；')
      : `${row.table.name}“${rowName(row.row)}”一行漏填：${cells.map(({ key, mended }) => `${columnOf(key, context)}填${mended}`).join('、')}`;
  const lone = keys.length === 1 ? lonePartOf(context, keys[0]!, cells[0]!.mended) : null;
  const say = (words: string): string =>
    `${lone ? '可能' : '最可能'}是${words}。${lone ? '另有1处改动也能使算式相平，不能断定是哪一处。' : ''}仅供参考，以原件为准。`;
  const empty: Suspect = { cells, why: say(`${what}，${outcome}（疑似漏填）`), slip: 'omitted', ...(lone ? { equal: true as const } : {}) };
  if (!lone) return [empty];
  const part = { key: lone, printed: cells[0]!.mended, mended: 0 };
  return [empty, { cells: [part], why: say(`${placeName(lone)}：填${part.printed}，改为0${outcome}`), equal: true }];
}

/** The only part of a group of table four that is not 0. */
function lonePartOf(context: RuleContext, key: string, sum: number): string | null {
  const identity = layoutOf(context.report).identities.find(({ kind, right }) => kind === 'groupSum' && right.includes(key));
  const parts = identity?.left.filter((part) => context.fact(part)?.value !== 0 && context.fact(part)?.value !== null) ?? [];
  return parts.length === 1 && context.fact(parts[0]!)?.value === sum ? parts[0]! : null;
}

/** What stands in place of the number. */
function printedIn(context: RuleContext, key: string): string {
  const raw = context.fact(key)?.raw.trim() ?? '';
  return raw === '' ? '表中为空' : `填“${raw}”`;
}

/** What a person calls the column of a cell: 「总计」. */
function columnOf(key: string, context: RuleContext): string {
  const row = layoutOf(context.report).rowOf.get(key);
  return row ? columnName(row.columns[row.keys.indexOf(key)]!) : key;
}

function search(context: RuleContext): ReadonlyMap<string, ForgottenTotal> {
  const { identities } = layoutOf(context.report);
  const empty = new Set<string>();
  for (const { key, value, writing, certainty } of context.report.facts) {
    if (value !== null || certainty !== 'sure' || !isTotalCell(key)) continue;
    if ((writing === 'blank' || writing === 'placeholder') && context.fact(key)?.value === null) empty.add(key);
  }
  if (empty.size === 0) return NONE;
  const numbers = new Map<string, number>();
  // What is named for sums that break is taken as mended: a slip in the same row is no reason to believe the wrong number.
  for (const { suspects } of locate(context).values()) {
    const [only] = suspects;
    if (suspects.length !== 1) continue;
    for (const { key, mended } of only!.cells) {
      numbers.set(key, mended);
      // Named already; of a row that slipped the number is told besides.
      if (only!.cells.length <= 2) empty.delete(key);
    }
  }
  const around = identities.filter((identity) => keysOfIdentity(identity).some((key) => empty.has(key)));
  const disputed = new Set<string>();
  // One number follows from another: a total of the last row from its column, then the total of that row.
  for (let more = true; more; ) {
    more = false;
    for (const key of empty) {
      if (numbers.has(key) || disputed.has(key)) continue;
      const said = new Set<number>();
      for (const identity of around) {
        const number = numberFor(context, identity, key, empty, numbers);
        if (number !== null) said.add(number);
      }
      const [first = -1] = said;
      if (said.size === 0) continue;
      if (said.size === 1 && Number.isInteger(first) && first >= 0) {
        numbers.set(key, first);
        more = true;
      } else disputed.add(key);
    }
  }
  const found = new Map<string, ForgottenTotal>();
  for (const key of empty) {
    const number = numbers.get(key);
    if (!number || !fillsTotals(context, key)) continue;
    const own = around.filter((identity) => keysOfIdentity(identity).includes(key));
    const gaps = own.map((identity) => gapOf(context, identity, empty, numbers));
    if (gaps.every((gap) => gap === null || gap === 0)) found.set(key, { number, open: gaps.includes(null) });
  }
  return found;
}

/**
 * Are the totals of rows like that of a cell filled in? Who leaves those of all details empty has a habit; who leaves out a few forgot them.
 * Table four has no rows.
 */
function fillsTotals(context: RuleContext, cell: string): boolean {
  if (!cell.startsWith('t3.')) return true;
  const detail = isDetail(cell);
  let filled = 0;
  let lacking = 0;
  for (const { key, keys } of layoutOf(context.report).rows) {
    if (!key.startsWith('t3.') || isDetail(keys[0]!) !== detail) continue;
    const total = context.fact(`${key}.total`);
    if (total?.certainty === 'sure' && total.value !== null) filled += 1;
    else if (keys.some((each) => !isEmpty(context.fact(each)))) lacking += 1;
  }
  return filled > lacking;
}

/** A cell in a row of results that goes into （七）总计. */
function isDetail(key: string): boolean {
  return key.startsWith('t3.r.') && !key.startsWith('t3.r.total.');
}

function isEmpty(fact: Fact | undefined): boolean {
  return fact?.writing === 'blank' || fact?.writing === 'placeholder';
}

/** What a sum asks of an empty cell; null where it does not have it, or another of its cells gives no number. */
function numberFor(
  context: RuleContext,
  identity: Identity,
  key: string,
  empty: ReadonlySet<string>,
  numbers: ReadonlyMap<string, number>,
): number | null {
  const left = identity.left.includes(key);
  if (!left && !identity.right.includes(key)) return null;
  const gap = gapOf(context, identity, empty, new Map(numbers).set(key, 0));
  return gap === null ? null : left ? 0 - gap : gap;
}

/** Left minus right; null where a number is missing. Empty cells that are no totals count as 0. */
function gapOf(context: RuleContext, identity: Identity, empty: ReadonlySet<string>, numbers: ReadonlyMap<string, number>): number | null {
  let gap = 0;
  for (const [side, sign] of sidesOf(identity)) {
    for (const key of side) {
      const fact = context.fact(key);
      const given = numbers.get(key);
      if (given === undefined) {
        if (!fact || fact.certainty !== 'sure' || empty.has(key)) return null;
        if (fact.value === null && !isEmpty(fact)) return null;
      }
      gap += sign * (given ?? fact?.value ?? 0);
    }
  }
  return gap;
}
