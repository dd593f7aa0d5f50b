// What became of an official table that was not read: a picture, nothing but a heading, unreadable words, or not there at all.
// Two rules ask this, so that one missing table is reported by exactly one of them.
import { editions } from '../../form/index.ts';
import { labelCore, squeeze } from '../../form/label.ts';
import type { Report, Section } from '../../model/report.ts';
import type { SectionKey, TableId } from '../../model/vocabulary.ts';
import { endingOf } from '../text/ending.ts';
import { holds, linesOf, ordinalOf, realSections, recognisesParts } from '../text/parts.ts';

/**
 * `read`: it was found. `picture`: its part holds a picture in its place. `bare`: its part has a heading and hardly a word.
 * `unread`: something like it stands there and was not understood. `cut`: the text breaks off before it. `lost`: so few parts
 * were recognised that nothing can be said. `absent`: neither table nor trace of one.
 */
export type TableState = 'read' | 'picture' | 'bare' | 'unread' | 'cut' | 'lost' | 'absent';

/** What was seen of a table that was not read. */
export interface TableSearch {
  readonly state: TableState;
  /** The part in which it belongs, if that was found. */
  readonly section: Section | null;
}

const HOMES: Readonly<Record<TableId, SectionKey>> = { t2: 's2', t3: 's3', t4: 's4' };

/** Names of the tables by what they report. */
export const TABLE_TITLES: Readonly<Record<TableId, string>> = {
  t2: '表二（主动公开政府信息情况表）',
  t3: '表三（收到和处理政府信息公开申请情况表）',
  t4: '表四（政府信息公开行政复议、行政诉讼情况表）',
};

/** Part in which a table belongs. */
export function homeOf(table: TableId): SectionKey {
  return HOMES[table];
}

/** Why nothing is said about a table in these states. */
export const UNTOLD: Readonly<Partial<Record<TableState, string>>> = {
  unread: '该表的位置有表格或表格文字，但未能按统一格式读出。',
  cut: '文件在这张表之前或这张表所在部分中断，可能没有读全。',
  lost: '认出的部分太少，无法判断是否缺表。',
};

/** Fewer bare numbers than this may be numbers of pages. */
const LOOSE = 5;
/** More words than this under a heading are a text of its own, not the trace of a lost table. */
const FEW_WORDS = 30;
const POINTS_AT_TABLE = /下表|附表|表格如下|情况表|如下图|下图|见附件/;
const SAYS_NOTHING_HAPPENED = /无|没有|未|零|0/;

/** Looks for one of the three tables. */
export function searchTable(report: Report, table: TableId): TableSearch {
  const parts = realSections(report).filter((section) => section.key === HOMES[table]);
  const section = parts[0] ?? null;
  if (report.tables.some((reading) => reading.table === table)) return { state: 'read', section };
  const ending = endingOf(report);
  if (ending.state === 'cut' && ending.last <= ordinalOf(HOMES[table])) return { state: 'cut', section };
  if (section === null) return { state: recognisesParts(report) ? 'absent' : 'lost', section };

  const lines = parts.flatMap((part) => linesOf(report, part).map((line) => line.text));
  const claimed = new Set(report.tables.flatMap((reading) => reading.blocks));
  const strange = parts.some((part) =>
    report.blocks.slice(part.from, part.to).some((block, index) => {
      if (block.kind !== 'table' || claimed.has(part.from + index)) return false;
      const cells = block.rows.flatMap((row) => row.cells).filter((cell) => squeeze(cell.text) !== '');
      return cells.length >= 4 || cells.some((cell) => holdsLabels(table, cell.text));
    }),
  );
  if (strange || traces(table, lines) >= GLUED || looseNumbers(lines) >= LOOSE) return { state: 'unread', section };
  if (parts.some((part) => holds(report, part, 'picture'))) return { state: 'picture', section };
  const words = lines.join('');
  if (POINTS_AT_TABLE.test(words)) return { state: 'bare', section };
  const few = (words.match(/\p{Script=Han}/gu) ?? []).length <= FEW_WORDS;
  return { state: few && !SAYS_NOTHING_HAPPENED.test(words) ? 'bare' : 'absent', section };
}

/** Three numbers side by side: a row of a table whose lines ran into one. */
const ROW_OF_NUMBERS = /(?:^|\s)(?:-?\d{1,9}(?:\.\d{1,4})?[\s|]+){2}-?\d{1,9}(?:\.\d{1,4})?(?=\s|$)/;

/** Lines that hold nothing but a number: cells of a table whose rows were lost. */
function looseNumbers(lines: readonly string[]): number {
  if (lines.some((line) => ROW_OF_NUMBERS.test(line))) return LOOSE;
  return lines.flatMap((line) => line.split('\n')).filter((line) => /^-?\d{1,9}(?:\.\d{1,4})?$/.test(squeeze(line))).length;
}

/** How many labels of a table stand as lines of their own, with or without the numbers of their row glued on. */
function traces(table: TableId, lines: readonly string[]): number {
  const pieces = lines.flatMap((line) => line.split(/[\t|\n]/));
  // 信息内容本年制发件数本年废止件数: the cells of a line ran into one.
  if (pieces.some((piece) => !/[，。；]|\d\s*[件宗]/.test(piece) && holdsLabels(table, piece))) return GLUED;
  const cores = new Set(pieces.map((piece) => labelCore(piece.replace(/[\d.\s]+$/, ''))));
  return [...labelsOf(table)].filter((label) => cores.has(label)).length;
}

/** As many traces as tell that a table stood there. */
const GLUED = 3;

/** Labels shorter than this are usual words. */
const TELLING = 4;

/** Several labels of a table glued together in one cell. */
function holdsLabels(table: TableId, text: string): boolean {
  const core = labelCore(text);
  return [...labelsOf(table)].filter((label) => label.length >= TELLING && core.includes(label)).length >= 3;
}

function labelsOf(table: TableId): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const edition of editions) {
    for (const form of edition.tables) {
      if (form.id !== table) continue;
      for (const block of form.blocks) {
        for (const each of [...block.rows, ...block.columns]) if (each.label !== '') labels.add(labelCore(each.label));
      }
    }
  }
  return labels;
}
