// Invented sentences in many phrasings: what each number is taken to count, whose, of which year.
import { describe, expect, it } from 'vitest';
import { findStatements } from '../../src/core/statements/index.ts';
import type { Statement } from '../../src/core/model/statement.ts';

/** Statements of one paragraph, under a heading if one is given. */
function read(text: string, heading?: string): readonly Statement[] {
  const blocks = [...(heading ? [{ kind: 'heading' as const, level: 3, text: heading }] : []), { kind: 'paragraph' as const, text }];
  return findStatements(blocks, []);
}

/** 「received 15」, with details in their order. */
const said = ({ kind, concept, value, applicant, outcome, route, aspect, row, claim, approximate }: Statement): string =>
  [
    kind === 'none' ? 'none' : kind === 'mention' ? 'mention' : '',
    concept ?? '-',
    value === null || kind === 'none' ? '' : `${approximate ? '~' : ''}${value}`,
    applicant ?? route ?? '',
    outcome ?? aspect ?? row?.replace('t3.r.', '') ?? claim ?? '',
  ]
    .filter(Boolean)
    .join(' ');

const PHRASES: readonly (readonly [text: string, expected: readonly string[], heading?: string])[] = [
  ['2023年，全局收到政府信息公开申请15件。', ['received 15']],
  ['全年共收到依申请公开十五件，均已答复。', ['received 15', 'done allDone']],
  ['本年度新收政府信息公开申请1,203件。', ['received 1203']],
  ['受理公开申请１２件。', ['received 12']],
  ['我局接到群众依申请公开案件两件。', ['received 2']],
  ['全年收到7份政府信息公开申请。', ['received 7']],
  ['收到政府信息公开申请7件，已按申请内容提供给本人3件，按申请要求寄出4件。', ['received 7', '- 3', '- 4']],
  ['收到政府信息公开申请7件，按申请内容答复7件。', ['received 7', 'done 7']],
  ['共收到政府信息公开申请，合计9件。', ['received 9']],
  ['收到申请6件，办结6件。', ['received 6', 'done 6'], '（二）依申请公开情况'],
  ['收到并答复政府信息公开申请4件。', ['received 4']],
  ['收办政府信息公开申请36件（含上年结转1件）。', ['due 36', 'carriedIn 1']],
  ['办理政府信息公开申请8件。', ['handled 8']],
  ['依申请公开3件。', ['handled 3']],
  ['未收到政府信息公开申请。', ['none received']],
  ['没有接到任何公民、法人和其他组织的政府信息公开申请。', ['none received']],
  ['2023年度无依申请公开事项。', ['none received']],
  ['政府信息公开申请数量为零。', ['none received']],
  ['受理政府信息公开申请零件。', ['received 0']],
  ['依申请公开受理数为0件。', ['received 0']],
  ['没有上年结转的政府信息公开申请。', ['none carriedIn']],
  ['收到申请5件，上年结转2件，结转下年度继续办理1件。', ['received 5', 'carriedIn 2', 'carriedOut 1'], '二、依申请公开'],
  ['收到政府信息公开申请5件，其中1件结转下一年度办理。', ['received 5', 'carriedOut 1']],
  ['政府信息公开申请中另有3件顺延至下年度。', ['carriedOut 3']],
  ['答复政府信息公开申请13件，其中予以公开8件，部分公开3件，不予公开2件。', ['done 13', 'granted 8', 'partial 3', 'denied 2']],
  [
    '答复依申请公开13件：同意公开8件、无法提供3件、不予处理1件、其他处理1件。',
    ['done 13', 'granted 8', 'unable 3', 'refused 1', 'otherHandling 1'],
  ],
  ['政府信息公开申请中，予以公开及部分公开11件。', ['grantedOrPartial 11']],
  ['政府信息公开申请中，因属于国家秘密不予公开1件。', ['reason 1 denied.stateSecret']],
  [
    '依申请公开答复中，本机关不掌握相关政府信息2件，补正后申请内容仍不明确1件。',
    ['reason 2 unable.notHeld', 'reason 1 unable.stillUnclear'],
    '（二）依申请公开',
  ],
  ['接到5条居民通过互动平台提交的公开申请。', ['received 5']],
  ['接到5件低保申请。', ['- 5']],
  ['依申请公开办结7件，转接下一年继续办理2件。', ['done 7', 'carriedOut 2']],
  ['依申请公开办结7件，延续到次年2件。', ['done 7', 'carriedOut 2']],
  ['全年办理信息公开答复68份。印制信息公开答复样本3份。', ['handled 68', '- 3']],
  // 每一件 and slogans count nothing.
  ['精心办理好每一件依申请公开案件。', []],
  ['依申请公开工作做到办结一件申请、化解一个矛盾。', []],
  ['受理依申请公开9件，答复6件，不予受理3件。', ['received 9', 'done 6', 'refused 3 rejected']],
  ['受理依申请公开9件（申请人均为自然人），均已办结。', ['received 9', 'received allNatural', 'done allDone']],
  ['依申请公开中，作其他处理（含申请人撤回）4件。', ['otherHandling 4']],
  [
    '收到政府信息公开申请6件，其中2件予以公开；3件涉及商业秘密，不予公开；1件本机关没有保存，无法提供。',
    ['received 6', 'granted 2', 'denied 3', 'unable 1'],
  ],
  ['收到政府信息公开申请3件，均已办结。2件依申请公开，1件部分公开。', ['received 3', 'done allDone', '- 2', 'partial 1']],
  ['行政事业性收费2项，收费总额为5.2万元。', ['- 2', 'charge 52000']],
  ['对4件政府信息公开申请收取信息处理费260元。', ['handled 4', 'requestFee 260']],
  ['本年度未发出信息处理费收费通知。', ['none feeNotice']],
  // 分别: each number to its name.
  ['信息公开类复议、诉讼案件分别为12件和8件。', ['review 12', 'litigation 8']],
  ['行政许可、行政处罚处理决定数量分别为21件、6件。', ['licensing 21 decided', 'penalty 6 decided']],
  ['政府信息公开申请新收、上年结转、办结三项分别为9件、2件、8件。', ['received 9', 'carriedIn 2', 'done 8']],
  ['政府信息公开申请予以公开、部分公开、不予公开分别为5件、3件。', ['- 5', '- 3']],
  // Ways and outcomes of cases.
  ['政府信息公开行政诉讼8件，其中经过复议的3件，未经过复议的5件。', ['litigation 8', 'litigation 3 litAfter', 'litigation 5 litDirect']],
  ['政府信息公开引起的行政诉讼，直接起诉的5件：维持3件。', ['litigation 5 litDirect', 'litigation 3 litDirect upheld']],
  ['政府信息公开引起的复议后起诉1件，结果维持。', ['litigation 1 litAfter', 'litigation 1 litAfter upheld']],
  ['政府信息公开引起的行政诉讼1件，目前正在审理中。', ['litigation 1', 'litigation 1 pending']],
  ['因政府信息公开引起、尚未审结的行政复议1件、行政诉讼2件。', ['review 1 pending', 'litigation 2 pending']],
  ['因政府信息公开引起的行政复议、行政诉讼案件均未发生。', ['none review', 'none litigation']],
  ['全年收到信息公开行政复议3条，公开行政复议类信息24条。', ['review 3', '- 24']],
  // A unit that stands apart from its number.
  ['行政规范性文件：本年制发件数7，本年废止件数3。', ['normative 7 issued', 'normative 3 repealed']],
  ['行政事业性收费金额（单位：万元）为12.36。', ['charge 123600']],
  ['收到政府信息公开申请数：18（件）。', ['received 18']],
  // What was reached is this year's.
  ['政府信息公开申请由130件下降到117件，降幅10%。', ['handled 130', 'handled 117', 'change 10']],
  ['政府信息公开申请中予以公开（含部分公开）59件。', ['grantedOrPartial 59']],
  ['政府信息公开申请中予以公开（不含部分公开）45件。', ['granted 45']],
  ['收到政府信息公开申请9件，申请人均为法人。', ['received 9', 'received allLegal']],
  // How often something was done is no number of documents.
  ['清理规范性文件2次，废止6件。', ['- 2', 'normative 6 repealed']],
  ['文件一式三份送档案馆，转载法律法规规章28部。', ['- 28']],
  ['收到政府信息公开申请30件，结转4件到2024年。', ['received 30', 'carried 4']],
  ['收到政府信息公开申请30件，另有4件转入2024年继续办理，予以公开6件。', ['received 30', 'carried 4', 'granted 6']],
  ['政府信息公开申请顺延至2024年办理4件。', ['carried 4']],
  ['收到政府信息公开申请30件，尚有4件正在办理中。', ['received 30', 'carried 4 pending']],
  ['收到政府信息公开申请30件，4件未到答复期限。', ['received 30', 'carried 4 pending']],
  ['去年未办结转入本年办理的政府信息公开申请4件。', ['carriedIn 4 pending']],
  ['收到政府信息公开申请30件，22件为自然人申请。', ['received 30', 'received 22 natural']],
  ['公民、法人和其他组织向我局申请政府信息公开30件。', ['handled 30']],
  ['开展规范性文件清理，废止7件。', ['normative 7 repealed']],
  ['收到政府信息公开申请8件，申请人均为自然人。', ['received 8', 'received allNatural']],
  ['收到政府信息公开申请8件，全部予以公开。', ['received 8', 'granted allGranted']],
  ['收到政府信息公开申请8件，属于主动公开范围的均予以公开。', ['received 8']],
  ['政府信息公开申请全部办结，无结转。', ['done allDone', 'none carriedOut']],
  ['政府信息公开申请上年无结转。', ['none carriedIn']],
  ['本年度无依申请公开情况。', ['none received']],
  ['没有制发规范性文件。', ['none normative issued']],
  ['未制定规章和规范性文件。', ['none rules issued', 'none normative issued']],
  ['未作出行政处罚决定。', ['none penalty decided']],
  ['没有公布行政处罚信息。', []],
  ['未发生针对我局政府信息公开工作的行政复议。', ['none review']],
  ['因政府信息公开提起行政诉讼15件，均胜诉。', ['litigation 15', 'litigation noneCorrected']],
  ['下达行政处罚决定书8份。', ['penalty 8 decided']],
  ['收到政府信息公开申请9件，申请人主动撤回1件。', ['received 9', 'withdrawn 1']],
  ['收到政府信息公开申请15件，其中自然人12件、法人或其他组织3件。', ['received 15', 'received 12 natural', 'received 3 legalPersons']],
  ['收到政府信息公开申请15件（商业企业2件，法律服务机构1件）。', ['received 15', 'received 2 business', 'received 1 legal']],
  ['因政府信息公开引起行政复议4件，行政诉讼2件。', ['review 4', 'litigation 2']],
  [
    '因政府信息公开被申请行政复议5件，其中维持3件、纠正1件、尚未审结1件。',
    ['review 5', 'review 3 upheld', 'review 1 corrected', 'review 1 pending'],
  ],
  [
    '政府信息公开行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。',
    ['litigation 3', 'litigation 2 litDirect', 'litigation 1 litAfter'],
  ],
  ['没有因政府信息公开引起的行政复议、行政诉讼。', ['none review', 'none litigation']],
  ['涉及政府信息公开的行政复议和行政诉讼均为零。', ['none review', 'none litigation']],
  ['政府信息公开行政复议、行政诉讼各1件。', ['disputes 1']],
  ['政府信息公开行政复议5件，均获维持。', ['review 5', 'review allUpheld']],
  ['政府信息公开行政诉讼2件，无一败诉。', ['litigation 2', 'litigation noneCorrected']],
  ['未发生因政府信息公开工作引发的行政诉讼案件。', ['none litigation']],
  ['制发行政规范性文件5件，废止2件，现行有效12件。', ['normative 5 issued', 'normative 2 repealed', 'normative 12 inForce']],
  ['印发规范性文件三份。', ['normative 3 issued']],
  ['现行有效的规章2部。', ['rules 2 inForce']],
  ['作出行政许可决定136件、行政处罚19件。', ['licensing 136 decided', 'penalty 19 decided']],
  ['公示行政处罚信息11条。', ['penalty 11 published']],
  ['通过网站公开行政许可、行政处罚等信息。', ['mention licensing published', 'mention penalty published']],
  ['收取政府信息公开信息处理费1200元。', ['requestFee 1200']],
  ['收取信息处理费0.05万元。', ['requestFee 500']],
  ['全年未收取政府信息公开信息处理费。', ['none requestFee']],
  ['没有发出收费通知书。', ['none feeNotice']],
  ['未发出收费通知。', ['none feeNotice']],
  ['公开政府信息1.2万条，微信推送近300条，简报四十余期。', ['- 12000', '- ~300', '- ~40']],
  ['网站更新信息500条左右，上百条微信。', ['- ~500', '- ~100']],
  ['办结政府信息公开申请13件，其中8件予以公开、3件部分公开和2件不予公开。', ['done 13', 'granted 8', 'partial 3', 'denied 2']],
  ['收到政府信息公开申请5件，其中4件公开，1件不予公开。', ['received 5', 'granted 4', 'denied 1']],
  ['公开了局里的3项行政许可、7项行政处罚。', ['licensing 3 published', 'penalty 7 published']],
  ['主动公开行政许可办理事项41件、行政处罚办理事项52件。', ['licensing 41 published', 'penalty 52 published']],
  ['答复政府信息公开申请21件（含上年结转3件，不含结转至下年度6件）。', ['done 21', 'carriedIn 3', 'carriedOut 6']],
  ['收到政府信息公开申请30件，上年结转4件，共计34件。', ['received 30', 'carriedIn 4', 'due 34']],
  ['政府信息公开行政复议4件，未经复议直接起诉2件。', ['review 4', 'litigation 2 litDirect']],
  ['政府信息公开行政复议4件，其中上年度结转审结1件。', ['review 4', '- 1']],
  ['收到关于我局信息公开的行政复议3件。', ['review 3']],
  ['全年无依申请公开行政复议、行政诉讼情况。', ['none review', 'none litigation']],
  ['未收到政府信息公开申请、行政复议。', ['none review', 'none received']],
  ['未产生行政许可、行政处罚等处理决定。', ['none licensing decided', 'none penalty decided']],
  ['没有公民、法人和其他组织到我局递交政府信息公开申请。', ['none received']],
  ['有12件政府信息公开申请受理登记。', ['received 12']],
  ['收到政府信息公开申请9件，均已在规定时限内按照要求作出答复。', ['received 9', 'done allDone']],
  ['收到政府信息公开申请9件，7件为网络申请，2件为当面申请。', ['received 9', 'received 7', 'received 2']],
  ['清理废止规范性文件4件。', ['normative 4 repealed']],
  ['依申请公开方面，全年收到申请9件。', ['received 9']],
  ['收到政府信息公开申请29件，通过来信收到申请件4件，占14%。', ['received 29', 'received 4', 'share 14']],
  ['收到政府信息公开申请9件，其中网上申请7件，来信申请2件，均已办结。', ['received 9', 'received 7', 'received 2', 'done allDone']],
  ['收到政府信息公开申请9件，2件申请人主动撤件。', ['received 9', 'withdrawn 2']],
  ['没有受理过一件政府信息公开申请。', ['none received']],
  ['没有发生一起因政府信息公开引起的行政复议、行政诉讼。', ['none review', 'none litigation']],
  ['没有发生政府信息公开引发的举报、投诉、行政复议、行政诉讼。', ['none review', 'none litigation']],
  ['没有发生因投诉引起的政府信息公开行政复议。', []],
  ['依申请公开无一例外地按规程处理。', []],
  ['政府信息公开申请办结9件。答复情况为：主动公开2件，予以公开7件。', ['done 9', '- 2', 'granted 7']],
  ['依申请公开工作：受理9件，办结7件。', ['received 9', 'done 7']],
  ['依申请公开总量9件（新收7件、上年结转2件）。', ['handled 9', 'received 7', 'carriedIn 2']],
  ['全年无人申请公开政府信息。', ['none received']],
  ['运用无人机航拍；做到依申请公开无人漏办。', []],
  ['因政府信息公开被复议5次、被诉4次。', ['review 5', 'litigation 4']],
  ['政府信息公开行政复议4件，行政诉讼2件，合计6件。', ['review 4', 'litigation 2', 'disputes 6']],
  ['没有信息公开方面的行政复议。', ['none review']],
  ['政府信息公开申请9件，内容相同的重复申请按一件办理。', ['handled 9']],
  ['减免行政事业性收费3.2万元。', ['- 32000']],
  // What is no statement, or of something else.
  ['依据第二十条第（一）项至第（八）项、云政办〔2021〕12号、令第711号。', []],
  ['邮编324400，电话0570-7012345，地址为云溪路12号3楼302室，2023年1月5日。', []],
  ['依据《中华人民共和国政府信息公开条例》第五十条、国务院令第711号和国办公开办函〔2021〕30号。', []],
  ['自收到申请之日起20个工作日内答复，五个方面同步推进，一件件落实。', []],
  ['局长信箱收到来信23件，答复23件。', ['- 23', '- 23']],
  ['办理人大代表建议13件、政协提案27件。', ['- 13', '- 27']],
  ['拨打12345热线反映问题30件。', ['- 30']],
  ['一是加强领导，二是一次性告知，三项制度落实到位。', []],
  ['全年答复率达100%。', ['replyRate 100']],
  ['予以公开8件，占61.5%。', ['granted 8', 'share 61.5'], '（二）依申请公开'],
  ['公开信息120条，同比增长20%。', ['- 120', 'change 20']],
  ['未因答复不及时引起行政复议。', []],
  ['无逾期答复政府信息公开申请的情形。', []],
];

