// Words of the blank form that tell how to fill it in, and slots left unfilled, in a finished report.
import type { Position } from '../../../model/document.ts';
import type { Severity } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, placeOfBlock } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

interface Residue {
  readonly pattern: RegExp;
  /** Without one of these the pattern need not be tried. */
  readonly hint: readonly string[] | RegExp;
  readonly severity: Severity;
}

const X = '[×✕╳＊*XxＸｘ]';
const SLOT = new RegExp(`${X}{2}`);
/** Every repetition is bounded: a long line costs nothing. */
const RESIDUES: readonly Residue[] = [
  { hint: ['形式报告'], pattern: /该?部分(?:内容)?以表格(?:的)?形式报告[^\n]{0,12}/g, severity: 'warning' },
  {
    hint: /[（(][文此请填示样参模]/,
    pattern: /[（(](?:文字描述|文字说明|此处|请在此|请填写|填写|示例|样例|参考样式|模板)[^（）()\n]{0,60}[）)]/g,
    severity: 'warning',
  },
  {
    hint: ['此处', '请在此'],
    pattern: /(?:此处|在此处|请在此)(?:填写|填报|录入|插入|描述|简述|报告)[^。；\n]{0,20}/g,
    severity: 'warning',
  },
  {
    hint: /[（(](?:具体|单位|部门|机关|年份|网址|填)/,
    pattern:
      /[（(](?:具体(?:网址|网站|地址|名称|数字|数据|日期|时间|内容|部门|单位|链接|情况)|单位(?:全?名称|全称)|部门名称|机关名称|年份|网址|填(?:写|报)?(?:单位|部门|具体|本|数|年)[^（）()\n]{0,16})[）)]/g,
    severity: 'warning',
  },
  {
    hint: /[没无][^\n]{0,6}请?[填写注]/,
    pattern:
      /[（(“]?(?:注[:：])?(?:如|若|如果)?(?:没有|无)(?:的|此项|该项|内容|相关情况)?[，,]?(?:则|可|请|应)(?:直接)?(?:填写?|写|注明|填报)[“"]?(?:无|没有|0)[^\n。；，]{0,6}/g,
    severity: 'warning',
  },
  { hint: ['说明:', '说明：'], pattern: /^(?:填报|填表|填写|编写)说明[:：][^\n]{0,30}/g, severity: 'warning' },
  { hint: SLOT, pattern: new RegExp(`(?:20)?${X}{2,6}年(?:度|${X}{1,2}月)?`, 'g'), severity: 'warning' },
  { hint: SLOT, pattern: new RegExp(`${X}{2,6}(?:余?[条件次篇个场期宗]|万元|人次)`, 'g'), severity: 'warning' },
  {
    hint: SLOT,
    pattern: /[XxＸｘ]{2,6}(?:制度|办法|方案|文件|平台|系统|公众号|网站|专栏|栏目|科室|股室|部门|处室|领域|电话)/g,
    severity: 'warning',
  },
  { hint: ['___', '）年', ')年'], pattern: /_{3,20}[年月日条件次篇个]|[（(][ \u3000]{2,20}[）)]年/g, severity: 'warning' },
  { hint: SLOT, pattern: new RegExp(`[×✕╳XＸ]{2,6}(?:人民政府|办事处|管委会|单位|局|委员会|乡|镇|街道|县|市|区)`, 'g'), severity: 'hint' },
];

export default defineRule({
  id: 'S-HINT-RESIDUE',
  title: '模板说明文字未删除',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（填写说明不是报告的内容）。`),
  why: '表样里的填写说明、“××年”一类的空位留在正文里，说明没有填完或没有通读。',
  remedy: '删去说明文字，把空位填上。',
  falseAlarms: '用“××”隐去当事人、地名的，降为提示。',
  examples: () => ({
    passes: [
      { title: '没有说明文字', report: specimen() },
      { title: '“表格如下”是正文', report: specimen({ text: { s3: ['2023年收到和处理申请情况如下表。'] } }) },
      {
        title: '勾稽关系说明是表头',
        report: specimen({ text: { s3: ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'] } }),
      },
      { title: '网址、邮箱里的xx', report: specimen({ preamble: ['网址：www.xxgk.gov.cn，邮箱：xxgkxx2023@example.cn。'] }) },
      { title: '前言冠以“编制说明”', report: specimen({ preamble: ['编制说明：本报告依据条例编制，共六个部分。'] }) },
      {
        title: '括号里写着地址',
        report: specimen({ preamble: ['请与局办公室联系（具体地址：云溪县政务中心3楼；网址：www.example.cn）。'] }),
      },
      { title: '“请填写申请表”是给申请人的话', report: specimen({ text: { s1: ['没有网上条件的，请填写纸质申请表。'] } }) },
      { title: '隐去当事人姓名', report: specimen({ text: { s6: ['申请人张××要求更正的信息已更正，没有收取信息处理费。'] } }) },
    ],
    fails: [
      { title: '留着“（此处填写……）”', report: specimen({ text: { s1: ['（此处填写主动公开情况）'] } }) },
      { title: '留着“（示例）”', report: specimen({ text: { s5: ['（示例）存在的问题是更新不够及时，下一步加快更新。'] } }) },
      { title: '留着“填报说明”', report: specimen({ text: { s4: ['填报说明：本表由各单位据实填写。'] } }) },
      { title: '“***年”没有填', report: specimen({ text: { s1: ['***年，我局召开专题会议3次。'] } }) },
      { title: '留着“该部分以表格形式报告”', report: specimen({ text: { s2: ['该部分以表格形式报告。表格如下：'] } }) },
      {
        title: '留着“（文字描述……）”',
        report: specimen({ text: { s6: ['（文字描述，收取信息处理费情况在此处报告。）', '没有收取信息处理费。'] } }),
      },
      { title: '留着“没有请填无”', report: specimen({ text: { s6: ['没有收取信息处理费。', '没有请填无'] } }) },
      { title: '留着“（如无，请填写‘无’）”', report: specimen({ text: { s6: ['没有收取信息处理费。（如无，请填写“无”）'] } }) },
      { title: '网址没有填', report: specimen({ preamble: ['本报告电子版可在县政府门户网站（具体网址）下载。'] }) },
      { title: '“XX制度”没有填', report: specimen({ text: { s1: ['落实XX制度，公开各类信息。'] } }) },
      { title: '“××年”没有填', report: specimen({ text: { s6: ['20××年没有收取信息处理费。'] } }) },
      { title: '件数没有填', report: specimen({ text: { s6: ['全年发出收费通知XX件。'] } }) },
      { title: '单位写作“××县”（提示）', report: specimen({ text: { s6: ['××县水利局没有收取信息处理费。'] } }) },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const said = new Set<string>();
    for (const [index, block] of report.blocks.entries()) {
      if (block.kind === 'table' || block.kind === 'picture') continue;
      for (const { severity, at, quote } of residuesIn(block.text.trim(), placeOfBlock(report, index), block.text)) {
        if (said.has(quote)) continue;
        said.add(quote);
        yield {
          result: 'problem',
          severity,
          message: severity === 'hint' ? `“${quote}”像是没有填写的空位，请核对。` : `模板说明文字未删除或空位未填：“${quote}”。`,
          at: [at],
          quote,
        };
      }
    }
    if (said.size === 0) yield { result: 'passed' };
  },
});

/** What is left of the form in one paragraph; where two patterns meet, the earlier one speaks. */
function residuesIn(text: string, at: Position, whole: string): readonly { severity: Severity; at: Position; quote: string }[] {
  const taken: { from: number; to: number }[] = [];
  const lead = Math.max(whole.indexOf(text), 0);
  return RESIDUES.filter(({ hint }) => (hint instanceof RegExp ? hint.test(text) : hint.some((words) => text.includes(words)))).flatMap(
    ({ pattern, severity }) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const from = match.index ?? 0;
        const to = from + match[0].length;
        if (taken.some((other) => from < other.to && other.from < to)) return [];
        // 尺寸、版本号 and code: 5XX年 is no slot.
        if (/[A-Za-z0-9]/.test(text[from - 1] ?? '') && !/^20/.test(match[0])) return [];
        taken.push({ from, to });
        return [{ severity, at: { ...at, from: lead + from, to: lead + to }, quote: match[0] }];
      }),
  );
}
