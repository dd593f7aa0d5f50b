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
  // 做好政府公开工作: 信息 was lost. A government that publishes its work report stands behind a word for its level.
  {
    hint: '政府公开',
    pattern:
      /政府公开(?<![省市县区州盟旗镇乡级民地方关各]政府公开)(?=申请(?:的?(?:登记|受理|接收|办理|答复|处理)|[，。；、]|\d)|工作(?:的(?:考核|培训|监督|指导|组织|领导|水平|质量)|[，。；、]|水平|质量|机制|制度|考核|培训))/g,
    right: '政府信息公开',
    mild: true,
  },
  // 被行政复议: one is applied for; organs, papers and what came of one may follow.
  { hint: '被行政复议', pattern: /被行政复议(?=[，。；、和或及与]|$)/g, right: '被申请行政复议', mild: true },
  { hint: '被行政诉讼', pattern: /被行政诉讼(?=[，。；、和或及与]|$)/g, right: '被提起行政诉讼', mild: true },
  // 政府信息公开行政复议、行政许可情况: the second half of the part on disputes.
  {
    hint: '复议、行政',
    pattern: /行政(?:许可|处罚|强制|审批|执法|决定)(?=等?情况)(?<=信息公开行政复议、(?:提起)?行政..)/g,
    right: '行政诉讼',
  },
  // 其他需要报告等六部分.
  {
    hint: '需要报告',
    pattern: /其[他它](?:应当?)?需要报告(?=[、，。；]|等[四五六七八]|共|[和及与])/g,
    right: '其他需要报告的事项',
    mild: true,
  },
  // 局长任组长，分管副局长副组长.
  {
    hint: '副组长',
    pattern: /副组长(?=[，。；、])(?<![任为兼是含名位设、，由个作当做担各]副组长)(?<=[任为]组长[，、][\u4e00-\u9fff、]{2,16}副组长)/g,
    right: '任副组长',
    mild: true,
  },
  // 以网站为主，其他渠道共辅.
  {
    hint: '辅',
    pattern: /[\u4e00-\u9fff]辅(?=[，。；])(?<![为相互教]辅)(?<=以[^，。；]{2,24}为主[，、][^，。；]{2,16}辅)/g,
    right: '为辅',
  },
  // 贯彻落实政府信息公开条例, without the marks of a title.
  {
    hint: '政府信息公开条例',
    pattern: /政府信息公开条例(?![^《》]{0,60}》)(?<=(?:贯彻|落实|执行|按照|依据|根据|依照|遵守)[^，。；：《“]{0,12}政府信息公开条例)/g,
    right: '《政府信息公开条例》',
    mild: true,
  },
  // 主动公开群众关切。: what is published is information, concerns are answered.
  {
    hint: '关切',
    pattern: /(?:公开|发布|公布)(?:群众|社会|公众|百姓|群众和社会)关切(?=[，。；])/g,
    right: '',
    fault: '缺少中心语，如“关切的信息”',
    mild: true,
  },
  // 贯彻党自治区和市委要求: 中央 was lost.
  { hint: '党', pattern: /党(?=自治区|省委|省政府)(?<![政共省市县区村镇乡员全入建执]党)/g, right: '党中央、' },
  // 开泰路东港大夏9楼.
  { hint: '大夏', pattern: /大夏(?=[A-Za-z\d一二三四五六七八九十]{1,4}(?:楼|层|座|号|室|单元))/g, right: '大厦' },
  // 《2023年公开工作要点的通知》: a notice is about something, or sends it out.
  {
    hint: '的通知》',
    pattern: /的通知(?=》)(?<=《(?:(?!关于|印发|转发|发布|公布|召开|修改|调整|废止|成立|开展|做好|下发|报送)[^《》]){4,60}的通知)/g,
    right: '',
    fault: '前面似漏写“关于”或“关于印发”',
    mild: true,
  },
  // 未收到政府信息申请公开.
  {
    hint: '信息申请公开',
    pattern: /政府信息申请公开(?<=(?:收到|受理|接到|接收|办理)(?:的|了|过)?政府信息申请公开)(?=[，。；、\d]|$)/g,
    right: '政府信息公开申请',
    mild: true,
  },
  // 1—12月以来: 以来 asks for a beginning, not for a stretch.
  {
    hint: '以来',
    pattern: /以来(?<=(?:[-—－–~至]\d{1,2}月|全年)以来)/g,
    right: '',
    fault: '前面已是一段时间，“以来”多余',
    mild: true,
  },
  // 收到政府信息公开依申请3件.
  { hint: '公开依申请', pattern: /公开依申请(?<=政府信息公开依申请)(?=[（(]?\d|[一二三两]件|[，。；])/g, right: '公开申请', mild: true },
  // 不管提升业务能力: 不管 asks for 都 or 还是.
  {
    hint: '不管',
    pattern:
      /不管(?<=(?:^|[，。；、])不管)(?=(?:提升|提高|完善|加强|健全|丰富|优化|深化|扩大|拓宽|拓展|规范|增强|强化)[^，。；还都是]{2,20}[。；])/g,
    right: '不断',
  },
  // 发布、读和回应: one character between words of two.
  {
    hint: '、',
    pattern: /[读复督训护](?=[、和及与])(?<=[\u4e00-\u9fff]{2}、.)(?=[、和及与](?!其)[\u4e00-\u9fff]{2}(?![、和及与][读复督训护审]))/g,
    right: '',
    fault: '前后似漏写一字',
    mild: true,
  },
  // 确保发布的信息不，: what was to follow was lost.
  { hint: '不', pattern: /不(?=[，。；])(?<![要可绝决无还说敢]不)(?<=[\u4e00-\u9fff]{2}不)/g, right: '', fault: '后面漏写文字' },
  { hint: '以', pattern: /[予加]以(?=[，。；])(?<=[\u4e00-\u9fff]{2}以)/g, right: '', fault: '后面漏写文字' },
  // 设立宣传栏及时内容。
  {
    hint: '及时',
    pattern: /及时(?=(?:内容|栏目|制度|机制|目录|文件)[，。；])(?<=[\u4e00-\u9fff]{2}及时)(?<!(?:[不够为较加以的布新做]|公开)及时)/g,
    right: '',
    fault: '后面漏写动词，如“更新”',
    mild: true,
  },
  // 切实增强做好公开工作，: of what, was lost.
  {
    hint: '做好',
    pattern: /(?:增强|提高|提升|加大)(?=(?:做好|抓好)[^，。；的]{2,16}工作[，。；])/g,
    right: '',
    fault: '后面缺少宾语，如“责任感”',
    mild: true,
  },
  // 公开信息50余积极回应关切: with the counter the pause went.
  {
    hint: '余',
    pattern: /\d{1,7}余(?=(?:积极|及时|主动|有效|认真|进一步|不断|切实|确保|涉及|内容|主要|其中)|[，。；、])/g,
    right: '',
    fault: '后面漏写量词',
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
