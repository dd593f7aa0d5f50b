// Places the values of every row of a table and makes facts of them; says which of them had to be guessed.
import type { BlockForm, RowForm } from '../../form/edition.ts';
import { editionById, editions } from '../../form/index.ts';
import { squeeze } from '../../form/label.ts';
import type { Cell } from '../../model/document.ts';
import type { Fact, RowReading } from '../../model/report.ts';
import type { EditionId, ReportEdition } from '../../model/vocabulary.ts';
import { DISPUTES } from '../../model/vocabulary.ts';
import { findLabel } from '../label-index.ts';
import { isValueCell, readCell, readSplit } from '../numerals.ts';
import { applicantColumns, disputeColumns, editionOfLeaves, gridColumns, leafFor, leavesGapsAtEnd } from './columns.ts';
import type { Column } from './columns.ts';
import { hasCellsOfForm, hasCellsOfHeader, rowsWithTheirCells } from './extent.ts';
import { isHeadSomewhere, placeOf, rowFormOf, rowOrder, tailOf } from './instance.ts';
import type { ColumnSeen, Draft, Instance } from './instance.ts';
import { learnPadding, placeByGrid, placeByOrder } from './place.ts';
import type { Padding, Placement, RowSum } from './place.ts';
import { readSideways } from './sideways.ts';
import type { SidewaysCell } from './sideways.ts';

/** What comes of the rows of a table. */
export interface Finished {
  readonly rows: RowReading[];
  readonly facts: Fact[];
}

/** Fewer rows are no table three: one that lies on its side has two with words of a row, 其他 and 总计. */
const FEWEST_ROWS = 3;
const ROW_SUM: readonly RowSum[] = [{ parts: [0, 1, 2, 3, 4, 5], total: 6 }];

function finishThree(instance: Instance): Finished {
  const printed = applicantColumns(instance);
  const { columns } = printed;
  const totalFirst = columns.findIndex((column) => column.key === 'total');
  const sums = totalFirst === 6 ? ROW_SUM : [];
  const padding = learnPadding(instance.drafts.map(tailOf), columns.length, leavesGapsAtEnd(instance));
  const result: Finished = { rows: [], facts: [] };
  const hasItsCells = rowsWithTheirCells(instance, columns.length);
  for (const [index, draft] of instance.drafts.entries()) {
    if (!draft.entry) continue;
    const grid = draft.line.geometry === 'grid' ? gridColumns(instance, draft.line.block, columns) : null;
    const tail = tailOf(draft);
    const whole = hasItsCells(draft);
    const placement = (grid && placeByGrid(tail, grid, whole)) ?? placeByOrder(tail, columns.length, padding, sums, whole);
    finishRow(
      result,
      draft,
      draft.entry.key,
      placement,
      columns,
      printed.sure &&
        (!printed.short || isFilled(tail, columns.length)) &&
        !endsInWords(draft) &&
        !hasStruckHead(instance) &&
        isTrusted(instance, draft) &&
        !isOutOfOrder(instance, draft),
      (printed.disordered ?? instance.drafts.length < FEWEST_ROWS) || mayGoOn(instance.drafts[index + 1]),
    );
  }
  return { ...result, rows: withoutCellsOfTwins(result.rows) };
}

/** Of a row that was found twice it is not known which of the numbers are its own. */
function withoutCellsOfTwins(rows: readonly RowReading[]): RowReading[] {
  const times = new Map<string, number>();
  for (const { key } of rows) times.set(key, (times.get(key) ?? 0) + 1);
  return rows.map((row) => (times.get(row.key)! > 1 ? { ...row, cells: [] } : row));
}

/** Of loose words the last may be a remark behind the table, and a number in front of it blank. */
function endsInWords({ line: { cells, geometry } }: Draft): boolean {
  const last = cells[cells.length - 1]?.text ?? '';
  return geometry === 'rebuilt' && last.trim() !== '' && !isValueCell(last);
}

/** Loose numbers behind words that are no label may belong to the row before: then not all of its numbers are known. */
const mayGoOn = (next: Draft | undefined): boolean => next?.match === 'position' && next.line.geometry === 'rebuilt';

/** Whether there is a number for every column. */
const isFilled = (tail: readonly Cell[], expected: number): boolean => tail.filter((cell) => cell.text.trim() !== '').length === expected;

