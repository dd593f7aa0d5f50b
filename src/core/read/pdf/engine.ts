// What the reader of PDF needs of an engine, and where the engine is put. The engine is heavy: whoever runs the core
// provides it (a worker of its own in the page), so that a page without PDF files never loads it.
import type { PagesOfFile } from '../page/page.ts';

/** Why a file gave no pages. */
export type PdfRefusal = 'encrypted' | 'damaged' | 'bomb';

export interface PdfPages extends PagesOfFile {
  readonly ok: true;
}

export interface PdfLimits {
  /** Pages to read at most. */
  readonly pages: number;
  /** Drawing operations to read at most, over all pages. */
  readonly operations: number;
}

export interface PdfEngine {
  /** Never rejects for bad input. `bytes` are not changed. */
  open(bytes: Uint8Array, limits: PdfLimits): Promise<PdfPages | { readonly ok: false; readonly reason: PdfRefusal }>;
}

let provided: PdfEngine | null = null;

/** Puts the engine in its place. */
export function providePdfEngine(engine: PdfEngine): void {
  provided = engine;
}

/** The engine, null where none was provided. */
export function pdfEngine(): PdfEngine | null {
  return provided;
}
