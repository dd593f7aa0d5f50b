// Walks the sums of the form over the printed numbers: holds, breaks, may break, or cannot be judged. One walker for all sum rules.
// A blank counts as 0 and is said; a blank total is never compared with its parts; a row that could not be placed is tried every way.
import type { Identity } from '../../form/edition.ts';
import type { Position } from '../../model/document.ts';
import type { Equation, Term } from '../../model/finding.ts';
import type { Fact, Report, RowReading } from '../../model/report.ts';
import type { TableId } from '../../model/vocabulary.ts';
import { columnName, gapOf, layoutOf, placeName, rowName } from './layout.ts';
import type { LayoutRow } from './layout.ts';
import type { RuleContext } from '../rule.ts';

/** What came of looking at one sum. */
export type Walked =
  | { readonly state: 'holds'; readonly blanks: readonly string[] }
  | {
      readonly state: 'breaks';
      readonly equation: Equation;
      /** Empty cells that were counted as 0. */
      readonly blanks: readonly string[];
      /** Whatever stood in the empty cells (nothing negative), it would not add up. */
      readonly whatever: boolean;
    }
  /** No way to place the printed cells makes it add up. */
  | { readonly state: 'hopeless'; readonly at: readonly Position[]; readonly rows: readonly string[] }
  | { readonly state: 'open'; readonly why: string };

/** Ways to place cells or sums of them that are tried before giving up. */
const MOST_WAYS = 20000;
const NO_NUMBERS = '相关单元格全部空白，没有数字可以核对。';

/** The sides of an identity as one number that must become 0: left terms count up, right terms down. */
export function sidesOf({ left, right }: Identity): readonly (readonly [keys: readonly string[], sign: 1 | -1])[] {
  return [
    [left, 1],
    [right, -1],
  ];
}

/** All keys of an identity, left before right. */
export function keysOfIdentity(identity: Identity): readonly string[] {
  let keys = keysOf.get(identity);
  if (!keys) {
    keys = [...identity.left, ...identity.right];
    keysOf.set(identity, keys);
  }
  return keys;
}

/** Sums of the form are always the same. */
const keysOf = new WeakMap<Identity, readonly string[]>();

/** The sums of one kind that this report's tables must hold. */
export function identitiesOf(report: Report, kind: Identity['kind']): readonly Identity[] {
  return layoutOf(report).identities.filter((identity) => identity.kind === kind);
}

/** Reports never change, and several rules ask for the same sums. */
const known = new WeakMap<Report, Map<Identity, Walked>>();

/** Looks at one sum. Never answers `holds` unless every number of it was found for certain. */
export function walk(context: RuleContext, identity: Identity): Walked {
  let walks = known.get(context.report);
  if (!walks) {
    walks = new Map();
    known.set(context.report, walks);
  }
  let walked = walks.get(identity);
  if (!walked) {
    walked = walkOnce(context, identity);
    walks.set(identity, walked);
  }
  return walked;
}

function walkOnce(context: RuleContext, identity: Identity): Walked {
  const { report } = context;
  if (report.edition === 'pre2019') return { state: 'open', why: '2019年以前的旧格式不在校验范围。' };
  const keys = keysOfIdentity(identity);
  const loose = looseRows(context, keys);
  if (loose.size > 0) return walkLoose(context, identity, loose);

  const facts: Fact[] = [];
  const blanks: string[] = [];
  for (const key of keys) {
    const fact = context.fact(key);
    if (!fact || fact.certainty === 'doubtful' || (fact.value === null && !isBlank(fact))) {
      return { state: 'open', why: gapOf(report, key, fact) ?? '' };
    }
    if (fact.value === null) {
      if (isBlankTotal(context, identity, key)) {
        const what = fact.writing === 'blank' ? '空白' : `填“${fact.raw.trim()}”，不是数字`;
        return { state: 'open', why: `${placeName(key)}${what}，不与各项之和比较。` };
      }
      blanks.push(key);
    }
    facts.push(fact);
  }
  if (blanks.length === keys.length) return { state: 'open', why: NO_NUMBERS };
  const middle = identity.left.length;
  const leftSum = sumOf(facts, 0, middle);
  const rightSum = sumOf(facts, middle, facts.length);
  if (leftSum === rightSum) return { state: 'holds', blanks };
  const terms = facts.map(
    ({ value, at }, index): Term => ({ key: keys[index]!, label: termLabel(context, identity, keys[index]!), value, at }),
  );
  const [left, right] = [terms.slice(0, middle), terms.slice(middle)];
  const smaller = leftSum > rightSum ? right : left;
  // An empty cell can only add: on the greater side it helps nothing, on the smaller it could close the gap.
  const whatever = smaller.every((term) => term.value !== null);
  return { state: 'breaks', equation: { left, right, relation: '=', leftSum, rightSum }, blanks, whatever };
}

/** Sum of the printed numbers from one place to another; an empty cell counts as 0. */
function sumOf(facts: readonly Fact[], from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += facts[index]!.value ?? 0;
  return rounded(sum);
}

