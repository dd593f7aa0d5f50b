// Files in which there is nothing to check, or far too much: one clear sentence each.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';

async function refusalOf(content: string, fileName: string): Promise<{ code: string; message: string }> {
  const outcome = await examine(new TextEncoder().encode(content), fileName);
  if (outcome.ok) throw new Error('was not refused');
  return outcome.failure;
}

describe('refused', () => {
  it('the form as it is handed out, with every cell empty', async () => {
    const write = layouts.find(({ name }) => name === '网页，合并单元格')!.write;
    const report = inventedReport('2021', 1);
    const blank = write({ ...report, numbers: new Map() })
      .replace(new RegExp(`${report.organ}${report.year}年`, 'g'), '')
      .replace(/20\d\d年/g, '')
      .replace(/<p>(?!一、|二、|三、|四、|五、|六、)[^<]{30,}<\/p>/g, '');
    expect(await refusalOf(blank, '表样.html')).toMatchObject({
      code: 'blank-form',
      message: expect.stringMatching(/^“表样\.html”是没有填写的空白表样/),
    });
  });

  it('a report whose tables are empty is no blank form', async () => {
    const write = layouts.find(({ name }) => name === '网页，合并单元格')!.write;
    const outcome = await examine(new TextEncoder().encode(write({ ...inventedReport('2021', 1), numbers: new Map() })), '年报.html');
    expect(outcome.ok && outcome.reports[0]!.findings.map((finding) => finding.rule)).toContain('R-3-ALLBLANK');
  });

  it.each([
    ['标题太多.txt', '一、总体情况\n有话。\n'.repeat(30_000)],
    ['标签太多.txt', '一、本年新收政府信息公开申请数量\n'.repeat(60_000)],
    ['部分太多.txt', '一、总体情况\n'.repeat(4_000)],
  ])('%s: more than any collection of reports has', async (name, content) => {
    expect(await refusalOf(content, name)).toMatchObject({ code: 'too-complex', message: expect.stringContaining('远多于年度报告') });
  });
});
