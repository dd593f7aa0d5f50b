// Tries to get out of the page or worker it runs in, towards addresses that cannot exist, and tells what stopped each try.
// The one source that may name ways out. Carries nothing of any document.

export type World = 'page' | 'worker';

/**
 * `stopped`: the browser reported that the policy of the page stopped it, or the page itself refused. `absent`: there is no such
 * thing here. `open`: nothing stopped it. `unclear`: it did not succeed, but this browser does not say why; no proof.
 */
export type WayOutcome = 'stopped' | 'absent' | 'open' | 'unclear';

export interface WayResult {
  /** Chinese, for people. */
  readonly name: string;
  /** As programmers call it. */
  readonly term: string;
  readonly outcome: WayOutcome;
}

interface Way {
  readonly name: string;
  readonly term: string;
  readonly worlds: readonly World[];
  /** Global, or a member of one, without which there is no such way. */
  readonly needs: string;
  /** Undefined: no policy stops it, so being there is bad enough. */
  attempt?(host: string): unknown;
}

/** Reserved for names that lead nowhere (RFC 2606): even where nothing stops a try, nothing can arrive. */
const NOWHERE = 'gouji.invalid';
/** For reports of the browser to come in, in ms; most come at once. */
const PATIENCE = 3000;
/** The page's own refusals (index.html): types of scripts, and what was taken away. */
const REFUSALS = /blocked script address|not in this page|TrustedScriptURL/;

const PAGE: readonly World[] = ['page'];
const WORKER: readonly World[] = ['worker'];
const BOTH: readonly World[] = ['page', 'worker'];

