// 「一、二、」 used below a part, where they clash with the numbers of the parts. Their counting is another rule's.
import { editions } from '../../../form/index.ts';
import { labelCore } from '../../../form/label.ts';
import type { Report, Section, SubHeading } from '../../../model/report.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, printedHeading, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

/** Labels of tables and headings of parts that stand in loose lines are no headings of ours. */
const KNOWN = new Set(
  editions.flatMap((edition) => [
    ...edition.tables.flatMap((table) =>
      table.blocks.flatMap((block) => block.rows.flatMap((row) => [row.label, ...row.path].map(labelCore))),
    ),
    ...edition.sections.flatMap((section) => [section.title, ...section.variants].map(labelCore)),
  ]),
);

/** The numbers of a row of a table whose cells ran into one line. */
const ROW_NUMBERS = /[\d.\s]+$/;
const ATTACHED = /^附(?:件|表|录|注)(?:[:：\d一二三四五六七八九十]|$)/;

export default defineRule({
  id: 'S-LEVEL',
  title: '序号层级混乱',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 9704—2012《党政机关公文格式》7.3.3（结构层次序数依次为“一、”“（一）”“1.”“（1）”，参照）。',
  why: '“一、二、”是六个部分的序号，用在部分之内，读者和系统会当成新的部分。',
  remedy: '部分之内依次用“（一）”“1.”“（1）”。',
  falseAlarms: '部分标题没有认出时可能误判，请先核对六个部分的标题。',
  examples: () => ({
    passes: [
      { title: '层级依次使用', report: specimen() },
      {
        title: '（一）之下用1. 2.',
        report: specimen({
          text: { s5: [{ sub: '（一）问题' }, { sub: '1.报送不够及时' }, { sub: '2.解读形式单一' }, '下一步按月通报。'] },
        }),
      },
      {
        title: '只有一处“一、”，可能是漏认的部分标题',
        report: specimen({ text: { s5: ['报送不够及时。', { sub: '七、下一步打算' }, '按月通报。'] } }),
      },
    ],
    fails: [
      {
        title: '“（二）”之下用“一、二、三、”',
        report: specimen({
          text: {
            s5: [
              { sub: '（一）存在的主要问题' },
              '报送不够及时。',
              { sub: '（二）改进措施' },
              { sub: '一、加强宣传。' },
              { sub: '二、按月通报。' },
              { sub: '三、规范平台。' },
            ],
          },
        }),
      },
      {
        title: '部分之下直接用“一、二、”',
        report: specimen({ text: { s5: [{ sub: '一、存在问题' }, '报送不够及时。', { sub: '二、改进措施' }, '按月通报。'] } }),
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
    const found = new Set(sections.flatMap((section) => section.key ?? []));
    if (found.size < 5) {
      yield { result: 'notAssessed', why: '六个部分的标题没有认全，不能断定哪些序号属于部分。' };
      return;
    }
    let count = 0;
    for (const section of sections) {
      for (const run of runsIn(report, section)) {
        count++;
        const first = run.headings[0]!;
        const quotes = run.headings.map((heading) => printedHeading(report, heading.at, heading.numeral));
        const parent = run.parent === null ? section.title : printedHeading(report, run.parent.at, run.parent.numeral);
        const list = run.headings.map((heading) => heading.numeral.trim()).join('');
        yield {
          result: 'problem',
          message: `“${parent}”之下使用“${list}”，与六个部分的序号冲突，应改用“${run.parent?.level === 2 ? '1.' : '（一）'}”一级的序号。`,
          at: run.headings.map((heading) => heading.at),
          quote: quotes[0]!,
          place: `${section.key ?? section.title}/${labelCore(first.text)}`,
        };
      }
    }
    if (count === 0) yield { result: 'passed' };
  },
});

interface Run {
  /** The heading of a lower level above it, if there is one. */
  readonly parent: SubHeading | null;
  readonly headings: readonly SubHeading[];
}

/** Lists 一、二、… of at least two members that begin with 一 and stand below a part. */
function runsIn(report: Report, section: Section): readonly Run[] {
  const inTables = new Set(report.tables.flatMap((table) => table.blocks));
  // What is attached behind part six has its own numbers.
  const attached = report.blocks.findIndex(
    (block, index) => index > section.from && index < section.to && block.kind !== 'table' && ATTACHED.test(block.text.trim()),
  );
  const end = attached < 0 ? section.to : attached;
  const headings = section.subHeadings.filter(
    (each) => each.at.block < end && !inTables.has(each.at.block) && !KNOWN.has(labelCore(each.text.replace(ROW_NUMBERS, ''))),
  );
  const runs: { parent: SubHeading | null; headings: SubHeading[] }[] = [];
  let parent: SubHeading | null = null;
  let open: SubHeading[] | null = null;
  for (const heading of headings) {
    if (heading.level === 1) {
      if (heading.ordinal === 1) runs.push({ parent, headings: (open = [heading]) });
      else if (open !== null && heading.ordinal === open[open.length - 1]!.ordinal + 1) open.push(heading);
      else open = null;
    } else if (heading.level === 2 && open === null) parent = heading;
    else if (heading.level === 2 && heading.ordinal > (parent?.ordinal ?? 0) && parent !== null) {
      // The list of the level above goes on: 一、二、 stood below one of its members only.
      parent = heading;
      open = null;
    }
  }
  return runs.filter((run) => run.headings.length >= 2);
}
