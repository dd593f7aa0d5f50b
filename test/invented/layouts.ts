// Writes an invented report in the layouts met in the wild: what separates cells, what becomes of merged cells, where lines break.
import { editionById } from '../../src/core/form/index.ts';
import type { InventedReport } from './report.ts';

export interface GridCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}
export type Grid = readonly (readonly GridCell[])[];

const cell = (text: string, colSpan = 1, rowSpan = 1): GridCell => ({ text, colSpan, rowSpan });
const print = (report: InventedReport, key: string): string => String(report.numbers.get(key) ?? '');

const tableForms = (report: InventedReport) => editionById(report.edition).tables;

/** Table two as the official form draws it, four columns wide. */
export function gridTwo(report: InventedReport): Grid {
  const rows: GridCell[][] = [];
  for (const block of tableForms(report)[0]!.blocks) {
    rows.push([cell(block.caption!, 4)]);
    const width = block.columns.length;
    const last = 4 - width;
    rows.push([cell(block.corner!), ...block.columns.map((column, index) => cell(column.label, index === width - 1 ? last : 1))]);
    for (const row of block.rows) {
      rows.push([
        cell(row.label),
        ...block.columns.map((column, index) => cell(print(report, `${row.key}.${column.key}`), index === width - 1 ? last : 1)),
      ]);
    }
  }
  return rows;
}

/** Table three as the official form draws it, ten columns wide. */
export function gridThree(report: InventedReport): Grid {
  const block = tableForms(report)[1]!.blocks[0]!;
  const rows: GridCell[][] = [
    [cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), cell('申请人情况', 7)],
    [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
    block.columns.slice(1, 6).map((column) => cell(column.label)),
  ];
  const values = block.rows.filter((row) => row.values);
  const opened = new Set<string>();
  for (const row of values) {
    const cells: GridCell[] = [];
    row.path.forEach((label, depth) => {
      const path = row.path.slice(0, depth + 1).join('/');
      if (opened.has(path)) return;
      opened.add(path);
      cells.push(cell(label, 1, values.filter((each) => each.path.slice(0, depth + 1).join('/') === path).length));
    });
    cells.push(cell(row.label, 3 - row.path.length));
    for (const column of block.columns) cells.push(cell(print(report, `${row.key}.${column.key}`)));
    rows.push(cells);
  }
  return rows;
}

