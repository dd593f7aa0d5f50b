// Finds the official tables among the blocks and reads every row of them into facts.
// Rows and columns are matched by their labels and the order of the form; what had to be guessed is doubtful.
import type { BlockForm, ColumnForm, RowForm } from '../form/edition.ts';
import { editionById, editions } from '../form/index.ts';
import { labelCore, squeeze } from '../form/label.ts';
import type { Block, Cell, Note, Position, TableBlock } from '../model/document.ts';
import type { Fact, LabelReading, RowReading, TableReading } from '../model/report.ts';
import { APPLICANTS, DISPUTES, OUTCOMES, TABLE_NAMES } from '../model/vocabulary.ts';
import type { EditionId, ReportEdition, SectionKey, TableId } from '../model/vocabulary.ts';
import type { LabelEntry } from './label-index.ts';
import { findColumn, findLabel, findSimilar } from './label-index.ts';
import { isValueCell, readCell } from './numerals.ts';
import { learnPadding, placeByGrid, placeByOrder } from './place.ts';
import type { Padding, Placement, RowSum } from './place.ts';

export interface TablesUnderstood {
  readonly tables: readonly TableReading[];
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
}

/** A row as it stands in a block. */
interface Line {
  readonly block: number;
  readonly row: number;
  readonly geometry: TableBlock['geometry'];
  readonly cells: readonly Cell[];
}

/** A header cell that names a column of values. */
interface ColumnSeen {
  readonly key: string;
  readonly entry: LabelEntry;
  readonly match: LabelReading['match'];
  readonly cell: Cell;
  readonly line: Line;
}

/** A row of values before it is placed. */
interface Draft {
  readonly line: Line;
  /** Index of the deepest label among the cells, −1 if the row has none. */
  readonly labelIndex: number;
  entry: LabelEntry | null;
  match: LabelReading['match'];
  /** Table two: the columns above the row. */
  readonly columns: readonly ColumnSeen[];
}

/** A group header of table four with the grid columns it covers. */
interface GroupSeen {
  readonly key: string;
  readonly cell: Cell;
  readonly line: Line;
}

interface Instance {
  readonly table: TableId;
  readonly lines: Line[];
  readonly drafts: Draft[];
  readonly columns: ColumnSeen[];
  readonly groups: GroupSeen[];
  /** Labels of groups of rows and captions, for the record. */
  readonly labels: LabelReading[];
  readonly markers: TableReading['markers'][number][];
  /** Table two: header of the block that is being read. */
  header: ColumnSeen[];
  /** A label that may go on in the next row. */
  fragment: string;
  /** Blocks of rows that have a label of the form and no cell behind it. */
  readonly bareRows: number[];
}

const isText = (cell: Cell): boolean => cell.text.trim() !== '' && !isValueCell(cell.text);

const placeOf = (line: Line, cell: Cell | undefined): Position => ({
  block: line.block,
  row: line.row,
  column: cell?.column ?? 0,
  ...(cell?.line === undefined ? {} : { line: cell.line }),
});

/** Table that the words of a row speak for; null if they do not tell. */
function tableOf(line: Line, current: TableId | null): TableId | null {
  const votes = new Map<TableId, number>();
  for (const cell of line.cells) {
    if (!isText(cell)) continue;
    const entries = [...findLabel(cell.text), ...findColumn(cell.text)];
    const tables = new Set(entries.map((entry) => entry.table));
    if (tables.size === 1) {
      const table = entries[0]!.table;
      votes.set(table, (votes.get(table) ?? 0) + 1);
    }
  }
  if (votes.size === 0) return current;
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] === current ? -1 : 1))[0]![0];
}

/** The meaning of a row label in a table, with labels cut in two put together. */
function rowMeaning(instance: Instance, text: string): { entry: LabelEntry; match: LabelReading['match'] } | null {
  const ofRow = (candidate: string): LabelEntry | undefined =>
    findLabel(candidate).find((entry) => entry.axis === 'row' && entry.table === instance.table);
  const direct = ofRow(text);
  if (direct) return { entry: direct, match: direct.match };
  if (instance.fragment !== '') {
    const joined = ofRow(instance.fragment + text);
    if (joined) return { entry: joined, match: joined.match };
  }
  const similar = findSimilar(text, 'row', instance.table);
  return similar ? { entry: similar.entry, match: 'similar' } : null;
}

function noteMarkers(instance: Instance, line: Line, cell: Cell): void {
  const core = labelCore(cell.text);
  for (const { id, markers } of editions) {
    const marker = markers.find((each) => core.includes(labelCore(each)));
    if (marker) instance.markers.push({ edition: id, text: marker, at: placeOf(line, cell) });
  }
}

