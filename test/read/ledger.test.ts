// Every odd and hostile file of the ledger ends as it says there: no other failure, and no other success.
import { expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { LEDGER } from './ledger.ts';

const prototypes = () => [Object.prototype, Array.prototype, String.prototype, Map.prototype].map((each) => Reflect.ownKeys(each).length);

it.each(LEDGER)('$what ($fileName): $expected', async ({ fileName, build, expected }) => {
  const before = prototypes();
  const result = await read(build(), fileName);
  expect(prototypes()).toEqual(before);
  if (!result.ok) {
    // What is wrong, and what to do.
    expect(result.failure.message).toMatch(/^“[^”]+”.*[\u4e00-\u9fff].*。.*。$/);
    expect(result.failure.code).toBe(expected);
    return;
  }
  const warnings = result.documents.flatMap(({ notes }) => notes.filter(({ weight }) => weight === 'caution').map(({ code }) => code));
  expect(['read', ...warnings].join(' ')).toBe(expected);
});
