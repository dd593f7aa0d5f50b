// Which files go to the workers that have pdf.js on board.
import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/bridge/api.ts';
import { withPdfDetour } from '../../src/bridge/pdf-detour.ts';
import type { Pool } from '../../src/bridge/pool.ts';
import { failure } from '../../src/core/model/outcome.ts';

const reading = { format: 'pdf', notes: [] };

function poolThatSays(answer: (name: string) => Omit<Examination, 'bytes'>, asked: string[]): Pool {
  return {
    size: 1,
    digest: () => Promise.reject(new Error('not asked')),
    recheck: () => Promise.reject(new Error('not asked')),
    unpack: () => {
      throw new Error('not asked');
    },
    examine: async (bytes, name) => {
      asked.push(name);
      return { ok: true, value: { ...answer(name), bytes } as Examination };
    },
    close: () => {},
  };
}

describe('files with a PDF in them', () => {
  it('go to the heavy workers, whole or for one part; others never do', async () => {
    const light: string[] = [];
    const heavy: string[] = [];
    const pool = withPdfDetour(
      poolThatSays((name) => {
        if (name.endsWith('.pdf')) return { ok: false, failure: failure(name, 'needs-pdf-worker') };
        const failures = name.endsWith('.zip') ? [failure('甲.pdf', 'needs-pdf-worker')] : [];
        return { ok: true, reports: [], failures, reading };
      }, light),
      poolThatSays(() => ({ ok: true, reports: [], failures: [], reading }), heavy),
    );
    for (const name of ['甲.pdf', '乙.txt', '丙.zip']) {
      const answer = await pool.examine(new Uint8Array([1]), name, {});
      expect(answer.ok && answer.value.ok === true && answer.value.failures).toEqual([]);
    }
    expect(light).toEqual(['甲.pdf', '乙.txt', '丙.zip']);
    expect(heavy).toEqual(['甲.pdf', '丙.zip']);
  });
});
