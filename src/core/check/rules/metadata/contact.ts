// Ways to reach the organ that cannot be right: a telephone number too short or too long, a mail address without @, an empty slot.
import type { Report } from '../../../model/report.ts';
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { allMatches } from '../../text/all-matches.ts';
import { placeOfBlock } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';

/** What follows the word, up to the next separator; bounded, so that a long line costs nothing. */
const PHONE = /(?:联系电话|咨询电话|办公电话|服务电话|电话(?:号码)?|传真)\s*[:：为]?\s*([^，,；;。、）)\n]{0,40})/g;
const MAIL = /(?:电子邮箱|电子邮件|邮箱|E-?mail)(?:地址)?\s*[:：为]\s*([^，,；;。、）)\s]{0,60})/gi;
const MASKED = /[*＊×#]|[xX]{3,}/;

export default defineRule({
  id: 'M-CONTACT',
  title: '联系方式异常',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: basisOfRegulation('第十二条（公开指南应当包括联系方式，参照）。', '第十九条（公开指南应当包括联系方式，参照）。'),
  why: '联系方式写错或漏写，公众有疑问时联系不上。',
  remedy: '核对电话号码位数（区号加7至8位，手机11位）和电子邮箱。',
  falseAlarms: '有意隐去部分号码的不提示；一个栏目写多个号码、带分机号的可能误判。',
  examples: () => ({
    passes: [
      { title: '没有写联系方式', report: specimen() },
      {
        title: '电话和邮箱完整',
        report: specimen({ preamble: ['如有疑问，请与办公室联系（电话：0370-1234567，电子邮箱：xxgk@example.cn）。'] }),
      },
      { title: '隐去部分号码', report: specimen({ preamble: ['联系电话：0370-12****7。'] }) },
      { title: '正文里的“热线电话”不是联系方式', report: specimen({ preamble: ['通过电话、信函等方式接受咨询。'] }) },
    ],
    fails: [
      { title: '电话少几位', report: specimen({ preamble: ['如有疑问，请与办公室联系（电话：0370-12345）。'] }) },
      { title: '电话是空的', report: specimen({ preamble: ['如有疑问，请与办公室联系（联系电话：）。'] }) },
      { title: '邮箱没有@', report: specimen({ preamble: ['联系电话：0370-1234567，电子邮箱：xxgk.example.cn。'] }) },
    ],
  }),
  *check({ report }) {
    const problems = [...judgeAll(report)];
    yield* problems;
    if (problems.length === 0) yield { result: 'passed' };
  },
});

function* judgeAll(report: Report): Iterable<Problem> {
  for (const [index, block] of report.blocks.entries()) {
    if (block.kind === 'table' || block.kind === 'picture') continue;
    const problem = (quote: string, what: string): Problem => ({
      result: 'problem',
      message: `联系方式“${quote.trim()}”疑似${what}，请核对。`,
      at: [placeOfBlock(report, index)],
      quote: quote.trim(),
    });
    for (const match of allMatches(PHONE, block.text)) {
      const value = match[1]!.trim();
      const named = /[:：]\s*$/.test(match[0].slice(0, match[0].length - match[1]!.length));
      if (value === '') {
        if (named) yield problem(match[0], '漏写号码');
        continue;
      }
      // Words behind 「电话」 are a sentence, not a slot.
      if (!/^[\d(（+]/.test(value) || MASKED.test(value)) continue;
      const digits = value.replace(/\D/g, '');
      // A hotline has five digits, a local number 7 or 8, with area code 10 to 12, a mobile phone 11; more are several numbers.
      if ((digits.length < 7 && !/^1\d{4}$/.test(digits)) || digits.length === 9 || digits.length === 13)
        yield problem(match[0], '位数不对');
    }
    for (const match of allMatches(MAIL, block.text)) {
      const value = match[1]!;
      if (value === '') yield problem(match[0], '漏写邮箱');
      else if (!/[@＠]/.test(value) && !MASKED.test(value) && /^[\w.-]+$/.test(value)) yield problem(match[0], '缺少“@”');
    }
  }
}
