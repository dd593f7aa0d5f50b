// Whose code is in what we hand out, under which licence, and the words that the licences want to go along.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './install.mjs';

/** Licences under which code may be handed out with ours: all let anybody use, change and pass it on, with their text. */
export const SHIPPED_LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
/** Licences of tools that build and test, and are not handed out. */
export const TOOL_LICENCES = [
  ...SHIPPED_LICENCES,
  'MPL-2.0',
  'MIT OR Apache-2.0',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
  'BSD',
  'Python-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
];

/** Code that comes along without being a package of its own. */
const INSIDE = [
  {
    in: 'pdfjs-dist',
    name: 'core-js',
    licence: 'MIT',
    text: 'Copyright (c) 2013–2025 Denis Pushkarev (zloirock.ru), 2025–2026 CoreJS Company (core-js.io)\n\nUnder the MIT license; its text stands above with preact.',
  },
  { in: 'pdfjs-dist', name: 'Adobe CMap Resources', licence: 'BSD-3-Clause', file: 'node_modules/pdfjs-dist/cmaps/LICENSE' },
  // The few lines that its build writes into every page.
  { in: '', name: 'vite (preload helper)', licence: 'MIT', file: 'node_modules/vite/LICENSE.md' },
];

/**
 * The package that a module belongs to, or null for our own.
 * @param {string} id as the bundler names it
 */
export function packageOf(id) {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.split('?')[0]?.replaceAll('\\', '/') ?? '') ?? [];
  return name ?? null;
}

/**
 * The notices for these packages as one text. Rejects if a package has no licence, or one that is not allowed.
 * @param {Iterable<string>} names
 */
export async function noticesFor(names) {
  const shipped = [...new Set(names)].sort();
  const parts = [];
  for (const name of shipped) {
    const folder = path.join(root, 'node_modules', name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    if (!SHIPPED_LICENCES.includes(license)) throw new Error(`${name} has the licence “${license}”, which we may not hand out`);
    const file = (await readdir(folder)).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
    if (!file) throw new Error(`${name} has no licence text`);
    parts.push(section(`${name} ${version}`, license, await readFile(path.join(folder, file), 'utf8')));
  }
  for (const { in: owner, name, licence, text, file } of INSIDE) {
    if (owner !== '' && !shipped.includes(owner)) continue;
    const words = text ?? (file && existsSync(path.join(root, file)) ? await readFile(path.join(root, file), 'utf8') : '');
    if (words === '') throw new Error(`${name} has no licence text`);
    parts.push(section(owner === '' ? name : `${name} (in ${owner})`, licence, words));
  }
  const head =
    '勾稽使用了以下软件，谨致谢意；各自的许可原文附后。勾稽自身的许可见 LICENSE（MIT）。\nThird-party software in 勾稽, with the text of each licence.\n';
  return `${head}\n${parts.join('\n')}`;
}

/**
 * @param {string} name
 * @param {string} licence
 * @param {string} text
 */
function section(name, licence, text) {
  const line = '='.repeat(80);
  // Of a licence in Markdown the first part is its own, the rest is that of its tools.
  const own = text.replaceAll('\r\n', '\n').split(/^# Licenses of bundled dependencies/m)[0] ?? '';
  return `${line}\n${name} · ${licence}\n${line}\n\n${own.trim()}\n`;
}
