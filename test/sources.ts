// The sources of the page and of the workers, as texts.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Source {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

export function sources(): Source[] {
  return ['src', 'workers']
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => ({ file: name.split(path.sep).join('/'), text: readFileSync(path.join(root, name), 'utf8') }));
}
