// Finds the official tables among the blocks: which rows belong to which table, and where one begins anew or goes on.
import type { Block } from '../../model/document.ts';
import type { TableId } from '../../model/vocabulary.ts';
import { findColumn, findLabel } from '../label-index.ts';
import { isText, newInstance } from './instance.ts';
import type { Instance, Line } from './instance.ts';
import { takeLine } from './lines.ts';

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

/** Instances of the official tables in the order they stand. */
export function collect(blocks: readonly Block[]): Instance[] {
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
  return joinTorn(instances).filter(
    (instance) => instance.drafts.length > 0 || instance.columns.length >= 2 || instance.groups.length >= 2,
  );
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
      previous.unreadHeads.push(...instance.unreadHeads);
      previous.labels.push(...instance.labels);
      previous.markers.push(...instance.markers);
    } else if (previous && instance.table === 't4' && previous.drafts.length === 0) {
      previous.lines.push(...instance.lines);
      previous.drafts.push(...instance.drafts);
      previous.columns.push(...instance.columns);
      previous.unreadHeads.push(...instance.unreadHeads);
      previous.groups.push(...instance.groups);
      previous.labels.push(...instance.labels);
    } else {
      kept.push(instance);
    }
  }
  return kept;
}
