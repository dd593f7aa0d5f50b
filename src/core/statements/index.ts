// Report → what its text says in numbers. Headings and paragraphs of all parts, never tables.
import type { Block } from '../model/document.ts';
import type { Report, Section } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import type { SectionKey } from '../model/vocabulary.ts';
import type { Domain } from './domain.ts';
import { fold } from './fold.ts';
import { interpret } from './interpret.ts';
import type { Carried } from './interpret.ts';
import { MOST_STATEMENTS } from './sentence-state.ts';

/** A line that was cut off by its width has so many characters at least. */
const SHORTEST_CUT = 14;
/** A sub-heading is short. */
const LONGEST_HEADING = 40;

/** Every number said in the headings and paragraphs of a report, in reading order. Work grows with the length of the text only. */
export function findStatements(
  blocks: readonly Block[],
  sections: readonly Section[],
  titleBlock: number | null = null,
): readonly Statement[] {
  const out: Statement[] = [];
  let groups = 0;
  let heading: Domain = null;
  let part: SectionKey | null = null;
  let at = 0;
  let before: Carried | null = null;
  let last: Block | null = null;
  blocks.forEach((block, index) => {
    // What a text says of which some is crossed out, nobody can tell from its characters.
    if (block.kind === 'table' || block.kind === 'picture' || block.struck || index === titleBlock) return;
    // More is said to be unread by whoever judges: see MOST_STATEMENTS.
    if (out.length >= MOST_STATEMENTS) return;
    // Sections follow each other in the order of their blocks.
    while (at < sections.length && sections[at]!.to <= index) at++;
    const section = sections[at] && sections[at]!.from <= index ? sections[at] : undefined;
    const key = section?.key ?? null;
    if (key !== part || section?.at.block === index) {
      part = key;
      heading = key === 's3' ? 'requests' : key === 's4' ? 'disputes' : null;
    }
    const said = headingDomain(block.text);
    if (said !== undefined && key !== 's3' && key !== 's4') heading = said;
    const folded = fold(block.text);
    const place = { block: index, line: block.line, section: key, heading };
    const carried = last && blocks[index - 1] === last ? carriedOver(last, block, before) : null;
    before = interpret(folded, block.text, place, out, () => groups++, carried);
    last = block;
  });
  return out;
}

/** What one paragraph leaves to the next: 共500条。/其中…, or a sentence that was cut in two. */
function carriedOver(last: Block, block: Block, before: Carried | null): Carried | null {
  if (before === null || last.kind !== 'paragraph' || block.kind !== 'paragraph') return null;
  if (/^\s*其中/.test(block.text)) return { ...before, lead: [] };
  // A heading without its mark ends without a full stop too, but it is short.
  const cut = last.text.length > SHORTEST_CUT && /[\u4e00-\u9fff，、,]\s*$/.test(last.text) && /^\s*[\d\u4e00-\u9fff]/.test(block.text);
  return cut && !/^\s*(?:[\d一二三四五六七八九十]{1,3}[、.．]|[一二三四五六七八九十]是)/.test(block.text)
    ? { ...before, alone: null }
    : null;
}

/** What a sub-heading, alone or at the head of its paragraph, is about; undefined where the block begins without one. */
function headingDomain(text: string): Domain | undefined {
  const head = text.slice(0, LONGEST_HEADING);
  if (!/^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是)/.test(head))
    return text.length <= 20 && !/[。，]/.test(text) ? about(text) : undefined;
  return about(head.split(/[。：:\n]/)[0]!);
}

function about(title: string): Domain {
  if (/复议|诉讼/.test(title)) return 'disputes';
  return /依申请|申请公开|公开申请/.test(title) ? 'requests' : null;
}

/** The report with its statements; one that has them stays as it is. */
export function withStatements(report: Report): Report {
  if (report.statements) return report;
  return { ...report, statements: findStatements(report.blocks, report.sections, report.titleAt?.block ?? null) };
}
