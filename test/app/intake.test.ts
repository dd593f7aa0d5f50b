// From a file that is dropped to a record: reading, keeping, failing, cancelling.
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createCrashJournal, sayInterrupted } from '../../src/app/crash-journal.ts';
import { createIntake, LARGEST_FILE } from '../../src/app/create-intake.ts';
import type { Intake, IntakeOptions, Job } from '../../src/app/create-intake.ts';
import { createPool } from '../../src/bridge/pool.ts';
import { LIMITS } from '../../src/core/read/limits.ts';
import { CORE_VERSION } from '../../src/core/version.ts';
import type { Tables } from '../../src/store/tables.ts';
import { sleep, until } from '../bridge/fake-worker.ts';
import { bench } from './fake-library.ts';
import type { Bench } from './fake-library.ts';

let here: Bench;
let intake: Intake;
afterEach(() => here.pool.close());

function start(options: Partial<IntakeOptions> = {}, tables?: Tables, more?: Parameters<typeof bench>[1]): void {
  here = bench(tables, more);
  intake = createIntake({
    library: here.library,
    pool: here.pool,
    asBatch: true,
    showEvery: 0,
    coreVersion: more?.coreVersion ?? CORE_VERSION,
    ...options,
  });
}

const file = (name: string, text: string): File => new File([text], name, { lastModified: 1 });
const drop = (...files: File[]): void => intake.takeFiles(files.map((each) => ({ file: each, path: '乙市/2023' })));
const job = (name: string): Job => intake.jobs.value.find((each) => each.name === name)!;
const states = (): Record<string, string> => Object.fromEntries(intake.jobs.value.map(({ name, state }) => [name, state]));
const listed = (): (string | null)[] => here.library.summaries.value.map(({ organ }) => organ);

/** Nothing moves any more. */
async function over(): Promise<void> {
  const idle = (): boolean => intake.jobs.value.every(({ state }) => !['queued', 'reading', 'checking'].includes(state));
  // What is shown lags behind a little: what was idle at first may only have begun.
  do {
    await until('end of the import', () => intake.jobs.value.length > 0 && idle());
    await sleep(20);
  } while (!idle());
}

describe('intake', () => {
  it('reads, checks, keeps and lists', async () => {
    start();
    drop(file('甲.html', '甲市'), file('乙.html', '乙市'));
    await over();
    expect(states()).toEqual({ '甲.html': 'done', '乙.html': 'done' });
    expect(listed()).toEqual(['甲市', '乙市']);
    expect(intake.progress.value).toEqual({ total: 2, done: 2, failed: 0, running: 0 });
    const [stored] = here.library.files.value;
    expect(stored).toMatchObject({ name: '甲.html', path: '乙市/2023', format: 'text', failure: null, keepsOriginal: true });
    expect(stored!.id).toBe(createHash('sha256').update('甲市').digest('hex'));
    expect(new TextDecoder().decode((await here.store().readOriginal(stored!.id))!)).toBe('甲市');
    expect(job('甲.html').reportIds).toEqual([`${stored!.id}.0`]);
  });

  it('hashes in a worker where the page cannot', async () => {
    start({ subtle: null });
    drop(file('甲.html', '甲市'));
    await over();
    expect(here.library.files.value[0]!.id).toBe(createHash('sha256').update('甲市').digest('hex'));
  });

  it('says that part of the program did not come, not that the file is at fault, and takes the file once it has come', async () => {
    start({ pool: createPool({ createWorker: () => Promise.reject(new Error('offline')), size: 1 }) });
    drop(file('甲.html', '甲市'));
    await over();
    expect(job('甲.html').message).toMatch(/那部分程序没有载入.*与文件无关.*刷新页面后重新导入/);
    expect(job('甲.html').message).not.toContain('内部出错');
    await until('the record', () => here.library.files.value.length === 1);
    expect(here.library.files.value[0]!.failure!.code).toBe('not-loaded');
    start({}, here.tables);
    await here.library.openLibrary();
    drop(file('甲.html', '甲市'));
    await over();
    expect([listed(), here.library.files.value.length]).toEqual([['甲市'], 1]);
  });

  it('takes hundreds of files without losing one', async () => {
    start();
    drop(...Array.from({ length: 500 }, (_, index) => file(`${index}.html`, `第${index}局`)));
    await over();
    expect(intake.progress.value).toEqual({ total: 500, done: 500, failed: 0, running: 0 });
    expect(new Set(listed()).size).toBe(500);
  });

  it('says what of a file could not be checked', async () => {
    start();
    drop(file('包.zip', 'part two 甲市'));
    await over();
    expect(job('包.zip')).toMatchObject({ state: 'done', message: '“包.zip”中有 1 项未能核验，其余已核验。' });
    expect(job('包.zip').reportIds).toHaveLength(2);
    expect(here.library.files.value[0]!.partFailures).toHaveLength(1);
  });

  it('takes pasted text and pasted html as files', async () => {
    start();
    intake.takeText('甲市', '粘贴的文字');
    intake.takeHtml('<p>乙市</p>', '粘贴的表格');
    intake.takeText('  ', '空白');
    await over();
    expect(states()).toEqual({ '粘贴的文字.txt': 'done', '粘贴的表格.html': 'done' });
  });
});

