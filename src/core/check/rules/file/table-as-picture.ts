// A part that should hold a table and holds a picture, or a heading and nothing else. Tables that are simply not there: table-missing.
import { TABLE_IDS } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen, withoutTable } from '../../examples/specimen.ts';
import { TABLE_TITLES, UNTOLD, searchTable } from '../../tables/missing-table.ts';
import { beforeForms, ordinalOf, placeOfBlock, topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'P-TABLE-IMG',
  title: '表格缺失（疑为图片）',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm(
    (circular) =>
      `《中华人民共和国政府信息公开条例》第二十四条（政府信息公开平台应当具备检索、查阅、下载等功能）；${circular}所附格式（第二、三、四部分用表格报告）。`,
  ),
  why: '这一部分只有标题没有表格，表格可能以图片形式发布，或在转存时丢失；图片里的数字无法校验，也不便于公众利用。',
  remedy: '网页上改用能复制文字的表格，不用图片；手头有原始文档的，用原始文档重新导入。',
  falseAlarms: '复制成纯文本、从网页另存时表格可能丢失，请用原件核对。',
  examples: () => ({
    passes: [
      { title: '三张表都在', report: specimen() },
      {
        title: '表格之外另有插图',
        report: specimen({ text: { s3: [{ picture: '依申请公开办理流程图' }] } }),
      },
      {
        title: '用文字代替表格，由“缺表格”报告',
        report: specimen({
          text: { s2: ['2023年，本单位没有制发规章和行政规范性文件，没有作出行政许可、行政处罚、行政强制决定。'] },
          sections: (standard) => withoutTable(standard, 't2'),
        }),
      },
    ],
    fails: [
      {
        title: '表三是一张图片',
        report: specimen({ text: { s3: [{ picture: '' }] }, sections: (standard) => withoutTable(standard, 't3') }),
      },
      { title: '第四部分只有标题', report: specimen({ sections: (standard) => withoutTable(standard, 't4') }) },
      {
        title: '写明“见下表”，下面没有表',
        report: specimen({
          text: { s2: ['2023年，我局主动公开政府信息的情况见下表。'] },
          sections: (standard) => withoutTable(standard, 't2'),
        }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    for (const table of TABLE_IDS) {
      const { state, section } = searchTable(report, table);
      const untold = UNTOLD[state];
      if (untold !== undefined) {
        yield { result: 'notAssessed', keys: [table], why: untold };
        continue;
      }
      if (state !== 'picture' && state !== 'bare') {
        yield { result: 'passed', keys: [table] };
        continue;
      }
      const part = `第${'一二三四五六'[ordinalOf(section!.key!) - 1]}部分`;
      const picture = report.blocks.findIndex((block, index) => index >= section!.from && index < section!.to && block.kind === 'picture');
      yield {
        result: 'problem',
        message:
          state === 'picture'
            ? `${part}没有${TABLE_TITLES[table]}，只有图片，表格可能以图片发布，数字无法校验。`
            : `${part}只有标题没有${TABLE_TITLES[table]}，可能以图片发布或在转存时丢失，数字无法校验。`,
        at: [section?.at ?? topOfReport(report), ...(picture < 0 ? [] : [placeOfBlock(report, picture)])],
        keys: [table],
        quote: section!.title,
      };
    }
  },
});
