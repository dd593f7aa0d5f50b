// Page numbers, running heads and feet: lines at the edge of a page that are not the report's text. In doubt a line is kept.
import type { TextLine } from './text-lines.ts';

/** Share of the page's height at its top and bottom where margins are looked for. */
const MARGIN = 0.12;

const PAGE_NUMBER =
  /^(?:[-—–―~·•]*\d{1,4}[-—–―~·•]*|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}[/／]\d{1,4}|Page\d+(?:of\d+)?|[-—–]?[ivxlcIVXLC]{1,6}[-—–]?)$/;

/** Whether a line is nothing but a page number. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text.replace(/\s/g, ''));
}

/** For each page, the lines that are left out. */
export function runningLines(pages: readonly { readonly lines: readonly TextLine[]; readonly height: number }[]): Set<TextLine>[] {
  const dropped = pages.map(() => new Set<TextLine>());
  /** Same words at the same height on other pages, numbers aside. */
  const seen = new Map<string, { page: number; line: TextLine }[]>();
  for (const [i, { lines, height }] of pages.entries()) {
    const sorted = [...lines].sort((a, b) => a.top - b.top);
    const edges = new Set([...sorted.slice(0, 3), ...sorted.slice(-3)]);
    for (const line of edges) {
      const above = line.bottom < height * MARGIN;
      const below = line.top > height * (1 - MARGIN);
      if (!above && !below) continue;
      if (isPageNumber(line.text) && (line === sorted[0] || line === sorted[sorted.length - 1])) {
        dropped[i]?.add(line);
        continue;
      }
      const key = `${above ? 'a' : 'b'}${line.text.replace(/\d+/g, '#').replace(/\s/g, '')}`;
      const places = seen.get(key) ?? [];
      seen.set(key, places);
      places.push({ page: i, line });
    }
  }
  for (const places of seen.values()) {
    const same = places.filter(({ line }) => Math.abs(line.top - (places[0]?.line.top ?? 0)) < 6);
    const pagesWith = new Set(same.map(({ page }) => page)).size;
    if (pagesWith < 2 || pagesWith < Math.min(3, pages.length)) continue;
    for (const { page, line } of same) dropped[page]?.add(line);
  }
  return dropped;
}
