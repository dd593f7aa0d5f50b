// Holds one number of the text against the cells it may mean. Equal is equal, whatever the words; only a difference is asked for excuses.
import type { Equation } from '../../model/finding.ts';
import type { Statement } from '../../model/statement.ts';
import { agrees, excerpt, excused, said, tidy, unread } from './comparison.ts';
import type { Answer, CellSum } from './comparison.ts';
import type { Desk } from './desk.ts';
import { excuseOf, isLoosely } from './exclusion.ts';
import type { Candidate, Plan } from './plan.ts';

/** A number against the cells it may mean, the likeliest first; a difference only where none of them fits and nothing excuses it. */
export function judgeNumber(desk: Desk, statement: Statement, index: number, plan: Plan): Answer {
  const again = plan.rule === 'N-T3-CAT' || plan.rule === 'N-T3-NEW' ? desk.beside.sumsToOneCell(statement) : null;
  if (again) return again;
  const value = statement.value!;
  const excuse = excuseOf(desk, statement);
  const money = statement.kind === 'amount' || statement.concept === 'charge';
  let first: { candidate: Candidate; sum: CellSum } | null = null;
  let hit: { candidate: Candidate; value: number } | null = null;
  let gap: string | null = null;
  for (const candidate of plan.candidates) {
    if (candidate.keys.length === 0) continue;
    const sum = desk.cells.sum(candidate.keys);
    first ??= { candidate, sum };
    if (!sum.ok) {
      // What the words mean first must be readable, or nothing can be said.
      if (first.candidate === candidate) break;
      if (candidate.fit === 'exact') gap ??= sum.why;
      continue;
    }
    const minus = candidate.minus ? desk.cells.sum(candidate.minus) : null;
    if (minus && !minus.ok) continue;
    const other = (money ? sum.value * 1e4 : sum.value) - (minus?.ok ? minus.value : 0);
    const slack = money ? Math.max(desk.cells.tolerance(candidate.keys[0]!), roundingOf(statement)) : roundingOf(statement);
    if (Math.abs(other - value) <= slack) {
      if (!hit || (hit.candidate.fit !== 'exact' && candidate.fit === 'exact')) hit = { candidate, value: other };
      if (candidate.fit === 'exact') break;
    }
  }
  if (!first) return { why: '统计表中没有这一行。' };
  const { candidate, sum } = first;
  const base = { rule: plan.rule, statement: index, statements: [index], keys: candidate.keys, name: candidate.name };
  if (!sum.ok) {
    return excuse?.listed || plan.lenient ? { why: excuse?.why ?? plan.lenient ?? sum.why } : unread(base, statement, sum.why);
  }
  const other = money ? Math.round(sum.value * 1e8) / 1e4 : sum.value;
  const at = [statement.at, ...sum.terms.map((term) => term.at)];
  if (hit?.candidate.fit === 'exact') {
    const agreed = desk.cells.sum(hit.candidate.keys);
    return agrees({ ...base, keys: hit.candidate.keys, name: hit.candidate.name }, hit.value, [
      statement.at,
      ...(agreed.ok ? agreed.terms.map((term) => term.at) : []),
    ]);
  }
  // 各2件: for each of both.
  if (
    statement.guards.includes('each') &&
    candidate.keys.length > 1 &&
    sum.terms.every((term) => term.value === value || term.value === 0)
  ) {
    return agrees(base, other, at);
  }
  if (excuse?.listed) return { why: excuse.why };
  if (plan.lenient) return { why: plan.lenient };
  // What the words may mean as well could not be read.
  if (gap !== null && hit === null)
    return { comparison: { ...base, other, verdict: 'open', why: `${said(statement)}没有比较：${gap}`, at } };
  const possible = hit?.candidate.fit === 'possible' ? hit.candidate : null;
  if (excuse || possible) {
    const why = excuse?.why ?? `${possible!.note ?? '可能是另一口径'}。`;
    return excused({ why, listed: false }, base, statement, other, `${candidate.name}${amount(other, statement)}不等`, at);
  }
  const mild = hit?.candidate.fit === 'mild' ? hit.candidate : null;
  const none = plan.none !== undefined && (value === 0) !== (other === 0);
  const rule = none ? plan.none! : plan.rule;
  const severity = mild?.severity ?? (isLoosely(statement) ? 'warning' : plan.severity);
  const message =
    none && value === 0
      ? `正文称“${excerpt(statement)}”，${candidate.name}为${amount(other, statement)}。`
      : `正文称“${excerpt(statement)}”，${candidate.name}为${amount(other, statement)}，相差${amount(Math.abs(other - value), statement)}${mild?.note ?? ''}。`;
  const equation: Equation = {
    left: [{ key: 'text', label: '正文', value, at: statement.at }],
    right: sum.terms,
    relation: '=',
    leftSum: value,
    rightSum: other,
  };
  return {
    comparison: {
      ...base,
      rule,
      other,
      verdict: 'differs',
      message,
      at,
      ...(money ? {} : { equation }),
      // An error of the numbers is one of the rule's own gravity unless something speaks for the text.
      ...(severity && !(none && !mild && !isLoosely(statement)) ? { severity } : {}),
    },
  };
}

/** Money as table two has it, in 万元, from that on. */
function amount(value: number, statement: Statement): string {
  if (statement.kind !== 'amount') return `${tidy(value)}件`;
  return Math.abs(value) >= 1e4 ? `${tidy(value / 1e4)}万元` : `${tidy(value)}元`;
}

/** 258.5亿元, 3.5万元, 2764.2万件: half a unit of the last printed place, in yuan or pieces; 0 where nothing tells that it is rounded. */
function roundingOf({ kind, quote, marked, decimals }: Statement): number {
  const printed = quote.slice(marked.from, marked.to + 2);
  const scale = printed.includes('亿') ? 1e8 : printed.includes('万') && (decimals > 0 || kind === 'count') ? 1e4 : 0;
  return (0.5 * scale) / 10 ** decimals;
}
