// A person's word on organ and year: put in place of what was read, taken back, and carried over to another reading of the file.
import type { Pool } from '../../bridge/pool.ts';
import type { Overrides } from '../../core/model/correction.ts';
import type { ImportRecord, StoredFile } from '../../store/records.ts';
import type { Catalogue } from './catalogue.ts';
import type { Checking } from './checking.ts';
import type { Order } from './in-order.ts';
import type { Said } from './said.ts';

/** `null` takes the correction back, absent leaves it as it is. */
export interface Correction {
  organ?: string | null;
  year?: number | null;
}

export interface Corrections {
  /** Resolves to a Chinese sentence if it could not be done, else null. */
  correct(id: string, correction: Correction): Promise<string | null>;
  /** Corrections outlive another reading of the file, unless its reports are others now. Written with it, so none is lost. */
  withCorrections(before: StoredFile, record: ImportRecord): Promise<ImportRecord>;
}

export interface CorrectionsParts {
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly said: Said;
  readonly checking: Checking;
  readonly pool: Pick<Pool, 'recheck'>;
}

export function createCorrections({ catalogue, order, said, checking, pool }: CorrectionsParts): Corrections {
  const isCorrected = (id: string): boolean => catalogue.summary(id)?.corrected === true;

  return {
    async correct(id, correction) {
      const { year } = correction;
      if (year !== undefined && year !== null && !(Number.isInteger(year) && year >= 2000 && year <= 2100)) {
        return '年度应为四位数字，例如 2023。';
      }
      return order.alone([id], async () => {
        const update = await checking.checkAgain(id, (overrides) => merge(overrides, correction), true);
        if (typeof update === 'string') return update;
        const gone = '这份报告已被删除，无法更正。';
        if (!update) return gone;
        return (await checking.keep([update])).length > 0 ? null : gone;
      });
    },

    async withCorrections(before, record) {
      if (before.reportIds.length !== record.reports.length || !before.reportIds.some(isCorrected)) return record;
      const store = await order.opened;
      const reports = [...record.reports];
      const listed = [...record.summaries];
      for (const [index, id] of before.reportIds.entries()) {
        const overrides = isCorrected(id) ? (await store.readReport(id))?.overrides : undefined;
        if (!overrides) continue;
        const [options, checkedWith] = [said.checkOptions.value, said.currentWishes.value];
        const result = await pool.recheck(reports[index]!.body.slice(), overrides, options);
        if (result.ok) {
          const { body, summary, overrides: full } = result.value;
          reports[index] = { ...reports[index]!, body, overrides: full };
          listed[index] = { ...listed[index]!, ...summary, corrected: true, checkedWith };
        } else {
          // Of no version: it will be checked again.
          reports[index] = { ...reports[index]!, overrides };
          listed[index] = { ...listed[index]!, corrected: true, coreVersion: '' };
        }
      }
      return { ...record, reports, summaries: listed };
    },
  };
}

/** null takes a correction back, so does a name without letters; absent leaves it. */
function merge(before: Overrides, { organ, year }: Correction): Overrides {
  const nextOrgan = organ === undefined ? before.organ : organ?.trim() || undefined;
  const nextYear = year === undefined ? before.year : (year ?? undefined);
  return { ...(nextOrgan !== undefined ? { organ: nextOrgan } : {}), ...(nextYear !== undefined ? { year: nextYear } : {}) };
}
