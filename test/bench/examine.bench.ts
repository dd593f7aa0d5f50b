// How long a whole report takes from its bytes to its findings: the invented examples of the page, one after the other.
import { readdirSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { examine } from '../../src/core/index.ts';

const folder = new URL('../../public/examples/', import.meta.url);

describe('from bytes to findings', () => {
  for (const name of readdirSync(folder)) {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    bench(`${name} (${Math.round(bytes.length / 1024)} KB)`, async () => void (await examine(bytes, name)));
  }
});
