// A package of parts written as one XML file (Flat OPC), which Word saves as “Word XML Document”: the same parts as in an
// archive, so that whoever reads those can read these. Knows no document format.
import type { Archive, ArchiveEntry } from './archive.ts';
import { LIMITS } from './limits.ts';
import { fromBase64 } from './mime.ts';
import { Unreadable } from './unreadable.ts';
import { decodeXml } from './xml.ts';

const ROOT = /^\s*(?:<\?[^>]*\?>\s*)*<(\w+:)?package\b([^>]*2006\/xmlPackage[^>]*)>/;
const NAME = /\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Whether a text begins like a package written as XML. */
export function looksLikeFlatPackage(head: string): boolean {
  return ROOT.test(head);
}

interface StoredPart extends ArchiveEntry {
  readonly from: number;
  readonly to: number;
  readonly encoded: boolean;
}

/** @throws Unreadable: too-large, too-complex (too many parts), truncated */
export function openFlatPackage(bytes: Uint8Array): Archive {
  if (bytes.length > LIMITS.textBytes) throw new Unreadable('too-large', `超过${LIMITS.textBytes / 1024 / 1024}兆，没有读取`);
  const text = decodeXml(bytes);
  const [, prefix = '', attributes = ''] = ROOT.exec(text) ?? [];
  if (!text.includes(`</${prefix}package`)) throw new Unreadable('truncated');
  const parts = new Map<string, StoredPart>();
  const opening = `<${prefix}part`;
  const closing = `</${prefix}part>`;
  for (let at = text.indexOf(opening); at >= 0; ) {
    const body = text.indexOf('>', at) + 1;
    const end = text.indexOf(closing, body);
    if (body <= 0 || end < 0) throw new Unreadable('truncated');
    if (parts.size >= LIMITS.parts) throw new Unreadable('too-complex', `里的部分超过${LIMITS.parts}个，没有读取`);
    const name = NAME.exec(text.slice(at, body));
    const part = contentOf(text, prefix, body, end);
    if (name && part) {
      const path = (name[1] ?? name[2] ?? '').replace(/^\/+/, '');
      parts.set(path.toLowerCase(), { path, isFolder: false, size: part.to - part.from, encrypted: false, ...part });
    }
    at = text.indexOf(opening, end);
  }
  const outer = attributes.match(/\bxmlns:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? [];
  const stored = new Map<ArchiveEntry, StoredPart>(Array.from(parts.values(), (part) => [part, part]));
  return {
    entries: [...parts.values()],
    find: (path) => parts.get(path.replace(/^\/+/, '').toLowerCase()) ?? null,
    unpack(entry) {
      const part = stored.get(entry);
      if (!part) throw new Error('an entry of another package');
      const content = text.slice(part.from, part.to);
      if (part.encoded) return fromBase64(new TextEncoder().encode(content));
      return new TextEncoder().encode(withDeclarations(content, outer));
    },
  };
}

function contentOf(text: string, prefix: string, from: number, to: number): { from: number; to: number; encoded: boolean } | null {
  for (const [name, encoded] of [
    ['xmlData', false],
    ['binaryData', true],
  ] as const) {
    const opened = text.indexOf(`<${prefix}${name}`, from);
    if (opened < 0 || opened >= to) continue;
    const start = text.indexOf('>', opened) + 1;
    const end = text.lastIndexOf(`</${prefix}${name}`, to);
    if (start > 0 && end >= start) return { from: start, to: end, encoded };
  }
  return null;
}

/** A part may use prefixes that the package around it declares. */
function withDeclarations(content: string, outer: readonly string[]): string {
  const root = /<[A-Za-z_][^>\s/]*/.exec(content);
  if (!root) return content;
  const at = root.index + root[0].length;
  const own = content.slice(at, content.indexOf('>', at));
  const missing = outer.filter((declaration) => !own.includes(`${declaration.split('=')[0]?.trim()}=`));
  return missing.length === 0 ? content : `${content.slice(0, at)} ${missing.join(' ')}${content.slice(at)}`;
}
