// What of a report nobody has judged, and why: parts of the file not read, cells not found or not sure, checks without a verdict,
// numbers of the text compared with nothing.
// Put together for people by what can be done about it. Pure.
import { compareStatements } from '../core/check/compare/index.ts';
import { excerpt } from '../core/check/compare/comparison.ts';
import { cellForm, cellName, editionOf } from '../core/form/index.ts';
import type { RowForm, TableForm } from '../core/form/edition.ts';
import type { Note, Position } from '../core/model/document.ts';
import type { Check } from '../core/model/finding.ts';
import type { Failure } from '../core/model/outcome.ts';
import type { Report } from '../core/model/report.ts';

export const GAP_KINDS = [
  'unread',
  'edition',
  'absent',
  'unplaced',
  'doubtful',
  'notFound',
  'blank',
  'notNumber',
  'date',
  'broken',
  'other',
  'statement',
  'aside',
] as const;
/** Why something was not judged, in the order in which a person should look at it. */
export type GapKind = (typeof GAP_KINDS)[number];

/** Kinds that are listed for completeness and keep no report from passing. */
export const HARMLESS_GAPS: ReadonlySet<GapKind> = new Set<GapKind>(['statement', 'aside']);

interface GapWords {
  readonly title: string;
  /** What to do next. */
  readonly advice: string;
}

export const GAP_WORDS: Readonly<Record<GapKind, GapWords>> = {
  unread: {
    title: '文件里没有读到的内容',
    advice: '打开原件看这些内容是否与年报有关；有关的，改用原始的Word、WPS或网页文件重新导入。',
  },
  edition: {
    title: '格式版本不能确定，或不在核验范围',
    advice: '先确认报告用的是哪一年的统一格式；新旧混用的，请单位按当年格式重排后重新导入。',
  },
  absent: {
    title: '没有读到的单元格',
    advice: '对照原件：原件里也没有的，请单位补齐；原件里有的，多半是转存时丢了，改用原始的Word、Excel或网页文件重新导入。',
  },
  unplaced: {
    title: '读到了数，但不能确定是哪一格',
    advice: '这些行印出的数与统一格式的格数对不上，请对照原件逐行核对；或改用带表格线的原始文件重新导入。',
  },
  doubtful: {
    title: '位置存疑的单元格，以及据此作出的判断',
    advice: '请在原文里核对标有“?”的单元格是否放对了位置；放错的，改用带表格线的原始文件重新导入。',
  },
  notFound: {
    title: '没有找到要查的表、行或文字',
    advice: '对照原件：确实没有的，请单位补齐；原件里有的，多半是以图片发布或转存时丢失，改用原始文件重新导入。',
  },
  blank: {
    title: '空白，不能判断',
    advice: '空白分不清是0还是漏填，请单位补填（没有发生的填0）后重新导入。',
  },
  notNumber: {
    title: '填的不是数字',
    advice: '请单位改填阿拉伯数字后重新导入；在此之前这些格只能人工核对。',
  },
  date: {
    title: '年度、期限或日期不能确定',
    advice: '请对照原件核对这些日期；年度读错的，可在报告页上方点“改”更正，会自动重新核验。',
  },
  broken: {
    title: '规则没有运行完',
    advice: '这是程序的问题，不是报告的差错。请人工核对这些项目，并把规则编号告诉维护人员。',
  },
  other: { title: '其他原因', advice: '请按所写的原因人工核对。' },
  aside: {
    title: '文件里不会有的资料，没有核对',
    advice: '这些要对照发布的网页或档案才能核对，不影响本报告的结论；需要时请人工核对。',
  },
  statement: {
    title: '正文里没有与表格比较的数字',
    advice: '这些数字在表里没有对应的格，或说的范围不同，程序没有核对；与申请、复议诉讼、收费有关的，请人工看一眼。',
  },
};

/** What a reason is about. The first that fits counts. */
const REASONS: readonly (readonly [GapKind, RegExp])[] = [
  ['broken', /运行出错/],
  ['edition', /本规则适用于|格式版本/],
  ['notNumber', /不是数字/],
  ['unplaced', /没有认出是哪一行|属于哪个单元格不能确定/],
  ['doubtful', /位置不能确定|按位置推断|已另行提示|可能就是它/],
  ['blank', /空白/],
  ['notFound', /没有找到|没有读到|没有读出|没有认出|没有读全|只认出|图片|没有作为部分标题/],
  ['date', /期限|日期|年度|年份/],
];

/** Kind of a reason as rules word it. */
export function kindOfReason(why: string): GapKind {
  return REASONS.find(([, pattern]) => pattern.test(why))?.[0] ?? 'other';
}

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
  return `${table.name}${row.label && table.id !== 't4' ? `“${row.label}”` : ''}：`;
}

function columnName(key: string): string {
  const form = cellForm(key);
  if (!form) return key;
  const { table, column } = form;
  return `${table.id === 't4' && column.group ? `“${column.group}”` : ''}${column.label}`;
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
      text: `${cells.length > 1 ? rowName(cells[0]!.key) : ''}${cells
        .map(({ key, value, raw }) => {
          const name = cells.length > 1 ? columnName(key) : cellName(key);
          return `${name}${value === null ? (raw ? `（印作“${raw}”）` : '') : `（${value}）`}`;
        })
        .join('、')}`,
      count: cells.length,
      at: cells[0]!.at,
      rules: [],
      keys: cells.map(({ key }) => key),
    }));
  };
  return [
    ['unplaced', asItems(unsure.filter(({ writing }) => writing === 'unplaced'))],
    ['doubtful', asItems(unsure.filter(({ writing }) => writing !== 'unplaced'))],
  ];
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
  return [...reasons].map(([id, { count, rules, keys, doubtful, aside }]) => [
    doubtful ? 'doubtful' : aside ? 'aside' : kindOfReason(id),
    { text: id.slice(id.indexOf(' ') + 1), count, at: null, rules: [...rules], keys: [...keys] },
  ]);
}
