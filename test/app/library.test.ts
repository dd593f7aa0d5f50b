// The library: what is listed, opened, corrected and removed, also after a reload.
import { afterEach, describe, expect, it } from 'vitest';
import { createCrashJournal } from '../../src/app/crash-journal.ts';
import { wishes } from '../../src/app/create-library.ts';
import { memoryTables } from '../../src/store/tables.ts';
import type { Tables } from '../../src/store/tables.ts';
import { until } from '../bridge/fake-worker.ts';
import { sampleDismissal, sampleRecord } from '../store/sample-records.ts';
import { bench } from './fake-library.ts';
import type { Bench } from './fake-library.ts';

let here: Bench;
afterEach(() => here.pool.close());

async function start(tables?: Tables, more?: Parameters<typeof bench>[1]): Promise<Bench> {
  here = bench(tables, more);
  await here.library.openLibrary();
  return here;
}
/** The page is closed and opened again. */
async function reload(more?: Parameters<typeof bench>[1]): Promise<Bench> {
  here.pool.close();
  return start(here.tables, more);
}
const names = (): string[] => here.library.files.value.map(({ id }) => id);
const reports = (): string[] => here.library.summaries.value.map(({ id }) => id);

describe('library', () => {
  it('says ready, and lists what was kept, oldest first', async () => {
    await start();
    await Promise.all([here.library.addFile(sampleRecord('b', { addedAt: 1 })), here.library.addFile(sampleRecord('a', { addedAt: 2 }))]);
    await reload();
    expect(here.library.loadState.value).toEqual({ state: 'ready', sentence: null });
    expect([names(), reports()]).toEqual([
      ['b', 'a'],
      ['b.0', 'a.0'],
    ]);
  });

  it('opens a report with its findings, and answers null for one that is not there', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    expect(await here.library.openReport('a.0')).toMatchObject({
      id: 'a.0',
      fileId: 'a',
      report: { organ: 'a.0' },
      findings: [],
      overrides: {},
    });
    expect(await here.library.openReport('x.0')).toBeNull();
  });

  it('says when the lists could not be read, and goes on', async () => {
    const tables = memoryTables();
    const broken: Tables = {
      ...tables,
      transact: (tableNames, mode, work) =>
        mode === 'readonly' ? Promise.reject(new Error('broken')) : tables.transact(tableNames, mode, work),
    };
    await start(broken);
    expect(here.library.loadState.value.state).toBe('failed');
    expect(here.library.loadState.value.sentence).toContain('刷新');
  });

  it('writes many results in few transactions', async () => {
    const tables = memoryTables();
    let writes = 0;
    await start({
      ...tables,
      transact: (tableNames, mode, work) => {
        if (mode === 'readwrite') writes += 1;
        return tables.transact(tableNames, mode, work);
      },
    });
    writes = 0;
    await Promise.all(Array.from({ length: 200 }, (_, index) => here.library.addFile(sampleRecord(`f${index}`))));
    expect(writes).toBeLessThanOrEqual(10);
    await until('lists', () => reports().length === 200);
  });
});

describe('correct', () => {
  it('puts the word of a person in place of what was read, also after a reload, and takes it back', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    expect(await here.library.correct('a.0', { organ: ' 甲市乙局 ', year: 2022 })).toBeNull();
    await reload();
    expect(here.library.summaries.value[0]).toMatchObject({ organ: '甲市乙局', year: 2022, corrected: true });
    const opened = (await here.library.openReport('a.0'))!;
    expect(opened.report).toMatchObject({ organ: '甲市乙局', year: 2022, inferred: [] });
    expect(opened.asRead).toMatchObject({ organ: 'a.0', year: 2023, inferred: ['organ'] });

    await here.library.correct('a.0', { organ: null });
    expect((await here.library.openReport('a.0'))!.overrides).toEqual({ year: 2022 });
    await here.library.correct('a.0', { year: null });
    await until('list', () => here.library.summaries.value[0]!.organ === 'a.0' && !here.library.summaries.value[0]!.corrected);
  });

  it('refuses a year that is none, and a report that is gone', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    expect(await here.library.correct('a.0', { year: 23 })).toContain('四位数字');
    expect(await here.library.correct('x.0', { year: 2023 })).toContain('已被删除');
  });

  it('outlives another reading of the same file', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    await here.library.correct('a.0', { organ: '甲市乙局' });
    await here.library.addFile(sampleRecord('a', { coreVersion: '1' }));
    expect((await here.library.openReport('a.0'))!.report.organ).toBe('甲市乙局');
  });
});

