// How long all rules and the search for the wrong cells take over one report, built as the worker has them. Wanted: under 5 ms at
// the median for a report of usual size, under 50 ms at the worst. The yardstick of the same run: the report copied as text, once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bench, describe } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type * as core from '../../src/core/index.ts';
import type { Report } from '../../src/core/model/report.ts';
import { built } from './built-reader.ts';

const { check, examine, rules } = await built<typeof core>('src/core/index.ts');
const every = { on: rules.map((rule) => rule.id) };
/** A new report each time: what is remembered of one must not help the next. */
const fresh = (report: Report): Report => ({ ...report });

const sound = specimen();
const reports: Record<string, Report> = {
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

/** Real reports, where they stand beside the checkout. */
const home = resolve(import.meta.dirname, '../../../shared/domain/seeds');
for (const name of existsSync(home) ? readdirSync(home).filter((each) => each.endsWith('.txt')) : []) {
  const outcome = await examine(readFileSync(resolve(home, name)), name);
  if (outcome.ok && outcome.reports[0]) reports[name] = outcome.reports[0].report;
}

describe(`all ${rules.length} rules over one report`, () => {
  bench('yardstick: copied as text', () => void JSON.parse(JSON.stringify(sound)));
  for (const [name, report] of Object.entries(reports)) bench(name, () => void check(fresh(report), every));
});
