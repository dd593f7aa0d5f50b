// Every way out of a page or a worker that we know of, as script to be run there. Knows no policy and no sink.
// What one can do where there is no policy, a control page shows; what is expected to get through all the same says why.

/**
 * @typedef {{
 *   name: string,
 *   page?: string,
 *   worker?: string,
 *   alone?: boolean,
 *   own?: boolean,
 *   open?: string,
 *   until?: number,
 *   ownOpen?: string,
 * }} Channel
 *   `page`, `worker`: script with `to` in reach: `to.url` (the listener), `to.socket` (the same by ws:), `to.tcp` (origin of a bare
 *   listener), `to.udp` (host:port of a UDP listener), `to.site` (folder of the page itself, see FILES). Helpers: `add`, `sheet`, `clean`.
 *   `alone`: leaves the page or opens another, so it needs a page of its own. `own`: aims at the server of the page itself, from
 *   where no policy of a page can keep all away: `to.url` is an address there.
 *   `open`: no policy closes it, and why that is bearable; it must arrive. `until`: before this version of Chromium only. `ownOpen`: the same on a website whose service worker is
 *   not (yet) in control.
 */

/** The event by which a page can refuse to be left. */
const NAVIGATION = 102;
const LEAVES =
  'leaving the page is no load; kept out of the source by `test/forbidden.ts`, out of what is drawn by `test/browser/egress-crawl.test.ts`';
const OWN = 'the page loads its own parts from there; its own server sees that the page is used, and could deliver another page anyway';

/** What stands beside the page in these tests, served with it: name → content. @type {Record<string, string>} */
export const FILES = {
  'egress-worker.js': "fetch(new URL(location.href).searchParams.get('to'), { mode: 'no-cors' }).catch(() => {});",
  'egress-shared.js': "onconnect = () => {}; fetch(new URL(location.href).searchParams.get('to'), { mode: 'no-cors' }).catch(() => {});",
  'egress-service.js':
    "addEventListener('install', (event) => event.waitUntil(fetch(new URL(location.href).searchParams.get('to'), { mode: 'no-cors' })));",
  'egress-frame.html': '<!doctype html><title>frame</title>',
};

/** Runs before the trials. `add` makes an element and puts it into the page; a property the policy of types forbids throws. */
export const HELPERS = `
  const clean = (url) => url.replace(/"/g, '%22');
  const add = (tag, attributes = {}, parent = document.body) => {
    const svg = /^(svg|use|image|feImage|filter|rect|a:svg)$/.test(tag);
    const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag.replace(':svg', '')) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };
  const sheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  };
  const box = (name) => { const made = add('div', { id: name }); made.textContent = '勾稽'; return made; };
  const stun = (Connection, udp) => {
    const connection = new Connection({ iceServers: [{ urls: 'stun:' + udp }] });
    connection.createDataChannel('x');
    return connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  };
`;
/** The same for workers, which have no document. */
export const WORKER_HELPERS = `
  const clean = (url) => url;
  const stun = () => new RTCPeerConnection();
  const blobWorker = (text) => new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
`;

const both = (/** @type {string} */ code) => ({ page: code, worker: code });
const viaSheet = (/** @type {string} */ name, /** @type {string} */ rule) => `box('${name}'); sheet(\`#${name} { ${rule} }\`)`;
const stolen = (/** @type {string} */ use, /** @type {string} */ how = "add('iframe')") =>
  `const frame = ${how}; const other = frame.contentWindow; ${use}`;

