// The remark about units in a label: 「（单位：万元，保留4位小数）」. Amounts printed in the wrong unit are another rule's.
import { regionById } from '../../../form/index.ts';
import type { Region } from '../../../form/index.ts';
import { labelCore, squeeze } from '../../../form/label.ts';
import type { LabelReading, Report, TableReading } from '../../../model/report.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';
import { splitUnitNote } from '../../tables/unit-note.ts';

export default defineRule({
  id: 'S-UNIT-LABEL',
  title: '单位标注不同',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: {
    '2021': '国办公开办函〔2021〕30号所附格式表二“本年收费金额（单位：万元）”。',
    '2019': '国办公开办函〔2019〕60号所附格式表二“采购总金额”；格式没有注明单位，以万元填报是各地的通例。',
  },
  why: '金额统一以万元填报，标注不同的单位会使数据相差一万倍；其他说明与统一格式不同，不影响数据。',
  remedy: '标注为其他单位的，改为万元并换算数据；多出“保留4位小数”等说明的，所在地区统一要求时可以忽略。',
  falseAlarms: '部分省份的填报系统统一印有“保留4位小数”，在设置中选择地区模板后不提示。',
  examples: () => ({
    passes: [
      { title: '与统一格式一致', report: specimen() },
      { title: '用半角标点', report: specimen({ labels: { 't2.art20_8.*.amountWan': '本年收费金额(单位:万元)' } }) },
      {
        title: '2019年版采购总金额注明“（单位：万元）”',
        report: specimen({ edition: '2019', labels: { 't2.art20_9.*.amountWan': '采购总金额（单位：万元）' } }),
      },
    ],
    fails: [
      {
        title: '多出“保留4位小数”（提示）',
        report: specimen({ labels: { 't2.art20_8.*.amountWan': '本年收费金额（单位：万元，保留4位小数）' } }),
      },
      { title: '单位写作“元”（警告）', report: specimen({ labels: { 't2.art20_8.*.amountWan': '本年收费金额（单位：元）' } }) },
      { title: '没有注明单位（提示）', report: specimen({ labels: { 't2.art20_8.*.amountWan': '本年收费金额' } }) },
    ],
  }),
  *check({ report, options }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const region = regionById(options.region);
    const readings = report.tables.filter((reading) => reading.table === 't2');
    const amounts = readings.flatMap((reading) => reading.labels.filter((label) => label.key.endsWith('.amountWan')));
    const problems = report.tables.flatMap((reading) => reading.labels.flatMap((label) => judge(report, reading, label, region)));
    yield* problems;
    if (problems.length > 0) return;
    if (amounts.length > 0) yield { result: 'passed', keys: amounts.map((label) => label.key) };
    else yield { result: 'notAssessed', why: '没有找到表二的金额栏。' };
  },
});

function judge(report: Report, reading: TableReading, label: LabelReading, region: Region | null): Problem[] {
  // Nearly every label is printed as the form has it.
  if (label.axis !== 'column' || label.got === label.expected) return [];
  const got = splitUnitNote(label.got);
  const expected = splitUnitNote(label.expected);
  // Other words in the label are the affair of label-wording.
  if (labelCore(got.words) !== labelCore(expected.words)) return [];
  const isAmount = label.key.endsWith('.amountWan');
  const problem = (message: string, severity: 'hint' | 'warning'): Problem[] => [
    {
      result: 'problem',
      severity,
      message,
      at: [label.at],
      keys: [label.key],
      quote: label.got.trim(),
      place: `${label.key}/${labelCore(label.got)}`,
    },
  ];
  const shown = `“${squeezed(label.got)}”`;
  if (labelCore(got.note) === labelCore(expected.note)) return [];
  if (region?.unitNotes.some((each) => each.key === label.key && labelCore(each.note) === labelCore(got.note))) return [];
  if (isAmount && got.unit !== null && got.unit !== '万元') {
    const form = expected.note === '' ? '各地通例以万元填报，请核对' : `统一格式为“${label.expected}”，应以万元填报`;
    return problem(`金额栏${shown}以“${got.unit}”为单位，${form}。`, 'warning');
  }
  // The form of 2019 names no unit; naming 万元 changes nothing.
  if (isAmount && expected.note === '' && labelCore(got.note) === '单位万元') return [];
  if (got.note === '') return namesUnit(report, reading) ? [] : problem(`${shown}没有注明单位，统一格式为“${label.expected}”。`, 'hint');
  return problem(`${shown}的单位标注与统一格式“${label.expected}”不同。`, 'hint');
}

/** A unit of 万元 printed elsewhere in the table or right above it. */
function namesUnit(report: Report, reading: TableReading): boolean {
  return reading.blocks.some((index) =>
    [index - 1, index].some((each) => {
      const block = report.blocks[each];
      if (block === undefined || block.kind === 'picture') return false;
      if (block.kind === 'table') return block.rows.some((row) => row.cells.some((cell) => squeeze(cell.text).includes('万元')));
      return /单位[:：]?万元/.test(squeeze(block.text));
    }),
  );
}

/** As printed, without line breaks and spaces inside the cell. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
