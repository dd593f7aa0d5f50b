// Why a number in the text says nothing about the cells of this report, or why a difference from them need not be a fault.
import type { Statement } from '../../model/statement.ts';
import type { Excuse } from './comparison.ts';
import type { Desk } from './desk.ts';

/** Whole areas: what their text says of 全县 is their own. */
export const AREA_ORGANS: readonly (string | null)[] = ['government', 'township', 'subdistrict', 'zone'];

/** Why a statement says nothing about the cells of this year; null if it may. */
export function exclusionOf(desk: Desk, statement: Statement): string | null {
  const { year, guards, approximate, concept } = statement;
  if (approximate) return '是约数，不作相等比较。';
  if (guards.includes('comparison')) return '是与往年比较的数字。';
  if (guards.includes('plan')) return '是要求或计划，不是统计数字。';
  const whole = statement.part && desk.statements[statement.part.total];
  if (whole && /^carried/.test(whole.concept ?? '')) return '是结转申请中的一部分，不是全年的总数。';
  const carried = concept === 'carried' || concept === 'carriedIn' || concept === 'carriedOut';
  if (carried || year === null) return null;
  if (typeof year === 'number') {
    if (desk.report.year === null) return '报告年度没有确定。';
    return year === desk.report.year ? null : `说的是${year}年，不是报告年度。`;
  }
  return year === 'last' ? '说的是上一年。' : year === 'next' ? '说的是下一年。' : '说的是多年累计。';
}

/** Why a difference need not be one; null if there is no excuse. */
export function excuseOf(desk: Desk, statement: Statement): Excuse | null {
  const { guards, scope } = statement;
  if (guards.includes('filing')) return { why: '句中说的是备案、指导、培训、审查等，不一定是本机关的办理数。', listed: true };
  // A part cannot be more than all that was dealt with.
  const all = desk.cells.sum(['t3.r.total.total']);
  const possible = !all.ok || statement.value === null || statement.value <= all.value;
  if (
    statement.part &&
    possible &&
    (statement.concept === 'done' || statement.concept === 'handled') &&
    !desk.beside.isRatedWhole(statement) &&
    !desk.beside.leavesOpen(statement)
  )
    return { why: '是分项的数字，不是办理的总数。', listed: true };
  if (desk.beside.saysAnswered(statement)) return { why: '同段另写有办理的总数，与表格相等。', listed: true };
  if (desk.beside.completesResults(statement)) return { why: '与同段其他办理结果的件数之和等于办理结果总计。', listed: true };
  // 其中来信4件: some of all, unless what came new is told from what was carried in.
  if (isSomeOf(desk, statement)) return { why: '是分项的数字，不是收到的总数。', listed: true };
  // 对6个乡镇开展依申请公开抽查: what is counted stands behind the number.
  if (
    statement.unit === '个' &&
    /^个?(?!申请|依申请|自然人|公民|群众|法人|企业|政府信息|公开申请|办结|答复|案)[\u4e00-\u9fff]/.test(
      statement.quote.slice(statement.marked.to),
    )
  )
    return { why: '数字后面说的是别的事，不能确定是件数。', listed: true };
  if (guards.includes('period')) return { why: '说的是一年中的一段时间，不是全年的数字。', listed: true };
  if (guards.includes('topic')) return { why: '限定了某一方面的内容，不是总数。', listed: true };
  if (guards.includes('channel')) return { why: '只说某一渠道，不是总数。', listed: true };
  if (guards.includes('instance')) return { why: '按审级分列，不是总数。', listed: true };
  if (guards.includes('range')) return { why: '是范围，不作相等比较。', listed: true };
  if (guards.includes('loose') && !desk.beside.agreesAsWhole(statement)) return { why: '不能确定说的是政府信息公开。', listed: true };
  if (guards.includes('each')) return { why: '“各”“分别”所指不能确定。', listed: true };
  const area = AREA_ORGANS.includes(desk.report.organKind);
  // 分局 in a 分局's own report is nobody below it.
  if (scope === 'units' && !/分局$/.test(desk.report.organ ?? ''))
    return { why: '说的是各部门、下属单位的数字，与本表的范围可能不同。', listed: false };
  if (scope === 'area' && !area) return { why: '说的是全市、全县等更大的范围，与本表的范围可能不同。', listed: false };
  if (scope === 'narrow' && desk.report.organKind !== 'office')
    return { why: '说的是政府本级或某一机关的数字，与本表的范围可能不同。', listed: false };
  return null;
}

/** An item of requests that is less than their total, and is not called new. */
function isSomeOf({ statements }: Desk, { part, concept, applicant, value, quote, marked, scope }: Statement): boolean {
  const total = part && statements[part.total];
  if (!total || concept !== 'received' || applicant || value === null || total.value === null || value >= total.value) return false;
  // 全系统收到260件，其中我局117件: the part that is one's own is all of one's own.
  if (scope === 'own' && (total.scope === 'area' || total.scope === 'units')) return false;
  return /^(?:received|due|handled|done)$/.test(total.concept ?? '') && !/新|当年|本年|今年|年度|\d年/.test(quote.slice(0, marked.from));
}

/** 全县 in a county's report, 县政府 in its office's: very likely the same, yet not certain. */
export function isLoosely({ scope }: Statement): boolean {
  return scope === 'area' || scope === 'narrow';
}
