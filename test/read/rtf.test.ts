// Rich text: groups and code pages, tables by their edges, automatic numbers, changes, boxes; damaged and hostile files.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { read } from '../../src/core/read/index.ts';
import { cpuClock } from '../cpu-clock.ts';
import { brief, gridOf, readDocument } from './reading.ts';
import { fc, runs } from '../property.ts';

/** Characters beyond ASCII as \u with a question mark for older programs. */
const u = (text: string) =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
    .map((unit) => (unit < 0x80 ? String.fromCharCode(unit) : `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`))
    .join('');
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const HEAD =
  "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f2\\fcharset136 x;}{\\f3\\fcharset2 Wingdings;}}";
const rtf = (body: string, head = HEAD) => latin(`${head}${body}}`);
const blocksOf = async (body: string, head = HEAD) => brief((await readDocument(rtf(body, head), '年报.rtf')).blocks);
const notesOf = async (body: string) => (await readDocument(rtf(body), '年报.rtf')).notes.map(({ code }) => code);
const gridsOf = async (body: string) =>
  (await readDocument(rtf(body), '年报.rtf')).blocks.flatMap((block) => (block.kind === 'table' ? [gridOf(block)] : []));
const row = (edges: readonly (number | string)[], cells: readonly string[]) =>
  `\\trowd\\trleft0${edges.map((edge) => (typeof edge === 'number' ? `\\cellx${edge}` : edge)).join('')}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row\n`;

describe('characters', () => {
  it('GBK by the font, by the code page of the file, and Big5 in the same line', async () => {
    expect(await blocksOf("{\\f1 \\'b9\\'ab\\'bf\\'aa}{\\f0 \\'b9\\'ab\\'bf\\'aa}2023{\\f2 \\'a4\\'bd}\\par")).toEqual(['公开公开2023公']);
  });

  it('a byte pair whose second half is a letter or a brace', async () => {
    const title = "{\\f1 \\'81@\\'81\\{\\'81\\\\}\\par";
    expect(await blocksOf(title)).toEqual([new TextDecoder('gb18030').decode(latin('\x81@\x81{\x81\\'))]);
  });

  it('the font of the wide letters counts where a program names three', async () => {
    const body = "{\\loch\\af0\\hich\\af0\\dbch\\af1 \\'d0\\'c5\\'cf\\'a2}{\\hich\\af0\\dbch\\af1\\loch\\f0 12}\\par";
    expect(await blocksOf(body, HEAD.replace('936', '1252'))).toEqual(['信息12']);
  });

  it('bytes as they are, in the code page or in UTF-8', async () => {
    const gbk = latin(`${HEAD}\xb9\xab\xbf\xaa\\par}`);
    expect(brief((await readDocument(gbk, 'a.rtf')).blocks)).toEqual(['公开']);
    const utf8 = new TextEncoder().encode('{\\rtf1\\ansi 公开信息\\par}');
    expect(brief((await readDocument(utf8, 'a.rtf')).blocks)).toEqual(['公开信息']);
  });

  it('what stands for \\u in older programs is left out, however long it is', async () => {
    expect(await blocksOf("\\uc2 \\u20844\\'b9\\'ab\\u24320\\'bf\\'aa{\\uc0 \\u20449\\u24687}\\uc1\\u8221\\rdblquote 1\\par")).toEqual([
      '公开信息”1',
    ]);
  });

  it('two bytes where one was announced are the same character, not one more', async () => {
    expect(await blocksOf("\\uc1\\u20844\\'b9\\'ab\\u24320\\'bf\\'aa{}12\\par")).toEqual(['公开12']);
  });

  it('a character beyond the basic plane, signs, hyphens, spaces', async () => {
    expect(await blocksOf(`${u('𠮷')}\\emdash \\ldblquote a\\rdblquote \\~b\\_c\\-d\\tab e\\par`)).toEqual(['𠮷—“a” b-cd\te']);
  });

  it('signs of a font without letters', async () => {
    expect(await blocksOf("{\\f3 \\'fe\\'a8}{\\f3\\u-3842?}{\\field{\\*\\fldinst SYMBOL 254}{\\fldrslt\\f3\\'fc}}\\par")).toEqual(['☑□☑√']);
  });
});

