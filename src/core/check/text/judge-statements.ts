// What a rule about numbers said in the text answers: its share of the comparisons, as judgements.
import type { Severity } from '../../model/vocabulary.ts';
import { compareStatements, MOST_COMPARED } from '../compare/index.ts';
import type { ComparedStatement } from '../compare/index.ts';
import type { Problem, RuleContext, Verdict } from '../rule.ts';

/** Judgements of one rule over all statements. What agrees is passed, what is open is not assessed, what differs is a problem. */
export function* judgeStatements(context: RuleContext, rule: string, ownSeverity: Severity): Iterable<Problem | Verdict> {
  const compared = compareStatements(context.report);
  yield* beyond(compared);
  for (let index = 0; index < compared.length; index++) {
    const { statement, comparisons } = compared[index]!;
    for (const comparison of comparisons) {
      if (comparison.rule !== rule || comparison.statement !== index) continue;
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
}

/** Where a text has more numbers than are looked at: what lies beyond is not judged. */
export function* beyond(compared: readonly ComparedStatement[]): Iterable<Verdict> {
  if (compared.length > MOST_COMPARED) yield { result: 'notAssessed', why: `正文中的数字超过${MOST_COMPARED}处，之后的没有与表格核对。` };
}
