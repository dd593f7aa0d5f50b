// Is a table there with nothing filled in? Two rules ask: one reports it, the other then keeps still about its cells.
import type { TableId } from '../model/vocabulary.ts';
import { layoutOf } from './layout.ts';
import type { RuleContext } from './rule.ts';

/** Every cell of the table that was found is empty, and at least one was found. A “/” is not empty. */
export function isBlankTable(context: RuleContext, table: TableId): boolean {
  const found = layoutOf(context.report)
    .rows.filter((row) => row.table.id === table)
    .flatMap((row) => row.keys)
    .map((key) => context.fact(key))
    .filter((fact) => fact !== undefined);
  if (found.length === 0 || found.some((fact) => fact!.writing !== 'blank')) return false;
  return !hasLooseNumbers(context, table);
}

/** Were values found in rows that could not be placed? Then nothing can be said of the table being empty. */
export function hasLooseNumbers(context: RuleContext, table: TableId): boolean {
  return context.report.tables.some(
    (reading) => reading.table === table && reading.rows.some((row) => row.cells.some((cell) => cell.raw.trim() !== '')),
  );
}
