// Keeps what came of files: many results in one transaction, listed when they are written.
import type { ImportRecord } from '../../store/records.ts';
import type { Neighbours } from '../neighbours.ts';
import type { Catalogue } from './catalogue.ts';
import type { Clearings } from './clearings.ts';
import type { Corrections } from './corrections.ts';
import type { Order } from './in-order.ts';
import { noteRemoval } from './noting.ts';
import type { Said } from './said.ts';

/** Records in one transaction: a file and each of its reports count one. */
const BATCH_RECORDS = 50;
/** Bytes in one transaction; the page copies them. */
const BATCH_BYTES = 16 * 1024 * 1024;

export interface Writing {
  /** Keeps what came of one file, in place of what came of it before. Resolves when it is written and listed. */
  addFile(record: ImportRecord): Promise<void>;
  /** Does not let what waits wait longer. */
  writeWaiting(): Promise<void>;
  /** What is not written yet never will be: another window has cleared everything. */
  dropWaiting(): void;
}

export interface WritingParts {
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly said: Said;
  readonly corrections: Corrections;
  readonly clearings: Clearings;
  readonly neighbours: Neighbours;
  readonly keepsOriginals: () => boolean;
  /** Milliseconds a result waits for others to be written with. */
  readonly writeEvery: number;
  /** Results were written that are of other wishes than those of now. */
  readonly onOutdated: () => void;
}

interface Waiting {
  readonly record: ImportRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createWriting({
  catalogue,
  order,
  said,
  corrections,
  clearings,
  neighbours,
  keepsOriginals,
  writeEvery,
  onOutdated,
}: WritingParts): Writing {
  let waiting: Waiting[] = [];
  let records = 0;
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drops = 0;

  function wait(record: ImportRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ record, resolve, reject });
      records += 1 + record.reports.length;
      bytes += record.reports.reduce((sum, { body }) => sum + body.byteLength, record.original?.byteLength ?? 0);
      if (records >= BATCH_RECORDS || bytes >= BATCH_BYTES) void writeWaiting();
      else timer ??= setTimeout(() => void writeWaiting(), writeEvery);
    });
  }

  function writeWaiting(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const these = waiting;
    if (these.length === 0) return Promise.resolve();
    waiting = [];
    records = 0;
    bytes = 0;
    return write(these);
  }

  function write(these: readonly Waiting[]): Promise<void> {
    const then = drops;
    return order.inOrder(async (store) => {
      try {
        if (then !== drops) {
          for (const { resolve } of these) resolve();
          return;
        }
        // A removal that can be taken back would swallow a file that was imported again.
        if (these.some(({ record: { file } }) => catalogue.hides(file.id))) {
          await noteRemoval(catalogue, store, [], []);
          neighbours.tell({ all: true });
        }
        const written = await store.addFiles(these.map(({ record }) => record));
        for (const [index, { record }] of these.entries()) catalogue.put(written[index]!, record.summaries);
        catalogue.show();
        neighbours.tell({ files: written.map(({ id }) => id) });
        for (const { resolve } of these) resolve();
        // The wishes changed while these were on their way.
        const now = said.currentWishes.value;
        if (these.some(({ record }) => record.summaries.some(({ checkedWith }) => checkedWith !== now))) onOutdated();
      } catch (error) {
        for (const { reject } of these) reject(error);
      }
    });
  }

  function addFile(record: ImportRecord): Promise<void> {
    const before = catalogue.file(record.file.id);
    // Of now: it may have to wait, and what was begun before a clearing is not to come after it.
    const period = clearings.period();
    // Alone: a check in the background that began before would put the old report back.
    return order.alone(before?.reportIds ?? [], async () => {
      if (period !== clearings.period()) return;
      const wanted = keepsOriginals() ? record : { ...record, original: null };
      const corrected = before && !catalogue.hides(before.id) ? await corrections.withCorrections(before, wanted) : wanted;
      if (period === clearings.period()) await wait(corrected);
    });
  }

  return {
    addFile,
    writeWaiting,
    dropWaiting() {
      void writeWaiting();
      drops += 1;
    },
  };
}
