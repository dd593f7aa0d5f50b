// The journal of the page itself: where nothing may be left behind it writes nothing, not even into the memory of the window.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** What a browser would have put on the disk, in order. */
let written: string[];

function storage(kept: Readonly<Record<string, string>>): Storage {
  const items = new Map(Object.entries(kept));
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      items.set(key, value);
      written.push(`${key} ${value}`);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

async function journalWhere(clearOnClosing: boolean) {
  vi.stubGlobal('localStorage', storage({ 'gouji.keeping': JSON.stringify({ originals: true, clearOnClosing }) }));
  vi.stubGlobal('sessionStorage', storage({}));
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.resetModules();
  return (await import('../../src/app/journal.ts')).journal;
}

beforeEach(() => {
  written = [];
});
afterEach(() => vi.unstubAllGlobals());

describe('the journal of the page', () => {
  it('knows what was being checked', async () => {
    const journal = await journalWhere(false);
    journal.begin('1', '密不外传.txt');
    expect(written.join()).toContain('密不外传.txt');
  });

  it('writes nothing where everything goes with the page', async () => {
    const journal = await journalWhere(true);
    journal.begin('1', '密不外传.txt');
    journal.pause('1');
    journal.begin('1', '密不外传.txt');
    journal.end('1');
    await Promise.resolve();
    journal.leave();
    expect(written).toEqual([]);
  });
});
