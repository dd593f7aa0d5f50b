// What windows of one browser know of each other's ends: who died is blamed once, who lives never.
import { describe, expect, it } from 'vitest';
import { createCrashJournal, sayInterrupted } from '../../src/app/crash-journal.ts';
import type { CrashJournal, OtherWindows } from '../../src/app/crash-journal.ts';

function storage(items = new Map<string, string>()): OtherWindows['storage'] {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

/** One browser: what its windows share, and which of them answer. */
function browser() {
  const shared = storage();
  const living = new Set<string>();
  let windows = 0;
  return {
    /** `session`: what the window begins with, a copy where it was duplicated. */
    open(session = new Map<string, string>()) {
      windows += 1;
      const id = `w${windows}`;
      living.add(id);
      const isAlive = (other: string) => Promise.resolve(living.has(other));
      const journal = createCrashJournal(storage(session), { storage: shared, id, isAlive });
      return { journal, session, die: () => living.delete(id) };
    },
  };
}

const said = async (journal: CrashJournal) => sayInterrupted(await journal.settled);

describe('a window in the middle of a file', () => {
  it('is not blamed by a duplicate of it, which begins with a copy of all it has in its session', async () => {
    const { open } = browser();
    const one = open();
    one.journal.underWay(true);
    one.journal.begin('a', '甲.html');
    const twin = open(new Map(one.session));
    expect(sayInterrupted(twin.journal.interruptedNames)).toBeNull();
    expect(await said(twin.journal)).toBeNull();
    expect(twin.journal.strikes('a')).toBe(0);
    // And what it is at is still known when it dies itself.
    one.die();
    expect(await said(open().journal)).toContain('“甲.html”');
  });

  it('is blamed once when it has died, however many windows are opened or loaded again afterwards', async () => {
    const { open } = browser();
    const one = open();
    one.journal.begin('a', '甲.html');
    one.die();
    const other = open();
    expect(await said(other.journal)).toContain('正在处理“甲.html”');
    const reloaded = open(one.session);
    expect(await said(reloaded.journal)).toBeNull();
    expect(reloaded.journal.strikes('a')).toBe(1);
  });

  it('has its file go carefully in others until it is known whether it lives', async () => {
    const { open } = browser();
    const one = open();
    one.journal.begin('a', '甲.html');
    const two = open();
    expect(two.journal.strikes('a')).toBe(1);
    await two.journal.settled;
    expect(two.journal.strikes('a')).toBe(0);
  });

  it('that killed two windows is counted twice', async () => {
    const { open } = browser();
    for (const window of [open(), open()]) {
      window.journal.begin('a', '甲.html');
      window.die();
    }
    const { journal } = open();
    expect(await said(journal)).toContain('“甲.html”');
    expect(journal.strikes('a')).toBe(2);
  });

  it('that is left on purpose leaves nothing to tell', async () => {
    const { open } = browser();
    const one = open();
    one.journal.begin('a', '甲.html');
    one.journal.leave();
    one.die();
    expect(await said(open(one.session).journal)).toBeNull();
  });
});