/** More terms than this are no sentence; the equation has them all. */
const MOST_SPELLED = 8;

/** 「自然人66＋商业企业2」; zero terms are left out where there are many. */
export function spellTerms(terms: readonly Term[]): string {
  const shown = terms.length > 6 ? terms.filter((term) => term.value) : terms;
  if (shown.length > MOST_SPELLED) return `${shown.length}项不为0`;
  return shown.map((term) => `${term.label}${spellValue(term.value)}`).join('＋');
}

/** A number within a sum: what is below zero stands in brackets, an empty cell is said to be one. */
export function spellValue(value: number | null): string {
  if (value === null) return '（空白）';
  return value < 0 ? `（${value}）` : String(value);
}

/** Difference of two sums without the noise of binary fractions. */
export function gap(a: number, b: number): number {
  return rounded(Math.abs(a - b));
}

/** Row of the layout to which a key belongs. */
export function rowOfKey(report: Report, key: string): LayoutRow | undefined {
  return layoutOf(report).rowOf.get(key);
}

/** Without the noise of binary fractions. */
function rounded(sum: number): number {
  return Number.isSafeInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6;
}

function isBlank(fact: Fact): boolean {
  return fact.writing === 'blank' || fact.writing === 'placeholder';
}

/**
 * Is this empty cell a total? The one that is compared always is; one among the parts is, where a part of its own is a number
 * other than 0. Whoever leaves zeros empty leaves the whole row empty, and then 0 it is.
 */
function isBlankTotal(context: RuleContext, identity: Identity, key: string): boolean {
  if (identity.right.length === 1 && identity.right[0] === key) return true;
  if (key.startsWith('t3.r.total.')) return true;
  if (!key.startsWith('t3.') || !key.endsWith('.total')) return false;
  const row = rowOfKey(context.report, key);
  return !row || row.keys.some((part) => part !== key && context.fact(part)?.value !== 0 && !isEmptyCell(context.fact(part)));
}

function isEmptyCell(fact: Fact | undefined): boolean {
  return fact !== undefined && fact.value === null && isBlank(fact);
}

/** In a row the columns tell terms apart, in a column the rows. */
function termLabel(context: RuleContext, identity: Identity, key: string): string {
  const row = rowOfKey(context.report, key);
  if (!row) return key;
  const column = row.columns[row.keys.indexOf(key)]!;
  if (identity.kind === 'groupSum') return column.label;
  // （二）部分公开 goes without its note in a sum.
  return identity.kind === 'rowSum' ? columnName(column) : rowName(row.row).replace(/（[^（）]*）$/, '');
}

/** Rows of an identity whose cells are there but could not be placed, with the layout's keys for them. */
interface LooseRow {
  readonly reading: RowReading;
  readonly name: string;
  /** Keys in the order of the form: as many as the row should have cells. */
  readonly keys: readonly string[];
}

const NONE: ReadonlyMap<string, LooseRow> = new Map();

function looseRows(context: RuleContext, keys: readonly string[]): ReadonlyMap<string, LooseRow> {
  if (keys.every((key) => context.fact(key)?.certainty === 'sure')) return NONE;
  const unsure = keys.filter((key) => context.fact(key)?.certainty !== 'sure');
  let rows = knownLoose.get(context.report);
  if (!rows) {
    rows = new Map();
    knownLoose.set(context.report, rows);
  }
  const loose = new Map<string, LooseRow>();
  for (const key of unsure) {
    let row = rows.get(key);
    if (row === undefined) {
      row = looseRowOf(context, key);
      rows.set(key, row);
    }
    if (row) loose.set(row.reading.key, row);
  }
  return loose;
}

/** By the key of a cell: every cell is part of several sums. */
const knownLoose = new WeakMap<Report, Map<string, LooseRow | null>>();

function looseRowOf(context: RuleContext, key: string): LooseRow | null {
  const row = rowOfKey(context.report, key);
  if (!row) return null;
  const fact = context.fact(key);
  for (const reading of readingsOver(context.report, row.table.id, key)) {
    if (reading.cells.length === 0) continue;
    const own = reading.key === row.key ? row.keys : row.keys.filter((each) => each.startsWith(`${reading.key}.`));
    if (!own.includes(key) || reading.expected !== own.length) continue;
    if (reading.placed === 'sure' && fact) continue;
    return { reading, name: rowName(row.row) ? `“${rowName(row.row)}”` : row.table.name, keys: own };
  }
  return null;
}

/** Rows of a table by their keys. */
const knownReadings = new WeakMap<Report, Map<TableId, ReadonlyMap<string, readonly RowReading[]>>>();

