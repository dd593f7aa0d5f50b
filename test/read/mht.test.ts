// Web pages saved as one file: the page among its parts, encodings, frames; e-mail refused; cut and hostile files.
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { brief, bytes, readDocument } from './reading.ts';

const base64 = (content: Uint8Array) => Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
const quoted = (content: Uint8Array) =>
  Array.from(content, (byte) =>
    byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
    .join('')
    .replace(/((?:=..|[^=]){60,70})(?=.)/g, '$1=\r\n');
const part = (headers: string, body: string) => `--b1\r\n${headers}\r\n\r\n${body}\r\n`;
const HEAD = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"; type="text/html"\r\n\r\n';
const page =
  '<html><head><title>青岚县报告</title></head><body><h2>一、总体情况</h2><table><tr><td>规章<td>3<tr><td>文件<td>14</table></body></html>';
const expected = ['## 一、总体情况', ['规章¦3', '文件¦14']];
const blocksOf = async (text: string, name = '年报.mht') => brief((await readDocument(text, name)).blocks);

describe('the page of a file', () => {
  it('in quoted-printable and base64, whatever the file is called', async () => {
    const type = 'Content-Type: text/html; charset="utf-8"';
    const first = HEAD + part(`${type}\r\nContent-Transfer-Encoding: quoted-printable`, quoted(bytes(page)));
    const second = HEAD + part(`${type}\r\nContent-Transfer-Encoding: base64`, base64(bytes(page)));
    for (const name of ['年报.mht', '年报.doc', '年报']) {
      expect(await blocksOf(`${first}--b1--`, name)).toEqual(expected);
      expect(await blocksOf(`${second}--b1--`, name)).toEqual(expected);
    }
    expect((await readDocument(`${first}--b1--`, 'a.mht')).metaTitle).toBe('青岚县报告');
  });

  it('in the encoding that only its headers name', async () => {
    const big5 = '<html><body><p>\xb0\xea\xae\x61</p></body></html>';
    const text = `${HEAD}${part('Content-Type: text/html; charset=big5', big5)}--b1--`;
    expect(
      brief(
        (
          await readDocument(
            Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
            'a.mht',
          )
        ).blocks,
      ),
    ).toEqual(['國家']);
  });

  it('is the one that the file names as its start, not the header that Word keeps beside it', async () => {
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b1; start="<main>"\r\n\r\n';
    const text = `${head}${part('Content-Type: text/html\r\nContent-ID: <other>', '<html><p>页眉</p></html>')}${part('Content-Type: text/html\r\nContent-ID: <main>', page)}--b1--`;
    expect(await blocksOf(text)).toEqual(expected);
  });

  it('stands in a frame where the outer page has no table', async () => {
    const outer = '<html><body><p>导航</p><iframe src="cid:f"></iframe></body></html>';
    const text = `${HEAD}${part('Content-Type: text/html', outer)}${part('Content-Type: text/html\r\nContent-ID: <f>', page)}--b1--`;
    const document = await readDocument(text, 'a.mht');
    expect(brief(document.blocks)).toEqual(['导航', ...expected]);
    expect(document.notes.map(({ code }) => code)).toContain('frames-read');
  });

  it('may be the whole file', async () => {
    expect(
      await blocksOf(
        `From: "Saved by Internet Explorer 11"\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="utf-8"\r\n\r\n${page}`,
      ),
    ).toEqual(expected);
  });
});

describe('what is not read', () => {
  it('e-mail, with a next step', async () => {
    for (const text of [
      'From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n\r\n正文',
      `Received: x\r\n${HEAD}--b1--`,
      'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b1\r\n\r\n--b1--',
    ]) {
      const result = await read(bytes(text), '来信.eml');
      expect(result).toMatchObject({ ok: false, failure: { code: 'unsupported', message: expect.stringMatching(/电子邮件.*另存/) } });
    }
  });

  it('a file that is cut off says so; one without a page is damaged', async () => {
    const document = await readDocument(`${HEAD}${part('Content-Type: text/html', page)}`, 'a.mht');
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'text-missing', weight: 'caution' }));
    expect(await read(bytes(`${HEAD}${part('Content-Type: image/png', 'x')}--b1--`), 'a.mht')).toMatchObject({
      ok: false,
      failure: { code: 'damaged' },
    });
  });

  it('thousands of parts, and parts within parts, end quickly', async () => {
    const many = `${HEAD}${part('Content-Type: text/html', page).repeat(2000)}`;
    expect(await read(bytes(many), 'a.mht')).toMatchObject({ ok: false, failure: { code: 'too-complex' } });
    const deep = HEAD + part('Content-Type: multipart/related; boundary=b1', '').repeat(500);
    expect((await read(bytes(deep), 'a.mht')).ok).toBe(false);
  });
});
