// Tables without lines: numbers below each other in columns. Everything else stays lines.
import type { Draft } from './draft.ts';
import type { TextLine } from './text-lines.ts';

export type Piece =
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'table'; readonly top: number; readonly draft: Draft };

/** Cuts lines, from top to bottom, into tables set by alignment and the lines between. */
export function alignedTables(lines: readonly TextLine[]): Piece[] {
  return lines.length === 0 ? [] : [{ kind: 'lines', lines }];
}
