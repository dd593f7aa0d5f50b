// Takes the lines of a table one by one: a line is a header, a row of values, or a piece of a label that goes on below.
import { editionById, editions } from '../../form/index.ts';
import { labelCore, squeeze } from '../../form/label.ts';
import type { Cell } from '../../model/document.ts';
import type { LabelReading } from '../../model/report.ts';
import type { LabelEntry } from '../label-index.ts';
import { findColumn, findLabel, findMarkers, findRemarkedRow, findSimilar } from '../label-index.ts';
import { isValueCell } from '../numerals.ts';
import { leafFor } from './columns.ts';
import { isHeadSomewhere, isText, placeOf, rowFormOf } from './instance.ts';
import type { ColumnSeen, Draft, Instance, Line } from './instance.ts';

/** Fewest cells behind a label that are those of a whole row of table three. */
const CELLS_OF_A_ROW = 7;

export function takeLine(instance: Instance, line: Line): void {
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
  const groups = new Set<string>();
  let meaning: ReturnType<typeof rowMeaning> = null;
  line.cells.forEach((cell, index) => {
    if (!isText(cell)) return;
    if (firstValue >= 0 && index > firstValue) return;
    if (instance.table === 't4') {
      const group = findLabel(cell.text).find((entry) => entry.axis === 'group' && entry.key !== 't4.header');
      // Several groups in front of the numbers are headers that ran into their line.
      if (group) groups.add(group.key);
      if (group) meaning = groups.size === 1 ? { entry: group, match: group.match } : null;
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
  if (!filled && labelIndex < 0) {
    if (instance.table === 't4' && instance.columns.length >= 10) instance.blankLine ??= line;
    return;
  }
  if (found) {
    // Heads of groups in the same row, for the record; and a head alone in a row has no values of its own.
    const form = rowFormOf(found.entry.key, 'any');
    if (form && !form.values && !filled && !mayBeBlankRow(found.entry.key, tail)) return;
    if (!filled && tail.length === 0 && form && !isHeadSomewhere(found.entry.key)) instance.bareRows.push(line.block);
  } else if (!filled) {
    return;
  } else if (labelIndex >= 0 && instance.table !== 't4' && !tail.some((cell) => isValueCell(cell.text))) {
    return;
  }
  instance.drafts.push({ line, labelIndex, entry: found?.entry ?? null, match: found?.match ?? 'position', columns: instance.header });
}

/** （六）其他处理 with nothing filled in is a row of one edition and the head of a group in the other: told apart when the table is whole. */
function mayBeBlankRow(key: string, tail: readonly Cell[]): boolean {
  return tail.length >= CELLS_OF_A_ROW && editions.some(({ id }) => rowFormOf(key, id)?.values === true);
}

/** Takes out blank heads of groups that have rows of their own. */
export function dropBlankHeads(instance: Instance): void {
  const isHead = (draft: Draft): boolean =>
    draft.entry !== null &&
    rowFormOf(draft.entry.key, 'any')?.values === false &&
    draft.line.cells.slice(draft.labelIndex + 1).every((cell) => cell.text.trim() === '') &&
    instance.drafts.some((each) => each.entry?.key.startsWith(`${draft.entry!.key}.`));
  const kept = instance.drafts.filter((draft) => !isHead(draft));
  if (kept.length < instance.drafts.length) instance.drafts.splice(0, instance.drafts.length, ...kept);
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
  const remarked = findRemarkedRow(text).find((entry) => entry.table === instance.table);
  if (remarked) return { entry: remarked, match: remarked.match };
  const similar = findSimilar(text, 'row', instance.table);
  return similar ? { entry: similar.entry, match: 'similar' } : null;
}

function noteMarkers(instance: Instance, line: Line, cell: Cell): void {
  for (const { edition, text } of findMarkers(cell.text)) instance.markers.push({ edition, text, at: placeOf(line, cell) });
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
  // The headers of table four may run on into the line of its numbers: they still say in which order these stand.
  if (instance.table === 't4' && values > 0 && groups > 1 && seen.length >= 5 && line.geometry !== 'grid') instance.columns.push(...seen);
  if (groups + seen.length === 0 || values > 0 || plain > groups + seen.length) return false;
  if (seen.length > 0) {
    instance.columns.push(...seen);
    instance.unreadHeads.push(...unread.map((cell) => ({ line, cell })));
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
        const entry: LabelEntry = {
          table: 't2',
          axis: 'column',
          key,
          expected: column.label,
          editions: [id],
          match: 'exact',
          severity: null,
        };
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

/** Rows without a readable label take the place that is left between their neighbours, if there is just one. */
export function placeByNeighbours(instance: Instance): void {
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
    draft.entry = {
      table: instance.table,
      axis: 'row',
      key: row!.key,
      expected: row!.label,
      editions: ['2021'],
      match: 'exact',
      severity: null,
    };
    draft.match = 'position';
    taken.add(row!.key);
  });
}
