// Builds both deliveries if any source is younger than they are: old files must not be tested in place of the sources.
import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default async function buildIfStale(): Promise<void> {
  const built = await Promise.all(['dist/index.html', 'dist-single/gouji.html'].map(changed));
  const sources = await Promise.all(
    ['src', 'workers', 'public', '.ci', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'].map(newest),
  );
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
