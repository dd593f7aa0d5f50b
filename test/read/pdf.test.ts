// What is special to PDF: fonts and their tables, pages that are turned, scanned, locked or broken.
import { existsSync, readFileSync } from 'node:fs';
import { zlibSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { read } from '../../src/core/read/index.ts';
import { withPlainCharacters } from '../../src/core/read/radicals.ts';
import { asPdf, drawProse, drawTable, together } from './drawing.ts';
import type { Drawn, PdfOptions } from './drawing.ts';
import { brief, readDocument } from './reading.ts';
import { fc, runs } from '../property.ts';

/** Before anything else is imported. */
const ownPush = vi.hoisted(() => Array.prototype.push);

const PROSE = '全年主动公开各类政府信息二十条，办结申请三件，没有收费。';
const prose = drawProse(PROSE, 100);
const textOf = async (pages: readonly Drawn[], options: PdfOptions = {}) =>
  brief((await readDocument(asPdf(pages, options), '年报.pdf')).blocks).join('\n');
async function failureOf(bytes: Uint8Array): Promise<string> {
  const result = await read(bytes, '年报.pdf');
  if (result.ok) throw new Error('was read');
  expect(result.failure.message).toMatch(/^“年报\.pdf”.*[。]$/);
  return result.failure.code;
}

it('leaves the built-in methods of the thread as they were', () => {
  // pdf.js brings along one for lists beyond 2³² entries, which is several times slower.
  expect(Array.prototype.push).toBe(ownPush);
  expect(Object.prototype.propertyIsEnumerable.call(Array.prototype, 'push')).toBe(false);
});

describe('characters', () => {
  it('radicals and other likenesses become the characters they stand for', async () => {
    const disguise = (each: string) => ({ 全: '⼊', 年: '⽇', 公: '⻔', 二: '⼆', 没: '⻅' })[each] ?? each;
    expect(await textOf([prose], { disguise })).toBe('入日主动门开各类政府信息二十条，办结申请三件，见有收费。');
    expect(withPlainCharacters('⽂⾄⺠⻢︵一︶ﬁ立')).toBe('文至民马（一）fi立');
  });

  it('a font without names of its characters is said, all or some', async () => {
    expect(await failureOf(asPdf([prose], { nameless: true }))).toBe('no-unicode-map');
  });

  it('characters drawn twice for a bold look count once', async () => {
    const twice = { texts: (prose.texts ?? []).flatMap((text) => [text, { ...text, x: text.x + 0.4 }]) };
    expect(await textOf([twice])).toBe(PROSE);
  });

  it('a watermark set at an angle is left out and said', async () => {
    const document = await readDocument(
      asPdf([together(prose, { texts: [{ text: '内部资料', x: 200, y: 400, size: 40, angle: 45 }] })]),
      '年报.pdf',
    );
    expect(brief(document.blocks)).toEqual([PROSE]);
    expect(document.notes.map(({ code }) => code)).toEqual(['slanted-text']);
  });

  it('the title is the one of the properties', async () => {
    expect((await readDocument(asPdf([prose], { title: '云溪县年报' }), 'a.pdf')).metaTitle).toBe('云溪县年报');
    expect((await readDocument(asPdf([prose]), 'a.pdf')).metaTitle).toBeNull();
  });
});

describe('pages', () => {
  it('that are turned are read upright', async () => {
    const turned = { texts: (prose.texts ?? []).map((text, i) => ({ ...text, x: 100 + i * 16, y: 700, angle: 90 })) };
    expect(await textOf([turned], { rotate: 90 })).toBe(PROSE);
    expect(await textOf([turned])).toBe(PROSE);
  });

  it('with pictures and no text are scans, partly scanned ones are said', async () => {
    const scan: Drawn = { pictures: [[0, 0, 595, 842]] };
    expect(await failureOf(asPdf([scan, scan]))).toBe('scanned');
    const document = await readDocument(asPdf([prose, scan]), '年报.pdf');
    expect(document.notes).toContainEqual(
      expect.objectContaining({ code: 'picture-pages', weight: 'caution', message: expect.stringContaining('第2页') }),
    );
  });

  it('with invisible text under a scan are read with a warning; beside visible text it is not taken', async () => {
    const hidden = { texts: (prose.texts ?? []).map((text) => ({ ...text, hidden: true })), pictures: [[0, 0, 595, 842]] as const };
    const document = await readDocument(asPdf([hidden]), '年报.pdf');
    expect(brief(document.blocks)).toContain(PROSE);
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'recognised-text', weight: 'caution' }));
    const other = { texts: (drawProse('看不见的字。', 300).texts ?? []).map((text) => ({ ...text, hidden: true })) };
    expect(await textOf([together(prose, other)])).toBe(PROSE);
  });

  it('beyond the edge are not read, and said', async () => {
    const document = await readDocument(asPdf([together(prose, { texts: [{ text: '纸外的字', x: 700, y: 300 }] })]), '年报.pdf');
    expect(brief(document.blocks)).toEqual([PROSE]);
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'outside-page', weight: 'caution' }));
  });

  it('without anything are empty', async () => {
    expect(await failureOf(asPdf([{}]))).toBe('empty');
  });
});

