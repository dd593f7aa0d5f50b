// The rehearsals of what can go wrong with a machine, with as many files as README.md speaks of: `npm run rehearsals`.
//   npm run rehearsals -- 2000      with so many
import path from 'node:path';
import { root, run } from '../../.ci/install.mjs';

const [files = '500'] = process.argv.slice(2);
const args = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'browser', 'test/browser/rehearsals.test.ts'];
const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C', GOUJI_REHEARSAL_FILES: files };
process.exitCode = await run(process.execPath, args, { env });
