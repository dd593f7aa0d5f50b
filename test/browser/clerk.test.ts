// What a clerk does beside the findings: numbers of the text, what was read of a file, reading it again, what was dismissed, settings.
// One page load for several checks.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CORE_VERSION } from '../../src/core/version.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { DELIVERIES, open } from './harness.ts';
import type { GivenFile, Gouji } from './harness.ts';
import { keptInPage } from './kept-in-page.ts';

const layout = (name: string) => layouts.find((each) => each.name === name)!;
const PATIENCE = { timeout: 60_000 };

interface Wanted {
  readonly by?: number;
  readonly organ?: string;
  readonly kind?: string;
}

/** A report whose （一）予以公开 does not add up, by so much. */
function withMistake(name: string, { by = 3, organ = '云溪县水利局', kind = '制表符，合并格留空' }: Wanted = {}): GivenFile {
  const report = inventedReport('2021', 11, 40, 0.3);
  const key = 't3.r.granted.total';
  const numbers = new Map(report.numbers).set(key, report.numbers.get(key)! + by);
  return { name, content: layout(kind).write({ ...report, organ, numbers }) };
}

const rows = (page: Page) => page.locator('section[aria-label="报告列表"] tbody tr');
const visit = (page: Page, name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('link', { name }).click();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');

async function take({ page, drop }: Gouji, files: readonly GivenFile[]): Promise<void> {
  await visit(page, '导入与列表');
  await drop(files);
  for (const { name } of files) await rows(page).filter({ hasText: name }).first().waitFor({ timeout: 60_000 });
  await page.getByText('导入结束：').waitFor(PATIENCE);
}

async function openReport(page: Page, file: string, awaited = '.finding'): Promise<void> {
  await visit(page, '导入与列表');
  await rows(page).filter({ hasText: file }).locator('a.standing').click();
  await page.locator(awaited).first().waitFor();
}

/** Makes the files that are kept look as if an earlier version had read them, as they do after an update. */
async function age(page: Page, count: number): Promise<void> {
  // All are written: what is listed may still be on its way into the database.
  await expect.poll(async () => (await keptInPage(page)).length).toBe(count);
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('gouji');
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const change = database.transaction('files', 'readwrite');
    const files = change.objectStore('files');
    const asking = files.getAll();
    asking.addEventListener('success', () => {
      for (const file of asking.result as { coreVersion: string }[]) files.put({ ...file, coreVersion: '1' });
    });
    await new Promise((resolve) => change.addEventListener('complete', resolve));
    database.close();
  });
  await page.reload();
}

/** From now on notes every sentence that stands in it, for however short a time. */
async function writeDown(page: Page, selector: string): Promise<void> {
  await page.evaluate((watched) => {
    const sentences = new Set<string>();
    const look = () => void sentences.add(document.querySelector(watched)?.textContent ?? '');
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    Object.assign(globalThis, { sentences });
  }, selector);
}

const writtenDown = (page: Page) => page.evaluate(() => [...(globalThis as unknown as { sentences: Set<string> }).sentences].join('\n'));

/** Stored reports that are to be checked again wait before their worker, until what it gives is called. */
async function holdRechecks(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const send = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void;
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      if ((args[0] as { path?: string[] } | undefined)?.path?.[0] === 'recheck') held.push(() => send.apply(this, args));
      else send.apply(this, args);
    } as Worker['postMessage'];
    Object.assign(globalThis, {
      goOn: () => {
        Worker.prototype.postMessage = send as Worker['postMessage'];
        for (const each of held) each();
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { goOn(): void }).goOn());
}

async function dismiss(page: Page, kind: string, reason = ''): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(kind).check();
  if (reason) await dialog.getByRole('textbox').fill(reason);
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
}

