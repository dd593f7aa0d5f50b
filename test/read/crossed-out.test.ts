// Text that is crossed out: not part of the number it stands beside, never a sure number, and always said.
// The files in the folder of that name are one invented text and one invented sheet as an office program writes them.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import type { SourceDocument } from '../../src/core/model/document.ts';
import { gridThree } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { docx } from './packing.ts';
import { bytes, readDocument } from './reading.ts';

const home = resolve(import.meta.dirname, 'crossed-out');
const files = (start: string) => readdirSync(home).filter((name) => name.startsWith(start));
const open = (name: string) => readDocument(new Uint8Array(readFileSync(resolve(home, name))), name);

/** Cells of the tables; behind a slash all that is printed, where some is crossed out. */
const cellsOf = ({ blocks }: SourceDocument) =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map(({ text, struck }) => (struck === undefined ? text : `${text}/${struck}`)).join(' '))
      : [],
  );
const codesOf = ({ notes }: SourceDocument) =>
  notes.filter(({ code }) => code.startsWith('struck-')).map(({ code, weight }) => `${code} ${weight}`);

it.each(files('text.'))('of a text: %s', async (name) => {
  const document = await open(name);
  expect(cellsOf(document)).toEqual([
    '项目 甲 乙 丙',
    '第一行 3/〔划去：37〕3 5 /〔划去：8〕',
    '第二行 6/〔划去：64〕6 7/〔划去：71〕7 /〔划去：9〕',
    // Crossing out switched off, and an underline.
    '第三行 12 4 11',
  ]);
  const said = document.blocks.find((block) => block.kind === 'paragraph' && block.text.startsWith('全年'));
  expect(said).toMatchObject({ text: '全年收到252件申请。', struck: true });
  expect(codesOf(document)).toEqual(['struck-cells caution', 'struck-text caution']);
});

it.each(files('sheet.'))('of a sheet: %s', async (name) => {
  const document = await open(name);
  expect(cellsOf(document)).toEqual(['项目 甲 乙 丙', '第一行 3/〔划去：37〕3 5 /〔划去：8〕', '第二行 6/〔划去：64〕6 7 /〔划去：9〕']);
  expect(codesOf(document)).toEqual(['struck-cells caution']);
});

it('of a page that shows tracked changes', async () => {
  expect(cellsOf(await open('tracked.pdf'))).toEqual(['第一行 10/〔划去：9〕10']);
});

describe('pages', () => {
  const page = async (cell: string, head = '') =>
    cellsOf(
      await readDocument(
        `<html><head>${head}</head><body><table><tr><td>甲</td><td>乙</td></tr><tr><td>${cell}</td><td>5</td></tr></table></body></html>`,
        'a.html',
      ),
    )[1];

  it.each([
    ['<s>37</s>3', '3/〔划去：37〕3 5'],
    ['<strike>3<b>7</b></strike>3', '3/〔划去：37〕3 5'],
    ['<span style="color:red; text-decoration: underline line-through">37</span>3', '3/〔划去：37〕3 5'],
    ['<span style="text-decoration-line:line-through">37</span>', '/〔划去：37〕 5'],
    ['<s style="text-decoration:none">37</s>', '37 5'],
    ['<u>37</u>3', '373 5'],
    ['3<s> </s>7', '3 7 5'],
  ])('%s', async (cell, expected) => {
    expect(await page(cell)).toBe(expected);
  });

  it('by style sheets', async () => {
    const sheet =
      '<style>/* .b {text-decoration:line-through} */ p{margin:0} td .a, #c { text-decoration: line-through; } .d:hover{text-decoration:line-through}</style>';
    expect(await page('<span class="x a">37</span>3', sheet)).toBe('3/〔划去：37〕3 5');
    expect(await page('<span id="c">37</span>3', sheet)).toBe('3/〔划去：37〕3 5');
    expect(await page('<span class="b">37</span><i class="d">3</i>', sheet)).toBe('373 5');
  });
});

it('of Markdown and of Excel as XML', async () => {
  const list = await readDocument('| 甲 | 乙 |\n| --- | --- |\n| ~~37~~3 | <s>8</s> |\n', 'a.md');
  expect(cellsOf(list)[1]).toBe('3/〔划去：37〕3 /〔划去：8〕');
  const xml =
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
    '<Styles><Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="a"><Table>' +
    '<Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="String">乙</Data></Cell></Row>' +
    '<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>37</S>3</ss:Data></Cell><Cell ss:StyleID="s"><Data ss:Type="Number">8</Data></Cell></Row>' +
    '</Table></Worksheet></Workbook>';
  expect(cellsOf(await readDocument(xml, 'a.xml'))[1]).toBe('3/〔划去：37〕3 /〔划去：8〕');
});

it('signs set in fonts that have no letters', async () => {
  const run = (font: string, text: string) =>
    `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const { blocks } = await readDocument(docx(run('Wingdings', '\uf0fe') + run('Wingdings', 'n') + run('Arial', 'n')), 'a.docx');
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual(['☑', '■', 'n']);
});

describe('what comes of it in a report', () => {
  const report = inventedReport('2021', 7, 60, 0);
  const KEY = 't3.newReceived.natural';
  const number = String(report.numbers.get(KEY)!);
  const table = (dress: (text: string) => string, dressLabel = (text: string) => text) => {
    let done = false;
    return gridThree(report)
      .map((row) => {
        const cells = row.map(({ text, colSpan, rowSpan }) => {
          const first = !done && text === number;
          done ||= first;
          const shown = first ? dress(text) : text.includes('本年新收政府信息公开申请数量') ? dressLabel(text) : text;
          return `<td colspan=${colSpan} rowspan=${rowSpan}>${shown}</td>`;
        });
        return `<tr>${cells.join('')}</tr>`;
      })
      .join('');
  };
  const examined = async (rows: string, prose = '全年平稳。') => {
    const text = `<h1>${report.organ}${report.year}年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>${prose}</p><h2>三、收到和处理政府信息公开申请情况</h2><table>${rows}</table>`;
    const outcome = await examine(bytes(text), '年报.html');
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return outcome.reports[0]!.report;
  };
  const factOf = ({ facts }: Awaited<ReturnType<typeof examined>>, key = KEY) => facts.find((fact) => fact.key === key);

  it('beside a number: the number, in doubt', async () => {
    const got = await examined(table((text) => `<s>99</s>${text}`));
    expect(factOf(got)).toMatchObject({ value: Number(number), raw: `〔划去：99〕${number}`, writing: 'struck', certainty: 'doubtful' });
    expect(got.facts.filter(({ certainty }) => certainty === 'doubtful')).toHaveLength(1);
  });

  it('all of it: blank, in doubt, still shown', async () => {
    expect(factOf(await examined(table((text) => `<s>${text}</s>`)))).toMatchObject({
      value: null,
      raw: `〔划去：${number}〕`,
      writing: 'blank',
      certainty: 'doubtful',
    });
  });

  it('in a label: its row is in doubt, and no other', async () => {
    const got = await examined(
      table(
        (text) => text,
        (label) => `<s>旧</s>${label}`,
      ),
    );
    expect(factOf(got)).toMatchObject({ value: Number(number), certainty: 'doubtful' });
    expect(factOf(got, 't3.carriedIn.natural')).toMatchObject({ certainty: 'sure' });
  });

  it('in the text: no number of it is compared', async () => {
    const plain = table((text) => text);
    expect((await examined(plain, '全年收到申请25件。')).statements).not.toEqual([]);
    expect((await examined(plain, '全年收到申请<s>25</s>3件。')).statements).toEqual([]);
  });
});
