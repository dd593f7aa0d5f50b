// Table two: normative documents, licences, penalties and fees as the text states them.
import { FIVE_DOCUMENTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T2-NUM',
  title: '表二数字与正文不符',
  severity: 'warning',
  scope: 'report',
  editions: ['2021'],
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的规章、规范性文件制发、废止、有效件数，行政许可、行政处罚、行政强制的决定数量和收费金额，应与表二相同。',
  remedy: '对照发文登记和许可、处罚、收费的台账核对，改正填错的一处；正文说的不是同一范围的，写明范围。',
  falseAlarms: '公开的条数不是决定数量；政府报告可能只说本级；备案、审查、解读、清理的件数不作比较。',
  examples: () => ({
    passes: [
      {
        title: '单位在前面',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['行政规范性文件：本年制发件数5，本年废止件数2，现行有效件数12。'] } }),
      },
      {
        title: '以万计的数',
        report: specimen({
          entries: { ...FIVE_DOCUMENTS, 't2.art20_5.licensing.decisions': 27642103 },
          text: { s1: ['作出行政许可决定2764.2万件。'] },
        }),
      },
      { title: '减免的收费', report: specimen({ text: { s1: ['全年减免行政事业性收费3.2万元。'] } }) },
      {
        title: '四舍五入到亿元',
        report: specimen({ entries: { 't2.art20_8.fee.amountWan': 25853.6 }, text: { s1: ['全年行政事业性收费2.59亿元。'] } }),
      },
      {
        title: '清理后继续有效的不含本年制发的',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['确认继续有效的行政规范性文件7件。'] } }),
      },
      {
        title: '公开的处理事项不是处理决定',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['全年公开行政许可处理事项746件、行政处罚处理事项887件。'] } }),
      },
      {
        title: '相同',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['制发行政规范性文件5件，废止2件，作出行政许可决定136件。'] },
        }),
      },
      {
        title: '公开的是信息条数',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['主动公开行政许可信息98条、行政处罚信息11条。'] },
        }),
      },
      {
        title: '备案审查的件数',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['审查备案规范性文件31件。'] },
        }),
      },
      {
        title: '解读的件数',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['对规范性文件进行解读4次。'] },
        }),
      },
      {
        title: '政府的报告只说本级',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['制发行政规范性文件3件。'] },
          organ: '云溪县人民政府',
        }),
      },
      {
        title: '全市的数字',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['全市共制定规范性文件47件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '单位在前面',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['行政规范性文件：本年制发件数7，本年废止件数2，现行有效件数12。'] } }),
      },
      {
        title: '分别说',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['行政许可、行政处罚处理决定数量分别为163件、19件。'] } }),
      },
      {
        title: '印发文件中的规范性文件',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['全年印发文件126件，其中行政规范性文件8件。'] } }),
      },
      {
        title: '收费金额不符',
        report: specimen({ entries: { 't2.art20_8.fee.amountWan': 12.3456 }, text: { s1: ['全年行政事业性收费15.2万元。'] } }),
      },
      {
        title: '现行有效的件数不符',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['截至年底，现行有效的行政规范性文件15件。'] } }),
      },
      {
        title: '清理废止多2件',
        report: specimen({ entries: FIVE_DOCUMENTS, text: { s1: ['新制发规范性文件5件，清理废止4件。'] } }),
      },
      {
        title: '未产生处罚等处理决定',
        report: specimen({ text: { s1: ['2023年未产生行政许可、行政处罚等处理决定。'] } }),
      },
      { title: '亿元也差得太多', report: specimen({ text: { s1: ['全年行政事业性收费0.02亿元。'] } }) },
      { title: '称没有制发规范性文件', report: specimen({ text: { s1: ['2023年没有制发规范性文件。'] } }) },
      { title: '称未作出行政处罚', report: specimen({ text: { s1: ['2023年未作出行政处罚决定。'] } }) },
      {
        title: '制发少1件',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['全年制发行政规范性文件4件。'] },
        }),
      },
      {
        title: '许可决定不符',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['全年作出行政许可决定163件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T2-NUM', 'warning'),
});
