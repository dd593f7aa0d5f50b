// Excel workbooks written as one XML file (XML spreadsheet 2003), which programs like to hand out under the name of an xls
// file. Charts and comments are left out.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import { createBlockList } from '../block-list.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { isRounded, numberWriter } from '../number-format.ts';
import { meaningfulTitle } from '../ooxml.ts';
import { createSheetRemarks, placeSheet, sheetNotes } from '../sheet.ts';
import type { Area, SheetCell, SheetContent, SheetRemarks } from '../sheet.ts';
import { strike, withoutMarks } from '../struck-text.ts';
import { Unreadable } from '../unreadable.ts';
import { decodeXml, parseXml } from '../xml.ts';
import type { Namespaces, XmlTag } from '../xml.ts';

const ROOT = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const NAMES: Namespaces = {
  'urn:schemas-microsoft-com:office:spreadsheet': 'ss',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:schemas-microsoft-com:office:excel': 'x',
  'http://www.w3.org/TR/REC-html40': 'html',
};
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Formats that have names instead of codes. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  'General Number': 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'd-mmm-yy',
  'Long Date': 'yyyy"年"m"月"d"日"',
};

interface Look {
  readonly format: string | null;
  readonly framed: boolean;
  readonly struck: boolean;
}

type OpenLook = { -readonly [Key in keyof Look]: Look[Key] };

interface Sheet extends SheetContent {
  readonly cells: SheetCell[];
  readonly merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: [number, number][];
  hidden: boolean;
}

export default defineFormat({
  id: 'excel-xml',
  name: 'Excel的XML表格',
  extensions: ['xml'],
  recognise: ({ head }) => (head !== null && ROOT.test(head) ? 'certain' : 'no'),
  async read({ bytes, path }) {
    const list = createBlockList();
    const remarks = createSheetRemarks();
    const { sheets, title, comments, cut } = readWorkbook(decodeXml(bytes), remarks);
    const shown = sheets.filter((sheet) => !sheet.hidden);
    for (const sheet of shown) if (!list.full()) placeSheet(sheet, list, remarks);
    if (cut) list.cuts.add('cells');
    const hiddenSheets = sheets.length - shown.length;
    if (list.blocks.length === 0 && hiddenSheets + remarks.hiddenRows + remarks.hiddenColumns > 0) {
      throw new Unreadable('empty', '里看得见的部分没有文字，其余设为隐藏，没有读取', '请取消隐藏后重新导入。');
    }
    const said: [boolean, Note][] = [
      [hiddenSheets > 0, { code: 'hidden-sheets-left-out', message: `有${hiddenSheets}个隐藏的工作表，没有读取。`, weight: 'caution' }],
      [comments, { code: 'comments-left-out', message: '批注没有读取。', weight: 'info' }],
    ];
    const notes = [...said.flatMap(([holds, note]) => (holds ? [note] : [])), ...sheetNotes(remarks), ...list.notes()];
    const garbled = garbledShare(list.blocks.map(blockText));
    return { ok: true, documents: [{ path, metaTitle: meaningfulTitle(title), blocks: list.blocks, notes, garbled }], failures: [] };
  },
});

