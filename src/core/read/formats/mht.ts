// Web pages saved as one file (mht, mhtml), by browsers, Word and WPS, also under the name of a Word document. The page is the
// same as any other; its pictures and styles are not looked at. E-mail is known and refused.
import { decodeText } from '../charset.ts';
import { createBlockList } from '../block-list.ts';
import { defineFormat } from '../format.ts';
import type { ReadResult, Source } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { readLines } from '../lines.ts';
import { readMarkup, TooComplex } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { readHeaders, readMime } from '../mime.ts';
import type { MimeMessage, MimePart } from '../mime.ts';
import { failure } from '../../model/outcome.ts';
import type { Note } from '../../model/document.ts';
import { finishText } from '../text-document.ts';
import { Unreadable } from '../unreadable.ts';

const STARTS = /^\s*(?:From [^\n]*\n)?[A-Za-z][\w-]{1,60}:/;
/** Headers that only a message between people has. */
const MAIL = ['to', 'received', 'return-path', 'delivered-to', 'message-id', 'in-reply-to', 'cc', 'bcc', 'reply-to', 'dkim-signature'];
const MAIL_TYPES = /^multipart\/(?:mixed|alternative|report|signed)/;

export default defineFormat({
  id: 'mht',
  name: '单个文件网页（mht）',
  extensions: ['mht', 'mhtml'],
  readsBytes: true,
  recognise({ head }) {
    if (head === null || !STARTS.test(head)) return 'no';
    const headers = readHeaders(head.trimStart());
    if (headers.has('mime-version') || headers.has('snapshot-content-location')) return 'certain';
    if (/^(?:multipart\/|text\/html)/i.test(headers.get('content-type') ?? '')) return 'certain';
    return MAIL.some((name) => headers.has(name)) && headers.has('from') ? 'certain' : 'no';
  },
  async read(source) {
    const message = readMime(source.bytes);
    if (isMail(message)) {
      throw new Unreadable('unsupported', '是电子邮件，没有读取', '请打开邮件，把其中的报告（附件或正文）另存出来后导入。');
    }
    const pages = message.parts.length > 0 ? message.parts.filter(isPage) : [message];
    const root = rootOf(message, pages);
    if (!root) {
      if (!message.whole) throw new Unreadable('truncated');
      throw new Unreadable('damaged', '里没有网页正文');
    }
    const result = await readPage(source, root, pages.length > 1 ? pages.filter((page) => page !== root) : []);
    if (!result.ok || message.whole) return result;
    const missing: Note = { code: 'text-missing', message: '文件不完整，有一部分文字没有读到。', weight: 'caution' };
    return { ...result, documents: result.documents.map((each) => ({ ...each, notes: [missing, ...each.notes] })) };
  },
});

function isMail({ headers, type }: MimeMessage): boolean {
  if (headers.has('snapshot-content-location') || /^<saved by/i.test(headers.get('from') ?? '')) return false;
  return MAIL.some((name) => headers.has(name)) || MAIL_TYPES.test(type);
}

function isPage({ type, headers }: MimePart): boolean {
  return /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(type) && !/^attachment/i.test(headers.get('content-disposition') ?? '');
}

/** The part that the message names as its start, or that stands where the page was saved from; else the first page. */
function rootOf(message: MimeMessage, pages: readonly MimePart[]): MimePart | null {
  const start = message.parameters.get('start');
  const location = message.headers.get('snapshot-content-location') ?? message.headers.get('content-location');
  return (
    (start === undefined ? undefined : pages.find((page) => page.headers.get('content-id') === start)) ??
    (location === undefined ? undefined : pages.find((page) => page.headers.get('content-location') === location)) ??
    pages.find((page) => page.type !== 'text/plain') ??
    pages[0] ??
    null
  );
}

const tables = (markup: Markup) => markup.blocks.reduce((cells, block) => cells + (block.kind === 'table' ? block.rows.length : 0), 0);

/** The page, and the pages in its frames where it has no table itself but they do. */
async function readPage(source: Source, root: MimePart, others: readonly MimePart[]): Promise<ReadResult> {
  try {
    const decoded = decode(root);
    const page = root.type === 'text/plain' ? readPlain(decoded.text) : await readMarkup(decoded.text);
    if (tables(page) > 0 || root.type === 'text/plain') return finishText(source, decoded, page);
    const framed: Markup[] = [];
    for (const other of others.slice(0, 20)) {
      if (other.type === 'text/plain') continue;
      const inner = await readMarkup(decode(other).text);
      if (tables(inner) > 0) framed.push(inner);
    }
    if (framed.length === 0) return finishText(source, decoded, page);
    const note: Note = { code: 'frames-read', message: '正文在网页的框架里，已一并读取。', weight: 'info' };
    const all = [page, ...framed];
    return finishText(source, decoded, {
      blocks: all.flatMap(({ blocks }) => blocks).slice(0, LIMITS.blocks),
      notes: [note, ...all.flatMap(({ notes }) => notes)],
      metaTitle: page.metaTitle ?? framed[0]?.metaTitle ?? null,
    });
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return { ok: false, failure: failure(source.path, 'too-complex', '的标签过多或嵌套过深，没有读取') };
  }
}

function decode(part: MimePart) {
  const bytes = part.decode();
  if (bytes.length > LIMITS.textBytes) {
    throw new Unreadable('too-large', `的网页正文超过${LIMITS.textBytes / 1024 / 1024}兆，没有读取`);
  }
  return decodeText(bytes, part.parameters.get('charset'));
}

function readPlain(text: string): Markup {
  const list = createBlockList();
  readLines(text, list);
  return { blocks: list.blocks, notes: list.notes(), metaTitle: null };
}
