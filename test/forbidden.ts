// What no source of ours may name: ways out of the machine, ways for text to become markup, and in the core the world outside.
// Reads the syntax tree, so that words in strings, comments and property names of our own do not count.
import ts from 'typescript';

/** Named alone or on window, self or globalThis. */
const CHANNELS = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'importScripts',
  'SharedWorker',
  'Worklet',
  'eval',
  'Function',
]);
/** Made with `new`: the first loads from an address, the second is not bound by the page's policy. */
const CONSTRUCTED = new Set(['Image', 'Audio', 'Worker']);
/** On whatever object. */
const MEMBERS = new Set([
  'sendBeacon',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'createContextualFragment',
  'srcdoc',
]);
/** On `navigator` or whatever holds what it gives: each asks something of somebody outside. */
const OF_NAVIGATOR = new Set([
  'share',
  'credentials',
  'login',
  'joinAdInterestGroup',
  'registerProtocolHandler',
  'geolocation',
  'bluetooth',
  'usb',
  'serial',
  'connection',
]);
/** Globals of that kind. */
const ASKING = new Set([
  'PaymentRequest',
  'Notification',
  'PresentationRequest',
  'SpeechRecognition',
  'webkitSpeechRecognition',
  'fetchLater',
]);
/** Relations of a link that connect or load ahead, or show another page with its address. */
const RELATIONS = /\b(?:preconnect|dns-prefetch|prefetch|prerender|modulepreload|preload|stylesheet|manifest|import|opener)\b/;
/** Attributes that load or send somewhere; what stands in them is held to `#…`, blob: and data:. */
const ADDRESSES = new Set([
  'href',
  'src',
  'srcset',
  'action',
  'formAction',
  'formaction',
  'ping',
  'poster',
  'data',
  'background',
  'xlinkHref',
  'cite',
  'manifest',
]);
/** Elements that load, whatever they say. */
const LOADING = new Set([
  'iframe',
  'frame',
  'object',
  'embed',
  'script',
  'link',
  'meta',
  'base',
  'audio',
  'video',
  'source',
  'track',
  'img',
  'image',
  'use',
  'feImage',
]);
/** What a text of ours may say where an address is wanted. */
const HARMLESS = /^(?:#|blob:|data:image\/)/;
/** The one file that tries the ways out on purpose, for people to see that they are closed: see test/browser/egress.test.ts. */
export const TRIES_WAYS_OUT = 'src/bridge/ways-out.ts';
/** Names nobody else writes, not even as text: a global can be had by its name. */
const NAMED = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'importScripts',
  'SharedWorker',
  'navigator.sendBeacon',
]);

const GLOBALS = new Set(['window', 'self', 'globalThis', 'document', 'top', 'parent']);

/** The core is the same everywhere and at any time: no clock, chance, place, language, memory or mouth. */
const OUTSIDE_CORE = new Set([
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'crypto',
  'console',
  'document',
  'window',
  'self',
  'globalThis',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'DOMParser',
  'Intl',
  'process',
  'Buffer',
]);
const OUTSIDE_CORE_MEMBERS = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLocaleDateString',
  'toLocaleTimeString',
]);
/** Younger than the oldest browser we serve, and known to the type libraries or to no library at all. */
const TOO_YOUNG = new Set(['structuredClone', 'reportError', 'navigation', 'scheduler']);

/** Most files hold none of these words: they need not be parsed. */
const ANY = new RegExp(
  `\\b(?:${[CHANNELS, CONSTRUCTED, MEMBERS, OUTSIDE_CORE, OUTSIDE_CORE_MEMBERS, TOO_YOUNG, OF_NAVIGATOR, ASKING, ADDRESSES, LOADING].flatMap((names) => [...names]).join('|')}|deflate-raw|random|open|write|writeln|location|target|rel|createElement|createElementNS|setAttribute|on[a-z]+)\\b|\\bimport\\s*\\(`,
);

