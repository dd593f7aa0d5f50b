// Which findings stand at which place of a report, and which parts of a text or table are to be marked. Pure.
import type { Position } from '../../core/model/document.ts';
import type { Finding, Suspect } from '../../core/model/finding.ts';
import type { Fact } from '../../core/model/report.ts';
import type { Severity } from '../../core/model/vocabulary.ts';

/** A stretch of characters; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Name of a place: `3` for a block, `3.2` for a row of it, `3.2.5` for a cell. */
export function placeName({ block, row, column }: Position): string {
  if (row === undefined) return String(block);
  return column === undefined ? `${block}.${row}` : `${block}.${row}.${column}`;
}

/** Something that stands at places: a finding, or the card of several. */
type Placed = Pick<Finding, 'at'>;

/** Indexes into the findings, or cards, by place, in their order. */
export function findingsByPlace(findings: readonly Placed[]): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  findings.forEach((finding, index) => {
    for (const position of finding.at) {
      const place = placeName(position);
      const there = map.get(place);
      if (!there) map.set(place, [index]);
      else if (there[there.length - 1] !== index) there.push(index);
    }
  });
  return map;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Places at which a finding is shown: the first of its places. */
export function chiefPlaces(findings: readonly Placed[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ at }) => (at[0] ? [placeName(at[0])] : [])));
}

/** The gravest severity among findings. */
export function gravest(findings: readonly Pick<Finding, 'severity'>[], indexes: readonly number[]): Severity | null {
  let found: Severity | null = null;
  for (const index of indexes) {
    const severity = findings[index]?.severity;
    if (severity && (found === null || RANK[severity] < RANK[found])) found = severity;
  }
  return found;
}

/** What a selected finding marks: whole places, and stretches of characters within places. */
export interface Marks {
  readonly places: ReadonlySet<string>;
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
  /** Where to look first. */
  readonly first: string | null;
  /** Cells that may be the wrong ones, told apart from those that only stand in the same sums. */
  readonly suspected: ReadonlySet<string>;
}

export const NO_MARKS: Marks = { places: new Set(), stretches: new Map(), first: null, suspected: new Set() };

/**
 * Places of the cells named as likely wrong: of all that are equals, else of the likeliest alone; of a row that slipped the whole
 * row, though one of its numbers may happen to be the same as its neighbour. A cell is named by its key; `facts` know where it stands.
 */
export function suspectedPlaces(suspects: readonly Suspect[], facts: readonly Pick<Fact, 'key' | 'at'>[]): ReadonlySet<string> {
  const equals = suspects.filter(({ equal }) => equal);
  const named = equals.length > 0 ? equals : suspects.slice(0, 1);
  const keys = new Set(named.flatMap(({ cells }) => cells.map(({ key }) => key)));
  const rows = new Set(named.flatMap(slippedRow));
  return new Set(keys.size === 0 ? [] : facts.filter(({ key }) => keys.has(key) || rows.has(rowOf(key))).map(({ at }) => placeName(at)));
}

function rowOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.'));
}

function slippedRow({ slip, cells }: Suspect): readonly string[] {
  const rows = new Set(cells.map(({ key }) => rowOf(key)));
  return slip === 'shifted' && rows.size === 1 ? [...rows] : [];
}

/** @param suspected places of cells that may be the wrong ones */
export function marksOf(finding: Placed | undefined, suspected: ReadonlySet<string> = NO_MARKS.suspected): Marks {
  if (!finding) return NO_MARKS;
  const places = new Set<string>();
  const stretches = new Map<string, Stretch[]>();
  for (const position of finding.at) {
    const place = placeName(position);
    if (position.from !== undefined && position.to !== undefined && position.to > position.from) {
      stretches.set(place, [...(stretches.get(place) ?? []), { from: position.from, to: position.to }]);
    } else {
      places.add(place);
    }
  }
  const [at] = finding.at;
  return { places, stretches, first: at ? placeName(at) : null, suspected };
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at the edges of stretches; overlapping ones are one, those beyond the text are cut off. */
export function cutText(text: string, stretches: readonly Stretch[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const start = Math.max(at, Math.min(from, text.length));
    const end = Math.min(to, text.length);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
