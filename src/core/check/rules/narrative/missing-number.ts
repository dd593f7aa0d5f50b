// A unit without its number: 共  件, 公开信息  条.
import { compareStatements } from '../../compare/index.ts';
import { specimen } from '../../examples/specimen.ts';
import { findMissingNumbers } from '../../text/missing-number.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-MISSING-NUM',
  title: '漏填数字',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）。',
  why: '“件”“条”等单位之前、年月日之间没有数字，多半是套用模板后漏填。',
  remedy: '补填数字；没有的填0或写“没有”。',
  falseAlarms: '“文件”“条件”“邮件”等词里的“件”“条”不是单位。',
  examples: () => ({
    passes: [
      { title: '信息条目', report: specimen({ text: { s1: ['规范每一信息条目，全年发布30条。'] } }) },
      { title: '数字齐全', report: specimen({ text: { s1: ['公开信息12条，发布公告3条。'] } }) },
      { title: '文件、条件、邮件', report: specimen({ text: { s1: ['公开政策文件，明确申请条件，受理电子邮件。全年公开信息12条。'] } }) },
      {
        title: '案件、美篇、一件件',
        report: specimen({ text: { s1: ['办理案件，制作美篇，一件件、一条条落实。全年公开信息12条，日期写作2023年 1 月 5 日。'] } }),
      },
      { title: '字间有空格', report: specimen({ text: { s1: ['公 开 政 府 文 件 ，完 善 条 件 。公 开 信 息 1 2 条 。'] } }) },
      { title: '若干条', report: specimen({ text: { s1: ['公开信息480条，其中动态信息300条、公告若干条、其他30条。'] } }) },
      { title: '逐条、头条', report: specimen({ text: { s1: ['对照清单逐条，发布信息30条，其中今日头条，转载5条。'] } }) },
    ],
    fails: [
      { title: '公开信息条', report: specimen({ text: { s1: ['全年公开政府信息条，其中网站20条。'] } }) },
      { title: '空着的地方', report: specimen({ text: { s1: ['全年公开信息  条，收到申请  件。'] } }) },
      { title: '画线的地方', report: specimen({ text: { s1: ['全年召开会议____次。'] } }) },
      { title: '一串数字里少了一个', report: specimen({ text: { s1: ['公开机构信息12条，财政预决算条，公示公告30条。'] } }) },
      { title: '日期没有填', report: specimen({ text: { s1: ['截至2023年  月  日，公开信息12条。'] } }) },
      { title: '共件', report: specimen({ text: { s1: ['收到政府信息公开申请共件，均已答复。'] } }) },
    ],
  }),
  *check(context) {
    const { report } = context;
    const statements = compareStatements(report).map(({ statement }) => statement);
    for (const { at, quote, unit } of findMissingNumbers(report, statements)) {
      yield { result: 'problem', message: `“${quote.replace(/\s+/g, ' ')}”的“${unit}”前面缺少数字，请补填。`, at: [at], quote };
    }
  },
});
