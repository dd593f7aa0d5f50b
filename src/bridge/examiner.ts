// The worker's side of the bridge: the core behind the interface of api.ts. Imported by the worker's entry only.
import { transfer } from 'comlink';
import { check, examine, organKindOf } from '../core/index.ts';
import { withOverrides } from '../core/model/correction.ts';
import { failure } from '../core/model/outcome.ts';
import type { Examined, Outcome } from '../core/model/outcome.ts';
import { summarise } from '../core/model/summary.ts';
import type { Examination, Examiner, PackedResult, Rechecked } from './api.ts';
import { pack, unpack } from './packing.ts';
import { sha256 } from './sha-256.ts';

export const examiner: Examiner = {
  async digest(bytes) {
    return transfer({ id: sha256(bytes), bytes }, [bytes.buffer as ArrayBuffer]);
  },

  async examine(bytes, fileName, options) {
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

  async recheck(body, overrides, options) {
    const { report } = await unpack(body);
    const { organ } = overrides;
    const full = organ === undefined ? overrides : { ...overrides, organKind: organKindOf(organ) };
    const corrected = withOverrides(report, full);
    const result = check(corrected, options);
    const answer: Rechecked = { ...(await packed({ report, ...result }, { report: corrected, ...result })), overrides: full };
    return transfer(answer, buffersOf([answer.body]));
  },
};

/** What is kept is the report as read; what is listed is the report as corrected. */
async function packed(kept: Examined, listed: Examined): Promise<PackedResult> {
  return { summary: summarise(listed.report, listed.findings, listed.checks), body: await pack(kept) };
}

function buffersOf(arrays: readonly Uint8Array[]): ArrayBuffer[] {
  return arrays.map((array) => array.buffer as ArrayBuffer);
}