describe('the same bytes twice', () => {
  it('in one drop are one file', async () => {
    start();
    drop(file('甲.html', '甲市'), file('副本.html', '甲市'), file('又一份.html', '甲市'));
    await over();
    expect(states()).toEqual({ '甲.html': 'done', '副本.html': 'duplicate', '又一份.html': 'duplicate' });
    expect(job('副本.html').message).toContain('“甲.html”内容相同');
    expect(job('副本.html').reportIds).toEqual(job('甲.html').reportIds);
    expect(listed()).toEqual(['甲市']);
    expect(intake.progress.value).toMatchObject({ total: 3, done: 3 });
  });

  it('later are one file, also after a reload', async () => {
    start();
    drop(file('甲.html', '甲市'));
    await over();
    here.pool.close();
    start({}, here.tables);
    drop(file('改名.html', '甲市'));
    await over();
    expect(job('改名.html')).toMatchObject({ state: 'duplicate', message: '与已导入的“甲.html”内容相同，没有重复导入。' });
    expect(here.library.files.value).toHaveLength(1);
    expect(here.workers.made).toBe(0);
  });

  it('fail together, and are both said to', async () => {
    start();
    drop(file('甲.txt', 'bad'), file('乙.txt', 'bad'));
    await over();
    expect(states()).toEqual({ '甲.txt': 'failed', '乙.txt': 'failed' });
  });

  it('are read again when the first attempt failed, or by a newer reader', async () => {
    start({}, undefined, { coreVersion: '1' });
    drop(file('甲.html', '甲市'));
    await over();
    here.pool.close();
    start({}, here.tables, { coreVersion: '2' });
    drop(file('甲.html', '甲市'));
    await over();
    expect(states()).toEqual({ '甲.html': 'done' });
    expect(here.library.files.value.map(({ coreVersion }) => coreVersion)).toEqual(['2']);
  });

  it('never replace a good result by a failure', async () => {
    start({}, undefined, { coreVersion: '1' });
    drop(file('甲.html', 'throw 甲市'));
    await over();
    expect(states()).toEqual({ '甲.html': 'failed' });
    await until('the record', () => here.library.files.value.length === 1);
    // What an older version could read, this one cannot.
    const stored = here.library.files.value[0]!;
    await here.library.addFile({ file: { ...stored, failure: null, coreVersion: '0' }, reports: [], summaries: [], original: null });
    drop(file('甲.html', 'throw 甲市'));
    await over();
    expect(here.library.findFile(stored.id)!.failure).toBeNull();
  });
});

describe('failures', () => {
  it('of every kind get their own sentence and stay listed after a reload', async () => {
    start({ largest: 100 }, undefined, { deadline: 80 });
    drop(
      file('空.html', ''),
      file('大.html', '大'.repeat(100)),
      file('慢.html', 'hang'),
      file('崩.html', 'crash'),
      file('非.html', 'bad'),
      file('好.html', '甲市'),
    );
    await over();
    expect(states()).toEqual({
      '空.html': 'failed',
      '大.html': 'failed',
      '慢.html': 'failed',
      '崩.html': 'failed',
      '非.html': 'failed',
      '好.html': 'done',
    });
    await until('list', () => here.library.files.value.length === 6);
    const codes = Object.fromEntries(here.library.files.value.map(({ name, failure }) => [name, failure?.code ?? null]));
    expect(codes).toEqual({
      '空.html': 'empty',
      '大.html': 'too-large',
      '慢.html': 'timeout',
      '崩.html': 'crashed',
      '非.html': 'not-a-report',
      '好.html': null,
    });
    expect(job('大.html').message).toContain('超过 1 MB 的上限');
    expect(intake.progress.value).toEqual({ total: 6, done: 1, failed: 5, running: 0 });
    here.pool.close();
    start({}, here.tables);
    await here.library.openLibrary();
    expect(here.library.files.value).toHaveLength(6);
  });

  it('name the file that vanished, and not its neighbours', async () => {
    for (const asBatch of [true, false]) {
      start({ asBatch });
      const vanished = file('走了.html', '丙市');
      Object.defineProperty(vanished, 'arrayBuffer', { value: () => Promise.reject(new DOMException('', 'NotReadableError')) });
      // In a batch it adds nothing, without an error.
      Object.defineProperty(vanished, 'size', { value: 99 });
      drop(file('甲.html', '甲市'), vanished, file('乙.html', '乙市'));
      await over();
      expect(states(), `asBatch ${asBatch}`).toEqual({ '甲.html': 'done', '走了.html': 'failed', '乙.html': 'done' });
      expect(job('走了.html').message).toContain('“走了.html”在选择之后被移动、删除或修改');
      expect(listed()).toEqual(['甲市', '乙市']);
      here.pool.close();
    }
  });

  it('can be tried again, and a success takes the failure off the list', async () => {
    start();
    const locked = file('甲.html', '甲市');
    const real = locked.arrayBuffer.bind(locked);
    let open = false;
    Object.defineProperty(locked, 'arrayBuffer', { value: () => (open ? real() : Promise.reject(new Error('locked'))) });
    drop(locked);
    await over();
    await until('list', () => here.library.files.value.length === 1);
    open = true;
    intake.retryJob(job('甲.html').id);
    await until('success', () => job('甲.html').state === 'done');
    await until('one file', () => here.library.files.value.length === 1 && here.library.files.value[0]!.failure === null);
    expect(job('甲.html').message).toBeUndefined();
  });
});

