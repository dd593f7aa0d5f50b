// No rule may be slow, whatever the text, nor the reading of statements that rules share: each within half a second of the processor's time, tried again when it was not.
// What is wanted, 50 ms, is measured on a quiet machine by test/bench/redos.bench.ts; this one finds what grows without bounds.
import { describe, expect, it } from 'vitest';
import { rules, runRules } from '../../src/core/check/index.ts';
import { read } from '../../src/core/read/index.ts';
import { findStatements } from '../../src/core/statements/index.ts';
import { understand } from '../../src/core/understand/index.ts';
import { cpuClock } from '../cpu-clock.ts';
import { hostileReports } from './hostile-reports.ts';

const BOUND = 500;

describe.each(hostileReports)('100 kB of $name', ({ report }) => {
  it('is judged by every rule in time', () => {
    const slow: string[] = [];
    const works = [
      { id: 'statements', work: () => void findStatements(report.blocks, report.sections) },
      ...rules.map((rule) => ({ id: rule.id, work: () => void runRules([rule], report) })),
    ];
    for (const { id, work } of works) {
      let best = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 4 && best > BOUND; attempt++) {
        const spent = cpuClock();
        work();
        best = Math.min(best, spent());
      }
      if (best > BOUND) slow.push(`${id} ${Math.round(best)} ms`);
    }
    expect(slow).toEqual([]);
  }, 60_000);
});

/** Labels of the form, each on a line of its own, by the ten thousand: what looks like a table and is none. */
const LABELS = ['自然人', '其他', '总计', '3.其他', '政府集中采购', '（一）予以公开', '总计\n其他\n自然人', '结果维持\n结果纠正'];

describe.each(LABELS)('100,000 characters of “%s”', (label) => {
  it('are read and understood in time', async () => {
    const line = `${label}\n`;
    const lines = line.repeat(100_000 / line.length);
    const text = `云溪县水利局2023年政府信息公开工作年度报告\n一、总体情况\n公开。\n三、收到和处理政府信息公开申请情况\n${lines}`;
    const result = await read(new TextEncoder().encode(text), '年报.txt');
    if (!result.ok) throw new Error(result.failure.message);
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 4 && best > 2 * BOUND; attempt++) {
      const spent = cpuClock();
      for (const document of result.documents) understand(document);
      best = Math.min(best, spent());
    }
    expect(best).toBeLessThan(2 * BOUND);
  }, 60_000);
});
