// Who reports, and for which year: from the title, else from the page's own title, the file name or the text.
import { squeeze } from '../form/label.ts';
import { blockText } from '../model/document.ts';
import type { Block, Position } from '../model/document.ts';
import type { YearSource } from '../model/report.ts';
import type { OrganKind } from '../model/vocabulary.ts';

const CHINESE_YEAR_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const YEAR = /(20[0-4]\d)(?:年度?|(?=\D{0,12}政府信息公开))|二[〇○零][一二三四五六七八九〇○零]{2}年度?/;

/** Year in a piece of text such as 2021年度 or 二〇二一年; null if there is none. */
export function yearIn(text: string): number | null {
  // A title may be set wide: 2 0 2 3 年.
  const match = YEAR.exec(text) ?? YEAR.exec(squeeze(text));
  if (!match) return null;
  if (match[1]) return Number(match[1]);
  const digits = [...match[0].replace(/年度?$/, '')].map((each) => CHINESE_YEAR_DIGITS[each] ?? '').join('');
  return digits.length === 4 ? Number(digits) : null;
}

/** 政府信息工作年度报告 is a title with 公开 forgotten, 工作告年度报 one whose words changed places, and still the title. */
const REPORT_WORDS =
  /(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:情况)?(?:的)?(?:20\d\d)?(?:年度?)?(?:工作)?(?:年度)?(?:报告|年报)|政府信息工作年度(?:工作)?(?:报告|年报)|政府信息公开(?=.*[报告])[工作年度报告]{5,9}$/;
const SUFFIX =
  '人民政府办公[室厅]|人民政府|管理委员会|委员会|管委会|街道办事处|办事处|街道|政府办公室|办公室|管理局|分局|局|厅|委|署|院|银行|支行|总队|支队|大队|中心|公司|集团|联合会|总社|学校|大学|学院|医院|档案馆|馆|处|所|站|部|政府|会|社|乡|镇';
const ENDS_AS_ORGAN = new RegExp(
  `(?:${SUFFIX}|开发区|高新区|新区|园区|中学|小学|幼儿园|法院|检察院|兵团|[一二三四五六七八九十]师)(?:[(（][^()（）]{2,20}[)）])?$`,
);

/** Other papers that look alike: what they are, for the sentence that says why nothing was checked. */
const OTHER_PAPERS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: '政府网站工作年度报表', pattern: /政府网站(?:监管)?(?:工作)?年度(?:工作)?报[表告]/ },
  { kind: '法治政府建设年度报告', pattern: /法治政府建设/ },
  { kind: '政府信息公开指南', pattern: /政府信息公开指南|公开目录$/ },
  { kind: '年报解读', pattern: /年度?报告?(?:政策)?解读|一图读懂|图解/ },
  { kind: '部门决算', pattern: /部门(?:决算|预算)/ },
];

export interface Title {
  readonly text: string;
  readonly at: Position;
}

const positionOf = (block: Block, index: number): Position => ({ block: index, ...(block.line === undefined ? {} : { line: block.line }) });

/** Breadcrumbs and page furniture in front of a title are cut off. */
function titleText(raw: string): string {
  const parts = raw.split(/[>＞»|｜]|\s[-–—]\s/);
  return (parts.reverse().find((part) => REPORT_WORDS.test(squeeze(part))) ?? raw).trim();
}

function isTitleLine(block: Block): boolean {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return false;
  const text = squeeze(titleText(block.text));
  if (text.length > 60 || !REPORT_WORDS.test(text)) return false;
  if (/[。；;！？，]/.test(text.replace(/[(（][^)）]*[)）]/g, ''))) return false;
  return !/^(?:根据|按照|依据|关于印发|上一[篇条]|下一[篇条]|索引号|名称|主题|附件)/.test(text);
}

/** The text of a title line, with the end of the name of the paper if that stands in the next line; null for any other line. */
function wholeTitle(block: Block, next: Block | undefined): string | null {
  if (isTitleLine(block)) return blockText(block);
  if (next === undefined || block.kind === 'table' || block.kind === 'picture' || next.kind !== block.kind) return null;
  if (!/^(?:工作)?(?:年度)?(?:工作)?(?:年报|报告)$/.test(squeeze(next.text))) return null;
  const joined = { ...block, text: block.text + next.text };
  return isTitleLine(joined) ? joined.text : null;
}

