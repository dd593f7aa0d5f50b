// The store over IndexedDB: what is written comes back, whole or not at all.
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_VERSION, DatabaseError, openDatabase } from '../../src/store/database.ts';
import type { DatabaseTrouble } from '../../src/store/database.ts';
import type { ReportSummary, StoredFile } from '../../src/store/records.ts';
import { createStore, ORIGINAL_LIMIT } from '../../src/store/store.ts';
import type { Store, StoreCondition } from '../../src/store/store.ts';
import { TABLE_NAMES } from '../../src/store/tables.ts';
import type { Tables, Transaction } from '../../src/store/tables.ts';
import { localSlate, memorySlate } from '../../src/store/unnoted.ts';
import type { Slate } from '../../src/store/unnoted.ts';
import { until } from '../bridge/fake-worker.ts';
import { sampleDismissal, sampleRecord } from './sample-records.ts';

let name = '';
let databases = 0;
let tables: Tables;
let store: Store;
let conditions: StoreCondition[];

beforeEach(async () => {
  databases += 1;
  name = `store-${databases}`;
  slate = memorySlate();
  await open();
});
afterEach(() => store.close());

/** Outlives a reload, like the browser's. */
let slate: Slate;

async function open(wrap: (tables: Tables) => Tables = (each) => each): Promise<void> {
  conditions = [];
  tables = await openDatabase(() => {}, { name });
  store = createStore(wrap(tables), (condition) => conditions.push(condition), slate);
}

async function reopen(wrap?: (tables: Tables) => Tables): Promise<void> {
  store.close();
  await open(wrap);
}

async function loaded(): Promise<{ files: StoredFile[]; summaries: ReportSummary[]; pages: number }> {
  const files: StoredFile[] = [];
  const summaries: ReportSummary[] = [];
  let pages = 0;
  await store.load(
    (page) => files.push(...page),
    (page) => {
      pages += 1;
      summaries.push(...page);
    },
  );
  return { files, summaries, pages };
}
const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

/** A disk with room for records but not for originals, or for nothing at all. */
function fullDisk(refuses: (name: string) => boolean): (tables: Tables) => Tables {
  return (inner) => ({
    close: () => inner.close(),
    transact: (names, mode, work) =>
      inner.transact(names, mode, (tx) =>
        work({
          ...tx,
          put(table, record) {
            if (refuses(table)) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
            tx.put(table, record);
          },
        } as Transaction),
      ),
  });
}

describe('store over IndexedDB', () => {
  it('gives everything back after it was closed and opened again', async () => {
    const [written] = await store.addFiles([sampleRecord('a', { reports: 2 })]);
    expect(written!.keepsOriginal).toBe(true);
    await reopen();
    const { files, summaries } = await loaded();
    expect(files).toEqual([written]);
    expect(ids(summaries)).toEqual(['a.0', 'a.1']);
    expect((await store.readReport('a.1'))!.body).toEqual(sampleRecord('a', { reports: 2 }).reports[1]!.body);
    expect(new TextDecoder().decode((await store.readOriginal('a'))!)).toBe('bytes');
  });

  it('reads long lists page by page', async () => {
    for (let from = 0; from < 450; from += 50) {
      await store.addFiles(Array.from({ length: 50 }, (_, index) => sampleRecord(`f${String(from + index).padStart(4, '0')}`)));
    }
    const { files, summaries, pages } = await loaded();
    expect([files.length, summaries.length, pages]).toEqual([450, 450, 3]);
  });

  it('writes a batch whole or not at all', async () => {
    const unclonable = { ...sampleRecord('b'), summaries: [{ id: 'b.0', wrong: () => {} } as never] };
    await store.addFiles([sampleRecord('a'), unclonable]).catch(() => {});
    await reopen();
    const { files, summaries } = await loaded();
    expect([files, summaries]).toEqual([[], []]);
  });

  it('puts a second reading in place of the first, with no report left over', async () => {
    await store.addFiles([sampleRecord('a', { reports: 3 })]);
    await store.addFiles([sampleRecord('a', { reports: 1 })]);
    const { files, summaries } = await loaded();
    expect(files[0]!.reportIds).toEqual(['a.0']);
    expect(ids(summaries)).toEqual(['a.0']);
    expect(await store.readReport('a.2')).toBeNull();
  });

  it('updates only what is still there', async () => {
    await store.addFiles([sampleRecord('a')]);
    const update = (id: string, organ: string) => {
      const record = sampleRecord(id);
      return { report: { ...record.reports[0]!, overrides: { organ } }, summary: { ...record.summaries[0]!, organ } };
    };
    expect(await store.updateReports([update('a', '甲市'), update('gone', '乙市')])).toEqual(['a.0']);
    expect((await store.readReport('a.0'))!.overrides).toEqual({ organ: '甲市' });
    expect(await store.readReport('gone.0')).toBeNull();
  });

  it('does not keep an original that is too large for a value of the database', async () => {
    const record = { ...sampleRecord('a'), original: new Uint8Array(ORIGINAL_LIMIT + 1) };
    const [written] = await store.addFiles([record]);
    expect(written!.keepsOriginal).toBe(false);
    expect(await store.readOriginal('a')).toBeNull();
  });

  it('remembers settings, and clears them with everything else', async () => {
    await store.addFiles([sampleRecord('a')]);
    await store.writeSetting('fontSize', 22);
    await reopen();
    expect(await store.readSetting('fontSize')).toBe(22);
    await store.clear();
    await reopen();
    expect(await store.readSetting('fontSize')).toBeUndefined();
    expect((await loaded()).files).toEqual([]);
  });
});

