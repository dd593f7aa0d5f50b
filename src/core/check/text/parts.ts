// What stands in which part of a report: its own words, tables and pictures. Rules about structure share it; it judges nothing.
import { labelCore, squeeze } from '../../form/label.ts';
import type { Position } from '../../model/document.ts';
import { blockText } from '../../model/document.ts';
import type { Report, Section } from '../../model/report.ts';
import { SECTION_KEYS } from '../../model/vocabulary.ts';
import type { SectionKey } from '../../model/vocabulary.ts';
import type { Verdict } from '../rule.ts';

/** Place of a whole block, with its line where the file has lines. */
export function placeOfBlock(report: Report, block: number): Position {
  const line = report.blocks[block]?.line;
  return line === undefined ? { block } : { block, line };
}

/** First block with words in it; the first block of all where there are none. */
export function firstWords(report: Report): Position {
  const index = report.blocks.findIndex((block) => (block.kind === 'heading' || block.kind === 'paragraph') && squeeze(block.text) !== '');
  return placeOfBlock(report, Math.max(index, 0));
}

/** Where something is shown that concerns the whole report: its title, else its first words. */
export function topOfReport(report: Report): Position {
  return report.titleAt ?? firstWords(report);
}

/** The verdict for a report on a form before 2019, which has other parts and tables; null for any other. */
export function beforeForms(report: Report): Verdict | null {
  return report.edition === 'pre2019' ? { result: 'notAssessed', why: '报告使用2019年以前的旧格式，不在校验范围。' } : null;
}

/** 一 … 六 as number 1 to 6. */
export function ordinalOf(key: SectionKey): number {
  return SECTION_KEYS.indexOf(key) + 1;
}

/** Reports never change, and many rules ask for the same parts and lines. */
const realOnes = new WeakMap<Report, readonly Section[]>();
const knownLines = new WeakMap<Report, Map<Section, readonly Line[]>>();

/** The sections without those that only stand in a table of contents. */
export function realSections(report: Report): readonly Section[] {
  let real = realOnes.get(report);
  if (!real) {
    real = findRealSections(report);
    realOnes.set(report, real);
  }
  return real;
}

function findRealSections(report: Report): readonly Section[] {
  const { sections } = report;
  const listed = new Set<Section>();
  for (let start = 0; start < sections.length; start++) {
    // A run of headings with nothing between them, in rising order; the last one may have words (a preamble) before part one.
    let end = start;
    while (end + 1 < sections.length && isBare(report, sections[end]!) && rises(sections[end]!, sections[end + 1]!)) end++;
    const run = sections.slice(start, end + 1);
    const again = (section: Section): boolean => sections.some((other) => other.key === section.key && !run.includes(other));
    if (run.length >= 3 && run.every((section) => section.key !== null && again(section))) {
      run.forEach((section) => listed.add(section));
      start = end;
    }
  }
  return listed.size === 0 ? sections : sections.filter((section) => !listed.has(section));
}

/** Were at least three of the six parts recognised? Fewer say more about the reading than about the report. */
export function recognisesParts(report: Report): boolean {
  return new Set(realSections(report).flatMap((section) => section.key ?? [])).size >= 3;
}

function rises(section: Section, next: Section): boolean {
  return section.key !== null && next.key !== null && ordinalOf(next.key) > ordinalOf(section.key);
}

/** A heading and nothing else. */
function isBare(report: Report, section: Section): boolean {
  return linesOf(report, section).length === 0 && !holds(report, section, 'table') && !holds(report, section, 'picture');
}

/** A line of a part. */
export interface Line {
  readonly text: string;
  readonly at: Position;
}

/** Words of a part, block by block, without its heading (but with what follows the heading in the same block). Blank ones left out. */
export function linesOf(report: Report, section: Section): readonly Line[] {
  let known = knownLines.get(report);
  if (!known) {
    known = new Map();
    knownLines.set(report, known);
  }
  let lines = known.get(section);
  if (!lines) {
    lines = findLines(report, section);
    known.set(section, lines);
  }
  return lines;
}

function findLines(report: Report, section: Section): readonly Line[] {
  const lines: Line[] = [];
  for (let index = section.from; index < section.to; index++) {
    const block = report.blocks[index];
    if (block === undefined || block.kind === 'table' || block.kind === 'picture') continue;
    const text = index === section.at.block ? afterHeading(block.text, section.title) : block.text;
    if (!isBlank(text)) lines.push({ text, at: placeOfBlock(report, index) });
  }
  return lines;
}

/** Nothing but white space; nearly every line shows with its first character that it is more. */
function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return !(code >= 0x4e00 && code <= 0x9fff) && squeeze(text) === '';
}

/** What a block holds after the heading it begins with; empty where the block is the heading. */
function afterHeading(text: string, title: string): string {
  const start = text.indexOf(title);
  const rest = start < 0 ? '' : text.slice(start + title.length);
  return labelCore(rest) === '' ? '' : rest;
}

/** Does a part hold a table or a picture? */
export function holds(report: Report, section: Section, kind: 'table' | 'picture'): boolean {
  return report.blocks.slice(section.from, section.to).some((block) => block.kind === kind);
}

const LONGEST_SIGNATURE = 80;
const DATE_LINE =
  /^(?:(?:19|20)\d\d|[二〇○零一九][〇○零一二三四五六七八九]{3})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?$/;

/** A line with which a report is signed: a date, or the name of the organ and nothing else. */
export function isSignature(report: Report, text: string): boolean {
  // Whoever signs, does it in a short line; a long one is not worth folding.
  if (text.length > LONGEST_SIGNATURE) return false;
  const words = squeeze(text).replace(/[（(](?:盖章|公章|印章)[）)]$/, '');
  return DATE_LINE.test(words) || (report.organ !== null && report.organ.length <= LONGEST_SIGNATURE && words === squeeze(report.organ));
}

/** Longest heading that is quoted: what runs on is a sentence, and its beginning tells which. */
const QUOTED_HEADING = 40;

/** The words of a heading as printed in its block, from its number to the end of its first sentence, shortened if they are long. */
export function printedHeading(report: Report, at: Position, numeral: string): string {
  const block = report.blocks[at.block];
  const text = block === undefined ? '' : blockText(block);
  if (at.from !== undefined && at.to !== undefined) return text.slice(at.from, at.to).trim().slice(0, QUOTED_HEADING);
  const start = Math.max(at.from ?? text.indexOf(numeral), 0);
  const rest = text.slice(start).trim();
  const stop = rest.search(/[。！？\n]/);
  return stop >= 0 && stop < QUOTED_HEADING ? rest.slice(0, stop + 1) : rest.slice(0, QUOTED_HEADING);
}

/** 「第5行」 for a place in a text file, 「」 for formats without lines. */
export function lineName(at: Position): string {
  return at.line === undefined ? '' : `第${at.line}行`;
}
