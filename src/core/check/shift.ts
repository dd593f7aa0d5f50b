// Was a row of table three typed one column too far? Tried only where the row does not add up; never a correction.
import type { Identity } from '../form/edition.ts';
import type { Suspect } from '../model/finding.ts';
import { layoutOf } from './layout.ts';
import type { RuleContext } from './rule.ts';
import { keysOfIdentity, walk } from './identities.ts';

export interface Shift {
  /** Way in which the values have to move to add up. */
  readonly direction: 'left' | 'right';
  readonly suspect: Suspect;
}

/**
 * Finds out whether moving a row's values one column (the last going round to the other end) makes the row add up and,
 * in every column whose number changes, the sums of table three in which this row stands.
 * @param rowSum the row's own sum
 */
export function findShift(context: RuleContext, rowSum: Identity): Shift | null {
  if (walk(context, rowSum).state !== 'breaks') return null;
  const keys = keysOfIdentity(rowSum);
  const printed = keys.map((key) => context.fact(key)!.value);
  const columns = layoutOf(context.report).identities.filter(({ kind }) => kind === 'balance' || kind === 'resultSum');
  for (const direction of ['left', 'right'] as const) {
    const moved = movedBack(printed, direction);
    const total = moved[moved.length - 1];
    const parts = moved.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0);
    if (!total || total !== parts) continue;
    const changed = new Map(
      keys.map((key, index) => [key, moved[index] ?? 0] as const).filter(([, value], index) => value !== (printed[index] ?? 0)),
    );
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
 * The row moved by one column. What went over the edge comes round from the other end; where only a 0 stands there, the number was lost, and
 * the row's own sum says what it was. The columns must bear it out. A blank cell is not 0: the missing number may belong there, so nothing is worked out.
 */
function movedBack(printed: readonly (number | null)[], direction: 'left' | 'right'): (number | null)[] {
  const edge = direction === 'left' ? printed[0]! : printed[printed.length - 1]!;
  const rest = direction === 'left' ? printed.slice(1) : printed.slice(0, -1);
  const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, value) => all + (value ?? 0), 0);
  if (edge || printed.includes(null)) return direction === 'left' ? [...rest, edge] : [edge, ...rest];
  if (direction === 'left') return [...rest, sum(rest)];
  const lost = (rest[rest.length - 1] ?? 0) - sum(rest.slice(0, -1));
  return [lost >= 0 ? lost : edge, ...rest];
}

/** Does a sum hold if some numbers were others? Only where every number is certain. */
function holdsWith(context: RuleContext, identity: Identity, changed: ReadonlyMap<string, number>): boolean {
  const state = walk(context, identity).state;
  if (state === 'open' || state === 'hopeless') return false;
  const sum = (side: readonly string[]): number =>
    side.reduce((total, key) => total + (changed.get(key) ?? context.fact(key)?.value ?? 0), 0);
  return sum(identity.left) === sum(identity.right);
}
