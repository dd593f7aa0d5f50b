// What other programs put on the clipboard, pasted as people do it: the facts are those of the report it was copied from.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { DELIVERIES, open, scratchFolder } from './harness.ts';
import { keptInPage } from './kept-in-page.ts';

const report = { ...inventedReport('2021', 77, 40, 0.3), organ: '云溪县司法局', year: 2023 };
const write = (name: string): string => layouts.find((layout) => layout.name === name)!.write(report);
const page1 = write('网页，合并单元格');
/** Key and number of every cell, as it was invented. */
const truth = [...report.numbers].map(([key, value]) => `${key} ${value} sure`).sort();

async function pastedFacts(page: Page): Promise<readonly string[]> {
  await page.getByText('导入结束：').waitFor({ timeout: 60_000 });
  const [file] = await keptInPage(page);
  expect(file!.failure).toBeNull();
  return file!.reports[0]!.facts.filter((fact) => !fact.includes(' null '));
}

/** Puts html and text on the clipboard of the page as a program would, and pastes. */
async function paste(page: Page, data: Readonly<Record<string, string>>, picture = false): Promise<void> {
  await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
  await page.evaluate(
    ({ given, withPicture }) => {
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(given)) transfer.setData(type, text);
      if (withPicture) {
        const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
        transfer.items.add(new File([png], 'image.png', { type: 'image/png' }));
      }
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    },
    { given: data, withPicture: picture },
  );
}

const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(page1)?.[1] ?? page1;

/** The same report in the dress of each program. */
const FLAVOURS: Readonly<Record<string, string>> = {
  'Excel: markers, classes of its own, a row for misaligned columns': `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\@";}--></style></head><body link=blue><!--StartFragment-->${body.replace(
    /<td/g,
    '<td class=xl65 x:num style=\'border-left:none;mso-number-format:"\\@"\'',
  )}<!--EndFragment--></body></html>`,
  'LibreOffice: sdval, colgroup, fonts': `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice"/><style type="text/css">body,div,table,td,p { font-family:"Liberation Sans"; font-size:x-small }</style></head><body>${body
    .replace(/<table[^>]*>/g, '<table cellspacing="0" border="0"><colgroup width="85"></colgroup>')
    .replace(
      /(<td[^>]*)>(\d+)</g,
      '$1 align="right" valign=bottom sdval="$2" sdnum="2052;"><font face="宋体" size=3>$2</font><',
    )}</body></html>`,
  'Word: conditional comments, empty paragraphs of the office': `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head><body lang=ZH-CN><!--StartFragment-->${body.replace(
    /(<td[^>]*>)([^<]*)(<\/td>)/g,
    "$1<p class=MsoNormal align=center><span lang=EN-US style='font-size:9.0pt;mso-bidi-font-size:10.5pt'>$2<o:p></o:p></span></p>$3",
  )}<!--EndFragment--></body></html>`,
};

describe.each(DELIVERIES)('in the %s page', (delivery) => {
  it('a report copied in one page with Ctrl+A, Ctrl+C and pasted with Ctrl+V, anywhere and in the box', async () => {
    const file = path.join(await scratchFolder(), 'source.html');
    await writeFile(file, page1);
    const { page } = await open(delivery, { tolerate: [/^request: file:.*source\.html/] });
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
    const source = await page.context().newPage();
    await source.goto(pathToFileURL(file).href);
    await source.keyboard.press('Control+A');
    await source.keyboard.press('Control+C');
    await source.close();
    await page.bringToFront();
    await page.keyboard.press('Control+V');
    expect(await pastedFacts(page)).toEqual(truth);

    await page.getByRole('button', { name: '不再显示' }).click();
    await page.getByRole('button', { name: '粘贴', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').press('Control+V');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('导入结束：').waitFor();
    const kept = await keptInPage(page);
    for (const { reports } of kept) expect(reports[0]!.facts).toEqual(kept[0]!.reports[0]!.facts);
  });

  it.each(Object.entries(FLAVOURS))('%s', async (_, html) => {
    const { page } = await open(delivery);
    // Spreadsheets put a picture and the text beside it.
    await paste(page, { 'text/html': html, 'text/plain': '只有文字' }, true);
    expect(await pastedFacts(page)).toEqual(truth);
  });

  it('plain text, where there is nothing better', async () => {
    const { page } = await open(delivery);
    await paste(page, { 'text/plain': write('制表符，合并格留空') });
    expect(await pastedFacts(page)).toEqual(truth);
  });

  it('a picture says that it is one and cannot be read', async () => {
    const { page } = await open(delivery);
    await paste(page, { 'text/html': '<meta charset="utf-8"><img src="https://example.invalid/a.png">' }, true);
    await page.getByText('导入结束：').waitFor();
    const row = page.locator('section[aria-label="报告列表"] tbody tr');
    await row.waitFor();
    expect(await row.innerText()).toMatch(/粘贴的图片.*是图片|粘贴的图片.*图片/s);
  });
});
