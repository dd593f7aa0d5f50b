// Stands in for the engine where none is on board: in workers of the page, unless one is provided.
import type { PdfEngine } from './engine.ts';

export const engine: PdfEngine | null = null;