/** The title that stands before `before`; lines broken in two are put together. */
export function findTitle(blocks: readonly Block[], before: number): Title | null {
  const candidates: { title: Title; weight: number }[] = [];
  for (let index = 0; index < before && index < blocks.length; index++) {
    const block = blocks[index]!;
    const whole = wholeTitle(block, index + 1 < before ? blocks[index + 1] : undefined);
    if (whole === null) continue;
    let text = titleText(whole);
    let start = index;
    if (organFromTitle(text) === null || yearIn(text) === null) {
      for (let back = index - 1; back >= 0 && back >= index - 3; back--) {
        const above = blocks[back]!;
        if (above.kind !== 'heading' && above.kind !== 'paragraph') break;
        const piece = above.text.trim();
        const flat = squeeze(piece);
        // A title above is whole: this line is a breadcrumb or the name of a list.
        if (isTitleLine(above) && organFromTitle(piece) !== null && yearIn(piece) !== null) break;
        if (
          flat === '' ||
          flat.length > 40 ||
          /[。；：:，]/.test(flat) ||
          !(ENDS_AS_ORGAN.test(flat) || yearIn(flat) !== null || /(?:关于|20\d\d)$/.test(flat))
        )
          break;
        text = piece + text;
        start = back;
        if (organFromTitle(text) !== null && yearIn(text) !== null) break;
      }
    }
    const weight = (block.kind === 'heading' ? 4 : 0) + (organFromTitle(text) ? 2 : 0) + (yearIn(text) ? 2 : 0);
    candidates.push({ title: { text: text.trim(), at: positionOf(blocks[start]!, start) }, weight });
  }
  if (candidates.length === 0) return null;
  return candidates.reduce((best, each) => (each.weight >= best.weight ? each : best)).title;
}

/** Kind of another paper if the title says so; null for an annual report. */
export function otherPaper(title: string): string | null {
  const flat = squeeze(title);
  return OTHER_PAPERS.find(({ pattern }) => pattern.test(flat))?.kind ?? null;
}

