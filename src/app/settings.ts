// What a person may set about rules, worked out as plain data: one rule, its weight, its thresholds, own words; and how settings
// become a file and come back. Pure: given the rules, it knows no page and no store.
import type { CheckOptions, OwnWords } from '../core/check/options.ts';
import type { Rule, Threshold } from '../core/check/rule.ts';
import { SEVERITIES } from '../core/model/vocabulary.ts';
import type { Severity } from '../core/model/vocabulary.ts';

type RuleWishes = Pick<Rule, 'id' | 'off' | 'severity' | 'thresholds'>;

/** Leaves out what says nothing, so that the same wishes are the same data. */
function tidy(options: CheckOptions): CheckOptions {
  const { on = [], off = [], severities = {}, thresholds = {}, region, own = {} } = options;
  const { typos = [], terms = [], accepted = [] } = own;
  const words: OwnWords = {
    ...(typos.length > 0 ? { typos } : {}),
    ...(terms.length > 0 ? { terms } : {}),
    ...(accepted.length > 0 ? { accepted } : {}),
  };
  return {
    ...(on.length > 0 ? { on } : {}),
    ...(off.length > 0 ? { off } : {}),
    ...(Object.keys(severities).length > 0 ? { severities } : {}),
    ...(Object.keys(thresholds).length > 0 ? { thresholds } : {}),
    ...(region ? { region } : {}),
    ...(Object.keys(words).length > 0 ? { own: words } : {}),
  };
}

const without = (list: readonly string[] | undefined, id: string): readonly string[] => (list ?? []).filter((each) => each !== id);

function put<T>(record: Readonly<Record<string, T>> | undefined, key: string, value: T | null): Readonly<Record<string, T>> {
  const next = Object.fromEntries(Object.entries(record ?? {}).filter(([each]) => each !== key));
  return value === null ? next : { ...next, [key]: value };
}

/** Turns a rule on or off; nothing is kept where that is its default. */
export function withRule(options: CheckOptions, rule: RuleWishes, wanted: boolean): CheckOptions {
  const on = without(options.on, rule.id);
  const off = without(options.off, rule.id);
  if (wanted === !rule.off) return tidy({ ...options, on, off });
  return tidy({ ...options, ...(wanted ? { on: [...on, rule.id], off } : { on, off: [...off, rule.id] }) });
}

/** Several rules at once, as the button of a family does. */
export function withRules(options: CheckOptions, rules: readonly RuleWishes[], wanted: boolean): CheckOptions {
  return rules.reduce((sum, rule) => withRule(sum, rule, wanted), options);
}

export function withSeverity(options: CheckOptions, rule: RuleWishes, severity: Severity | null): CheckOptions {
  return tidy({ ...options, severities: put(options.severities, rule.id, severity) });
}

/** The value a person typed, kept within the bounds of the threshold; its own value, or null, takes the wish back. */
export function withThreshold(options: CheckOptions, rule: RuleWishes, threshold: Threshold, value: number | null): CheckOptions {
  const kept = value === null || !Number.isFinite(value) ? null : Math.min(threshold.max, Math.max(threshold.min, value));
  return tidy({
    ...options,
    thresholds: put(options.thresholds, `${rule.id}/${threshold.id}`, kept === threshold.initial ? null : kept),
  });
}

export function withRegion(options: CheckOptions, region: string | null): CheckOptions {
  const { region: _before, ...rest } = options;
  return tidy(region ? { ...rest, region } : rest);
}

export function withWords(options: CheckOptions, own: OwnWords): CheckOptions {
  return tidy({ ...options, own: { ...options.own, ...own } });
}

/** One rule as the program brings it. */
export function withoutWishesOn(options: CheckOptions, rule: RuleWishes): CheckOptions {
  const plain = withSeverity(withRule(options, rule, !rule.off), rule, null);
  return (rule.thresholds ?? []).reduce((sum, threshold) => withThreshold(sum, rule, threshold, null), plain);
}

/** Has a person set anything about this rule? */
export function isChanged({ on, off, severities, thresholds }: CheckOptions, { id }: Pick<Rule, 'id'>): boolean {
  return (
    !!on?.includes(id) ||
    !!off?.includes(id) ||
    severities?.[id] !== undefined ||
    Object.keys(thresholds ?? {}).some((key) => key.startsWith(`${id}/`))
  );
}

/** How many things a person has set, own words included. */
export function countWishes({ on = [], off = [], severities = {}, thresholds = {}, region, own = {} }: CheckOptions): number {
  const words = (own.typos?.length ?? 0) + (own.terms?.length ?? 0) + (own.accepted?.length ?? 0);
  return on.length + off.length + Object.keys(severities).length + Object.keys(thresholds).length + (region ? 1 : 0) + words;
}

// Lists of words