/** A row found by likeness counts as sure only in its place in the order of the form; one found by order alone never does. */
function isTrusted(instance: Instance, draft: Draft): boolean {
  if (draft.match === 'position' || mayHaveLostItsLabel(instance, draft)) return false;
  if (draft.match !== 'similar') return true;
  const order = rowOrder(instance.table);
  const index = (each: Draft | undefined): number => (each?.entry ? order.indexOf(each.entry.key) : -1);
  const own = index(draft);
  const at = instance.drafts.indexOf(draft);
  const before = instance.drafts
    .slice(0, at)
    .map(index)
    .filter((each) => each >= 0);
  const after = instance.drafts
    .slice(at + 1)
    .map(index)
    .filter((each) => each >= 0);
  return before.every((each) => each < own) && after.every((each) => each > own);
}

/**
 * Numbers behind the head of a group are subtotals if the group is complete, or the group itself if it has no rows at all;
 * in between they may be those of a row whose own label is gone.
 */
function mayHaveLostItsLabel(instance: Instance, draft: Draft): boolean {
  const key = draft.entry?.key;
  if (!key || rowFormOf(key, 'any')?.values !== false) return false;
  const children = rowOrder(instance.table).filter((each) => each.startsWith(`${key}.`));
  const found = children.filter((child) => instance.drafts.some((each) => each.entry?.key === child)).length;
  return (
    found < children.length && !(found === 0 && isHeadSomewhere(key) && editions.some(({ id }) => rowFormOf(key, id)?.values === true))
  );
}

/**
 * Text taken off a page column by column has its labels in a heap and its numbers in another: then a row holds the labels of
 * other rows in front of its own, or many labels of the block have no number at all. Such rows are never sure.
 */
function isOutOfOrder(instance: Instance, draft: Draft): boolean {
  const heaped = draft.line.cells.slice(0, Math.max(draft.labelIndex, 0)).filter((cell) => {
    const entry = findLabel(cell.text).find((each) => each.axis === 'row' && each.table === instance.table);
    return (
      entry !== undefined && entry.key !== draft.entry?.key && (rowFormOf(entry.key, 'any')?.values ?? false) && !isHeadSomewhere(entry.key)
    );
  });
  if (heaped.length > 0) return true;
  if (draft.line.geometry !== 'rebuilt') return false;
  const bare = instance.bareRows.filter((block) => block === draft.line.block).length;
  const full = instance.drafts.filter((each) => each.line.block === draft.line.block).length;
  return bare >= 3 && bare > full / 4;
}

/** @param disordered the columns stand in an order that is not known: no way to place the numbers in that of the form says anything */
function finishRow(
  result: Finished,
  draft: Draft,
  key: string,
  placement: Placement,
  columns: readonly Column[],
  known: boolean,
  disordered = false,
): void {
  const sure = known && !hasStruckLabel(draft);
  const reading = rowReading(key, draft, placement, columns.length, sure);
  result.rows.push(disordered ? { ...reading, cells: [] } : reading);
  result.facts.push(...factsOf(key, draft, placement, columns, sure));
}

const GROUP_SUMS: readonly RowSum[] = [0, 5, 10].map((start) => ({ parts: [0, 1, 2, 3].map((part) => start + part), total: start + 4 }));

function finishSideways(instance: Instance, cells: readonly SidewaysCell[]): Finished {
  const forms = editionById('2021').tables.find((table) => table.id === 't4')!.blocks[0]!.columns;
  const sure = !hasStruckHead(instance);
  const result: Finished = { rows: [], facts: [] };
  for (const group of DISPUTES) {
    const own = cells.filter((each) => each.group === group);
    const known = sure && !own.some(({ draft }) => hasStruckLabel(draft));
    for (const { outcome, draft, cell } of own) {
      const form = forms.find(({ key }) => key === `${group}.${outcome}`)!;
      result.facts.push(...factsOf(`t4.${group}`, draft, { placed: 'sure', cells: [cell], found: 1 }, [{ key: outcome, form }], known));
    }
    const placement: Placement = { placed: 'sure', cells: own.map(({ cell }) => cell), found: own.length };
    result.rows.push({ ...rowReading(`t4.${group}`, own[0]!.draft, placement, own.length, known), cells: [] });
  }
  return result;
}

