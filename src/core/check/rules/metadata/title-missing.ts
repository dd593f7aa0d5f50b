// No line that names organ, year and kind of report. Titles that are there but worded otherwise are another rule's.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { firstWords } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

const QUOTED = 30;

/** The first words of a text, to the last pause within 30 characters. */
function opening(text: string): string {
  const start = text.trim().slice(0, QUOTED);
  const pause = Math.max(...['，', ',', '。', '；', ';'].map((mark) => start.lastIndexOf(mark)));
  return pause > 0 && text.trim().length > QUOTED ? start.slice(0, pause) : start;
}

export default defineRule({
  id: 'M-TITLE-MISSING',
  title: '缺标题',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm(
    (circular) => `${circular}所附格式（名称：政府信息公开工作年度报告）。`,
    '第三十一条（名称：政府信息公开工作年度报告）。',
  ),
  why: '没有标题，读者无法知道是哪个单位、哪一年的报告，单位和年度只能由正文推断。',
  remedy: '在正文前写明“×××（单位全称）××××年政府信息公开工作年度报告”。',
  falseAlarms: '网页的标题常在正文之外，复制或转存时容易丢失，请对照原网页。',
  examples: () => ({
    passes: [
      { title: '有标题', report: specimen() },
      { title: '标题用“年度”二字', report: specimen({ title: '云溪县水利局2023年度政府信息公开工作年度报告' }) },
    ],
    fails: [{ title: '正文前没有标题', report: specimen({ title: null }) }],
  }),
  *check({ report }) {
    if (report.title !== null) {
      yield { result: 'passed' };
      return;
    }
    const at = firstWords(report);
    const block = report.blocks[at.block];
    const quote = block !== undefined && block.kind !== 'table' ? opening(block.text) : '';
    const page = report.yearSources.find((source) => source.from === 'metaTitle');
    const elsewhere = page ? `网页或文档属性中的标题为“${page.quote}”，正文标题` : '';
    yield {
      result: 'problem',
      message: `未找到报告标题，应写“×××（单位全称）${report.year ?? '××××'}年政府信息公开工作年度报告”；${elsewhere}可能在网页提取时丢失，请核对原件。`,
      at: [at],
      ...(quote === '' ? {} : { quote }),
      place: 'title',
    };
  },
});
