// A report on the form of 2021 names the circular of 2019, or the regulation before it was revised, as what it rests on.
import { squeeze } from '../../../form/label.ts';
import type { Position } from '../../../model/document.ts';
import type { Report } from '../../../model/report.ts';
import { specimen } from '../../examples/specimen.ts';
import { placeOfBlock, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

/** What was replaced, as words are left when spaces are taken out. Brackets of the year in any form. */
const OLD: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /国办公开办函[〔[【(﹝]?2019[〕\]】)﹞]?60号/, instead: '国办公开办函〔2021〕30号' },
  { pattern: /《?关于政府信息公开工作年度报告有关事项的通知》?/, instead: '国办公开办函〔2021〕30号' },
  // Until 2019 the annual report stood in articles 31 and 32.
  {
    pattern:
      /条例》?(?:[(（]以下简称[^()（）]{2,16}[)）])?第三十[一二]条(?:(?:的)?(?:规定|要求|有关规定))?[，,]?(?:现|特|我[局委办镇乡]|本机关|由)?[^。；]{0,20}(?:编制|公布|发布|撰写)/,
    instead: '修订后条例第四十九条、第五十条',
  },
  { pattern: /(?:国务院令|国令)第?492号|国务院第492号令/, instead: '修订后的条例（国务院令第711号）' },
];
/** Parts that reports had before 2019, as a preface lists them: 「概述、……收费及减免情况」. */
const OLD_PARTS =
  /(?:包括|包含|由|分为|内容为)[:：]?[^。]{0,20}概述[^。]{0,160}(?:部分|组成|等)|信息公开(?:的|工作)?(?:支出和)?(?:收费及减免|收费和减免|收费与减免|的?收费)情况[^。]{0,90}(?:部分|组成|等)|(?:附表|指标统计表)等?(?:部分)?组成/;

/** The circular of 2021, by number or by title. */
const NEW = /国办公开办函[〔[【(﹝]?2021[〕\]】)﹞]?30号|工作年度报告格式[〉》>]?的?通知|年度报告格式/;

export default defineRule({
  id: 'M-BASIS-OLD',
  title: '编制依据已被替代',
  severity: 'hint',
  scope: 'report',
  editions: ['2021'],
  basis:
    '国办公开办函〔2021〕30号（修订后的格式，自2021年度报告起使用）；《中华人民共和国政府信息公开条例》（国务院令第711号，2019年5月15日起施行）第四十九条、第五十条。',
  why: '2021年度起的报告应当依据国办公开办函〔2021〕30号和2019年修订后的条例编制，仍写〔2019〕60号、国务院令第492号或旧条例的条数，多是沿用旧稿。',
  remedy: '把编制依据改为国办公开办函〔2021〕30号；条例写国务院令第711号。',
  falseAlarms: '新旧文件同时列出的不提示；只在叙述历史时提到旧文件的，可以忽略。',
  examples: () => ({
    passes: [
      { title: '依据〔2021〕30号', report: specimen() },
      {
        title: '新旧两个文件都列出',
        report: specimen({
          preamble: ['本报告根据国办公开办函〔2019〕60号和国办公开办函〔2021〕30号编制。'],
        }),
      },
      {
        title: '第三十二条说的是征求第三方意见',
        report: specimen({ text: { s1: ['按照《条例》第三十二条，书面征求第三方意见后答复。'] } }),
      },
      {
        title: '前言列出收费一项，其余按现行格式',
        report: specimen({
          preamble: [
            '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、信息处理费收取情况、其他需要报告的事项七个部分组成。',
          ],
        }),
      },
      { title: '“概述”是普通的词', report: specimen({ text: { s1: ['公开全县水利工程概述、收费标准等信息。'] } }) },
      {
        title: '〔2019〕61号是另一个文件',
        report: specimen({ preamble: ['本报告根据国办公开办函〔2021〕30号、国办公开办函〔2019〕61号编制。'] }),
      },
    ],
    fails: [
      { title: '仍写〔2019〕60号', report: specimen({ preamble: ['本报告根据国办公开办函〔2019〕60号的要求编制。'] }) },
      {
        title: '仍写旧通知的名称',
        report: specimen({ preamble: ['本报告根据《关于政府信息公开工作年度报告有关事项的通知》编制。'] }),
      },
      {
        title: '前言列举旧版年报的部分',
        report: specimen({
          preamble: [
            '本报告由概述、主动公开政府信息情况、依申请公开办理情况、政府信息公开的收费及减免情况、申请行政复议及提起行政诉讼的情况、存在的主要问题及改进措施等部分组成。',
          ],
        }),
      },
      {
        title: '仍写旧条例的条数',
        report: specimen({ preamble: ['根据《中华人民共和国政府信息公开条例》第三十二条规定，编制本报告。'] }),
      },
      {
        title: '条例仍写第492号令',
        report: specimen({ preamble: ['根据《中华人民共和国政府信息公开条例》（国务院令第492号），编制本报告。'] }),
      },
    ],
  }),
  *check({ report }) {
    if (report.year !== null && report.year < 2021) {
      yield { result: 'passed', why: '2021年度以前的报告，依据〔2019〕60号是对的。' };
      return;
    }
    const cited = citedIn(report);
    let found = false;
    for (const { got, at, instead } of cited.old) {
      if (instead.includes('30号') && cited.isNew) continue;
      found = true;
      yield {
        result: 'problem',
        message: `编制依据引用${got.startsWith('第') ? `条例“${got}”` : `“${got}”`}，${report.year ?? '2021'}年度应依据${instead}。`,
        at: [at],
        quote: got,
      };
    }
    const listed = oldParts(report);
    if (listed) {
      found = true;
      yield {
        result: 'problem',
        message: `前言列举的是2019年以前旧版年报的部分（“${listed.quote}”），与正文的六个部分不一致，请按现行格式改写。`,
        place: 'parts',
        ...listed,
      };
    }
    if (!found) yield { result: 'passed' };
  },
});

/** Where the preface lists parts of a report of before 2019; looked for up to the first paragraphs of part one. */
function oldParts(report: Report): { readonly quote: string; readonly at: readonly Position[] } | null {
  const first = realSections(report)[0];
  const end = first === undefined ? 0 : Math.min(first.to, first.from + 3);
  for (let index = 0; index < end; index++) {
    const block = report.blocks[index];
    if (block === undefined || block.kind === 'table' || block.kind === 'picture') continue;
    const match = OLD_PARTS.exec(squeeze(block.text));
    if (!match) continue;
    const word = /概述|收费[及和与]减免|收费情况|附表|指标统计表/.exec(match[0])?.[0] ?? match[0].slice(0, 12);
    return { quote: word, at: [placeOfBlock(report, index)] };
  }
  return null;
}

interface Cited {
  readonly old: readonly { readonly got: string; readonly at: Position; readonly instead: string }[];
  readonly isNew: boolean;
}

/** What the running text cites; each old document once. */
function citedIn(report: Report): Cited {
  const old: Cited['old'][number][] = [];
  let isNew = false;
  const seen = new Set<string>();
  for (const [index, block] of report.blocks.entries()) {
    if (block.kind === 'table' || block.kind === 'picture') continue;
    const text = squeeze(block.text);
    isNew ||= NEW.test(text);
    for (const { pattern, instead } of OLD) {
      const match = pattern.exec(text);
      if (!match || seen.has(instead)) continue;
      seen.add(instead);
      old.push({ got: /第三十[一二]条/.exec(match[0])?.[0] ?? match[0], at: placeOfBlock(report, index), instead });
    }
  }
  return { old, isNew };
}
