// A file the page gives to be saved, as a person would find it among the downloads.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserVersion, scratchFolder } from './harness.ts';
import type { GivenFile } from './harness.ts';

/** Playwright hears of downloads by messages that Chromium sends from here on. */
const TELLS_DOWNLOADS = 100;

/** Does what makes the page give a file, and waits for that. */
export async function savedFile(page: Page, ask: () => Promise<void>): Promise<GivenFile> {
  if (browserVersion() >= TELLS_DOWNLOADS) {
    const [download] = await Promise.all([page.waitForEvent('download'), ask()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), content: Buffer.concat(chunks) };
  }
  const folder = await scratchFolder();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await ask();
  const whole = async () => (await readdir(folder)).filter((name) => !/^\.|\.(?:crdownload|tmp)$/.test(name));
  await expect.poll(whole).toHaveLength(1);
  const [name] = await whole();
  return { name: name!, content: await readFile(path.join(folder, name!)) };
}
