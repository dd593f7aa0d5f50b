// The engine: pdf.js reads the file, we follow what it would draw.
import { createCanvas } from '../page/canvas.ts';
import type { Page } from '../page/page.ts';
import { characterMap } from './character-maps.ts';
import { openPdf, PdfError } from './client.ts';
import type { FontInfo, OperatorList, PdfFile } from './client.ts';
import type { PdfEngine } from './engine.ts';
import { drawPage } from './operators.ts';
import { unpacksTooFar } from './unpacking.ts';
import { withoutPixels } from './without-pixels.ts';

/** Reads PDF by pdf.js, in the thread it is called in. */
export const engine: PdfEngine = {
  async open(bytes, limits) {
    if (unpacksTooFar(bytes)) return { ok: false, reason: 'bomb' };
    const small = withoutPixels(bytes);
    let file: PdfFile;
    try {
      file = await openPdf(small.slice(), { characterMap, strict: true });
    } catch (error) {
      return { ok: false, reason: error instanceof PdfError && error.name === 'PasswordException' ? 'encrypted' : 'damaged' };
    }
    // Opened only for pages that have a fault: takes what stands before the fault.
    let lenient: Promise<PdfFile> | null = null;
    const pages: Page[] = [];
    const lost: number[] = [];
    try {
      let left = limits.operations;
      const count = Math.min(file.pageCount, limits.pages);
      for (let index = 0; index < count && left > 0; index++) {
        let source = file;
        let incomplete = false;
        try {
          // First the page alone: asked for the operations of a page that it cannot find, pdf.js never answers.
          const info = await file.page(index);
          let list: OperatorList;
          try {
            list = await file.operators(index, left);
          } catch {
            incomplete = true;
            lenient ??= openPdf(small.slice(), { characterMap, strict: false });
            source = await lenient;
            await source.page(index);
            list = await source.operators(index, left);
          }
          left -= list.codes.length;
          const page = drawPage(list, info, source.fonts, fontsWithoutMap(list, source.fonts));
          pages.push(incomplete || hasFailedFont(list, source.fonts) ? { ...page, incomplete: true } : page);
        } catch {
          lost.push(index + 1);
          pages.push(createCanvas(1, 1).page(true));
        }
      }
      return { ok: true, title: await file.title().catch(() => null), pageCount: file.pageCount, pages, lost };
    } finally {
      file.close();
      lenient?.then((opened) => opened.close()).catch(() => undefined);
    }
  },
};

const SET_FONT = 37;
const SHOW_TEXT = 44;

function hasFailedFont(list: OperatorList, fonts: ReadonlyMap<string, FontInfo>): boolean {
  return list.codes.some((code, i) => {
    if (code !== SET_FONT) return false;
    const name = String((list.operands[i] as readonly unknown[])[0]);
    return name === 'g_font_error' || fonts.get(name)?.failed === true;
  });
}

/**
 * Fonts whose codes are no characters: composite fonts without any map to Unicode, for which pdf.js hands the bare codes on.
 * Codes that are characters (an encoding in UCS-2) read as Chinese, digits and punctuation; numbers of glyphs do not.
 */
function fontsWithoutMap(list: OperatorList, fonts: ReadonlyMap<string, FontInfo>): Set<string> {
  const counts = new Map<string, { same: number; plausible: number; total: number }>();
  let current = '';
  for (let i = 0; i < list.codes.length; i++) {
    const operands = list.operands[i] as readonly unknown[];
    if (list.codes[i] === SET_FONT) current = String(operands[0]);
    if (list.codes[i] !== SHOW_TEXT || !fonts.get(current)?.composite) continue;
    const count = counts.get(current) ?? { same: 0, plausible: 0, total: 0 };
    counts.set(current, count);
    for (const item of operands[0] as readonly unknown[]) {
      if (typeof item !== 'object' || item === null) continue;
      const { unicode = '', originalCharCode = -1 } = item as { unicode?: string; originalCharCode?: number };
      count.total++;
      if (unicode !== String.fromCharCode(originalCharCode)) continue;
      count.same++;
      if (/^[\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e\u2014-\u2026\u2460-\u249b]$/.test(unicode)) count.plausible++;
    }
  }
  const bad = new Set<string>();
  for (const [name, { same, plausible, total }] of counts) if (same > total * 0.3 && plausible < same * 0.9) bad.add(name);
  return bad;
}
