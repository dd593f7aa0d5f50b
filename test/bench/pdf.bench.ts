// How long a PDF takes from its bytes to blocks, beside pdf.js getting the text alone in the same thread: what the file costs
// before anything of ours. We ask for more (ruling lines, every character's place) and copy less.
import { existsSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { asPdf, drawProse, drawTable, together } from '../read/drawing.ts';

type Pdfjs = {
  getDocument(source: object): {
    promise: Promise<{ numPages: number; getPage(n: number): Promise<{ getTextContent(): Promise<unknown> }> }>;
    destroy(): Promise<void>;
  };
};

const maps = new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname;
const { getDocument } = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as Pdfjs;

async function textAlone(bytes: Uint8Array): Promise<void> {
  const task = getDocument({ data: bytes.slice(), cMapUrl: maps, useWorkerFetch: false, disableFontFace: false, verbosity: 0 });
  const file = await task.promise;
  for (let n = 1; n <= file.numPages; n++) await (await file.getPage(n)).getTextContent();
  await task.destroy();
}

function invented(): Uint8Array {
  const table = drawTable(
    Array.from({ length: 24 }, (_, y) => [`第${y + 1}项情形`, ...Array.from({ length: 7 }, (_each, x) => String(x * y))]),
    { widths: [130, 45, 45, 45, 45, 45, 45, 45] },
  );
  return asPdf([drawProse('全年主动公开各类政府信息，及时回应群众关切。'.repeat(40), 80), together(table), together(table)]);
}

const samples = new URL('../../../shared/samples/', import.meta.url).pathname;
const files = ['formats/report.pdf', 'real/huaian-2024.pdf'].filter((name) => existsSync(samples + name));
const all: readonly (readonly [string, Uint8Array])[] = [
  ['three invented pages', invented()],
  ...files.map((name) => [name, new Uint8Array(readFileSync(samples + name))] as const),
];

for (const [name, bytes] of all) {
  describe(name, () => {
    bench('pdf.js, text alone', () => textAlone(bytes), { time: 2000 });
    bench('read to blocks', async () => void (await read(bytes, 'a.pdf')), { time: 2000 });
  });
}
