// What stays on this machine: originals or not, anything or not once the page is closed; and who else can read it.
import { useState } from 'preact/hooks';
import { sizeWords } from '../app/reading/file-account.ts';
import { clearsOnClosing, isLocalPage, keeping } from '../app/settings/keeping.ts';
import { clearOnClosing, dropOriginals, keepOriginals, keptOriginals } from '../app/settings/keeping-changing.ts';
import { library } from '../app/library.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

export function KeepingSection() {
  const [asking, setAsking] = useState<'originals' | 'closing' | null>(null);
  const { count, bytes } = keptOriginals();
  const reports = library.summaries.value.length;
  const clears = clearsOnClosing.value;
  const close = () => setAsking(null);
  return (
    <section class="sheet settings-part" aria-label="本机保存什么" id="keeping">
      <h2>本机保存什么</h2>
      {isLocalPage && (
        <p>
          <b>您是直接双击文件打开本页的。</b>
          这样打开时，同一个浏览器里打开的其他本机网页文件，也能读到勾稽保存的内容。请不要打开来历不明的网页文件；{/* no space */}
          多人共用的电脑，建议启用下面的“关闭即清除”。
        </p>
      )}
      <p>
        <label>
          <input
            type="checkbox"
            checked={!keeping.value.originals}
            disabled={clears}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              keepOriginals(!checked);
              if (checked && count > 0) setAsking('originals');
            }}
          />{' '}
          <b>不保存原件</b>
        </label>
        ：只保存读出的内容和核验结果，不保存您的文件本身。将来读取方法改进时，要重新导入文件才能重读。
      </p>
      {count > 0 && (
        <p class="actions">
          <span>
            本机现有 {count} 个原件，约 {sizeWords(bytes)}。
          </span>
          <button type="button" class="button small" onClick={() => setAsking('originals')}>
            删除这些原件
          </button>
        </p>
      )}
      <p>
        <label>
          <input
            type="checkbox"
            checked={clears}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              if (checked && (reports > 0 || library.files.value.length > 0)) {
                // Not before it is confirmed.
                event.currentTarget.checked = false;
                setAsking('closing');
              } else void clearOnClosing(checked);
            }}
          />{' '}
          <b>关闭即清除</b>
        </label>
        ：导入的内容和结果只在页面打开期间保留，关闭或刷新页面后，本机什么都不留。下次要看，须重新导入。
      </p>
      {asking === 'originals' && (
        <ConfirmDialog title="删除已保存的原件？" act={`删除 ${count} 个原件`} stay="先留着" danger onAct={dropOriginals} onClose={close}>
          <p>
            将删除本机保存的 {count} 个原件（约 {sizeWords(bytes)}
            ），不能撤销。您自己电脑里的文件不受影响；读出的内容、核验结果和处理记录都保留。
          </p>
        </ConfirmDialog>
      )}
      {asking === 'closing' && (
        <ConfirmDialog
          title="启用“关闭即清除”？"
          act={`启用，关闭后清除 ${reports} 份报告`}
          stay="取消"
          danger
          onAct={() => clearOnClosing(true)}
          onClose={close}
        >
          <p>
            本机现在保存着 {reports} 份报告。启用后立即从本机删除；在关闭或刷新本页之前仍可查看，之后就没有了，不能撤销。{/* no space */}
            需要留存的，请先取消，在“备份与恢复”里保存备份。
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
