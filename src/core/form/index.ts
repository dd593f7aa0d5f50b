// The shelves of editions and of regions, found by glob, and what one asks of them.
import type { Report } from '../model/report.ts';
import type { EditionId, ReportEdition } from '../model/vocabulary.ts';
import type { ColumnForm, Edition, RowForm, TableForm } from './edition.ts';
import type { Region } from './region.ts';

export type { Region } from './region.ts';

const files = import.meta.glob<Edition>('./editions/*.ts', { eager: true, import: 'default' });

/** Every edition, oldest first. */
export const editions: readonly Edition[] = Object.keys(files)
  .sort()
  .map((path) => files[path]!);

export function editionById(id: EditionId): Edition {
  return editions.find((edition) => edition.id === id)!;
}

/** The edition a report is to be checked against; null where it was not written on one. */
export function editionOf(edition: ReportEdition): Edition | null {
  return edition === '2019' || edition === '2021' ? editionById(edition) : null;
}

/** The edition that is right for a report year; null before 2019. */
export function editionForYear(year: number): Edition | null {
  return editions.find(({ years }) => year >= years.from && (years.to === null || year <= years.to)) ?? null;
}

const regionFiles = import.meta.glob<Region>('./regions/*.ts', { eager: true, import: 'default' });

/** Every region (地区模板), by id. None is in force until a person chooses one. */
export const regions: readonly Region[] = Object.keys(regionFiles)
  .sort()
  .map((path) => regionFiles[path]!);

/** The region a person has chosen; null for none, and for one that is no longer there. */
export function regionById(id: string | undefined): Region | null {
  return regions.find((region) => region.id === id) ?? null;
}

export interface CellForm {
  readonly table: TableForm;
  readonly row: RowForm;
  readonly column: ColumnForm;
}

const cells = new Map<string, CellForm>();
for (const edition of editions) {
  for (const table of edition.tables) {
    for (const block of table.blocks) {
      for (const row of block.rows) {
        for (const column of block.columns) {
          const key = `${row.key}.${column.key}`;
          // 2021 comes last: its wording is the one shown where both have the cell.
          cells.set(key, { table, row, column });
        }
      }
    }
  }
}

/** Table, row and column of a fact's key; null for a key no edition has. */
export function cellForm(key: string): CellForm | null {
  return cells.get(key) ?? null;
}

/** Every key of an edition in the order of the form: 200 for 2021, 198 for 2019 (heads of groups not counted). */
export function keysOf(edition: Edition): readonly string[] {
  return edition.tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows.filter((row) => row.values).flatMap((row) => block.columns.map((column) => `${row.key}.${column.key}`)),
    ),
  );
}

/**
 * How many cells of the form were not found, or not surely: with as many rules off as one likes, a report that has any is not fine.
 * 0 where the edition is not one of ours; that is told otherwise.
 */
export function unreadCells({ edition, facts }: Pick<Report, 'edition' | 'facts'>): number {
  const form = editionOf(edition);
  if (!form) return 0;
  const sure = new Set(facts.filter(({ certainty }) => certainty === 'sure').map(({ key }) => key));
  return keysOf(form).filter((key) => !sure.has(key)).length;
}

/** What a person calls a cell: 「表三“（一）予以公开”自然人」. */
export function cellName(key: string): string {
  const form = cellForm(key);
  if (!form) return key;
  const { table, row, column } = form;
  if (table.id === 't4') return `${table.name}“${column.group}”${column.label}`;
  return `${table.name}“${row.label}”${column.label}`;
}
