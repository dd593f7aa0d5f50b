// How long all rules take over one report. Wanted: under 5 ms at the median, built;
// the test runner's module wrapping alone makes it a few times slower.
import { bench, describe } from 'vitest';
import { specimen } from '../../src/core/check/example.ts';
import { check, rules } from '../../src/core/check/index.ts';

const every = { on: rules.map((rule) => rule.id) };
const sound = specimen();
const old = specimen({ edition: '2019' });
const wrong = specimen({ cells: { t3: 3, t4: 2 } });
const unplaced = specimen({
  rows: Object.fromEntries(sound.tables[1]!.rows.map((row) => [row.key, [1, 2, 3, 4, 5, 6, 7, 8]])),
});

describe(`all ${rules.length} rules over one report`, () => {
  bench('sound, form of 2021', () => void check(sound, every));
  bench('sound, form of 2019', () => void check(old, every));
  bench('every sum wrong', () => void check(wrong, every));
  bench('no row of table three placed', () => void check(unplaced, every));
});
