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
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function ConfirmDialog({ title, act, stay, danger = false, onAct, onClose, children }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <p class="actions">
        <button
          type="button"
          class={danger ? 'button danger' : 'button primary'}
          onClick={() => {
            onClose();
            onAct();
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
