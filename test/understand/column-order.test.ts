// Headers that print their columns in another order than the form's, or fewer of them: no number is placed wrongly and called sure.
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/index.ts';
import { check } from '../../src/core/index.ts';
import { compose, gridFour, gridThree, gridTwo, html, page, paragraphs, rectangle, starts } from '../invented/layouts.ts';
import type { Grid, GridCell } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import type { InventedReport } from '../invented/report.ts';
import { understood } from './understood.ts';

const report = inventedReport('2021', 11);
const HEADER_LINES = 3;
const cell = (text: string): GridCell => ({ text, colSpan: 1, rowSpan: 1 });
const plain = (grid: Grid): Grid => rectangle(grid).map((row) => row.map(cell));
const tabs = (grid: Grid): string =>
  rectangle(grid)
    .map((row) => row.join('\t'))
    .join('\n');

/** Science before business, in the header and in every row. */
const exchanged: Grid = gridThree(report).map((row, index) => {
  if (index < 2) return row;
  const moved = [...row];
  const first = index === 2 ? 0 : moved.length - 6;
  [moved[first], moved[first + 1]] = [moved[first + 1]!, moved[first]!];
  return moved;
});

async function read(three: Grid, asHtml: boolean, four: Grid = gridFour(report)): Promise<Report> {
  const table = (grid: Grid, id: 't2' | 't3' | 't4'): string => {
    const own = id === 't3' ? three : id === 't4' ? four : grid;
    return asHtml ? html(own) : tabs(own);
  };
  const text = compose(report, table);
  const [understoodReport] = await understood(asHtml ? page(report, paragraphs(text)) : text, asHtml ? '年报.html' : '年报.txt');
  return understoodReport!;
}

const wrong = ({ facts }: Report, { numbers }: InventedReport): string[] =>
  facts.filter(({ key, value, certainty }) => certainty === 'sure' && (value ?? 0) !== (numbers.get(key) ?? 0)).map(({ key }) => key);
const sure = ({ facts }: Report, table: string): number =>
  facts.filter(({ key, certainty }) => key.startsWith(table) && certainty === 'sure').length;
const doubts = (each: Report): readonly string[] =>
  check(each)
    .findings.map(({ message }) => message)
    .filter((message) => message.includes('疑似'));

describe('columns in another order than the form prints them', () => {
  it('are read where the file says which cell stands below which, also under a header of two levels', async () => {
    const understoodReport = await read(exchanged, true);
    expect(wrong(understoodReport, report)).toEqual([]);
    expect(sure(understoodReport, 't3')).toBe(175);
  });

  it('are never sure in text, and nothing is said of how they might add up', async () => {
    const understoodReport = await read(exchanged, false);
    expect(wrong(understoodReport, report)).toEqual([]);
    expect(sure(understoodReport, 't3')).toBe(0);
    expect(doubts(understoodReport)).toEqual([]);
  });

  it('are never sure in table four where words of merged cells are repeated', async () => {
    const turned = gridFour(report).map((row, index) => {
      const groups = index === 0 ? [row] : [0, 5, 10].map((start) => row.slice(start, start + 5)).filter(({ length }) => length > 0);
      return index === 1 || index === 0 ? row : groups.flatMap((group) => [group[1]!, group[0]!, ...group.slice(2)]);
    });
    const below = turned.map((row, index) => (index === 1 ? [row[1]!, row[0]!, ...row.slice(2)] : row));
    const repeated = below.map((row) => row.flatMap((each) => Array.from({ length: each.colSpan }, () => ({ ...each, colSpan: 1 }))));
    const understoodReport = await read(gridThree(report), false, repeated);
    expect(wrong(understoodReport, report)).toEqual([]);
  });

  it('are never sure where the headers of table four run on into the line of its numbers', async () => {
    const order = [2, 3, 1, 4, 0];
    const turn = (row: readonly GridCell[]): GridCell[] =>
      [0, 5, 10].flatMap((start) => (row.length > start ? order.map((at) => row[start + at]!) : []));
    const [top, middle, inner, values] = gridFour(report) as [Grid[number], Grid[number], Grid[number], Grid[number]];
    const four = [top, [...turn(middle.slice(0, 5)), ...middle.slice(5)], turn(inner), turn(values)];
    const text = compose(report, (grid, id) =>
      starts(id === 't4' ? four : grid)
        .flat()
        .join('\n'),
    );
    const [understoodReport] = await understood(text, '年报.txt');
    expect(wrong(understoodReport!, report)).toEqual([]);
  });
});

describe('columns that are missing', () => {
  const without = plain(gridThree(report)).map((row) => row.slice(0, -1));

  it.each([true, false])('leave no gap that is taken for a number (页面：%s)', async (asHtml) => {
    const understoodReport = await read(without, asHtml);
    expect(wrong(understoodReport, report)).toEqual([]);
    expect(understoodReport.facts.filter(({ key, certainty }) => /^t3\..*\.total$/.test(key) && certainty === 'sure')).toEqual([]);
  });

  it('do not turn five numbers behind the headers of table four into one of its groups', async () => {
    const values = gridFour(report)[3]!;
    const few = values.map((each, index) => (index < 10 ? each : cell('')));
    const text = compose(report, (grid, id) =>
      starts(id === 't4' ? [...grid.slice(0, 3), few.slice(0, 5)] : grid)
        .flat()
        .filter((each) => each !== '')
        .join('\n'),
    );
    const [understoodReport] = await understood(text, '年报.txt');
    expect(sure(understoodReport!, 't4')).toBe(0);
  });
});

