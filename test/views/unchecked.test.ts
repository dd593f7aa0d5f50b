// What the section 未核验 lists.
import { describe, expect, it } from 'vitest';
import { uncheckedOf } from '../../src/app/unchecked.ts';

describe('the section 未核验', () => {
  it('leaves out what was judged, and joins rules with the same reasons', () => {
    const groups = uncheckedOf([
      { rule: 'R-3-ROW-SUM', keys: ['a'], result: 'passed' },
      { rule: 'R-3-ROW-SUM', keys: ['b'], result: 'notAssessed', why: '没有读到。' },
      { rule: 'R-3-ROW-SUM', keys: ['c'], result: 'notAssessed', why: '没有读到。' },
      { rule: 'R-INT', keys: ['b', 'c'], result: 'notAssessed', why: '没有读到。' },
      { rule: 'R-NEG', keys: ['b'], result: 'doubtful', why: '没有读到。' },
    ]);
    expect(groups).toEqual([
      { rules: ['R-3-ROW-SUM', 'R-INT'], result: 'notAssessed', count: 3, reasons: [{ why: '没有读到。', count: 2, keys: ['b', 'c'] }] },
      { rules: ['R-NEG'], result: 'doubtful', count: 1, reasons: [{ why: '没有读到。', count: 1, keys: ['b'] }] },
    ]);
  });

  it('never leaves a reason empty', () => {
    expect(uncheckedOf([{ rule: 'R-INT', keys: [], result: 'notAssessed' }])[0]!.reasons[0]!.why).toMatch(/[一-鿿]/);
  });
});
