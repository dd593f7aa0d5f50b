// Files that are no report, no text, broken or hostile: every one ends quickly in a sentence a clerk can use.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { decodeHead } from '../../src/core/read/charset.ts';
import { read } from '../../src/core/read/index.ts';
import { LIMITS } from '../../src/core/read/limits.ts';
import { recogniseSignature, unsupported } from '../../src/core/read/signature.ts';
import type { FailureCode } from '../../src/core/model/outcome.ts';
import { cpuClock } from '../cpu-clock.ts';
import { bytes } from './reading.ts';
import { fc, runs } from '../property.ts';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const random = (length: number, seed = 7) => {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 16;
  });
};
const wideNames = (name: string) => Array.from(name).join('\0');

async function refusal(content: Uint8Array, fileName: string): Promise<{ code: FailureCode; message: string }> {
  const result = await read(content, fileName);
  if (result.ok) throw new Error(`read as ${result.format}`);
  expect(result.failure.path).toBe(fileName);
  expect(result.failure.message).toContain(`“${fileName}”`);
  expect(result.failure.message).toMatch(/。$/);
  return result.failure;
}

describe('files that are no text', () => {
  const ole = (stream: string) => latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${wideNames(stream)}\0`);
  const zip = (entry: string) => latin(`PK\x03\x04${'\0'.repeat(26)}${entry}${'\x9c\x01\xff'.repeat(100)}`);
  it.each([
    ['年报.txt', latin(`\xff\xd8\xff\xe0${'\x00\x10JFIF'.repeat(50)}`), 'JPEG图片'],
    ['年报.html', latin(`\x89PNG\r\n\x1a\n${'\x00\x01'.repeat(300)}`), 'PNG图片'],
    ['年报.pdf', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj'), 'PDF文档'],
    ['年报.txt', latin('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>'), 'PDF文档'],
    ['年报.doc', ole('WordDocument'), 'doc、wps'],
    ['年报.wps', ole('WordDocument'), 'doc、wps'],
    ['年报.et', ole('Workbook'), 'xls、et'],
    ['年报.docx', ole('EncryptedPackage'), '打开密码'],
    ['年报.rar', latin(`Rar!\x1a\x07\x01\x00${'\x9c'.repeat(50)}`), 'RAR压缩包'],
    ['年报.7z', latin("7z\xbc\xaf'\x1c\0\x04"), '7z压缩包'],
    ['年报.rtf', latin('{\\rtf1\\ansi\\ansicpg936{\\info}}'), 'RTF文档'],
    ['年报.doc', latin('{\\rtf1\\ansi}'), 'RTF文档'],
    ['年报.mht', latin('From: <Saved by Blink>\r\nSubject: =?utf-8?Q?a?=\r\nMIME-Version: 1.0\r\n\r\n<html>'), 'mht'],
    ['年报.url', latin('[InternetShortcut]\r\nURL=http://a/'), '网址快捷方式'],
    ['~$年报.docx', latin('\x03abc'.padEnd(162, '\0')), '临时文件'],
    ['年报.docx', latin('b\x14#e\0\0\x01E-SafeNet\0LOCK'.padEnd(500, '\x9c')), '加密软件'],
  ])('%s holding something else is named for what it is: %#', async (name, content, kind) => {
    const signature = recogniseSignature(content, decodeHead(content, LIMITS), name);
    expect(unsupported(name, signature)).toMatchObject({ code: 'unsupported', path: name, message: expect.stringContaining(kind) });
    // A format that takes such files finds these stubs broken in its own words.
    await refusal(content, name);
  });

  it.each([
    ['年报.txt', latin(`\xff\xd8\xff\xe0${'\x00\x10JFIF'.repeat(50)}`)],
    ['年报.docx', latin(`\x89PNG\r\n\x1a\n${'\x00\x01'.repeat(300)}`)],
    ['年报.html', latin(`MZ\x90\x00${'\x00\x01'.repeat(300)}`)],
  ])('%s holding a picture or a program goes to no format', async (name, content) => {
    const { code, message } = await refusal(content, name);
    expect(code).toBe('unsupported');
    expect(message).toContain('看起来是');
  });

  it.each(['word/document.xml', 'xl/workbook.xml', 'OFD.xml', 'a.txt'])('an archive with %s whose end is missing', async (entry) => {
    const { code, message } = await refusal(zip(entry), '年报.html');
    expect(code).toBe('truncated');
    expect(message).toMatch(/不完整.*重新下载/);
  });

  it.each(['年报.txt', '年报.html', '年报.md', '年报'])('random bytes named %s', async (name) => {
    const { code, message } = await refusal(random(5000), name);
    expect(code).toBe('unsupported');
    expect(message).toMatch(/损坏|加密/);
  });

  it('an empty file, a blank one, one of zero bytes, a page without text', async () => {
    expect((await refusal(new Uint8Array(0), 'a.txt')).code).toBe('empty');
    expect((await refusal(bytes('\ufeff \r\n\t\n'), 'a.txt')).code).toBe('empty');
    expect((await refusal(new Uint8Array(4096), 'a.docx')).code).toBe('damaged');
    expect(
      (await refusal(bytes('<!doctype html><html><body><div id="app"></div><script src="a.js"></script></body></html>'), 'a.html')).code,
    ).toBe('empty');
  });

  it('text that was decoded wrongly before it was saved', async () => {
    expect((await refusal(bytes('锟斤拷锟斤拷锟斤拷府锟斤拷息锟斤拷锟斤拷'.repeat(20)), 'a.txt')).code).toBe('garbled');
    const mojibake = Array.from(bytes('政府信息公开工作年度报告'), (byte) => String.fromCharCode(byte)).join('');
    expect((await refusal(bytes(mojibake.repeat(10)), 'a.txt')).code).toBe('garbled');
  });
});

describe('hostile pages', () => {
  /** Reads within a second on a machine of its own, whatever comes of it; a slow one shows in the yardstick. */
  async function quickly(html: string) {
    const yardClock = cpuClock();
    parse('<div>'.repeat(50_000));
    const yardstick = yardClock();
    const spent = cpuClock();
    const result = await read(bytes(html), 'a.html');
    expect(spent()).toBeLessThan(Math.max(3000, yardstick * 30));
    return result;
  }
  const deep = 50_000;
  it.each([
    ['div', '<div>'.repeat(deep)],
    ['span', '<span>'.repeat(deep)],
    ['bold', '<b>'.repeat(deep)],
    ['lists', '<ul><li>'.repeat(deep / 2)],
    ['navs', '<nav>'.repeat(deep)],
    ['hidden', '<div hidden>'.repeat(deep)],
    ['tables', '<table><tr><td>'.repeat(deep / 3)],
    ['headings', '<h1><div>'.repeat(deep / 2)],
    ['links', '<a href=x><div>'.repeat(deep / 2)],
    ['preformatted', '<pre>'.repeat(deep)],
  ])('50,000 nested tags: %s', async (_name, html) => {
    const result = await quickly(`<!doctype html><body>${html}本年公开信息`);
    if (!result.ok) expect(['empty', 'too-complex']).toContain(result.failure.code);
    else expect(JSON.stringify(result.documents[0]?.blocks)).toContain('本年公开信息');
  });

  it('spans of a thousand million', async () => {
    const huge = 1_000_000_000;
    const result = await quickly(
      `<html><table><tr><td colspan=${huge} rowspan=${huge}>甲</td><td colspan=-1>乙</td></tr><tr><td rowspan=0x10>丙</td><td colspan=abc>1</td></tr></table>`,
    );
    if (!result.ok) throw new Error(result.failure.message);
    const cells =
      result.documents[0]?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [])) ?? [];
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) {
      expect(cell.column + cell.colSpan).toBeLessThanOrEqual(256);
      expect(cell.rowSpan).toBeLessThanOrEqual(2);
    }
  });

  it('a thousand columns and many rows are cut with a note', async () => {
    const wide = await quickly(`<html><table>${`<tr>${'<td>1'.repeat(1000)}`.repeat(3)}</table>`);
    if (!wide.ok) throw new Error(wide.failure.message);
    expect(wide.documents[0]?.notes.map((note) => note.code)).toContain('cut-columns');
    const long = await quickly(`<html><table>${'<tr><td>1<td>2'.repeat(30_000)}</table>`);
    if (!long.ok) throw new Error(long.failure.message);
    expect(long.documents[0]?.notes.map((note) => note.code)).toContain('cut-rows');
  });

  it('more tags or levels than any report has', async () => {
    expect((await refusal(bytes(`<html>${'<br>'.repeat(1_600_000)}`), 'a.html')).code).toBe('too-complex');
    expect((await refusal(bytes(`<html>${'<div>'.repeat(70_000)}`), 'a.html')).code).toBe('too-complex');
  });

  it.each([
    ['open tags', '<'.repeat(100_000)],
    ['open comments', '<!--'.repeat(50_000)],
    ['attributes', `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ')}>`],
    ['entities', '&#x4e00;&amp;&'.repeat(30_000)],
    ['blanks', `<p>甲${' '.repeat(500_000)}乙`],
    ['no-break spaces', `<p>甲${'&nbsp;'.repeat(100_000)}乙`],
    ['line breaks', '<p>甲<br>'.repeat(30_000)],
    ['chrome phrases', `<p>${'打印|'.repeat(30)}甲</p>`.repeat(2000)],
    ['one long word of chrome', `<div class="${'nav-'.repeat(20_000)}x">甲</div>`],
  ])('%s', async (_name, html) => {
    await quickly(`<!doctype html><body>${html}`);
  });
});

