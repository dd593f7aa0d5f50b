// Sentences in the words of clerks, each held against balanced tables: what must be found, by which rule, and what must stay quiet.
import { describe, expect, it } from 'vitest';
import { EIGHT_DISPUTES, FIFTEEN_REQUESTS, FIVE_DOCUMENTS } from '../../src/core/check/examples/entries.ts';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';

const narrative = rules.filter((rule) => rule.id.startsWith('N-'));

/** 20 requests: 4 of them ended since they were not mended, 3 for other reasons; 2 were carried on. */
const TWENTY_REQUESTS = {
  t3: 0,
  't3.newReceived.natural': 20,
  't3.r.granted.natural': 9,
  't3.r.unable.notHeld.natural': 2,
  't3.r.otherHandling.overdueCorrection.natural': 4,
  't3.r.otherHandling.misc.natural': 3,
} as const;

const TABLES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '20 requests': TWENTY_REQUESTS,
  '15 requests': FIFTEEN_REQUESTS,
  '8 disputes': EIGHT_DISPUTES,
  'all of table two': {
    ...FIVE_DOCUMENTS,
    't2.art20_6.penalty.decisions': 19,
    't2.art20_6.coercion.decisions': 4,
    't2.art20_8.fee.amountWan': 3.26,
  },
  '5 lawsuits': { t4: 0, 't4.litDirect.upheld': 4, 't4.litAfter.pending': 1 },
};
const CASES: readonly (readonly [tables: string, text: string, found: readonly string[]])[] = [
  // Settled and carried on in one list are all there were.
  ['20 requests', '受理依申请公开20件，其中网上申请20件，办结18件，结转下年办理2件。', []],
  ['20 requests', '受理依申请公开20件，其中网上申请20件，办结16件，结转下年办理2件。', ['N-T3-DONE']],
  ['20 requests', '受理依申请公开20件，其中按时办结16件，延期办结2件，结转下年办理2件。', []],
  ['20 requests', '受理依申请公开20件，其中按时办结16件。', []],
  // The rest of a group whose other rows are counted beside it.
  ['20 requests', '政府信息公开申请中，予以公开9件，无法提供2件，逾期不补正4件，其他处理3件。', []],
  ['20 requests', '政府信息公开申请中，予以公开9件，无法提供2件，逾期不补正4件，其他处理6件。', ['N-T3-CAT']],
  // Cases that were decided.
  ['8 disputes', '因政府信息公开引起的行政复议5件，4件作出复议决定；行政诉讼3件，3件法院已作出判决。', []],
  ['8 disputes', '因政府信息公开引起的行政复议5件，3件作出复议决定。', ['N-T4-OUTCOME']],
  ['8 disputes', '因政府信息公开引起的行政复议5件，1件尚未作出复议决定，作出复议决定维持3件。', []],
  // The share of a result that is named without its number.
  ['15 requests', '共办理政府信息公开申请13件，其中予以公开占61.5%、部分公开占23.1%、不予公开占15.4%。', []],
  ['15 requests', '共办理政府信息公开申请13件，其中予以公开或部分公开占84.6%。', []],
  ['15 requests', '共办理政府信息公开申请13件，其中予以公开占71.5%、部分公开占23.1%。', ['N-PCT']],
  ['15 requests', '共办理政府信息公开申请13件，予以公开8件，占61.5%。', []],
  // 收到的申请中: what follows is some of them.
  ['15 requests', '收到政府信息公开申请15件。收到的申请中，个人提出12件，公司提出3件。', []],
  ['15 requests', '收到政府信息公开申请15件。收到的申请中，个人提出11件，公司提出4件。', ['N-T3-APPLICANT']],
  ['15 requests', '收到的政府信息公开申请主要集中在征地类9件、规划类6件。', []],
  ['15 requests', '收到政府信息公开申请15件，规划类申请6件。', []],
  // A part of the year, and the whole of it.
  ['15 requests', '5月份收到政府信息公开申请4件，为单月最高，全年收到15件。', []],
  ['15 requests', '5月份收到政府信息公开申请4件，为单月最高，全年收到16件。', ['N-T3-NEW']],
  ['15 requests', '2023年上半年共受理政府信息公开申请9件，办结7件。', []],
  ['15 requests', '截至6月底，收到政府信息公开申请9件，已按期答复7件。', []],
  ['15 requests', '截至12月底，收到政府信息公开申请16件。', ['N-T3-NEW']],
  ['15 requests', '2023年1月1日至12月31日，收到政府信息公开申请16件。', ['N-T3-NEW']],
  ['15 requests', '2023年1-12月，收到政府信息公开申请16件。', ['N-T3-NEW']],
  ['15 requests', '收到政府信息公开申请较多的月份为5月（4件）、8月（3件）。', []],
  // Not yet settled, mended, one way among others, none of one's own, none at all of something else.
  ['15 requests', '收到政府信息公开申请15件，已答复13件，办理中4件。', []],
  ['15 requests', '收到政府信息公开申请15件，已答复13件，办理中3件。', ['N-T3-OUT']],
  ['15 requests', '收到政府信息公开申请15件，补正5件（补正后受理4件，视为放弃1件）。', []],
  ['15 requests', '共收到依申请公开信件8封、网络申请7件。', []],
  ['15 requests', '网站依申请公开专栏收到有效申请7件，无效申请2件。', []],
  ['15 requests', '县档案馆代收政府信息公开申请3件，均转交有关单位。', []],
  ['15 requests', '办理上级转来的政府信息公开申请2件。', []],
  ['15 requests', '办理依申请公开过程中，与申请人电话沟通41次。', []],
  ['15 requests', '未收取政府信息公开申请信息处理费。', []],
  ['15 requests', '未收到对政府信息公开申请的投诉。', []],
  ['15 requests', '未收到政府信息公开申请。', ['N-T3-NONE']],
  ['15 requests', '全年15件政府信息公开申请答复中，没有一件超期。', []],
  ['15 requests', '依申请公开平均用时9天，最快1件当天答复。', []],
  // What a number was, came to, and is a share of.
  ['15 requests', '2023年政府信息公开申请件数由12件增加至15件。', []],
  ['15 requests', '2023年政府信息公开申请件数由12件增加至16件。', ['N-T3-DONE']],
  ['15 requests', '收到政府信息公开申请15件，较上年的12件增长25%，比2021年的10件增长50%。', []],
  ['15 requests', '收到政府信息公开申请15件，较上年的12件增长25%，公开的比例由90%降至84.6%。', []],
  ['15 requests', '收到线上申请9件、线下申请6件，线上占比60%。', []],
  ['15 requests', '政府信息公开申请15件，向征收和规划两个领域集中，分别为7件和5件。', []],
  // Those of this year among those that were answered.
  ['15 requests', '共答复政府信息公开申请13件，其中当年受理答复11件，上年结转答复2件。', []],
  // Who asked and which way, under no name of the form.
  ['15 requests', '收到政府信息公开申请15件，其中自然人12件、企业2件、其他组织1件。', []],
  ['15 requests', '收到政府信息公开申请15件，其中自然人12件、企业3件、其他组织1件。', ['N-SUM']],
  ['15 requests', '15件政府信息公开申请中，12件来自自然人，2件来自商业企业，1件来自其他组织。', ['N-T3-APPLICANT']],
  ['15 requests', '收到政府信息公开申请15件，其中通过政务服务网提交9件，邮寄4件，当面2件。', []],
  ['15 requests', '收到政府信息公开申请15件，其中通过政务服务网提交9件，邮寄4件，当面3件。', ['N-SUM']],
  // 公开 beside other results.
  ['15 requests', '办结政府信息公开申请13件，其中公开8件、部分公开3件、不予公开2件。', []],
  ['15 requests', '办结政府信息公开申请13件，其中公开7件、部分公开3件、不予公开2件。', ['N-T3-CAT']],
  // Reasons that are only examples.
  ['20 requests', '政府信息公开申请中，因申请人撤回等原因作其他处理7件。', []],
  ['20 requests', '政府信息公开申请中，因申请人撤回等原因作其他处理5件。', ['N-T3-CAT']],
  ['15 requests', '政府信息公开申请上年转来的2件。', []],
  ['15 requests', '政府信息公开申请上年转来的3件。', ['N-T3-IN']],
  // All upheld, said of those that were decided.
  ['5 lawsuits', '政府信息公开行政诉讼5件，已判决4件（均维持），1件尚在审理。', []],
  ['8 disputes', '政府信息公开行政复议5件，已审结4件（均维持），1件尚在审理。', ['N-T4-OUTCOME']],
  // Two views of the same requests, and kinds of results.
  ['15 requests', '收到政府信息公开申请15件，按申请方式分，网络申请9件，信函申请6件；按申请主体分，自然人12件，法人3件。', []],
  ['15 requests', '依申请公开工作中，按申请方式分，网络申请9件，信函申请6件；按申请主体分，自然人12件，法人3件。', []],
  ['15 requests', '收到政府信息公开申请15件，按申请方式分，网络申请9件，信函申请7件；按申请主体分，自然人12件，法人3件。', ['N-SUM']],
  ['15 requests', '政府信息公开申请办理结果：公开类11件（予以公开8件、部分公开3件），不公开类2件。', []],
  ['15 requests', '收到的政府信息公开申请中，征地类占60.0%（9件），规划类占40.0%（6件）。', []],
  // Those of this year first, then all.
  ['20 requests', '收到依申请公开20件，已答复16件，后续又办结2件，全年共答复18件。', []],
  // Other things that are asked for, and papers that are no requests.
  ['15 requests', '收到政府信息公开申请15件。受理不动产登记申请5236件，不予登记12件。', []],
  ['15 requests', '收到政府信息公开申请15件，申请人为同一人的申请4件。', []],
  ['15 requests', '收到政府信息公开申请15件。征收补偿类信息申请最多，共9件。', []],
  ['15 requests', '收到政府信息公开申请15件，转交其他部门办理的申请2件。', []],
  ['15 requests', '收到政府信息公开申请15件，发出补正通知书7件。', []],
  ['15 requests', '政府信息公开申请15件，依申请公开的文件47件、不予公开的文件33件。', []],
  ['15 requests', '收到政府信息公开申请15件，答复13件，另有2件为2022年度答复。', []],
  ['15 requests', '群众提出的政府信息公开申请共计16件。', ['N-T3-DONE']],
  ['8 disputes', '全年承办行政复议案件19件、行政诉讼案件14件，其中涉及征地的20件，涉及信息公开的8件。', []],
  ['8 disputes', '因政府信息公开被责令重新作出答复1件。', []],
  ['15 requests', '收到政府信息公开申请15件。收到不动产登记资料查询申请1256件。', []],
  ['15 requests', '收到政府信息公开申请15件，对6件申请作出延期答复。', []],
  ['15 requests', '办理政协提案9件、人大建议13件，其中主办15件、会办7件。', []],
  // Cases among others, and how lawsuits came about.
  ['8 disputes', '作为被告的政府信息公开行政诉讼案件3件（其中2件未经复议，1件系对复议决定不服而起诉）。', []],
  ['8 disputes', '行政应诉24件（含信息公开类3件），其中一审15件、二审7件、再审2件。', []],
  ['8 disputes', '收到行政复议答复通知书6份，其中政府信息公开类5份；收到法院应诉通知书3份。', []],
  // What is not yet decided, what is repealed in two ways, and money besides.
  ['all of table two', '行政处罚立案23起，作出处罚决定19件；不予处罚4件。', []],
  ['all of table two', '行政处罚立案23起，作出处罚决定17件。', ['N-T2-NUM']],
  ['all of table two', '制发规范性文件5件，废止2件，宣布失效1件，现行有效12件。', []],
  ['all of table two', '制发规范性文件5件，废止3件，现行有效12件。', ['N-T2-NUM']],
  ['all of table two', '行政强制4件，其中强制措施3件、申请法院强制执行1件。', []],
  ['all of table two', '收取行政事业性收费3.26万元，代收水利基金5万元，两项合计8.26万元。', []],
  ['all of table two', '行政事业性收费2项，合计3.62万元。', ['N-T2-NUM']],
  ['all of table two', '根据《水行政处罚办法》等3部规章，制定裁量基准1项。', []],
  ['all of table two', '制发规范性文件5件，废止3件。', ['N-T2-NUM']],
  ['all of table two', '新制发规范性文件比上年多1件，现行有效净增3件。', []],
  ['all of table two', '办理行政许可类事项12项，全年办件量136件。', []],
  ['all of table two', '行政强制措施3件，行政强制执行1件，行政强制共4件。', []],
  // Of every kind, some of them, and decided ones.
  ['8 disputes', '今年应诉24件，其中民事诉讼3件、行政诉讼21件（信息公开类3件）。', []],
  ['8 disputes', '信息公开行政复议占全局复议总量42件的11.9%（5件）。', []],
  ['8 disputes', '全年行政复议5件，其中涉及征地补偿类2件，均维持。', []],
  ['8 disputes', '政府信息公开行政复议5件，均维持。', ['N-T4-OUTCOME']],
  ['8 disputes', '信息公开行政复议案件办结4件（3件维持，1件纠正），未办结1件。', []],
  ['all of table two', '下达行政处罚决定书19份、行政强制执行催告书6份。', []],
  ['all of table two', '规范性文件制发5件，其中以局名义4件、联合发文1件；废止2件；现行有效12件。', []],
  ['all of table two', '公示公告97条（其中征地公告12条、环评公示25条），部门文件57条，合计154条。', []],
  ['all of table two', '印发政策性文件11件，其中规范性文件5件，非规范性文件6件。', []],
  ['8 disputes', '信息公开争议8件（复议5＋诉讼3），其中维持6件、纠正1件、未审结1件。', []],
  ['8 disputes', '与他局共同被诉信息公开案件2件，单独被诉1件，共3件。', []],
  ['8 disputes', '政府信息公开案件经行政复议维持后又提起行政诉讼的1件，直接提起行政诉讼的2件。', []],
  ['8 disputes', '政府信息公开案件经行政复议维持后又提起行政诉讼的2件。', ['N-T4-LIT']],
  ['8 disputes', '行政许可办件136件好评136件；行政处罚19件无复议诉讼。', []],
  ['8 disputes', '全年无政府信息公开行政复议、行政诉讼。', ['N-T4-NONE', 'N-T4-NONE']],
  // Sums of other things.
  ['15 requests', '征集意见建议58条，采纳37条，部分采纳9条，未采纳12条。', []],
  ['15 requests', '网站公开60条（动态40条、公告20条），其中本局起草50条、转载10条。', []],
  ['15 requests', '公众号推送图文130条，网站发布210条，两平台合计340条。', []],
  ['15 requests', '公众号推送图文130条，网站发布210条，两平台合计350条。', ['N-SUM']],
  ['15 requests', '收到反馈意见35条，采纳29条，未采纳6条。', []],
  ['15 requests', '收到反馈意见35条，采纳31条，未采纳6条。', ['N-SUM']],
];

describe('what the text says against what the tables print', () => {
  it.each(CASES)('%s: %s', (tables, text, found) => {
    const { findings } = runRules(narrative, specimen({ entries: TABLES[tables]!, text: { s1: [text] } }));
    expect(findings.map((each) => each.rule).sort()).toEqual([...found].sort());
  });
});