describe('removal', () => {
  it('hides at once and comes back on undo', async () => {
    await start();
    await here.library.addFile(sampleRecord('a', { reports: 2 }));
    await here.library.addFile(sampleRecord('b'));
    const removal = await here.library.removeFiles(['a']);
    expect([names(), reports()]).toEqual([['b'], ['b.0']]);
    expect(removal).toMatchObject({ files: 1, reports: 2 });
    expect(await here.library.openReport('a.0')).toBeNull();
    expect(await removal.undo()).toBe(true);
    expect([names(), reports()]).toEqual([
      ['a', 'b'],
      ['a.0', 'a.1', 'b.0'],
    ]);
  });

  it('cannot be taken back after the next one or after a reload', async () => {
    await start();
    for (const name of ['a', 'b', 'c']) await here.library.addFile(sampleRecord(name));
    const first = await here.library.removeFiles(['a']);
    await here.library.removeFiles(['b']);
    expect(await first.undo()).toBe(false);
    expect(names()).toEqual(['c']);
    await reload();
    expect(names()).toEqual(['c']);
  });

  it('leaves no file that names a report which a full disk could only delete', async () => {
    const tables = memoryTables();
    let isFull = false;
    const disk: Tables = {
      ...tables,
      transact: (names, mode, work) =>
        tables.transact(names, mode, (tx) =>
          work({
            ...tx,
            put(table, record) {
              if (isFull) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
              tx.put(table, record);
            },
          } as typeof tx),
        ),
    };
    await start(disk);
    await here.library.addFile(sampleRecord('c', { reports: 2 }));
    isFull = true;
    await (await here.library.removeReports(['c.0'])).finish();
    await reload();
    expect(here.library.files.value).toMatchObject([{ reportIds: ['c.1'], removedReports: 1 }]);
    await here.library.removeReports(['c.1']);
    expect([names(), reports()]).toEqual([[], []]);
  });

  it('of the last report takes the file along, of one among several does not', async () => {
    await start();
    await here.library.addFile(sampleRecord('a', { reports: 2 }));
    await here.library.addFile(sampleRecord('b'));
    await here.library.removeReports(['a.0', 'b.0']);
    expect(names()).toEqual(['a']);
    expect(here.library.files.value[0]!.reportIds).toEqual(['a.1']);
    await reload();
    expect(here.library.files.value[0]).toMatchObject({ id: 'a', reportIds: ['a.1'], removedReports: 1 });
    expect(here.library.worthReading(here.library.files.value[0]!)).toBe(true);
  });

  it('does not swallow a file that is imported again', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    const removal = await here.library.removeFiles(['a']);
    expect(here.library.findFile('a')).toBeNull();
    await here.library.addFile(sampleRecord('a'));
    expect(await removal.undo()).toBe(false);
    await reload();
    expect([names(), reports()]).toEqual([['a'], ['a.0']]);
  });

  it('of everything leaves nothing, settings included', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    await here.library.setCheckOptions({ off: ['R-1'] });
    await here.library.writeSetting('fontSize', 22);
    await here.library.changeDismissals([sampleDismissal('x')], []);
    const removal = await here.library.clearEverything();
    expect([names(), reports(), here.library.checkOptions.value, here.library.dismissals.value]).toEqual([[], [], {}, []]);
    expect(removal).toMatchObject({ files: 1, reports: 1 });
    await reload();
    expect([names(), reports(), here.library.checkOptions.value, here.library.dismissals.value]).toEqual([[], [], {}, []]);
    expect(await here.library.readSetting('fontSize')).toBeUndefined();
  });

  it('of everything keeps out what had to wait for its turn', async () => {
    await start();
    await here.library.addFile(sampleRecord('a', { coreVersion: '0' }));
    const correcting = here.library.correct('a.0', { year: 2022 });
    const writing = here.library.addFile(sampleRecord('a'));
    const clearing = here.library.clearEverything();
    await Promise.all([correcting, writing, clearing]);
    await reload();
    expect([names(), reports()]).toEqual([[], []]);
  });

  it('of everything can be taken back, settings and dismissals included, until it is finished', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    await here.library.setCheckOptions({ off: ['R-1'] });
    await here.library.changeDismissals([sampleDismissal('x')], []);
    const removal = await here.library.clearEverything();
    await here.library.addFile(sampleRecord('later'));
    expect(names()).toEqual(['later']);
    expect(await removal.undo()).toBe(true);
    await until('lists', () => names().length === 2);
    expect(here.library.checkOptions.value).toEqual({ off: ['R-1'] });
    expect(here.library.dismissals.value).toEqual([sampleDismissal('x')]);

    const again = await here.library.clearEverything();
    await again.finish();
    expect(await again.undo()).toBe(false);
    expect(await here.store().readReport('a.0')).toBeNull();
  });
});