function finishFour(instance: Instance): Finished {
  const sideways = readSideways(instance);
  if (sideways) return finishSideways(instance, sideways);
  const printed = disputeColumns(instance);
  const { columns, disordered } = printed;
  const sure = printed.sure && !hasStruckHead(instance);
  const canonical = columns.every((column, index) => index % 5 !== 4 || column.key.endsWith('.total'));
  const result: Finished = { rows: [], facts: [] };
  const unfilled: Draft[] = instance.blankLine
    ? [{ line: instance.blankLine, labelIndex: -1, entry: null, match: 'position', columns: [] }]
    : [];
  for (const draft of instance.drafts.length > 0 ? instance.drafts : unfilled) {
    const group = draft.entry?.key.split('.')[1];
    // The name of a group at the end of a line is a head; its numbers stand elsewhere.
    if (group && tailOf(draft).length === 0 && instance.drafts.length > 1) continue;
    const filled = tailOf(draft).filter((cell) => cell.text.trim() !== '').length;
    if (group && filled <= 7) {
      const own = columns
        .filter((column) => column.key.startsWith(`${group}.`))
        .map(({ key, form }) => ({ key: key.split('.')[1]!, form }));
      const padding: Padding = new Map();
      const sums = own[4]?.key === 'total' ? [{ parts: [0, 1, 2, 3], total: 4 }] : [];
      const whole = hasCellsOfForm(instance, draft, own.length);
      finishRow(result, draft, `t4.${group}`, placeByOrder(tailOf(draft), own.length, padding, sums, whole), own, sure, disordered);
      continue;
    }
    const tail = draft.line.cells.slice(draft.labelIndex + 1);
    const grid = draft.line.geometry === 'grid' ? gridColumns(instance, draft.line.block, columns) : null;
    const padding = learnPadding([tail], columns.length, draft.labelIndex < 0 && leavesGapsAtEnd(instance));
    const whole = hasCellsOfForm(instance, draft, columns.length);
    const placement =
      (grid && placeByGrid(tail, grid, whole)) ?? placeByOrder(tail, columns.length, padding, canonical ? GROUP_SUMS : [], whole);
    finishRow(result, draft, 't4', placement, columns, sure, disordered);
  }
  return result;
}

/** The block of table two a row belongs to, in the edition its header speaks for. */
function articleOf(rowKey: string, edition: EditionId): { block: BlockForm; row: RowForm } | null {
  for (const block of editionById(edition).tables.find((table) => table.id === 't2')!.blocks) {
    const row = block.rows.find((each) => each.key === rowKey);
    if (row) return { block, row };
  }
  return null;
}

function finishTwo(instance: Instance, edition: ReportEdition): Finished {
  const result: Finished = { rows: [], facts: [] };
  for (const draft of instance.drafts) {
    if (!draft.entry) continue;
    const blockKey = draft.entry.key.split('.').slice(0, 2).join('.');
    // Only headers of the row's own block count; 处理决定 and the like occur in two blocks with one key each.
    const single = withoutRepeats(draft);
    const leafKeys = single.columns.map((seen) => leafFor(seen, blockKey));
    const known = leafKeys.every((leaf) => leaf !== null) && leafKeys.length > 0 && new Set(leafKeys).size === leafKeys.length;
    const own: EditionId | null = known
      ? editionOfLeaves(blockKey, leafKeys as string[])
      : edition === '2019' || edition === '2021'
        ? edition
        : null;
    const home = own ? articleOf(draft.entry.key, own) : null;
    if (!own || !home) continue;
    const { block } = home;
    const printed = known ? (leafKeys as string[]) : block.columns.map((column) => column.key);
    const columns = printed.map((key) => ({ key, form: block.columns.find((column) => column.key === key)! }));
    if (columns.some((column) => !column.form)) continue;
    const grid =
      draft.line.geometry === 'grid' && known
        ? single.columns.map(({ cell }) => ({ from: cell.column, to: cell.column + cell.colSpan }))
        : null;
    const { tail } = single;
    const hasItsCells = hasCellsOfHeader(instance, draft, single.columns, tail);
    const byGrid = grid && placeByGrid(tail, grid, hasItsCells);
    const placement = byGrid ?? placeByOrder(tail, columns.length, paddingOfTwo(tail, columns.length), [], hasItsCells);
    // A header of which a part was not read says nothing about the order of the numbers below it.
    const whole = known && (columns.length === block.columns.length || byGrid !== null);
    finishRow(result, draft, draft.entry.key, placement, columns, whole && isTrusted(instance, draft) && !isOutOfOrder(instance, draft));
  }
  return result;
}

