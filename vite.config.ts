// One source, two deliveries: `vite build` makes the hosted page, `vite build --mode single` one file to double-click.
// Both carry a strict policy of their own; the tests in test/build and test/browser hold them to it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';
import { noticesFor, packageOf } from './.ci/notices.mjs';
import { writeServiceWorker } from './.ci/service-worker.mjs';

/** The oldest browser of our readers: Windows 7 with a domestic browser on this engine. */
const TARGET = 'chrome86';

/** Browser tests that need the machine for themselves: they wait a while for what must not come, or hold the page to a time. */
const ALONE = ['test/browser/egress.test.ts'];

/** In ms: a machine may be many times slower than ours and busy with other things. What comes, comes at once. */
const PATIENCE = { testTimeout: 240_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

// Shown on the page 关于; Vite hands on what begins like that.
process.env['VITE_VERSION'] = (JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }).version;

export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Classic, in one piece: a module worker from a blob does not start on file://, and a blob cannot import chunks.
    worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } }, plugins: () => [collectPackages()] },
    build: {
      target: TARGET,
      outDir: single ? 'dist-single' : 'dist',
      copyPublicDir: !single,
      // The polyfill fetches, which the policy forbids; every browser from the target on does without.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    plugins: [
      single ? [standAlone(), viteSingleFile({ outputFileName: 'gouji.html' })] : [],
      policyInPage(single),
      policyInDevelopment(),
      collectPackages(),
      notices(single),
      single ? [] : serviceWorker(),
    ],
    test: {
      env: { TZ: 'UTC', LC_ALL: 'C' },
      maxWorkers: 2,
      ...PATIENCE,
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.ts'],
            exclude: ['test/browser/**', 'test/build/**'],
          },
        },
        {
          extends: true,
          test: { name: 'build', include: ['test/build/**/*.test.ts'], globalSetup: 'test/build/fresh-build.ts' },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            exclude: ALONE,
            globalSetup: 'test/browser/global-setup.ts',
          },
        },
        {
          extends: true,
          test: {
            name: 'browser-alone',
            include: ALONE,
            globalSetup: 'test/browser/global-setup.ts',
            // After all others, one at a time.
            sequence: { groupOrder: 1 },
            maxWorkers: 1,
          },
        },
      ],
    },
  };
});

/** Takes out of the page what would be a second file. */
function standAlone(): Plugin {
  return {
    name: 'gouji:stand-alone',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace(/\s*<link rel="manifest"[^>]*>/, '')
          .replace(
            './icon.svg',
            `data:image/svg+xml;base64,${readFileSync(new URL('public/icon.svg', import.meta.url)).toString('base64')}`,
          ),
    },
  };
}

/** Writes the policy into the finished page, after everything else has had its hands on it: the hashes must stay true. */
function policyInPage(single: boolean): Plugin {
  return {
    name: 'gouji:policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          const html = String(file.source);
          // The browser turns these into other characters before it hashes.
          if (/[\r\0]/.test(html)) this.error('a carriage return or NUL in the page would make the hashes of its policy wrong');
          const tag = `<meta http-equiv="Content-Security-Policy" content="${policy(html, single)}">`;
          const charset = /<meta charset="utf-8"[^>]*>/;
          if (!charset.test(html)) this.error('the page must name its charset');
          file.source = html.replace(charset, (found) => `${found}\n    ${tag}`);
        }
      },
    },
  };
}

function policy(html: string, single: boolean): string {
  const self = single ? [] : ["'self'"];
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': [...self, ...hashes(html, 'script')],
    // Preact and chart.js set styles by property, which no policy minds; so no 'unsafe-inline'.
    'style-src': [...self, ...hashes(html, 'style')],
    'img-src': [...self, 'data:', 'blob:'],
    // From blobs only: a worker loaded from an address would not be bound by this policy. The hosted page narrows this to its
    // service worker's own address in its first script (index.html), since a policy can name a file only with its host.
    'worker-src': [...self, 'blob:'],
    'connect-src': ["'none'"],
    ...(single ? {} : { 'manifest-src': ["'self'"] }),
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    // No text becomes markup or script. The default policy in index.html admits the page's own workers.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  })
    .map(([name, sources]) => `${name} ${sources.length > 0 ? sources.join(' ') : "'none'"}`)
    .join('; ');
}

/** The sources that allow the inline elements of this name, and only as they stand. */
function hashes(html: string, element: 'script' | 'style'): string[] {
  const inline = html.matchAll(new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, 'g'));
  return [...inline]
    .filter(([, attributes]) => !/\ssrc=/.test(attributes!))
    .map(([, , text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`);
}

/** Packages of which something is in this build, workers included. */
const packages = new Set<string>();

function collectPackages(): Plugin {
  return {
    name: 'gouji:packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of Object.keys(file.modules)) {
          const name = packageOf(id);
          if (name !== null) packages.add(name);
        }
      }
    },
  };
}

/** Puts the licences of others beside the hosted page and, as a remark, at the end of the single file. */
function notices(single: boolean): Plugin {
  return {
    name: 'gouji:notices',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const text = await noticesFor(packages);
        if (!single) {
          this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: text });
          return;
        }
        const page = Object.values(bundle).find((file) => file.fileName.endsWith('.html'));
        if (page?.type !== 'asset') this.error('the page is missing');
        page.source = `${String(page.source).trimEnd()}\n<!--\n${text.replaceAll('--', '‐‐')}-->\n`;
      },
    },
  };
}

/** Writes the service worker once everything it is to keep stands there. */
function serviceWorker(): Plugin {
  let folder = '';
  return {
    name: 'gouji:service-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = path.resolve(root, outDir);
    },
    writeBundle: {
      order: 'post',
      async handler() {
        // The page has them in its script; their names would not survive every way of copying.
        await rm(path.join(folder, 'examples'), { recursive: true, force: true });
        await writeServiceWorker(folder, TARGET);
      },
    },
  };
}

/** `npm run dev`: Vite's own client needs inline styles, a socket and workers by address. Nothing else is let out. */
function policyInDevelopment(): Plugin {
  const content =
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "worker-src 'self' blob:; connect-src 'self' ws://localhost:* ws://127.0.0.1:*; base-uri 'none'; form-action 'none'";
  return {
    name: 'gouji:policy-in-development',
    apply: 'serve',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }],
  };
}
