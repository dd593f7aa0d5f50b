// Rows that lost a cell or got one too many, among blank ones: a number that may have slid into another column is never sure.
import { describe, expect, it } from 'vitest';
import { closedCells, compose, html, page, paragraphs, rectangle, starts } from '../invented/layouts.ts';
import type { Grid, GridCell } from '../invented/layouts.ts';
import { inventedReport, repeatable } from '../invented/report.ts';
import { understood } from './understood.ts';

type Cells = GridCell[][];
type Random = () => number;

const isNumber = (cell: GridCell): boolean => /^-?[\d.]+$/.test(cell.text);
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;
const rowOfNumbers = (grid: Cells, random: Random): GridCell[] =>
  pick(
    grid.filter((row) => row.some(isNumber)),
    random,
  );

/** Numbers disappear, their cells stay. */
const blank = (grid: Cells, random: Random, share: number): void => {
  for (const row of grid) row.forEach((cell, index) => isNumber(cell) && random() < share && (row[index] = { ...cell, text: '' }));
};
const lose = (grid: Cells, random: Random): void => {
  const row = rowOfNumbers(grid, random);
  row.splice(row.indexOf(pick(row.filter(isNumber), random)), 1);
};
const insert = (grid: Cells, random: Random): void => {
  const row = rowOfNumbers(grid, random);
  row.splice(row.indexOf(pick(row.filter(isNumber), random)), 0, { text: '', colSpan: 1, rowSpan: 1 });
};

const damages: readonly { readonly name: string; readonly apply: (grid: Cells, random: Random) => void }[] = [
  { name: '少了一格', apply: lose },
  { name: '多了一个空格子', apply: insert },
  {
    name: '四成空白，又少了一格',
    apply: (grid, random) => {
      blank(grid, random, 0.4);
      lose(grid, random);
    },
  },
  {
    name: '四成空白，又多了一格',
    apply: (grid, random) => {
      blank(grid, random, 0.4);
      insert(grid, random);
    },
  },
  {
    name: '只填总计，有一行少了一格',
    apply: (grid, random) => {
      for (const row of grid) {
        const last = row.map(isNumber).lastIndexOf(true);
        row.forEach((cell, index) => isNumber(cell) && index < last && (row[index] = { ...cell, text: '' }));
      }
      const row = rowOfNumbers(grid, random);
      const gap = row.findIndex((cell) => cell.text === '');
      if (gap >= 0) row.splice(gap, 1);
    },
  },
  {
    name: '两格并成一格',
    apply: (grid, random) => {
      const row = rowOfNumbers(grid, random);
      const at = row.findIndex((cell, index) => isNumber(cell) && row[index + 1] !== undefined);
      if (at >= 0) row.splice(at, 2, { ...row[at]!, text: `${row[at]!.text} ${row[at + 1]!.text}` });
    },
  },
  {
    name: '表头少了一格',
    apply: (grid, random) => {
      const header = pick(
        grid.filter((row) => !row.some(isNumber) && row.length > 1),
        random,
      );
      header.splice(Math.floor(random() * header.length), 1);
    },
  },
];

const joined = (rows: readonly (readonly string[])[], separator: string, end = ''): string =>
  rows.map((row) => row.join(separator) + end).join('\n');

const writers: readonly { readonly name: string; readonly fileName: string; readonly table: (grid: Grid) => string }[] = [
  { name: '制表符，留空', fileName: '年报.txt', table: (grid) => joined(rectangle(grid), '\t') },
  { name: '制表符，不留空', fileName: '年报.txt', table: (grid) => joined(starts(grid), '\t') },
  { name: '制表符，行尾一个', fileName: '年报.txt', table: (grid) => joined(starts(grid), '\t', '\t') },
  { name: '竖线', fileName: '年报.txt', table: (grid) => joined(rectangle(grid), ' | ', ' |') },
  { name: '一格一行', fileName: '年报.txt', table: (grid) => starts(grid).flat().join('\n') },
  { name: '一格一行，中间竖线', fileName: '年报.txt', table: (grid) => starts(grid).flat().join('\n|\n') },
  { name: '一格一行，格后竖线', fileName: '年报.txt', table: (grid) => closedCells(grid, false) },
  { name: '网页', fileName: '年报.html', table: html },
];

describe.each(writers)('$name', ({ fileName, table }) => {
  it.each(damages)('$name', async ({ apply }) => {
    for (const edition of ['2021', '2019'] as const) {
      const invented = inventedReport(edition, 7);
      const numbers = new Map([...invented.numbers.keys()].map((key, index) => [key, 2001 + index]));
      for (const target of ['t2', 't3', 't4'] as const) {
        const random = repeatable(target.charCodeAt(1) * 131);
        const text = compose({ ...invented, numbers }, (grid, id) => {
          const cells = grid.map((row) => [...row]);
          if (id === target) apply(cells, random);
          return table(cells);
        });
        const content = fileName.endsWith('html') ? page(invented, paragraphs(text)) : text;
        const [report] = await understood(content, fileName);
        const wrong = report!.facts.filter(
          (fact) => fact.certainty === 'sure' && fact.value !== null && fact.value !== numbers.get(fact.key),
        );
        expect(wrong.map((fact) => `${fact.key}: ${numbers.get(fact.key)} → ${fact.value}`)).toEqual([]);
      }
    }
  });
});
