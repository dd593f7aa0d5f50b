// The title names one organ, the words that present or sign the report another. Other names in the text are a matter of wording.
import { squeeze } from '../../../form/label.ts';
import type { Position } from '../../../model/document.ts';
import type { Report } from '../../../model/report.ts';
import { specimen } from '../../example.ts';
import { kinshipOf } from '../../organ-names.ts';
import { isSignature, placeOfBlock, realSections } from '../../parts.ts';
import { defineRule } from '../../rule.ts';

const HAN = '[\\u4e00-\\u9fff]';
/** 「现公布×××2023年政府信息公开…」: the report presents itself. */
const PRESENTS = new RegExp(
  `(?:现将|公布|发布|公开|编制|撰写)(?:了)?《?(${HAN}{4,26}?)(?:20\\d\\d)年度?(?:政府信息公开|政务公开|信息公开)`,
);
/** 「本报告由×××编制」. */
const COMPILED = new RegExp(`本(?:年度|年)?报告?由(${HAN}{4,26}?)(?:根据|依据|按照|依照|结合|负责|组织|编制|编写|撰写|汇总|综合)`);
/** 「请与×××联系」. */
const CONTACT = new RegExp(`(?:请与|请联系|请咨询|请致电)(${HAN}{4,26}?)(?:联系|[(（,，:：。]|办公室)`);
const DATE = /^(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?$/;
const ENDS_AS_ORGAN = /(?:人民政府|政府|局|委|委员会|厅|署|街道|办事处|管委会|乡|镇|办公室|办公厅)$/;

type Sort = 'presents' | 'compiled' | 'contact' | 'signed';
interface Named {
  readonly name: string;
  readonly sort: Sort;
  readonly at: Position;
  readonly quote: string;
}

const WORDS: Readonly<Record<Sort, string>> = {
  presents: '正文公布的是',
  compiled: '正文写明编制单位是',
  contact: '正文写明的联系单位是',
  signed: '文末落款是',
};

export default defineRule({
  id: 'M-ORG-MISMATCH',
  title: '标题单位与正文单位不一致',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第四十九条（行政机关公布本机关的年度报告）。',
  why: '标题是一个单位，前言或落款是另一个单位，多是套用其他单位的文本没有改净。',
  remedy: '确认报告单位，把写错的一处改过来，并通读全文检查其他残留。',
  falseAlarms: '上级机关、代为编制的单位、机构改革前的旧名可能出现在正文；只有联系单位不同的，降为提示。',
  examples: () => ({
    passes: [
      { title: '没有写编制单位', report: specimen() },
      {
        title: '前言写全称，标题用简称',
        report: specimen({
          title: '发改委2023年政府信息公开工作年度报告',
          organ: '发改委',
          preamble: ['现公布云溪县发展和改革委员会2023年政府信息公开工作年度报告。'],
        }),
      },
      {
        title: '政府的报告由政府办公室编制',
        report: specimen({
          organ: '云溪县人民政府',
          preamble: ['本报告由江州市云溪县人民政府办公室根据有关规定编制。'],
        }),
      },
      {
        title: '政府的报告由政务服务部门编制',
        report: specimen({ organ: '云溪县人民政府', preamble: ['本报告由云溪县行政审批服务局负责编制。'] }),
      },
      {
        title: '改革前的旧名',
        report: specimen({
          organ: '云溪县自然资源局',
          preamble: ['现公布云溪县国土资源局2023年政府信息公开工作年度报告。'],
        }),
      },
    ],
    fails: [
      {
        title: '标题是水利局，前言公布的是教育局的报告',
        report: specimen({ preamble: ['现公布云溪县教育局2023年政府信息公开工作年度报告。'] }),
      },
      {
        title: '标题与落款是两个乡',
        report: specimen({
          organ: '云溪县青石乡人民政府',
          text: { s6: ['没有收取信息处理费。', '云溪县柳河乡人民政府', '2024年1月18日'] },
        }),
      },
      {
        title: '编制单位是另一个局（警告）',
        report: specimen({ preamble: ['本报告由云溪县教育局根据有关规定编制。'] }),
      },
      {
        title: '联系单位是另一个局（提示）',
        report: specimen({ preamble: ['如有疑问，请与云溪县教育局联系（地址：人民路1号）。'] }),
      },
    ],
  }),
  *check({ report }) {
    const { organ } = report;
    if (organ === null || report.title === null || report.inferred.includes('organ')) {
      yield { result: 'notAssessed', why: '标题没有写明单位，无从比较。' };
      return;
    }
    let found = false;
    const said = new Set<string>();
    for (const { name, sort, at, quote } of namedIn(report)) {
      if (kinshipOf(organ, name) !== 'other' || said.has(name)) continue;
      said.add(name);
      found = true;
      const problem = {
        message: `标题单位为“${organ}”，${WORDS[sort]}“${name}”，两者不是同一个单位。`,
        at: [at, ...(report.titleAt ? [report.titleAt] : [])],
        quote,
        place: `${sort}/${name}`,
      };
      if (sort === 'contact') yield { result: 'problem', severity: 'hint', ...problem };
      else if (sort === 'compiled') yield { result: 'problem', severity: 'warning', ...problem };
      else if (speaksOf(report, organ)) {
        yield { result: 'doubtful', severity: 'warning', why: '正文其他地方写的是标题上的单位。', ...problem };
      } else yield { result: 'problem', ...problem };
    }
    if (!found) yield { result: 'passed' };
  },
});

/** Organs that present, compile, sign the report or answer for it: before part one, in its first words, and behind part six. */
function namedIn(report: Report): readonly Named[] {
  const named: Named[] = [];
  const sections = realSections(report);
  const first = sections[0];
  const last = sections[sections.length - 1];
  // Of part one only what stands before its first numbered heading: some put the preamble there.
  const opening = first === undefined ? 0 : Math.min(first.to, first.subHeadings[0]?.at.block ?? first.from + 3);
  const titleBlock = report.titleAt?.block ?? -1;
  for (let index = titleBlock + 1; index < report.blocks.length; index++) {
    if (index >= opening && index < (last?.from ?? 0)) continue;
    const block = report.blocks[index];
    if (block === undefined || block.kind === 'table' || block.kind === 'picture') continue;
    const text = squeeze(block.text);
    const at = placeOfBlock(report, index);
    const patterns: readonly [Sort, RegExp][] = [
      ['presents', PRESENTS],
      ['compiled', COMPILED],
      ['contact', CONTACT],
    ];
    for (const [sort, pattern] of patterns) {
      const match = pattern.exec(text);
      const name = match?.[1]!.replace(/^.*(?:公布|发布|公开|编制|撰写|由)/, '') ?? '';
      if (name.length >= 4 && ENDS_AS_ORGAN.test(name)) named.push({ name, sort, at, quote: name });
    }
    const next = report.blocks[index + 1];
    const dated = next !== undefined && next.kind !== 'table' && next.kind !== 'picture' && DATE.test(squeeze(next.text));
    if (dated && index >= (last?.from ?? 0) && /^[\u4e00-\u9fff]{4,30}$/.test(text) && ENDS_AS_ORGAN.test(text)) {
      named.push({ name: text, sort: 'signed', at, quote: text });
    }
  }
  return named;
}

/** Does the text elsewhere name the organ of the title, title and signature left out? */
function speaksOf(report: Report, organ: string): boolean {
  const name = squeeze(organ);
  return report.blocks.some(
    (block, index) =>
      index !== report.titleAt?.block &&
      block.kind !== 'table' &&
      block.kind !== 'picture' &&
      squeeze(block.text).includes(name) &&
      !isSignature(report, block.text),
  );
}
