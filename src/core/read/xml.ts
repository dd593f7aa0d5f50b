// XML of office documents: a strict, fast reader without declarations of its own (no DOCTYPE, no entities but the five).
// Hand-written: three to five times as fast as the kept parsers tried, and those that do not check would let a part that
// is cut off or misnested pass as whole. Knows no document format.
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** Namespace URI → prefix under which the reader wants to see it, '' for none. Others come out as `?:name`. */
export type Namespaces = Readonly<Record<string, string>>;

/** The start tag of an element; good only while `open` runs. */
export interface XmlTag {
  /** Value of an attribute by its name as canonised (`w:val`, `val`); undefined if it is not there. */
  attribute(name: string): string | undefined;
}

/** The start tag of an element that is being read. */
export interface XmlStartTag extends XmlTag {
  /** Values of several attributes without a prefix in one go, in the order of the names; sheets ask for millions. */
  pick(names: readonly string[], values: (string | undefined)[]): void;
}

/** Called in document order. Names are canonised: prefix as the reader wants it, whatever the file calls it. */
export interface XmlHandler {
  /** Returning false skips the element with all it holds: nothing of it is reported, not even its end. */
  open(name: string, tag: XmlStartTag): boolean | void;
  /** Text and CDATA, entities resolved; possibly in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

/** An element kept in memory. */
export interface XmlElement extends XmlTag {
  readonly name: string;
  /** Elements and texts in their order. */
  readonly children: readonly (XmlElement | string)[];
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;

const UTF_8 = new TextDecoder('utf-8');

/** Decodes a part: UTF-8 unless a byte order mark, zero bytes or the declaration say otherwise. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be').decode(bytes);
  if (a === 0x3c && b === 0x3f && c === 0x78 && d === 0x6d) {
    let head = '';
    for (let i = 0; i < Math.min(bytes.length, 200) && bytes[i] !== GT; i++) head += String.fromCharCode(bytes[i] as number);
    const declared = /encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1]?.toLowerCase();
    if (declared && declared !== 'utf-8' && !declared.startsWith('utf-16')) {
      try {
        return new TextDecoder(/^gb/.test(declared) ? 'gb18030' : declared).decode(bytes);
      } catch {
        throw new Unreadable('damaged', '声明了不认识的编码');
      }
    }
  }
  return UTF_8.decode(bytes);
}

/**
 * Reads a whole part from its first to its last tag.
 * @throws Unreadable: `damaged` where tags do not match or the end is missing, where there is a DOCTYPE or an unknown
 * entity; `too-complex` beyond the caps of depth and elements
 */
export function parseXml(text: string, namespaces: Namespaces, handler: XmlHandler): void {
  const scopes = new Scopes(namespaces);
  const tag = new LazyTag();
  /** Names as written, of all open elements. */
  const open: string[] = [];
  /** Canonised names of those that were reported. */
  const reported: string[] = [];
  /** Number of open elements above which everything is skipped; −1 if nothing is. */
  let skipAbove = -1;
  let elements = 0;
  let rootSeen = false;
  let at = 0;
  while (true) {
    const lt = text.indexOf('<', at);
    if (lt < 0) {
      if (open.length > 0 || !rootSeen) throw malformed();
      return;
    }
    if (lt > at && skipAbove < 0 && reported.length > 0) handler.text?.(unescape(text.slice(at, lt)));
    const code = text.charCodeAt(lt + 1);
    if (code === SLASH) {
      const gt = text.indexOf('>', lt);
      const name = open.pop();
      if (gt < 0 || name === undefined) throw malformed();
      // Nearly always the name and nothing else.
      if (gt - lt - 2 !== name.length || !text.startsWith(name, lt + 2)) {
        if (text.slice(lt + 2, gt).trimEnd() !== name) throw malformed();
      }
      at = gt + 1;
      if (skipAbove < 0) handler.close?.(reported.pop() as string);
      else if (open.length === skipAbove) skipAbove = -1;
      scopes.leave(open.length);
      continue;
    }
    if (code === 33 || code === 63) {
      at = skipMarkup(text, lt, skipAbove < 0 && reported.length > 0 ? handler : null);
      continue;
    }
    let end = lt + 1;
    for (let c = code; !isNameEnd(c); c = text.charCodeAt(++end));
    const name = text.slice(lt + 1, end);
    const gt = endOfTag(text, end);
    if (name === '' || (rootSeen && open.length === 0)) throw malformed();
    rootSeen = true;
    const empty = text.charCodeAt(gt - 1) === SLASH;
    const attributesEnd = empty ? gt - 1 : gt;
    at = gt + 1;
    if (++elements > LIMITS.xmlElements) throw tooComplex();
    if (skipAbove >= 0) {
      if (!empty && open.push(name) > LIMITS.xmlDepth) throw tooComplex();
      continue;
    }
    if (end < attributesEnd) scopes.enter(text, end, attributesEnd, open.length);
    const canonical = scopes.element(name);
    tag.set(text, end, attributesEnd, scopes);
    const skipped = handler.open(canonical, tag) === false;
    if (empty) {
      if (!skipped) handler.close?.(canonical);
      scopes.leave(open.length);
      continue;
    }
    if (skipped) skipAbove = open.length;
    else reported.push(canonical);
    if (open.push(name) > LIMITS.xmlDepth) throw tooComplex();
  }
}

/**
 * Refuses a part that would not do as a tree before its text is made, which takes up to twice the room of the bytes.
 * @throws Unreadable `too-complex`
 */
export function refuseHugeTree(bytes: Uint8Array): void {
  if (bytes.length > LIMITS.xmlTreeBytes) throw tooComplex();
  // No tag is shorter than “<a>”: so few bytes cannot hold too many.
  if (bytes.length <= LIMITS.xmlTreeTags * 3) return;
  let tags = 0;
  for (let at = bytes.indexOf(LT); at >= 0; at = bytes.indexOf(LT, at + 1)) if (bytes[at + 1] !== SLASH) tags++;
  if (tags > LIMITS.xmlTreeTags) throw tooComplex();
}

/**
 * Keeps a part as a tree.
 * @param skip canonised names whose elements are left out with all they hold
 * @throws Unreadable as parseXml, and `too-complex` if there are too many elements for a tree
 */
export function readXml(text: string, namespaces: Namespaces, skip?: ReadonlySet<string>): XmlElement {
  const root = new Element('', '', 0, 0, null);
  const stack = [root];
  let top = root;
  let elements = 0;
  parseXml(text, namespaces, {
    open(name, tag) {
      if (skip?.has(name)) return false;
      if (++elements > LIMITS.xmlTree) throw tooComplex();
      const element = (tag as LazyTag).keep(name);
      top.add(element);
      stack.push(element);
      top = element;
      return true;
    },
    text(piece) {
      top.add(piece);
    },
    close() {
      stack.pop();
      top = stack[stack.length - 1] as Element;
    },
  });
  const [element] = root.children;
  if (element === undefined || typeof element === 'string') throw malformed();
  return element;
}

/** First child element of this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element) for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** Child elements, of one name if given. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name));
}

/** All text within an element. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : textOf(node);
  return text;
}

/** Attributes of one tag, looked for only when asked. */
class LazyTag implements XmlStartTag {
  protected text = '';
  protected from = 0;
  protected to = 0;
  protected scopes: Scopes | null = null;

