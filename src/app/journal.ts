// The one crash journal of the page, and how windows of the same browser find out which of them are alive.
import { signal } from '@preact/signals';
import { createCrashJournal, sayInterrupted } from './crash-journal.ts';
import type { OtherWindows } from './crash-journal.ts';
import { clearsOnClosing } from './settings/keeping.ts';
import { alone } from './neighbours.ts';
import { neighbours } from './windows.ts';

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
  const storage = memory('localStorage');
  return storage && neighbours !== alone && !clearsOnClosing.peek() ? { storage, ...neighbours } : null;
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
