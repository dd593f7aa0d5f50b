// Holds every number said in the text against the tables and against the other numbers of its sum. The rules and the page both ask here,
// so they can never disagree. Equal is equal, whatever the words; only a difference is asked whether the words could mean something else.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import { withStatements } from '../../statements/index.ts';
import { compareBalances } from './balance.ts';
import { compareClaim } from './claims.ts';
import type { Answer, Comparison } from './comparison.ts';
import { deskOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { exclusionOf } from './exclusion.ts';
import { compareFee } from './fees.ts';
import { judgeNumber } from './judge.ts';
import { compareMention } from './mentions.ts';
import { planOfCases } from './plan-cases.ts';
import { planOfRequests } from './plan-requests.ts';
import { planOfTableTwo } from './plan-table-two.ts';
import { compareRate } from './rates.ts';
import { compareSums } from './sums.ts';

/** A statement with what came of it. */
export interface ComparedStatement {
  readonly statement: Statement;
  readonly comparisons: readonly Comparison[];
  /** Chinese: why it was compared with nothing; null where it was. */
  readonly why: string | null;
}

/** More numbers than the text of any report has: those beyond are listed, but compared with nothing, and that is said. */
export const MOST_COMPARED = 1000;

/** Said of what no table counts. */
const NOTHING = '统计表中没有对应的数据。';

const known = new WeakMap<Report, readonly ComparedStatement[]>();

/** Every statement of a report with what it was compared with, or why it was not. The same report gives the same answer. */
export function compareStatements(report: Report): readonly ComparedStatement[] {
  let compared = known.get(report);
  if (!compared) {
    compared = compareAll(report);
    known.set(report, compared);
  }
  return compared;
}

function compareAll(report: Report): readonly ComparedStatement[] {
  const all = withStatements(report).statements!;
  const statements = all.length > MOST_COMPARED ? all.slice(0, MOST_COMPARED) : all;
  const desk = deskOf(report, statements);
  const answers = statements.map((statement, index) => compareOne(desk, statement, index));
  const { comparisons: inText, reasons } = compareSums(report, statements, desk.cells);
  const sums = [...inText, ...compareBalances(desk)];
  const bySums = new Map<number, Comparison[]>();
  for (const comparison of sums) {
    for (const index of comparison.statements) {
      const others = bySums.get(index);
      if (others) others.push(comparison);
      else bySums.set(index, [comparison]);
    }
  }
  return all.map((statement, index) => {
    if (index >= MOST_COMPARED) return { statement, comparisons: [], why: `正文中的数字超过${MOST_COMPARED}处，之后的没有比较。` };
    const { comparison, why } = answers[index]!;
    const comparisons = [...(comparison ? [comparison] : []), ...(bySums.get(index) ?? [])];
    if (comparisons.length > 0) return { statement, comparisons, why: null };
    return { statement, comparisons, why: why === undefined || why === NOTHING ? (reasons.get(index) ?? NOTHING) : why };
  });
}

function compareOne(desk: Desk, statement: Statement, index: number): Answer {
  if (statement.kind === 'percent') return compareRate(desk, statement, index);
  if (statement.kind === 'mention') return compareMention(desk, statement, index);
  if (statement.kind === 'claim') return compareClaim(desk, statement, index);
  if (statement.concept === null) return { why: NOTHING };
  const excluded = exclusionOf(desk, statement);
  if (excluded) return { why: excluded };
  if (statement.concept === 'requestFee' || statement.concept === 'feeNotice') return compareFee(desk, statement, index);
  const plan = planOfRequests(desk, statement) ?? planOfCases(desk, statement) ?? planOfTableTwo(desk, statement) ?? NOTHING;
  return typeof plan === 'string' ? { why: plan } : judgeNumber(desk, statement, index, plan);
}
