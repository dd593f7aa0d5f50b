// The words of a report outside its tables, passage by passage, folded so that dictionaries and patterns need one spelling only.
// Knows places and quotation marks; knows no word.
import type { Position } from '../../model/document.ts';
import type { Report, Section } from '../../model/report.ts';
import type { SectionKey } from '../../model/vocabulary.ts';
import { placeOfBlock } from './parts.ts';

/** One heading or paragraph. Offsets are into `flat` unless they are called printed. */
export interface Passage {
  readonly block: number;
  readonly kind: 'heading' | 'paragraph';
  /** Part it stands in; null before the first part and in parts that the form does not have. */
  readonly part: SectionKey | null;
  readonly section: Section | null;
  /** As printed. */
  readonly text: string;
  /** Without white space; punctuation in full width unless it stands between Latin letters or digits (brackets always); full-width digits narrow. */
  readonly flat: string;
  /** Printed offset of every character of `flat`, and the printed length at the end. */
  readonly offsets: Uint32Array;
  /** For every character of `flat` (it may be longer): 1 inside 《》 or 〈〉, 2 inside “”. Marks that are never closed count for nothing. */
  readonly quoting: Uint8Array;
}

/** A run of text between two stops. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const memory = new WeakMap<Report, readonly Passage[]>();

/** The passages of a report from its title to the end of its last part, blank ones left out. Worked out once a report. */
export function passagesOf(report: Report): readonly Passage[] {
  const known = memory.get(report);
  if (known) return known;
  const passages: Passage[] = [];
  const first = report.titleAt?.block ?? 0;
  let section = 0;
  for (let index = first; index < report.blocks.length; index++) {
    const block = report.blocks[index]!;
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    while (section < report.sections.length && report.sections[section]!.to <= index) section++;
    const there = report.sections[section];
    const within = there !== undefined && there.from <= index ? there : null;
    const passage = passageOf(index, block.kind, block.text, within);
    if (passage.flat !== '') passages.push(passage);
  }
  memory.set(report, passages);
  return passages;
}

function passageOf(block: number, kind: Passage['kind'], text: string, section: Section | null): Passage {
  const offsets = new Uint32Array(text.length + 1);
  const codes = text.length <= scratch.length ? scratch : new Uint16Array(text.length);
  let length = 0;
  let same = true;
  for (let index = 0; index < text.length; index++) {
    const printed = text.charCodeAt(index);
    const code = FOLDED[printed]!;
    if (code !== printed || code === BLANK) same = false;
    if (code === BLANK) continue;
    offsets[length] = index;
    codes[length++] = code;
  }
  offsets[length] = text.length;
  for (let index = 0; index < length; index++) {
    const code = codes[index]!;
    if (code >= 0x40 || !WIDE[code]) continue;
    // Brackets come in pairs: of (2021)30 both are widened or none.
    const bracket = code === 0x28 || code === 0x29;
    if (bracket || !(isLatin(codes[index - 1]) && index + 1 < length && isLatin(codes[index + 1]))) {
      codes[index] = WIDE[code]!;
      same = false;
    }
  }
  const flat = same ? text : textOf(codes, length);
  return { block, kind, part: section?.key ?? null, section, text, flat, offsets, quoting: quotingOf(flat) };
}

/** For the passage that is being folded; nothing of it is kept. */
const scratch = new Uint16Array(8192);

/** In pieces: so many arguments at once would overflow the stack. */
function textOf(codes: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += 4096) {
    // Handed over as they are: spread, they would go through an iterator one by one.
    text += String.fromCharCode.apply(null, codes.subarray(from, Math.min(from + 4096, length)) as unknown as number[]);
  }
  return text;
}

const BLANK = 0;

/** What a character is folded to; BLANK for white space. Full-width digits and letters become narrow. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0x2060 || code === 0xfeff || code === 0xad) return BLANK;
  if (code >= 0x2000 && code <= 0x200f) return BLANK;
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return code - 0xfee0;
  return code === 0xff61 ? 0x3002 : code;
});

/** Full-width forms of half-width marks. */
const WIDE = new Uint16Array(0x40);
for (const [half, full] of [',，', ';；', ':：', '!！', '?？', '(（', ')）']) WIDE[half!.charCodeAt(0)] = full!.charCodeAt(0);

function isLatin(code: number | undefined): boolean {
  return code !== undefined && ((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a));
}

/** Shared by all passages without marks; never written to. */
const NOTHING_QUOTED = new Uint8Array(8192);
const OPENERS = '《〈“';
const CLOSERS = '》〉”';
const QUOTES = /[《〈“]/;

