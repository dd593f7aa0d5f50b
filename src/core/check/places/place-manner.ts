// How a sentence speaks of a place: as the one that commands, acts, publishes or is reported of, or as one among the things of the world.
// Knows neither whose report it is nor where the place lies.
import type { Passage } from '../text/running-text.ts';

/**
 * `superior`: 在…委、…政府的领导下, 按照…要求. `subject`: it acts as only the reporting organ would. `channel`: it is where one's own information stands.
 * `owner`: the group, guide or report of openness is its. `paper`: a document on openness is its. `official`: something official of it is named.
 */
export type Manner = 'superior' | 'subject' | 'channel' | 'owner' | 'paper' | 'official';

/** Going there, learning from it, helping it, people and things from there, agreements with it: right of any place. */
const ABROAD =
  /学习(?!贯彻|宣传|落实|领会)|考察|借鉴|参考|参照|对标|赴|前往|交流|对口|帮扶|支援|协作|合作|共建|结对|友好|援[助建藏疆青]|来自|驻|籍|申请人(?!可|在|通过|登)|邻|途经|通往|外地|外省|兄弟|飞地|托管|招商|引进|承办|调任|原属|划归|划转|转载|移送|转交|转送|判决|管辖|起诉|诉至|应诉|流入|流出|中标|供应商/;
/** The same behind the name, and what several places do together. */
const TOGETHER =
  /考察|借鉴|交流|对口|帮扶|支援|协作|合作|共建|结对|跨[省市区县]|通办|签订|签署|联盟|联席|一体化|川渝|长三角|京津冀|粤港澳|成渝|异地|经验|模式|做法|客商|商会|先进|案例|判决|起诉|应诉|中标/;
/** What follows the name and makes another thing of it: a road, a firm, a school, a court. */
const OTHER_THING =
  /^[^，。；：、]{0,6}(?:企业|公司|集团|路\d|路[^径线由]|大街|大道|大厦|街\d|学院|大学|中学|小学|医院|银行|高速|铁路|机场|居民|村民|论坛|基地|法院|检察|等地|等城市|律师|事务所|居住|仲裁|号\b)/;
/** Words that stand before a name where the name begins. */
const EDGE_WORDS =
  /(?:[在由按照据经向为从将把是因受报送以对与和及同至到入的了于并]|落实|贯彻|执行|通过|依托|登录|登陆|访问|浏览|发布|公布|编制|全年|今年|以来|期间|年度|其中|截至|截止|围绕|结合|关于|印发|联系|咨询|关注|打开|进入|利用|借助|使用|[年月日底])$/;
const MARKS = '，。；：、！？（）“”‘’《》〈〉【】…—→>·．.';

/** What one's own report says of its own organ. Also used of departments and townships. */
export const ACTS =
  /^(?:党组|党委|党工委|领导班子)?(?:20\d\d年度?|今年以来|一年来|全年|始终|历来|一直|不断|持续|进一步|还|均|共|累计|主动|及时|严格|认真|深入|扎实|切实|积极|全面|高度|坚持|着力|稳步|大力|继续|将|已|也)*(?:重视|按照|落实|贯彻|做好|推进|加强|强化|学习|开展|公开|发布|收到|受理|办理|答复|未收到|没有收到|未发生|未产生|建立|健全|完善|制定|成立|设立|设置|明确|负责|围绕|通过|依托|拓宽|规范|优化|继续|进一步|以公开|坚持|遵循|履行|组织)/;
/** Who acts there: its government, a department, its townships and departments. */
const BODY =
  /^(?:[县市区州旗盟]?委办?(?:公室)?、?(?:[县市区州旗盟]政府(?:办公室)?)?|(?:人民)?政府(?:办公[室厅])?|[\u4e00-\u9fff]{2,10}?(?:局|委员会|办公室|中心|管委会|办事处)|各?(?:乡镇|镇街|部门|单位|街道|科室)、?(?:各?(?:乡镇|镇街|部门|单位|街道|科室))?)/;
const COMMANDED =
  /^(?:、[\u4e00-\u9fff]{1,8}?[省市县区州])*(?:[县市区州旗盟省]?委|(?:人民)?政府|政务公开|[\u4e00-\u9fff]{2,10}?(?:局|厅|委员会|办公室))[^。；]{0,20}?(?:领导下|指导下|部署|要求|安排|通知|精神|规定|工作要点|实施方案)/;
const BY_COMMAND = /(?:在|按照?|根据|依据|遵照|对照|落实|贯彻|执行|围绕|结合|为)(?:[^，。；：]{0,14}[、和及])?(?:关于)?$/;
const PLAN =
  /^(?:、[\u4e00-\u9fff]{1,8}?[省市县区州])*(?:20\d\d年)?(?:度)?(?:政务公开|政府信息公开|基层政务公开)[^，。；]{0,10}(?:要点|方案|计划|要求|部署|安排|考核)/;
