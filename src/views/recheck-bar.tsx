// How the checking of stored reports under new settings goes, and which results are still of before.
import { useEffect, useState } from 'preact/hooks';
import { library } from '../app/library.ts';

/** Milliseconds for which the end is told: most runs are over before anybody has looked up. */
const TOLD_FOR = 8000;

/** How many reports were in the run that has just ended; 0: none, or it is long ago. */
function useJustEnded(): number {
  const ended = library.recheckEnded.value;
  // An end from before this was drawn is no news.
  const [old, setOld] = useState(ended);
  useEffect(() => {
    const timer = setTimeout(() => setOld(ended), TOLD_FOR);
    return () => clearTimeout(timer);
  }, [ended]);
  return ended && ended !== old ? ended.count : 0;
}

export function RecheckBar() {
  const state = library.recheckState.value;
  const progress = library.rechecking.value;
  const left = library.outdated.value.size;
  const ended = useJustEnded();
  if (library.loadState.value.state === 'opening') return null;
  // What was left by a stop may have been removed since.
  if ((state === 'idle' || state === 'stopped') && left === 0) {
    return ended > 0 ? (
      <p class="recheck" role="status">
        已按现在的规则和设置重新核验完 {ended} 份报告。
      </p>
    ) : null;
  }
  const resume = () => void library.recheckAll();
  if (state === 'waiting' || (state === 'running' && !progress)) {
    return (
      <p class="recheck" role="status">
        设置已保存，马上重新核验已保存的报告。
      </p>
    );
  }
  if (state === 'running' && progress) {
    const { done, failed, total } = progress;
    return (
      <div class="recheck">
        <p>
          <span role="status">正在按现在的规则和设置重新核验已保存的报告，不需要原文件。</span>
          <b class="recheck-count">
            {done + failed}／{total}
          </b>
          <button type="button" class="button small" onClick={() => library.stopRecheck()}>
            停止
          </button>
        </p>
        <progress max={Math.max(1, total)} value={done + failed} aria-label="重新核验的进度" />
      </div>
    );
  }
  if (state === 'elsewhere') {
    return (
      <p class="recheck" role="status">
        <span>
          另一个窗口正在重新核验已保存的报告，结果会自动更新到这里。还有 <b>{left}</b> 份。
        </span>
        <button type="button" class="button small" onClick={() => library.stopRecheck()}>
          停止
        </button>
      </p>
    );
  }
  return (
    <p class="recheck recheck-left" role="status">
      <span>
        {state === 'stopped' ? '重新核验已停止。' : '有的报告没能重新核验。'}
        <b>{left}</b> 份报告仍是按原来的规则或设置核验的结果，列表里标有“旧设置”。
      </span>
      <button type="button" class="button small" onClick={resume}>
        {state === 'stopped' ? '继续核验' : '重试'}
      </button>
    </p>
  );
}
