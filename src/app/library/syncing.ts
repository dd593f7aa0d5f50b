// Reads again from the store what another window may have changed there: written here or there, the lists are what the store says.
import { batch } from '@preact/signals';
import type { Dismissal, ReportSummary, StoredFile } from '../../store/records.ts';
import type { Catalogue } from './catalogue.ts';
import { hiddenBy, namingWhatIsThere } from './catalogue.ts';
import type { Order } from './in-order.ts';
import type { Said } from './said.ts';

export interface Syncing {
  syncFiles(ids: readonly string[]): Promise<void>;
  syncReports(ids: readonly string[]): Promise<void>;
  syncDismissals(): Promise<void>;
  /** True if the wishes are others now. */
  syncOptions(): Promise<boolean>;
  syncAll(): Promise<void>;
  /** Another window has cleared everything under this token: what only this one has goes as well. Lists change with `syncAll`. */
  putAside(token: string): Promise<void>;
  bringBackAside(token: string): Promise<void>;
  forgetAside(token: string): Promise<void>;
}

export function createSyncing(catalogue: Catalogue, { inOrder }: Order, said: Said): Syncing {
  return {
    putAside: (token) => inOrder((store) => store.putAside(token)),
    bringBackAside: (token) => inOrder((store) => store.bringBackAside(token)),
    forgetAside: (token) => inOrder(async (store) => store.forgetAside(token)),

    syncFiles: (ids) =>
      inOrder(async (store) => {
        const found = new Map((await store.readFiles(ids)).map((each) => [each.file.id, each]));
        for (const id of ids) {
          const now = found.get(id);
          if (now) for (const file of namingWhatIsThere([now.file], now.summaries)) catalogue.put(file, now.summaries);
          else catalogue.forget(id);
        }
        catalogue.show();
      }),

    syncReports: (ids) =>
      inOrder(async (store) => {
        for (const summary of await store.readSummaries(ids)) catalogue.replace(summary);
        catalogue.show();
      }),

    syncDismissals: () => inOrder((store) => said.readDismissals(store)),

    syncOptions: () => inOrder(async (store) => said.takeOptions(await said.readOptions(store))),

    syncAll: () =>
      inOrder(async (store) => {
        const [files, summaries] = [new Map<string, StoredFile>(), new Map<string, ReportSummary>()];
        const dismissals = new Map<string, Dismissal>();
        const pending = await store.loadAgain(
          (page) => page.forEach((each) => files.set(each.id, each)),
          (page) => page.forEach((each) => summaries.set(each.id, each)),
          (page) => page.forEach((each) => dismissals.set(each.id, each)),
        );
        const options = await said.readOptions(store);
        catalogue.refill(namingWhatIsThere(files.values(), summaries.values()), summaries.values(), pending && hiddenBy(pending));
        batch(() => {
          said.takeDismissals(dismissals.values());
          said.takeOptions(options);
          catalogue.show.now();
        });
      }),
  };
}
