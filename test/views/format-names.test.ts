// The page calls formats as their readers do.
import { expect, it } from 'vitest';
import { formats } from '../../src/core/index.ts';
import { FORMAT_NAMES } from '../../src/views/format-names.ts';

it('every format has its name on the page', () => {
  expect(FORMAT_NAMES).toEqual(Object.fromEntries(formats.map(({ id, name }) => [id, name])));
});
