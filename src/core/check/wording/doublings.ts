// Small words and whole words written twice by mistake: 的的, 和和, 公开公开, 进一步进一步. Knows which doublings are right.
// A character doubled within a word (培训训) is a near miss.
import { allMatches } from '../text/all-matches.ts';
import { bitsOf, makeReady, WORD } from './known-words.ts';

export interface Doubling {
  readonly from: number;
  readonly to: number;
  readonly right: string;
  /** Two words of the same form may rightly meet here. */
  readonly mild: boolean;
}

/** Small words that are never doubled, each with the characters before (`before`) or after it that make the doubling right. */
const SMALL: Readonly<Record<string, { readonly before?: string; readonly after?: string }>> = {
  的: { before: '目标靶', after: '确士' },
  了: { before: '不为除', after: '解然' },
  和: { before: '共调温谐缓平中饱柔', after: '睦谐平' },
  与: { before: '参给赋' },
  及: { before: '以涉普触波遍提顾危', after: '时' },
  在: { before: '存现所实正内潜旨自' },
  是: { before: '于但可还只就凡若', after: '非否' },
  将: { before: '即' },
  对: { before: '针应面绝相核校反', after: '应口象策比照外' },
  由: { before: '自理事缘' },
  把: { after: '握关' },
  被: { after: '告动' },
  并: { before: '合归' },
  且: { before: '并而尚' },
  但: { before: '不' },
  我: { before: '自' },
  各: {},
  该: { before: '应' },
  其: { before: '尤与极', after: '他它次中余' },
  从: { before: '服自听', after: '事而' },
  让: { before: '转' },
  使: { before: '行驱即促', after: '用命得' },
  未: { after: '来' },
  已: { after: '经' },
  不: {},
  也: {},
  很: {},
  更: { before: '变', after: '新加换正' },
  最: {},
  所: { before: '场', after: '有以需在谓属长' },
  以: { before: '可予加足所得难', after: '及来上下前后内外' },
  于: { before: '对关由属位等基鉴至处' },
};

/** Words of two characters that may meet their like: noun and verb of one form, or a doubling with a meaning. */
const MEET = new Set(
  (
    '服务 管理 建设 发展 规划 监督 教育 研究 讨论 学习 交流 商量 考虑 了解 调整 检查 评价 评估 登记 培训 指导 审核 审查 保护 保障 治理 咨询 宣传 统计 审计 ' +
    '采购 招标 执法 处罚 许可 收费 运营 运行 维护 创新 改革 合作 整治 整改 考核 计划 试点 监管 监测 信用 行政 人民 政府 公共 中心 社会 委员 主任 公示 公告 报告'
  ).split(' '),
);

/** Nouns that are verbs as well: 国家有关规定规定应当公开的信息 is what the law says. Their meeting says nothing. */
const NEVER = new Set('规定 通知 组织 非常 要求 决定 报告 说明 答复 批复 建议 指示 安排 部署 统计 规划 计划 通报 公告 公示'.split(' '));

/** 我局局严格, 柳坪乡乡人民政府, 可通过可以通过, 等等方面, 电话：电话：: doublings with what makes them wrong beside them. */
const SHAPES: readonly { readonly hint: string; readonly pattern: RegExp; readonly right: string }[] = [
  {
    hint: '我',
    pattern:
      /我([局县市区镇乡办厅委院校站])\1(?=严格|认真|积极|高度|按照|根据|坚持|通过|不断|进一步|全面|主动|深入|切实|依法|依托|始终|持续|及时|着力|扎实|大力|加强|结合|成立|没有|未收|收到|公开)/g,
    right: '我$1',
  },
  { hint: '人民政府', pattern: /(?<![古集城重市乡津沙])([乡镇县市])\1(?=人民政府)/g, right: '$1' },
  { hint: '：', pattern: /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,6})：\1：/g, right: '$1：' },
  { hint: '可以', pattern: /可([\u4e00-\u9fff]{2})可以\1|可以([\u4e00-\u9fff]{2})可\2/g, right: '可以$1$2' },
  {
    hint: '等等',
    pattern:
      /等等(?=(?:方面|领域|工作|内容|信息|事项|形式|方式|渠道|问题|制度|栏目)(?:[，。；、的]|$)|[0-9一二三四五六七八九十两多]+[个项类条种]|方面)/g,
    right: '等',
  },
];

/** All doublings in a text. */
export function doublingsIn(text: string): Doubling[] {
  const found: Doubling[] = [];
  for (const { hint, pattern, right } of SHAPES) {
    if (!text.includes(hint)) continue;
    for (const match of allMatches(pattern, text)) {
      const mended = right.replace('$1', match[1] ?? '').replace('$2', match[2] ?? '');
      found.push({ from: match.index, to: match.index + match[0].length, right: mended, mild: false });
    }
  }
  let index = 0;
  while (index + 1 < text.length) {
    const code = text.charCodeAt(index);
    const doubled = code === text.charCodeAt(index + 1);
    // Nothing is doubled where the same character does not come again within four.
    if (
      code < FIRST ||
      code > LAST ||
      !(doubled || code === text.charCodeAt(index + 2) || code === text.charCodeAt(index + 3) || code === text.charCodeAt(index + 4))
    ) {
      index++;
      continue;
    }
    const doubling = doubled ? character(text, index) : words(text, index);
    if (doubling) found.push(doubling);
    index = doubling ? doubling.to : index + 1;
  }
  return found;
}