function newInstance(table: TableId): Instance {
  return { table, lines: [], drafts: [], columns: [], groups: [], labels: [], markers: [], header: [], fragment: '', bareRows: [] };
}

/** Whether a line opens the same table a second time: its first row comes again after rows that lie further down. */
function restarts(instance: Instance, line: Line): boolean {
  const firstKeys: Readonly<Record<TableId, readonly string[]>> = { t2: ['t2.art20_1.rules'], t3: ['t3.newReceived'], t4: [] };
  for (const cell of line.cells) {
    if (!isText(cell)) continue;
    const entry = findLabel(cell.text).find((each) => each.axis === 'row' && each.table === instance.table);
    if (entry && firstKeys[instance.table].includes(entry.key)) {
      return instance.drafts.some((draft) => draft.entry?.key === entry.key) && instance.drafts.length > 1;
    }
    if (instance.table === 't4' && findLabel(cell.text).some((each) => each.key === 't4.review')) {
      const gone = instance.lines[instance.lines.length - 1]!;
      return instance.drafts.length > 0 && instance.groups.some((group) => group.key === 't4.review') && gone.block !== line.block;
    }
  }
  return false;
}

/** Takes one header line: columns and groups. Returns whether the line was one. */
function takeHeader(instance: Instance, line: Line): boolean {
  const seen: ColumnSeen[] = [];
  let groups = 0;
  let plain = 0;
  const unread: Cell[] = [];
  for (const cell of line.cells) {
    if (!isText(cell)) continue;
    const entries = findLabel(cell.text).filter((entry) => entry.table === instance.table);
    const group = entries.find((entry) => entry.axis === 'group');
    if (group) {
      groups++;
      if (instance.table === 't4' && group.key !== 't4.header') instance.groups.push({ key: group.key, cell, line });
      if (instance.table === 't4' && group.key !== 't4.header') addLabel(instance, group, group.match, cell, line, 'column');
      continue;
    }
    if (entries.some((entry) => entry.axis === 'caption' || entry.axis === 'corner')) {
      groups++;
      continue;
    }
    const column = findColumn(cell.text).find((entry) => entry.table === instance.table);
    if (column) {
      seen.push({ key: column.key, entry: column, match: column.match, cell, line });
      continue;
    }
    const similar = findSimilar(cell.text, 'column', instance.table);
    if (similar) seen.push({ key: similar.entry.key, entry: similar.entry, match: 'similar', cell, line });
    else unread.push(cell);
  }
  plain += unread.length;
  if (instance.table === 't2' && seen.length > 0 && unread.length > 0) {
    const cut = cutColumns(seen, unread, line);
    plain -= cut.length;
    seen.push(...cut);
    seen.sort((a, b) => a.cell.column - b.cell.column);
  }
  const values = line.cells.filter((cell) => cell.text.trim() !== '' && isValueCell(cell.text)).length;
  if (groups + seen.length === 0 || values > 0 || plain > groups + seen.length) return false;
  if (seen.length > 0) {
    instance.columns.push(...seen);
    instance.header = [...seen];
  }
  return true;
}

/** Headers of table two cut short (本年新 for 本年新制作数量): told by their place among the headers that were read. */
function cutColumns(seen: readonly ColumnSeen[], unread: readonly Cell[], line: Line): ColumnSeen[] {
  for (const { id, tables } of editions) {
    for (const block of tables.find((table) => table.id === 't2')!.blocks) {
      const printed = [...seen.map((each) => each.cell), ...unread].sort((a, b) => a.column - b.column);
      if (printed.length !== block.columns.length) continue;
      const fits = printed.every((cell, index) => {
        const column = block.columns[index]!;
        const read = seen.find((each) => each.cell === cell);
        if (read) return leafFor(read, block.key) === column.key;
        const core = labelCore(cell.text);
        return core.length >= 2 && labelCore(column.label).startsWith(core);
      });
      if (!fits) continue;
      return unread.map((cell) => {
        const column = block.columns[printed.indexOf(cell)]!;
        const key = `${block.key}.*.${column.key}`;
        const entry: LabelEntry = { table: 't2', axis: 'column', key, expected: column.label, editions: [id], match: 'exact', severity: null };
        return { key, entry, match: 'similar', cell, line };
      });
    }
  }
  return [];
}

