// OFD, the national standard for fixed-layout documents (GB/T 33190): the package and its pages.
import type { Note, SourceDocument } from '../../model/document.ts';
import type { Failure } from '../../model/outcome.ts';
import type { Archive, ArchiveEntry } from '../archive.ts';
import { defineFormat } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { finishPages } from '../page-document.ts';
import { createCanvas } from '../page/canvas.ts';
import type { Page } from '../page/page.ts';
import { Unreadable } from '../unreadable.ts';
import { child, childElements, decodeXml, readXml, textOf } from '../xml.ts';
import type { Namespaces, XmlElement } from '../xml.ts';
import { drawContent, numbersOf, POINTS } from './ofd/page-content.ts';
import type { Resources } from './ofd/page-content.ts';

/** Writers before the standard was final used other names. */
const OFD: Namespaces = { 'http://www.ofdspec.org/2016': '', 'http://www.ofdspec.org': '', 'http://www.ofdspec.org/2013': '' };
/** A4. */
const USUAL_BOX = [0, 0, 210, 297];

export default defineFormat({
  id: 'ofd',
  name: 'OFD版式文档',
  extensions: ['ofd'],
  recognise({ archive }) {
    return archive?.find('OFD.xml') ? 'certain' : 'no';
  },
  async read(source) {
    const { archive, path } = source;
    if (!archive) throw new Unreadable('damaged');
    if (archive.entries.some((entry) => /(?:^|\/)(?:encryptions?|decryptseed)[^/]*$/i.test(entry.path))) throw new Unreadable('encrypted');
    const main = archive.find('OFD.xml');
    if (!main) throw new Unreadable('damaged', '里没有正文');
    const bodies = childElements(part(archive, main), 'DocBody');
    if (bodies.length === 0) throw new Unreadable('damaged', '里没有正文');
    const documents: SourceDocument[] = [];
    const failures: Failure[] = [];
    for (const [i, body] of bodies.entries()) {
      const name = bodies.length > 1 ? `${path}（第${i + 1}份）` : path;
      try {
        const outcome = readBody(archive, body, name);
        if ('code' in outcome) failures.push(outcome);
        else documents.push(outcome);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        failures.push(error.failure(name));
      }
    }
    const [first] = failures;
    if (documents.length === 0 && first) return { ok: false, failure: first };
    return { ok: true, documents, failures };
  },
});

function part(archive: Archive, entry: ArchiveEntry): XmlElement {
  return readXml(decodeXml(archive.unpack(entry)), OFD);
}

