// What goes along when a report or a file goes.
import type { Transaction } from './tables.ts';

export function deleteReport(tx: Transaction, id: string): void {
  tx.delete('reports', id);
  tx.delete('summaries', id);
}

/** With its reports and its original. */
export async function deleteWhole(tx: Transaction, fileId: string): Promise<void> {
  for (const report of (await tx.get('files', fileId))?.reportIds ?? []) deleteReport(tx, report);
  tx.delete('files', fileId);
  tx.delete('originals', fileId);
}
