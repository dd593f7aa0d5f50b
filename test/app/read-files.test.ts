// Many files read as one: each gets its own bytes, and one that changed is found.
import { describe, expect, it } from 'vitest';
import { readFiles, readsBatches } from '../../src/app/incoming/read-files.ts';

const chosen = (text: string, size = new TextEncoder().encode(text).length) => ({ file: new File([text], 'x'), size });
const texts = (all: readonly (Uint8Array | null)[]) => all.map((bytes) => bytes && new TextDecoder().decode(bytes));

describe('readFiles', () => {
  it('gives each file its own bytes in its own buffer', async () => {
    for (const asBatch of [true, false]) {
      const all = await readFiles([chosen('甲市'), chosen('乙'), chosen('丙县')], asBatch);
      expect(texts(all)).toEqual(['甲市', '乙', '丙县']);
      expect(all.every((bytes) => bytes!.byteLength === bytes!.buffer.byteLength)).toBe(true);
    }
  });

  it('finds the one that is not as long as it was when it was chosen', async () => {
    for (const asBatch of [true, false]) {
      expect(texts(await readFiles([chosen('甲市'), chosen('乙', 7), chosen('丙县')], asBatch))).toEqual(['甲市', null, '丙县']);
    }
  });

  it('does not trust a whole in which one grew by what another shrank', async () => {
    expect(texts(await readFiles([chosen('abc', 4), chosen('defgh', 4), chosen('ij')], true))).toEqual([null, null, 'ij']);
  });

  it('reads batches on Chromium only', () => {
    expect(readsBatches('Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/86.0.4240.111 Safari/537.36')).toBe(true);
    expect(readsBatches('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0')).toBe(false);
  });
});
