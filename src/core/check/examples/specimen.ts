// Builds whole invented reports for the examples of rules and for tests: balanced and complete unless told otherwise.
// Every fact, section and sentence points at the block and cell in which it really stands.
import { editions, editionById } from '../../form/index.ts';
import type { Edition, RowForm, SectionForm, TableForm } from '../../form/edition.ts';
import { labelCore } from '../../form/label.ts';
import type { Block, Position } from '../../model/document.ts';
import type { Fact, Period, Report, Section, SubHeading, TableReading, YearSource } from '../../model/report.ts';
import { APPLICANTS, DISPUTES, OUTCOMES } from '../../model/vocabulary.ts';
import type { EditionId, OrganKind, SectionKey, TableId } from '../../model/vocabulary.ts';
import { withStatements } from '../../statements/index.ts';
import { drawTable } from './tables.ts';

/** A line under a heading: a paragraph, a numbered heading below a part (「（一）主动公开情况」), a table or a picture. */
export type SpecimenLine = string | { readonly sub: string } | { readonly table: TableId } | { readonly picture: string };

/** A part as it is to be written. `ordinal` and `match` follow from the heading unless they are given. */
export interface SpecimenSection {
  readonly key: SectionKey | null;
  /** With its number: 「一、总体情况」. */
  readonly heading: string;
  readonly body: readonly SpecimenLine[];
  readonly ordinal?: number | null;
  readonly match?: Section['match'];
}

/**
 * What differs from the standard specimen. A pattern of cells is a key (`t3.newReceived.natural`), the beginning of keys
 * (`t3.newReceived`, `t3.r.denied`, `t3`) or a column (`t3.*.natural`).
 */
export interface SpecimenOptions {
  /** Form on which it is written, '2021' unless told. */
  readonly edition?: EditionId;
  /** A table drawn from the other edition: `{ t3: '2019' }` is a new form with the single row （六）其他处理, `{ t2: '2019' }` a mixture. */
  readonly tableEditions?: Partial<Record<TableId, EditionId>>;
  /** 2023, or 2020 on the form of 2019. */
  readonly year?: number;
  /** Years written in single places, where they differ. `fileName` adds a source that is not in the text. */
  readonly years?: Partial<Record<'title' | 'period' | 'text' | 'fileName', number>>;
  /** 云溪县水利局 unless told. */
  readonly organ?: string;
  /** Worked out from the organ's name unless told. */
  readonly organKind?: OrganKind | null;
  /** null: no title. */
  readonly title?: string | null;
  /** Another title line after the first. */
  readonly secondTitle?: string;
  /** Paragraphs before part one; the sentence with the period is put in only by default. */
  readonly preamble?: readonly string[];
  /** null: the preamble does not say the period. */
  readonly period?: { readonly from: string; readonly to: string; readonly certainty?: Period['certainty'] } | null;

  /** Cells from which totals, balances and sums are worked out, by pattern: the tables stay balanced. */
  readonly entries?: Readonly<Record<string, number>>;
  /** Cells printed as given, by pattern: nothing is put right around them. A cell of a group's head row prints that row. */
  readonly cells?: Readonly<Record<string, number>>;
  /** Text of cells as printed, by pattern. */
  readonly raw?: Readonly<Record<string, string>>;
  /** Cells that are there and empty. */
  readonly blank?: readonly string[];
  /** Cells that were not found: no fact, no cell. */
  readonly missing?: readonly string[];
  /** Cells whose place had to be guessed. */
  readonly doubtful?: readonly string[];
  /** Head rows of groups printed with the right sums: `t3.r.denied`. */
  readonly subtotals?: readonly string[];
  /** A whole row of values, left to right; where the count is wrong, the row could not be placed. */
  readonly rows?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Rows of a table in other order, dropped or doubled: gets and gives keys of rows. */
  readonly rowOrder?: Partial<Record<TableId, (standard: readonly string[]) => readonly string[]>>;
  /** Columns that are not there: `t3.*.legal`. */
  readonly withoutColumns?: readonly string[];
  /** Other wordings of labels: `t3.r.denied.lawProhibited`, `t3.*.welfare`, `t2.art20_1` (caption), `t2.art20_8.*.amountWan`. */
  readonly labels?: Readonly<Record<string, string>>;

