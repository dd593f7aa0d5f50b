// What a user sees of the rules about file and structure, where their own examples cannot show it: severity, place and words.
import { describe, expect, it } from 'vitest';
import { renamed, specimen, without, withoutTable } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenLine, SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';
import type { Finding } from '../../src/core/model/finding.ts';
import { blockText } from '../../src/core/model/document.ts';
import type { Block } from '../../src/core/model/document.ts';
import type { Report } from '../../src/core/model/report.ts';
import { outOfOrder } from '../../src/core/check/tables/sequence.ts';
import { splitUnitNote } from '../../src/core/check/tables/unit-note.ts';

const FAMILIES = /^[PMS]-/;

function findingsIn(report: Report, rule: RegExp = FAMILIES): Finding[] {
  return runRules(
    rules.filter((each) => rule.test(each.id)),
    report,
  ).findings;
}

function findings(options: SpecimenOptions, rule: RegExp = FAMILIES): Finding[] {
  return findingsIn(specimen(options), rule);
}

function resultsOf(report: Report, rule: string): string[] {
  return runRules(
    rules.filter((each) => each.id === rule),
    report,
  ).checks.map((check) => check.result);
}

/** Rules found in a report, each once. */
function ids(found: readonly Finding[]): string[] {
  return [...new Set(found.map((finding) => finding.rule))].sort();
}

function textAt(report: Report, finding: Finding, index = 0): string {
  const at = finding.at[index]!;
  const block = report.blocks[at.block]!;
  if (block.kind === 'table') return block.rows[at.row ?? 0]?.cells.find((cell) => cell.column === at.column)?.text ?? '';
  return blockText(block);
}

describe('a sound report', () => {
  it.each(['2019', '2021'] as const)('of %s is not complained about', (edition) => {
    expect(findings({ edition })).toEqual([]);
  });
  it.each(['2019', '2021'] as const)('of %s with other numbers and a zone as organ neither', (edition) => {
    expect(findings({ edition, organ: '云溪经济开发区管理委员会', entries: { t3: 0, t4: 0 } })).toEqual([]);
  });
});

describe('the heading of a part written twice', () => {
  const report = specimen({ sections: (standard) => [{ ...standard[0]!, body: ['现将有关情况公布如下。'] }, ...standard] });
  const found = findingsIn(report);
  it('is one error, shown at the second heading, with the first beside it', () => {
    expect(ids(found)).toEqual(['S-SEC-DUP']);
    expect(found[0]!.severity).toBe('error');
    const [second, first] = found[0]!.at;
    expect(second!.block).toBeGreaterThan(first!.block);
    expect(textAt(report, found[0]!)).toBe('一、总体情况');
    expect(found[0]!.quote).toBe('一、总体情况');
  });
  it('names the lines of a text file', () => {
    const lined = {
      ...report,
      sections: report.sections.map((section, index) => ({ ...section, at: { ...section.at, line: index * 4 + 5 } })),
    };
    expect(findingsIn(lined, /S-SEC-DUP/)[0]!.message).toContain('第5行、第9行');
  });
  it('is no finding where it is the head of a page within a table', () => {
    const twice = specimen({
      sections: (standard) => standard.flatMap((section) => (section.key === 's3' ? [section, { ...section, body: [] }] : [section])),
    });
    const [first, second] = twice.sections.filter((section) => section.key === 's3');
    const tables = twice.tables.map((table) =>
      table.table === 't3' ? { ...table, blocks: [...table.blocks, second!.at.block + 1] } : table,
    );
    expect(first).toBeDefined();
    expect(findingsIn({ ...twice, tables }, /S-SEC-DUP/)).toEqual([]);
    expect(findingsIn(twice, /S-SEC-DUP/).length).toBe(1);
  });
});

describe('a table of contents', () => {
  it('changes nothing', () => {
    expect(findings({ sections: (standard) => [...standard.map((section) => ({ ...section, body: [] })), ...standard] })).toEqual([]);
  });
  it('does not hide a part that stands there alone', () => {
    const found = findings({
      sections: (standard) => [...standard.map((section) => ({ ...section, body: [] })), ...without(standard, 's6')],
    });
    expect(found.some((finding) => finding.message.includes('六、其他需要报告的事项'))).toBe(true);
  });
});

