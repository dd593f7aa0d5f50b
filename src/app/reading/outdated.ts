// Whether anything kept here was read by an earlier version: only then is what reads it again, and says what came of it, fetched.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { CORE_VERSION } from '../../core/version.ts';
import { library } from '../library.ts';

const seen = signal(false);

/** Once true it stays: what came of reading again is shown when nothing of before is left. */
export const hasOutdated: ReadonlySignal<boolean> = seen;

const stop = library.files.subscribe((files) => {
  if (!files.some(({ coreVersion }) => coreVersion !== CORE_VERSION)) return;
  seen.value = true;
  // Not from within the first call, which comes before there is anything to stop.
  queueMicrotask(() => stop());
});
