// Outcomes of reviews and lawsuits: text and table four.
import { EIGHT_DISPUTES } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T4-OUTCOME',
  title: '复议诉讼结果表述不符',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的维持、纠正、尚未审结件数，或“均获维持”“无败诉”的表述，应与表四各栏相符。',
  remedy: '对照复议决定书、判决书核对每件的结果，改正填错的一处。',
  falseAlarms: '“均获维持”可能只说已审结的；驳回、撤诉可计入维持或其他结果。',
  examples: () => ({
    passes: [
      {
        title: '均获维持的只是已审结的',
        report: specimen({
          entries: { t4: 0, 't4.review.upheld': 3, 't4.review.pending': 1 },
          text: { s1: ['因政府信息公开引起的行政复议4件，已审结的3件均获维持。'] },
        }),
      },
      { title: '先后说一类及其结果', report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['复议后起诉1件：结果维持1件。'] } }) },
      {
        title: '结果在后一句',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['复议后起诉的1件案件，法院已作出判决，维持1件。'] } }),
      },
      { title: '结果没有数字', report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['复议后起诉1件，结果维持。'] } }) },
      {
        title: '复议机关作出的结果',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['经复议机关审理，维持原答复3件，纠正1件，1件正在审理中。'] } }),
      },
      {
        title: '作其他处理的复议',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开引起行政复议5件，复议机关作出其他处理0件。'] } }),
      },
      {
        title: '均被撤销，表四都是纠正',
        report: specimen({
          entries: { t4: 0, 't4.litDirect.corrected': 2 },
          text: { s1: ['因政府信息公开引起的行政诉讼2件，均被判决撤销。'] },
        }),
      },
      {
        title: '复议和诉讼一起说，结果是复议的',
        report: specimen({
          entries: { t4: 0, 't4.review.upheld': 2, 't4.review.corrected': 1 },
          text: { s1: ['因公开政府信息被申请行政复议3起、行政诉讼0起，其中2起维持，1起结果纠正。'] },
        }),
      },
      {
        title: '相同',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政复议5件，其中维持3件，纠正1件，1件尚未审结。'] },
        }),
      },
      {
        title: '没有被纠正的诉讼',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政诉讼3件，无一败诉。'] },
        }),
      },
      {
        title: '驳回的归类',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政诉讼3件，驳回2件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '先后说一类及其结果',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['直接起诉的2件：维持1件，其他结果1件。'] } }),
      },
      { title: '结果没有数字', report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['复议后起诉1件，结果纠正。'] } }) },
      {
        title: '只有总数点明是信息公开',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['行政复议案件5件，审结4件，其中3件被撤销。'] } }),
      },
      {
        title: '称没有被纠错的复议，表四有纠正',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['未发生因政府信息公开被纠错的行政复议案件。'] } }),
      },
      {
        title: '称没有被纠错，表四有纠正',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开引起的行政复议5件，没有被纠错的案件。'] } }),
      },
      {
        title: '称无败诉，表四有纠正',
        report: specimen({
          entries: { t4: 0, 't4.litDirect.corrected': 2 },
          text: { s1: ['因政府信息公开引起的行政诉讼2件，无败诉案件。'] },
        }),
      },
      {
        title: '称均被撤销，表四有维持',
        report: specimen({
          entries: { t4: 0, 't4.litDirect.upheld': 1, 't4.litDirect.corrected': 1 },
          text: { s1: ['因政府信息公开引起的行政诉讼2件，均被判决撤销。'] },
        }),
      },
      {
        title: '称均获维持',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政复议5件，均获维持。'] },
        }),
      },
      {
        title: '维持数不符',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政复议5件，其中结果维持4件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T4-OUTCOME', 'warning'),
});
