// What a rule of sums answers for one sum of the form: holds, breaks and where the mistake may sit, or could not be judged.
import type { Identity } from '../../form/edition.ts';
import type { Equation } from '../../model/finding.ts';
import { keysOfIdentity, walk } from './identities.ts';
import { locate } from '../locate/index.ts';
import type { Problem, RuleContext, Verdict } from '../rule.ts';

/**
 * What a sum rule answers for one sum.
 * @param say the sentence for a sum that breaks, without the remark on blanks
 * @param name what the sum is called where it could not be placed: 「表三“（一）予以公开”行」
 */
export function judgementOf(
  context: RuleContext,
  identity: Identity,
  say: (equation: Equation) => string,
  name: string,
): Problem | Verdict {
  const keys = keysOfIdentity(identity);
  const walked = walk(context, identity);
  switch (walked.state) {
    case 'holds':
      return { result: 'passed', keys, ...(walked.blanks.length > 0 ? { why: `${walked.blanks.length}个空白单元格按0计。` } : {}) };
    case 'open':
      return { result: 'notAssessed', keys, why: walked.why };
    case 'hopeless':
      return {
        result: 'doubtful',
        severity: 'warning',
        keys,
        at: walked.at,
        message: `${name}疑似合计不平：${walked.rows.join('、')}的单元格位置不能确定，但无论怎样对位都不相等，请核对原件。`,
        why: '单元格的位置不能确定，所有对位方式都不相等。',
      };
    case 'breaks': {
      const { equation, blanks, whatever } = walked;
      const shown = equation.right.length === 1 ? [...equation.right, ...equation.left] : [...equation.left, ...equation.right];
      return {
        result: 'problem',
        ...(blanks.length > 0 && !whatever ? { severity: 'warning' as const } : {}),
        keys,
        at: shown.map((term) => term.at),
        equation,
        message: `${say(equation)}${blanks.length > 0 ? `（其中${blanks.length}个空白单元格按0计）` : ''}。`,
        ...causeOf(context, identity),
      };
    }
  }
}

/** Why a sum breaks, as far as that can be told: to be spread into the problem. */
export function causeOf(context: RuleContext, identity: Identity): Pick<Problem, 'cause' | 'suspects' | 'unlocated'> {
  const located = locate(context).get(identity);
  if (!located) return {};
  const { cause, suspects, unlocated } = located;
  return { cause, ...(suspects.length > 0 ? { suspects } : {}), ...(unlocated === undefined ? {} : { unlocated }) };
}
