// The rows of a table stand in another order than in the form.
import { editionOf } from '../../../form/index.ts';
import type { RowReading } from '../../../model/report.ts';
import { TABLE_IDS, TABLE_NAMES } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { RAN_TOGETHER, ranTogether } from '../../tables/ran-together.ts';
import { defineRule } from '../../rule.ts';
import { outOfOrder } from '../../tables/sequence.ts';

const SHOWN = 3;

export default defineRule({
  id: 'S-ROW-ORDER',
  title: '行顺序不一致',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式的表格（各行的顺序）。`),
  why: '行的顺序与统一格式不同，按位置汇总时数据会串行。',
  remedy: '按统一格式调整行的顺序，连同数据一起移动。',
  falseAlarms: '缺行、分页续表不算顺序错误。',
  examples: () => ({
    passes: [
      { title: '顺序一致', report: specimen() },
      { title: '缺一行，其余顺序一致', report: specimen({ rowOrder: { t3: (rows) => rows.filter((key) => key !== 't3.r.partial') } }) },
    ],
    fails: [
      {
        title: '行政处罚与行政强制对调',
        report: specimen({ rowOrder: { t2: (rows) => [...rows].sort((a, b) => rank(a) - rank(b)) } }),
      },
      {
        title: '“上年结转”写在“本年新收”之前',
        report: specimen({ rowOrder: { t3: ([newReceived, carriedIn, ...rest]) => [carriedIn!, newReceived!, ...rest] } }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    for (const id of TABLE_IDS) {
      const form = editionOf(report.edition)?.tables.find((table) => table.id === id);
      const readings = report.tables.filter((reading) => reading.table === id);
      if (form === undefined || readings.length === 0) {
        yield { result: 'notAssessed', keys: [id], why: readings.length === 0 ? '没有找到这张表。' : '格式版本不能确定。' };
        continue;
      }
      if (readings.some((reading) => ranTogether(report, reading))) {
        yield { result: 'notAssessed', keys: [id], why: RAN_TOGETHER };
        continue;
      }
      const order = new Map<string, number>();
      for (const block of form.blocks) for (const row of block.rows) if (!order.has(row.key)) order.set(row.key, order.size);
      let found = false;
      for (const reading of readings) {
        // A row printed twice is another rule's; of each the first.
        const met = new Set<string>();
        const rows = inFileOrder(
          reading.rows.filter(({ key }) => {
            if (met.has(key) || !order.has(key)) return false;
            met.add(key);
            return true;
          }),
        );
        const moved = outOfOrder(rows.map((row) => order.get(row.key)!)).map((index) => rows[index]!);
        if (moved.length === 0) continue;
        found = true;
        const names = moved.slice(0, SHOWN).map((row) => `“${row.label.trim()}”`);
        yield {
          result: 'problem',
          message: `${TABLE_NAMES[id]}行顺序与统一格式不一致：${names.join('、')}${moved.length > SHOWN ? `等${moved.length}行` : ''}的位置不对。`,
          at: moved.map((row) => row.at),
          keys: moved.map((row) => row.key),
          quote: moved[0]!.label.trim(),
          place: id,
        };
      }
      if (!found) yield { result: 'passed', keys: [id] };
    }
  },
});

/** Sorted by place; rows that stand side by side keep the order in which they were read. */
function inFileOrder(rows: readonly RowReading[]): readonly RowReading[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => a.row.at.block - b.row.at.block || (a.row.at.row ?? 0) - (b.row.at.row ?? 0) || a.index - b.index)
    .map(({ row }) => row);
}

/** For the example: 行政强制 before 行政处罚. */
function rank(key: string): number {
  return key.endsWith('coercion') ? 0 : key.endsWith('penalty') ? 1 : 0;
}
