// The XML of Word 2003 (WordprocessingML before the standard), which programs that fill templates like to write under the name of
// a doc file: put into the words of the later standard, so that one reader does for both.
import { numeralStyle } from '../../list-numerals.ts';
import { meaningfulTitle } from '../../ooxml.ts';
import { Unreadable } from '../../unreadable.ts';
import { child, childElements, decodeXml, readXml, textOf } from '../../xml.ts';
import type { Namespaces, XmlElement } from '../../xml.ts';
import { unreadOf } from './body.ts';

const ROOT = /<(?:\w+:)?wordDocument\b[^>]*schemas\.microsoft\.com\/office\/word\/2003\/wordml/;
const NAMES: Namespaces = {
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx',
  'http://schemas.microsoft.com/aml/2001/core': 'aml',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Headers and footers stand in the properties of a section, so those are read here. */
const skippedOf = (source: string): ReadonlySet<string> =>
  new Set([...unreadOf(source), 'w:binData', 'w:docPr', 'w:fonts'].filter((name) => name !== 'w:sectPr'));
/** Names that differ. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['w:vmerge', 'w:vMerge'],
  ['w:hmerge', 'w:hMerge'],
  ['w:listPr', 'w:numPr'],
  ['w:ilfo', 'w:numId'],
  ['w:hlink', 'w:hyperlink'],
  ['w:footnote', 'w:footnoteReference'],
  ['w:endnote', 'w:endnoteReference'],
]);
const CHANGES: Readonly<Record<string, string>> = {
  'Word.Insertion': 'w:ins',
  'Word.Deletion': 'w:del',
  'Word.Comment': 'w:commentReference',
};

/** LibreOffice writes this XML by a style sheet, which leaves names of its own format behind. */
const CONVERTER = 'urn:oasis:names:tc:opendocument';

export interface OldDocument {
  readonly body: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly hasMargins: boolean;
  readonly title: string | null;
  /** Made by a converter that loses what is hidden, what is deleted and how cells are merged. */
  readonly lossy: boolean;
}

export function looksLikeOldXml(head: string): boolean {
  return ROOT.test(head);
}

/** @throws Unreadable */
export function readOldXml(bytes: Uint8Array): OldDocument {
  const source = decodeXml(bytes);
  const root = readXml(source, NAMES, skippedOf(source));
  const body = child(root, 'w:body');
  if (!body) throw new Unreadable('damaged', '里没有正文');
  const lossy = source.includes(CONVERTER);
  const margins = { seen: false, lossy };
  const styles = child(root, 'w:styles');
  const lists = child(root, 'w:lists');
  const title = child(child(root, 'o:DocumentProperties'), 'o:Title');
  return {
    body: translate(body, margins),
    styles: styles ? translate(styles, margins) : null,
    numbering: lists ? numberingOf(lists, margins) : null,
    hasMargins: margins.seen,
    title: title ? meaningfulTitle(textOf(title)) : null,
    lossy,
  };
}

type Margins = { seen: boolean; readonly lossy: boolean };

function translate(element: XmlElement, margins: Margins): XmlElement {
  const children: (XmlElement | string)[] = [];
  for (const node of element.children) {
    if (typeof node === 'string') children.push(node);
    else translateInto(node, children, margins);
  }
  const name = RENAMED.get(element.name) ?? element.name;
  // Switches are on and off here, 1 and 0 there.
  const attribute = (wanted: string) => (wanted === 'w:default' && element.attribute(wanted) === 'on' ? '1' : element.attribute(wanted));
  return { name, children, attribute };
}

function translateInto(node: XmlElement, into: (XmlElement | string)[], margins: Margins): void {
  const { name } = node;
  if (name === 'aml:annotation') {
    const change = CHANGES[node.attribute('w:type') ?? ''];
    const content = child(node, 'aml:content');
    if (change !== undefined) into.push({ ...translate(content ?? EMPTY, margins), name: change });
    return;
  }
  if (name === 'w:sectPr') {
    const texts = childElements(node).filter((each) => each.name === 'w:hdr' || each.name === 'w:ftr');
    margins.seen ||= texts.some((each) => /\p{L}{2}/u.test(shownText(each).replace(/[第共]\s*\d*\s*页/g, '')));
    return;
  }
  const translated = translate(node, margins);
  const inner = margins.lossy && name === 'w:tc' ? withGaps(translated) : translated;
  // Hints of layout, and marks that other vocabularies put around text.
  const isWrapper = name.startsWith('wx:') || name.startsWith('?:');
  into.push(isWrapper ? { ...inner, name: 'w:smartTag' } : inner);
}

/**
 * Digits of one cell that stand in two pieces of text side by side were parted by a mark that the converter lost: some of them
 * were hidden or deleted. A gap between them keeps them from becoming one number.
 */
function withGaps(cell: XmlElement): XmlElement {
  const children = cell.children.map((node): XmlElement | string => {
    if (typeof node === 'string' || node.name !== 'w:p') return node;
    const pieces: (XmlElement | string)[] = [];
    let before = '';
    for (const piece of node.children) {
      const text = typeof piece === 'string' ? '' : shownText(piece);
      if (DIGIT.test(before.slice(-1)) && DIGIT.test(text.charAt(0))) pieces.push(GAP);
      if (text !== '') before = text;
      pieces.push(piece);
    }
    return { ...node, children: pieces };
  });
  return { ...cell, children };
}

const DIGIT = /[\d.,０-９．，]/;
const GAP: XmlElement = {
  name: 'w:r',
  children: [{ name: 'w:t', children: [' '], attribute: () => undefined }],
  attribute: () => undefined,
};

const EMPTY: XmlElement = { name: '', children: [], attribute: () => undefined };

function shownText(element: XmlElement): string {
  if (element.name === 'w:instrText') return '';
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : shownText(node);
  return text;
}

/** Lists in the words of the part `numbering.xml`. */
function numberingOf(lists: XmlElement, margins: Margins): XmlElement {
  const children = childElements(lists).flatMap((list): XmlElement[] => {
    if (list.name === 'w:listDef') {
      const id = list.attribute('w:listDefId');
      return [
        {
          name: 'w:abstractNum',
          children: childElements(list).map((each) => levelOf(each, margins)),
          attribute: only('w:abstractNumId', id),
        },
      ];
    }
    if (list.name !== 'w:list') return [];
    const parts = childElements(list).map((each): XmlElement => {
      if (each.name === 'w:ilst') return { name: 'w:abstractNumId', children: [], attribute: only('w:val', each.attribute('w:val')) };
      return {
        name: each.name,
        children: childElements(each).map((inner) => levelOf(inner, margins)),
        attribute: (name) => each.attribute(name),
      };
    });
    return [{ name: 'w:num', children: parts, attribute: only('w:numId', list.attribute('w:ilfo')) }];
  });
  return { name: 'w:numbering', children, attribute: () => undefined };
}

/** A level names the style of its number by a code. */
function levelOf(element: XmlElement, margins: Margins): XmlElement {
  if (element.name !== 'w:lvl') return translate(element, margins);
  const children = childElements(element).map((each): XmlElement => {
    if (each.name !== 'w:nfc') return translate(each, margins);
    const style = numeralStyle(Number.parseInt(each.attribute('w:val') ?? '0', 10));
    return { name: 'w:numFmt', children: [], attribute: only('w:val', style) };
  });
  return { name: 'w:lvl', children, attribute: (name) => element.attribute(name) };
}

function only(name: string, value: string | undefined): (wanted: string) => string | undefined {
  return (wanted) => (wanted === name ? value : undefined);
}