describe('tables', () => {
  it('cells merged both ways, by marks and by edges that other rows have', async () => {
    const body =
      row(['\\clvmgf', 1000, '\\clmgf', 2000, '\\clmrg', 3000], [u('项目'), u('申请人'), '']) +
      row(['\\clvmrg', 1000, 2000, 3000], ['', u('自然人'), u('总计')]) +
      row([1000, 3000], [u('合计'), '12']) +
      row([1000, 2000, 3000], ['1', '2', '3']);
    expect(await gridsOf(body)).toEqual([
      [
        ['项目', '申请人', '←'],
        ['↑', '自然人', '总计'],
        ['合计', '12', '←'],
        ['1', '2', '3'],
      ],
    ]);
  });

  it('borders a hair apart are one', async () => {
    expect(await gridsOf(row([1000, 2000], ['1', '2']) + row([1040, 1995], ['3', '4']))).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
  });

  it('a row described once serves the rows that follow; a row that is not described is said', async () => {
    const cells = '\\pard\\intbl a\\cell b\\cell\\row ';
    expect(await gridsOf(`\\trowd\\cellx1000\\cellx2000${cells}${cells}`)).toEqual([
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    ]);
    expect(await notesOf(`${cells}${cells}`)).toContain('columns-guessed');
  });

  it('a table within a cell, described behind its cells', async () => {
    const inner = `\\pard\\intbl\\itap2 ${u('内')}1\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}`;
    const body = `\\trowd\\cellx1000\\cellx2000\\pard\\intbl ${u('外')}\\par ${inner}\\pard\\intbl\\cell ${u('右')}\\cell\\row\\pard ${u('后')}\\par`;
    expect(await blocksOf(body)).toEqual([['外¦右'], ['内1¦2'], '后']);
  });

  it('digits below each other in a cell stay apart', async () => {
    expect(await blocksOf(row([500, 900], [`12\\par 3`, '4\\line 5']))).toEqual([['12\n3¦4\n5']]);
  });
});

describe('numbers and headings', () => {
  const lists =
    "{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc39\\levelstartat1{\\leveltext\\'02\\'00\\'a1\\'a2;}{\\levelnumbers\\'01;}}{\\listlevel\\levelnfc39\\levelstartat1{\\leveltext\\'03\\u65288?\\'01\\u65289?;}{\\levelnumbers\\'02;}}{\\listname;}\\listid7}" +
    "{\\list{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}}\\listid8}{\\list{\\listlevel\\levelnfc23{\\leveltext\\'01\\u-3913 ?;}}\\listid9}}" +
    '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid8\\listoverridecount0\\ls2}{\\listoverride\\listid9\\ls3}{\\listoverride\\listid8\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat9}\\ls4}}';
  const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 heading 2;}{\\s3\\sbasedon0 Title;}}';

  it('as the file writes them', async () => {
    const body = `{\\pard\\plain\\s1\\outlinelevel0{\\listtext\\pard\\plain ${u('一、')}\\tab}\\ls1\\ilvl0 ${u('总体情况')}\\par}\\pard {\\pntext\\'b7\\tab}${u('甲')}\\par {\\pntext (1)\\tab}${u('乙')}\\par`;
    expect(await blocksOf(styles + body)).toEqual(['# 一、总体情况', '甲', '(1)乙']);
  });

  it('counted where the file does not write them, restarted by the level above', async () => {
    const item = (text: string, list: number, level = 0, more = '') => `\\pard\\ls${list}\\ilvl${level}${more} ${u(text)}\\par`;
    const body = [
      item('总体', 1, 0, '\\s1'),
      item('主动', 1, 1, '\\s2'),
      item('申请', 1, 1, '\\s2'),
      item('问题', 1, 0, '\\s1'),
      item('不足', 1, 1, '\\s2'),
      item('三', 2),
      item('点', 3),
      item('九', 4),
      `\\pard\\s3 ${u('题')}\\par`,
    ];
    expect(await blocksOf(styles + lists + body.join(''))).toEqual([
      '# 一、总体',
      '## （一）主动',
      '## （二）申请',
      '# 二、问题',
      '## （一）不足',
      '3.三',
      '点',
      '9.九',
      '# 题',
    ]);
  });
});

