// Excel workbooks since 2007 (xlsx, xlsm, xltx), of both editions of the standard. Charts and comments are left out.
// Hand-written: the libraries tried unpack a bomb whole, fill grids up to the farthest cell, or stumble over prefixes.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import type { Archive, ArchiveEntry } from '../archive.ts';
import { createBlockList } from '../block-list.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import { findMainPart, findRelated, parsePart, readMetaTitle, readRelationships } from '../ooxml.ts';
import { createSheetRemarks, placeSheet, sheetNotes } from '../sheet.ts';
import { Unreadable } from '../unreadable.ts';
import { readSheetPart } from './xlsx/cells.ts';
import { readDrawing } from './xlsx/drawing.ts';
import { readLooks, readSharedStrings, readWorkbook } from './xlsx/workbook.ts';

const MAIN = /^xl\/workbook\d*\.xml$/i;
const BINARY = /^xl\/workbook\.bin$/i;

export default defineFormat({
  id: 'xlsx',
  name: 'Excel工作簿（xlsx）',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlsb'],
  recognise({ archive }) {
    if (!archive) return 'no';
    if (archive.entries.some(({ path }) => MAIN.test(path) || BINARY.test(path))) return 'certain';
    const main = archive.find('[Content_Types].xml') ? mainOf(archive) : null;
    return main && /\.xml$/i.test(main.path) && !/^(?:word|ppt|visio)\//i.test(main.path) && rootIsWorkbook(archive, main)
      ? 'certain'
      : 'no';
  },
  async read({ archive, path }) {
    const main = archive && mainOf(archive);
    if (!main) {
      if (archive?.entries.some((entry) => BINARY.test(entry.path))) {
        throw new Unreadable('unsupported', '是二进制的Excel工作簿（xlsb），没有读取', '请用WPS或Excel打开，另存为xlsx后重新导入。');
      }
      throw new Unreadable('damaged', '里没有工作簿');
    }
    const book = readWorkbook(archive, main);
    const relationships = readRelationships(archive, main.path);
    const strings = findRelated(archive, relationships, 'sharedStrings') ?? archive.find('xl/sharedStrings.xml');
    const styles = findRelated(archive, relationships, 'styles') ?? archive.find('xl/styles.xml');
    const shared = {
      strings: strings ? readSharedStrings(archive, strings) : { texts: [], ifStruck: new Map() },
      looks: styles ? orNothing(() => readLooks(archive, styles, book.from1904), []) : [],
      from1904: book.from1904,
    };
    const list = createBlockList();
    const remarks = createSheetRemarks();
    let whole = true;
    let cut = false;
    let hiddenSheets = 0;
    let charts = 0;
    let boxes = false;
    let comments = false;
    for (const sheet of book.sheets) {
      if (list.full()) break;
      if (sheet.hidden) {
        hiddenSheets++;
        continue;
      }
      const relation = relationships.get(sheet.relation);
      if (relation?.kind === 'chartsheet') charts++;
      if (relation && relation.kind !== 'worksheet') continue;
      const entry = relation && archive.find(relation.target);
      const part = entry ? orNothing(() => readSheetPart(archive, entry, shared, remarks), null) : null;
      if (!entry || !part) {
        whole = false;
        continue;
      }
      whole &&= part.whole;
      cut ||= part.cut;
      placeSheet(part, list, remarks);
      const related = readRelationships(archive, entry.path);
      comments ||= Array.from(related.values()).some(({ kind }) => kind === 'comments' || kind === 'threadedComment');
      const drawn = findRelated(archive, related, 'drawing');
      if (!drawn) continue;
      const drawing = orNothing(() => readDrawing(archive, drawn), { texts: [], pictures: 0 });
      boxes ||= drawing.texts.length > 0;
      // Where a box lies says little about what it belongs to.
      for (const text of drawing.texts) for (const line of text.split('\n')) list.paragraph(line);
      for (let picture = 0; picture < drawing.pictures; picture++) list.picture('');
    }
    if (cut) list.cuts.add('cells');
    if (list.blocks.length === 0 && !whole) throw new Unreadable('damaged', '里的工作表损坏或缺失');
    if (list.blocks.length === 0 && hiddenSheets + remarks.hiddenRows + remarks.hiddenColumns > 0) {
      throw new Unreadable('empty', '里看得见的部分没有文字，其余设为隐藏，没有读取', '请取消隐藏后重新导入。');
    }
    if (list.blocks.length > 0 && list.blocks.every((block) => block.kind === 'picture')) throw new Unreadable('scanned');
    const said: [boolean, Note][] = [
      [!whole, { code: 'text-missing', message: '文件不完整，有一部分文字没有读到。', weight: 'caution' }],
      [hiddenSheets > 0, { code: 'hidden-sheets-left-out', message: `有${hiddenSheets}个隐藏的工作表，没有读取。`, weight: 'caution' }],
      [charts > 0, { code: 'charts-left-out', message: `有${charts}个图表工作表，没有读取。`, weight: 'info' }],
      [boxes, { code: 'boxes-moved', message: '表格上的文本框已读取，放在所在工作表的末尾。', weight: 'info' }],
      [comments, { code: 'comments-left-out', message: '批注没有读取。', weight: 'info' }],
    ];
    const notes = [...said.flatMap(([holds, note]) => (holds ? [note] : [])), ...sheetNotes(remarks), ...list.notes()];
    const garbled = garbledShare(list.blocks.map(blockText));
    return { ok: true, documents: [{ path, metaTitle: readMetaTitle(archive), blocks: list.blocks, notes, garbled }], failures: [] };
  },
});

function mainOf(archive: Archive): ArchiveEntry | null {
  const main = findMainPart(archive, 'xl/workbook.xml');
  if (main && /\.xml$/i.test(main.path)) return main;
  return archive.entries.find(({ path }) => MAIN.test(path)) ?? null;
}

function rootIsWorkbook(archive: Archive, main: ArchiveEntry): boolean {
  let root = '';
  return orNothing(() => {
    parsePart(archive, main, {
      open(name) {
        root ||= name;
        return root === name;
      },
    });
    return root === 'workbook';
  }, false);
}

/** What can be read of a part that the rest can do without; bombs and the like stop everything. */
function orNothing<T>(readIt: () => T, nothing: T): T {
  try {
    return readIt();
  } catch (error) {
    if (error instanceof Unreadable && (error.code === 'damaged' || error.code === 'truncated')) return nothing;
    throw error;
  }
}
