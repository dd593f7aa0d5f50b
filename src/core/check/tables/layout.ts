// Which cells a report's tables should have, what a person calls them, and whether their numbers can be used.
// Follows the form the tables were really written on, so that mixed forms are judged as far as their cells stand.
import { cellForm, editionById } from '../../form/index.ts';
import type { ColumnForm, Identity, RowForm, TableForm } from '../../form/edition.ts';
import type { Term } from '../../model/finding.ts';
import type { Fact, Report } from '../../model/report.ts';
import type { EditionId, TableId } from '../../model/vocabulary.ts';
import { EDITION_IDS } from '../../model/vocabulary.ts';
import type { Problem, RuleContext, Verdict } from '../rule.ts';

/** A row of values the report should have. */
export interface LayoutRow {
  readonly key: string;
  readonly table: TableForm;
  readonly row: RowForm;
  readonly columns: readonly ColumnForm[];
  /** Keys of its cells, in the order of the columns. */
  readonly keys: readonly string[];
}

/** The cells of a report as its tables show them. */
export interface Layout {
  /** Rows of values, in the order of the form; heads of groups are not among them. */
  readonly rows: readonly LayoutRow[];
  /** Heads of groups in table three, in which a number is a subtotal. */
  readonly heads: readonly LayoutRow[];
  /** Row of a cell, heads of groups included. */
  readonly rowOf: ReadonlyMap<string, LayoutRow>;
  /** Keys that cells of more than one row have, where both forms are mixed. */
  readonly shared: ReadonlySet<string>;
  readonly identities: readonly Identity[];
}

const GROUP = 't3.r.otherHandling.';
const DETAILS = ['t3.r.otherHandling.overdueCorrection', 't3.r.otherHandling.overdueFee', 't3.r.otherHandling.misc'];
const layouts = new Map<string, Layout>();
/** Reports never change, and every rule asks. */
const known = new WeakMap<Report, Layout>();

/** The cells this report should have. */
export function layoutOf(report: Report): Layout {
  let layout = known.get(report);
  if (!layout) {
    layout = findLayout(report);
    known.set(report, layout);
  }
  return layout;
}

function findLayout(report: Report): Layout {
  const twos = editionsOfTableTwo(report);
  const three = editionOfTableThree(report);
  const id = `${twos.join()}|${three}`;
  let layout = layouts.get(id);
  if (!layout) {
    layout = buildLayout(twos, three);
    layouts.set(id, layout);
  }
  return layout;
}

function buildLayout(twos: readonly EditionId[], three: EditionId): Layout {
  const table = (edition: EditionId, id: TableId): TableForm => editionById(edition).tables.find((each) => each.id === id)!;
  const all = [...twos.map((edition) => table(edition, 't2')), table(three, 't3'), table(three, 't4')].flatMap((form) =>
    form.blocks.flatMap((block) =>
      block.rows.map(
        (row): LayoutRow => ({
          key: row.key,
          table: form,
          row,
          columns: block.columns,
          keys: block.columns.map((column) => `${row.key}.${column.key}`),
        }),
      ),
    ),
  );
  // From the back, so that the first row with a cell keeps it.
  const rowOf = new Map([...all].reverse().flatMap((row) => row.keys.map((key) => [key, row] as const)));
  const once = new Set<string>();
  const shared = new Set(all.flatMap((row) => row.keys.filter((key) => once.size === once.add(key).size)));
  return {
    rows: all.filter(({ row }) => row.values),
    heads: all.filter(({ row }) => !row.values),
    rowOf,
    shared,
    // Only tables three and four have sums, and both editions share all of them but those of （六）其他处理.
    identities: editionById(three).identities,
  };
}

/** Table two of the report's edition; where that is not certain, of every edition of which a cell of its own was found. */
function editionsOfTableTwo(report: Report): readonly EditionId[] {
  if (report.edition === '2019' || report.edition === '2021') return [report.edition];
  if (report.edition === 'pre2019') return [];
  return EDITION_IDS.filter((id) =>
    report.facts.some(
      (fact) =>
        fact.key.startsWith('t2.') && ownsCell(id, fact.key) && EDITION_IDS.every((other) => other === id || !ownsCell(other, fact.key)),
    ),
  );
}

