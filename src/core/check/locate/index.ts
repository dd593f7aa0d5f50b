// Sums that break → the cells most likely wrong and the numbers that would mend them. A suggestion, never a correction.
// Error localisation after Fellegi and Holt: the fewest cells whose change lets every sum hold, also those that hold already.
import type { Identity } from '../../form/edition.ts';
import type { Suspect } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { APPLICANTS } from '../../model/vocabulary.ts';
import { walk } from '../tables/identities.ts';
import type { RuleContext } from '../rule.ts';
import { findShift } from '../tables/shift.ts';
import type { Shift } from '../tables/shift.ts';
import { coverOf } from './cover.ts';
import type { Cover, Explanation } from './cover.ts';
import { mendingsOf } from './mend.ts';
import type { Mending } from './mend.ts';
import { columnMovesOf } from './column-moves.ts';
import { rowMovesOf } from './row-moves.ts';
import type { RowMove } from './row-moves.ts';
import { speakerOf } from './speaker.ts';
import { brokenGroups, sumSystemOf } from './sum-system.ts';
import type { SumSystem, Work } from './sum-system.ts';
import { sumsOfTotalRow } from './total-row.ts';
import { twinsOf } from './twins.ts';

/** What can be said of one broken sum. */
export interface Located {
  /** The same for all sums that break for the same reason. */
  readonly cause: string;
  /** Likeliest first. */
  readonly suspects: readonly Suspect[];
  /** Chinese: why no cell is named. */
  readonly unlocated?: string;
}

/**
 * Cells, pairs and choices among them tried over a whole report. Tables with every number wrong take some hundreds; this bound is for what
 * nobody has thought of, and the sums it leaves say so. Moves of rows come on top: at most four of each row and one of each two rows.
 */
export const MOST_STEPS = 50_000;

const MANY = '需改动三处以上，无法推断是哪几处填错，请逐格核对原件。';
const LOOSE = '需改动两处以上，有的算式无法核对，无法推断是哪几处填错，请逐格核对原件。';
const ENDED = '不平的算式牵连太多，未能推断是哪几处填错，请逐格核对原件。';
const TOTALS =
  '需改动三处以上。“（七）总计”一行在多列里与各项结果之和、与勾稽关系都不符，而且相差的数相同，像是这一行整行填成了别的数字（例如抄了上年的，或改了明细没有改总计），请逐列核对“（七）总计”一行。';

/** A whole row or column is another, and which one it could be. */
function wholeLine(line: '行' | '列', twins: readonly [string, string] | null): string {
  const rest = line === '行' ? '各行都平而多列不平，各列相差的数也合得上' : '各列都平而多行不平';
  const like = line === '行' ? '别的行或上年的' : '相邻的列';
  const which = twins
    ? `“${twins[0]}”与“${twins[1]}”两${line}数字完全相同，可能是一${line}照抄了另一${line}，请先核对这两${line}。`
    : `不能断定是哪一${line}，请逐${line}核对原件。`;
  return `需改动三处以上。${rest}，像是有一整${line}填成了别的数字（例如抄了${like}）${twins ? '。' : '，'}${which}`;
}

interface Location {
  readonly sums: ReadonlyMap<Identity, Located>;
  /** Rows that slipped a column and do not add up, by their own sum. */
  readonly shifts: ReadonlyMap<Identity, Shift>;
  readonly steps: number;
}

/** Reports never change, and every rule of sums asks. */
const known = new WeakMap<Report, Location>();

/** What can be said of the broken sums of a report; sums that hold or could not be judged are not among them. */
export function locate(context: RuleContext): ReadonlyMap<Identity, Located> {
  return locateCounted(context).sums;
}

/** As `locate`, with the number of cells and pairs tried. */
export function locateCounted(context: RuleContext): Location {
  let location = known.get(context.report);
  if (!location) {
    location = search(context, { steps: 0, limit: MOST_STEPS });
    known.set(context.report, location);
  }
  return location;
}

/** Did this row of table three slip a column, so that it does not add up? Every rule gets the answer on which the search built. */
export function shiftOf(context: RuleContext, rowSum: Identity): Shift | null {
  if (walk(context, rowSum).state !== 'breaks') return null;
  return locateCounted(context).shifts.get(rowSum) ?? null;
}

