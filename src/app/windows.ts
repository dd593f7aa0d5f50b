// The other windows of the page, as this one knows them, and whose turn it is among them.
import { clearsOnClosing } from './settings/keeping.ts';
import { alone, createNeighbours } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { createTurns } from './turns.ts';
import type { Leases, Locks, Turns } from './turns.ts';

const CHANNEL = 'gouji.changes';

// Windows that keep nothing share nothing.
export const neighbours: Neighbours =
  typeof BroadcastChannel === 'undefined'
    ? alone
    : createNeighbours(new BroadcastChannel(CHANNEL), { isSilent: () => clearsOnClosing.peek() });

/** @param leases where notes are kept if the browser has no locks for this page */
export function turnsAmongWindows(leases: Leases): Turns {
  const locks = (globalThis.navigator as { readonly locks?: Locks } | undefined)?.locks ?? null;
  return createTurns({ locks, leases, neighbours });
}
