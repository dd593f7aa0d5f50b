// Which mendings together account for the broken sums with the fewest cells, and how these fall apart into matters of their own.
// What every answer with so few cells has in common is told apart; where answers differ, they are alternatives of one matter.
import type { Change, Mending } from './mend.ts';
import { brokenGroups } from './sum-system.ts';
import type { SumSystem, Work } from './sum-system.ts';

/** Broken sums that have one explanation, or several that need as few cells. */
export interface Explanation {
  readonly sums: readonly number[];
  /** Each of one cell, or each of two. */
  readonly ways: readonly (readonly Change[])[];
}

export interface Cover {
  readonly explained: readonly Explanation[];
  /** Broken sums for which one cell or two do not do; those that may come from the same slips together. */
  readonly open: readonly (readonly number[])[];
  /** Those of them for which a bound ended the search, so that nothing is known of how many cells it takes. */
  readonly ended: ReadonlySet<number>;
}

/** Mendings of the same sums: alternatives. */
interface Piece {
  readonly sums: readonly number[];
  readonly cells: number;
  readonly ways: readonly (readonly Change[])[];
}

/** More cells than this are not looked for among sums that hang together: so many slips tell nothing. */
const MOST_CELLS = 6;
/** A cell stands in three sums at the most. */
const MOST_SUMS_OF_CELL = 3;
/** Answers with equally few cells beyond which nothing is told, but that the search was ended. */
const MOST_ANSWERS = 64;
/** Steps for sums that hang together; the bound for a whole report stands over it. The most seen for tables of every kind is 200. */
const MOST_NODES = 2000;

/** The fewest cells, as matters of their own. */
export function coverOf(system: SumSystem, mendings: readonly Mending[], work: Work): Cover {
  const pieces = piecesOf(mendings);
  const piecesWith = new Map<number, Piece[]>();
  for (const piece of pieces) for (const sum of piece.sums) piecesWith.set(sum, [...(piecesWith.get(sum) ?? []), piece]);
  const broken = system.gaps.flatMap((gap, sum) => (gap === 0 ? [] : [sum]));
  const explained: Explanation[] = [];
  const ended = new Set<number>();
  for (const sums of linked(broken, pieces)) {
    const answers = fewestCells(sums, piecesWith, work);
    if (answers) explained.push(...explain(answers));
    else for (const sum of sums) ended.add(sum);
  }

  const told = new Set(explained.flatMap(({ sums }) => sums));
  const groups = brokenGroups(system);
  const beside = new Set(groups.filter((group) => group.some((sum) => !told.has(sum))).flat());
  // Beside sums that nothing explains, two that happen to be out by the same are no evidence, unless no other is out by as much.
  const kept = explained.filter(
    ({ sums, ways }) =>
      !sums.some((sum) => beside.has(sum)) || (ways.length === 1 && ways[0]!.length === 1 && sums.length > 1 && isPeculiar(system, sums)),
  );
  const settled = new Set(kept.flatMap(({ sums }) => sums));
  return { explained: kept, open: openOf(system, groups, settled), ended };
}

/**
 * What is left of each group. Rows that are out while no column of theirs is hang together, too: what one has too much others lack,
 * or the columns would not hold.
 */
function openOf(
  { identities }: SumSystem,
  groups: readonly (readonly number[])[],
  settled: ReadonlySet<number>,
): readonly (readonly number[])[] {
  const left = groups.map((group) => group.filter((sum) => !settled.has(sum))).filter((group) => group.length > 0);
  const ofRows = left.filter((group) => group.every((sum) => identities[sum]!.kind === 'rowSum'));
  if (ofRows.length < 2) return left;
  return [...left.filter((group) => !ofRows.includes(group)), ofRows.flat().sort((a, b) => a - b)];
}

/** Is no other sum out by as much as these? */
function isPeculiar({ gaps }: SumSystem, sums: readonly number[]): boolean {
  const gap = Math.abs(gaps[sums[0]!]!);
  return gaps.every((other, sum) => Math.abs(other) !== gap || sums.includes(sum));
}

