// How long workbooks take from their bytes to blocks, beside SheetJS (a re-publish of its newest version, which the registry
// lacks) in the same run. Wanted: twice as many xlsx a second.
import * as sheetjs from '@e965/xlsx';
import { bench, describe } from 'vitest';
import { FRAMED, xls, xlsx } from '../read/workbooks.ts';
import type { TestBook } from '../read/workbooks.ts';
import { builtReader } from './built-reader.ts';

const read = await builtReader();
/** Long enough for both to be compiled. */
const STEADY = { warmupTime: 1000, time: 1500 };

/** As many cells as a report has: about 75 rows, most of them numbers. */
const report: TestBook = {
  looks: [FRAMED, { format: '#,##0', framed: true }],
  sheets: [
    {
      rows: [
        ['甲县水利局2023年政府信息公开工作年度报告'],
        ...Array.from({ length: 30 }, (_, i) => [`（${i + 1}）本年度各类政府信息主动公开情况及其说明，按统一格式填写。`]),
        ...Array.from({ length: 44 }, (_, y) => [
          [`${y + 1}.申请情况`, 1] as const,
          ...Array.from({ length: 14 }, (_, x) => [x * y, 2] as const),
        ]),
      ],
      merges: ['A1:O1', 'A32:A34', 'B40:D40'],
    },
  ],
};
const large: TestBook = {
  sheets: [{ rows: Array.from({ length: 4000 }, (_, y) => Array.from({ length: 15 }, (_, x) => (x === 0 ? `第${y}行` : x * y))) }],
};

const cellsOf = (bytes: Uint8Array) => {
  const book = sheetjs.read(bytes, { type: 'array' });
  for (const name of book.SheetNames) sheetjs.utils.sheet_to_json(book.Sheets[name]!, { header: 1, raw: false });
};

for (const [title, book] of [
  ['a report', report],
  ['60,000 cells', large],
] as const) {
  for (const [kind, build] of [
    ['xlsx', xlsx],
    ['xls', xls],
  ] as const) {
    // The test's own writer of xls puts all strings into one record, which has its limit.
    if (kind === 'xls' && book === large) continue;
    const bytes = build(book);
    describe(`${title} as ${kind}`, () => {
      bench('SheetJS', () => cellsOf(bytes), STEADY);
      bench('read to blocks', async () => void (await read(bytes, `年报.${kind}`)), STEADY);
    });
  }
}
