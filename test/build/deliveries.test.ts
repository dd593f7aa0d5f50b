// What is handed out: one page to be hosted, one file to be double-clicked. Both closed by their own policy.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

function filesOf(folder: string): BuiltFile[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(root, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** The words of others' licences: they name addresses, and nothing reads them but people. */
const NOTICES = /\n<!--\n勾稽使用了以下软件[^]*-->\n$/;
const hosted = filesOf('dist').filter(({ name }) => name !== 'dist/THIRD-PARTY.txt');
const single = filesOf('dist-single').map((file) => ({ ...file, text: file.text.replace(NOTICES, '\n') }));
const pageOf = (files: readonly BuiltFile[]): string => files.find(({ name }) => name.endsWith('.html'))!.text;

function policyOf(html: string): Map<string, string[]> {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
  return new Map(
    content.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
  );
}

/** Inline elements as the browser finds them: from the opening tag to the first closing one. */
function inline(html: string, element: string): string[] {
  const found: string[] = [];
  const opening = new RegExp(`<${element}(\\s[^>]*)?>`, 'g');
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const end = html.indexOf(`</${element}>`, opening.lastIndex);
    if (!/\ssrc=/.test(match[1] ?? '')) found.push(html.slice(opening.lastIndex, end));
    opening.lastIndex = end;
  }
  return found;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** Where a text matches, with a little of what stands there: the whole would be megabytes. */
function around(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => text.slice(Math.max(0, index - 40), index + 60));
}

/** The page without what its scripts and styles hold. */
const skeleton = (html: string): string => html.replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');

describe.each([
  ['hosted', hosted],
  ['single', single],
] as const)('the %s delivery', (delivery, files) => {
  const html = pageOf(files);
  const policy = policyOf(html);

  it('carries the policy before anything it should bind, and after the charset', () => {
    const charset = html.indexOf('<meta charset="utf-8"');
    const place = html.indexOf('<meta http-equiv="Content-Security-Policy"');
    expect(charset).toBeGreaterThan(0);
    expect(charset).toBeLessThan(512);
    expect(place).toBeGreaterThan(charset);
    expect(html.slice(0, place)).not.toMatch(/<(script|link|style|base|img)\b/);
    expect(html.match(/http-equiv="Content-Security-Policy"/g)).toHaveLength(1);
  });

  it('lets nothing out', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'none'"]);
    // The hosted page narrows this to its service worker in its first script: see test/browser/offline.test.ts.
    expect(policy.get('worker-src')).toEqual(delivery === 'hosted' ? ["'self'", 'blob:'] : ['blob:']);
    expect(html.indexOf("'worker-src blob: '")).toBeLessThan(html.indexOf('<script type="module"'));
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    const sources = [...policy.values()].flat();
    expect(sources.filter((source) => /unsafe|\*|https?:|^data:$/.test(source) && source !== 'data:')).toEqual([]);
    expect([...policy].filter(([, list]) => list.includes('data:')).map(([name]) => name)).toEqual(['img-src']);
  });

  it('allows the inline scripts and styles it has, and no others', () => {
    const own = delivery === 'hosted' ? ["'self'"] : [];
    expect(policy.get('script-src')).toEqual([...own, ...inline(html, 'script').map(hash)]);
    expect(policy.get('style-src')).toEqual([...own, ...inline(html, 'style').map(hash)]);
    expect(skeleton(html)).not.toMatch(/\s(style|on\w+)=/);
  });

  it('names no address but those that are names', () => {
    // Namespaces of XML, document types that parse5 knows as quirky, what core-js inside pdf.js signs with and tries URLs on, and
    // a name that stands in examples of rules.
    const names =
      /^\w+:\/\/((www\.w3\.org|www\.ibm\.com|schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org|purl\.oclc\.org|www\.xfa\.org|ns\.adobe\.com|www\.ofdspec\.org)(\/|$)|github\.com\/zloirock\/core-js\b|example\.cn$|[ax](\/|$))/;
    const addresses = files.flatMap(({ name, text }) =>
      [...text.matchAll(/(?:https?|wss?|ftp):\/\/[\w.:/-]+/g)].map(([address]) => ({ name, address })),
    );
    expect(addresses.filter(({ address }) => !names.test(address))).toEqual([]);
    expect(skeleton(html)).not.toMatch(/(src|href|srcset|action)="(https?:)?\/\//);
    expect(files.flatMap(({ text }) => around(text, /url\(\s*["']?(https?:)?\/\/|@import/))).toEqual([]);
  });

  it('tells nothing of the machine it was built on', () => {
    const places = ['registry.npm', 'npmmirror', 'sourceMappingURL', 'localhost'];
    // Shorter ones (/app, /root) may stand in a text for other reasons.
    places.push(...[root.replace(/[/\\]$/, ''), os.homedir()].filter((place) => place.length > 6));
    const found = files.flatMap(({ name, text }) => places.filter((place) => text.includes(place)).map((place) => `${name}: ${place}`));
    expect(found).toEqual([]);
  });

  it('has no style that the oldest browser does not know', () => {
    const styles = [...files.filter(({ name }) => name.endsWith('.css')).map(({ text }) => text), ...inline(html, 'style')].join('\n');
    expect(styles.length).toBeGreaterThan(1000);
    expect(
      around(
        styles,
        /:(is|where|has)\(|aspect-ratio\s*:|[;{]\s*inset\s*:|color-mix\(|oklch\(|\d(dvh|svh|lvh|dvw)\b|@layer|@container|accent-colour|[;{]\s*(translate|rotate|scale)\s*:/,
      ),
    ).toEqual([]);
  });

  it('puts the styles of single pages behind those of every page, and what they print last of all', () => {
    const later = files.find(({ name }) => /later-[^/]*\.css$/.test(name))?.text;
    const styles = [...inline(html, 'style'), ...(later === undefined ? [] : [later])].join('\n');
    const places = ['.import-bar', '.page-report', '.setting-rules', '.findings-pane{page-break-before'].map((each) =>
      styles.indexOf(each),
    );
    if (later !== undefined) expect(places.shift()).toBe(-1);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says in Chinese what it is and what it needs', () => {
    expect(skeleton(html)).toMatch(/<html lang="zh-CN">/);
    expect(skeleton(html)).toMatch(/<meta name="renderer" content="webkit"/);
    expect(skeleton(html)).toMatch(/<title>勾稽 · 政府信息公开年报核验<\/title>/);
    expect(skeleton(html)).toMatch(/<noscript>[^<]*脚本/);
  });
});

describe('the hosted delivery', () => {
  it('keeps its files beside it', () => {
    const names = hosted.map(({ name }) => name.slice('dist/'.length));
    const wanted = [...skeleton(pageOf(hosted)).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, target]) => target!);
    expect(wanted.length).toBeGreaterThan(2);
    for (const target of wanted) {
      expect(target).toMatch(/^\.\//);
      expect(names).toContain(target.slice(2));
    }
    const manifest = JSON.parse(hosted.find(({ name }) => name.endsWith('.webmanifest'))!.text) as {
      name: string;
      icons: { src: string }[];
    };
    expect(manifest.name).toContain('勾稽');
    for (const { src } of manifest.icons) expect(names).toContain(src.slice(2));
  });

  it('loads the readers on need: its first bytes hold no worker', () => {
    const entry = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(pageOf(hosted))![1]!;
    const first = hosted.find(({ name }) => name === `dist/${entry}`)!.text;
    expect(around(first, /createObjectURL\(new Blob/)).toEqual([]);
    const workers = hosted.filter(({ name, text }) => /worker-[^/]*\.js$/.test(name) && text.includes('new Blob'));
    expect(workers.length).toBeGreaterThan(0);
  });
});

it('both carry the licences of what is in them', () => {
  const beside = readFileSync(path.join(root, 'dist/THIRD-PARTY.txt'), 'utf8');
  const inside = NOTICES.exec(readFileSync(path.join(root, 'dist-single/gouji.html'), 'utf8'))?.[0] ?? '';
  for (const text of [beside, inside]) {
    const named = [...text.matchAll(/^={80}\n(\S+) .* · (.*)\n={80}$/gm)].map(([, name]) => name);
    for (const name of ['preact', 'chart.js', 'comlink', 'fflate', 'idb', 'parse5', 'entities', 'pdfjs-dist', 'core-js', 'Adobe', 'vite'])
      expect(named).toContain(name);
    expect(text.match(/Permission is hereby granted|Permission to use|Redistribution and use|Apache License/g)!.length).toBeGreaterThan(9);
  }
});

describe('the single delivery', () => {
  it('weighs at most 6 MB', () => {
    const { size } = statSync(path.join(root, 'dist-single/gouji.html'));
    console.log(`单文件版：${(size / 1e6).toFixed(2)} MB`);
    expect(size).toBeLessThanOrEqual(6e6);
  });

  it('is one file that asks for no other', () => {
    expect(single.map(({ name }) => name)).toEqual(['dist-single/gouji.html']);
    const targets = [...skeleton(pageOf(single)).matchAll(/\s(?:src|href|srcset)="([^"]*)"/g)].map(([, target]) => target!);
    expect(targets.filter((target) => !target.startsWith('data:'))).toEqual([]);
    expect(around(pageOf(single), /\bimport\(\s*["'`]\.|\bfrom\s*["'`]\.\//)).toEqual([]);
  });
});