describe('removal', () => {
  const removal = (token: string, fileIds: string[], reportIds: string[] = []) => ({ token, fileIds, reportIds });

  it('can be taken back until the next one', async () => {
    await store.addFiles([sampleRecord('a'), sampleRecord('b')]);
    await store.prepareRemoval(removal('1', ['a']));
    expect(await store.undoRemoval('1')).toBe(true);
    expect(ids((await loaded()).files)).toEqual(['a', 'b']);

    await store.prepareRemoval(removal('2', ['a']));
    await store.prepareRemoval(removal('3', ['b']));
    expect(await store.undoRemoval('2')).toBe(false);
    expect(await store.readReport('a.0')).toBeNull();
    expect(await store.readOriginal('a')).toBeNull();
    expect(await store.readReport('b.0')).not.toBeNull();
  });

  it('is carried out at the next start', async () => {
    await store.addFiles([sampleRecord('a'), sampleRecord('b')]);
    await store.prepareRemoval(removal('1', ['a']));
    await reopen();
    const { files, summaries } = await loaded();
    expect([ids(files), ids(summaries)]).toEqual([['b'], ['b.0']]);
  });

  it('of single reports leaves the file, which knows that some are missing', async () => {
    await store.addFiles([sampleRecord('a', { reports: 3 })]);
    await store.prepareRemoval(removal('1', [], ['a.0', 'a.2']));
    await reopen();
    const { files, summaries } = await loaded();
    expect(files[0]).toMatchObject({ reportIds: ['a.1'], removedReports: 2 });
    expect(ids(summaries)).toEqual(['a.1']);
  });
});

describe('clearing', () => {
  it('takes everything out at once, and gives everything back', async () => {
    await store.addFiles([sampleRecord('a'), sampleRecord('b')]);
    await store.writeSetting('checkOptions', { off: ['R-1'] });
    await store.changeDismissals([sampleDismissal('x'), sampleDismissal('y')], []);
    await store.prepareClearing('1', ['a', 'b']);
    expect([await store.readSetting('checkOptions'), await store.readDismissals()]).toEqual([undefined, []]);
    expect(await store.undoRemoval('1')).toBe(true);
    await reopen();
    expect(ids((await loaded()).files)).toEqual(['a', 'b']);
    expect(await store.readSetting('checkOptions')).toEqual({ off: ['R-1'] });
    expect(await store.readDismissals()).toEqual([sampleDismissal('x'), sampleDismissal('y')]);
  });

  it('is carried out when it is finished, at the next start, or at the next removal, and leaves what came since', async () => {
    for (const end of ['finish', 'start', 'removal']) {
      await store.addFiles([sampleRecord('a')]);
      await store.writeSetting('checkOptions', { off: ['R-1'] });
      await store.prepareClearing('1', ['a']);
      await store.addFiles([sampleRecord('later')]);
      await store.changeDismissals([sampleDismissal('later')], []);
      if (end === 'finish') await store.finishRemoval('1');
      if (end === 'removal') await store.prepareRemoval({ token: '2', fileIds: [], reportIds: [] });
      await reopen();
      expect(ids((await loaded()).files), end).toEqual(['later']);
      expect(await store.undoRemoval('1'), end).toBe(false);
      expect(await store.readReport('a.0'), end).toBeNull();
      expect(await store.readSetting('checkOptions'), end).toBeUndefined();
      expect(await store.readDismissals(), end).toEqual([sampleDismissal('later')]);
    }
  });
});

