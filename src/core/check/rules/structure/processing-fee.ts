// Part six tells what fees were taken for processing requests (信息处理费), or that none were. Whether the amount is right: the text rules.
import { squeeze } from '../../../form/label.ts';
import { specimen } from '../../examples/specimen.ts';
import { placeOfBlock } from '../../text/parts.ts';
import { gapIn, proseOf } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';

const FEE = /信息处理费|处理费|收费|收取|费用|缴费|缴纳/;
/** Elsewhere the word alone says nothing: licences and schools have fees too. */
const FEE_OF_REQUESTS =
  /信息处理费|处理费|(?:未|没有|无|免)[^。；]{0,16}收[取费]|收取[^。；]{0,10}(?:申请|信息|公开)|申请[^。；]{0,20}(?:收费|收取|费用)/;
const SHOWN = 40;

export default defineRule({
  id: 'S-S6-FEE',
  title: '未报告信息处理费',
  severity: 'warning',
  scope: 'report',
  editions: ['2021'],
  basis: '国办公开办函〔2021〕30号所附格式（收取信息处理费情况在第六部分报告）；国办函〔2020〕109号《政府信息公开信息处理费管理办法》。',
  why: '2021年度起，第六部分要报告收取信息处理费的情况，没有收取的也要写明。',
  remedy: '在第六部分写明发出收费通知的件数、总金额和实际收取金额；没有收取的，写“本年度未收取信息处理费”。',
  falseAlarms: '写在第一部分的，降为提示；2020年度及以前没有这一要求。',
  examples: () => ({
    passes: [
      { title: '写明没有收取', report: specimen() },
      { title: '写明收取金额', report: specimen({ text: { s6: ['全年发出收费通知3件，实际收取信息处理费420元。'] } }) },
      { title: '2020年度不要求', report: specimen({ year: 2020, text: { s6: ['无。'] } }) },
      { title: '第六部分没有文字，另有规则', report: specimen({ text: { s6: [] } }) },
    ],
    fails: [
      { title: '只写没有其他事项', report: specimen({ text: { s6: ['没有其他需要报告的事项。'] } }) },
      { title: '只写“无”', report: specimen({ text: { s6: ['无'] } }) },
      {
        title: '写在第一部分（提示）',
        report: specimen({
          text: {
            s1: [{ sub: '（一）依申请公开' }, '收到申请3件，没有收取信息处理费。'],
            s6: ['没有其他需要报告的事项。'],
          },
        }),
      },
    ],
  }),
  *check({ report }) {
    if (report.year !== null && report.year < 2021) {
      yield { result: 'passed', why: '2020年度及以前不要求报告信息处理费。' };
      return;
    }
    const prose = proseOf(report, 's6');
    if (prose !== null && FEE.test(prose.text)) {
      yield { result: 'passed' };
      return;
    }
    const gap = gapIn(prose);
    if (prose === null || gap !== null) {
      yield { result: 'notAssessed', why: gap ?? '' };
      return;
    }
    // Behind part six some put one more part, or sign; before it, part one.
    const elsewhere = report.blocks.findIndex(
      (block) => (block.kind === 'paragraph' || block.kind === 'heading') && FEE_OF_REQUESTS.test(squeeze(block.text)),
    );
    const first = prose.lines[0]!;
    const quote = first.text.trim().slice(0, SHOWN);
    if (elsewhere >= 0) {
      yield {
        result: 'problem',
        severity: 'hint',
        message: '信息处理费收取情况写在了其他部分，宜写入“六、其他需要报告的事项”。',
        at: [first.at, placeOfBlock(report, elsewhere)],
        quote,
        place: 's6/fee',
      };
    } else {
      yield {
        result: 'problem',
        message: '第六部分未报告信息处理费收取情况，没有收取的也应写明。',
        at: [first.at],
        quote,
        place: 's6/fee',
      };
    }
  },
});