  /** Lines of parts instead of the standard ones. */
  readonly text?: Partial<Record<SectionKey, readonly SpecimenLine[]>>;
  /** Parts left out, doubled, in other order, with other headings. */
  readonly sections?: (standard: readonly SpecimenSection[]) => readonly SpecimenSection[];
  /** Last word on any field. */
  readonly report?: Partial<Report>;
}

/** Builds the report. */
export function specimen(options: SpecimenOptions = {}): Report {
  const edition = editionById(options.edition ?? '2021');
  const year = options.year ?? (edition.id === '2019' ? 2020 : 2023);
  const organ = options.organ ?? '云溪县水利局';
  const organKind = options.organKind === undefined ? organKindOf(organ) : options.organKind;
  const tables = tableFormsOf(edition, options);
  const numbers = numbersOf(tables, options);

  const blocks: Block[] = [];
  const yearSources: YearSource[] = [];
  const paragraph = (text: string): Position => {
    blocks.push({ kind: 'paragraph', text });
    return { block: blocks.length - 1 };
  };

  const titleYear = options.years?.title ?? year;
  const title = options.title === undefined ? `${organ}${titleYear}年政府信息公开工作年度报告` : options.title;
  let titleAt: Position | null = null;
  if (title !== null) {
    blocks.push({ kind: 'heading', level: 1, text: title });
    titleAt = { block: 0 };
    yearSources.push(...yearIn(title, 'title', titleAt));
  }
  if (options.years?.fileName) {
    yearSources.push({ year: options.years.fileName, from: 'fileName', quote: `${options.years.fileName}年年报`, at: null });
  }
  if (options.secondTitle !== undefined) blocks.push({ kind: 'heading', level: 1, text: options.secondTitle });

  let period: Period | null = null;
  for (const text of options.preamble ?? [basisSentence(edition)]) paragraph(text);
  const wanted = periodOf(options, year);
  if (wanted) {
    const quote = `${spoken(wanted.from)}起至${spoken(wanted.to)}止`;
    const at = paragraph(`本报告所列数据的统计期限自${quote}。`);
    period = { from: wanted.from, to: wanted.to, quote, at, certainty: wanted.certainty ?? 'sure' };
    yearSources.push({ year: Number(wanted.to.slice(0, 4)), from: 'period', quote, at });
  }

  const standard = edition.sections.map((form): SpecimenSection => {
    const body = options.text?.[form.key];
    const own = edition.tables.filter((table) => table.section === form.key).map((table) => ({ table: table.id }));
    // Tables stay under their part even where its words are given.
    if (body) return { key: form.key, heading: form.title, body: [...body, ...own] };
    return {
      key: form.key,
      heading: form.title,
      body: [...standardText(form.key, edition, options.years?.text ?? year, organ, numbers), ...own],
    };
  });

  const sections: Section[] = [];
  const readings: TableReading[] = [];
  const facts: Fact[] = [];
  for (const wish of options.sections ? options.sections(standard) : standard) {
    const from = blocks.length;
    blocks.push({ kind: 'heading', level: 2, text: wish.heading });
    const subHeadings: SubHeading[] = [];
    for (const line of wish.body) {
      if (typeof line === 'string') paragraph(line);
      else if ('sub' in line) {
        const at: Position = { block: blocks.length };
        blocks.push({ kind: 'heading', level: 3, text: line.sub });
        const heading = subHeadingOf(line.sub, at);
        if (heading) subHeadings.push(heading);
      } else if ('picture' in line) blocks.push({ kind: 'picture', text: line.picture });
      else {
        const drawn = drawTable(planOf(tables[line.table], blocks.length, wish.key, numbers, options));
        blocks.push(drawn.block);
        // The second occurrence of a table does not speak for the report.
        if (!readings.some((reading) => reading.table === line.table)) facts.push(...drawn.facts);
        readings.push(drawn.reading);
      }
    }
    sections.push({
      key: wish.key,
      ordinal: wish.ordinal === undefined ? ordinalOf(wish.heading) : wish.ordinal,
      title: wish.heading,
      match:
        wish.match ??
        matchOf(
          edition.sections.find((form) => form.key === wish.key),
          wish.heading,
        ),
      at: { block: from },
      from,
      to: blocks.length,
      subHeadings,
    });
  }
  const first = sections.find((section) => section.key === 's1');
  for (let block = first?.from ?? 0; first && block < first.to; block++) {
    const each = blocks[block]!;
    const found = each.kind === 'paragraph' ? yearIn(each.text, 'text', { block }) : [];
    if (found.length === 0) continue;
    yearSources.push(...found);
    break;
  }

  const marked = new Set(readings.flatMap((reading) => reading.markers.map((marker) => marker.edition)));
  return withStatements({
    title,
    titleAt,
    organ,
    organKind,
    year,
    edition: marked.size > 1 ? 'mixed' : ([...marked][0] ?? 'unknown'),
    period,
    published: `${year + 1}-01-20`,
    inferred: [],
    yearSources,
    facts,
    sections,
    tables: readings,
    notes: [],
    garbled: 0,
    siblings: 1,
    blocks,
    ...options.report,
  });
}

