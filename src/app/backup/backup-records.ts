// What a backup holds, as bytes and back: files with their reports in pages, and the note of what there is.
// Whatever comes out of a file is looked at before it is believed.
import { compress, decompress } from '../../bridge/packing.ts';
import { CORE_VERSION } from '../../core/version.ts';
import type { Dismissal, ImportRecord, PackedReport, ReportSummary, StoredFile } from '../../store/records.ts';
import { DISMISSAL_KINDS } from '../../store/records.ts';

export const KIND = 'gouji-backup';
/** Raised when an older program could no longer read a backup. */
export const BACKUP_VERSION = 1;
export const NOTE = 'backup.json';
export const SETTINGS = 'settings.json';
export const DISMISSALS = 'dismissals.json';

/** The note of what there is; lies in the archive as `backup.json`. */
export interface BackupNote {
  readonly kind: typeof KIND;
  readonly version: number;
  /** Of the program, for people. */
  readonly program: string;
  readonly coreVersion: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly originals: boolean;
  readonly counts: { readonly files: number; readonly reports: number; readonly originals: number; readonly dismissals: number };
  /** Every other part with its length in bytes and its CRC-32; pages of files also with how many there are in it. */
  readonly parts: readonly { readonly name: string; readonly size: number; readonly crc: number; readonly files?: number }[];
}

interface Head {
  readonly file: StoredFile;
  readonly summaries: readonly ReportSummary[];
  /** Length of the body, in bytes. */
  readonly reports: readonly (Omit<PackedReport, 'body'> & { readonly length: number })[];
  /** `packed`: gzip. */
  readonly original: { readonly length: number; readonly packed: boolean } | null;
}

/** Bytes of the heads of one page, unpacked: a page has 50 files of a few kB each. */
const HEADS_LIMIT = 64 * 1024 * 1024;

/** One page: length of the heads, the heads, then bodies and originals in the order in which the heads tell them. */
export async function writePage(records: readonly ImportRecord[]): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  const heads: Head[] = [];
  for (const { file, summaries, reports, original } of records) {
    for (const { body } of reports) blocks.push(body);
    let kept: Head['original'] = null;
    if (original) {
      const smaller = isPacked(original) ? original : await compress(original);
      blocks.push(smaller);
      kept = { length: smaller.length, packed: smaller !== original };
    }
    heads.push({ file, summaries, reports: reports.map(({ body, ...rest }) => ({ ...rest, length: body.length })), original: kept });
  }
  const told = await compress(new TextEncoder().encode(JSON.stringify(heads)));
  const page = new Uint8Array(4 + told.length + blocks.reduce((sum, { length }) => sum + length, 0));
  new DataView(page.buffer).setUint32(0, told.length, true);
  let at = 4;
  for (const block of [told, ...blocks]) {
    page.set(block, at);
    at += block.length;
  }
  return page;
}

/** What would not become smaller: archives (office files are), PDF, gzip. */
function isPacked([a, b]: Uint8Array): boolean {
  return (a === 0x50 && b === 0x4b) || (a === 0x25 && b === 0x50) || (a === 0x1f && b === 0x8b);
}

/**
 * Undoes `writePage`. Null: not such a page.
 * @param largest bytes of an original above which it is left out
 */
