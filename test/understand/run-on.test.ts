// A text whose line breaks and tabs were all lost: the parts are found, the tables are said not to have been read.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { compose, rectangle, titleOf } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { understood } from './understood.ts';

const invented = inventedReport('2021', 3);
const lines = compose(invented, (grid) =>
  rectangle(grid)
    .map((row) => row.join(''))
    .join(''),
).split('\n');
const title = titleOf(invented);
const filler = '（一）主动公开。完善公开目录，规范发布流程。（二）依申请公开。畅通受理渠道。';
const glue = (text: string): string =>
  `${title}\n${text.replace(title, '').replace(/\s+/g, '').replace('一、总体情况', `一、总体情况${filler}`)}`;
const glued = glue(lines.join('\n'));

describe('a text without line breaks', () => {
  it('has its six parts', async () => {
    const [report] = await understood(glued, '报告.txt');
    expect(report!.sections.map((section) => section.key)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
    expect(report!.sections[0]!.subHeadings.slice(0, 2).map((each) => each.ordinal)).toEqual([1, 2]);
    expect(report!.facts).toEqual([]);
  });

  it('lacks neither parts nor tables, and its tables are not passed', async () => {
    const outcome = await examine(new TextEncoder().encode(glued), '报告.txt');
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const { findings, checks } = outcome.reports[0]!;
    expect(findings.filter((finding) => /MISSING|TABLE/.test(finding.rule)).map((finding) => finding.message)).toEqual([]);
    const tables = checks.filter((check) => check.rule === 'S-TABLE-MISSING');
    expect(tables.map((check) => check.result)).toEqual(['notAssessed', 'notAssessed', 'notAssessed']);
  });

  it('lacks no tables either where only the cells of each row ran into one', async () => {
    const rows = compose(invented, (grid) =>
      rectangle(grid)
        .map((row) => row.join(''))
        .join('\n'),
    );
    const outcome = await examine(new TextEncoder().encode(rows), '报告.txt');
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const { findings, checks } = outcome.reports[0]!;
    expect(findings.filter((finding) => /MISSING|TABLE|LEVEL/.test(finding.rule)).map((finding) => finding.message)).toEqual([]);
    const tables = checks.filter((check) => check.rule === 'S-TABLE-MISSING');
    expect(tables.map((check) => check.result)).toEqual(['notAssessed', 'notAssessed', 'notAssessed']);
  });

  it('is parted also at a heading with a slip in it', async () => {
    const [report] = await understood(glued.replace('四、政府信息公开行政复议', '四、政府信息公开行政夏复议'), '报告.txt');
    expect(report!.sections.map((section) => section.key)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
  });

  it('is left alone where a sentence only names the parts', async () => {
    const sentence = '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况等部分组成。'.repeat(
      8,
    );
    const [report] = await understood(`${title}\n\n${sentence}\n\n${lines.slice(1).join('\n')}`, '报告.txt');
    expect(report!.sections.map((section) => section.key)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
  });
});
