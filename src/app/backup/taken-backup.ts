// What the last backup brought to this machine, and how it is taken back: also after the page was closed and opened again.
import type { CheckOptions } from '../../core/check/index.ts';
import type { StoredFile } from '../../store/records.ts';
import type { Library } from '../create-library.ts';

/** Noted when a backup has been taken; plain data. */
export interface TakenBackup {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Name of the backup. */
  readonly name: string;
  /** Chinese: what it brought. */
  readonly sentence: string;
  /** Files it added. `addedAt` tells them from the same files imported once more. */
  readonly added: readonly { readonly id: string; readonly addedAt: number }[];
  /** Files that could not be read here before. */
  readonly back: readonly StoredFile[];
  readonly dismissals: readonly { readonly id: string; readonly at: number }[];
  /** Wishes about rules before and after; null: they stayed as they were. */
  readonly options: { readonly before: CheckOptions; readonly after: CheckOptions } | null;
}

const NOTED = 'takenBackup';

type Shelf = Pick<
  Library,
  | 'findFile'
  | 'dropFile'
  | 'addFile'
  | 'dismissals'
  | 'changeDismissals'
  | 'checkOptions'
  | 'setCheckOptions'
  | 'readSetting'
  | 'writeSetting'
>;

/** Takes back what is still as it came. What a person has imported, said or set since stays. */
export async function takeBack(
  library: Shelf,
  { added, back, dismissals, options }: Omit<TakenBackup, 'at' | 'name' | 'sentence'>,
): Promise<void> {
  const dropped = new Set<string>();
  for (const { id, addedAt } of added) {
    if (library.findFile(id)?.addedAt !== addedAt) continue;
    await library.dropFile(id);
    dropped.add(id);
  }
  for (const file of back) {
    if (dropped.has(file.id)) await library.addFile({ file, reports: [], summaries: [], original: null });
  }
  const said = new Map(library.dismissals.peek().map(({ id, at }) => [id, at]));
  const gone = dismissals.filter(({ id, at }) => said.get(id) === at).map(({ id }) => id);
  if (gone.length > 0) await library.changeDismissals([], gone);
  if (options && JSON.stringify(library.checkOptions.peek()) === JSON.stringify(options.after))
    await library.setCheckOptions(options.before);
}

/** What is noted of the last one; null: nothing, or nothing that can be understood. */
export async function readTaken(library: Pick<Library, 'readSetting'>): Promise<TakenBackup | null> {
  const noted = await library.readSetting<Partial<TakenBackup> | null>(NOTED);
  const whole = noted && Array.isArray(noted.added) && Array.isArray(noted.back) && Array.isArray(noted.dismissals);
  return whole && typeof noted.at === 'number' ? (noted as TakenBackup) : null;
}

/** @param taken null: there is nothing to take back any more */
export function noteTaken(library: Pick<Library, 'writeSetting'>, taken: TakenBackup | null): Promise<void> {
  return library.writeSetting(NOTED, taken);
}
