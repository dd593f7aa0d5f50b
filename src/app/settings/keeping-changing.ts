// Changes what is kept on this machine, and carries it out at once.
import { keeping, setKeeping } from './keeping.ts';
import { library } from '../library.ts';
import { journal } from '../journal.ts';
import { showNotice } from '../notices.ts';

/** Originals that lie here, with their size in bytes. */
export function keptOriginals(): { readonly count: number; readonly bytes: number } {
  const kept = library.files.value.filter(({ keepsOriginal }) => keepsOriginal);
  return { count: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) };
}

const FOR_NOW = '浏览器不允许记住这个选择：只在这次打开期间有效。';

export function keepOriginals(keep: boolean): void {
  const remembered = setKeeping({ ...keeping.peek(), originals: keep });
  const said = keep ? '今后导入的文件会同时保存原件。' : '今后导入的文件不再保存原件，只保存读出的内容和核验结果。';
  showNotice(remembered ? said : `${said}${FOR_NOW}`);
}

/** There is no way back. */
export async function dropOriginals(): Promise<void> {
  const { count } = keptOriginals();
  try {
    await library.dropOriginals();
    showNotice(`已删除 ${count} 个原件。读出的内容和核验结果都还在。`);
  } catch {
    showNotice('没能删除原件，请刷新页面后再试。');
  }
}

/** What is here stays to be seen until the page is closed, and is taken out of the database at once. */
export async function clearOnClosing(clear: boolean): Promise<void> {
  const remembered = setKeeping({ ...keeping.peek(), clearOnClosing: clear });
  if (!clear) {
    showNotice('已停用“关闭即清除”。刷新页面后，新导入的结果会保存在本机；这次打开期间的内容仍然不保存。');
    return;
  }
  try {
    // Begun by the change itself (library.ts); here its end is waited for.
    await library.stopKeeping();
    journal.clear();
    showNotice(remembered ? '已启用“关闭即清除”：本机已不再保存，关闭页面后什么都不会留下。' : `已启用“关闭即清除”。${FOR_NOW}`);
  } catch {
    setKeeping({ ...keeping.peek(), clearOnClosing: false });
    showNotice('没能从本机存储中取出已保存的内容，“关闭即清除”没有启用。请刷新页面后再试，或先点“清空全部”。');
  }
}
