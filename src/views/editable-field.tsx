// A word that can be corrected by hand: shown, with 推断 or 已改 beside it, and a small form when asked for.
import { useEffect, useRef, useState } from 'preact/hooks';
import { showNotice } from '../app/notices.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  /** 单位, 年度 */
  readonly name: string;
  readonly value: string | null;
  readonly inferred: boolean;
  readonly corrected?: boolean;
  /** A number of four digits is wanted. */
  readonly numeric?: boolean;
  /** Where a click on the word leads. */
  readonly href?: string;
  /** Resolves to a Chinese sentence if it could not be kept. `null` takes the correction back. */
  readonly onSave: (value: string | null) => Promise<string | null>;
}

export function EditableField({ name, value, inferred, corrected = false, numeric = false, href, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  const shown = value ?? `${name}不明`;
  return (
    <span class={`editable${numeric ? ' numeric' : ''}`}>
      {href ? <a href={href}>{shown}</a> : <span class={value === null ? 'muted' : ''}>{shown}</span>}
      {inferred && !corrected && (
        <span class="tag" title={`原文没有直接写明${name}，由正文或文件名推断，请核对`}>
          推断
        </span>
      )}
      {corrected && (
        <span class="tag" title={`${name}由人工改正`}>
          人工
        </span>
      )}
      <button
        type="button"
        class="button tiny quiet"
        aria-label={`改正${name}：${shown}`}
        title={`改正${name}`}
        onClick={() => setEditing(true)}
      >
        改
      </button>
      {editing && (
        <FieldForm name={name} value={value} numeric={numeric} corrected={corrected} onSave={onSave} onClose={() => setEditing(false)} />
      )}
    </span>
  );
}

interface FormProps extends Pick<Props, 'name' | 'value' | 'onSave'> {
  readonly numeric: boolean;
  readonly corrected: boolean;
  readonly onClose: () => void;
}

function FieldForm({ name, value, numeric, corrected, onSave, onClose }: FormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const save = async (next: string | null) => {
    setBusy(true);
    const sentence = await onSave(next);
    setBusy(false);
    if (sentence !== null) setWrong(sentence);
    else {
      onClose();
      showNotice(next === null ? `${name}已恢复为读出的内容，并重新核验。` : `${name}已改为“${next}”，并重新核验。`);
    }
  };
  return (
    <Dialog title={`改正${name}`} onClose={onClose}>
      <form
        class="field-form"
        onSubmit={(event) => {
          event.preventDefault();
          const next = text.trim();
          if (numeric && !/^(19|20)\d\d$/.test(next)) setWrong('请填四位数字的年份，如 2023。');
          else if (!next) setWrong(`请填写${name}。`);
          else void save(next);
        }}
      >
        <label>
          <span>{name}</span>
          <input
            ref={input}
            value={text}
            maxLength={numeric ? 4 : 60}
            {...(numeric ? { inputMode: 'numeric' as const } : {})}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <span class="actions">
          <button type="submit" class="button primary small" disabled={busy}>
            保存
          </button>
          {corrected && (
            <button type="button" class="button small" disabled={busy} onClick={() => void save(null)}>
              恢复读出的
            </button>
          )}
          <button type="button" class="button small" onClick={onClose}>
            取消
          </button>
        </span>
        {wrong && (
          <span class="field-wrong" role="alert">
            {wrong}
          </span>
        )}
      </form>
    </Dialog>
  );
}