function quotingOf(flat: string): Uint8Array {
  if (!QUOTES.test(flat)) return flat.length <= NOTHING_QUOTED.length ? NOTHING_QUOTED : new Uint8Array(flat.length);
  const quoting = new Uint8Array(flat.length);
  const open: { readonly mark: number; readonly at: number }[] = [];
  for (let index = 0; index < flat.length; index++) {
    const sign = flat[index]!;
    const opens = OPENERS.indexOf(sign);
    if (opens >= 0) {
      // So deep is no quotation; a bound keeps the work in step with the length.
      if (open.length < 8) open.push({ mark: opens, at: index });
      continue;
    }
    const closes = CLOSERS.indexOf(sign);
    if (closes < 0) continue;
    let top = open.length - 1;
    while (top >= 0 && open[top]!.mark !== closes) top--;
    if (top < 0) continue;
    const from = open[top]!.at;
    open.length = top;
    const bit = closes === 2 ? 2 : 1;
    for (let inside = from + 1; inside < index; inside++) quoting[inside]! |= bit;
  }
  return quoting;
}

/** Place of a stretch of a passage in the report. */
export function placeIn(report: Report, passage: Passage, from: number, to: number): Position {
  return {
    ...placeOfBlock(report, passage.block),
    from: passage.offsets[from] ?? 0,
    to: (passage.offsets[Math.max(to - 1, from)] ?? passage.text.length - 1) + 1,
  };
}

/** What a site prints over a text: 「信息来源：… 【字号」. No clerk wrote it into the report. */
const OF_SITE =
  /^(?:[•·]|【?(?:信息提供|信息生成|发布|发表|更新|提供|生成|公开|录入)?(?:日期|时间|来源)：|(?:信息|文章|稿件|发布)来源：|索引号|浏览次数|访问次数|点击(?:率|数|量)|字[体号]：|【字[体号]|视力保护|当前位置|您的位置)/;

/** Is a line before the first part the site's and not the report's, or one that leads to other pages? */
export function isOfSite(passage: Passage): boolean {
  const { part, section, flat } = passage;
  return leadsElsewhere(passage) || (part === null && section === null && OF_SITE.test(flat));
}

/** Is a line a way to another page, wherever it stands: 上一篇：, 相关链接：? */
export function leadsElsewhere({ flat }: Passage): boolean {
  return /^(?:[上下前后]一?[篇条页]|相关(?:链接|阅读|文章|新闻|推荐))：/.test(flat);
}

/** The words of a stretch as printed. */
export function printed(passage: Passage, from: number, to: number): string {
  return passage.text.slice(passage.offsets[from] ?? 0, (passage.offsets[Math.max(to - 1, from)] ?? passage.text.length - 1) + 1);
}

const STOPS = '。！？；';
const PAUSES = '。！？；，：';
/** 2 for a stop, 1 for any other pause, 0 for everything else. */
const PARTING = new Uint8Array(0x10000);
for (const sign of PAUSES) PARTING[sign.charCodeAt(0)] = STOPS.includes(sign) ? 2 : 1;

/** Several rules go through the sentences. */
const knownSentences = new WeakMap<Passage, readonly Span[]>();

/** Sentences of a passage, without their stops; empty ones left out. */
export function sentencesOf(passage: Passage): readonly Span[] {
  let sentences = knownSentences.get(passage);
  if (!sentences) {
    sentences = spansOf(passage.flat, 0, passage.flat.length, 2);
    knownSentences.set(passage, sentences);
  }
  return sentences;
}

/** Clauses within a span: what stands between two pauses (顿号 is none). */
export function clausesOf(passage: Passage, { from, to }: Span): readonly Span[] {
  return spansOf(passage.flat, from, to, 1);
}

/** Stretches between signs that part at least so much. */
function spansOf(flat: string, from: number, to: number, least: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (PARTING[flat.charCodeAt(at)]! < least) continue;
    if (at > start) spans.push({ from: start, to: at });
    start = at + 1;
  }
  if (start < to) spans.push({ from: start, to });
  return spans;
}

/** A short stretch around a place, from pause to pause, at most `most` characters. */
export function around(passage: Passage, from: number, to: number, most = 30): Span {
  const { flat } = passage;
  const spare = Math.max(0, most - (to - from));
  let start = from;
  while (start > 0 && from - start < spare / 2 && !'。！？；，：'.includes(flat[start - 1]!)) start--;
  let end = to;
  while (end < flat.length && end - start < most && !'。！？；，：'.includes(flat[end]!)) end++;
  return { from: start, to: end };
}
