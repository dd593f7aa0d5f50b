// The examiner with the engine for PDF on board: too heavy to be loaded before a PDF comes. An entry only.
import './pdfjs-as-guest.ts';
import { expose } from 'comlink';
import { examiner } from '../src/bridge/examiner.ts';
import { providePdfEngine } from '../src/core/read/pdf/engine.ts';
import { engine } from '../src/core/read/pdf/pdfjs-engine.ts';

delete (globalThis as { window?: unknown }).window;
providePdfEngine(engine);
expose(examiner);
