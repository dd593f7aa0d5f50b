// A text that stops before part six in the middle of a sentence or in a table was probably cut off.
import { squeeze } from '../../../form/label.ts';
import { specimen } from '../../example.ts';
import { beforeForms, isSignature, ordinalOf, placeOfBlock, realSections } from '../../parts.ts';
import { defineRule } from '../../rule.ts';

/** 「无」 and the like end without a full stop and are complete. */
const SHORTEST_SENTENCE = 4;
const SENTENCE_END = /[。！？!?.…）)】\]”"』」》]$/;
const QUOTED = 20;

export default defineRule({
  id: 'P-TRUNC',
  title: '内容疑似被截断',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号“不能遗漏”。',
  why: '还没有写到第六部分，文字就在句子中间或表格里结束，后面的内容可能在复制、转换或上传时丢失。',
  remedy: '打开原件核对结尾；内容不全的，用完整的原件重新导入。',
  falseAlarms: '报告确实没有后面的部分、最后一句又漏写句号时也会提示，这时请看“缺少部分”。',
  examples: () => ({
    passes: [
      { title: '六个部分齐全', report: specimen() },
      {
        title: '第六部分末尾没有句号，不算截断',
        report: specimen({ text: { s6: ['2023年度没有其他需要报告的事项'] } }),
      },
      {
        title: '缺少第六部分，但末句完整',
        report: specimen({ sections: (standard) => standard.slice(0, 5) }),
      },
      {
        title: '缺少第六部分，末尾有落款和日期',
        report: specimen({
          sections: (standard) => standard.slice(0, 5),
          text: { s5: ['一是公开意识有待增强', '云溪县水利局', '2024年1月18日'] },
        }),
      },
    ],
    fails: [
      {
        title: '第五部分写到一半就没有了',
        report: specimen({
          sections: (standard) => standard.slice(0, 5),
          text: { s5: ['存在的主要问题：一是报送不够及时；二是解读形式单一，下一步将'] },
        }),
      },
      { title: '文字在表三里结束', report: specimen({ sections: (standard) => standard.slice(0, 3) }) },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const sections = realSections(report);
    const known = sections.flatMap((section) => (section.key === null ? [] : [ordinalOf(section.key)]));
    if (known.length === 0) {
      yield { result: 'notAssessed', why: '没有认出各部分的标题，无法判断结尾是否完整。' };
      return;
    }
    if (known.includes(6)) {
      yield { result: 'passed' };
      return;
    }
    const end = Math.max(...sections.map((section) => section.to));
    const start = Math.max(...sections.map((section) => section.at.block));
    for (let index = end - 1; index >= start; index--) {
      const block = report.blocks[index];
      if (block === undefined) continue;
      if (block.kind === 'picture') {
        yield { result: 'notAssessed', why: '报告以图片结尾，图片内容未读取。' };
        return;
      }
      let text: string;
      if (block.kind === 'table') {
        const labels = block.rows.map((row) => row.cells.find((cell) => squeeze(cell.text) !== '' && !/^[\d.\s]+$/.test(cell.text)));
        text = [...labels].reverse().find((cell) => cell !== undefined)?.text.trim() ?? '';
      } else {
        text = block.text.trim();
        if (squeeze(text) === '') continue;
        // A signed report is finished, whatever is missing in it.
        if (isSignature(report, text) || text.length <= SHORTEST_SENTENCE || SENTENCE_END.test(text)) {
          yield { result: 'passed' };
          return;
        }
      }
      const quote = text.slice(-QUOTED);
      yield {
        result: 'problem',
        message:
          block.kind === 'table'
            ? `只写到第${'一二三四五六'[Math.max(...known) - 1]}部分，内容在表格“${quote}”之后中断，可能不完整。`
            : `内容在“${quote}”处中断，可能不完整。`,
        at: [placeOfBlock(report, index)],
        quote,
        place: 'end',
      };
      return;
    }
    yield { result: 'passed' };
  },
});
