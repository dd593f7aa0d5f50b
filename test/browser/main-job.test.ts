// The main job as a clerk does it, in both deliveries: drop reports, see the list, open one, follow a finding, come back tomorrow.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import type { InventedReport } from '../invented/report.ts';
import { DELIVERIES, open } from './harness.ts';
import type { GivenFile } from './harness.ts';

const layout = (name: string) => layouts.find((each) => each.name === name)!;

/** An invented report with one number of table three raised by `by`. */
function withMistake(key: string, by: number): InventedReport {
  const report = inventedReport('2021', 11, 40, 0.3);
  return { ...report, numbers: new Map(report.numbers).set(key, report.numbers.get(key)! + by) };
}

const sound = (seed: number, organ: string, year: number): InventedReport => ({ ...inventedReport('2021', seed, 40, 0.3), organ, year });

const files: readonly GivenFile[] = [
  { name: '水利局.txt', content: layout('制表符，合并格留空').write(withMistake('t3.r.granted.total', 3)) },
  { name: '档案局2022.html', content: layout('网页，合并单元格').write(sound(21, '云溪县档案局', 2022)) },
  { name: '档案局2023.md', content: layout('Markdown').write(sound(22, '云溪县档案局', 2023)) },
  { name: '旧格式.txt', content: layout('一格一行，中间空行').write({ ...inventedReport('2019', 5, 40, 0.3), organ: '云溪县林业局' }) },
];

const rows = (page: Page) => page.locator('section[aria-label="报告列表"] tbody tr');

/** Until the page has looked into its store: an empty list before that says nothing. */
async function untilOpened(page: Page): Promise<void> {
  await page.getByRole('link', { name: '关于' }).click();
  await page
    .locator('.about')
    .getByText(/现有 \d+ 份报告/)
    .waitFor();
  await page.getByRole('link', { name: '导入与列表' }).click();
  await page.getByRole('button', { name: '载入示例' }).waitFor();
}

async function settled(page: Page): Promise<void> {
  await page.getByText('导入结束：').waitFor({ timeout: 60_000 });
}