/** A section heading replaced, the rest kept: for use in `sections`. */
export function renamed(sections: readonly SpecimenSection[], key: SectionKey, heading: string): SpecimenSection[] {
  return sections.map((section) => (section.key === key ? { ...section, heading } : section));
}

/** The parts without one of them: for use in `sections`. */
export function without(sections: readonly SpecimenSection[], key: SectionKey): SpecimenSection[] {
  return sections.filter((section) => section.key !== key);
}

/** The parts without one table: for use in `sections`. */
export function withoutTable(sections: readonly SpecimenSection[], table: TableId): SpecimenSection[] {
  return sections.map((section) => ({
    ...section,
    body: section.body.filter((line) => typeof line === 'string' || !('table' in line) || line.table !== table),
  }));
}

/** Does a pattern of cells cover a key? See SpecimenOptions. */
function covers(pattern: string, key: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return key === pattern || key.startsWith(`${pattern}.`);
  return key.startsWith(pattern.slice(0, star)) && key.endsWith(pattern.slice(star + 1));
}

function tableFormsOf(edition: Edition, options: SpecimenOptions): Record<TableId, TableForm> {
  const form = (id: TableId): TableForm => {
    const wanted = options.tableEditions?.[id];
    return (wanted ? editionById(wanted) : edition).tables.find((table) => table.id === id)!;
  };
  return { t2: form('t2'), t3: form('t3'), t4: form('t4') };
}

/** Standard numbers of table two; none of them is a round coincidence. */
const TABLE_TWO: Readonly<Record<string, number>> = {
  't2.art20_1.rules.issued': 0,
  't2.art20_1.rules.repealed': 0,
  't2.art20_1.rules.inForce': 0,
  't2.art20_1.normative.issued': 2,
  't2.art20_1.normative.repealed': 1,
  't2.art20_1.normative.inForce': 9,
  't2.art20_1.rules.newMade': 0,
  't2.art20_1.rules.newPublic': 0,
  't2.art20_1.rules.totalPublic': 0,
  't2.art20_1.normative.newMade': 2,
  't2.art20_1.normative.newPublic': 2,
  't2.art20_1.normative.totalPublic': 11,
  't2.art20_5.licensing.prevItems': 17,
  't2.art20_5.licensing.delta': -3,
  't2.art20_5.licensing.decisions': 136,
  't2.art20_5.otherService.prevItems': 8,
  't2.art20_5.otherService.delta': 1,
  't2.art20_5.otherService.decisions': 45,
  't2.art20_6.penalty.prevItems': 23,
  't2.art20_6.penalty.delta': 2,
  't2.art20_6.penalty.decisions': 19,
  't2.art20_6.coercion.prevItems': 5,
  't2.art20_6.coercion.delta': -1,
  't2.art20_6.coercion.decisions': 4,
  't2.art20_8.fee.prevItems': 3,
  't2.art20_8.fee.delta': 1,
  't2.art20_8.fee.amountWan': 12.3456,
  't2.art20_9.procurement.projects': 6,
  't2.art20_9.procurement.amountWan': 87.125,
};
const TABLE_FOUR: Readonly<Record<string, readonly number[]>> = { review: [5, 2, 3, 1], litDirect: [4, 1, 2, 1], litAfter: [3, 1, 1, 2] };
const COLUMN_WEIGHT: Readonly<Record<string, number>> = { natural: 5, business: 3, research: 1, welfare: 1, legal: 2, other: 1 };
const ROW_WEIGHT: Readonly<Record<string, number>> = { 't3.r.granted': 7, 't3.r.partial': 3, 't3.carriedIn': 2, 't3.carriedOut': 4 };

