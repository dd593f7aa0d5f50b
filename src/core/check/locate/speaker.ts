// Ranks what would mend broken sums and puts it into words. A suggestion, and every sentence says so.
import type { Slip, Suspect } from '../../model/finding.ts';
import { columnName, isTotalCell, layoutOf, placeName, rowName } from '../tables/layout.ts';
import type { RuleContext } from '../rule.ts';
import type { Change } from './mend.ts';
import type { RowMove } from './row-moves.ts';
import { PLAUSIBILITY, SLIP_NAMES, TELLING, slipOf, slipOfTwo } from './slip.ts';
import type { SumSystem } from './sum-system.ts';
import { supportOf } from './witnesses.ts';

/** Pairs shown for one matter, unless more than these are equals: equals are all shown, as are singles. Table three has 22 rows of parts. */
const MOST_PAIRS = 24;
/** What a witness outside of the sums adds. */
const BORNE_OUT = '改后与正文所写的数或分类小计一致。';
const CAVEAT = '仅供参考，以原件为准。';

/** Words for what was found. */
export interface Speaker {
  /** Ways to mend the same sums: all of one cell, or all of two. */
  ways(ways: readonly (readonly Change[])[]): readonly Suspect[];
  /** Moves of rows that mend the same sums. */
  moves(moves: readonly RowMove[]): readonly Suspect[];
}

/** Speaks of one system of sums. */
export function speakerOf(context: RuleContext, system: SumSystem): Speaker {
  const layout = layoutOf(context.report);
  const cellOf = (change: Change) => ({
    key: system.cells[change.cell]!.key,
    printed: system.cells[change.cell]!.printed,
    mended: change.mended,
  });
  const beside = (key: string): readonly string[] => {
    const row = layout.rowOf.get(key);
    if (!row) return [];
    const column = row.keys.indexOf(key);
    const rows = layout.rows.filter((each) => each.table.id === row.table.id && each.keys.length === row.keys.length);
    const at = rows.indexOf(row);
    const around = [row.keys[column - 1], row.keys[column + 1], rows[at - 1]?.keys[column], rows[at + 1]?.keys[column]];
    return around.flatMap((each) => each ?? []);
  };
  const slip = (change: Change): Slip | undefined => {
    const { key, printed, mended } = cellOf(change);
    const numbers = beside(key).flatMap((each) => context.fact(each)?.value ?? []);
    return slipOf(printed, mended, { total: isTotalCell(key), beside: numbers });
  };
  /** What would come of it: where a sum was not judged, that is not promised. */
  const outcome = (changes: readonly Change[]): string =>
    changes.some(({ cell }) => system.cells[cell]!.open) ? '则能够核对的有关算式全部相平' : '则有关算式全部相平';
  const looks = (each: Slip | undefined): string => (each ? `（疑似${SLIP_NAMES[each]}）` : '');
  const others = (count: number, what: string): string =>
    count > 0 ? `另有${count}${what}也能使算式相平，不能断定是哪一${what[0]}。` : '';

  const singles = (changes: readonly Change[]): readonly Suspect[] => {
    const several = changes.length > 1;
    const ranked = changes
      .map((change) => ({ change, slip: slip(change), support: several ? supportOf(context, [cellOf(change)]) : 0 }))
      .sort((a, b) => b.support - a.support || weightOf(b.slip) - weightOf(a.slip));
    return ranked.map((each) => {
      const { key, printed, mended } = cellOf(each.change);
      const why =
        `${several ? '可能' : '最可能'}是${placeName(key)}：${shown(printed)}，改为${mended}${outcome([each.change])}${looks(each.slip)}。` +
        `${each.support > 0 ? BORNE_OUT : ''}${others(ranked.length - 1, '处改动')}${CAVEAT}`;
      return suspectOf([cellOf(each.change)], why, each.slip, several);
    });
  };

  const pairs = (ways: readonly (readonly Change[])[]): readonly Suspect[] => {
    const ranked = ways
      .map((pair) => {
        const [one, other] = [cellOf(pair[0]!), cellOf(pair[1]!)];
        const both = slipOfTwo(one, other, {
          neighbours: beside(one.key).includes(other.key),
          summed: system.identities.some(({ left, right }) => isSummed(one.key, other.key, left, right)),
        });
        const slips = pair.map(slip);
        // Two slips are less likely than one that explains both cells.
        const weights = [...slips.map(weightOf), both ? 2 * PLAUSIBILITY[both] : 0];
        const telling = weights.reduce((sum, weight) => sum + (weight < TELLING ? 0 : weight), 0);
        const weight = weights.reduce((sum, each) => sum + each, 0);
        return { pair, slips, both, telling, weight, support: ways.length > 1 ? supportOf(context, [one, other]) : 0 };
      })
      .sort((a, b) => b.support - a.support || b.telling - a.telling || b.weight - a.weight);
    const [first] = ranked;
    const best = ranked.filter(({ support, telling }) => support === first!.support && telling === first!.telling).length;
    return ranked.slice(0, Math.max(MOST_PAIRS, best)).map(({ pair, slips, both, support }, index) => {
      const equal = best > 1 && index < best;
      const parts = pair.map((change, place) => {
        const { key, printed, mended } = cellOf(change);
        return `${placeName(key)}${shown(printed)}，改为${mended}${both ? '' : looks(slips[place])}`;
      });
      const why =
        `${equal || index > 0 ? '可能' : '最可能'}是两处：${parts.join('；')}，${outcome(pair)}${looks(both)}。` +
        `${support > 0 ? BORNE_OUT : ''}${others(ranked.length - 1, '种改法')}${CAVEAT}`;
      return suspectOf(pair.map(cellOf), why, both, equal);
    });
  };

  return {
    ways: (ways) => (ways[0]?.length === 1 ? singles(ways.flat()) : pairs(ways)),
    moves: (moves) =>
      moves.map((move) => {
        const open = move.cells.some(({ key }) => system.cells.some((cell) => cell.key === key && cell.open));
        const why =
          `${moves.length > 1 ? '可能' : '最可能'}是${whatOf(move)}${open ? '则能够核对的有关算式全部相平' : '则有关算式全部相平'}。` +
          `${others(moves.length - 1, '种改法')}${CAVEAT}`;
        return suspectOf(move.cells, why, move.kind === 'exchanged' ? 'exchanged' : 'shifted', moves.length > 1);
      }),
  };
}

