// Table four on its side: outcomes down, the three groups across; or everything down, one number a line. Only if it is whole.
import type { Cell } from '../../model/document.ts';
import { DISPUTES, OUTCOMES } from '../../model/vocabulary.ts';
import { findColumn } from '../label-index.ts';
import { tailOf } from './instance.ts';
import type { Draft, Instance } from './instance.ts';

/** A number with the group and the outcome it belongs to. */
export interface SidewaysCell {
  readonly group: string;
  readonly outcome: string;
  readonly draft: Draft;
  readonly cell: Cell;
}

/** The fifteen cells of such a table; null if it is none, or one that is not told whole. */
export function readSideways(instance: Instance): readonly SidewaysCell[] | null {
  const rows = instance.drafts.flatMap((draft) => {
    const outcome = outcomeOf(draft);
    return outcome === null ? [] : [{ draft, outcome, tail: tailOf(draft) }];
  });
  if (rows.length !== instance.drafts.length) return null;
  const across = rows.length === OUTCOMES.length ? acrossOf(rows, instance) : null;
  return across ?? (rows.length === OUTCOMES.length * DISPUTES.length ? downOf(rows) : null);
}

interface OutcomeRow {
  readonly draft: Draft;
  readonly outcome: string;
  readonly tail: readonly Cell[];
}

/** The outcome that the label right in front of the numbers names. */
function outcomeOf({ line, labelIndex }: Draft): string | null {
  const label = line.cells[labelIndex];
  const column = label && findColumn(label.text).find((entry) => entry.table === 't4');
  return column ? column.key.split('.')[2]! : null;
}

const isEach = (found: readonly string[], wanted: readonly string[]): boolean =>
  found.length === wanted.length && wanted.every((each) => found.includes(each));

/** A row short of a number says nothing, unless the file says which cells it has. */
const isWhole = ({ draft, tail }: OutcomeRow, expected: number): boolean =>
  tail.length === expected && draft.line.geometry === 'grid'
    ? true
    : tail.length >= expected && tail.every(({ text }, index) => (text.trim() !== '') === index < expected);

function acrossOf(rows: readonly OutcomeRow[], { groups }: Instance): readonly SidewaysCell[] | null {
  const across = groups.map(({ key }) => key.split('.')[1]!);
  const inOneLine = groups.every(({ line }) => line === groups[0]!.line);
  if (!inOneLine || !isEach(across, DISPUTES) || !rows.every((row) => isWhole(row, across.length))) return null;
  const outcomes = rows.map(({ outcome }) => outcome);
  if (!isEach(outcomes, OUTCOMES)) return null;
  return rows.flatMap(({ draft, outcome, tail }) => tail.map((cell, index) => ({ group: across[index]!, outcome, draft, cell })));
}

function downOf(rows: readonly OutcomeRow[]): readonly SidewaysCell[] | null {
  const cells: SidewaysCell[] = [];
  const named: string[] = [];
  for (let start = 0; start < rows.length; start += OUTCOMES.length) {
    const own = rows.slice(start, start + OUTCOMES.length);
    const outcomes = own.map(({ outcome }) => outcome);
    // The name of a group stands in its first line, or in each.
    const names = own.map(({ draft }) => draft.entry?.key.split('.')[1] ?? null);
    const group = names[0];
    if (!group || names.some((name) => name !== null && name !== group)) return null;
    if (!isEach(outcomes, OUTCOMES) || !own.every((row) => isWhole(row, 1))) return null;
    named.push(group);
    cells.push(...own.map(({ draft, outcome, tail }) => ({ group, outcome, draft, cell: tail[0]! })));
  }
  return isEach(named, DISPUTES) ? cells : null;
}