  set(text: string, from: number, to: number, scopes: Scopes): void {
    this.text = text;
    this.from = from;
    this.to = to;
    this.scopes = scopes;
  }

  attribute(name: string): string | undefined {
    return this.scopes === null ? undefined : findAttribute(this.text, this.from, this.to, this.scopes.current, name);
  }

  pick(names: readonly string[], values: (string | undefined)[]): void {
    pickAttributes(this.text, this.from, this.to, names, values);
  }

  keep(name: string): Element {
    return new Element(name, this.text, this.from, this.to, this.from < this.to && this.scopes ? this.scopes.current : null);
  }
}

/** Most elements hold nothing: they share it. Never written to. */
const NONE: (Element | string)[] = [];

class Element implements XmlElement {
  readonly name: string;
  children: (Element | string)[] = NONE;
  private readonly text: string;
  private readonly from: number;
  private readonly to: number;
  private readonly scope: Scope | null;

  constructor(name: string, text: string, from: number, to: number, scope: Scope | null) {
    this.name = name;
    this.text = text;
    this.from = from;
    this.to = to;
    this.scope = scope;
  }

  add(node: Element | string): void {
    if (this.children === NONE) this.children = [node];
    else this.children.push(node);
  }

  attribute(name: string): string | undefined {
    return this.scope === null ? undefined : findAttribute(this.text, this.from, this.to, this.scope, name);
  }
}

/** Prefix in the file → prefix the reader wants, with what was canonised already. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly elements: Map<string, string>;
  readonly attributes: Map<string, string>;
  /** Number of open elements around the one that declared it. */
  readonly depth: number;
  readonly outer: Scope | null;
}

/** Namespaces as maps; there are as many as readers, and parts by the thousand. */
const WANTED = new WeakMap<Namespaces, ReadonlyMap<string, string>>();

class Scopes {
  current: Scope = { prefixes: new Map(), elements: new Map(), attributes: new Map(), depth: -1, outer: null };
  /** Where the next declaration may stand, so that the text is searched but once. */
  private next = -1;
  private readonly wanted: ReadonlyMap<string, string>;

