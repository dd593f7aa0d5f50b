// The one message at the foot of the page, with a way back where there is one.
import { signal } from '@preact/signals';

export interface Notice {
  readonly id: number;
  /** Chinese sentence. */
  readonly text: string;
  /** Takes the thing back; resolves to false if it was too late. */
  readonly undo?: () => Promise<boolean>;
  /** Called when the notice goes and nothing was taken back. */
  readonly gone?: () => void;
}

/** Long enough to read and reach for the button. */
const SHOWN_FOR = 20_000;
/** Long enough to read; there is nothing to reach for. */
const SAID_FOR = 8000;

export const notice = signal<Notice | null>(null);
let count = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showNotice(text: string, undo?: Notice['undo'], gone?: Notice['gone'], time = SHOWN_FOR): void {
  closeNotice();
  count += 1;
  notice.value = { id: count, text, ...(undo ? { undo } : {}), ...(gone ? { gone } : {}) };
  timer = setTimeout(closeNotice, time);
}

/** Also before something is done that will have a way back of its own: until that stands there, the earlier one must not be taken for it. */
export function closeNotice(): void {
  clearTimeout(timer);
  const was = notice.peek();
  notice.value = null;
  was?.gone?.();
}

/** Takes back what the notice tells of. */
export async function undoNotice(): Promise<void> {
  const undo = notice.value?.undo;
  if (!undo) return;
  clearTimeout(timer);
  notice.value = null;
  const done = await undo();
  showNotice(done ? '已撤销，内容已恢复。' : '已来不及撤销。', undefined, undefined, done ? SAID_FOR : SHOWN_FOR);
}
