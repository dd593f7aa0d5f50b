// Folded text → tokens: numbers with their units, words of the dictionary, punctuation, years. One pass, nothing is looked at twice.
import { isDigit, readArabic, readChinese } from './numeral.ts';
import { mayBegin, wordAt } from './words.ts';
import type { Word } from './words.ts';

export interface NumberToken {
  readonly is: 'number';
  readonly from: number;
  /** Behind the unit. */
  readonly to: number;
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
  readonly writing: 'plain' | 'thousands' | 'chinese';
  readonly approximate: string | null;
  /** Second number of a range: 三至五件. */
  readonly range: boolean;
  /** 等 right behind it, or an item of which nobody knows how many: 300条、公告若干条. */
  readonly etc: boolean;
}

export type Token =
  | NumberToken
  | { readonly is: 'word'; readonly from: number; readonly to: number; readonly text: string; readonly word: Word }
  | { readonly is: 'year'; readonly from: number; readonly to: number; readonly year: number }
  /** stop 。！？ · comma , ; · dun 、 · colon : · open and close: brackets. */
  | { readonly is: 'stop' | 'comma' | 'dun' | 'colon' | 'open' | 'close'; readonly from: number; readonly to: number };

/** 公告若干条, 简报数期. */
const UNCOUNTED = /^[^,;、。0-9]{0,10}(?:若干|[数多])[条件篇次期份个项起场部]/;

/** Longest first. */
const UNITS =
  '万元 亿元 千元 元 件次 条次 篇次 项次 人次 户次 场次 批次 个百分点 百分点 件 条 篇 次 期 个 项 份 人 名 场 起 宗 例 部 种 类 户 家 处 本 册 张 幅 页 卷 批 则 封 台 套 % ‰ 班次 例次 段 集 组 支 块 辆 所 字'
    .split(' ')
    .sort((a, b) => b.length - a.length);
const unitsByFirst = new Map<string, string[]>();
for (const unit of UNITS) unitsByFirst.set(unit[0]!, [...(unitsByFirst.get(unit[0]!) ?? []), unit]);

/** What makes of a unit another word: 个工作日, 次性, 条例. */
const NOT_A_UNIT: Readonly<Record<string, readonly string[]>> = {
  个: [
    '工作日',
    '月',
    '小时',
    '自然日',
    '方面',
    '环节',
    '层面',
    '领域',
    '维度',
    '板块',
    '部分',
    '阶段',
    '百分',
    '年',
    '季度',
    '坚持',
    '确保',
    '一',
    '注重',
  ],
  例: ['外', '如', '行', '会'],
  条: ['例', '款', '规', '第', '龙', '件'],
  次: ['性', '日', '年', '月', '要'],
  部: ['门', '委', '分', '署', '级', '位', '队'],
  人: ['大', '民', '事', '员', '均', '社', '工', '才', '口', '群'],
  期: ['间', '限', '内', '满', '末', '初'],
  起: ['草', '来', '止', '至', '步', '到', '施', '诉', '实', '正', '公', '执'],
  场: ['所', '地'],
  本: ['级', '年', '机', '单', '市', '县', '区', '局', '着', '地', '辖', '部', '报', '级'],
  家: ['庭'],
  处: ['理', '罚', '置', '室', '分', '于'],
  项: ['目录', '规'],
  名: ['称', '义', '录', '单'],
  批: ['准', '复', '示', '办'],
  类: ['似'],
  所: ['有', '属', '列', '需', '述'],
  支: ['持', '部', '出'],
  组: ['织', '成', '长'],
  集: ['中', '体', '约'],
  块: ['链'],
  字: ['号'],
  份: ['额', '内', '起', '至'],
  台: ['账'],
  套: ['表'],
  页: ['面'],
  件: ['套'],
  元: ['旦', '月'],
};

const BEFORE: readonly string[] = ['大约', '约', '将近', '接近', '近', '超过', '超', '逾', '突破', '不到', '数', '几', '上'];
/** 预约, 附近: the last character of another word. */
const PART_OF_WORD: Readonly<Record<string, string>> = {
  约: '预签邀节条契公合特履违集制大简',
  近: '附最邻临靠将接就相新',
  超: '赶',
  数: '总条件次篇人份个项期岁多少半分级指倍基复',
  上: '以网线晚早会之基加',
  几: '',
};
/** Last characters of BEFORE: most numbers have none of them in front. */
const BEFORE_ENDS = '约近过超逾破到数几上';
/** Between number and unit, and behind the unit. */
const AFTER_NUMBER = '余多几';
const AFTER_UNIT = ['左右', '上下', '以上'];

