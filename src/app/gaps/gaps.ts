// What of a report nobody has judged, and why: parts of the file not read, cells not found or not sure, checks without a verdict,
// numbers of the text compared with nothing.
// Put together for people by what can be done about it. Pure.
import { compareStatements } from '../../core/check/compare/index.ts';
import { excerpt } from '../../core/check/compare/comparison.ts';
import { cellForm, cellName, editionOf } from '../../core/form/index.ts';
import type { RowForm, TableForm } from '../../core/form/edition.ts';
import type { Note, Position } from '../../core/model/document.ts';
import type { Check } from '../../core/model/finding.ts';
import type { Failure } from '../../core/model/outcome.ts';
import type { Fact, Report } from '../../core/model/report.ts';
import { GAP_KINDS, kindOfDoubt, kindOfReason, reasonOfMany } from './gap-words.ts';
import type { GapKind } from './gap-words.ts';

export interface GapItem {
  /** Chinese: which cells, which part of the file, or the reason. */
  readonly text: string;
  /** How many cells, parts or checks. */
  readonly count: number;
  /** Where to look, if there is a place. */
  readonly at: Position | null;
  /** Ids of the rules that could not judge. */
  readonly rules: readonly string[];
  /** Keys of the cells a reason holds for. */
  readonly keys: readonly string[];
  /** Reasons said as one, since they differ only in the cell they name. Its counts are theirs together. */
  readonly parts?: readonly GapItem[];
}

export interface GapGroup {
  readonly kind: GapKind;
  /** Sum of the counts of its items. */
  readonly count: number;
  readonly items: readonly GapItem[];
}

export interface GapSource {
  readonly report: Report;
  readonly checks: readonly Check[];
  /** Notes of the file, beside those of the report. */
  readonly notes: readonly Note[];
  readonly partFailures: readonly Failure[];
}

/** How much there is of a kind, in the units in which the page counts: cells, and checks as at the head of a report; else places. */
export function gapAmount(kind: GapKind, items: readonly GapItem[]): string {
  const sum = (list: readonly GapItem[]): number => list.reduce((total, { count }) => total + count, 0);
  if (kind === 'unread' || kind === 'statement') return `${sum(items)} 处`;
  // Only checks have rules.
  const cells = sum(items.filter(({ rules }) => rules.length === 0));
  const checks = sum(items.filter(({ rules }) => rules.length > 0));
  return [cells > 0 ? `${cells} 格` : '', checks > 0 ? `${checks} 项` : ''].filter(Boolean).join('，');
}

/** Groups that have something, in the order of `GAP_KINDS`. */
export function gapsOf({ report, checks, notes, partFailures }: GapSource): readonly GapGroup[] {
  const items = new Map<GapKind, GapItem[]>();
  const add = (kind: GapKind, item: Partial<GapItem> & Pick<GapItem, 'text'>): void => {
    const list = items.get(kind) ?? [];
    items.set(kind, list);
    list.push({ count: 1, at: null, rules: [], keys: [], ...item });
  };
  const said = new Set<string>();
  for (const { message, weight, at } of [...report.notes, ...notes]) {
    if (weight !== 'caution' || said.has(message)) continue;
    said.add(message);
    add('unread', { text: message, at: at ?? null });
  }
  for (const { message } of partFailures) add('unread', { text: message });
  for (const item of absentCells(report)) add('absent', item);
  for (const [kind, cells] of unsureCells(report)) for (const item of cells) add(kind, item);
  for (const [kind, item] of reasonsOf(checks)) add(kind, item);
  for (const item of uncompared(report)) add('statement', item);
  return GAP_KINDS.flatMap((kind) => {
    const list = items.get(kind);
    return list ? [{ kind, count: list.reduce((sum, { count }) => sum + count, 0), items: list }] : [];
  });
}

