// Knows whether node_modules is what package-lock.json asks for, and installs it if not. No dependencies.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 * @typedef {Record<string, Locked>} Packages
 */

/**
 * Runs a program to its end. Rejects only if it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * The npm that started this script, the one beside this Node, or the one on the path: on Windows that is a script and needs a shell.
 * @returns {{ command: string, before: string[], shell: boolean }}
 */
export function npm() {
  const beside = ['../lib/node_modules', 'node_modules'].map((place) =>
    path.join(path.dirname(process.execPath), place, 'npm/bin/npm-cli.js'),
  );
  const script = [process.env['npm_execpath'] ?? '', ...beside].find((each) => /npm-cli\.[cm]?js$/.test(each) && existsSync(each));
  if (script) return { command: process.execPath, before: [script], shell: false };
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

/** Says in Chinese what is wrong with this Node, or null. */
export function complaintAboutNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  return fits ? null : `这里的 Node 是 ${process.versions.node}，需要 20.19 以上（或 22.12 以上），请先升级 Node。`;
}

/** Installs what package-lock.json asks for, unless it is there already. Ends the process if that fails. */
export async function ensureInstalled() {
  const complaint = complaintAboutNode();
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
  const missing = await firstMissing();
  if (!missing) return;
  console.log(`安装依赖（${missing}）…`);
  const { command, before, shell } = npm();
  // NODE_ENV or a setting of the user may leave out the tools and the native parts; the build needs both.
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(command, [...before, ...args], { shell }).catch(() => 1);
  const still = await firstMissing();
  if (code !== 0 || still) {
    console.error(`依赖没有装好${still ? `（${still}）` : ''}：请检查网络和 npm 的设置，然后再运行一次。`);
    process.exit(1);
  }
}

/** @returns {Promise<string | null>} why an install is needed */
async function firstMissing() {
  const wanted = await packages('package-lock.json');
  // npm writes down here what it has installed.
  const installed = await packages('node_modules/.package-lock.json').catch(() => null);
  if (!installed) return '还没有安装过';
  for (const [where, entry] of Object.entries(wanted)) {
    if (where === '' || (entry.optional && !isForThisMachine(entry))) continue;
    const there = installed[where];
    if (!there) return `缺少 ${where}`;
    if (there.version !== entry.version) return `${where} 的版本不对`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Promise<Packages>}
 */
async function packages(file) {
  return JSON.parse(await readFile(path.join(root, file), 'utf8')).packages;
}

/** The C library of a Linux; others have no choice. */
const libcHere = process.platform === 'linux' ? (hasGlibc() ? 'glibc' : 'musl') : null;

function hasGlibc() {
  // Else the report looks up names of the network, which can take long.
  if (process.report) /** @type {{ excludeNetwork?: boolean }} */ (process.report).excludeNetwork = true;
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (process.report?.getReport());
  return Boolean(report?.header?.glibcVersionRuntime);
}

/** @param {Locked} entry */
function isForThisMachine({ os, cpu, libc }) {
  // Optional without a platform: npm decides (a wasm build, a part of such a build). Its absence is no fault.
  if (!os && !cpu) return false;
  const fitsLibc = !libc || (libcHere !== null && libc.includes(libcHere));
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && fitsLibc;
}
