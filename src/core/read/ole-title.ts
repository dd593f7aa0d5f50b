// The title in the properties of an OLE document ([MS-OLEPS], stream SummaryInformation). Knows no other property.
import type { CompoundFile } from './cfb.ts';
import { meaningfulTitle } from './ooxml.ts';

const CODE_PAGE = 1;
const TITLE = 2;
const LETTERS = 30;
const WIDE_LETTERS = 31;
const CHARSETS: Readonly<Record<number, string>> = { 936: 'gb18030', 54936: 'gb18030', 950: 'big5', 65001: 'utf-8', 1200: 'utf-16le' };

/** The title; null if there is none or it is a name that programs give by themselves. */
export function readOleTitle(compound: CompoundFile): string | null {
  const stream = compound.stream('\u0005SummaryInformation')?.bytes;
  if (!stream || stream.length < 48) return null;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const start = view.getUint32(44, true);
  if (start + 8 > stream.length) return null;
  const count = Math.min(view.getUint32(start + 4, true), Math.floor((stream.length - start - 8) / 8));
  let charset = 'gb18030';
  let at = -1;
  for (let i = 0; i < count; i++) {
    const id = view.getUint32(start + 8 + i * 8, true);
    const place = start + view.getUint32(start + 12 + i * 8, true);
    if (place + 8 > stream.length) continue;
    if (id === CODE_PAGE) charset = CHARSETS[view.getUint16(place + 4, true)] ?? charset;
    if (id === TITLE) at = place;
  }
  if (at < 0) return null;
  const kind = view.getUint32(at, true);
  const length = view.getUint32(at + 4, true) * (kind === WIDE_LETTERS ? 2 : 1);
  if ((kind !== LETTERS && kind !== WIDE_LETTERS) || at + 8 + length > stream.length) return null;
  const text = new TextDecoder(kind === WIDE_LETTERS ? 'utf-16le' : charset).decode(stream.subarray(at + 8, at + 8 + length));
  return meaningfulTitle(text.replace(/\0[\s\S]*$/, ''));
}
