// Word documents: what Word and WPS hide in them.
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { writeNumeral } from '../../src/core/read/list-numerals.ts';
import { cpuClock } from '../cpu-clock.ts';
import { brief, gridOf, readDocument } from './reading.ts';
import { docx, docxEntries, p, pack, tbl } from './packing.ts';
import type { DocxParts } from './packing.ts';
import { fc, runs } from '../property.ts';

const blocksOf = async (body: string, parts?: DocxParts) => brief((await readDocument(docx(body, parts), '年报.docx')).blocks);
const notesOf = async (body: string, parts?: DocxParts) =>
  (await readDocument(docx(body, parts), '年报.docx')).notes.map(({ code }) => code);
const grids = async (body: string, parts?: DocxParts) =>
  (await readDocument(docx(body, parts), '年报.docx')).blocks.flatMap((block) => (block.kind === 'table' ? [gridOf(block)] : []));
const r = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

describe('automatic numbers', () => {
  const lvl = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>')}${lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="2"/>')}${lvl(2, 'decimal', '%3.')}${lvl(3, 'decimal', '%1.%4', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${lvl(0, 'decimalEnclosedCircle', '%1')}${lvl(1, 'bullet', '')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="没有编号"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:style>';
  const numbered = (text: string, list: number, level: number) =>
    p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  const styled = (text: string, style: string, more = '') => p(text, `<w:pStyle w:val="${style}"/>${more}`);

  it('of styles, restarted by the level above, switched off', async () => {
    const body = [
      styled('总体情况', '1'),
      styled('主动公开', '2'),
      styled('依申请公开', '2'),
      styled('问题', '1'),
      styled('不足', '2'),
      styled('正文', '3'),
      styled('其他', '1', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      styled('附件', '1'),
    ];
    expect(await blocksOf(body.join(''), { numbering, styles })).toEqual([
      '# 一、总体情况',
      '## （一）主动公开',
      '## （二）依申请公开',
      '# 二、问题',
      '## （一）不足',
      '正文',
      '# 其他',
      '# 三、附件',
    ]);
  });

  it('of lists: circled, restarted by an override, bullets, levels of digits, a list that does not exist', async () => {
    const body = [
      numbered('甲', 2, 0),
      numbered('乙', 2, 0),
      numbered('丙', 3, 0),
      numbered('丁', 3, 0),
      numbered('点', 2, 1),
      numbered('无此列表', 9, 0),
      numbered('Plan', 1, 2),
      numbered('深', 1, 3),
    ];
    expect(await blocksOf(body.join(''), { numbering, styles })).toEqual([
      '①甲',
      '②乙',
      '⑤丙',
      '⑥丁',
      '点',
      '无此列表',
      '1. Plan',
      '1.1深',
    ]);
  });

  it('count also where the paragraph is empty, and not where it was deleted', async () => {
    const deleted =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:del w:id="2" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>';
    expect(await blocksOf(numbered('甲', 2, 0) + deleted + numbered('乙', 2, 0), { numbering, styles })).toEqual(['①甲', '②乙']);
    const [grid] = await grids(
      tbl([
        ['序号', '名称'],
        [numbered('', 2, 0), '规章'],
      ]),
      { numbering, styles },
    );
    expect(grid).toEqual([
      ['序号', '名称'],
      ['①', '规章'],
    ]);
  });

  it.each<[string, number, string]>([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 105, '一〇五'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 10_001, '一万零一'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiac', 1, '子'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedCircle', 51, '51'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerLetter', 27, 'aa'],
    ['ordinal', 12, '12th'],
    ['unheard of', 4, '4'],
  ])('%s %i is %s', (format, value, text) => {
    expect(writeNumeral(value, format)).toBe(text);
  });
});

describe('text', () => {
  it('tabs, breaks, hyphens, symbols, ruby, links, fields, controls', async () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${result === '' ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const run = (content: string) => `<w:p><w:r>${content}</w:r></w:p>`;
    expect(
      await blocksOf(run('<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t>')),
    ).toEqual(['甲\t乙', '丙-丁']);
    expect(
      await blocksOf(run('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t>')),
    ).toEqual(['☑是□否']);
    expect(
      await blocksOf(run('<w:ruby><w:rt><w:r><w:t>zheng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>政</w:t></w:r></w:rubyBase></w:ruby>')),
    ).toEqual(['政']);
    expect(
      await blocksOf(`<w:p>${field(' PAGEREF _x ', '12')}<w:hyperlink>${r('网站')}</w:hyperlink>${field(' eq \\o\\ac(○,3) ', '')}</w:p>`),
    ).toEqual(['12网站③']);
    expect(
      await blocksOf(`<w:p><w:fldSimple w:instr="DATE">${r('2024年')}</w:fldSimple><w:smartTag>${r('1月')}</w:smartTag></w:p>`),
    ).toEqual(['2024年1月']);
    const control = (content: string, empty = '') => `<w:sdt><w:sdtPr>${empty}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const prompt = '<w:showingPlcHdr/>';
    expect(await blocksOf(control(p('块')) + `<w:p>${r('共')}${control(r('12'))}${r('件')}</w:p>`)).toEqual(['块', '共12件']);
    expect(await blocksOf(control(p('单击或点击此处输入文字。'), prompt) + control(p('某某县'), prompt) + p('后'))).toEqual([
      '某某县',
      '后',
    ]);
  });

  it('an unended field hides nothing behind its paragraph', async () => {
    expect(await blocksOf(`<w:p>${r('前')}<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('后')}`)).toEqual(['前', '后']);
  });

  it('changes as accepted, and said', async () => {
    const body =
      `<w:p>${r('共')}<w:del w:id="1" w:author="a"><w:r><w:delText>11</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${r('12')}</w:ins>${r('件')}</w:p>` +
      `<w:p><w:moveFrom w:id="3" w:author="a">${r('移走')}</w:moveFrom></w:p><w:p><w:moveTo w:id="4" w:author="a">${r('移来')}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="a"/></w:rPr></w:pPr>${r('两段')}</w:p>${p('合一')}`;
    expect(await blocksOf(body)).toEqual(['共12件', '移来', '两段合一']);
    expect(await notesOf(body)).toEqual(['changes-accepted']);
    expect(await notesOf(p('没有'))).toEqual([]);
  });

  it('hidden text, notes, comments, headers are left out and said', async () => {
    const styles = '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = `<w:p>${r('见')}${r('隐', '<w:vanish/>')}${r('藏', '<w:rStyle w:val="h"/>')}${r('着', '<w:vanish w:val="0"/>')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    expect(await blocksOf(body, { styles })).toEqual(['见着']);
    expect(await notesOf(body, { styles, header: p('内部资料') })).toEqual([
      'hidden-left-out',
      'footnotes-left-out',
      'margins-left-out',
      'comments-left-out',
    ]);
    expect(await notesOf(p('甲'), { header: `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${r('3')}</w:p>` })).toEqual([]);
    expect(await notesOf(p('甲'), { header: p('第 3 页 共 5 页') })).toEqual([]);
  });

  it('text boxes once, pictures where they stand, embedded files said', async () => {
    const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
    const both =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>${box(p('框里'))}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:shape><v:textbox>${box(p('框里'))}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await blocksOf(`<w:p>${r('框外')}${both}</w:p>`)).toEqual(['框外', '框里']);
    expect(await grids(`<w:p>${both.replace(/框里/g, '框')}</w:p>${tbl([[`<w:p>${both}</w:p>`, '二']])}`)).toEqual([[['框里', '二']]]);
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图 1" descr="流程图"/><a:graphic><a:graphicData uri="x"><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    expect(await blocksOf(`<w:p>${r('上')}${picture}</w:p>${p('下')}`)).toEqual(['上', '[流程图]', '下']);
    const embedded = await readDocument(docx(`${p('见附表')}<w:altChunk r:id="x"/>`), 'a.docx');
    expect(embedded.notes).toMatchObject([{ code: 'embedded-left-out', weight: 'caution' }]);
  });

  it('the title of the properties if a person wrote it', async () => {
    const title = async (text: string) => (await readDocument(docx(p('甲'), { title: text }), 'a.docx')).metaTitle;
    expect(await title('某某县2024年政府信息公开工作年度报告')).toBe('某某县2024年政府信息公开工作年度报告');
    for (const none of ['', 'PowerPoint', '新建 Microsoft Word 文档', 'Microsoft Word 文档', '文档1', 'D:\\文件\\年报'])
      expect(await title(none)).toBeNull();
  });
});

describe('tables', () => {
  const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
  const down = (restart = false) => (restart ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');

  it('merged across and down, the old way, and short rows', async () => {
    expect(
      await grids(
        tbl([
          [['组', span(2) + down(true)], '甲', '乙'],
          [['', span(2) + down()], '1', '2'],
          ['一', '二', ['三', '<w:hMerge w:val="restart"/>'], ['', '<w:hMerge/>']],
        ]),
      ),
    ).toEqual([
      [
        ['组', '←', '甲', '乙'],
        ['↑', '↑', '1', '2'],
        ['一', '二', '三', '←'],
      ],
    ]);
    const before = `<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(2)}<w:tc>${p('甲')}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`;
    expect(await grids(before)).toEqual([
      [
        ['', '', '甲'],
        ['·', '·', '乙'],
      ],
    ]);
  });

  it('a merge that goes on without a beginning is a cell of its own', async () => {
    expect(
      await grids(
        tbl([
          ['甲', ['乙', down()]],
          ['丙', ['', down()]],
          ['丁', '戊'],
        ]),
      ),
    ).toEqual([
      [
        ['甲', '乙'],
        ['丙', '↑'],
        ['丁', '戊'],
      ],
    ]);
  });

  it('deleted and hidden rows are gone', async () => {
    const row = (text: string, properties = '') =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p(text)}</w:tc><w:tc>${p('1')}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('留')}${row('删', '<w:del w:id="1" w:author="a"/>')}${row('增', '<w:ins w:id="2" w:author="a"/>')}${row('隐', '<w:hidden/>')}</w:tbl>`;
    expect(await grids(body)).toEqual([
      [
        ['留', '1'],
        ['增', '1'],
      ],
    ]);
    expect(await notesOf(body)).toEqual(['changes-accepted', 'hidden-left-out']);
  });

  it('borders drawn slightly apart make no columns', async () => {
    const table = tbl([
      ['甲', ['乙', span(2)]],
      [['丙', span(2)], '丁'],
    ]);
    const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="30"/><w:gridCol w:w="2000"/></w:tblGrid>';
    expect(await grids(table.replace('<w:tbl>', `<w:tbl>${grid}`))).toEqual([
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ]);
    expect(await grids(table.replace('<w:tbl>', `<w:tbl>${grid.replace('30', '600')}`))).toEqual([
      [
        ['甲', '乙', '←'],
        ['丙', '←', '丁'],
      ],
    ]);
  });

  it('lines of a cell: words join, numbers do not', async () => {
    expect(
      await grids(
        tbl([
          [p('商业') + p('企业'), p('12') + p('34')],
          ['一', '二'],
        ]),
      ),
    ).toEqual([
      [
        ['商业企业', '12\n34'],
        ['一', '二'],
      ],
    ]);
  });

  it('a table in a cell comes after the table; one that only lays out the page is none', async () => {
    const inner = tbl([['内', '1']]);
    expect(
      await grids(
        tbl([
          [p('外') + inner, '右'],
          ['下', '2'],
        ]),
      ),
    ).toEqual([
      [
        ['外', '右'],
        ['下', '2'],
      ],
      [['内', '1']],
    ]);
    const big = tbl(Array.from({ length: 6 }, (_, i) => [`行${i}`, String(i)]));
    expect(await blocksOf(tbl([[p('标题') + big + p('结尾')]]))).toEqual([
      '标题',
      Array.from({ length: 6 }, (_, i) => `行${i}¦${i}`),
      '结尾',
    ]);
    const prose = `${'本机关依法公开。'.repeat(9)}`;
    expect(await blocksOf(tbl([[p('一、总体情况') + p(prose)]]))).toEqual(['一、总体情况', prose]);
    expect(await blocksOf(tbl([['甲', '1'], [[prose, span(2)]], ['乙', '2']]))).toEqual([['甲¦1'], prose, ['乙¦2']]);
  });

  it('spans beyond reason cost nothing', async () => {
    const spent = cpuClock();
    const [grid] = await grids(
      tbl([
        [['甲', span(1_000_000_000)], '乙'],
        ['丙', '丁'],
      ]),
    );
    expect(grid?.[1]).toContain('丁');
    expect(spent()).toBeLessThan(2000);
  });
});

describe('packages', () => {
  const entries = docxEntries(p('一、总体情况'));
  const refusal = async (content: Uint8Array, name = '年报.docx') => {
    const result = await read(content, name);
    return result.ok ? 'read' : result.failure.code;
  };

  it('recognised by content, whatever the name', async () => {
    for (const name of ['年报.docx', '年报.zip', '年报.wps', '年报']) expect((await read(docx(p('甲')), name)).format).toBe('docx');
  });

  it('other prefixes and the strict edition', async () => {
    const strict = entries.map((entry) => ({
      ...entry,
      data: String(entry.data)
        .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
        .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument')
        .replace(/(<\/?|\s|xmlns:)w(?=[:=])/g, '$1ns0'),
    }));
    expect(brief((await readDocument(pack(strict), 'a.docx')).blocks)).toEqual(['一、总体情况']);
  });

  it('a main part of another name', async () => {
    const moved = entries.map((entry) => ({
      path: String(entry.path).replace('document.xml', 'document2.xml'),
      data: String(entry.data).replace('word/document.xml', '/word/document2.xml'),
    }));
    expect(brief((await readDocument(pack(moved), 'a.docx')).blocks)).toEqual(['一、总体情况']);
  });

  it('damage is named', async () => {
    const whole = pack(entries);
    expect(await refusal(whole.slice(0, whole.length - 100))).toBe('truncated');
    expect(await refusal(pack(entries.map((entry) => (entry.path === 'word/document.xml' ? { ...entry, crc: 1 } : entry))))).toBe(
      'damaged',
    );
    expect(
      await refusal(
        pack(entries.map((entry) => (entry.path === 'word/document.xml' ? { ...entry, data: String(entry.data).slice(0, -20) } : entry))),
      ),
    ).toBe('damaged');
    expect(await refusal(docx(''))).toBe('empty');
    const doctype = entries.map((entry) =>
      entry.path === 'word/document.xml' ? { ...entry, data: `<!DOCTYPE x SYSTEM "http://x/">${entry.data}` } : entry,
    );
    expect(await refusal(pack(doctype))).toBe('damaged');
  });

  it('a broken part that the text can do without does no harm', async () => {
    const broken = entries.map((entry) => (entry.path === 'word/numbering.xml' ? { ...entry, data: '<w:numbering' } : entry));
    expect(brief((await readDocument(pack(broken), 'a.docx')).blocks)).toEqual(['一、总体情况']);
  });

  it('any change of bytes ends quickly in text or a coded sentence', async () => {
    const body =
      p('一、总体情况') +
      tbl([
        ['甲', ['乙', '<w:vMerge w:val="restart"/>']],
        ['1', ['', '<w:vMerge/>']],
      ]) +
      p('尾');
    const stored = pack(docxEntries(body).map((entry) => ({ ...entry, stored: true })));
    for (const whole of [docx(body), stored]) {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), fc.nat(3), async (changes, cut) => {
          const changed = whole.slice(0, cut === 0 ? whole.length : whole.length - Math.floor(whole.length / (cut + 3)));
          for (const [at, value] of changed.length > 0 ? changes : []) if (at < changed.length) changed[at] = value;
          const spent = cpuClock();
          const result = await read(changed, '年报.docx');
          expect(spent()).toBeLessThan(5000);
          if (!result.ok) expect(result.failure.message).toMatch(/^“年报\.docx.*。$/s);
        }),
        { numRuns: runs(150) },
      );
    }
  });

  it('any change of the text itself too', async () => {
    const body = p('甲', '<w:numPr><w:numId w:val="1"/></w:numPr>') + tbl([[['乙', '<w:gridSpan w:val="2"/>']], ['1', '2']]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(body.length),
        fc.nat(40),
        fc.constantFrom('', '<w:p>', '</w:p>', '<w:tbl>', '<w:tc>', '<w:sdt><w:sdtContent>', '9'),
        async (at, length, piece) => {
          const result = await read(docx(body.slice(0, at) + piece + body.slice(at + length)), '年报.docx');
          if (!result.ok) expect(['damaged', 'empty', 'too-complex']).toContain(result.failure.code);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
