// Source of a page → the tree that parse5 builds of it. Tags, texts and comments written plainly are found here at three times
// the speed of a tokenizer that goes by characters; anything else is left to parse5's own. Repairing markup is parse5's work alone.
import { html, parseFragment, Parser, Token, TokenizerMode } from 'parse5';
import type { DefaultTreeAdapterTypes, ParserOptions } from 'parse5';

type Adapter = NonNullable<ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>['treeAdapter']>;

const { CHARACTER, COMMENT, END_TAG, START_TAG, WHITESPACE_CHARACTER } = Token.TokenType;

/**
 * Attributes that a reader or the repair of markup looks at; a page of a word processor has ten times as many others, which
 * are left out of the tree. Formatting elements keep all: how many of them are opened again depends on their likeness.
 */
const KEPT: ReadonlySet<string> = new Set(
  'style hidden role class id name content src data open width height alt type value href colspan rowspan'.split(' '),
);
const FORMATTING: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** The entities of nearly all texts; others are asked of parse5. */
const ENTITIES: Readonly<Record<string, string>> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"' };

interface TagName {
  readonly name: string;
  readonly id: html.TAG_ID;
  readonly keepsAll: boolean;
}

/** Few names make up nearly all tags and attributes; both tables stop growing where a hostile page has more. */
const MOST_NAMES = 500;
const tagNames = new Map<string, TagName>();
/** Name in lower case; empty where the attribute is left out. */
const attributeNames = new Map<string, string>();

