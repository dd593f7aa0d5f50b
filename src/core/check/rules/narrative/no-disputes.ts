// No reviews or lawsuits in the text and some in table four, or the other way round.
import { EIGHT_DISPUTES } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T4-NONE',
  title: '称无复议诉讼但表有数（或相反）',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文称没有复议、诉讼，而表四不为0（或者相反），两处必有一处错。',
  remedy: '向本单位法制机构核对本年案件：有案件的改正文，没有的改表四。',
  falseAlarms: '“没有被纠正的复议”不等于没有复议；正文也可能只否定某一原因引起的复议、诉讼。',
  examples: () => ({
    passes: [
      {
        title: '没有的是投诉引起的复议',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['未发生因答复不当引起的政府信息公开行政复议。'] } }),
      },
      {
        title: '都没有',
        report: specimen({ entries: { t3: 0, t4: 0 }, text: { s1: ['全年没有因政府信息公开引起的行政复议、行政诉讼。'] } }),
      },
      {
        title: '没有被纠正',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政复议5件，无被纠正的行政复议案件。'] },
        }),
      },
      {
        title: '只否定一种原因，或没有转到下年的',
        report: specimen({
          entries: { t4: 0, 't4.review.upheld': 5 },
          text: { s1: ['2023年，无因不履行答复职责引发的行政复议，没有结转至下年度的政府信息公开行政复议案件。'] },
        }),
      },
      {
        title: '有的是与信息公开无关的案件',
        report: specimen({
          entries: { t3: 0, t4: 0 },
          text: {
            s1: [
              '没有因政府信息公开引起的行政复议和行政诉讼，办理一般行政诉讼应诉案件3件。',
              '我局作为被告的行政诉讼案件共3件，均与政府信息公开无关。',
              '全年办理行政复议案件12件，其中因政府信息公开引发的0件。',
            ],
          },
        }),
      },
      {
        title: '没有的是被纠错的复议和诉讼',
        report: specimen({
          entries: { ...EIGHT_DISPUTES, 't4.review.corrected': 0, 't4.review.upheld': 4 },
          text: { s1: ['无因政府信息公开被纠错的行政复议、行政诉讼。没有被撤销、确认违法的行政复议案件。'] },
        }),
      },
      {
        title: '没有的是尚未审结的',
        report: specimen({ entries: { t4: 0, 't4.review.upheld': 2 }, text: { s1: ['没有尚未审结的政府信息公开行政复议案件。'] } }),
      },
      {
        title: '若干件申请没有引起复议',
        report: specimen({ entries: { t3: 0, t4: 0 }, text: { s1: ['上述6起公开事项均没有引起行政复议、行政诉讼。'] } }),
      },
      { title: '0件', report: specimen({ entries: { t3: 0, t4: 0 }, text: { s1: ['涉及信息公开的行政复议、行政诉讼案件合计0件。'] } }) },
    ],
    fails: [
      {
        title: '“均未发生”说在后面',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['因政府信息公开申请行政复议、提起行政诉讼的案件均未发生。'] } }),
      },
      {
        title: '称没有发生过一起',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['全年没有受理过一起因政府信息公开引起的行政复议、行政诉讼。'] } }),
      },
      {
        title: '与举报、投诉并列',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['未发生因政府信息公开引发的举报、投诉、行政复议和行政诉讼。'] } }),
      },
      {
        title: '称没有发生复议诉讼',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['2023年，未发生因政府信息公开引起的行政复议和行政诉讼。'] },
        }),
      },
      { title: '称有而表四为0', report: specimen({ entries: { t3: 0, t4: 0 }, text: { s1: ['因政府信息公开引起的行政复议2件。'] } }) },
      {
        title: '均为零',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['政府信息公开行政复议、行政诉讼均为零。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T4-NONE', 'error'),
});
