// The text of a Word document: paragraphs with their automatic numbers, tables with their merged cells, text boxes, pictures.
// Tracked changes count as accepted. Knows the elements of WordprocessingML (ECMA-376 part 1, 17); knows no package.
import { equationText } from '../../equation-field.ts';
import { joinNumber } from '../../list-numerals.ts';
import type { OfficeCell, OfficeItem, Remark } from '../../office-blocks.ts';
import { isOn, valueOf } from '../../ooxml.ts';
import { strike } from '../../struck-text.ts';
import { isSignFont, signOf, signsOf } from '../../symbol-fonts.ts';
import { child, childElements, textOf } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import { levelIndex } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { headingLevel, isStruck } from './styles.ts';
import type { Style, Styles } from './styles.ts';

/** Elements that say nothing about content: formatting, proofing, former formatting, instructions of no use. */
const UNREAD: ReadonlySet<string> = new Set(
  (
    'rFonts sz szCs lang b bCs i iCs color kern spacing ind jc shd u highlight position bdr effect em w rtl cs snapToGrid ' +
    'widowControl keepNext keepLines suppressLineNumbers suppressAutoHyphens pBdr tabs topLinePunct autoSpaceDE autoSpaceDN ' +
    'adjustRightInd wordWrap kinsoku overflowPunct textAlignment contextualSpacing mirrorIndents bidi framePr noProof ' +
    'tcW tcBorders tcMar vAlign noWrap tblW tblBorders tblCellMar tblLayout tblLook tblStyle tblInd tblpPr tblOverlap trHeight ' +
    'cantSplit tblHeader cnfStyle hideMark sectPr lastRenderedPageBreak proofErr bookmarkStart bookmarkEnd permStart permEnd ' +
    'rPrChange pPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange sectPrChange numberingChange tblPrEx rt rubyPr'
  )
    .split(' ')
    .map((name) => `w:${name}`),
);

/** What need not be read of a document: names of fonts only matter where one has signs in place of letters. */
export function unreadOf(source: string): ReadonlySet<string> {
  if (!/"(?:Wingdings(?: 2)?|Symbol)"/i.test(source)) return UNREAD;
  return new Set([...UNREAD].filter((name) => name !== 'w:rFonts'));
}

/** Columns narrower than this (1/20 pt) hold no digit: they come from borders drawn slightly apart. */
const NARROW = 100;
const MAX_GRID = 4096;

/** What Word and WPS themselves put into an empty control. */
const PROMPT =
  /^(?:(?:单击|点击|轻触|请)[^。]{0,12}(?:输入|选择|键入)[^。0-9]{0,12}。?|选择一项。?|(?:click|tap|choose)\b[^.0-9]{0,40}\.?)$/i;

/** A paragraph while it is read. */
interface Inline {
  text: string;
  readonly lines: string[];
  /** Text boxes and pictures anchored in it; they come after it. */
  readonly anchored: OfficeItem[];
}

/** What holds for the text of a paragraph unless a run says otherwise. */
interface Look {
  readonly hidden: boolean;
  readonly struck: boolean;
}

interface RunLook extends Look {
  /** Font without letters, of signs only. */
  readonly font?: string | undefined;
}

interface Field {
  phase: 'instruction' | 'result';
  instruction: string;
}

export interface BodyReader {
  /** Items of a body, cell, text box in reading order. */
  readBlocks(parent: XmlElement): OfficeItem[];
  /** The reader of the package adds its own. */
  readonly remarks: Set<Remark>;
}