/** The rule that looks for the words of a list. Words that are accepted concern every rule of wording. */
export const RULE_OF_WORDS: Readonly<Record<keyof OwnWords, string | null>> = { typos: 'W-TYPO', terms: 'W-SENSITIVE', accepted: null };

/** A line that could not be taken. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Chinese: what is wrong with it. */
  readonly why: string;
}

export interface ParsedWords<T> {
  readonly entries: readonly T[];
  readonly bad: readonly BadLine[];
  /** Lines that say what another line has said already. */
  readonly repeated: number;
}

/** More than that is not a list but a dictionary, and every report would be searched for each of them. */
const WORDS_LIMIT = 2000;
const WORD_LIMIT = 40;
const ADVICE_LIMIT = 200;

const ARROW = /\s*(?:→|⇒|＝＞|=>|-+>|—+>|－+＞|\t)\s*/;

function parse<T>(text: string, read: (line: string) => T | string, same: (entry: T) => string): ParsedWords<T> {
  const entries: T[] = [];
  const bad: BadLine[] = [];
  const seen = new Map<string, string>();
  let repeated = 0;
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const complain = (why: string): void => void bad.push({ line: index + 1, text: line.slice(0, 60), why });
    const entry = read(line);
    if (typeof entry === 'string') {
      complain(entry);
      continue;
    }
    const whole = JSON.stringify(entry);
    const before = seen.get(same(entry));
    if (before === whole) repeated += 1;
    else if (before !== undefined) complain('与前面一行的词相同而写法不同，不知以哪行为准，请只留一行。');
    else if (entries.length >= WORDS_LIMIT) complain(`超过 ${WORDS_LIMIT} 条的上限，这一行没有收进来。`);
    else {
      seen.set(same(entry), whole);
      entries.push(entry);
    }
  }
  return { entries, bad, repeated };
}

function pair(line: string, left: string, right: string, limit: number): readonly [string, string] | string {
  const at = ARROW.exec(line);
  if (!at) return `没有“→”。请写成“${left}→${right}”，箭头也可以写作 -> 或制表符。`;
  const one = line.slice(0, at.index).trim();
  const two = line.slice(at.index + at[0].length).trim();
  if (one === '') return `箭头左边是空的，请写上${left}。`;
  if (two === '') return `箭头右边是空的，请写上${right}。`;
  if (ARROW.test(two)) return '有两个箭头，请一行只写一条。';
  if (one.length > WORD_LIMIT) return `箭头左边超过 ${WORD_LIMIT} 个字，请写短一些。`;
  if (two.length > limit) return `箭头右边超过 ${limit} 个字，请写短一些。`;
  return [one, two];
}

/** One slip a line: 「错→对」. */
export function parseTypos(text: string): ParsedWords<{ readonly wrong: string; readonly right: string }> {
  return parse(
    text,
    (line) => {
      const read = pair(line, '错的写法', '对的写法', WORD_LIMIT);
      if (typeof read === 'string') return read;
      const [wrong, right] = read;
      if (wrong === right) return '两边一样，没有可查的。';
      if (wrong.length < 2) return '错的写法只有一个字，会到处误报，请连同前后的字写成词。';
      // Or every right word would be reported.
      if (right.includes(wrong)) return '对的写法里包含错的写法，会把写对的也查出来，请把错的写法写得更完整。';
      return { wrong, right };
    },
    ({ wrong }) => wrong,
  );
}

/** One term a line: 「词→建议」. */
export function parseTerms(text: string): ParsedWords<{ readonly word: string; readonly advice: string }> {
  return parse(
    text,
    (line) => {
      const read = pair(line, '要提示的词', '提示的内容', ADVICE_LIMIT);
      if (typeof read === 'string') return read;
      const [word, advice] = read;
      return word.length < 2 ? '只有一个字，会到处提示，请写成词。' : { word, advice };
    },
    ({ word }) => word,
  );
}

/** One word a line. */
export function parseAccepted(text: string): ParsedWords<string> {
  const { entries, bad, repeated } = parse(
    text,
    (line) => {
      if (ARROW.test(line)) return '这里一行只写一个词，不要写箭头。';
      if (line.length > WORD_LIMIT) return `超过 ${WORD_LIMIT} 个字，请写短一些。`;
      return line.length < 2 ? '只有一个字，会放过太多，请写成词。' : { word: line };
    },
    ({ word }) => word,
  );
  return { entries: entries.map(({ word }) => word), bad, repeated };
}

export const writeTypos = (own: OwnWords = {}): string => (own.typos ?? []).map(({ wrong, right }) => `${wrong}→${right}`).join('\n');
export const writeTerms = (own: OwnWords = {}): string => (own.terms ?? []).map(({ word, advice }) => `${word}→${advice}`).join('\n');
export const writeAccepted = (own: OwnWords = {}): string => (own.accepted ?? []).join('\n');

