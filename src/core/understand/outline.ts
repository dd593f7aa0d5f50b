// Finds the six parts of a report and the numbered headings below them.
import { SECTIONS } from '../form/shared-tables.ts';
import { editDistance, labelCore, likeness, squeeze } from '../form/label.ts';
import type { Block, Position } from '../model/document.ts';
import type { Section, SubHeading } from '../model/report.ts';
import type { SectionKey } from '../model/vocabulary.ts';

const CHINESE_DIGITS = '一二三四五六七八九十';

/** 一 → 1, 十二 → 12, 二十 → 20; null for anything else. */
function chineseOrdinal(text: string): number | null {
  if (!/^[一二三四五六七八九十]{1,3}$/.test(text)) return null;
  const at = text.indexOf('十');
  const digit = (each: string): number => CHINESE_DIGITS.indexOf(each) + 1;
  if (at < 0) return text.length === 1 ? digit(text) : null;
  const tens = at === 0 ? 1 : digit(text.slice(0, at));
  const ones = at === text.length - 1 ? 0 : digit(text.slice(at + 1));
  return tens * 10 + ones;
}

const TOP = /^(?:第?([一二三四五六七八九十]{1,3})(?:部分)?[、.．，,：:]?|(\d{1,2})[、.．])\s*/;
const STRICT_TOP = /^(?:第[一二三四五六七八九十]{1,2}部分[、：:\s]*|[一二三四五六七八九十]{1,3}[、.．，,：:])/;

/** （一） and (1) number headings below a part, never a part. */
const LOWER = /^\(\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*\)/;

const BRACKETED = /^\(\s*([一二三四五六]|[1-6])\s*\)\s*/;

const NUMBERED = /^[第一二三四五六七八九十\d０-９]/;

interface Heading {
  readonly block: number;
  readonly key: SectionKey | null;
  readonly ordinal: number | null;
  readonly title: string;
  readonly match: Section['match'];
  /** Characters of the block the heading takes; the rest of the block is text. */
  readonly length: number;
}

interface Variant {
  readonly key: SectionKey;
  readonly core: string;
  readonly official: boolean;
  /** The words at the head of a line with text behind them. */
  readonly runIn: RegExp;
}

const VARIANTS: readonly Variant[] = SECTIONS.flatMap(({ key, title, variants }) =>
  variants.map((text) => {
    const core = labelCore(text);
    return { key, core, official: core === labelCore(title), runIn: new RegExp(`^${[...core].join('[\\s、，,]*')}[。：:\\s]`) };
  }),
);

/** Words that make a heading a candidate for a part even where it is worded differently. */
const KEYWORDS: Readonly<Record<SectionKey, RegExp>> = {
  s1: /总体|基本情况|概述|概况/,
  s2: /主动公开/,
  s3: /申请/,
  s4: /复议|诉讼/,
  s5: /问题|不足|改进/,
  s6: /其他|需要报告|需要说明/,
};

const ordinalOf = (key: SectionKey): number => Number(key.slice(1));

/** What part a line announces; null if it is no heading of a part. `previous`: ordinal of the part before. */
function headingOf(block: Block, index: number, previous: number): Heading | null {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return null;
  const text = block.text.trim();
  // Running text does not begin with a number, and a heading without one is short.
  if (text === '' || text.length > 400 || (text.length > 100 && !NUMBERED.test(text))) return null;
  const flat = text.normalize('NFKC').trim();
  if (LOWER.test(flat)) return null;
  const numbered = TOP.exec(flat);
  const ordinal = numbered ? (numbered[1] ? chineseOrdinal(numbered[1]) : Number(numbered[2])) : null;
  const printed = numbered && ordinal !== null ? flat.slice(numbered[0].length) : flat;
  const core = labelCore(printed);
  for (const variant of VARIANTS) {
    if (core === variant.core) {
      return {
        block: index,
        key: variant.key,
        ordinal,
        title: text,
        match: variant.official ? 'official' : 'variant',
        length: block.text.length,
      };
    }
  }
  const runIn = runInHeading(block.text, printed, flat, ordinal, index);
  if (runIn) return runIn;
  if (ordinal === null || !STRICT_TOP.test(squeeze(flat)) || core.length > 30 || /[。；;！？]$/.test(flat)) return null;
  for (const { key, title } of SECTIONS) {
    if (!KEYWORDS[key].test(core)) continue;
    const score = Math.max(...VARIANTS.filter((each) => each.key === key).map((each) => likeness(core, each.core)));
    const inPlace = ordinal === ordinalOf(key) && ordinal > previous;
    const next = inPlace && ordinal === previous + 1 && core.length <= 20;
    const near = editDistance(core, labelCore(title), 4) <= 2;
    if (near || next || score >= 0.75 || (inPlace && score >= 0.3))
      return { block: index, key, ordinal, title: text, match: 'similar', length: block.text.length };
  }
  if (ordinal === previous + 1 && previous >= 6)
    return { block: index, key: null, ordinal, title: text, match: 'none', length: block.text.length };
  return null;
}

/** A heading with text behind it in the same paragraph: 「一、总体情况。2021年……」, only with a number and the exact words. */
function runInHeading(raw: string, printed: string, flat: string, ordinal: number | null, index: number): Heading | null {
  if (ordinal === null || !STRICT_TOP.test(squeeze(flat))) return null;
  for (const variant of VARIANTS) {
    const match = variant.runIn.exec(printed);
    if (!match) continue;
    if (listsParts(printed.slice(match[0].length))) return null;
    const head = flat.length - printed.length + match[0].length;
    const title = raw
      .slice(0, head)
      .replace(/[。：:\s]+$/, '')
      .trim();
    return {
      block: index,
      key: variant.key,
      ordinal,
      title,
      match: variant.official ? 'official' : 'variant',
      length: Math.min(head, raw.length),
    };
  }
  return null;
}

