// Which findings stand at which place of a report, and which parts of a text or table are to be marked. Pure.
import type { Position } from '../core/model/document.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Severity } from '../core/model/vocabulary.ts';

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
}

export const NO_MARKS: Marks = { places: new Set(), stretches: new Map(), first: null };

export function marksOf(finding: Placed | undefined): Marks {
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
  return { places, stretches, first: at ? placeName(at) : null };
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
