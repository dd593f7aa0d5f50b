// Finds the official tables among the blocks and reads every row of them into facts.
// Rows and columns are matched by their labels and the order of the form; what had to be guessed is doubtful.
import type { Block, Note } from '../../model/document.ts';
import type { Fact, TableReading } from '../../model/report.ts';
import type { ReportEdition, SectionKey, TableId } from '../../model/vocabulary.ts';
import { collect } from './collect.ts';
import { placeOf } from './instance.ts';
import { labelsOf } from './labels.ts';
import { dropBlankHeads, placeByNeighbours } from './lines.ts';
import { notesOf, splitNotes } from './notes.ts';
import { finishRows } from './rows.ts';

export interface TablesUnderstood {
  readonly tables: readonly TableReading[];
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
}

function editionOfMarkers(markers: TableReading['markers']): ReportEdition {
  const ids = new Set(markers.map((marker) => marker.edition));
  if (ids.size === 2) return 'mixed';
  return ids.size === 1 ? [...ids][0]! : 'unknown';
}

/** One fact a key: where a row was printed twice, the first stands, and is doubtful if the second says something else. */
function uniqueFacts(facts: readonly Fact[]): Fact[] {
  const byKey = new Map<string, Fact>();
  for (const fact of facts) {
    const first = byKey.get(fact.key);
    if (!first) byKey.set(fact.key, fact);
    else if (first.value !== fact.value) byKey.set(fact.key, { ...first, certainty: 'doubtful' });
  }
  return [...byKey.values()];
}

/**
 * Reads the official tables of a report.
 * @param sectionAt part in which a block stands
 */
export function readTables(blocks: readonly Block[], sectionAt: (block: number) => SectionKey | null): TablesUnderstood {
  const instances = collect(blocks);
  const twoEdition = editionOfMarkers(instances.filter((each) => each.table === 't2').flatMap((each) => each.markers));
  const tables: TableReading[] = [];
  const notes: Note[] = [];
  const factSets = new Map<TableId, Fact[]>();
  for (const instance of instances) {
    dropBlankHeads(instance);
    placeByNeighbours(instance);
    const own = editionOfMarkers(instance.markers);
    const finished = finishRows(instance, own);
    const labelEdition = own !== 'unknown' ? own : twoEdition;
    const first = instance.lines[0]!;
    tables.push({
      table: instance.table,
      edition: own,
      blocks: [...new Set(instance.lines.map((line) => line.block))],
      section: sectionAt(first.block),
      labels: labelsOf(instance, labelEdition),
      rows: finished.rows,
      markers: instance.markers,
      at: placeOf(first, first.cells[0]),
    });
    notes.push(...notesOf(instance), ...splitNotes(instance, finished.facts));
    const known = factSets.get(instance.table);
    const worth = (facts: readonly Fact[]): number => facts.filter((fact) => fact.value !== null && fact.certainty === 'sure').length;
    if (!known || worth(finished.facts) > worth(known)) factSets.set(instance.table, finished.facts);
  }
  return { tables, facts: [...factSets.values()].flatMap(uniqueFacts), notes };
}
