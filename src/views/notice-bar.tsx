// The message at the foot of the page, with 撤销 where there is a way back.
import { closeNotice, notice, undoNotice } from '../app/notices.ts';

export function NoticeBar() {
  const now = notice.value;
  return (
    <div class="notice-place" role="status" aria-live="polite">
      {now && (
        <div class="notice" key={now.id}>
          <span>{now.text}</span>
          {now.undo && (
            <button type="button" class="button" onClick={() => void undoNotice()} title="也可以按 Ctrl+Z">
              撤销
            </button>
          )}
          <button type="button" class="button quiet" onClick={closeNotice}>
            关闭
          </button>
        </div>
      )}
    </div>
  );
}
