// Everything in one file and back: the same in another browser, what is there stays, nothing half done.
import { afterEach, describe, expect, it } from 'vitest';
import { createBackup } from '../../src/app/backup/create-backup.ts';
import type { Backup } from '../../src/app/backup/create-backup.ts';
import { readSettings } from '../../src/app/settings/settings-file.ts';
import { rules } from '../../src/core/check/index.ts';
import type { Tables } from '../../src/store/tables.ts';
import { until } from '../bridge/fake-worker.ts';
import { sampleDismissal, sampleRecord } from '../store/sample-records.ts';
import { bench } from './fake-library.ts';
import type { Bench } from './fake-library.ts';

const benches: Bench[] = [];
afterEach(() => benches.splice(0).forEach(({ pool }) => pool.close()));

const idOf = (index: number): string => index.toString(16).padStart(64, '0');
const NOW = Date.UTC(2026, 10, 22);
const readOptions = (text: string) => {
  const read = readSettings(text, rules, []);
  return read.ok ? read.options : null;
};

async function machine(tables?: Tables): Promise<{ library: Bench['library']; backup: Backup; tables: Tables }> {
  const here = bench(tables);
  benches.push(here);
  await here.library.openLibrary();
  return { tables: here.tables, library: here.library, backup: createBackup({ library: here.library, readOptions, now: () => NOW }) };
}
type Machine = Awaited<ReturnType<typeof machine>>;

async function filled(count: number): Promise<Machine> {
  const here = await machine();
  const records = Array.from({ length: count }, (_, index) =>
    sampleRecord(idOf(index), { addedAt: index + 1, reports: index % 3 === 0 ? 2 : 1, original: '0123456789' }),
  );
  await Promise.all(records.map((record) => here.library.addFile(record)));
  await here.library.changeDismissals([sampleDismissal('d1'), sampleDismissal('d2', { at: 2 })], []);
  await here.library.setCheckOptions({ off: [rules[0]!.id] });
  await until('checked under these wishes', () => here.library.outdated.value.size === 0 && here.library.summaries.value.length > 0);
  return here;
}

async function saved({ backup }: Machine, originals = true): Promise<File> {
  const result = await backup.save({ originals });
  if (!result.ok) throw new Error(result.sentence);
  return new File([result.file], result.name);
}

/** All there is, in a form that can be compared. */
async function contents({ library }: Machine) {
  const files = [...library.files.value].sort((a, b) => (a.id < b.id ? -1 : 1));
  const reports = await Promise.all(library.summaries.value.map(({ id }) => library.openReport(id)));
  return {
    files,
    summaries: [...library.summaries.value].sort((a, b) => (a.id < b.id ? -1 : 1)),
    reports: reports.map((each) => each!).sort((a, b) => (a.id < b.id ? -1 : 1)),
    originals: await Promise.all(files.map(async ({ id }) => new TextDecoder().decode((await library.readOriginal(id)) ?? undefined))),
    dismissals: library.dismissals.value,
    options: library.checkOptions.value,
  };
}

describe('a backup', () => {
  it('brings everything to another machine: files, reports, originals, dismissals, settings', async () => {
    const here = await filled(120);
    const file = await saved(here);
    expect(file.name).toMatch(/^勾稽备份-2026-11-2\d\.zip$/);
    const there = await machine();
    const taken = await there.backup.take(file);
    expect(taken).toMatchObject({ ok: true });
    expect(taken.sentence).toContain('新增 120 个文件、160 份报告、2 条处理记录');
    await until('listed', () => there.library.summaries.value.length === 160 && there.library.outdated.value.size === 0);
    expect(await contents(there)).toEqual(await contents(here));
  });

  it('can leave the originals out', async () => {
    const file = await saved(await filled(4), false);
    const there = await machine();
    await there.backup.take(file);
    await until('listed', () => there.library.files.value.length === 4);
    expect(there.library.files.value.map(({ keepsOriginal }) => keepsOriginal)).toEqual([false, false, false, false]);
  });

  it('adds what is missing and leaves what is there, corrections and settings too; can be taken back', async () => {
    const file = await saved(await filled(6));
    const there = await machine();
    await there.library.addFile(sampleRecord(idOf(1), { addedAt: 99 }));
    await there.library.setCheckOptions({ off: [rules[1]!.id] });
    await until('listed', () => there.library.files.value.length === 1 && there.library.outdated.value.size === 0);
    const before = await contents(there);
    const taken = await there.backup.take(file);
    expect(taken.sentence).toContain('新增 5 个文件');
    expect(taken.sentence).toContain('1 个文件本机已有，保留本机的');
    expect(taken.sentence).toContain('没有换成备份里的');
    expect(there.library.findFile(idOf(1))!.addedAt).toBe(99);
    expect(await there.backup.undoLast()).toBe(true);
    await until('gone again', () => there.library.files.value.length === 1);
    expect(await contents(there)).toEqual(before);
    expect(await there.backup.undoLast()).toBe(false);
  });

  it('can be taken back after the page was closed, without what was imported since', async () => {
    const file = await saved(await filled(4));
    const there = await machine();
    await there.backup.take(file);
    await until('listed', () => there.library.files.value.length === 4 && there.library.outdated.value.size === 0);
    expect(there.library.checkOptions.value).toEqual({ off: [rules[0]!.id] });

    const later = await machine(there.tables);
    await later.backup.recall();
    expect(later.backup.lastTaken.value).toMatchObject({ name: file.name, at: NOW });
    expect(later.backup.lastTaken.value!.added).toHaveLength(4);
    // One was removed and imported again, another was imported beside them; something was said of a report.
    await later.library.dropFile(idOf(2));
    await later.library.addFile(sampleRecord(idOf(2), { addedAt: 500 }));
    await later.library.addFile(sampleRecord(idOf(77), { addedAt: 501 }));
    await later.library.changeDismissals([sampleDismissal('d1', { at: 9 }), sampleDismissal('mine', { at: 10 })], []);
    expect(await later.backup.undoLast()).toBe(true);
    await until('gone', () => later.library.files.value.length === 2);
    expect(later.library.files.value.map(({ id }) => id).sort()).toEqual([idOf(2), idOf(77)].sort());
    expect(later.library.dismissals.value.map(({ id }) => id)).toEqual(['d1', 'mine']);
    expect(later.library.checkOptions.value).toEqual({});

    const last = await machine(there.tables);
    await last.backup.recall();
    expect(last.backup.lastTaken.value).toBeNull();
  });

  it('taken twice adds nothing the second time', async () => {
    const here = await filled(3);
    const again = await here.backup.take(await saved(here));
    expect(again).toMatchObject({ ok: true, undoable: false });
    expect(again.sentence).toContain('新增 0 个文件');
  });

  it('reads here what failed here and was read elsewhere', async () => {
    const file = await saved(await filled(1));
    const there = await machine();
    const { file: whole } = sampleRecord(idOf(0));
    const failure = { path: 'a', code: 'crashed', message: '读不出' } as const;
    await there.library.addFile({ file: { ...whole, failure, reportIds: [] }, reports: [], summaries: [], original: null });
    const taken = await there.backup.take(file);
    await until('read', () => there.library.summaries.value.length === 2);
    expect(taken.undoable).toBe(true);
    await there.backup.undoLast();
    await until('failed again', () => there.library.summaries.value.length === 0);
    expect(there.library.findFile(idOf(0))!.failure).toMatchObject({ message: '读不出' });
  });
});

