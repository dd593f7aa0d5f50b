// Files with flipped, cut and doubled bytes: whatever comes, it comes as documents or as a coded sentence, never as an exception.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { FAILURES } from '../../src/core/model/outcome.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { fc, runs } from '../property.ts';

const shared = path.resolve(import.meta.dirname, '../../../shared/samples/formats');
const samples: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...layouts.slice(0, 6).map((layout) => [layout.fileName, new TextEncoder().encode(layout.write(inventedReport('2021', 1)))] as const),
  ...(existsSync(shared) ? readdirSync(shared, { withFileTypes: true }) : [])
    .filter((entry) => entry.isFile() && /^(?:report|clean|complex|word|table2)\.(?!md|txt)/.test(entry.name))
    .map(({ name }) => [name, new Uint8Array(readFileSync(path.join(shared, name)))] as const),
];

const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), changes: fc.array(change, { minLength: 1, maxLength: 20 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('double' as const),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(4000),
  }),
);

function mutate(bytes: Uint8Array, how: typeof mutation extends fc.Arbitrary<infer Kind> ? Kind : never): Uint8Array {
  if (how.kind === 'cut') return bytes.slice(0, Math.floor(how.at * bytes.length));
  if (how.kind === 'double') {
    const from = Math.floor(how.from * bytes.length);
    const piece = bytes.slice(from, from + how.length);
    const doubled = new Uint8Array(bytes.length + piece.length);
    doubled.set(bytes.subarray(0, from));
    doubled.set(piece, from);
    doubled.set(bytes.subarray(from), from + piece.length);
    return doubled;
  }
  const flipped = bytes.slice();
  for (const { at, byte } of how.changes) flipped[Math.min(bytes.length - 1, Math.floor(at * bytes.length))] = byte;
  return flipped;
}

describe('changed bytes', () => {
  it.each(samples)(
    '%s',
    async (name, bytes) => {
      await fc.assert(
        fc.asyncProperty(mutation, async (how) => {
          const result = await read(mutate(bytes, how), name);
          if (result.ok) {
            expect(result.documents.length + result.failures.length).toBeGreaterThan(0);
            return;
          }
          expect(Object.keys(FAILURES)).toContain(result.failure.code);
          expect(result.failure.message).toMatch(/[\u4e00-\u9fff]{4}/);
        }),
        { numRuns: runs(15) },
      );
    },
    120_000,
  );
});
