// What else speaks for one way to mend the sums rather than another: numbers said in the text, subtotals printed in the heads of groups.
// They only rank: a witness may be wrong in the same way, so what the sums leave open stays open.
import type { Report } from '../../model/report.ts';
import { compareStatements } from '../compare/index.ts';
import { layoutOf } from '../tables/layout.ts';
import type { RuleContext } from '../rule.ts';

/** A number that cells should add up to, said outside of the sums of the form. */
interface Witness {
  readonly keys: ReadonlySet<string>;
  readonly said: number;
  /** What the cells add up to as printed. */
  readonly printed: number;
}

/** A cell and the number it would have. */
interface ChangedCell {
  readonly key: string;
  readonly printed: number | null;
  readonly mended: number;
}

/** Reports never change, and every broken sum with several answers asks. */
const known = new WeakMap<Report, readonly Witness[]>();

/** Witnesses that agree after a change and did not before, less those that agreed and no longer would. */
export function supportOf(context: RuleContext, cells: readonly ChangedCell[]): number {
  let support = 0;
  for (const { keys, said, printed } of witnessesOf(context)) {
    let change = 0;
    for (const cell of cells) if (keys.has(cell.key)) change += cell.mended - (cell.printed ?? 0);
    if (change === 0) continue;
    if (printed === said) support -= 1;
    else if (printed + change === said) support += 1;
  }
  return support;
}

function witnessesOf(context: RuleContext): readonly Witness[] {
  let witnesses = known.get(context.report);
  if (!witnesses) {
    witnesses = [...inText(context), ...inHeads(context)];
    known.set(context.report, witnesses);
  }
  return witnesses;
}

/** Numbers of the text that were held against cells of tables three and four, each once. */
function inText(context: RuleContext): readonly Witness[] {
  const found = new Map<string, Witness>();
  for (const { statement, comparisons } of compareStatements(context.report)) {
    if ((statement.kind !== 'count' && statement.kind !== 'none') || statement.value === null || statement.approximate !== null) continue;
    for (const { keys, verdict } of comparisons) {
      if (verdict === 'open' || keys.length === 0 || keys.some((key) => key.startsWith('t2.'))) continue;
      const printed = keys.reduce((sum, key) => sum + (context.fact(key)?.value ?? 0), 0);
      // Closed cases are a total less what is pending, and a number in units of ten thousand is rounded.
      if (verdict === 'agrees' && printed !== statement.value) continue;
      found.set(`${keys.join()} ${statement.value}`, { keys: new Set(keys), said: statement.value, printed });
    }
  }
  return [...found.values()];
}

function inHeads(context: RuleContext): readonly Witness[] {
  const { heads, rows } = layoutOf(context.report);
  return heads.flatMap((head) => {
    const details = rows.filter((row) => row.key.startsWith(`${head.key}.`));
    return head.keys.flatMap((key, column) => {
      const fact = context.fact(key);
      if (!fact || fact.value === null || fact.certainty !== 'sure') return [];
      const keys = details.map((row) => row.keys[column]!);
      const printed = keys.reduce((sum, each) => sum + (context.fact(each)?.value ?? 0), 0);
      return [{ keys: new Set(keys), said: fact.value, printed }];
    });
  });
}