/** Cells of the form that were not found: whole tables, whole rows, single cells. */
function absentCells(report: Report): readonly GapItem[] {
  const edition = editionOf(report.edition);
  if (!edition) return [];
  const found = new Set(report.facts.map(({ key }) => key));
  const items: GapItem[] = [];
  const add = (text: string, keys: readonly string[]): void => void items.push({ text, count: keys.length, at: null, rules: [], keys });
  for (const table of edition.tables) {
    const rows = rowsOf(table).map(({ row, keys }) => ({ row, keys, missing: keys.filter((key) => !found.has(key)) }));
    const all = rows.flatMap(({ keys }) => keys);
    const missing = rows.flatMap((row) => row.missing);
    if (missing.length === 0) continue;
    if (missing.length === all.length) {
      add(`${table.name}：整张表 ${all.length} 格`, all);
      continue;
    }
    for (const { row, keys, missing: absent } of rows) {
      if (absent.length === 0) continue;
      if (absent.length === keys.length) add(`${table.name}“${[...row.path, row.label].join('－')}”：整行 ${keys.length} 格`, keys);
      else add(absent.map(cellName).join('、'), absent);
    }
  }
  return items;
}

function rowsOf(table: TableForm): readonly { readonly row: RowForm; readonly keys: readonly string[] }[] {
  return table.blocks.flatMap((block) =>
    block.rows.filter((row) => row.values).map((row) => ({ row, keys: block.columns.map((column) => `${row.key}.${column.key}`) })),
  );
}

/** Said once for all cells of a row. */
function rowName(key: string): string {
  const form = cellForm(key);
  if (!form) return '';
  const { table, row } = form;
  // Quotes within quotes.
  const label = row.label.replace(/“/g, '‘').replace(/”/g, '’');
  return `${table.name}${label && table.id !== 't4' ? `“${label}”` : ''}：`;
}

function columnName(key: string): string {
  const form = cellForm(key);
  if (!form) return key;
  const { table, column } = form;
  return `${table.id === 't4' && column.group ? `“${column.group}”` : ''}${column.label}`;
}

/** Said of a cell in which nothing stands. */
const BLANK = '空白';

/** What stands in a cell. */
function printed({ value, raw }: Pick<Fact, 'value' | 'raw'>): string {
  if (value !== null) return String(value);
  return raw ? `印作“${raw}”` : BLANK;
}

/** The cells of a row in the order of its columns, if it is all of them: then they need not be named one by one. */
function wholeRow(cells: readonly Fact[]): readonly Fact[] | null {
  const form = cellForm(cells[0]!.key);
  const block = form?.table.blocks.find(({ rows }) => rows.some(({ key }) => key === form.row.key));
  if (!form || !block || cells.length < 3) return null;
  const ordered = block.columns.flatMap((column) => cells.find(({ key }) => key === `${form.row.key}.${column.key}`) ?? []);
  return ordered.length === block.columns.length ? ordered : null;
}

function rowWords(cells: readonly Fact[]): string {
  const whole = wholeRow(cells);
  if (whole) return `${rowName(cells[0]!.key)}整行 ${whole.length} 格（${whole.map(printed).join('、')}）`;
  const named = cells.map((fact) => {
    const name = cells.length > 1 ? columnName(fact.key) : cellName(fact.key);
    const words = printed(fact);
    return words === BLANK ? name : `${name}（${words}）`;
  });
  return `${cells.length > 1 ? rowName(cells[0]!.key) : ''}${named.join('、')}`;
}

/** Cells that were found and are not sure, row by row. */
function unsureCells(report: Report): readonly (readonly ['unplaced' | 'doubtful', readonly GapItem[]])[] {
  const unsure = report.facts.filter(({ certainty }) => certainty === 'doubtful');
  const asItems = (facts: typeof unsure): readonly GapItem[] => {
    const rows = new Map<string, typeof unsure>();
    for (const fact of facts) {
      const row = fact.key.slice(0, fact.key.lastIndexOf('.'));
      rows.set(row, [...(rows.get(row) ?? []), fact]);
    }
    return [...rows.values()].map((cells) => ({
      text: rowWords(cells),
      count: cells.length,
      at: cells[0]!.at,
      rules: [],
      keys: cells.map(({ key }) => key),
    }));
  };
  return [
    ['unplaced', foldRows(asItems(unsure.filter(({ writing }) => writing === 'unplaced')), '读到了数，但不能确定是哪一格')],
    ['doubtful', foldRows(asItems(unsure.filter(({ writing }) => writing !== 'unplaced')), '的位置存疑')],
  ];
}

/** As many rows of one table, or reasons that name a cell of it, are one line. */
const MANY = 4;