const OWN_PAGE =
  /^[^，。；、：《]{0,12}?(?:门户网站|政府网|政务网|网站|政务服务网|信息公开(?:平台|专栏|网|目录)|公众号|微信|微博|政务公开(?:平台|网|专区|专栏)|档案馆|图书馆|政务服务(?:中心|大厅))/;
const BY_PAGE = /(?:在|通过|登[录陆]|依托|访问|利用|浏览|关注|从|到|于|至|报送?|经|向|打开|进入|借助|使用|为载体|、|和|及|，|。|；|年|日)$/;
const OF_OPENNESS =
  /^(?!行)[^，。；：、《]{0,12}?(?:(?:政府|政务)?信息公开(?:工作)?|政务公开(?:工作)?)(?:领导小组|办公室|指南|目录|年度报告|年报|工作情况|专栏|信息|联络员)/;
/** The widest: a name with something official behind it, unless what stands before may make it right. */
const OFFICIAL =
  /^(?:人民政府|政府|政务|门户|信息公开|各|委|[\u4e00-\u9fff]{2,8}(?:局|委员会|办公室|管委会)|人大|公开|政协|行政|机关|网站|发布|20\d\d年|主动|全面|认真|深入|严格|积极)/;
const LOOSE =
  /(?:与|同|和|及|、|参加|招|在|至|到|地址：|位于|坐落于|会同|配合|协助|报请|报经|报|向|经|由|受|转|给|致|被|获|赴|中共|原|如|等)[^，。；]{0,8}$/;

/** Does a name begin there, and not in the middle of another word? */
function beginsName(flat: string, from: number): boolean {
  return (
    from === 0 || MARKS.includes(flat[from - 1]!) || /\d$/.test(flat[from - 1]!) || EDGE_WORDS.test(flat.slice(Math.max(0, from - 3), from))
  );
}

/** Head of a clause, a time before it allowed: 「2023年，」 「截至2023年12月31日，」. */
function headsClause(before: string): boolean {
  return before === '' || /[。；，：！？）]$|(?:年度?|年来|以来|底|日|月|期间|我县|我市|我区|下一步|同时|今后)$/.test(before);
}

/** How the place from `from` to `to` is spoken of; null where it is named in passing or as another's business. */
export function mannerOf({ flat, quoting }: Passage, from: number, to: number): Manner | null {
  const before = flat.slice(Math.max(0, from - 24), from);
  const after = flat.slice(to, to + 60);
  const clauseBefore = /[^。；！？，：]*$/.exec(before)![0];
  const clauseAfter = /^[^。；！？，]*/.exec(after)![0];
  if (quoting[from]! & 1) return paperManner(before, after);
  if (!beginsName(flat, from)) return null;
  if (ABROAD.test(clauseBefore) || TOGETHER.test(clauseBefore + clauseAfter.slice(0, 18)) || OTHER_THING.test(after)) return null;
  if ((BY_COMMAND.test(before) && (COMMANDED.test(after) || PLAN.test(after))) || /^(?:[县市区]?委、?)[^。；]{0,14}领导下/.test(after))
    return 'superior';
  if (headsClause(before)) {
    const rest = after.slice(BODY.exec(after)?.[0].length ?? 0);
    if (ACTS.test(after) || ACTS.test(rest)) return 'subject';
  }
  if (BY_PAGE.test(before) && OWN_PAGE.test(after)) return 'channel';
  if (OF_OPENNESS.test(after)) return 'owner';
  return OFFICIAL.test(after) && !LOOSE.test(clauseBefore) ? 'official' : null;
}

/** 《…2023年政务公开工作要点》: a document on openness that names the place first, and is followed rather than looked at. */
function paperManner(before: string, after: string): Manner | null {
  if (!/[《〈]$|(?:印发|转发|关于)$/.test(before)) return null;
  const title = /^[^《〈〉》]*/.exec(after)![0];
  if (!/政务公开|信息公开|政府网站|政务新媒体/.test(title)) return null;
  // Looked at after it was named: 《…》的做法.
  if (/^[^。；]{0,16}(?:经验|做法|学习|借鉴|参考|对比)/.test(after.slice(title.length))) return null;
  const opening = before.lastIndexOf('《');
  const led = opening < 0 ? before : before.slice(0, opening);
  return ABROAD.test(/[^。；，]*$/.exec(led)![0]) || /(?:如|转发|转载)$/.test(led) ? null : 'paper';
}
