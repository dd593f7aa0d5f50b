// Everything that can come in, handed to the intake: drops, picked files, pasted text, the invented examples.
import { signal } from '@preact/signals';
import { filesFromDrop, fromFileList } from './files-from-drop.ts';
import { htmlFragment, saysSomething } from './clipboard-html.ts';
import { intake } from '../intake.ts';
import { showNotice } from '../notices.ts';
import { goTo } from '../route.ts';

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

function pasteName(what = '粘贴内容'): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${what} ${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}

/**
 * Html with words in it, then files, then plain text: what is copied out of Word, a spreadsheet or a web page keeps its merged
 * cells only as html, and comes with a picture of itself beside it. Everything is taken before the first await.
 * @param needed what of it would not be read where it was pasted: a box for text takes plain text by itself
 * @returns false if there is nothing to read
 */
export function takePaste(clipboard: DataTransfer, needed: 'everything' | 'more than text' = 'everything'): boolean {
  const html = htmlFragment(clipboard.getData('text/html'));
  if (saysSomething(html)) {
    intake.takeHtml(html, pasteName());
    show();
    return true;
  }
  if (clipboard.files.length > 0) {
    void takePastedFiles(clipboard);
    return true;
  }
  return needed === 'everything' && takePastedText(clipboard.getData('text/plain'));
}

async function takePastedFiles(clipboard: DataTransfer): Promise<void> {
  const { files, sentence } = await filesFromDrop(clipboard);
  if (sentence !== null) showNotice(sentence);
  if (files.length === 0) return;
  // A picture on the clipboard is called image.png by every browser; as one among files it has a name of its own.
  const [first] = files;
  if (files.length === 1 && first && /^image\.\w+$/.test(first.file.name) && first.file.type.startsWith('image/')) {
    const name = `${pasteName('粘贴的图片')}${first.file.name.slice('image'.length)}`;
    intake.takeFiles([{ file: new File([first.file], name, { type: first.file.type }), path: '' }]);
  } else intake.takeFiles(files);
  show();
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
