// What the page has kept in its database, as a test sees it: files with their reports unpacked.
import type { Page } from 'playwright-core';

export interface KeptReport {
  readonly organ: string | null;
  readonly year: number | null;
  /** Key, printed number and certainty, as one string each, sorted. */
  readonly facts: readonly string[];
  readonly headings: readonly string[];
  readonly findings: readonly string[];
}

export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly failure: string | null;
  readonly keepsOriginal: boolean;
  readonly reports: readonly KeptReport[];
}

/** By path and name. */
export async function keptInPage(page: Page): Promise<KeptFile[]> {
  const all = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('gouji');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error));
    });
    const read = <T>(name: string): Promise<T[]> =>
      new Promise((resolve, reject) => {
        const asking = database.transaction(name).objectStore(name).getAll();
        asking.addEventListener('success', () => resolve(asking.result as T[]));
        asking.addEventListener('error', () => reject(asking.error));
      });
    const files = await read<Record<string, unknown> & { reportIds: string[] }>('files');
    const reports = new Map(
      (await read<{ id: string; body: Uint8Array<ArrayBuffer> }>('reports')).map((report) => [report.id, report.body]),
    );
    database.close();
    const opened = [];
    for (const file of files) {
      const bodies = [];
      for (const id of file.reportIds) {
        const stream = new Blob([reports.get(id)!]).stream().pipeThrough(new DecompressionStream('gzip'));
        bodies.push(await new Response(stream).text());
      }
      opened.push({ file, bodies });
    }
    return opened;
  });
  return all
    .map(({ file, bodies }) => ({
      id: file['id'] as string,
      name: file['name'] as string,
      path: file['path'] as string,
      format: file['format'] as string,
      failure: (file['failure'] as { code: string } | null)?.code ?? null,
      keepsOriginal: file['keepsOriginal'] as boolean,
      reports: bodies.map((body) => briefly(JSON.parse(body) as Examined)),
    }))
    .sort((a, b) => (`${a.path}/${a.name}` < `${b.path}/${b.name}` ? -1 : 1));
}

interface Examined {
  readonly report: {
    readonly organ: string | null;
    readonly year: number | null;
    readonly facts: readonly { readonly key: string; readonly value: number | null; readonly certainty: string }[];
    readonly sections: readonly { readonly title: string }[];
  };
  readonly findings: readonly { readonly fingerprint: string }[];
}

/** A report in a form that can be compared. */
export function briefly({ report, findings }: Examined): KeptReport {
  return {
    organ: report.organ,
    year: report.year,
    facts: report.facts.map(({ key, value, certainty }) => `${key} ${value} ${certainty}`).sort(),
    headings: report.sections.map(({ title }) => title),
    findings: findings.map(({ fingerprint }) => fingerprint).sort(),
  };
}