// Settings as a file

const KIND = 'gouji-settings';
const FILE_VERSION = 1;
/** Bytes; a file of settings has a few thousand. */
export const SETTINGS_FILE_LIMIT = 2 * 1024 * 1024;

export function writeSettings(options: CheckOptions): string {
  return `${JSON.stringify({ kind: KIND, version: FILE_VERSION, checkOptions: tidy(options) }, null, 2)}\n`;
}

export type ReadSettings =
  | { readonly ok: true; readonly options: CheckOptions /** Chinese: what was left out. */; readonly cautions: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** Reads a file of settings. Whatever is not understood is left out and said; a file of another kind is refused. */
export function readSettings(text: string, rules: readonly RuleWishes[], regions: readonly string[]): ReadSettings {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, why: '这个文件不是勾稽的设置文件（内容不是 JSON）。请选择由“导出设置”保存的文件。' };
  }
  const file = asRecord(data);
  if (file['kind'] !== KIND) return { ok: false, why: '这个文件不是勾稽的设置文件。请选择由“导出设置”保存的文件。' };
  if (typeof file['version'] !== 'number' || file['version'] > FILE_VERSION) {
    return { ok: false, why: '这个设置文件由更新版本的勾稽导出，请先更新本程序再导入。' };
  }
  const given = asRecord(file['checkOptions']);
  const cautions: string[] = [];
  const strange = new Set<string>();
  let options: CheckOptions = {};
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const eachRule = (ids: unknown, use: (rule: RuleWishes) => void): void => {
    for (const id of Array.isArray(ids) ? ids : []) {
      const rule = typeof id === 'string' ? byId.get(id) : undefined;
      if (rule) use(rule);
      else strange.add(String(id));
    }
  };
  eachRule(given['on'], (rule) => (options = withRule(options, rule, true)));
  eachRule(given['off'], (rule) => (options = withRule(options, rule, false)));
  const severities = asRecord(given['severities']);
  eachRule(Object.keys(severities), (rule) => {
    const severity = SEVERITIES.find((each) => each === severities[rule.id]);
    if (severity) options = withSeverity(options, rule, severity);
    else cautions.push(`规则 ${rule.id} 的轻重写的不是错误、警告、提示之一，没有采用。`);
  });
  for (const [key, value] of Object.entries(asRecord(given['thresholds']))) {
    const [id = '', name = ''] = key.split('/');
    const rule = byId.get(id);
    const threshold = rule?.thresholds?.find((each) => each.id === name);
    if (!rule || !threshold) strange.add(key);
    else if (typeof value !== 'number' || !Number.isFinite(value)) cautions.push(`规则 ${id} 的“${threshold.title}”不是数字，没有采用。`);
    else {
      if (value < threshold.min || value > threshold.max) cautions.push(`规则 ${id} 的“${threshold.title}”超出范围，已取最接近的允许值。`);
      options = withThreshold(options, rule, threshold, value);
    }
  }
  const region = given['region'];
  if (typeof region === 'string' && region !== '') {
    if (regions.includes(region)) options = withRegion(options, region);
    else cautions.push(`没有编号为“${region.slice(0, 40)}”的地区模板，没有采用。`);
  }
  const own = asRecord(given['own']);
  // Through the same door as what is typed, so that no list comes in that could not have been typed.
  const typos = parseTypos(linesOf(own['typos'], 'wrong', 'right'));
  const terms = parseTerms(linesOf(own['terms'], 'word', 'advice'));
  const accepted = parseAccepted((Array.isArray(own['accepted']) ? own['accepted'] : []).map(oneLine).join('\n'));
  options = withWords(options, { typos: typos.entries, terms: terms.entries, accepted: accepted.entries });
  for (const [name, { bad }] of [
    ['错别字', typos],
    ['用语', terms],
    ['放行的词', accepted],
  ] as const) {
    if (bad.length > 0) cautions.push(`${name}里有 ${bad.length} 条不合格式，没有采用，例如“${bad[0]!.text}”：${bad[0]!.why}`);
  }
  if (strange.size > 0) {
    cautions.push(`有 ${strange.size} 项指的规则本程序没有，没有采用：${[...strange].slice(0, 5).join('、').slice(0, 120)}。`);
  }
  return { ok: true, options: tidy(options), cautions };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function oneLine(value: unknown): string {
  return (typeof value === 'string' ? value : '').replace(/[\r\n\t]+/g, ' ');
}

function linesOf(list: unknown, left: string, right: string): string {
  return (Array.isArray(list) ? list : [])
    .map(asRecord)
    .map((each) => `${oneLine(each[left])}→${oneLine(each[right])}`)
    .join('\n');
}
