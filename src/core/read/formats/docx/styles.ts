// What the styles of a Word document say about its paragraphs: heading level, automatic number, hidden text.
import { headingByName } from '../../office-blocks.ts';
import { isOn, valueOf } from '../../ooxml.ts';
import { child, childElements } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';

export interface ListPlace {
  /** Id of the list; `0` means explicitly none. */
  readonly list: string;
  readonly level: number | null;
  /** Style that says so. */
  readonly style: string;
}

export interface Style {
  /** Outline level from 1; null for text. */
  readonly heading: number | null;
  readonly numbering: ListPlace | null;
  readonly hidden: boolean;
  /** Its text is crossed out. */
  readonly struck: boolean;
}

export interface Styles {
  /** Style of a paragraph; the default one where none is named or it does not exist. */
  paragraph(id: string | undefined): Style;
  /** Whether a character style hides its text. */
  hides(id: string): boolean;
  /** Whether a character style crosses its text out. */
  strikes(id: string): boolean;
  /** List that a list style stands for. */
  listOf(id: string): string | undefined;
}

const PLAIN: Style = { heading: null, numbering: null, hidden: false, struck: false };

/** @param root the part `styles.xml`; null if there is none */
export function createStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>();
  let usual: string | undefined;
  for (const element of root ? childElements(root, 'w:style') : []) {
    const id = element.attribute('w:styleId') ?? '';
    elements.set(id, element);
    if (element.attribute('w:type') === 'paragraph' && element.attribute('w:default') === '1') usual = id;
  }
  const known = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style => {
    const found = known.get(id);
    if (found) return found;
    const element = elements.get(id);
    if (!element || depth > 30) return PLAIN;
    const base = valueOf(element, 'w:basedOn');
    const style = readStyle(id, element, base === undefined ? PLAIN : resolve(base, depth + 1));
    known.set(id, style);
    return style;
  };
  return {
    paragraph: (id) => resolve(id !== undefined && elements.has(id) ? id : (usual ?? ''), 0),
    hides: (id) => resolve(id, 0).hidden,
    strikes: (id) => resolve(id, 0).struck,
    listOf: (id) => resolve(id, 0).numbering?.list,
  };
}

/** Heading level that an outline level stands for; null for body text (9) and nonsense. */
export function headingLevel(outline: string | undefined): number | null | undefined {
  if (outline === undefined) return undefined;
  const level = Number.parseInt(outline, 10);
  return level >= 0 && level <= 8 ? level + 1 : null;
}

function readStyle(id: string, element: XmlElement, base: Style): Style {
  const properties = child(element, 'w:pPr');
  const numPr = child(properties, 'w:numPr');
  const characters = child(element, 'w:rPr');
  const vanish = child(characters, 'w:vanish');
  const list = valueOf(numPr, 'w:numId') ?? base.numbering?.list;
  const level = valueOf(numPr, 'w:ilvl');
  const outline = headingLevel(valueOf(properties, 'w:outlineLvl'));
  return {
    heading: outline !== undefined ? outline : (headingByName(valueOf(element, 'w:name')) ?? base.heading),
    numbering:
      numPr && list !== undefined ? { list, level: level === undefined ? null : Number.parseInt(level, 10), style: id } : base.numbering,
    hidden: vanish ? isOn(vanish) : base.hidden,
    struck: isStruck(characters) ?? base.struck,
  };
}

/** Whether properties of characters cross them out, with one line or two; undefined where they say nothing of it. */
export function isStruck(properties: XmlElement | undefined): boolean | undefined {
  const lines = [child(properties, 'w:strike'), child(properties, 'w:dstrike')].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.some((line) => isOn(line));
}
