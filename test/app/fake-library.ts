// A library over a store in memory and workers that are no threads.
import type { Pool } from '../../src/bridge/pool.ts';
import { createPool } from '../../src/bridge/pool.ts';
import { createLibrary } from '../../src/app/create-library.ts';
import type { Library, LibraryOptions } from '../../src/app/create-library.ts';
import { createStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { memoryTables } from '../../src/store/tables.ts';
import type { Tables } from '../../src/store/tables.ts';
import { fakeWorkers } from '../bridge/fake-worker.ts';
import type { FakeWorkers } from '../bridge/fake-worker.ts';

export interface Bench {
  readonly library: Library;
  readonly pool: Pool;
  readonly workers: FakeWorkers;
  /** Stands for the database: pass it to the next bench to come back after a reload. */
  readonly tables: Tables;
  store(): Store;
}

export function bench(tables: Tables = memoryTables(), more: Partial<LibraryOptions> & { deadline?: number } = {}): Bench {
  const workers = fakeWorkers();
  const pool = createPool({ createWorker: workers.create, size: 2, deadline: more.deadline ?? 2000, idle: 50 });
  let store!: Store;
  const library = createLibrary({
    pool,
    // What is so is shown at once, so that a test need not guess when.
    showEvery: 0,
    writeEvery: 5,
    settleAfter: 20,
    openStore: async (onCondition) => {
      store = createStore(tables, onCondition);
      return { store, condition: { state: 'ready', sentence: null } };
    },
    ...more,
  });
  return { library, pool, workers, tables, store: () => store };
}
