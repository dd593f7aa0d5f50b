// Removes reports and files, or everything, in a way that can be taken back; and what goes for good.
import { batch } from '@preact/signals';
import type { Store } from '../../store/store.ts';
import type { Neighbours } from '../neighbours.ts';
import type { Catalogue, Hidden } from './catalogue.ts';
import { hiddenBy } from './catalogue.ts';
import type { Clearings } from './clearings.ts';
import type { Order } from './in-order.ts';
import { newToken, noteRemoval } from './noting.ts';
import type { Rechecking } from './rechecking.ts';
import type { Said } from './said.ts';
import type { Writing } from './writing.ts';

/** A removal that can be taken back until the next removal, or until the page is closed. */
export interface Removal {
  readonly reports: number;
  readonly files: number;
  /** Chinese: what was removed. */
  readonly sentence: string;
  /** False if it was too late. */
  undo(): Promise<boolean>;
  /** Really deletes now; afterwards there is no way back. */
  finish(): Promise<void>;
}

export interface Removals {
  /** Hides at once; really deletes at the next removal or the next start. A file whose last report goes, goes too. */
  removeReports(ids: readonly string[]): Promise<Removal>;
  removeFiles(ids: readonly string[]): Promise<Removal>;
  /** Everything kept on this machine, settings and dismissals included, as a removal that can be taken back. */
  clearEverything(): Promise<Removal>;
  /** Forgets a file for good, without undo: the failed attempt of a file that was read after all. */
  dropFile(id: string): Promise<void>;
  /** Takes the bytes of all files away for good; results stay. */
  dropOriginals(): Promise<void>;
  /** From now on nothing is kept: what is there goes along until the page is closed, the database is emptied at once. */
  stopKeeping(): Promise<void>;
}

export interface RemovalsParts {
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly said: Said;
  readonly writing: Writing;
  readonly rechecking: Rechecking;
  readonly clearings: Clearings;
  readonly neighbours: Neighbours;
}

export function createRemovals({ catalogue, order, said, writing, rechecking, clearings, neighbours }: RemovalsParts): Removals {
  async function remove(fileIds: readonly string[], reportIds: readonly string[], sentence: string): Promise<Removal> {
    await writing.writeWaiting();
    return order.inOrder(async (store) => {
      const mine = await noteRemoval(catalogue, store, fileIds, reportIds);
      catalogue.show.now();
      neighbours.tell({ all: true });
      const gone = catalogue.allFiles().filter(({ id }) => mine.files.has(id));
      const reports = gone.reduce((sum, file) => sum + file.reportIds.length, reportIds.length);
      return removalOf(mine, reports, fileIds.length, sentence);
    });
  }

  function removalOf(
    mine: Hidden,
    reports: number,
    files: number,
    sentence: string,
    onUndone: (store: Store) => Promise<void> = () => Promise.resolve(),
  ): Removal {
    return {
      reports,
      files,
      sentence,
      undo: () =>
        order.inOrder(async (store) => {
          if (!catalogue.canBringBack(mine.token) || !(await store.undoRemoval(mine.token))) return false;
          catalogue.bringBack();
          await onUndone(store);
          catalogue.show.now();
          neighbours.tell({ all: true, undone: mine.token });
          return true;
        }),
      finish: () =>
        order.inOrder(async (store) => {
          if (!catalogue.canBringBack(mine.token)) return;
          catalogue.forgetHidden();
          await store.finishRemoval(mine.token);
          neighbours.tell({ all: true, finished: mine.token });
        }),
    };
  }

  return {
    async removeReports(ids) {
      const gone = new Set(ids.filter((id) => catalogue.summary(id)));
      const emptied = catalogue
        .visibleFiles()
        .filter(({ reportIds }) => reportIds.length > 0 && reportIds.every((id) => gone.has(id)))
        .map(({ id }) => id);
      const rest = [...gone].filter((id) => !emptied.includes(catalogue.summary(id)!.fileId));
      return remove(emptied, rest, `已删除 ${gone.size} 份报告。`);
    },

    async removeFiles(ids) {
      const fileIds = ids.filter((id) => catalogue.file(id));
      return remove(fileIds, [], `已删除 ${fileIds.length} 个文件及其核验结果。`);
    },

    async clearEverything() {
      clearings.begin();
      rechecking.stopHere();
      neighbours.tell({ stopped: true });
      await writing.writeWaiting();
      return order.inOrder(async (store) => {
        const [reports, files] = [catalogue.visibleSummaries().length, catalogue.visibleFiles().length];
        catalogue.forgetHidden();
        const mine = hiddenBy({ token: newToken(), fileIds: catalogue.allFiles().map(({ id }) => id), reportIds: [] });
        catalogue.hide(mine);
        await store.prepareClearing(mine.token, [...mine.files]);
        neighbours.tell({ all: true, cleared: mine.token });
        batch(() => {
          said.forget();
          rechecking.rest();
          catalogue.show.now();
        });
        const sentence = `已清空：${reports} 份报告、${files} 个文件及全部设置、处理记录都已从本机删除。`;
        return removalOf(mine, reports, files, sentence, async (again) => {
          said.takeOptions(await said.readOptions(again));
          await said.readDismissals(again);
          // A check in the background was stopped by the clearing.
          rechecking.recheckSoon();
        });
      });
    },

    dropFile: (id) =>
      order.inOrder(async (store) => {
        if (catalogue.hidesWhole(id)) return;
        await store.deleteFile(id);
        catalogue.forget(id);
        catalogue.show();
        neighbours.tell({ files: [id] });
      }),

    async dropOriginals() {
      await writing.writeWaiting();
      await order.inOrder(async (store) => {
        await store.dropOriginals();
        catalogue.forgetOriginals();
        catalogue.show.now();
        neighbours.tell({ all: true });
      });
    },

    async stopKeeping() {
      await writing.writeWaiting();
      await order.inOrder(async (store) => {
        catalogue.forgetHidden();
        await store.leaveDatabase();
        catalogue.forgetOriginals();
        catalogue.show.now();
      });
    },
  };
}
