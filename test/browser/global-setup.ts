// Before the browser tests: a browser, both deliveries freshly built, the hosted one served, the single file in a folder
// with a name as people have them.
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { serve } from '../../.ci/static-server.mjs';
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

/** Old files would be tested in place of the sources. */
async function buildIfStale(): Promise<void> {
  const built = await Promise.all(['dist/index.html', 'dist-single/gouji.html'].map(changed));
  const sources = await Promise.all(['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'].map(newest));
  if (Math.min(...built) >= Math.max(...sources)) return;
  console.log('构建两种交付…');
  for (const mode of ['production', 'single']) {
    const args = [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--mode', mode];
    await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  }
}

async function changed(name: string): Promise<number> {
  return stat(path.join(root, name)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function newest(name: string): Promise<number> {
  const inside = await readdir(path.join(root, name), { recursive: true, encoding: 'utf8' }).catch(() => []);
  return Math.max(await changed(name), ...(await Promise.all(inside.map((each) => changed(path.join(name, each))))));
}
