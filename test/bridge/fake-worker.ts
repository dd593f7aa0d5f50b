// A worker made of a MessageChannel: the wire is real, the thread is not.
import { expose } from 'comlink';
import type { Endpoint } from 'comlink';
import type { Examination, Examiner, PackedResult, UnpackedPart, UnpackedParts } from '../../src/bridge/api.ts';
import type { WorkerLike } from '../../src/bridge/pool.ts';
import { sha256 } from '../../src/bridge/sha-256.ts';
import { failure } from '../../src/core/model/outcome.ts';
import type { FailureCode } from '../../src/core/model/outcome.ts';
import type { Summary } from '../../src/core/model/summary.ts';

export const never = new Promise<never>(() => {});

export function summary(organ: string, more: Partial<Summary> = {}): Summary {
  return {
    title: `${organ}2023年政府信息公开工作年度报告`,
    organ,
    organInferred: false,
    year: 2023,
    yearInferred: false,
    edition: '2021',
    counts: { error: 0, warning: 0, hint: 0, notAssessed: 0, doubtful: 0, passed: 3 },
    seriesFacts: { 't3.newReceived.total': 5 },
    marks: [],
    ...more,
  };
}

/** Takes the text of the file as the name of the organ; bodies are JSON like the real ones. */
export function packedFor(organ: string): PackedResult {
  const report = { organ, year: 2023, inferred: ['organ'], facts: [] };
  const body = new TextEncoder().encode(JSON.stringify({ report, findings: [], checks: [] }));
  return { summary: summary(organ), body };
}

/**
 * Answers by the words in the file: `hang` never, `crash` dies, `throw` rejects, `bad` is no report,
 * `part` fails in part, `two` holds two reports; anything else is one report of that organ.
 * `zip` and lines of `path=content` is an archive; a content of `!code` cannot be unpacked, a line `hang!` takes for ever.
 */
function fakeExaminer(die: () => void): Examiner {
  let lines: string[] = [];
  let name = '';
  return {
    async openFolder(bytes, path) {
      lines = new TextDecoder().decode(bytes).split('\n').slice(1);
      name = path;
    },
    async nextParts(most): Promise<UnpackedParts> {
      const parts: UnpackedPart[] = [];
      for (let size = 0; lines.length > 0 && (parts.length === 0 || size < most) && parts.length < 3; ) {
        const line = lines.shift()!;
        if (line === 'hang!') return never;
        if (line === 'crash!') {
          die();
          return never;
        }
        const [inner, content = ''] = line.split('=') as [string, string?];
        const path = `${name}/${inner}`;
        const bytes = bytesOf(content);
        size += bytes.length;
        if (content.startsWith('!')) parts.push({ ok: false, path, failure: failure(path, content.slice(1) as FailureCode) });
        else parts.push({ ok: true, path, bytes });
      }
      return { parts, over: lines.length === 0, pictures: lines.length === 0 && name.includes('图') ? 2 : 0 };
    },
    digest: async (bytes) => ({ id: sha256(bytes), bytes }),
    async examine(bytes, fileName): Promise<Examination> {
      const text = new TextDecoder().decode(bytes);
      if (text.startsWith('zip\n')) return { ok: 'folder', bytes };
      if (text.includes('hang')) return never;
      if (text.includes('crash')) {
        die();
        return never;
      }
      if (text.includes('throw')) throw new Error('thrown');
      if (text.includes('bad')) return { ok: false, failure: failure(fileName, 'not-a-report'), bytes };
      const failures = text.includes('part') ? [failure('附件.pdf', 'unsupported')] : [];
      const reports = text.includes('two') ? [packedFor(`${text}甲`), packedFor(`${text}乙`)] : [packedFor(text)];
      return { ok: true, reports, failures, reading: { format: 'text', charset: 'utf-8', notes: [] }, bytes };
    },
    async recheck(body, overrides) {
      const { report } = JSON.parse(new TextDecoder().decode(body)) as { report: { organ: string; year: number } };
      if (report.organ.includes('unsteady')) throw new Error('thrown');
      const organ = overrides.organ ?? report.organ;
      return { summary: summary(organ, { year: overrides.year ?? report.year, organInferred: false }), body, overrides };
    },
  };
}

export interface FakeWorkers {
  readonly create: () => Promise<WorkerLike>;
  made: number;
  alive: number;
}

export function fakeWorkers(make: (die: () => void) => Examiner = fakeExaminer): FakeWorkers {
  const workers: FakeWorkers = {
    made: 0,
    alive: 0,
    async create() {
      workers.made += 1;
      workers.alive += 1;
      const { port1, port2 } = new MessageChannel();
      const errors: ((event: Event) => void)[] = [];
      expose(
        make(() => {
          for (const listener of errors) listener(new Event('error'));
        }),
        port2 as unknown as Endpoint,
      );
      let ended = false;
      return {
        postMessage: (message, transfer) => port1.postMessage(message, transfer as never),
        addEventListener: (type, listener) => {
          if (type === 'error') errors.push(listener as never);
          else port1.addEventListener(type, listener as never);
        },
        removeEventListener: (type, listener) => port1.removeEventListener(type, listener as never),
        start: () => port1.start(),
        terminate() {
          if (ended) return;
          ended = true;
          workers.alive -= 1;
          port1.close();
          port2.close();
        },
      };
    },
  };
  return workers;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds until something is said never to come: long, since other tests may have the machine for themselves meanwhile. */
const PATIENCE = 15_000;

/** Waits until something holds, and fails with its name if it never does. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (const from = Date.now(); !holds(); ) {
    if (Date.now() - from > PATIENCE) throw new Error(`never came: ${what}`);
    await sleep(5);
  }
}