  constructor(namespaces: Namespaces) {
    let wanted = WANTED.get(namespaces);
    if (!wanted) {
      wanted = new Map(Object.entries(namespaces));
      WANTED.set(namespaces, wanted);
    }
    this.wanted = wanted;
  }

  /** Takes the namespace declarations of a start tag. */
  enter(text: string, from: number, to: number, depth: number): void {
    if (this.next < from) {
      const found = text.indexOf('xmlns', from);
      this.next = found < 0 ? text.length : found;
    }
    if (this.next >= to) return;
    let prefixes: Map<string, string> | null = null;
    eachAttribute(text, from, to, (name, valueFrom, valueTo) => {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) return false;
      prefixes ??= new Map(this.current.prefixes);
      const uri = unescape(text.slice(valueFrom, valueTo));
      prefixes.set(name.slice(6), uri === '' ? '' : (this.wanted.get(uri) ?? '?'));
      return false;
    });
    if (prefixes) this.current = { prefixes, elements: new Map(), attributes: new Map(), depth, outer: this.current };
  }

  leave(depth: number): void {
    if (this.current.depth === depth && this.current.outer) this.current = this.current.outer;
  }

  element(name: string): string {
    const { elements, prefixes } = this.current;
    let canonical = elements.get(name);
    if (canonical === undefined) {
      canonical = canonise(name, prefixes, true);
      elements.set(name, canonical);
    }
    return canonical;
  }
}

function attributeName(scope: Scope, name: string): string {
  let canonical = scope.attributes.get(name);
  if (canonical === undefined) {
    canonical = canonise(name, scope.prefixes, false);
    scope.attributes.set(name, canonical);
  }
  return canonical;
}

/** A prefix that was never declared stays as it is: such files exist, and the usual prefixes mean the usual things. */
function canonise(name: string, prefixes: ReadonlyMap<string, string>, element: boolean): string {
  const colon = name.indexOf(':');
  // An attribute without a prefix is in no namespace.
  if (colon < 0 && !element) return name;
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const wanted = prefixes.get(prefix) ?? prefix;
  const local = name.slice(colon + 1);
  return wanted === '' ? local : `${wanted}:${local}`;
}

function findAttribute(text: string, from: number, to: number, scope: Scope, wanted: string): string | undefined {
  let value: string | undefined;
  eachAttribute(text, from, to, (name, valueFrom, valueTo) => {
    if (attributeName(scope, name) !== wanted) return false;
    value = unescape(text.slice(valueFrom, valueTo));
    return true;
  });
  return value;
}

