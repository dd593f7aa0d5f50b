// The contract of an edition of the official form: its parts, tables, labels, sums and legal basis, all as data.
import type { EditionId, SectionKey, Severity, TableId } from '../model/vocabulary.ts';

/** A spelling met in the wild. `severity` null: accepted without a word. */
export interface Alias {
  readonly text: string;
  readonly severity: Severity | null;
}

export interface LabelForm {
  /** The official wording. */
  readonly label: string;
  readonly aliases?: readonly Alias[];
}

export interface SectionForm {
  readonly key: SectionKey;
  /** Official heading with its number: 「一、总体情况」. */
  readonly title: string;
  /** Accepted wordings without number. */
  readonly variants: readonly string[];
}

/** A column of values. `key` is the last part of a fact's key. */
export interface ColumnForm extends LabelForm {
  readonly key: string;
  /** 件 or 万元; items are 项, projects 个. */
  readonly unit: string;
  /** May be negative (本年增/减). */
  readonly signed?: boolean;
  /** May have decimals (amounts). */
  readonly decimal?: boolean;
  /** Group header above it: 「法人或其他组织」, 「复议后起诉」. */
  readonly group?: string;
}

/** A row of values, or the head of a group (`values: false`) in which numbers are subtotals. */
export interface RowForm extends LabelForm {
  /** Key of the row: `t3.r.denied.stateSecret`; with a column key it makes a fact's key. */
  readonly key: string;
  /** Labels of the groups above it, outermost first. */
  readonly path: readonly string[];
  readonly values: boolean;
}

/** Rows that share a header: table two has one block for each item of article 20, the others one in all. */
export interface BlockForm {
  /** Key prefix: `t2.art20_1`, `t3`, `t4`. */
  readonly key: string;
  /** 「第二十条第（一）项」; null where the table has no caption rows. */
  readonly caption: string | null;
  /** Label above the row labels (信息内容), if any. */
  readonly corner: string | null;
  readonly columns: readonly ColumnForm[];
  readonly rows: readonly RowForm[];
}

export interface TableForm {
  readonly id: TableId;
  /** 表二 … */
  readonly name: string;
  readonly section: SectionKey;
  readonly blocks: readonly BlockForm[];
}

/**
 * A sum that must hold: left terms add up to right terms. Belongs to the form, one rule walks all of one kind.
 * rowSum: six applicants = 总计. balance: 新收 + 结转 = 办理总计 + 结转下年. resultSum: results = （七）总计. groupSum: table four.
 */
export interface Identity {
  readonly kind: 'rowSum' | 'balance' | 'resultSum' | 'groupSum';
  /** What a person calls it: the row, the column or the group. */
  readonly name: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export interface Edition {
  readonly id: EditionId;
  readonly name: string;
  /** Document that issued the form. */
  readonly basis: string;
  /** Report years it is for; `to` null: still in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  readonly sections: readonly SectionForm[];
  readonly tables: readonly TableForm[];
  readonly identities: readonly Identity[];
  /** Words in table labels that only this edition has. */
  readonly markers: readonly string[];
}
