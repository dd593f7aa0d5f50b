// How much memory and time the hostile files of the ledger cost, each in a process of its own: the highest resident size while it
// is read, above what stood before. Wanted: under 300 MB. By hand, on Linux: `node test/bench/bomb-memory.mjs`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { module: ledger } = await runnerImport('./test/read/ledger.ts', { root, logLevel: 'error' });
const hostile = ledger.LEDGER.filter((/** @type {{ hostile?: true }} */ entry) => entry.hostile);
const chosen = process.argv[2];

/** @param {string} field */
const resident = (field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;

if (chosen === undefined) {
  for (const { what } of hostile) {
    const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), what], { encoding: 'utf8' });
    process.stdout.write(stdout || `${what}: ${stderr.slice(-300)}\n`);
  }
} else {
  const { module: reader } = await runnerImport('./src/core/read/index.ts', { root, logLevel: 'error' });
  const { build, fileName } = hostile.find((/** @type {{ what: string }} */ { what }) => what === chosen);
  const bytes = build();
  globalThis.gc?.();
  // From here on the highest size is counted anew.
  writeFileSync('/proc/self/clear_refs', '5');
  const before = resident('VmRSS');
  const began = process.cpuUsage();
  const result = await reader.read(bytes, fileName);
  const { user, system } = process.cpuUsage(began);
  const code = result.ok ? 'read' : result.failure.code;
  const peak = Math.round(resident('VmHWM') - before);
  console.log(
    `${chosen}：${Math.round(bytes.length / 1024)} kB，${code}，峰值 ${peak} MB，处理器 ${Math.round((user + system) / 1000)} 毫秒`,
  );
}