/** A part named by a location, which may start at the root, or lie beside the part that names it. */
function locate(archive: Archive, folder: string, location: string | undefined): ArchiveEntry | null {
  if (!location) return null;
  const clean = location.trim().replace(/\\/g, '/');
  const segments: string[] = [];
  for (const segment of (clean.startsWith('/') ? clean : `${folder}${clean}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return archive.find(segments.join('/')) ?? archive.find(clean);
}

const folderOf = (entry: ArchiveEntry): string => entry.path.slice(0, entry.path.lastIndexOf('/') + 1);
const textIn = (element: XmlElement | undefined, name: string): string | undefined => {
  const found = element && child(element, name);
  return found && textOf(found).trim();
};

function readBody(archive: Archive, body: XmlElement, path: string): SourceDocument | Failure {
  const root = locate(archive, '', textIn(body, 'DocRoot'));
  if (!root) throw new Unreadable('damaged', '里没有正文');
  const document = part(archive, root);
  const folder = folderOf(root);
  const common = child(document, 'CommonData');
  const resources = resourcesOf(archive, folder, common);
  const templates = new Map<string, XmlElement | null>();
  for (const template of common ? childElements(common, 'TemplatePage') : []) {
    templates.set(template.attribute('ID') ?? '', optionalPart(archive, locate(archive, folder, template.attribute('BaseLoc'))));
  }
  const box = boxOf(common && child(common, 'PageArea'));
  const listed = childElements(child(document, 'Pages') ?? document, 'Page');
  const pages: Page[] = [];
  const lost: number[] = [];
  for (const [i, each] of listed.slice(0, LIMITS.pages).entries()) {
    const entry = locate(archive, folder, each.attribute('BaseLoc'));
    try {
      if (!entry) throw new Unreadable('damaged');
      pages.push(drawPage(part(archive, entry), box, templates, resources));
    } catch (error) {
      if (!(error instanceof Unreadable) || error.code === 'bomb' || error.code === 'encrypted') throw error;
      lost.push(i + 1);
      pages.push(createCanvas(1, 1).page(true));
    }
  }
  const notes: Note[] = [];
  if (hasAnnotations(archive, folder, document)) {
    notes.push({ code: 'annotations', message: '文件中有批注或签章，其中的文字没有读入。' });
  }
  return finishPages(path, { pages, pageCount: listed.length, lost, title: textIn(child(body, 'DocInfo'), 'Title') || null }, notes);
}

function optionalPart(archive: Archive, entry: ArchiveEntry | null): XmlElement | null {
  if (!entry) return null;
  try {
    return part(archive, entry);
  } catch (error) {
    if (error instanceof Unreadable && error.code !== 'bomb') return null;
    throw error;
  }
}

function resourcesOf(archive: Archive, folder: string, common: XmlElement | undefined): Resources {
  const boldFonts = new Set<string>();
  const composites = new Map<string, XmlElement>();
  for (const name of ['PublicRes', 'DocumentRes']) {
    for (const location of common ? childElements(common, name) : []) {
      const resource = optionalPart(archive, locate(archive, folder, textOf(location)));
      if (!resource) continue;
      for (const fonts of childElements(resource, 'Fonts')) {
        for (const font of childElements(fonts, 'Font')) {
          const names = `${font.attribute('FontName') ?? ''} ${font.attribute('FamilyName') ?? ''}`;
          const bold = font.attribute('Bold') === 'true' || /bold|black|heavy|simhei|黑|粗|小标宋|xbs|楷|kaiti/i.test(names);
          if (bold) boldFonts.add(font.attribute('ID') ?? '');
        }
      }
      for (const units of childElements(resource, 'CompositeGraphicUnits')) {
        for (const unit of childElements(units, 'CompositeGraphicUnit')) composites.set(unit.attribute('ID') ?? '', unit);
      }
    }
  }
  return { boldFonts, composites };
}

function boxOf(area: XmlElement | undefined): number[] | null {
  const box = numbersOf(textIn(area, 'PhysicalBox'));
  return box.length === 4 && box.every((each) => Number.isFinite(each)) && (box[2] as number) > 0 && (box[3] as number) > 0 ? box : null;
}

function drawPage(page: XmlElement, usual: number[] | null, templates: ReadonlyMap<string, XmlElement | null>, resources: Resources): Page {
  const [x = 0, y = 0, width = 210, height = 297] = boxOf(child(page, 'Area')) ?? usual ?? USUAL_BOX;
  const canvas = createCanvas(width * POINTS, height * POINTS);
  const m = [POINTS, 0, 0, POINTS, -x * POINTS, -y * POINTS] as const;
  let incomplete = false;
  for (const use of childElements(page, 'Template')) {
    const template = templates.get(use.attribute('TemplateID') ?? '');
    const content = template && child(template, 'Content');
    if (content) drawContent(content, m, canvas.whole, resources, canvas);
    else if (template === null) incomplete = true;
  }
  const content = child(page, 'Content');
  if (content) drawContent(content, m, canvas.whole, resources, canvas);
  return canvas.page(incomplete);
}

function hasAnnotations(archive: Archive, folder: string, document: XmlElement): boolean {
  const list = optionalPart(archive, locate(archive, folder, textIn(document, 'Annotations')));
  return list !== null && childElements(list, 'Page').length > 0;
}
