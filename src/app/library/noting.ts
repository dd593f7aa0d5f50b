// Notes in the store what is removed and may still be taken back; the removal noted before becomes final with it.
import type { Store } from '../../store/store.ts';
import type { Catalogue, Hidden } from './catalogue.ts';
import { hiddenBy } from './catalogue.ts';

let removals = 0;

/** Another window may remove something at the same moment. */
export function newToken(): string {
  removals += 1;
  return `${removals}-${Math.random().toString(36).slice(2)}`;
}

/** Hides it and notes it. */
export async function noteRemoval(
  catalogue: Catalogue,
  store: Store,
  fileIds: readonly string[],
  reportIds: readonly string[],
): Promise<Hidden> {
  const token = newToken();
  catalogue.forgetHidden();
  const mine = hiddenBy({ token, fileIds, reportIds });
  catalogue.hide(mine);
  await store.prepareRemoval({ token, fileIds, reportIds });
  return mine;
}
