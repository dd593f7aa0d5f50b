// Markdown: lines as in plain text, plus marks of emphasis, links, front matter and tables of HTML in between.
import { createBlockList } from '../block-list.ts';
import type { BlockList } from '../block-list.ts';
import { decodeText } from '../charset.ts';
import { defineFormat } from '../format.ts';
import { readLines, splitLines } from '../lines.ts';
import { readMarkup, TooComplex } from '../markup.ts';
import { failure } from '../../model/outcome.ts';
import type { Note } from '../../model/document.ts';
import { strike } from '../struck-text.ts';
import { finishText } from '../text-document.ts';

const DELIMITER_ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/m;
const HEADINGS = /^ {0,3}#{1,6}[ \t]+\S/gm;
const HTML_START = /^ {0,3}<(?:(?:table|div|p|center|h[1-6]|section|ul|ol|dl)\b|!--)/i;

export default defineFormat({
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown'],
  recognise(sample) {
    const { head, extension } = sample;
    if (head === null) return 'no';
    if (extension === 'md' || extension === 'markdown') return 'likely';
    // Without the name: a row of dashes under a table head, or several headings; a .txt stays plain text.
    if (DELIMITER_ROW.test(head) || (head.match(HEADINGS)?.length ?? 0) > 1) return 'likely';
    return 'no';
  },
  async read(source) {
    const decoded = decodeText(source.bytes);
    const list = createBlockList();
    try {
      const { metaTitle, notes } = await readMarkdown(decoded.text, list);
      return finishText(source, decoded, { blocks: list.blocks, notes: [...notes, ...list.notes()], metaTitle });
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      return { ok: false, failure: failure(source.path, 'too-complex', '的标签过多或嵌套过深，没有读取') };
    }
  },
});

async function readMarkdown(text: string, list: BlockList): Promise<{ metaTitle: string | null; notes: Note[] }> {
  const lines = splitLines(text, list.cuts);
  const notes: Note[] = [];
  const front = readFrontMatter(lines);
  let from = front.length;
  const readPlain = (to: number) => {
    if (to > from) readLines(lines.slice(from, to).join('\n'), list, { firstLine: from + 1, plain: plainText, markdown: true });
  };
  for (let i = from; i < lines.length && !list.full(); i++) {
    if (!HTML_START.test(lines[i] ?? '')) continue;
    readPlain(i);
    const end = endOfMarkup(lines, i);
    const markup = await readMarkup(lines.slice(i, end).join('\n'), { within: { list, firstLine: i + 1 } });
    notes.push(...markup.notes);
    from = end;
    i = end - 1;
  }
  readPlain(lines.length);
  return { metaTitle: front.title, notes };
}

/** `---`, `key: value` lines, `---` at the very start. */
function readFrontMatter(lines: readonly string[]): { length: number; title: string | null } {
  if (lines[0]?.trim() !== '---') return { length: 0, title: null };
  let title: string | null = null;
  for (let i = 1; i < Math.min(lines.length, 50); i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '---') return { length: i + 1, title };
    const pair = /^(\w[\w-]{0,40}):\s*(.*)$/.exec(line);
    if (!pair && !/^[\s-]|^$/.test(line)) break;
    if (pair?.[1] === 'title') title = (pair[2] ?? '').trim().replace(/^["']|["']$/g, '') || null;
  }
  return { length: 0, title: null };
}

/** Index of the line after a piece of HTML: the end of its tables, or else the next blank line. */
function endOfMarkup(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' && depth <= 0) return i;
    depth += (line.match(/<table\b/gi)?.length ?? 0) - (line.match(/<\/table\s*>/gi)?.length ?? 0);
    if (depth <= 0 && /<\/table\s*>/i.test(line)) return i + 1;
  }
  return lines.length;
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  emsp: ' ',
  ensp: ' ',
  ldquo: '“',
  rdquo: '”',
};

/** A line or cell without its marks. Digits and the numbers of lists are never touched. */
function plainText(piece: string): string {
  if (!/[*_`~[\]<>&\\+-]/.test(piece)) return piece;
  return (
    piece
      .replace(/^[ \t]*(?:>[ \t]?)+/, '')
      .replace(/^[ \t]*[-*+][ \t]+(?=\S)/, '')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<(s|strike|del)>([^<>\n]{1,2000})<\/\1>/gi, (_whole, _tag: string, text: string) => strike(text))
      .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
      .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g, '$1')
      .replace(/(\*\*\*|\*\*|__)(?=\S)((?:(?!\1)[^\n]){1,2000}?)\1/g, '$2')
      // A star between digits is a sign of multiplication.
      .replace(/(^|[^\w*])\*(?=[^\s*])([^*\n]{0,2000}[^\s*])\*(?![\w*])/g, '$1$2')
      .replace(/(^|[^\w])_(?=[^\s_])([^_\n]{0,2000}[^\s_])_(?!\w)/g, '$1$2')
      .replace(/~~([^~\n]{1,2000})~~/g, (_whole, text: string) => strike(text))
      .replace(/`([^`\n]{1,2000})`/g, '$1')
      .replace(/&(nbsp|amp|lt|gt|quot|emsp|ensp|ldquo|rdquo);/g, (whole, name: string) => ENTITIES[name] ?? whole)
      .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
  );
}