/** What is wrong with one file, a sentence each. `file`: its path from the root of the repository, with slashes. */
export function forbiddenNames(file: string, text: string): string[] {
  if (!ANY.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const inCore = file.startsWith('src/core/');
  const complaints: string[] = [];
  const complain = (node: ts.Node, what: string): void => {
    complaints.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}: ${what}`);
  };
  const own = declaredNames(source);

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isGlobalUse(node) && !own.has(node.text)) {
      if (ASKING.has(node.text) && !isTypePlace(node)) complain(node, `${node.text} asks somebody outside`);
      if (CHANNELS.has(node.text) && !isTypePlace(node)) complain(node, `${node.text} is a way out`);
      if (TOO_YOUNG.has(node.text)) complain(node, `${node.text} is younger than the oldest browser`);
      if (inCore && OUTSIDE_CORE.has(node.text)) complain(node, `the core knows no ${node.text}`);
    }
    if (ts.isStringLiteralLike(node) && NAMED.has(node.text) && file !== TRIES_WAYS_OUT && !isEventName(node))
      complain(node, `${node.text} by its name is a way out`);
    if (!inCore && file !== TRIES_WAYS_OUT) addresses(node);
    // The streams themselves are old enough; this one of their formats is not.
    if (ts.isStringLiteralLike(node) && node.text === 'deflate-raw') complain(node, 'deflate-raw is younger than the oldest browser');
    const member = memberName(node);
    if (member) {
      if (MEMBERS.has(member)) complain(node, `${member} is a way out or turns text into markup`);
      if (inCore && OUTSIDE_CORE_MEMBERS.has(member)) complain(node, `the core knows no language (${member})`);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const { expression, name } = node;
      if (OF_NAVIGATOR.has(name.text) && /(?:^|\.)navigator$/.test(expression.getText(source)))
        complain(node, `navigator.${name.text} asks somebody outside`);
      if (name.text === 'random' && expression.getText(source) === 'Math' && inCore) complain(node, 'the core knows no chance');
      if (name.text === 'open' && ts.isIdentifier(expression) && GLOBALS.has(expression.text))
        complain(node, 'opening a window is a way out');
      if (/^write(ln)?$/.test(name.text) && expression.getText(source) === 'document')
        complain(node, 'document.write turns text into markup');
      if (isLocation(expression) && /^(assign|replace)$/.test(name.text)) complain(node, 'going to an address is a way out');
    }
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      if (ts.isIdentifier(expression) && expression.text === 'open' && !own.has('open')) complain(node, 'opening a window is a way out');
      const [argument] = node.arguments;
      if (expression.kind === ts.SyntaxKind.ImportKeyword && !(argument && ts.isStringLiteralLike(argument)))
        complain(node, 'an import of something worked out at run time may go anywhere');
    }
    if (ts.isNewExpression(node)) {
      const name = ts.isIdentifier(node.expression)
        ? node.expression.text
        : ts.isPropertyAccessExpression(node.expression)
          ? node.expression.name.text
          : '';
      if (CONSTRUCTED.has(name) && !own.has(name)) complain(node, `new ${name} loads from an address; workers come by ?worker&inline`);
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const { left } = node;
      const intoLocation =
        isLocation(left) || (ts.isPropertyAccessExpression(left) && isLocation(left.expression) && left.name.text !== 'hash');
      if (intoLocation) complain(node, 'only the hash of the address may be set');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return complaints;

  /** Links that are no `#…`, elements that load, other windows: no policy of a page minds the first and the last. */
  function addresses(node: ts.Node): void {
    const said = (value: ts.Node | undefined): string | null => (value && ts.isStringLiteralLike(value) ? value.text : null);
    const judge = (name: string, value: ts.Node | undefined): void => {
      const text = said(value);
      if (name === 'ping') complain(node, 'ping sends a request with a click');
      if (name === 'target' && text !== null && text !== '_self') complain(node, 'another window is a way out');
      if (name === 'rel' && text !== null && RELATIONS.test(text)) complain(node, `rel=${text} connects or loads`);
      if (ADDRESSES.has(name) && text !== null && text !== '' && !HARMLESS.test(text)) complain(node, `${name}=${text} leads elsewhere`);
      if (/^on[a-z]+$/.test(name) && text !== null) complain(node, `${name} in a text is script`);
    };
    if (ts.isJsxAttribute(node)) {
      const { initializer } = node;
      const value = initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      judge(node.name.getText(source), value);
    }
    if ((ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && LOADING.has(node.tagName.getText(source)))
      complain(node, `<${node.tagName.getText(source)}> loads`);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first, second] = node.arguments;
      const { text: method } = node.expression.name;
      if (/^createElement(NS)?$/.test(method)) {
        const tag = said(method === 'createElement' ? first : second);
        if (tag === null || LOADING.has(tag)) complain(node, `an element ${tag ?? 'worked out at run time'} may load`);
      }
      if (method === 'setAttribute') {
        const name = said(first);
        if (name === null) complain(node, 'an attribute worked out at run time may load');
        else judge(name, second);
      }
    }
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      !isLocation(node.left.expression)
    )
      judge(node.left.name.text, node.right);
  }

  /** A name that is looked up, not one that is given; on an object only if that object is the global one. */
  function isGlobalUse(node: ts.Identifier): boolean {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node)
      return ts.isIdentifier(parent.expression) && GLOBALS.has(parent.expression.text);
    if (ts.isQualifiedName(parent)) return false;
    if ((ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) && 'propertyName' in parent && parent.propertyName === node)
      return false;
    if ('name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent)) return false;
    return !(ts.isJsxAttribute(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isLabeledStatement(parent));
  }

  function memberName(node: ts.Node): string | null {
    if (ts.isPropertyAccessExpression(node)) return node.name.text;
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) return node.argumentExpression.text;
    if (ts.isJsxAttribute(node)) return node.name.getText(source);
    if (ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))) return node.name.text;
    return null;
  }

  function isLocation(node: ts.Node): boolean {
    if (ts.isIdentifier(node)) return node.text === 'location' && !own.has('location');
    return (
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'location' &&
      ts.isIdentifier(node.expression) &&
      GLOBALS.has(node.expression.text)
    );
  }
}

/** The event of that name is none. */
function isEventName({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && /\baddEventListener$/.test(parent.expression.getText());
}

/** `Function` and the like as a type harm nobody. */
function isTypePlace(node: ts.Node): boolean {
  return ts.isTypeNode(node.parent) || ts.isExpressionWithTypeArguments(node.parent);
}

/** Names the file gives itself, by declaration or import. */
function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const named =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node);
    if (named && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}