describe('words beside the numbers', () => {
  it('are a remark behind the last column, never a number', async () => {
    const some = { ...report, numbers: new Map([...report.numbers].map(([key, value]) => [key, value])) };
    const grid = plain(gridThree(some)).map((row, index) => {
      if (index < HEADER_LINES) return [...row, cell(index === 0 ? '备注' : '')];
      // The first number is left blank, so that those behind it and the remark are as many as the form has.
      return [...row.slice(0, 3), cell(index === 5 ? '' : row[3]!.text), ...row.slice(4), cell(index === 5 ? '见说明' : '')];
    });
    const understoodReport = await read(grid, true);
    const blank = understoodReport.facts.filter(({ key, value }) => key.startsWith('t3.') && value === null);
    expect(blank).toHaveLength(1);
    expect(wrong(understoodReport, { ...report, numbers: new Map([...report.numbers, [blank[0]!.key, 0]]) })).toEqual([]);
    expect(sure(understoodReport, 't3')).toBe(175);
  });

  it('keep their place in a line set apart by spaces', async () => {
    const label = '四、结转下年度继续办理';
    const text = compose(report, (grid) =>
      starts(grid)
        .map((row) => (row[0] === label ? [label, row[1]!, '约20', ...row.slice(3)] : row).join('   '))
        .join('\n'),
    );
    const [understoodReport] = await understood(text, '年报.txt');
    const carried = understoodReport!.facts.filter(({ key }) => key.startsWith('t3.carriedOut.'));
    expect(carried.map(({ key, value, certainty }) => [value === (report.numbers.get(key) ?? null), certainty])).toEqual(
      carried.map(({ writing }) => [writing !== 'approximate', 'sure']),
    );
    expect(carried.filter(({ writing }) => writing === 'approximate')).toHaveLength(1);
  });

  it('are read with full width digits and spaces of any width', async () => {
    const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const text = compose(report, (grid, id) =>
      starts(grid)
        .map((row) => row.map((each) => (id === 't3' && /^\d+$/.test(each) ? wide(each) : each)).join('   '))
        .join('\n'),
    );
    const [understoodReport] = await understood(text, '年报.txt');
    expect(wrong(understoodReport!, report)).toEqual([]);
    expect(sure(understoodReport!, 't3')).toBe(175);
  });
});

it('a table two in the usual order is read as ever', async () => {
  const understoodReport = await read(gridThree(report), true);
  expect(sure(understoodReport, 't2')).toBe(
    gridTwo(report)
      .flat()
      .filter(({ text }) => /^[\d.]+$/.test(text)).length,
  );
});

describe('table four on its side', () => {
  const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const GROUPS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const KEYS = ['review', 'litDirect', 'litAfter'].map((group) =>
    ['upheld', 'corrected', 'other', 'pending', 'total'].map((outcome) => `t4.${group}.${outcome}`),
  );
  const number = (group: number, outcome: number): GridCell => cell(String(report.numbers.get(KEYS[group]![outcome]!)));
  const across: Grid = [
    ['结果', ...GROUPS].map(cell),
    ...OUTCOMES.map((label, outcome) => [cell(label), ...GROUPS.map((_, group) => number(group, outcome))]),
  ];
  const down: Grid = GROUPS.flatMap((name, group) =>
    OUTCOMES.map((label, outcome) => [
      ...(outcome === 0 ? [{ text: name, colSpan: 1, rowSpan: OUTCOMES.length }] : []),
      cell(label),
      number(group, outcome),
    ]),
  );

  it.each([
    ['outcomes down, groups across', across],
    ['everything down', down],
  ])('is read whole: %s', async (_, four) => {
    for (const asHtml of [true, false]) {
      const understoodReport = await read(gridThree(report), asHtml, four);
      expect(wrong(understoodReport, report)).toEqual([]);
      expect(sure(understoodReport, 't4')).toBe(15);
      expect(check(understoodReport).findings.filter(({ rule }) => rule === 'R-4-CELLS' || rule === 'S-LABEL-DUP-ROW')).toEqual([]);
    }
  });

  it('says nothing for sure where a number is gone', async () => {
    const short = across.map((row, index) => (index === 2 ? row.slice(0, -1) : row));
    expect(sure(await read(gridThree(report), false, short), 't4')).toBe(0);
  });
});

describe('rows that must not be called missing', () => {
  const lines = (change: (text: string, row: readonly string[]) => string, gap: string): string =>
    compose(report, (grid) =>
      starts(grid)
        .map((row) => row.map((each) => change(each, row)).join(gap))
        .join('\n'),
    );
  const messages = async (text: string): Promise<readonly string[]> => {
    const [understoodReport] = await understood(text, '年报.txt');
    return check(understoodReport!)
      .findings.filter(({ rule }) => /^S-(?:LABEL-MISSING-ROW|LABEL-DUP-ROW|TABLE-MISSING|TABLE-DUP)$/.test(rule))
      .map(({ message }) => message);
  };

  it.each([
    [
      'a number ends in 人',
      (text: string, row: readonly string[]) => (row.includes('2.重复申请') && text === row[row.length - 1] ? '3人' : text),
    ],
    ['zeros are written 零', (text: string) => (text === '0' ? '零' : text)],
    ['zeros are blank', (text: string) => (text === '0' ? '' : text)],
  ])('%s, spaces between the cells', async (_, change) => {
    expect(await messages(lines(change, ' '))).toEqual([]);
    expect(await messages(lines(change, '   '))).toEqual([]);
  });

  it('labels of merged cells stand in a line for each column they cover', async () => {
    const text = compose(report, (grid) =>
      grid
        .flatMap((row) =>
          row.flatMap((each) => (/[一-龥]/.test(each.text) ? Array.from({ length: each.colSpan }, () => each.text) : [each.text])),
        )
        .join('\n'),
    );
    expect(await messages(text)).toEqual([]);
  });
});
