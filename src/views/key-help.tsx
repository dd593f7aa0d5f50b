// Which keys do what. One table, shown on the report page and on 关于.
import { signal } from '@preact/signals';
import { Dialog } from './dialog.tsx';

export const helpShown = signal(false);

const KEYS: readonly (readonly [string, string])[] = [
  ['J 或 ↓', '下一条问题（↓ 须先把光标放在问题栏里）'],
  ['K 或 ↑', '上一条问题'],
  ['Enter', '跳到原文中的单元格'],
  ['D', '处理选中的问题（误报、已说明等）；已处理的则恢复'],
  ['Esc', '回到问题栏'],
  ['?', '显示本说明'],
  ['Ctrl+V', '在任意页面粘贴报告内容'],
  ['Ctrl+Z', '撤销刚才的删除、处理或恢复默认'],
  ['Tab', '依次移到下一个按钮或链接'],
];

export function KeyTable() {
  return (
    <table class="keys">
      <tbody>
        {KEYS.map(([key, what]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function KeyHelp() {
  if (!helpShown.value) return null;
  const close = () => (helpShown.value = false);
  return (
    <Dialog title="快捷键" onClose={close}>
      <KeyTable />
      <p class="actions">
        <button type="button" class="button primary" onClick={close}>
          知道了
        </button>
      </p>
    </Dialog>
  );
}
