// Chromium out of npm packages: for machines without a browser, and old ones for trying the page as our readers have it.
// By hand: `node test/browser/npm-chromium.mjs 86` prints where it is. Linux on x64 only.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { npm, root } from '../../.ci/install.mjs';

const execute = promisify(execFile);

/** The one taken when a machine has no browser: close to what playwright-core of this repository was made for. */
export const DEFAULT = '149';

/**
 * Version → package and the SHA-512 of its tarball.
 * @type {Record<string, { spec: string, sha512: string }>}
 */
export const VERSIONS = {
  [DEFAULT]: {
    spec: '@sparticuz/chromium@149.0.0',
    sha512: '2NECBVKlUA9xIUXb4fT8OoGKdAJs+I2tNYscO8FwcxCKCWA7FmpPI0fdVxGJoIJglrFZYn+4YEJqChq4rdrxQg==',
  },
  // The last for Windows 7.
  109: {
    spec: '@sparticuz/chromium@109.0.6',
    sha512: '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
  90: {
    spec: 'chrome-aws-lambda@8.0.2',
    sha512: 'a4VEX6DknxISPqGLksZa/JuEnjc4nLXaG0BMp5c9qERvJ/eBHPUJ7oCRQQC+SxSxuxsEwxbBj2RBlCQbivnihg==',
  },
  // The oldest we promise.
  86: {
    spec: 'chrome-aws-lambda@5.3.1',
    sha512: 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
};

/**
 * Fetches and unpacks it, unless that was done before. Rejects with a Chinese sentence if that cannot be.
 * @param {string} version a key of VERSIONS
 * @returns {Promise<{ executable: string, libraries: string, fontSettings: string }>}
 *   For machines that lack them: `libraries` is a folder for LD_LIBRARY_PATH, `fontSettings` one for FONTCONFIG_PATH.
 */
export async function npmChromium(version) {
  const wanted = VERSIONS[version];
  if (!wanted) throw new Error(`npm 里没有备好 Chromium ${version}，可用：${Object.keys(VERSIONS).join('、')}。`);
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('npm 里的 Chromium 只能在 x64 的 Linux 上运行。');
  const folder = path.join(root, 'node_modules', '.cache', 'gouji', `chromium-${version}`);
  const found = { executable: path.join(folder, 'chromium'), libraries: path.join(folder, 'lib'), fontSettings: folder };
  if (existsSync(found.executable)) return found;

  console.log(`从 npm 取 Chromium ${version}（${wanted.spec}，约 50–70 MB）…`);
  // Unpacked beside and moved at the end: half a browser is never taken for one.
  const unpacked = `${folder}.${process.pid}`;
  try {
    await mkdir(unpacked, { recursive: true });
    const archive = await packed(wanted.spec, unpacked);
    if (createHash('sha512').update(archive).digest('base64') !== wanted.sha512)
      throw new Error(`${wanted.spec} 的内容与仓库里记下的校验值不符，没有使用。`);
    await untar(gunzipSync(archive), unpacked);
    const bin = path.join(unpacked, 'package', 'bin');
    const brotli = async (/** @type {string} */ name) => brotliDecompressSync(await readFile(path.join(bin, name)));
    // Libraries of the system (lib/) and fonts; their names changed over the years.
    for (const name of ['al2023.tar.br', 'aws.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      if (existsSync(path.join(bin, name))) await untar(await brotli(name), unpacked);
    }
    await writeFile(path.join(unpacked, 'chromium'), await brotli('chromium.br'), { mode: 0o755 });
    await rm(path.join(unpacked, 'package'), { recursive: true });
    // The one in the package names folders of another machine.
    const fonts = `<fontconfig><dir>${path.join(folder, 'fonts')}</dir><cachedir>${path.join(folder, 'fonts-cache')}</cachedir></fontconfig>`;
    await writeFile(path.join(unpacked, 'fonts.conf'), `<?xml version="1.0"?>\n${fonts}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder);
  } catch (error) {
    throw new Error(`没能从 npm 取得 Chromium：${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
  return found;
}

/**
 * @param {string} spec
 * @param {string} folder
 */
async function packed(spec, folder) {
  const { command, before, shell } = npm();
  const args = [...before, 'pack', spec, '--silent', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await execute(command, args, { cwd: folder, shell });
  const file = path.join(folder, path.basename(stdout.trim().split('\n').pop() ?? ''));
  const archive = await readFile(file);
  await rm(file);
  return archive;
}

/**
 * @param {Buffer} archive
 * @param {string} folder
 */
async function untar(archive, folder) {
  const file = path.join(folder, 'archive.tar');
  await writeFile(file, archive);
  await execute('tar', ['xf', file, '-C', folder]);
  await rm(file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const version of process.argv.slice(2)) console.log((await npmChromium(version)).executable);
}
