// Was a row of table three typed one column too far? Tried only where the row does not add up; never a correction.
import type { Identity } from '../../form/edition.ts';
import type { Suspect } from '../../model/finding.ts';
import { layoutOf } from './layout.ts';
import type { RuleContext } from '../rule.ts';
import { keysOfIdentity, walk } from './identities.ts';

/** A row whose numbers stand beside their columns. */
export interface Shift {
  /** Way in which the values have to move to add up. */
  readonly direction: 'left' | 'right';
  readonly suspect: Suspect;
}

/** Printed numbers of a row, the total last; null is an empty cell. */
export type RowNumbers = readonly (number | null)[];

/** A single number that would be another is no row that slipped. */
const FEWEST_CELLS = 2;

/**
 * Finds out whether moving a row's values one column makes the row add up and, in every column whose number changes, the sums of table
 * three in which this row stands.
 * @param rowSum the row's own sum
 */
export function findShift(context: RuleContext, rowSum: Identity): Shift | null {
  if (walk(context, rowSum).state !== 'breaks') return null;
  const keys = keysOfIdentity(rowSum);
  const printed = keys.map((key) => context.fact(key)!.value);
  const columns = layoutOf(context.report).identities.filter(({ kind }) => kind === 'balance' || kind === 'resultSum');
  for (const direction of ['left', 'right'] as const) {
    const moved = slipped(printed, direction, false);
    if (!moved) continue;
    const changed = new Map(
      keys.map((key, index) => [key, moved[index] ?? 0] as const).filter(([, value], index) => value !== (printed[index] ?? 0)),
    );
    if (changed.size < FEWEST_CELLS) continue;
    const touched = columns.filter((identity) => keysOfIdentity(identity).some((key) => changed.has(key)));
    if (touched.length === 0 || !touched.every((identity) => holdsWith(context, identity, changed))) continue;
    const cells = [...changed].map(([key, mended]) => ({ key, printed: context.fact(key)!.value, mended }));
    const why =
      `最可能是整行错了一列：整行数值向${direction === 'left' ? '左' : '右'}移一列后，该行合计和所在各列的勾稽都成立。` +
      '仅供参考，以原件为准。';
    return { direction, suspect: { cells, why, slip: 'shifted' } };
  }
  return null;
}

/**
 * The row one column further: what went over the edge comes round; where nothing did, a number was lost there, and the row's own sum says
 * which. The columns have to bear it out. Null: it would not add up, or an empty cell within could be the missing number.
 */
export function slipped(numbers: RowNumbers, direction: 'left' | 'right', partsOnly: boolean): RowNumbers | null {
  const total = numbers.length - 1;
  const moving = partsOnly ? numbers.slice(0, total) : numbers;
  const left = direction === 'left';
  const over = left ? moving[0]! : moving[moving.length - 1]!;
  const rest = left ? moving.slice(1) : moving.slice(0, -1);
  const put = (number: number | null): RowNumbers => {
    const moved = left ? [...rest, number] : [number, ...rest];
    return partsOnly ? [...moved, numbers[total]!] : moved;
  };
  const around = put(over);
  if (over || rest.includes(null)) return addsUp(around) ? around : null;
  // Read with nothing in the place that was lost: what is missing belongs there.
  const [bare, sum] = [put(0), sumOfParts(put(0))];
  const lost = left && !partsOnly ? sum : (bare[total] ?? 0) - sum;
  const whole = put(lost);
  return lost >= 0 && addsUp(whole) ? whole : null;
}

function sumOfParts(numbers: RowNumbers): number {
  return numbers.slice(0, -1).reduce<number>((sum, number) => sum + (number ?? 0), 0);
}

/** A row of zeros adds up, and tells nothing. */
function addsUp(numbers: RowNumbers): boolean {
  const total = numbers[numbers.length - 1];
  return !!total && total === sumOfParts(numbers);
}

/** Does a sum hold if some numbers were others? Only where every number is certain. */
function holdsWith(context: RuleContext, identity: Identity, changed: ReadonlyMap<string, number>): boolean {
  const state = walk(context, identity).state;
  if (state === 'open' || state === 'hopeless') return false;
  const sum = (side: readonly string[]): number =>
    side.reduce((total, key) => total + (changed.get(key) ?? context.fact(key)?.value ?? 0), 0);
  return sum(identity.left) === sum(identity.right);
}
