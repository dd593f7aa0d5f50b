// Text whose line breaks were all lost: headings of the parts, sub-headings and tables run into one paragraph. It is parted again at the
// headings of the form; what was a table is kept apart from the prose and not read, for its cells are glued together.
import { SECTIONS } from '../form/shared-tables.ts';
import { squeeze } from '../form/label.ts';
import type { Block, ParagraphBlock } from '../model/document.ts';

const CHINESE_DIGITS = '一二三四五六';
/** A shorter paragraph was not put together of parts. */
const SHORTEST = 400;
/** Fewer headings are a table of contents, or a sentence that names parts. */
const ENOUGH = 4;
/** What the three tables begin with. */
const TABLE_TEXT = /第二十条\s*第[（(]一|信息内容\s*本年|[（(]\s*本列数据|申请人情况\s*自然人|行政复议\s*行政诉讼\s*结果维持/;

/** What a heading speaks of that is worded in another way. */
const TOPICS = ['总体|概述', '主动公开', '申请', '复议|诉讼', '问题|改进', '其他|其它'];

/** The heading of each part: in the words of the form, else in words near enough between its number and 情况 or 事项. */
const HEADINGS: readonly (readonly [RegExp, RegExp])[] = SECTIONS.map(({ variants }, index) => {
  const words = [...variants].sort((a, b) => b.length - a.length).map((text) => [...squeeze(text)].map(escaped).join('\\s*'));
  const number = `${CHINESE_DIGITS[index]!}\\s*、\\s*`;
  const other = '[^。；！？，,：:\\d]{0,20}?';
  return [
    new RegExp(`${number}(?:${words.join('|')})`),
    new RegExp(`(?<=[^第（(][。；\\d\\s])${number}${other}(?:${TOPICS[index]!})${other}(?:情况|事项|措施)`),
  ];
});

function escaped(character: string): string {
  return /[\u4e00-\u9fff]/.test(character) ? character : `\\${character}`;
}

/** Blocks with such paragraphs parted; the same array if there is none. */
export function partRunOn(blocks: readonly Block[]): readonly Block[] {
  let changed = false;
  const parted = blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.text.length < SHORTEST) return [block];
    const pieces = partsOf(block);
    if (pieces === null) return [block];
    changed = true;
    return pieces;
  });
  return changed ? parted : blocks;
}

function partsOf(block: ParagraphBlock): Block[] | null {
  const { text } = block;
  const found: { readonly from: number; readonly to: number; readonly table: boolean }[] = [];
  let searched = 0;
  let exact = 0;
  HEADINGS.forEach(([official, near], index) => {
    const rest = text.slice(searched);
    const whole = official.exec(rest);
    const match = whole ?? near.exec(rest);
    if (!match) return;
    if (whole) exact++;
    const from = searched + match.index;
    searched = from + match[0].length;
    found.push({ from, to: searched, table: index >= 1 && index <= 3 });
  });
  if (exact < ENOUGH) return null;
  const place = block.line === undefined ? {} : { line: block.line };
  const paragraph = (piece: string): Block[] => (piece.trim() === '' ? [] : [{ kind: 'paragraph', text: piece.trim(), ...place }]);
  const out: Block[] = paragraph(text.slice(0, found[0]!.from));
  found.forEach(({ from, to, table }, index) => {
    out.push(...paragraph(text.slice(from, to)));
    const body = text.slice(to, found[index + 1]?.from ?? text.length);
    const start = table ? body.search(TABLE_TEXT) : -1;
    const prose = start < 0 ? body : body.slice(0, start);
    for (const piece of atSubHeadings(prose)) out.push(...paragraph(piece));
    if (start < 0) return;
    const cell = { text: body.slice(start).trim(), column: 0, colSpan: 1, rowSpan: 1, ...place };
    out.push({ kind: 'table', geometry: 'rebuilt', rows: [{ cells: [cell], ...place }], ...place });
  });
  return out;
}

/** Prose parted in front of （一）, （二） … that follow the end of a sentence, in their order. */
function atSubHeadings(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let next = 0;
  for (const match of text.matchAll(/(^|[。；：:\s])\s*[（(]([一二三四五六七八九十])[）)]/g)) {
    const ordinal = '一二三四五六七八九十'.indexOf(match[2]!);
    if (ordinal !== next) continue;
    const at = match.index + match[1]!.length;
    pieces.push(text.slice(from, at));
    from = at;
    next++;
  }
  pieces.push(text.slice(from));
  return pieces;
}
