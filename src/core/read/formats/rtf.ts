// Rich text (rtf), also under the name of a Word document. Headers, footers, footnotes and comments are left out.
// Hand-written: the libraries tried draw into a DOM, stand on streams of Node, or break on Chinese; none keeps merged cells.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import { createBlockList } from '../block-list.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import { placeItems, remarkNotes } from '../office-blocks.ts';
import { meaningfulTitle } from '../ooxml.ts';
import { Unreadable } from '../unreadable.ts';
import { readBody } from './rtf/body.ts';

const START = Array.from('{\\rtf', (letter) => letter.charCodeAt(0));

export default defineFormat({
  id: 'rtf',
  name: 'RTF文档',
  extensions: ['rtf'],
  readsBytes: true,
  recognise({ bytes }) {
    return startOf(bytes) >= 0 ? 'certain' : 'no';
  },
  async read({ bytes, path }) {
    const { items, title, remarks, findings, cuts, whole } = readBody(bytes.subarray(startOf(bytes)));
    const list = createBlockList();
    placeItems(items, list);
    for (const cut of cuts) list.cuts.add(cut);
    if (list.blocks.length === 0 && !whole) throw new Unreadable('truncated');
    if (list.blocks.length === 0 && remarks.has('hidden')) {
      throw new Unreadable('empty', '里的文字都设为隐藏，没有读取', '请取消隐藏后重新导入。');
    }
    if (list.blocks.length > 0 && list.blocks.every((block) => block.kind === 'picture')) throw new Unreadable('scanned');
    const said: [boolean, Note][] = [
      [!whole, { code: 'text-missing', message: '文件不完整，有一部分文字没有读到。', weight: 'caution' }],
      [findings.covered > 0, { code: 'covered-left-out', message: '有文字被合并的单元格盖住，看不到，没有读取。', weight: 'caution' }],
      [
        findings.guessed > 0,
        { code: 'columns-guessed', message: '有表格没有写明各列的位置，按先后顺序排列，请对照原件核实。', weight: 'caution' },
      ],
    ];
    const notes = [...remarkNotes(remarks), ...said.flatMap(([holds, note]) => (holds ? [note] : [])), ...list.notes()];
    const garbled = garbledShare(list.blocks.map(blockText));
    return { ok: true, documents: [{ path, metaTitle: meaningfulTitle(title), blocks: list.blocks, notes, garbled }], failures: [] };
  },
});

/** Where the text begins: some programs put a byte order mark or line feeds in front. −1 if it is no rich text. */
function startOf(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 64 && (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32 || bytes[at] === 9)) at++;
  return START.every((code, i) => bytes[at + i] === code) ? at : -1;
}
