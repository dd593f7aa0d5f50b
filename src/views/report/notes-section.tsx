// 读取说明 of the open report: what was joined, put in order or skipped while reading.
import type { StoredFile, StoredReport } from '../../app/library.ts';

export function NotesSection({ stored, file }: { readonly stored: StoredReport; readonly file: StoredFile | null }) {
  const seen = new Set<string>();
  const notes = [...stored.report.notes, ...(file?.notes ?? [])].filter((note) => {
    const id = `${note.code} ${note.message}`;
    return seen.has(id) ? false : seen.add(id);
  });
  const cautions = notes.filter((note) => note.weight === 'caution').length;
  if (notes.length === 0) return null;
  return (
    <details class="aside" open={cautions > 0}>
      <summary>
        读取说明 {notes.length} 条<span class="muted">　读取时做过的拼接、还原和略去，不是单位的差错</span>
      </summary>
      <ul class="notes">
        {notes.slice(0, 100).map((note, index) => (
          <li key={index} class={note.weight === 'caution' ? 'caution' : ''}>
            {note.weight === 'caution' && <b>注意：</b>}
            {note.message}
          </li>
        ))}
      </ul>
      {notes.length > 100 && <p class="muted">另有 {notes.length - 100} 条未列出。</p>}
    </details>
  );
}
