// The same row stands in one table twice.
import { cellForm, editions } from '../../../form/index.ts';
import { labelCore } from '../../../form/label.ts';
import type { RowReading } from '../../../model/report.ts';
import { TABLE_IDS, TABLE_NAMES } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { RAN_TOGETHER, ranTogether } from '../../tables/ran-together.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-LABEL-DUP-ROW',
  title: '行重复',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式的表格（每一行只有一次）。`),
  why: '同一行在一张表里出现两次，读者不知以哪一行为准，合计也可能重复计算。',
  remedy: '核对两行的数据，删去多余的一行；名称写错的，改为统一格式的名称。',
  falseAlarms: '“其他”“总计”在不同层级各有一行，不算重复；跨页重复的表头不算。',
  examples: () => ({
    passes: [
      { title: '没有重复的行', report: specimen() },
      { title: '“3.其他”是行，“其他”是列，“总计”行列各一', report: specimen({ subtotals: ['t3.r.otherHandling'] }) },
    ],
    fails: [
      {
        title: '“2.重复申请”出现两次',
        report: specimen({ rowOrder: { t3: (rows) => rows.flatMap((key) => (key === 't3.r.refused.duplicate' ? [key, key] : [key])) } }),
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
      const readings = report.tables.filter((reading) => reading.table === id);
      if (readings.every((reading) => reading.rows.length === 0)) {
        yield { result: 'notAssessed', keys: [id], why: '没有找到这张表，或没有读出它的行。' };
        continue;
      }
      let found = false;
      for (const reading of readings) {
        if (ranTogether(report, reading)) {
          found = true;
          yield { result: 'notAssessed', keys: [id], why: RAN_TOGETHER };
          continue;
        }
        const byKey = new Map<string, RowReading[]>();
        const places = new Set<string>();
        for (const row of reading.rows) {
          // The pieces of one row share a place.
          const place = `${row.key} ${row.at.block} ${row.at.row ?? ''}`;
          if (places.has(place)) continue;
          places.add(place);
          const same = byKey.get(row.key);
          if (same) same.push(row);
          else byKey.set(row.key, [row]);
        }
        for (const [key, rows] of byKey) {
          if (rows.length < 2) continue;
          found = true;
          const name = rows[0]!.label.trim() || labelOf(key);
          const common = {
            message: `${TABLE_NAMES[id]}中“${name}”出现${rows.length}次。`,
            at: [...rows.slice(1), rows[0]!].map((row) => row.at),
            keys: [key],
            ...(rows[0]!.label.trim() === '' ? {} : { quote: rows[0]!.label.trim() }),
          };
          const label = labelCore(rows[0]!.label);
          if (rows.every((row) => labelCore(row.label) === label)) yield { result: 'problem', ...common };
          else yield { result: 'doubtful', why: '两行的名称不同，只能按相近程度或位置认出是同一行。', ...common };
        }
      }
      if (!found) yield { result: 'passed', keys: [id] };
    }
  },
});

/** Official name of a row. */
function labelOf(key: string): string {
  for (const edition of editions) {
    for (const table of edition.tables) {
      for (const block of table.blocks) {
        const row = block.rows.find((each) => each.key === key);
        if (row && row.label !== '') return row.label;
      }
    }
  }
  return cellForm(`${key}.total`)?.column.group ?? key;
}