describe('cancelling', () => {
  it('one that is being checked frees its worker and keeps nothing', async () => {
    start();
    drop(file('慢.html', 'hang'), file('甲.html', '甲市'));
    await until('checking', () => job('慢.html')?.state === 'checking');
    intake.cancelJob(job('慢.html').id);
    await over();
    expect(states()).toEqual({ '慢.html': 'cancelled', '甲.html': 'done' });
    expect(here.library.files.value.map(({ name }) => name)).toEqual(['甲.html']);
    expect(intake.progress.value).toEqual({ total: 1, done: 1, failed: 0, running: 0 });
  });

  it('all stops everything, and one can be taken up again', async () => {
    start();
    drop(...Array.from({ length: 300 }, (_, index) => file(`${index}.html`, index < 2 ? `hang${index}` : `第${index}局`)));
    await until('checking', () => job('0.html')?.state === 'checking');
    intake.cancelAll();
    await over();
    expect(Object.values(states()).every((state) => state === 'cancelled')).toBe(true);
    await sleep(50);
    expect(listed()).toEqual([]);
    intake.retryJob(job('7.html').id);
    await over();
    expect(listed()).toEqual(['第7局']);
  });

  it('the first of two with the same bytes leaves the other to be checked', async () => {
    start();
    drop(file('甲.html', 'hang'), file('副本.html', 'hang'));
    await until('checking', () => job('甲.html')?.state === 'checking');
    await sleep(20);
    intake.cancelJob(job('甲.html').id);
    await until('the other', () => job('副本.html').state === 'checking');
    intake.cancelAll();
  });

  it('a file whose size nobody had looked at yet does not make it an empty file when it is taken up again', async () => {
    start();
    const slow = (index: number): File => {
      const each = file(`${index}.html`, `第${index}局`);
      const { size } = each;
      const look = (): number => {
        for (const from = Date.now(); Date.now() - from < 8; );
        return size;
      };
      Object.defineProperty(each, 'size', { get: look });
      return each;
    };
    drop(...Array.from({ length: 6 }, (_, index) => slow(index)));
    intake.cancelAll();
    await over();
    intake.retryJob(job('5.html').id);
    await over();
    expect(job('5.html')).toMatchObject({ state: 'done' });
    expect(listed()).toEqual(['第5局']);
  });

  it('a follower of a cancelled file is read and kept', async () => {
    start();
    let asked = 0;
    const examine: Bench['pool']['examine'] = (...task) => {
      asked += 1;
      if (asked > 1) return here.pool.examine(...task);
      // The first hangs until it is cancelled.
      return new Promise((resolve) => task[3]?.signal?.addEventListener('abort', () => resolve({ ok: false, reason: 'cancelled' })));
    };
    intake = createIntake({ library: here.library, pool: { ...here.pool, examine }, asBatch: true, showEvery: 0 });
    drop(file('甲.html', '甲市'), file('甲的副本.html', '甲市'));
    await until('checking', () => job('甲.html')?.state === 'checking');
    intake.cancelJob(job('甲.html').id);
    await over();
    expect(states()).toEqual({ '甲.html': 'cancelled', '甲的副本.html': 'done' });
    expect(here.library.files.value.map(({ name }) => name)).toEqual(['甲的副本.html']);
  });

  it('forgets what is over when asked, not what was imported', async () => {
    start();
    drop(file('甲.html', '甲市'));
    await over();
    intake.clearFinished();
    expect(intake.jobs.value).toEqual([]);
    expect(listed()).toEqual(['甲市']);
  });

  it('and clearing everything leave no job and no file', async () => {
    start();
    drop(file('甲.html', '甲市'), file('慢.html', 'hang'));
    await until('checking', () => job('慢.html')?.state === 'checking');
    await here.library.clearEverything();
    await sleep(50);
    expect([intake.jobs.value, here.library.files.value]).toEqual([[], []]);
  });
});

