// An archive is a folder of files: every one a job of its own, with a record, a deadline and a failure of its own.
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createCrashJournal } from '../../src/app/crash-journal.ts';
import { createIntake } from '../../src/app/create-intake.ts';
import type { Intake, IntakeOptions, Job } from '../../src/app/create-intake.ts';
import type { Tables } from '../../src/store/tables.ts';
import { CORE_VERSION } from '../../src/core/version.ts';
import { sleep, until } from '../bridge/fake-worker.ts';
import { bench } from './fake-library.ts';
import type { Bench } from './fake-library.ts';

let here: Bench;
let intake: Intake;
afterEach(() => here.pool.close());

function start(options: Partial<IntakeOptions> = {}, tables?: Tables, more?: Parameters<typeof bench>[1]): void {
  here = bench(tables, more);
  intake = createIntake({ library: here.library, pool: here.pool, showEvery: 0, coreVersion: CORE_VERSION, ...options });
}

/** What the fake worker takes for an archive. */
const zip = (name: string, ...lines: string[]): File => new File([['zip', ...lines].join('\n')], name, { lastModified: 1 });
const drop = (...files: File[]): void => intake.takeFiles(files.map((file) => ({ file, path: '乙市' })));
const job = (name: string): Job => intake.jobs.value.find((each) => each.name === name)!;
const states = (): Record<string, string> => Object.fromEntries(intake.jobs.value.map(({ name, state }) => [name, state]));
const listed = (): (string | null)[] => here.library.summaries.value.map(({ organ }) => organ);
const kept = (name: string) => here.library.files.value.find((file) => file.name === name);

async function over(): Promise<void> {
  const idle = (): boolean => intake.jobs.value.every(({ state }) => !['queued', 'reading', 'checking', 'unpacking'].includes(state));
  // What is shown lags behind a little: what was idle at first may only have begun.
  do {
    await until('end of the import', () => intake.jobs.value.length > 0 && idle());
    await sleep(20);
  } while (!idle());
}

describe('the files of an archive', () => {
  it('are jobs and records of their own, with their way inside, and keep their own originals', async () => {
    start();
    drop(zip('年报.zip', '甲.txt=甲市', '区直部门/乙.txt=乙市', '内层.zip/丙.txt=丙市', '丁.txt=丁市', '戊.txt=戊市'));
    await over();
    expect(states()).toEqual({
      '年报.zip': 'unpacked',
      '甲.txt': 'done',
      '乙.txt': 'done',
      '丙.txt': 'done',
      '丁.txt': 'done',
      '戊.txt': 'done',
    });
    expect(listed().sort()).toEqual(['丁市', '丙市', '乙市', '戊市', '甲市'].sort());
    expect(kept('甲.txt')).toMatchObject({ path: '乙市/年报.zip', failure: null, keepsOriginal: true, size: 6 });
    expect(kept('乙.txt')!.path).toBe('乙市/年报.zip/区直部门');
    expect(kept('丙.txt')!.path).toBe('乙市/年报.zip/内层.zip');
    // The archive itself has nothing to say, so it is not kept.
    expect(kept('年报.zip')).toBeUndefined();
    const { id } = kept('乙.txt')!;
    expect(id).toBe(createHash('sha256').update('乙市').digest('hex'));
    expect(new TextDecoder().decode((await here.store().readOriginal(id))!)).toBe('乙市');
    expect(intake.progress.value).toEqual({ total: 5, done: 5, failed: 0, running: 0 });
  });

  it('fail one by one and cost the others nothing: not read, timed out, crashed, not unpacked', async () => {
    start({}, undefined, { deadline: 150 });
    drop(
      zip('年报.zip', '甲.txt=甲市', '非.txt=bad', '慢.txt=hang', '崩.txt=crash', '锁.txt=!encrypted', '坏.txt=!damaged', '乙.txt=乙市'),
    );
    await over();
    expect(states()).toEqual({
      '年报.zip': 'unpacked',
      '甲.txt': 'done',
      '非.txt': 'failed',
      '慢.txt': 'failed',
      '崩.txt': 'failed',
      '锁.txt': 'failed',
      '坏.txt': 'failed',
      '乙.txt': 'done',
    });
    await until('list', () => here.library.files.value.length === 8);
    expect(kept('慢.txt')!.failure).toMatchObject({ code: 'timeout' });
    expect(kept('崩.txt')!.failure).toMatchObject({ code: 'crashed' });
    expect(kept('锁.txt')).toMatchObject({ path: '乙市/年报.zip', failure: { code: 'encrypted' } });
    expect(kept('坏.txt')!.failure).toMatchObject({ code: 'damaged' });
    expect(kept('年报.zip')).toMatchObject({ format: 'zip', failure: null });
    expect(kept('年报.zip')!.notes.map(({ message }) => message)).toEqual(['压缩包里的5个文件已逐个导入，2个没有读取。']);
    expect(intake.progress.value).toEqual({ total: 7, done: 2, failed: 5, running: 0 });
  });

  it('are known by their bytes, whatever archive or folder they came in', async () => {
    start();
    drop(zip('一.zip', '甲.txt=甲市', '副本.txt=甲市'), new File(['乙市'], '乙.txt', { lastModified: 1 }));
    await over();
    drop(zip('二.zip', '又名.txt=乙市', '甲.txt=甲市', '丙.txt=丙市'));
    await over();
    expect(states()).toMatchObject({ '副本.txt': 'duplicate', '又名.txt': 'duplicate', '丙.txt': 'done' });
    expect(listed().sort()).toEqual(['丙市', '乙市', '甲市'].sort());
  });

  it('come again when the archive is imported again after one was removed', async () => {
    start();
    const archive = zip('年报.zip', '甲.txt=甲市', '乙.txt=乙市');
    drop(archive);
    await over();
    await here.library.removeFiles([kept('甲.txt')!.id]);
    await until('removed', () => listed().length === 1);
    drop(archive);
    await over();
    expect(listed().sort()).toEqual(['乙市', '甲市'].sort());
  });

  it('say how many pictures were left out', async () => {
    start();
    drop(zip('带图.zip', '甲.txt=甲市'));
    await over();
    expect(job('带图.zip').message).toContain('另有 2 张图片没有读取');
    expect(kept('带图.zip')!.notes.map(({ code }) => code)).toContain('pictures-left-out');
  });

  it('are never held in greater number than fits, and all come', async () => {
    start({ subtle: null });
    drop(zip('年报.zip', ...Array.from({ length: 400 }, (_, index) => `${index}.txt=第${index}局`)));
    await over();
    expect(new Set(listed()).size).toBe(400);
    expect(intake.progress.value).toEqual({ total: 400, done: 400, failed: 0, running: 0 });
  });

  it('several archives and files at once: nothing is lost', async () => {
    start();
    drop(
      zip('一.zip', ...Array.from({ length: 40 }, (_, index) => `${index}.txt=一${index}局`)),
      new File(['单市'], '单.txt', { lastModified: 1 }),
      zip('二.zip', ...Array.from({ length: 40 }, (_, index) => `${index}.txt=二${index}局`)),
      zip('三.zip', '空.txt=', '甲.txt=甲市'),
    );
    await over();
    expect(listed()).toHaveLength(82);
    expect(states()['空.txt']).toBe('failed');
  });
});

