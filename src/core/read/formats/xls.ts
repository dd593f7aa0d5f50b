// Excel 97–2003 workbooks (xls, xlt) and those of WPS Spreadsheets (et), which are the same inside. Charts and
// comments are left out. Hand-written: a hundredth of the size of the libraries tried, and ten times as fast.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import { createBlockList } from '../block-list.ts';
import { looksLikeCompound, mentionsStream, openCompound, whyNotOpened } from '../cfb.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { createSheetRemarks, placeSheet, sheetNotes } from '../sheet.ts';
import { readOleTitle } from '../ole-title.ts';
import { Unreadable } from '../unreadable.ts';
import { readSheetPart } from './xls/cells.ts';
import { forEachRecord } from './xls/records.ts';
import { readWorkbook, RECORD } from './xls/workbook.ts';

export default defineFormat({
  id: 'xls',
  name: 'Excel或WPS表格（xls、et）',
  extensions: ['xls', 'et', 'xlt', 'ett'],
  recognise({ bytes, extension }) {
    if (isAncient(bytes)) return 'certain';
    if (!looksLikeCompound(bytes)) return 'no';
    const compound = openCompound(bytes);
    const has = (name: string) => mentionsStream(bytes, compound, name);
    if (has('WordDocument')) return 'no';
    if (has('Workbook') || has('Book')) return 'certain';
    // Where the directory is lost, only the name is left to go by.
    return (has('EncryptedPackage') || compound === null) && /^(?:xl|et)/.test(extension) ? 'certain' : 'no';
  },
  async read({ bytes, path }) {
    if (isAncient(bytes)) throw new Unreadable('old-excel');
    const compound = openCompound(bytes);
    if (!compound)
      throw whyNotOpened(bytes) === 'truncated' ? new Unreadable('truncated') : new Unreadable('damaged', '的目录损坏，无法找到工作簿');
    if (mentionsStream(bytes, compound, 'EncryptedPackage')) throw new Unreadable('encrypted');
    const stream = compound.stream('Workbook') ?? compound.stream('Book');
    if (!stream) throw new Unreadable('damaged', '里没有工作簿');
    const view = new DataView(stream.bytes.buffer, stream.bytes.byteOffset, stream.bytes.byteLength);
    const book = readWorkbook(view);
    const starts = partStarts(view);
    const list = createBlockList();
    const remarks = createSheetRemarks();
    let whole = stream.whole && !book.damaged;
    let cut = false;
    let hiddenSheets = 0;
    let charts = 0;
    let boxes = 0;
    let comments = false;
    for (const [i, sheet] of book.sheets.entries()) {
      if (list.full()) break;
      if (sheet.kind === 'chart') charts++;
      if (sheet.kind !== 'cells') continue;
      if (sheet.hidden) {
        hiddenSheets++;
        continue;
      }
      // Some writers give wrong places; the parts stand in the order of the sheets.
      const part = readSheetPart(view, starts.includes(sheet.at) ? sheet.at : (starts[i + 1] ?? sheet.at), book, remarks);
      if (!part) {
        whole = false;
        continue;
      }
      whole &&= part.whole;
      cut ||= part.cut;
      comments ||= part.hasComments;
      placeSheet(part, list, remarks);
      boxes += part.boxes.length;
      // Where a box lies says little about what it belongs to.
      for (const text of part.boxes) for (const line of text.split(/[\r\n]/)) list.paragraph(line);
      for (let picture = 0; picture < part.pictures; picture++) list.picture('');
    }
    if (cut) list.cuts.add('cells');
    if (list.blocks.length === 0 && !whole) throw new Unreadable('truncated');
    if (list.blocks.length === 0 && hiddenSheets + remarks.hiddenRows + remarks.hiddenColumns > 0) {
      throw new Unreadable('empty', '里看得见的部分没有文字，其余设为隐藏，没有读取', '请取消隐藏后重新导入。');
    }
    if (list.blocks.length > 0 && list.blocks.every((block) => block.kind === 'picture')) throw new Unreadable('scanned');
    const said: [boolean, Note][] = [
      [!whole, { code: 'text-missing', message: '文件不完整，有一部分文字没有读到。', weight: 'caution' }],
      [hiddenSheets > 0, { code: 'hidden-sheets-left-out', message: `有${hiddenSheets}个隐藏的工作表，没有读取。`, weight: 'caution' }],
      [charts > 0, { code: 'charts-left-out', message: `有${charts}个图表工作表，没有读取。`, weight: 'info' }],
      [boxes > 0, { code: 'boxes-moved', message: '表格上的文本框已读取，放在所在工作表的末尾。', weight: 'info' }],
      [comments, { code: 'comments-left-out', message: '批注没有读取。', weight: 'info' }],
    ];
    const notes = [...said.flatMap(([holds, note]) => (holds ? [note] : [])), ...sheetNotes(remarks), ...list.notes()];
    const garbled = garbledShare(list.blocks.map(blockText));
    return { ok: true, documents: [{ path, metaTitle: readOleTitle(compound), blocks: list.blocks, notes, garbled }], failures: [] };
  },
});

/** Excel 2 to 4 had no container. */
function isAncient(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return a === 9 && (b === 0 || b === 2 || b === 4) && (c === 4 || c === 6 || c === 8) && d === 0;
}

/** Where the parts of the stream start: that of the workbook, then one for each sheet. */
function partStarts(view: DataView): number[] {
  const starts: number[] = [];
  let depth = 0;
  forEachRecord(view, 0, ({ type, from }) => {
    if (type === RECORD.begin) {
      if (depth === 0) starts.push(from - 4);
      depth++;
    } else if (type === RECORD.end) depth = Math.max(0, depth - 1);
    return starts.length <= LIMITS.parts;
  });
  return starts;
}
