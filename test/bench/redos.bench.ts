// Every rule, and the reading of statements that several rules share, over 100 kB of text made to be slow: long runs of one character,
// of 的, of brackets, of 一是. Wanted: under 50 ms each.
import { bench, describe } from 'vitest';
import { rules, runRules } from '../../src/core/check/index.ts';
import { findStatements } from '../../src/core/statements/index.ts';
import { hostileReports } from '../check/hostile-reports.ts';

for (const { name, report } of hostileReports) {
  describe(name, () => {
    bench('statements', () => void findStatements(report.blocks, report.sections), {
      iterations: 3,
      warmupIterations: 1,
      time: 0,
      warmupTime: 0,
    });
    for (const rule of rules)
      bench(rule.id, () => void runRules([rule], report), { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 });
  });
}
