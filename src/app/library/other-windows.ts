// What another window tells, and what is done about it here.
import type { Change, Neighbours } from '../neighbours.ts';
import type { Clearings } from './clearings.ts';
import type { Rechecking } from './rechecking.ts';
import type { Syncing } from './syncing.ts';
import type { Writing } from './writing.ts';

export interface OtherWindowsParts {
  readonly neighbours: Neighbours;
  readonly syncing: Syncing;
  readonly rechecking: Rechecking;
  readonly clearings: Clearings;
  readonly writing: Writing;
}

export function followOtherWindows({ neighbours, syncing, rechecking, clearings, writing }: OtherWindowsParts): void {
  neighbours.hear(({ files, reports, dismissals, options, all, cleared, undone, finished, stopped }: Change) => {
    if (cleared !== undefined) {
      clearings.begin();
      writing.dropWaiting();
    }
    if (stopped || cleared !== undefined) rechecking.stopHere();
    const heard = [
      ...(cleared === undefined ? [] : [syncing.putAside(cleared)]),
      ...(undone === undefined ? [] : [syncing.bringBackAside(undone)]),
      ...(finished === undefined ? [] : [syncing.forgetAside(finished)]),
      ...(files ? [syncing.syncFiles(files)] : []),
      ...(reports ? [syncing.syncReports(reports).then(rechecking.settleIfDone)] : []),
      ...(dismissals ? [syncing.syncDismissals()] : []),
      ...(options ? [syncing.syncOptions().then((areOthers) => areOthers && rechecking.recheckAfterOthers())] : []),
      ...(all ? [syncing.syncAll()] : []),
    ];
    // What fails here was said by the window that failed; the next start reads everything anyway.
    for (const each of heard) (each as Promise<unknown>).catch(() => {});
  });
}