/** A sentence that long is cut at its next comma, and one of twice the length anywhere: no person wrote it. */
const LONGEST_SENTENCE = 4000;

/** Tokens of the sentence that begins at `from`, up to its stop and with it, and where the next one begins. */
export function scanSentence(text: string, from: number): { readonly tokens: readonly Token[]; readonly to: number } {
  const tokens: Token[] = [];
  let ordinalEnd = -1;
  /** Unit of the last number that had it in front or in brackets, and where that number ends. */
  let bare: string | null = null;
  let bareTo = -1;
  let at = from;
  const end = Math.min(text.length, from + 2 * LONGEST_SENTENCE);
  while (at < end) {
    const kind = KINDS[text.charCodeAt(at)]!;
    if (kind === 0) {
      at++;
      continue;
    }
    const char = text[at]!;
    const mark = kind & MARK ? markOf(char, text, at) : null;
    if (mark) {
      tokens.push({ is: mark, from: at, to: at + 1 });
      at++;
      if (mark === 'stop' || (mark === 'comma' && at - from > LONGEST_SENTENCE)) break;
      continue;
    }
    const word = kind & WORD ? wordAt(text, at) : null;
    if (word) {
      const to = at + word[0].length;
      // 零件 and 为0件 are numbers with a unit, 为零 is not.
      const counted = (word[0] === '零' || word[1].is === 'zero') && (unitAt(text, to) !== null || isDigit(text[to]) || text[to] === '.');
      if (!counted) {
        if (word[1].is !== 'skip') tokens.push({ is: 'word', from: at, to, text: word[0], word: word[1] });
        at = to;
        continue;
      }
    }
    if (!(kind & NUMERAL)) {
      at++;
      continue;
    }
    const digits = isDigit(char);
    const number = digits ? readArabic(text, at) : readChinese(text, at);
    if (!number) {
      // A run of Chinese digits that is no number is passed as a whole.
      at = digits ? at + 1 : Math.max(at + 1, endOfRun(text, at));
      continue;
    }
    const before = text[at - 1];
    const ordinal = before === '第' || (ordinalEnd >= 0 && at - ordinalEnd <= 1 && '至到、-—~和'.includes(before ?? '　'));
    const end = number.to;
    // 按一件处理: how it is counted; 每一件: no number at all.
    if (ordinal || before === '按' || before === '每' || before === '〔' || before === '[' || isLetter(before) || isLetter(text[end])) {
      ordinalEnd = ordinal ? end : -1;
      at = end;
      // 第50条: the unit belongs to the ordinal.
      if (ordinal && /[条款项批期次届章号]/.test(text[end] ?? '')) ordinalEnd = ++at;
      continue;
    }
    if (text[end] === '年' && digits && number.value >= 1990 && number.value < 2100 && end - at === 4) {
      tokens.push({ is: 'year', from: at, to: end + 1, year: number.value });
      at = end + 1;
      continue;
    }
    let to = end;
    let approximate: string | null = null;
    const lead = before !== undefined && BEFORE_ENDS.includes(before) ? BEFORE.find((each) => text.endsWith(each, at)) : undefined;
    // 数十、上百: only of round Chinese numerals.
    const round = number.writing === 'chinese' && number.value >= 10 && number.value % 10 === 0;
    if (lead && (round || !'数几上'.includes(lead)) && !PART_OF_WORD[lead]?.includes(text[at - lead.length - 1] ?? '　'))
      approximate = lead;
    const tail = to < text.length && AFTER_NUMBER.includes(text[to]!) ? text[to]! : undefined;
    if (tail) {
      approximate = tail;
      to += tail.length;
    } else if (text[to] === '+') {
      approximate = '+';
      to++;
    }
    // 1200余万条, 30多万人次.
    let value = number.value;
    if (tail && text[to] === '万' && text[to + 1] !== '元') {
      value *= 1e4;
      to++;
    }
    let unit = unitAt(text, to) ?? (digits && endsResult(tokens[tokens.length - 1], text, at, to) ? '' : null);
    if (unit === null && digits) {
      const apart = unitApart(text, at, to, bareTo === at - 1 ? bare : null);
      if (apart) {
        unit = bare = apart.unit;
        bareTo = to = apart.to;
      }
    } else if (unit !== null) to += unit.length;
    if (unit === null) {
      at = end;
      continue;
    }
    if (!approximate) {
      const behind = AFTER_UNIT.find((each) => text.startsWith(each, to));
      if (behind) {
        approximate = behind;
        to += behind.length;
      }
    }
    const range =
      '-—~～至到'.includes(before ?? '　') && (isDigit(text[at - 2]) || /[一二三四五六七八九十个件条]/.test(text[at - 2] ?? ''));
    const money = unit === '万元' ? 1e4 : unit === '亿元' ? 1e8 : unit === '千元' ? 1e3 : 1;
    tokens.push({
      is: 'number',
      from: at,
      to,
      value: Math.round(value * money * 1e6) / 1e6,
      unit,
      decimals: number.decimals,
      writing: number.writing,
      approximate: range ? '至' : approximate,
      range,
      etc: text[to] === '等' || (',;、'.includes(text[to] ?? '。') && UNCOUNTED.test(text.slice(to + 1, to + 16))),
    });
    at = to;
  }
  return { tokens, to: at };
}

