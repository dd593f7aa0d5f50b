// Opens the store and fills the lists; opens single reports out of it.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { unpack } from '../../bridge/packing.ts';
import { withOverrides } from '../../core/model/correction.ts';
import type { OpenStore } from '../../store/open.ts';
import type { Dismissal, ReportSummary, StoredFile, StoredReport } from '../../store/records.ts';
import { namingWhatIsThere } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import type { Order } from './in-order.ts';
import type { Said } from './said.ts';

/**
 * `opening`: lists are still filling. `ready`: kept on this machine. `memoryOnly`: everything works, but what is new
 * will be gone when the page is closed. `failed`: what was kept before cannot be reached.
 */
export interface LoadState {
  readonly state: 'opening' | 'ready' | 'memoryOnly' | 'failed';
  /** Chinese, for the person; null when there is nothing to say. May be set in state `ready` too (originals not kept). */
  readonly sentence: string | null;
}

export interface Opening {
  readonly loadState: ReadonlySignal<LoadState>;
  /** Opens the store and fills the lists, once however often it is called. Never rejects: see `loadState`. */
  openLibrary(): Promise<void>;
  /** null: not there (any more), or cannot be read. */
  openReport(id: string): Promise<StoredReport | null>;
}

export interface OpeningParts {
  readonly openStore: OpenStore;
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly said: Said;
  readonly onOpened: () => void;
}

export function createOpening({ openStore, catalogue, order, said, onOpened }: OpeningParts): Opening {
  const loadState = signal<LoadState>({ state: 'opening', sentence: null });
  let opening: Promise<void> | null = null;

  async function open(): Promise<void> {
    const { store, condition } = await openStore((now) => {
      loadState.value = now;
    });
    let worst: LoadState = condition;
    let isWhole = false;
    const files: StoredFile[] = [];
    const summaries: ReportSummary[] = [];
    const dismissals: Dismissal[] = [];
    try {
      await store.load(
        (page) => files.push(...page),
        (page) => summaries.push(...page),
        (page) => dismissals.push(...page),
      );
      isWhole = true;
      said.takeOptions(await said.readOptions(store));
    } catch {
      worst = { state: 'failed', sentence: '读取本机保存的结果时出错：已显示能读出的部分，请刷新页面重试。原有数据未被改动。' };
    }
    catalogue.refill(isWhole ? namingWhatIsThere(files, summaries) : files, summaries, null);
    said.takeDismissals(dismissals);
    catalogue.show.now();
    // Something worse may have happened meanwhile.
    if (loadState.value.state === 'opening') loadState.value = worst;
    order.give(store);
    onOpened();
  }

  return {
    loadState,
    openLibrary() {
      opening ??= open();
      return opening;
    },
    async openReport(id) {
      const summary = catalogue.summary(id);
      if (summary && catalogue.isHidden(summary)) return null;
      const packed = await (await order.opened).readReport(id);
      if (!packed) return null;
      try {
        const { report, findings, checks } = await unpack(packed.body);
        const { fileId, overrides, coreVersion } = packed;
        const asRead = { organ: report.organ, year: report.year, inferred: report.inferred };
        return { id, fileId, report: withOverrides(report, overrides), findings, checks, overrides, asRead, coreVersion };
      } catch {
        return null;
      }
    },
  };
}
