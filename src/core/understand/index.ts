// SourceDocument → Report: finds the reports in a document, their parts, tables, organ and year.
import { editionForYear } from '../form/index.ts';
import { labelCore, squeeze } from '../form/label.ts';
import { blockText } from '../model/document.ts';
import type { Block, ParagraphBlock, SourceDocument, TableBlock } from '../model/document.ts';
import { failure } from '../model/outcome.ts';
import type { Failure } from '../model/outcome.ts';
import type { Report, Section, YearSource } from '../model/report.ts';
import type { ReportEdition, SectionKey } from '../model/vocabulary.ts';
import {
  commonYear,
  findTitle,
  organFromFileName,
  organFromText,
  organFromTitle,
  organKindOf,
  otherPaper,
  yearFromFileName,
  yearIn,
  yearsInText,
} from './organ.ts';
import { withStatements } from '../statements/index.ts';
import { findLabel } from './label-index.ts';
import { findSections } from './outline.ts';
import { findPeriod, findPublished } from './period.ts';
import { rebuildTables } from './rebuild.ts';
import { partRunOn } from './run-on.ts';
import { readTables } from './tables/index.ts';
import type { TablesUnderstood } from './tables/index.ts';

export type Understood = { readonly ok: true; readonly reports: readonly Report[] } | { readonly ok: false; readonly failure: Failure };

/** Headings of parts that stand alone in a row of a table become paragraphs, and the table is parted there. */
function liftHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'table') return [block];
    const out: Block[] = [];
    let rows: TableBlock['rows'][number][] = [];
    const flush = (): void => {
      if (rows.length > 0) out.push({ ...block, rows });
      rows = [];
    };
    for (const row of block.rows) {
      const filled = row.cells.filter((cell) => cell.text.trim() !== '');
      const only = filled.length === 1 ? filled[0]! : null;
      const lifted: ParagraphBlock | null = only
        ? { kind: 'paragraph', text: only.text.trim(), ...(only.line === undefined ? {} : { line: only.line }) }
        : null;
      if (
        lifted &&
        lifted.text.length <= 60 &&
        findSections([lifted]).some((section) => section.key !== null && section.ordinal !== null)
      ) {
        flush();
        out.push(lifted);
      } else {
        rows.push(row);
      }
    }
    if (out.length === 0) return [block];
    flush();
    return out;
  });
}

/** Where a document holds several reports, the block at which each begins. */
function reportStarts(blocks: readonly Block[]): readonly number[] {
  const sections = findSections(blocks);
  const starts = [0];
  let seen = new Set<SectionKey>();
  for (const section of sections) {
    if (!section.key) continue;
    if (section.key === 's1' && seen.size >= 4 && (seen.has('s5') || seen.has('s6'))) {
      const rest = sections.filter((each) => each.from >= section.from).map((each) => each.key);
      if (new Set(rest).size >= 4) {
        starts.push(startBefore(blocks, section.from, starts[starts.length - 1]!));
        seen = new Set();
      }
    }
    seen.add(section.key);
  }
  return starts;
}

/** The title in front of a part one, if there is one after the last number or text that belongs to the report before. */
function startBefore(blocks: readonly Block[], partOne: number, floor: number): number {
  const window = Math.max(floor + 1, partOne - 8);
  const title = findTitle(blocks.slice(window, partOne), partOne - window);
  return title ? window + title.at.block : partOne;
}

function sectionFinder(sections: readonly Section[]): (block: number) => SectionKey | null {
  return (block) => sections.find((section) => section.from <= block && block < section.to)?.key ?? null;
}

function editionOf(tables: TablesUnderstood, year: number | null, blocks: readonly Block[]): ReportEdition {
  const markers = new Set(tables.tables.flatMap((table) => table.markers.map((marker) => marker.edition)));
  if (markers.size === 2) return 'mixed';
  if (markers.size === 1) return [...markers][0]!;
  const three = tables.tables.find((table) => table.table === 't3');
  const single = three?.rows.some((row) => row.key === 't3.r.otherHandling') ?? false;
  if (single && year !== null && editionForYear(year)?.id === '2019') return '2019';
  const text = blocks.map(blockText).join('\n');
  // The first form was handed out for the reports of 2019; an older report without its tables follows the regulation of 2008.
  const older = year === null ? /收费及减免|咨询处理|第三十二条/.test(text) : year < 2019;
  if (tables.tables.length === 0 && older) return 'pre2019';
  return 'unknown';
}

interface Part {
  readonly blocks: readonly Block[];
  readonly document: SourceDocument;
  readonly siblings: number;
}

