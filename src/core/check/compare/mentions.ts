// Publication of licences, penalties or measures of force, claimed without their number.
import type { Statement } from '../../model/statement.ts';
import { agrees, unread } from './comparison.ts';
import type { Answer } from './comparison.ts';
import type { Desk } from './desk.ts';
import { AREA_ORGANS, exclusionOf } from './exclusion.ts';
import { DECISIONS } from './names.ts';

/** That decisions of a kind were published, against their number in table two. */
export function compareMention(desk: Desk, statement: Statement, index: number): Answer {
  const concept = statement.concept as keyof typeof DECISIONS;
  if (desk.report.edition === '2019') return { why: '2019年版表二的处理决定数量口径不同，没有比较。' };
  if (statement.section !== 's1' && statement.section !== 's2') return { why: '不是对已公开情况的陈述。' };
  if (statement.guards.includes('plan') || /(?:应|应当|要|需|将|拟|须)(?:及时|依法|主动)?(?:公开|公示|公布|发布)/.test(statement.quote))
    return { why: '是要求或计划，不是已公开的情况。' };
  if (/转发|转载|(?:许可|处罚|强制)(?:事项|职权|权力)?(?:目录|清单|指南|流程|依据|裁量)/.test(statement.quote))
    return { why: '是转发的信息，或目录、清单、指南，不是本机关的决定。' };
  const [name, row] = DECISIONS[concept];
  const key = `${row}.decisions`;
  const base = { rule: 'N-T2-MENTION', statement: index, statements: [index], keys: [key], name: `表二“${name}”处理决定数量` };
  // 行政许可0项, and further on how licences are published: the text says itself that there are none.
  if (desk.statements.some((each) => each.concept === concept && each.kind === 'count' && each.value === 0 && each.section === 's1'))
    return { why: `正文已写明${name}为0。` };
  const excluded = exclusionOf(desk, statement);
  if (excluded) return { why: excluded };
  const sum = desk.cells.sum([key]);
  if (!sum.ok) return unread(base, statement, sum.why, `正文提到公开${name}信息，`);
  const at = [statement.at, ...sum.terms.map((term) => term.at)];
  if (sum.value > 0) return agrees(base, sum.value, at);
  if (statement.scope === 'units' || (statement.scope === 'area' && !AREA_ORGANS.includes(desk.report.organKind)))
    return { why: '说的是其他单位公开的信息。' };
  const number = statement.of === undefined ? undefined : desk.statements[statement.of];
  // 公开行政许可、行政处罚、招投标等信息89条: the number is of all of them.
  const numbered = number !== undefined && (number.value ?? 0) > 0 && !/[、，,等]/.test(desk.beside.between(statement, number));
  return {
    comparison: {
      ...base,
      other: 0,
      verdict: 'differs',
      at,
      message: `正文称公开${name}信息，表二“${name}”处理决定数量为0，请核实（可能是转发或目录类信息）。`,
      ...(numbered ? { severity: 'warning' as const } : {}),
    },
  };
}