/** All numbers that are printed: the standard ones, the entries, what follows from them, and the cells given as printed. */
function numbersOf(tables: Record<TableId, TableForm>, options: SpecimenOptions): Map<string, number> {
  const numbers = new Map<string, number>();
  const three = valueRows(tables.t3).map((row) => row.key);
  const parts = APPLICANTS.filter((applicant) => applicant !== 'total');
  const details = three.filter((row) => row.startsWith('t3.r.') && row !== 't3.r.total');
  for (const block of tables.t2.blocks) {
    for (const row of block.rows) {
      for (const column of block.columns) numbers.set(`${row.key}.${column.key}`, TABLE_TWO[`${row.key}.${column.key}`] ?? 0);
    }
  }
  for (const row of three) {
    for (const part of parts) numbers.set(`${row}.${part}`, COLUMN_WEIGHT[part]! * (ROW_WEIGHT[row] ?? 1));
  }
  for (const dispute of DISPUTES) {
    OUTCOMES.forEach((outcome, index) => numbers.set(`t4.${dispute}.${outcome}`, TABLE_FOUR[dispute]![index] ?? 0));
  }

  const entries = options.entries ?? {};
  // Patterns first, so that a cell given by its own key always wins.
  const patterns = Object.keys(entries).filter((pattern) => !numbers.has(pattern));
  for (const pattern of patterns) {
    for (const key of numbers.keys()) if (covers(pattern, key)) numbers.set(key, entries[pattern]!);
  }
  const given = (key: string): boolean => key in entries;
  for (const key of Object.keys(entries)) if (numbers.has(key)) numbers.set(key, entries[key]!);

  const get = (key: string): number => numbers.get(key) ?? 0;
  for (const part of parts) {
    const others = (): number => details.reduce((sum, row) => sum + get(`${row}.${part}`), 0);
    const [received, carriedIn, carriedOut] = [`t3.newReceived.${part}`, `t3.carriedIn.${part}`, `t3.carriedOut.${part}`];
    // One cell of the column has to give way: new requests, else those carried out, else those granted.
    if (!given(received)) numbers.set(received, others() + get(carriedOut) - get(carriedIn));
    else if (!given(carriedOut)) numbers.set(carriedOut, get(received) + get(carriedIn) - others());
    else {
      const granted = `t3.r.granted.${part}`;
      numbers.set(granted, get(received) + get(carriedIn) - get(carriedOut) - (others() - get(granted)));
    }
    numbers.set(`t3.r.total.${part}`, others());
  }
  for (const row of three)
    numbers.set(
      `${row}.total`,
      parts.reduce((sum, part) => sum + get(`${row}.${part}`), 0),
    );
  for (const dispute of DISPUTES) {
    const outcomes = OUTCOMES.filter((outcome) => outcome !== 'total');
    numbers.set(
      `t4.${dispute}.total`,
      outcomes.reduce((sum, outcome) => sum + get(`t4.${dispute}.${outcome}`), 0),
    );
  }
  for (const head of options.subtotals ?? []) {
    for (const applicant of APPLICANTS) {
      const below = details.filter((row) => row.startsWith(`${head}.`));
      numbers.set(
        `${head}.${applicant}`,
        below.reduce((sum, row) => sum + get(`${row}.${applicant}`), 0),
      );
    }
  }

  for (const [pattern, value] of Object.entries(options.cells ?? {})) {
    if (!pattern.includes('*') && /\.[a-zA-Z]+$/.test(pattern) && cellExists(tables, pattern)) numbers.set(pattern, value);
    else for (const key of numbers.keys()) if (covers(pattern, key)) numbers.set(key, value);
  }
  return numbers;
}

