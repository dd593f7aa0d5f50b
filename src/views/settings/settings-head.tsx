// The head of the settings: how many differ from the default, all of them back, and settings as a file.
import { useState } from 'preact/hooks';
import { library } from '../../app/library.ts';
import { countWishes } from '../../app/settings/settings.ts';
import { regions } from '../../core/form/index.ts';
import { changeWithUndo, loadSettingsFile, saveSettingsFile } from '../../app/settings/settings-changing.ts';
import { PickFile } from '../pick-file.tsx';

/** The parts of the page, by the names of their sections. */
const PARTS: readonly string[] = ['备份与恢复', '本机保存什么', ...(regions.length > 0 ? ['地区模板'] : []), '规则', '自己的词表'];

/** The hash belongs to the routes, so these are no links. */
function goTo(part: string): void {
  const section = document.querySelector<HTMLElement>(`main section[aria-label="${part}"]`);
  if (!section) return;
  section.tabIndex = -1;
  section.scrollIntoView({ block: 'start' });
  section.focus({ preventScroll: true });
}

export function SettingsHead() {
  const count = countWishes(library.checkOptions.value);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(true);
  const load = async (file: File) => {
    const result = await loadSettingsFile(file);
    setTaken(result.taken);
    setSentences(result.sentences);
  };
  return (
    <section class="sheet settings-head" aria-label="设置">
      <h1>设置</h1>
      <p>改动立即保存在本机浏览器里。已保存的报告随后在后台按新设置重新核验，不需要原文件；处理记录（误报等）不受影响。</p>
      <div class="settings-parts" role="group" aria-label="跳到本页的一部分">
        <span class="muted">跳到：</span>
        {PARTS.map((part) => (
          <button key={part} type="button" class="button small quiet" onClick={() => goTo(part)}>
            {part}
          </button>
        ))}
      </div>
      <div class="actions">
        <span>{count === 0 ? '现在全部是默认设置。' : `现有 ${count} 项不同于默认。`}</span>
        <button
          type="button"
          class="button small"
          disabled={count === 0}
          onClick={() => changeWithUndo({}, `已恢复默认设置，${count} 项改动都已取消。`)}
        >
          全部恢复默认
        </button>
        <button type="button" class="button small" onClick={() => saveSettingsFile()}>
          导出设置
        </button>
        <PickFile name="导入设置" accept=".json,application/json" testId="pick-settings" small onPick={(file) => void load(file)} />
      </div>
      {sentences.length > 0 && (
        <div class={`banner ${taken ? 'banner-info' : 'banner-caution'}`} role="alert">
          {taken && <p>设置已导入，以下内容没有采用或作了调整：</p>}
          {sentences.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </div>
      )}
    </section>
  );
}
