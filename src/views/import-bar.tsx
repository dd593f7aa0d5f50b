// The ways in: files, a folder, pasted text, examples. Drop and Ctrl+V work everywhere and are only mentioned here.
import { useRef, useState } from 'preact/hooks';
import { loadingExamples, takeExamples, takePaste, takePastedText, takePicked } from '../app/incoming/incoming.ts';
import { Dialog } from './dialog.tsx';

export function ImportBar({ roomy }: { readonly roomy: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const picked = (event: { readonly currentTarget: HTMLInputElement }) => {
    takePicked(event.currentTarget.files);
    // So that picking the same file again is noticed.
    event.currentTarget.value = '';
  };
  return (
    <section class={`import-bar${roomy ? ' roomy' : ''}`} aria-label="导入">
      <p class="drop-hint">{roomy ? '把年报文件或文件夹拖到窗口任意位置' : '可把文件、文件夹拖到窗口任意位置，或按 Ctrl+V 粘贴'}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => files.current?.click()}>
          选择文件
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          选择文件夹
        </button>
        <button type="button" class="button" onClick={() => setPasting(true)}>
          粘贴
        </button>
        <button type="button" class="button" disabled={loadingExamples.value} onClick={() => void takeExamples()}>
          {loadingExamples.value ? '正在载入……' : '载入示例'}
        </button>
      </div>
      <p class="privacy">文件只在本机处理，不上传；涉密文件不得在联网计算机上处理。</p>
      <input ref={files} type="file" multiple hidden data-testid="pick-files" aria-label="选择文件" onChange={picked} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        data-testid="pick-folder"
        aria-label="选择文件夹"
        onChange={picked}
        {...{ webkitdirectory: true }}
      />
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </section>
  );
}

function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const read = () => {
    if (takePastedText(text)) onClose();
    else area.current?.focus();
  };
  // Tables keep their merged cells only as html, which a box for text cannot take.
  const pasted = (event: ClipboardEvent) => {
    if (!event.clipboardData || !takePaste(event.clipboardData, 'more than text')) return;
    event.preventDefault();
    onClose();
  };
  return (
    <Dialog title="粘贴报告" onClose={onClose}>
      <p>
        先在网页、Word、WPS 或表格软件里选中整篇报告，按 Ctrl+C 复制；再在下面的框里按 Ctrl+V，或点鼠标右键选“粘贴”。{/* no space */}
        带表格的内容和文件，粘贴后立即读取；只有文字的，粘贴后点“读取”。
      </p>
      <textarea
        ref={area}
        rows={10}
        aria-label="在这里粘贴"
        placeholder="在这里按 Ctrl+V 粘贴"
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={pasted}
        value={text}
      />
      <p class="actions">
        <button type="button" class="button primary" disabled={!text.trim()} onClick={read}>
          读取
        </button>
        <button type="button" class="button" onClick={onClose}>
          取消
        </button>
      </p>
    </Dialog>
  );
}