describe('phrasings', () => {
  it('are many', () => expect(PHRASES.length).toBeGreaterThan(60));
  for (const [text, expected, heading] of PHRASES)
    it(text, () => {
      expect(read(text, heading).map(said)).toEqual(expected);
    });
});

describe('where and when', () => {
  const first = (text: string): Statement => read(text)[0]!;
  it('points at the number with its unit', () => {
    const text = '2023年，全年收到 政府信息公开申请 １５ 件，办结十三件。';
    const found = read(text);
    expect(found.map(({ at }) => text.slice(at.from, at.to))).toEqual(['１５ 件', '十三件']);
    for (const { quote, marked, at } of found) expect(quote.slice(marked.from, marked.to)).toBe(text.slice(at.from, at.to));
    expect(found.map(({ writing }) => writing)).toEqual(['fullWidth', 'chinese']);
  });
  it('knows the year', () => {
    expect(read('2022年收到政府信息公开申请9件，2023年收到15件。').map(({ year }) => year)).toEqual([2022, 2023]);
    expect(first('去年收到政府信息公开申请9件。').year).toBe('last');
    expect(first('近三年来收到政府信息公开申请90件。').year).toBe('several');
    expect(read('自条例施行以来，受理依申请公开230件，2023年受理8件。').map(({ year }) => year)).toEqual(['several', 2023]);
    expect(read('截至12月底，累计受理依申请公开56件，其中2023年12件。').map(({ year, concept }) => `${year} ${concept}`)).toEqual([
      'several received',
      '2023 received',
    ]);
    expect(first('2023年以来，受理依申请公开8件。').year).toBe(2023);
    expect(first('今年以来，受理依申请公开8件。').year).toBe(null);
  });
  it('knows the scope', () => {
    expect(first('全市共收到政府信息公开申请900件。').scope).toBe('area');
    expect(first('各部门收到政府信息公开申请90件。').scope).toBe('units');
    expect(first('全县各部门、镇街共收到政府信息公开申请90件。').scope).toBe('area');
    expect(first('全市各县区共收到政府信息公开申请90件。').scope).toBe('units');
    expect(first('我局收到政府信息公开申请9件。').scope).toBe('own');
    expect(first('市政府办公室收到政府信息公开申请9件。').scope).toBe('narrow');
    expect(first('收到政府信息公开申请9件。').scope).toBe('unsaid');
    expect(read('基层政务公开有序推进。收到政府信息公开申请9件。')[0]!.scope).toBe('unsaid');
    expect(read('全市各级机关稳步推进。收到政府信息公开申请900件。')[0]!.scope).not.toBe('unsaid');
  });
  it('knows what keeps a number from being compared', () => {
    expect(first('较上年增加政府信息公开申请6件。').guards).toContain('comparison');
    expect(first('备案行政复议决定34件。').guards).toContain('filing');
    expect(first('收到关于土地征收方面的政府信息公开申请6件。').guards).toContain('topic');
    expect(first('收到政府信息公开申请网上11件。').guards).toContain('channel');
    expect(first('力争全年公开政府信息300条。').guards).toContain('plan');
    expect(first('政府信息公开行政诉讼一审2件。').guards).toContain('instance');
    expect(first('因具体行政行为被提起行政诉讼2起。').guards).toContain('loose');
    expect(first('对4件政府信息公开申请收取信息处理费260元。').guards).toContain('topic');
    expect(read('收到依申请公开6件，其中3件涉及商业秘密，不予公开。')[1]!.guards).toEqual([]);
    expect(first('没有网上提交的政府信息公开申请。').guards).toContain('channel');
    // What else may be applied for, behind a sentence about requests.
    expect(read('受理依申请公开9件。另受理占道施工申请70件。')[1]!.guards).toContain('topic');
    expect(read('收到政府信息公开申请9件，法人或其他组织提出申请3件。')[1]!.guards).toEqual([]);
  });
  it('ties the items of a sum to their total', () => {
    const found = read('公开信息100条，其中网站60条（动态40条、公告20条），微信40条等。');
    expect(found.map(({ part }) => part?.total ?? null)).toEqual([null, 0, 1, 1, 0]);
    expect(found.map(({ part }) => part?.opener ?? null)).toEqual([null, '其中', '（', '（', '其中']);
    expect(found[4]!.part!.open).toBe(true);
  });
  it('knows the years of each number, and of several', () => {
    const years = (text: string) => read(text).map(({ year }) => year);
    expect(years('2021、2022、2023年分别收到政府信息公开申请20件、25件、15件。')).toEqual([2021, 2022, 2023]);
    expect(years('2021年至2023年共收到政府信息公开申请60件。')).toEqual(['several']);
    expect(years('政府信息公开申请由2022年的20件下降到2023年的15件。')).toEqual([2022, 2023]);
    expect(years('2023年，与2021年、2022年相比，收到政府信息公开申请15件。')).not.toContain('several');
    expect(years('前三年累计收到政府信息公开申请60件。')).toEqual(['several']);
  });
  it('takes 分别 for each of what stands in front of it', () => {
    expect(read('网站发布信息420条，微信、微博分别发布180条、230条。').map(({ part }) => part?.total ?? null)).toEqual([null, null, null]);
    expect(read('召开会议12次，分别为专题会5次、推进会7次。').map(({ part }) => part?.total ?? null)).toEqual([null, 0, 0]);
  });
  it('keeps items that only look like deeds in their sum', () => {
    expect(read('公开信息60条，其中人事调整2条，行政检查8条，动态50条。').map(({ part }) => part?.total ?? null)).toEqual([null, 0, 0, 0]);
    expect(read('答复建议提案7件，其中办理建议5件（3号、9号），办理提案2件。').map(({ part }) => part?.total ?? null)).toEqual([
      null,
      0,
      0,
    ]);
  });
  it('reads no tables and no title', () => {
    const cell = { text: '收到政府信息公开申请5件', column: 0, colSpan: 1, rowSpan: 1 };
    expect(findStatements([{ kind: 'table', geometry: 'grid', rows: [{ cells: [cell] }] }], [])).toEqual([]);
    expect(findStatements([{ kind: 'paragraph', text: '收到政府信息公开申请5件' }], [], 0)).toEqual([]);
  });
});
