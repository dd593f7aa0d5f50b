// A text that stops before part six in the middle of a sentence or in a table was probably cut off.
import { basisOfForm } from '../../basis.ts';
import { endingOf } from '../../text/ending.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'P-TRUNC',
  title: '内容疑似被截断',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm(
    (circular) => `《中华人民共和国政府信息公开条例》第五十条（年度报告应当包括的内容）；${circular}所附格式（六个部分）。`,
  ),
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
      { title: '表四完整，后面缺两个部分，由“缺少部分”报告', report: specimen({ sections: (standard) => standard.slice(0, 4) }) },
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
      {
        title: '文字在表三里结束',
        report: specimen({ sections: (standard) => standard.slice(0, 3), rowOrder: { t3: (rows) => rows.slice(0, 14) } }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const ending = endingOf(report);
    if (ending.state === 'complete') yield { result: 'passed' };
    else if (ending.state === 'unknown') yield { result: 'notAssessed', why: ending.why };
    else {
      const part = `第${'一二三四五六'[ending.last - 1]}部分`;
      yield {
        result: 'problem',
        message: ending.inTable
          ? `只写到${part}，内容在表格“${ending.quote}”之后中断，可能不完整。`
          : `只写到${part}，内容在“${ending.quote}”处中断，可能不完整。`,
        at: [ending.at],
        quote: ending.quote,
        place: 'end',
      };
    }
  },
});