export async function readPage(page: Uint8Array, largest: number): Promise<readonly ImportRecord[] | null> {
  if (page.length < 4) return null;
  const length = new DataView(page.buffer, page.byteOffset).getUint32(0, true);
  const told = page.subarray(4, 4 + length);
  const bytes = told[0] === 0x1f ? await decompress(told, HEADS_LIMIT) : told;
  if (!bytes) return null;
  let heads: unknown;
  try {
    heads = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  if (!Array.isArray(heads) || !heads.every(isHead)) return null;
  let at = 4 + length;
  const records: ImportRecord[] = [];
  for (const { file, summaries, reports, original } of heads as readonly Head[]) {
    const bodies = reports.map(({ length: size, ...rest }): PackedReport => {
      at += size;
      // A copy: a view would keep the whole page in memory and in the store.
      return { ...rest, body: page.slice(at - size, at) };
    });
    let kept: Uint8Array | null = null;
    if (original) {
      const block = page.slice(at, at + original.length);
      at += original.length;
      kept = original.packed ? await decompress(block, largest) : block;
      if (kept?.length !== file.size) kept = null;
    }
    if (at > page.length) return null;
    records.push({ file: { ...file, keepsOriginal: false }, summaries, reports: bodies, original: kept });
  }
  return at === page.length ? records : null;
}

/** Chinese if it cannot be used, else the note. */
export function readNote(text: string): BackupNote | string {
  let note: unknown;
  try {
    note = JSON.parse(text);
  } catch {
    return '备份的目录已损坏，没有导入任何内容，本机已有的内容没有改变。请重新取得这个备份文件。';
  }
  if (!isRecord(note) || note['kind'] !== KIND || typeof note['version'] !== 'number') return NOT_OURS;
  const { version, coreVersion, parts } = note;
  if (version > BACKUP_VERSION || Number(coreVersion) > Number(CORE_VERSION)) {
    return '这个备份由更新版本的勾稽保存，本版本读不全，所以没有导入任何内容，本机已有的内容没有改变。请先换用新版本，再导入。';
  }
  const fine =
    Array.isArray(parts) &&
    parts.every((part) => isRecord(part) && isText(part['name']) && isCount(part['size']) && isCount(part['crc'])) &&
    isRecord(note['counts']) &&
    isCount(note['createdAt']);
  return fine ? (note as unknown as BackupNote) : DAMAGED;
}

export const NOT_OURS = '这不是勾稽的备份文件，没有导入任何内容。请选择由“保存备份”得到的 zip 文件；年报的压缩包请在“导入与列表”页导入。';
export const DAMAGED = '备份文件已损坏或不完整（可能没有复制完），没有导入任何内容，本机已有的内容没有改变。请重新复制这个文件再试。';

/** Null: not a list of what was dismissed. */
export function readDismissals(text: string): readonly Dismissal[] | null {
  try {
    const all: unknown = JSON.parse(text);
    return Array.isArray(all) && all.every(isDismissal) ? (all as Dismissal[]) : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isNullOr = (is: (value: unknown) => boolean, value: unknown): boolean => value === null || is(value);
const isNote = (value: unknown): boolean => isRecord(value) && isText(value['code']) && isText(value['message']);

function isHead(value: unknown): value is Head {
  if (!isRecord(value)) return false;
  const { file, summaries, reports, original } = value;
  if (!isFile(file) || !Array.isArray(summaries) || !Array.isArray(reports)) return false;
  const ids = file.reportIds;
  const mine = (each: unknown, index: number): each is Readonly<Record<string, unknown>> =>
    isRecord(each) && each['id'] === ids[index] && each['fileId'] === file.id;
  return (
    summaries.length === ids.length &&
    reports.length === ids.length &&
    summaries.every((each, index) => mine(each, index) && isSummary(each)) &&
    reports.every(
      (each, index) => mine(each, index) && isCount(each['length']) && isRecord(each['overrides']) && isText(each['coreVersion']),
    ) &&
    isNullOr((each) => isRecord(each) && isCount(each['length']), original)
  );
}

function isFile(value: unknown): value is StoredFile {
  if (!isRecord(value)) return false;
  const { id, reportIds, notes, partFailures, failure } = value;
  return (
    isText(id) &&
    /^(?:[0-9a-f]{64}$|unread:)/.test(id) &&
    ['name', 'path', 'format', 'coreVersion'].every((key) => isText(value[key])) &&
    ['size', 'addedAt', 'removedReports'].every((key) => isCount(value[key])) &&
    Array.isArray(reportIds) &&
    reportIds.every((each) => isText(each) && each.startsWith(`${id}.`)) &&
    Array.isArray(notes) &&
    notes.every(isNote) &&
    Array.isArray(partFailures) &&
    partFailures.every(isNote) &&
    isNullOr(isNote, failure)
  );
}

function isSummary(value: Readonly<Record<string, unknown>>): boolean {
  const { organ, year, counts, seriesFacts, marks } = value;
  return (
    ['fileName', 'coreVersion', 'checkedWith'].every((key) => isText(value[key])) &&
    isCount(value['addedAt']) &&
    isNullOr(isText, organ) &&
    isNullOr(isCount, year) &&
    isRecord(counts) &&
    ['error', 'warning', 'hint', 'notAssessed', 'doubtful', 'passed'].every((key) => isCount(counts[key])) &&
    isRecord(seriesFacts) &&
    (marks === undefined || (Array.isArray(marks) && marks.every((each) => isRecord(each) && isText(each['fingerprint']))))
  );
}

function isDismissal(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return (
    ['id', 'fingerprint', 'state', 'severity', 'reason', 'reportId', 'fileName', 'message'].every((key) => isText(value[key])) &&
    DISMISSAL_KINDS.some((kind) => kind === value['kind']) &&
    isCount(value['at']) &&
    isNullOr(isText, value['organ']) &&
    isNullOr(isCount, value['year'])
  );
}
