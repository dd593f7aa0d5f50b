// OpenDocument text documents (odt, ott and the flat fodt): the package around the text.
import { blockText } from '../../model/document.ts';
import { createBlockList } from '../block-list.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import { placeItems, remarkNotes } from '../office-blocks.ts';
import { crossesOut, openOpenDocument, recogniseOpenDocument } from '../open-document.ts';
import { Unreadable } from '../unreadable.ts';
import { child, childElements, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { createBodyReader } from './odt/body.ts';
import type { Styles } from './odt/body.ts';
import { createLists } from './odt/lists.ts';

export default defineFormat({
  id: 'odt',
  name: 'OpenDocument文档（odt）',
  extensions: ['odt', 'ott', 'fodt'],
  recognise: (sample) => recogniseOpenDocument('text', sample),
  async read(source) {
    const document = openOpenDocument('text', source);
    if (!document) throw new Unreadable('damaged', '里没有正文');
    const { body, styles, roots, metaTitle } = document;
    const reader = createBodyReader(createLists(roots), readStyles(roots));
    const list = createBlockList();
    placeItems(reader.readBlocks(body), list);
    for (const cut of reader.cuts) list.cuts.add(cut);
    if (styles && hasMargins(styles)) reader.remarks.add('margins');
    const notes = remarkNotes(reader.remarks);
    const garbled = garbledShare(list.blocks.map(blockText));
    return {
      ok: true,
      documents: [{ path: source.path, metaTitle, blocks: list.blocks, notes: [...notes, ...list.notes()], garbled }],
      failures: [],
    };
  },
});

function readStyles(roots: readonly XmlElement[]): Styles {
  const hidden = new Set<string>();
  const struck = new Map<string, boolean>();
  const titles = new Set(['Title']);
  for (const root of roots) {
    for (const part of childElements(root)) {
      if (part.name !== 'office:styles' && part.name !== 'office:automatic-styles') continue;
      for (const style of childElements(part, 'style:style')) {
        const display = child(style, 'style:text-properties')?.attribute('text:display');
        const name = style.attribute('style:name') ?? '';
        const parent = style.attribute('style:parent-style-name') ?? '';
        if (display === 'none' || (display === undefined && hidden.has(parent))) hidden.add(name);
        const line = crossesOut(style) ?? struck.get(parent);
        if (line !== undefined) struck.set(name, line);
        if (titles.has(parent)) titles.add(name);
      }
    }
  }
  return { hidden, struck, titles };
}

/** Whether a header or footer says more than a page number. */
function hasMargins(styles: XmlElement): boolean {
  const masters = child(styles, 'office:master-styles');
  if (!masters) return false;
  for (const page of childElements(masters, 'style:master-page')) {
    for (const part of childElements(page)) {
      if ((part.name === 'style:header' || part.name === 'style:footer') && /\p{L}{2}/u.test(textOf(part))) return true;
    }
  }
  return false;
}
