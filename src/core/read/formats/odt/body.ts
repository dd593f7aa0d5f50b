// The text of an OpenDocument text document: headings, paragraphs, lists with their numbers, tables, text boxes, pictures.
// Tracked changes count as accepted. Knows the elements of OpenDocument 1.3; knows no package.
import { LIMITS } from '../../limits.ts';
import type { Cut } from '../../limits.ts';
import { joinNumber } from '../../list-numerals.ts';
import type { OfficeCell, OfficeItem, Remark } from '../../office-blocks.ts';
import { strike } from '../../struck-text.ts';
import { child, childElements, textOf } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';
import { LEVELS, whole } from './lists.ts';
import type { Counters, Lists } from './lists.ts';

export interface BodyReader {
  readBlocks(parent: XmlElement): OfficeItem[];
  /** The reader of the package adds its own. */
  readonly remarks: Set<Remark>;
  /** Caps that cut something off. */
  readonly cuts: ReadonlySet<Cut>;
}

/** Elements that frame others. */
const FRAMES = new Set([
  'text:index-body',
  'text:index-title',
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
  'text:bibliography',
  'office:text',
  'text:numbered-paragraph',
  'text:change-content',
]);

/** Equal rows below each other beyond this number are no table of a report. */
const REPEATED_ROWS = 100;

/** A paragraph while it is read. */
interface Inline {
  text: string;
  readonly lines: string[];
  readonly anchored: OfficeItem[];
}

/** Where in a list a paragraph stands; the number goes to the first one. */
interface ListItem {
  readonly style: string;
  readonly counters: Counters;
  readonly level: number;
  readonly start: number | undefined;
  /** The number as written in the file, if it is. */
  readonly written: string | undefined;
  taken: boolean;
}

/** Names of styles, those derived from others included. */
export interface Styles {
  /** They hide their text. */
  readonly hidden: ReadonlySet<string>;
  /** They cross their text out; false: they take the line away. */
  readonly struck: ReadonlyMap<string, boolean>;
  /** For the title of the document. */
  readonly titles: ReadonlySet<string>;
}

