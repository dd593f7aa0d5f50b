// Terms that fit certain years only: from which report year they are dated, and what would be said now. Ages fast; a person may accept any of them.

/** A term and the years it does not fit. */
export interface DatedTerm {
  readonly word: string;
  /** First report year in which it is dated. */
  readonly from: number;
  readonly advice: string;
  /** Words before (`…` ends them) or around it that make it right. */
  readonly unless?: readonly string[];
  /** Right if the report holds any of these anywhere. */
  readonly withAny?: readonly string[];
}

const CONGRESS = ['二十大', '二十届'] as const;
const MERGED_2018 = '该机构在2018年机构改革中已经调整';
const FORMER = ['原', '原省', '原市', '原县', '原区', '原州', '原自治区', '前身', '撤销', '划入', '划转', '并入', '更名', '改革前'];

/** Terms of plans, campaigns and organs that came to an end. */
export const DATED_TERMS: readonly DatedTerm[] = [
  {
    word: '脱贫攻坚',
    from: 2021,
    advice: '脱贫攻坚战已于2021年初宣告全面胜利，宜用“巩固拓展脱贫攻坚成果”',
    unless: [
      '脱贫攻坚成果',
      '脱贫攻坚精神',
      '脱贫攻坚同乡村振兴',
      '脱贫攻坚与乡村振兴',
      '脱贫攻坚战取得',
      '脱贫攻坚工作的经验',
      '打赢脱贫攻坚',
      '脱贫攻坚总结',
      '脱贫攻坚后评估',
      '脱贫攻坚普查',
      '脱贫攻坚期',
      '脱贫攻坚时期',
      '巩固脱贫攻坚',
      '巩固拓展脱贫攻坚',
    ],
  },
  ...['全力打赢脱贫攻坚', '坚决打赢脱贫攻坚', '打好打赢脱贫攻坚', '打好脱贫攻坚', '决战脱贫攻坚', '决胜脱贫攻坚'].map(
    (word): DatedTerm => ({
      word,
      from: 2021,
      advice: '脱贫攻坚战已于2021年初宣告全面胜利，宜用“巩固拓展脱贫攻坚成果”',
      unless: [`${word}战取得`, `${word}取得`, `${word}战的胜利`, `${word}战以来`, `${word}战后`, `${word}成果`],
    }),
  ),
  { word: '精准扶贫', from: 2021, advice: '宜用“巩固拓展脱贫攻坚成果、乡村振兴”' },
  { word: '精准脱贫', from: 2021, advice: '宜用“巩固拓展脱贫攻坚成果、乡村振兴”' },
  { word: '扶贫办', from: 2022, advice: '扶贫机构已改为乡村振兴部门', unless: FORMER.map((word) => `${word}扶贫办`) },
  { word: '扶贫开发局', from: 2022, advice: '扶贫机构已改为乡村振兴部门' },
  { word: '扶贫局', from: 2022, advice: '扶贫机构已改为乡村振兴部门' },
  { word: '乡村振兴局', from: 2024, advice: '多数地方已并入农业农村部门，请核对' },
  { word: '十九届四中全会', from: 2022, advice: '未提及党的二十大，可能沿用旧文', withAny: CONGRESS },
  { word: '十九届五中全会', from: 2022, advice: '未提及党的二十大，可能沿用旧文', withAny: CONGRESS },
  { word: '十九届六中全会', from: 2023, advice: '未提及党的二十大，可能沿用旧文', withAny: CONGRESS },
  { word: '十九届历次全会', from: 2023, advice: '未提及党的二十大，可能沿用旧文', withAny: CONGRESS },
  { word: '十九届二中、三中', from: 2022, advice: '未提及党的二十大，可能沿用旧文', withAny: CONGRESS },
  { word: '党的十九大精神', from: 2023, advice: '未提及党的二十大，可能沿用旧文', withAny: CONGRESS },
  { word: '十八届三中全会', from: 2019, advice: '可能沿用旧文', withAny: ['十九大', '十九届', ...CONGRESS] },
  { word: '十八届四中全会', from: 2019, advice: '可能沿用旧文', withAny: ['十九大', '十九届', ...CONGRESS] },
  { word: '党的十八大精神', from: 2019, advice: '可能沿用旧文', withAny: ['十九大', '十九届', ...CONGRESS] },
  { word: '“十三五”', from: 2022, advice: '“十三五”时期至2020年止，请核对' },
  { word: '“十四五”规划编制', from: 2023, advice: '“十四五”规划已在2021年发布，请核对' },
  { word: '新冠肺炎', from: 2023, advice: '2022年12月起更名为新型冠状病毒感染' },
  { word: '新型冠状病毒肺炎', from: 2023, advice: '2022年12月起更名为新型冠状病毒感染' },
  { word: '常态化疫情防控', from: 2023, advice: '2023年1月起实施乙类乙管，请核对是否沿用旧文' },
  { word: '统筹疫情防控', from: 2024, advice: '请核对是否沿用旧文' },
  {
    word: '疫情防控',
    from: 2024,
    advice: '请核对是否沿用旧文',
    unless: ['动物疫情防控', '重大动物疫情防控', '畜禽疫情防控', '非洲猪瘟疫情防控', '登革热疫情防控', '流感疫情防控'],
  },
  {
    word: '党史学习教育',
    from: 2023,
    advice: '集中学习教育在2021年，请核对是否沿用旧文',
    unless: ['党史学习教育常态化', '党史学习教育工作条例'],
  },
  { word: '不忘初心、牢记使命', from: 2022, advice: '主题教育在2019年，请核对是否沿用旧文' },
  { word: '两学一做', from: 2020, advice: '请核对是否沿用旧文' },
  { word: '三严三实', from: 2019, advice: '请核对是否沿用旧文', unless: ['三严三实要求', '践行三严三实'] },
  { word: '群众路线教育实践活动', from: 2019, advice: '请核对是否沿用旧文' },
  ...[
    '国土资源局',
    '国土局',
    '环境保护局',
    '环保局',
    '工商局',
    '工商行政管理局',
    '质监局',
    '质量技术监督局',
    '食药监局',
    '食品药品监督管理局',
    '卫计委',
    '卫计局',
    '卫生和计划生育',
    '安监局',
    '安全生产监督管理局',
    '法制办',
    '物价局',
    '粮食局',
    '国税局',
    '地税局',
    '文广新局',
    '公务员局',
  ].map(
    (word): DatedTerm => ({
      word,
      from: 2020,
      advice: MERGED_2018,
      unless: [...FORMER.map((each) => `${each}${word}`), `${word}改为`, '新粮食局'],
    }),
  ),
  { word: '银监会', from: 2019, advice: MERGED_2018 },
  { word: '银保监', from: 2024, advice: '2023年机构改革后为金融监管部门' },
];