describe('how much is held', () => {
  it('refuses unread what the readers would refuse', () => {
    expect(LARGEST_FILE).toBe(LIMITS.fileBytes);
  });

  it('is bounded: no more than 64 MB are read ahead of the workers', async () => {
    // None of them comes to its end by itself.
    start({ asBatch: false }, undefined, { deadline: 60_000 });
    let read = 0;
    const MB = 1024 * 1024;
    const large = (index: number): File => {
      const each = file(`${index}.html`, `hang${index}`);
      Object.defineProperty(each, 'size', { value: 10 * MB });
      Object.defineProperty(each, 'arrayBuffer', {
        value: async () => {
          read += 1;
          const bytes = new Uint8Array(10 * MB);
          bytes.set(new TextEncoder().encode(`hang${index}`));
          return bytes.buffer;
        },
      });
      return each;
    };
    drop(...Array.from({ length: 12 }, (_, index) => large(index)));
    await until('six files', () => read >= 6);
    await sleep(100);
    expect(read).toBe(6);
    intake.cancelAll();
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

  it('the file that was being checked goes alone and last, and is refused the next time', async () => {
    const storage = memory();
    start({ journal: createCrashJournal(storage) });
    drop(file('毒.html', 'hang 毒'));
    await until('checking', () => job('毒.html')?.state === 'checking');
    here.pool.close = () => {};

    // No handler ran: the page is simply gone and opened again.
    const journal = createCrashJournal(storage);
    start({ journal });
    expect(sayInterrupted(journal.interruptedNames)).toContain('正在处理“毒.html”：请重新导入');
    drop(file('毒.html', 'hang 毒'), file('甲.html', '甲市'), file('乙.html', '乙市'));
    await until('alone', () => job('毒.html')?.state === 'checking');
    expect(states()).toMatchObject({ '甲.html': 'done', '乙.html': 'done' });

    start({ journal: createCrashJournal(storage) });
    drop(file('毒.html', 'hang 毒'));
    await over();
    expect(job('毒.html')).toMatchObject({ state: 'failed' });
    expect(job('毒.html').message).toContain('曾两次使页面意外关闭');
    intake.retryJob(job('毒.html').id);
    await until('tried again', () => job('毒.html').state === 'checking');
  });

  it('a file that was cancelled the next time is still one that goes alone', async () => {
    const storage = memory();
    createCrashJournal(storage).begin(createHash('sha256').update('hang 毒').digest('hex'), '毒.html');
    const journal = createCrashJournal(storage);
    start({ journal });
    drop(file('毒.html', 'hang 毒'));
    await until('checking', () => job('毒.html')?.state === 'checking');
    intake.cancelJob(job('毒.html').id);
    await over();
    drop(file('毒.html', 'hang 毒'), file('慢.html', 'hang 慢'));
    await until('the other', () => job('慢.html')?.state === 'checking');
    await sleep(30);
    expect(intake.jobs.value.filter(({ state }) => state === 'checking').map(({ name }) => name)).toEqual(['慢.html']);
    intake.cancelAll();
  });

  it('a page left on purpose is no crash', () => {
    const storage = memory();
    const journal = createCrashJournal(storage);
    journal.begin('a');
    journal.leave();
    expect(createCrashJournal(storage).interruptedNames).toEqual([]);
  });

  it('an import that was between two files is told of, and no file is blamed', async () => {
    const storage = memory();
    const first = createCrashJournal(storage);
    first.underWay(true);
    first.begin('a', '甲.html');
    first.end('a');
    await Promise.resolve();

    const second = createCrashJournal(storage);
    expect(sayInterrupted(second.interruptedNames)).toBe(
      '上次页面意外关闭时还有文件没有处理完：请重新导入那一批文件，已完成的不会重复处理。',
    );
    expect(second.strikes('a')).toBe(0);
    // Told once.
    expect(createCrashJournal(storage).interruptedNames).toEqual([]);
  });

  it('an import is under way from the drop to the last result', async () => {
    const storage = memory();
    start({ journal: createCrashJournal(storage) });
    drop(file('甲.html', '甲市'), file('乙.html', '乙市'));
    expect(storage.getItem('gouji.checking')).not.toBeNull();
    await over();
    await until('nothing under way', () => storage.getItem('gouji.checking') === null);
    expect(createCrashJournal(storage).interruptedNames).toEqual([]);
  });

  it('one that died in the middle of a file names that file alone', () => {
    const storage = memory();
    const journal = createCrashJournal(storage);
    journal.underWay(true);
    journal.begin('a', '甲.html');
    expect(createCrashJournal(storage).interruptedNames).toEqual(['甲.html']);
  });
});
