// No rule may be slow, whatever the text: each within half a second of work (wanted: 50 ms), tried again when it was not.
import { describe, expect, it } from 'vitest';
import { rules, runRules } from '../../src/core/check/index.ts';
import { hostileReports } from './hostile-reports.ts';

const BOUND = 500;

describe.each(hostileReports)('100 kB of $name', ({ report }) => {
  it('is judged by every rule in time', () => {
    const slow: string[] = [];
    for (const rule of rules) {
      let best = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 4 && best > BOUND; attempt++) {
        const start = performance.now();
        runRules([rule], report);
        best = Math.min(best, performance.now() - start);
      }
      if (best > BOUND) slow.push(`${rule.id} ${Math.round(best)} ms`);
    }
    expect(slow).toEqual([]);
  }, 60_000);
});