describe('fuzz', () => {
  const seeds = [
    bytes('甲县2023年年报\n\n一、总体情况\n规章\t3\t1\t27\n| 许可 | 33 | |\n|---|---|\n行政处罚  | 0 ||| \n## 二\n\f三'),
    bytes(
      '<!DOCTYPE html><html><head><meta charset="gbk"><title>t</title></head><body><nav><a href="#">x</a></nav><h1>甲<br>乙</h1><table><thead><tr><th colspan="2" rowspan=2>a</th></tr></thead><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table><td rowspan=0>&nbsp;<img src=a alt=b></tr></table><pre>a\tb</pre><p style="display:none">h</p></body></html>',
    ),
    bytes(
      '---\ntitle: t\n---\n# 甲\n\n| a | **b** |\n|---|---|\n| 1<br>2 | `3` |\n\n<table><tr><td>x</td></tr></table>\n\n- _c_ [d](e)\n===\n',
    ),
    latin('\xbc\xd7\xcf\xd8\xc4\xea\xb1\xa8\t1\t2\r\n'),
  ];
  it('mutated bytes never throw, whatever the name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(3)), { maxLength: 30 }),
        fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.docx', 'unknown', ''),
        async (seed, mutations, name) => {
          const mutated = Array.from(seed);
          for (const [at, byte, how] of mutations) {
            const i = at % (mutated.length + 1);
            if (how === 0) mutated[i] = byte;
            else if (how === 1) mutated.splice(i, byte % 20);
            else if (how === 2) mutated.splice(i, 0, byte, byte ^ 0x55);
            else mutated.splice(i, 0, ...mutated.slice(i, i + byte));
          }
          const spent = cpuClock();
          const result = await read(Uint8Array.from(mutated), name);
          expect(spent()).toBeLessThan(2000);
          if (!result.ok) expect(result.failure.message).not.toContain('结构异常');
        },
      ),
      { numRuns: runs(400) },
    );
  }, 3_600_000);

  it('any text in any format never throws', async () => {
    const piece = fc.constantFrom(
      '|',
      '\t',
      '\n',
      '\r',
      '\f',
      ' ',
      '　',
      '#',
      '---',
      '<table>',
      '<tr>',
      '<td colspan=3>',
      '</td>',
      '</table>',
      '<br>',
      '**',
      '_',
      '`',
      '[',
      '](',
      ')',
      '&nbsp;',
      '一、',
      '甲',
      '0',
      '\u200b',
      '<!--',
      '-->',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 120 }), fc.constantFrom('a.txt', 'a.html', 'a.md'), async (pieces, name) => {
        const result = await read(bytes(pieces.join('')), name);
        if (!result.ok) expect(result.failure.message).not.toContain('结构异常');
      }),
      { numRuns: runs(600) },
    );
  }, 3_600_000);
});
