// The package around OpenDocument texts and spreadsheets: its namespaces, type, parts. Knows nothing of what the parts say.
import type { Archive } from './archive.ts';
import { Unreadable } from './unreadable.ts';
import { child, decodeXml, readXml } from './xml.ts';
import type { Namespaces, XmlElement } from './xml.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
/** Prefixes as the readers want them. */
export const OPEN_DOCUMENT: Namespaces = {
  ...Object.fromEntries(['office', 'text', 'table', 'style', 'meta'].map((name) => [`${OASIS}${name}:1.0`, name])),
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}svg-compatible:1.0`]: 'svg',
  [`${OASIS}xsl-fo-compatible:1.0`]: 'fo',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1998/Math/MathML': 'math',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};

/** What the package says it is; empty if it does not. */
export function mediaTypeOf(archive: Archive): string {
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
export function refuseEncrypted(archive: Archive): void {
  const manifest = archive.find('META-INF/manifest.xml');
  const text = manifest ? decodeXml(archive.unpack(manifest)) : '';
  if (/<(?:\w+:)?encryption-data\b/.test(text) || archive.find('encrypted-package')) throw new Unreadable('encrypted');
}

/** A part as a tree; null if it is missing. What is broken in it is told, except in parts that a text can do without. */
export function readPart(archive: Archive, path: string): XmlElement | null {
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
