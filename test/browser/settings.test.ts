// A person's say, in both deliveries: settings that change stored results, findings that are dismissed and come back, a clearing taken back.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { DELIVERIES, browserVersion, open } from './harness.ts';
import type { GivenFile, Gouji } from './harness.ts';
import { savedFile } from './saved-file.ts';

const layout = (name: string) => layouts.find((each) => each.name === name)!;

/** A check in the background starts a moment after the last change, and its worker takes a while to come. */
const PATIENCE = { timeout: 60_000 };

/** One report whose （一）予以公开 does not add up, by so much, as a file of that kind. */
function withMistake(name: string, layoutName: string, by: number): GivenFile {
  const report = inventedReport('2021', 11, 40, 0.3);
  const key = 't3.r.granted.total';
  const numbers = new Map(report.numbers).set(key, report.numbers.get(key)! + by);
  return { name, content: layout(layoutName).write({ ...report, numbers }) };
}
const draft = withMistake('初稿.txt', '制表符，合并格留空', 3);

const rows = (page: Page) => page.locator('section[aria-label="报告列表"] tbody tr');
const errors = async (page: Page, name: string) =>
  Number(
    await rows(page)
      .filter({ hasText: name })
      .locator('td[data-name="错误"]')
      .innerText()
      .catch(() => '-1'),
  );

async function take({ page, drop }: Gouji, files: readonly GivenFile[]): Promise<void> {
  await drop(files);
  await page.getByText('导入结束：').waitFor({ timeout: 60_000 });
  await expect.poll(() => rows(page).filter({ hasText: files[0]!.name }).count()).toBe(1);
}

async function visit(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name }).click();
}

