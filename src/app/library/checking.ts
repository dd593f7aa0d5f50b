// A stored report checked again under the wishes of now, from the report itself and without its file; and how that is kept.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Interruption, Pool } from '../../bridge/pool.ts';
import type { Overrides } from '../../core/model/correction.ts';
import type { ReportSummary, ReportUpdate } from '../../store/records.ts';
import type { CrashJournal } from '../crash-journal.ts';
import type { Neighbours } from '../neighbours.ts';
import type { Catalogue } from './catalogue.ts';
import type { Order } from './in-order.ts';
import type { Said } from './said.ts';

/** The page ended twice while this report was being checked. */
const TOO_MANY_STRIKES = 2;
/** Chinese: why a report was not checked again. */
const NOT_CHECKED: Partial<Record<Interruption, string>> = {
  timeout: '核验超时，结果没有改变，请重试。',
  'not-loaded': '负责核验的那部分程序没有载入（可能是网络断了，或者网站刚换了新版本），结果没有改变。请确认网络正常，刷新页面后重试。',
};

/** `suspect`: the page ended while it was being checked. `given up`: it did so more than once. */
export type Trust = 'sound' | 'suspect' | 'given up';

export interface Checking {
  /** Ids of reports whose results were made by another version or under other wishes. */
  readonly outdated: ReadonlySignal<ReadonlySet<string>>;
  isOutdated(summary: ReportSummary): boolean;
  trustIn(reportId: string): Trust;
  /** The report checked again, not yet written; null if it is gone, a sentence if the check broke off. */
  checkAgain(id: string, change: (overrides: Overrides) => Overrides, urgent: boolean): Promise<ReportUpdate | string | null>;
  /** Gives the ids of those that were still there. */
  keep(updates: readonly ReportUpdate[]): Promise<readonly string[]>;
  /** Checked side by side, written in one transaction; gives how many broke off. */
  recheckSome(ids: readonly string[]): Promise<number>;
}

export interface CheckingParts {
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly said: Said;
  readonly neighbours: Neighbours;
  readonly pool: Pick<Pool, 'recheck'>;
  readonly journal: CrashJournal;
  readonly coreVersion: string;
}

export function createChecking({ catalogue, order, said, neighbours, pool, journal, coreVersion }: CheckingParts): Checking {
  const outdated = computed(() => new Set(catalogue.summaries.value.filter(isOutdated).map(({ id }) => id)));

  function isOutdated(summary: ReportSummary): boolean {
    return summary.coreVersion !== coreVersion || summary.checkedWith !== said.currentWishes.value || summary.marks === undefined;
  }

  const markOf = (id: string): string => `recheck:${id}`;

  const checkAgain: Checking['checkAgain'] = async (id, change, urgent) => {
    const before = catalogue.summary(id);
    const packed = await (await order.opened).readReport(id);
    if (!before || !packed) return null;
    const overrides = change(packed.overrides);
    const [options, checkedWith] = [said.checkOptions.value, said.currentWishes.value];
    journal.begin(markOf(id), before.fileName);
    // A copy goes: tables in memory give out their own bytes.
    const result = await pool.recheck(packed.body.slice(), overrides, options, { urgent });
    journal.end(markOf(id));
    if (!result.ok) return NOT_CHECKED[result.reason] ?? '核验中断，结果没有改变，请重试。';
    const { body, summary, overrides: full } = result.value;
    const corrected = overrides.organ !== undefined || overrides.year !== undefined;
    return {
      report: { ...packed, body, overrides: full, coreVersion },
      summary: { ...before, ...summary, corrected, coreVersion, checkedWith },
    };
  };

  const keep: Checking['keep'] = (updates) =>
    order.inOrder(async (store) => {
      const kept = await store.updateReports(updates);
      for (const { summary } of updates) if (kept.includes(summary.id)) catalogue.replace(summary);
      catalogue.show();
      neighbours.tell({ reports: kept });
      return kept;
    });

  async function recheckSome(ids: readonly string[]): Promise<number> {
    let broken = 0;
    const updates: ReportUpdate[] = [];
    let release!: () => void;
    const written = new Promise<void>((resolve) => {
      release = resolve;
    });
    const checked = ids.map(
      (id) =>
        new Promise<void>((done) => {
          // Held until it is written: a correction that comes meanwhile must see it.
          void order.alone([id], async () => {
            const update = await checkAgain(id, (overrides) => overrides, false).catch(() => '');
            if (typeof update === 'string') broken += 1;
            else if (update) updates.push(update);
            done();
            await written;
          });
        }),
    );
    try {
      await Promise.all(checked);
      await keep(updates);
    } finally {
      release();
    }
    return broken;
  }

  return {
    outdated,
    isOutdated,
    trustIn(id) {
      const strikes = journal.strikes(markOf(id));
      return strikes === 0 ? 'sound' : strikes < TOO_MANY_STRIKES ? 'suspect' : 'given up';
    },
    checkAgain,
    keep,
    recheckSome,
  };
}
