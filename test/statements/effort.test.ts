// Hostile texts: the work of finding and comparing statements grows with the length of the text and no faster.
import { describe, expect, it } from 'vitest';
import { compareStatements } from '../../src/core/check/compare/index.ts';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { runRules, rules } from '../../src/core/check/index.ts';
import { findStatements } from '../../src/core/statements/index.ts';
import type { Block } from '../../src/core/model/document.ts';
import { cpuClock } from '../cpu-clock.ts';

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
  ['not one', '没有一件'],
  ['faults', '未因投诉、'],
  ['commas', '，'],
  ['full stops', '。'],
  ['both kinds of cases', '无行政复议、行政诉讼。'],
  ['numbers in front', '2件予以公开、'],
  ['two years', '较上年20条增加5条，'],
];
const blockOf = (text: string): Block[] => [{ kind: 'paragraph', text }];
const repeat = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Time of the processor, not of the clock, so that other programs do not count: best of three, in milliseconds. */
function time(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const spent = cpuClock();
    work();
    best = Math.min(best, spent());
  }
  return best;
}

describe('hostile texts', () => {
  it.each(HOSTILE)('%s', (_what, piece) => {
    const [short, long] = [blockOf(repeat(piece, 40_000)), blockOf(repeat(piece, 160_000))];
    findStatements(short, []);
    // Four times the text: quadratic work would take sixteen times as long. Small times are not compared.
    expect(time(() => findStatements(long, []))).toBeLessThan(Math.max(150, time(() => findStatements(short, [])) * 9));
  });

  it.each(HOSTILE)('all rules of narrative, 100 kB: %s', (_what, piece) => {
    const report = specimen({ text: { s1: [repeat(piece, 100_000)] } });
    const own = rules.filter((rule) => rule.id.startsWith('N-'));
    // Each takes less than 50 ms where nothing else runs.
    expect(time(() => compareStatements({ ...report }))).toBeLessThan(150);
    for (const rule of own) expect(time(() => runRules([rule], report))).toBeLessThan(150);
  });
});

it('says that numbers beyond what any report has were compared with nothing', () => {
  const report = specimen({ text: { s1: [repeat('公开行政许可、行政处罚信息，', 100_000), '收到政府信息公开申请999件。'] } });
  const { checks } = runRules(rules, report);
  for (const id of ['N-T3-NEW', 'N-T2-MENTION', 'N-SUM', 'N-APPROX'])
    expect(checks.some(({ rule, result, why }) => rule === id && result === 'notAssessed' && /超过1000处/.test(why ?? ''))).toBe(true);
});

it('takes about a millisecond for a report of usual size', () => {
  const { blocks, sections } = specimen();
  findStatements(blocks, sections);
  expect(time(() => findStatements(blocks, sections))).toBeLessThan(10);
});
