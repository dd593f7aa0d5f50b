// The arithmetic as a person reads it.
import { describe, expect, it } from 'vitest';
import { sumSentence, weightyTerms, writeNumber } from '../../src/app/desk/sum-sentence.ts';
import type { Equation, Term } from '../../src/core/model/finding.ts';

const term = (value: number | null, label = '自然人'): Term => ({ key: 't3.newReceived.natural', label, value, at: { block: 0 } });

function equation(left: readonly Term[], right: readonly Term[], relation: Equation['relation'] = '='): Equation {
  const sum = (terms: readonly Term[]) => terms.reduce((all, each) => all + (each.value ?? 0), 0);
  return { left, right, relation, leftSum: sum(left), rightSum: sum(right) };
}

describe('the sum of a finding', () => {
  it('writes every addend, the printed total and the difference', () => {
    const sentence = sumSentence(equation([term(3), term(1), term(0), term(0), term(0), term(0)], [term(5, '总计')]));
    expect(sentence).toBe('3＋1＋0＋0＋0＋0＝4，表中“总计”填 5，相差 1');
  });

  it('writes both sides where both are sums', () => {
    const sentence = sumSentence(equation([term(66), term(2)], [term(60), term(7)]));
    expect(sentence).toBe('66＋2＝68，60＋7＝67，相差 1');
  });

  it('says which cells are blank and that they count as 0', () => {
    expect(sumSentence(equation([term(3), term(null)], [term(4, '总计')]))).toBe('3＋（空）＝3，表中“总计”填 4，相差 1（空白按 0 计）');
    expect(sumSentence(equation([term(3), term(1)], [term(null, '总计')]))).toBe('3＋1＝4，表中“总计”为空，相差 4（空白按 0 计）');
  });

  it('writes what must not be greater', () => {
    expect(sumSentence(equation([term(9)], [term(4)], '≤'))).toBe('9 应不大于 4，多出 5');
  });

  it('does not quote twice', () => {
    expect(sumSentence(equation([term(1), term(1)], [term(3, '“（七）总计”自然人')]))).toContain('表中“（七）总计”自然人填 3');
  });

  it('shows no dust of floating point, and minus signs in brackets', () => {
    expect(writeNumber(0.1 + 0.2)).toBe('0.3');
    expect(sumSentence(equation([term(0.1), term(0.2)], [term(0.4, '总计')]))).toBe('0.1＋0.2＝0.3，表中“总计”填 0.4，相差 0.1');
    expect(sumSentence(equation([term(105), term(-57)], [term(40, '总计')]))).toBe('105＋（−57）＝48，表中“总计”填 40，相差 8');
  });

  it('names only the terms that weigh something', () => {
    expect(weightyTerms(equation([term(3), term(0), term(null)], [term(5, '总计')])).map((each) => each.value)).toEqual([3, 5]);
  });
});
