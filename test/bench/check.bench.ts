// How long all rules and the search for the wrong cells take over one report, built as the worker has them. Wanted: under 5 ms at
// the median for a report of usual size, under 50 ms at the worst. The yardstick of the same run: the report copied as text, once.
import { bench, describe } from 'vitest';
import { specimen } from '../../src/core/check/example.ts';
import type * as checker from '../../src/core/check/index.ts';
import type { Report } from '../../src/core/model/report.ts';
import { built } from './built-reader.ts';

const { check, rules } = await built<typeof checker>('src/core/check/index.ts');
const every = { on: rules.map((rule) => rule.id) };
/** A new report each time: what is remembered of one must not help the next. */
const fresh = (report: Report): Report => ({ ...report });

const sound = specimen();
const reports: Readonly<Record<string, Report>> = {
  'sound, form of 2021': sound,
  'sound, form of 2019': specimen({ edition: '2019' }),
  'one wrong cell': specimen({ cells: { 't3.r.total.natural': 410 } }),
  'two numbers exchanged': specimen({ cells: { 't3.r.granted.natural': 21, 't3.r.granted.business': 35 } }),
  'three wrong cells': specimen({ cells: { 't3.r.granted.natural': 500, 't3.r.partial.business': 600, 't3.carriedOut.legal': 9 } }),
  'every row wrong, no column': specimen({ cells: { 't3.*.total': 3 } }),
  'every sum wrong': specimen({ cells: { t3: 3, t4: 2 } }),
  'no row of table three placed': specimen({
    rows: Object.fromEntries(sound.tables[1]!.rows.map((row) => [row.key, [1, 2, 3, 4, 5, 6, 7, 8]])),
  }),
};

describe(`all ${rules.length} rules over one report`, () => {
  bench('yardstick: copied as text', () => void JSON.parse(JSON.stringify(sound)));
  for (const [name, report] of Object.entries(reports)) bench(name, () => void check(fresh(report), every));
});