function addLabel(
  instance: Instance,
  entry: LabelEntry,
  match: LabelReading['match'],
  cell: Cell,
  line: Line,
  axis: LabelReading['axis'],
): void {
  const at = placeOf(line, cell);
  instance.labels.push({
    key: entry.key,
    axis,
    got: cell.text.trim(),
    expected: entry.expected,
    match,
    ...(match === 'alias' ? { severity: entry.severity } : {}),
    at,
  });
}

/** Header rows of table three and four hold words that are row labels too (其他, 总计): a row is a header while none of its words is a row only. */
function isBodyRow(instance: Instance, line: Line): boolean {
  let body = false;
  for (const cell of line.cells) {
    if (!isText(cell)) continue;
    const entries = findLabel(cell.text).filter((entry) => entry.table === instance.table);
    if (entries.some((entry) => entry.axis === 'column' || entry.axis === 'corner' || entry.axis === 'caption')) {
      if (!entries.some((entry) => entry.axis === 'row')) return false;
      continue;
    }
    if (entries.some((entry) => entry.axis === 'row')) body = true;
    else if (findColumn(cell.text).some((entry) => entry.table === instance.table)) return false;
  }
  const hasValues = line.cells.some((cell) => isValueCell(cell.text));
  return body || hasValues || instance.drafts.length > 0;
}

function takeLine(instance: Instance, line: Line): void {
  instance.lines.push(line);
  for (const cell of line.cells) if (isText(cell)) noteMarkers(instance, line, cell);
  if (instance.table === 't2') {
    for (const cell of line.cells) {
      const caption = findLabel(cell.text).find((entry) => entry.axis === 'caption');
      if (caption) addLabel(instance, caption, caption.match, cell, line, 'caption');
    }
  }
  if (!isBodyRow(instance, line) && takeHeader(instance, line)) return;
  takeBody(instance, line);
}

function takeBody(instance: Instance, line: Line): void {
  // A number in front of the label is a serial number (序号), not a value.
  const firstText = line.cells.findIndex(isText);
  const firstValue = line.cells.findIndex((cell, index) => index > firstText && isValueCell(cell.text));
  let labelIndex = -1;
  let meaning: ReturnType<typeof rowMeaning> = null;
  line.cells.forEach((cell, index) => {
    if (!isText(cell)) return;
    if (firstValue >= 0 && index > firstValue) return;
    if (instance.table === 't4') {
      const group = findLabel(cell.text).find((entry) => entry.axis === 'group' && entry.key !== 't4.header');
      if (group) meaning = { entry: group, match: group.match };
      labelIndex = index;
      return;
    }
    const found = rowMeaning(instance, cell.text);
    if (found || labelIndex < 0 || !meaning) {
      meaning = found;
      labelIndex = index;
    }
  });
  const found = meaning as ReturnType<typeof rowMeaning>;
  const tail = line.cells.slice(labelIndex + 1);
  const filled = tail.some((cell) => cell.text.trim() !== '');
  if (labelIndex >= 0) {
    const text = line.cells[labelIndex]!.text;
    if (!found && !filled) {
      instance.fragment = squeeze(text);
      return;
    }
    instance.fragment = '';
  }
  if (!filled && labelIndex < 0) return;
  if (found) {
    // Heads of groups in the same row, for the record; and a head alone in a row has no values of its own.
    const form = rowFormOf(found.entry.key, 'any');
    if (form && !form.values && !filled) return;
    if (!filled && tail.length === 0 && form && !isHeadSomewhere(found.entry.key)) instance.bareRows.push(line.block);
  } else if (!filled) {
    return;
  } else if (labelIndex >= 0 && instance.table !== 't4' && !tail.some((cell) => isValueCell(cell.text))) {
    return;
  }
  instance.drafts.push({ line, labelIndex, entry: found?.entry ?? null, match: found?.match ?? 'position', columns: instance.header });
}

/** Row of the form by key; `any` looks in both editions, the later first. */
function rowFormOf(key: string, edition: EditionId | 'any'): RowForm | null {
  const shelf = edition === 'any' ? [...editions].reverse() : [editionById(edition)];
  for (const { tables } of shelf) {
    for (const table of tables) {
      for (const block of table.blocks) {
        const row = block.rows.find((each) => each.key === key);
        if (row) return row;
      }
    }
  }
  return null;
}

