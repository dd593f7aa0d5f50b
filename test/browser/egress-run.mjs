// Tries every way out (egress-channels.mjs) in a real browser against listeners that count what arrives: on pages without any
// policy first, which shows that the way leads somewhere in this browser, then on both deliveries.
import { cp, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import dgram from 'node:dgram';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../.ci/static-server.mjs';
import { CHANNELS, FILES, HELPERS, WORKER_HELPERS } from './egress-channels.mjs';
import { ARGUMENTS } from './find-browser.mjs';

/** @typedef {'control' | 'hosted' | 'kept' | 'file-control' | 'single'} Place */
/** @typedef {'page' | 'worker'} Side */
/**
 * @typedef {'closed' | 'open' | 'untestable'} Verdict
 *   `untestable`: nothing arrives without a policy either, or there is no such thing here; says nothing for or against the policy.
 */

/** Where it is tried. `kept`: the hosted page while its service worker is in control. @type {Record<Place, string>} */
export const PLACES = {
  control: 'http, no policy',
  'file-control': 'file, no policy',
  hosted: 'hosted',
  kept: 'hosted, kept offline',
  single: 'single file',
};
/** @type {Record<'hosted' | 'kept' | 'single', Place>} */
const CONTROL_OF = { hosted: 'control', kept: 'control', single: 'file-control' };
/** At least so long is waited for what may still come, in ms; longer where the control took longer. */
const PATIENCE = 2_500;
/** At most so long for what is known to come, in ms: a machine may be slow. */
const DUE = 15_000;
/** Pages that are open at the same time. */
const AT_ONCE = 8;

/**
 * @typedef {{
 *   version: string,
 *   arrived: Record<string, number>,
 *   said: Record<string, string>,
 *   verdict: (channel: string, place: 'hosted' | 'kept' | 'single', side: Side) => Verdict,
 *   close: () => Promise<void>,
 * }} Egress
 *   `arrived`: by `place side channel`. `said`: what the call answered, by the same names; no proof of anything.
 */

/**
 * @param {import('./find-browser.mjs').FoundBrowser} found
 * @param {{ site: string, file: string }} built folder of the hosted page, the single file
 * @returns {Promise<Egress>}
 */
export async function tryEveryWay(found, built) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'gouji-egress-'));
  const sinks = await listen();
  /** @type {(() => Promise<unknown>)[]} */
  const endings = [() => rm(scratch, { recursive: true, force: true }), sinks.close];
  try {
    const folder = path.join(scratch, 'site');
    await cp(built.site, folder, { recursive: true });
    const single = path.join(folder, '勾稽 核验.html');
    await copyFile(built.file, single);
    const control =
      '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>control</title><body><div id="app"></div></body></html>';
    for (const [name, content] of Object.entries({ ...FILES, 'control.html': control })) await writeFile(path.join(folder, name), content);

    /** @type {Record<string, string>} */
    const said = {};
    let patience = PATIENCE;
    const version = Number.parseInt(found.version, 10);

    /** @type {Place[]} */
    const places = ['control', 'file-control', 'hosted', 'kept', 'single'];
    for (const place of places) {
      const server = await serve(folder);
      sinks.watchOwn(place, server.requests);
      const onFile = place === 'file-control' || place === 'single';
      const base = onFile ? `${pathToFileURL(folder).href}/` : server.url;
      const address = {
        control: `${base}control.html`,
        'file-control': `${base}control.html`,
        hosted: base,
        kept: base,
        single: pathToFileURL(single).href,
      }[place];
      // A profile on disk: without one Chromium does not connect ahead, and keeps no service workers of old.
      const context = await chromium.launchPersistentContext(path.join(scratch, `profile-${place}`), {
        executablePath: found.executable,
        chromiumSandbox: false,
        // The sinks must be heard, QUIC included.
        args: [...ARGUMENTS.filter((each) => !/quic|background-networking/.test(each)), '--autoplay-policy=no-user-gesture-required'],
        ignoreDefaultArgs: ['--disable-background-networking'],
        env: /** @type {Record<string, string>} */ ({ ...process.env, ...found.environment }),
        serviceWorkers: place === 'hosted' ? 'block' : 'allow',
        timeout: 60_000,
      });
      endings.unshift(() => context.close().catch(() => {}));
      if (!onFile) await context.grantPermissions(['notifications'], { origin: server.url.slice(0, -1) }).catch(() => {});
      context.setDefaultTimeout(30_000);
      const open = async () => {
        const page = await context.newPage();
        page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
        await page.goto(address);
        await page.waitForFunction(() => !document.getElementById('opening'));
        if (place === 'kept') {
          await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
          await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        }
        return page;
      };
      const targets = (/** @type {string[]} */ ids, /** @type {Side} */ side) =>
        Promise.all(
          ids.map(async (id) => [id, { ...(await sinks.target(`${place} ${side} ${id}`, CHANNELS[id]?.own ? base : null)), site: base }]),
        ).then(Object.fromEntries);
      /** @param {string[]} ids @param {Side} side @param {import('playwright-core').Page} page */
      const run = async (ids, side, page) => {
        const given = await targets(ids, side);
        const script = scriptOf(ids, side, given);
        const answers =
          side === 'page'
            ? page.evaluate(script)
            : page.evaluate(
                (text) =>
                  new Promise((resolve) => {
                    const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
                    worker.addEventListener('message', ({ data }) => resolve(data));
                    worker.addEventListener('error', ({ message }) => resolve({ '': message }));
                  }),
                `${script}.then((answers) => postMessage(answers))`,
              );
        // A page that leaves answers nothing.
        const got = await Promise.race([answers.catch(() => ({})), wait(15_000).then(() => ({ '': 'no answer' }))]);
        for (const [id, answer] of Object.entries(/** @type {Record<string, string>} */ (got))) said[`${place} ${side} ${id}`] = answer;
      };

      /** What is known to lead out is waited for until it has arrived. @param {string} id */
      const timeFor = (id) => {
        if (place === 'control' || place === 'file-control') return DUE / 2;
        const isKnown = sinks.arrived[`${CONTROL_OF[place]} page ${id}`] && expectedOf(id, place, version) === 'open';
        return isKnown ? DUE : patience / 2;
      };
      const ids = Object.keys(CHANNELS).filter((id) => !(onFile && CHANNELS[id]?.own));
      const together = ids.filter((id) => !CHANNELS[id]?.alone);
      const page = await open();
      await run(
        together.filter((id) => CHANNELS[id]?.page),
        'page',
        page,
      );
      // Nobody asks for it but who installs the page.
      const session = await context.newCDPSession(page);
      await session.send('Page.getAppManifest').catch(() => {});
      const second = await open();
      await run(
        together.filter((id) => CHANNELS[id]?.worker),
        'worker',
        second,
      );
      const alone = ids.filter((id) => CHANNELS[id]?.alone && CHANNELS[id]?.page);
      const work = async () => {
        for (let id = alone.shift(); id; id = alone.shift()) {
          const own = await open();
          await run([id], 'page', own);
          const key = `${place} page ${id}`;
          const from = Date.now();
          // No page is closed while it is just leaving: Chromium may never say that it did.
          await wait(patience / 2);
          while (!sinks.hasHeard(key) && Date.now() - from < timeFor(id)) await wait(50);
          await Promise.race([own.close(), wait(DUE)]);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      await wait(patience);
      if (place.includes('control')) patience = Math.max(patience, Math.min(6_000, 2 * sinks.slowest()));
      await context.close();
      await server.close();
      sinks.readOwn();
    }
    const { arrived } = sinks;
    return {
      version: found.version,
      arrived,
      said,
      verdict(id, place, side) {
        if (arrived[`${place} ${side} ${id}`]) return 'open';
        return arrived[`${CONTROL_OF[place]} ${side} ${id}`] ? 'closed' : 'untestable';
      },
      close: async () => {},
    };
  } finally {
    for (const end of endings) await end();
  }
}

/**
 * What must come of a way that leads somewhere in this browser.
 * @param {string} id
 * @param {'hosted' | 'kept' | 'single'} place
 * @param {number} version of Chromium
 * @returns {Verdict}
 */
export function expectedOf(id, place, version) {
  const { open, ownOpen, until = Infinity } = CHANNELS[id] ?? {};
  return version < until && (open || (ownOpen && place === 'hosted')) ? 'open' : 'closed';
}

/**
 * The trials as one expression: every one is begun, none waits for another.
 * @param {string[]} ids
 * @param {Side} side
 * @param {Record<string, unknown>} targets
 */
function scriptOf(ids, side, targets) {
  const trials = ids.map((id) => `${JSON.stringify(id)}: (to) => { ${withReturn(CHANNELS[id]?.[side] ?? '')} }`);
  return `(async () => {
    ${side === 'page' ? HELPERS : WORKER_HELPERS}
    const targets = ${JSON.stringify(targets)};
    const trials = { ${trials.join(',\n')} };
    const answers = {};
    const begun = Object.entries(trials).map(async ([id, trial]) => {
      try {
        const answer = trial(targets[id]);
        answers[id] = 'began';
        await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 2000))]);
        answers[id] = 'no complaint';
      } catch (error) {
        answers[id] = String(error);
      }
    });
    await Promise.all(begun);
    return answers;
  })()`;
}

/** A single expression is waited for, so that its complaint is known. @param {string} code */
function withReturn(code) {
  return /;|\b(?:return|const|for)\b/.test(code) ? code : `return ${code}`;
}

/** Listeners of every kind, all on this machine. */
async function listen() {
  /** @type {Record<string, number>} */
  const arrived = {};
  /** @type {Map<string, number>} */
  const asked = new Map();
  let longest = 0;
  const count = (/** @type {string} */ key) => {
    arrived[key] = (arrived[key] ?? 0) + 1;
    longest = Math.max(longest, Date.now() - (asked.get(key) ?? Date.now()));
  };
  const keyOf = (/** @type {string | undefined} */ url) =>
    decodeURIComponent((url ?? '').slice(1))
      .replace(/\.(mjs|svg|png)$/, '')
      .split(/[?#]/)[0] ?? '';
  const server = http.createServer((request, response) => {
    count(keyOf(request.url));
    response.writeHead(request.url?.includes('event-source') ? 204 : 200, {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'cache-control': 'no-store',
      'content-type': /\.mjs|worklet|script|module/.test(request.url ?? '') ? 'text/javascript' : 'text/plain',
    });
    response.end();
  });
  server.on('upgrade', (request, socket) => {
    count(keyOf(request.url));
    socket.destroy();
  });
  server.on('connection', (socket) => socket.on('error', () => {}));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const port = portOf(server);
  /** @type {(() => void)[]} */
  const closing = [
    () => {
      server.close();
      server.closeAllConnections();
    },
  ];
  /** @type {[Place, string[]][]} */
  const own = [];
  return {
    arrived,
    slowest: () => longest,
    /** @param {string} key */
    hasHeard: (key) =>
      key in arrived ||
      own.some(([, requests]) => requests.some((request) => new URL(request, 'http://127.0.0.1').searchParams.get('leak') === key)),
    /** @param {string} key @param {string | null} site for channels that aim at the page's own server */
    async target(key, site) {
      asked.set(key, Date.now());
      const bare = key.endsWith('preconnect')
        ? await new Promise((resolve) => {
            const listener = net.createServer((socket) => {
              count(key);
              socket.on('error', () => {});
              socket.destroy();
            });
            closing.push(() => listener.close());
            listener.listen(0, '127.0.0.1', () => resolve(portOf(listener)));
          })
        : port;
      const udp = /webrtc|webtransport/.test(key)
        ? await new Promise((resolve) => {
            const socket = dgram.createSocket('udp4', () => count(key));
            closing.push(() => socket.close());
            socket.bind(0, '127.0.0.1', () => resolve(socket.address().port));
          })
        : port;
      const name = encodeURIComponent(key);
      return {
        url: site === null ? `http://127.0.0.1:${port}/${name}` : `${site}egress-frame.html?leak=${name}`,
        socket: `ws://127.0.0.1:${port}/${name}`,
        tcp: `http://127.0.0.1:${bare}`,
        udp: `127.0.0.1:${udp}`,
      };
    },
    /** @param {Place} place @param {string[]} requests */
    watchOwn: (place, requests) => void own.push([place, requests]),
    /** Counts what arrived at the servers of the pages themselves. */
    readOwn() {
      for (const [, requests] of own.splice(0))
        for (const request of requests) {
          const leak = new URL(request, 'http://127.0.0.1').searchParams.get('leak');
          if (leak) count(leak);
        }
    },
    close: async () => {
      for (const close of closing) close();
    },
  };
}

/** @param {net.Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** @param {number} time in ms */
function wait(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}
