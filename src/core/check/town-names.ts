// Townships and subdistricts that no list knows, found by their shape, in the report of another one: 枫林镇高度重视… where 柳坪镇 reports.
import { bitsOf, makeReady, WORD } from './known-words.ts';
import { ACTS } from './place-manner.ts';
import type { Passage } from './running-text.ts';

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
/** Verbs that no name holds and behind which 镇政府 is one's own: 包括镇政府, 依托镇政府, 具体包括镇政府. */
const VERBS =
  /共计|共有|共同|累计|合计|总计|新增|其中|具体|主要|经常|定期|年度|今年|去年|上年|当年|期间|目前|一是|二是|三是|四是|五是|分别|直接|另外|此外|同时|首先|其次|最后|同样|必须|应当|可以|需要|能够|没有|未经|凡是|所有|一些|多次|随时|会同|联合|组织|协助|配合|督促|指导|支持|帮助|推动|推进|邀请|学习|借鉴|位于|落实|贯彻|根据|依据|结合|围绕|立足|加强|强化|深入|服务|建设|打造|包括|包含|涵盖|涉及|通过|依托|召开|联系|反馈|报告|申请|报请|报经|经过|提请|保障|利用|借助|由于|关于|成立|充分|发挥|发布|公布|公开|要求|请示|汇报|上报|报送|提交|征求|听取|获得|坚持|提升|提高|确保|促进|遵照|做好|主动|及时|积极|纳入|作为|配套|规范|优化|完善|印发|传达|部署|安排|研究|审议|批准|同意|授权|委托|代表|参与|参加|接受|收到|转发|更新|开展|健全|建立|制定|履行|监督|考核|反映|向着|面向|针对|进入|打开|登录|关注|设在|位居|构建|形成|实现|深化|拓展|畅通|明确|压实|拟定|起草|审核|汇总|梳理|分解|细化|严格|认真|全面|切实|扎实|持续|不断|进一步|调整|充实|选派|增补|配备|配齐|设立|设置|组建|修订|重申|推选|任命|抽调|增设|增加|聘请|编制|编写|完成|责成|带领|促使|动员|发动|号召|敦促|引导|鼓励|通知|协调|转变|转达|撤销|更换|改选|增强|巩固|夯实|维护|保护|对照|对接|代替|超过|达到|取得|收到|接到|近期|当前|随后|年内|年初|年底|年中|平时|日常|近年|后期|前期|早期|此后|之后|之前|此前|事后|会后|会上|会前|近来|近日|日前|起初|最终|其间|因此|因而|于是|从而|尽管|虽然|但是|而且|并且|不仅|不但|无论|只有|只要|如果|例如|比如|特别|尤其|总之|总体|整体|历年|往年|每年|全年|半年|季度|每月|本月|现行|原有|现有|原来/;
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
    if (edged) return WORDS.test(core) || VERBS.test(core) ? null : from;
  }
  return null;
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
