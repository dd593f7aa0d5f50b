// Two panes with a divider between; in narrow windows one behind the other, with a switch, and the chosen finding under the document.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { chosen, opened, shownFindings, side, stepFinding } from '../../app/desk/opened.ts';
import { findingsShare, setFindingsShare } from '../../app/preferences.ts';

/** Two panes with a divider between that mouse and arrow keys can move. */
export function Split({ narrow, children }: { readonly narrow: boolean; readonly children: ComponentChildren }) {
  const element = useRef<HTMLDivElement>(null);
  const share = findingsShare.value;
  const [document, findings] = Array.isArray(children) ? children : [children, null];
  if (narrow) {
    return (
      <div class="panes stacked">
        {document}
        {findings}
        {side.value === 'document' && <FindingStrip />}
      </div>
    );
  }
  const drag = (event: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    setFindingsShare(((box.right - event.clientX) / box.width) * 100);
  };
  return (
    <div class="panes" ref={element} style={{ gridTemplateColumns: `minmax(0, ${100 - share}fr) auto minmax(0, ${share}fr)` }}>
      {document}
      <div
        class="divider"
        role="separator"
        aria-orientation="vertical"
        aria-label="调整左右宽度，可按左右方向键"
        aria-valuenow={100 - share}
        aria-valuemin={40}
        aria-valuemax={75}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') setFindingsShare(share + 3);
          else if (event.key === 'ArrowRight') setFindingsShare(share - 3);
          else return;
          event.preventDefault();
        }}
      />
      {findings}
    </div>
  );
}

export function SideSwitch({ count }: { readonly count: number }) {
  return (
    <div class="side-switch" role="group" aria-label="显示原文或问题">
      <button type="button" class="chip" aria-pressed={side.value === 'findings'} onClick={() => (side.value = 'findings')}>
        问题 <b>{count}</b>
      </button>
      <button type="button" class="chip" aria-pressed={side.value === 'document'} onClick={() => (side.value = 'document')}>
        原文
      </button>
    </div>
  );
}

/** Messages at the foot of the page stand above the strip, not on its buttons. */
function liftNotices(strip: HTMLElement | null): void {
  document.documentElement.classList.toggle('with-strip', strip !== null);
}

/** Narrow layout: the chosen finding in one line under the document, so that one need not go back and forth. */
function FindingStrip() {
  const index = chosen.value;
  const now = opened.value;
  const finding = index !== null && now.state === 'open' ? now.stored.findings[index] : undefined;
  if (!finding || index === null) return null;
  const shown = shownFindings.value;
  return (
    <div class="finding-strip" ref={liftNotices}>
      <p>{finding.message}</p>
      <span class="actions">
        <button type="button" class="button small" disabled={shown[0] === index} onClick={() => stepFinding(-1)}>
          上一条
        </button>
        <button type="button" class="button small" disabled={shown[shown.length - 1] === index} onClick={() => stepFinding(1)}>
          下一条
        </button>
        <button type="button" class="button small" onClick={() => (side.value = 'findings')}>
          返回问题
        </button>
      </span>
    </div>
  );
}
