// The order of things: what changes the store goes one after the other once it is open, and one thing at a time is done with a report.
import type { Store } from '../../store/store.ts';

export interface Order {
  /** Pending until the store is given. */
  readonly opened: Promise<Store>;
  give(store: Store): void;
  /** Everything that changes the store, in the order in which it was asked. */
  inOrder<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** While nobody else is at any of these reports, so that a correction and a check in the background do not undo each other. */
  alone<T>(reportIds: readonly string[], work: () => Promise<T>): Promise<T>;
}

export function createOrder(): Order {
  let give!: (store: Store) => void;
  const opened = new Promise<Store>((resolve) => {
    give = resolve;
  });
  let changes: Promise<unknown> = Promise.resolve();
  const busy = new Map<string, Promise<unknown>>();
  return {
    opened,
    give: (store) => give(store),
    inOrder(work) {
      const result = changes.then(async () => work(await opened));
      changes = result.catch(() => {});
      return result;
    },
    alone(ids, work) {
      // All at once, so that two that want the same reports cannot wait for each other.
      const result = Promise.allSettled(ids.map((id) => busy.get(id))).then(work);
      for (const id of ids) busy.set(id, result);
      const free = (): void => {
        for (const id of ids) if (busy.get(id) === result) busy.delete(id);
      };
      result.then(free, free);
      return result;
    },
  };
}