function search(context: RuleContext, work: Work): Location {
  const located = new Map<Identity, Located>();
  let system = sumSystemOf(context, new Map());
  const tell = (sums: readonly number[], suspects: readonly Suspect[], unlocated?: string): void => {
    const identities = sums.map((sum) => system.identities[sum]!);
    const cause = `sums ${identities[0]!.kind} ${identities[0]!.right[0]}`;
    for (const identity of identities) located.set(identity, { cause, suspects, ...(unlocated === undefined ? {} : { unlocated }) });
  };

  // Rows that slipped go first: what they explain is explained, and the rest is looked at as if they stood right.
  const moved = new Map<string, number>();
  const shifts = new Map<Identity, Shift>();
  for (const { row, sums, shift } of shiftsOf(context, system)) {
    shifts.set(row, shift);
    tell(sums, [shift.suspect]);
    for (const { key, mended } of shift.suspect.cells) moved.set(key, mended);
  }
  if (moved.size > 0) system = sumSystemOf(context, moved);
  const look = () => {
    const { all, loose } = mendingsOf(system, new Set(moved.keys()), work);
    return { cover: coverOf(system, all, work), loose, all };
  };
  const first = look();
  let { cover, loose } = first;
  const ofTotals = needsMore(cover) ? sumsOfTotalRow(system) : null;
  const worthLook = needsMore(cover) || (cover.explained.length > 0 && lacksTotal(context));
  const considered = worthLook ? [...rowMovesOf(context, system), ...columnMovesOf(context, system)] : [];
  const moves = movesFor(
    cover,
    first.all,
    considered.filter((move) => !ofTotals || explainsAllOrNone(move, ofTotals)),
  );
  for (const alike of moves) {
    tell(alike[0]!.mends, speakerOf(context, system).moves(alike));
    // Any one of them: the sums are the same.
    for (const { key, mended } of alike[0]!.cells) moved.set(key, mended);
  }
  if (moves.length > 0) {
    system = sumSystemOf(context, moved);
    ({ cover, loose } = look());
  }

  const totals = needsMore(cover) ? sumsOfTotalRow(system) : null;
  if (totals) tell(totals, [], TOTALS);
  const { explained, open } = totals ? besides(system, cover, totals) : rowsTogether(system, cover);
  const speaker = speakerOf(context, system);
  for (const { sums, ways } of exchangesTogether(system, explained)) tell(sums, speaker.ways(ways));
  for (const sums of open) {
    const line = isWholeRow(system, sums) ? '行' : isWholeColumn(system, sums) ? '列' : null;
    const why = line ? wholeLine(line, twinsOf(context, system, sums)) : sums.some((sum) => loose.has(sum)) ? LOOSE : MANY;
    tell(sums, [], sums.some((sum) => cover.ended.has(sum)) ? ENDED : why);
  }
  return { sums: located, shifts, steps: work.steps };
}

/** A row that slipped, by its own sum, with the broken sums it explains. */
interface ShiftedRow {
  readonly row: Identity;
  readonly sums: readonly number[];
  readonly shift: Shift;
}

/** Rows that slipped with their totals and do not add up; of two that would mend the same column the first. */
function shiftsOf(context: RuleContext, system: SumSystem): readonly ShiftedRow[] {
  const explained = new Set<number>();
  return system.identities.flatMap((row, index) => {
    if (row.kind !== 'rowSum' || system.gaps[index] === 0) return [];
    const shift = findShift(context, row);
    if (!shift) return [];
    const keys = new Set(shift.suspect.cells.map(({ key }) => key));
    const touched = system.cells.filter(({ key }) => keys.has(key)).flatMap(({ sums }) => [...sums.keys()]);
    const sums = [...new Set([index, ...touched])];
    if (sums.some((sum) => explained.has(sum))) return [];
    for (const sum of sums) explained.add(sum);
    return [{ row, sums: sums.filter((sum) => system.gaps[sum] !== 0), shift }];
  });
}

/** Do the sums need three cells or more, so that a row is worth a look? */
function needsMore({ explained, open }: Cover): boolean {
  return open.length > 0 || explained.reduce((count, { ways }) => count + ways[0]!.length, 0) > 2;
}

/** Is a row of table three without its total, which may have moved into the column before? */
function lacksTotal(context: RuleContext): boolean {
  return context.report.facts.some((fact) => isEmptyTotal(fact.key, fact.value) && fact.writing === 'blank' && fact.key.startsWith('t3.'));
}

function isEmptyTotal(key: string, printed: number | null): boolean {
  return printed === null && key.endsWith('.total');
}

/**
 * Moves of rows or columns that explain what would else need three cells or more; those that mend the same sums together. One that mends
 * just what one cell would, or two, is chance, even where these are not named for other sums beside them.
 */
function movesFor({ explained }: Cover, mendings: readonly Mending[], moves: readonly RowMove[]): readonly (readonly RowMove[])[] {
  const simple = new Set(mendings.map(({ sums }) => sums.join()));
  const accepted: { readonly sums: ReadonlySet<number>; readonly alike: RowMove[] }[] = [];
  // What explains more goes first: a row of totals stands in two sums of every column.
  for (const move of [...moves].sort((a, b) => b.mends.length - a.mends.length)) {
    const sums = new Set(move.mends);
    const same = accepted.find((each) => each.sums.size === sums.size && move.mends.every((sum) => each.sums.has(sum)));
    if (same) {
      same.alike.push(move);
      continue;
    }
    // An empty total is one thing more that a row moved to the left explains, though no sum could be judged with it.
    const fills = move.cells.some(({ key, printed }) => isEmptyTotal(key, printed));
    if (!fills && simple.has([...sums].sort((a, b) => a - b).join())) continue;
    if (accepted.some((each) => move.mends.some((sum) => each.sums.has(sum)))) continue;
    const rivals = explained.filter((each) => each.sums.some((sum) => sums.has(sum)));
    if (rivals.some((each) => each.sums.some((sum) => !sums.has(sum)))) continue;
    const told = rivals.reduce((count, each) => count + each.sums.length, 0);
    const cells = rivals.reduce((count, each) => count + each.ways[0]!.length, fills ? 1 : 0);
    if (told === sums.size && cells < 3) continue;
    accepted.push({ sums, alike: [move] });
  }
  return accepted.map(({ alike }) => alike);
}

