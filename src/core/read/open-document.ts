// The package around OpenDocument texts and spreadsheets: its namespaces, type, parts, title. Knows nothing of what the body says.
import type { Archive } from './archive.ts';
import type { Sample, Source } from './format.ts';
import { meaningfulTitle } from './ooxml.ts';
import { Unreadable } from './unreadable.ts';
import { child, decodeXml, readXml, textOf } from './xml.ts';
import type { Namespaces, XmlElement } from './xml.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
/** Prefixes as the readers want them. */
const OPEN_DOCUMENT: Namespaces = {
  ...Object.fromEntries(['office', 'text', 'table', 'style', 'meta'].map((name) => [`${OASIS}${name}:1.0`, name])),
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}svg-compatible:1.0`]: 'svg',
  [`${OASIS}xsl-fo-compatible:1.0`]: 'fo',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1998/Math/MathML': 'math',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};

/** What stands in a package or flat file, by the name that its type and its body have. */
export type OpenDocumentKind = 'text' | 'spreadsheet';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.';

/** The root of a flat file, its attributes in any order; so many characters hold all namespaces that programs write. */
const FLAT: Readonly<Record<OpenDocumentKind, RegExp>> = {
  text: /<office:document\b[^>]{0,8000}office:mimetype="application\/vnd\.oasis\.opendocument\.text/,
  spreadsheet: /<office:document\b[^>]{0,8000}office:mimetype="application\/vnd\.oasis\.opendocument\.spreadsheet/,
};

/** Is a file of this kind, templates included? */
export function recogniseOpenDocument(kind: OpenDocumentKind, { archive, head }: Sample): 'certain' | 'no' {
  const is = archive ? mediaTypeOf(archive).startsWith(MEDIA_TYPE + kind) : head !== null && FLAT[kind].test(head);
  return is ? 'certain' : 'no';
}

/** What both kinds have. */
export interface OpenDocument {
  readonly body: XmlElement;
  /** `styles.xml` of a package. */
  readonly styles: XmlElement | null;
  /** Where styles are declared: those of the whole package first. */
  readonly roots: readonly XmlElement[];
  readonly metaTitle: string | null;
}

/** Opens a package or a flat file; null if it has no body of this kind. */
export function openOpenDocument(kind: OpenDocumentKind, { archive, bytes }: Source): OpenDocument | null {
  if (archive) refuseEncrypted(archive);
  const content = archive ? readPart(archive, 'content.xml') : readXml(decodeXml(bytes), OPEN_DOCUMENT);
  const styles = archive ? readPart(archive, 'styles.xml') : null;
  const meta = archive ? readPart(archive, 'meta.xml') : content;
  const body = child(child(content ?? undefined, 'office:body'), `office:${kind}`);
  if (!content || !body) return null;
  const title = child(child(meta ?? undefined, 'office:meta'), 'dc:title');
  return { body, styles, roots: styles ? [styles, content] : [content], metaTitle: title ? meaningfulTitle(textOf(title)) : null };
}

/** What the package says it is; empty if it does not. */
function mediaTypeOf(archive: Archive): string {
  const entry = archive.find('mimetype');
  if (!entry || entry.size > 200) return '';
  try {
    return new TextDecoder().decode(archive.unpack(entry)).trim();
  } catch (error) {
    if (error instanceof Unreadable) return '';
    throw error;
  }
}

/** The parts of a protected document look whole; only the manifest says that they are not. */
function refuseEncrypted(archive: Archive): void {
  const manifest = archive.find('META-INF/manifest.xml');
  const text = manifest ? decodeXml(archive.unpack(manifest)) : '';
  if (/<(?:\w+:)?encryption-data\b/.test(text) || archive.find('encrypted-package')) throw new Unreadable('encrypted');
}

/** A part as a tree; null if it is missing. What is broken in it is told, except in parts that a text can do without. */
function readPart(archive: Archive, path: string): XmlElement | null {
  const entry = archive.find(path);
  if (!entry) return null;
  try {
    return readXml(decodeXml(archive.unpack(entry)), OPEN_DOCUMENT);
  } catch (error) {
    if (error instanceof Unreadable && path !== 'content.xml') return null;
    throw error;
  }
}

/** Whether a style crosses its text out, with a line of any kind; undefined where it says nothing of it. */
export function crossesOut(style: XmlElement): boolean | undefined {
  const text = child(style, 'style:text-properties');
  const said = ['style:text-line-through-style', 'style:text-line-through-type'].map((name) => text?.attribute(name));
  if (said.every((value) => value === undefined)) return undefined;
  return !said.includes('none');
}
