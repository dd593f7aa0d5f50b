// The narrative of a part: its text below the headings, piece by piece. Knows nothing of tables and judges nothing.
import { squeeze } from '../../form/label.ts';
import type { Report, Section, SubHeading } from '../../model/report.ts';
import type { SectionKey } from '../../model/vocabulary.ts';
import { endingOf } from './ending.ts';
import { holds, isSignature, linesOf, ordinalOf, realSections } from './parts.ts';
import type { Line } from './parts.ts';

/** The words of one part. */
export interface Prose {
  /** The heading under which most of it stands: where a part is written twice, the one with words. */
  readonly section: Section;
  /** Lines of all sections of that key, signature left out. */
  readonly lines: readonly Line[];
  /** The lines run together, NFKC, without spaces. */
  readonly text: string;
  readonly subHeadings: readonly SubHeading[];
  /** A table or a picture stands there: some words may be in it. */
  readonly hidden: boolean;
  /** The file breaks off in this part. */
  readonly cut: boolean;
}

/** Reports never change, and many rules ask for the same part. */
const known = new WeakMap<Report, Map<SectionKey, Prose | null>>();

/** Words of a part; null where the part was not found. */
export function proseOf(report: Report, key: SectionKey): Prose | null {
  let parts = known.get(report);
  if (!parts) {
    parts = new Map();
    known.set(report, parts);
  }
  let prose = parts.get(key);
  if (prose === undefined) {
    prose = findProse(report, key);
    parts.set(key, prose);
  }
  return prose;
}

function findProse(report: Report, key: SectionKey): Prose | null {
  const parts = realSections(report).filter((section) => section.key === key);
  if (parts.length === 0) return null;
  const counted = parts.map((section) => ({ section, lines: linesOf(report, section).filter((line) => !isSignature(report, line.text)) }));
  const size = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.length, 0);
  const main = counted.reduce((best, each) => (size(each.lines) > size(best.lines) ? each : best));
  const lines = counted.flatMap((each) => each.lines);
  const ending = endingOf(report);
  return {
    section: main.section,
    lines,
    text: squeeze(lines.map((line) => line.text).join('\n')),
    subHeadings: parts.flatMap((section) => section.subHeadings),
    hidden: parts.some((section) => holds(report, section, 'picture') || holds(report, section, 'table')),
    cut: ending.state === 'cut' && ending.last === ordinalOf(key),
  };
}

/** Why it cannot be said that something is missing in a part; null if it can. */
export function gapIn(prose: Prose | null): string | null {
  if (prose === null) return '没有找到这一部分的标题。';
  if (prose.text === '') return '这一部分没有文字，另由“部分内容为空”提示。';
  if (prose.cut) return '文件在这一部分中断，后面的内容没有读到。';
  if (prose.hidden) return '这一部分有图片或表格，其中的文字没有核对。';
  return null;
}

const RARE_HAN = /(?![\u4e00-\u9fff])\p{Script=Han}/gu;

/** Han characters of a text. */
export function countHan(text: string): number {
  let count = 0;
  let rare = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x4e00 && code <= 0x9fff) count++;
    else if (code >= 0x2e80 && !(code >= 0xff00 && code <= 0xffef)) rare = true;
  }
  // Outside of the usual range there are some too: 〇, 々, characters beyond the first plane.
  return rare ? count + (text.match(RARE_HAN) ?? []).length : count;
}

/** A heading below a part as it is printed, number included, up to its full stop or colon. */
export function printedWhole({ numeral, text }: SubHeading): string {
  return text.startsWith(numeral) ? text : numeral + text;
}

/** A heading below a part with the text under it, down to the next heading of its level or a higher one. */
export interface SubPart {
  readonly heading: SubHeading;
  /** Squeezed words of the heading, number left out, without the full stop. */
  readonly name: string;
  /** Text below and behind the heading, its own words left out. */
  readonly lines: readonly Line[];
  /** Nothing but the heading stands in its block. */
  readonly alone: boolean;
}

/** What stands under the headings of the second level （一）（二） of a part; of the third, 1. 2., where there is no second. */
export function subPartsOf(report: Report, prose: Prose): readonly SubPart[] {
  let parts = knownParts.get(prose);
  if (!parts) {
    parts = findSubParts(report, prose);
    knownParts.set(prose, parts);
  }
  return parts;
}

/** A prose belongs to one report, and several rules ask. */
const knownParts = new WeakMap<Prose, readonly SubPart[]>();

function findSubParts(report: Report, prose: Prose): readonly SubPart[] {
  const inTables = new Set(report.tables.flatMap((table) => table.blocks));
  const headings = prose.subHeadings.filter((each) => !inTables.has(each.at.block));
  const level = [2, 3].find((wanted) => headings.some((each) => each.level === wanted));
  if (level === undefined) return [];
  const found: SubPart[] = [];
  // From the last to the first, so that each knows at once where the next begins; lines are in the order of blocks too.
  let end = Infinity;
  let last = prose.lines.length;
  for (const heading of [...headings].reverse()) {
    if (heading.level > level) continue;
    let first = last;
    while (first > 0 && prose.lines[first - 1]!.at.block > heading.at.block) first--;
    const below = prose.lines.slice(first, last).filter((line) => line.at.block < end);
    last = first;
    end = heading.at.block;
    if (heading.level !== level) continue;
    const block = report.blocks[heading.at.block];
    const own = block === undefined || block.kind === 'table' || block.kind === 'picture' ? '' : block.text.trim();
    const printed = printedWhole(heading).trim();
    const rest = own.startsWith(printed) ? own.slice(printed.length) : '';
    found.push({
      heading,
      name: squeeze(printed)
        .slice(squeeze(heading.numeral).length)
        .replace(/[。：:；;、，,]+$/, ''),
      lines: rest.trim() === '' ? below : [{ text: rest, at: heading.at }, ...below],
      alone: rest.trim() === '',
    });
  }
  return found.reverse();
}
