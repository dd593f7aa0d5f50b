// PDF with a text layer. The engine is provided by whoever runs the core: in the page a worker of its own, here in Node at once.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import { failure } from '../../model/outcome.ts';
import { createBlockList } from '../block-list.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import type { ReadResult, Source } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { layOutPages } from '../page-layout.ts';
import { pdfEngine } from '../pdf/engine.ts';
import type { PdfPages } from '../pdf/engine.ts';
// See package.json: in Node the engine at once, in builds for browsers none, so that the light worker carries no pdf.js.
import { engine as ownEngine } from '#pdf-engine';

/** Share of characters without a name from which on the text as a whole cannot be read. */
const UNREADABLE = 0.2;

export default defineFormat({
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  recognise(sample) {
    return hasMark(sample.bytes.subarray(0, 1024)) ? 'certain' : 'no';
  },
  async read(source) {
    const engine = pdfEngine() ?? ownEngine;
    if (engine === null) return { ok: false, failure: failure(source.path, 'needs-pdf-worker') };
    const opened = await engine.open(source.bytes, { pages: LIMITS.pages, operations: LIMITS.operations });
    if (!opened.ok) {
      const cut = opened.reason === 'damaged' && !hasEnd(source.bytes);
      return { ok: false, failure: failure(source.path, cut ? 'truncated' : opened.reason) };
    }
    return documentOf(source, opened);
  },
});

/** %PDF- may stand behind a little junk. */
function hasMark(bytes: Uint8Array): boolean {
  return find(bytes, '%PDF-') >= 0;
}

function hasEnd(bytes: Uint8Array): boolean {
  return find(bytes.subarray(Math.max(0, bytes.length - 2048)), '%%EOF') >= 0;
}

function find(bytes: Uint8Array, word: string): number {
  for (let at = bytes.indexOf(word.charCodeAt(0)); at >= 0; at = bytes.indexOf(word.charCodeAt(0), at + 1)) {
    let same = 1;
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same++;
    if (same === word.length) return at;
  }
  return -1;
}

function documentOf(source: Source, opened: PdfPages): ReadResult {
  const list = createBlockList();
  const laidOut = layOutPages(opened.pages, list);
  const { characters, unnamed, picturePages } = laidOut;
  if (characters === 0 && opened.lost.length > 0) return { ok: false, failure: failure(source.path, 'damaged') };
  if (characters === 0 || (picturePages.length > 0 && characters < 20)) {
    if (picturePages.length > 0) return { ok: false, failure: failure(source.path, 'scanned') };
    if (characters === 0) return { ok: false, failure: failure(source.path, 'empty', '里没有可以读取的文字') };
  }
  if (unnamed > characters * UNREADABLE) return { ok: false, failure: failure(source.path, 'no-unicode-map') };
  const notes: Note[] = [];
  const caution = (code: string, message: string) => notes.push({ code, message, weight: 'caution' });
  const read = opened.pages.length + opened.lost.length;
  if (read < opened.pageCount) caution('cut-pages', `共${opened.pageCount}页，只读取了前${read}页。`);
  if (opened.lost.length > 0) caution('pages-lost', `第${listed(opened.lost)}页已损坏，没有读出内容。`);
  const incomplete = opened.pages.flatMap((page, i) => (page.incomplete ? [i + 1] : []));
  if (incomplete.length > 0) caution('pages-incomplete', `第${listed(incomplete)}页有损坏之处，内容可能没有读全。`);
  if (picturePages.length > 0) caution('picture-pages', `第${listed(picturePages)}页只有图片没有文字，疑为扫描件，内容没有读取。`);
  if (unnamed > 0) caution('unnamed-characters', `有${unnamed}个字的字体没有对应的编码，显示为“\ufffd”或乱码，没有读出。`);
  notes.push(...laidOut.notes, ...list.notes());
  const garbled = garbledShare(list.blocks.map(blockText));
  const document = { path: source.path, metaTitle: opened.title, blocks: list.blocks, notes, garbled };
  return { ok: true, documents: [document], failures: [] };
}

function listed(numbers: readonly number[]): string {
  return numbers.length > 8 ? `${numbers.slice(0, 8).join('、')}等${numbers.length}` : numbers.join('、');
}
