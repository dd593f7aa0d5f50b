// Which column of the form stands in which printed column, from the headers above the numbers.
import { editionById, editions } from '../../form/index.ts';
import type { ColumnForm } from '../../form/edition.ts';
import { APPLICANTS, DISPUTES, OUTCOMES } from '../../model/vocabulary.ts';
import type { EditionId } from '../../model/vocabulary.ts';
import { findColumn } from '../label-index.ts';
import { isInOrderOfOutcomes, orderOfApplicants } from './column-order.ts';
import type { ColumnSeen, Instance, Line } from './instance.ts';

/** A column of values: last part of its key, and what the form says of it. */
export interface Column {
  readonly key: string;
  readonly form: ColumnForm;
}

/** The columns of a table as its headers print them. */
export interface PrintedColumns {
  readonly columns: readonly Column[];
  readonly sure: boolean;
  /** The headers show another order than the one the columns are given in, or none that can be told. */
  readonly disordered?: true;
  /** Headers of some columns were not found, and nothing stands where they should be: the table may not have these columns. */
  readonly short?: true;
}

/** Columns of table three in the order they are printed. */
export function applicantColumns(instance: Instance): PrintedColumns {
  const forms = editionById('2021').tables.find((table) => table.id === 't3')!.blocks[0]!.columns;
  const form = (key: string): ColumnForm => forms.find((column) => column.key === key)!;
  const seen = new Set(instance.columns.map((column) => column.key.split('.')[2]!));
  const order = orderOfApplicants(instance);
  // Another order than the form's is believed only where the file itself has a grid.
  const official = order?.every((key, index) => key === APPLICANTS[index]) ?? false;
  const believed = order !== null && (official || instance.columns.every(({ line }) => line.geometry === 'grid'));
  return {
    columns: (order ?? APPLICANTS).map((key) => ({ key, form: form(key) })),
    sure: seen.size >= 5 && believed,
    ...(believed ? {} : { disordered: true }),
    ...(seen.size + unreadBeside(instance) < APPLICANTS.length ? { short: true } : {}),
  };
}

/** Header cells of other words behind the first column that was read. */
function unreadBeside({ columns, unreadHeads }: Instance): number {
  return unreadHeads.filter(({ line, cell }) => columns.some((seen) => seen.line === line && seen.cell.column < cell.column)).length;
}

/** Columns of table four in the order they are printed: three times five. */
export function disputeColumns(instance: Instance): PrintedColumns {
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
      const believed = official || instance.columns.every(({ line }) => line.geometry === 'grid');
      return { columns: printed, sure: believed, ...(believed ? {} : { disordered: true }) };
    }
  }
  if (leaves.length === 5 && new Set(leaves).size === 5) {
    return {
      columns: groupOrder.flatMap((group) => leaves.map((leaf) => column(`${group}.${leaf}`))),
      sure: groups.length >= 2 || hasGroupRows,
    };
  }
  if (!isInOrderOfOutcomes(instance)) return { columns: canonical(groupOrder), sure: false, disordered: true };
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