describe('an archive that fails', () => {
  it('locked as a whole is one sentence, not one for each file', async () => {
    start();
    drop(zip('锁.zip', '甲.txt=!encrypted', '乙.txt=!encrypted', '丙.txt=!encrypted', '丁.txt=!encrypted'));
    await over();
    expect(states()).toEqual({ '锁.zip': 'failed' });
    expect(here.library.files.value.map(({ name, failure }) => [name, failure?.code])).toEqual([['锁.zip', 'encrypted']]);
    expect(kept('锁.zip')!.failure!.message).toContain('4 个文件都没有读取');
  });

  it.each([
    ['hang!', 'timeout'],
    ['crash!', 'crashed'],
  ])('in the middle (%s) says so and what was read, and keeps that', async (line, code) => {
    start({}, undefined, { deadline: 150 });
    drop(zip('断.zip', '甲.txt=甲市', '乙.txt=乙市', '丙.txt=丙市', line, '丁.txt=丁市'));
    await over();
    expect(states()).toMatchObject({ '断.zip': 'failed', '甲.txt': 'done', '乙.txt': 'done', '丙.txt': 'done' });
    expect(kept('断.zip')!.failure).toMatchObject({ code });
    expect(kept('断.zip')!.failure!.message).toContain('只读出前 3 个文件，其余没有读取');
    expect(kept('断.zip')!.notes[0]).toMatchObject({ weight: 'caution' });
    expect(listed()).toHaveLength(3);
  });
});

