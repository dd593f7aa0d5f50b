// Encodings told apart, and what is said where one was guessed.
import { describe, expect, it } from 'vitest';
import { charsetNotes, decodeText } from '../../src/core/read/charset.ts';
import { bytes, readDocument } from './reading.ts';

const join = (...parts: (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));

/** Encodes by looking every character up in the decoder: Node has no encoder for these. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [high, low]);
    }
  }
  return join(...Array.from(text, (character) => table.get(character) ?? [character.charCodeAt(0)]));
}
const wide = (text: string, little: boolean) =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );

const SIMPLIFIED = '甲县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n本年新收申请12件，办理结果如下。';
const TRADITIONAL = '甲縣人民政府2023年政府信息公開工作年度報告\n一、總體情況\n本年新收申請12件，辦理結果如下。';

describe('encodings', () => {
  it.each([
    ['UTF-8', bytes(SIMPLIFIED), 'utf-8', SIMPLIFIED],
    ['UTF-8 with a mark', join([0xef, 0xbb, 0xbf], bytes(SIMPLIFIED)), 'utf-8', SIMPLIFIED],
    ['UTF-16LE with a mark', join([0xff, 0xfe], wide(SIMPLIFIED, true)), 'utf-16le', SIMPLIFIED],
    ['UTF-16BE with a mark', join([0xfe, 0xff], wide(SIMPLIFIED, false)), 'utf-16be', SIMPLIFIED],
    ['UTF-16LE without one', wide(SIMPLIFIED, true), 'utf-16le', SIMPLIFIED],
    ['UTF-16BE without one', wide(SIMPLIFIED, false), 'utf-16be', SIMPLIFIED],
    [
      'UTF-16LE without mark, digit or line feed',
      wide('甲县人民政府信息公开工作年度报告', true),
      'utf-16le',
      '甲县人民政府信息公开工作年度报告',
    ],
    ['GBK', encode(SIMPLIFIED, 'gbk'), 'gb18030', SIMPLIFIED],
    ['Big5', encode(TRADITIONAL, 'big5'), 'big5', TRADITIONAL],
    ['four bytes of GB18030', join(encode(SIMPLIFIED, 'gbk'), [0x95, 0x32, 0x82, 0x36]), 'gb18030', `${SIMPLIFIED}𠀀`],
    ['digits alone', bytes('1,2,3\n4,5,6'), 'utf-8', '1,2,3\n4,5,6'],
  ] as const)('%s', (_name, input, charset, text) => {
    const decoded = decodeText(input);
    expect(decoded).toMatchObject({ charset, text, broken: 0 });
  });

  it('tells GBK from Big5 by a few characters, and says that it guessed', () => {
    for (const word of ['机关,数量\n甲局,12', '工作年度报告', '总计']) {
      const decoded = decodeText(encode(word, 'gbk'));
      expect(decoded).toMatchObject({ charset: 'gb18030', text: word, guessed: true });
      expect(charsetNotes(decoded)).toContainEqual(expect.objectContaining({ code: 'charset-guessed' }));
    }
    expect(decodeText(encode('政府信息公開', 'big5'))).toMatchObject({ charset: 'big5', text: '政府信息公開' });
  });

  it('honours a declaration, reads gb2312 as gb18030, and believes the bytes where they contradict it', () => {
    const declare = (name: string) => bytes(`<meta http-equiv=Content-Type content="text/html; charset=${name}">`);
    const gbk = encode('总体情况镕', 'gbk');
    expect(decodeText(join(declare('gb2312'), gbk))).toMatchObject({ charset: 'gb18030', guessed: false, broken: 0 });
    expect(decodeText(join(declare('gb2312'), gbk)).text).toContain('总体情况镕');
    expect(decodeText(join(declare('gbk'), bytes('总体情况')))).toMatchObject({ charset: 'utf-8' });
    expect(decodeText(join(declare('utf-8'), encode('总体情况如下', 'gbk')))).toMatchObject({ charset: 'gb18030', guessed: true });
    expect(decodeText(join(declare('big5'), encode('本年度报告总体情况', 'gbk')))).toMatchObject({ charset: 'gb18030' });
  });

  it('reads a file cut inside a character and one with a bad byte, and says so', async () => {
    for (const input of [bytes(SIMPLIFIED).subarray(0, -1), join(bytes(SIMPLIFIED), [0xff], bytes('其余'))]) {
      const document = await readDocument(input, 'a.txt');
      expect(document.notes).toContainEqual(expect.objectContaining({ code: 'charset-broken', weight: 'caution' }));
      expect(document.garbled).toBeGreaterThan(0);
      expect(document.blocks[0]).toMatchObject({ text: '甲县人民政府2023年政府信息公开工作年度报告' });
    }
    expect(decodeText(encode(SIMPLIFIED, 'gbk').subarray(0, -3))).toMatchObject({ charset: 'gb18030' });
  });

  it('says that a file ends in zero bytes', async () => {
    const document = await readDocument(join(bytes(SIMPLIFIED), new Uint8Array(512)), 'a.txt');
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'zero-tail', weight: 'caution' }));
    expect(document.garbled).toBe(0);
  });
});