function understandOne({ blocks, document, siblings }: Part): Report {
  const sections = findSections(blocks);
  const tables = readTables(blocks, sectionFinder(sections));
  const firstSection = sections[0]?.from ?? blocks.length;
  const firstTable = tables.tables[0]?.at.block ?? blocks.length;
  const title = findTitle(blocks, Math.min(firstSection, firstTable));
  const period = findPeriod(blocks);
  const single = siblings === 1;
  const metaTitle = single ? document.metaTitle : null;
  const partOne = sections.find((section) => section.key === 's1') ?? null;

  const yearSources: YearSource[] = [];
  const addYear = (text: string | null, from: YearSource['from'], at: YearSource['at']): void => {
    const year = text === null ? null : yearIn(text);
    if (text !== null && year !== null) yearSources.push({ year, from, quote: text, at });
  };
  addYear(title?.text ?? null, 'title', title?.at ?? null);
  addYear(metaTitle !== null && /信息公开|政务公开/.test(metaTitle) ? metaTitle : null, 'metaTitle', null);
  if (period) yearSources.push({ year: Number(period.from.slice(0, 4)), from: 'period', quote: period.quote, at: period.at });
  yearSources.push(...yearsInText(blocks, Math.min(firstSection, firstTable), partOne));
  const named = single ? yearFromFileName(document.path) : null;
  if (named) yearSources.push({ year: named.year, from: 'fileName', quote: named.quote, at: null });

  const by = (from: YearSource['from']): number | undefined => yearSources.find((source) => source.from === from)?.year;
  const printedYear = by('title') ?? by('metaTitle') ?? by('preamble') ?? by('period');
  const year = printedYear ?? by('fileName') ?? by('text') ?? commonYear(blocks);

  const printedOrgan = title ? organFromTitle(title.text) : null;
  const organ =
    printedOrgan ??
    (metaTitle ? organFromTitle(metaTitle) : null) ??
    (single ? organFromFileName(document.path) : null) ??
    organFromText(blocks);
  const inferred: ('organ' | 'year')[] = [];
  if (organ !== null && printedOrgan === null) inferred.push('organ');
  if (year !== null && printedYear === undefined) inferred.push('year');

  return withStatements({
    title: title?.text ?? null,
    titleAt: title?.at ?? null,
    organ,
    organKind: organ === null ? null : organKindOf(organ),
    year,
    edition: editionOf(tables, year, blocks),
    period,
    published: findPublished(blocks, firstSection),
    inferred,
    yearSources,
    facts: tables.facts,
    sections,
    tables: tables.tables,
    notes: tables.notes,
    garbled: document.garbled,
    siblings,
    blocks,
  });
}

const chineseCharacters = (text: string): number => text.match(/[\u3400-\u9fff]/g)?.length ?? 0;

/** Why a text is no annual report; null if it is one. */
function refusal(report: Report, document: SourceDocument): Failure | null {
  const kind =
    report.title === null && document.metaTitle !== null ? otherPaper(document.metaTitle) : otherPaper(firstLines(report.blocks));
  const parts = new Set(report.sections.map((section) => section.key).filter((key) => key !== null)).size;
  if (kind !== null && parts < 4) return failure(document.path, 'not-a-report', `疑似“${kind}”，不是政府信息公开工作年度报告，未做校验`);
  if (isBlankForm(report)) return failure(document.path, 'blank-form');
  if (parts > 0 || report.tables.length > 0 || report.edition === 'pre2019') return null;
  const text = report.blocks.map(blockText).join('');
  const count = chineseCharacters(text);
  if (squeeze(text) === '') return failure(document.path, 'empty', '没有读到任何文字');
  if (document.garbled > 0.05) return failure(document.path, 'garbled', '中的文字多为乱码，未能识别');
  if (report.title !== null && count >= 200) return null;
  const detail = count < 200 ? `只读到${count}个汉字，未识别到年度报告的任何部分` : '未识别到年度报告的六个部分和任何一张统计表';
  return failure(document.path, 'not-a-report', detail);
}

/** The first short lines of a text, in which a paper says what it is. */
function firstLines(blocks: readonly Block[]): string {
  const line = blocks.find((block) => block.kind !== 'table' && block.kind !== 'picture' && labelCore(block.text) !== '');
  return line && blockText(line).length <= 60 ? blockText(line) : '';
}

/** Far more than any collection of reports in one file has; what lies beyond was made to keep a program busy. */
const MOST_BLOCKS = 50_000;
const MOST_HEADINGS = 3_000;
const MOST_ROWS = 20_000;

/** Why a text is too much to be understood; null if it is not. */
function excess(blocks: readonly Block[], path: string): Failure | null {
  let rows = 0;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) if (row.cells.some((cell) => findLabel(cell.text).length > 0)) rows++;
  }
  if (rows > MOST_ROWS) return failure(path, 'too-complex', `里的统计表有${rows}行，远多于年度报告，没有核验`);
  const headings = findSections(blocks).length;
  return headings > MOST_HEADINGS ? failure(path, 'too-complex', `里有${headings}个部分标题，远多于年度报告，没有核验`) : null;
}

/** The official form as it is handed out: every cell empty, no year, hardly a word of text. */
function isBlankForm(report: Report): boolean {
  if (report.year !== null || report.facts.length < 50 || report.facts.some((fact) => fact.value !== null)) return false;
  const headings = new Set(report.sections.map((section) => section.from));
  const prose = report.blocks.filter((block, index) => block.kind === 'paragraph' && !headings.has(index));
  return chineseCharacters(prose.map(blockText).join('')) < 300;
}

/** Finds the reports in a document: usually one. */
export function understand(document: SourceDocument): Understood {
  if (document.blocks.length > MOST_BLOCKS) {
    return { ok: false, failure: failure(document.path, 'too-complex', `有${document.blocks.length}段文字，远多于年度报告，没有核验`) };
  }
  const isHeading = (block: Block): boolean => findSections([block]).some((section) => section.key !== null);
  const blocks = rebuildTables(liftHeadings(partRunOn(document.blocks)), isHeading);
  const tooMuch = excess(blocks, document.path);
  if (tooMuch) return { ok: false, failure: tooMuch };
  const starts = reportStarts(blocks);
  const parts = starts.map((start, index) => blocks.slice(start, starts[index + 1] ?? blocks.length));
  const reports: Report[] = [];
  let refused: Failure | null = null;
  for (const part of parts) {
    const report = understandOne({ blocks: part, document, siblings: parts.length });
    const why = refusal(report, document);
    if (why) refused ??= why;
    else reports.push(report);
  }
  if (reports.length === 0) return { ok: false, failure: refused ?? failure(document.path, 'not-a-report') };
  return { ok: true, reports };
}
