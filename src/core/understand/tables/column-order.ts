// In which order the headers say their columns stand: read off line by line, since a header of two levels has its upper words in one line
// and the five kinds of 法人或其他组织 in the next. Knows nothing of numbers.
import { labelCore } from '../../form/label.ts';
import { APPLICANTS, OUTCOMES } from '../../model/vocabulary.ts';
import type { ColumnSeen, Instance, Line } from './instance.ts';

const GROUP_HEAD = labelCore('法人或其他组织');
const UPPER: ReadonlySet<string> = new Set(['natural', 'total']);
/** What stands in the upper line. */
const LEVELS: readonly string[] = ['natural', 'group', 'total'];

/** Last words of the keys of the columns in each header line, as printed. */
function linesOf(instance: Instance): readonly { readonly line: Line; readonly leaves: readonly string[] }[] {
  const byLine = new Map<Line, ColumnSeen[]>();
  for (const seen of instance.columns) {
    const same = byLine.get(seen.line);
    if (same) same.push(seen);
    else byLine.set(seen.line, [seen]);
  }
  return [...byLine].map(([line, seen]) => ({ line, leaves: seen.map(({ key }) => key.split('.')[2]!) }));
}

/** Do they stand in the order of the form, as far as they stand there? */
function isInOrder(leaves: readonly string[], form: readonly string[]): boolean {
  return leaves.every((leaf, index) => index === 0 || form.indexOf(leaves[index - 1]!) < form.indexOf(leaf));
}

/** Words printed once for every column they cover are one. */
const withoutRepeats = (leaves: readonly string[]): readonly string[] => leaves.filter((leaf, at) => at === 0 || leaves[at - 1] !== leaf);

/** Does each of these say nothing else than the whole? */
function agree(orders: readonly (readonly string[])[], whole: readonly string[]): boolean {
  return orders.every((order) => isInOrder(order, whole));
}

/**
 * Columns of table three as the headers print them: the order of the form where nothing says otherwise; null where the headers
 * show another order and do not tell it whole, or say it twice and differently.
 */
export function orderOfApplicants(instance: Instance): readonly string[] | null {
  const flat: (readonly string[])[] = [];
  const upper: (readonly string[])[] = [];
  const lower: (readonly string[])[] = [];
  for (const { line, leaves: printed } of linesOf(instance)) {
    const leaves = withoutRepeats(printed);
    const group = line.cells.find((cell) => labelCore(cell.text) === GROUP_HEAD);
    const inner = leaves.filter((leaf) => !UPPER.has(leaf));
    if (!group && inner.length > 0) {
      flat.push(leaves);
      continue;
    }
    // Levels written into one line one after the other say the order of each.
    lower.push(inner);
    const seen = new Map(instance.columns.filter((each) => each.line === line).map(({ cell, key }) => [cell, key.split('.')[2]!]));
    const outer = line.cells.map((cell) => (cell === group ? 'group' : (seen.get(cell) ?? '')));
    upper.push(withoutRepeats(outer.filter((leaf) => leaf === 'group' || UPPER.has(leaf))));
  }
  if (agree([...flat, ...lower], APPLICANTS) && agree(upper, LEVELS)) return APPLICANTS;
  const [within, around] = [[...lower, ...flat].find(({ length }) => length === 5), upper.find(({ length }) => length === LEVELS.length)];
  const whole =
    flat.find(({ length }) => length === APPLICANTS.length) ??
    (within && around ? around.flatMap((leaf) => (leaf === 'group' ? within : [leaf])) : null);
  if (whole === null || new Set(whole).size < APPLICANTS.length || !agree([...flat, ...lower], whole)) return null;
  const levels = withoutRepeats(whole.map((leaf) => (UPPER.has(leaf) ? leaf : 'group')));
  return agree(upper, levels) ? whole : null;
}

/**
 * Whether nothing in the headers of table four speaks against the order of the form within a group: in no line does the order begin
 * anew more often than there are groups.
 */
export function isInOrderOfOutcomes(instance: Instance): boolean {
  return linesOf(instance).every(({ leaves: printed }) => {
    const leaves = withoutRepeats(printed).map((leaf) => OUTCOMES.findIndex((outcome) => outcome === leaf));
    const anew = leaves.filter((leaf, index) => index > 0 && leaf < leaves[index - 1]!).length;
    return anew < Math.max(1, Math.ceil(leaves.length / OUTCOMES.length));
  });
}
