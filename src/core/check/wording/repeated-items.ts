// A list that names the same thing twice: 机构职能、政策法规、工作动态、政策法规. Knows marks and shapes, no words of the field.

export interface RepeatedItem {
  /** The later of the two. */
  readonly from: number;
  readonly to: number;
  /** The earlier one. */
  readonly first: number;
  readonly name: string;
}

/** What ends a list: each side of it is a list of its own. */
const ENDS = /[。；，：！？（）]/g;
const NAME = /^[\u4e00-\u9fff]{3,12}$/;
/** People and things without a name, kinds of which there are several. */
const NAMELESS = /某|其他|其它|相关|有关/;
/** What leads into a list: its first item begins behind it. */
const LEAD = /(?:包括|包含|涵盖|涉及|设有|设置|开设|公开|发布|公布|更新|梳理|完善|内容为|类别为|分为|有|了|为|含|如|即)$/;
/** What follows the last item. */
const TAIL = /(?:等|共计|\d).*$/;

interface Item {
  readonly from: number;
  readonly name: string;
}

/** Items that stand twice in one list, each named once. Neighbours are left to the search for doubled stretches. */
export function repeatedItemsIn(flat: string): RepeatedItem[] {
  const found: RepeatedItem[] = [];
  if (!flat.includes('、')) return found;
  let from = 0;
  ENDS.lastIndex = 0;
  for (let match = ENDS.exec(flat); from < flat.length; match = match && ENDS.exec(flat)) {
    const to = match ? match.index : flat.length;
    const items = itemsOf(flat, from, to);
    const seen = new Map<string, number>();
    items.forEach(({ name, from: at }, index) => {
      const earlier = seen.get(name);
      if (earlier === undefined) {
        // The first item has words before it that are none of its own.
        if (index > 1 && opensWith(items[0]!.name, name) && !alike(items, 0, index))
          found.push({ from: at, to: at + name.length, first: items[0]!.from + items[0]!.name.length - name.length, name });
        if (NAME.test(name) && !NAMELESS.test(name)) seen.set(name, index);
        return;
      }
      if (index - earlier > 1 && !alike(items, earlier, index))
        found.push({ from: at, to: at + name.length, first: items[earlier]!.from, name });
    });
    from = to + 1;
    if (!match) break;
  }
  return found;
}

/** 组织机构6条，工作动态70条，通知公告41条，组织机构2条: a list of counts in one breath. */
const COUNTED = /([，；、：])([\u4e00-\u9fff]{4,14})(\d+)(条|篇|件|项|个|份)(?=[，；、。）]|$)/g;
/** What is told as a deed is no name; what is the rest of others is none either. */
const DEED = /公开|发布|推送|更新|收到|受理|办理|办结|答复|转发|制作|印发|开展|举办|召开|累计|共计|公示|网站|微信|微博|公众号|平台/;
const FEWEST_COUNTED = 4;
/** Longer lists are looked at in pieces. */
const MOST_COUNTED = 60;

/** Names that have two numbers in one list of counts, all of one unit and between the same marks. */
export function repeatedCountsIn(flat: string): RepeatedItem[] {
  const found: RepeatedItem[] = [];
  let list: { readonly from: number; readonly name: string }[] = [];
  let end = -1;
  let unit = '';
  let mark = '';
  COUNTED.lastIndex = 0;
  for (let match = COUNTED.exec(flat); match !== null; match = COUNTED.exec(flat)) {
    const [all, before, name] = [match[0], match[1]!, match[2]!];
    // The first item stands behind a colon or 其中.
    const goesOn = match.index === end && match[4] === unit && (list.length === 1 || before === mark) && before !== '：';
    if (!goesOn || list.length === MOST_COUNTED) list = [];
    unit = match[4]!;
    if (list.length === 1) mark = before;
    const earlier = list.find((item) => item.name === name);
    if (!earlier) list.push({ from: match.index + 1, name });
    else if (list.length >= FEWEST_COUNTED - 1 && list[list.length - 1] !== earlier && !DEED.test(name) && !NAMELESS.test(name)) {
      found.push({ from: match.index + 1, to: match.index + 1 + name.length, first: earlier.from, name });
    }
    end = match.index + all.length;
  }
  return found;
}

/** The items between two ends, where there are at least three of them. */
function itemsOf(flat: string, from: number, to: number): Item[] {
  const items: Item[] = [];
  let at = from;
  for (const piece of flat.slice(from, to).split('、')) {
    items.push({ from: at, name: piece });
    at += piece.length + 1;
  }
  if (items.length < 3) return [];
  const last = items.pop()!;
  // 工作动态和政策法规等: two more, without what follows.
  let start = last.from;
  for (const piece of last.name.replace(TAIL, '').split(/[和及与]/)) {
    items.push({ from: start, name: piece });
    start += piece.length + 1;
  }
  return items;
}

function opensWith(first: string, name: string): boolean {
  return NAME.test(name) && !NAMELESS.test(name) && first.endsWith(name) && LEAD.test(first.slice(0, -name.length));
}

/** 县级政策、工作动态、乡级政策、工作动态: the things before or behind the two are alike, so they belong to different ones. */
function alike(items: readonly Item[], first: number, second: number): boolean {
  return [-1, 1].some((step) => {
    const [one, other] = [items[first + step]?.name, items[second + step]?.name];
    if (one === undefined || other === undefined || one.length < 2 || other.length < 2) return false;
    return one.slice(-2) === other.slice(-2) || one.slice(0, 2) === other.slice(0, 2);
  });
}
