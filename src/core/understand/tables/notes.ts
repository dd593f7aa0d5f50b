// Notes on what was joined or put back in order while a table was read.
import type { Note } from '../../model/document.ts';
import type { Fact } from '../../model/report.ts';
import { TABLE_NAMES } from '../../model/vocabulary.ts';
import { placeOf, rowFormOf } from './instance.ts';
import type { Draft, Instance } from './instance.ts';

/** Notes on what was joined or put back in order. */
export function notesOf(instance: Instance): Note[] {
  const notes: Note[] = [];
  const name = TABLE_NAMES[instance.table];
  instance.lines.forEach((line, index) => {
    const previous = instance.lines[index - 1];
    if (!previous || previous.block === line.block) return;
    const last = previous.cells.find((cell) => cell.line !== undefined)?.line;
    const where = last === undefined ? '' : `在第${last + 1}行`;
    notes.push({
      code: 'P-TABLE-SPLIT',
      message: `${name}${where}被空行或分页截断，已合并解析。`,
      at: { block: previous.block, row: previous.row, ...(last === undefined ? {} : { line: last + 1 }) },
    });
  });
  if (instance.table === 't3') notes.push(...shiftNotes(instance, name));
  return notes;
}

/** One note on all numbers of a table that narrow cells broke over lines. */
export function splitNotes(instance: Instance, facts: readonly Fact[]): Note[] {
  const split = facts.filter((fact) => fact.writing === 'split');
  const [first] = split;
  if (!first) return [];
  const shown = split.slice(0, 3).map((fact) => `“${fact.raw.split(/\s*\n\s*/).join('／')}”连作${fact.value}`);
  return [
    {
      code: 'P-DIGITS-SPLIT',
      message: `${TABLE_NAMES[instance.table]}有${split.length}个数在窄格里断成几行，${shown.join('、')}${split.length > 3 ? '等' : ''}，按存疑处理，请对照原件核实。`,
      at: first.at,
    },
  ];
}

/** Rows whose label slid into the first column though the table keeps the gaps of merged cells elsewhere. */
function shiftNotes(instance: Instance, name: string): Note[] {
  const keepsGaps = instance.drafts.some(
    (draft) => draft.line.geometry !== 'grid' && draft.labelIndex > 0 && draft.line.cells[0]!.text.trim() === '',
  );
  if (!keepsGaps) return [];
  const shifted = instance.drafts.filter((draft) => {
    if (!draft.entry || draft.line.geometry === 'grid' || draft.labelIndex !== 0) return false;
    const form = rowFormOf(draft.entry.key, 'any');
    return form !== null && form.path.length > 0;
  });
  const runs: Draft[][] = [];
  for (const draft of shifted) {
    const run = runs[runs.length - 1];
    const previous = run?.[run.length - 1];
    if (previous && instance.drafts.indexOf(draft) === instance.drafts.indexOf(previous) + 1) run.push(draft);
    else runs.push([draft]);
  }
  return runs.map((run) => {
    const first = run[0]!.line.cells[0]!;
    const last = run[run.length - 1]!.line.cells[0]!;
    const range = first.line === undefined ? `“${first.text.trim()}”等${run.length}行` : `第${first.line}—${last.line}行`;
    return { code: 'P-COL-SHIFT', message: `${name}${range}标签错列，已按固定行序归位。`, at: placeOf(run[0]!.line, first) };
  });
}
