// Finds units in front of which a number is missing, and dates without month or day. Looks at every character once; what is a word of its own
// is no unit.
import type { Position } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';

/** A unit with no number before it. */
export interface MissingNumber {
  readonly at: Position;
  readonly quote: string;
  readonly unit: string;
}

const UNITS = '件条篇次期份';
/** By the code of the character, since every one of a report is asked for. */
const IS_UNIT = new Uint8Array(0x10000);
for (const unit of UNITS) IS_UNIT[unit.charCodeAt(0)] = 1;
/** Characters that make a word with the unit behind them: 文件, 头条, 本次. */
const WORDS: Readonly<Record<string, string>> = {
  件: '理请公复受文条案事附邮信稿证软硬来办零部物函急密快备配构组批要原逐每该此多几数件复抄元插组课',
  条: '法逐头词链线教苗身一几数每本该上信便欠发面枝油金白粉荤下多前后各首两单萝薯纸布皮铁石藤鱼横',
  篇: '一每本该全首长短上下开多几数各整诗连',
  次: '一每本该多几数各层依首再初逐历屡人场批频档梯渐主其两此上下这那数席名座班车轮位造不',
  期: '一每本该多几数各上下定日学长短近中前后工分如到按逾限时周假任初同早晚超延过预首两远汛疫任保旺淡孕青暑寒往近末刑缓',
  份: '一每本该多几数各月年身省股成备县全首两',
};
/** What is counted by a unit and makes no word with it: 公开信息条. */
const NOUNS: Readonly<Record<string, RegExp>> = {
  条: /(?:信息|公告|动态|公示|要闻|政策|采纳|转发|推送|更新)$/,
  篇: /(?:刊发|采用|解读|文章|稿件|新闻)$/,
  次: /(?:召开|举办|培训|会议|检查|督查|座谈会|发布会|专题会|推进会)$/,
  期: /(?:编发|刊发|简报|公报|培训|培训班)$/,
  份: /(?:问卷|资料|手册|公报|发放|印发)$/,
};
const LEADS = /(?:共|共计|合计|累计|总计|一共|计)$/;
const END = /[，,。；;、）)]/;
/** Blanks that a form leaves for a number; white space alone must be at least one character. */
const GAP = /[\s\u3000\u00a0_＿×X＊*]/;

/** 2023年  月  日, 2023年12月__日: blanks of a form; 年月日 without any is a word. */
const NO_DATE =
  /20\d\d年(?:[ \u3000\u00a0_＿]{1,8}月[ \u3000\u00a0_＿]{1,8}|[ \u3000\u00a0]?\d{1,2}[ \u3000\u00a0]?月[ \u3000\u00a0_＿]{1,8})日/;

/** More than these are no slips but a form that was never filled in; the first ones say so. */
const MOST = 50;
/** Characters on either side in which a neighbouring item of a list is looked for. */
const NEIGHBOUR = 60;

/** Every unit without its number, in reading order; tables and title are not looked at. */
export function findMissingNumbers(report: Report, statements: readonly Statement[]): readonly MissingNumber[] {
  const units = new Map<number, Set<string>>();
  for (const { at, unit, kind } of statements) {
    if (kind === 'count') units.set(at.block, (units.get(at.block) ?? new Set()).add(unit));
  }
  const found: MissingNumber[] = [];
  report.blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' || found.length >= MOST) return;
    const { text } = block;
    const spaced = isSpaced(text);
    const date = spaced || !text.includes('月') ? null : NO_DATE.exec(text);
    if (date) {
      const to = date.index + date[0].length;
      const line = block.line === undefined ? {} : { line: block.line };
      found.push({
        at: { block: index, ...line, from: date.index, to },
        quote: date[0].trim(),
        unit: /年\s*[_＿]*\s*月/.test(date[0]) ? '月' : '日',
      });
    }
    for (let at = 1; at < text.length && found.length < MOST; at++) {
      if (!IS_UNIT[text.charCodeAt(at)]) continue;
      const unit = text[at]!;
      if (!(at + 1 < text.length && END.test(text[at + 1]!))) continue;
      let before = at - 1;
      while (before >= 0 && at - before <= 20 && GAP.test(text[before]!)) before--;
      const gap = at - 1 - before;
      const previous = text[before] ?? '';
      if (!/[\u4e00-\u9fff：:]/.test(previous) || '一二三四五六七八九十百千万两零〇余多几数若半'.includes(previous)) continue;
      if (previous === '干' && text[before - 1] === '若') continue;
      const drawn = /[_＿×]/.test(text.slice(before + 1, at));
      const word = WORDS[unit]!.includes(previous);
      const lead = LEADS.test(text.slice(Math.max(0, before - 1), before + 1));
      const beside = units.get(index)?.has(unit) ?? false;
      const sure =
        drawn ||
        (gap > 0 && !spaced && !word) ||
        // 申请  件: two blanks make no word.
        (gap > 1 && !spaced && !'文条附'.includes(previous)) ||
        (gap === 0 && NOUNS[unit]?.test(text.slice(Math.max(0, before - 3), before + 1))) ||
        (lead && !word && gap === 0) ||
        (gap === 0 && beside && !word && enumerates(text, at, unit));
      if (!sure) continue;
      const from = clauseStart(text, before);
      found.push({
        at: { block: index, ...(block.line === undefined ? {} : { line: block.line }), from, to: at + 1 },
        quote: text.slice(from, at + 1).trim(),
        unit,
      });
    }
  });
  return found;
}

/** Is the same unit, with a number, in the clause right before or behind? A word that happens to end so has no such neighbours. */
function enumerates(text: string, at: number, unit: string): boolean {
  const number = (piece: string): boolean => new RegExp(`\\d${unit}$`).test(piece.trim());
  const left = text.slice(Math.max(0, at - NEIGHBOUR), at + 1).split(/[，,。；;、]/);
  const right = text.slice(at + 2, at + NEIGHBOUR).split(/[，,。；;、]/);
  return number(left[left.length - 2] ?? '') && number(right[0] ?? '');
}

/** Text copied with a space between all characters. */
function isSpaced(text: string): boolean {
  let gaps = 0;
  let characters = 0;
  if (text.length === 0) return false;
  let blank = isSpace(text.charCodeAt(0));
  for (let at = 1; at < text.length; at++) {
    const before = blank;
    blank = isSpace(text.charCodeAt(at));
    if (!blank) characters++;
    else if (!before) gaps++;
  }
  return characters > 0 && gaps > characters / 4;
}

/** White space; words and digits are settled first. */
function isSpace(code: number): boolean {
  return (code < 0x30 || (code > 0x39 && code < 0x4e00) || code > 0x9fff) && /\s/.test(String.fromCharCode(code));
}

function clauseStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < 24 && !END.test(text[start - 1]!)) start--;
  return start;
}
