// Quotes, title marks and brackets that do not pair, and a title inside a title that needs 〈〉.
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { around, isOfSite, passagesOf } from '../../text/running-text.ts';
import type { Passage, Span } from '../../text/running-text.ts';
import { groupBy, isAccepted, matches, quoteOf, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const OPENERS = '“《（〔【';
const CLOSERS = '”》）〕】';
/** What a lone mark lacks is its other half. */
const NAMES = ['引号', '书名号', '括号', '六角括号', '方头括号'];
const MOST = 100;
/** Characters of a quotation that begins with its clause. */
const LONGEST_QUOTE = 44;

const written = (...lines: string[]) => specimen({ text: { s6: lines } });

/** Rules made by the state whose names keep their marks inside the title of the notice that issues them. */
const INNER =
  /《[^《》〈〉“”]{0,30}(?:关于)?(?:印发|发布|转发|贯彻落实|贯彻|施行|实施)((?:中华人民共和国)?(?:政府信息公开信息处理费管理办法|政府信息公开工作年度报告格式|政府信息公开条例|重大行政决策程序暂行条例|优化营商环境条例))的[^《》〈〉“”]{0,10}(?:通知|意见|公告|函)》/g;

export default defineRule({
  id: 'W-QUOTE',
  title: '引号书名号问题',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 15834—2011《标点符号用法》4.8、4.9、4.15（参照）。',
  why: '引号、书名号、括号要成对；书名号里面再用书名号时，里面一层用单书名号。',
  remedy: '补上缺少的一半；里层改用〈〉。',
  falseAlarms: '转换格式时可能丢失半个标点；序号“1）”的括号不计。',
  examples: () => ({
    passes: [
      { title: '成对', report: written('按照《政府信息公开条例》（以下简称《条例》）的“五公开”要求办理。') },
      { title: '里层用单书名号', report: written('依据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》执行。') },
      { title: '网页自带的字号', report: specimen({ preamble: ['来源：云溪县水利局 【字号', '本报告依据条例编写。'] }) },
      { title: '文号用半角括号', report: written('依据云政办发(2023)12号文件办理。') },
      { title: '序号后的半个括号', report: written('1）没有收费；2）没有其他事项。') },
      { title: '引文跨段', report: written('公告内容为：“一律公开。', '按时更新。”以上均已落实。') },
    ],
    fails: [
      { title: '书名号缺一半', report: written('按照《政府信息公开条例的要求办理。') },
      { title: '多出半个引号', report: written('做到应公开尽公开”的要求。') },
      { title: '括号不配对', report: written('按照条例（国务院令第711号的规定办理。') },
      { title: '书名号套书名号', report: written('依据《关于印发《年度报告格式》的通知》编写。') },
      { title: '里层没有单书名号', report: written('依据《国务院办公厅关于印发政府信息公开信息处理费管理办法的通知》执行。') },
    ],
  }),
  *check(context) {
    const lone: (Spot & { readonly sign: string })[] = [];
    const nested: Spot[] = [];
    for (const passage of passagesOf(context.report)) {
      if (lone.length > MOST) break;
      if (isOfSite(passage)) continue;
      const found = unpaired(passage);
      lone.push(...found.lone);
      nested.push(...found.nested);
    }
    const halves = acrossPassages(lone).filter((spot) => !isAccepted(context, spot));
    for (const group of groupBy(halves, (spot) => `${spot.passage.part ?? ''}-${spot.sign}`)) {
      const { passage, from, to, sign } = group[0]!;
      const near = around(passage, from, to, 24);
      const { quote, cut } = fromClause(passage, near, from);
      yield {
        // The place is named by fewer words than are shown.
        ...spotted(context, group, `${passage.part ?? ''}-${sign}-${quoteOf({ passage, ...near })}`),
        quote,
        // In corner marks: the quotation holds a quotation mark too many or too few.
        message: `「${cut ? '……' : ''}${quote}」${lackOf(sign)}${times(group.length)}。`,
      };
    }
    for (const spot of nested) {
      if (!isAccepted(context, spot))
        yield { ...spotted(context, [spot]), message: `书名号内又用书名号，里面一层应为〈〉：“${quoteOf(spot)}”。` };
    }
    for (const { passage, from, to, match } of matches(context, INNER)) {
      const spot = { passage, from, to };
      if (isAccepted(context, spot)) continue;
      yield { ...spotted(context, [spot]), message: `书名号内引用的文件名应加单书名号：“〈${match[1]}〉”。` };
    }
  },
});

/** The same words from where their clause begins, if that is near; else from the first item of a list, else they are `cut`. */
function fromClause(passage: Passage, { from, to }: Span, sign: number): { readonly quote: string; readonly cut: boolean } {
  const { flat } = passage;
  let start = from;
  while (start > 0 && to - start < LONGEST_QUOTE && !'。！？；，：'.includes(flat[start - 1]!)) start--;
  if (start === 0 || '。！？；，：'.includes(flat[start - 1]!)) return { quote: quoteOf({ passage, from: start, to }), cut: false };
  const item = flat.indexOf('、', from) + 1;
  const listed = item > 0 && item <= sign;
  return { quote: quoteOf({ passage, from: listed ? item : from, to }), cut: !listed };
}

/** 缺少前引号 for ”, 缺少后括号 for （. */
function lackOf(sign: string): string {
  const opens = OPENERS.indexOf(sign);
  return `缺少${opens < 0 ? '前' : '后'}${NAMES[opens < 0 ? CLOSERS.indexOf(sign) : opens]}`;
}

/** Marks of a passage that find no partner, and titles inside titles. */
function unpaired(passage: Passage): { lone: (Spot & { sign: string })[]; nested: Spot[] } {
  const { flat } = passage;
  const lone: (Spot & { sign: string })[] = [];
  const nested: Spot[] = [];
  const open: { readonly kind: number; readonly at: number }[] = [];
  for (let index = 0; index < flat.length && lone.length + nested.length < MOST; index++) {
    const code = flat.charCodeAt(index);
    // Most characters are words.
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    const sign = flat[index]!;
    const opens = OPENERS.indexOf(sign);
    if (opens >= 0) {
      open.push({ kind: opens, at: index });
      continue;
    }
    const closes = CLOSERS.indexOf(sign);
    if (closes < 0) continue;
    const top = open[open.length - 1];
    if (top?.kind === closes) {
      open.pop();
      const outer = open[open.length - 1];
      // 《…《…》…》, and what lies between is one title, not two with a mark lost.
      if (closes === 1 && outer?.kind === 1 && nested.length < MOST) {
        const end = flat.indexOf('》', index + 1);
        if (end > 0 && end - outer.at < 80 && !flat.slice(index + 1, end).includes('《'))
          nested.push({ passage, from: outer.at, to: end + 1 });
      }
      continue;
    }
    if (closes === 2 && /[0-9a-zA-Z一二三四五六七八九十]/.test(flat[index - 1] ?? '') && isNumbering(flat, index)) continue;
    // One that was opened further out: the inner ones are lone.
    let depth = open.length - 1;
    while (depth >= 0 && depth > open.length - 5 && open[depth]!.kind !== closes) depth--;
    if (depth >= 0 && open[depth]?.kind === closes) {
      for (const { kind, at } of open.splice(depth))
        if (kind !== closes) lone.push({ passage, from: at, to: at + 1, sign: OPENERS[kind]! });
    } else lone.push({ passage, from: index, to: index + 1, sign });
  }
  for (const { kind, at } of open.slice(0, MOST)) lone.push({ passage, from: at, to: at + 1, sign: OPENERS[kind]! });
  return { lone, nested };
}

/** 「1）」 at the beginning of a line or after a pause. */
function isNumbering(flat: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 3 && /[0-9a-zA-Z一二三四五六七八九十]/.test(flat[start - 1]!)) start--;
  return start === 0 || '。；，：、'.includes(flat[start - 1]!);
}

/** A mark opened in one paragraph and closed in a later one of the same part is a pair. */
function acrossPassages(lone: readonly (Spot & { readonly sign: string })[]): readonly (Spot & { readonly sign: string })[] {
  const paired = new Set<Spot>();
  for (const [position, spot] of lone.entries()) {
    const kind = OPENERS.indexOf(spot.sign);
    if (kind < 0 || paired.has(spot)) continue;
    const end = lone
      .slice(position + 1, position + 6)
      .find(
        (each) =>
          each.sign === CLOSERS[kind] &&
          each.passage !== spot.passage &&
          each.passage.section === spot.passage.section &&
          !paired.has(each),
      );
    if (!end) continue;
    paired.add(spot);
    paired.add(end);
  }
  return lone.filter((spot) => !paired.has(spot));
}