/** What is left of a title when year and name of the paper are taken out, if that names an organ. */
export function organFromTitle(title: string): string | null {
  const flat = squeeze(titleText(title))
    .replace(/[《》“”"']/g, '')
    .replace(/[(（](?:20\d\d|公开稿|审定稿|定稿|终稿|修改稿|送审稿|征求意见稿|本级|[^()（）]{0,8}年度?)[^()（）]*[)）]/g, '');
  const rest = flat
    .replace(new RegExp(YEAR.source, 'g'), '')
    .replace(REPORT_WORDS, '')
    .replace(/20[0-4]\d年?度?/g, '')
    .replace(/^(?:关于|的)+|(?:关于|的|开展|度|公示|公告|通知)+$/g, '')
    .replace(/(?:主动公开|依申请公开)$/, '')
    // 汇溪镇人民政府信息公开…: the government was taken for a word of the paper's name.
    .replace(/(?<=[省市县区旗乡镇州盟])人民$/, '人民政府');
  if (rest.length < 2 || rest.length > 40) return null;
  // The blanks of a form that nobody filled in.
  if (/[×✕*_]|XX|xx|单位名称/.test(rest)) return null;
  if (/^(?:年度?|工作|情况|报告|年报)+$/.test(rest) || /[。，,；;：:、/\d]/.test(rest)) return null;
  // Brackets as they are printed; they were folded for comparing.
  return title.includes('（') ? rest.replace(/\(/g, '（').replace(/\)/g, '）') : rest;
}

/** An organ named in a file name; stricter than a title, since names of files hold all sorts of words. */
export function organFromFileName(path: string): string | null {
  const name = path
    .split(/[\\/]/)
    .pop()!
    .replace(/\.[a-z0-9]{1,6}$/i, '');
  const bare = name.replace(/^[\d\s._\-—、（）()]+/, '');
  const organ = organFromTitle(bare.replace(/[\s_\-—]+/g, ''));
  return organ && ENDS_AS_ORGAN.test(organ) && /^[\u4e00-\u9fff（）()]+$/.test(organ) ? organ : null;
}

/** Year in a file name: only 2021年 (not a date with a month) or a year next to the words for the report. */
export function yearFromFileName(path: string): { year: number; quote: string } | null {
  const name = path.split(/[\\/]/).pop()!;
  const match = /(20[0-4]\d)年度?(?!\s*\d{1,2}\s*月)/.exec(name) ?? /(20[0-4]\d)(?=[^\d]{0,8}(?:年报|年度报告|信息公开))/.exec(name);
  return match ? { year: Number(match[1]), quote: match[0] } : null;
}

/** The organ a text speaks of, where nothing names it: 「经开区管委会」 with the place in front of 「经开区」 if the text gives it. */
export function organFromText(blocks: readonly Block[]): string | null {
  const text = blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'heading')
    .map((block) => squeeze(blockText(block)))
    .join('\n');
  const named = new RegExp(`([\\u4e00-\\u9fff]{2,20}?(?:${SUFFIX}))20[0-4]\\d年度?(?:政府信息公开|政务公开)`).exec(text);
  if (named) return named[1]!.replace(/^.*(?:公布|发布|编制|现将|是|由|为)/, '');
  const maker = new RegExp(
    `([\\u4e00-\\u9fff]{2,20}?(?:${SUFFIX}))(?:现|特|组织)?(?:编制|公布|发布)(?:了|本)?(?:20[0-4]\\d年度?)?(?:政府信息公开|政务公开|年度报告|年报)`,
  ).exec(text);
  const made = maker?.[1]!.replace(/^.*(?:规定|要求|现将|现由|由)/, '');
  if (made && made.length >= 3 && !/^(?:按照|根据|国务院|各|本|我)/.test(made)) return made;
  const compiled = new RegExp(
    `(?:由|系)([\\u4e00-\\u9fff]{2,20}?(?:人民政府|管理委员会|管委会|街道办事处|委员会|局))[\\u4e00-\\u9fff]{0,10}?(?:负责)?(?:编制|编写|撰写)`,
  ).exec(text);
  if (compiled && !/各|所属|下属/.test(compiled[1]!)) return compiled[1]!;
  const counts = new Map<string, number>();
  const pattern = /[\u4e00-\u9fff]{2,8}?(?:管委会|人民政府|街道办事处|管理局|委员会)/g;
  const stop =
    /^(?:各|本|上级|市委|县委|区委|省委|国务院|按照|在|由|对|将|推进|进一步|全|以|及|和|与|的|县人民|市人民|区人民|省人民|县政府|市政府)/;
  for (const [match] of text.matchAll(pattern)) {
    if (stop.test(match)) continue;
    counts.set(match, (counts.get(match) ?? 0) + 1);
  }
  const zone = /([\u4e00-\u9fff]{0,6}?(?:经开区|高新区|开发区|新区|园区|示范区|度假区|保税区))(?=管委会)/.exec(text);
  if (zone) {
    const stem = /(?:经开区|高新区|开发区|新区|园区|示范区|度假区|保税区)$/.exec(zone[1]!)![0];
    return `${placeBefore(text, stem)}${stem}管委会`;
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0];
  return best && best[1] >= 2 ? best[0] : null;
}

/** Place name that stands before a stem at least twice: 渭南 in 「渭南经开区」. Quoted once is enough. */
function placeBefore(text: string, stem: string): string {
  const quoted = new RegExp(`[“"']([\\u4e00-\\u9fff]{2,4})${stem}[”"']`).exec(text);
  if (quoted) return quoted[1]!;
  const counts = new Map<string, number>();
  for (const match of text.matchAll(new RegExp(`([\\u4e00-\\u9fff]{2})${stem}`, 'g')))
    counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= 2 && !/[对在将经过合高向与和及为由]/.test(best[0]) ? best[0] : '';
}

/** Places run by a 管委会 that a government sent out. */
const SENT_OUT =
  /(?:经开|开发|高新|新|园|示范|度假|保税|实验|试验|管理|合作|先导|旅游|名胜|风景|产业|工业|功能|集聚|聚集|自贸|自由贸易|物流|港|景)区$/;
/** Districts of a city whose names look like those. */
const DISTRICTS_ALL_THE_SAME = /(?:浦东|滨海)新区$/;
/** 宿迁市, 云溪县, 上海市徐汇区: a place that stands for its government. Other words end in 区 too: 社区, 灌区. */
const PLACE = /^[\u4e00-\u9fff]+(?:省|市|县|州|盟|旗|(?<![社小校院灌库])区)$/;

/** Kind of organ from its name; the name of a place by itself stands for what governs it. */
export function organKindOf(organ: string): OrganKind {
  const name = squeeze(organ).replace(/[(（][^()（）]*[)）]$/, '');
  if (/街道(?:办事处|办)?$|街道党工委/.test(name)) return 'subdistrict';
  if (/(?:乡|镇|苏木)(?:人民政府|政府)?$/.test(name)) return 'township';
  if (/(?:人民政府|政府)办公[室厅]$|政府办$/.test(name)) return 'office';
  if (/(?:管理委员会|管委会)$/.test(name) && !/监督管理委员会$/.test(name)) return 'zone';
  if (/(?:人民政府|[省市县区州旗盟]政府)$/.test(name)) return 'government';
  if (/(?:局|厅|委|委员会|部|署|办公室|处)$/.test(name)) return 'department';
  if (SENT_OUT.test(name) && !DISTRICTS_ALL_THE_SAME.test(name)) return 'zone';
  if (PLACE.test(name)) return 'government';
  return 'institution';
}

/** A sentence of part one that speaks of the report it stands in. */
const OF_ITSELF = /现将|现(?:予以?|向社会)?公布|如下|本(?:年度)?(?:报告|年报)/;
/** 「按时编制并发布2023年度政府信息公开工作年度报告」: one that was made before this one. */
const OF_ANOTHER = /已|按[时期规要]|于|发布|公布|公开了|完成|归档|报送|提出|指出|反映出|查阅/;

/** Does a sentence of part one, in which a report of a year is named, tell of the report itself? */
function tellsOfItself(text: string, from: number, to: number): boolean {
  const before = text.slice(text.lastIndexOf('。', from) + 1, from);
  const sentence = `${before}|${text.slice(to).split('。', 1)[0]}`;
  return OF_ITSELF.test(sentence) || !OF_ANOTHER.test(sentence);
}

/** Years that the beginning of the text claims: the preamble's name of the report, and 「2021年，」 opening part one. */
export function yearsInText(blocks: readonly Block[], preambleEnd: number, partOne: { from: number; to: number } | null): YearSource[] {
  const sources: YearSource[] = [];
  const preamble = /(20[0-4]\d)年度?[^。，,；;]{0,20}?(?:政府信息公开|政务公开)(?:工作)?(?:情况)?(?:年度报告|年报|报告)/;
  const end = partOne ? Math.max(preambleEnd, Math.min(partOne.from + 3, partOne.to)) : preambleEnd;
  for (let index = 0; index < end && index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind !== 'paragraph' || isTitleLine(block)) continue;
    const match = preamble.exec(block.text);
    const around = match ? block.text.slice(Math.max(0, match.index - 12), match.index) : '';
    if (match && !/[《关印转较比]$|根据|按照|总结|《[^》]*$/.test(around)) {
      // Several years are several reports, none of which is this one.
      if (/20\d\d.*20\d\d/.test(match[0])) continue;
      if (partOne && index >= partOne.from && !tellsOfItself(block.text, match.index, match.index + match[0].length)) continue;
      const at = { ...positionOf(block, index), from: match.index, to: match.index + match[0].length };
      sources.push({ year: Number(match[1]), from: 'preamble', quote: match[0], at });
      break;
    }
  }
  const opening = /^\s*(20[0-4]\d)年度?(?=[，,])/;
  for (let index = 0; index < (partOne?.to ?? preambleEnd) && index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind !== 'paragraph') continue;
    const match = opening.exec(block.text);
    if (!match) continue;
    const at = { ...positionOf(block, index), from: match.index, to: match.index + match[0].length };
    sources.push({ year: Number(match[1]), from: 'text', quote: match[0].trim(), at });
    break;
  }
  return sources;
}

/** Year most often named with 年 in the running text, if it clearly leads. */
export function commonYear(blocks: readonly Block[]): number | null {
  const counts = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const match of block.text.matchAll(/(20[0-4]\d)年度?(?![^。]{0,6}(?:工作)?(?:要点|计划|预算|决算))/g)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && (!second || first[1] > second[1]) ? first[0] : null;
}
