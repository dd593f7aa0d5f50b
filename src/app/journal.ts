// The one crash journal of the page, and how windows of the same browser find out which of them are alive.
import { signal } from '@preact/signals';
import { createCrashJournal, sayInterrupted } from './crash-journal.ts';
import type { OtherWindows } from './crash-journal.ts';
import { clearsOnClosing } from './keeping.ts';

/** Milliseconds a living window has to answer: longer than a page is ever held. */
const ANSWER_WITHIN = 1500;
const CHANNEL = 'gouji.windows';
const TAB = 'gouji.tab';

/** null where the browser forbids it. */
function memory(name: 'sessionStorage' | 'localStorage'): OtherWindows['storage'] | null {
  try {
    const storage = globalThis[name];
    return storage ? leavingNothing(storage) : null;
  } catch {
    return null;
  }
}

/**
 * Nothing is written where nothing may be left behind. That holds for the memory of one window too: the browser puts it on
 * the disk after a few seconds, and what is taken out of it stays readable there.
 */
function leavingNothing(storage: Storage): OtherWindows['storage'] {
  return {
    getItem: (key) => storage.getItem(key),
    removeItem: (key) => storage.removeItem(key),
    key: (index) => storage.key(index),
    get length() {
      return storage.length;
    },
    setItem(key, value) {
      if (!clearsOnClosing.peek()) storage.setItem(key, value);
    },
  };
}

function otherWindows(): OtherWindows | null {
  const [storage, own] = [memory('localStorage'), memory('sessionStorage')];
  if (!storage || !own || typeof BroadcastChannel === 'undefined' || clearsOnClosing.peek()) return null;
  let tab: string;
  try {
    tab = own.getItem(TAB) ?? Math.random().toString(36).slice(2);
    own.setItem(TAB, tab);
  } catch {
    return null;
  }
  const channel = new BroadcastChannel(CHANNEL);
  const living = new Set<string>();
  channel.addEventListener('message', ({ data }: MessageEvent<{ ask?: boolean; tab?: string }>) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    if (data.ask) channel.postMessage({ tab });
    else if (data.tab !== undefined) living.add(data.tab);
  });
  const alive = (): Promise<ReadonlySet<string>> => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel.postMessage({ ask: true });
    return new Promise((resolve) => setTimeout(() => resolve(living), ANSWER_WITHIN));
  };
  return { storage, tab, alive };
}

export const journal = createCrashJournal(memory('sessionStorage'), otherWindows());
// Leaving in the middle of an import is no crash.
globalThis.addEventListener?.('pagehide', () => journal.leave());
globalThis.addEventListener?.('pageshow', ({ persisted }: PageTransitionEvent) => persisted && journal.comeBack());

/** Chinese: the page, or another window of it, ended in the middle of an import; null if not. */
export const lastTime = signal<string | null>(sayInterrupted(journal.interruptedNames));
void journal.settled.then((names) => {
  lastTime.value = sayInterrupted(names);
});
