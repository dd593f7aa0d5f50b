// Townships and subdistricts that no list knows, found by their shape, in the report of another one: 枫林镇高度重视… where 柳坪镇 reports.
import { bitsOf, makeReady, WORD } from '../wording/known-words.ts';
import { NO_TOWN_NAMES } from '../lexicon/no-town-names.ts';
import { ACTS } from './place-manner.ts';
import type { Passage } from '../text/running-text.ts';

/** Another township where it stands. */
export interface TownSpot {
  readonly from: number;
  readonly to: number;
  /** 枫林镇, without what lies over it. */
  readonly name: string;
  /** It acts, commands or is reported of as only the reporting one would. */
  readonly telling: boolean;
}

const NOUN = /乡|镇|街道/g;
/** Characters that no name of a township has beside its class word. */
const NO_NAME =
  /[各全我本该每邻外级所某两多省市区县州旗乡镇街道统的了和与及或等上下其他这那原由在对按照据经将向为是以因从到至使让被把给个：，。；、（）《》“”0-9A-Za-z]/;
/** Words before 镇, 乡 and 街道 that are no names. */
const WORDS = /小$|^(?:新型|振兴|返|故|撤|并|扩权|强|特色|重点|中心|试点|示范|美丽|文明|背|主|沿|临|相关|有关|部分|基层|广大|周边|其余)/;
/** What nobody says but of a reporting one, and what no verb or time before 镇 can be followed by. */
const OF_ITSELF =
  /^(?:人民政府|办事处)?(?:20\d\d年度?|始终|历来|一直)*(?:高度重视|(?:认真|深入|全面)(?:学习|贯彻|落实)|严格(?:按照|遵循|落实|执行)|坚持以|(?:未|没有|共|累计)(?:收到|受理|接到))|^人民政府(?:政务|政府信息|信息)公开工作/;
/** What makes a place of it that stands in a document of the reporting one: a government or its openness. */
const OFFICE = /^(?:党委、?(?:镇|乡|街道)?(?:人民)?政府|党工委、?(?:街道)?(?:办事处)?|人民政府|政府|办事处|党委|党工委|党政办(?:公室)?)/;
const OPENNESS = /^(?:20\d\d年度?)?(?:政务公开|政府信息公开|信息公开)/;
const BY_COMMAND = /(?:按照|根据|依据|遵照|落实|贯彻|在|围绕|结合|《|〈)$/;

/** Names of other townships at work in a passage; `own` is the whole name of the reporting organ. */
export function otherTownsIn(own: string, { flat, quoting }: Passage): readonly TownSpot[] {
  const spots: TownSpot[] = [];
  NOUN.lastIndex = 0;
  for (let match = NOUN.exec(flat); match !== null; match = NOUN.exec(flat)) {
    const end = match.index + match[0].length;
    const after = flat.slice(end, end + 40);
    const office = OFFICE.exec(after)?.[0] ?? '';
    const rest = after.slice(office.length);
    const acts = ACTS.test(rest) && /^(?!公开[栏专平]|发布会|组织[架机]|办理[点大])/.test(rest);
    if (!acts && !OPENNESS.test(rest) && office === '') continue;
    const from = beginningOf(flat, match.index);
    if (from === null) continue;
    const core = flat.slice(from, match.index);
    const name = core + match[0];
    if (isOwn(own, core, name)) continue;
    // The names over it belong to it: 绵竹市孝德镇.
    const before = flat.slice(Math.max(0, from - 12), from).replace(/[\u4e00-\u9fff]{1,6}[县市区旗]$/, '');
    const quoted = (quoting[from]! & 1) !== 0;
    const heads = before === '' || /[。；，：！？）]$|(?:年度?|年来|以来|底|日|期间|下一步|同时)$/.test(before);
    const paper = quoted && /[《〈]$/.test(before) && /^[^》]{0,30}(?:政务公开|信息公开)/.test(after);
    if (!quoted && heads && isWord(core)) {
      // 太平乡 and 和平镇 are words too: said for certain of nothing, and only where nobody else could be meant.
      if (OF_ITSELF.test(after)) spots.push({ from, to: end, name, telling: false });
      continue;
    }
    if (isWord(core)) continue;
    const telling =
      (!quoted && heads && acts) ||
      (!quoted && BY_COMMAND.test(before) && (OPENNESS.test(rest) || /^[^，。；]{0,14}(?:领导下|指导下|要求|部署|安排)/.test(rest))) ||
      paper;
    const ofOpenness = heads && /^(?:政务公开|政府信息公开|信息公开)(?:工作|领导小组|办公室|指南|目录|年度报告)/.test(rest);
    if (telling || (!quoted && (ofOpenness || (/^(?:人民政府|办事处)/.test(office) && /(?:由|经|通过|依托|[。；，：])$/.test(before))))) {
      spots.push({ from, to: end, name, telling });
    }
  }
  return spots;
}

/** Does it hold a word that is known? 包括, 调整, 近期 before 镇 are no names; of those that are, few are lost. */
function isWord(core: string): boolean {
  makeReady();
  for (let at = 0; at + 1 < core.length; at++) if (bitsOf(core.charCodeAt(at), core.charCodeAt(at + 1)) & WORD) return true;
  return false;
}

/** Where a name of two or three characters before its class word begins (longer ones are rarer than phrases of that shape): behind a mark, a word that governs it, or the place over it. */
function beginningOf(flat: string, to: number): number | null {
  for (let length = 2; length <= 3 && length <= to; length++) {
    const from = to - length;
    const core = flat.slice(from, to);
    // 2021年度沙塘镇: the name begins behind it.
    if (NO_NAME.test(core) || /^度/.test(core)) return null;
    const edge = flat.slice(Math.max(0, from - 2), from);
    const edged =
      from === 0 ||
      /[，。；：、！？（）“”《〈年底来日]$|年度$/.test(edge) ||
      /[由按照据在经为]$|[县市区旗]$|通过|依托|落实|贯彻|围绕|结合|期间|同时|今后$/.test(edge);
    if (edged) return WORDS.test(core) || holdsWord(core) ? null : from;
  }
  return null;
}

/** Is a name of two or three characters a word, or does it hold one? */
function holdsWord(core: string): boolean {
  if (NO_TOWN_NAMES.has(core)) return true;
  for (let at = 0; at + 2 <= core.length; at++) if (NO_TOWN_NAMES.has(core.slice(at, at + 2))) return true;
  return false;
}

/** 平利县 before 老县镇. */
const OVER = /^[\u4e00-\u9fff]{1,9}?[县市区旗州盟省](?=[\u4e00-\u9fff]{2,7}?(?:乡|镇|街道|苏木))/;

/** Is it the reporting one, written fully, shortly or with a slip? */
function isOwn(own: string, core: string, name: string): boolean {
  if (own.includes(core) || own.includes(name)) return true;
  let rest = own;
  for (let over = OVER.exec(rest); over !== null; over = OVER.exec(rest)) rest = rest.slice(over[0].length);
  const last = /^([\u4e00-\u9fff]{1,7}?)(?:乡|镇|街道|苏木)/.exec(rest)?.[1] ?? '';
  if (last === '') return true;
  // A slip of the pen or an older form shares its beginning or a pair of characters.
  if (last[0] === core[0] || last[last.length - 1] === core[core.length - 1]) return true;
  for (let at = 0; at + 1 < core.length; at++) if (last.includes(core.slice(at, at + 2))) return true;
  return false;
}
