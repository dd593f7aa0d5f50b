// Excel 97 workbooks: what only this format has.
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { ByteWriter, compoundFile } from './compound-file.ts';
import { brief, readDocument } from './reading.ts';
import { biffStream, biffString, FRAMED, record, xls } from './workbooks.ts';
import { fc, runs } from '../property.ts';

const BOOK = { sheets: [{ rows: [['甲', 1] as const] }] };
const place = (row: number, column: number) => new ByteWriter().u16(row, column, 0);
const briefOf = async (records: readonly Uint8Array[]) => brief((await readDocument(xls(BOOK, { records }), '甲.xls')).blocks);
const failureOf = async (bytes: Uint8Array, name = '甲.xls') => {
  const result = await read(bytes, name);
  return result.ok ? null : result.failure;
};

describe('records of Excel workbooks', () => {
  it('texts in cells, with and without runs; small numbers, many at a time; truth and errors', async () => {
    const packed = (value: number, flags: number) => ((value << 2) | flags) >>> 0;
    expect(
      await briefOf([
        record(0x0204, place(1, 0).raw(biffString('直接的文字')).done()),
        record(0x00d6, place(1, 1).raw(biffString('有格式')).u16(0).done()),
        record(0x027e, place(2, 0).u32(packed(-7, 2)).done()),
        record(0x027e, place(2, 1).u32(packed(12034, 3)).done()),
        record(0x00bd, place(3, 0).u32(packed(5, 2)).u16(0).u32(packed(6, 2)).u16(1).done()),
        record(0x0205, place(4, 0).u8(0x07, 1).done()),
        record(0x0205, place(4, 1).u8(0, 0).done()),
      ]),
    ).toEqual([['甲¦1', '直接的文字¦有格式', '-7¦120.34', '5¦6', '#DIV/0!¦FALSE']]);
  });

  it('formulas by the value they last had', async () => {
    const formula = (row: number, column: number, value: readonly number[]) =>
      record(0x0006, place(row, column).raw(value).u16(0).u32(0).u16(0).done());
    const special = (kind: number, value = 0) => [kind, 0, value, 0, 0, 0, 0xff, 0xff];
    expect(
      await briefOf([
        formula(1, 0, Array.from(new ByteWriter().f64(54).done())),
        formula(1, 1, special(0)),
        record(0x0207, biffString('合计：')),
        formula(2, 0, special(1, 1)),
        formula(2, 1, special(2, 0x2a)),
        formula(3, 0, special(3)),
        record(0x0207, biffString('没有主人')),
      ]),
    ).toEqual([['甲¦1', '54¦合计：', 'TRUE¦#N/A']]);
  });

  it('shared strings that go on in the next record, also with letters of another width', async () => {
    const shared = [
      record(0xfc, new ByteWriter().u32(3, 3).raw(biffString('头')).u16(6).u8(1).wide('一二三').done()),
      record(0x3c, new ByteWriter().u8(0).raw([0x61, 0x62, 0x63]).u16(4).u8(0x08).u16(1).raw([0x31, 0x32, 0x33, 0x34]).u16(0).done()),
      record(0x3c, [0, 0]),
    ];
    const cells = [0, 1, 2].map((i) => record(0x00fd, place(0, i).u32(i).done()));
    const begin = (kind: number) => record(0x0809, new ByteWriter().u16(0x0600, kind, 0, 0).u32(0, 0).done());
    const head = new ByteWriter().raw(begin(5));
    const sheet = (at: number) => record(0x85, new ByteWriter().u32(at).u8(0, 0).raw(biffString('表', 1)).done());
    const size = head.length + sheet(0).length + shared.reduce((sum, each) => sum + each.length, 0) + 4;
    const stream = new ByteWriter().raw(head.done()).raw(sheet(size));
    for (const each of shared) stream.raw(each);
    stream.raw(record(0x0a, [])).raw(begin(0x10));
    for (const each of cells) stream.raw(each);
    stream.raw(record(0x0a, []));
    const document = await readDocument(compoundFile({ Workbook: stream.done() }), '甲.xls');
    expect(brief(document.blocks)).toEqual([['头¦一二三abc¦1234']]);
    expect(document.notes).toEqual([]);
  });

  it('a place that is wrong is found by the order of the sheets', async () => {
    const stream = biffStream({
      sheets: [
        { name: '一', rows: [['甲', 1]] },
        { name: '二', rows: [['乙', 2]] },
      ],
    });
    const view = new DataView(stream.buffer);
    for (let at = 0; at < stream.length; at += 4 + view.getUint16(at + 2, true))
      if (view.getUint16(at, true) === 0x85) view.setUint32(at + 4, 3, true);
    expect(brief((await readDocument(compoundFile({ Workbook: stream }), '甲.xls')).blocks)).toEqual([['甲¦1'], ['乙¦2']]);
  });

  it('charts within a sheet are no cells of it; boxes come behind the sheet, comments are left out', async () => {
    const object = (kind: number) => record(0x5d, new ByteWriter().u16(0x15, 0x12, kind, 1).raw(new Array<number>(14).fill(0)).done());
    const box = (text: string) => [
      record(0x01b6, new ByteWriter().u16(0, 0, 0, 0, 0, text.length, 16, 0, 0).done()),
      record(0x3c, new ByteWriter().u8(1).wide(text).done()),
      record(0x3c, new Array<number>(16).fill(0)),
    ];
    const document = await readDocument(
      xls(BOOK, {
        records: [
          record(0x0809, new ByteWriter().u16(0x0600, 0x20, 0, 0).u32(0, 0).done()),
          record(0x0204, place(9, 9).raw(biffString('图里的')).done()),
          record(0x0a, []),
          object(6),
          ...box('框里的话\n第二行'),
          object(25),
          ...box('某人的批注'),
          object(8),
        ],
      }),
      '甲.xls',
    );
    expect(brief(document.blocks)).toEqual([['甲¦1'], '框里的话', '第二行', '[]']);
    expect(document.notes.map((note) => note.code)).toEqual(['boxes-moved', 'comments-left-out']);
  });
});

