import { describe, expect, it } from 'vitest';
import { forbiddenNames } from './forbidden.ts';
import { sources } from './sources.ts';

describe('no source names a way out', () => {
  it('in src and workers', () => {
    // The service worker asks for the files of its own version: once, each by its hash. See test/browser/offline.test.ts.
    const worker = 'workers/service-worker.ts';
    const found = sources().flatMap(({ file, text }) => forbiddenNames(file, text));
    expect(found.filter((each) => !each.startsWith(worker))).toEqual([]);
    expect(found).toEqual([expect.stringMatching(/^workers\/service-worker\.ts:\d+: fetch is a way out$/)]);
  }, 30_000);
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
    expect(forbiddenNames(source.includes('<div') ? file.replace('.ts', '.tsx') : file, source)).not.toEqual([]);
  });
  it.each([
    [PAGE, `location.hash = '#/x'`],
    [PAGE, `location.reload()`],
    [PAGE, `const { fetch } = store; fetch('x')`],
    [PAGE, `indexedDB.open('x')`],
    [PAGE, `dialog.open = true`],
    [PAGE, `const words = 'fetch and innerHTML' // XMLHttpRequest`],
    [PAGE, `new Date()`],
    [PAGE, `let f: Function`],
    [PAGE, `new DecompressionStream('gzip')`],
    [CORE, `const names = { Date: 1, document: 2 }; names.document`],
    [CORE, `function check(document: SourceDocument) { return document.blocks }`],
  ])('and lets %s: %s', (file, source) => {
    expect(forbiddenNames(file, source)).toEqual([]);
  });
});
