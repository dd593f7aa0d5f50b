// Writes the arithmetic of a finding as a sum with the printed numbers. Adds nothing up that the check has not added up.
import type { Equation, Term } from '../../core/model/finding.ts';

/** A number as people write it: no floating-point dust (0.30000000000000004), a true minus sign. */
export function writeNumber(value: number): string {
  return String(Math.round(value * 1e6) / 1e6).replace('-', '−');
}

/** A printed number; a blank cell is said to be blank. */
export function writeTerm(value: number | null): string {
  if (value === null) return '（空）';
  return value < 0 ? `（${writeNumber(value)}）` : writeNumber(value);
}

function writeSum(terms: readonly Term[], sum: number, most: number): string {
  if (terms.length > most) return `${terms.length}项之和 ${writeNumber(sum)}`;
  const written = terms.map((term) => writeTerm(term.value)).join('＋');
  return terms.length === 1 ? written : `${written}＝${writeNumber(sum)}`;
}

/** 「总计」 and “（七）总计” alike come out in one pair of quotes. */
function quoted(label: string): string {
  return /[“”「」]/.test(label) ? label : `“${label}”`;
}

/**
 * 「3＋1＋0＋0＋0＋0＝4，表中“总计”填 5，相差 1」; with sums on both sides 「66＋2＝68，60＋7＝67，相差 1」.
 * Blanks are written （空） and, where there are any, said to count as 0.
 */
export function sumSentence(equation: Equation): string {
  return sentenceOf(equation, Infinity);
}

/** The same in a line: of more than six numbers only the sum. */
export function briefSumSentence(equation: Equation): string {
  return sentenceOf(equation, 6);
}

function sentenceOf({ left, right, relation, leftSum, rightSum }: Equation, most: number): string {
  const difference = writeNumber(Math.abs(leftSum - rightSum));
  const blanks = [...left, ...right].some((term) => term.value === null) ? '（空白按 0 计）' : '';
  if (relation === '≤') {
    return `${writeSum(left, leftSum, most)} 应不大于 ${writeSum(right, rightSum, most)}，多出 ${difference}${blanks}`;
  }
  const [only] = right;
  const [alone] = left;
  // Two numbers that should be the same, of the text and the table say: each by its name.
  if (left.length === 1 && right.length === 1 && alone && only) {
    return `${quoted(alone.label)} ${writeTerm(alone.value)}，${quoted(only.label)} ${writeTerm(only.value)}，相差 ${difference}${blanks}`;
  }
  if (right.length === 1 && only && left.length > 1) {
    if (only.key === 'text')
      return `${writeSum(left, leftSum, most)}，正文${quoted(only.label)}为 ${writeNumber(only.value ?? 0)}，相差 ${difference}`;
    const said = only.value === null ? `表中${quoted(only.label)}为空` : `表中${quoted(only.label)}填 ${writeNumber(only.value)}`;
    return `${writeSum(left, leftSum, most)}，${said}，相差 ${difference}${blanks}`;
  }
  return `${writeSum(left, leftSum, most)}，${writeSum(right, rightSum, most)}，相差 ${difference}${blanks}`;
}

/** Terms worth naming under a long sum: those that are not zero and not blank. */
export function weightyTerms(equation: Equation): readonly Term[] {
  return [...equation.left, ...equation.right].filter((term) => term.value !== null && term.value !== 0);
}
