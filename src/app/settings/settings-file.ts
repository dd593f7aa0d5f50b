// Settings as a file and back: whatever is not understood is left out and said. Pure.
import type { CheckOptions } from '../../core/check/options.ts';
import { SEVERITIES } from '../../core/model/vocabulary.ts';
import { parseAccepted, parseTerms, parseTypos } from './own-words.ts';
import { tidy, withRegion, withRule, withSeverity, withThreshold, withWords } from './settings.ts';
import type { RuleWishes } from './settings.ts';

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