function character(text: string, from: number): Doubling | null {
  const sign = text[from]!;
  if (!isChinese(sign)) return null;
  let to = from + 2;
  while (text[to] === sign && to - from < 8) to++;
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  const rule = SMALL[sign];
  if (rule) {
    if (before !== '' && rule.before?.includes(before)) return null;
    if (after !== '' && rule.after?.includes(after)) return null;
    return { from, to, right: sign, mild: false };
  }
  return null;
}

/** First characters of words that are repeated rightly. */
const COUNTING = '一二两三四五六七八九十百千万几逐每越边又再半';

/** Do the same characters stand at both places? Two comparisons settle nearly every place. */
function stands(text: string, one: number, other: number, size: number): boolean {
  if (other + size > text.length) return false;
  for (let index = 0; index < size; index++) if (text.charCodeAt(one + index) !== text.charCodeAt(other + index)) return false;
  return true;
}

/** Two, three or four characters repeated at once. */
function words(text: string, from: number): Doubling | null {
  for (let size = 4; size >= 2; size--) {
    if (!stands(text, from, from + size, size)) continue;
    // The same word three times is something else: an enumeration or a line of filling.
    if (stands(text, from, from + 2 * size, size)) continue;
    // 一件一件, 逐条逐条, 越来越多越来越: counting and rising.
    if (COUNTING.includes(text[from]!)) return null;
    const word = text.slice(from, from + size);
    if (![...word].every(isChinese)) continue;
    if (size === 4 && word.slice(0, 2) === word.slice(2)) continue;
    if (size === 2 && (NEVER.has(word) || meetRightly(text, from) || isAcross(text, from))) return null;
    const mild = size === 2 && (MEET.has(word) || meetMaybe(text, from));
    return { from, to: from + 2 * size, right: word, mild };
  }
  return null;
}

/** 县政府政府信息, 各部门部门预算, …的工作工作量: the second begins another word. */
function meetRightly(text: string, from: number): boolean {
  const behind = text.slice(from + 4, from + 6);
  if (text.startsWith('政府政府', from)) return /[省市县区州盟旗镇乡民级方]/.test(text[from - 1] ?? '') && /^[信网采职门公规]/.test(behind);
  if (text.startsWith('部门部门', from)) return /^(?:预|决|规章|文件|权|职|整体|动态|工作)/.test(behind);
  if (text.startsWith('单位单位', from)) return /^[预决职]/.test(behind);
  return text.startsWith('工作工作', from) && /^(?:量|组|日|站|室|者|证|餐|服)/.test(behind);
}

/** 企业创业创新, 集装箱装箱检查: no word stands twice, it only looks so across two words. */
function isAcross(text: string, from: number): boolean {
  makeReady();
  const [before, first, second] = [text.charCodeAt(from - 1), text.charCodeAt(from), text.charCodeAt(from + 1)];
  if (bitsOf(first, second) & WORD) return false;
  return ((bitsOf(second, first) | bitsOf(before, first)) & WORD) !== 0;
}

/** 政务公开公开指南, 公开工作工作人员: what stands before and behind makes a phrase with its own half. */
function meetMaybe(text: string, from: number): boolean {
  return (
    BEHIND.test(text.slice(from + 2, from + 8)) && (text.startsWith('政策', from) || BEFORE.test(text.slice(Math.max(0, from - 4), from)))
  );
}

const BEFORE = /(?:政务|信息|事务|村务|党务|厂务|校务|公开|服务|管理|申请|宣传|保密|日常|相关|审查|政府)$/;
const BEHIND =
  /^(?:公开(?:指南|目录|平台|专栏|栏目|渠道|内容|方式|形式|条例|制度|办|年报|专区)|工作(?:人员|方案|要点|机制|领导|会议|计划|总结|台账|专班|制度|流程|动态|简报|任务)|信息(?:公开|化|系统|平台|员|资源|中心|网)|情况(?:汇报|通报|说明|报告|反映|表)|政策(?:解读|文件|法规|宣传|咨询|问答)|申请(?:人|表|书|件|渠道|事项)|处理费|政务(?:公开|服务|新媒体|信息|大厅)|文件(?:管理|解读|清理))/;

/** Chinese characters by their codes. */
const FIRST = 0x4e00;
const LAST = 0x9fff;

function isChinese(sign: string): boolean {
  return sign >= '\u4e00' && sign <= '\u9fff';
}
