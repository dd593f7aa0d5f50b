// Asks once more before something is done that cannot easily be taken back.
import type { ComponentChildren } from 'preact';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly title: string;
  /** What is done. */
  readonly act: string;
  /** What leaves it as it is. */
  readonly stay: string;
  /** There is no way back. */
  readonly danger?: boolean;
  readonly onAct: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The focus has gone back to what opened the dialog; where that goes with what is done, the keyboard stays in its part of the page. */
function keepFocusIn(part: HTMLElement | null): void {
  // Once it is drawn.
  requestAnimationFrame(() => {
    if (!part?.isConnected || document.activeElement !== document.body) return;
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  });
}

export function ConfirmDialog({ title, act, stay, danger = false, onAct, onClose, children }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <p class="actions">
        <button
          type="button"
          class={danger ? 'button danger' : 'button primary'}
          onClick={({ currentTarget }) => {
            const part = currentTarget.closest('section');
            onClose();
            void onAct().then(() => keepFocusIn(part));
          }}
        >
          {act}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {stay}
        </button>
      </p>
    </Dialog>
  );
}
