// What the person wants kept on this machine: originals or not, anything or not once the page is closed. The wish itself
// lies outside of the database and holds nothing of a report.
import { computed, signal } from '@preact/signals';

export interface Keeping {
  /** False: the bytes of files are never written. */
  readonly originals: boolean;
  /** True: nothing is written, everything goes with the page. */
  readonly clearOnClosing: boolean;
}

const KEY = 'gouji.keeping';
const TOLD = 'gouji.told-local';
const USUAL: Keeping = { originals: true, clearOnClosing: false };

function load(): Keeping {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Keeping, unknown>>;
    return { originals: kept.originals !== false, clearOnClosing: kept.clearOnClosing === true };
  } catch {
    return USUAL;
  }
}

export const keeping = signal<Keeping>(load());
export const clearsOnClosing = computed(() => keeping.value.clearOnClosing);

/** False: the browser does not let the wish be kept, so it holds for this visit only. */
export function setKeeping(next: Keeping): boolean {
  keeping.value = next;
  try {
    if (next.originals && !next.clearOnClosing) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(next));
    return true;
  } catch {
    return false;
  }
}

/** Another window of the same page has changed the wish. */
globalThis.addEventListener?.('storage', ({ key }: StorageEvent) => {
  if (key === KEY || key === null) keeping.value = load();
});

/** Opened by double click: every other local page of this browser can read what is kept here. */
export const isLocalPage: boolean = globalThis.location?.protocol === 'file:';

/** Whether the word about local pages is still to be said. */
export const tellOfLocalPages = signal(isLocalPage && !wasTold());

function wasTold(): boolean {
  try {
    return localStorage.getItem(TOLD) !== null;
  } catch {
    return false;
  }
}

/** The person has read it. */
export function stopTelling(): void {
  tellOfLocalPages.value = false;
  try {
    localStorage.setItem(TOLD, '1');
  } catch {
    // Will be said once more at the next start.
  }
}