describe('missing parts', () => {
  it('are named one by one, where they should stand', () => {
    const report = specimen({ sections: (standard) => without(without(standard, 's5'), 's6') });
    const found = findingsIn(report, /S-SEC-MISSING/);
    expect(found.map((finding) => finding.message).sort()).toEqual([
      '缺少“五、存在的主要问题及改进情况”。',
      '缺少“六、其他需要报告的事项”。',
    ]);
    expect(found.map((finding) => textAt(report, finding))).toEqual([
      '四、政府信息公开行政复议、行政诉讼情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
  });
  it('does not make six errors of headings that were not recognised at all', () => {
    const found = findings({ report: { sections: [] } }, /S-SEC-MISSING/);
    expect(found.map((finding) => finding.severity)).toEqual(['warning']);
  });
});

describe('a file that breaks off', () => {
  const report = specimen({ sections: (standard) => standard.slice(0, 3), rowOrder: { t3: (rows) => rows.slice(0, 14) } });
  it('is not accused of leaving out what may have stood behind the break', () => {
    const found = findingsIn(report);
    expect(ids(found)).toEqual(['P-TRUNC', 'S-LABEL-MISSING-ROW', 'S-SEC-MISSING']);
    expect(found.map((finding) => finding.severity)).toEqual(['warning', 'warning', 'warning']);
  });
  it('after a handful of words gives two warnings, no error', () => {
    const opening = specimen({ sections: (standard) => standard.slice(0, 1), text: { s1: ['2023年，我局围绕水库除险主动公开'] } });
    expect(findingsIn(opening, /^[PS]-/).map((finding) => finding.severity)).toEqual(['warning', 'warning']);
  });
});

describe('one missing table', () => {
  const gone = (lines: readonly SpecimenLine[]): Report =>
    specimen({ text: { s3: lines }, sections: (standard) => withoutTable(standard, 't3') });
  it.each([
    ['a picture', [{ picture: '' }], 'P-TABLE-IMG'],
    ['a bare heading', [], 'P-TABLE-IMG'],
    [
      'a line that points at it',
      ['2023年收到和处理政府信息公开申请的具体情况如下表所示，表中数据均为全年累计数，包括上年结转的申请在内。'],
      'P-TABLE-IMG',
    ],
    ['a sentence that there was nothing', ['本年度未收到政府信息公开申请。'], 'S-TABLE-MISSING'],
    [
      'a text of its own',
      [
        '全年收到政府信息公开申请十二件，予以公开九件，部分公开两件，结转下年度一件，申请人主要为自然人，申请内容集中在征地补偿和工程招标两个方面。',
      ],
      'S-TABLE-MISSING',
    ],
  ] as const)('is found by one rule only: %s', (_what, lines, rule) => {
    const found = findingsIn(gone(lines), /^(P-TABLE-IMG|S-TABLE-MISSING)$/);
    expect(ids(found)).toEqual([rule]);
    expect(found.length).toBe(1);
    expect(found[0]!.keys).toEqual(['t3']);
  });
  it('is not said to be missing where its words stand in loose lines', () => {
    const report = gone(['一、本年新收政府信息公开申请数量', '3', '二、上年结转政府信息公开申请数量', '0', '四、结转下年度继续办理', '1']);
    expect(findingsIn(report, /TABLE/)).toEqual([]);
    expect(resultsOf(report, 'S-TABLE-MISSING')).toContain('notAssessed');
  });
  it('is not said to be missing where a table stands that was not understood', () => {
    const report = gone([]);
    const part = report.sections.find((section) => section.key === 's3')!;
    const cells = ['年份', '件数', '二〇二三', '3'].map((text, index) => ({ text, column: index % 2, colSpan: 1, rowSpan: 1 }));
    const strange: Block = { kind: 'table', geometry: 'grid', rows: [{ cells: cells.slice(0, 2) }, { cells: cells.slice(2) }] };
    const blocks = [...report.blocks.slice(0, part.to), strange, ...report.blocks.slice(part.to)];
    const sections = report.sections.map((section) => {
      if (section.from < part.from) return section;
      if (section === part) return { ...section, to: section.to + 1 };
      return { ...section, from: section.from + 1, to: section.to + 1, at: { block: section.at.block + 1 } };
    });
    expect(
      findingsIn({ ...report, blocks, sections, tables: [], facts: [] }, /TABLE/).filter((finding) => finding.keys.includes('t3')),
    ).toEqual([]);
  });
});

describe('numbers of parts', () => {
  it('a shift of several headings is one finding', () => {
    const shifted = (standard: Parameters<typeof renamed>[0]) =>
      standard.map((section, index) =>
        index < 2 ? section : { ...section, heading: `${'一二三四五六七'[index + 1]}${section.heading.slice(1)}` },
      );
    const found = findings({ sections: shifted }, /S-SEC-NUM/);
    expect(found.length).toBe(1);
    expect(found[0]!.at.length).toBe(4);
    expect(found[0]!.quote).toBe('四、收到和处理政府信息公开申请情况');
  });
  it('a part moved as a whole is a matter of order alone', () => {
    const found = findings({ sections: ([s1, s2, s3, s4, s5, s6]) => [s1!, s2!, s3!, s4!, s6!, s5!] });
    expect(ids(found)).toEqual(['S-SEC-ORDER']);
    expect(found[0]!.severity).toBe('warning');
  });
});

describe('empty parts', () => {
  it.each([
    ['s1', [], 'error'],
    ['s5', ['无'], 'error'],
    ['s6', [], 'warning'],
  ] as const)('%s with %j is %s', (key, body, severity) => {
    expect(findings({ text: { [key]: body } }, /S-SEC-EMPTY/).map((finding) => finding.severity)).toEqual([severity]);
  });
  it('words behind the heading in the same paragraph are content', () => {
    const report = specimen({ text: { s6: [] } });
    const section = report.sections.find((each) => each.key === 's6')!;
    const blocks = report.blocks.map(
      (block, index): Block => (index === section.at.block ? { kind: 'paragraph', text: `${section.title}。没有收取信息处理费。` } : block),
    );
    expect(findingsIn({ ...report, blocks }, /S-SEC-EMPTY/)).toEqual([]);
  });
});

describe('numbers of sub-headings', () => {
  const of = (...lines: SpecimenLine[]): Finding[] => findings({ text: { s5: lines } }, /S-SUB-NUM/);
  const sub = (...texts: string[]): SpecimenLine[] => texts.map((text) => ({ sub: text }));

  it('a doubled number is shown at the second heading and says what it should be', () => {
    const report = specimen({ text: { s5: sub('（一）学习', '（二）审查', '（二）平台', '（三）监督') } });
    const [finding, ...others] = findingsIn(report, /S-SUB-NUM/);
    expect(others).toEqual([]);
    expect(finding!.severity).toBe('error');
    expect([0, 1, 2].map((index) => textAt(report, finding!, index))).toEqual(['（二）平台', '（二）审查', '（三）监督']);
    expect(finding!.quote).toBe('（二）平台');
    expect(finding!.message).toContain('应为“（三）”');
  });
  it('a single slip does not spoil the numbers behind it', () => {
    expect(of(...sub('（一）学习', '（二）审查', '（二）平台', '（四）监督', '（五）考核')).length).toBe(1);
  });
  it('a gap is a warning', () => {
    expect(of(...sub('1.学习', '2.审查', '4.平台')).map((finding) => finding.severity)).toEqual(['warning']);
  });
  it('beginning with the second is a warning unless the first stands inside a line', () => {
    expect(of(...sub('（二）审查', '（三）平台')).map((finding) => finding.severity)).toEqual(['warning']);
    expect(of('总的看，（一）学习抓得不够。', ...sub('（二）审查', '（三）平台'))).toEqual([]);
  });
  it('lists under changing parents may each begin with one', () => {
    expect(of(...sub('（一）问题', '1.学习', '2.审查', '（二）措施', '1.平台', '2.监督', '（1）考核', '（2）评议', '3.通报'))).toEqual([]);
    expect(of('一是问题。', ...sub('1.学习', '2.审查'), '二是措施。', ...sub('1.平台', '2.监督'))).toEqual([]);
    expect(
      of(...sub('（一）问题', '（二）原因'), '针对以上问题，下一步重点做好以下工作。', ...sub('（一）学习', '（二）审查', '（三）平台')),
    ).toEqual([]);
  });
  it('「一、」 below a part is left to another rule and disturbs nothing', () => {
    expect(of(...sub('（一）问题', '（二）措施', '一、学习', '二、审查', '（三）总结'))).toEqual([]);
    expect(of(...sub('一、学习', '（一）计划', '（二）检查', '二、审查', '（一）初审', '（二）复审'))).toEqual([]);
  });
});

describe('editions', () => {
  it('a wrong form shows the labels that betray it', () => {
    const report = specimen({ edition: '2019', year: 2022 });
    const [finding] = findingsIn(report, /S-TPL/);
    expect(finding!.severity).toBe('error');
    expect(finding!.message).toContain('2022年度应使用2021年版');
    expect(textAt(report, finding!)).toBe(finding!.quote);
  });
  it('is doubtful where the text speaks of a year for which the form is right', () => {
    const report = specimen({ year: 2021, years: { title: 2020 }, period: null, report: { year: 2020 } });
    expect(findingsIn(report, /S-TPL/).map((finding) => finding.severity)).toEqual(['warning']);
  });
  it('a mixture is said once, not as a wrong form too', () => {
    expect(ids(findings({ tableEditions: { t2: '2019' } }, /S-TPL/))).toEqual(['S-TPL-MIX']);
  });
  it('an old report is left alone by every other rule of structure', () => {
    const report = specimen({ year: 2016, report: { edition: 'pre2019', tables: [], facts: [], sections: [] } });
    expect(findingsIn(report).map((finding) => [finding.rule, finding.severity])).toEqual([['S-TPL-PRE', 'hint']]);
  });
});

describe('labels', () => {
  it.each([
    ['t3.*.welfare', '社会组织', 'S-LABEL', 'warning'],
    ['t3.r.denied.lawProhibited', '2.其他法律法规禁止公开', 'S-LABEL', 'hint'],
    ['t3.r.unable.notHeld', '1.本单位不掌握相关政府信息', 'S-LABEL', 'warning'],
    ['t2.art20_8.*.amountWan', '本年收费金额(单位:万元,保留4位小数)', 'S-UNIT-LABEL', 'hint'],
    ['t2.art20_8.*.amountWan', '本年收费金额（单位：元）', 'S-UNIT-LABEL', 'warning'],
    ['t2.art20_1.*.issued', '本年制发件数（件）', 'S-UNIT-LABEL', 'hint'],
  ] as const)('%s as “%s” is %s, %s', (key, label, rule, severity) => {
    const report = specimen({ labels: { [key]: label } });
    const found = findingsIn(report);
    expect(found.map((finding) => [finding.rule, finding.severity])).toEqual([[rule, severity]]);
    expect(found[0]!.quote).toBe(label);
    expect(textAt(report, found[0]!)).toBe(label);
  });
  it('the same word over three groups is one finding with three places', () => {
    const labels = Object.fromEntries(['review', 'litDirect', 'litAfter'].map((dispute) => [`t4.*.${dispute}.total`, '合计']));
    const found = findings({ labels });
    expect(found.length).toBe(1);
    expect(found[0]!.at.length).toBe(3);
  });
  it('a caption above the rows of another one is wrong, though it is a caption of the form', () => {
    const report = specimen();
    const tables = report.tables.map((table) => ({
      ...table,
      labels: table.labels.map((label) =>
        label.key === 't2.art20_5' ? { ...label, key: 't2.art20_6', got: '第二十条第（六）项', expected: '第二十条第（六）项' } : label,
      ),
    }));
    const found = findingsIn({ ...report, tables }, /^S-LABEL$/);
    expect(found.map((finding) => finding.message)).toEqual(['表二栏目名称“第二十条第（六）项”应为“第二十条第（五）项”。']);
  });
  it('all missing rows of a table are one finding that names them with their group', () => {
    const found = findings({ tableEditions: { t3: '2019' } });
    expect(ids(found)).toEqual(['S-LABEL-MISSING-ROW']);
    expect(found.length).toBe(1);
    expect(found[0]!.keys).toEqual(['overdueCorrection', 'overdueFee', 'misc'].map((key) => `t3.r.otherHandling.${key}`));
    expect(found[0]!.message).toContain('（六）其他处理－3.其他');
  });
  it('a text altered throughout is one doubt, not a finding for each label', () => {
    const labels = Object.fromEntries(
      ['stateSecret', 'lawProhibited', 'thirdParty', 'internalAffairs', 'process', 'enforcementFile', 'adminQuery'].map((row) => [
        `t3.r.denied.${row}`,
        `${row.length}.某項條目`,
      ]),
    );
    const found = findings({ labels }, /^S-LABEL$/);
    expect(found.map((finding) => [finding.severity, finding.at.length])).toEqual([['warning', 7]]);
  });
  it.each([
    ['whose name stands there is not missing, only not read', '3.要求提供公开出版物', 'notAssessed'],
    ['of which only the numbers were seen is doubtful', '3.公开出版物类', 'doubtful'],
  ])('a row %s', (_what, label, result) => {
    const key = 't3.r.refused.publication';
    const report = specimen({ labels: { [key]: label } });
    const tables = report.tables.map((table) => ({
      ...table,
      rows: table.rows.filter((row) => row.key !== key),
      labels: table.labels.filter((each) => each.key !== key),
    }));
    expect(resultsOf({ ...report, tables }, 'S-LABEL-MISSING-ROW')).toEqual(['passed', result, 'passed']);
  });
  it('a table of which only the header was read is not said to miss its rows', () => {
    const report = specimen();
    const tables = report.tables.map((table) => ({ ...table, rows: [] }));
    expect(resultsOf({ ...report, tables }, 'S-LABEL-MISSING-ROW')).toEqual(['notAssessed', 'notAssessed', 'notAssessed']);
  });
  it('a label cut in two by a page break is no other wording', () => {
    const report = specimen({ labels: { 't3.newReceived': '一、本年新收政府信息' } });
    const block = report.tables.find((table) => table.table === 't3')!.at.block;
    const blocks = report.blocks.map((each, index): Block => {
      if (index !== block || each.kind !== 'table') return each;
      return { ...each, rows: [...each.rows, { cells: [{ text: '公开申请数量', column: 0, colSpan: 1, rowSpan: 1 }] }] };
    });
    expect(findingsIn({ ...report, blocks }, /^S-LABEL$/)).toEqual([]);
    expect(findingsIn(report, /^S-LABEL$/).length).toBe(1);
  });
});

describe('text that breaks off', () => {
  const cut = (last: string): Finding[] =>
    findings({ sections: (standard) => standard.slice(0, 5), text: { s5: ['存在的问题如下。', last] } }, /P-TRUNC/);
  it('quotes the last words', () => {
    expect(cut('一是报送时限没有写入科室职责，下一步将把').map((finding) => finding.quote)).toEqual([
      '一是报送时限没有写入科室职责，下一步将把',
    ]);
  });
  it.each(['一是报送不够及时。', '一是报送不够及时（见通报）', '二〇二四年一月十八日', '无'])('is not seen in “%s”', (last) => {
    expect(cut(last)).toEqual([]);
  });
});

describe('small things', () => {
  it('names the fewest members out of order', () => {
    expect(outOfOrder([1, 2, 3])).toEqual([]);
    expect(outOfOrder([6, 1, 2, 3, 4, 5])).toEqual([0]);
    expect(outOfOrder([1, 2, 4, 3, 5])).toEqual([3]);
    expect(outOfOrder([])).toEqual([]);
  });
  it('takes the remark about units off a label and leaves other brackets', () => {
    expect(splitUnitNote('本年收费金额（单位：万元，保留4位小数）')).toEqual({
      words: '本年收费金额',
      note: '(单位:万元,保留4位小数)',
      unit: '万元',
    });
    expect(splitUnitNote('本年收费金额（元）').unit).toBe('元');
    expect(splitUnitNote('（二）部分公开（区分处理的，只计这一情形，不计其他情形）').note).toBe('');
  });
});