/** Rows without a readable label take the place that is left between their neighbours, if there is just one. */
function placeByNeighbours(instance: Instance): void {
  if (instance.table === 't4') return;
  const order = editionById('2021')
    .tables.find((table) => table.id === instance.table)!
    .blocks.flatMap((block) => block.rows);
  const indexOf = (draft: Draft | undefined): number => (draft?.entry ? order.findIndex((row) => row.key === draft.entry!.key) : -1);
  const taken = new Set(instance.drafts.map((draft) => draft.entry?.key));
  instance.drafts.forEach((draft, index) => {
    if (draft.entry) return;
    const before = index === 0 ? -1 : indexOf(instance.drafts[index - 1]);
    const after = index === instance.drafts.length - 1 ? order.length : indexOf(instance.drafts[index + 1]);
    if ((index > 0 && before < 0) || after < 0) return;
    const free = order.slice(before + 1, after).filter((row) => row.values && !taken.has(row.key));
    if (free.length !== 1) return;
    const [row] = free;
    draft.entry = { table: instance.table, axis: 'row', key: row!.key, expected: row!.label, editions: ['2021'], match: 'exact', severity: null };
    draft.match = 'position';
    taken.add(row!.key);
  });
}

function editionOfMarkers(markers: TableReading['markers']): ReportEdition {
  const ids = new Set(markers.map((marker) => marker.edition));
  if (ids.size === 2) return 'mixed';
  return ids.size === 1 ? [...ids][0]! : 'unknown';
}

/** The entry of the same row in the edition at hand, so that an alias of one edition is exact in the other. */
function inEdition(text: string, entry: LabelEntry, edition: ReportEdition): LabelEntry {
  if (edition !== '2019' && edition !== '2021') return entry;
  const all = findLabel(text).filter((each) => each.axis === entry.axis && each.key === entry.key);
  return all.find((each) => each.editions.includes(edition)) ?? entry;
}

interface Column {
  readonly key: string;
  readonly form: ColumnForm;
}

/** Columns of table three in the order they are printed. */
function applicantColumns(instance: Instance): { columns: readonly Column[]; sure: boolean } {
  const forms = editionById('2021').tables.find((table) => table.id === 't3')!.blocks[0]!.columns;
  const form = (key: string): ColumnForm => forms.find((column) => column.key === key)!;
  const seen = new Set(instance.columns.map((column) => column.key.split('.')[2]!));
  const byRow = new Map<Line, string[]>();
  for (const { key, line } of instance.columns) byRow.set(line, [...(byRow.get(line) ?? []), key.split('.')[2]!]);
  const whole = [...byRow.values()].find((keys) => new Set(keys).size === APPLICANTS.length && keys.length === APPLICANTS.length);
  const order: readonly string[] = whole ?? APPLICANTS;
  // Another order than the form's is believed only where the file itself has a grid.
  const believed = order.every((key, index) => key === APPLICANTS[index]) || instance.columns.every(({ line }) => line.geometry === 'grid');
  return { columns: order.map((key) => ({ key, form: form(key) })), sure: seen.size >= 5 && believed };
}

/** Columns of table four in the order they are printed: three times five. */
function disputeColumns(instance: Instance): { columns: readonly Column[]; sure: boolean } {
  const forms = editionById('2021').tables.find((table) => table.id === 't4')!.blocks[0]!.columns;
  const leaves = instance.columns.map((column) => column.key.split('.')[2]!);
  const groups = instance.groups.map((group) => group.key.split('.')[1]!);
  const groupOrder = DISPUTES.every((key) => groups.filter((each) => each === key).length === 1) ? groups : [...DISPUTES];
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
    return { columns: groupOrder.flatMap((group) => leaves.map((leaf) => column(`${group}.${leaf}`))), sure: groups.length >= 2 };
  }
  return { columns: canonical(groupOrder), sure: groups.length >= 2 || leaves.length >= 10 };
}

/** Grid columns of the header cells, where the file knows them: only if every column of the form was found once, side by side. */
function gridColumns(
  instance: Instance,
  block: number,
  columns: readonly Column[],
): readonly { readonly from: number; readonly to: number }[] | null {
  const inBlock = instance.columns.filter((column) => column.line.block === block);
  const source = inBlock.length > 0 ? inBlock : instance.columns;
  const spans = columns.map(({ key }) => {
    const hits = source.filter((seen) => {
      if (seen.line.geometry !== 'grid') return false;
      const leaf = seen.key.split('.')[2]!;
      if (instance.table === 't3') return leaf === key;
      const [group, outcome] = key.split('.');
      if (leaf !== outcome) return false;
      return groupAbove(instance, seen) === group;
    });
    const cell = hits[0]?.cell;
    return cell ? { from: cell.column, to: cell.column + cell.colSpan } : null;
  });
  if (spans.some((span) => span === null)) return null;
  const found = spans as { from: number; to: number }[];
  const ordered = [...found].sort((a, b) => a.from - b.from);
  return ordered.every((span, index) => index === 0 || ordered[index - 1]!.to <= span.from) ? found : null;
}