/** The rows that were read with a key under which that of a cell lies, in their order. */
function readingsOver(report: Report, table: TableId, key: string): readonly RowReading[] {
  let tables = knownReadings.get(report);
  if (!tables) {
    tables = new Map();
    knownReadings.set(report, tables);
  }
  let rows = tables.get(table);
  if (!rows) {
    const printed = report.tables.filter((each) => each.table === table);
    const byKey = new Map<string, RowReading[]>();
    // Of a table printed twice it is not known which one the facts were taken from.
    for (const reading of printed.length === 1 ? printed[0]!.rows : []) {
      const same = byKey.get(reading.key);
      if (same) same.push(reading);
      else byKey.set(reading.key, [reading]);
    }
    rows = byKey;
    tables.set(table, rows);
  }
  const over: RowReading[] = [];
  let levels = 0;
  for (let end = key.indexOf('.'); end >= 0; end = key.indexOf('.', end + 1)) {
    const there = rows.get(key.slice(0, end));
    if (!there) continue;
    levels++;
    over.push(...there);
  }
  return levels > 1 ? inOrderOf(report, table, over) : over;
}

function inOrderOf(report: Report, table: TableId, readings: readonly RowReading[]): readonly RowReading[] {
  const wanted = new Set(readings);
  return report.tables.flatMap((each) => (each.table === table ? each.rows.filter((row) => wanted.has(row)) : []));
}

/** Tries every way to put the printed cells of unplaced rows into their columns, in their order. */
function walkLoose(context: RuleContext, identity: Identity, loose: ReadonlyMap<string, LooseRow>): Walked {
  const names = [...loose.values()].map((row) => row.name);
  const open: Walked = { state: 'open', why: `${names.join('、')}的单元格位置不能确定。` };
  const owners = [...loose.values()];
  /** Rows of one table may share keys where details stand for their group: the first one owns them. */
  const ownerOf = new Map<string, LooseRow>();
  for (const row of owners) for (const key of row.keys) if (!ownerOf.has(key)) ownerOf.set(key, row);
  const at: Position[] = [];
  let sure = 0;
  const asked = new Map<LooseRow, { key: string; sign: 1 | -1 }[]>();
  for (const [side, sign] of sidesOf(identity)) {
    for (const key of side) {
      const row = ownerOf.get(key);
      if (row) {
        const list = asked.get(row) ?? [];
        list.push({ key, sign });
        asked.set(row, list);
        continue;
      }
      const fact = context.fact(key);
      if (!fact || fact.certainty === 'doubtful' || (fact.value === null && !isBlank(fact))) return open;
      if (fact.value === null && isBlankTotal(context, identity, key)) return open;
      sure += sign * (fact.value ?? 0);
      at.push(fact.at);
    }
  }
  let sums = new Set([sure]);
  for (const [row, terms] of asked) {
    const ways = waysToPlace(row, terms);
    if (!ways || ways.size * sums.size > MOST_WAYS) return open;
    const next = new Set<number>();
    for (const sum of sums) for (const way of ways) next.add(rounded(sum + way));
    sums = next;
  }
  if (sums.has(0)) return open;
  const placed = [...asked.keys()].flatMap((row) => row.reading.cells.map((cell) => cell.at));
  return { state: 'hopeless', at: [...placed, ...at], rows: names };
}

/**
 * What the asked cells of a row can come to, over every placing that keeps the order: too many cells, some are left out;
 * too few, some places stay empty. Null: cannot be said, because a total could be empty, or words could be in it, or there are too many ways.
 */
function waysToPlace(row: LooseRow, terms: readonly { key: string; sign: 1 | -1 }[]): Set<number> | null {
  const cells = row.reading.cells;
  const places = row.keys.length;
  const many = cells.length >= places;
  if (binomial(Math.max(cells.length, places), Math.min(cells.length, places)) > MOST_WAYS) return null;
  const results = new Set<number>();
  const empties = cells.map(({ raw }) => raw.trim() === '' || /^[/／\-—]+$|^无$/.test(raw.trim()));
  const wantedPlaces = terms.map(({ key, sign }) => ({ place: row.keys.indexOf(key), sign, total: key.endsWith('.total') }));
  let known = true;
  const chosen: number[] = [];
  const visit = (from: number): void => {
    if (!known) return;
    const wanted = many ? places : cells.length;
    if (chosen.length === wanted) {
      let sum = 0;
      for (const { place, sign, total } of wantedPlaces) {
        // chosen: which cells are used (too many cells), or which places are filled (too few).
        const index = many ? chosen[place]! : chosen.indexOf(place);
        const cell = index < 0 ? undefined : cells[index];
        const empty = !cell || empties[index]!;
        if (cell && cell.value === null && !empty) known = false;
        if (empty && total) known = false;
        sum += sign * (cell?.value ?? 0);
      }
      results.add(rounded(sum));
      return;
    }
    const last = (many ? cells.length : places) - (wanted - chosen.length);
    for (let index = from; index <= last; index++) {
      chosen.push(index);
      visit(index + 1);
      chosen.pop();
    }
  };
  visit(0);
  return known ? results : null;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * (n - i + 1)) / i;
  return result;
}
