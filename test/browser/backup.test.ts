// A backup carries everything to another profile; what shall not be kept leaves nothing on the disk.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './harness.ts';
import { PATIENCE, banner, choose, ended, figures, kept, reports, saveBackup, seat, shownReports, takeBackup } from './seat.ts';

/** Everything in the database that a person would miss, as one string. */
async function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('gouji');
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const all: unknown[] = [];
    for (const name of ['files', 'summaries', 'dismissals', 'reports', 'originals']) {
      const rows = await new Promise<{ bytes?: Uint8Array; body?: Uint8Array }[]>((resolve) => {
        const asking = database.transaction(name).objectStore(name).getAll();
        asking.addEventListener('success', () => resolve(asking.result as []));
      });
      for (const { bytes, body, ...rest } of rows) {
        const sum = (of: Uint8Array | undefined): number =>
          Array.from(of ?? []).reduce((total, byte) => (total * 31 + byte) % 1_000_003, 7);
        all.push([name, JSON.stringify(rest), sum(bytes), sum(body)]);
      }
    }
    database.close();
    return JSON.stringify(all);
  });
}

describe.each(['hosted', 'single'] as const)('a backup of the %s page', (delivery) => {
  it('brings the same reports, findings, dismissals and originals to another profile, and can be taken back', async () => {
    const here = await seat(await scratchFolder());
    const page = await here.open(delivery);
    await choose(page, reports(25));
    await ended(page);
    const backup = await saveBackup(page, true);
    const there = await seat(await scratchFolder());
    const other = await there.open(delivery);
    await takeBackup(other, { name: '半个.zip', content: Buffer.from(backup.content).subarray(0, 5000) });
    await other.getByText('备份文件已损坏或不完整').waitFor();
    await takeBackup(other, { name: '别的.zip', content: 'PK，不是备份' });
    await other.getByText('这不是勾稽的备份文件').waitFor();
    expect(await shownReports(other)).toBe(0);
    await takeBackup(other, backup);
    await other.getByText('新增 25 个文件、25 份报告').first().waitFor();
    expect(await everything(other)).toBe(await everything(page));
    expect(there.examined).toEqual([]);
    // Also later, after the page was closed.
    await other.reload();
    await other.getByRole('button', { name: '撤销这次恢复' }).click();
    await other.getByRole('dialog').getByRole('button', { name: '撤销恢复' }).click();
    await other.getByText('已撤销恢复').first().waitFor();
    await expect.poll(() => kept(other)).toEqual([]);
    figures.push({ rehearsal: `backup to another profile (${delivery})`, 'kept before': 25, 'kept after': 25, 'checked after': 0 });
  });

  it('nothing is left where nothing shall be left; originals go when they are not wanted', async () => {
    const folder = await scratchFolder();
    const here = await seat(folder);
    const page = await here.open(delivery);
    if (delivery === 'single') {
      await banner(page, '您是直接双击文件打开勾稽的').getByRole('button', { name: '知道了' }).click();
    }
    await page.evaluate(() => (location.hash = '#/settings'));
    await page.getByRole('checkbox', { name: '关闭即清除' }).check();
    await page.reload();
    await banner(page, '关闭页面后不会留在本机').waitFor(PATIENCE);
    expect(await page.locator('.banner').filter({ hasText: '双击文件' }).count()).toBe(0);
    await page.evaluate(() => (location.hash = '#/'));
    await choose(page, reports(10, '密不外传'));
    await ended(page);
    await expect.poll(() => shownReports(page)).toBe(10);
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    await page.reload();
    await banner(page, '关闭页面后不会留在本机').waitFor(PATIENCE);
    expect(await shownReports(page)).toBe(0);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('密不外传');
    await here.close();
    expect(await tracesIn(folder, '密不外传')).toEqual([]);

    // The same without the wish leaves traces: so the search is able to find them.
    const usual = await seat(folder);
    const next = await usual.open(delivery, '#/settings');
    await next.getByRole('checkbox', { name: '关闭即清除' }).uncheck();
    await next.getByRole('checkbox', { name: '不保存原件' }).check();
    await next.reload();
    await next.evaluate(() => (location.hash = '#/'));
    await choose(next, reports(6, '留在本机'));
    await ended(next);
    expect(await kept(next)).toHaveLength(6);
    expect(await originals(next)).toBe(0);
    await expect.poll(async () => (await tracesIn(folder, '留在本机')).length).toBeGreaterThan(0);
    await next.evaluate(() => (location.hash = '#/settings'));
    await next.getByRole('checkbox', { name: '不保存原件' }).uncheck();
    await next.evaluate(() => (location.hash = '#/'));
    await choose(next, reports(7, '另有原件'));
    await expect.poll(() => originals(next), PATIENCE).toBe(1);
    await next.evaluate(() => (location.hash = '#/settings'));
    await next.getByText('本机现有 1 个原件').waitFor();
    await next.getByRole('button', { name: '删除这些原件' }).click();
    await next.getByRole('dialog').getByRole('button', { name: '删除 1 个原件' }).click();
    await expect.poll(() => originals(next), PATIENCE).toBe(0);
    // The button that was pressed is gone; the keyboard stays where it was.
    await expect.poll(() => next.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('本机保存什么');
    await expect.poll(() => shownReports(next)).toBe(7);
    // Switched on with results there: in sight until the page is closed, in the database no more.
    await next.evaluate(() => (location.hash = '#/settings'));
    await next.getByRole('checkbox', { name: '关闭即清除' }).click();
    await next.getByRole('dialog').getByRole('button', { name: /启用/ }).click();
    await expect.poll(async () => (await kept(next)).length, PATIENCE).toBe(0);
    await expect.poll(() => shownReports(next)).toBe(7);
    await next.reload();
    await expect.poll(() => shownReports(next)).toBe(0);
    await usual.close();
    figures.push({ rehearsal: `关闭即清除 (${delivery})`, 'shown at once': 10, 'kept at the end': 0 });
  });
});

async function originals(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('gouji');
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('originals').objectStore('originals').count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
  );
}

/** Files of the profile in which the words stand, as UTF-8 or UTF-16. */
async function tracesIn(folder: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(Buffer.from(words)) || bytes.includes(Buffer.from(words, 'utf16le'))) found.push(entry.name);
  }
  return found;
}
