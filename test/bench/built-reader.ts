// The reader as the page's worker has it: built, in one piece, without the engine for PDF. The test runner wraps every import
// of a module, which costs small functions more than a library that comes in one file.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type * as reader from '../../src/core/read/index.ts';

/** Builds the reader and loads it. */
export async function builtReader(): Promise<typeof reader.read> {
  return (await built<typeof reader>('src/core/read/index.ts')).read;
}

/** Builds a part of the core and loads it; nothing is left on the disk. */
export async function built<Exports>(entry: string): Promise<Exports> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        target: 'chrome86',
        outDir: folder,
        copyPublicDir: false,
        minify: false,
        lib: { entry: new URL(`../../${entry}`, import.meta.url).pathname, formats: ['cjs'], fileName: () => 'part.cjs' },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    return createRequire(import.meta.url)(path.join(folder, 'part.cjs')) as Exports;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
