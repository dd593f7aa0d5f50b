// The title names one organ, the words that present or sign the report another. Other names in the text are a matter of wording.
import { squeeze } from '../../../form/label.ts';
import type { Position } from '../../../model/document.ts';
import type { Report } from '../../../model/report.ts';
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { kinshipOf } from '../../places/organ-names.ts';
import { placeOfOrgan } from '../../places/gazetteer.ts';
import { isSignature, placeOfBlock, realSections } from '../../text/parts.ts';
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
/** 「本报告电子版可在×××人民政府门户网站下载」: on the site of another county. */
const SITE = new RegExp(
  `(?:电子版|本报告|全文)[^。；，]{0,12}(?:在|从|通过|登录|访问)[“"]?(${HAN}{2,7}[县区旗])(?:人民)?政府(?:门户)?(?:网站|网|信息公开)`,
);
/** What names the office behind the organ's own name. */
const OFFICE = /(?:党政|党建|综合|政务公开|政府信息公开|信息公开)[^局委厅乡镇]*$/;
const DATE = /^(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?$/;
const ENDS_AS_ORGAN = /(?:人民政府|政府|局|委|委员会|厅|署|街道|办事处|管委会|乡|镇|办公室|办公厅)$/;

type Sort = 'presents' | 'compiled' | 'contact' | 'site' | 'signed';
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
  site: '正文写明的发布网站属于',
  signed: '文末落款是',
};

export default defineRule({
  id: 'M-ORG-MISMATCH',
  title: '标题单位与正文单位不一致',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（公布本行政机关、本级政府的年度报告）。', '第三十一条（公布本行政机关的年度报告）。'),
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
        title: '联系本镇的办公室，网站是本县的',
        report: specimen({
          organ: '云溪县石桥镇人民政府',
          preamble: ['电子版可在云溪县人民政府门户网站下载，如有疑问，请与石桥镇党政综合办公室联系。'],
        }),
      },
      {
        title: '单字县名连着“县政府”',
        report: specimen({ organ: '云县水利局', preamble: ['本报告可在云县县政府门户网站下载，本报告由云县水利局编制。'] }),
      },
      {
        title: '网站写着上级的市',
        report: specimen({ preamble: ['本报告电子版可在江州市云溪县政府门户网站下载。'] }),
      },
      {
        title: '改革前的旧名',
        report: specimen({
          organ: '云溪县自然资源局',
          preamble: ['现公布云溪县国土资源局2023年政府信息公开工作年度报告。'],
        }),
      },
      { title: '提到主管部门', report: specimen({ preamble: ['按照云岭省水利厅的要求，现将2023年政府信息公开工作情况报告如下。'] }) },
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
        title: '乡的年报公布的是县政府的报告（警告）',
        report: specimen({
          organ: '云溪县柳坪乡人民政府',
          preamble: ['现公布云溪县人民政府2023年政府信息公开工作年度报告。'],
        }),
      },
      {
        title: '网站是另一个县的（警告）',
        report: specimen({ preamble: ['本报告电子版可在北屏县人民政府门户网站下载。'] }),
      },
      {
        title: '联系的是另一个镇的办公室（提示）',
        report: specimen({ organ: '云溪县石桥镇人民政府', preamble: ['如有疑问，请与柳泉镇党政办公室联系（地址：石桥镇）。'] }),
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
      // The county's report presented in a town's: its words were taken over.
      const above = sort === 'presents' && isGovernmentAbove(organ, name);
      const apart = above || (sort === 'site' ? isElsewhere(organ, name) : kinshipOf(organ, name) === 'other');
      if (!apart || said.has(name)) continue;
      said.add(name);
      found = true;
      const problem = {
        message: `标题单位为“${organ}”，${WORDS[sort]}“${name}”，两者不是同一个单位。`,
        at: [at, ...(report.titleAt ? [report.titleAt] : [])],
        quote,
        place: `${sort}/${name}`,
      };
      if (sort === 'contact') yield { result: 'problem', severity: 'hint', ...problem };
      else if (sort === 'compiled' || sort === 'site' || above) yield { result: 'problem', severity: 'warning', ...problem };
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
      const whole = match?.[1]!.replace(/^.*(?:公布|发布|公开|编制|撰写|由)/, '') ?? '';
      const name = sort === 'contact' ? whole.replace(OFFICE, '') : whole;
      if (name.length >= (/(?:乡|镇|街道)$/.test(name) ? 3 : 4) && ENDS_AS_ORGAN.test(name)) named.push({ name, sort, at, quote: name });
    }
    // 渠县县政府: the county's name ends as its government begins.
    const site = SITE.exec(text)?.[1]!.replace(/([县区旗])\1$/, '$1');
    if (site !== undefined) named.push({ name: site, sort: 'site', at, quote: site });
    const next = report.blocks[index + 1];
    const dated = next !== undefined && next.kind !== 'table' && next.kind !== 'picture' && DATE.test(squeeze(next.text));
    if (dated && index >= (last?.from ?? 0) && /^[\u4e00-\u9fff]{4,30}$/.test(text) && ENDS_AS_ORGAN.test(text)) {
      named.push({ name: text, sort: 'signed', at, quote: text });
    }
  }
  return named;
}

/** Is the named organ the government over a town, a street or a department of its own place? */
function isGovernmentAbove(organ: string, name: string): boolean {
  const [own, other] = [squeeze(organ), squeeze(name)];
  if (!/(?:[县市区旗州省])(?:人民)?政府$/.test(other)) return false;
  if (/(?:人民政府|政府)(?:办公[室厅])?$|政府办$/.test(own) && !/[乡镇](?:人民政府|政府)$/.test(own)) return false;
  return (
    /(?:局|委|委员会|厅|乡|镇|街道|办事处|苏木|[乡镇](?:人民政府|政府))$/.test(own) &&
    !/人民政府[\u4e00-\u9fff]{2,}(?:办公室|办)$/.test(own)
  );
}

/** Is a county, named as whose site it is, another one than the organ's own? Provinces and cities may stand in front of either. */
function isElsewhere(organ: string, site: string): boolean {
  const own = placeOfOrgan(squeeze(organ));
  if (own === null || own.slice(-1) !== site.slice(-1) || squeeze(organ).includes(site) || site.endsWith(own)) return false;
  if (/(?:新|开发|高新|园|示范|度假|地|自治)区$/.test(site + '|' + own)) return false;
  return !own.endsWith(site.replace(/^.*[省市州盟](?=.{2,})/, ''));
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
