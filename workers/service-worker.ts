// The service worker of the hosted page: keeps whole versions of the page and serves the one that the person has chosen.
// Asks the network for nothing but the files of its own version, each held to its hash; all else gets no answer.
// The one source that may name fetch; built by vite.config.ts, which puts the list of files in. Not part of the single file.

declare const VERSION: string;
/** Path from the scope, SHA-256 as in an integrity attribute, content type. */
declare const FILES: readonly (readonly [path: string, integrity: string, type: string])[];

interface Message {
  readonly type: 'hello' | 'choose';
  /** Address of the script that the page started with: tells which version it is. */
  readonly entry: string;
}

const worker = self as unknown as ServiceWorkerGlobalScope;
const scope = worker.registration?.scope ?? '';
/** One origin may hold several copies of the page, and other people's pages. */
const prefix = `gouji ${scope} `;
const CHOICE = `${prefix}chosen`;
const PAGE = 'index.html';
/** Files asked for at the same time. */
const AT_ONCE = 4;

const address = (path: string): string => new URL(path, scope).href;
const nameOf = (version: string): string => prefix + version;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
worker.addEventListener('message', (event) => {
  const { type, entry } = event.data as Message;
  const port = event.ports[0];
  const done = (type === 'choose' ? choose(VERSION) : greet(entry)).then(async () =>
    port?.postMessage({ newer: !(await has(VERSION, entry)) }),
  );
  event.waitUntil(done);
});

/** All files or none. The worker takes over at once, the version that is served does not change by that. */
async function install(): Promise<void> {
  const cache = await caches.open(nameOf(VERSION));
  try {
    const waiting = [...FILES];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await cache.put(address(next[0]), await brought(next));
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    // Not before the others have ended: they would go on with what is thrown away.
    const broken = ends.find((end): end is PromiseRejectedResult => end.status === 'rejected');
    if (broken) throw broken.reason;
  } catch (error) {
    await caches.delete(nameOf(VERSION));
    throw error;
  }
  if ((await chosen()) === null) await choose(VERSION);
  await worker.skipWaiting();
}

async function brought([path, integrity, type]: (typeof FILES)[number]): Promise<Response> {
  // Names in this folder change with their content: what an older version has need not travel again.
  const hashed = path.startsWith('assets/');
  const kept = hashed ? await anywhere(address(path)) : undefined;
  if (kept) return kept;
  const response = await fetch(address(path), { integrity, cache: hashed ? 'default' : 'no-cache', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const headers: Record<string, string> = { 'content-type': type, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
  // The policy of the page stands in the page. A script that were run as a worker from its address would be bound by this one.
  headers['content-security-policy'] = path === PAGE ? "frame-ancestors 'none'" : "default-src 'none'; frame-ancestors 'none'";
  return new Response(await response.arrayBuffer(), { headers });
}

async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || /worker/.test(request.destination)) return Response.error();
  const page = request.mode === 'navigate' && !FILES.some(([path]) => path !== PAGE && address(path) === origin + pathname);
  const wanted = page ? address(PAGE) : origin + pathname;
  const version = await chosen();
  const found = (version !== null && (await caches.match(wanted, { cacheName: nameOf(version) }))) || (await anywhere(wanted));
  if (found) return found;
  // The browser may have thrown away what we kept; what belongs to this version may be had again.
  const file = FILES.find(([path]) => address(path) === wanted);
  return file ? brought(file).catch(() => Response.error()) : Response.error();
}

/**
 * A file of any version: windows that were open before a newer one was chosen still ask for theirs. Looked for without opening:
 * that would bring back, empty, a version that is being thrown away.
 */
async function anywhere(wanted: string): Promise<Response | undefined> {
  for (const name of await ownCaches()) {
    const found = await caches.match(wanted, { cacheName: name });
    if (found) return found;
  }
  return undefined;
}

async function ownCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== CHOICE);
}

/** The version to be served; null if none was chosen, or if it is gone. */
async function chosen(): Promise<string | null> {
  const version = await (await caches.match(scope, { cacheName: CHOICE }))?.text();
  return version !== undefined && (await caches.has(nameOf(version))) ? version : null;
}

async function has(version: string, wanted: string): Promise<boolean> {
  return (await caches.match(wanted, { cacheName: nameOf(version) })) !== undefined;
}

async function choose(version: string): Promise<void> {
  await (await caches.open(CHOICE)).put(scope, new Response(version));
}

/** A page has started. If it is of the chosen version this worker serves it from now on; if it is alone, old versions may go. */
async function greet(entry: string): Promise<void> {
  // Where it waits still: the first time came while the one before was busy, and Chromium tries again only after half a minute.
  void worker.skipWaiting();
  const version = await chosen();
  if (version === null || !(await has(version, entry))) return;
  // One that waits cannot.
  await worker.clients.claim().catch(() => {});
  const names = await ownCaches();
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const { installing, waiting } = worker.registration;
  if (version !== VERSION || installing || waiting || windows.filter(({ url }) => url.startsWith(scope)).length > 1) return;
  for (const name of names) if (name !== nameOf(version)) await caches.delete(name);
}
