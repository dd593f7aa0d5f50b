// Records of a table page by page: all at once would hold the page for a second.
import type { TableName, TableRecords, Tables, Transaction } from './tables.ts';

/** Records read at a time. */
const PAGE = 200;

/** Within one transaction, page by page all the same. */
export async function allOf<N extends TableName>(tx: Transaction, name: N): Promise<TableRecords[N][]> {
  const all: TableRecords[N][] = [];
  for (;;) {
    const page = await tx.page(name, all.length === 0 ? null : all[all.length - 1]!.id, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** A transaction each, so that none is held while a page is taken. */
export async function eachPage<N extends TableName>(
  tables: Tables,
  name: N,
  take: (page: readonly TableRecords[N][]) => void | Promise<void>,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const from = after;
    const page: readonly TableRecords[N][] = await tables.transact([name], 'readonly', (tx) => tx.page(name, from, PAGE));
    if (page.length > 0) await take(page);
    if (page.length < PAGE) return;
    after = page[page.length - 1]!.id;
  }
}
