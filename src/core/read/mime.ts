// MIME (RFC 2045–2047): a message in its parts, each with its headers and its body as bytes. Knows no document format.
// Hand-written: the kept library decodes every picture, glues all pages of a message together and takes 25 kB; of all
// it does we need the headers, the boundary and two encodings.
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

export interface MimePart {
  /** Names in lower case; of equal names the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** `text/html`, in lower case; empty if the part does not say. */
  readonly type: string;
  /** Parameters of the type, names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The body, its encoding taken off. */
  decode(): Uint8Array;
}

export interface MimeMessage extends MimePart {
  /** Parts in their order, those within parts too; empty if the message is not in parts. */
  readonly parts: readonly MimePart[];
  /** The last boundary is there. */
  readonly whole: boolean;
}

const LF = 10;
const CR = 13;
const DASH = 45;
const EQUALS = 61;
const HEADER_BYTES = 256 * 1024;
/** Parts within parts. */
const MOST_LEVELS = 8;

/** Splits a message. @throws Unreadable `too-complex` where it has more parts than any saved page */
export function readMime(bytes: Uint8Array): MimeMessage {
  const root = readPart(bytes, 0, bytes.length);
  const parts: MimePart[] = [];
  const whole = splitInto(bytes, root, parts, 0);
  return { ...root.part, parts, whole };
}

/** The headers at the start of a text, names in lower case. */
export function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')) {
    if (line.trim() === '') break;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

interface OpenPart {
  readonly part: MimePart;
  readonly from: number;
  readonly to: number;
}

function readPart(bytes: Uint8Array, from: number, to: number): OpenPart {
  let at = from;
  // Some programs put an empty line in front.
  while (at < to && (bytes[at] === LF || bytes[at] === CR)) at++;
  let end = at;
  while (end < Math.min(to, at + HEADER_BYTES)) {
    const line = lineEnd(bytes, end, to);
    if (isBlank(bytes, end, line)) break;
    end = line;
  }
  const headers = readHeaders(latin(bytes.subarray(at, end)));
  const body = Math.min(to, lineEnd(bytes, end, to));
  const { type, parameters } = readType(headers.get('content-type') ?? '');
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase().trim();
  const decode = () => {
    const raw = bytes.subarray(body, to);
    return encoding === 'base64' ? fromBase64(raw) : encoding === 'quoted-printable' ? fromQuotedPrintable(raw) : raw;
  };
  return { part: { headers, type, parameters, decode }, from: body, to };
}

/** False where the last boundary is missing. */
function splitInto(bytes: Uint8Array, outer: OpenPart, parts: MimePart[], level: number): boolean {
  const boundary = outer.part.parameters.get('boundary');
  if (boundary === undefined || boundary === '' || !outer.part.type.startsWith('multipart/') || level > MOST_LEVELS) return true;
  const mark = Array.from(`--${boundary}`, (letter) => letter.charCodeAt(0));
  let start = -1;
  for (let at = outer.from; at < outer.to; ) {
    const next = lineEnd(bytes, at, outer.to);
    if (bytes[at] === DASH && bytes[at + 1] === DASH && mark.every((code, i) => bytes[at + i] === code)) {
      const last = bytes[at + mark.length] === DASH && bytes[at + mark.length + 1] === DASH;
      if (last || isBlank(bytes, at + mark.length, next)) {
        if (start >= 0) add(start, at);
        if (last) return true;
        start = next;
      }
    }
    at = next;
  }
  if (start >= 0 && start < outer.to) add(start, outer.to);
  return false;

  function add(from: number, to: number): void {
    if (parts.length >= LIMITS.parts) throw new Unreadable('too-complex', `里的部分超过${LIMITS.parts}个，没有读取`);
    // The line feed in front of a boundary belongs to the boundary.
    let end = to;
    if (bytes[end - 1] === LF) end--;
    if (bytes[end - 1] === CR) end--;
    const inner = readPart(bytes, from, Math.max(from, end));
    parts.push(inner.part);
    splitInto(bytes, inner, parts, level + 1);
  }
}

function lineEnd(bytes: Uint8Array, from: number, to: number): number {
  const found = bytes.indexOf(LF, from);
  return found < 0 || found >= to ? to : found + 1;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] as number) > 32) return false;
  return true;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}

function readType(header: string): { type: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  const [type = ''] = header.split(';');
  for (const [, name = '', quoted, plain] of header.matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^;\s]*))/g)) {
    parameters.set(name.toLowerCase(), quoted ?? plain ?? '');
  }
  return { type: type.trim().toLowerCase(), parameters };
}

function fromQuotedPrintable(raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw[at] as number;
    if (code !== EQUALS) {
      bytes[length++] = code;
      continue;
    }
    const high = hex(raw[at + 1]);
    const low = hex(raw[at + 2]);
    if (high >= 0 && low >= 0) {
      bytes[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    // A line that goes on, with white space that was put in on the way.
    let end = at + 1;
    while (raw[end] === 32 || raw[end] === 9) end++;
    if (raw[end] === CR && raw[end + 1] === LF) at = end + 1;
    else if (raw[end] === LF || raw[end] === CR) at = end;
    else bytes[length++] = code;
  }
  return bytes.subarray(0, length);
}

function hex(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function sextet(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  return code === 43 ? 62 : code === 47 ? 63 : -1;
}

/** What is no letter of base64 is passed over, as the standard asks. */
export function fromBase64(raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((raw.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < raw.length && raw[at] !== EQUALS; at++) {
    const value = sextet(raw[at] as number);
    if (value < 0) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
  }
  return bytes.subarray(0, length);
}