/** A key of these tables, cells in head rows of groups included. */
function cellExists(tables: Record<TableId, TableForm>, key: string): boolean {
  return Object.values(tables).some((table) =>
    table.blocks.some((block) => block.rows.some((row) => block.columns.some((column) => `${row.key}.${column.key}` === key))),
  );
}

function valueRows(table: TableForm): readonly RowForm[] {
  return table.blocks.flatMap((block) => block.rows).filter((row) => row.values);
}

function planOf(
  form: TableForm,
  block: number,
  section: SectionKey | null,
  numbers: ReadonlyMap<string, number>,
  options: SpecimenOptions,
): Parameters<typeof drawTable>[0] {
  const listed = (patterns: readonly string[] | undefined, key: string): boolean => !!patterns?.some((pattern) => covers(pattern, key));
  const raws = Object.entries(options.raw ?? {});
  return {
    form,
    block,
    section,
    text: (key) => {
      if (listed(options.missing, key)) return null;
      if (listed(options.blank, key)) return '';
      let text: string | null = null;
      for (const [pattern, raw] of raws) if (covers(pattern, key)) text = raw;
      return text ?? String(numbers.get(key) ?? '');
    },
    certainty: (key) => (listed(options.doubtful, key) ? 'doubtful' : 'sure'),
    order: (rows) => {
      const reorder = options.rowOrder?.[form.id];
      if (!reorder) return rows;
      const byKey = new Map(rows.map((row) => [row.key, row]));
      return reorder(rows.map((row) => row.key)).flatMap((key) => byKey.get(key) ?? []);
    },
    printsHead: (row) =>
      form.blocks.some((each) =>
        each.columns.some((column) => numbers.has(`${row.key}.${column.key}`) || `${row.key}.${column.key}` in (options.raw ?? {})),
      ),
    loose: (rowKey) => options.rows?.[rowKey]?.map(String),
    label: (key) => options.labels?.[key],
    withoutColumns: options.withoutColumns ?? [],
    markers: editions.map((edition) => ({ edition: edition.id, words: edition.markers })),
  };
}

const NUMERALS = '一二三四五六七八九十';

function ordinalOf(heading: string): number | null {
  const chinese = /^([一二三四五六七八九十])[、.．]/.exec(heading);
  if (chinese) return NUMERALS.indexOf(chinese[1]!) + 1;
  const arabic = /^(\d{1,2})[、.．]/.exec(heading);
  return arabic ? Number(arabic[1]) : null;
}

function matchOf(form: SectionForm | undefined, heading: string): Section['match'] {
  if (!form) return 'none';
  const core = labelCore(heading);
  if (core === labelCore(form.title)) return 'official';
  return form.variants.some((variant) => labelCore(variant) === core) ? 'variant' : 'similar';
}

const SUB_HEADINGS: readonly [SubHeading['level'], RegExp][] = [
  [1, /^([一二三四五六七八九十])、/],
  [2, /^[（(]([一二三四五六七八九十])[）)]/],
  [4, /^[（(](\d{1,2})[）)]/],
  [3, /^(\d{1,2})[.．、]/],
];

function subHeadingOf(line: string, at: Position): SubHeading | null {
  for (const [level, pattern] of SUB_HEADINGS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const printed = match[1]!;
    const ordinal = /\d/.test(printed) ? Number(printed) : NUMERALS.indexOf(printed) + 1;
    return { level, ordinal, numeral: match[0], text: line.slice(match[0].length), at };
  }
  return null;
}