describe.each(DELIVERIES)('in the %s page', (delivery) => {
  it('dropped reports are listed, read, checked, shown in their place and still there after a reload', async () => {
    const { page, drop } = await open(delivery);
    await drop(files);
    await settled(page);
    await expect.poll(() => rows(page).count()).toBe(files.length);
    const listed = await page.locator('section[aria-label="报告列表"]').innerText();
    for (const organ of ['云溪县水利局', '云溪县档案局', '云溪县林业局']) expect(listed).toContain(organ);
    expect(listed).toContain('2019年版');

    await rows(page).filter({ hasText: '水利局.txt' }).getByRole('link', { name: '云溪县水利局', exact: true }).click();
    const card = page.locator('.finding', { hasText: '（一）予以公开' }).first();
    await card.waitFor();
    expect(await card.innerText()).toMatch(/相差\s*3/);
    await card.locator('.finding-title').click();
    await expect.poll(() => page.locator('.source-pane td.marked').count()).toBeGreaterThanOrEqual(7);
    const isInSight = () =>
      page
        .locator('.source-pane td.marked')
        .first()
        .evaluate((cell) => {
          const { top, bottom } = cell.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
    await expect.poll(isInSight).toBe(true);
    // The arithmetic shows printed numbers.
    const printed = inventedReport('2021', 11, 40, 0.3).numbers.get('t3.r.granted.total')! + 3;
    expect(await card.locator('.sum').innerText()).toContain(String(printed));

    await page.reload();
    await page.locator('.finding').first().waitFor();
    await page.getByRole('link', { name: '导入与列表' }).click();
    await expect.poll(() => rows(page).count()).toBe(files.length);
  });

  it('the same bytes twice are one report; deleting can be undone; clearing takes everything', async () => {
    const { page, drop } = await open(delivery);
    await drop(files.slice(0, 2));
    await settled(page);
    await drop([{ ...files[0]!, name: '同一份.txt' }]);
    await page.getByText(/重复 1/).waitFor();
    await expect.poll(() => rows(page).count()).toBe(2);
    await rows(page).filter({ hasText: '水利局.txt' }).getByRole('button', { name: /删除/ }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: '清空全部' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /清空 \d+ 份/ })
      .click();
    await expect.poll(() => rows(page).count()).toBe(0);
    await page.reload();
    await untilOpened(page);
    await expect.poll(() => rows(page).count()).toBe(0);
  });

  it('charts are drawn, with their numbers beside them', async () => {
    const { page, drop } = await open(delivery);
    await drop(files.slice(1, 3));
    await settled(page);
    await page.getByRole('link', { name: '图表' }).click();
    await page.locator('canvas').nth(1).waitFor();
    await expect
      .poll(() =>
        page.locator('canvas').evaluateAll((all) =>
          (all as HTMLCanvasElement[]).map((canvas) => {
            const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
            let inked = 0;
            for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) inked++;
            return inked > 1000;
          }),
        ),
      )
      .toEqual([true, true]);
    const text = await page.locator('main').innerText();
    const granted = sound(22, '', 2023).numbers.get('t3.r.granted.total')!;
    expect(text).toContain('2022 年');
    expect(text).toContain('2023 年');
    expect(text).toContain(String(granted));
  });

  it('what cannot be read gets one clear sentence and harms nothing else', async () => {
    const { page, drop } = await open(delivery);
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + 13) % 256);
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...noise]);
    await drop([
      { name: '空.txt', content: '' },
      { name: '乱码.dat', content: noise },
      { name: '图片.txt', content: picture },
      { name: '跨列.html', content: '<table><tr><td colspan="1000000000" rowspan="1000000000">无</td></tr></table>' },
      { name: '嵌套.html', content: '<div>'.repeat(50_000) },
      { name: '很长.txt', content: '这一行没有内容可核。\n'.repeat(1090), times: 1000 },
      files[0]!,
    ]);
    await settled(page);
    const troubled = page.locator('.job-failed');
    await expect.poll(() => troubled.count()).toBe(6);
    for (const sentence of await troubled.locator('.job-message').allInnerTexts()) {
      expect(sentence).toMatch(/^“.+”.*。.*[。；]?$/);
      expect(sentence).not.toMatch(/Error|undefined|TypeError|null/);
    }
    await expect.poll(() => rows(page).filter({ hasText: '水利局' }).count()).toBe(1);
  });

  it('examples are one click away', async () => {
    const { page } = await open(delivery);
    await page.getByRole('button', { name: '载入示例' }).click();
    await settled(page);
    await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.job-failed').count()).toBe(0);
  });

  it('pasted text is read like a file', async () => {
    const { page } = await open(delivery);
    await page.getByRole('button', { name: '粘贴' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill(layout('制表符，合并格留空').write(sound(31, '云溪县教育局', 2021)));
    await page.getByRole('dialog').getByRole('button', { name: '读取' }).click();
    await settled(page);
    await expect.poll(() => rows(page).filter({ hasText: '云溪县教育局' }).count()).toBe(1);
  });
});

const seeds = resolve(import.meta.dirname, '../../../shared/domain/seeds');

describe.skipIf(!existsSync(seeds)).each(DELIVERIES)('five published reports in the %s page', (delivery) => {
  it('are listed with what gold says of them', async () => {
    const { page, drop } = await open(delivery);
    await drop(readdirSync(seeds).map((name) => ({ name, content: readFileSync(resolve(seeds, name)) })));
    await settled(page);
    await expect.poll(() => rows(page).count()).toBe(5);
    for (const name of readdirSync(seeds)) {
      const gold = JSON.parse(readFileSync(resolve(seeds, '../seeds-gold', `${name.slice(0, 3)}.json`), 'utf8'));
      const row = await rows(page).filter({ hasText: name }).innerText();
      expect(row).toContain(String(gold.meta.reportYear));
      if (!gold.meta.orgInferred) expect(row).toContain(gold.meta.org);
      else expect(row).toContain('推断');
    }
  });
});
