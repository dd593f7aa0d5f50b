// The words before part one name neither what the report rests on nor its period. Customary, not demanded: off until asked for.
import { squeeze } from '../../../form/label.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, firstWords, placeOfBlock, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

const BASIS = /条例|国办公开办函|年度报告格式|年度报告有关事项|(?:规定|要求|通知)[^。]{0,20}(?:编制|编写|公布)/;
const PERIOD = /统计(?:期限|期间|时间|时限|时段)|1月1日|12月31日|截[至止]/;

export default defineRule({
  id: 'S-PREAMBLE',
  title: '前言缺依据或期限',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '惯例（各地范文的前言），统一格式没有规定。',
  why: '前言写明编制依据和统计期限，读者才知道报告按什么要求编、数据统计到哪一天。',
  remedy: '在前言补写编制依据和统计期限。',
  falseAlarms: '统一格式没有要求写前言，当地不作要求的可以不写。',
  examples: () => ({
    passes: [
      { title: '前言齐全', report: specimen() },
      {
        title: '前言写在“一、总体情况”之下',
        report: specimen({
          preamble: [],
          sections: (standard) => [
            {
              ...standard[0]!,
              body: ['本报告根据《中华人民共和国政府信息公开条例》编制，统计期限为2023年1月1日至2023年12月31日。', ...standard[0]!.body],
            },
            ...standard.slice(1),
          ],
        }),
      },
    ],
    fails: [
      { title: '没有前言', report: specimen({ preamble: [], period: null }) },
      { title: '只写依据，没有期限', report: specimen({ period: null }) },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const first = realSections(report)[0];
    if (first === undefined) {
      yield { result: 'notAssessed', why: '没有认出各部分的标题，不知道前言到哪里为止。' };
      return;
    }
    // Some put it at the beginning of part one, above the first numbered heading.
    const end = first.key === 's1' ? Math.min(first.to, first.subHeadings[0]?.at.block ?? first.to) : first.from;
    let text = '';
    for (let index = 0; index < end; index++) {
      const block = report.blocks[index];
      if (block !== undefined && block.kind !== 'table' && block.kind !== 'picture') text += squeeze(block.text);
    }
    const missing = [BASIS.test(text) ? '' : '编制依据', PERIOD.test(text) || report.period !== null ? '' : '统计期限'].filter(
      (each) => each !== '',
    );
    if (missing.length === 0) {
      yield { result: 'passed' };
      return;
    }
    const words = report.blocks.findIndex(
      (block, index) =>
        block.kind === 'paragraph' && squeeze(block.text) !== '' && !report.sections.some((section) => section.at.block === index),
    );
    yield {
      result: 'problem',
      message: `前言未写${missing.join('和')}。`,
      at: [words < 0 || words >= end ? firstWords(report) : placeOfBlock(report, words)],
      place: 'preamble',
    };
  },
});