const lower = (name: string) => (/[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name);

function tagName(written: string): TagName {
  let known = tagNames.get(written);
  if (known === undefined) {
    const name = lower(written);
    known = { name, id: html.getTagID(name), keepsAll: FORMATTING.has(name) };
    if (tagNames.size < MOST_NAMES) tagNames.set(written, known);
  }
  return known;
}

function keptName(written: string): string {
  let known = attributeNames.get(written);
  if (known === undefined) {
    const name = lower(written);
    known = KEPT.has(name) ? name : '';
    if (attributeNames.size < MOST_NAMES) attributeNames.set(written, known);
  }
  return known;
}

/** The document as parse5 builds it, but for attributes that nobody asks for. */
export function parsePage(source: string, treeAdapter: Adapter): DefaultTreeAdapterTypes.Document {
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({ treeAdapter });
  if (source.includes('\0')) parser.tokenizer.write(source, true);
  else new PlainMarkup(source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source, parser).run();
  return parser.document;
}

/** Feeds a parser with the tokens of a source, in the order and shape in which parse5's tokenizer would. */
class PlainMarkup {
  private readonly source: string;
  private readonly parser: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;
  private at = 0;
  /** Of the tag that was read last. */
  private tag: TagName = { name: '', id: html.TAG_ID.UNKNOWN, keepsAll: false };
  private attributes: { name: string; value: string }[] = [];
  private selfClosing = false;

  constructor(source: string, parser: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>) {
    this.source = source;
    this.parser = parser;
  }

  run(): void {
    const { source, parser } = this;
    while (this.at < source.length) {
      const from = this.at;
      const lt = this.nextMarkup(from);
      if (lt > from) this.characters(from, lt);
      this.at = lt;
      if (lt >= source.length) break;
      if (!this.markup(lt)) {
        parser.tokenizer.write(source.slice(this.at), true);
        return;
      }
    }
    parser.tokenizer.write('', true);
  }

  /** Place of the next `<` that begins something; any other is text. */
  private nextMarkup(from: number): number {
    const { source } = this;
    let lt = source.indexOf('<', from);
    while (lt >= 0) {
      const code = source.charCodeAt(lt + 1);
      if (isLetter(code) || code === 0x2f || code === 0x21 || code === 0x3f) return lt;
      lt = source.indexOf('<', lt + 1);
    }
    return source.length;
  }

  /** Passes over one piece of markup; false, with `at` on its place, where it is not a plain one. */
  private markup(lt: number): boolean {
    const { source } = this;
    const code = source.charCodeAt(lt + 1);
    if (code === 0x2f) return this.endTag(lt);
    if (code === 0x21) return this.declaration(lt);
    if (code === 0x3f) return this.comment(lt + 1, source.indexOf('>', lt), 1);
    return this.startTag(lt);
  }

  private startTag(lt: number): boolean {
    const { parser } = this;
    if (!this.readTag(lt + 1)) return false;
    const { name, id } = this.tag;
    if (name === 'frameset') {
      this.at = lt;
      return false;
    }
    const { attributes: attrs, selfClosing } = this;
    parser.onStartTag({ type: START_TAG, tagName: name, tagID: id, selfClosing, ackSelfClosing: false, attrs, location: null });
    return parser.tokenizer.state === TokenizerMode.DATA || this.rawText(name);
  }

  private endTag(lt: number): boolean {
    const { source } = this;
    const code = source.charCodeAt(lt + 2);
    if (!isLetter(code)) {
      // `</>` is nothing at all.
      if (code === 0x3e) this.at = lt + 3;
      else return this.comment(lt + 2, source.indexOf('>', lt + 2), 1);
      return true;
    }
    if (!this.readTag(lt + 2)) return false;
    const { name, id } = this.tag;
    this.parser.onEndTag({ type: END_TAG, tagName: name, tagID: id, selfClosing: false, ackSelfClosing: false, attrs: [], location: null });
    return true;
  }

  private declaration(lt: number): boolean {
    const { source } = this;
    if (source.startsWith('--', lt + 2)) {
      const end = source.indexOf('-->', lt + 4);
      const first = source.charCodeAt(lt + 4);
      // `<!-->` and `<!--->` end at once, `--!>` ends too.
      if (end < 0 || first === 0x3e || (first === 0x2d && source.charCodeAt(lt + 5) === 0x3e)) return false;
      const early = source.indexOf('--!>', lt + 4);
      return !(early >= 0 && early < end) && this.comment(lt + 4, end, 3);
    }
    const gt = source.indexOf('>', lt);
    if (gt >= 0 && /^doctype/i.test(source.slice(lt + 2, lt + 9))) {
      this.parser.tokenizer.write(source.slice(lt, gt + 1), false);
      this.at = gt + 1;
      // It may wait for more to tell what follows the name.
      return this.parser.tokenizer.state === TokenizerMode.DATA;
    }
    if (source.startsWith('[CDATA[', lt + 2) && this.parser.tokenizer.inForeignNode) return false;
    return this.comment(lt + 2, gt, 1);
  }

  private comment(from: number, to: number, endLength: number): boolean {
    if (to < 0) return false;
    this.parser.onComment({ type: COMMENT, data: this.source.slice(from, to), location: null });
    this.at = to + endLength;
    return true;
  }

  /** The content of `style`, `title` and the like up to their end tag, which comes next. */
  private rawText(name: string): boolean {
    const { source, parser } = this;
    const { tokenizer } = parser;
    const from = this.at;
    let end = from;
    do end = source.indexOf('</', end) + 2;
    while (end > 1 && !this.endsHere(name, end));
    const escapes = tokenizer.state === TokenizerMode.SCRIPT_DATA && source.slice(from, end).includes('<!--');
    if (end <= 1 || escapes || tokenizer.state === TokenizerMode.PLAINTEXT) {
      tokenizer.lastStartTagName = name;
      return false;
    }
    const decoded = tokenizer.state === TokenizerMode.RCDATA;
    tokenizer.state = TokenizerMode.DATA;
    if (end - 2 > from) this.characters(from, end - 2, decoded);
    this.at = end - 2;
    return true;
  }

  private endsHere(name: string, at: number): boolean {
    const { source } = this;
    const after = source.charCodeAt(at + name.length);
    return (isSpace(after) || after === 0x2f || after === 0x3e) && lower(source.slice(at, at + name.length)) === name;
  }

  private characters(from: number, to: number, decoded = true): void {
    const { parser } = this;
    let chars = this.source.slice(from, to);
    if (decoded && chars.includes('&')) chars = decodeText(chars);
    let start = 0;
    while (isSpace(chars.charCodeAt(start))) start++;
    if (start > 0) {
      const blank = start === chars.length ? chars : chars.slice(0, start);
      parser.onWhitespaceCharacter({ type: WHITESPACE_CHARACTER, chars: blank, location: null });
    }
    if (start < chars.length) {
      parser.onCharacter({ type: CHARACTER, chars: start === 0 ? chars : chars.slice(start), location: null });
    }
  }

  /** Reads name and attributes of a tag up to its `>`; false if there is none. */
  private readTag(nameAt: number): boolean {
    const { source } = this;
    const { length } = source;
    let at = nameAt;
    let code = source.charCodeAt(at);
    while (code !== 0x3e && code !== 0x2f && !isSpace(code) && at < length) code = source.charCodeAt(++at);
    const tag = tagName(source.slice(nameAt, at));
    const keepsAll = tag.keepsAll || this.parser.tokenizer.inForeignNode;
    const attributes: { name: string; value: string }[] = [];
    while (true) {
      while (isSpace(code)) code = source.charCodeAt(++at);
      if (code === 0x3e) {
        this.selfClosing = false;
        break;
      }
      if (code === 0x2f) {
        code = source.charCodeAt(++at);
        if (code !== 0x3e) continue;
        this.selfClosing = true;
        break;
      }
      if (at >= length) return false;
      const from = at;
      // A name may begin with `=`.
      do code = source.charCodeAt(++at);
      while (code !== 0x3d && code !== 0x3e && code !== 0x2f && !isSpace(code) && at < length);
      const written = source.slice(from, at);
      const name = keepsAll ? lower(written) : keptName(written);
      while (isSpace(code)) code = source.charCodeAt(++at);
      let valueFrom = at;
      let valueTo = at;
      if (code === 0x3d) {
        do code = source.charCodeAt(++at);
        while (isSpace(code));
        valueFrom = at;
        if (code === 0x22 || code === 0x27) {
          valueFrom++;
          valueTo = source.indexOf(code === 0x22 ? '"' : "'", valueFrom);
          if (valueTo < 0) return false;
          at = valueTo + 1;
          code = source.charCodeAt(at);
        } else {
          while (code !== 0x3e && !isSpace(code) && at < length) code = source.charCodeAt(++at);
          valueTo = at;
        }
      }
      if (name === '' || attributes.some((other) => other.name === name)) continue;
      const value = source.slice(valueFrom, valueTo);
      attributes.push({ name, value: value.includes('&') ? decodeValue(value) : value });
    }
    this.tag = tag;
    this.attributes = attributes;
    this.at = at + 1;
    return true;
  }
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** White space of markup; a carriage return does not come here. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c;
}

const COMMON_ENTITY = /&(nbsp|amp|lt|gt|quot);/g;

/** @param text without a tag in it */
function decodeText(text: string): string {
  const plain = decodeCommon(text);
  if (plain !== null) return plain;
  // Within a title nothing counts but entities.
  const [node] = parseFragment(`<title>${text.replace(/</g, '&lt;')}</title>`).childNodes;
  const [inner] = node && 'childNodes' in node ? node.childNodes : [];
  return inner && 'value' in inner ? inner.value : text;
}

function decodeValue(value: string): string {
  const plain = decodeCommon(value);
  if (plain !== null) return plain;
  const [node] = parseFragment(`<p id="${value.replace(/"/g, '&quot;')}">`).childNodes;
  return node && 'attrs' in node ? (node.attrs[0]?.value ?? value) : value;
}

/** The text, if all its entities are common ones. */
function decodeCommon(text: string): string | null {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    COMMON_ENTITY.lastIndex = at;
    if (COMMON_ENTITY.exec(text)?.index !== at) return null;
  }
  return text.replace(COMMON_ENTITY, (_whole, name: string) => ENTITIES[name] ?? '');
}
