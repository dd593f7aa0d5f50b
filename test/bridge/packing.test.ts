// Packed results: the same bytes come back, foreign ones are refused.
import { describe, expect, it, vi } from 'vitest';
import { pack, unpack } from '../../src/bridge/packing.ts';
import type { Examined } from '../../src/core/model/outcome.ts';

const examined = {
  report: { organ: '甲市乙局', year: null, blocks: Array.from({ length: 300 }, () => ({ kind: 'paragraph', text: '收到申请 0 件' })) },
  findings: [{ rule: 'R-1', quote: '半个字 \ud800 与零 \u0000' }],
  checks: [],
} as unknown as Examined;

describe('packing', () => {
  it('gives back what went in, far smaller', async () => {
    const packed = await pack(examined);
    expect(packed.byteLength).toBeLessThan(JSON.stringify(examined).length / 10);
    expect(packed.byteLength).toBe(packed.buffer.byteLength);
    expect(await unpack(packed)).toEqual(examined);
  });

  it('works where the browser cannot compress, and is read where it can', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    const packed = await pack(examined);
    vi.unstubAllGlobals();
    expect(await unpack(packed)).toEqual(examined);
  });

  it('refuses bytes that are not its own', async () => {
    await expect(unpack(new TextEncoder().encode('甲市'))).rejects.toThrow(SyntaxError);
    await expect(unpack(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))).rejects.toThrow(Error);
  });
});
