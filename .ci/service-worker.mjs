// Writes the service worker of a finished hosted delivery: our source, and the list of every other file with its hash.
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';
import { typeOf } from './static-server.mjs';

const SOURCE = fileURLToPath(new URL('../workers/service-worker.ts', import.meta.url));
/** What it needs not keep: itself, and the script that ends it. */
const NOT_KEPT = ['sw.js', 'sw-off.js'];

/**
 * The files of a folder and of those below it, with slashes, in the same order everywhere.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/**
 * @param {string} folder the delivery
 * @param {string} target engine, as for the build
 * @returns {Promise<string>} the version
 */
export async function writeServiceWorker(folder, target) {
  const names = (await filesOf(folder)).filter((name) => !NOT_KEPT.includes(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const hash = createHash('sha256').update(await readFile(path.join(folder, name)));
      return JSON.stringify([name, `sha256-${hash.digest('base64')}`, typeOf(name)]);
    }),
  );
  const { code } = await transformWithOxc(await readFile(SOURCE, 'utf8'), SOURCE, { target, sourcemap: false });
  if (/^(import|export)\b/m.test(code)) throw new Error('the service worker must be a classic script that stands alone');
  const list = `[\n${files.join(',\n')}\n]`;
  // The worker itself counts: where only it has changed, that is another version too.
  const version = createHash('sha256').update(list).update(code).digest('hex').slice(0, 12);
  await writeFile(path.join(folder, 'sw.js'), `const VERSION = '${version}';\nconst FILES = ${list};\n${code}`);
  return version;
}
