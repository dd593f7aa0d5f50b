// Is a table there with nothing filled in? Two rules ask: one reports it, the other then keeps still about its cells.
import type { TableId } from '../../model/vocabulary.ts';
import { layoutOf } from './layout.ts';
import type { RuleContext } from '../rule.ts';

/** Every cell of the table that was found is empty, and at least one was found. A “/” is not empty. */
export function isBlankTable(context: RuleContext, table: TableId): boolean {
  let found = false;
  for (const row of layoutOf(context.report).rows) {
    if (row.table.id !== table) continue;
    for (const key of row.keys) {
      const fact = context.fact(key);
      if (!fact) continue;
      if (fact.writing !== 'blank') return false;
      found = true;
    }
  }
  return found && !hasLooseNumbers(context, table);
}

/** Were values found in rows that could not be placed? Then nothing can be said of the table being empty. */
export function hasLooseNumbers(context: RuleContext, table: TableId): boolean {
  return context.report.tables.some(
    (reading) => reading.table === table && reading.rows.some((row) => row.cells.some((cell) => cell.raw.trim() !== '')),
  );
}
