// Before the browser tests: a browser, both deliveries freshly built, the hosted one served, the single file in a folder
// with a name as people have them.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serve } from '../../.ci/static-server.mjs';
import buildIfStale from '../build/fresh-build.ts';
import { findBrowser } from './find-browser.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    browser: { executable: string; environment: Record<string, string>; version: string };
    deliveries: { hosted: string; single: string };
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfStale();
  const browser = await findBrowser();
  console.log(`浏览器：${browser.executable}（${browser.version}）`);
  const server = await serve(path.join(root, 'dist'));
  const folder = await mkdtemp(path.join(os.tmpdir(), '勾稽 (单文件版) #1 '));
  const single = path.join(folder, '勾稽 核验.html');
  await copyFile(path.join(root, 'dist-single', 'gouji.html'), single);
  project.provide('browser', browser);
  project.provide('deliveries', { hosted: server.url, single: pathToFileURL(single).href });
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
