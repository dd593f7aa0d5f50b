// The contract of a chart: which question it answers and how reports become a chart.js configuration. Knows no canvas and no colours.
import type { ChartConfiguration } from 'chart.js';
import type { Report } from '../core/model/report.ts';

/** A report as charts see it. Organ and year are those the user sees, which may have been corrected by hand. */
export interface ChartReport {
  readonly organ: string | null;
  readonly year: number | null;
  readonly report: Report;
}

/** The numbers of a chart for people who read rather than look. Every row is as long as the head. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type ChartType = 'bar';

/** Drawn: data and axes only. Colours, patterns and fonts are put on by the view, which knows the theme. */
export interface Drawn {
  readonly ok: true;
  readonly configuration: ChartConfiguration<ChartType, (number | null)[], string>;
  readonly table: ChartTable;
  /** Chinese sentences: what is missing, blank or doubtful. */
  readonly cautions: readonly string[];
}

export type Drawing = Drawn | { readonly ok: false; readonly why: string };

export interface Chart {
  /** Stable id, used in addresses. */
  readonly id: string;
  readonly title: string;
  /** The question it answers, as a person would ask it. */
  readonly question: string;
  /** @param reports reports of one organ; two of the same year are possible, the later one counts */
  build(reports: readonly ChartReport[]): Drawing;
}

/** Identity helper that checks the shape of an entry on the shelf. */
export function defineChart(chart: Chart): Chart {
  return chart;
}
