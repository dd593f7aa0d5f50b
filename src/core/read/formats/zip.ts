// Zip archives as folders of files: every part is read by whichever format takes it. Office packages are not its business.
import type { SourceDocument } from '../../model/document.ts';
import type { Failure } from '../../model/outcome.ts';
import { looksLikeArchive, openArchive } from '../archive.ts';
import { isFolder, listParts, refuseEmpty } from '../archive-parts.ts';
import { defineFormat } from '../format.ts';
import { LIMITS, tooDeep } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';

export default defineFormat({
  id: 'zip',
  name: 'ZIP压缩包',
  extensions: ['zip'],
  recognise({ archive, bytes }) {
    // One whose directory cannot be read is taken too, to say what is wrong with it.
    if (!archive) return looksLikeArchive(bytes) ? 'certain' : 'no';
    return isFolder(archive) ? 'certain' : 'no';
  },
  async read({ bytes, path, archive: opened, budget, inside }) {
    const archive = opened ?? openArchive(bytes, budget);
    if (budget.depth >= LIMITS.nesting) throw tooDeep();
    const listed = listParts(archive);
    const empty = refuseEmpty(listed, path);
    if (empty) return { ok: false, failure: empty };
    const documents: SourceDocument[] = [];
    const failures: Failure[] = [];
    for (const entry of listed.parts) {
      const partPath = `${path}/${entry.path}`;
      try {
        const result = await inside(archive.unpack(entry), partPath);
        if (result.ok) documents.push(...result.documents);
        failures.push(...(result.ok ? result.failures : [result.failure]));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        failures.push(error.failure(partPath));
      }
    }
    const [first] = documents;
    const [reason] = failures;
    if (!first && reason) {
      const message = failures.length === 1 ? reason.message : `“${path}”里的${failures.length}个文件都没有读取：${reason.message}`;
      return { ok: false, failure: { ...reason, message } };
    }
    if (first && listed.pictures > 0) {
      const message = `压缩包里另有${listed.pictures}张图片没有读取。`;
      documents[0] = { ...first, notes: [...first.notes, { code: 'pictures-left-out', message, weight: 'info' }] };
    }
    return { ok: true, documents, failures };
  },
});