describe('what cannot be read', () => {
  const whole = asPdf([
    together(
      prose,
      drawTable(
        [
          ['甲', '乙'],
          ['1', '2'],
        ],
        { widths: [60, 60], y: 200 },
      ),
    ),
  ]);

  it('asks for the password to be taken off', async () => {
    expect(await failureOf(asPdf([prose], { locked: true }))).toBe('encrypted');
  });

  it('a page that unpacks to gigabytes is refused before', async () => {
    const packed = zlibSync(new Uint8Array(160 * 1024 * 1024).fill(0x20));
    const before = new TextEncoder().encode(
      `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    );
    const after = new TextEncoder().encode('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n');
    const bytes = new Uint8Array([...before, ...packed, ...after]);
    expect(await failureOf(bytes)).toBe('bomb');
  });

  it('pictures of any size cost nothing', async () => {
    const bytes = asPdf([together(prose, { pictures: [[0, 0, 400, 400]] })]);
    const text = [...bytes]
      .map((each) => String.fromCharCode(each))
      .join('')
      .replace('/Width 2000/Height 3000', '/Width 99999/Height 9999');
    expect(
      brief(
        (
          await readDocument(
            Uint8Array.from(text, (each) => each.charCodeAt(0)),
            '年报.pdf',
          )
        ).blocks,
      ),
    ).toContain(PROSE);
  });

  it('a file cut off is called incomplete', async () => {
    expect(['truncated', 'damaged']).toContain(await failureOf(whole.slice(0, 300)));
  });

  it('never throws and never hangs, whatever is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(whole.length),
        async (flips, end) => {
          const bytes = whole.slice(0, end < whole.length / 2 ? whole.length : end);
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
          const result = await read(bytes, '年报.pdf');
          if (!result.ok) expect(result.failure.message).toMatch(/。$/);
        },
      ),
      { numRuns: runs(60) },
    );
  }, 3_600_000);

  it('leaves the bytes as they were', async () => {
    const before = whole.slice();
    await read(whole, '年报.pdf');
    expect(whole).toEqual(before);
  });
});

const SAMPLES = new URL('../../../shared/samples/', import.meta.url).pathname;
describe.skipIf(!existsSync(SAMPLES))('sample files', () => {
  const examined = async (name: string) => {
    const outcome = await examine(new Uint8Array(readFileSync(SAMPLES + name)), name.replace(/^.*\//, ''));
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const [first] = outcome.reports;
    if (!first) throw new Error('no report');
    return first;
  };
  const factsOf = async (name: string) =>
    (await examined(name)).report.facts.map(({ key, value, certainty }) => `${key} ${value} ${certainty}`).sort();

  it.each(['formats/report.pdf', 'formats/chrome.pdf', 'formats/report.ofd'])(
    '%s gives the facts of report.html, all sure',
    async (name) => {
      expect(await factsOf(name)).toEqual(await factsOf('formats/report.html'));
    },
  );

  it.each(['GBK-EUC-H', 'GBKp-EUC-H', 'UniGB-UCS2-H', 'UniGB-UTF16-H'])('a font that is not embedded, by the map %s', async (name) => {
    const document = await readDocument(new Uint8Array(readFileSync(`${SAMPLES}formats/cid_${name}.pdf`)), `${name}.pdf`);
    expect(brief(document.blocks).flat().join(' ')).toContain('收到和处理政府信息公开申请情况');
  });

  it('a published report with two wrong totals in table four and a row in an old form', async () => {
    const { report, findings } = await examined('real/hongze-2023.pdf');
    expect(report.facts.every(({ certainty }) => certainty === 'sure')).toBe(true);
    expect(report.edition).toBe('2021');
    expect(findings.filter(({ rule }) => rule === 'R-4-SUM')).toHaveLength(2);
    expect(findings.filter(({ rule }) => rule === 'S-LABEL-MISSING-ROW')).toHaveLength(1);
  });

  it('a published report without a fault', async () => {
    const { report, findings } = await examined('real/huaian-2024.pdf');
    expect(report.facts).toHaveLength(200);
    expect(report.facts.every(({ certainty }) => certainty === 'sure')).toBe(true);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
