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

/** Counters for which one of the same sound is written: the wrong one, the right one, what must stand before the number. */
const COUNTER_SLIPS: readonly (readonly [wrong: string, right: string, before: string])[] = [
  ['调', '条', ''],
  ['见', '件', ''],
  ['此', '次', ''],
  ['偏', '篇', ''],
  ['向', '项', ''],
  ['厂', '场', '(?:会|培训|活动|讲座|宣讲|演练|开放日|宣传)'],
  ['分', '份', '(?:资料|单页|手册|问卷|文件|意见书|决定书|告知书|简报|传单|折页|材料|申请书?|合同|倡议书|明白纸|宣传册|宣传单|公报)'],
];

/** What is done to a case, a question, a paper. */
const DONE =
  '(?:按[时期规要]?)?(?:办结|答复|公开|完成|整改|落实|更新|建立|上线|开通|制定|印发|发布|公布|回复|处理|解决|归档|反馈|报送|纳入)';

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
  // 共举办培训4厂, 意见12调: a counter of the same sound.
  ...COUNTER_SLIPS.map(([wrong, right, before]) => ({
    hint: wrong,
    pattern: new RegExp(`${wrong}(?=[，。；、]|其中|（)(?<=${before}\\d{1,5}余?${wrong})`, 'g'),
    right,
  })),
  // 3个工作内答复: the day was lost.
  { hint: '个工作', pattern: /个工作(?=内|以内|之内|里)(?<=[\d一二三四五六七八九十]个工作)/g, right: '个工作日' },
  { hint: '百分之', pattern: /百分之(?=\d+(?:\.\d+)?[%％])/g, right: '', fault: '与后面的百分号重复' },
  // 办结律100%: a rate.
  {
    hint: '律',
    pattern:
      /律(?=[为达是\d，。、；和不较偏高低提])(?<=(?:办结|答复|满意|知晓|公开|参与|合格|覆盖|及时|准确|点击|回复|完成|更新|查处|整改|达标|执行|见面|反馈|转化|使用|评议|结案|应诉)律)/g,
    right: '率',
  },
  // 采纳意见多少条: the number was never filled in.
  {
    hint: '多少',
    pattern: /多少[条件次篇个份期人](?<=(?:共计?|合计|累计|总计|收到|发布|办理|公开|举办)[^，。；？]{0,6}多少.)(?=[，。；])/g,
    right: '',
    fault: '疑未填写数字',
  },
  // 应公开公开: what is to be published is published in full.
  { hint: '应公开公开', pattern: /应公开公开(?=[，。；、”]|的原则|原则)/g, right: '应公开尽公开' },
  // 进度可随时可查: said twice.
  {
    hint: '可',
    pattern: /可(?=(?:实时|随时|在线|网上|当场|全程|直接|及时)可(?![靠信以能]))/g,
    right: '',
    fault: '与后面的“可”重复',
  },
  // 谁审核、谁审核: who does the one answers for the other.
  { hint: '谁', pattern: /谁([\u4e00-\u9fff]{2})、?谁\1(?=[，。；”’]|的原则|原则)/g, right: '', fault: '前后相同，疑有一处写错' },
  // ，一步加强学习 and ，进步加强学习.
  {
    hint: '步',
    pattern:
      /进?步(?=(?:转变|加强|完善|提高|提升|规范|强化|健全|优化|推进|深化|拓宽|拓展|加大|增强|明确|落实|细化|丰富|扩大|改进|做好|压实))(?<=(?:^|[，。；]|将|需)(?:进|一)?步)(?<!同步|逐步|初步)/g,
    right: '进一步',
  },
  // 我们清醒地认识，还有差距.
  { hint: '地认识', pattern: /地认识(?=，)(?<=(?:清醒|深刻|充分|清楚)地认识)/g, right: '地认识到', mild: true },
  // 部分干部对公开的重要性认识不到。
  { hint: '认识不到', pattern: /认识不到(?=[，。；、])/g, right: '认识不到位' },
  // 均以按时办结, 我局以整改到位: done already.
  {
    hint: '以',
    pattern: new RegExp(
      `以(?=(?:${DONE})(?:[，。；、]|完毕|到位|了|并|\\d))(?<=(?:均|都|现|目前|全部|基本|皆|业)以)(?![^，。；]*[为来])|以(?=(?:${DONE})(?:完毕|到位|了))(?<=(?:^|[，。；]|我[局镇乡委县市区街办厅]|问题|申请|事项|意见)以)(?![^，。；]*[为来])`,
      'g',
    ),
    right: '已',
  },
  {
    hint: '以',
    pattern:
      /以(?=(?:建立|制定|出台|印发|开通|修订|成立|组建|设立)[^，。；为来的促推带引]{2,16}(?:[。；]|，(?!促|推|确|提|带|着|切|不|进|努|全|深|有|保|为|增|实|扎|积|使|让)))(?<=我[局镇乡委县市区街办厅]以)/g,
    right: '已',
    mild: true,
  },
  // ，已公开栏为载体: by means of.
  {
    hint: '已',
    pattern:
      /已(?=[\u4e00-\u9fff“”]{2,12}为(?:原则|目标|抓手|核心|导向|中心|准绳|载体|契机|主线|己任|根本|宗旨|牵引|突破口|出发点))(?<=(?:^|[，。；]|坚持|始终)已)(?![^，。；]*[以成列作认视定确称设评]为?[^，。；]{0,3}为)/g,
    right: '以',
  },
  // ，再县委的领导下; 公布再门户网站.
  {
    hint: '再',
    pattern:
      /再(?=(?:[县市区省镇乡局]|上级|各级|党|全[县市区镇])[^，。；]{2,24}(?:下|中|上|内|里|期间|方面|过程中)[，。；])(?<=(?:^|[，。；])再)|再(?=[\u4e00-\u9fff]{0,8}(?:网站|公众号|公开栏|公示栏|平台|官网|专栏))(?<=(?:公布|公开|发布|张贴|刊登|公示)再)/g,
    right: '在',
    mild: true,
  },
  // ，即要及时，又要准确: both.
  {
    hint: '即',
    pattern: /即(?![使便将时可日刻由指为收来办交办止期])(?=[^，。；]{2,16}，又)(?<=(?:^|[，。；])即)/g,
    right: '既',
    mild: true,
  },
  // 内容丰富我。: left over.
  {
    hint: '我',
    pattern: /我(?=[。；])(?<=[\u4e00-\u9fff]{2}我)(?<![你自忘无小大敌找给于]我)/g,
    right: '',
    fault: '像是多余的字',
    mild: true,
  },
  // 其他事项等内容本报告主要通过…
  {
    hint: '等',
    pattern: /等(?:内容|情况|事项|方面)(?=本(?:报告|年报|单位|机关)|我[局镇乡县市区委街办厅])/g,
    right: '',
    fault: '后面疑漏标点',
    mild: true,
  },
  // 完善工作机制一是领导重视。
  {
    hint: '一是',
    pattern:
      /一是(?<=[\u4e00-\u9fff]一是)(?<!(?:问题|不足|表现|原因|做法|措施|方面|重点|任务|包括|存在|主要|体现|下步|步|差距|其|如|点|第|之|唯|统|在|为|有|即|进|同|逐|这|每|某|万)一是)(?=[^一]{2,60}[。；，]二是)/g,
    right: '',
    fault: '前面疑漏标点',
    mild: true,
  },
  // 2021年来，: since then.
  { hint: '年来', pattern: /年来(?<=(?:^|[，。；])20\d\d年来)(?=，)/g, right: '年以来', mild: true },
  // 群众听的懂: can be understood.
  {
    hint: '的',
    pattern:
      /的(?=[懂见到清](?![楚晰]|[目新]))(?<=[听看读]的)|的(?=不够[，。；、]|还不够)(?<=(?:公开|更新|完成|落实|做|抓|开展|宣传|讲)的)/g,
    right: '得',
    mild: true,
  },
  // 及时得公开信息.
  {
    hint: '得',
    pattern:
      /得(?=(?:公开|发布|更新|落实|开展|推进|完成|做好|贯彻|执行|提高|提升|促进|保障|推动|服务|满足|回应)(?![，。；]))(?<=(?:及时|准确|全面|主动|认真|积极|有效|深入|更好|切实|严格|充分|有力|有序|扎实|不断)得)/g,
    right: '地',
  },
];