/** Everything is asked for by name: types of page and worker differ, and browsers lack one or the other. */
function reach(path: string): unknown {
  let found: unknown = globalThis;
  for (const name of path.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[name];
  return found;
}

function call(path: string, ...given: unknown[]): unknown {
  const owner = path.includes('.') ? reach(path.slice(0, path.lastIndexOf('.'))) : globalThis;
  return Reflect.apply(reach(path) as () => unknown, owner, given);
}

function make(path: string, ...given: unknown[]): Record<string, (...given: unknown[]) => unknown> {
  return Reflect.construct(reach(path) as new () => never, given);
}

interface Attached {
  setAttribute(name: string, value: string): void;
  append(child: Attached): void;
  remove(): void;
  submit(): void;
}

const attached: Attached[] = [];

/** Puts an element into the page, unseen; taken out at the end. */
function attach(tag: string, attributes: Readonly<Record<string, string>>, place: 'head' | 'body' = 'body'): Attached {
  const element = call('document.createElement', tag) as Attached;
  for (const [name, value] of Object.entries({ hidden: '', ...attributes })) element.setAttribute(name, value);
  attached.push(element);
  (reach(`document.${place}`) as Attached).append(element);
  return element;
}

const https = (host: string): string => `https://${host}/`;

const WAYS: readonly Way[] = [
  { name: '网络请求', term: 'fetch', worlds: BOTH, needs: 'fetch', attempt: (host) => call('fetch', https(host), { mode: 'no-cors' }) },
  {
    name: '网络请求（旧式）',
    term: 'XMLHttpRequest',
    worlds: BOTH,
    needs: 'XMLHttpRequest',
    attempt(host) {
      const request = make('XMLHttpRequest');
      request['open']?.('GET', https(host));
      request['send']?.();
    },
  },
  {
    name: '关闭页面时发出的数据',
    term: 'sendBeacon',
    worlds: PAGE,
    needs: 'navigator.sendBeacon',
    attempt: (host) => call('navigator.sendBeacon', https(host), ''),
  },
  { name: '双向连接', term: 'WebSocket', worlds: BOTH, needs: 'WebSocket', attempt: (host) => make('WebSocket', `wss://${host}/`) },
  { name: '推送连接', term: 'EventSource', worlds: BOTH, needs: 'EventSource', attempt: (host) => make('EventSource', https(host)) },
  {
    name: '新式双向连接',
    term: 'WebTransport',
    worlds: BOTH,
    needs: 'WebTransport',
    attempt: (host) => make('WebTransport', `https://${host}:443/`)['ready'],
  },
  { name: '点对点连接', term: 'RTCPeerConnection', worlds: BOTH, needs: 'RTCPeerConnection' },
  { name: '点对点连接（旧名）', term: 'webkitRTCPeerConnection', worlds: PAGE, needs: 'webkitRTCPeerConnection' },
  { name: '弹出窗口', term: 'window.open', worlds: PAGE, needs: 'open' },
  {
    name: '图片',
    term: 'img',
    worlds: PAGE,
    needs: 'Image',
    attempt: (host) => attach('img', { src: https(host), alt: '' }),
  },
  {
    name: '样式表',
    term: 'link stylesheet',
    worlds: PAGE,
    needs: 'document',
    attempt: (host) => attach('link', { rel: 'stylesheet', href: https(host) }, 'head'),
  },
  {
    name: '字体',
    term: 'FontFace',
    worlds: BOTH,
    needs: 'FontFace',
    attempt: (host) => make('FontFace', 'gouji-nowhere', `url(${https(host)})`)['load']?.(),
  },
  {
    name: '预先取来',
    term: 'link preload',
    worlds: PAGE,
    needs: 'document',
    attempt: (host) => attach('link', { rel: 'preload', as: 'image', href: https(host) }, 'head'),
  },
  {
    name: '音像',
    term: 'audio',
    worlds: PAGE,
    needs: 'Audio',
    attempt: (host) => attach('audio', { src: https(host), preload: 'auto' }),
  },
  {
    name: '外来脚本',
    term: 'script',
    worlds: PAGE,
    needs: 'document',
    attempt(host) {
      attach('script', { src: https(host) }, 'head');
    },
  },
  // The address is none that a bundler could know.
  { name: '外来程序模块', term: 'import()', worlds: BOTH, needs: 'Promise', attempt: (host) => import(/* @vite-ignore */ https(host)) },
  {
    name: '线程装入外来脚本',
    term: 'importScripts',
    worlds: WORKER,
    needs: 'importScripts',
    attempt: (host) => call('importScripts', https(host)),
  },
  {
    name: '内嵌网页',
    term: 'iframe',
    worlds: PAGE,
    needs: 'HTMLIFrameElement',
    attempt: (host) => attach('iframe', { src: https(host) }),
  },
  {
    name: '内嵌插件',
    term: 'object',
    worlds: PAGE,
    needs: 'HTMLObjectElement',
    attempt: (host) => attach('object', { data: https(host) }),
  },
  {
    name: '按地址启动的线程',
    term: 'Worker',
    worlds: BOTH,
    needs: 'Worker',
    // Another site's would be refused by every browser whatever the policy says: so one of this site, made up as a text.
    attempt: (host) => make('Worker', `data:text/javascript,//${host}`),
  },
  {
    name: '缓存里的请求',
    term: 'Cache.add',
    worlds: BOTH,
    needs: 'caches.open',
    async attempt(host) {
      const cache = (await call('caches.open', 'gouji-self-check')) as { add(request: unknown): Promise<void> };
      try {
        await cache.add(make('Request', https(host), { mode: 'no-cors' }));
      } finally {
        await call('caches.delete', 'gouji-self-check');
      }
    },
  },
  {
    name: '提交表单',
    term: 'form',
    worlds: PAGE,
    needs: 'HTMLFormElement',
    // Into a window of its own: should it get through, this page stays.
    attempt: (host) => attach('form', { action: https(host), target: 'gouji-self-check' }).submit(),
  },
];

interface Violation {
  readonly blockedURI: string;
}

/** Tries all at once. Takes at most some three seconds, never rejects. */
export async function tryWaysOut(world: World): Promise<WayResult[]> {
  const ways = WAYS.filter(({ worlds }) => worlds.includes(world));
  const outcomes = new Map<Way, WayOutcome>();
  const hosts = new Map(ways.map((way, index) => [`${world}-${index}.${NOWHERE}`, way]));
  let reports = 0;
  const heed = (event: unknown): void => {
    const { blockedURI } = event as Violation;
    for (const [host, way] of hosts) {
      if (!blockedURI.includes(host)) continue;
      reports += 1;
      outcomes.set(way, 'stopped');
    }
    // Of addresses that are content themselves the browser names the scheme only; one way has such.
    if (blockedURI === 'data') for (const way of ways) if (way.term === 'Worker') outcomes.set(way, 'stopped');
  };
  const events = (world === 'page' ? reach('document') : globalThis) as {
    addEventListener(type: string, listener: (event: unknown) => void): void;
    removeEventListener(type: string, listener: (event: unknown) => void): void;
  };
  events.addEventListener('securitypolicyviolation', heed);
  const refuse = (way: Way, error: unknown): void => {
    if (REFUSALS.test(String(error))) outcomes.set(way, 'stopped');
  };
  for (const [host, way] of hosts) {
    if (reach(way.needs) === undefined) outcomes.set(way, 'absent');
    else if (!way.attempt) outcomes.set(way, 'open');
    else {
      try {
        void Promise.resolve(way.attempt(host)).catch((error: unknown) => refuse(way, error));
      } catch (error) {
        refuse(way, error);
      }
    }
  }
  const end = performance.now() + PATIENCE;
  while (outcomes.size < ways.length && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  events.removeEventListener('securitypolicyviolation', heed);
  for (const element of attached.splice(0)) element.remove();
  // A browser that reports some would have reported the others too.
  const silent: WayOutcome = reports > 0 ? 'open' : 'unclear';
  return ways.map((way) => ({ name: way.name, term: way.term, outcome: outcomes.get(way) ?? silent }));
}
