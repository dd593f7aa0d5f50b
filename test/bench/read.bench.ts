// How long a page takes from its source to blocks, beside parse5 alone in the same run. Wanted: no more than parse5's time
// divided by 0.6 once built; the test runner's module wrapping costs our part more than parse5's.
import { parse } from 'parse5';
import { bench, describe } from 'vitest';
import { read } from '../../src/core/read/index.ts';

/** A page with the three official tables in markup as word processors write it, about 30 KB. */
function page(): string {
  const cell = (text: string, spans = '') =>
    `<td style='border:solid windowtext 1.0pt'${spans}><p class=MsoNormal align=center><span lang=EN-US>${text}<o:p></o:p></span></p></td>`;
  const row = (label: string, numbers: number) =>
    `<tr>${cell(label)}${cell('（一）公开')}${Array.from({ length: numbers }, (_, i) => cell(String(i * 7))).join('')}</tr>`;
  const table = (rows: number, numbers: number) =>
    `<table border="1">${`<tr>${cell('项', ' colspan="2" rowspan="1"')}${Array.from({ length: numbers }, () => cell('类别')).join('')}</tr>`}${Array.from({ length: rows }, (_, i) => row(`第${i}项`, numbers)).join('')}</table>`;
  const prose =
    '<p class=MsoNormal><span>全年主动公开信息，答复申请，按时办结。</span><span lang=EN-US>2023</span><span>年公开20条。</span></p>';
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>年报</title></head><body><h1>年报</h1>${prose.repeat(20)}${table(10, 3)}${prose.repeat(10)}${table(24, 7)}${table(2, 13)}</body></html>`;
}

const source = page();
const encoded = new TextEncoder().encode(source);
const text = new TextEncoder().encode('一、总体情况\n\n全年公开20条。\n'.repeat(50) + '规章\t3\t1\t27\n'.repeat(60));

describe(`a page of ${Math.round(encoded.length / 1024)} KB`, () => {
  bench('parse5 alone', () => void parse(source));
  bench('read to blocks', async () => void (await read(encoded, 'a.html')));
});

describe('a plain text', () => {
  bench('decoding alone', () => void new TextDecoder('utf-8', { fatal: true }).decode(text));
  bench('read to blocks', async () => void (await read(text, 'a.txt')));
});
