// The door of the core opens from Node through Vite's own module runner, as programs outside of the page use it.
import { fileURLToPath } from 'node:url';
import { createServer, runnerImport } from 'vite';
import { expect, it } from 'vitest';

type Door = typeof import('../src/core/index.ts');
const root = fileURLToPath(new URL('..', import.meta.url));

function expectWhole(door: Door): void {
  expect(typeof door.examine).toBe('function');
  expect(door.formats.length).toBeGreaterThan(0);
  expect(door.editions.length).toBeGreaterThan(0);
  expect(door.rules.length).toBeGreaterThan(0);
}

it('by runnerImport', async () => {
  const { module } = await runnerImport<Door>('./src/core/index.ts', { root, logLevel: 'error' });
  expectWhole(module);
  const outcome = await module.examine(new TextEncoder().encode('不是年报'), '通知.txt');
  expect(outcome.ok && outcome.reports.length > 0).toBe(false);
}, 30_000);

it('by a server with this configuration', async () => {
  const server = await createServer({ root, logLevel: 'error', server: { middlewareMode: true, ws: false, watch: null } });
  try {
    expectWhole((await server.ssrLoadModule('/src/core/index.ts')) as Door);
  } finally {
    await server.close();
  }
}, 30_000);
