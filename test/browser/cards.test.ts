// The cards of a report: what has one cause is one card with the likeliest cell; keys step from card to card; hints are folded.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import type { InventedReport } from '../invented/report.ts';
import { DELIVERIES, open } from './harness.ts';

const layout = layouts.find(({ name }) => name === '制表符，合并格留空')!;

/** An invented report in which some cells have other numbers, and what the first of them should be. */
function withMistakes(changes: Readonly<Record<string, (printed: number) => number>>): InventedReport {
  const report = inventedReport('2021', 11, 40, 0.3);
  const numbers = new Map(report.numbers);
  for (const [key, change] of Object.entries(changes)) numbers.set(key, change(numbers.get(key)!));
  return { ...report, numbers };
}

async function opened(page: Page): Promise<void> {
  await page.getByText('导入结束：').waitFor({ timeout: 60_000 });
  await page.locator('section[aria-label="报告列表"] tbody tr a').first().click();
  await page.locator('.finding').first().waitFor();
}

const selected = (page: Page): Promise<string> => page.locator('.finding.selected .finding-title').innerText();

describe.each(DELIVERIES)('cards in the %s page', (delivery) => {
  it('one wrong cell is one card that names it, and marks every cell of its sums', async () => {
    const right = inventedReport('2021', 11, 40, 0.3).numbers.get('t3.r.total.natural')!;
    const { page, drop } = await open(delivery);
    await drop([{ name: '水利局.txt', content: layout.write(withMistakes({ 't3.r.total.natural': (printed) => printed + 300 })) }]);
    await opened(page);
    const cards = page.locator('.finding', { hasText: '表三' }).filter({ has: page.locator('.suspects') });
    await expect.poll(() => cards.count()).toBe(1);
    expect(await cards.locator('.finding-title').innerText()).toContain('共3项');
    expect(await cards.locator('.finding-others li').count()).toBe(2);
    const suspects = await cards.locator('.suspects').innerText();
    expect(suspects).toContain('最可能写错的单元格');
    expect(suspects).toMatch(new RegExp(`填 ${right + 300}，改为 ${right}`));
    expect(suspects).toContain('仅供参考，不是更正，以原件为准');
    expect(await cards.locator('.finding-basis').innerText()).toContain('国办公开办函');
    await cards.locator('.finding-title').click();
    // Its row, the balance and the results of its column.
    await expect.poll(() => page.locator('.source-pane td.marked').count()).toBe(7 + 3 + 21);
    expect(await page.locator('.source-pane td.marked-first').innerText()).toBe(String(right + 300));
    // The cell that may be wrong stands out from those that only stand in the same sums.
    expect(await page.locator('.source-pane td.suspected').allInnerTexts()).toEqual([String(right + 300)]);
    expect(await page.locator('.source-pane td.suspected').getAttribute('title')).toContain('可能写错的单元格');
    expect(await page.locator('.source-pane td.marked.along').count()).toBe(7 + 3 + 21 - 1);
    const isShown = () =>
      page.locator('.source-pane td.marked-first').evaluate((cell) => {
        const { top, bottom } = cell.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && scrollY === 0;
      });
    await expect.poll(isShown).toBe(true);
  });

  it('equal candidates are shown as equals; keys go from card to card; counts are those of the list', async () => {
    const { page, drop } = await open(delivery);
    const mistakes = withMistakes({ 't3.carriedOut.other': (printed) => printed + 7, 't4.review.total': (printed) => printed + 2 });
    await drop([{ name: '水利局.txt', content: layout.write(mistakes) }]);
    await opened(page);
    const four = page.locator('.finding', { hasText: '复议或诉讼合计不平' });
    await expect.poll(() => four.locator('.suspects li').count()).toBe(5);
    expect(await four.locator('.suspects').innerText()).toContain('不能断定是哪一个');
    const errors = await page.locator('.finding-error').count();
    expect(await page.locator('.report-counts').innerText()).toContain(`错误 ${errors}`);
    expect(await page.locator('.finding-filters .chip', { hasText: '错误' }).innerText()).toMatch(new RegExp(`${errors}$`));

    await page.keyboard.press('j');
    const first = await selected(page);
    await page.keyboard.press('j');
    await expect.poll(() => selected(page)).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => selected(page)).toBe(first);
    expect(await page.locator('.finding.selected').count()).toBe(1);

    // Hints are folded until asked for, errors never.
    expect(await page.locator('.finding-hint').count()).toBe(0);
    // A click on a cell chooses its card.
    await page.locator('.source-pane td.has-error.chief').last().click();
    await expect.poll(() => selected(page)).toContain('复议或诉讼合计不平');
    await expect.poll(() => page.locator('.source-pane td.suspected').count()).toBe(5);
    expect(await page.locator('.source-pane td.along').count()).toBe(0);

    // However far down a card is ticked, what to do with it is in sight.
    const ticks = page.locator('.findings-pane .tick input');
    await ticks.last().check();
    const offered = page.getByRole('button', { name: '处理所选' });
    await offered.waitFor();
    const isSeen = () =>
      offered.evaluate((button) => {
        const { left, top, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + 4, top + height / 2));
      });
    await page.locator('.findings-pane').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await expect.poll(isSeen).toBe(true);
  });

  it('the list puts the reports with most to mend first when asked', async () => {
    const { page, drop } = await open(delivery);
    const one = withMistakes({ 't4.review.total': (printed) => printed + 2 });
    await drop([
      { name: '没有错.txt', content: layout.write(inventedReport('2021', 11, 40, 0.3)) },
      { name: '一处.txt', content: layout.write(one) },
      { name: '空.txt', content: '' },
    ]);
    await page.getByText('导入结束：').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '问题重的排在前' }).click();
    const files = () => page.locator('section[aria-label="报告列表"] tbody tr').allInnerTexts();
    await expect
      .poll(async () => (await files()).map((row) => /(\S+)\.txt/.exec(row)?.[1]?.replace('“', '')))
      .toEqual(['空', '一处', '没有错']);
    // It is as good as a click on the head of the column, and says nothing more.
    expect(await page.locator('th.col-standing').getAttribute('aria-sort')).toBe('ascending');
    expect(await page.getByRole('button', { name: '问题重的排在前' }).count()).toBe(0);
  });

  it('dismissed cards look dismissed and are not counted while they are shown; the keyboard comes back from the window', async () => {
    const { page, drop } = await open(delivery);
    const mistakes = withMistakes({ 't3.carriedOut.other': (printed) => printed + 7, 't4.review.total': (printed) => printed + 2 });
    await drop([{ name: '水利局.txt', content: layout.write(mistakes) }]);
    await opened(page);
    const errors = await page.locator('.finding-error').count();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.locator('.finding-title').first().focus();
    await page.keyboard.press('ArrowDown');
    const first = await selected(page);
    // The keyboard goes along, once the card is drawn.
    await expect.poll(() => focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => selected(page)).not.toBe(first);
    await expect.poll(async () => (await focused()) === (await selected(page))).toBe(true);

    await page.keyboard.press('d');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await focused()) === (await selected(page))).toBe(true);

    await page.keyboard.press('d');
    await page.locator('dialog').getByText('先放一放').click();
    await page.locator('dialog button[type=submit]').click();
    await page.getByRole('button', { name: '显示已处理的' }).click();
    await expect.poll(() => page.locator('.finding.handled').count()).toBe(1);
    expect(await page.locator('.finding.handled').innerText()).toContain('已处理：暂不处理');
    const chip = await page.locator('.finding-filters .chip', { hasText: '错误' }).innerText();
    expect(chip.replace(/\s/g, '')).toBe(`错误${errors - 1}，另1条已处理`);
    expect(await page.locator('.report-counts').innerText()).toContain(`错误 ${errors - 1}`);
    expect(await page.locator('.dismiss-bar').innerText()).toContain('已处理 1 条');
  });

  it('in a narrow window one comes back to the list of numbers as one left it', async () => {
    const { page, drop } = await open(delivery);
    await page.setViewportSize({ width: 683, height: 384 });
    await drop([{ name: '水利局.txt', content: layout.write(inventedReport('2021', 11, 40, 0.3)) }]);
    await page.getByText('导入结束：').waitFor({ timeout: 60_000 });
    await page.locator('section[aria-label="报告列表"] tbody tr a').first().click();
    await page.locator('details.statements summary').click();
    const look = page
      .locator('.statements')
      .getByRole('button', { name: /^在原文中查看/ })
      .last();
    await look.click();
    await page.locator('.source-pane').waitFor();
    await expect.poll(() => page.locator('.findings-pane').isVisible()).toBe(false);
    await page.locator('.side-switch .chip', { hasText: '问题' }).click();
    const top = (): Promise<number> => look.evaluate((button) => button.getBoundingClientRect().top);
    await expect.poll(async () => (await look.isVisible()) && (await top()) > 0 && (await top()) < 384).toBe(true);
  });
});