/** Table four as the official form draws it, fifteen columns wide. */
export function gridFour(report: InventedReport): Grid {
  const columns = tableForms(report)[2]!.blocks[0]!.columns;
  return [
    [cell('行政复议', 5), cell('行政诉讼', 10)],
    [...columns.slice(0, 5).map((column) => cell(column.label, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
    columns.slice(5).map((column) => cell(column.label)),
    columns.map((column) => cell(print(report, `t4.${column.key}`))),
  ];
}

/** Full rectangle: the text of a merged cell in its first place, '' in the others. */
export function rectangle(grid: Grid): string[][] {
  const out: string[][] = grid.map(() => []);
  grid.forEach((row, r) => {
    let c = 0;
    for (const each of row) {
      while (out[r]![c] !== undefined) c++;
      for (let i = 0; i < each.rowSpan; i++) for (let j = 0; j < each.colSpan; j++) out[r + i]![c + j] = i + j === 0 ? each.text : '';
      c += each.colSpan;
    }
  });
  return out;
}

/** Only the cells that start in a row, merged ones without their gaps. */
export const starts = (grid: Grid): string[][] => grid.map((row) => row.map((each) => each.text));

const PROSE = (report: InventedReport) => ({
  s1: [
    `${report.year}年，云溪县水利局按照上级部署，稳步做好政府信息公开工作。`,
    '（一）主动公开情况。全年通过局网站发布各类水利信息。',
    '（二）依申请公开情况。依法办理公众提出的申请。',
    '（三）政府信息管理情况。严格执行发布审核制度。',
    '（四）平台建设情况。做好网站栏目的日常维护。',
    '（五）监督保障情况。将公开工作纳入年度考核。',
  ],
  s5: ['主要问题是栏目更新不够及时。下一步将改进栏目更新机制，提高公开质量。'],
  s6: ['本年度未收取信息处理费，没有其他需要报告的事项。'],
});

const TITLES = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

export const titleOf = (report: InventedReport): string => `${report.organ}${report.year}年政府信息公开工作年度报告`;

/** The whole report with its tables written by `table`. */
export function compose(
  report: InventedReport,
  table: (grid: Grid, id: 't2' | 't3' | 't4') => string,
  heading = (text: string) => text,
  gap = '\n\n',
): string {
  const prose = PROSE(report);
  return [
    heading(titleOf(report)),
    heading(TITLES[0]!),
    ...prose.s1,
    heading(TITLES[1]!),
    table(gridTwo(report), 't2'),
    heading(TITLES[2]!),
    table(gridThree(report), 't3'),
    heading(TITLES[3]!),
    table(gridFour(report), 't4'),
    heading(TITLES[4]!),
    ...prose.s5,
    heading(TITLES[5]!),
    ...prose.s6,
  ].join(gap);
}

const withSeparator =
  (separator: string, trailing = '') =>
  (grid: Grid) =>
    rectangle(grid)
      .map((row) => row.join(separator) + trailing)
      .join('\n');

export const html = (grid: Grid): string =>
  `<table border="1">${grid
    .map(
      (row) =>
        `<tr>${row
          .map((each) => {
            const spans = `${each.colSpan > 1 ? ` colspan="${each.colSpan}"` : ''}${each.rowSpan > 1 ? ` rowspan="${each.rowSpan}"` : ''}`;
            return `<td${spans}><p>${each.text === '' ? '&nbsp;' : each.text}</p></td>`;
          })
          .join('')}</tr>`,
    )
    .join('')}</table>`;

export const page = (report: InventedReport, body: string): string =>
  `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${titleOf(report)}</title></head><body>${body}</body></html>`;

export const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((part) => (part.startsWith('<') ? part : `<p>${part}</p>`))
    .join('\n');

/** The text of a merged cell repeated in every cell it covers. */
function repeated(grid: Grid): string[][] {
  const out: string[][] = grid.map(() => []);
  grid.forEach((row, r) => {
    let c = 0;
    for (const each of row) {
      while (out[r]![c] !== undefined) c++;
      for (let i = 0; i < each.rowSpan; i++) for (let j = 0; j < each.colSpan; j++) out[r + i]![c + j] = each.text;
      c += each.colSpan;
    }
  });
  return out;
}

/** Header cells that should span rows do not, blanks stand below them. */
const flatHeader = (grid: Grid): Grid =>
  grid.map((row, index) => {
    if (index > 2 || grid.length < 4 || row.length < 2) return row;
    return row.map((each) => (each.rowSpan === 2 ? { ...each, rowSpan: 1 } : each));
  });

function withHeaderBlanks(grid: Grid, id: 't2' | 't3' | 't4'): Grid {
  if (id === 't2') return grid;
  const blank = (count: number): GridCell[] => Array.from({ length: count }, () => cell(''));
  return flatHeader(grid).map((row, index) => {
    if (index !== 2) return row;
    return id === 't3' ? [...blank(1), ...row, ...blank(1)] : [...blank(5), ...row];
  });
}

/** One cell a line, each closed by a pipe; a merged cell leaves its gaps, as pipes, at the end of the row. */
export function closedCells(grid: Grid, gaps: boolean, before = ''): string {
  const width = rectangle(grid)[0]!.length;
  const line = (row: readonly string[]): string =>
    before +
    row.map((text) => (text === '' ? '|' : `${text} |`)).join('\n') +
    (gaps && row.length < width ? `\n${'|'.repeat(width - row.length)}` : '');
  return starts(grid).map(line).join('\n');
}

export interface Layout {
  readonly name: string;
  readonly fileName: string;
  readonly write: (report: InventedReport) => string;
}

/** Every layout; each must give the same facts. */
export const layouts: readonly Layout[] = [
  { name: '制表符，合并格留空', fileName: '年报.txt', write: (report) => compose(report, withSeparator('\t')) },
  {
    name: '制表符，标签之后一个空格，行尾再一个',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid, id) =>
        id === 't3'
          ? grid
              .map((row, index) => row.map((each, at) => each.text + (index > 2 && at === row.length - 8 ? '\t' : '')).join('\t') + '\t')
              .join('\n')
          : withSeparator('\t')(grid),
      ),
  },
  {
    name: '竖线，行尾带竖线',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        starts(grid)
          .map((row) => `${row.join('  | ')}  | ||`)
          .join('\n'),
      ),
  },
  {
    name: '竖线，紧凑',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        rectangle(grid)
          .map((row) => `${row.join(' | ')} |`)
          .join('\n'),
      ),
  },
  {
    name: '竖线，行首也有',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        rectangle(grid)
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n'),
      ),
  },
  {
    name: 'Markdown',
    fileName: '年报.md',
    write: (report) =>
      compose(
        report,
        (grid) => {
          const rows = rectangle(grid).map((row) => `| ${row.join(' | ')} |`);
          return [rows[0], `|${'---|'.repeat(rectangle(grid)[0]!.length)}`, ...rows.slice(1)].join('\n');
        },
        (text) => `## ${text}`,
      ),
  },
  { name: '一格一行', fileName: '年报.txt', write: (report) => compose(report, (grid) => starts(grid).flat().join('\n')) },
  { name: '一格一行，中间空行', fileName: '年报.txt', write: (report) => compose(report, (grid) => starts(grid).flat().join('\n\n')) },
  { name: '一格一行，中间一条竖线', fileName: '年报.txt', write: (report) => compose(report, (grid) => starts(grid).flat().join('\n|\n')) },
  {
    name: '一格一行，表头断成两行',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        starts(grid)
          .flat()
          .flatMap((text) => (/^(?:商业企业|科研机构|尚未审结|结果维持)$/.test(text) ? [text.slice(0, 2), text.slice(2)] : [text]))
          .join('\n\n'),
      ),
  },
  {
    name: '空格对齐，标签与数字同行',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        starts(grid)
          .map((row) => row.join('   '))
          .join('\n'),
      ),
  },
  {
    name: '制表符，表三分页断开',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid, id) => {
        const rows = rectangle(grid).map((row) => row.join('\t'));
        return id === 't3' ? [...rows.slice(0, 9), '', ...rows.slice(9)].join('\n') : rows.join('\n');
      }),
  },
  {
    name: '网页，合并单元格',
    fileName: '年报.html',
    write: (report) =>
      `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${titleOf(report)}</title></head><body><div>首页 &gt; 政务公开</div>${compose(
        report,
        html,
        (text) => `<h2>${text}</h2>`,
      )
        .split('\n\n')
        .map((part) => (part.startsWith('<') ? part : `<p>${part}</p>`))
        .join('\n')}</body></html>`,
  },
  {
    name: '网页，没有合并，补空格',
    fileName: '年报.html',
    write: (report) =>
      `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"></head><body>${compose(
        report,
        (grid) => html(rectangle(grid).map((row) => row.map((text) => cell(text)))),
        (text) => `<p><b>${text}</b></p>`,
      )
        .split('\n\n')
        .map((part) => (part.startsWith('<') ? part : `<p>${part}</p>`))
        .join('\n')}</body></html>`,
  },
  {
    name: '网页，表头不跨行，下面补空格',
    fileName: '年报.html',
    write: (report) => page(report, paragraphs(compose(report, (grid, id) => html(withHeaderBlanks(grid, id))))),
  },
  {
    name: '网页，合并格拆开，文字逐行重复',
    fileName: '年报.html',
    write: (report) =>
      page(
        report,
        paragraphs(
          compose(report, (grid, id) =>
            // Only the labels at the left are repeated: a number repeated would be another table.
            html(
              id === 't3'
                ? repeated(grid.map((row) => row.map((each) => ({ ...each, colSpan: each.colSpan })))).map((row) =>
                    row.map((text) => cell(text)),
                  )
                : grid,
            ),
          ),
        ),
      ),
  },
  {
    name: '网页，整篇在一张表里',
    fileName: '年报.html',
    write: (report) =>
      page(
        report,
        `<table><tr><td>${titleOf(report)}</td></tr><tr><td>发布时间：${report.year + 1}-01-20</td></tr><tr><td>${paragraphs(
          compose(report, (grid) => html(grid)),
        )}</td></tr></table>`,
      ),
  },
  {
    name: '网页，标签前有序号列',
    fileName: '年报.html',
    write: (report) =>
      page(
        report,
        paragraphs(
          compose(report, (grid, id) =>
            html(
              id === 't3'
                ? grid.map((row, index) =>
                    index < 3 ? [...(index === 0 ? [cell('序号', 1, 3)] : []), ...row] : [cell(String(index - 2)), ...row],
                  )
                : grid,
            ),
          ),
        ),
      ),
  },
  {
    name: '制表符，续表重复表头',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid, id) => {
        const rows = rectangle(grid).map((row) => row.join('\t'));
        return id === 't3' ? [...rows.slice(0, 12), '', ...rows.slice(0, 3), ...rows.slice(12)].join('\n') : rows.join('\n');
      }),
  },
  {
    name: '一格一行，格后一条竖线，合并格的空处在行尾',
    fileName: '年报.txt',
    write: (report) => compose(report, (grid) => closedCells(grid, true)),
  },
  {
    name: '一格一行，格后一条竖线，行首另有一条',
    fileName: '年报.txt',
    write: (report) => compose(report, (grid) => closedCells(grid, false, '|\n')),
  },
  {
    name: '电子表格粘贴，多行的格子带引号',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        rectangle(grid)
          .map((row) =>
            row.map((text) => (/^[\u4e00-\u9fff]{4,6}$/.test(text) ? `"${text.slice(0, 2)}\n${text.slice(2)}"` : text)).join('\t'),
          )
          .join('\n'),
      ),
  },
  {
    name: '制表符，合并格的文字和数字逐列重复',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        repeated(grid)
          .map((row) => row.join('\t'))
          .join('\n'),
      ),
  },
  {
    name: '网页，合并全部丢失',
    fileName: '年报.html',
    write: (report) =>
      page(report, paragraphs(compose(report, (grid) => html(grid.map((row) => row.map((each) => cell(each.text, 1, each.rowSpan))))))),
  },
  {
    name: '空格分开，格间只有一个空格',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        starts(grid)
          .map((row) => row.join(' '))
          .join('\n'),
      ),
  },
  {
    name: '制表符，标签带注号、单位和说明',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid) =>
        withSeparator('\t')(
          grid.map((row) =>
            row.map((each) => ({
              ...each,
              text: /新收|^行政许可$/.test(each.text)
                ? `${each.text}①`
                : /结转/.test(each.text)
                  ? `${each.text}（件）`
                  : each.text === '规章'
                    ? '规章（设区的市、自治州填写）'
                    : each.text,
            })),
          ),
        ),
      ),
  },
  {
    name: '制表符，表四一组一行',
    fileName: '年报.txt',
    write: (report) =>
      compose(report, (grid, id) => {
        if (id !== 't4') return withSeparator('\t')(grid);
        const values = grid[3]!;
        return ['复议诉讼情况', '行政复议', '未经复议直接起诉', '复议后起诉']
          .map((label, index) =>
            [label, ...(index === 0 ? grid[1]!.slice(0, 5) : values.slice(index * 5 - 5, index * 5)).map((each) => each.text)].join('\t'),
          )
          .join('\n');
      }),
  },
];