describe('when space runs out', () => {
  it('gives up originals first, and says so once', async () => {
    await open(fullDisk((table) => table === 'originals'));
    const [first] = await store.addFiles([sampleRecord('a')]);
    await store.addFiles([sampleRecord('b')]);
    expect(first!.keepsOriginal).toBe(false);
    expect(conditions).toHaveLength(1);
    expect(conditions[0]).toMatchObject({ state: 'ready' });
    expect(conditions[0]!.sentence).toContain('原始文件');
    await reopen();
    expect(ids((await loaded()).files)).toEqual(['a', 'b']);
  });

  it('keeps again what it could not keep, as soon as there is room, and says so', async () => {
    let isFull = true;
    await open(fullDisk(() => isFull));
    const [written] = await store.addFiles([sampleRecord('a', { reports: 2 })]);
    expect(written!.keepsOriginal).toBe(false);
    await store.addFiles([sampleRecord('b')]);
    expect(conditions.map(({ state }) => state)).toEqual(['memoryOnly']);
    isFull = false;
    await store.addFiles([sampleRecord('c')]);
    expect(conditions[conditions.length - 1]).toEqual({ state: 'ready', sentence: null });
    await store.addFiles([sampleRecord('d')]);
    await reopen();
    const { files, summaries } = await loaded();
    expect(ids(files)).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(summaries)).toEqual(['a.0', 'a.1', 'b.0', 'c.0', 'd.0']);
    // The file that found room is kept with its original, those before it without.
    expect(files.map(({ keepsOriginal }) => keepsOriginal)).toEqual([false, false, false, true]);
  });

  it('what is removed goes all the same once it is finished, and what is cleared leaves nothing', async () => {
    let isFull = false;
    await open(fullDisk(() => isFull));
    for (const id of ['a', 'b', 'c']) await store.addFiles([sampleRecord(id)]);
    await store.writeSetting('checkOptions', { off: ['R-1'] });
    await store.changeDismissals([sampleDismissal('x')], []);
    isFull = true;
    await store.prepareRemoval({ token: '1', fileIds: ['a'], reportIds: [] });
    expect(await store.undoRemoval('1')).toBe(true);
    expect(await store.readReport('a.0')).not.toBeNull();
    await store.prepareRemoval({ token: '2', fileIds: ['a'], reportIds: [] });
    // The next one makes it final, as ever.
    await store.prepareRemoval({ token: '3', fileIds: ['b'], reportIds: [] });
    expect(await store.undoRemoval('2')).toBe(false);
    await store.finishRemoval('3');
    expect(await store.readReport('b.0')).toBeNull();
    await store.prepareClearing('4', ['c']);
    await store.finishRemoval('4');
    isFull = false;
    await reopen();
    expect((await loaded()).files).toEqual([]);
    expect([await store.readOriginal('c'), await store.readSetting('checkOptions'), await store.readDismissals()]).toEqual([
      null,
      undefined,
      [],
    ]);
  });

  it('what was removed does not reappear after a reload, though the disk is still full', async () => {
    let isFull = false;
    const disk = fullDisk(() => isFull);
    await open(disk);
    for (const id of ['a', 'b']) await store.addFiles([sampleRecord(id)]);
    await store.addFiles([sampleRecord('c', { reports: 3 })]);
    isFull = true;
    await store.prepareRemoval({ token: '1', fileIds: ['a'], reportIds: ['c.0', 'c.2'] });
    await reopen(disk);
    const { files, summaries } = await loaded();
    expect(ids(files)).toEqual(['b', 'c']);
    expect(ids(summaries)).toEqual(['b.0', 'c.1']);
    expect(await store.undoRemoval('1')).toBe(false);
    expect(await store.readReport('c.0')).toBeNull();
    // What was left to write is written once there is room.
    isFull = false;
    await reopen(disk);
    expect((await loaded()).files[1]).toMatchObject({ id: 'c', reportIds: ['c.1'], removedReports: 2 });
  });

  it('single reports of several removals are no longer named once there is room, whichever came last', async () => {
    let isFull = false;
    const disk = fullDisk(() => isFull);
    await open(disk);
    for (const id of ['c', 'd', 'e']) await store.addFiles([sampleRecord(id, { reports: 3 })]);
    isFull = true;
    await store.prepareRemoval({ token: '1', fileIds: [], reportIds: ['c.0'] });
    await store.finishRemoval('1');
    await store.prepareRemoval({ token: '2', fileIds: [], reportIds: ['d.1'] });
    // Taken back, it leaves what came before it to be written.
    await store.prepareRemoval({ token: '3', fileIds: [], reportIds: ['e.0'] });
    expect(await store.undoRemoval('3')).toBe(true);
    isFull = false;
    await reopen(disk);
    const { files, summaries } = await loaded();
    expect(files.map(({ reportIds, removedReports }) => [reportIds, removedReports])).toEqual([
      [['c.1', 'c.2'], 1],
      [['d.0', 'd.2'], 1],
      [['e.0', 'e.1', 'e.2'], 0],
    ]);
    expect(ids(summaries)).toEqual(['c.1', 'c.2', 'd.0', 'd.2', 'e.0', 'e.1', 'e.2']);
  });

  it('what was imported again after a removal stays, though the removal was left to be written', async () => {
    let isFull = false;
    const disk = fullDisk(() => isFull);
    for (const isNoted of [false, true]) {
      isFull = false;
      await open(disk);
      await store.addFiles([sampleRecord('a'), sampleRecord('c', { reports: 2 })]);
      isFull = !isNoted;
      await store.prepareRemoval({ token: '1', fileIds: ['a'], reportIds: ['c.0'] });
      isFull = true;
      await store.finishRemoval('1');
      await store.prepareRemoval({ token: '2', fileIds: [], reportIds: [] });
      isFull = false;
      await store.addFiles([sampleRecord('a'), sampleRecord('c', { reports: 2 })]);
      await reopen(disk);
      const { files, summaries } = await loaded();
      expect(ids(summaries)).toEqual(['a.0', 'c.0', 'c.1']);
      expect(files.map(({ reportIds, removedReports }) => [reportIds.length, removedReports])).toEqual([
        [1, 0],
        [2, 0],
      ]);
    }
  });

  it('other windows hide what is removed now, though something of before is left to be written', async () => {
    let isFull = false;
    // Room enough for a note.
    const disk = fullDisk((table) => isFull && table !== 'settings');
    await open(disk);
    await store.addFiles([sampleRecord('a'), sampleRecord('c', { reports: 2 })]);
    isFull = true;
    await store.prepareRemoval({ token: '1', fileIds: [], reportIds: ['c.0'] });
    await store.finishRemoval('1');
    await store.prepareRemoval({ token: '2', fileIds: ['a'], reportIds: [] });
    const nothing = (): void => {};
    expect(await createStore(tables, nothing, slate).loadAgain(nothing, nothing, nothing)).toMatchObject({ token: '2', fileIds: ['a'] });
  });

  it('single reports whose removal was noted when there was room go at the next start, though the disk is full then', async () => {
    await store.addFiles([sampleRecord('a', { reports: 2 })]);
    await store.prepareRemoval({ token: '1', fileIds: [], reportIds: ['a.0'] });
    await reopen(fullDisk(() => true));
    expect(ids((await loaded()).summaries)).toEqual(['a.1']);
    await reopen();
    expect((await loaded()).files[0]).toMatchObject({ reportIds: ['a.1'], removedReports: 1 });
  });

  it('other windows hide what was removed and could not be noted in the database', async () => {
    let isFull = false;
    await open(fullDisk(() => isFull));
    for (const id of ['a', 'b']) await store.addFiles([sampleRecord(id)]);
    const other = createStore(tables, () => {}, slate);
    const hiddenThere = async () =>
      other.loadAgain(
        () => {},
        () => {},
        () => {},
      );
    isFull = true;
    await store.prepareRemoval({ token: '1', fileIds: ['a'], reportIds: [] });
    expect(await hiddenThere()).toMatchObject({ token: '1', fileIds: ['a'] });
    expect(await store.undoRemoval('1')).toBe(true);
    expect(await hiddenThere()).toBeNull();
  });

  it('a removal is remembered by ids alone, in the browser’s memory of its own, or as long as the page', async () => {
    const items = new Map<string, string>();
    const storage = { getItem: (key: string) => items.get(key) ?? null, removeItem: (key: string) => void items.delete(key) };
    const removal = { token: '1', fileIds: ['a'], reportIds: [], settingIds: [], dismissalIds: [] };
    vi.stubGlobal('localStorage', { ...storage, setItem: (key: string, value: string) => void items.set(key, value) });
    localSlate().write(removal);
    expect(localSlate().read()).toEqual(removal);
    localSlate().write(null);
    expect([localSlate().read(), items.size]).toEqual([null, 0]);
    vi.stubGlobal('localStorage', {
      ...storage,
      setItem: () => {
        throw new Error('full');
      },
    });
    const full = localSlate();
    full.write(removal);
    expect(full.read()).toEqual(removal);
    vi.unstubAllGlobals();
  });

  it('a dismissal that is taken back does not return', async () => {
    let isFull = false;
    await open(fullDisk(() => isFull));
    await store.changeDismissals([sampleDismissal('x')], []);
    isFull = true;
    await store.addFiles([sampleRecord('a')]);
    await store.changeDismissals([], ['x']);
    await reopen();
    expect(await store.readDismissals()).toEqual([]);
  });

  it('then keeps results in memory, where they can be opened, corrected and removed', async () => {
    await open(fullDisk(() => true));
    await store.addFiles([sampleRecord('a')]);
    expect(conditions).toEqual([{ state: 'memoryOnly', sentence: expect.stringContaining('空间已满') }]);
    const packed = (await store.readReport('a.0'))!;
    expect(packed).not.toBeNull();
    await store.updateReports([{ report: { ...packed, overrides: { year: 2022 } }, summary: sampleRecord('a').summaries[0]! }]);
    expect((await store.readReport('a.0'))!.overrides).toEqual({ year: 2022 });
    await store.deleteFile('a');
    expect(await store.readReport('a.0')).toBeNull();
  });
});

