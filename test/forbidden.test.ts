// Every source against the table of forbidden names, after proof that the reader of names bites.
import { describe, expect, it } from 'vitest';
import { TRIES_WAYS_OUT, forbiddenNames } from './forbidden.ts';
import { sources } from './sources.ts';

describe('no source names a way out', () => {
  it('in src and workers', () => {
    // The service worker asks for the files of its own version: once, each by its hash. See test/browser/offline.test.ts.
    const worker = 'workers/service-worker.ts';
    const found = sources().flatMap(({ file, text }) => forbiddenNames(file, text));
    // Tries them on purpose, at the wish of the person; by name, but for one that has to be written out.
    const others = found.filter((each) => !each.startsWith(`${TRIES_WAYS_OUT}:`));
    expect(found.filter((each) => each.startsWith(`${TRIES_WAYS_OUT}:`))).toEqual([
      expect.stringMatching(/an import of something worked out at run time may go anywhere$/),
    ]);
    expect(others.filter((each) => !each.startsWith(worker))).toEqual([]);
    expect(others).toEqual([expect.stringMatching(/^workers\/service-worker\.ts:\d+: fetch is a way out$/)]);
  }, 60_000);
});

describe('the reader of names bites', () => {
  const PAGE = 'src/app/thing.ts';
  const CORE = 'src/core/check/thing.ts';
  it.each([
    [PAGE, `fetch('x')`],
    [PAGE, `window.fetch('x')`],
    [PAGE, `const send = globalThis.fetch`],
    [PAGE, `new XMLHttpRequest()`],
    [PAGE, `new WebSocket('wss://x')`],
    [PAGE, `new EventSource('x')`],
    [PAGE, `navigator.sendBeacon('x')`],
    [PAGE, `navigator['sendBeacon']('x')`],
    [PAGE, `new RTCPeerConnection()`],
    [PAGE, `importScripts('x')`],
    [PAGE, `window.open('x')`],
    [PAGE, `open('x')`],
    [PAGE, `location = 'x'`],
    [PAGE, `window.location.href = 'x'`],
    [PAGE, `location.assign('x')`],
    [PAGE, `location.replace('x')`],
    [PAGE, `new Worker('x')`],
    [PAGE, `new Image().src = 'x'`],
    [PAGE, `import(name)`],
    [PAGE, `element.innerHTML = text`],
    [PAGE, `const a = <div dangerouslySetInnerHTML={{ __html: text }} />`],
    [PAGE, `document.write(text)`],
    [PAGE, `eval(text)`],
    [PAGE, `new Function(text)`],
    [PAGE, `const name = 'XMLHttpRequest'`],
    [PAGE, `globalThis['fetch']('x')`],
    [PAGE, `navigator.credentials.get({})`],
    [PAGE, `navigator.share({})`],
    [PAGE, `new Notification('x')`],
    [PAGE, `new PaymentRequest([], {})`],
    [PAGE, `const a = <a href="https://example.org/">x</a>`],
    [PAGE, `const a = <a href="./other.html">x</a>`],
    [PAGE, `const a = <a href={'//example.org'}>x</a>`],
    [PAGE, `const a = <a href="#/" target="_blank">x</a>`],
    [PAGE, `const a = <a href="#/" ping={to}>x</a>`],
    [PAGE, `const a = <iframe title="x" />`],
    [PAGE, `const a = <img src={picture} alt="" />`],
    [PAGE, `const a = <p onclick="go()">x</p>`],
    [PAGE, `document.createElement('iframe')`],
    [PAGE, `document.createElement(tag)`],
    [PAGE, `link.setAttribute('rel', 'preconnect')`],
    [PAGE, `link.rel = 'dns-prefetch'`],
    [PAGE, `link.href = 'https://example.org'`],
    [PAGE, `element.setAttribute(name, value)`],
    [PAGE, `structuredClone(value)`],
    [PAGE, `new DecompressionStream('deflate-raw')`],
    [CORE, `new Date()`],
    [CORE, `Math.random()`],
    [CORE, `console.log(1)`],
    [CORE, `localStorage.getItem('x')`],
    [CORE, `document.title`],
    [CORE, `typeof window`],
    [CORE, `a.localeCompare(b)`],
    [CORE, `new Intl.Collator()`],
  ])('%s: %s', (file, source) => {
    expect(forbiddenNames(/<[a-z]+ /.test(source) ? file.replace('.ts', '.tsx') : file, source)).not.toEqual([]);
  });
  it.each([
    [PAGE, `location.hash = '#/x'`],
    [PAGE, `location.reload()`],
    [PAGE, `const { fetch } = store; fetch('x')`],
    [PAGE, `indexedDB.open('x')`],
    [PAGE, `link.href = URL.createObjectURL(blob)`],
    [PAGE, `document.createElement('a')`],
    [PAGE, `element.setAttribute('tabindex', '0')`],
    [PAGE, `const a = <a href="#/list">x</a>`],
    [PAGE, `const a = <a href={hrefOf(to)}>x</a>`],
    [PAGE, `dialog.open = true`],
    [PAGE, `const words = 'fetch and innerHTML' // XMLHttpRequest`],
    [PAGE, `new Date()`],
    [PAGE, `let f: Function`],
    [PAGE, `new DecompressionStream('gzip')`],
    [CORE, `const names = { Date: 1, document: 2 }; names.document`],
    [CORE, `function check(document: SourceDocument) { return document.blocks }`],
  ])('and lets %s: %s', (file, source) => {
    expect(forbiddenNames(/<[a-z]+ /.test(source) ? file.replace('.ts', '.tsx') : file, source)).toEqual([]);
  });
});
