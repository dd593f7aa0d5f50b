// A number that a narrow cell broke over lines: offered as one, in doubt, with a note, and never its first line alone.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { inventedReport } from '../invented/report.ts';
import { gridFour, gridThree, gridTwo } from '../invented/layouts.ts';
import type { Grid } from '../invented/layouts.ts';
import { asPdf, drawProse, drawTable, together } from './drawing.ts';
import { docx } from './packing.ts';
import { bytes } from './reading.ts';

const report = inventedReport('2021', 7, 60, 0);
const KEY = 't3.newReceived.natural';
const number = report.numbers.get(KEY)!;
const MONEY = 't2.art20_8.fee.amountWan';
const money = String(report.numbers.get(MONEY)!);
const broken = new Map([
  [String(number), String(number).replace(/^(\d)/, '$1\n')],
  [money, money.replace('.', '.\n')],
]);
/** The one cell of table three, and the amount, broken; every other cell of the same text stays. */
const dress = (grid: Grid, text: string): Grid => {
  let done = false;
  return grid.map((row) =>
    row.map((cell) => {
      if (done || cell.text !== text) return cell;
      done = true;
      return { ...cell, text: broken.get(text)! };
    }),
  );
};
const grids = [dress(gridTwo(report), money), dress(gridThree(report), String(number)), gridFour(report)];
const titles = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];
const title = `${report.organ}${report.year}年政府信息公开工作年度报告`;

const html = (line: (text: string) => string) =>
  `<h1>${title}</h1><h2>一、总体情况</h2><p>全年平稳。</p>${grids
    .map(
      (grid, i) =>
        `<h2>${titles[i]}</h2><table>${grid.map((row) => `<tr>${row.map((cell) => `<td colspan=${cell.colSpan} rowspan=${cell.rowSpan}>${line(cell.text)}</td>`).join('')}</tr>`).join('')}</table>`,
    )
    .join('')}<h2>五、存在的主要问题及改进情况</h2><p>无。</p><h2>六、其他需要报告的事项</h2><p>无。</p>`;

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = () =>
  p(title) +
  p('一、总体情况') +
  grids
    .map((grid, i) => {
      const open = new Map<number, { left: number; span: number }>();
      const rows = grid.map((row) => {
        let column = 0;
        let cells = '';
        const covered = () => {
          for (let above = open.get(column); above && above.left > 0; above = open.get(column)) {
            above.left--;
            cells += `<w:tc><w:tcPr><w:gridSpan w:val="${above.span}"/><w:vMerge/></w:tcPr><w:p/></w:tc>`;
            column += above.span;
          }
        };
        for (const cell of row) {
          covered();
          cells += `<w:tc><w:tcPr><w:gridSpan w:val="${cell.colSpan}"/>${cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${cell.text.split('\n').map(p).join('')}</w:tc>`;
          if (cell.rowSpan > 1) open.set(column, { left: cell.rowSpan - 1, span: cell.colSpan });
          column += cell.colSpan;
        }
        covered();
        return `<w:tr>${cells}</w:tr>`;
      });
      return `${p(titles[i]!)}<w:tbl>${rows.join('')}</w:tbl>`;
    })
    .join('') +
  p('五、存在的主要问题及改进情况') +
  p('六、其他需要报告的事项');

const csv = () =>
  [
    title,
    '一、总体情况',
    ...grids.flatMap((grid, i) => [
      titles[i]!,
      ...grid.map((row) => row.map((cell) => (cell.text.includes('\n') ? `"${cell.text}"` : cell.text)).join(',')),
    ]),
  ].join('\r\n');

async function examined(content: Uint8Array, name: string) {
  const outcome = await examine(content, name);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  const { report: read, checks, findings } = outcome.reports[0]!;
  return { fact: (key: string) => read.facts.find((fact) => fact.key === key), notes: read.notes, checks, findings };
}

describe('digits on two lines of a cell', () => {
  it.each([
    ['网页', '年报.html', () => bytes(html((text) => text.replace('\n', '<br>')))],
    [
      '网页的段落',
      '年报.html',
      () =>
        bytes(
          html((text) =>
            text
              .split('\n')
              .map((line) => `<p>${line}</p>`)
              .join(''),
          ),
        ),
    ],
    ['Word', '年报.docx', () => docx(word())],
    ['csv', '年报.csv', () => bytes(csv())],
  ])('%s', async (_kind, name, content) => {
    const { fact, notes, checks, findings } = await examined(content(), name);
    for (const [key, value] of [
      [KEY, number],
      [MONEY, Number(money)],
    ] as const) {
      expect(fact(key)).toMatchObject({ value, writing: 'split', certainty: 'doubtful', raw: expect.stringContaining('\n') });
    }
    expect(notes.filter(({ code }) => code === 'P-DIGITS-SPLIT').map(({ message }) => message)).toEqual([
      expect.stringContaining(`连作${money}`),
      expect.stringContaining(`连作${number}`),
    ]);
    // Nothing that stands on the doubtful number is called wrong or passed.
    expect(findings.filter(({ keys, severity }) => keys.includes(KEY) && severity === 'error')).toEqual([]);
    expect(checks.filter(({ keys, result, rule }) => keys.includes(KEY) && rule.endsWith('-SUM') && result === 'passed')).toEqual([]);
  });

  it('PDF, in thousands too', async () => {
    const rows = gridFour(report).map((row, y) =>
      row.map((cell, x) => (y === 3 && x === 0 ? { ...cell, text: '1,2\n34' } : y === 3 && x === 2 ? { ...cell, text: '12\n3' } : cell)),
    );
    const table = drawTable(rows, { x: 30, y: 160, widths: rows[3]!.map(() => 34), height: 30 });
    const prose = [drawProse(title, 60), drawProse('一、总体情况', 84), drawProse(titles[2]!, 108)];
    const { fact } = await examined(asPdf([together(...prose, table)]), '年报.pdf');
    expect(fact('t4.review.upheld')).toMatchObject({ value: 1234, certainty: 'doubtful', writing: 'split' });
    expect(fact('t4.review.other')).toMatchObject({ value: 123, certainty: 'doubtful', writing: 'split' });
  });

  it('full-width digits below each other are not joined silently; two numbers side by side are not joined at all', async () => {
    const page = (cell: string) => bytes(html((text) => (text === broken.get(String(number)) ? cell : text)));
    expect((await examined(page('１２<br>３'), 'a.html')).fact(KEY)).toMatchObject({ value: 123, certainty: 'doubtful', writing: 'split' });
    expect((await examined(page('12 3'), 'a.html')).fact(KEY)).toMatchObject({ value: null, certainty: 'doubtful', writing: 'text' });
    expect((await examined(page('12<br>-3'), 'a.html')).fact(KEY)).toMatchObject({ value: null, writing: 'text' });
  });
});