function readWorkbook(text: string, remarks: SheetRemarks): { sheets: Sheet[]; title: string; comments: boolean; cut: boolean } {
  const sheets: Sheet[] = [];
  const looks = new Map<string, OpenLook>();
  let look: OpenLook | null = null;
  let sheet: Sheet | null = null;
  let title = '';
  let target: 'none' | 'cell' | 'title' | 'visible' = 'none';
  let visible = '';
  let comments = false;
  let cut = false;
  /** Last row that a merged cell above covers, by column. */
  const covered = new Map<number, number>();
  let row = -1;
  let repeated = 0;
  let column = -1;
  let wide = 0;
  let type = 'String';
  let value = '';
  let style: Look | undefined;
  let stored = 0;
  /** Open elements that cross out. */
  let struck = 0;

  const endCell = () => {
    const shown = type === 'Number' ? numberText(value, style, remarks) : type === 'Boolean' ? (value === '1' ? 'TRUE' : 'FALSE') : value;
    const framed = style?.framed ?? false;
    if (!sheet || (shown === '' && !framed)) return;
    // Cells that only have a border are dropped first.
    if (stored >= LIMITS.cells * (shown === '' ? 1 : 2)) cut ||= shown !== '';
    else {
      const text = type === 'DateTime' ? shown.replace(/T00:00:00(?:\.0+)?$/, '') : shown;
      sheet.cells.push({ row, column, text: style?.struck ? strike(withoutMarks(text)) : text, framed });
      stored++;
    }
  };

  parseXml(text, NAMES, {
    open(name, tag) {
      switch (name) {
        case 'o:Title':
          target = 'title';
          return true;
        case 'ss:Style':
          look = { ...(looks.get(tag.attribute('ss:Parent') ?? 'Default') ?? { format: null, framed: false, struck: false }) };
          looks.set(tag.attribute('ss:ID') ?? '', look);
          return true;
        case 'ss:Font':
          if (look && tag.attribute('ss:StrikeThrough') !== undefined) look.struck = tag.attribute('ss:StrikeThrough') === '1';
          return true;
        case 'html:S':
          struck++;
          return true;
        case 'ss:NumberFormat':
          if (look) look.format = tag.attribute('ss:Format') ?? null;
          return true;
        case 'ss:Border':
          if (look && /^(?:Left|Right)$/.test(tag.attribute('ss:Position') ?? '') && tag.attribute('ss:LineStyle') !== 'None')
            look.framed = true;
          return true;
        case 'ss:Worksheet':
          if (sheets.length >= LIMITS.parts) throw new Unreadable('too-complex', '的工作表过多，没有读取');
          sheet = { cells: [], merges: [], hiddenRows: new Set(), hiddenColumns: [], hidden: false };
          sheets.push(sheet);
          return true;
        case 'ss:Table':
          row = -1;
          covered.clear();
          repeated = 0;
          wide = 0;
          return true;
        case 'ss:Column': {
          const from = tag.attribute('ss:Index') === undefined ? wide : place(tag, MOST_COLUMNS);
          wide = Math.min(MOST_COLUMNS, from + 1 + number(tag, 'ss:Span'));
          if (sheet && tag.attribute('ss:Hidden') === '1') sheet.hiddenColumns.push([from, wide - 1]);
          return true;
        }
        case 'ss:Row': {
          row = tag.attribute('ss:Index') === undefined ? row + 1 + repeated : place(tag, MOST_ROWS);
          // One row may be said once for several empty ones below each other.
          repeated = number(tag, 'ss:Span');
          column = -1;
          if (sheet && tag.attribute('ss:Hidden') === '1') sheet.hiddenRows.add(row);
          return true;
        }
        case 'ss:Cell': {
          if (tag.attribute('ss:Index') !== undefined) column = place(tag, MOST_COLUMNS);
          else {
            // Slots below a merged cell are not written, and by some programs not counted either.
            do column++;
            while (column < MOST_COLUMNS && (covered.get(column) ?? -1) >= row);
          }
          style = looks.get(tag.attribute('ss:StyleID') ?? 'Default');
          value = '';
          type = 'String';
          const [right, down] = [number(tag, 'ss:MergeAcross'), number(tag, 'ss:MergeDown')];
          if (sheet && right + down > 0 && sheet.merges.length < LIMITS.cells) {
            if (down > 0) for (let i = 0; i <= Math.min(right, LIMITS.columns); i++) covered.set(column + i, row + down);
            sheet.merges.push({
              top: row,
              left: column,
              bottom: Math.min(MOST_ROWS, row + down),
              right: Math.min(MOST_COLUMNS, column + right),
            });
          }
          return true;
        }
        case 'ss:Data':
          type = tag.attribute('ss:Type') ?? 'String';
          target = 'cell';
          return true;
        case 'ss:Comment':
          comments = true;
          return false;
        case 'x:Visible':
          target = 'visible';
          visible = '';
          return true;
        default:
          return true;
      }
    },
    text(piece) {
      if (target === 'cell') value += struck > 0 ? strike(piece) : piece;
      else if (target === 'title') title += piece;
      else if (target === 'visible') visible += piece;
    },
    close(name) {
      if (name === 'html:S') struck--;
      else if (name === 'ss:Data' || name === 'o:Title') target = 'none';
      else if (name === 'ss:Cell') {
        endCell();
        const last = sheet?.merges[sheet.merges.length - 1];
        if (last && last.top === row && last.left === column) column = last.right;
      } else if (name === 'ss:Style') look = null;
      else if (name === 'x:Visible') {
        target = 'none';
        if (sheet && /^Sheet(?:Very)?Hidden/.test(visible.trim())) sheet.hidden = true;
      } else if (name === 'ss:Worksheet') sheet = null;
    },
  });
  return { sheets, title, comments, cut };
}

function numberText(stored: string, look: Look | undefined, remarks: SheetRemarks): string {
  const value = Number(stored);
  if (stored.trim() === '' || Number.isNaN(value)) return stored;
  const code = look?.format ?? null;
  if (code === null) return Number.isInteger(value) ? stored.trim() : numberWriter('General', false)(value);
  const text = numberWriter(NAMED_FORMATS[code] ?? code, false)(value);
  if (!Number.isInteger(value) && isRounded(value, text)) remarks.rounded++;
  return text;
}

/** Index from 0. */
function place(tag: XmlTag, most: number): number {
  const index = Number.parseInt(tag.attribute('ss:Index') ?? '', 10);
  return index >= 1 ? Math.min(most, index) - 1 : 0;
}

function number(tag: XmlTag, name: string): number {
  const value = Number.parseInt(tag.attribute(name) ?? '', 10);
  return value > 0 ? Math.min(MOST_ROWS, value) : 0;
}
