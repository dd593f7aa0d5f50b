// Archives as they come from Windows, macOS and bad people.
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/core/read/archive.ts';
import { createBudget } from '../../src/core/read/limits.ts';
import { Unreadable } from '../../src/core/read/unreadable.ts';
import { bytes } from './reading.ts';
import { crc32, join, numbers, pack } from './packing.ts';

const gbk = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const open = (content: Uint8Array) => openArchive(content, createBudget());
const paths = (content: Uint8Array) => open(content).entries.map(({ path }) => path);
const text = (content: Uint8Array, path: string) => {
  const archive = open(content);
  const entry = archive.find(path);
  if (!entry) throw new Error(`no ${path}`);
  return new TextDecoder().decode(archive.unpack(entry));
};
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Unreadable) return error.code;
    throw error;
  }
  return 'none';
};

describe('what stands in an archive', () => {
  it('deflated and stored parts, comment behind, something in front', () => {
    const entries = [
      { path: '甲/一.txt', data: '内容一' },
      { path: '乙.txt', data: '内容二', stored: true },
    ];
    for (const content of [pack(entries), pack(entries, { comment: '说明' }), pack(entries, { before: '前面的程序' })]) {
      expect(paths(content)).toEqual(['甲/一.txt', '乙.txt']);
      expect(text(content, '甲/一.txt')).toBe('内容一');
      expect(text(content, '乙.txt')).toBe('内容二');
    }
  });

  it('sizes known only behind the data', () => {
    const data = bytes('数据');
    const name = bytes('a.txt');
    const local = [numbers([4, 0x04034b50], [2, 20], [2, 0x0808], [2, 0], [4, 0], [4, 0], [4, 0], [4, 0], [2, 5], [2, 0]), name, data];
    const descriptor = numbers([4, 0x08074b50], [4, crc32(data)], [4, 6], [4, 6]);
    const start = join([...local, descriptor]);
    const central = join([
      numbers(
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, 0x0808],
        [2, 0],
        [4, 0],
        [4, crc32(data)],
        [4, 6],
        [4, 6],
        [2, 5],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, 0],
      ),
      name,
    ]);
    const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, central.length], [4, start.length], [2, 0]);
    expect(text(join([start, central, end]), 'a.txt')).toBe('数据');
  });

  it('names without a declared encoding: GBK from Windows, UTF-8 from macOS', () => {
    // 年度报告.txt, 财政局/ in GBK
    const windows = pack([
      { path: gbk('c4eab6c8b1a8b8e62e747874'), data: 'a' },
      { path: gbk('b2c6d5feb3bcbeaf2f'), data: '' },
    ]);
    expect(paths(windows)[0]).toBe('年度报告.txt');
    expect(paths(pack([{ path: bytes('年度报告/财政局.txt'), data: 'a' }]))).toEqual(['年度报告/财政局.txt']);
  });

  it('the name in the extra field counts if it belongs to the plain one', () => {
    const plain = bytes('?????.txt');
    const field = (crc: number) => {
      const name = bytes('财政局.txt');
      return join([numbers([2, 0x7075], [2, name.length + 5], [1, 1], [4, crc]), name]);
    };
    expect(paths(pack([{ path: plain, data: 'a', extra: field(crc32(plain)) }]))).toEqual(['财政局.txt']);
    expect(paths(pack([{ path: plain, data: 'a', extra: field(1) }]))).toEqual(['?????.txt']);
  });

  it('no path leads out of the archive', () => {
    const bad = ['../../etc/passwd', '/abs.txt', 'C:\\Windows\\x.txt', 'a/./b/../c.txt', '..\\..\\d.txt', '__proto__', 'constructor'];
    expect(paths(pack(bad.map((path) => ({ path, data: 'a' }))))).toEqual([
      'etc/passwd',
      'abs.txt',
      'Windows/x.txt',
      'a/b/c.txt',
      'd.txt',
      '__proto__',
      'constructor',
    ]);
    expect(({} as Record<string, unknown>)['data']).toBeUndefined();
  });

  it('the last of two equal names counts, letters of either case', () => {
    const content = pack([
      { path: 'Word/Document.xml', data: '旧' },
      { path: 'word/document.xml', data: '新' },
    ]);
    expect(text(content, '/word/DOCUMENT.xml')).toBe('新');
  });
});

describe('what is refused', () => {
  const entry = { path: 'a.txt', data: '一二三四五六七八九十'.repeat(20) };
  it.each<[string, () => unknown, string]>([
    ['a password', () => text(pack([{ ...entry, flags: 1 }]), 'a.txt'), 'encrypted'],
    ['AES', () => text(pack([{ ...entry, method: 99 }]), 'a.txt'), 'encrypted'],
    ['a rare method', () => text(pack([{ ...entry, method: 14 }]), 'a.txt'), 'unsupported'],
    ['a changed byte', () => text(pack([{ ...entry, crc: 7 }]), 'a.txt'), 'damaged'],
    ['a size too small', () => text(pack([{ ...entry, size: 10 }]), 'a.txt'), 'damaged'],
    ['a size too large', () => text(pack([{ ...entry, size: 10_000 }]), 'a.txt'), 'damaged'],
    ['a stored part of another size', () => text(pack([{ ...entry, stored: true, size: 5 }]), 'a.txt'), 'damaged'],
    ['data that is no deflate', () => text(pack([{ ...entry, data: '\u0007不是压缩数据', stored: true, method: 8 }]), 'a.txt'), 'damaged'],
    ['an end that is missing', () => open(pack([entry]).slice(0, -30)), 'truncated'],
    ['a start that is missing', () => open(pack([entry]).slice(60)), 'truncated'],
    ['parts that share their bytes', () => open(pack([entry, { ...entry, path: 'b.txt', shared: true }])), 'bomb'],
    ['1,001 parts', () => open(pack(Array.from({ length: 1001 }, (_, i) => ({ path: `${i}`, data: '', stored: true })))), 'bomb'],
  ])('%s', (_why, act, code) => {
    expect(refusal(act)).toBe(code);
  });

  it('far more than claimed, however little is claimed', () => {
    // Incompressible enough to be large when packed: 100 kB that claim to be ten bytes.
    let state = 7;
    const noise = Uint8Array.from({ length: 100_000 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
    expect(refusal(() => text(pack([{ path: 'a.txt', data: noise, size: 10 }]), 'a.txt'))).toBe('bomb');
  });

  it('more than a hundredfold, before anything is unpacked', () => {
    const content = pack([{ path: 'a.txt', data: new Uint8Array(3_000_000) }]);
    expect(refusal(() => text(content, 'a.txt'))).toBe('bomb');
    expect(text(pack([{ path: 'a.txt', data: new Uint8Array(900_000) }]), 'a.txt')).toHaveLength(900_000);
  });

  it('parts that are harmless one by one but too much together', () => {
    const noise = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i * 2654435761) >>> 13);
    const archive = open(pack([{ path: 'a', data: noise }]));
    const [part] = archive.entries;
    let unpacked = 0;
    const code = refusal(() => {
      for (let i = 0; i < 400; i++, unpacked++) if (part) archive.unpack(part);
    });
    expect([code, unpacked]).toEqual(['too-large', 256]);
  });
});
