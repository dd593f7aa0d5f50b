// OpenDocument texts: numbers, tables, hidden text, packed and flat.
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { cpuClock } from '../cpu-clock.ts';
import { brief, gridOf, readDocument } from './reading.ts';
import { fodt, odtEntries, pack } from './packing.ts';
import { fc, runs } from '../property.ts';

type Parts = NonNullable<Parameters<typeof odtEntries>[1]>;
const odt = (body: string, parts?: Parts) => pack(odtEntries(body, parts));
const documentOf = (body: string, parts?: Parts) => readDocument(odt(body, parts), '年报.odt');
const blocksOf = async (body: string, parts?: Parts) => brief((await documentOf(body, parts)).blocks);
const grids = async (body: string) => (await documentOf(body)).blocks.flatMap((block) => (block.kind === 'table' ? [gridOf(block)] : []));
const p = (text: string, more = '') => `<text:p ${more}>${text}</text:p>`;
const cell = (text: string, more = '') => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
const covered = '<table:covered-table-cell/>';
const table = (...rows: string[]) =>
  `<table:table>${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`;

describe('text', () => {
  it('headings, spaces, breaks, links, fields', async () => {
    expect(
      await blocksOf(
        `<text:h text:outline-level="2">一、总体情况</text:h>${p('甲<text:s text:c="2"/>乙\n  丙<text:tab/>丁<text:line-break/>戊')}${p('<text:a>网站</text:a><text:date>2024年</text:date><text:span>共</text:span>')}`,
      ),
    ).toEqual(['## 一、总体情况', '甲  乙 丙\t丁', '戊', '网站2024年共']);
    expect(
      await blocksOf(p('年度报告', 'text:style-name="P1"'), {
        automatic: '<style:style style:name="P1" style:parent-style-name="Title"/>',
      }),
    ).toEqual(['# 年度报告']);
  });

  it('numbers of lists and headings', async () => {
    const level = (at: number, format: string, before: string, after: string) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-prefix="${before}" style:num-suffix="${after}"/>`;
    const automatic = `<text:list-style style:name="L1">${level(1, '一, 二, 三, ...', '', '、')}${level(2, '一, 二, 三, ...', '（', '）')}${level(3, '1', '', '.')}<text:list-level-style-bullet text:level="4"/></text:list-style>`;
    const styles =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>';
    const item = (content: string, more = '') => `<text:list-item ${more}>${content}</text:list-item>`;
    const list = (content: string, more = '') => `<text:list ${more}>${content}</text:list>`;
    const body =
      list(
        item(p('总体') + list(item(p('主动') + p('续')) + item(p('申请') + list(item(p('细')))))) + item(p('问题') + list(item(p('不足')))),
        'text:style-name="L1"',
      ) +
      list(item(p('其他')), 'text:style-name="L1" text:continue-numbering="true"') +
      list(item(p('另起')) + item(p('跳'), 'text:start-value="7"'), 'text:style-name="L1"') +
      '<text:h text:outline-level="1">First</text:h><text:h text:outline-level="1">Second</text:h>';
    expect(await blocksOf(body, { automatic, styles })).toEqual([
      '一、总体',
      '（一）主动',
      '续',
      '（二）申请',
      '1.细',
      '二、问题',
      '（一）不足',
      '三、其他',
      '一、另起',
      '七、跳',
      '# I. First',
      '# II. Second',
    ]);
  });

  it('changes as accepted; hidden text, notes and comments left out; all said', async () => {
    const automatic = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      p(
        '共<text:span text:style-name="T1">隐</text:span>12<text:note><text:note-body>注</text:note-body></text:note>件<office:annotation>批</office:annotation>',
      ) +
      '<text:section text:display="none"><text:p>隐藏的节</text:p></text:section>';
    const document = await documentOf(body, { automatic });
    expect(brief(document.blocks)).toEqual(['共12件']);
    expect(document.notes.map(({ code }) => code)).toEqual([
      'changes-accepted',
      'hidden-left-out',
      'footnotes-left-out',
      'comments-left-out',
    ]);
  });

  it('text boxes, pictures, embedded sheets', async () => {
    const frame = (content: string) => `<draw:frame>${content}<svg:title>图一</svg:title></draw:frame>`;
    const document = await documentOf(
      p(`上${frame('<draw:text-box><text:p>框里</text:p></draw:text-box>')}${frame('<draw:image/>')}`) +
        p(frame('<draw:object/><draw:image/>')),
    );
    expect(brief(document.blocks)).toEqual(['上', '框里', '[图一]', '[图一]']);
    expect(document.notes).toMatchObject([{ code: 'embedded-left-out', weight: 'caution' }]);
  });
});

describe('tables', () => {
  it('merged across and down, repeated, with header rows', async () => {
    const body =
      '<table:table><table:table-header-rows><table:table-row>' +
      cell('组', 'table:number-columns-spanned="2" table:number-rows-spanned="2"') +
      covered +
      cell('甲') +
      '</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>' +
      cell('1') +
      '</table:table-row><table:table-row>' +
      cell('空', 'table:number-columns-repeated="3"') +
      '</table:table-row></table:table>';
    expect(await grids(body)).toEqual([
      [
        ['组', '←', '甲'],
        ['↑', '↑', '1'],
        ['空', '空', '空'],
      ],
    ]);
  });

  it('rows and columns repeated beyond reason cost nothing', async () => {
    const spent = cpuClock();
    const body = table(
      cell('甲', 'table:number-columns-spanned="1000000000"') + cell('', 'table:number-columns-repeated="1000000000"'),
      cell('乙') + cell('2'),
    ).replace('<table:table-row>', '<table:table-row table:number-rows-repeated="1000000000">');
    const document = await documentOf(body);
    expect(document.blocks).toHaveLength(1);
    expect(document.notes.some(({ code }) => code === 'cut-columns')).toBe(true);
    expect(spent()).toBeLessThan(3000);
  });
});

describe('packages', () => {
  it('recognised by content; the flat form too', async () => {
    expect((await read(odt(p('甲')), '年报.docx')).format).toBe('odt');
    expect((await read(new TextEncoder().encode(fodt(p('甲'))), '年报.xml')).format).toBe('odt');
    expect(brief((await readDocument(fodt(p('甲')), '年报.fodt')).blocks)).toEqual(['甲']);
  });

  it('a password is named, damage too', async () => {
    const code = async (content: Uint8Array) => {
      const result = await read(content, '年报.odt');
      return result.ok ? 'read' : result.failure.code;
    };
    expect(await code(odt(p('甲'), { manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }))).toBe(
      'encrypted',
    );
    expect(await code(odt('<text:p>'))).toBe('damaged');
    expect(await code(pack(odtEntries(p('甲')).filter(({ path }) => path !== 'content.xml')))).toBe('damaged');
    expect(await code(odt(''))).toBe('empty');
  });

  it('any change of the text ends in text or a coded sentence', async () => {
    const body = p('甲') + table(cell('乙', 'table:number-columns-spanned="2"') + covered, cell('1') + cell('2'));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(body.length),
        fc.nat(40),
        fc.constantFrom('', '<text:p>', '</text:p>', '<table:table>', '<text:list>', '9'),
        async (at, length, piece) => {
          const result = await read(odt(body.slice(0, at) + piece + body.slice(at + length)), '年报.odt');
          if (!result.ok) expect(['damaged', 'empty', 'too-complex']).toContain(result.failure.code);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