describe('a file that is none, or no longer one', () => {
  const refused = async (file: File): Promise<string> => {
    const there = await filled(2);
    const before = await contents(there);
    const taken = await there.backup.take(file);
    expect(taken).toMatchObject({ ok: false, undoable: false });
    expect(await contents(there)).toEqual(before);
    return taken.sentence;
  };

  it('of another kind is refused with a word what to choose', async () => {
    expect(await refused(new File(['你好，世界，这是一个文本文件'], '通知.txt'))).toContain('不是勾稽的备份文件');
    expect(await refused(new File([], '空.zip'))).toContain('不是勾稽的备份文件');
  });

  it('cut off or with other bytes in it changes nothing', async () => {
    const bytes = new Uint8Array(await (await saved(await filled(60))).arrayBuffer());
    expect(await refused(new File([bytes.slice(0, bytes.length - 200)], '半.zip'))).toContain('损坏或不完整');
    const bent = bytes.slice();
    bent[Math.floor(bytes.length / 2)]! ^= 1;
    expect(await refused(new File([bent], '坏.zip'))).toContain('损坏');
  });

  it('of a newer version is refused', async () => {
    const text = new TextDecoder('latin1').decode(await (await saved(await filled(1))).arrayBuffer());
    // The note carries its checksum in the directory: a newer program would have written both.
    const { createZipWriter } = await import('../../src/export/stored-zip.ts');
    expect(text).toContain('"version": 1');
    const zip = createZipWriter();
    zip.add('backup.json', new TextEncoder().encode(JSON.stringify({ kind: 'gouji-backup', version: 2, coreVersion: '2', parts: [] })));
    expect(await refused(new File([zip.finish()], '新.zip'))).toContain('更新版本的勾稽');
  });

  it('whose pages do not hang together is refused', async () => {
    const { createZipWriter } = await import('../../src/export/stored-zip.ts');
    const { writePage } = await import('../../src/app/backup/backup-records.ts');
    const record = sampleRecord(idOf(7));
    const pages = [
      await writePage([{ ...record, reports: [] }]),
      await writePage([{ ...record, file: { ...record.file, id: '../x' } }]),
      await writePage([{ ...record, summaries: [{ ...record.summaries[0]!, counts: {} as never }] }]),
      (await writePage([record])).slice(0, -3),
      new Uint8Array([255, 255, 255, 255, 1]),
    ];
    for (const page of pages) {
      const zip = createZipWriter();
      const { size, crc } = zip.add('files-00001.bin', page)!;
      const parts = [{ name: 'files-00001.bin', size, crc, files: 1 }];
      const counts = { files: 1, reports: 1, originals: 0, dismissals: 0 };
      const note = { kind: 'gouji-backup', version: 1, coreVersion: '1', createdAt: 1, originals: false, counts, parts };
      zip.add('backup.json', new TextEncoder().encode(JSON.stringify(note)));
      expect(await refused(new File([zip.finish()], '坏.zip'))).toContain('损坏');
    }
  });
});

describe('stopped in the middle', () => {
  it('nothing is handed out, and what had come in goes again', async () => {
    const here = await filled(130);
    const saving = here.backup.save({ originals: false });
    await until('begun', () => here.backup.progress.value?.doing === 'saving');
    here.backup.cancel();
    expect(await saving).toMatchObject({ ok: false });

    const file = await saved(here);
    const there = await machine();
    const taking = there.backup.take(file);
    await until('begun', () => there.backup.progress.value?.doing === 'taking');
    there.backup.cancel();
    expect((await taking).sentence).toContain('已取消');
    await until('empty', () => there.library.files.value.length === 0);
    expect(there.library.summaries.value).toEqual([]);
  });
});
