// Small words that never stand side by side, each a sign that one of them wandered or was left over: 对并群众, 在并, 和并; and exact numbers with
// 余 or 多 behind them. Knows the words in which the characters meet rightly (比对并, 对并购, 调和并).
import { allMatches } from '../text/all-matches.ts';

export interface Clash {
  readonly from: number;
  readonly to: number;
  /** What is wrong, to be read behind the words themselves. */
  readonly fault: string;
  /** Many write so. */
  readonly mild: boolean;
}

const SMALL_WORDS = '两个虚词不能连用，请核对是否有字多余或错位';
const EXACT = '是准确的数字，不宜再加“余”“多”';

/** 68余条, 25396多人; 15余次 and 1.3万余人 are round. */
const EXACT_AND_MORE = /(?<![\d.])\d+[1-46-9][余多](?=[条件次篇份项期场个人])/g;

const ONLY_ONE = '前面只有一件，不宜用“均”';
/** 收到申请1件，均按时答复; of several things counted in one sentence 均 is said rightly. */
const ALL_OF_ONE = /[1一](?=(?:[件宗份起条次]|个申请)[^，。；、\d]{0,6}，均[已按予在依及能于得])(?<![\d.十百千万第每逐之唯统][1一])/g;
const LONGEST_COUNT = 3;
const COUNTS = /\d余?[件宗份起条次个人篇项]|[一两三四五六七八九十][件宗份起条次]|分别|各/;

/** Words that begin with 并: 并购, 并网, 并处. */
const NOT_AND = '(?![购网联行存轨发案处入列排肩举吞拢])';
/** Words that begin with 和, and names. */
const NOT_WITH = '(?![谐平睦解田布静林龙政顺硕声县])';
/** Words that end with 对: 应对, 比对, 针对. */
const NOT_TO = '(?<![应核校比针面相反绝派配敌不作查])';

/** Tried on 20 million characters of statutes, in which none was found. */
const CLASHES = new RegExp(
  [
    `${NOT_TO}对(?:并${NOT_AND}|和${NOT_WITH}|及(?![时格至其]))`,
    `(?<![存现所实潜内旨正])在并${NOT_AND}`,
    `(?<![调缓谐温平共饱柔中总])和并${NOT_AND}`,
    `(?<![以涉普触波遍提顾危])及并${NOT_AND}`,
  ].join('|'),
  'g',
);

/** All such meetings in a text. */
export function clashesIn(flat: string): Clash[] {
  const found: Clash[] = [];
  for (const { index, 0: words } of allMatches(CLASHES, flat)) {
    found.push({ from: index, to: index + words.length, fault: SMALL_WORDS, mild: false });
  }
  if (flat.includes('，均')) {
    for (const from of uncounted(flat, allMatches(ALL_OF_ONE, flat))) {
      const to = flat.indexOf('均', from) + 1;
      found.push({ from: to - 1, to, fault: ONLY_ONE, mild: true });
    }
  }
  for (const { index, 0: words } of allMatches(EXACT_AND_MORE, flat)) {
    found.push({ from: index, to: index + words.length + 1, fault: EXACT, mild: true });
  }
  return found;
}

/** Places of matches in front of which nothing is counted in their sentence. Every character is looked at once, however many matches there are. */
function uncounted(flat: string, matches: readonly RegExpExecArray[]): readonly number[] {
  const places: number[] = [];
  let at = 0;
  let sentence = 0;
  let tested = 0;
  let counted = false;
  for (const { index: from } of matches) {
    for (; at < from; at++) {
      if (flat[at] !== '。' && flat[at] !== '；') continue;
      sentence = at + 1;
      tested = sentence;
      counted = false;
    }
    // A count that was cut in two by the last match begins a little before it.
    counted ||= COUNTS.test(flat.slice(Math.max(sentence, tested - LONGEST_COUNT), from));
    tested = from;
    if (!counted) places.push(from);
  }
  return places;
}
