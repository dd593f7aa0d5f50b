// PDF with a text layer. The engine is provided by whoever runs the core: in the page a worker of its own, here in Node at once.
import { failure } from '../../model/outcome.ts';
import { defineFormat } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { finishPages } from '../page-document.ts';
import { pdfEngine } from '../pdf/engine.ts';
// See package.json: in Node the engine at once, in builds for browsers none, so that the light worker carries no pdf.js.
import { engine as ownEngine } from '#pdf-engine';

export default defineFormat({
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  recognise(sample) {
    return hasMark(sample.bytes.subarray(0, 1024)) ? 'certain' : 'no';
  },
  async read(source) {
    const engine = pdfEngine() ?? ownEngine;
    if (engine === null) return { ok: false, failure: failure(source.path, 'needs-pdf-worker') };
    const opened = await engine.open(source.bytes, { pages: LIMITS.pages, operations: LIMITS.operations });
    if (!opened.ok) {
      const cut = opened.reason === 'damaged' && !hasEnd(source.bytes);
      return { ok: false, failure: failure(source.path, cut ? 'truncated' : opened.reason) };
    }
    const finished = finishPages(source.path, opened, []);
    return 'code' in finished ? { ok: false, failure: finished } : { ok: true, documents: [finished], failures: [] };
  },
});

/** %PDF- may stand behind a little junk. */
function hasMark(bytes: Uint8Array): boolean {
  return find(bytes, '%PDF-') >= 0;
}

function hasEnd(bytes: Uint8Array): boolean {
  return find(bytes.subarray(Math.max(0, bytes.length - 2048)), '%%EOF') >= 0;
}

function find(bytes: Uint8Array, word: string): number {
  for (let at = bytes.indexOf(word.charCodeAt(0)); at >= 0; at = bytes.indexOf(word.charCodeAt(0), at + 1)) {
    let same = 1;
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same++;
    if (same === word.length) return at;
  }
  return -1;
}
