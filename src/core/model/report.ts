// A report understood: whose, of which year, on which edition of the form, its parts and every number with its place.
import type { Block, Note, Position } from './document.ts';
import type { Statement } from './statement.ts';
import type { OrganKind, ReportEdition, SectionKey, Severity, TableId } from './vocabulary.ts';

/**
 * How a number was written. `blank`: the cell is there and empty. `placeholder`: “/”, “—”, “无” and the like.
 * `text`: words that are no number. `approximate`: 约20, 20余. `split`: digits broken over lines in a narrow cell,
 * the value is what they make together (always doubtful). `struck`: some of the cell is crossed out, the value is what the
 * rest says (always doubtful). `unplaced`: the row is there, but which of its printed
 * numbers belongs here cannot be told (always doubtful, value null).
 */
export type Writing =
  | 'plain'
  | 'fullWidth'
  | 'thousands'
  | 'withUnit'
  | 'zeroDecimals'
  | 'chinese'
  | 'blank'
  | 'placeholder'
  | 'text'
  | 'approximate'
  | 'split'
  | 'struck'
  | 'unplaced';

/** One cell of the official tables. No Fact: the cell was not found. `value` null: found, but blank or no number. */
export interface Fact {
  /** Key of the form, such as `t3.newReceived.natural`. */
  readonly key: string;
  /** The printed number; never computed. Counts, or 万元 for `…amountWan`. */
  readonly value: number | null;
  /** The text of the cell as printed; what is crossed out stands in brackets, 〔划去：37〕3. */
  readonly raw: string;
  readonly writing: Writing;
  /** Unit printed inside the cell (件, 元 …), if any. */
  readonly unit?: string;
  readonly at: Position;
  /** `doubtful`: which cell this is had to be guessed. */
  readonly certainty: 'sure' | 'doubtful';
}

/** Date as `2021-01-01`. */
export type IsoDate = string;

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly quote: string;
  readonly at: Position;
  /** `doubtful`: digits are glued together or missing. */
  readonly certainty: 'sure' | 'doubtful';
}

/** A place that names the year of the report. */
export interface YearSource {
  readonly year: number;
  readonly from: 'title' | 'fileName' | 'metaTitle' | 'preamble' | 'period' | 'text';
  readonly quote: string;
  readonly at: Position | null;
}

/** A numbered heading below a part: （一）, 1. and so on. */
export interface SubHeading {
  /** 1: 一、 2: （一） 3: 1. 4: （1） */
  readonly level: 1 | 2 | 3 | 4;
  readonly ordinal: number;
  /** The number as printed: 「（三）」. */
  readonly numeral: string;
  readonly text: string;
  readonly at: Position;
}

export interface Section {
  /** null: a part that the form does not have (七、附件). */
  readonly key: SectionKey | null;
  /** Number printed before the title, 1 for 一; null if there is none. */
  readonly ordinal: number | null;
  /** The heading as printed. */
  readonly title: string;
  /** `official` and `variant` are fine; `similar` was recognised by likeness only. */
  readonly match: 'official' | 'variant' | 'similar' | 'none';
  readonly at: Position;
  /** Blocks of the part, heading included: from ≤ i < to. */
  readonly from: number;
  readonly to: number;
  readonly subHeadings: readonly SubHeading[];
}

/** A label of the form as it was found in a table. */
export interface LabelReading {
  /** `t3.r.denied.lawProhibited` for a row, `t3.*.welfare` for a column, `t2.art20_1` for a caption. */
  readonly key: string;
  readonly axis: 'row' | 'column' | 'caption';
  readonly got: string;
  readonly expected: string;
  /** `exact` after normalising; `alias`: in the dictionary; `similar`: by likeness; `position`: by order only. */
  readonly match: 'exact' | 'alias' | 'similar' | 'position';
  /** Severity the alias dictionary gives, null when the alias is accepted. */
  readonly severity?: Severity | null;
  readonly at: Position;
}

/** A row of values as it stands in the file, before and after placing. */
export interface RowReading {
  /** `t3.newReceived`, `t2.art20_1.rules`, `t4` or `t4.review`. */
  readonly key: string;
  /** The label as printed, without the labels of the groups above it. */
  readonly label: string;
  /** Values the form has in this row. */
  readonly expected: number;
  /** Values found in the file. */
  readonly found: number;
  readonly placed: 'sure' | 'doubtful';
  /** The value cells in their order, kept where `placed` is doubtful: what any other way to place them must use. */
  readonly cells: readonly { readonly raw: string; readonly value: number | null; readonly at: Position }[];
  readonly at: Position;
}

/** One occurrence of an official table in the file. */
export interface TableReading {
  readonly table: TableId;
  /** Edition its own labels speak for. */
  readonly edition: ReportEdition;
  /** Blocks it stands in; several when it was cut. */
  readonly blocks: readonly number[];
  /** Part under which it was found. */
  readonly section: SectionKey | null;
  readonly labels: readonly LabelReading[];
  readonly rows: readonly RowReading[];
  /** Labels that speak for an edition, with the edition: what S-TPL-* show. */
  readonly markers: readonly { readonly edition: '2019' | '2021'; readonly text: string; readonly at: Position }[];
  readonly at: Position;
}

export interface Report {
  readonly title: string | null;
  readonly titleAt: Position | null;
  readonly organ: string | null;
  readonly organKind: OrganKind | null;
  readonly year: number | null;
  readonly edition: ReportEdition;
  readonly period: Period | null;
  /** Date of publication printed on the page. */
  readonly published: IsoDate | null;
  /** Not printed as such: worked out from the text or the file name. */
  readonly inferred: readonly ('organ' | 'year')[];
  readonly yearSources: readonly YearSource[];
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly tables: readonly TableReading[];
  readonly notes: readonly Note[];
  /** Share of garbled characters in the file, 0–1. */
  readonly garbled: number;
  /** How many reports the file holds. */
  readonly siblings: number;
  /** Numbers said in the running text, in reading order; absent in reports kept by an older version. */
  readonly statements?: readonly Statement[];
  /** Kept, so that a finding can be shown in its place without the file. */
  readonly blocks: readonly Block[];
}