/** A table read without its lines gives a whole list of rows: one line for all of them, where the first of them stood. */
function foldRows(rows: readonly GapItem[], matter: string): readonly GapItem[] {
  const tables = new Map<string, GapItem[]>();
  const tableOf = ({ keys }: GapItem): string => cellForm(keys[0] ?? '')?.table.name ?? '';
  for (const row of rows) tables.set(tableOf(row), [...(tables.get(tableOf(row)) ?? []), row]);
  return rows.flatMap((row) => {
    const name = tableOf(row);
    const parts = tables.get(name)!;
    if (name === '' || parts.length < MANY) return [row];
    if (parts[0] !== row) return [];
    const count = parts.reduce((sum, each) => sum + each.count, 0);
    return [
      {
        text: `${name}有 ${parts.length} 行共 ${count} 格${matter}。`,
        count,
        at: row.at,
        rules: [],
        keys: parts.flatMap(({ keys }) => keys),
        parts,
      },
    ];
  });
}

/** Words quoted for a reason; the rest are counted. */
const QUOTED = 3;

/** Numbers of the text that were compared with nothing: one item for each reason. */
function uncompared(report: Report): readonly GapItem[] {
  const reasons = new Map<string, { count: number; quotes: string[]; at: Position }>();
  for (const { statement, why } of compareStatements(report)) {
    if (why === null) continue;
    const reason = reasons.get(why) ?? { count: 0, quotes: [], at: statement.at };
    reasons.set(why, reason);
    reason.count += 1;
    if (reason.quotes.length < QUOTED) reason.quotes.push(`“${excerpt(statement)}”`);
  }
  return [...reasons].map(([why, { count, quotes, at }]) => ({
    text: `${why}${quotes.join('、')}${count > quotes.length ? `等 ${count} 处` : ''}`,
    count,
    at,
    rules: [],
    keys: [],
  }));
}

/** Checks without a verdict: one item for each reason. */
function reasonsOf(checks: readonly Check[]): readonly (readonly [GapKind, GapItem])[] {
  const reasons = new Map<string, { count: number; rules: Set<string>; keys: Set<string>; doubtful: boolean; aside: boolean }>();
  for (const { rule, result, why = '没有说明原因。', keys, aside = false } of checks) {
    if (result !== 'notAssessed' && result !== 'doubtful') continue;
    const reason = reasons.get(`${result} ${why}`) ?? {
      count: 0,
      rules: new Set(),
      keys: new Set(),
      doubtful: result === 'doubtful',
      aside,
    };
    reasons.set(`${result} ${why}`, reason);
    reason.count += 1;
    reason.rules.add(rule);
    for (const key of keys) reason.keys.add(key);
  }
  return foldCells(
    [...reasons].map(([id, { count, rules, keys, doubtful, aside }]) => [
      doubtful ? kindOfDoubt(id) : aside ? 'aside' : kindOfReason(id),
      { text: id.slice(id.indexOf(' ') + 1), count, at: null, rules: [...rules], keys: [...keys] },
    ]),
  );
}

/** A table that is missing or blank gives a reason for every cell: one line for all of them, where the first of them stood. */
function foldCells(reasons: readonly (readonly [GapKind, GapItem])[]): readonly (readonly [GapKind, GapItem])[] {
  const alike = new Map<string, GapItem[]>();
  const nameOf = ([kind, { text }]: readonly [GapKind, GapItem]): string | null => {
    const name = reasonOfMany(text, 0);
    return name && `${kind} ${name}`;
  };
  for (const reason of reasons) {
    const name = nameOf(reason);
    if (name !== null) alike.set(name, [...(alike.get(name) ?? []), reason[1]]);
  }
  return reasons.flatMap((reason) => {
    const [kind, item] = reason;
    const parts = alike.get(nameOf(reason) ?? '') ?? [];
    if (parts.length < MANY) return [reason];
    if (parts[0] !== item) return [];
    return [
      [
        kind,
        {
          text: reasonOfMany(item.text, parts.length) ?? item.text,
          count: parts.reduce((sum, { count }) => sum + count, 0),
          at: null,
          rules: [...new Set(parts.flatMap(({ rules }) => rules))],
          keys: [...new Set(parts.flatMap(({ keys }) => keys))],
          parts,
        },
      ] as const,
    ];
  });
}
