// Kept originals read again by a newer reader: better results replace old ones, failures replace nothing.
import { afterEach, describe, expect, it } from 'vitest';
import { createRereading } from '../../src/app/reading/create-rereading.ts';
import type { Rereading } from '../../src/app/reading/create-rereading.ts';
import { sampleRecord } from '../store/sample-records.ts';
import { until } from '../bridge/fake-worker.ts';
import { bench } from './fake-library.ts';
import type { Bench } from './fake-library.ts';

let here: Bench;
let rereading: Rereading;
afterEach(() => here.pool.close());

async function start(deadline = 2000): Promise<void> {
  here = bench(undefined, { coreVersion: '2', deadline });
  rereading = createRereading({ library: here.library, pool: here.pool, coreVersion: '2' });
  await here.library.openLibrary();
}
const versions = (): Record<string, string> => Object.fromEntries(here.library.files.value.map(({ id, coreVersion }) => [id, coreVersion]));
const organs = (): Record<string, string | null> =>
  Object.fromEntries(here.library.summaries.value.map(({ fileId, organ }) => [fileId, organ]));
const outcomes = (): Record<string, string> => Object.fromEntries(rereading.results.value.map(({ fileId, outcome }) => [fileId, outcome]));

describe('rereading', () => {
  it('replaces what was read by an older version, says so, and keeps the original and the corrections', async () => {
    await start();
    await here.library.addFile(sampleRecord('a', { original: '新读出的局' }));
    await here.library.addFile(sampleRecord('b', { original: '乙局' }));
    await here.library.correct('b.0', { organ: '改正的局' });
    expect(rereading.choose(here.library.files.value).able.map(({ id }) => id)).toEqual(['a', 'b']);
    await rereading.reread(['a', 'b']);
    await until('list', () => versions()['a'] === '2' && versions()['b'] === '2');
    expect(organs()).toEqual({ a: '新读出的局', b: '改正的局' });
    expect(here.library.summaries.value.find(({ id }) => id === 'b.0')!.corrected).toBe(true);
    expect((await here.library.openReport('b.0'))!.overrides).toMatchObject({ organ: '改正的局' });
    expect(new TextDecoder().decode((await here.library.readOriginal('a'))!)).toBe('新读出的局');
    expect(rereading.choose(here.library.files.value).able).toEqual([]);
    expect(rereading.progress.value).toBeNull();
  });

  it.each([
    ['bad', '新版没有读出来'],
    ['hang', '读取超时'],
    ['crash', '读取中断'],
  ])('never replaces a result by a failure (%s)', async (original, said) => {
    await start(100);
    await here.library.addFile(sampleRecord('a', { original }));
    await rereading.reread(['a']);
    expect(rereading.results.value[0]).toMatchObject({ outcome: 'kept' });
    expect(rereading.results.value[0]!.sentence).toContain(said);
    expect(rereading.results.value[0]!.sentence).toContain('原来的结果保留');
    expect(await here.library.openReport('a.0')).toMatchObject({ report: { organ: 'a.0' } });
    expect(new TextDecoder().decode((await here.library.readOriginal('a'))!)).toBe(original);
    // Still offered.
    expect(rereading.choose(here.library.files.value).able).toHaveLength(1);
  });

  it('says how many reports a file has now', async () => {
    await start();
    await here.library.addFile(sampleRecord('a', { original: 'two局' }));
    await rereading.reread(['a']);
    expect(rereading.results.value[0]).toMatchObject({ outcome: 'changed' });
    expect(rereading.results.value[0]!.sentence).toContain('报告由 1 份变为 2 份');
  });

  it('can be cancelled: what was not reached stays as it was', async () => {
    await start(10_000);
    for (const id of ['a', 'b', 'c', 'd']) await here.library.addFile(sampleRecord(id, { original: `hang${id}` }));
    const end = rereading.reread(['a', 'b', 'c', 'd']);
    await until('going', () => rereading.progress.value !== null);
    rereading.cancel();
    await end;
    expect(outcomes()).toEqual({ a: 'cancelled', b: 'cancelled', c: 'cancelled', d: 'cancelled' });
    expect(versions()).toEqual({ a: '1', b: '1', c: '1', d: '1' });
  });

  it('names files without an original and files that could not be read, and leaves what is gone alone', async () => {
    await start();
    await here.library.addFile({ ...sampleRecord('a'), original: null });
    const { file } = sampleRecord('f');
    const failure = { path: 'f', code: 'damaged' as const, message: '坏' };
    await here.library.addFile({ file: { ...file, failure, reportIds: [] }, reports: [], summaries: [], original: null });
    await here.library.addFile(sampleRecord('g', { original: '庚局' }));
    await here.library.removeFiles(['g']);
    const choice = rereading.choose(here.library.files.value);
    expect([choice.able, choice.without.map(({ id }) => id), choice.failed.map(({ id }) => id)]).toEqual([[], ['a'], ['f']]);
    await rereading.reread(['a', 'g']);
    expect(outcomes()).toEqual({ a: 'kept', g: 'kept' });
    expect(here.library.files.value.map(({ id }) => id).sort()).toEqual(['a', 'f']);
  });
});