/** 予以公开2，部分公开3: the unit was said with the total. Numbers of a row of a table stand behind each other. */
function endsResult(last: Token | undefined, text: string, from: number, to: number): boolean {
  if (last?.is !== 'word' || last.word.is !== 'result' || last.word.concept === 'reason' || from - last.to > 1) return false;
  if (from > last.to && !'的为有共'.includes(text[last.to]!)) return false;
  return to === text.length || (',;。'.includes(text[to]!) && !isDigit(text[to + 1]));
}

/** Characters in front of a number among which its unit is looked for. */
const UNIT_IN_FRONT = 14;
const COUNTED = /(?:申请|受理|收件|收到|答复|办结|结转|许可|处罚|强制|复议|诉讼|案件|决定|废止|制发)(?:总?数量?|总?量)$/;

/** 制发件数7，收费金额（万元）12.3，申请数量117（件）: the unit stands apart from its number. `before`: unit of the number right in front, in 7、3、38. */
function unitApart(text: string, from: number, to: number, before: string | null): { readonly unit: string; readonly to: number } | null {
  const next = text[to];
  if (next === '(') {
    const [whole, unit] = /^\(单?位?:?(万元|元|件|条|篇|次|份|个)\)/.exec(text.slice(to, to + 8)) ?? [];
    return whole !== undefined && unit !== undefined ? { unit, to: to + whole.length } : null;
  }
  if (next !== undefined && !',;。、)和及'.includes(next)) return null;
  if (before !== null && '、,和及'.includes(text[from - 1]!)) return { unit: before, to };
  const label = text.slice(Math.max(0, from - UNIT_IN_FRONT), from).replace(/(?:分别)?[为是:有共达]{0,2}$/, '');
  const unit =
    /\((?:单位:?)?(万元|元|件|条|篇|人次|次|份|个)\)$/.exec(label)?.[1] ??
    /(件|条|篇|次|份|个|期|项|宗|起|人)数$/.exec(label)?.[1] ??
    (COUNTED.test(label) ? '件' : undefined);
  return unit === undefined ? null : { unit, to };
}

type Mark = 'stop' | 'comma' | 'dun' | 'colon' | 'open' | 'close';
const MARKS: Readonly<Record<string, Mark>> = {
  '。': 'stop',
  '!': 'stop',
  '?': 'stop',
  ',': 'comma',
  ';': 'comma',
  '、': 'dun',
  ':': 'colon',
  '(': 'open',
  '（': 'open',
  '[': 'open',
  '【': 'open',
  ')': 'close',
  '）': 'close',
  ']': 'close',
  '】': 'close',
};

const MARK = 1;
const WORD = 2;
const NUMERAL = 4;
/** What may begin with a character; with most characters nothing begins. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const char = String.fromCharCode(code);
  const mark = char === '.' || char in MARKS ? MARK : 0;
  return mark | (mayBegin(code) ? WORD : 0) | ('0123456789零〇一二三四五六七八九十百千两万'.includes(char) ? NUMERAL : 0);
});

function markOf(char: string, text: string, at: number): Mark | null {
  // A full stop of the typewriter ends a sentence only between Chinese words.
  if (char === '.') return !isDigit(text[at - 1]) && !isLetter(text[at + 1]) && at > 0 ? 'stop' : null;
  return MARKS[char] ?? null;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'));
}

function endOfRun(text: string, from: number): number {
  let to = from;
  while (to < text.length && to - from < 200 && '零〇一二三四五六七八九十百千两'.includes(text[to]!)) to++;
  return to;
}

function unitAt(text: string, at: number): string | null {
  const list = unitsByFirst.get(text[at] ?? '');
  const unit = list?.find((each) => text.startsWith(each, at));
  if (!unit) return null;
  const never = NOT_A_UNIT[unit];
  const rest = at + unit.length;
  return never?.some((each) => text.startsWith(each, rest)) ? null : unit;
}
