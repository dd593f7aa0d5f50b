// Numbers of the headings below a part: （一）（二）, 1. 2., （1）（2）. 「一、」 below a part is a matter of levels, not of counting.
import { editions } from '../../../form/index.ts';
import { labelCore, squeeze } from '../../../form/label.ts';
import { blockText } from '../../../model/document.ts';
import type { Report, Section, SubHeading } from '../../../model/report.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, printedHeading, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';

/** Labels of the tables that begin with a number: loose lines of a table are no headings. */
const TABLE_LABELS = new Set(
  editions.flatMap((edition) =>
    edition.tables.flatMap((table) =>
      table.blocks.flatMap((block) => block.rows.flatMap((row) => [row.label, ...row.path].map(labelCore))),
    ),
  ),
);

/** A line that may stand above a new list without a number of its own: 「下一步措施：」. */
const OPENS_LIST = /[:：]$|下一步|下步|改进|措施|打算|问题|不足|重点|如下/;
const HEADING_LENGTH = 25;

export default defineRule({
  id: 'S-SUB-NUM',
  title: '小标题序号错误',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 9704—2012《党政机关公文格式》7.3.3（结构层次序数，参照）。',
  why: '同级小标题的序号重复、倒序或跳号，多是增删段落后没有重新编号，也可能漏了一段内容。',
  remedy: '从写错的一处起依次重新编号；跳号的，核对是否漏写一段。',
  falseAlarms: '换了上级标题后重新从（一）编号是正常的；“第二十条第（一）项”一类引用、表题不算小标题。',
  examples: () => ({
    passes: [
      { title: '序号连续', report: specimen() },
      {
        title: '换了上级标题，重新编号',
        report: specimen({
          text: {
            s5: [
              { sub: '（一）存在的问题' },
              { sub: '1.报送不够及时' },
              { sub: '2.解读形式单一' },
              { sub: '（二）改进措施' },
              { sub: '1.按月通报' },
              { sub: '2.增加图表解读' },
            ],
          },
        }),
      },
      {
        title: '上级没有序号，“下一步措施：”之后重新编号',
        report: specimen({
          text: {
            s5: [
              '存在问题：',
              { sub: '（一）报送不够及时' },
              { sub: '（二）解读形式单一' },
              '下一步措施：',
              { sub: '（一）按月通报' },
              { sub: '（二）增加图表解读' },
            ],
          },
        }),
      },
      {
        title: '正文引用“第（一）项”',
        report: specimen({ text: { s6: ['按照条例第二十条第（一）项、第（八）项公开，没有收取信息处理费。'] } }),
      },
      {
        title: '小标题说的是两项',
        report: specimen({ text: { s5: [{ sub: '（一）报送不够及时' }, '个别科室报送慢。', { sub: '（二）（三）项制度的落实有差距' }] } }),
      },
      {
        title: '（二）写在段落中间，没有跳号',
        report: specimen({
          text: {
            s5: [{ sub: '（一）公开意识有待增强。' }, '个别科室报送不及时。（二）解读形式单一。', { sub: '（三）网站维护力量不足。' }],
          },
        }),
      },
    ],
    fails: [
      {
        title: '两个“2.”',
        report: specimen({ text: { s5: [{ sub: '1.报送不够及时' }, { sub: '2.解读形式单一' }, { sub: '2.培训偏少' }] } }),
      },
      {
        title: '两个“（三）”',
        report: specimen({
          text: {
            s1: [
              { sub: '（一）主动公开' },
              { sub: '（二）依申请公开' },
              { sub: '（三）信息管理' },
              { sub: '（三）平台建设' },
              { sub: '（四）监督保障' },
            ],
          },
        }),
      },
      {
        title: '序号倒退',
        report: specimen({ text: { s5: [{ sub: '（一）问题' }, { sub: '（二）原因' }, { sub: '（三）表现' }, { sub: '（二）措施' }] } }),
      },
      {
        title: '一个小标题两个序号（警告）',
        report: specimen({
          text: { s5: [{ sub: '（二）（一）报送不够及时。' }, '个别科室报送慢。', { sub: '（三）培训偏少。' }, '全年培训1次。'] },
        }),
      },
      {
        title: '漏了“（二）”（警告）',
        report: specimen({ text: { s5: [{ sub: '（一）问题' }, '报送不够及时。', { sub: '（三）措施' }, '按月通报。'] } }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const sections = realSections(report);
    if (sections.length === 0) {
      yield { result: 'notAssessed', why: '没有认出各部分的标题。' };
      return;
    }
    let found = false;
    for (const section of sections) {
      for (const problem of judgeSection(report, section)) {
        found = true;
        yield problem;
      }
    }
    if (!found) yield { result: 'passed' };
  },
});

/** A number of the same level right behind the first, and the words of the heading behind it. */
const SECOND: Readonly<Partial<Record<SubHeading['level'], RegExp>>> = {
  2: /^\([一二三四五六七八九十]{1,3}\)(?![项款条目类])[\u4e00-\u9fff]/,
  3: /^\d{1,2}[、.](?![项款条目类])[\u4e00-\u9fff]/,
  4: /^\(\d{1,2}\)(?![项款条目类])[\u4e00-\u9fff]/,
};

/** Number and heading last met on each level, under the parent that is open. */
interface Open {
  readonly ordinal: number;
  readonly heading: SubHeading;
}

function* judgeSection(report: Report, section: Section): Iterable<Problem> {
  const inTables = new Set(report.tables.flatMap((table) => table.blocks));
  const headings = section.subHeadings.filter((each) => !inTables.has(each.at.block) && !TABLE_LABELS.has(labelCore(each.text)));
  const open = new Map<number, Open>();
  // Below 「一、」 it cannot be told whether deeper numbers go on or begin anew.
  let loose = false;
  for (const [index, heading] of headings.entries()) {
    const { level, ordinal } = heading;
    if (level === 1) {
      loose = true;
      open.delete(3);
      open.delete(4);
      continue;
    }
    const last = open.get(level);
    const next = followingSibling(headings, index);
    let known = ordinal;
    if (isNumberedTwice(heading)) {
      yield numberedTwice(report, section, heading);
    } else if (last === undefined) {
      if (ordinal !== 1 && !loose && !stands(report, section, 1, ordinal, null, heading)) yield skipped(report, section, heading, null, 1);
    } else if (ordinal === last.ordinal + 1) {
      // Goes on.
    } else if (ordinal === 1 && (loose || beginsAnew(report, last.heading, heading, next, last.ordinal))) {
      // A new list.
    } else if (ordinal > last.ordinal + 1) {
      if (!stands(report, section, last.ordinal + 1, ordinal, last.heading, heading)) {
        yield skipped(report, section, heading, last.heading, last.ordinal + 1);
      }
    } else {
      yield wrongNumber(report, section, heading, last, next);
      // The heading sits in the right place with a slip in its number if the next one counts as though it were right.
      if (next !== null && next.ordinal === last.ordinal + 2) known = last.ordinal + 1;
    }
    open.set(level, { ordinal: known, heading });
    for (let deeper = level + 1; deeper <= 4; deeper++) open.delete(deeper);
  }
}

/** （二）（一）主动公开: two numbers of one level on one heading; （一）（二）项 speaks of both. */
function isNumberedTwice({ level, numeral, text }: SubHeading): boolean {
  const second = SECOND[level];
  return second !== undefined && second.test(squeeze(text.startsWith(numeral) ? text.slice(numeral.length) : text));
}

/** The next heading on the same level before one of a higher level. */
function followingSibling(headings: readonly SubHeading[], index: number): SubHeading | null {
  const { level } = headings[index]!;
  for (let next = index + 1; next < headings.length; next++) {
    const heading = headings[next]!;
    if (heading.level === level) return heading;
    if (heading.level < level) return null;
  }
  return null;
}

/** Is a number that falls back to 1 the beginning of a new list? */
function beginsAnew(report: Report, last: SubHeading, heading: SubHeading, next: SubHeading | null, count: number): boolean {
  // 一 after 一 cannot be told from a slip by what follows; 一 after 三 followed by 二 can.
  if (count > 1 && next !== null && next.ordinal === 2) return true;
  for (let index = last.at.block; index < heading.at.block; index++) {
    const block = report.blocks[index];
    if (block === undefined || block.kind === 'table' || block.kind === 'picture') continue;
    // Of the block with the previous heading only its end can open a list.
    const text = block.text.trim();
    if (index === last.at.block ? /[:：]$/.test(text) && text.length > HEADING_LENGTH : opensList(text)) return true;
  }
  return false;
}

function opensList(text: string): boolean {
  if (squeeze(text) === '') return false;
  if (/[:：]$/.test(text)) return true;
  if (text.length <= HEADING_LENGTH && !/[。；;]$/.test(text)) return true;
  // The last sentence of a paragraph may lead over to the next list.
  const sentences = text.split(/(?<=[。；])/);
  return OPENS_LIST.test(sentences[sentences.length - 1] ?? '');
}

/** Do the numbers from `first` up to `end` (exclusive) stand somewhere between two headings, inside a line? */
function stands(report: Report, section: Section, first: number, end: number, last: SubHeading | null, heading: SubHeading): boolean {
  const from = last?.at.block ?? section.from;
  let text = '';
  for (let index = from; index <= heading.at.block; index++) {
    const block = report.blocks[index];
    if (block !== undefined) text += `${squeeze(blockText(block))}\n`;
  }
  for (let ordinal = first; ordinal < end; ordinal++)
    if (!numerals(heading.level, ordinal).some((numeral) => text.includes(numeral))) return false;
  return true;
}

const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 11 → 十一; numbers of headings stay below 100. */
function chinese(ordinal: number): string {
  if (ordinal <= 10) return CHINESE[ordinal]!;
  const tens = Math.floor(ordinal / 10);
  return `${tens > 1 ? CHINESE[tens] : ''}十${ordinal % 10 > 0 ? CHINESE[ordinal % 10] : ''}`;
}

/** How a number may be printed on a level, squeezed; the first is the usual way. */
function numerals(level: SubHeading['level'], ordinal: number): readonly string[] {
  if (level === 2) return [`(${chinese(ordinal)})`];
  if (level === 4) return [`(${ordinal})`];
  return [`${ordinal}.`, `${ordinal}、`];
}

function shownNumeral(level: SubHeading['level'], ordinal: number): string {
  return numerals(level, ordinal)[0]!.replace('(', '（').replace(')', '）');
}

function skipped(report: Report, section: Section, heading: SubHeading, last: SubHeading | null, expected: number): Problem {
  const quote = printedHeading(report, heading.at, heading.numeral);
  const before = last === null ? `“${section.title}”之下` : `“${printedHeading(report, last.at, last.numeral)}”之后`;
  return {
    result: 'problem',
    severity: 'warning',
    message: `小标题跳号：${before}应为“${shownNumeral(heading.level, expected)}”，却是“${quote}”。`,
    at: [heading.at, ...(last === null ? [section.at] : [last.at])],
    quote,
    place: `${section.key ?? section.title}/${quote}`,
  };
}

function numberedTwice(report: Report, section: Section, heading: SubHeading): Problem {
  const quote = printedHeading(report, heading.at, heading.numeral);
  return {
    result: 'problem',
    severity: 'warning',
    message: `小标题“${quote}”有两个序号，请删去多余的一个，并核对其后的序号。`,
    at: [heading.at],
    quote,
    place: `${section.key ?? section.title}/${quote}`,
  };
}

function wrongNumber(report: Report, section: Section, heading: SubHeading, last: Open, next: SubHeading | null): Problem {
  const quote = printedHeading(report, heading.at, heading.numeral);
  const earlier = printedHeading(report, last.heading.at, last.heading.numeral);
  const expected = shownNumeral(heading.level, last.ordinal + 1);
  const kind = heading.ordinal === last.ordinal ? '重复' : '倒退';
  // Where the following headings count on from the wrong number, they have to be changed too.
  const following = next !== null && next.ordinal === heading.ordinal + 1 ? next : null;
  const rest = following ? `，其后“${printedHeading(report, following.at, following.numeral)}”等依次顺延` : '';
  return {
    result: 'problem',
    message: `小标题序号${kind}：前面已是“${earlier}”，“${quote}”应为“${expected}”${rest}。`,
    at: [heading.at, last.heading.at, ...(following ? [following.at] : [])],
    quote,
    place: `${section.key ?? section.title}/${quote}`,
  };
}
