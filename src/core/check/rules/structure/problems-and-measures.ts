// Part five tells both what is wrong and what will be done.
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { gapIn, proseOf } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';

const PROBLEM =
  /问题|不足|差距|短板|薄弱|困难|不[够强高深全及细齐顺实严密均]|不平衡|不到位|不完善|不规范|不充分|不明显|不了解|不熟|有待|欠缺|滞后|缺乏|缺少|单一|偏[低弱少慢]|较[少弱低慢]|有限|仍需|尚需|还需|需要?(?:进一步|继续|不断)|亟[待需]|弱项|瓶颈|未能|没有(?:形成|做到|及时)|不高|参差|遗漏|疏漏|隐患|挑战|存在/;
const MEASURE =
  /下一步|下步|下阶段|今后|明年|来年|新的一年|(?:20\d\d)年.{0,12}(?:将|继续|重点)|改进|措施|对策|整改|将|拟|计划|打算|要(?:进一步|继续|着力|切实|不断|加|强|完|健|提|抓|以|做)|继续|加强|加大|强化|完善|提升|提高|优化|健全|推进|推动|落实|深化|拓[展宽]|丰富|规范|增强|建立|做好|抓好|开展|组织|严格|创新|充实|加快|积极|着力|细化|明确/;

/** 「无」 and the like are the matter of section-empty. */
const SHORTEST = 10;

export default defineRule({
  id: 'S-S5-BOTH',
  title: '只写问题或只写改进',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第五十条第四项（存在的主要问题及改进情况）。',
  why: '第五部分要求既写存在的主要问题，也写改进情况，只写一半不完整。',
  remedy: '补写缺少的一半，逐条写明问题和对应的改进措施。',
  falseAlarms: '说法不同、词典没有收的可能误判；以图片、表格写的不判断。',
  examples: () => ({
    passes: [
      { title: '问题和改进都有', report: specimen() },
      {
        title: '不用“问题”“措施”二字',
        report: specimen({ text: { s5: ['对照上级要求，信息更新还不及时，解读形式较单一。2024年将按月通报，增加图解。'] } }),
      },
      {
        title: '小标题写明',
        report: specimen({ text: { s5: [{ sub: '（一）主要问题' }, '报送慢。', { sub: '（二）改进情况' }, '按月通报。'] } }),
      },
    ],
    fails: [
      {
        title: '只写问题',
        report: specimen({ text: { s5: ['一是公开意识有待加强；二是政策解读形式单一，仍需进一步丰富。'] } }),
      },
      {
        title: '只写改进',
        report: specimen({ text: { s5: ['下一步，我局将按月通报报送情况，增加图表解读，加强培训。'] } }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const prose = proseOf(report, 's5');
    const gap = gapIn(prose);
    if (prose === null || gap !== null || prose.text.length < SHORTEST) {
      yield { result: 'notAssessed', why: gap ?? '第五部分只有几个字，另由“部分内容为空”提示。' };
      return;
    }
    const clauses = prose.text.split(/[，,。；;！!\n]/);
    // 「仍需加强」 names a problem; only a clause without such words names what will be done.
    const told = clauses.some((clause) => PROBLEM.test(clause));
    const mended = clauses.some(
      (clause) => MEASURE.test(clause) && (!PROBLEM.test(clause) || /下一步|下步|改进|措施|整改|将|针对|今后/.test(clause)),
    );
    if (told && mended) {
      yield { result: 'passed' };
      return;
    }
    const missing = told ? '改进情况' : '存在的主要问题';
    yield {
      result: 'problem',
      message: `第五部分缺少${missing}，只写了${told ? '问题' : '改进措施'}。`,
      at: [prose.section.at],
      quote: prose.section.title,
      place: `s5/${told ? 'measures' : 'problems'}`,
    };
  },
});
