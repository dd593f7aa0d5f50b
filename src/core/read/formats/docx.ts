// Word documents (docx, docm, dotx, dotm), also written as one XML file, of Word 2003 too: the package around the text. Headers, footers, footnotes and comments are left out.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import { createBlockList } from '../block-list.ts';
import type { Archive } from '../archive.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import type { ReadResult } from '../format.ts';
import { placeItems, remarkNotes } from '../office-blocks.ts';
import {
  decodeTreePart,
  findMainPart,
  findRelated,
  OOXML,
  readMetaTitle,
  readOptionalPart,
  readPart,
  readRelationships,
} from '../ooxml.ts';
import type { Relationship } from '../ooxml.ts';
import { Unreadable } from '../unreadable.ts';
import { child, readXml, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { createBodyReader, unreadOf } from './docx/body.ts';
import type { BodyReader } from './docx/body.ts';
import { looksLikeOldXml, readOldXml } from './docx/old-xml.ts';
import { createNumbering } from './docx/numbering.ts';
import { createStyles } from './docx/styles.ts';

const MAIN = /^(?:word|doc)\/document\d*\.xml$/i;

/** Page numbers are fields: what they are made of is no text. */
const FIELD_CODES = new Set(['w:instrText']);

export default defineFormat({
  id: 'docx',
  name: 'Word文档（docx）',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  recognise({ archive, head }) {
    if (!archive) return head !== null && looksLikeOldXml(head) ? 'certain' : 'no';
    if (archive.entries.some(({ path }) => MAIN.test(path))) return 'certain';
    const main = archive.find('[Content_Types].xml') ? mainOf(archive) : null;
    return main && /\.xml$/i.test(main.path) && !/^(?:xl|ppt|visio)\//i.test(main.path) && rootIsDocument(archive) ? 'certain' : 'no';
  },
  async read({ archive, bytes, path }) {
    const old = archive ? null : readOldXml(bytes);
    if (old) {
      const reader = createBodyReader(
        createStyles(old.styles),
        createNumbering(old.numbering, () => undefined),
      );
      const result = finish(path, reader, old.body, old.hasMargins, old.title);
      return old.lossy ? withNote(result, CONVERTED) : result;
    }
    const main = archive && mainOf(archive);
    if (!main) throw new Unreadable('damaged', '里没有正文');
    const relationships = readRelationships(archive, main.path);
    const related = (kind: string, usual: string) => findRelated(archive, relationships, kind) ?? archive.find(usual);
    const styles = createStyles(readOptionalPart(archive, related('styles', 'word/styles.xml')));
    const numberingPart = readOptionalPart(archive, related('numbering', 'word/numbering.xml'));
    const reader = createBodyReader(styles, createNumbering(numberingPart, styles.listOf));
    const source = decodeTreePart(archive, main);
    const body = child(readXml(source, OOXML, unreadOf(source)), 'w:body');
    if (!body) throw new Unreadable('damaged', '里没有正文');
    return finish(path, reader, body, hasMargins(archive, relationships), readMetaTitle(archive));
  },
});

function finish(path: string, reader: BodyReader, body: XmlElement, margins: boolean, metaTitle: string | null): ReadResult {
  const list = createBlockList();
  placeItems(reader.readBlocks(body), list);
  if (margins) reader.remarks.add('margins');
  const notes = remarkNotes(reader.remarks);
  const garbled = garbledShare(list.blocks.map(blockText));
  return { ok: true, documents: [{ path, metaTitle, blocks: list.blocks, notes: [...notes, ...list.notes()], garbled }], failures: [] };
}

const CONVERTED: Note = {
  code: 'marks-lost',
  message:
    '文件由LibreOffice转成Word 2003的XML，转换时会丢失隐藏、删除、自动编号和合并单元格，读到的可能与原稿不同，请改用原稿（docx、doc、odt）导入。',
  weight: 'caution',
};

function withNote(result: ReadResult, note: Note): ReadResult {
  return result.ok ? { ...result, documents: result.documents.map((each) => ({ ...each, notes: [note, ...each.notes] })) } : result;
}

function mainOf(archive: Archive) {
  return findMainPart(archive, 'word/document.xml') ?? archive.entries.find(({ path }) => MAIN.test(path)) ?? null;
}

function rootIsDocument(archive: Archive): boolean {
  try {
    const main = mainOf(archive);
    return main !== null && readPart(archive, main, new Set(['w:body'])).name === 'w:document';
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Whether a header or footer says more than a page number. */
function hasMargins(archive: Archive, relationships: ReadonlyMap<string, Relationship>): boolean {
  let looked = 0;
  for (const { kind, target, external } of relationships.values()) {
    if ((kind !== 'header' && kind !== 'footer') || external || ++looked > 6) continue;
    const part = readOptionalPart(archive, archive.find(target), FIELD_CODES);
    if (part && /\p{L}{2}/u.test(textOf(part).replace(/[第共]\s*\d*\s*页/g, ''))) return true;
  }
  return false;
}