describe('Excel workbooks that cannot be read', () => {
  it('are recognised under any name', async () => {
    for (const name of ['表', '表.et', '表.xlsx', '表.doc', '表.txt'])
      expect(await read(xls(BOOK), name)).toMatchObject({ ok: true, format: 'xls' });
  });

  it('Excel 95 and older', async () => {
    expect(await failureOf(xls(BOOK, { version: 0x0500 }))).toMatchObject({ code: 'old-excel' });
    expect(await failureOf(compoundFile({ Book: biffStream(BOOK, { version: 0x0500 }) }))).toMatchObject({ code: 'old-excel' });
    expect(await failureOf(Uint8Array.of(0x09, 0x04, 0x06, 0, 0, 0, 0x10, 0, 0, 0, 0x0a, 0, 0, 0))).toMatchObject({ code: 'old-excel' });
  });

  it('encrypted', async () => {
    expect(await failureOf(xls(BOOK, { globals: [record(0x2f, [1, 0, 1, 0, 1, 0])] }))).toMatchObject({ code: 'encrypted' });
  });

  it('nothing but pictures', async () => {
    const picture = record(0x5d, new ByteWriter().u16(0x15, 0x12, 8, 1).raw(new Array<number>(14).fill(0)).done());
    expect(await failureOf(xls({ sheets: [{ rows: [] }] }, { records: [picture] }))).toMatchObject({ code: 'scanned' });
  });

  it('cut off or damaged: what is missing is said', async () => {
    const stream = biffStream({
      looks: [FRAMED],
      sheets: [
        {
          rows: [
            ['甲', 1],
            ['乙', 2],
          ],
        },
      ],
    });
    const cut = await readDocument(compoundFile({ Workbook: stream.subarray(0, stream.length - 20) }), '甲.xls');
    expect(cut.notes).toMatchObject([{ code: 'text-missing', weight: 'caution' }]);
    expect(await failureOf(compoundFile({ Workbook: stream.subarray(0, 60) }))).toMatchObject({
      code: expect.stringMatching(/truncated|empty/),
    });
    expect(await failureOf(compoundFile({ Workbook: new Uint8Array(600).fill(5) }))).toMatchObject({ code: 'damaged' });
    expect(await failureOf(compoundFile({ Workbook: new Uint8Array(0) }))).toMatchObject({ code: 'damaged' });
  });

  it('whatever is changed in a file: no crash, no hang, a name for every failure', async () => {
    const original = xls({
      looks: [{ format: '#,##0.00', framed: true }],
      sheets: [
        {
          rows: [
            ['甲', [1.5, 1], true],
            ['乙', null, [null, 1]],
          ],
          merges: ['A1:A2'],
          hiddenColumns: [4],
        },
        { rows: [['丙']], state: 'hidden' },
      ],
    });
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), fc.nat(original.length * 3), async (changes, cut) => {
        const bytes = original.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const result = await read(bytes.subarray(0, cut), '甲.xls');
        if (!result.ok) expect(result.failure.message).toMatch(/^“甲\.xls”.+。$/s);
      }),
      { numRuns: runs(400) },
    );
  }, 3_600_000);
});