describe('what is not the text as it is read', () => {
  it('hidden text, deletions and insertions', async () => {
    const body = `12{\\v 9}{\\deleted 34}{\\revised 56}\\par {\\deleted ${u('去')}\\par}${u('留')}\\par`;
    expect(await blocksOf(body)).toEqual(['1256', '留']);
    expect(await notesOf(body)).toEqual(['changes-accepted', 'hidden-left-out']);
  });

  it('a deleted paragraph mark joins two paragraphs; a row whose text was all deleted is gone', async () => {
    const deleted = row([1000, 2000], ['{\\deleted 5}', '{\\deleted 6}']);
    expect(await blocksOf(`${u('前')}{\\deleted\\par}${u('后')}\\par ${row([1000, 2000], ['1', '2'])}${deleted}`)).toEqual([
      '前后',
      ['1¦2'],
    ]);
  });

  it('headers, footnotes, comments and codes of fields', async () => {
    const body = `{\\header ${u('某县')}\\par}{\\footer{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}}${u('文')}{\\footnote ${u('注')}}{\\*\\annotation ${u('批')}}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt ${u('链')}}}{\\*\\unknown{${u('藏')}}}\\par`;
    expect(await blocksOf(body)).toEqual(['文链']);
    expect(await notesOf(body)).toEqual(['footnotes-left-out', 'margins-left-out', 'comments-left-out']);
  });

  it('a field without a result shows what its code draws', async () => {
    const box = '{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres1}}}{\\fldrslt }}';
    expect(await blocksOf(`{\\field{\\*\\fldinst EQ \\\\o\\\\ac(\\u9675?,3)}{\\fldrslt }}${box}\\par`)).toEqual(['③☑']);
  });

  it('a text box once, after the paragraph it hangs on; a picture, and none for its twin', async () => {
    const shape = `{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 9}}{\\shptxt\\pard ${u('框')}\\par}}{\\shprslt{\\*\\do{\\dptxbxtext ${u('框')}\\par}}}}`;
    const picture = `{\\*\\shppict{\\pict\\pngblip ${'89'.repeat(60)}}}{\\nonshppict{\\pict ${'89'.repeat(60)}}}`;
    expect(await blocksOf(`${shape}${u('文')}\\par ${picture}\\par`)).toEqual(['文', '框', '[]']);
  });

  it('binary data may hold braces', async () => {
    expect(await blocksOf(`{\\*\\objdata\\bin6 }}}{\\\\}${u('后')}\\par`)).toEqual(['后']);
  });

  it('the title that its properties give, written twice', async () => {
    const info = `{\\info{\\upr{\\title ????}{\\*\\ud{\\title ${u('青岚县年度报告')}}}}}`;
    const document = await readDocument(rtf(`${info}${u('文')}\\par`), 'a.rtf');
    expect([document.metaTitle, brief(document.blocks)]).toEqual(['青岚县年度报告', ['文']]);
  });
});

describe('odd and hostile files', () => {
  it('the content counts, not the name', async () => {
    const result = await read(rtf(`${u('文')}\\par`), '年报.doc');
    expect(result).toMatchObject({ ok: true, format: 'rtf' });
  });

  it('a file that is cut off says so', async () => {
    const whole = rtf(`${u('第一段')}\\par ${u('第二段')}\\par`);
    const document = await readDocument(whole.subarray(0, whole.length - 12), 'a.rtf');
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'text-missing', weight: 'caution' }));
    expect(await read(whole.subarray(0, 60), 'a.rtf')).toMatchObject({ ok: false, failure: { code: 'truncated' } });
  });

  it('a file with pictures alone is a scan', async () => {
    expect(await read(rtf(`{\\pict ${'00'.repeat(100)}}\\par`), 'a.rtf')).toMatchObject({ ok: false, failure: { code: 'scanned' } });
  });

  it('nothing deep, long or endless takes long', async () => {
    const hostile = [
      '{'.repeat(2_000_000),
      '}'.repeat(1000) + u('文'),
      `{\\shptxt `.repeat(50_000),
      `\\cellx1 `.repeat(500_000),
      `\\cell `.repeat(500_000),
      `\\itap999999999\\intbl a\\nestcell`.repeat(20_000),
      `{\\field{\\*\\fldinst `.repeat(20_000),
      '\\bin999999999999 x',
      '\\u-99999999999 ?',
      `{\\fonttbl${'{\\f1 a;}'.repeat(100_000)}}`,
      '{\\*\\listtable'.repeat(10_000),
    ];
    for (const body of hostile) {
      const spent = cpuClock();
      const result = await read(rtf(body), 'a.rtf');
      if (!result.ok) expect(result.failure.message).toMatch(/^“a\.rtf”.*。$/);
      expect(spent(), body.slice(0, 20)).toBeLessThan(5000);
    }
  }, 60_000);

  it('any change of bytes ends in text or a coded sentence', async () => {
    const whole = rtf(`${u('年度报告')}\\par ${row([1000, 2000], ['1', '2'])}{\\shp{\\*\\shpinst{\\shptxt a\\par}}}`);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(whole.length), async (changes, cut) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const result = await read(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes, 'a.rtf');
        if (!result.ok) expect(result.failure.message).toContain('a.rtf');
      }),
      { numRuns: runs(200) },
    );
  });
});

const SAMPLES = new URL('../../../shared/samples/formats/', import.meta.url).pathname;

describe.skipIf(!existsSync(SAMPLES))('sample files', () => {
  const factsOf = async (name: string) => {
    const outcome = await examine(new Uint8Array(readFileSync(SAMPLES + name)), name);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return (outcome.reports[0]?.report.facts ?? []).map(({ key, value, certainty }) => `${key}=${value} ${certainty}`).sort();
  };
  it.each(['report.rtf', 'complex.rtf', 'word.mht', 'chrome.mht'])('%s gives the facts of report.html, all sure', async (name) => {
    expect(await factsOf(name)).toEqual(await factsOf('report.html'));
  });
});
