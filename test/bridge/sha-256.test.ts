// The fallback hash against the host’s.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hex, sha256 } from '../../src/bridge/sha-256.ts';

describe('sha256', () => {
  it('agrees with the host on every length around the edges of a block', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + length) & 255);
      expect(sha256(bytes), `${length} bytes`).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('hashes a view, not the buffer below it', () => {
    const bytes = new TextEncoder().encode('前甲市后');
    expect(sha256(bytes.subarray(3, 9))).toBe(createHash('sha256').update('甲市').digest('hex'));
  });

  it('writes leading zeros', () => {
    expect(hex(Uint8Array.of(0, 10, 255))).toBe('000aff');
  });
});
