// The release command: builds both deliveries and packs them with instructions, licences, list of contents and checksums
// into one archive. The same sources give the same bytes: no clock, no chance, no place gets in.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ensureInstalled, npm, root, run } from './install.mjs';

/** The first moment that a ZIP archive can name; ZIP takes the time of the place, so does this. */
const date = () => new Date(1980, 0, 1);
const sha256 = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * Builds and packs. Rejects with a sentence if something is missing.
 * @param {string} folder where the archive is to lie; what lay there before goes
 * @returns {Promise<{ archive: string, sha256: string, files: number, bytes: number }>}
 */
export async function release(folder) {
  const { zipSync } = await import('fflate');
  const { filesOf } = await import('./service-worker.mjs');
  const { usage } = await import('./usage.mjs');
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'gouji-release-'));
  try {
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const env = { ...process.env, NODE_ENV: 'production' };
    for (const mode of ['production', 'single']) {
      const args = [vite, 'build', '--logLevel', 'error', '--emptyOutDir', '--mode', mode, '--outDir', path.join(scratch, mode)];
      if ((await run(process.execPath, args, { env })) !== 0) throw new Error('没有构建成功，原因见上。');
    }
    /** @type {Map<string, Uint8Array>} */
    const files = new Map();
    for (const name of await filesOf(path.join(scratch, 'production')))
      files.set(`web/${name}`, await readFile(path.join(scratch, 'production', name)));
    files.set('gouji.html', await readFile(path.join(scratch, 'single', 'gouji.html')));
    files.set('使用说明.txt', Buffer.from(usage(version)));
    files.set('LICENSE', await readFile(path.join(root, 'LICENSE')));
    files.set('THIRD-PARTY.txt', await readFile(path.join(scratch, 'production', 'THIRD-PARTY.txt')));
    files.set('sbom.cdx.json', Buffer.from(await contents(version)));
    const names = [...files.keys()].sort();
    files.set('SHA256SUMS', Buffer.from(names.map((name) => `${sha256(/** @type {Uint8Array} */ (files.get(name)))}  ${name}\n`).join('')));

    const top = `gouji-${version}`;
    const packed = zipSync(
      Object.fromEntries(
        [...files.keys()]
          .sort()
          .map((name) => [
            `${top}/${name}`,
            [/** @type {Uint8Array} */ (files.get(name)), { mtime: date(), level: 9, os: 3, attrs: 0o100644 << 16 }],
          ]),
      ),
    );
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const archive = path.join(folder, `${top}.zip`);
    await writeFile(archive, packed);
    await writeFile(path.join(folder, 'gouji.html'), /** @type {Uint8Array} */ (files.get('gouji.html')));
    const sums = [
      [`${top}.zip`, packed],
      ['gouji.html', /** @type {Uint8Array} */ (files.get('gouji.html'))],
    ];
    await writeFile(
      path.join(folder, 'SHA256SUMS'),
      sums.map(([name, bytes]) => `${sha256(/** @type {Uint8Array} */ (bytes))}  ${name}\n`).join(''),
    );
    return { archive, sha256: sha256(packed), files: files.size, bytes: packed.length };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * What the page is made of, as CycloneDX: from npm, without what differs from one run to the next.
 * @param {string} version
 */
async function contents(version) {
  const { command, before, shell } = npm();
  const args = [...before, 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only', '--loglevel', 'error'];
  const { stdout } = await promisify(execFile)(command, args, { cwd: root, shell, maxBuffer: 1 << 26 });
  const bill = JSON.parse(stdout);
  delete bill.metadata.timestamp;
  // Which npm wrote it, and the name of the folder it was run in.
  delete bill.metadata.tools;
  bill.metadata.component.name = 'gouji';
  delete bill.serialNumber;
  bill.components.sort((/** @type {{ 'bom-ref': string }} */ a, /** @type {{ 'bom-ref': string }} */ b) =>
    a['bom-ref'] < b['bom-ref'] ? -1 : 1,
  );
  const hex = sha256(Buffer.from(`gouji ${version} ${JSON.stringify(bill)}`));
  // A name of the contents, in the form of a random one.
  const serial = `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const { $schema, bomFormat, specVersion, ...rest } = bill;
  return `${JSON.stringify({ $schema, bomFormat, specVersion, serialNumber: serial, ...rest }, null, 2)}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled();
  const made = await release(path.join(root, 'dist-release'));
  console.log(`${path.relative(root, made.archive)}：${made.files} 个文件，${(made.bytes / 1e6).toFixed(2)} MB`);
  console.log(`SHA-256 ${made.sha256}`);
}
