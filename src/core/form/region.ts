// The contract of a region (地区模板): wordings its own reporting system prints, accepted where a person has chosen the region.
import type { SectionKey } from '../model/vocabulary.ts';

/** A label of the form as a region's system prints it. */
export interface RegionLabel {
  /** Key of the label: `t3.r.denied.lawProhibited` for a row, `t2.art20_8.*.amountWan` for a column. */
  readonly key: string;
  /** The wording; remarks about units are listed apart. */
  readonly text: string;
}

/** A remark about units as a region's system prints it behind a label. */
export interface RegionUnitNote {
  readonly key: string;
  /** With its brackets: 「（单位：万元，保留4位小数）」. */
  readonly note: string;
}

/** A heading of a part as a region words it. */
export interface RegionHeading {
  readonly key: SectionKey;
  /** Without its number. */
  readonly text: string;
}

export interface Region {
  /** Name of the file, kebab-case; stable for ever, since settings keep it. */
  readonly id: string;
  /** Chinese name for the settings. */
  readonly name: string;
  readonly labels: readonly RegionLabel[];
  readonly unitNotes: readonly RegionUnitNote[];
  readonly headings: readonly RegionHeading[];
  /** Chinese: what is known of the region's form and from where, for the settings. */
  readonly note: string;
}
