// Hostile texts: the work of finding and comparing statements grows with the length of the text and no faster.
import { describe, expect, it } from 'vitest';
import { compareStatements } from '../../src/core/check/compare-statements.ts';
import { specimen } from '../../src/core/check/example.ts';
import { runRules, rules } from '../../src/core/check/index.ts';
import { findStatements } from '../../src/core/statements/index.ts';
import type { Block } from '../../src/core/model/document.ts';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['one long number', '1'],
  ['numbers with units', '1件'],
  ['a list without end', '其中1件、'],
  ['brackets that never close', '(1件'],
  ['openers', '其中含包括'],
  ['negations', '无未收到'],
  ['negations of requests', '未收到申请'],
  ['claims', '行政复议均获维持'],
  ['thousands separators', '1,234,'],
  ['Chinese numerals', '一百零'],
  ['Chinese digits', '一二三'],
  ['shares', '5条占10%、'],
  ['shares in a sum', '共9条其中5条占11%'],
  ['white space', ' 　'],
  ['blanks before units', '公开  条，'],
  ['mentions', '公开行政许可行政处罚'],
  ['changes', '20条较上年10条增长5%'],
  ['requests', '收到政府信息公开申请5件予以公开3件'],
  ['years', '2023年'],
  ['names of totals', '建议、提案9件建议4件提案4件'],
  ['ordinals', '第一百条至'],
];
const blockOf = (text: string): Block[] => [{ kind: 'paragraph', text }];
const repeat = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Best of three, in milliseconds. */
function time(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('hostile texts of 100 kB', () => {
  it.each(HOSTILE)('%s', (_what, piece) => {
    const long = blockOf(repeat(piece, 100_000));
    const half = blockOf(repeat(piece, 50_000));
    findStatements(half, []);
    const whole = time(() => findStatements(long, []));
    const part = time(() => findStatements(half, []));
    // Quadratic work would take four times as long, and minutes; machines are noisy, so small times are not compared.
    expect(whole).toBeLessThan(Math.max(200, part * 3.6));
    expect(whole).toBeLessThan(1000);
  });

  it.each(HOSTILE)('all rules of narrative: %s', (_what, piece) => {
    const report = specimen({ text: { s1: [repeat(piece, 100_000)] } });
    const own = rules.filter((rule) => rule.id.startsWith('N-'));
    const compared = time(() => compareStatements({ ...report }));
    const judged = time(() => runRules(own, report));
    expect(compared).toBeLessThan(1000);
    expect(judged).toBeLessThan(1000);
  });
});

it('takes about a millisecond for a report of usual size', () => {
  const { blocks, sections } = specimen();
  findStatements(blocks, sections);
  expect(time(() => findStatements(blocks, sections))).toBeLessThan(20);
});
