// Adobe's character maps for simplified Chinese, and of traditional Chinese what Big5 fonts need: fonts that are not embedded
// name one of them instead of carrying a table. Taken from pdfjs-dist and carried along, because nothing is fetched.

// UTF-8 and UTF-32 encodings of fonts are left out: no writer of PDF uses them, and they are half of the size.
const data = import.meta.glob<string>(
  [
    '../../../../node_modules/pdfjs-dist/cmaps/{GB*,Adobe-GB1-*,UniGB-UCS2-*,UniGB-UTF16-*}.bcmap',
    '../../../../node_modules/pdfjs-dist/cmaps/{Adobe-CNS1-UCS2,B5pc-*,ETen-B5-*,ETenms-B5-*,UniCNS-UCS2-*,UniCNS-UTF16-*}.bcmap',
  ],
  { query: '?url&inline', import: 'default', eager: true },
);

const urls = new Map(Object.entries(data).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1, -'.bcmap'.length), url]));

const decoded = new Map<string, Uint8Array>();

/** The packed map of this name, null if it is not carried. */
export function characterMap(name: string): Uint8Array | null {
  const known = decoded.get(name);
  if (known) return known;
  const url = urls.get(name);
  if (url === undefined) return null;
  const bytes = bytesOf(url.slice(url.indexOf(',') + 1));
  decoded.set(name, bytes);
  return bytes;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i;

/** By hand: the core has no atob, which differs between hosts. */
function bytesOf(base64: string): Uint8Array {
  const length = base64.length - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array((length * 3) >> 2);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    held = ((held << 6) | (VALUES[base64.charCodeAt(i)] as number)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
