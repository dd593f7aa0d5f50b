// Shapes of sentences that lack a part: each pattern is tried on one clause or one whole sentence, so none of them can run away.

export interface Shape {
  /** Tried on a clause (between pauses, the last of its sentence if `last`) or on a whole sentence. */
  readonly on: 'clause' | 'sentence';
  readonly last?: true;
  /** One of these must be there; looked for first, because it costs less than the pattern. */
  readonly hint?: readonly string[];
  /** The first character must be one of these. */
  readonly first?: string;
  /** The last character must be one of these. */
  readonly end?: string;
  readonly pattern: RegExp;
  /** If this is found too, the sentence is whole. */
  readonly unless?: RegExp;
  /** What to say; $1 is the first group of the pattern. */
  readonly lacks: string;
  readonly mild?: true;
  /** Nothing is lacking: two constructions stand in one sentence. */
  readonly mixed?: true;
}

export const SHAPES: readonly Shape[] = [
  {
    on: 'clause',
    last: true,
    hint: ['在'],
    first: '在',
    pattern:
      /^在(?:服务|发挥|推进|加强|提高|促进|提升|完善|落实|推动|优化|开展|满足|深化|规范|贯彻|加大|方便|强化|坚持|做好|保护|维护|增强|扩大|改进)/,
    unless:
      /[上中下里内外间前后时初末]|方面|过程|基础|领域|环节|范围|平台|网站|期|取得|起到|能力|需|(?<![回响反适相顺供])应|(?<![主重摘概])要|有|是|得到|成为|为|仍|还/,
    lacks: '“在……”缺少中心语（如“方面”“过程中”）和谓语',
  },
  {
    on: 'clause',
    hint: ['职能', '职责', '职权'],
    end: '能责权',
    pattern: /(?:推进|指导|协调|监督)(?:、(?:推进|指导|协调|监督)){1,3}[^，。；]{0,24}(?:职能|职责|职权)$/,
    unless: /履行|行使|承担|发挥|明确|落实|肩负|担负|扛|压实|厘清|划分|强化|细化|负有|具有|具备|赋予|属|是|有|切实.*尽|尽到|健全|理顺/,
    lacks: '缺少动词，应为“履行……职能”',
  },
  {
    on: 'clause',
    first: '落完做开推参',
    end: '性',
    pattern:
      /^(?:落实|完成|做好|开展|推进|参与|推动)[^，。；]{4,30}的(?:积极性|主动性|创造性|自觉性)(?:[和、与及](?:积极性|主动性|创造性|自觉性))?$/,
    unless: /提高|调动|激发|增强|发挥|提升|保护|保持|强化|树立|带动|鼓励|增进|培养|营造/,
    lacks: '缺少动词，如“提高……积极性”',
    mild: true,
  },
  {
    on: 'sentence',
    first: '（通',
    pattern: /^(?:（[一二三四五六七八九十]）)?通过[^，。；：]{4,40}(?:形式|方式|途径|渠道|手段|媒介)$/,
    lacks: '只有“通过……”，缺少主语和谓语',
  },
  {
    on: 'sentence',
    first: '为',
    pattern: /^(?:为了|为进一步|为切实|为深入|为更好)[^，。；：]{4,60}$/,
    lacks: '只有目的，缺少后面的主句',
  },
  {
    on: 'sentence',
    first: '根按依遵',
    pattern: /^(?:根据|按照|依据|依照|遵照)[^，。；：]{4,60}(?:要求|规定|精神|部署|文件|通知|条例)》?$/,
    lacks: '只有依据，缺少后面的主句',
  },
  {
    on: 'sentence',
    first: '随',
    pattern: /^随着[^，。；：]{4,60}$/,
    lacks: '只有“随着……”，缺少后面的主句',
  },
  {
    on: 'sentence',
    first: '由',
    pattern: /^由于[^，。；：]{4,60}$/,
    unless: /所致|造成|导致|引起|原因|而|无法|不能|未能|没有|不予/,
    lacks: '只有原因，缺少后面的主句',
  },
  {
    on: 'sentence',
    end: '及且于然管果绕对了照据便而',
    pattern: /[\u4e00-\u9fff，、](?:以及|并且|而且|由于|虽然|尽管|如果|围绕|针对|关于|为了|按照|根据|以便|从而)$/,
    lacks: '句子到此中断',
  },
  {
    on: 'sentence',
    end: '步断实力',
    pattern: /(?:[，、]|[\u4e00-\u9fff]工作，?)(?:(?<!更)进一步|不断|切实|着力|大力)$/,
    unless: /源源不断$|接连不断$|持续不断$|连绵不断$/,
    lacks: '句子到此中断',
  },
  {
    on: 'clause',
    hint: ['使'],
    first: '通经',
    end: '使得',
    pattern: /^(?:通过|经过)[^，。；：]{4,40}，?使(?:得)?$/,
    lacks: '“使”后面缺少内容',
  },
  {
    on: 'clause',
    hint: ['组成', '构成'],
    end: '成',
    pattern: /(?:包括|包含|涵盖|分为)[^，。；]{2,180}(?:部分|方面|内容|章节|章)(?:组成|构成)$/,
    unless: /由|所/,
    mixed: true,
    lacks: '应为“由……组成”或“包括……”',
  },
  {
    // The parts divided by commas; the sentence may begin with what the report is written by.
    on: 'sentence',
    hint: ['组成', '构成'],
    end: '成',
    pattern:
      /(?:^|，)(?:本|全)?(?:年度)?(?:报告|年报|文)(?:全文|内容)?(?:主要)?(?:包括|包含|涵盖|分为)[^。；由所]{10,220}(?:[一二三四五六七八两]|\d)个?大?(?:部分|方面)(?:组成|构成)$/,
    mixed: true,
    lacks: '应为“由……组成”或“包括……”',
  },
  {
    on: 'clause',
    hint: ['由'],
    end: '分',
    last: true,
    pattern: /^(?:本|全|整)?(?:年度)?(?:报告|年报|文)(?:全文|内容)?由[^，。；]{10,180}(?:[一二三四五六七八两]个?|\d个?)部分$/,
    unless: /组成|构成|编制|公布|发布|负责/,
    lacks: '“由……”后面缺少“组成”',
  },
  {
    on: 'sentence',
    first: '以',
    end: '则旨针念',
    pattern: /^以[^，。；：]{3,40}为[^，。；：]{2,20}的(?:工作)?(?:原则|宗旨|主旨|方针|理念)$/,
    unless: /坚持|秉持|遵循|按照|本着/,
    lacks: '缺少动词，应为“坚持……的原则”或“以……为原则”',
  },
  {
    on: 'clause',
    hint: ['保证', '确保'],
    pattern:
      /(?<!质量|信用|安全|是否|能否)(?:保证(?!金|书|人|措施|体系|制度|机制|责任|作用)|确保)[^，。；、：的]{0,4}(?:确保|保证(?!金|书|人|措施|体系|制度|机制|责任))/,
    mixed: true,
    lacks: '“保证”“确保”只留一个',
  },
  {
    // 加强对……进行审核: 加强……的审核 and 对……进行审核.
    on: 'clause',
    hint: ['加强对', '强化对'],
    pattern:
      /(?:加强|强化)对[^，。；：]{2,30}(?<![正已未需须应要将前在后中对并能时再和及或可以、])进行(?:审核|审查|监督|管理|检查|指导|培训|把关|跟踪|督促|考核|督查|核查)(?:$|[和及与、](?:审核|审查|监督|管理|检查|指导|培训|把关|跟踪|督促|考核|督查|核查)$)/,
    mixed: true,
    mild: true,
    lacks: '应为“加强对……的……”或“对……进行……”',
  },
  {
    // 有待于有待进一步, 做到公开内容做到客观: begun twice.
    on: 'clause',
    pattern:
      /(做到|按照|根据|截至|有待|进一步|存在|做好|围绕|坚持)(?!和|与|及|并|或|的)(?:[^，。；、：的和与及并或以“”《》（）\d]{1,5})\1(?!与否)/,
    mixed: true,
    lacks: '“$1”写了两次，只留一处',
  },
  {
    // 围绕热点作为重点内容: 围绕…… and 把……作为…….
    on: 'clause',
    hint: ['作为'],
    first: '围针',
    pattern: /^(?:围绕|针对)[^，。；：“”把将以]{3,30}作为[^，。；：]{2,24}$/,
    unless: /作为[^，。；：]{2,16}的(?:要求|规定|部署|原则|目标|任务|单位|部门|机关|情况|问题|现象)/,
    mixed: true,
    lacks: '“围绕……”与“把……作为……”只留一种',
  },
  {
    // 加强日常检查加强组织领导: the pause between two deeds was lost. Slogans of four and four have none.
    on: 'clause',
    first: '加增强健完规严拓丰压',
    pattern:
      /^(?:加强和规范|加强|增强|强化|健全|完善|规范|严格|拓宽|丰富|压实)[^，。；：“”《》（）]{2,24}(?:实效|意识|质量|水平|能力|渠道|机制|制度|责任|检查|管理|监督|审查|培训|审核)(?:加强|强化|增强|健全|拓宽|严格(?:按照|遵循|执行|遵守|落实)|确保)[^，。；：的和与及、]{4,16}$/,
    unless: /^.{0,11}$|以便|来|使/,
    lacks: '疑两个分句之间漏了逗号',
    mild: true,
  },
  {
    on: 'sentence',
    hint: ['以下', '下列'],
    pattern: /存在的?(?:以下|下列)[^，。；：]{0,8}(?:问题|不足)有/,
    mixed: true,
    lacks: '应为“存在以下问题”或“存在的问题有”',
  },
  {
    // 以……为指导，党的二十大精神，: the verb before it is lost.
    on: 'clause',
    first: '党',
    end: '神',
    pattern: /^党的[^，。；、的]{2,14}精神$/,
    lacks: '缺少动词，如“贯彻”',
  },
  {
    on: 'clause',
    hint: ['主要表现在', '主要体现在'],
    pattern: /^(?!问题|不足|差距)[\u4e00-\u9fff]{1,16}(?:局|镇|乡|街道|办|委|县|市|区)主要(?:表现|体现)在/,
    unless: /问题|不足|差距|短板|困难|成效|特点|亮点|作用/,
    lacks: '缺少主语，如“存在的问题”',
    mild: true,
  },
  {
    on: 'sentence',
    hint: ['由'],
    first: '本全年报',
    end: '项况施',
    pattern: /^(?:本|全)?(?:年度)?(?:报告|年报|文)(?:全文|内容)?(?:主要)?由[^。；]{10,220}(?:事项|情况|措施)$/,
    unless: /组成|构成|编制|撰写|起草|公布|发布|负责|制作|部分/,
    lacks: '“由……”后面缺少“组成”',
  },
  {
    on: 'sentence',
    first: '本年报',
    hint: ['是根据', '是按照', '是依据'],
    pattern: /^本?(?:年度)?(?:报告|年报)是(?:根据|按照|依据)[^。；]{2,200}(?:要求|规定|精神)，/,
    unless: /编制|编写|撰写|编辑|编纂|制作|制定|形成|完成|汇总|整理|起草|拟定|写成|的$/,
    lacks: '“是根据……”没有下文，应为“根据……”或“是根据……编制的”',
  },
  {
    // 全文包括：年度报告应当包括……: the words of the law were left in.
    on: 'sentence',
    hint: ['应当包括'],
    pattern: /(?:包括|包含|涵盖)：?[^，。；、：]{0,8}应当包括/,
    mixed: true,
    lacks: '“包括”写了两次，疑保留了条例的原文',
  },
];
