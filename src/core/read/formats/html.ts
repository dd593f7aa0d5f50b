// Web pages: saved pages, pages exported by word processors, pieces of HTML pasted into a file of any name.
import { decodeText } from '../charset.ts';
import { defineFormat } from '../format.ts';
import { readMarkup, TooComplex } from '../markup.ts';
import { failure } from '../../model/outcome.ts';
import { finishText } from '../text-document.ts';

const PAGE_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b/i;
const PIECE_START =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:p|div|table|span|h[1-6]|center|section|article|font|tbody|ul|ol|style|link|script)\b[^<>]*>/i;
const BLOCK_TAG = /<\/?(?:p|div|table|tr|td|span|h[1-6]|br|ul|li|section)\b[^<>]*>/gi;

export default defineFormat({
  id: 'html',
  name: '网页',
  extensions: ['html', 'htm', 'shtml', 'xhtml', 'jhtml', 'asp', 'aspx', 'jsp', 'php'],
  recognise(sample) {
    const { head, extension } = sample;
    if (head === null) return 'no';
    if (PAGE_START.test(head)) return 'certain';
    const tags = head.match(BLOCK_TAG)?.length ?? 0;
    // Markdown may start with a tag and hold tables of HTML.
    if (PIECE_START.test(head) && tags >= 3) return extension === 'md' || extension === 'markdown' ? 'possible' : 'certain';
    // Plain text with the name of a page is read as text, by its lines.
    if (this.extensions.includes(extension)) return /<[a-z!/]/i.test(head) ? 'likely' : 'no';
    return tags > 0 ? 'possible' : 'no';
  },
  async read(source) {
    const decoded = decodeText(source.bytes);
    try {
      return finishText(source, decoded, await readMarkup(decoded.text));
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      return { ok: false, failure: failure(source.path, 'too-complex', '的标签过多或嵌套过深，没有读取') };
    }
  },
});