/** @type {Record<string, Channel>} */
export const CHANNELS = {
  // Requests by script
  fetch: { name: 'fetch', ...both('fetch(to.url)') },
  'fetch-no-cors': { name: 'fetch, no-cors', ...both("fetch(to.url, { mode: 'no-cors', method: 'POST', body: 'x' })") },
  'fetch-keepalive': {
    name: 'fetch, keepalive',
    ...both("fetch(to.url, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' })"),
  },
  'fetch-later': { name: 'fetchLater', page: 'fetchLater(to.url, { activateAfter: 0 })' },
  xhr: { name: 'XMLHttpRequest', ...both("const r = new XMLHttpRequest(); r.open('GET', to.url); r.send()") },
  'xhr-sync': { name: 'XMLHttpRequest, synchronous', ...both("const r = new XMLHttpRequest(); r.open('GET', to.url, false); r.send()") },
  beacon: { name: 'navigator.sendBeacon', page: "navigator.sendBeacon(to.url, 'x')" },
  websocket: { name: 'WebSocket', ...both('new WebSocket(to.socket)') },
  'websocket-stream': { name: 'WebSocketStream', ...both('new WebSocketStream(to.socket)') },
  'event-source': { name: 'EventSource', ...both('new EventSource(to.url)') },
  webtransport: { name: 'WebTransport (UDP)', ...both("new WebTransport('https://' + to.udp + '/x').ready") },
  'cache-add': { name: 'Cache.add', ...both("caches.open('egress').then((cache) => cache.add(new Request(to.url, { mode: 'no-cors' })))") },
  'import-call': { name: 'import()', ...both("import(to.url + '.mjs')") },
  // Pictures
  img: { name: '`img src`', page: "add('img', { src: to.url })" },
  'new-image': { name: '`new Image`', page: 'new Image().src = to.url', worker: 'new Image().src = to.url' },
  srcset: { name: '`img srcset`', page: "add('img', { srcset: to.url + ' 1x' })" },
  picture: { name: '`picture source`', page: "const p = add('picture'); add('source', { srcset: to.url }, p); add('img', {}, p)" },
  'input-image': { name: '`input type=image`', page: "add('input', { type: 'image', src: to.url })" },
  poster: { name: '`video poster`', page: "add('video', { poster: to.url })" },
  background: { name: '`body background`', page: "document.body.setAttribute('background', to.url)" },
  'svg-image': { name: 'svg `image`', page: "add('image', { href: to.url, width: '9', height: '9' }, add('svg'))" },
  'svg-feimage': {
    name: 'svg `feImage`',
    page: "const s = add('svg'); add('feImage', { href: to.url }, add('filter', { id: 'egress-f' }, s)); add('rect', { width: '9', height: '9', filter: 'url(#egress-f)' }, s)",
  },
  'svg-use': { name: 'svg `use` of another file', page: "add('use', { href: to.url + '.svg#x' }, add('svg'))" },
  icon: { name: '`link rel=icon`', page: "add('link', { rel: 'icon', href: to.url + '.png' }, document.head)" },
  'attribution-source': { name: '`img attributionsrc`', page: "add('img', { attributionsrc: to.url })" },
  // Styles
  stylesheet: { name: '`link rel=stylesheet`', page: "add('link', { rel: 'stylesheet', href: to.url }, document.head)" },
  'css-import': { name: 'css `@import`', page: "add('style', {}, document.head).textContent = '@import url(' + to.url + ')'" },
  'css-background': { name: 'css `background`, by property', page: "box('e-bg').style.backgroundImage = 'url(' + to.url + ')'" },
  'css-sheet': { name: 'css `background`, in a sheet', page: viaSheet('e-sheet', 'background: url(${to.url})') },
  'css-style-element': {
    name: 'css `background`, in `style`',
    page: "box('e-style'); add('style', {}, document.head).textContent = '#e-style { background: url(' + to.url + ') }'",
  },
  'css-attribute': {
    name: 'css `background`, in an attribute',
    page: "add('p', { style: 'background: url(' + to.url + ')' }).textContent = 'x'",
  },
  'css-font': {
    name: 'css `@font-face`',
    page: "box('e-font'); sheet(`@font-face { font-family: egress; src: url(${to.url}) } #e-font { font-family: egress }`)",
  },
  'css-cursor': { name: 'css `cursor`', page: viaSheet('e-cursor', 'cursor: url(${to.url}), auto') },
  'css-list': { name: 'css `list-style`', page: viaSheet('e-list', 'display: list-item; list-style: url(${to.url})') },
  'css-content': {
    name: 'css `content`',
    page: viaSheet('e-content::before', 'content: url(${to.url})').replace("box('e-content::before')", "box('e-content')"),
  },
  'css-mask': { name: 'css `mask`', page: viaSheet('e-mask', '-webkit-mask-image: url(${to.url}); mask-image: url(${to.url})') },
  'css-border': { name: 'css `border-image`', page: viaSheet('e-border', 'border: 3px solid; border-image: url(${to.url}) 1') },
  'css-set': { name: 'css `image-set`', page: viaSheet('e-set', 'background: -webkit-image-set(url(${to.url}) 1x)') },
  'css-shape': { name: 'css `shape-outside`', page: viaSheet('e-shape', 'float: left; shape-outside: url(${to.url})') },
  'css-filter': { name: 'css `filter` of another file', page: viaSheet('e-filter', 'filter: url(${to.url}.svg#x)') },
  'font-face': { name: 'FontFace', ...both("const f = new FontFace('e', 'url(' + to.url + ')'); f.load()") },
  // Links that load ahead
  'preload-image': {
    name: '`link rel=preload as=image`',
    page: "add('link', { rel: 'preload', as: 'image', href: to.url }, document.head)",
  },
  'preload-script': {
    name: '`link rel=preload as=script`',
    page: "add('link', { rel: 'preload', as: 'script', href: to.url }, document.head)",
  },
  'preload-fetch': {
    name: '`link rel=preload as=fetch`',
    page: "add('link', { rel: 'preload', as: 'fetch', crossorigin: '', href: to.url }, document.head)",
  },
  modulepreload: { name: '`link rel=modulepreload`', page: "add('link', { rel: 'modulepreload', href: to.url }, document.head)" },
  prefetch: { name: '`link rel=prefetch`', page: "add('link', { rel: 'prefetch', href: to.url }, document.head)" },
  prerender: { name: '`link rel=prerender`', page: "add('link', { rel: 'prerender', href: to.url }, document.head)" },
  speculation: {
    name: 'speculation rules',
    page: "const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [to.url], eagerness: 'immediate' }] }); document.head.append(s)",
  },
  manifest: {
    name: '`link rel=manifest`',
    page: "for (const old of document.querySelectorAll('link[rel=manifest]')) old.remove(); add('link', { rel: 'manifest', href: to.url }, document.head)",
  },
  dictionary: {
    name: '`link rel=compression-dictionary`',
    page: "add('link', { rel: 'compression-dictionary', href: to.url }, document.head)",
  },
  preconnect: {
    name: '`link rel=preconnect` (bare connection)',
    page: "add('link', { rel: 'preconnect', href: to.tcp }, document.head)",
    open: 'a connection that carries no address beyond host and port; kept out of the source by `test/forbidden.ts`',
  },
  // Scripts, frames, media
  script: { name: '`script src`', page: "const s = document.createElement('script'); s.src = to.url; document.head.append(s)" },
  'script-module': {
    name: '`script type=module`',
    page: "const s = document.createElement('script'); s.type = 'module'; s.src = to.url; document.head.append(s)",
  },
  'script-inline': {
    name: 'inline `script` that fetches',
    page: "const s = document.createElement('script'); s.textContent = 'fetch(' + JSON.stringify(to.url) + ')'; document.head.append(s)",
  },
  'script-svg': {
    name: 'svg `script`',
    page: "const s = document.createElementNS('http://www.w3.org/2000/svg', 'script'); s.setAttribute('href', to.url); add('svg').append(s)",
  },
  handler: {
    name: 'an event handler in an attribute',
    page: "add('img', { src: 'data:,', onerror: 'fetch(' + JSON.stringify(to.url) + ')' })",
  },
  markup: { name: 'markup by innerHTML', page: "add('div').innerHTML = '<img src=\"' + to.url + '\">'" },
  'markup-parsed': {
    name: 'markup by DOMParser',
    page: "document.body.append(document.adoptNode(new DOMParser().parseFromString('<img src=\"' + to.url + '\">', 'text/html').images[0]))",
  },
  importScripts: { name: 'importScripts', worker: 'importScripts(to.url)' },
  eval: { name: 'script out of text (`eval`, `Function`)', ...both("(0, eval)('fetch(' + JSON.stringify(to.url) + ')')") },
  iframe: { name: '`iframe src`', page: "add('iframe', { src: to.url })" },
  srcdoc: { name: '`iframe srcdoc` with a picture', page: "add('iframe', { srcdoc: '<img src=\"' + to.url + '\">' })" },
  'iframe-blob': {
    name: 'frame from a blob with a picture',
    page: "add('iframe', { src: URL.createObjectURL(new Blob(['<img src=\"' + to.url + '\">'], { type: 'text/html' })) })",
  },
  'iframe-data': { name: 'frame from data: with a picture', page: "add('iframe', { src: 'data:text/html,<img src=\"' + to.url + '\">' })" },
  object: { name: '`object data`', page: "add('object', { data: to.url })" },
  embed: { name: '`embed src`', page: "add('embed', { src: to.url })" },
  video: { name: '`video src`', page: "add('video', { src: to.url, preload: 'auto' })" },
  audio: { name: '`audio src`', page: "add('audio', { src: to.url, preload: 'auto' })" },
  'media-source': { name: '`video source`', page: "add('source', { src: to.url }, add('video', { preload: 'auto' }))" },
  track: {
    name: '`track src`',
    page: "const v = add('video', { crossorigin: '' }); const t = add('track', { src: to.url, default: '' }, v); t.track.mode = 'showing'",
  },
  // Workers and worklets
  'worker-address': {
    name: 'worker by address, which fetches',
    ...both("new Worker(to.site + 'egress-worker.js?to=' + encodeURIComponent(to.url))"),
  },
  'worker-module': {
    name: 'module worker by address, which fetches',
    ...both("new Worker(to.site + 'egress-worker.js?m&to=' + encodeURIComponent(to.url), { type: 'module' })"),
  },
  'worker-data': {
    name: 'worker from data:, which fetches',
    ...both("new Worker('data:text/javascript,' + encodeURIComponent('fetch(' + JSON.stringify(to.url) + \", { mode: 'no-cors' })\"))"),
  },
  'worker-nested': {
    name: 'worker of a worker, which fetches',
    worker: "blobWorker('fetch(' + JSON.stringify(to.url) + \", { mode: 'no-cors' })\")",
  },
  'worker-nested-socket': {
    name: 'worker of a worker, WebSocket',
    worker: "blobWorker('new WebSocket(' + JSON.stringify(to.socket) + ')')",
  },
  'worker-blob-module': {
    name: 'module worker from a blob, which imports',
    page: "new Worker(URL.createObjectURL(new Blob(['import ' + JSON.stringify(to.url)], { type: 'text/javascript' })), { type: 'module' })",
  },
  'worker-shared': {
    name: 'SharedWorker by address, which fetches',
    page: "new SharedWorker(to.site + 'egress-shared.js?to=' + encodeURIComponent(to.url))",
  },
  'worker-shared-blob': {
    name: 'SharedWorker from a blob, which fetches',
    page: "new SharedWorker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(to.url) + ', { mode: \"no-cors\" })'], { type: 'text/javascript' })))",
  },
  'service-worker': {
    name: 'another service worker, which fetches',
    page: "navigator.serviceWorker.register(to.site + 'egress-service.js?to=' + encodeURIComponent(to.url), { scope: to.site + 'egress-scope/' })",
  },
  'audio-worklet': { name: 'AudioWorklet.addModule', page: 'new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(to.url)' },
  'paint-worklet': { name: 'CSS.paintWorklet.addModule', page: 'CSS.paintWorklet.addModule(to.url)' },
  // Not governed by policies, or by them only since lately
  webrtc: { name: 'WebRTC (STUN by UDP)', ...both('stun(RTCPeerConnection, to.udp)') },
  'webrtc-prefixed': { name: 'WebRTC by its old name', page: 'stun(webkitRTCPeerConnection, to.udp)' },
  'webrtc-frame': { name: 'WebRTC of an empty frame', page: stolen('return stun(other.RTCPeerConnection, to.udp)') },
  'webrtc-frame-ns': {
    name: 'WebRTC of a frame made with a namespace',
    page: stolen(
      'return stun(other.RTCPeerConnection, to.udp)',
      "document.body.appendChild(document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe'))",
    ),
  },
  'webrtc-frame-foreign': {
    name: 'WebRTC of a frame of another document',
    page: stolen(
      'return stun(other.RTCPeerConnection, to.udp)',
      "document.body.appendChild(document.implementation.createHTMLDocument('').createElement('iframe'))",
    ),
  },
  'webrtc-object': {
    name: 'WebRTC of an `object`',
    page: stolen('return stun(other.RTCPeerConnection, to.udp)', "add('object', { type: 'text/html', data: 'about:blank' })"),
  },
  'webrtc-markup': {
    name: 'WebRTC of a frame by setHTMLUnsafe',
    page: "const holder = add('div'); holder.setHTMLUnsafe('<iframe></iframe>'); return stun(holder.firstChild.contentWindow.RTCPeerConnection, to.udp)",
  },
  'webrtc-xslt': {
    name: 'WebRTC of a frame by XSLT',
    page: `const ns = 'http://www.w3.org/1999/XSL/Transform';
      const doc = document.implementation.createDocument(ns, 'xsl:stylesheet', null);
      doc.documentElement.setAttribute('version', '1.0');
      const template = doc.createElementNS(ns, 'xsl:template');
      template.setAttribute('match', '/');
      const element = doc.createElementNS(ns, 'xsl:element');
      element.setAttribute('name', 'iframe');
      element.setAttribute('namespace', 'http://www.w3.org/1999/xhtml');
      template.append(element);
      doc.documentElement.append(template);
      const processor = new XSLTProcessor();
      processor.importStylesheet(doc);
      const made = processor.transformToFragment(document.implementation.createDocument('', 'x', null), document);
      const frame = made.firstElementChild;
      document.body.append(made);
      return stun(frame.contentWindow.RTCPeerConnection, to.udp)`,
  },
  'webrtc-document': {
    name: 'WebRTC of a frame made as a document',
    page: stolen(
      'return stun(other.RTCPeerConnection, to.udp)',
      "document.body.appendChild(document.adoptNode(document.implementation.createDocument('http://www.w3.org/1999/xhtml', 'x:iframe').documentElement))",
    ),
  },
  'webrtc-element': {
    name: 'WebRTC of a frame as an element of its own',
    page: stolen(
      'return stun(other.RTCPeerConnection, to.udp)',
      "(customElements.define('egress-frame', class Frame extends HTMLIFrameElement {}, { extends: 'iframe' }), document.body.appendChild(new (customElements.get('egress-frame'))()))",
    ),
  },
  'webrtc-edit': {
    name: 'WebRTC of a frame by insertHTML',
    page: `const field = add('div', { contenteditable: '' }); field.textContent = 'x'; field.focus(); getSelection().selectAllChildren(field);
      document.execCommand('insertHTML', false, '<iframe></iframe>');
      return stun(field.querySelector('iframe').contentWindow.RTCPeerConnection, to.udp)`,
  },
  'webrtc-tampered': {
    name: 'WebRTC of a frame, built-ins replaced before',
    page: `RegExp.prototype.test = () => false;
      String.prototype.toLowerCase = () => 'div';
      const object = { turn: 0, toString: () => (object.turn++ === 0 ? 'div' : 'iframe') };
      for (const name of ['iframe', object, 'IFRAME', { toString: () => 'iframe' }])
        try {
          const made = document.createElement(name);
          document.body.append(made);
          stun(made.contentWindow.RTCPeerConnection, to.udp);
        } catch {}`,
    alone: true,
  },
  'webrtc-window': { name: 'WebRTC of an empty window', page: 'return stun(window.open().RTCPeerConnection, to.udp)', alone: true },
  'frame-fetch': { name: 'fetch of an empty frame', page: stolen('return other.fetch(to.url)') },
  'frame-socket': { name: 'WebSocket of an empty frame', page: stolen('new other.WebSocket(to.socket)') },
  'frame-beacon': { name: 'sendBeacon of an empty frame', page: stolen("other.navigator.sendBeacon(to.url, 'x')") },
  'frame-image': { name: 'a picture in an empty frame', page: stolen('new other.Image().src = to.url') },
  payment: {
    name: 'PaymentRequest, its manifest',
    page: "return new PaymentRequest([{ supportedMethods: to.url }], { total: { label: 'x', amount: { currency: 'CNY', value: '1' } } }).canMakePayment()",
  },
  identity: {
    name: 'navigator.credentials, identity',
    page: "return navigator.credentials.get({ identity: { providers: [{ configURL: to.url, clientId: 'x' }] } })",
  },
  notification: { name: 'icon of a notification', page: "new Notification('x', { icon: to.url })" },
  'background-fetch': {
    name: 'background fetch',
    page: "return navigator.serviceWorker.getRegistrations().then(([r]) => r.backgroundFetch.fetch('x', [to.url]))",
  },
  'report-uri': {
    name: 'a report of a broken policy',
    page: "add('meta', { 'http-equiv': 'Content-Security-Policy', content: \"connect-src 'none'; report-uri \" + to.url }, document.head); fetch('data:,')",
    alone: true,
  },
  // Leaving the page, or sending along with leaving
  'form-get': { name: 'form, GET', page: "add('form', { action: to.url }).submit()", alone: true },
  'form-post': { name: 'form, POST', page: "add('form', { action: to.url, method: 'post' }).submit()", alone: true },
  'form-window': { name: 'form into another window', page: "add('form', { action: to.url, target: '_blank' }).submit()", alone: true },
  'form-button': { name: '`button formaction`', page: "add('button', { formaction: to.url }, add('form')).click()", alone: true },
  ping: {
    name: '`a ping`',
    page: "const a = add('a', { href: '#egress', ping: to.url }); a.textContent = 'x'; a.click()",
    alone: true,
  },
  'window-open': { name: 'window.open', page: 'window.open(to.url)', alone: true },
  click: {
    name: 'a click on a link',
    page: "const a = add('a', { href: to.url }); a.textContent = 'x'; a.click()",
    alone: true,
    open: LEAVES,
    until: NAVIGATION,
  },
  'click-window': {
    name: 'a click on a link into another window',
    page: "const a = add('a', { href: to.url, target: '_blank' }); a.textContent = 'x'; a.click()",
    alone: true,
    open: LEAVES,
  },
  'click-svg': {
    name: 'a click on a link in svg',
    page: "const a = add('a:svg', { href: to.url }, add('svg')); a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
    alone: true,
    open: LEAVES,
    until: NAVIGATION,
  },
  download: {
    name: '`a download`',
    page: "const a = add('a', { href: to.url, download: 'x' }); a.textContent = 'x'; a.click()",
    alone: true,
    open: LEAVES,
    until: NAVIGATION,
  },
  location: { name: 'location.href', page: 'location.href = to.url', alone: true, open: LEAVES, until: NAVIGATION },
  'location-replace': { name: 'location.replace', page: 'location.replace(to.url)', alone: true, open: LEAVES, until: NAVIGATION },
  refresh: {
    name: '`meta refresh`',
    page: "add('meta', { 'http-equiv': 'refresh', content: '0; url=' + to.url }, document.head)",
    alone: true,
    open: LEAVES,
    until: NAVIGATION,
  },
  'javascript-address': {
    name: 'javascript: address that fetches',
    page: "location.href = 'javascript:void fetch(' + encodeURIComponent(JSON.stringify(to.url)) + ')'",
    alone: true,
  },
  // The server of the page itself
  'own-fetch': { name: 'fetch', ...both('fetch(to.url)'), own: true },
  'own-beacon': { name: 'navigator.sendBeacon', page: "navigator.sendBeacon(to.url, 'x')", own: true },
  'own-socket': { name: 'WebSocket', ...both("new WebSocket(to.url.replace('http', 'ws'))"), own: true },
  'own-worker': { name: 'worker by address', ...both('new Worker(to.url)'), own: true },
  'own-frame': { name: '`iframe src`', page: "add('iframe', { src: to.url })", own: true },
  'own-form': {
    name: 'form',
    page: "const f = add('form', { action: to.url.split('?')[0] }); add('input', { name: 'leak', value: decodeURIComponent(to.url.split('leak=')[1]) }, f); f.submit()",
    own: true,
    alone: true,
  },
  'own-image': { name: '`img src`', page: "add('img', { src: to.url })", own: true, ownOpen: OWN },
  'own-style': {
    name: '`link rel=stylesheet`',
    page: "add('link', { rel: 'stylesheet', href: to.url }, document.head)",
    own: true,
    ownOpen: OWN,
  },
  'own-import': { name: 'import()', page: 'import(to.url)', own: true, ownOpen: OWN },
  'own-import-worker': { name: 'importScripts', worker: 'importScripts(to.url)', own: true },
  'own-script': {
    name: '`script src`',
    page: "const s = document.createElement('script'); s.src = to.url; document.head.append(s)",
    own: true,
  },
  'own-location': { name: 'location.href', page: 'location.href = to.url', own: true, alone: true, ownOpen: OWN, until: NAVIGATION },
};
