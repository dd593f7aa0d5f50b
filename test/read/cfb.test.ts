// The container of old Office files: streams are found whole, and broken ones end quickly and are told.
import { describe, expect, it } from 'vitest';
import { mentionsStream, openCompound } from '../../src/core/read/cfb.ts';
import { compoundFile } from './compound-file.ts';
import { fc, runs } from '../property.ts';

const filled = (length: number, seed: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + seed) & 0xff);
const streams = {
  Workbook: filled(10_000, 1),
  小表: filled(100, 2),
  Empty: new Uint8Array(0),
  Edge: filled(4096, 3),
  Small: filled(4095, 4),
};

describe('compound files', () => {
  it.each([9, 12] as const)('every stream comes back byte for byte (sectors of 2^%i)', (shift) => {
    const file = openCompound(compoundFile(streams, shift));
    expect(new Set(file?.names)).toEqual(new Set(Object.keys(streams)));
    for (const [name, bytes] of Object.entries(streams)) {
      const stream = file?.stream(name.toUpperCase());
      expect(stream?.whole).toBe(true);
      expect(Array.from(stream?.bytes ?? [])).toEqual(Array.from(bytes));
    }
    expect(file?.stream('Nothing')).toBeNull();
  });

  it('a file cut short gives what is there and says that it is not all', () => {
    const whole = compoundFile(streams);
    // The directory stands at the end of this file, so it is moved to the front for the cut.
    const directoryAt = (new DataView(whole.buffer).getUint32(48, true) + 1) * 512;
    const file = openCompound(whole);
    expect(file?.stream('Workbook')?.whole).toBe(true);
    expect(openCompound(whole.subarray(0, directoryAt))).toBeNull();
    const view = new DataView(whole.buffer.slice(0));
    // The chain of the large stream ends after its second sector.
    const tableAt = (view.getUint32(76, true) + 1) * 512;
    view.setUint32(tableAt + 4, 0xfffffffe, true);
    const cut = openCompound(new Uint8Array(view.buffer))?.stream('Workbook');
    expect(cut).toMatchObject({ whole: false });
    expect(cut?.bytes.length).toBe(1024);
  });

  it('chains that run in a circle end', () => {
    const bytes = compoundFile(streams);
    const view = new DataView(bytes.buffer);
    const tableAt = (view.getUint32(76, true) + 1) * 512;
    view.setUint32(tableAt + 4, 0, true);
    const stream = openCompound(bytes)?.stream('Workbook');
    expect(stream).toMatchObject({ whole: false });
    expect(stream?.bytes.length).toBe(1024);
    // The directory as well: its next sector is itself.
    const directory = view.getUint32(48, true);
    view.setUint32(tableAt + directory * 4, directory, true);
    expect(openCompound(bytes)?.names.length).toBeGreaterThan(0);
    // And the list of tables.
    view.setUint32(68, 0, true);
    expect(openCompound(bytes)).not.toBeNull();
  });

  it('names that form a circle, or no tree at all, are found all the same', () => {
    const bytes = compoundFile(streams);
    const view = new DataView(bytes.buffer);
    const directoryAt = (view.getUint32(48, true) + 1) * 512;
    view.setUint32(directoryAt + 3 * 128 + 72, 1, true);
    expect(openCompound(bytes)?.stream('Workbook')?.whole).toBe(true);
    view.setUint32(directoryAt + 76, 0xffffffff, true);
    expect(openCompound(bytes)?.stream('Small')?.whole).toBe(true);
  });

  it('sizes beyond the file cost nothing', () => {
    const bytes = compoundFile(streams);
    const view = new DataView(bytes.buffer);
    const directoryAt = (view.getUint32(48, true) + 1) * 512;
    view.setUint32(directoryAt + 128 + 120, 0x7fffffff, true);
    expect(openCompound(bytes)?.stream('Workbook')).toMatchObject({ whole: false });
  });

  it('a name is seen even where the directory cannot be read', () => {
    const bytes = compoundFile(streams);
    expect(mentionsStream(bytes, openCompound(bytes), 'workbook')).toBe(true);
    expect(mentionsStream(bytes, openCompound(bytes), 'WordDocument')).toBe(false);
    new DataView(bytes.buffer).setUint32(48, 0xfffffffe, true);
    expect(openCompound(bytes)).toBeNull();
    expect(mentionsStream(bytes, null, 'Workbook')).toBe(true);
    expect(mentionsStream(bytes, null, 'WordDocument')).toBe(false);
  });

  it('other bytes are no compound file', () => {
    expect(openCompound(new Uint8Array(0))).toBeNull();
    expect(openCompound(filled(2000, 0))).toBeNull();
  });

  it('whatever is changed in a file, reading ends', () => {
    const original = compoundFile(streams);
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), fc.nat(original.length), (changes, cut) => {
        const bytes = original.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const file = openCompound(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
        for (const name of file?.names ?? []) expect(file?.stream(name)?.bytes.length ?? 0).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: runs(300) },
    );
  });
});