export function createBodyReader(styles: Styles, numbering: Numbering): BodyReader {
  const remarks = new Set<Remark>();
  /** Open fields; an instruction does not reach beyond its paragraph, a result may. */
  const fields: Field[] = [];
  /** Text of paragraphs whose mark was deleted: it goes on in the next one. */
  let carried: Inline | null = null;

  const readBlocks = (parent: XmlElement): OfficeItem[] => {
    const items: OfficeItem[] = [];
    const outer = carried;
    carried = null;
    blocksInto(parent, items);
    if (carried) finish(carried, null, '', items);
    carried = outer;
    return items;
  };

  const blocksInto = (parent: XmlElement, items: OfficeItem[]): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') continue;
      switch (node.name) {
        case 'w:p':
          paragraph(node, items);
          break;
        case 'w:tbl':
          items.push({ kind: 'table', rows: tableRows(node) });
          break;
        case 'w:sdt':
          content(node, (inner) => blocksInto(inner, items));
          break;
        case 'w:ins':
        case 'w:moveTo':
          remarks.add('changes');
          blocksInto(node, items);
          break;
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:body':
          blocksInto(node, items);
          break;
        case 'w:del':
        case 'w:moveFrom':
          remarks.add('changes');
          break;
        case 'mc:AlternateContent':
          alternatives(node, (inner) => {
            const before = items.length;
            blocksInto(inner, items);
            return items.length > before;
          });
          break;
        case 'w:altChunk':
        case 'w:subDoc':
          remarks.add('embedded');
          break;
        // Runs directly in a body are wrong, but the text is there.
        case 'w:r':
        case 'w:hyperlink': {
          const loose: Inline = { text: '', lines: [], anchored: [] };
          inlineInto({ name: 'w:p', children: [node], attribute: () => undefined }, loose, styles.paragraph(undefined));
          finish(loose, null, '', items);
          break;
        }
        default:
      }
    }
  };

  /** The content of a content control; the program's own prompt is no content. Programs that fill forms leave the flag. */
  const content = (sdt: XmlElement, visit: (inner: XmlElement) => void): void => {
    const inner = child(sdt, 'w:sdtContent');
    if (!inner || (isOn(child(child(sdt, 'w:sdtPr'), 'w:showingPlcHdr')) && PROMPT.test(textOf(inner).trim()))) return;
    visit(inner);
  };

  /** The first alternative that gives something. */
  const alternatives = (node: XmlElement, visit: (inner: XmlElement) => boolean): void => {
    for (const choice of childElements(node)) if ((choice.name === 'mc:Choice' || choice.name === 'mc:Fallback') && visit(choice)) return;
  };

  const paragraph = (node: XmlElement, items: OfficeItem[]): void => {
    const properties = child(node, 'w:pPr');
    const style = styles.paragraph(valueOf(properties, 'w:pStyle'));
    const inline: Inline = carried ?? { text: '', lines: [], anchored: [] };
    carried = null;
    inlineInto(node, inline, style);
    while (fields[fields.length - 1]?.phase === 'instruction') fields.pop();
    const mark = child(properties, 'w:rPr');
    if (mark && (child(mark, 'w:del') || child(mark, 'w:moveFrom'))) {
      remarks.add('changes');
      carried = inline;
      return;
    }
    if (mark && (child(mark, 'w:ins') || child(mark, 'w:moveTo'))) remarks.add('changes');
    const outline = headingLevel(valueOf(properties, 'w:outlineLvl'));
    finish(inline, outline === undefined ? style.heading : outline, label(properties, style), items);
  };

  const finish = (inline: Inline, heading: number | null, number: string, items: OfficeItem[]): void => {
    inline.lines.push(inline.text);
    const lines = inline.lines.map((line) => line.trim());
    while (lines.length > 1 && lines[0] === '') lines.shift();
    lines[0] = joinNumber(number, lines[0] ?? '');
    const full = lines.filter((line) => line !== '');
    if (full.length > 0) items.push({ kind: 'text', lines: full, heading });
    items.push(...inline.anchored);
  };

  /** Automatic number of a paragraph, counted. */
  const label = (properties: XmlElement | undefined, style: Style): string => {
    const direct = child(properties, 'w:numPr');
    if (!direct && style.numbering === null) return '';
    const list = valueOf(direct, 'w:numId') ?? style.numbering?.list;
    if (list === undefined || list === '0') return '';
    let level = levelIndex(valueOf(direct, 'w:ilvl'));
    if (level === null && style.numbering) level = numbering.levelOfStyle(list, style.numbering.style) ?? style.numbering.level;
    return numbering.next(list, level ?? 0);
  };

  const breakLine = (inline: Inline): void => {
    inline.lines.push(inline.text);
    inline.text = '';
  };

  const inlineInto = (parent: XmlElement, inline: Inline, look: Look): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') continue;
      switch (node.name) {
        case 'w:r':
          run(node, inline, look);
          break;
        case 'w:ins':
        case 'w:moveTo':
          remarks.add('changes');
          inlineInto(node, inline, look);
          break;
        case 'w:del':
        case 'w:moveFrom':
          remarks.add('changes');
          break;
        case 'w:sdt':
          content(node, (inner) => inlineInto(inner, inline, look));
          break;
        case 'w:hyperlink':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:fldSimple':
        case 'w:dir':
        case 'w:bdo':
        case 'w:rubyBase':
          inlineInto(node, inline, look);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          inline.text += mathText(node);
          break;
        case 'w:subDoc':
          remarks.add('embedded');
          break;
        case 'mc:AlternateContent':
          alternatives(node, (inner) => gives(inline, () => inlineInto(inner, inline, look)));
          break;
        case 'w:commentRangeStart':
        case 'w:commentReference':
          remarks.add('comments');
          break;
        // A paragraph inside a paragraph is wrong, but the text is there.
        case 'w:p':
          breakLine(inline);
          inlineInto(node, inline, look);
          break;
        default:
      }
    }
  };

  const gives = (inline: Inline, visit: () => void): boolean => {
    const before = inline.text.length + inline.lines.length + inline.anchored.length;
    visit();
    return inline.text.length + inline.lines.length + inline.anchored.length > before;
  };

  const run = (node: XmlElement, inline: Inline, paragraph: Look): void => {
    const properties = child(node, 'w:rPr');
    let { hidden, struck } = paragraph;
    let font: string | undefined;
    if (properties) {
      const vanish = child(properties, 'w:vanish');
      const style = valueOf(properties, 'w:rStyle');
      if (vanish) hidden = isOn(vanish);
      else if (style !== undefined && styles.hides(style)) hidden = true;
      // Styles of a paragraph and of its characters that both cross out cancel each other.
      struck = isStruck(properties) ?? (style !== undefined && styles.strikes(style) ? !struck : struck);
      const fonts = child(properties, 'w:rFonts');
      const named = fonts?.attribute('w:ascii') ?? fonts?.attribute('w:hAnsi');
      if (named !== undefined && isSignFont(named)) font = named;
      if (child(properties, 'w:del') || child(properties, 'w:moveFrom')) {
        remarks.add('changes');
        return;
      }
    }
    runContent(node, inline, { hidden, struck, font });
  };

  const runContent = (node: XmlElement, inline: Inline, look: RunLook): void => {
    const { hidden, struck, font } = look;
    const add = (text: string) => {
      if (fields[fields.length - 1]?.phase === 'instruction') return;
      if (!hidden) inline.text += struck ? strike(text) : text;
      else if (text.trim() !== '') remarks.add('hidden');
    };
    for (const part of node.children) {
      if (typeof part === 'string') continue;
      switch (part.name) {
        case 'w:t':
          for (const text of part.children) if (typeof text === 'string') add(font === undefined ? text : signsOf(font, text));
          break;
        case 'w:tab':
        case 'w:ptab':
          add('\t');
          break;
        case 'w:br':
        case 'w:cr':
          if (!hidden && fields[fields.length - 1]?.phase !== 'instruction') breakLine(inline);
          break;
        case 'w:noBreakHyphen':
          add('-');
          break;
        case 'w:sym':
          add(symbol(part.attribute('w:font') ?? '', part.attribute('w:char') ?? ''));
          break;
        case 'w:ruby': {
          const base = child(part, 'w:rubyBase');
          if (base) inlineInto(base, inline, look);
          break;
        }
        case 'w:instrText': {
          const field = fields[fields.length - 1];
          if (field) for (const text of part.children) if (typeof text === 'string') field.instruction += text;
          break;
        }
        case 'w:fldChar':
          fieldMark(part, add);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          remarks.add('notes');
          break;
        case 'w:commentReference':
          remarks.add('comments');
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (!hidden) drawing(part, inline);
          break;
        case 'mc:AlternateContent':
          alternatives(part, (inner) => gives(inline, () => runContent(inner, inline, look)));
          break;
        case 'w:altChunk':
          remarks.add('embedded');
          break;
        default:
      }
    }
  };

  const fieldMark = (part: XmlElement, add: (text: string) => void): void => {
    const type = part.attribute('w:fldCharType');
    const field = fields[fields.length - 1];
    if (type === 'begin') {
      const form = child(part, 'w:ffData');
      const box = form && child(form, 'w:checkBox');
      if (box) add(isOn(child(box, 'w:checked') ?? child(box, 'w:default') ?? undefined) ? '☑' : '☐');
      const drop = form && child(form, 'w:ddList');
      if (drop) add(childElements(drop, 'w:listEntry')[Number.parseInt(valueOf(drop, 'w:result') ?? '0', 10)]?.attribute('w:val') ?? '');
      fields.push({ phase: 'instruction', instruction: '' });
    } else if (type === 'separate') {
      if (field) field.phase = 'result';
    } else if (type === 'end' && field) {
      fields.pop();
      if (field.phase === 'instruction') add(equationText(field.instruction) ?? '');
    }
  };

  /** Text boxes and pictures of a drawing, old or new, whatever groups they stand in. */
  const drawing = (node: XmlElement, inline: Inline): void => {
    let title = '';
    let picture = false;
    const visit = (element: XmlElement): void => {
      for (const each of element.children) {
        if (typeof each === 'string') continue;
        switch (each.name) {
          case 'w:txbxContent':
            inline.anchored.push(...readBlocks(each));
            continue;
          case 'wp:docPr':
            title = each.attribute('descr') || each.attribute('title') || title;
            break;
          case 'pic:pic':
            picture = true;
            break;
          case 'v:imagedata':
            picture = true;
            title = each.attribute('o:title') || title;
            break;
          case 'o:OLEObject':
            // A formula or the like is shown by its picture; an embedded document has content of its own.
            if (/Excel|Word|Package|Acro|PowerPoint|WPS|ET\.|KET|KWPS/i.test(each.attribute('ProgID') ?? '')) remarks.add('embedded');
            picture = true;
            break;
          case 'a:graphicData':
            if (/\/(?:chart|diagram)$/.test(each.attribute('uri') ?? '')) picture = true;
            break;
          case 'mc:AlternateContent':
            alternatives(each, (inner) => gives(inline, () => visit(inner)) || picture);
            continue;
          default:
        }
        visit(each);
      }
    };
    visit(node);
    if (picture) inline.anchored.push({ kind: 'picture', text: title });
  };

  const tableRows = (table: XmlElement): OfficeCell[][] => {
    const raw: RawRow[] = [];
    rowsInto(table, raw);
    return placeCells(raw, gridOf(table, raw));
  };

  const rowsInto = (parent: XmlElement, rows: RawRow[]): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') continue;
      if (node.name === 'w:tr') tableRow(node, rows);
      else if (node.name === 'w:sdt') content(node, (inner) => rowsInto(inner, rows));
      else if (node.name === 'w:customXml' || node.name === 'w:ins' || node.name === 'w:moveTo') rowsInto(node, rows);
      else if (node.name === 'mc:AlternateContent') {
        alternatives(node, (inner) => {
          const before = rows.length;
          rowsInto(inner, rows);
          return rows.length > before;
        });
      }
    }
  };

  const tableRow = (node: XmlElement, rows: RawRow[]): void => {
    const properties = child(node, 'w:trPr');
    if (properties) {
      if (child(properties, 'w:ins')) remarks.add('changes');
      if (child(properties, 'w:del')) {
        remarks.add('changes');
        return;
      }
      if (isOn(child(properties, 'w:hidden'))) {
        remarks.add('hidden');
        return;
      }
    }
    const row: RawRow = { before: count(valueOf(properties, 'w:gridBefore'), 0), cells: [] };
    cellsInto(node, row);
    rows.push(row);
  };

  const cellsInto = (parent: XmlElement, row: RawRow): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') continue;
      if (node.name === 'w:tc') tableCell(node, row);
      // The placeholder of a control around a cell is no content, but the cell is there.
      else if (node.name === 'w:sdt') {
        const inner = child(node, 'w:sdtContent');
        if (inner) cellsInto(inner, row);
      } else if (node.name === 'w:customXml' || node.name === 'w:ins' || node.name === 'w:moveTo') cellsInto(node, row);
    }
  };

  const tableCell = (node: XmlElement, row: RawRow): void => {
    const properties = child(node, 'w:tcPr');
    if (child(properties, 'w:cellDel')) {
      remarks.add('changes');
      return;
    }
    const span = count(valueOf(properties, 'w:gridSpan'), 1);
    const across = merge(child(properties, 'w:hMerge'));
    const last = row.cells[row.cells.length - 1];
    const items = readBlocks(node);
    if (across === 'continue' && last) {
      last.span = Math.min(last.span + span, MAX_GRID);
      last.items.push(...items);
      return;
    }
    row.cells.push({ items, span, down: merge(child(properties, 'w:vMerge')) });
  };

  return { readBlocks, remarks };
}