/** A move that explains a part of what the row （七）总计 explains as a whole is chance. */
function explainsAllOrNone({ mends }: RowMove, sums: readonly number[]): boolean {
  const shared = sums.filter((sum) => mends.includes(sum)).length;
  return shared === 0 || shared === sums.length;
}

/** What is left beside the row （七）总计; what explains some of its sums together with others explains nothing. */
function besides(system: SumSystem, { explained }: Cover, ofTotals: readonly number[]): Pick<Cover, 'explained' | 'open'> {
  const kept = explained.filter(({ sums }) => !sums.some((sum) => ofTotals.includes(sum)));
  const settled = new Set([...ofTotals, ...kept.flatMap(({ sums }) => sums)]);
  const open = brokenGroups(system).map((group) => group.filter((sum) => !settled.has(sum)));
  return { explained: kept, open: open.filter((sums) => sums.length > 0) };
}

/** Two cells whose sums cross, that each explain some of them and would each get the other's number, are one matter. */
function exchangesTogether(system: SumSystem, explained: readonly Explanation[]): readonly Explanation[] {
  const matters: Explanation[] = [];
  const groups = brokenGroups(system);
  const groupOf = ({ sums }: Explanation) => groups.find((group) => group.includes(sums[0]!));
  for (const one of explained) {
    const partner = matters.findIndex((other) => groupOf(one) === groupOf(other) && isExchange(system, one, other));
    if (partner < 0) matters.push(one);
    else {
      const other = matters[partner]!;
      const sums = [...other.sums, ...one.sums].sort((a, b) => a - b);
      matters[partner] = { sums, ways: [[...other.ways[0]!, ...one.ways[0]!]] };
    }
  }
  return matters;
}

function isExchange({ cells }: SumSystem, one: Explanation, other: Explanation): boolean {
  const [a, b] = [one, other].map(({ ways }) => (ways.length === 1 && ways[0]!.length === 1 ? ways[0]![0]! : null));
  if (!a || !b) return false;
  return a.mended === (cells[b.cell]!.printed ?? 0) && b.mended === (cells[a.cell]!.printed ?? 0);
}

/**
 * Columns that are out while every row adds up, and by numbers that add up themselves, are one matter: a whole row is another; and so are
 * rows that are out while every column holds. Only where cells do not explain all of them; what they explain of it is chance then.
 */
function rowsTogether(system: SumSystem, cover: Cover): Pick<Cover, 'explained' | 'open'> {
  let { explained, open } = cover;
  for (const kind of ['balance', 'resultSum', 'rowSum'] as const) {
    const isOfKind = (sums: readonly number[]): boolean => sums.every((sum) => system.identities[sum]!.kind === kind);
    const alike = brokenGroups(system).filter(isOfKind).flat();
    const own = open.filter(isOfKind);
    if (own.length === 0 || !(isWholeRow(system, alike) || isWholeColumn(system, alike))) continue;
    const among = explained.filter(({ sums }) => sums.some((sum) => alike.includes(sum)));
    if (among.some(({ sums }) => !isOfKind(sums))) continue;
    explained = explained.filter((each) => !among.includes(each));
    open = [...open.filter((sums) => !own.includes(sums)), alike];
  }
  return { explained, open };
}

/** Fewer rows than these are cells of one column that got each other's requests. */
const FEWEST_ROWS = 4;

/** Could one column with other numbers in it, which hold among themselves, be behind these rows? */
function isWholeColumn({ identities, gaps }: SumSystem, sums: readonly number[]): boolean {
  if (sums.length < FEWEST_ROWS || sums.some((sum) => identities[sum]!.kind !== 'rowSum')) return false;
  // Every column was judged and holds.
  const columns = identities.flatMap(({ kind }, sum) => (kind === 'balance' || kind === 'resultSum' ? [sum] : []));
  return columns.length === 2 * APPLICANTS.length && columns.every((sum) => gaps[sum] === 0);
}

/** Could one row with other numbers in it, which add up, be behind these columns? */
function isWholeRow({ identities, gaps }: SumSystem, sums: readonly number[]): boolean {
  if (sums.length < 3) return false;
  const { kind } = identities[sums[0]!]!;
  if ((kind !== 'balance' && kind !== 'resultSum') || sums.some((sum) => identities[sum]!.kind !== kind)) return false;
  const ofTotals = sums.filter((sum) => identities[sum]!.right[0]!.endsWith('.total'));
  const sumOf = (some: readonly number[]): number => some.reduce((all, sum) => all + gaps[sum]!, 0);
  return sumOf(sums) === 2 * sumOf(ofTotals);
}