/** A merged cell written once for every column it covers, header and numbers alike, is one cell. */
function withoutRepeats(draft: Draft): { readonly columns: readonly ColumnSeen[]; readonly tail: readonly Cell[] } {
  const whole = { columns: draft.columns, tail: tailOf(draft) };
  const text = (index: number): string => squeeze(draft.columns[index]!.cell.text);
  const repeats = draft.columns.map((_, index) => index > 0 && text(index) === text(index - 1));
  const filled = whole.tail.length === draft.columns.length;
  if (!filled || !repeats.includes(true)) return whole;
  if (repeats.some((repeat, index) => repeat && whole.tail[index]!.text.trim() !== whole.tail[index - 1]!.text.trim())) return whole;
  return { columns: draft.columns.filter((_, index) => !repeats[index]), tail: whole.tail.filter((_, index) => !repeats[index]) };
}

/** In table two values stand right after the label, the rest of the row is padding. */
function paddingOfTwo(tail: readonly Cell[], expected: number): Padding {
  return tail.length > expected ? new Map([[tail.length, new Set([0])]]) : new Map();
}

function hasStruckHead({ columns, groups }: Instance): boolean {
  return [...columns, ...groups].some(({ cell }) => cell.struck !== undefined);
}

/** A label of which something is crossed out may be no label any more, and its row no row. */
function hasStruckLabel(draft: Draft): boolean {
  return (
    draft.line.cells.slice(0, draft.labelIndex + 1).some((cell) => cell.struck !== undefined) ||
    draft.columns.some(({ cell }) => cell.struck !== undefined)
  );
}

/** A fact for each column of a placed row. */
function factsOf(rowKey: string, draft: Draft, placement: Placement, columns: readonly Column[], sure: boolean): Fact[] {
  return columns.map((column, index): Fact => {
    const key = `${rowKey}.${column.key}`;
    const cell = placement.cells[index] ?? null;
    const certainty = placement.placed === 'sure' && sure ? 'sure' : 'doubtful';
    if (cell === 'unplaced') {
      const raw = draft.line.cells
        .slice(draft.labelIndex + 1)
        .map((each) => each.text.trim())
        .filter((text) => text !== '');
      return {
        key,
        value: null,
        raw: raw.join(' '),
        writing: 'unplaced',
        at: placeOf(draft.line, draft.line.cells[0]),
        certainty: 'doubtful',
      };
    }
    if (cell === null) {
      return { key, value: null, raw: '', writing: 'blank', at: placeOf(draft.line, draft.line.cells[0]), certainty: 'doubtful' };
    }
    const { value, writing, unit } = readCell(cell.text, column.form.decimal ?? false);
    // Digits apart may be one number set wide or two run together: not told.
    const apart = writing === 'text' && /[\d.,]\s+[\d.,]/.test(cell.text.normalize('NFKC'));
    // Broken over lines they are most likely one, and that is offered.
    const mended = apart ? readSplit(cell.text, column.form.decimal ?? false) : null;
    return {
      key,
      value: mended ?? value,
      raw: cell.struck ?? cell.text,
      writing: writing !== 'blank' && cell.struck !== undefined ? 'struck' : mended === null ? writing : 'split',
      ...(unit === undefined ? {} : { unit }),
      at: placeOf(draft.line, cell),
      certainty: apart || cell.struck !== undefined ? 'doubtful' : certainty,
    };
  });
}

function rowReading(key: string, draft: Draft, placement: Placement, expected: number, sure: boolean): RowReading {
  const label = draft.labelIndex >= 0 ? draft.line.cells[draft.labelIndex]!.text.trim() : '';
  const placed = placement.placed === 'sure' && sure ? 'sure' : 'doubtful';
  const cells =
    placed === 'sure'
      ? []
      : draft.line.cells
          .slice(draft.labelIndex + 1)
          .filter((cell) => cell.text.trim() !== '')
          .map((cell) => ({ raw: cell.text.trim(), value: readCell(cell.text).value, at: placeOf(draft.line, cell) }));
  return {
    key,
    label,
    expected,
    found: placement.found,
    placed,
    cells,
    at: placeOf(draft.line, draft.line.cells[Math.max(draft.labelIndex, 0)]),
  };
}

/** Places the rows of a table. `edition`: what its own labels speak for. */
export function finishRows(instance: Instance, edition: ReportEdition): Finished {
  if (instance.table === 't2') return finishTwo(instance, edition);
  return instance.table === 't3' ? finishThree(instance) : finishFour(instance);
}
