// The worker's side with the real core behind it.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/app/lines.ts';
import { examiner } from '../../src/bridge/examiner.ts';
import { unpack } from '../../src/bridge/packing.ts';
import { withOverrides } from '../../src/core/model/correction.ts';
import { rules } from '../../src/core/index.ts';
import type { ReportSummary } from '../../src/store/records.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { bytesOf } from './fake-worker.ts';

const text = `甲市乙局2023年政府信息公开工作年度报告
一、总体情况
2023年，甲市乙局主动公开信息。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
`;

describe('examiner', () => {
  it('gives a summary to list, a body to open and the bytes to keep', async () => {
    const examination = await examiner.examine(bytesOf(text), '甲市乙局.txt', {});
    if (examination.ok !== true) throw new Error('not read');
    expect(examination.reports).toHaveLength(1);
    const [{ summary, body }] = examination.reports as [(typeof examination.reports)[number]];
    expect(summary).toMatchObject({ organ: '甲市乙局', year: 2023 });
    const { report, findings, checks } = await unpack(body);
    expect(report.organ).toBe('甲市乙局');
    const { counts } = summary;
    expect(counts.error + counts.warning + counts.hint).toBe(findings.length);
    expect(counts.passed + counts.notAssessed + counts.doubtful).toBe(
      checks.filter(({ result, aside }) => result !== 'problem' && !aside).length,
    );
    expect(new TextDecoder().decode(examination.bytes)).toBe(text);
  });

  it('counts the cells that were not read, whatever rules are off', async () => {
    const whole = layouts.find(({ name }) => name === '制表符，合并格留空')!.write(inventedReport('2021', 21, 40, 0.3));
    const lines = whole.split('\n');
    const lacking = lines.filter((line) => !line.startsWith('行政强制\t')).join('\n');
    const off = rules.map(({ id }) => id).filter((id) => !id.startsWith('W-'));
    const standing = async (content: string) => {
      const examination = await examiner.examine(bytesOf(content), '甲市乙局.txt', { off });
      if (examination.ok !== true) throw new Error('not read');
      const [{ summary }] = examination.reports as [(typeof examination.reports)[number]];
      const line = linesOf([{ id: 'r', fileId: 'f', ...summary } as ReportSummary], [])[0]!;
      return [summary.unread, line.kind === 'report' && line.standing];
    };
    expect(await standing(whole)).toEqual([0, 'passed']);
    expect(await standing(lacking)).toEqual([1, 'unchecked']);
  });

  it('says why when there is no report', async () => {
    const examination = await examiner.examine(bytesOf('会议通知：周五下午两点开会。'), '通知.txt', {});
    expect(examination.ok).toBe(false);
    if (!examination.ok) expect(examination.failure.message).toContain('“通知.txt”');
  });

  it('checks again with the word of a person and leaves what was read untouched', async () => {
    const examination = await examiner.examine(bytesOf(text), '甲市乙局.txt', {});
    if (examination.ok !== true) throw new Error('not read');
    const again = await examiner.recheck(examination.reports[0]!.body, { organ: '丙县人民政府', year: 2022 }, {});
    expect(again.summary).toMatchObject({ organ: '丙县人民政府', year: 2022, organInferred: false, yearInferred: false });
    expect(again.overrides.organKind).toBe('government');
    const { report } = await unpack(again.body);
    expect(report).toMatchObject({ organ: '甲市乙局', year: 2023 });
    expect(withOverrides(report, again.overrides)).toMatchObject({ organ: '丙县人民政府', organKind: 'government', year: 2022 });
    expect(withOverrides(report, {})).toBe(report);
  });

  it('hashes', async () => {
    expect((await examiner.digest(bytesOf(text))).id).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
