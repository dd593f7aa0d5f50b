// Labels of rows, columns and captions as they were read, for the record.
import type { LabelReading } from '../../model/report.ts';
import type { ReportEdition } from '../../model/vocabulary.ts';
import type { LabelEntry } from '../label-index.ts';
import { findLabel } from '../label-index.ts';
import { groupAbove } from './columns.ts';
import { placeOf } from './instance.ts';
import type { Instance } from './instance.ts';

/** Labels of rows, columns and captions as they were read, each key once for columns, as often as printed for rows. */
export function labelsOf(instance: Instance, edition: ReportEdition): LabelReading[] {
  const labels: LabelReading[] = [...instance.labels];
  const seen = new Set<string>();
  for (const column of instance.columns) {
    const key = instance.table === 't4' ? `t4.${groupAbove(instance, column) ?? '*'}.${column.key.split('.')[2]!}` : column.key;
    if (instance.table === 't3' && seen.has(key)) continue;
    seen.add(key);
    const entry = inEdition(column.cell.text, column.entry, edition);
    labels.push({
      key,
      axis: 'column',
      got: column.cell.text.trim(),
      expected: entry.expected,
      match: column.match === 'similar' ? 'similar' : entry.match,
      ...(column.match !== 'similar' && entry.match === 'alias' ? { severity: entry.severity } : {}),
      at: placeOf(column.line, column.cell),
    });
  }
  for (const draft of instance.drafts) {
    if (!draft.entry) continue;
    const cell = draft.line.cells[draft.labelIndex];
    const text = cell?.text.trim() ?? '';
    const entry = draft.match === 'exact' || draft.match === 'alias' ? inEdition(text, draft.entry, edition) : draft.entry;
    const match = draft.match === 'exact' || draft.match === 'alias' ? entry.match : draft.match;
    labels.push({
      key: entry.key,
      axis: 'row',
      got: text,
      expected: entry.expected,
      match,
      ...(match === 'alias' ? { severity: entry.severity } : {}),
      at: placeOf(draft.line, cell),
    });
  }
  return labels;
}

/** The entry of the same row in the edition at hand, so that an alias of one edition is exact in the other. */
function inEdition(text: string, entry: LabelEntry, edition: ReportEdition): LabelEntry {
  if (edition !== '2019' && edition !== '2021') return entry;
  const all = findLabel(text).filter((each) => each.axis === entry.axis && each.key === entry.key);
  return all.find((each) => each.editions.includes(edition)) ?? entry;
}
