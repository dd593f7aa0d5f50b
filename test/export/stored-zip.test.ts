// Archives of stored parts: read by others, read back, damage found.
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32, createZipWriter, readZip, readZipPart } from '../../src/export/stored-zip.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

function archive(): Blob {
  const zip = createZipWriter();
  zip.add('说明.txt', encode('云溪县'));
  zip.add('空.bin', new Uint8Array());
  zip.add(
    '页/0001.bin',
    Uint8Array.from({ length: 5000 }, (_, index) => index % 251),
  );
  return zip.finish();
}

describe('an archive of stored parts', () => {
  it('is read by other programs', async () => {
    const parts = unzipSync(await bytesOf(archive()));
    expect(Object.keys(parts)).toEqual(['说明.txt', '空.bin', '页/0001.bin']);
    expect(new TextDecoder().decode(parts['说明.txt'])).toBe('云溪县');
    expect(parts['页/0001.bin']).toHaveLength(5000);
  });

  it('comes back part by part', async () => {
    const file = archive();
    const parts = (await readZip(file))!;
    expect([...parts.keys()]).toEqual(['说明.txt', '空.bin', '页/0001.bin']);
    expect(new TextDecoder().decode((await readZipPart(file, parts.get('说明.txt')!))!)).toBe('云溪县');
    expect(await readZipPart(file, parts.get('空.bin')!)).toHaveLength(0);
  });

  it('gives nothing where a single bit is another, and is none where its end is missing', async () => {
    const bytes = await bytesOf(archive());
    for (let at = 0; at < bytes.length; at += 97) {
      const bent = bytes.slice();
      bent[at]! ^= 4;
      const file = new Blob([bent]);
      const parts = await readZip(file);
      const whole = async (): Promise<boolean> => {
        if (parts?.size !== 3) return false;
        for (const name of ['说明.txt', '空.bin', '页/0001.bin']) {
          const part = parts.get(name);
          const read = part && (await readZipPart(file, part));
          if (!read || crc32(read) !== part.crc) return false;
        }
        return true;
      };
      // A bit of a date or of an attribute is no content.
      if (await whole()) expect(await bytesOf(file)).not.toEqual(bytes);
    }
    for (const length of [0, 10, 21, 22, 100, bytes.length - 1]) expect(await readZip(new Blob([bytes.slice(0, length)]))).toBeNull();
  });

  it('knows the checksum of the standard', () => {
    expect(crc32(encode('123456789'))).toBe(0xcbf43926);
  });
});
