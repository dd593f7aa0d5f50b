// 答复率100%, held against what is carried into the next year.
import { blockText } from '../../model/document.ts';
import type { Statement } from '../../model/statement.ts';
import { agrees, excerpt, unread } from './comparison.ts';
import type { Answer } from './comparison.ts';
import type { Desk } from './desk.ts';

/** Characters in front of a rate among which an exception is looked for. */
const EXCEPT = 48;

/** Percentages that follow from other numbers of the text, where those were not found. */
const UNJUDGED: Readonly<Record<string, string>> = {
  change: '与上年比较，没有找到上年的数字，本报告的表格也没有。',
  share: '没有找到所占的总数，没有计算。',
};

/** A rate of replies against what is carried into the next year. */
export function compareRate(desk: Desk, statement: Statement, index: number): Answer {
  if (statement.concept !== 'replyRate') return { why: UNJUDGED[statement.concept ?? ''] ?? '统计表中没有这一比率。' };
  if (statement.guards.includes('loose')) return { why: '不能确定说的是政府信息公开申请。' };
  const key = 't3.carriedOut.total';
  const name = '表三“结转下年度继续办理”总计';
  const sum = desk.cells.sum([key]);
  const base = { rule: 'N-RATE', statement: index, statements: [index], keys: [key], name };
  if (!sum.ok) return unread(base, statement, sum.why);
  const at = [statement.at, ...sum.terms.map((term) => term.at)];
  // 按时答复率 counts those that were due.
  const timely = /按时|按期|及时|按规定|法定|依法|期限|时限|限内|日内/.test(statement.quote);
  // 除2件结转外，答复率100%.
  const block = desk.report.blocks[statement.at.block];
  const ahead = block ? blockText(block).slice(Math.max(0, statement.at.from - EXCEPT), statement.at.from) : '';
  const but = /除[^。；;]{1,20}外/.test(ahead);
  if (statement.value !== 100 || sum.value === 0 || timely || but) return agrees(base, sum.value, at);
  return {
    comparison: {
      ...base,
      other: sum.value,
      verdict: 'differs',
      at,
      message: `正文称“${excerpt(statement)}”，${name}为${sum.value}件。`,
    },
  };
}
