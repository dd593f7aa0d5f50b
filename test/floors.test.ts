// Every import against the table of floors, after proof that the reader of imports bites.
import { describe, expect, it } from 'vitest';
import { brokenImports } from './floors.ts';
import { sources } from './sources.ts';

describe('the floors', () => {
  it('hold for every source', () => {
    const all = sources();
    expect(all.length).toBeGreaterThan(20);
    expect(all.flatMap(({ file, text }) => brokenImports(file, text))).toEqual([]);
  });
});

describe('the reader of the floors bites', () => {
  const cases: readonly (readonly [why: string, file: string, source: string, complaint: RegExp | null])[] = [
    [
      'the model looks up',
      'src/core/model/report.ts',
      `import type { Rule } from '../check/rule.ts';`,
      /may not import src\/core\/check\/rule/,
    ],
    ['a verb imports another', 'src/core/check/index.ts', `import { read } from '../read/index.ts';`, /may not import/],
    ['also by re-export', 'src/core/understand/index.ts', `export { read } from '../read/index.ts';`, /may not import/],
    ['also by import()', 'src/core/read/index.ts', `const later = () => import('../form/index.ts');`, /may not import/],
    ['also in a type', 'src/core/read/index.ts', `let edition: import('../form/edition.ts').Edition;`, /may not import/],
    ['a package in the core', 'src/core/check/index.ts', `import { h } from 'preact';`, /package preact/],
    ['a module of Node', 'src/core/read/zip.ts', `import fs from 'node:fs';`, /package node:fs/],
    ['a view touches the store', 'src/views/app.tsx', `import { open } from '../store/open.ts';`, /may not import/],
    ['a view takes the readers along', 'src/views/app.tsx', `import { examine } from '../core/index.ts';`, /may not import/],
    ['idb outside of the store', 'src/app/library.ts', `import { openDB } from 'idb';`, /package idb/],
    ['one rule leans on another', 'src/core/check/rules/a/one.ts', `import { sum } from '../b/two.ts';`, /do not import each other/],
    ['also in one family', 'src/core/check/rules/a/one.ts', `import { sum } from './two.ts';`, /do not import each other/],
    ['one format leans on another', 'src/core/read/formats/mht.ts', `import html from './html.ts';`, /do not import each other/],
    ['past the index of a shelf', 'src/core/understand/years.ts', `import f from '../form/editions/2021.ts';`, /reaches past the index/],
    ['a new folder', 'src/helpers/text.ts', `export {};`, /no floor/],
    ['a file of the same entry', 'src/core/read/formats/doc/index.ts', `import { cfb } from './cfb.ts';`, null],
    ['an entry that grew a folder', 'src/core/read/formats/doc.ts', `import { cfb } from './doc/cfb.ts';`, null],
    ['an entry and its contract', 'src/core/read/formats/html.ts', `import type { Format } from '../format.ts';`, null],
    ['the worker behind the bridge', 'src/bridge/start.ts', `const w = () => import('../../workers/x.worker.ts?worker&inline');`, null],
    ['a word in a text', 'src/core/model/words.ts', `export const text = "import { h } from 'preact'";`, null],
  ];
  it.each(cases)('%s', (_why, file, source, complaint) => {
    const found = brokenImports(file, source);
    if (complaint) expect(found.join('\n')).toMatch(complaint);
    else expect(found).toEqual([]);
  });
});