describe('store without a database', () => {
  it('works as long as the page', async () => {
    store = createStore(null, () => {});
    const [written] = await store.addFiles([sampleRecord('a')]);
    expect(written!.keepsOriginal).toBe(false);
    await store.prepareRemoval({ token: '1', fileIds: ['a'], reportIds: [] });
    expect(await store.undoRemoval('1')).toBe(true);
    expect(await store.readReport('a.0')).not.toBeNull();
    await store.writeSetting('x', 1);
    expect(await store.readSetting('x')).toBe(1);
  });
});

describe('database', () => {
  it('has the tables of the schema', async () => {
    const database = await openDB(name);
    expect([...database.objectStoreNames]).toEqual([...TABLE_NAMES].sort());
    database.close();
  });

  it('opens one of version 1 with nothing lost, and has room for dismissals then', async () => {
    const old = `${name}-of-version-1`;
    // As the first version made it.
    const first = await openDB(old, 1, {
      upgrade(database) {
        for (const table of ['files', 'reports', 'summaries', 'originals', 'settings'])
          database.createObjectStore(table, { keyPath: 'id' });
      },
    });
    const { file, reports, summaries, original } = sampleRecord('a', { reports: 2 });
    const { marks: _later, ...summary } = summaries[0]!;
    await first.put('files', { ...file, keepsOriginal: true });
    for (const report of reports) await first.put('reports', report);
    for (const each of [summary, summaries[1]!]) await first.put('summaries', each);
    await first.put('originals', { id: 'a', bytes: original });
    await first.put('settings', { id: 'checkOptions', value: { off: ['R-1'] } });
    first.close();

    store.close();
    store = createStore(await openDatabase(() => {}, { name: old }), () => {});
    const { files, summaries: kept } = await loaded();
    expect(files).toEqual([{ ...file, keepsOriginal: true }]);
    expect(kept).toEqual([summary, summaries[1]]);
    expect((await store.readReport('a.1'))!.body).toEqual(reports[1]!.body);
    expect(await store.readOriginal('a')).toEqual(original);
    expect(await store.readSetting('checkOptions')).toEqual({ off: ['R-1'] });
    await store.changeDismissals([sampleDismissal('x')], []);
    expect(await store.readDismissals()).toEqual([sampleDismissal('x')]);
  });

  it('does not touch one of a newer version', async () => {
    store.close();
    (await openDB(name, 7)).close();
    await expect(openDatabase(() => {}, { name })).rejects.toMatchObject({ trouble: 'newer' });
  });

  it('lets go of the database for a newer version in another window', async () => {
    const lost: DatabaseTrouble[] = [];
    const other = `${name}-two`;
    await openDatabase((trouble) => lost.push(trouble), { name: other });
    const newer = await openDB(other, DATABASE_VERSION + 1);
    await until('superseded', () => lost.length === 1);
    expect(lost).toEqual(['superseded']);
    newer.close();
  });

  it('does not wait for ever for a window that will not let go', async () => {
    const other = `${name}-three`;
    const rude = await openDB(other, DATABASE_VERSION);
    await expect(openDatabase(() => {}, { name: other, version: DATABASE_VERSION + 1, within: 50 })).rejects.toEqual(
      new DatabaseError('blocked'),
    );
    rude.close();
  });

  it('says when there is none', async () => {
    const real = globalThis.indexedDB;
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: () => undefined });
    try {
      await expect(openDatabase(() => {}, { name: 'none' })).rejects.toMatchObject({ trouble: 'unavailable' });
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { configurable: true, writable: true, value: real });
    }
  });
});