const owned = new Map<EditionId, ReadonlySet<string>>();
function ownsCell(id: EditionId, key: string): boolean {
  let keys = owned.get(id);
  if (!keys) {
    keys = new Set(
      editionById(id).tables.flatMap((table) =>
        table.blocks.flatMap((block) => block.rows.flatMap((row) => block.columns.map((column) => `${row.key}.${column.key}`))),
      ),
    );
    owned.set(id, keys);
  }
  return keys.has(key);
}

/**
 * Edition whose rows of （六）其他处理 table three has. A new form may carry the single row of the old one:
 * then its number stands for the three rows that are missing. A blank single row in a new form is only a head.
 */
function editionOfTableThree(report: Report): EditionId {
  const named = (readings: readonly { readonly key: string }[]): boolean => readings.some(({ key }) => DETAILS.includes(key));
  if (report.tables.some((table) => table.table === 't3' && (named(table.rows) || named(table.labels)))) return '2021';
  let single = false;
  for (const { key, value } of report.facts) {
    if (!key.startsWith(GROUP)) continue;
    if (DETAILS.some((row) => key.startsWith(`${row}.`))) return '2021';
    if (value !== null && isSingleRowCell(key)) single = true;
  }
  return single || report.edition === '2019' ? '2019' : '2021';
}

function isSingleRowCell(key: string): boolean {
  return /^t3\.r\.otherHandling\.[^.]+$/.test(key);
}

/** What a person calls a row: 「（六）其他处理·3.其他」, 「行政许可」; empty for table four. Goes between quotation marks. */
export function rowName(row: RowForm): string {
  let name = rowNames.get(row);
  if (name === undefined) {
    const group = row.path[row.path.length - 1];
    name = /^\d/.test(row.label) && group ? `${group}·${row.label}` : row.label;
    name = name.replace(/“/g, '‘').replace(/”/g, '’');
    rowNames.set(row, name);
  }
  return name;
}

/** Rows of the form are few and always the same. */
const rowNames = new WeakMap<RowForm, string>();

/** What a person calls a column: 「自然人」, 「法人或其他组织·其他」, 「复议后起诉·总计」. */
export function columnName(column: ColumnForm): string {
  return column.group && (column.label === '其他' || column.key.includes('.')) ? `${column.group}·${column.label}` : column.label;
}

/** What a person calls a cell: 「表三“（一）予以公开”的“自然人”」. */
export function placeName(key: string): string {
  const form = cellForm(key);
  if (!form) return key;
  const row = rowName(form.row);
  return row ? `${form.table.name}“${row}”的“${columnName(form.column)}”` : `${form.table.name}“${columnName(form.column)}”`;
}

/** Is it a cell that others add up to? */
export function isTotalCell(key: string): boolean {
  return key.endsWith('.total') || key.startsWith('t3.r.total.');
}

/** Several cells by name, the first few of them. */
export function placeNames(keys: readonly string[], most = 3): string {
  const named = keys.slice(0, most).map(placeName).join('、');
  return keys.length > most ? `${named}等${keys.length}处` : named;
}

/** Numbers that can be relied on, or why there are none. */
export type Numbers =
  | { readonly ok: true; readonly values: readonly number[]; readonly facts: readonly Fact[] }
  | { readonly ok: false; readonly why: string };

/** The printed numbers of cells, if all of them were found for certain and hold numbers. A blank is no number here. */
export function numbersOf(context: RuleContext, keys: readonly string[]): Numbers {
  const facts: Fact[] = [];
  const values: number[] = [];
  for (const key of keys) {
    const fact = context.fact(key);
    const why = gapOf(context.report, key, fact);
    if (why) return { ok: false, why };
    facts.push(fact!);
    values.push(fact!.value!);
  }
  return { ok: true, values, facts };
}

/** Why a cell gives no number that can be relied on; null if it gives one. */
export function gapOf(report: Report, key: string, fact: Fact | undefined): string | null {
  if (!fact) return report.edition === 'pre2019' ? '2019年以前的旧格式不在校验范围。' : `未找到${placeName(key)}。`;
  if (fact.certainty === 'doubtful') return `${placeName(key)}的位置不能确定。`;
  if (fact.value !== null) return null;
  if (fact.writing === 'blank') return `${placeName(key)}空白。`;
  return `${placeName(key)}填的“${fact.raw}”不是数字。`;
}

/** An addend for an equation. */
export function termOf(key: string, fact: Fact, label: string): Term {
  return { key, label, value: fact.value, at: fact.at };
}

