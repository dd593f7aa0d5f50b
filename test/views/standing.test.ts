// The word in the list: nothing that was not checked may look fine.
import { describe, expect, it } from 'vitest';
import { STANDING_NAMES, standingOf, standingWord } from '../../src/app/standing.ts';
import type { Counts } from '../../src/core/model/summary.ts';

const fine: Counts = { error: 0, warning: 0, hint: 0, notAssessed: 0, doubtful: 0, passed: 80 };
const word = (counts: Partial<Counts>, incomplete = false) => STANDING_NAMES[standingOf({ ...fine, ...counts }, incomplete)];

describe('the word for a report', () => {
  it('is 通过 only where everything was judged and nothing is wrong', () => {
    expect(word({})).toBe('通过');
    expect(word({ hint: 3 })).toBe('通过');
  });

  it('is 有未核验项 as soon as one check was not judged, is doubtful, or part of the file was not read', () => {
    expect(word({ notAssessed: 1 })).toBe('有未核验项');
    expect(word({ doubtful: 1 })).toBe('有未核验项');
    expect(word({}, true)).toBe('有未核验项');
  });

  it('is not 通过 where nothing was judged at all', () => {
    expect(word({ passed: 0 })).toBe('有未核验项');
  });

  it('names the gravest first', () => {
    expect(word({ error: 1, warning: 2, notAssessed: 3 })).toBe('有错误');
    expect(word({ warning: 2, notAssessed: 3 })).toBe('有警告');
  });

  it('is never 通过 where something was dismissed, and never hides what is left', () => {
    const dismissed = { error: 1, warning: 1, hint: 0 };
    expect(standingWord(standingOf(fine, false, dismissed), dismissed)).toBe('有错误（已处理 2）');
    expect(standingWord(standingOf({ ...fine, notAssessed: 1 }, true, dismissed), dismissed)).toBe('有错误（已处理 2）');
    expect(standingWord(standingOf(fine, false, { ...dismissed, error: 0 }), { ...dismissed, error: 0 })).toBe('有警告（已处理 1）');
    expect(standingOf({ ...fine, warning: 1 }, false, dismissed)).toBe('warning');
    expect(standingOf(fine, false, { error: 0, warning: 0, hint: 3 })).toBe('passed');
  });
});