function yearIn(text: string, from: YearSource['from'], at: Position): YearSource[] {
  const match = /((?:19|20)\d\d)年度?/.exec(text);
  if (!match) return [];
  return [{ year: Number(match[1]), from, quote: match[0], at: { ...at, from: match.index, to: match.index + match[0].length } }];
}

function periodOf(options: SpecimenOptions, year: number): { from: string; to: string; certainty?: Period['certainty'] } | null {
  if (options.period !== undefined) return options.period;
  if (options.preamble && !options.years?.period) return null;
  const stated = options.years?.period ?? year;
  return { from: `${stated}-01-01`, to: `${stated}-12-31` };
}

/** 2023-01-01 → 2023年1月1日 */
function spoken(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function basisSentence(edition: Edition): string {
  return `本报告依照《中华人民共和国政府信息公开条例》（国务院令第711号）和${edition.basis}规定的格式编写。`;
}

/** Kind of organ by the end of its name; null where the name does not tell. */
function organKindOf(organ: string): OrganKind | null {
  if (/(办公室|办公厅)$/.test(organ) && /政府/.test(organ)) return 'office';
  if (/[乡镇]人民政府$/.test(organ)) return 'township';
  if (/人民政府$/.test(organ)) return 'government';
  if (/街道办事处$/.test(organ)) return 'subdistrict';
  if (/管委会$|管理委员会$/.test(organ)) return 'zone';
  if (/[局委厅部]$|委员会$/.test(organ)) return 'department';
  return null;
}

/** Sentences that agree with the tables. */
function standardText(
  key: SectionKey,
  edition: Edition,
  year: number,
  organ: string,
  numbers: ReadonlyMap<string, number>,
): SpecimenLine[] {
  const n = (cell: string): number => numbers.get(cell) ?? 0;
  const self = /人民政府$/.test(organ) ? '本机关' : /街道办事处$/.test(organ) ? '本街道' : '我局';
  if (key === 's1') {
    const files = edition.id === '2019' ? n('t2.art20_1.normative.newMade') : n('t2.art20_1.normative.issued');
    const requests =
      n('t3.newReceived.total') + n('t3.carriedIn.total') === 0
        ? `${year}年，未收到政府信息公开申请，也没有上年结转的申请。`
        : `${year}年，收到政府信息公开申请${n('t3.newReceived.total')}件，上年结转${n('t3.carriedIn.total')}件，` +
          `办结${n('t3.r.total.total')}件，结转下年度继续办理${n('t3.carriedOut.total')}件。`;
    return [
      { sub: '（一）主动公开情况' },
      `${year}年，${self}围绕水库除险、河道整治、农村供水等群众关心的事项主动公开政府信息318条，制发行政规范性文件${files}件，均在印发后二十个工作日内公开。`,
      { sub: '（二）依申请公开情况' },
      requests,
      { sub: '（三）政府信息管理情况' },
      '对拟公开的信息逐件进行公开属性认定和保密审查，定期清理已经失效的行政规范性文件，清理结果随时更新。',
      { sub: '（四）政府信息公开平台建设情况' },
      '重新梳理网站公开专栏的目录，合并内容重复的栏目3个，在服务大厅设立查阅点1处，方便群众就近查阅。',
      { sub: '（五）监督保障情况' },
      '把政府信息公开列入年度工作考核，组织业务培训2次；邀请服务对象参加社会评议，满意率较高；全年没有发生需要责任追究的情形。',
    ];
  }
  if (key === 's5') {
    return [
      '存在的主要问题：一是部分科室公开意识不强，信息报送不够及时；二是政策解读形式单一，群众不易看懂。',
      '改进措施：一是下一步把报送时限写入科室职责，按月通报；二是增加图表和短片解读，请群众代表先读先提意见。',
    ];
  }
  if (key === 's6') {
    return edition.id === '2019'
      ? ['没有其他需要报告的事项。']
      : [`${year}年，${self}没有收取政府信息公开信息处理费，没有其他需要报告的事项。`];
  }
  return [];
}
