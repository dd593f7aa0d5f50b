// Finds a browser that really starts: the one asked for, one of this machine, one from npm, one from Debian.
//   GOUJI_BROWSER=<path or command>  that one and no other
//   GOUJI_BROWSER=npm                the one from npm, whatever the machine has
//   GOUJI_BROWSER=chromium-86        an old one from npm, see npm-chromium.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { DEFAULT, npmChromium } from './npm-chromium.mjs';

/**
 * @typedef {{ executable: string, environment: Record<string, string>, version: string }} FoundBrowser
 *   `environment`: to be added to the browser's own.
 */

/** Nothing of the page leaves the machine, and neither does anything of the browser. */
export const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

/** @returns {Promise<FoundBrowser>} Rejects with a Chinese sentence that says what is missing. */
export async function findBrowser() {
  const asked = process.env['GOUJI_BROWSER'];
  if (asked === 'npm') return fromNpm(DEFAULT);
  const old = /^chromium-(\d+)$/.exec(asked ?? '');
  if (old) return fromNpm(old[1] ?? '');
  if (asked) {
    const executable = path.isAbsolute(asked) ? asked : onPath(asked);
    const started = executable ? await tryToStart(executable) : '没有这个命令';
    if (typeof started !== 'string') return started;
    throw new Error(`GOUJI_BROWSER 指定的浏览器 ${asked} 启动不了：${started}`);
  }
  /** @type {string[]} */
  const reasons = [];
  for (const executable of ofThisMachine()) {
    const started = await tryToStart(executable);
    if (typeof started !== 'string') return started;
    reasons.push(`${executable}：${started}`);
  }
  for (const next of [() => fromNpm(DEFAULT), fromDebian]) {
    try {
      return await next();
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    [
      '没有可用的浏览器，浏览器测试无法运行。请装上 Chromium、Chrome 或 Edge，或用环境变量 GOUJI_BROWSER 指明它的路径。试过：',
      ...reasons.map((reason) => `  · ${reason}`),
    ].join('\n'),
  );
}

/** @returns {string[]} */
function ofThisMachine() {
  const { env, platform } = process;
  const home = os.homedir();
  const places = COMMANDS.map(onPath);
  if (platform === 'darwin') {
    for (const base of ['/Applications', path.join(home, 'Applications')])
      for (const name of ['Google Chrome', 'Chromium', 'Microsoft Edge']) places.push(`${base}/${name}.app/Contents/MacOS/${name}`);
  } else if (platform === 'win32') {
    for (const base of [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']])
      for (const rest of [
        'Google\\Chrome\\Application\\chrome.exe',
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ])
        if (base) places.push(path.join(base, rest));
  } else {
    places.push('/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge');
    // What Playwright may have left behind.
    const cache = env['PLAYWRIGHT_BROWSERS_PATH'] || path.join(home, '.cache', 'ms-playwright');
    if (existsSync(cache))
      for (const name of readdirSync(cache).filter((each) => each.startsWith('chromium')))
        for (const rest of ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'])
          places.push(path.join(cache, name, rest));
  }
  return [...new Set(places)].filter((place) => place !== null && existsSync(place)).map(String);
}

/** @param {string} command */
function onPath(command) {
  const endings = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean))
    for (const ending of endings) if (existsSync(path.join(folder, command + ending))) return path.join(folder, command + ending);
  return null;
}

/** @param {string} version */
async function fromNpm(version) {
  const { executable, libraries, fontSettings } = await npmChromium(version);
  const withLibraries = { LD_LIBRARY_PATH: libraries };
  const withFonts = { FONTCONFIG_PATH: fontSettings };
  let reason = '';
  // A bare machine lacks a few libraries and all fonts; they come along in the package. What the machine has goes first.
  for (const environment of [{}, withLibraries, withFonts, { ...withLibraries, ...withFonts }]) {
    const started = await tryToStart(executable, /** @type {Record<string, string>} */ (environment));
    if (typeof started !== 'string') return started;
    reason = started;
  }
  throw new Error(`npm 里的 Chromium ${version} 启动不了：${reason}`);
}

async function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new Error('不是以 root 运行的 Debian，不能用 apt-get 安装 Chromium。');
  console.log('用 apt-get 安装 Chromium…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) throw new Error(`apt-get ${args[0]} 没有成功。`);
  }
  const executable = onPath('chromium');
  const started = executable ? await tryToStart(executable) : '装上后找不到 chromium';
  if (typeof started !== 'string') return started;
  throw new Error(`Debian 的 Chromium 启动不了：${started}`);
}

/**
 * Being there is not enough: a wrapper may point nowhere, a library may be missing.
 * @param {string} executable
 * @param {Record<string, string>} [environment]
 * @returns {Promise<FoundBrowser | string>} the reason if it does not start
 */
async function tryToStart(executable, environment = {}) {
  try {
    const browser = await launch({ executable, environment, version: '' });
    try {
      const page = await browser.newPage();
      // Words and controls are drawn: without any font some versions start, and fall at the first button.
      await page.setContent('<p>勾稽 1 = 1</p><button>1</button><input value="1"><select><option>1</option></select>');
      await page.screenshot();
      return { executable, environment, version: browser.version() };
    } finally {
      await browser.close();
    }
  } catch (error) {
    const lines = String(error instanceof Error ? error.message : error).split('\n');
    return (lines.find((line) => /error while loading|cannot open|No such file|not found|FATAL/i.test(line)) ?? lines[0] ?? '')
      .trim()
      .slice(0, 300);
  }
}

/** @param {FoundBrowser} found */
export function launch({ executable, environment }) {
  return chromium.launch({
    executablePath: executable,
    // Containers rarely allow the sandbox, and only our own page is opened.
    chromiumSandbox: false,
    args: ARGUMENTS,
    // Under the plain C locale it cannot name a file in Chinese, neither one that is dropped nor one that is saved.
    env: { ...withoutUndefined(process.env), LC_ALL: 'C.UTF-8', ...environment },
    timeout: 30_000,
  });
}

/** @param {NodeJS.ProcessEnv} env */
function withoutUndefined(env) {
  return /** @type {Record<string, string>} */ (Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)));
}
