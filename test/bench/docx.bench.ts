// How long a Word document takes from its bytes to blocks, beside mammoth in the same run. Wanted: ten times as many documents
// a second, once built; the test runner's module wrapping costs our part more than mammoth's.
import mammoth from 'mammoth';
import { bench, describe } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { docx, p, tbl } from '../read/packing.ts';

/** A report with the three official tables in the markup of word processors, about 190 KB unpacked. */
function report(): Uint8Array {
  const fonts = '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体"/><w:sz w:val="24"/><w:szCs w:val="24"/>';
  const cell = (text: string, properties = '') =>
    [
      `<w:p><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>${fonts}</w:rPr><w:t>${text}</w:t></w:r></w:p>`,
      `<w:tcW w:w="900" w:type="dxa"/>${properties}<w:vAlign w:val="center"/>`,
    ] as const;
  const table = (rows: number, numbers: number) =>
    tbl(
      Array.from({ length: rows }, (_, y) => [
        cell(y === 0 ? '办理结果' : '', y === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'),
        cell(`第${y}项`, '<w:gridSpan w:val="2"/>'),
        ...Array.from({ length: numbers }, (_unused, x) => cell(String(y * x))),
      ]),
    );
  const prose = p('全年主动公开信息，答复申请，按时办结，未收取费用。'.repeat(5), '<w:spacing w:line="276" w:lineRule="auto"/>');
  return docx(prose.repeat(20) + table(14, 3) + prose.repeat(5) + table(28, 8) + table(3, 13) + prose.repeat(5));
}

const bytes = report();
const buffer = Buffer.from(bytes);

describe(`a Word document of ${Math.round(bytes.length / 1024)} KB`, () => {
  bench('mammoth', async () => void (await mammoth.convertToHtml({ buffer })));
  bench('read to blocks', async () => void (await read(bytes, 'a.docx')));
});
