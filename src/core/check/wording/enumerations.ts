// 一是…二是…, 第一，第二，, 首先…其次…, ①②, （1）（2）: the marks of lists inside running text, and which list each belongs to.
import type { Passage, Span } from '../text/running-text.ts';

/** A mark of a list where it stands. */
export interface Item extends Span {
  readonly passage: Passage;
  readonly style: Style;
  readonly number: number;
  /** Index of the passage among those given. */
  readonly index: number;
  /** Where the words of the item end: at the next mark of the passage, or its end. */
  readonly end: number;
}

type Style = '是' | '第' | '首先' | '①' | '（1）' | '1）';

/** A list as it was counted. */
export interface List {
  readonly items: Item[];
  readonly style: Style;
}

/** A mark whose number does not follow from the ones before it. */
export interface Fault {
  readonly kind: 'repeated' | 'skipped' | 'backwards' | 'restarted' | 'headless';
  readonly item: Item;
  readonly previous: Item | null;
  readonly expected: number;
}

const NUMERALS = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫';
/** What may stand before a mark: the beginning, or a pause. */
const BEFORE = '。；，：、！？）”》—';
/** Before 一是 these make another word of it: 统一是, 之一是. */
const NO_FIRST = '统之唯第其单专同归万如划不';
/** In this order; 最后 may come third or fourth, so it is no mark. */
const ORDER = ['首先', '其次', '再次'];

const MARK =
  /(?<heading>[一二三四五六七八九]|十[一二三四五]?)是(?!一[，。；、]|二[，。；、]|否|非)|第(?<ordinal>[一二三四五六七八九]|十[一二三四五]?)[，、：]|(?<order>首先|其次|再次)(?=[，、：是要])|(?<circled>[①②③④⑤⑥⑦⑧⑨⑩⑪⑫])|（(?<bracketed>\d{1,2})）/g;

/** All marks of lists in some passages, in their order. */
export function itemsOf(passages: readonly Passage[]): Item[] {
  const items: Item[] = [];
  passages.forEach((passage, index) => {
    const { flat } = passage;
    const first = items.length;
    let unpaused: Item | null = null;
    MARK.lastIndex = 0;
    for (let match = MARK.exec(flat); match !== null; match = MARK.exec(flat)) {
      const { heading, ordinal, order, circled, bracketed } = match.groups!;
      const from = match.index;
      // 《…》第（一）项 and words of titles are no lists; （5） at the head of a paragraph is a heading, which another rule counts.
      if (passage.quoting[from]! & 1 || (bracketed !== undefined && from === 0)) continue;
      const style: Style = heading ? '是' : ordinal ? '第' : order ? '首先' : circled ? '①' : '（1）';
      const number = heading
        ? numberOf(heading)
        : ordinal
          ? numberOf(ordinal)
          : order
            ? ORDER.indexOf(order) + 1
            : circled
              ? CIRCLED.indexOf(circled) + 1
              : Number(bracketed);
      const item = { passage, style, number, index, from, to: from + match[0].length, end: flat.length };
      if (circled === undefined && from > 0 && !BEFORE.includes(flat[from - 1]!)) {
        if (heading === '一' && !NO_FIRST.includes(flat[from - 1]!)) unpaused = item;
        continue;
      }
      // 采取以下措施一是…；二是…: the colon was forgotten, the first item is there.
      if (style === '是' && number === 2 && unpaused && !items.slice(first).some((each) => each.style === '是')) items.push(unpaused);
      items.push(item);
    }
    for (let each = first; each + 1 < items.length; each++) items[each] = { ...items[each]!, end: items[each + 1]!.from };
  });
  return items;
}

function numberOf(numeral: string): number {
  if (numeral.length === 2) return 10 + NUMERALS.indexOf(numeral[1]!) + 1;
  return NUMERALS.indexOf(numeral) + 1;
}

/**
 * Sorts marks into lists. A mark goes on with the innermost list that waits for its number; 一 opens a new one inside. What fits
 * nowhere is a fault.
 */
export function listsOf(items: readonly Item[]): { readonly lists: readonly List[]; readonly faults: readonly Fault[] } {
  const lists: List[] = [];
  const faults: Fault[] = [];
  const open = new Map<Style, List[]>();
  for (const [position, item] of items.entries()) {
    const stack = open.get(item.style) ?? [];
    open.set(item.style, stack);
    if (item.number === 1) {
      const top = stack[stack.length - 1];
      const last = top?.items[top.items.length - 1];
      // 一是 twice in one paragraph with nothing else between: the second was to be 二是.
      if (top && last && top.items.length === 1 && last.index === item.index && isSecond(items, position)) {
        faults.push({ kind: 'restarted', item, previous: last, expected: 2 });
      }
      const list = { items: [item], style: item.style };
      lists.push(list);
      stack.push(list);
      // No one nests deeper; a bound keeps the work in step with the length.
      if (stack.length > 8) stack.shift();
      continue;
    }
    let depth = stack.length - 1;
    while (depth >= 0 && lastOf(stack[depth]!).number !== item.number - 1) depth--;
    if (depth >= 0) {
      stack.length = depth + 1;
      stack[depth]!.items.push(item);
      continue;
    }
    const top = stack[stack.length - 1];
    if (!top) {
      faults.push({ kind: 'headless', item, previous: null, expected: 1 });
      const list = { items: [item], style: item.style };
      lists.push(list);
      stack.push(list);
      continue;
    }
    const previous = lastOf(top);
    const kind = item.number === previous.number ? 'repeated' : item.number > previous.number ? 'skipped' : 'backwards';
    faults.push({ kind, item, previous, expected: previous.number + 1 });
    // 一是, 三是, 三是: the one in the middle was to be 二是, and the next goes on from there.
    const doubled = kind === 'skipped' && item.number === previous.number + 2 && nextOf(items, position)?.number === item.number;
    // Else counting goes on from what is printed, so that one slip is one fault; after a repeated number the next is the one after.
    top.items.push(doubled ? { ...item, number: previous.number + 1 } : item);
  }
  return { lists, faults };
}

/** The next mark of the same style. */
function nextOf(items: readonly Item[], position: number): Item | undefined {
  return items.slice(position + 1, position + 4).find(({ style }) => style === items[position]!.style);
}

/** A second 一是 in a paragraph: a list of its own if 二是 follows, else it was to be 二是. */
function isSecond(items: readonly Item[], position: number): boolean {
  const item = items[position]!;
  const next = nextOf(items, position);
  return next === undefined || next.index !== item.index || next.number !== 2;
}

function lastOf(list: List): Item {
  return list.items[list.items.length - 1]!;
}