export function createBodyReader(lists: Lists, styles: Styles): BodyReader {
  const remarks = new Set<Remark>();
  const cuts = new Set<Cut>();
  /** Counters by the list they belong to: its id, and the last list of a style. */
  const byId = new Map<string, Counters>();
  const byStyle = new Map<string, Counters>();

  /** Changes that delete, and those of them that the text is within: some programs leave what was deleted in its place. */
  const deletions = new Set<string>();
  const open = new Set<string>();
  /** Text in front of a deletion that goes beyond the end of its paragraph. */
  let carried = '';
  /** The text being read is crossed out. */
  let struck = false;

  const noteDeletions = (node: XmlElement): void => {
    for (const region of childElements(node, 'text:changed-region')) {
      if (!child(region, 'text:deletion')) continue;
      for (const name of ['xml:id', 'text:id']) deletions.add(region.attribute(name) ?? '');
    }
  };

  const follow = (node: XmlElement): void => {
    const id = node.attribute('text:change-id') ?? '';
    if (node.name === 'text:change-end') open.delete(id);
    else if (deletions.has(id)) open.add(id);
  };

  const readBlocks = (parent: XmlElement): OfficeItem[] => {
    const items: OfficeItem[] = [];
    blocksInto(parent, items, null);
    return items;
  };

  const blocksInto = (parent: XmlElement, items: OfficeItem[], item: ListItem | null): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') continue;
      switch (node.name) {
        case 'text:p':
        case 'text:h':
          paragraph(node, items, item);
          break;
        case 'text:list':
          list(node, items, item);
          break;
        case 'table:table':
          if (open.size === 0) items.push({ kind: 'table', rows: tableRows(node) });
          break;
        case 'text:section':
          if (node.attribute('text:display') === 'none') remarks.add('hidden');
          else blocksInto(node, items, null);
          break;
        case 'text:tracked-changes':
          if (node.children.length > 0) remarks.add('changes');
          noteDeletions(node);
          break;
        case 'text:change-start':
        case 'text:change-end':
          follow(node);
          break;
        case 'draw:frame':
        case 'draw:g':
        case 'draw:custom-shape':
        case 'draw:rect':
        case 'draw:a': {
          const inline: Inline = { text: '', lines: [], anchored: [] };
          drawing(node, inline);
          items.push(...inline.anchored);
          break;
        }
        default:
          if (FRAMES.has(node.name)) blocksInto(node, items, null);
      }
    }
  };

  const list = (node: XmlElement, items: OfficeItem[], outer: ListItem | null): void => {
    const style = node.attribute('text:style-name') ?? outer?.style ?? '';
    const level = outer ? outer.level + 1 : 0;
    if (level >= LEVELS) return blocksOfItems(node, items);
    let counters = outer?.counters;
    if (!counters) {
      const continued = node.attribute('text:continue-list');
      if (continued !== undefined) counters = byId.get(continued);
      else if (node.attribute('text:continue-numbering') === 'true') counters = byStyle.get(style);
      counters ??= { counts: [] };
      byStyle.set(style, counters);
    }
    const id = node.attribute('xml:id');
    if (id !== undefined) byId.set(id, counters);
    for (const each of childElements(node)) {
      if (each.name === 'text:list-header') blocksInto(each, items, null);
      else if (each.name === 'text:list-item') {
        const start = each.attribute('text:start-value');
        const number = child(each, 'text:number');
        const place: ListItem = {
          style: each.attribute('text:style-override') ?? style,
          counters,
          level,
          start: start === undefined ? undefined : whole(start, 1),
          written: number && textOf(number),
          taken: false,
        };
        blocksInto(each, items, place);
      }
    }
  };

  const blocksOfItems = (node: XmlElement, items: OfficeItem[]): void => {
    for (const each of childElements(node)) blocksInto(each, items, null);
  };

  const paragraph = (node: XmlElement, items: OfficeItem[], item: ListItem | null): void => {
    const level = node.name === 'text:h' ? Math.max(1, whole(node.attribute('text:outline-level'), 1)) : null;
    const number = numberOf(node, level, item);
    const inline: Inline = { text: '', lines: [], anchored: [] };
    if (styles.hidden.has(node.attribute('text:style-name') ?? '') || isHiddenParagraph(node)) {
      if (textOf(node).trim() !== '') remarks.add('hidden');
      return;
    }
    inline.text = carried;
    carried = '';
    const around = struck;
    struck = styles.struck.get(node.attribute('text:style-name') ?? '') ?? false;
    inlineInto(node, inline);
    struck = around;
    if (open.size > 0) {
      carried = [...inline.lines, inline.text].join('');
      items.push(...inline.anchored);
      return;
    }
    inline.lines.push(inline.text);
    const lines = inline.lines.map((line) => line.trim());
    while (lines.length > 1 && lines[0] === '') lines.shift();
    lines[0] = joinNumber(number, lines[0] ?? '');
    const full = lines.filter((line) => line !== '');
    const heading = level ?? (styles.titles.has(node.attribute('text:style-name') ?? '') ? 1 : null);
    if (full.length > 0) items.push({ kind: 'text', lines: full, heading });
    items.push(...inline.anchored);
  };

  const numberOf = (node: XmlElement, level: number | null, item: ListItem | null): string => {
    if (item) {
      if (item.taken) return '';
      item.taken = true;
      const counted = lists.next(item.style, item.counters, item.level, item.start);
      return item.written ?? counted;
    }
    if (level === null || node.attribute('text:is-list-header') === 'true') return '';
    const restart = node.attribute('text:restart-numbering') === 'true';
    return lists.nextHeading(level - 1, restart ? whole(node.attribute('text:start-value'), 1) : undefined);
  };

  const inlineInto = (parent: XmlElement, inline: Inline): void => {
    for (const node of parent.children) {
      if (typeof node === 'string') {
        if (open.size > 0) continue;
        // White space counts once; what is meant to be more is written as elements.
        const text = node.replace(/[ \t\r\n]+/g, ' ');
        const added = text.startsWith(' ') && (inline.text === '' || inline.text.endsWith(' ')) ? text.slice(1) : text;
        inline.text += struck ? strike(added) : added;
        continue;
      }
      if (node.name === 'text:change-start' || node.name === 'text:change-end') {
        follow(node);
        continue;
      }
      // Within a deletion only its end counts.
      if (open.size > 0 && !SPANS.has(node.name)) continue;
      switch (node.name) {
        case 'text:s':
          inline.text += ' '.repeat(Math.min(200, whole(node.attribute('text:c'), 1)));
          break;
        case 'text:tab':
          inline.text += '\t';
          break;
        case 'text:line-break':
          inline.lines.push(inline.text);
          inline.text = '';
          break;
        case 'text:span':
          if (!styles.hidden.has(node.attribute('text:style-name') ?? '')) {
            const around = struck;
            struck = styles.struck.get(node.attribute('text:style-name') ?? '') ?? struck;
            inlineInto(node, inline);
            struck = around;
          } else if (textOf(node).trim() !== '') remarks.add('hidden');
          break;
        case 'text:ruby': {
          const base = child(node, 'text:ruby-base');
          if (base) inlineInto(base, inline);
          break;
        }
        case 'text:note':
          remarks.add('notes');
          break;
        case 'office:annotation':
        case 'office:annotation-end':
          remarks.add('comments');
          break;
        case 'text:hidden-text':
        case 'text:hidden-paragraph':
          if (textOf(node).trim() !== '') remarks.add('hidden');
          break;
        case 'text:number':
        case 'text:soft-page-break':
        case 'text:script':
        case 'office:event-listeners':
          break;
        case 'draw:frame':
        case 'draw:g':
        case 'draw:custom-shape':
        case 'draw:rect':
        case 'draw:a':
          drawing(node, inline);
          break;
        // Links, fields and whatever else shows its content.
        default:
          inlineInto(node, inline);
      }
    }
  };

  /** Text boxes and pictures; an embedded object is shown by its picture. */
  const drawing = (node: XmlElement, inline: Inline): void => {
    if (node.name === 'draw:custom-shape' || node.name === 'draw:rect') {
      inline.anchored.push(...readBlocks(node));
      return;
    }
    const label = textOf(child(node, 'svg:desc') ?? child(node, 'svg:title') ?? node.children.find(isName) ?? EMPTY);
    let seen = false;
    for (const each of childElements(node)) {
      if (each.name === 'draw:text-box') {
        inline.anchored.push(...readBlocks(each));
        return;
      }
      if (each.name === 'draw:object' || each.name === 'draw:object-ole') {
        if (!child(each, 'math:math')) remarks.add('embedded');
        seen = true;
      } else if (each.name === 'draw:image') seen = true;
      else if (each.name.startsWith('draw:')) drawing(each, inline);
    }
    if (seen) inline.anchored.push({ kind: 'picture', text: label });
  };

  const tableRows = (table: XmlElement): OfficeCell[][] => {
    const rows: OfficeCell[][] = [];
    rowsInto(table, rows);
    return rows;
  };

  const rowsInto = (parent: XmlElement, rows: OfficeCell[][]): void => {
    for (const node of childElements(parent)) {
      if (node.name === 'table:table-row') {
        if (node.attribute('table:visibility') === 'collapse' || node.attribute('table:visibility') === 'filter') {
          remarks.add('hidden');
          continue;
        }
        const row = tableRow(node);
        const wanted = Math.max(1, whole(node.attribute('table:number-rows-repeated'), 1));
        if (wanted > REPEATED_ROWS && row.some((cell) => cell.items.length > 0)) cuts.add('rows');
        for (let i = 0; i < Math.min(wanted, REPEATED_ROWS) && rows.length <= LIMITS.rows; i++) rows.push(row);
      } else if (node.name === 'table:table-header-rows' || node.name === 'table:table-rows' || node.name === 'table:table-row-group') {
        rowsInto(node, rows);
      }
    }
  };

  const tableRow = (node: XmlElement): OfficeCell[] => {
    const cells: OfficeCell[] = [];
    let column = 0;
    for (const each of childElements(node)) {
      if (each.name !== 'table:table-cell' && each.name !== 'table:covered-table-cell') continue;
      const times = Math.max(1, whole(each.attribute('table:number-columns-repeated'), 1));
      if (each.name === 'table:covered-table-cell') {
        column += times;
        continue;
      }
      const colSpan = Math.max(1, whole(each.attribute('table:number-columns-spanned'), 1));
      const rowSpan = Math.max(1, whole(each.attribute('table:number-rows-spanned'), 1));
      const items = readBlocks(each);
      for (let i = 0; i < times && column <= LIMITS.columns; i++) cells.push({ items, column: column++, colSpan, rowSpan });
    }
    return cells;
  };

  return { readBlocks, remarks, cuts };
}

/** Elements within which a deletion may begin or end. */
const SPANS: ReadonlySet<string> = new Set(['text:span', 'text:a', 'text:meta', 'text:ruby', 'text:ruby-base']);

const EMPTY: XmlElement = { name: '', children: [], attribute: () => undefined };

function isName(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string' && (node.name === 'svg:title' || node.name === 'svg:desc');
}

function isHiddenParagraph(node: XmlElement): boolean {
  return childElements(node).some((each) => each.name === 'text:hidden-paragraph' && each.attribute('text:is-hidden') === 'true');
}
