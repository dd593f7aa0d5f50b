// One invented report of usual length in the markup of word processors, spreadsheets and pages, for measuring readers side by side.
import { gridFour, gridThree, gridTwo, rectangle, titleOf } from '../invented/layouts.ts';
import type { Grid, GridCell } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { docxEntries, p, pack, tbl } from '../read/packing.ts';
import { columnName, FRAMED, xlsx } from '../read/workbooks.ts';

const report = inventedReport('2021', 7);
const title = titleOf(report);
const grids = [gridTwo(report), gridThree(report), gridFour(report)];
const SENTENCES = [
  '云溪县水利局按照上级部署，稳步做好政府信息公开各项工作，及时回应公众关切。',
  '全年通过局网站发布水利工程、防汛抗旱、河湖管理等方面的信息，并做好栏目的日常维护。',
  '依法办理公众提出的申请，做到件件有登记、按时有答复，没有超过期限的情形。',
  '严格执行发布审核制度，定期检查网站内容，发现错别字和失效链接及时改正。',
];
const prose = Array.from({ length: 24 }, (_, i) => `（${i + 1}）${SENTENCES.map((_each, at) => SENTENCES[(i + at) % 4]).join('')}`);

/** The grid with a place for what each merged cell goes on with below. */
function rowsOf(grid: Grid): (GridCell & { readonly goesOn: boolean })[][] {
  const open: { cell: GridCell; left: number }[] = [];
  return grid.map((row) => {
    const waiting = row.slice();
    const cells: (GridCell & { goesOn: boolean })[] = [];
    for (let x = 0; waiting.length > 0 || (open[x]?.left ?? 0) > 0; ) {
      const above = open[x];
      const cell = above && above.left > 0 ? above.cell : waiting.shift();
      if (cell === undefined) break;
      const goesOn = cell === above?.cell && above.left > 0;
      open[x] = { cell, left: goesOn ? above.left - 1 : cell.rowSpan - 1 };
      cells.push({ ...cell, goesOn });
      x += cell.colSpan;
    }
    return cells;
  });
}

/** The report as docx. */
export function wordDocument(): Uint8Array {
  const fonts =
    '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:color w:val="000000"/><w:sz w:val="21"/><w:szCs w:val="21"/>';
  const format = '<w:widowControl/><w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="auto"/><w:jc w:val="center"/>';
  const run = (text: string) => `<w:r><w:rPr>${fonts}</w:rPr><w:t>${text}</w:t></w:r>`;
  const table = (grid: Grid) =>
    tbl(
      rowsOf(grid).map((row) =>
        row.map((cell) => {
          const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '';
          const merge = cell.rowSpan > 1 ? (cell.goesOn ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>') : '';
          const content = `<w:p><w:pPr>${format}</w:pPr>${cell.goesOn ? '' : run(cell.text)}</w:p>`;
          return [content, `<w:tcW w:w="900" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/>`] as const;
        }),
      ),
    ).replace('<w:tbl>', `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(rectangle(grid)[0]?.length ?? 0)}</w:tblGrid>`);
  const text = prose.map((each) => `<w:p><w:pPr><w:ind w:firstLine="420"/>${format}</w:pPr>${run(each)}</w:p>`);
  const body = p(title) + text.slice(0, 16).join('') + grids.map((grid) => p('表') + table(grid)).join('') + text.slice(16).join('');
  // Other readers want to be told what each part is.
  const kinds = ['document.main', 'styles', 'numbering'].map(
    (kind) =>
      `<Override PartName="/word/${kind.replace('.main', '')}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  );
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kinds.join('')}</Types>`;
  return pack(docxEntries(body).map((entry) => (entry.path === '[Content_Types].xml' ? { ...entry, data: types } : entry)));
}

/** The report as xlsx, one sheet. */
export function workbook(): Uint8Array {
  const rows: (readonly (string | number | null | readonly [string | number | null, number])[])[] = [
    [title],
    ...prose.map((each) => [each]),
  ];
  const merges: string[] = [];
  for (const grid of grids) {
    for (const row of rowsOf(grid)) {
      const cells: (readonly [string | number | null, number])[] = [];
      for (const { text, colSpan, rowSpan, goesOn } of row) {
        if (!goesOn && colSpan * rowSpan > 1) {
          merges.push(`${columnName(cells.length)}${rows.length + 1}:${columnName(cells.length + colSpan - 1)}${rows.length + rowSpan}`);
        }
        const value = goesOn ? null : /^\d+$/.test(text) ? Number(text) : text;
        cells.push(/^\d+$/.test(text) ? [value, 2] : [value, 1]);
        for (let i = 1; i < colSpan; i++) cells.push([null, 1]);
      }
      rows.push(cells);
    }
  }
  return xlsx({ looks: [FRAMED, { format: '#,##0', framed: true }], sheets: [{ rows, merges }] });
}

/** The report as a page. */
export function page(): string {
  const cell = ({ text, colSpan, rowSpan }: GridCell) =>
    `<td${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''} style="border:solid windowtext 1.0pt;padding:0cm 5.4pt" valign="center"><p class="MsoNormal" align="center" style="text-align:center"><span style="font-family:宋体;font-size:10.5pt" lang="EN-US">${text}</span></p></td>`;
  const table = (grid: Grid) =>
    `<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0">\n<tbody>\n${grid.map((row) => `<tr>\n${row.map(cell).join('\n')}\n</tr>`).join('\n')}\n</tbody></table>`;
  const text = prose.map((each) => `<p class="MsoNormal" style="text-indent:21pt"><span style="font-family:宋体">${each}</span></p>`);
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${text.slice(0, 16).join('\n')}\n${grids.map(table).join('\n<p>&nbsp;</p>\n')}\n${text.slice(16).join('\n')}\n</body></html>`;
}
