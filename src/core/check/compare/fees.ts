// Fees for information and notices of them, held against the cells that they would leave behind.
import type { Statement } from '../../model/statement.ts';
import { agrees, excerpt, unread } from './comparison.ts';
import type { Answer } from './comparison.ts';
import type { Desk } from './desk.ts';
import { FEE_KEY, OVERDUE_FEE } from './names.ts';

/** A fee, or notices of fees, against the cells of tables two and three. */
export function compareFee(desk: Desk, statement: Statement, index: number): Answer {
  if (desk.report.edition === '2019') return { why: '信息处理费自2021年度起报告，没有比较。' };
  const notice = statement.concept === 'feeNotice';
  return !notice && (statement.value ?? 0) > 0 ? compareCollected(desk, statement, index) : compareNotices(desk, statement, index, notice);
}

/** Fees collected are part of 行政事业性收费, and every rate is a multiple of ten yuan. */
function compareCollected({ cells }: Desk, statement: Statement, index: number): Answer {
  const name = '表二“行政事业性收费”金额';
  const begun = { rule: 'N-FEE-6', statement: index, statements: [index], keys: [FEE_KEY], name };
  const fee = cells.sum([FEE_KEY]);
  if (!fee.ok) return unread(begun, statement, fee.why);
  const at = [statement.at, ...fee.terms.map((term) => term.at)];
  const differs = (why: string): Answer => ({
    comparison: {
      ...begun,
      other: fee.value,
      at,
      severity: 'hint',
      verdict: 'differs',
      message: `正文称“${excerpt(statement)}”，${why}，请核实。`,
    },
  });
  if (fee.value === 0) return differs(`${name}为0；信息处理费属于行政事业性收费`);
  if (statement.value! % 10 !== 0 && statement.part === undefined) return differs('信息处理费各档标准都是10元的整数倍');
  return { comparison: { ...agrees(begun, fee.value, at).comparison!, severity: 'hint' } };
}

/** Whoever did not pay in time had got a notice. */
function compareNotices({ cells }: Desk, statement: Statement, index: number, notice: boolean): Answer {
  const name = '表三“逾期未按收费通知要求缴纳费用”总计';
  const begun = { rule: 'N-FEE-6', statement: index, statements: [index], keys: [OVERDUE_FEE], name };
  const value = statement.value ?? 0;
  const overdue = cells.sum([OVERDUE_FEE]);
  if (!overdue.ok) return notice ? unread(begun, statement, overdue.why) : { why: '没有相关的单元格可以比较。' };
  const at = [statement.at, ...overdue.terms.map((term) => term.at)];
  // Not to have collected anything contradicts nothing; not to have sent a notice does.
  if (!notice || value >= overdue.value) return agrees(begun, overdue.value, at);
  return {
    comparison: {
      ...begun,
      other: overdue.value,
      at,
      verdict: 'differs',
      severity: value === 0 ? 'error' : 'warning',
      message: `正文称“${excerpt(statement)}”，${name}为${overdue.value}件，至少应发出这么多收费通知。`,
    },
  };
}
