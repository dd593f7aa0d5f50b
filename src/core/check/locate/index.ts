// Sums that break → the cells most likely wrong and the numbers that would mend them. A suggestion, never a correction.
// Error localisation after Fellegi and Holt: the fewest cells whose change lets every sum hold, also those that hold already.
import type { Identity } from '../../form/edition.ts';
import type { Slip, Suspect } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { layoutOf, placeName, rowName } from '../layout.ts';
import type { RuleContext } from '../rule.ts';
import { findShift } from '../shift.ts';
import { mendByOne, mendByTwo } from './mend.ts';
import type { Change } from './mend.ts';
import { partShifts } from './part-shift.ts';
import type { PartShift } from './part-shift.ts';
import { PLAUSIBILITY, SLIP_NAMES, TELLING, slipOf, slipOfTwo } from './slip.ts';
import { brokenGroups, sumSystemOf } from './sum-system.ts';
import type { SumSystem, Work } from './sum-system.ts';

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
 * Pairs of cells tried over a whole report. Sums that belong together and are more than six are not even tried; the most that was
 * met in reports with every sum broken in turn is below 4,000, so this bound is for what nobody has thought of.
 */
export const MOST_STEPS = 50_000;
/** Pairs shown for one group; singles are all shown. */
const MOST_PAIRS = 12;

const MANY = '需改动三处以上，无法推断是哪几处填错，请逐格核对原件。';
const LOOSE = '需改动两处以上，有的算式无法核对，无法推断是哪几处填错，请逐格核对原件。';
const ENDED = '不平的算式牵连太多，未能推断是哪几处填错，请逐格核对原件。';
const CAVEAT = '仅供参考，以原件为准。';

interface Location {
  readonly sums: ReadonlyMap<Identity, Located>;
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
    const work: Work = { steps: 0, limit: MOST_STEPS };
    const sums = search(context, work);
    location = { sums, steps: work.steps };
    known.set(context.report, location);
  }
  return location;
}

/** Broken sums that belong together, on the way to an answer. */
interface Group {
  sums: readonly number[];
  suspects: readonly Suspect[];
  unlocated?: string;
}

function search(context: RuleContext, work: Work): ReadonlyMap<Identity, Located> {
  const located = new Map<Identity, Located>();
  const printed = sumSystemOf(context, new Map());
  if (printed.gaps.every((gap) => gap === 0)) return located;

  const tell = (identities: readonly Identity[], suspects: readonly Suspect[], unlocated?: string): void => {
    const cause = `sums ${identities[0]!.kind} ${identities[0]!.right[0]}`;
    for (const identity of identities) located.set(identity, { cause, suspects, ...(unlocated === undefined ? {} : { unlocated }) });
  };

  // Rows that slipped with their totals go first: what they explain is explained, and the rest is looked at as if they stood right.
  const moved = new Map<string, number>();
  const explained = new Set<number>();
  printed.identities.forEach((identity, row) => {
    if (identity.kind !== 'rowSum' || printed.gaps[row] === 0) return;
    const suspect = findShift(context, identity)?.suspect;
    if (!suspect) return;
    const touched = printed.cells
      .filter(({ key }) => suspect.cells.some((cell) => cell.key === key))
      .flatMap(({ sums }) => [...sums.keys()]);
    const mends = [...new Set([row, ...touched])];
    if (mends.some((sum) => explained.has(sum))) return;
    for (const sum of mends) explained.add(sum);
    for (const { key, mended } of suspect.cells) moved.set(key, mended);
    tell(
      mends.filter((sum) => printed.gaps[sum] !== 0).map((sum) => printed.identities[sum]!),
      [suspect],
    );
  });

  const system = moved.size === 0 ? printed : sumSystemOf(context, moved);
  const speaker = speakerOf(context, system, moved);
  const groups: Group[] = brokenGroups(system).map((sums) => ({ sums, suspects: speaker.singles(mendByOne(system, sums, work)) }));
  shiftParts(system, groups, speaker);
  pairUp(system, groups, speaker, work);
  for (const { sums, suspects, unlocated } of groups) {
    if (sums.length === 0) continue;
    tell(
      sums.map((sum) => system.identities[sum]!),
      suspects,
      unlocated,
    );
  }
  return located;
}

