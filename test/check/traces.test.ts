// What rules out patterns at once must never rule out one that would match.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { passagesOf } from '../../src/core/check/text/running-text.ts';
import { mayHold, tracesOf } from '../../src/core/check/text/traces.ts';

describe('traces of words in a report', () => {
  const report = specimen({ text: { s1: ['更新不及时，，解读不够。', '“公开”、“解读”“互动”'] } });

  it('are there for every character and every pair that stands in its text', () => {
    for (const { flat } of passagesOf(report)) {
      for (let at = 0; at < flat.length; at++) {
        expect(mayHold(report, tracesOf(flat[at]!))).toBe(true);
        if (at > 0) expect(mayHold(report, tracesOf(flat.slice(at - 1, at + 3)))).toBe(true);
      }
    }
  });

  it('are not there across two paragraphs, nor for what nobody wrote', () => {
    expect(mayHold(report, tracesOf('。“'))).toBe(false);
    expect(mayHold(report, tracesOf('；； 、、 龘'))).toBe(false);
    expect(mayHold(report, tracesOf('；； ，，'))).toBe(true);
  });
});
