// What a person has said: wishes about rules, and dismissals. Shown at once, written in its turn, told to other windows.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CheckOptions } from '../../core/check/index.ts';
import type { Dismissal } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Neighbours } from '../neighbours.ts';
import type { Order } from './in-order.ts';
import { wishes } from './wishes.ts';

const CHECK_OPTIONS = 'checkOptions';

export interface Said {
  readonly checkOptions: ReadonlySignal<CheckOptions>;
  /** The same as one string, see `wishes`. */
  readonly currentWishes: ReadonlySignal<string>;
  /** Oldest first. */
  readonly dismissals: ReadonlySignal<readonly Dismissal[]>;
  /** Resolves when it is written. */
  setOptions(options: CheckOptions): Promise<void>;
  /** Adds or replaces dismissals, and takes others away. Resolves when it is written. */
  changeDismissals(put: readonly Dismissal[], gone: readonly string[]): Promise<void>;
  /** The wishes that lie in the store. */
  readOptions(store: Store): Promise<CheckOptions>;
  /** From the store; true if they are others than before. */
  takeOptions(options: CheckOptions): boolean;
  /** Takes the dismissals that lie in the store. */
  readDismissals(store: Store): Promise<void>;
  takeDismissals(all: Iterable<Dismissal>): void;
  /** Nothing was said. */
  forget(): void;
}

export function createSaid({ inOrder }: Order, neighbours: Neighbours): Said {
  const checkOptions = signal<CheckOptions>({});
  const dismissals = signal<readonly Dismissal[]>([]);
  const currentWishes = computed(() => wishes(checkOptions.value));

  function takeDismissals(all: Iterable<Dismissal>): void {
    dismissals.value = [...all].sort(bySaying);
  }

  return {
    checkOptions,
    currentWishes,
    dismissals,
    async setOptions(options) {
      checkOptions.value = options;
      await inOrder((store) => store.writeSetting(CHECK_OPTIONS, options));
      neighbours.tell({ options: true });
    },
    async changeDismissals(put, gone) {
      const away = new Set([...gone, ...put.map(({ id }) => id)]);
      dismissals.value = [...dismissals.value.filter(({ id }) => !away.has(id)), ...put];
      await inOrder((store) => store.changeDismissals(put, gone));
      neighbours.tell({ dismissals: true });
    },
    readOptions: async (store) => ((await store.readSetting(CHECK_OPTIONS)) as CheckOptions | undefined) ?? {},
    takeOptions(options) {
      if (wishes(options) === currentWishes.value) return false;
      checkOptions.value = options;
      return true;
    },
    readDismissals: async (store) => takeDismissals(await store.readDismissals()),
    takeDismissals,
    forget() {
      checkOptions.value = {};
      dismissals.value = [];
    },
  };
}

function bySaying(a: Dismissal, b: Dismissal): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
