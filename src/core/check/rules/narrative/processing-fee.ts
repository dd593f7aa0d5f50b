// What the text says of processing fees, against tables two and three.
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-FEE-6',
  title: '收费表述与表格矛盾',
  severity: 'warning',
  scope: 'report',
  editions: ['2021'],
  basis: '《中华人民共和国政府信息公开条例》第四十二条（可以收取信息处理费）；国办函〔2020〕109号《政府信息公开信息处理费管理办法》。',
  why: '称没有发出收费通知，而表三有“逾期未按收费通知要求缴纳费用”的申请，两处矛盾；收取了信息处理费而表二收费为0，也应核实。',
  remedy: '核对收费通知书存根和收费票据，改正填错的一处；拿不准的问财务和办理申请的人员。',
  falseAlarms: '只称没有收取费用不算矛盾：可能发过通知，申请人没有缴纳。',
  examples: () => ({
    passes: [
      {
        title: '没有收取费用',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 3, 't3.r.granted.natural': 2, 't3.r.otherHandling.overdueFee.natural': 1 },
          text: { s1: ['全年没有收取政府信息公开信息处理费。'] },
        }),
      },
      {
        title: '收取的费用计入表二',
        report: specimen({ entries: { 't2.art20_8.fee.amountWan': 0.02 }, text: { s1: ['全年收取政府信息公开信息处理费200元。'] } }),
      },
    ],
    fails: [
      {
        title: '称没有发出收费通知',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 3, 't3.r.granted.natural': 2, 't3.r.otherHandling.overdueFee.natural': 1 },
          text: { s1: ['全年未发出收费通知。'] },
        }),
      },
      {
        title: '收了费而表二为0',
        report: specimen({ entries: { 't2.art20_8.fee.amountWan': 0 }, text: { s1: ['全年收取政府信息公开信息处理费200元。'] } }),
      },
      {
        title: '不是10元的整数倍',
        report: specimen({ entries: { 't2.art20_8.fee.amountWan': 0.5 }, text: { s1: ['全年收取政府信息公开信息处理费255元。'] } }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-FEE-6', 'warning'),
});
