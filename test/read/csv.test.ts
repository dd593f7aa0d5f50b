// Values set apart by commas or tabs: rows, quoted fields, paragraphs between tables, lines for every cell.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { read } from '../../src/core/read/index.ts';
import { cpuClock } from '../cpu-clock.ts';
import { brief, bytes, readDocument } from './reading.ts';
import { fc, runs } from '../property.ts';

const briefOf = async (text: string, name = '表.csv') => brief((await readDocument(text, name)).blocks);

describe('csv', () => {
  it('commas, semicolons, tabs and a delimiter that is declared', async () => {
    const table = [['机关¦数量', '甲局¦12', '乙局¦30']];
    expect(await briefOf('机关,数量\n甲局,12\n乙局,30\n')).toEqual(table);
    expect(await briefOf('机关;数量\r\n甲局;12\r\n乙局;30')).toEqual(table);
    expect(await briefOf('机关\t数量\r甲局\t12\r乙局\t30', '表.tsv')).toEqual(table);
    expect(await briefOf('\ufeff机关,数量\n甲局,12\n乙局,30\n')).toEqual(table);
    expect(await briefOf('sep=;\n机关;数量\n甲局;12\n乙局;30\n')).toEqual(table);
  });

  it('quoted fields hold delimiters, line feeds and quotes; every cell knows its line', async () => {
    const document = await readDocument('项目,数量\n"甲,乙","1,286"\n"第一行\n第二行","他说""好"""\n丙,7\n', '表.csv');
    expect(brief(document.blocks)).toEqual([['项目¦数量', '甲,乙¦1,286', '第一行\n第二行¦他说"好"', '丙¦7']]);
    const [table] = document.blocks;
    expect(table).toMatchObject({ kind: 'table', geometry: 'ragged', line: 1 });
    if (table?.kind === 'table') expect(table.rows.map((row) => row.line)).toEqual([1, 2, 3, 5]);
  });

  it('a quote that never ends is a sign', async () => {
    expect(await briefOf('5" 管,3\n"没有结束,4\n完,5\n')).toEqual([['5" 管¦3', '"没有结束¦4', '完¦5']]);
  });

  it('titles and text between tables become paragraphs, blank cells stay', async () => {
    expect(await briefOf('甲县2023年报告,,,\n一、总体情况,,,\n已公开。,,,\n\n类别,甲,乙,丙\n新收,1,,3\n,2,,4\n\n完,,,\n')).toEqual([
      '甲县2023年报告',
      '一、总体情况',
      '已公开。',
      ['类别¦甲¦乙¦丙', '新收¦1¦¦3', '¦2¦¦4'],
      '完',
    ]);
  });

  it('text under the name of a workbook, and a table under the name of a text', async () => {
    expect(await read(bytes('机关\t数量\n甲局\t12\n'), '导出.xls')).toMatchObject({ ok: true, format: 'csv' });
    const even = 'a,b,c,d\n1,2,3,4\n5,6,7,8\n9,0,1,2\n3,4,5,6\n7,8,9,0\n';
    expect(await read(bytes(even), '表.txt')).toMatchObject({ ok: true, format: 'csv' });
    expect(await read(bytes('一、总体情况\n甲，乙，丙。\n'), '报告.txt')).toMatchObject({ ok: true, format: 'text' });
    expect(await read(bytes('<html><body><table><tr><td>1</td></tr></table></body></html>'), '表.csv')).toMatchObject({
      ok: true,
      format: 'html',
    });
  });

  it('too many columns are cut and said', async () => {
    const document = await readDocument(`${Array.from({ length: 300 }, (_, i) => i).join(',')}\n1,2\n`, '表.csv');
    expect(document.notes).toMatchObject([{ code: 'cut-columns', weight: 'caution' }]);
  });

  it('any fields come back as they were written', async () => {
    // A text that is blank, or the only one of its row, is no cell.
    const field = fc.stringMatching(/^[甲乙1-9,";\n]{0,8}[甲乙]$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }), async (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replace(/"/g, '""')}"`).join(',')).join('\n');
        const document = await readDocument(text, '表.csv');
        const [table] = document.blocks;
        if (table?.kind !== 'table') throw new Error('no table');
        expect(table.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual(rows.map((row) => row.map((each) => each.trim())));
      }),
      { numRuns: runs(200) },
    );
  });

  it('nothing hostile takes long', async () => {
    for (const text of ['"'.repeat(400_000), '"a,'.repeat(200_000), '",\n'.repeat(150_000), ','.repeat(300_000), '"a""'.repeat(100_000)]) {
      const spent = cpuClock();
      await read(bytes(text), '表.csv');
      expect(spent()).toBeLessThan(5000);
    }
  });
});

const SAMPLES = new URL('../../../shared/samples/formats/', import.meta.url).pathname;

describe.skipIf(!existsSync(SAMPLES))('sample tables', () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(SAMPLES + name));

  it('table2.csv gives all facts of table three as report.html has them', async () => {
    const factsOf = async (name: string) => {
      const outcome = await examine(bytesOf(name), name);
      if (!outcome.ok) throw new Error(outcome.failure.message);
      return outcome.reports.flatMap(({ report }) =>
        report.facts.filter(({ key }) => key.startsWith('t3.')).map(({ key, value, certainty }) => `${key}=${value} ${certainty}`),
      );
    };
    expect(new Set(await factsOf('table2.csv'))).toEqual(new Set(await factsOf('report.html')));
  });

  it('gbk_numbers.csv is decoded', async () => {
    const document = await readDocument(bytesOf('enc/gbk_numbers.csv'), 'gbk_numbers.csv');
    expect(brief(document.blocks)).toEqual([['机关¦数量', '甲局¦12', '乙局¦30']]);
  });
});
