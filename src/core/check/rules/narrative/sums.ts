// Sums said in the text: the items after 其中, 包括, 分别为 make the total.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-SUM',
  title: '分项之和不等于总数',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；正文前后的数字应当一致。',
  why: '正文列出的分项之和与总数不等，至少有一个数填错，或有分项漏列。',
  remedy: '重新统计后改正；没有列全的加“等”字。',
  falseAlarms: '“其中”没有列全的，不算不符；列举里有不同单位、约数，或又分了层的，只看开头连着列出的几项是否超过总数。',
  examples: () => ({
    passes: [
      {
        title: '总数在后，中间说同比',
        report: specimen({ text: { s1: ['网站发布信息1520条，较上年增加120条；公众号发布信息525条，合计2045条。'] } }),
      },
      { title: '主办和会办', report: specimen({ text: { s1: ['收到建议提案40件，主办28件、会办12件。'] } }) },
      { title: '已整改和正在整改', report: specimen({ text: { s5: ['上年查摆的4个问题中，已整改到位3个，正在整改1个。'] } }) },
      {
        title: '各单位没有列全',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['全县收到政府信息公开申请15件，其中县政府4件、县直部门7件。'] } }),
      },
      { title: '线上直播是另一件事', report: specimen({ text: { s1: ['组织活动12次，线上直播20次、组织线下宣讲4次。'] } }) },
      {
        title: '说明有重复',
        report: specimen({ text: { s1: ['发布信息480条，其中民生类300条、经济类260条（涉及两类的重复计算）。'] } }),
      },
      {
        title: '分项中有像动词的词',
        report: specimen({ text: { s1: ['全年累计公开89次（其中：公告2次、财政信息85次、组织机构1次、直达资金1次）。'] } }),
      },
      {
        title: '栏目名里有两个分项的字',
        report: specimen({ text: { s1: ['“建议提案”栏目公开代表建议及办理结果62件，委员提案及办理结果78件，上级提案8件。'] } }),
      },
      { title: '总数在后', report: specimen({ text: { s1: ['网站发布134条、公众号发布210条，共计发布信息344条。'] } }) },
      {
        title: '总数在后，只合计最后几项',
        report: specimen({ text: { s1: ['转载26条，网站发布134条、公众号发布210条，共计发布信息344条。'] } }),
      },
      { title: '没有“其中”，其余未列', report: specimen({ text: { s1: ['全年共公开信息1204条，网站604条，微信300条。'] } }) },
      { title: '括号里有重叠', report: specimen({ text: { s1: ['发布解读32篇（图文28篇、视频24篇）。'] } }) },
      {
        title: '有为0的一项，没有“其他”',
        report: specimen({ text: { s1: ['公开信息61条，其中，规划5条，会议纪要0条，公告6条，年报1条。'] } }),
      },
      {
        title: '总数是网站的，另说微博',
        report: specimen({ text: { s1: ['网站公开信息总计140条。其中政务动态37条，微信公开84篇、微博公开160条。'] } }),
      },
      { title: '两项之和', report: specimen({ text: { s1: ['全年公开政府信息480条，其中动态信息300条、公示公告180条。'] } }) },
      { title: '没有列全', report: specimen({ text: { s1: ['全年公开政府信息480条，其中动态信息120条、公示公告80条等。'] } }) },
      { title: '相差很大的“其中”', report: specimen({ text: { s1: ['全年公开政府信息1335条，其中动态信息307条，公示公告100条。'] } }) },
      {
        title: '括号里是下一层',
        report: specimen({
          text: { s1: ['全年公开政府信息698条，其中网站407条（动态287条、公告106条、其他14条），微信155条，微博19条，其他117条。'] },
        }),
      },
      { title: '单位混用', report: specimen({ text: { s1: ['全年公开信息7333条，其中网站7300条，简报33期。'] } }) },
      { title: '约数不计', report: specimen({ text: { s1: ['全年公开政府信息480条，其中动态信息约300条、公示公告179条。'] } }) },
      {
        title: '列举之后另起一事',
        report: specimen({ text: { s1: ['全年公开政府信息480条，其中网站300条，微信180条，办理群众留言33条。'] } }),
      },
      {
        title: '申请分渠道又分结果',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，其中线上11件、线下4件，予以公开8件，部分公开3件。'] },
        }),
      },
      { title: '建议和提案', report: specimen({ text: { s1: ['办理人大代表建议、政协委员提案40件，其中建议13件，提案27件。'] } }) },
      {
        title: '分号后面另说一事',
        report: specimen({ text: { s1: ['公开政府信息90条，其中政策解读20条、财政信息15条；微信公众号发布信息84条。'] } }),
      },
      {
        title: '“其他重点领域”不是其余',
        report: specimen({ text: { s1: ['公开政府信息900条，其中政策文件20条、其他重点领域信息310条。'] } }),
      },
      {
        title: '“其他”不足的在后文补足',
        report: specimen({ text: { s1: ['公开政府信息900条，其中网站政策文件20条、其他信息310条。公众号发布580条。'] } }),
      },
      {
        title: '一个渠道就有总数那么多',
        report: specimen({ text: { s1: ['发布公告8条，包括网站发布8条，公众号发布5条，召开会议2次。'] } }),
      },
      {
        title: '下一层的后面又是上一层',
        report: specimen({ text: { s1: ['公开信息96条，其中网站38条，其中动态21条，公众号30条，公示栏28条。'] } }),
      },
      {
        title: '单位不同的分项夹在中间，没有列全',
        report: specimen({ text: { s1: ['公开信息82条，其中动态31条，简报4期，公告20条。'] } }),
      },
      {
        title: '“其他方式”之后另说一类',
        report: specimen({ text: { s1: ['公开信息总数560条，其中网站公开268条，其他方式公开292条，规范性文件1条。'] } }),
      },
      {
        title: '“分别”说的是前面的两个平台',
        report: specimen({ text: { s1: ['门户网站共发布信息423条，微信、微博分别发布182条、238条。'] } }),
      },
      {
        title: '相差很大又不像笔误',
        report: specimen({ text: { s1: ['发布新闻144条，其中日报7条、晚报2条、电视台1条、广播电台28条。'] } }),
      },
      {
        title: '收费分给各单位',
        report: specimen({ text: { s1: ['收取信息处理费2950元，其中甲局420元、乙局290元、丙局1500元、丁局740元。'] } }),
      },
      { title: '约数的其余少于总数', report: specimen({ text: { s1: ['公开信息500余条，其中公告42条、预决算6条、其他400余条。'] } }) },
      {
        title: '其余的约数大，总数另说',
        report: specimen({ text: { s1: ['公开信息500余条，其中公告42条、网站发布500余条。'] } }),
      },
      { title: '“具体为”列全', report: specimen({ text: { s1: ['公开信息61条，具体为：动态31条、公告20条、预决算10条。'] } }) },
    ],
    fails: [
      {
        title: '总数在后，中间说同比',
        report: specimen({ text: { s1: ['网站发布信息1520条，较上年增加120条；公众号发布信息525条，合计2054条。'] } }),
      },
      { title: '主办和会办', report: specimen({ text: { s1: ['收到建议提案40件，主办28件、会办13件。'] } }) },
      { title: '已整改和正在整改', report: specimen({ text: { s5: ['上年查摆的5个问题中，已整改到位3个，正在整改1个。'] } }) },
      {
        title: '各单位超过总数',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全县收到政府信息公开申请15件，其中县政府7件、县直部门6件、乡镇（街道）4件。'] },
        }),
      },
      {
        title: '线上线下，括号里另分',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，网上申请9件，线下申请7件（含信函4件、当面3件）。'] },
        }),
      },
      {
        title: '从申请方式看',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件。从申请方式看，网络提交9件，信函提交7件，当面提交1件。'] },
        }),
      },
      { title: '各类解读，没有“其中”', report: specimen({ text: { s1: ['发布政策解读36篇，图解类15篇、视频类6篇、文字类12篇。'] } }) },
      { title: '几年分别为', report: specimen({ text: { s1: ['2021年至2023年共收到政府信息公开申请60件，分别为20件、25件、17件。'] } }) },
      {
        title: '括号里两位数字颠倒',
        report: specimen({ text: { s1: ['更新栏目信息共920条（政策法规410条；工作动态560条；公示公告220条）。'] } }),
      },
      {
        title: '分号后面另说一事，前面的分项超过总数',
        report: specimen({ text: { s1: ['2023年累计发布信息67篇，其中政策文件8篇、工作动态57篇、财政预算3篇；公众号推送146条。'] } }),
      },
      {
        title: '前一句也有“其中”',
        report: specimen({ text: { s1: ['发布动态141条，其中重点转载97条；公开法定内容2条，包括机构概况2条，以及预决算信息3条。'] } }),
      },
      {
        title: '用分号列举，最后是“其他信息共计”',
        report: specimen({ text: { s1: ['公开政府信息4280条，其中概况信息906条；动态信息1830条；群众关心的其他信息共计1127条。'] } }),
      },
      {
        title: '括号前有逗号，最后是“其他应主动公开政府信息”',
        report: specimen({ text: { s1: ['公布政府信息2599条，（其中机构职能类25条，规划计划类1618条，其他应主动公开政府信息856条）。'] } }),
      },
      {
        title: '列出了为0的一项和“其他”（提示）',
        report: specimen({ text: { s1: ['公开信息61条，其中，规划5条，会议纪要0条，其他文件4条，公告6条，年报1条。'] } }),
      },
      {
        title: '一项比总数还大（提示）',
        report: specimen({ text: { s1: ['全年公开信息总计140条。其中政务动态37条，微信公开84篇、微博公开160条。'] } }),
      },
      { title: '最后是“其他”', report: specimen({ text: { s1: ['公开信息640条，包括通知公告210条、财政信息85条、其他类信息240条。'] } }) },
      { title: '具体为', report: specimen({ text: { s1: ['公开信息71条，具体为动态31条、公告20条、预决算10条。'] } }) },
      { title: '“组织机构”是分项', report: specimen({ text: { s1: ['公开信息73篇，其中组织机构3篇、工作动态64篇、通知公告7篇。'] } }) },
      {
        title: '分项中有处罚、许可类信息',
        report: specimen({ text: { s1: ['公开信息265条，其中规范性文件2条，行政许可类信息20条，行政处罚类信息8条，其他信息239条。'] } }),
      },
      { title: '总数在后', report: specimen({ text: { s1: ['网站发布134条、公众号发布210条，共计发布信息354条。'] } }) },
      { title: '没有“其中”，相差不多', report: specimen({ text: { s1: ['全年共公开信息1204条，网站604条，微信500条，微博110条。'] } }) },
      { title: '括号里多出一篇', report: specimen({ text: { s1: ['发布解读32篇（文字12篇、图片14篇、视频7篇）。'] } }) },
      {
        title: '“其中”在下一段',
        report: specimen({ text: { s1: ['全年共公开信息500条。', '其中政策文件120条，工作动态300条，通知公告90条。'] } }),
      },
      {
        title: '其余与总数是同一个约数',
        report: specimen({ text: { s1: ['公开信息500余条，其中机构设置信息2条、检查类信息42条、预决算6条、其他500余条。'] } }),
      },
      { title: '其余与总数相同', report: specimen({ text: { s1: ['公开信息500条，其中公告42条、预决算6条、其他500条。'] } }) },
      { title: '相差1', report: specimen({ text: { s1: ['全年公开政府信息2045条，其中动态信息1680条，目录信息364条。'] } }) },
      { title: '分项超过总数', report: specimen({ text: { s1: ['全年公开政府信息480条，其中网站300条，微信210条。'] } }) },
      { title: '两位数字颠倒', report: specimen({ text: { s1: ['公开政府信息677条，其中网站人社信息387条、服务号209条。'] } }) },
      {
        title: '各类信息多出一类',
        report: specimen({ text: { s1: ['公开信息13条，其中公告类信息9条，预算类信息2条，人事类信息2条，环评类信息1条。'] } }),
      },
      { title: '各平台多出一个', report: specimen({ text: { s1: ['政务新媒体目前共计6个，其中微信3个，微博3个，抖音1个。'] } }) },
      { title: '“人事调整”是分项', report: specimen({ text: { s1: ['公开信息61条，其中人事调整2条，行政检查8条，动态55条。'] } }) },
      {
        title: '收费分给各单位，超过总数',
        report: specimen({ text: { s1: ['收取信息处理费2950元，其中甲局420元、乙局290元、丙局2500元。'] } }),
      },
      {
        title: '申请的渠道少一件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，其中依申请公开平台8件、信函申请4件、当面申请2件。'] },
        }),
      },
      { title: '规章的制定、修改、废止', report: specimen({ text: { s1: ['公开规章13件（含新制定5件，修改5件，废止4件）。'] } }) },
      { title: '分别为', report: specimen({ text: { s1: ['开展培训3次、检查4次；全年召开会议12次，分别为专题会5次、推进会6次。'] } }) },
      { title: '总数点名的各项不足', report: specimen({ text: { s1: ['办理人大代表建议、政协委员提案40件，其中建议13件，提案17件。'] } }) },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-SUM', 'warning'),
});
