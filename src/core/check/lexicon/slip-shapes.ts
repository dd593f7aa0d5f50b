// Slips of the pen that no list of fixed words can hold, since what stands beside them varies: each shape is tried where its hint stands.

/** A slip with what must stand around it. */
export interface SlipShape {
  /** Looked for first, because it costs less than the pattern. */
  readonly hint: string;
  /** Global; what it matches is the slip itself. */
  readonly pattern: RegExp;
  /** What should stand there; $1 is the first group. */
  readonly right: string;
  /** Right text may read so. */
  readonly mild?: true;
  /** Said instead of what is right, where that is not known. */
  readonly fault?: string;
}

/** Nouns of which a sentence says that they are kept up. */
const QUALITIES = '(?:准确性|及时性|时效性|真实性|完整性|权威性|安全性|规范性|严肃性)';
/** Counters of papers and cases. */
const COUNTERS = '[条件篇份项期个次]';

export const SLIP_SHAPES: readonly SlipShape[] = [
  // 全市税务各级税务机关: the word was said too early.
  { hint: '各级', pattern: /([\u4e00-\u9fff]{2})各级\1(?=部门|机关|系统|单位|组织)/g, right: '各级$1' },
  // 执行行政复议决定, 银行行政处罚 are right; behind these words no other one ends in 行.
  { hint: '行行政', pattern: /(?<=公开|信息|申请|[的因和及或、，。]|起|提)行行政(?=复议|诉讼|许可|处罚|强制|裁决|审批)/g, right: '行政' },
  // 属于, 属性 and the like behind a word that ends in 属: 下属属于.
  { hint: '属属', pattern: /(?<=[下所直隶附])属属(?=各|单位|部门|事业|企业|站|学校|机构|二级)/g, right: '属' },
  // The parts of the report: 要求 was left over.
  { hint: '情况要求、', pattern: /(?<=行政诉讼|政府信息|公开申请|改进)情况要求(?=、)/g, right: '情况' },
  // 确实信息公开的准确性和时效性: no verb stands in it.
  {
    hint: '确实',
    pattern: new RegExp(
      `(?<=^|[，；。：])确实(?=[^，。；、：提增保加强维促做落体反影有是存把将对需]{2,14}的${QUALITIES}(?:[、和与及]${QUALITIES})*(?:[，。；]|$))`,
      'g',
    ),
    right: '确保',
  },
  // （邮编：100000，电010-12345678）
  { hint: '电0', pattern: /(?<![\u4e00-\u9fff])电(?=0\d{2,3}[-—]?\d{7,8}(?!\d))/g, right: '电话：' },
  {
    hint: '政府信息公开',
    pattern: /(?<=(?:收到|受理|接收|提交)(?:的|了)?)政府信息公开(?=\d{1,5}[件宗])/g,
    right: '政府信息公开申请',
    mild: true,
  },
  // 制度15，公告21条，计划6条: two more of the same kind follow with their counter. Marks, ranks, rates and totals have none.
  {
    hint: '条',
    pattern: new RegExp(
      `(?=\\d)(?<=[\\u4e00-\\u9fff](?![第表图号话年月日至到分名位率数计线])[\\u4e00-\\u9fff])(?!(?:19|20)\\d\\d[，、；])\\d{1,4}(?=([，、；])[\\u4e00-\\u9fff]{2,14}\\d+(${COUNTERS})\\1[\\u4e00-\\u9fff]{2,14}\\d+\\2)`,
      'g',
    ),
    right: '',
    fault: '后面漏写量词',
  },
];
