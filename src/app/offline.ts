// Keeps the hosted page on this machine, so that it opens without its server, and says when a newer version lies ready.
// Nothing changes under a person's hands: a newer version is shown only after a click, and never during an import.
import { computed, signal } from '@preact/signals';
import { intake } from './intake.ts';

/**
 * `single`: one file, which needs no server anyway. `impossible`: the browser does not allow it here (plain http, old engine).
 * `preparing`, `ready`: kept whole. `failed`: could not be kept, the server is needed as before.
 */
export type OfflineState = 'single' | 'impossible' | 'preparing' | 'ready' | 'failed';

export const offline = signal<OfflineState>(stateAtStart());
/** A newer version lies ready on this machine. */
export const newVersion = signal(false);
/** Files are being read: now is no time for a newer version. */
export const importing = computed(() =>
  intake.jobs.value.some(({ state }) => state === 'queued' || state === 'reading' || state === 'checking'),
);
/** Sets one build apart from another; empty in the single file. */
export const buildMark: string = /-([\w-]{8})\.js$/.exec(entryScript())?.[1] ?? '';

/** Between two looks for a newer version, in ms. */
const LOOK_EVERY = 60 * 60 * 1000;

interface Answer {
  /** The worker has a version that this page is not of. */
  readonly newer: boolean;
}

function stateAtStart(): OfflineState {
  if (import.meta.env.MODE === 'single' || globalThis.location?.protocol === 'file:') return 'single';
  return import.meta.env.PROD && globalThis.isSecureContext && 'serviceWorker' in navigator ? 'preparing' : 'impossible';
}

/** Address of the script that this page started with; empty where it stands in the page. */
function entryScript(): string {
  return globalThis.document?.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
}

let registration: ServiceWorkerRegistration | null = null;

/**
 * Begins to keep the page on this machine. Called once, when the page stands and has nothing better to do.
 * False where that cannot be and parts of the page may still have to come from a server.
 */
export async function keepOffline(): Promise<boolean> {
  if (offline.value !== 'preparing') return offline.value !== 'impossible';
  try {
    registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI).href, { updateViaCache: 'none' });
    registration.addEventListener('updatefound', follow);
    follow();
    await navigator.serviceWorker.ready;
    await ask('hello');
    offline.value = 'ready';
  } catch {
    offline.value = 'failed';
    return false;
  }
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - looked < LOOK_EVERY) return;
    looked = performance.now();
    // Without the server there is nothing newer.
    registration?.update().catch(() => {});
  });
  return true;
}

/** Waits for a worker that is being installed, then asks it which version it has: before it is active too, which may take its time. */
function follow(): void {
  const coming = registration?.installing ?? registration?.waiting;
  coming?.addEventListener('statechange', () => {
    if (coming.state === 'installed' || coming.state === 'activated') void ask('hello');
    // The first one could not be kept whole; an older one still serves.
    if (coming.state === 'redundant' && !registration?.active) offline.value = 'failed';
  });
}

async function ask(type: 'hello' | 'choose'): Promise<void> {
  // One that waits has its version whole, and the one before it serves what was chosen, whichever that is.
  const newest = registration?.waiting ?? registration?.active;
  if (!newest) return;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Answer>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data as Answer), { once: true });
    port1.start();
  });
  newest.postMessage({ type, entry: entryScript() }, [port2]);
  newVersion.value = (await answer).newer;
}

/** Shows the newer version. Does nothing while files are being read. */
export async function showNewVersion(): Promise<void> {
  if (importing.value) return;
  await ask('choose');
  location.reload();
}