async function faults(page: Page): Promise<readonly string[]> {
  // Of what is in order it need not write down every place.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Dismisses the first card of the open report. */
async function dismissFirst(page: Page, kind: string, reason: string): Promise<void> {
  await page
    .locator('.finding-error')
    .first()
    .getByRole('button', { name: /^处理：/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(kind).check();
  await dialog.getByRole('textbox').fill(reason);
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
}

describe.each(DELIVERIES)('in the %s page', (delivery) => {
  it('settings change what stored reports say, without their files, and are kept', async () => {
    const gouji = await open(delivery);
    const { page } = gouji;
    await take(gouji, [draft]);
    const before = await errors(page, '初稿');
    expect(before).toBeGreaterThan(0);

    await visit(page, '设置');
    await page.locator('.setting-family summary', { hasText: '表格数据' }).click();
    await page.getByRole('button', { name: '全部停用' }).click();
    await visit(page, '导入与列表');
    await expect.poll(() => errors(page, '初稿'), PATIENCE).toBe(0);
    await page.reload();
    await expect.poll(() => errors(page, '初稿'), PATIENCE).toBe(0);

    await visit(page, '设置');
    await page.getByRole('button', { name: '全部恢复默认' }).click();
    await visit(page, '导入与列表');
    await expect.poll(() => errors(page, '初稿'), PATIENCE).toBe(before);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => errors(page, '初稿'), PATIENCE).toBe(0);
  });

  it('settings go to a file and come back; bad lines of a list are named', async () => {
    const { page, choose } = await open(delivery, { hash: '#/settings' });
    const words = page.getByRole('textbox', { name: '自己的错别字' });
    await words.fill('复义->复议\n没有箭头');
    await page.getByText('第 2 行“没有箭头”').waitFor();
    await page.getByRole('button', { name: '只保存能采用的 1 条' }).click();
    await page.getByText('现有 1 项不同于默认').waitFor();
    expect(await words.inputValue()).toBe('复义→复议\n没有箭头');
    const saved = await savedFile(page, () => page.getByRole('button', { name: '导出设置' }).click());
    expect(saved.name).toMatch(/^勾稽设置-\d{4}-\d\d-\d\d\.json$/);
    await page.getByRole('button', { name: '全部恢复默认' }).click();
    await page.getByText('现在全部是默认设置').waitFor();
    await choose([{ name: '设置.json', content: saved.content }], '[data-testid=pick-settings]');
    await page.getByText('现有 1 项不同于默认').waitFor();
    await choose([{ name: '别的.json', content: '{}' }], '[data-testid=pick-settings]');
    await page.getByText('“别的.json”没有导入').waitFor();
  });

  it('what is dismissed stays so after a reload and in the next file, is not 通过, and comes back', async () => {
    const gouji = await open(delivery);
    const { page } = gouji;
    await take(gouji, [draft]);
    await rows(page).first().getByRole('link', { name: '云溪县水利局', exact: true }).click();
    await page.locator('.finding-error').first().waitFor();
    const cards = await page.locator('.finding-error').count();
    for (let left = cards; left > 0; left -= 1) {
      await dismissFirst(page, '误报', '原件如此');
      await expect.poll(() => page.locator('.finding-error').count()).toBe(left - 1);
    }
    await page.reload();
    await page.locator('.dismiss-bar').waitFor();
    await expect.poll(() => page.locator('.finding-error').count()).toBe(0);
    await visit(page, '导入与列表');
    await expect.poll(() => rows(page).first().locator('.badge').first().innerText()).toMatch(/有错误（已处理 \d+）|有警告/);
    expect(await rows(page).first().innerText()).toContain('已处理');

    // Handed in again as another file with the same numbers, and with another number.
    await take(gouji, [withMistake('再报.html', '网页，合并单元格', 3)]);
    await expect.poll(() => errors(page, '再报'), PATIENCE).toBe(0);
    await take(gouji, [withMistake('三报.html', '网页，合并单元格', 4)]);
    await expect.poll(() => errors(page, '三报'), PATIENCE).toBeGreaterThan(0);
    await rows(page).filter({ hasText: '再报' }).getByRole('link', { name: '云溪县水利局', exact: true }).click();
    await page.getByRole('button', { name: '显示已处理的' }).click();
    await page
      .getByText(/在文件“初稿\.txt”里作的处理/)
      .first()
      .waitFor();

    await visit(page, '已处理');
    await page.getByRole('checkbox', { name: '选择列出的全部记录' }).check();
    await page.getByRole('button', { name: /恢复所选/ }).click();
    await page.getByText('还没有处理过问题').waitFor();
    await visit(page, '导入与列表');
    await expect.poll(() => errors(page, '初稿')).toBe(cards);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => errors(page, '初稿')).toBe(0);
  });

  it('the same rule in many reports is dismissed at once, after the number was confirmed', async () => {
    const gouji = await open(delivery);
    const { page } = gouji;
    const other = inventedReport('2021', 12, 40, 0.3);
    const key = 't3.r.granted.total';
    const numbers = new Map(other.numbers).set(key, other.numbers.get(key)! + 5);
    await take(gouji, [
      draft,
      { name: '另一份.txt', content: layout('制表符，合并格留空').write({ ...other, organ: '云溪县档案局', numbers }) },
    ]);
    await page.getByRole('checkbox', { name: '选择本页全部' }).check();
    await page.getByRole('button', { name: '处理同类问题' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption('R-3-ROW-SUM');
    await dialog.getByLabel('暂不处理').check();
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText(/将把 \d+ 项问题（2 份报告）/).waitFor();
    await dialog.getByRole('button', { name: /^确定处理 \d+ 项/ }).click();
    await page.getByText(/已将 \d+ 项问题标为“暂不处理”/).waitFor();
    await visit(page, '已处理');
    await expect.poll(() => page.locator('table.records tbody tr').count()).toBeGreaterThanOrEqual(2);
  });

  it('clearing everything can be taken back for a moment, and is final once the page is left', async () => {
    const gouji = await open(delivery);
    const { page } = gouji;
    await take(gouji, [draft]);
    const clear = async () => {
      await page.getByRole('button', { name: '清空全部' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /清空 \d+ 份/ })
        .click();
      await expect.poll(() => rows(page).count()).toBe(0);
    };
    await clear();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    await clear();
    await page.reload();
    await page.getByRole('button', { name: '载入示例' }).waitFor();
    await expect.poll(() => rows(page).count()).toBe(0);
  });
});

// Both deliveries have the same markup. One page a test: each is work for seconds.
it.skipIf(browserVersion() < 100).each(['报告', '未核验', '已处理', '设置'])(
  'the page %s has no fault of accessibility, where something was dismissed',
  async (name) => {
    const gouji = await open('hosted');
    const { page } = gouji;
    await take(gouji, [draft]);
    await rows(page).first().getByRole('link', { name: '云溪县水利局', exact: true }).click();
    await page.locator('.finding-error').first().waitFor();
    await dismissFirst(page, '误报', '原件如此');
    if (name !== '报告') await visit(page, name);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (name === '设置') await page.locator('.setting-family summary', { hasText: '表格数据' }).click();
    expect(await faults(page)).toEqual([]);
  },
);
