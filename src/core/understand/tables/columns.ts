// Which column of the form stands in which printed column, from the headers above the numbers.
import { editionById, editions } from '../../form/index.ts';
import type { ColumnForm } from '../../form/edition.ts';
import { labelCore } from '../../form/label.ts';
import { APPLICANTS, DISPUTES, OUTCOMES } from '../../model/vocabulary.ts';
import type { EditionId } from '../../model/vocabulary.ts';
import { findColumn } from '../label-index.ts';
import type { ColumnSeen, Instance, Line } from './instance.ts';

/** A column of values: last part of its key, and what the form says of it. */
export interface Column {
  readonly key: string;
  readonly form: ColumnForm;
}

const GROUP_HEAD = labelCore('法人或其他组织');

/** Columns of table three in the order they are printed. */
export function applicantColumns(instance: Instance): { columns: readonly Column[]; sure: boolean } {
  const forms = editionById('2021').tables.find((table) => table.id === 't3')!.blocks[0]!.columns;
  const form = (key: string): ColumnForm => forms.find((column) => column.key === key)!;
  const seen = new Set(instance.columns.map((column) => column.key.split('.')[2]!));
  const byRow = new Map<Line, string[]>();
  for (const { key, line } of instance.columns) {
    const keys = byRow.get(line);
    if (keys) keys.push(key.split('.')[2]!);
    else byRow.set(line, [key.split('.')[2]!]);
  }
  // A line that holds the head of the group too is a header of several levels written one after the other, not an order.
  const isFlat = (line: Line): boolean => !line.cells.some((cell) => labelCore(cell.text) === GROUP_HEAD);
  const whole = [...byRow].find(
    ([line, keys]) => new Set(keys).size === APPLICANTS.length && keys.length === APPLICANTS.length && isFlat(line),
  )?.[1];
  const order: readonly string[] = whole ?? APPLICANTS;
  // Another order than the form's is believed only where the file itself has a grid.
  const believed = order.every((key, index) => key === APPLICANTS[index]) || instance.columns.every(({ line }) => line.geometry === 'grid');
  return { columns: order.map((key) => ({ key, form: form(key) })), sure: seen.size >= 5 && believed };
}

/** Columns of table four in the order they are printed: three times five. */
export function disputeColumns(instance: Instance): { columns: readonly Column[]; sure: boolean } {
  const forms = editionById('2021').tables.find((table) => table.id === 't4')!.blocks[0]!.columns;
  const leaves = instance.columns.map((column) => column.key.split('.')[2]!);
  const groups = instance.groups.map((group) => group.key.split('.')[1]!);
  const groupOrder = DISPUTES.every((key) => groups.filter((each) => each === key).length === 1) ? groups : [...DISPUTES];
  // One row a group: then the groups are labels of rows.
  const hasGroupRows = DISPUTES.every((key) => instance.drafts.filter((draft) => draft.entry?.key === `t4.${key}`).length === 1);
  const canonical = (order: readonly string[]): readonly Column[] =>
    order.flatMap((group) => OUTCOMES.map((outcome) => column(`${group}.${outcome}`)));
  const column = (key: string): Column => ({ key, form: forms.find((each) => each.key === key)! });
  if (leaves.length === 15) {
    const sets = [0, 5, 10].map((start) => leaves.slice(start, start + 5));
    if (sets.every((set) => new Set(set).size === 5)) {
      const printed = sets.flatMap((set, index) => set.map((leaf) => column(`${groupOrder[index]!}.${leaf}`)));
      const official = canonical(DISPUTES).every((each, index) => each.key === printed[index]!.key);
      return { columns: printed, sure: official || instance.columns.every(({ line }) => line.geometry === 'grid') };
    }
  }
  if (leaves.length === 5 && new Set(leaves).size === 5) {
    return {
      columns: groupOrder.flatMap((group) => leaves.map((leaf) => column(`${group}.${leaf}`))),
      sure: groups.length >= 2 || hasGroupRows,
    };
  }
  return { columns: canonical(groupOrder), sure: groups.length >= 2 || leaves.length >= 10 };
}

/** Grid columns of the header cells, where the file knows them: only if every column of the form was found once, side by side. */
export function gridColumns(
  instance: Instance,
  block: number,
  columns: readonly Column[],
): readonly { readonly from: number; readonly to: number }[] | null {
  const inBlock = instance.columns.filter((column) => column.line.block === block);
  const source = inBlock.length > 0 ? inBlock : instance.columns;
  const spans = columns.map(({ key }) => {
    const hit = source.find((seen) => {
      if (seen.line.geometry !== 'grid') return false;
      const leaf = seen.key.split('.')[2]!;
      if (instance.table === 't3') return leaf === key;
      const [group, outcome] = key.split('.');
      if (leaf !== outcome) return false;
      return groupAbove(instance, seen) === group;
    });
    const cell = hit?.cell;
    return cell ? { from: cell.column, to: cell.column + cell.colSpan } : null;
  });
  if (spans.some((span) => span === null)) return null;
  const found = spans as { from: number; to: number }[];
  // Headers whose spans were lost stand above the wrong numbers: then their columns do not follow each other.
  return found.every((span, index) => index === 0 || found[index - 1]!.to <= span.from) ? found : null;
}

/**
 * Whether the gaps that merged cells leave stand at the end of a line: then the first header of the columns begins its line, and
 * numbers follow their label at once. Only where separators are all there is.
 */
export function leavesGapsAtEnd(instance: Instance): boolean {
  const begins = ({ line, cell }: { readonly line: Line; readonly cell: ColumnSeen['cell'] }): boolean =>
    line.geometry !== 'grid' && line.cells[0] === cell;
  if (instance.table === 't3') return instance.columns.some((column) => column.key === 't3.*.natural' && begins(column));
  return instance.table === 't4' && instance.groups.some((group) => group.key === 't4.review' && begins(group));
}

/** Group of table four that stands above a header cell. */
export function groupAbove(instance: Instance, seen: ColumnSeen): string | null {
  const above = instance.groups.filter(
    ({ cell, line }) =>
      line.block === seen.line.block &&
      line.row < seen.line.row &&
      cell.column <= seen.cell.column &&
      seen.cell.column < cell.column + cell.colSpan,
  );
  return above[above.length - 1]?.key.split('.')[1] ?? null;
}

/** Last part of a column's key as it is called in the row's own block. */
export function leafFor(seen: ColumnSeen, blockKey: string): string | null {
  const entries = [seen.entry, ...findColumn(seen.cell.text)];
  const home = entries.find((entry) => entry.key.startsWith(`${blockKey}.`));
  return home ? home.key.split('.')[3]! : null;
}

export function editionOfLeaves(blockKey: string, leaves: readonly string[]): EditionId | null {
  for (const { id, tables } of [...editions].reverse()) {
    const block = tables.find((table) => table.id === 't2')!.blocks.find((each) => each.key === blockKey);
    if (block && leaves.every((leaf) => block.columns.some((column) => column.key === leaf))) return id;
  }
  return null;
}
