// Word 97–2003 documents (doc, dot) and those of WPS Writer (wps), which are the same inside. Headers, footers, footnotes
// and comments are left out. Hand-written: no library tried keeps the ends of rows, merged cells or automatic numbers.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import { createBlockList } from '../block-list.ts';
import { looksLikeCompound, mentionsStream, openCompound, whyNotOpened } from '../cfb.ts';
import type { CompoundFile } from '../cfb.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import { assemble } from '../marked-tables.ts';
import type { TableFindings } from '../marked-tables.ts';
import { placeItems } from '../office-blocks.ts';
import type { OfficeItem } from '../office-blocks.ts';
import { readOleTitle } from '../ole-title.ts';
import { Unreadable } from '../unreadable.ts';
import { readTextBoxes } from './doc/boxes.ts';
import { openDocFile } from './doc/file.ts';
import { readNumbering } from './doc/lists.ts';
import { readParagraphs } from './doc/paragraphs.ts';
import type { Paragraph } from './doc/paragraphs.ts';
import { readPieces } from './doc/pieces.ts';
import { readRowShape } from './doc/rows.ts';
import { readStyles } from './doc/styles.ts';

const SHEETS = /^(?:xl|et)/;

export default defineFormat({
  id: 'doc',
  name: 'Word或WPS文字文档（doc、wps）',
  extensions: ['doc', 'wps', 'dot', 'wpt'],
  recognise({ bytes, extension }) {
    if (isAncient(bytes)) return 'certain';
    if (!looksLikeCompound(bytes)) return 'no';
    const compound = openCompound(bytes);
    const has = (name: string) => mentionsStream(bytes, compound, name);
    if (has('WordDocument')) return 'certain';
    // Where the directory is lost, only the name is left to go by.
    if (compound === null) return !has('Workbook') && !has('Book') && !SHEETS.test(extension) ? 'certain' : 'no';
    // Encrypted docx stand in a container of the same kind; so do those of Microsoft Works.
    if (has('EncryptedPackage')) return SHEETS.test(extension) ? 'no' : 'certain';
    return isWorks(compound) ? 'certain' : 'no';
  },
  async read({ bytes, path }) {
    if (isAncient(bytes)) throw new Unreadable('old-word');
    const compound = openCompound(bytes);
    if (!compound)
      throw whyNotOpened(bytes) === 'truncated' ? new Unreadable('truncated') : new Unreadable('damaged', '的目录损坏，无法找到正文');
    if (mentionsStream(bytes, compound, 'EncryptedPackage')) throw new Unreadable('encrypted');
    if (!compound.stream('WordDocument') && isWorks(compound)) {
      throw new Unreadable('unsupported', '是微软Works的文档，没有读取', '请用WPS或Word打开，另存为docx后重新导入。');
    }
    const file = openDocFile(compound);
    const pieces = readPieces(file);
    const numbering = readNumbering(file);
    const reader = readParagraphs(file, pieces, readStyles(file), numbering);
    const boxes = readTextBoxes(file);
    const { stories } = file;
    const boxesAt = stories.main + stories.footnotes + stories.headers + stories.macros + stories.comments + stories.endnotes;
    const findings: TableFindings = { guessed: 0, covered: 0, deletedRows: 0 };
    const shapeOf = ({ row }: Paragraph) => readRowShape(row);
    const readBox = (from: number, to: number): OfficeItem[] =>
      assemble(reader.read(boxesAt + from, boxesAt + to), shapeOf, () => [], findings);
    const anchored = ({ anchors }: Paragraph): OfficeItem[] =>
      anchors.flatMap((place) => {
        const box = boxes.take(place);
        return box ? readBox(box.from, box.to) : [];
      });
    const list = createBlockList();
    placeItems(assemble(reader.read(0, stories.main), shapeOf, anchored, findings), list);
    for (const { from, to } of boxes.rest()) placeItems(readBox(from, to), list);
    if (list.blocks.length === 0 && (pieces.incomplete || !file.whole)) throw new Unreadable('truncated');
    if (list.blocks.length === 0 && reader.findings.hidden > 0) {
      throw new Unreadable('empty', '里的文字都设为隐藏，没有读取', '请取消隐藏后重新导入。');
    }

    if (list.blocks.every((block) => block.kind === 'picture') && list.blocks.length + boxes.shapes > 0) throw new Unreadable('scanned');

    const seen = reader.findings;
    const said: [boolean, Note][] = [
      [pieces.incomplete || !file.whole, { code: 'text-missing', message: '文件不完整，有一部分文字没有读到。', weight: 'caution' }],
      [
        seen.deleted + seen.inserted + findings.deletedRows > 0,
        { code: 'changes-accepted', message: '文件里有没处理的修订，已按全部接受后的样子读取，请确认修订无误。', weight: 'info' },
      ],
      [seen.hidden > 0, { code: 'hidden-left-out', message: '设为隐藏的文字没有读取。', weight: 'info' }],
      [stories.footnotes + stories.endnotes > 0, { code: 'footnotes-left-out', message: '脚注、尾注没有读取。', weight: 'info' }],
      [stories.comments > 0, { code: 'comments-left-out', message: '批注没有读取。', weight: 'info' }],
      [
        saysSomething(pieces.text, stories.main + stories.footnotes, stories.headers),
        { code: 'margins-left-out', message: '页眉、页脚没有读取。', weight: 'info' },
      ],
      [seen.embedded > 0, { code: 'embedded-left-out', message: '嵌在文档里的另一个文件没有读取。', weight: 'caution' }],
      [findings.covered > 0, { code: 'covered-left-out', message: '有文字被合并的单元格盖住，看不到，没有读取。', weight: 'caution' }],
      [
        findings.guessed > 0,
        { code: 'columns-guessed', message: '有表格没有写明各列的位置，按先后顺序排列，请对照原件核实。', weight: 'caution' },
      ],
      [seen.lostFields > 0, { code: 'field-code-read', message: '有的域没有完整的标记，其代码可能混在正文里。', weight: 'info' }],
      [numbering.damaged, { code: 'numbers-lost', message: '自动编号的定义已损坏，有的编号没有读到。', weight: 'caution' }],
    ];
    const notes = said.flatMap(([holds, note]) => (holds ? [note] : []));
    const garbled = garbledShare(list.blocks.map(blockText));
    return {
      ok: true,
      documents: [{ path, metaTitle: readOleTitle(compound), blocks: list.blocks, notes: [...notes, ...list.notes()], garbled }],
      failures: [],
    };
  },
});

/** Word 2 and Write had no container at all. */
function isAncient(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xdb && b === 0xa5) || ((a === 0x31 || a === 0x32) && b === 0xbe && c === 0 && d === 0);
}

/** Microsoft Works 4 and later. */
function isWorks(compound: CompoundFile | null): boolean {
  if (!compound) return false;
  if (compound.names.includes('MatOST')) return true;
  const contents = compound.stream('CONTENTS')?.bytes;
  return contents !== undefined && Array.from('CHNKWKS').every((letter, i) => contents[i] === letter.charCodeAt(0));
}

/** Whether headers or footers hold more than a page number. */
function saysSomething(text: string, from: number, length: number): boolean {
  return /\p{L}{2}/u.test(text.slice(from, from + length).replace(/\x13[^\x13-\x15]*[\x14\x15]/g, ''));
}
