// A row in which nothing is filled in is a row all the same, also where the other edition has the head of a group.
import { describe, expect, it } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { understood } from './understood.ts';

const page = layouts.find((layout) => /html?$/.test(layout.fileName))!;

/** The page with every number behind a label taken out. */
function emptied(html: string, label: string): string {
  const pattern = new RegExp(`(${label}(?:</[a-z]+>)*</td>)((?:\\s*<td[^>]*>(?:<[a-z]+[^>]*>)*[\\d.]*(?:</[a-z]+>)*</td>)+)`);
  expect(html).toMatch(pattern);
  return html.replace(pattern, (_, head: string, cells: string) => head + cells.replace(/>[\d.]+</g, '><'));
}

describe('（六）其他处理 with nothing filled in', () => {
  it('is a row of the older form: seven blank cells', async () => {
    const [report] = await understood(emptied(page.write(inventedReport('2019', 4)), '（六）其他处理'), page.fileName);
    const blank = report!.facts.filter((fact) => fact.key.startsWith('t3.r.otherHandling.'));
    expect(blank.map(({ value, writing, certainty }) => [value, writing, certainty])).toEqual(
      Array.from({ length: 7 }, () => [null, 'blank', 'sure']),
    );
  });

  it('stays the head of a group where its rows follow', async () => {
    const html = page.write(inventedReport('2021', 3));
    const head = `<tr><td colspan="3">（六）其他处理</td>${'<td></td>'.repeat(7)}</tr>`;
    const at = html.lastIndexOf('<tr', html.indexOf('1.申请人无正当理由逾期不补正'));
    const [plain] = await understood(html, page.fileName);
    const [withHead] = await understood(html.slice(0, at) + head + html.slice(at), page.fileName);
    expect(withHead!.facts.map(({ key, value }) => [key, value])).toEqual(plain!.facts.map(({ key, value }) => [key, value]));
  });
});
