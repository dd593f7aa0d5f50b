// What all Office Open XML packages share: namespaces of both editions, relationships, the main part, the title.
// Knows no kind of document.
import type { Archive, ArchiveEntry } from './archive.ts';
import { Unreadable } from './unreadable.ts';
import { child, decodeXml, parseXml, readXml, refuseHugeTree, textOf } from './xml.ts';
import type { Namespaces, XmlElement, XmlHandler } from './xml.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

/** Prefixes as readers see them, for the transitional and the strict edition. The sheet's own names have none. */
export const OOXML: Namespaces = {
  [`${TRANSITIONAL}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${TRANSITIONAL}/spreadsheetml/2006/main`]: '',
  [`${STRICT}/spreadsheetml/main`]: '',
  [`${TRANSITIONAL}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${TRANSITIONAL}/drawingml/2006/main`]: 'a',
  [`${STRICT}/drawingml/main`]: 'a',
  [`${TRANSITIONAL}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${STRICT}/drawingml/wordprocessingDrawing`]: 'wp',
  [`${TRANSITIONAL}/drawingml/2006/spreadsheetDrawing`]: 'xdr',
  [`${STRICT}/drawingml/spreadsheetDrawing`]: 'xdr',
  [`${TRANSITIONAL}/drawingml/2006/picture`]: 'pic',
  [`${STRICT}/drawingml/picture`]: 'pic',
  [`${TRANSITIONAL}/officeDocument/2006/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  [`${TRANSITIONAL}/markup-compatibility/2006`]: 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  // Relationships and types themselves are read without a prefix.
  [`${TRANSITIONAL}/package/2006/relationships`]: '',
  [`${TRANSITIONAL}/package/2006/content-types`]: '',
  [`${TRANSITIONAL}/package/2006/metadata/core-properties`]: 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

export interface Relationship {
  readonly id: string;
  /** Last part of the type: `styles`, `worksheet`, `officeDocument`. */
  readonly kind: string;
  /** Path of the part in the archive; the address itself where it lies outside. */
  readonly target: string;
  readonly external: boolean;
}

/** Lists that were read already: that of the package is asked for by everything that looks for a part. */
const KNOWN = new WeakMap<Archive, Map<string, ReadonlyMap<string, Relationship>>>();

/** What is related to a part (`''`: to the package), by id. Empty if it has no such list. */
export function readRelationships(archive: Archive, part: string): ReadonlyMap<string, Relationship> {
  let known = KNOWN.get(archive);
  if (!known) {
    known = new Map();
    KNOWN.set(archive, known);
  }
  let found = known.get(part);
  if (!found) {
    found = readRelationshipsOf(archive, part);
    known.set(part, found);
  }
  return found;
}

function readRelationshipsOf(archive: Archive, part: string): ReadonlyMap<string, Relationship> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const entry = archive.find(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const found = new Map<string, Relationship>();
  if (!entry) return found;
  parsePart(archive, entry, {
    open(name, tag) {
      if (name !== 'Relationship') return;
      const id = tag.attribute('Id') ?? '';
      const target = tag.attribute('Target') ?? '';
      const external = tag.attribute('TargetMode') === 'External';
      const kind = (tag.attribute('Type') ?? '').replace(/^.*\//, '');
      found.set(id, { id, kind, external, target: external ? target : resolvePath(folder, target) });
    },
  });
  return found;
}

/** First related part of a kind that is really there. */
export function findRelated(archive: Archive, relationships: ReadonlyMap<string, Relationship>, kind: string): ArchiveEntry | null {
  for (const relationship of relationships.values()) {
    if (relationship.kind !== kind || relationship.external) continue;
    const entry = archive.find(relationship.target);
    if (entry) return entry;
  }
  return null;
}

/**
 * The part that holds the document itself.
 * @param usual path to take where the package does not say which it is
 */
export function findMainPart(archive: Archive, usual: string): ArchiveEntry | null {
  return findRelated(archive, readRelationships(archive, ''), 'officeDocument') ?? archive.find(usual);
}

/** Reads one part with a handler. @throws Unreadable */
export function parsePart(archive: Archive, entry: ArchiveEntry, handler: XmlHandler): void {
  parseXml(decodeXml(archive.unpack(entry)), OOXML, handler);
}

/** The text of a part that will be kept as a tree. @throws Unreadable */
export function decodeTreePart(archive: Archive, entry: ArchiveEntry): string {
  const bytes = archive.unpack(entry);
  refuseHugeTree(bytes);
  return decodeXml(bytes);
}

/** Reads one part as a tree. @throws Unreadable */
export function readPart(archive: Archive, entry: ArchiveEntry, skip?: ReadonlySet<string>): XmlElement {
  return readXml(decodeTreePart(archive, entry), OOXML, skip);
}

/** Reads a part that the document can do without; null if it is missing or broken. */
export function readOptionalPart(archive: Archive, entry: ArchiveEntry | null, skip?: ReadonlySet<string>): XmlElement | null {
  if (entry === null) return null;
  try {
    return readPart(archive, entry, skip);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Title in the document's properties; null if there is none or it is a name that programs give by themselves. */
export function readMetaTitle(archive: Archive): string | null {
  const properties = readOptionalPart(
    archive,
    findRelated(archive, readRelationships(archive, ''), 'core-properties') ?? archive.find('docProps/core.xml'),
  );
  const title = properties && child(properties, 'dc:title');
  return title ? meaningfulTitle(textOf(title)) : null;
}

/** A title set by a person; not 「文档1」, a template's name, a path or an address. */
export function meaningfulTitle(title: string): string | null {
  const clean = title.replace(/\s+/g, ' ').trim();
  if (clean.length < 4 || clean.length > 200 || !/[\u4e00-\u9fff]{2}/.test(clean)) return null;
  if (/^(?:新建|无标题|未命名|演示文稿|工作簿|Microsoft)|^文档\s*\d*$|[\\/]|^[A-Za-z]:|\ufffd/.test(clean)) return null;
  return clean;
}

/** Whether a `w:val`-like switch is on: present and not `0`, `false`, `off`. */
export function isOn(element: XmlElement | undefined, attribute = 'w:val'): boolean {
  if (!element) return false;
  const value = element.attribute(attribute);
  return value === undefined || (value !== '0' && value !== 'false' && value !== 'off');
}

/** The value of a property such as `<w:ilvl w:val="1"/>`. */
export function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attribute('w:val');
}

function resolvePath(folder: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/#.*$/, '');
  const steps = path.startsWith('/') ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '..') {
      while (steps.length > 0 && steps[steps.length - 1] === '') steps.pop();
      steps.pop();
    } else steps.push(step);
  }
  return steps.filter((step) => step !== '' && step !== '.').join('/');
}
