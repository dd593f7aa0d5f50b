// Plain text: .txt and whatever else is text without markup.
import { createBlockList } from '../block-list.ts';
import { decodeText } from '../charset.ts';
import { defineFormat } from '../format.ts';
import { readLines } from '../lines.ts';
import { finishText } from '../text-document.ts';

export default defineFormat({
  id: 'text',
  name: '纯文本',
  extensions: ['txt', 'text'],
  recognise(sample) {
    if (sample.head === null) return 'no';
    return sample.extension === 'txt' || sample.extension === 'text' ? 'likely' : 'possible';
  },
  async read(source) {
    const decoded = decodeText(source.bytes);
    const list = createBlockList();
    readLines(decoded.text, list);
    return finishText(source, decoded, { blocks: list.blocks, notes: list.notes(), metaTitle: null });
  },
});
