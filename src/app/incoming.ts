// Everything that can come in, handed to the intake: drops, picked files, pasted text, the invented examples.
import { signal } from '@preact/signals';
import { filesFromDrop, fromFileList } from './files-from-drop.ts';
import { intake } from './intake.ts';
import { showNotice } from './notices.ts';
import { goTo } from './route.ts';

/** The examples are being fetched out of their chunk. */
export const loadingExamples = signal(false);

function show(): void {
  goTo({ page: 'list' });
}

export async function takeDrop(transfer: DataTransfer): Promise<void> {
  const { files, sentence } = await filesFromDrop(transfer);
  if (sentence !== null) showNotice(sentence);
  else if (files.length === 0) showNotice('拖入的内容里没有文件。');
  if (files.length === 0) return;
  intake.takeFiles(files);
  show();
}

export function takePicked(list: FileList | null): void {
  if (!list || list.length === 0) return;
  intake.takeFiles(fromFileList(list));
  show();
}

function pasteName(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `粘贴内容 ${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}

/** @returns false if the clipboard holds nothing to read */
export function takePaste(clipboard: DataTransfer): boolean {
  if (clipboard.files.length > 0 && !clipboard.types.includes('text/html')) {
    intake.takeFiles(fromFileList(clipboard.files));
    show();
    return true;
  }
  // Html first: a table copied out of Word or a web page keeps its merged cells only there.
  const html = clipboard.getData('text/html');
  if (html.trim()) {
    intake.takeHtml(html, pasteName());
    show();
    return true;
  }
  return takePastedText(clipboard.getData('text/plain'));
}

/** @returns false if there is no text */
export function takePastedText(text: string): boolean {
  if (!text.trim()) return false;
  intake.takeText(text, pasteName());
  show();
  return true;
}

export async function takeExamples(): Promise<void> {
  if (loadingExamples.value) return;
  loadingExamples.value = true;
  try {
    const { exampleReports } = await import('./example-reports.ts');
    intake.takeFiles(exampleReports.map(({ name, text }) => ({ file: new File([text], name), path: '示例' })));
    show();
  } catch {
    showNotice('示例没有载入成功，请重新打开本页再试。');
  } finally {
    loadingExamples.value = false;
  }
}