/** Rows whose parts slipped without their total: groups that no single cell explains and one such row does become one. */
function shiftParts(system: SumSystem, groups: Group[], speaker: Speaker): void {
  if (groups.every(({ suspects }) => suspects.length > 0)) return;
  const answers = new Map<string, { shifts: PartShift[]; whole: Group[] }>();
  for (const shift of partShifts(system)) {
    const whole = groups.filter(({ sums }) => sums.some((sum) => shift.mends.includes(sum)));
    const open = whole.every(({ sums, suspects }) => suspects.length === 0 && sums.every((sum) => shift.mends.includes(sum)));
    if (!open) continue;
    const id = whole.map(({ sums }) => sums.join()).join('|');
    const same = answers.get(id);
    if (same) same.shifts.push(shift);
    else answers.set(id, { shifts: [shift], whole });
  }
  for (const { shifts, whole } of answers.values()) {
    if (whole.some(({ sums, suspects }) => sums.length === 0 || suspects.length > 0)) continue;
    merge(whole, speaker.shifts(shifts));
  }
}

/** Looks for two cells where one does not do, first over two groups at once: two cells of one row can break two columns. */
function pairUp(system: SumSystem, groups: Group[], speaker: Speaker, work: Work): void {
  const open = groups.filter(({ suspects, sums }) => suspects.length === 0 && sums.length > 0);
  const join = (one: Group, other: Group): boolean => {
    if (one === other || one.sums.length === 0 || other.sums.length === 0) return false;
    const sums = [...one.sums, ...other.sums].sort((a, b) => a - b);
    const suspects = speaker.pairs(mendByTwo(system, sums, work).pairs);
    if (suspects.length === 0) return false;
    merge([one, other], suspects);
    return true;
  };
  open.forEach((one, index) => {
    // Joined with an earlier one meanwhile.
    if (one.suspects.length > 0 || one.sums.length === 0) return;
    const partner = open.slice(index + 1).find((other) => other.suspects.length === 0 && join(one, other));
    if (partner) return;
    const { pairs, loose } = mendByTwo(system, one.sums, work);
    one.suspects = speaker.pairs(pairs);
    if (one.suspects.length > 0) return;
    // A group that would need three cells or more by itself may need two together with one that was thought explained.
    if (groups.some((other) => other.suspects.length > 0 && other.suspects[0]!.slip !== 'shifted' && join(one, other))) return;
    one.unlocated = work.steps > work.limit ? ENDED : loose ? LOOSE : MANY;
  });
}

/** Makes one group of several; the others stay behind empty. */
function merge(groups: readonly Group[], suspects: readonly Suspect[]): void {
  const [first, ...rest] = groups;
  first!.sums = groups.flatMap(({ sums }) => sums).sort((a, b) => a - b);
  first!.suspects = suspects;
  delete first!.unlocated;
  for (const each of rest) {
    each.sums = [];
    each.suspects = [];
    delete each.unlocated;
  }
}

interface Speaker {
  singles(changes: readonly Change[]): readonly Suspect[];
  pairs(pairs: readonly (readonly [Change, Change])[]): readonly Suspect[];
  shifts(shifts: readonly PartShift[]): readonly Suspect[];
}