function groupAbove(instance: Instance, seen: ColumnSeen): string | null {
  const above = instance.groups.filter(
    ({ cell, line }) =>
      line.block === seen.line.block && line.row < seen.line.row && cell.column <= seen.cell.column && seen.cell.column < cell.column + cell.colSpan,
  );
  return above[above.length - 1]?.key.split('.')[1] ?? null;
}

/** A fact for each column of a placed row. */
function factsOf(rowKey: string, draft: Draft, placement: Placement, columns: readonly Column[], sure: boolean): Fact[] {
  return columns.map((column, index): Fact => {
    const key = `${rowKey}.${column.key}`;
    const cell = placement.cells[index] ?? null;
    const certainty = placement.placed === 'sure' && sure ? 'sure' : 'doubtful';
    if (cell === 'unplaced') {
      const raw = draft.line.cells.slice(draft.labelIndex + 1).map((each) => each.text.trim()).filter((text) => text !== '');
      return { key, value: null, raw: raw.join(' '), writing: 'unplaced', at: placeOf(draft.line, draft.line.cells[0]), certainty: 'doubtful' };
    }
    if (cell === null) {
      return { key, value: null, raw: '', writing: 'blank', at: placeOf(draft.line, draft.line.cells[0]), certainty: 'doubtful' };
    }
    const { value, writing, unit } = readCell(cell.text, column.form.decimal ?? false);
    return { key, value, raw: cell.text, writing, ...(unit === undefined ? {} : { unit }), at: placeOf(draft.line, cell), certainty };
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
  return { key, label, expected, found: placement.found, placed, cells, at: placeOf(draft.line, draft.line.cells[Math.max(draft.labelIndex, 0)]) };
}

interface Finished {
  readonly rows: RowReading[];
  readonly facts: Fact[];
  readonly labels: LabelReading[];
}

const tailOf = (draft: Draft): readonly Cell[] => draft.line.cells.slice(draft.labelIndex + 1);

const ROW_SUM: readonly RowSum[] = [{ parts: [0, 1, 2, 3, 4, 5], total: 6 }];

function finishThree(instance: Instance): Finished {
  const { columns, sure: headerSure } = applicantColumns(instance);
  const totalFirst = columns.findIndex((column) => column.key === 'total');
  const sums = totalFirst === 6 ? ROW_SUM : [];
  const padding = learnPadding(instance.drafts.map(tailOf), columns.length);
  const result: Finished = { rows: [], facts: [], labels: [] };
  for (const draft of instance.drafts) {
    if (!draft.entry) continue;
    const grid = draft.line.geometry === 'grid' ? gridColumns(instance, draft.line.block, columns) : null;
    const placement = (grid && placeByGrid(tailOf(draft), grid)) ?? placeByOrder(tailOf(draft), columns.length, padding, sums);
    finishRow(result, draft, draft.entry.key, placement, columns, headerSure && isTrusted(instance, draft) && !isOutOfOrder(instance, draft));
  }
  return result;
}

/** A row found by likeness counts as sure only in its place in the order of the form; one found by order alone never does. */
function isTrusted(instance: Instance, draft: Draft): boolean {
  if (draft.match === 'position' || mayHaveLostItsLabel(instance, draft)) return false;
  if (draft.match !== 'similar') return true;
  const order = rowOrder(instance.table);
  const index = (each: Draft | undefined): number => (each?.entry ? order.indexOf(each.entry.key) : -1);
  const own = index(draft);
  const at = instance.drafts.indexOf(draft);
  const before = instance.drafts.slice(0, at).map(index).filter((each) => each >= 0);
  const after = instance.drafts.slice(at + 1).map(index).filter((each) => each >= 0);
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
  return found < children.length && !(found === 0 && isHeadSomewhere(key) && editions.some(({ id }) => rowFormOf(key, id)?.values === true));
}

/** Keys of the rows of a table in the order of the form, later edition. */
function rowOrder(table: TableId): readonly string[] {
  return editionById('2021')
    .tables.find((each) => each.id === table)!
    .blocks.flatMap((block) => block.rows.map((row) => row.key));
}

/**
 * Text taken off a page column by column has its labels in a heap and its numbers in another: then a row holds the labels of
 * other rows in front of its own, or many labels of the block have no number at all. Such rows are never sure.
 */
function isOutOfOrder(instance: Instance, draft: Draft): boolean {
  const heaped = draft.line.cells.slice(0, Math.max(draft.labelIndex, 0)).filter((cell) => {
    const entry = findLabel(cell.text).find((each) => each.axis === 'row' && each.table === instance.table);
    return entry !== undefined && entry.key !== draft.entry?.key && (rowFormOf(entry.key, 'any')?.values ?? false) && !isHeadSomewhere(entry.key);
  });
  if (heaped.length > 0) return true;
  if (draft.line.geometry !== 'rebuilt') return false;
  const bare = instance.bareRows.filter((block) => block === draft.line.block).length;
  const full = instance.drafts.filter((each) => each.line.block === draft.line.block).length;
  return bare >= 3 && bare > full / 4;
}

/** （六）其他处理 is a row in one edition and the head of a group in the other. */
function isHeadSomewhere(key: string): boolean {
  return editions.some(({ id }) => rowFormOf(key, id)?.values === false);
}

function finishRow(result: Finished, draft: Draft, key: string, placement: Placement, columns: readonly Column[], sure: boolean): void {
  result.rows.push(rowReading(key, draft, placement, columns.length, sure));
  result.facts.push(...factsOf(key, draft, placement, columns, sure));
}

const GROUP_SUMS: readonly RowSum[] = [0, 5, 10].map((start) => ({ parts: [0, 1, 2, 3].map((part) => start + part), total: start + 4 }));

function finishFour(instance: Instance): Finished {
  const { columns, sure } = disputeColumns(instance);
  const canonical = columns.every((column, index) => index % 5 !== 4 || column.key.endsWith('.total'));
  const result: Finished = { rows: [], facts: [], labels: [] };
  for (const draft of instance.drafts) {
    const group = draft.entry?.key.split('.')[1];
    const filled = tailOf(draft).filter((cell) => cell.text.trim() !== '').length;
    if (group && filled <= 7) {
      const own = columns.filter((column) => column.key.startsWith(`${group}.`)).map(({ key, form }) => ({ key: key.split('.')[1]!, form }));
      const padding: Padding = new Map();
      const sums = own[4]?.key === 'total' ? [{ parts: [0, 1, 2, 3], total: 4 }] : [];
      finishRow(result, draft, `t4.${group}`, placeByOrder(tailOf(draft), own.length, padding, sums), own, sure);
      continue;
    }
    const tail = draft.line.cells.slice(draft.labelIndex + 1);
    const grid = draft.line.geometry === 'grid' ? gridColumns(instance, draft.line.block, columns) : null;
    const padding = learnPadding([], columns.length);
    const placement = (grid && placeByGrid(tail, grid)) ?? placeByOrder(tail, columns.length, padding, canonical ? GROUP_SUMS : []);
    finishRow(result, draft, 't4', placement, columns, sure);
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
  const result: Finished = { rows: [], facts: [], labels: [] };
  for (const draft of instance.drafts) {
    if (!draft.entry) continue;
    const blockKey = draft.entry.key.split('.').slice(0, 2).join('.');
    // Only headers of the row's own block count; 处理决定 and the like occur in two blocks with one key each.
    const leafKeys = draft.columns.map((seen) => leafFor(seen, blockKey));
    const known = leafKeys.every((leaf) => leaf !== null) && leafKeys.length > 0 && new Set(leafKeys).size === leafKeys.length;
    const own: EditionId | null = known ? editionOfLeaves(blockKey, leafKeys as string[]) : edition === '2019' || edition === '2021' ? edition : null;
    const home = own ? articleOf(draft.entry.key, own) : null;
    if (!own || !home) continue;
    const { block } = home;
    const printed = known ? (leafKeys as string[]) : block.columns.map((column) => column.key);
    const columns = printed.map((key) => ({ key, form: block.columns.find((column) => column.key === key)! }));
    if (columns.some((column) => !column.form)) continue;
    const grid = draft.line.geometry === 'grid' && known ? draft.columns.map(({ cell }) => ({ from: cell.column, to: cell.column + cell.colSpan })) : null;
    const tail = tailOf(draft);
    const placement = (grid && placeByGrid(tail, grid)) ?? placeByOrder(tail, columns.length, paddingOfTwo(tail, columns.length), []);
    finishRow(result, draft, draft.entry.key, placement, columns, known && isTrusted(instance, draft) && !isOutOfOrder(instance, draft));
  }
  return result;
}

/** In table two values stand right after the label, the rest of the row is padding. */
function paddingOfTwo(tail: readonly Cell[], expected: number): Padding {
  return tail.length > expected ? new Map([[tail.length, new Set([0])]]) : new Map();
}

/** Last part of a column's key as it is called in the row's own block. */
function leafFor(seen: ColumnSeen, blockKey: string): string | null {
  const entries = [seen.entry, ...findColumn(seen.cell.text)];
  const home = entries.find((entry) => entry.key.startsWith(`${blockKey}.`));
  return home ? home.key.split('.')[3]! : null;
}

function editionOfLeaves(blockKey: string, leaves: readonly string[]): EditionId | null {
  for (const { id, tables } of [...editions].reverse()) {
    const block = tables.find((table) => table.id === 't2')!.blocks.find((each) => each.key === blockKey);
    if (block && leaves.every((leaf) => block.columns.some((column) => column.key === leaf))) return id;
  }
  return null;
}

/** Labels of rows, columns and captions as they were read, each key once for columns, as often as printed for rows. */
function labelsOf(instance: Instance, edition: ReportEdition): LabelReading[] {
  const labels: LabelReading[] = [...instance.labels];
  const seen = new Set<string>();
  for (const column of instance.columns) {
    const key = instance.table === 't4' ? `t4.${groupAbove(instance, column) ?? '*'}.${column.key.split('.')[2]!}` : column.key;
    if (instance.table === 't3' && seen.has(key)) continue;
    seen.add(key);
    const entry = inEdition(column.cell.text, column.entry, edition);
    labels.push({
      key,
      axis: 'column',
      got: column.cell.text.trim(),
      expected: entry.expected,
      match: column.match === 'similar' ? 'similar' : entry.match,
      ...(column.match !== 'similar' && entry.match === 'alias' ? { severity: entry.severity } : {}),
      at: placeOf(column.line, column.cell),
    });
  }
  for (const draft of instance.drafts) {
    if (!draft.entry) continue;
    const cell = draft.line.cells[draft.labelIndex];
    const text = cell?.text.trim() ?? '';
    const entry = draft.match === 'exact' || draft.match === 'alias' ? inEdition(text, draft.entry, edition) : draft.entry;
    const match = draft.match === 'exact' || draft.match === 'alias' ? entry.match : draft.match;
    labels.push({
      key: entry.key,
      axis: 'row',
      got: text,
      expected: entry.expected,
      match,
      ...(match === 'alias' ? { severity: entry.severity } : {}),
      at: placeOf(draft.line, cell),
    });
  }
  return labels;
}

/** Notes on what was joined or put back in order. */
function notesOf(instance: Instance): Note[] {
  const notes: Note[] = [];
  const name = TABLE_NAMES[instance.table];
  instance.lines.forEach((line, index) => {
    const previous = instance.lines[index - 1];
    if (!previous || previous.block === line.block) return;
    const last = previous.cells.find((cell) => cell.line !== undefined)?.line;
    const where = last === undefined ? '' : `在第${last + 1}行`;
    notes.push({
      code: 'P-TABLE-SPLIT',
      message: `${name}${where}被空行或分页截断，已合并解析。`,
      at: { block: previous.block, row: previous.row, ...(last === undefined ? {} : { line: last + 1 }) },
    });
  });
  if (instance.table === 't3') notes.push(...shiftNotes(instance, name));
  return notes;
}

/** Rows whose label slid into the first column though the table keeps the gaps of merged cells elsewhere. */
function shiftNotes(instance: Instance, name: string): Note[] {
  const keepsGaps = instance.drafts.some((draft) => draft.line.geometry !== 'grid' && draft.labelIndex > 0 && draft.line.cells[0]!.text.trim() === '');
  if (!keepsGaps) return [];
  const shifted = instance.drafts.filter((draft) => {
    if (!draft.entry || draft.line.geometry === 'grid' || draft.labelIndex !== 0) return false;
    const form = rowFormOf(draft.entry.key, 'any');
    return form !== null && form.path.length > 0;
  });
  const runs: Draft[][] = [];
  for (const draft of shifted) {
    const run = runs[runs.length - 1];
    const previous = run?.[run.length - 1];
    if (previous && instance.drafts.indexOf(draft) === instance.drafts.indexOf(previous) + 1) run.push(draft);
    else runs.push([draft]);
  }
  return runs.map((run) => {
    const first = run[0]!.line.cells[0]!;
    const last = run[run.length - 1]!.line.cells[0]!;
    const range = first.line === undefined ? `“${first.text.trim()}”等${run.length}行` : `第${first.line}—${last.line}行`;
    return { code: 'P-COL-SHIFT', message: `${name}${range}标签错列，已按固定行序归位。`, at: placeOf(run[0]!.line, first) };
  });
}

/** Instances of the official tables in the order they stand. */
function collect(blocks: readonly Block[]): Instance[] {
  const instances: Instance[] = [];
  let current: Instance | null = null;
  blocks.forEach((block, index) => {
    if (block.kind !== 'table') return;
    block.rows.forEach((row, rowIndex) => {
      const line: Line = { block: index, row: rowIndex, geometry: block.geometry, cells: row.cells };
      const inSameBlock: Instance | null = current;
      const table = tableOf(line, inSameBlock && continues(inSameBlock, line) ? inSameBlock.table : null);
      if (table === null) return;
      if (!current || current.table !== table || restarts(current, line)) {
        current = newInstance(table);
        instances.push(current);
      }
      takeLine(current, line);
    });
  });
  return joinTorn(instances).filter((instance) => instance.drafts.length > 0 || instance.columns.length >= 2 || instance.groups.length >= 2);
}

/** Rows without telling words belong to the table before them only if they stand in the same or the next table block. */
function continues(instance: Instance, line: Line): boolean {
  const last = instance.lines[instance.lines.length - 1];
  return last !== undefined && line.block - last.block <= 3;
}

/** A stray row of another table in between must not tear a table in two. */
function joinTorn(instances: readonly Instance[]): Instance[] {
  const kept: Instance[] = [];
  for (const instance of instances) {
    const previous = [...kept].reverse().find((each) => each.table === instance.table);
    const keys = new Set(previous?.drafts.map((draft) => draft.entry?.key));
    const fresh = instance.drafts.every((draft) => !draft.entry || !keys.has(draft.entry.key));
    if (previous && fresh && instance.table !== 't4' && previous.drafts.length > 0) {
      previous.lines.push(...instance.lines);
      previous.drafts.push(...instance.drafts);
      previous.columns.push(...instance.columns);
      previous.labels.push(...instance.labels);
      previous.markers.push(...instance.markers);
    } else if (previous && instance.table === 't4' && previous.drafts.length === 0) {
      previous.lines.push(...instance.lines);
      previous.drafts.push(...instance.drafts);
      previous.columns.push(...instance.columns);
      previous.groups.push(...instance.groups);
      previous.labels.push(...instance.labels);
    } else {
      kept.push(instance);
    }
  }
  return kept;
}

/** One fact a key: where a row was printed twice, the first stands, and is doubtful if the second says something else. */
function uniqueFacts(facts: readonly Fact[]): Fact[] {
  const byKey = new Map<string, Fact>();
  for (const fact of facts) {
    const first = byKey.get(fact.key);
    if (!first) byKey.set(fact.key, fact);
    else if (first.value !== fact.value) byKey.set(fact.key, { ...first, certainty: 'doubtful' });
  }
  return [...byKey.values()];
}

/**
 * Reads the official tables of a report.
 * @param sectionAt part in which a block stands
 */
export function readTables(blocks: readonly Block[], sectionAt: (block: number) => SectionKey | null): TablesUnderstood {
  const instances = collect(blocks);
  const twoEdition = editionOfMarkers(instances.filter((each) => each.table === 't2').flatMap((each) => each.markers));
  const tables: TableReading[] = [];
  const notes: Note[] = [];
  const factSets = new Map<TableId, Fact[]>();
  for (const instance of instances) {
    placeByNeighbours(instance);
    const own = editionOfMarkers(instance.markers);
    const finished = instance.table === 't2' ? finishTwo(instance, own) : instance.table === 't3' ? finishThree(instance) : finishFour(instance);
    const labelEdition = own !== 'unknown' ? own : twoEdition;
    const first = instance.lines[0]!;
    tables.push({
      table: instance.table,
      edition: own,
      blocks: [...new Set(instance.lines.map((line) => line.block))],
      section: sectionAt(first.block),
      labels: labelsOf(instance, labelEdition),
      rows: finished.rows,
      markers: instance.markers,
      at: placeOf(first, first.cells[0]),
    });
    notes.push(...notesOf(instance));
    const known = factSets.get(instance.table);
    const worth = (facts: readonly Fact[]): number => facts.filter((fact) => fact.value !== null && fact.certainty === 'sure').length;
    if (!known || worth(finished.facts) > worth(known)) factSets.set(instance.table, finished.facts);
  }
  return { tables, facts: [...factSets.values()].flatMap(uniqueFacts), notes };
}
