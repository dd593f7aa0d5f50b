// The balance of requests said in one paragraph of the text: what was received and carried in is what was answered and carried out.
// All four must be said, in numbers or as none; which of them is wrong only the tables can tell.
import type { Equation, Term } from '../../model/finding.ts';
import type { Statement } from '../../model/statement.ts';
import { tidy } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import type { Desk } from './desk.ts';
import { exclusionOf } from './exclusion.ts';

const SIDES = ['received', 'carriedIn', 'done', 'carriedOut'] as const;
type Side = (typeof SIDES)[number];
const NAMES: Readonly<Record<Side, string>> = { received: '收到', carriedIn: '上年结转', done: '办结', carriedOut: '结转下年' };
/** What may be counted beside 办结 or within it: equal to the gap, it explains it. */
const ASIDE = /^(?:granted|partial|grantedOrPartial|denied|unable|refused|otherHandling|withdrawn|reason|handled|due|carried)$/;

/** One comparison for each paragraph that says all four, shown at what was received. */
export function compareBalances(desk: Desk): readonly Comparison[] {
  const byBlock = new Map<number, number[]>();
  desk.statements.forEach(({ at }, index) => {
    const group = byBlock.get(at.block);
    if (group) group.push(index);
    else byBlock.set(at.block, [index]);
  });
  return [...byBlock.values()].flatMap((indexes) => compareBalance(desk, indexes) ?? []);
}

function compareBalance(desk: Desk, indexes: readonly number[]): Comparison | null {
  const { statements } = desk;
  const said: Record<Side, number[]> = { received: [], carriedIn: [], done: [], carriedOut: [] };
  const aside: number[] = [];
  for (const index of indexes) {
    const each = statements[index]!;
    const side = sideOf(desk, each);
    if (side) said[side].push(index);
    else if (each.value !== null && each.concept !== null && ASIDE.test(each.concept)) aside.push(each.value);
  }
  if (SIDES.some((side) => said[side].length === 0)) return null;
  const value = (index: number): number => statements[index]!.value!;
  // Said twice, it may be of two things.
  if (SIDES.some((side) => new Set(said[side].map(value)).size > 1)) return null;
  const [received, carriedIn, done, carriedOut] = SIDES.map((side) => said[side][0]!) as [number, number, number, number];
  const four = [received, carriedIn, done, carriedOut];
  if (new Set(four.map((index) => statements[index]!.scope).filter((scope) => scope !== 'unsaid' && scope !== 'own')).size > 1) return null;
  const left = tidy(value(received) + value(carriedIn));
  const right = tidy(value(done) + value(carriedOut));
  const gap = Math.abs(left - right);
  const base = {
    rule: 'N-T3-BALANCE',
    statement: received,
    statements: four,
    keys: [],
    name: '办结与结转下年之和',
    other: right,
    at: four.map((index) => statements[index]!.at),
  };
  // 共收到12件（含上年结转2件）: what was received holds what was carried in; or only this year's requests were counted as answered.
  if (gap === 0 || value(received) === right) return { ...base, verdict: 'agrees' };
  if (aside.includes(gap) || aside.includes(left) || aside.includes(right)) return null;
  const term = (index: number, side: Side): Term => ({ key: 'text', label: NAMES[side], value: value(index), at: statements[index]!.at });
  const equation: Equation = {
    left: [term(received, 'received'), term(carriedIn, 'carriedIn')],
    right: [term(done, 'done'), term(carriedOut, 'carriedOut')],
    relation: '=',
    leftSum: left,
    rightSum: right,
  };
  const told = SIDES.map((side, index) => `${NAMES[side]}${value(four[index]!)}件`);
  return {
    ...base,
    verdict: 'differs',
    equation,
    message: `正文称${told[0]}、${told[1]}，${told[2]}、${told[3]}：前两项之和${left}与后两项之和${right}不等，相差${tidy(gap)}件。`,
  };
}

/** On which side of the balance a number stands; null where it is of something else, or not certainly of all requests. */
function sideOf(desk: Desk, statement: Statement): Side | null {
  const { kind, value, concept, applicant, outcome, guards } = statement;
  if ((kind !== 'count' && kind !== 'none') || value === null || applicant || outcome || guards.length > 0) return null;
  if (statement.alsoDone || exclusionOf(desk, statement)) return null;
  const total = statement.part && desk.statements[statement.part.total];
  // 办结12件，其中按时答复9件: a part of the same.
  if (total && total.concept === concept) return null;
  return SIDES.find((side) => side === concept) ?? null;
}
