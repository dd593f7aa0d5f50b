// The worker's side of the bridge: the core behind the interface of api.ts. Imported by the worker's entry only.
import { transfer } from 'comlink';
import { check, examine, mayUnpack, organKindOf, unpack as unpackFolder, withStatements } from '../core/index.ts';
import type { LeftOut, Part } from '../core/index.ts';
import { unreadCells } from '../core/form/index.ts';
import { withOverrides } from '../core/model/correction.ts';
import { failure } from '../core/model/outcome.ts';
import type { Examined, Outcome } from '../core/model/outcome.ts';
import { summarise } from '../core/model/summary.ts';
import type { Examination, Examiner, PackedResult, Rechecked, UnpackedPart, UnpackedParts } from './api.ts';
import { pack, unpack } from './packing.ts';
import { sha256 } from './sha-256.ts';

/** The archive that is taken apart in this worker. */
let folder: Iterator<Part, LeftOut> | null = null;
let leftOut: LeftOut = { pictures: 0 };

export const examiner: Examiner = {
  async digest(bytes) {
    return transfer({ id: sha256(bytes), bytes }, [bytes.buffer as ArrayBuffer]);
  },

  async examine(bytes, fileName, options) {
    if (isFolder(bytes, fileName)) return transfer<Examination>({ ok: 'folder', bytes }, [bytes.buffer as ArrayBuffer]);
    let outcome: Outcome;
    try {
      outcome = await examine(bytes, fileName, { check: options });
    } catch (error) {
      // The kind of the error only: its message may quote the document.
      const kind = error instanceof Error ? error.name : 'Error';
      outcome = { ok: false, failure: failure(fileName, 'crashed', `处理中断（${kind}）`) };
    }
    if (!outcome.ok) return transfer<Examination>({ ...outcome, bytes }, [bytes.buffer as ArrayBuffer]);
    const reports: PackedResult[] = [];
    for (const examined of outcome.reports) reports.push(await packed(examined, examined));
    const examination: Examination = { ok: true, reports, failures: outcome.failures, reading: outcome.reading, bytes };
    return transfer(examination, buffersOf([bytes, ...reports.map(({ body }) => body)]));
  },

  async openFolder(bytes, path) {
    folder = unpackFolder(bytes, path);
    if (!folder) throw new Error('not a folder');
  },

  async nextParts(most) {
    if (!folder) throw new Error('no folder is open');
    const parts: UnpackedPart[] = [];
    let size = 0;
    let over = false;
    while (parts.length < AT_ONCE && (parts.length === 0 || size < most)) {
      const step = folder.next();
      if (step.done) {
        over = true;
        leftOut = step.value;
        break;
      }
      const part = step.value;
      if (part.ok) {
        // A part that was stored unpacked is a view into the archive, which is still needed.
        const bytes = part.bytes.byteLength === part.bytes.buffer.byteLength ? part.bytes : part.bytes.slice();
        parts.push({ ok: true, path: part.path, bytes });
        size += bytes.byteLength;
      } else parts.push({ ok: false, path: part.failure.path, failure: part.failure });
    }
    const answer: UnpackedParts = { parts, over, pictures: leftOut.pictures };
    return transfer(answer, buffersOf(parts.flatMap((part) => (part.ok ? [part.bytes] : []))));
  },

  async recheck(body, overrides, options) {
    const kept = await unpack(body);
    // A report kept by an older version does not have them yet.
    const report = withStatements(kept.report);
    const { organ } = overrides;
    const full = organ === undefined ? overrides : { ...overrides, organKind: organKindOf(organ) };
    const corrected = withOverrides(report, full);
    const result = check(corrected, options);
    const answer: Rechecked = { ...(await packed({ report, ...result }, { report: corrected, ...result })), overrides: full };
    return transfer(answer, buffersOf([answer.body]));
  },
};

/** Parts in one answer. */
const AT_ONCE = 64;

/** Whether it is an archive to be taken apart and not the package of one document. Only its directory is read. */
function isFolder(bytes: Uint8Array, fileName: string): boolean {
  try {
    return mayUnpack(bytes) && unpackFolder(bytes, fileName) !== null;
  } catch {
    // What is wrong with it is told when it is examined.
    return false;
  }
}

/** What is kept is the report as read; what is listed is the report as corrected. */
async function packed(kept: Examined, listed: Examined): Promise<PackedResult> {
  return { summary: summarise(listed.report, listed.findings, listed.checks, unreadCells(listed.report)), body: await pack(kept) };
}

function buffersOf(arrays: readonly Uint8Array[]): ArrayBuffer[] {
  return arrays.map((array) => array.buffer as ArrayBuffer);
}
