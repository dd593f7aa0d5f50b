// What is special to OFD: several documents, templates, seals, locked and broken packages. Its pages: see pages.test.ts.
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { asOfd, drawProse } from './drawing.ts';
import type { Drawn, OfdOptions } from './drawing.ts';
import { brief } from './reading.ts';

const prose = (text: string) => drawProse(text, 100);
const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

async function opened(pages: readonly Drawn[], options: OfdOptions = {}) {
  const result = await read(asOfd(pages, options), '年报.ofd');
  if (!result.ok) throw new Error(result.failure.message);
  return result;
}

describe('OFD', () => {
  it('one file may hold several documents', async () => {
    const { documents } = await opened([prose('第一份的内容。')], { more: [[prose('第二份的内容。')]] });
    expect(documents.map(({ path, blocks }) => [path, brief(blocks)])).toEqual([
      ['年报.ofd（第1份）', ['第一份的内容。']],
      ['年报.ofd（第2份）', ['第二份的内容。']],
    ]);
  });

  it('a template stands below every page that uses it', async () => {
    const { documents } = await opened([prose('正文第一页的内容。')], {
      template: { texts: [{ text: '模板里的标题', x: 60, y: 60 }] },
      title: '年报',
    });
    expect(brief(documents[0]?.blocks ?? [])).toEqual(['模板里的标题', '正文第一页的内容。']);
    expect(documents[0]?.metaTitle).toBe('年报');
  });

  it('seals and annotations are said', async () => {
    const page = asPage('<ofd:TextObject Boundary="20 20 40 5" Size="4"><ofd:TextCode X="0" Y="4">正文</ofd:TextCode></ofd:TextObject>');
    const parts = {
      'OFD.xml': `<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      'Doc_0/Document.xml': `<ofd:Document ${ns}><ofd:Pages><ofd:Page BaseLoc="Page.xml"/></ofd:Pages><ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>`,
      'Doc_0/Page.xml': page,
      'Doc_0/Annots.xml': `<ofd:Annotations ${ns}><ofd:Page PageID="1"><ofd:FileLoc>a.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
    };
    const { documents } = await openedParts(parts);
    expect(brief(documents[0]?.blocks ?? [])).toEqual(['正文']);
    expect(documents[0]?.notes.map(({ code }) => code)).toEqual(['annotations']);
  });

  it('matrices, blocks, composite graphics and lines that run down', async () => {
    const page = asPage(
      `<ofd:PageBlock><ofd:TextObject Boundary="20 20 60 10" CTM="2 0 0 2 0 0" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 3 4">甲乙丙丁</ofd:TextCode></ofd:TextObject></ofd:PageBlock>` +
        `<ofd:CompositeObject Boundary="20 60 60 10" ResourceID="7"/>` +
        `<ofd:TextObject Boundary="150 20 5 40" Size="4" Visible="false"><ofd:TextCode X="0" Y="4">看不见</ofd:TextCode></ofd:TextObject>`,
    );
    const unit = `<ofd:CompositeGraphicUnit ID="7" Width="60" Height="10"><ofd:Content><ofd:TextObject Boundary="0 0 40 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="4 4">戊己庚</ofd:TextCode></ofd:TextObject></ofd:Content></ofd:CompositeGraphicUnit>`;
    const { documents } = await openedParts({
      'OFD.xml': `<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      'Doc_0/Document.xml': `<ofd:Document ${ns}><ofd:CommonData><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>`,
      'Doc_0/Res.xml': `<ofd:Res ${ns}><ofd:CompositeGraphicUnits>${unit}</ofd:CompositeGraphicUnits></ofd:Res>`,
      'Doc_0/Page.xml': page,
    });
    expect(brief(documents[0]?.blocks ?? []).map((each) => String(each).replace(/^#+ /, ''))).toEqual(['甲乙丙丁', '戊己庚']);
  });

  it.each([
    ['scanned', { pages: [{ pictures: [[0, 0, 595, 842]] as const }] }],
    ['empty', { pages: [{}] }],
    ['encrypted', { pages: [{}], parts: { 'Encryptions.xml': '<x/>' } }],
    ['damaged', { pages: [{}], parts: { 'OFD.xml': '<ofd' } }],
  ] as const)('what cannot be read is called %s', async (code, { pages, ...rest }) => {
    const base = asOfd(pages, rest);
    const bytes = code === 'damaged' ? await brokenMain() : base;
    const result = await read(bytes, '年报.ofd');
    expect(result.ok ? 'read' : result.failure.code).toBe(code);
  });

  it('a page that is missing is said', async () => {
    const { documents } = await openedParts({
      'OFD.xml': `<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      'D.xml': `<ofd:Document ${ns}><ofd:Pages><ofd:Page BaseLoc="A.xml"/><ofd:Page BaseLoc="B.xml"/></ofd:Pages></ofd:Document>`,
      'A.xml': asPage('<ofd:TextObject Boundary="20 20 40 5" Size="4"><ofd:TextCode X="0" Y="4">正文</ofd:TextCode></ofd:TextObject>'),
    });
    expect(documents[0]?.notes).toContainEqual(expect.objectContaining({ code: 'pages-lost', weight: 'caution' }));
  });
});

function asPage(objects: string): string {
  return `<ofd:Page ${ns}><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
}

async function openedParts(parts: Readonly<Record<string, string>>) {
  const { pack } = await import('./packing.ts');
  const result = await read(pack(Object.entries(parts).map(([path, data]) => ({ path, data }))), '年报.ofd');
  if (!result.ok) throw new Error(result.failure.message);
  return result;
}

async function brokenMain(): Promise<Uint8Array> {
  const { pack } = await import('./packing.ts');
  return pack([{ path: 'OFD.xml', data: '<ofd:OFD><ofd:DocBody>' }]);
}
