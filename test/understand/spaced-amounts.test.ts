// Rows set apart by single spaces whose number carries its unit.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';

const spaced = layouts.find((layout) => layout.name === '空格对齐，标签与数字同行')!;
const amount = /(政府集中采购\s+[\d.]+\s+)([\d.]+)/;
const text = spaced.write(inventedReport('2019', 4));

async function examined(content: string) {
  const outcome = await examine(new TextEncoder().encode(content), spaced.fileName);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.reports[0]!;
}

describe('政府集中采购 with the unit behind the number', () => {
  it('is read with its unit', async () => {
    expect(text).toMatch(amount);
    const { report, findings } = await examined(text.replace(amount, '$1251000.50元'));
    const fact = report.facts.find((each) => each.key === 't2.art20_9.procurement.amountWan');
    expect([fact?.value, fact?.unit]).toEqual([251000.5, '元']);
    expect(findings.map((finding) => finding.rule)).not.toContain('S-LABEL-MISSING-ROW');
  });

  it('is kept as it is written where it is no number, and the row is not missing', async () => {
    const { report, findings } = await examined(text.replace(amount, '$1约25.1万（另附）'));
    const fact = report.facts.find((each) => each.key === 't2.art20_9.procurement.amountWan');
    expect([fact?.value, fact?.raw]).toEqual([null, '约25.1万（另附）']);
    expect(findings.map((finding) => finding.rule)).not.toContain('S-LABEL-MISSING-ROW');
  });
});
