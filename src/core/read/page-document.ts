// From pages to a document, or to the reason why there is none: what PDF and OFD say of pages that could not be read.
import { blockText } from '../model/document.ts';
import type { Note, SourceDocument } from '../model/document.ts';
import { failure } from '../model/outcome.ts';
import type { Failure } from '../model/outcome.ts';
import { createBlockList } from './block-list.ts';
import { garbledShare } from './characters.ts';
import { layOutPages } from './page-layout.ts';
import type { PagesOfFile } from './page/page.ts';

/** Share of characters without a name from which on the text as a whole cannot be read. */
const UNREADABLE = 0.2;
/** Fewer characters than these, beside pictures, are a stamp or a page number. */
const HARDLY_ANY = 20;

/** The document laid out, with notes on what is missing. `path` names it. */
export function finishPages(path: string, file: PagesOfFile, remarks: readonly Note[]): SourceDocument | Failure {
  const list = createBlockList();
  const { characters, unnamed, picturePages, notes: layoutNotes } = layOutPages(file.pages, list);
  if (picturePages.length > 0 && characters < HARDLY_ANY) return failure(path, 'scanned');
  if (characters === 0 && file.lost.length > 0) return failure(path, 'damaged');
  if (characters === 0) return failure(path, 'empty', '里没有可以读取的文字');
  if (unnamed > characters * UNREADABLE) return failure(path, 'no-unicode-map');
  const notes: Note[] = [];
  const caution = (code: string, message: string) => notes.push({ code, message, weight: 'caution' });
  const incomplete = file.pages.flatMap((page, i) => (page.incomplete && !file.lost.includes(i + 1) ? [i + 1] : []));
  if (file.pages.length < file.pageCount) caution('cut-pages', `共${file.pageCount}页，只读取了前${file.pages.length}页。`);
  if (file.lost.length > 0) caution('pages-lost', `第${listed(file.lost)}页已损坏或缺失，没有读出内容。`);
  if (incomplete.length > 0) caution('pages-incomplete', `第${listed(incomplete)}页有损坏之处，内容可能没有读全。`);
  if (picturePages.length > 0) caution('picture-pages', `第${listed(picturePages)}页只有图片或图形没有文字，疑为扫描件，内容没有读取。`);
  if (unnamed > 0) caution('unnamed-characters', `有${unnamed}个字的字体没有对应的编码，没有读出。`);
  notes.push(...remarks, ...layoutNotes, ...list.notes());
  return { path, metaTitle: file.title, blocks: list.blocks, notes, garbled: garbledShare(list.blocks.map(blockText)) };
}

function listed(numbers: readonly number[]): string {
  return numbers.length > 8 ? `${numbers.slice(0, 8).join('、')}等${numbers.length}` : numbers.join('、');
}
