// Who may import whom. The table is the architecture's; the reader below finds what breaks it.
import path from 'node:path';
import ts from 'typescript';

interface Floor {
  /** Paths below which a file of this floor may import. Its own folder is always allowed. */
  readonly may: readonly string[];
  readonly packages?: readonly string[];
}

/** The longest path that a file begins with decides. */
export const FLOORS: Readonly<Record<string, Floor>> = {
  'src/core/model': { may: [] },
  'src/core/form': { may: ['src/core/model'] },
  'src/core/statements': { may: ['src/core/model'] },
  'src/core/read': { may: ['src/core/model'], packages: ['parse5', 'fflate', 'pdfjs-dist', '#pdf-engine'] },
  'src/core/understand': { may: ['src/core/model', 'src/core/form', 'src/core/statements'] },
  'src/core/check': { may: ['src/core/model', 'src/core/form', 'src/core/statements'] },
  'src/core': { may: [] },
  'src/bridge': { may: ['src/core', 'workers'], packages: ['comlink'] },
  workers: { may: ['src/core', 'src/bridge', 'src/export'], packages: ['comlink'] },
  'src/store': { may: ['src/core/model'], packages: ['idb'] },
  'src/chart': { may: ['src/core/model', 'src/core/form'], packages: ['chart.js'] },
  'src/export': { may: ['src/core/model', 'src/core/form'] },
  // The page sees what is known of rules and of the form, but never the readers: those run in the worker.
  'src/app': {
    may: ['src/core/model', 'src/core/form', 'src/core/check', 'src/core/version.ts', 'src/bridge', 'src/store', 'src/chart', 'src/export'],
    packages: ['@preact/signals'],
  },
  'src/views': {
    may: ['src/core/model', 'src/core/form', 'src/core/check', 'src/core/version.ts', 'src/app', 'src/chart'],
    packages: ['preact', '@preact/signals', 'chart.js'],
  },
  'src/main.tsx': { may: ['src/app', 'src/views'], packages: ['preact'] },
};

/** Folder of a shelf → how many path segments below it name an entry. */
export const SHELVES: Readonly<Record<string, number>> = {
  'src/core/read/formats': 1,
  'src/core/form/editions': 1,
  'src/core/form/regions': 1,
  'src/core/check/rules': 2,
  'src/chart/charts': 1,
  'src/export/exporters': 1,
};

/** What is wrong with the imports of one file, a sentence each. `file`: its path from the root of the repository, with slashes. */
export function brokenImports(file: string, source: string): string[] {
  const place = longest(file, Object.keys(FLOORS));
  if (!place) return [`${file}: stands on no floor of the table`];
  const floor = FLOORS[place]!;
  const complaints: string[] = [];
  for (const { fileName } of ts.preProcessFile(source, true, true).importedFiles) {
    const specifier = fileName.replace(/\?.*$/, '');
    if (!specifier.startsWith('.')) {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      if (!floor.packages?.includes(name)) complaints.push(`${file}: the package ${name} does not belong on ${place}`);
      continue;
    }
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    if (![place, ...floor.may].some((allowed) => isBelow(target, allowed))) complaints.push(`${file}: ${place} may not import ${target}`);
    const shelf = longest(target, Object.keys(SHELVES));
    if (!shelf) continue;
    const depth = SHELVES[shelf]!;
    if (!isBelow(file, shelf)) {
      if (path.posix.dirname(file) !== path.posix.dirname(shelf))
        complaints.push(`${file}: reaches past the index of ${shelf} to ${target}`);
    } else if (entryOf(file, shelf, depth) !== entryOf(target, shelf, depth)) {
      complaints.push(`${file}: entries of ${shelf} do not import each other, here ${target}`);
    }
  }
  return complaints;
}

function longest(file: string, places: readonly string[]): string | undefined {
  return places.filter((place) => isBelow(file, place)).sort((a, b) => b.length - a.length)[0];
}

function isBelow(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

/** An entry is a file, or a folder of the same name. */
function entryOf(file: string, shelf: string, depth: number): string {
  return file
    .slice(shelf.length + 1)
    .split('/')
    .slice(0, depth)
    .join('/')
    .replace(/\.tsx?$/, '');
}