interface RawCell {
  readonly items: OfficeItem[];
  span: number;
  readonly down: 'no' | 'restart' | 'continue';
}

interface RawRow {
  /** Grid columns left empty in front. */
  readonly before: number;
  readonly cells: RawCell[];
}

function merge(element: XmlElement | undefined): 'no' | 'restart' | 'continue' {
  if (!element) return 'no';
  return element.attribute('w:val') === 'restart' ? 'restart' : 'continue';
}

function count(value: string | undefined, least: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= least ? Math.min(number, MAX_GRID) : least;
}

/** Column of the grid → column without the slivers between borders drawn slightly apart. */
function gridOf(table: XmlElement, rows: readonly RawRow[]): (column: number) => number {
  const grid = child(table, 'w:tblGrid');
  const widths = grid ? childElements(grid, 'w:gridCol').map((column) => Number.parseFloat(column.attribute('w:w') ?? '')) : [];
  const narrow = widths.map((width) => width > 0 && width < NARROW);
  if (widths.length > MAX_GRID || !narrow.includes(true)) return (column) => column;
  // A sliver that is a cell of its own stays.
  for (const row of rows) {
    let at = row.before;
    for (const cell of row.cells) {
      const end = at + cell.span;
      if (cell.span <= 8 && narrow.slice(at, end).length === cell.span && narrow.slice(at, end).every(Boolean)) narrow.fill(false, at, end);
      at = end;
    }
  }
  const kept: number[] = [0];
  for (const [i, isNarrow] of narrow.entries()) kept.push((kept[i] ?? 0) + (isNarrow ? 0 : 1));
  const last = kept[kept.length - 1] ?? 0;
  return (column) => kept[column] ?? last + column - narrow.length;
}

