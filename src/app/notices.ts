// The one message at the foot of the page, with a way back where there is one.
import { signal } from '@preact/signals';

export interface Notice {
  readonly id: number;
  /** Chinese sentence. */
  readonly text: string;
  /** Takes the thing back; resolves to false if it was too late. */
  readonly undo?: () => Promise<boolean>;
}

/** Long enough to read and reach for the button. */
const SHOWN_FOR = 20_000;

export const notice = signal<Notice | null>(null);
let count = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showNotice(text: string, undo?: Notice['undo']): void {
  count += 1;
  notice.value = { id: count, text, ...(undo ? { undo } : {}) };
  clearTimeout(timer);
  timer = setTimeout(closeNotice, SHOWN_FOR);
}

export function closeNotice(): void {
  clearTimeout(timer);
  notice.value = null;
}

/** Takes back what the notice tells of. */
export async function undoNotice(): Promise<void> {
  const undo = notice.value?.undo;
  if (!undo) return;
  closeNotice();
  showNotice((await undo()) ? '已撤销，内容已恢复。' : '已来不及撤销。');
}
