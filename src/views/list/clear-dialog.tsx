// Asks before everything is removed from this machine.
import { useState } from 'preact/hooks';
import { library } from '../../app/library.ts';
import { clearAll } from '../../app/removing.ts';
import { Dialog } from '../dialog.tsx';

export function ClearDialog({ onClose }: { readonly onClose: () => void }) {
  const reports = library.summaries.value.length;
  const files = library.files.value.length;
  const [busy, setBusy] = useState(false);
  const clear = async () => {
    setBusy(true);
    await clearAll();
    onClose();
  };
  return (
    <Dialog title="清空全部" onClose={onClose}>
      <p>
        将从本机删除全部 <b>{reports}</b> 份报告的核验结果和 <b>{files}</b> 个文件的副本，以及手工改正、处理记录和设置。
      </p>
      <p>
        清空后约 20 秒内可以撤销；之后、或关闭页面后就<b>不能恢复</b>了。您电脑里的原文件不受影响，需要时可以重新导入。
      </p>
      <p class="actions">
        <button type="button" class="button danger" disabled={busy} onClick={() => void clear()}>
          清空 {reports} 份报告
        </button>
        <button type="button" class="button" onClick={onClose}>
          不清空
        </button>
      </p>
    </Dialog>
  );
}
