// Files and folders out of a drop, on http and on file://.
import { describe, expect, it } from 'vitest';
import { filesFromDrop, fromFileList } from '../../src/app/incoming/files-from-drop.ts';

const file = (name: string): File => new File(['x'], name);

/** A folder as webkitGetAsEntry gives it: at most two children at a time, an empty answer at the end. */
function entry(name: string, children?: readonly unknown[], closed = false): unknown {
  if (!children) return { name, isFile: true, isDirectory: false, file: (done: (file: File) => void) => done(file(name)) };
  let given = 0;
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => ({
      readEntries(done: (some: unknown[]) => void, fail: (error: unknown) => void) {
        if (closed) fail(new DOMException('', 'EncodingError'));
        else done(children.slice(given, (given += 2)));
      },
    }),
  };
}

function handle(name: string, children?: readonly unknown[]): unknown {
  if (!children) return { kind: 'file', name, getFile: async () => file(name) };
  return {
    kind: 'directory',
    name,
    async *values() {
      yield* children;
    },
  };
}

interface FakeItem {
  entry?: unknown;
  handle?: unknown;
  kind?: string;
  name: string;
}

/** Like the real one, dead after the first await. */
function transfer(items: readonly FakeItem[], onHandle: () => void = () => {}): DataTransfer {
  let dead = false;
  void Promise.resolve().then(() => {
    dead = true;
  });
  const alive = <T>(value: T): T | null => (dead ? null : value);
  return {
    files: items.map(({ name }) => file(name)),
    items: items.map((item) => ({
      kind: item.kind ?? 'file',
      getAsFile: () => alive(file(item.name)),
      webkitGetAsEntry: () => alive(item.entry ?? null),
      getAsFileSystemHandle: () => {
        onHandle();
        return Promise.resolve(alive(item.handle ?? null));
      },
    })),
  } as unknown as DataTransfer;
}

const http = { protocol: 'http:', secure: false };
const local = { protocol: 'file:', secure: true };
const paths = (result: { files: readonly { file: File; path: string }[] }): string[] =>
  result.files.map(({ file: each, path }) => `${path}|${each.name}`);

const folder = entry('省级', [entry('甲.html'), entry('乙.html'), entry('2023', [entry('丙.html')]), entry('丁.html')]);

describe('filesFromDrop', () => {
  it('gives single files and whole folders with the path of each', async () => {
    const result = await filesFromDrop(
      transfer([
        { name: '单.html', entry: entry('单.html') },
        { name: '省级', entry: folder },
      ]),
      http,
    );
    expect(paths(result).sort()).toEqual(['|单.html', '省级/2023|丙.html', '省级|丁.html', '省级|乙.html', '省级|甲.html']);
    expect(result).toMatchObject({ needFolderButton: false, sentence: null });
  });

  it('never asks for a handle on plain http, where that kills the tab', async () => {
    let asked = 0;
    await filesFromDrop(
      transfer([{ name: '省级', entry: folder }], () => (asked += 1)),
      http,
    );
    await filesFromDrop(
      transfer([{ name: '省级', entry: folder }], () => (asked += 1)),
      { protocol: 'file:', secure: false },
    );
    expect(asked).toBe(0);
  });

  it('walks handles on file://, where entries do not work', async () => {
    const item = {
      name: '省级',
      entry: entry('省级', [], true),
      handle: handle('省级', [handle('甲.html'), handle('2023', [handle('乙.html')])]),
    };
    const result = await filesFromDrop(transfer([item]), local);
    expect(paths(result).sort()).toEqual(['省级/2023|乙.html', '省级|甲.html']);
  });

  it('asks for the folder button, keeps the single files and takes no half folder', async () => {
    const result = await filesFromDrop(
      transfer([
        { name: '锁.d', entry: entry('锁.d', [], true) },
        { name: '单.html', entry: entry('单.html', undefined) },
      ]),
      local,
    );
    expect(paths(result)).toEqual(['|单.html']);
    expect(result.needFolderButton).toBe(true);
    expect(result.sentence).toContain('“锁.d”');
    expect(result.sentence).toContain('选择文件夹');
  });

  it('ignores dropped words, and does with the file list where there are no items', async () => {
    expect(paths(await filesFromDrop(transfer([{ name: 'x', kind: 'string' }]), http))).toEqual(['|x']);
    expect(paths(await filesFromDrop({ items: [], files: [file('甲.html')] } as unknown as DataTransfer, http))).toEqual(['|甲.html']);
  });
});

describe('fromFileList', () => {
  it('keeps the folder of each file that was picked with its folder', () => {
    const inFolder = file('甲.html');
    Object.defineProperty(inFolder, 'webkitRelativePath', { value: '省级/2023/甲.html' });
    expect(fromFileList([inFolder, file('乙.html')]).map(({ path }) => path)).toEqual(['省级/2023', '']);
  });
});