// Both deliveries have the same markup; windows of a local file share their store in another way.
describe('a clerk', () => {
  it('numbers of the text lead to their place; a file tells what was read of it and is read again', async () => {
    const gouji = await open('hosted');
    const { page } = gouji;
    await page.getByRole('button', { name: '载入示例' }).click();
    await page.getByText('导入结束：').waitFor(PATIENCE);
    await page.getByRole('button', { name: '不再显示' }).click();
    await gouji.drop([{ name: '不是年报.txt', content: '这是一份会议通知。' }]);
    await page.getByText('导入结束：').waitFor(PATIENCE);
    await rows(page).filter({ hasText: '不是年报' }).waitFor(PATIENCE);
    await rows(page).filter({ hasText: '青石镇' }).locator('a.standing').click();

    // 文中数字
    const statements = page.locator('details.statements');
    await statements.locator('summary').click();
    const lines = statements.locator('li');
    await lines.first().waitFor();
    const told = await statements.locator('summary').innerText();
    expect(told).toMatch(/文中数字 \d+ 处/);
    expect(told).toMatch(/不符 \d+|相符 \d+/);
    const compared = lines.filter({ has: page.locator('.badge', { hasText: /^相符|不符$/ }) }).first();
    expect(await compared.innerText()).toMatch(/与.+相符|表/);
    const number = await compared.locator('.statement-words b').innerText();
    await compared.getByRole('button', { name: /^在原文中查看/ }).click();
    await expect.poll(() => page.locator('.source-pane').innerText()).toContain(number);
    await expect.poll(() => page.locator('.source-pane .marked, .source-pane mark').count()).toBeGreaterThan(0);

    // 读取情况
    await page.getByRole('link', { name: '读取情况' }).click();
    const reading = page.locator('.reading');
    await reading.locator('.reading-report table tbody tr').first().waitFor();
    expect(await reading.locator('.facts').innerText()).toContain('已保留原件');
    expect(await reading.locator('.reading-report tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^表二\s+10\s/),
      expect.stringMatching(/^表三\s+175\s/),
      expect.stringMatching(/^表四\s+15\s/),
    ]);
    expect(await reading.getByRole('button', { name: '按原件重读' }).count()).toBe(0);
    // A file that failed says that it is not kept, and why.
    await visit(page, '导入与列表');
    await rows(page).filter({ hasText: '不是年报' }).getByRole('link', { name: '不是年报.txt' }).click();
    await page.getByText('没有读出报告的文件可能与年报无关，本机不留副本').waitFor();

    // 按原件重读, after an update of the program
    await age(page, 5);
    await page.getByText('以前的版本没有读出来的，新版可能读得出').waitFor();
    await visit(page, '导入与列表');
    await page.getByText(/有 5 个文件是用以前的版本读的.*1 个当时没有读出来，新版可能读得出，请重新导入/).waitFor();
    await page.getByRole('button', { name: '按原件重读全部 4 个' }).click();
    await page.getByText('重读结束：没有变化 4 个').waitFor(PATIENCE);
    await page.getByRole('button', { name: '清除这段说明' }).click();
    await page.getByText(/有 1 个文件是用以前的版本读的/).waitFor();
    await rows(page).filter({ hasText: '青石镇' }).locator('td a', { hasText: '青石镇' }).last().click();
    await page.getByText(`第 ${CORE_VERSION} 版（现在的版本）`).waitFor();
  });

  it('what is dismissed: a reason is asked for, the keyboard goes on, all kinds are listed and come back together, the next file knows', async () => {
    const gouji = await open('hosted');
    const { page } = gouji;
    const mistakes = [withMistake('初稿.txt'), withMistake('档案.txt', { organ: '云溪县档案局', by: 5 })];
    await take(gouji, mistakes);
    await openReport(page, '初稿.txt');
    const card = page.locator('.finding-error').first();
    await card.getByRole('button', { name: /^处理：/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('button[type=submit]').click();
    expect(await dialog.getByRole('alert').innerText()).toContain('请选择怎样处理');
    await dialog.getByLabel('误报').check();
    await dialog.locator('button[type=submit]').click();
    await expect.poll(() => dialog.getByRole('alert').innerText()).toContain('须写明理由');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    const before = await page.locator('.finding-error').count();
    await dismiss(page, '误报', '原件如此');
    await expect.poll(() => page.locator('.finding-error').count()).toBe(before - 1);
    await expect.poll(() => focused(page)).toMatch(/finding-title|chips/);
    // The next one by key alone.
    await page.locator('.finding-filters .chip[aria-pressed=false]', { hasText: '提示' }).click();
    await page.locator('.finding-filters .chip[aria-pressed=true]', { hasText: '提示' }).waitFor();
    const left = await page.locator('.finding').count();
    await page.locator('.finding-title').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.finding.selected').waitFor();
    await page.keyboard.press('d');
    await dismiss(page, '暂不处理');
    await expect.poll(() => page.locator('.finding').count()).toBe(left - 1);

    await openReport(page, '档案.txt');
    for (const kind of ['情况属实已说明', '已整改']) {
      const cards = await page.locator('.finding').count();
      await page
        .locator('.finding')
        .first()
        .getByRole('button', { name: /^处理：/ })
        .click();
      await dismiss(page, kind);
      await expect.poll(() => page.locator('.finding').count()).toBe(cards - 1);
    }

    // The same report handed in once more, mended in one place: what was said of the other places still holds.
    await take(gouji, [withMistake('再报.html', { kind: '网页，合并单元格' })]);
    await openReport(page, '再报.html', '.dismiss-bar');
    await page.getByRole('button', { name: '显示已处理的' }).click();
    await page.getByText('这是在文件“初稿.txt”里作的处理').first().waitFor();
    await page.getByRole('button', { name: '收起已处理的' }).click();

    // 已处理, with contents
    await visit(page, '已处理');
    const records = page.locator('table.records tbody tr');
    await records.nth(3).waitFor();
    const count = await records.count();
    expect(count).toBeGreaterThanOrEqual(4);
    for (const kind of ['误报', '情况属实已说明', '已整改', '暂不处理']) {
      expect(await records.filter({ has: page.locator('td.kind', { hasText: kind }) }).count(), kind).toBeGreaterThanOrEqual(1);
    }
    const [said] = await records.filter({ hasText: '误报' }).allInnerTexts();
    for (const word of ['云溪县水利局', '2024 年', '初稿.txt', '表三', '原件如此']) expect(said).toContain(word);
    await page.getByPlaceholder('查找单位、规则、理由').fill('档案局');
    await expect.poll(() => records.count()).toBeLessThan(count);
    for (const text of await records.allInnerTexts()) expect(text).toContain('档案局');
    await page.getByPlaceholder('查找单位、规则、理由').fill('');
    await expect.poll(() => records.count()).toBe(count);
    await page.getByRole('checkbox', { name: '选择列出的全部记录' }).check();
    await page.getByRole('button', { name: `恢复所选 ${count} 条` }).click();
    await page.getByText('还没有处理过问题').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => records.count()).toBe(count);
  });

  it('settings: one rule, its weight, a threshold, the region, own words; each is followed in sight, and can be stopped', async () => {
    const gouji = await open('hosted');
    const { page } = gouji;
    await take(
      gouji,
      Array.from({ length: 24 }, (_, index) => withMistake(`第${index}份.txt`, { organ: `云溪县第${index}办公室`, by: 3 + index })),
    );
    await visit(page, '设置');
    const bar = page.locator('.recheck-dock');
    await page.locator('.setting-family summary', { hasText: '表格数据' }).click();
    const rule = page.locator('#setting-R-3-ROW-SUM');
    await writeDown(page, '.recheck-dock');
    await rule.getByRole('checkbox').uncheck();
    await expect.poll(() => writtenDown(page)).toContain('设置已保存，马上重新核验');
    // In sight although the rule is far below.
    expect(await bar.evaluate((element) => element.getBoundingClientRect().top >= 0)).toBe(true);
    await bar.getByText('已按现在的规则和设置重新核验完 24 份报告').waitFor(PATIENCE);
    // However fast the machine is: none of these checks is over before the run was stopped.
    const goOn = await holdRechecks(page);
    await rule.getByRole('checkbox').check();
    await bar.getByText('正在按现在的规则和设置重新核验').waitFor(PATIENCE);
    await bar.getByRole('button', { name: '停止' }).click();
    await bar.getByText('重新核验已停止').waitFor();
    await goOn();
    await bar.getByRole('button', { name: '继续核验' }).click();
    await bar.getByText(/重新核验完 \d+ 份报告/).waitFor(PATIENCE);
    await rule.getByRole('combobox').selectOption('hint');
    const threshold = page.locator('#setting-R-3-CARRYOUT-LE').getByRole('textbox').first();
    await threshold.fill('300');
    await threshold.blur();
    await page.getByText('没有保存，现在仍按 50 核验').waitFor();
    await threshold.fill('1');
    await threshold.blur();
    await page.getByLabel('报告来自').selectOption({ label: '河南省' });
    await page.getByRole('textbox', { name: '自己的错别字' }).fill('稳步做好→扎实做好');
    await page.locator('.word-list').first().getByRole('button', { name: '保存' }).click();
    await page.getByRole('textbox', { name: '自己的用语提示' }).fill('发布审核→请写明制度名称');
    await page.locator('.word-list').nth(1).getByRole('button', { name: '保存' }).click();
    // Nobody looks for them otherwise.
    await page.getByText('规则“错敏词”原来没有启用，已一并启用').waitFor();
    await page.getByText('现有 6 项不同于默认').waitFor();
    await bar.getByText('已按现在的规则和设置重新核验完 24 份报告').waitFor(PATIENCE);
    await openReport(page, '第3份.txt');
    expect(await page.locator('.finding-error .finding-title', { hasText: '行合计不平' }).count()).toBe(0);
    await page.locator('.finding-filters .chip', { hasText: '提示' }).click();
    await page.locator('.finding', { hasText: '扎实做好' }).waitFor();
    await page.locator('.finding', { hasText: '请写明制度名称' }).waitFor();
  });

  it.each(DELIVERIES)('two windows of the %s page see each other’s files, dismissals and settings', async (delivery) => {
    const one = await open(delivery);
    const two = await open(delivery, { context: one.page.context() });
    await take(one, [withMistake('初稿.txt')]);
    await rows(two.page).filter({ hasText: '初稿.txt' }).waitFor(PATIENCE);
    await openReport(two.page, '初稿.txt');
    const before = await two.page.locator('.finding-error').count();
    await openReport(one.page, '初稿.txt');
    await one.page
      .locator('.finding-error')
      .first()
      .getByRole('button', { name: /^处理：/ })
      .click();
    await dismiss(one.page, '暂不处理');
    await expect.poll(() => two.page.locator('.finding-error').count()).toBe(before - 1);
    await visit(one.page, '设置');
    await one.page.locator('.setting-family summary', { hasText: '表格数据' }).click();
    await one.page.getByRole('button', { name: '全部停用' }).click();
    await one.page
      .locator('.recheck-dock')
      .getByText(/重新核验完 1 份报告/)
      .waitFor(PATIENCE);
    await visit(two.page, '导入与列表');
    await expect.poll(() => rows(two.page).first().locator('td[data-name="错误"]').innerText(), PATIENCE).toBe('0');
    await rows(two.page).first().getByRole('button', { name: /^删除/ }).click();
    await visit(one.page, '导入与列表');
    await expect.poll(() => rows(one.page).count()).toBe(0);
    await two.page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => rows(one.page).count()).toBe(1);
    await two.close();
  });
});
