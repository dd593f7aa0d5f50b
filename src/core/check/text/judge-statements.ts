// What a rule about numbers said in the text answers: its share of the comparisons, as judgements.
import type { Statement } from '../../model/statement.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { compareStatements, MOST_COMPARED } from '../compare/index.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { ComparedStatement } from '../compare/index.ts';
import type { Problem, RuleContext, Verdict } from '../rule.ts';

/** Judgements of one rule over all statements. What agrees is passed, what is open is not assessed, what differs is a problem. */
export function* judgeStatements(context: RuleContext, rule: string, ownSeverity: Severity): Iterable<Problem | Verdict> {
  const compared = compareStatements(context.report);
  yield* beyond(compared);
  for (const { statement, comparison } of byRule(compared).get(rule) ?? []) {
    const { keys, verdict, why, message, at, equation, severity } = comparison;
    if (verdict === 'agrees') yield { result: 'passed', keys };
    else if (verdict === 'open') yield { result: 'notAssessed', keys, ...(why === undefined ? {} : { why }) };
    else {
      yield {
        result: 'problem',
        message: message ?? '',
        keys,
        at,
        quote: statement.quote,
        ...(equation ? { equation } : {}),
        ...(severity && severity !== ownSeverity ? { severity } : {}),
      };
    }
  }
}

/** A comparison with the statement at which it is shown. */
interface Shown {
  readonly statement: Statement;
  readonly comparison: Comparison;
}

/** Many rules ask for their share of the same comparisons. */
const known = new WeakMap<readonly ComparedStatement[], ReadonlyMap<string, readonly Shown[]>>();

function byRule(compared: readonly ComparedStatement[]): ReadonlyMap<string, readonly Shown[]> {
  let shares = known.get(compared);
  if (shares) return shares;
  const found = new Map<string, Shown[]>();
  compared.forEach(({ statement, comparisons }, index) => {
    for (const comparison of comparisons) {
      if (comparison.statement !== index) continue;
      const share = found.get(comparison.rule);
      if (share) share.push({ statement, comparison });
      else found.set(comparison.rule, [{ statement, comparison }]);
    }
  });
  shares = found;
  known.set(compared, shares);
  return shares;
}

/** Where a text has more numbers than are looked at: what lies beyond is not judged. */
export function* beyond(compared: readonly ComparedStatement[]): Iterable<Verdict> {
  if (compared.length > MOST_COMPARED) yield { result: 'notAssessed', why: `正文中的数字超过${MOST_COMPARED}处，之后的没有与表格核对。` };
}