/** The same for names without a prefix, which are in no namespace whatever was declared. The first of equal names counts. */
function pickAttributes(text: string, from: number, to: number, names: readonly string[], values: (string | undefined)[]): void {
  for (let i = 0; i < names.length; i++) values[i] = undefined;
  let missing = names.length;
  let at = from;
  while (missing > 0) {
    while (at < to && text.charCodeAt(at) <= 32) at++;
    if (at >= to) return;
    const nameFrom = at;
    for (let code = text.charCodeAt(at); at < to && code !== EQUALS && code > 32; ) code = text.charCodeAt(++at);
    const length = at - nameFrom;
    while (at < to && text.charCodeAt(at) <= 32) at++;
    if (text.charCodeAt(at) !== EQUALS) throw malformed();
    at++;
    while (at < to && text.charCodeAt(at) <= 32) at++;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") throw malformed();
    const valueFrom = at + 1;
    at = text.indexOf(quote, valueFrom);
    if (at < 0 || at >= to) throw malformed();
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      if (name.length !== length || values[i] !== undefined || !text.startsWith(name, nameFrom)) continue;
      values[i] = unescape(text.slice(valueFrom, at));
      missing--;
      break;
    }
    at++;
  }
}

/** Visits the attributes between two places until `visit` says true. */
function eachAttribute(text: string, from: number, to: number, visit: (name: string, valueFrom: number, valueTo: number) => boolean): void {
  let at = from;
  while (true) {
    while (at < to && text.charCodeAt(at) <= 32) at++;
    if (at >= to) return;
    const nameFrom = at;
    while (at < to && text.charCodeAt(at) !== EQUALS && text.charCodeAt(at) > 32) at++;
    const name = text.slice(nameFrom, at);
    while (at < to && text.charCodeAt(at) <= 32) at++;
    if (text.charCodeAt(at) !== EQUALS) throw malformed();
    at++;
    while (at < to && text.charCodeAt(at) <= 32) at++;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") throw malformed();
    const valueFrom = at + 1;
    at = text.indexOf(quote, valueFrom);
    if (at < 0 || at >= to) throw malformed();
    if (visit(name, valueFrom, at)) return;
    at++;
  }
}

function isNameEnd(code: number): boolean {
  // NaN: the end of the text.
  return code <= 32 || code === SLASH || code === GT || code === EQUALS || code === LT || code !== code;
}

/** Place of the `>` that ends a start tag; within quotes it may stand for itself. `from`: behind the name. */
function endOfTag(text: string, from: number): number {
  let gt = text.indexOf('>', from);
  if (gt < 0) throw malformed();
  if (gt === from) return gt;
  let at = from;
  while (true) {
    const equals = text.indexOf('=', at);
    if (equals < 0 || equals > gt) break;
    let quoteAt = equals + 1;
    while (text.charCodeAt(quoteAt) <= 32) quoteAt++;
    const quote = text[quoteAt];
    if (quote !== '"' && quote !== "'") {
      at = quoteAt;
      continue;
    }
    at = text.indexOf(quote, quoteAt + 1) + 1;
    if (at === 0) throw malformed();
    if (at > gt) gt = text.indexOf('>', at);
    if (gt < 0) throw malformed();
  }
  return gt;
}

/** Passes over a comment, a processing instruction or CDATA (whose text is reported); gives the place behind it. */
function skipMarkup(text: string, lt: number, handler: XmlHandler | null): number {
  const until = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    if (end < 0) throw malformed();
    return end;
  };
  if (text.charCodeAt(lt + 1) === 63) return until('?>', lt + 2) + 2;
  if (text.startsWith('<!--', lt)) return until('-->', lt + 4) + 3;
  if (text.startsWith('<![CDATA[', lt)) {
    const end = until(']]>', lt + 9);
    if (end > lt + 9) handler?.text?.(text.slice(lt + 9, end));
    return end + 3;
  }
  throw new Unreadable('damaged', '里有不允许的声明（DOCTYPE），没有读取');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{0,12});?/g, (whole, name: string) => {
    const known = ENTITIES.get(name);
    if (known !== undefined && whole.endsWith(';')) return known;
    const number = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : Number.NaN;
    if (!whole.endsWith(';') || !(code <= 0x10ffff)) throw malformed();
    return String.fromCodePoint(code);
  });
}

function malformed(): Unreadable {
  return new Unreadable('damaged', '的内部结构（XML）不完整或有错');
}

function tooComplex(): Unreadable {
  return new Unreadable('too-complex', '的嵌套过深或标签过多，没有读取');
}