const WAYS = { left: '左', right: '右', up: '上', down: '下' } as const;

/** What happened, and what would put it right. */
function whatOf({ kind, rows, column, partsOnly }: RowMove): string {
  const names = rows.map(({ row }) => `“${rowName(row)}”`);
  if (kind === 'exchanged') return `表三${names.join('和')}两行的数字互换了：换回来`;
  const way = WAYS[kind];
  if (column) return `表三“${columnName(column)}”一列从${names[0]}到${names[1]}的数字错了一行：向${way}移一行`;
  return `表三${names[0]}一行的${partsOnly ? '六类' : ''}数字错了一列：向${way}移一列`;
}

function suspectOf(cells: Suspect['cells'], why: string, slip: Slip | undefined, equal: boolean): Suspect {
  return { cells, why, ...(slip ? { slip } : {}), ...(equal ? { equal } : {}) };
}

function weightOf(slip: Slip | undefined): number {
  return slip ? PLAUSIBILITY[slip] : 0;
}

function shown(printed: number | null): string {
  return printed === null ? '表中为空' : `填${printed}`;
}

/** Is one of the two the total of a sum in which the other is a part? */
function isSummed(one: string, other: string, left: readonly string[], right: readonly string[]): boolean {
  return right.length === 1 && ((right[0] === one && left.includes(other)) || (right[0] === other && left.includes(one)));
}