describe('cancelling', () => {
  it('an archive stops it and its files, and leaves the others alone', async () => {
    start();
    drop(zip('慢.zip', '甲.txt=hang', '乙.txt=hang2', '丙.txt=hang3', 'hang!'), new File(['丁市'], '丁.txt', { lastModified: 1 }));
    await until('checking', () => job('甲.txt')?.state === 'checking');
    intake.cancelJob(job('慢.zip').id);
    await over();
    expect(states()).toEqual({
      '慢.zip': 'cancelled',
      '甲.txt': 'cancelled',
      '乙.txt': 'cancelled',
      '丙.txt': 'cancelled',
      '丁.txt': 'done',
    });
    expect(here.library.files.value.map(({ name }) => name)).toEqual(['丁.txt']);
    drop(zip('后.zip', '戊.txt=戊市'));
    await over();
    expect(listed()).toEqual(['丁市', '戊市']);
  });

  it('one file of it, which can be taken up again out of the archive', async () => {
    start({}, undefined, { deadline: 10_000 });
    drop(zip('年报.zip', '甲.txt=甲市', '里/慢.txt=hang', '乙.txt=乙市', '丙.txt=丙市'));
    await until('checking', () => job('慢.txt')?.state === 'checking' && listed().length === 3);
    intake.cancelJob(job('慢.txt').id);
    await over();
    expect(states()).toMatchObject({ '慢.txt': 'cancelled', '甲.txt': 'done' });
    intake.retryJob(job('慢.txt').id);
    await until('again', () => job('慢.txt').state === 'checking');
    expect(intake.jobs.value).toHaveLength(5);
    expect(job('慢.txt').path).toBe('乙市/年报.zip/里');
    intake.cancelAll();
    await over();
  });

  it('all that was wanted of it once more ends the unpacking, and the next archive goes on', async () => {
    start({}, undefined, { deadline: 10_000 });
    drop(zip('年报.zip', '甲.txt=hang', '乙.txt=乙市', '丙.txt=丙市', 'hang!'));
    await until('checking', () => job('甲.txt')?.state === 'checking');
    intake.cancelJob(job('甲.txt').id);
    intake.cancelJob(job('年报.zip').id);
    await over();
    intake.retryJob(job('甲.txt').id);
    await until('checked again', () => job('甲.txt').state === 'checking');
    intake.cancelJob(job('甲.txt').id);
    drop(zip('后.zip', '丁.txt=丁市'));
    await over();
    expect(states()).toMatchObject({ '甲.txt': 'cancelled', '后.zip': 'unpacked', '丁.txt': 'done' });
  });

  it('everything leaves nothing behind', async () => {
    start();
    drop(zip('一.zip', '甲.txt=hang', '丙.txt=hang2', '丁.txt=hang3', 'hang!'), zip('二.zip', '乙.txt=乙市'));
    await until('checking', () => job('甲.txt')?.state === 'checking');
    intake.cancelAll();
    await over();
    await sleep(50);
    expect(here.library.files.value).toEqual([]);
    expect(here.workers.alive).toBeLessThanOrEqual(2);
  });
});

describe('after the page was killed', () => {
  const memory = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
    const values = new Map<string, string>();
    return {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    };
  };

  it('the file of the archive that did it goes alone and last, and is refused the next time; the others are read', async () => {
    const storage = memory();
    const archive = zip('年报.zip', '毒.txt=hang', '甲.txt=甲市', '乙.txt=乙市', '丙.txt=丙市');
    start({ journal: createCrashJournal(storage) }, undefined, { deadline: 10_000 });
    drop(archive);
    await until('others done', () => job('毒.txt')?.state === 'checking' && listed().length === 3);
    here.pool.close = () => {};

    const journal = createCrashJournal(storage);
    start({ journal }, undefined, { deadline: 10_000 });
    expect(journal.interruptedNames).toEqual(['毒.txt']);
    drop(archive);
    await until('alone', () => job('毒.txt')?.state === 'checking');
    expect(states()).toMatchObject({ '年报.zip': 'unpacked', '甲.txt': 'done', '乙.txt': 'done', '丙.txt': 'done' });

    start({ journal: createCrashJournal(storage) }, undefined, { deadline: 10_000 });
    drop(archive);
    await over();
    expect(states()).toMatchObject({ '年报.zip': 'unpacked', '毒.txt': 'failed', '甲.txt': 'done' });
    expect(job('毒.txt').message).toContain('曾两次使页面意外关闭');
  });

  it('an archive that did it while it was unpacked goes with nothing beside it', async () => {
    const storage = memory();
    const archive = zip('弹.zip', '甲.txt=甲市', 'hang!');
    start({ journal: createCrashJournal(storage) }, undefined, { deadline: 10_000 });
    drop(archive);
    await until('stuck', () => job('甲.txt')?.state === 'done' || job('弹.zip')?.state === 'unpacking');
    await sleep(30);
    here.pool.close = () => {};
    start({ journal: createCrashJournal(storage) }, undefined, { deadline: 200 });
    drop(archive, new File(['丁市'], '丁.txt', { lastModified: 1 }));
    await over();
    expect(states()).toMatchObject({ '弹.zip': 'failed', '丁.txt': 'done' });
  });
});