describe('checking again', () => {
  it('happens by itself when results are of another version, and only then', async () => {
    await start(undefined, { coreVersion: '1' });
    for (let index = 0; index < 120; index += 1) await here.library.addFile(sampleRecord(`f${index}`, { coreVersion: '1' }));
    await reload({ coreVersion: '2' });
    await until('recheck', () => here.library.summaries.value.every(({ coreVersion }) => coreVersion === '2'));
    expect((await here.library.openReport('f7.0'))!.coreVersion).toBe('2');
    const { made } = here.workers;
    await reload({ coreVersion: '2' });
    expect(await here.library.recheckAll()).toEqual({ total: 0, done: 0, failed: 0 });
    expect(made).toBeGreaterThan(0);
    expect(here.workers.made).toBe(0);
  });

  it('keeps a result whose check breaks off, says so, and keeps corrections', async () => {
    await start(undefined, { coreVersion: '1' });
    await here.library.addFile(sampleRecord('unsteady', { coreVersion: '0' }));
    await here.library.addFile(sampleRecord('a', { coreVersion: '0' }));
    await here.library.correct('a.0', { organ: '甲市乙局' });
    await here.library.addFile(sampleRecord('b', { coreVersion: '0' }));
    const told: number[] = [];
    const progress = await here.library.recheckAll(({ done }) => void told.push(done));
    expect(progress).toEqual({ total: 2, done: 1, failed: 1 });
    expect(told).toEqual([0, 1]);
    expect(here.library.rechecking.value).toBeNull();
    expect((await here.library.openReport('unsteady.0'))!.coreVersion).toBe('0');
    expect((await here.library.openReport('a.0'))!.report.organ).toBe('甲市乙局');
  });

  it('follows the wishes about rules, which are remembered', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    await here.library.setCheckOptions({ off: ['R-1'] });
    const checkedWith = wishes({ off: ['R-1'] });
    await until('recheck', () => here.library.summaries.value[0]!.checkedWith === checkedWith);
    await reload();
    await until('opened', () => here.library.summaries.value.length === 1 && here.library.checkOptions.value.off !== undefined);
    expect(here.library.checkOptions.value).toEqual({ off: ['R-1'] });
    expect(here.library.summaries.value[0]!.checkedWith).toBe(checkedWith);
  });

  it('is one run for ten clicks, under the wishes of the last', async () => {
    await start();
    for (let index = 0; index < 40; index += 1) await here.library.addFile(sampleRecord(`f${index}`));
    const runs: number[] = [];
    const stop = here.library.rechecking.subscribe((now) => now?.done === 0 && runs.push(now.total));
    for (let click = 1; click <= 10; click += 1) await here.library.setCheckOptions({ off: [`R-${click}`] });
    expect(here.library.recheckState.value).toBe('waiting');
    expect(here.library.outdated.value.size).toBe(40);
    await until('recheck', () => here.library.outdated.value.size === 0 && here.library.recheckState.value === 'idle');
    stop();
    expect(runs).toEqual([40]);
    expect(here.library.summaries.value.every(({ checkedWith }) => checkedWith === wishes({ off: ['R-10'] }))).toBe(true);
  });

  it('can be stopped, says which reports are still under old wishes, and goes on when asked or after a reload', async () => {
    await start();
    for (let index = 0; index < 60; index += 1) await here.library.addFile(sampleRecord(`f${index}`));
    await here.library.setCheckOptions({ off: ['R-1'] });
    // At the first step: a while later it may be over.
    const stopWatching = here.library.rechecking.subscribe((now) => now && now.done > 0 && here.library.stopRecheck());
    await until('running and stopped', () => here.library.recheckState.value === 'stopped');
    stopWatching();
    await until('stopped', () => here.library.rechecking.value === null);
    await until('those that were done', () => here.library.outdated.value.size < 60);
    const left = here.library.outdated.value.size;
    expect([here.library.recheckState.value, left > 0 && left < 60]).toEqual(['stopped', true]);
    await reload();
    await until('recheck', () => here.library.outdated.value.size === 0);
    expect(here.library.recheckState.value).toBe('idle');
  });

  it('has come to its end if it is stopped while its last reports are being checked', async () => {
    const journal = createCrashJournal(null);
    let stops = false;
    await start(undefined, {
      journal: {
        ...journal,
        begin(id, name) {
          if (stops && id.startsWith('recheck:')) here.library.stopRecheck();
          journal.begin(id, name);
        },
      },
    });
    for (const id of ['a', 'b', 'c']) await here.library.addFile(sampleRecord(id));
    stops = true;
    const states: string[] = [];
    const stopWatching = here.library.recheckState.subscribe((state) => states.push(state));
    await here.library.setCheckOptions({ off: ['R-1'] });
    await until('recheck', () => here.library.recheckEnded.value !== null);
    stopWatching();
    expect(states).toContain('stopped');
    expect([here.library.recheckState.value, here.library.rechecking.value, here.library.outdated.value.size]).toEqual(['idle', null, 0]);
    expect(here.library.recheckEnded.value).toEqual({ count: 3 });
    expect(here.library.summaries.value.every(({ checkedWith }) => checkedWith === wishes({ off: ['R-1'] }))).toBe(true);
  });

  it('takes up results of the first version of the store, which had no marks', async () => {
    await start(undefined, { coreVersion: '1' });
    const record = sampleRecord('a');
    const { marks: _later, ...summary } = record.summaries[0]!;
    await here.library.addFile({ ...record, summaries: [summary] });
    await reload({ coreVersion: '1' });
    await until('recheck', () => here.library.summaries.value[0]!.marks !== undefined);
  });

  it('tells wishes apart by what they say, not by their order', () => {
    expect(wishes({})).toBe('');
    expect(wishes({ off: [], severities: {} })).toBe('');
    expect(wishes({ off: ['a', 'b'] })).toBe(wishes({ off: ['b', 'a'] }));
    expect(wishes({ off: ['a'] })).not.toBe(wishes({ on: ['a'] }));
  });
});

describe('dismissals', () => {
  it('outlive the page and the report, and are taken back', async () => {
    await start();
    await here.library.addFile(sampleRecord('a'));
    await here.library.changeDismissals([sampleDismissal('x'), sampleDismissal('y', { at: 2 })], []);
    await here.library.removeFiles(['a']);
    await reload();
    expect(here.library.dismissals.value.map(({ id }) => id)).toEqual(['x', 'y']);
    await here.library.changeDismissals([sampleDismissal('y', { at: 2, reason: '已核对' })], ['x']);
    await reload();
    expect(here.library.dismissals.value).toEqual([sampleDismissal('y', { at: 2, reason: '已核对' })]);
  });
});