/** A cell of the layout with what was found in it. */
interface LayoutCell {
  readonly key: string;
  readonly row: LayoutRow;
  readonly column: ColumnForm;
  readonly fact: Fact | undefined;
  /** Another row of the layout has a cell of the same key. */
  readonly shared: boolean;
}

/** Several rules go over all cells, one after the other. */
const knownCells = new WeakMap<Report, readonly LayoutCell[]>();

/** Cells of all rows, then those of the heads of groups. */
function cellsOf(context: RuleContext): readonly LayoutCell[] {
  let cells = knownCells.get(context.report);
  if (!cells) {
    const layout = layoutOf(context.report);
    const found: LayoutCell[] = [];
    for (const rows of [layout.rows, layout.heads]) {
      for (const row of rows) {
        for (let index = 0; index < row.keys.length; index++) {
          const key = row.keys[index]!;
          found.push({ key, row, column: row.columns[index]!, fact: context.fact(key), shared: layout.shared.has(key) });
        }
      }
    }
    cells = found;
    knownCells.set(context.report, cells);
  }
  return cells;
}

/**
 * Judges cell after cell. `wrong` says what is wrong with a cell (null: nothing); `only` leaves out cells the rule does not concern.
 * Cells that were not found are said, cells whose place is doubtful are at most doubtful.
 * @param group problems that share it become one, for which `problem` is asked
 */
export function* judgeCells(
  context: RuleContext,
  plan: {
    only(row: LayoutRow, column: ColumnForm): boolean;
    /** Group of the problem, or null if the cell is right. `skip`: the cell has nothing to judge. */
    group(fact: Fact, row: LayoutRow, column: ColumnForm): string | null | 'skip';
    problem(facts: readonly Fact[], row: LayoutRow): Omit<Problem, 'result' | 'at' | 'keys' | 'why'>;
  },
): Iterable<Problem | Verdict> {
  const passed: string[] = [];
  const missing: string[] = [];
  const unsure: string[] = [];
  const skipped: string[] = [];
  const groups = new Map<string, { facts: Fact[]; row: LayoutRow }>();
  const seen = new Set<string>();
  for (const { key, row, column, fact, shared } of cellsOf(context)) {
    // Where both forms are mixed, both have the cell.
    if ((shared && seen.has(key)) || !plan.only(row, column)) continue;
    if (shared) seen.add(key);
    if (!fact) {
      // A head of a group has no cells of its own in the form.
      if (row.row.values) missing.push(key);
      continue;
    }
    const group = fact.writing === 'unplaced' ? null : plan.group(fact, row, column);
    // An empty cell holds no number that could be wrong in this respect; that it is empty is the matter of R-BLANK.
    const empty = fact.writing === 'blank' || fact.writing === 'placeholder';
    if (group === 'skip' && !empty) {
      if (row.row.values) skipped.push(key);
    } else if (group !== null && group !== 'skip') {
      const id = `${fact.certainty}|${group}`;
      const same = groups.get(id);
      if (same) same.facts.push(fact);
      else groups.set(id, { facts: [fact], row });
    } else if (fact.certainty === 'sure') passed.push(key);
    else unsure.push(key);
  }
  for (const { facts, row } of groups.values()) {
    const doubtful = facts[0]!.certainty === 'doubtful';
    const problem = plan.problem(facts, row);
    yield {
      ...problem,
      // What is not sure of its place cannot be an objective contradiction.
      ...(doubtful && (problem.severity ?? 'error') === 'error' ? { severity: 'warning' as const } : {}),
      result: doubtful ? 'doubtful' : 'problem',
      at: facts.map((fact) => fact.at),
      keys: facts.map((fact) => fact.key),
      ...(doubtful ? { why: '这些数值属于哪个单元格不能确定。' } : {}),
    };
  }
  if (passed.length > 0) yield { result: 'passed', keys: passed };
  if (skipped.length > 0) yield { result: 'notAssessed', keys: skipped, why: '这些单元格填的不是数字。' };
  if (unsure.length > 0) yield { result: 'notAssessed', keys: unsure, why: '这些单元格的位置不能确定。' };
  if (missing.length > 0) yield { result: 'notAssessed', keys: missing, why: gapOf(context.report, missing[0]!, undefined) ?? '' };
  if (passed.length + skipped.length + unsure.length + missing.length === 0 && groups.size === 0) {
    yield { result: 'notAssessed', why: '没有找到本规则所查的单元格。' };
  }
}
