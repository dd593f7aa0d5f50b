// One invented report for each edition of the form, as files that an office program made of it, with all that such files hide:
// automatic numbers, merged cells both ways, hidden and deleted digits, wide digits, a table that lays out the page, a text box.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';

const home = resolve(import.meta.dirname, 'one-report');
const files = readdirSync(home).filter((name) => !name.endsWith('.json'));

const bytesOf = (name: string): Uint8Array => {
  const bytes = new Uint8Array(readFileSync(resolve(home, name)));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

describe('the same facts whatever the report came in', () => {
  it.each(files)('%s', async (name) => {
    const edition = /(2019|2021)/.exec(name)![1]!;
    const truth = JSON.parse(readFileSync(resolve(home, `${edition}.json`), 'utf8')) as Record<string, number>;
    const outcome = await examine(bytesOf(name), name.replace(/\.gz$/, ''));
    if (!outcome.ok) throw new Error(outcome.failure.message);
    expect(outcome.reports).toHaveLength(1);
    const { report } = outcome.reports[0]!;
    expect(Object.fromEntries(report.facts.map(({ key, value }) => [key, value]))).toEqual(truth);
    expect(report.facts.filter(({ certainty }) => certainty !== 'sure')).toEqual([]);
    expect([report.organ, report.year, report.edition]).toEqual(['青岚县财政局', edition === '2019' ? 2020 : 2023, edition]);
    expect(report.sections.map(({ title }) => title.slice(0, 4))).toEqual([
      '一、总体',
      '二、主动',
      '三、收到',
      '四、政府',
      '五、存在',
      '六、其他',
    ]);
    expect(report.sections[0]!.subHeadings.map(({ numeral, text }) => `${numeral} ${text}`)).toEqual([
      expect.stringContaining('（一） '),
      expect.stringContaining('（二） '),
      expect.stringContaining('（三） '),
    ]);
  });
});