/** Ranks what mends the sums and puts it into words. Cells of rows that slipped are not named twice. */
function speakerOf(context: RuleContext, system: SumSystem, moved: ReadonlyMap<string, number>): Speaker {
  const layout = layoutOf(context.report);
  const keyOf = ({ cell }: Change): string => system.cells[cell]!.key;
  const cellOf = (change: Change) => ({ key: keyOf(change), printed: system.cells[change.cell]!.printed, mended: change.mended });
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
    return slipOf(printed, mended, { total: isTotal(key), beside: numbers });
  };
  /** What would come of it: where a sum was not judged, that is not promised. */
  const outcome = (changes: readonly Change[]): string =>
    changes.some(({ cell }) => system.cells[cell]!.open) ? '则能够核对的有关算式全部相平' : '则有关算式全部相平';
  const looks = (each: Slip | undefined): string => (each ? `（疑似${SLIP_NAMES[each]}）` : '');
  const others = (count: number, what: string): string =>
    count > 0 ? `另有${count}${what}也能使算式相平，不能断定是哪一${what[0]}。` : '';

  return {
    singles(changes) {
      const ranked = changes
        .filter((change) => !moved.has(keyOf(change)))
        .map((change) => ({ change, slip: slip(change) }))
        .sort((a, b) => weightOf(b.slip) - weightOf(a.slip));
      const several = ranked.length > 1;
      return ranked.map((each) => {
        const { key, printed, mended } = cellOf(each.change);
        const why =
          `${several ? '可能' : '最可能'}是${placeName(key)}：${shown(printed)}，改为${mended}${outcome([each.change])}${looks(each.slip)}。` +
          `${others(ranked.length - 1, '处改动')}${CAVEAT}`;
        return suspectOf([cellOf(each.change)], why, each.slip, several);
      });
    },
    pairs(pairs) {
      const ranked = pairs
        .filter((pair) => !pair.some((change) => moved.has(keyOf(change))))
        .map((pair) => {
          const [one, other] = [cellOf(pair[0]), cellOf(pair[1])];
          const both = slipOfTwo(one, other, {
            neighbours: beside(one.key).includes(other.key),
            summed: system.identities.some(({ left, right }) => isSummed(one.key, other.key, left, right)),
          });
          const slips = [slip(pair[0]), slip(pair[1])];
          // Two slips are less likely than one that explains both cells.
          const weights = [...slips.map(weightOf), both ? 2 * PLAUSIBILITY[both] : 0];
          const telling = weights.reduce((sum, weight) => sum + (weight < TELLING ? 0 : weight), 0);
          const weight = weights.reduce((sum, each) => sum + each, 0);
          return { pair, slips, both, telling, weight };
        })
        .sort((a, b) => b.telling - a.telling || b.weight - a.weight);
      const best = ranked.filter(({ telling }) => telling === ranked[0]!.telling).length;
      return ranked.slice(0, MOST_PAIRS).map(({ pair, slips, both }, index) => {
        const equal = best > 1 && index < best;
        const parts = pair.map((change, place) => {
          const { key, printed, mended } = cellOf(change);
          return `${placeName(key)}${shown(printed)}，改为${mended}${both ? '' : looks(slips[place])}`;
        });
        const why =
          `${equal || index > 0 ? '可能' : '最可能'}是两处：${parts.join('；')}，${outcome(pair)}${looks(both)}。` +
          `${others(ranked.length - 1, '种改法')}${CAVEAT}`;
        return suspectOf(pair.map(cellOf), why, both, equal);
      });
    },
    shifts(shifts) {
      const kept = shifts.filter(({ changes }) => !changes.some((change) => moved.has(keyOf(change))));
      return kept.map(({ direction, row, changes }) => {
        const form = layout.rowOf.get(system.identities[row]!.right[0]!);
        const name = form ? rowName(form.row) : system.identities[row]!.name;
        const why =
          `${kept.length > 1 ? '可能' : '最可能'}是表三“${name}”一行的六类数字错了一列：向${direction === 'left' ? '左' : '右'}移一列` +
          `${outcome(changes)}。${others(kept.length - 1, '种改法')}${CAVEAT}`;
        return suspectOf(changes.map(cellOf), why, 'shifted', kept.length > 1);
      });
    },
  };
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

/** A cell that others add up to. */
function isTotal(key: string): boolean {
  return key.endsWith('.total') || key.startsWith('t3.r.total.');
}