/** Alternatives put together; where one cell mends what two would, the two are dropped. */
function piecesOf(mendings: readonly Mending[]): readonly Piece[] {
  const bySums = new Map<string, { sums: readonly number[]; cells: number; ways: (readonly Change[])[] }>();
  for (const { sums, changes } of mendings) {
    if (sums.length === 0) continue;
    const id = sums.join();
    const piece = bySums.get(id);
    if (!piece || changes.length < piece.cells) bySums.set(id, { sums, cells: changes.length, ways: [changes] });
    else if (changes.length === piece.cells) piece.ways.push(changes);
  }
  return [...bySums.values()];
}

/** Sums put together where a piece mends both. */
function linked(broken: readonly number[], pieces: readonly Piece[]): readonly (readonly number[])[] {
  return merged([...broken.map((sum) => [sum]), ...pieces.map(({ sums }) => sums)]);
}

/** Sets of sums put together where they overlap, in the order of their first sums. */
function merged(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const setOf = new Map<number, Set<number>>();
  for (const set of sets) {
    const whole = new Set<number>();
    for (const sum of set) for (const each of setOf.get(sum) ?? [sum]) whole.add(each);
    for (const sum of whole) setOf.set(sum, whole);
  }
  return [...new Set(setOf.values())].map((set) => [...set].sort((a, b) => a - b));
}

/** What the answers with the fewest cells say of sums that hang together; nothing where they need three cells for one matter. */
function explain(answers: readonly (readonly Piece[])[]): readonly Explanation[] {
  return merged(answers.flat().map((piece) => piece.sums)).flatMap((matter) => {
    // Answers that differ elsewhere only say the same of this matter.
    const own = new Map<string, readonly Piece[]>();
    for (const answer of answers) {
      const part = answer.filter((piece) => matter.includes(piece.sums[0]!));
      own.set(
        part
          .map((piece) => piece.sums.join())
          .sort()
          .join('|'),
        part,
      );
    }
    const parts = [...own.values()];
    if (cellsOf(parts[0]!) > 2) return [];
    return [{ sums: matter, ways: parts.flatMap(waysOf) }];
  });
}

function cellsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((cells, piece) => cells + piece.cells, 0);
}

/** Every choice among the alternatives of one piece, or of two. */
function waysOf(pieces: readonly Piece[]): readonly (readonly Change[])[] {
  return pieces.reduce<readonly (readonly Change[])[]>(
    (ways, piece) => ways.flatMap((way) => piece.ways.map((more) => [...way, ...more])),
    [[]],
  );
}

/**
 * All choices of pieces that mend every one of these sums once, with as few cells as can be; empty if `MOST_CELLS` do not do.
 * Null: a bound was met.
 */
function fewestCells(
  sums: readonly number[],
  piecesWith: ReadonlyMap<number, readonly Piece[]>,
  work: Work,
): readonly (readonly Piece[])[] | null {
  if (work.steps > work.limit) return null;
  if (sums.some((sum) => !piecesWith.has(sum))) return [];
  const left = new Set(sums);
  const chosen: Piece[] = [];
  const last = work.steps + MOST_NODES;
  const answers: Piece[][] = [];
  let most = Math.ceil(sums.length / MOST_SUMS_OF_CELL);
  const tooMany = (): boolean => work.steps > Math.min(last, work.limit) || answers.length > MOST_ANSWERS;
  const visit = (cells: number): void => {
    if (tooMany()) return;
    work.steps += 1;
    if (left.size === 0) {
      answers.push([...chosen]);
      return;
    }
    if (cells + Math.ceil(left.size / MOST_SUMS_OF_CELL) > most) return;
    let fewest: readonly Piece[] | null = null;
    for (const sum of left) {
      const fitting = piecesWith.get(sum)!.filter((piece) => cells + piece.cells <= most && piece.sums.every((each) => left.has(each)));
      if (fewest === null || fitting.length < fewest.length) fewest = fitting;
      if (fewest.length < 2) break;
    }
    for (const piece of fewest ?? []) {
      for (const sum of piece.sums) left.delete(sum);
      chosen.push(piece);
      visit(cells + piece.cells);
      chosen.pop();
      for (const sum of piece.sums) left.add(sum);
    }
  };
  for (; most <= MOST_CELLS && answers.length === 0 && !tooMany(); most++) visit(0);
  return tooMany() ? null : answers;
}