/** What follows the first heading is the next ones: 「一、总体情况 二、主动公开政府信息情况 三、……」, links to the parts in one line. */
function listsParts(rest: string): boolean {
  if (!STRICT_TOP.test(squeeze(rest))) return false;
  const words = labelCore(rest);
  const next = VARIANTS.filter(({ key, core }) => words.startsWith(core) || words.includes(`${CHINESE_DIGITS[ordinalOf(key) - 1]}${core}`));
  return new Set(next.map(({ key }) => key)).size >= 3;
}

/** Fewer parts than this found in the usual way, and so many at least in the other, make the other way the report's own. */
const ENOUGH = 4;

/**
 * Some number the six parts （一） to （六）. Only a whole set of them is believed: exact words, each with the number of its part,
 * in rising order; a single （一）主动公开政府信息情况 is a usual heading below part one.
 */
function bracketedHeadings(blocks: readonly Block[]): Heading[] {
  const headings: Heading[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return;
    const text = block.text.trim();
    if (text.length > 60) return;
    const flat = text.normalize('NFKC');
    const number = BRACKETED.exec(flat);
    const ordinal = number ? (chineseOrdinal(number[1]!) ?? Number(number[1])) : null;
    if (!number || ordinal === null) return;
    const core = labelCore(flat.slice(number[0].length));
    const variant = VARIANTS.find((each) => each.core === core && ordinalOf(each.key) === ordinal);
    if (!variant) return;
    headings.push({
      block: index,
      key: variant.key,
      ordinal,
      title: text,
      match: variant.official ? 'official' : 'variant',
      length: block.text.length,
    });
  });
  return new Set(headings.map((heading) => heading.key)).size >= ENOUGH ? headings : [];
}

/** Headings in a row with nothing between them are a table of contents if each of them stands elsewhere too. */
function withoutContents(headings: readonly Heading[]): Heading[] {
  const dropped = new Set<Heading>();
  let run: Heading[] = [];
  const close = (): void => {
    if (run.length < 4) {
      run = [];
      return;
    }
    const outside = headings.filter((other) => other.block < run[0]!.block || other.block > run[run.length - 1]!.block);
    const again = run.every((each) => outside.some((other) => other.key === each.key));
    if (again) for (const each of run) dropped.add(each);
    run = [];
  };
  for (const heading of headings) {
    const last = run[run.length - 1];
    // Blank lines make no blocks: a list 一…六 may be followed at once by the real 一, where the order falls back.
    const falls = last !== undefined && (heading.ordinal ?? 0) <= (last.ordinal ?? 0);
    if (last && (heading.block !== last.block + 1 || falls)) close();
    run.push(heading);
  }
  close();
  return headings.filter((heading) => !dropped.has(heading));
}

const SUBS: readonly { readonly level: SubHeading['level']; readonly pattern: RegExp }[] = [
  { level: 2, pattern: /^[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)]/ },
  { level: 4, pattern: /^[（(]\s*(\d{1,2})\s*[）)]/ },
  { level: 3, pattern: /^(\d{1,2})[、.．](?!\d)/ },
  { level: 1, pattern: /^([一二三四五六七八九十]{1,3})[、.．]/ },
];

function subHeadingsOf(blocks: readonly Block[], from: number, to: number, skip: number): SubHeading[] {
  const subs: SubHeading[] = [];
  for (let index = from; index < to; index++) {
    const block = blocks[index]!;
    if (index === skip || (block.kind !== 'heading' && block.kind !== 'paragraph')) continue;
    const lead = block.text.length - block.text.trimStart().length;
    const text = block.text.trim();
    for (const { level, pattern } of SUBS) {
      const match = pattern.exec(text);
      if (!match) continue;
      const ordinal = level === 1 || level === 2 ? chineseOrdinal(match[1]!) : Number(match[1]);
      if (ordinal === null) break;
      const stop = text.search(/[。：:；;]/);
      const end = stop < 0 ? text.length : stop + 1;
      const at: Position = {
        block: index,
        from: lead,
        to: lead + Math.min(end, text.length),
        ...(block.line === undefined ? {} : { line: block.line }),
      };
      subs.push({ level, ordinal, numeral: match[0], text: text.slice(0, end), at });
      break;
    }
  }
  return subs;
}

/** Parts of a report in the order they stand; a part runs to the next heading of a part. */
export function findSections(blocks: readonly Block[]): readonly Section[] {
  let previous = 0;
  const headings: Heading[] = [];
  blocks.forEach((block, index) => {
    const heading = headingOf(block, index, previous);
    if (!heading) return;
    headings.push(heading);
    if (heading.key) previous = ordinalOf(heading.key);
    else if (heading.ordinal) previous = heading.ordinal;
  });
  const usual = new Set(headings.flatMap((heading) => heading.key ?? []));
  const bracketed = usual.size < ENOUGH ? bracketedHeadings(blocks) : [];
  const all =
    bracketed.length > 0 ? [...headings.filter((each) => each.key !== null), ...bracketed].sort((a, b) => a.block - b.block) : headings;
  const kept = withoutContents(all);
  return kept.map((heading, index) => {
    const block = blocks[heading.block]!;
    const to = kept[index + 1]?.block ?? blocks.length;
    const runIn = heading.length < (block.kind === 'table' ? 0 : block.text.length);
    return {
      key: heading.key,
      ordinal: heading.ordinal,
      title: heading.title,
      match: heading.match,
      at: { block: heading.block, from: 0, to: heading.length, ...(block.line === undefined ? {} : { line: block.line }) },
      from: heading.block,
      to,
      subHeadings: subHeadingsOf(blocks, heading.block, to, runIn ? -1 : heading.block),
    };
  });
}
