// What runs on other people's machines in our name: actions by the hash of a commit, and no more rights than the job needs.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../.github/workflows');
const manifest = JSON.parse(readFileSync(path.resolve(folder, '../../package.json'), 'utf8')) as { scripts: Record<string, string> };

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');

  it('takes every action by the full hash of a commit, with its version beside it, and only from the makers of the place', () => {
    const used = [...text.matchAll(/uses: *(.*)/g)].map(([, what]) => what!);
    expect(used.length).toBeGreaterThan(0);
    for (const each of used) expect(each).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has no rights but those a job asks for, and leaves none behind', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    expect(text).not.toMatch(/write-all|pull_request_target|secrets\./);
    expect((text.match(/actions\/checkout@/g) ?? []).length).toBe((text.match(/persist-credentials: false/g) ?? []).length);
    expect((text.match(/runs-on:/g) ?? []).length).toBe((text.match(/timeout-minutes:/g) ?? []).length);
    // Words of others never become commands.
    for (const [, line] of text.matchAll(/run: *(.*)/g)) expect(line).not.toContain('${{');
  });

  it('runs commands that exist', () => {
    for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(manifest.scripts)).toContain(script);
  });
});