/** Gives cells their columns and joins those merged downwards with the one that starts the merge. */
function placeCells(rows: readonly RawRow[], columnOf: (column: number) => number): OfficeCell[][] {
  const placed: { items: OfficeItem[]; column: number; colSpan: number; rowSpan: number }[][] = [];
  /** Column → merged cell that may go on in the next row, and the last row it reached. */
  let open = new Map<number, { cell: { items: OfficeItem[]; rowSpan: number }; row: number }>();
  for (const [y, row] of rows.entries()) {
    const cells: (typeof placed)[number] = [];
    const next: typeof open = new Map();
    let at = row.before;
    for (const { items, span, down } of row.cells) {
      const column = columnOf(at);
      const colSpan = Math.max(1, columnOf(at + span) - column);
      at = Math.min(at + span, MAX_GRID * 4);
      const above = down === 'continue' ? open.get(column) : undefined;
      if (above && above.row === y - 1) {
        above.cell.rowSpan++;
        // Word shows nothing of it, but never lose what stands there.
        above.cell.items.push(...items);
        next.set(column, { cell: above.cell, row: y });
        continue;
      }
      const cell = { items: [...items], column, colSpan, rowSpan: 1 };
      cells.push(cell);
      if (down !== 'no') next.set(column, { cell, row: y });
    }
    open = next;
    placed.push(cells);
  }
  return placed;
}

function mathText(node: XmlElement): string {
  let text = '';
  for (const each of node.children) {
    if (typeof each === 'string') continue;
    if (each.name === 'm:t' || each.name === 'w:t')
      for (const piece of each.children)
        if (typeof piece === 'string') text += piece;
        else text += '';
    if (each.name !== 'm:t' && each.name !== 'w:t') text += mathText(each);
  }
  return text;
}

/** A sign out of a font by its number in hexadecimal digits. */
function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  return value > 0 && value <= 0xffff ? signOf(font, value) : '';
}
