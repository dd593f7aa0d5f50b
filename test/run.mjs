// The test command. Installs what is needed, runs the steps in order whatever fails before, and ends with one line:
// "N passed, N failed". Steps can be named: `node test/run.mjs types lint`.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureInstalled, root, run } from '../.ci/install.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, seconds: number, failures?: string[] }} Result
 * @typedef {{ status: string, fullName: string, failureMessages: string[] | null }} Assertion
 * @typedef {{ title: string, run: () => Promise<Omit<Result, 'seconds'>> }} Step
 */

const bin = (/** @type {string} */ name) => path.join(root, 'node_modules', name);
const TOOLS = {
  tsc: bin('typescript/bin/tsc'),
  oxlint: bin('oxlint/bin/oxlint'),
  biome: bin('@biomejs/biome/bin/biome'),
  vite: bin('vite/bin/vite.js'),
  vitest: bin('vitest/vitest.mjs'),
};
// A clock and a language that are the same everywhere.
const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C' };
const reports = path.join(root, 'node_modules', '.cache', 'gouji', 'reports');

/** @type {Record<string, Step>} */
const STEPS = {
  types: {
    title: '类型',
    run: () =>
      commands([
        ['core', [TOOLS.tsc, '-p', 'src/core']],
        ['page', [TOOLS.tsc, '-p', 'src']],
        ['workers', [TOOLS.tsc, '-p', 'workers']],
        ['test', [TOOLS.tsc, '-p', 'test']],
        ['tools', [TOOLS.tsc, '-p', '.']],
      ]),
  },
  lint: {
    title: '规范',
    run: () =>
      commands([
        ['oxlint', [TOOLS.oxlint, '--deny-warnings', 'src', 'workers', 'test', '.ci', 'vite.config.ts']],
        ['biome format', [TOOLS.biome, 'format', '--max-diagnostics=20', '.']],
      ]),
  },
  unit: { title: '单元测试', run: () => vitest('unit') },
  build: {
    title: '构建',
    run: async () => {
      const built = await commands(
        [
          ['hosted', [TOOLS.vite, 'build', '--logLevel', 'warn']],
          ['single', [TOOLS.vite, 'build', '--logLevel', 'warn', '--mode', 'single']],
        ],
        { ...env, NODE_ENV: 'production' },
      );
      return built.failed > 0 ? built : vitest('build');
    },
  },
  browser: { title: '浏览器测试', run: () => vitest('browser', 'browser-alone') },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS[name]);
if (unknown.length > 0) {
  console.error(`没有这一步：${unknown.join(' ')}。可用：${Object.keys(STEPS).join(' ')}`);
  process.exit(2);
}

await ensureInstalled();

/** @type {Map<string, Result>} */
const results = new Map();
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${step.title} (${name})`);
  const began = Date.now();
  const result = await step.run();
  results.set(step.title, { ...result, seconds: (Date.now() - began) / 1000 });
}
summarise();

/** Prints the table and the last line, and sets the exit code. */
function summarise() {
  console.log('\n== 小结');
  let passed = 0;
  let failed = 0;
  for (const [title, result] of results) {
    passed += result.passed;
    failed += result.failed;
    const counts = [
      result.passed > 0 ? `通过 ${result.passed}` : '',
      result.failed > 0 ? `失败 ${result.failed}` : '',
      result.skipped > 0 ? `跳过 ${result.skipped}` : '',
    ].filter(Boolean);
    console.log(`${result.failed > 0 ? '✗' : '✓'} ${title}：${counts.join('，') || '无误'}（${result.seconds.toFixed(1)} 秒）`);
  }
  // Once more at the end, where they are seen: what came before may be long.
  for (const [title, { failures = [] }] of results) for (const each of failures) console.log(`\n✗ ${title}：${each}`);
  if (failed > 0) console.log('');
  // Steps that are no tests count when they fail only, so the number passed is a number of tests.
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
}

/**
 * Runs tools two at a time and prints what they said in order.
 * @param {readonly (readonly [string, readonly string[]])[]} list name and arguments of Node
 * @param {NodeJS.ProcessEnv} [environment]
 */
async function commands(list, environment = env) {
  let failed = 0;
  const waiting = list.map(([name, args]) => ({ name, args }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { code, output } = await capture(next.args, environment);
      console.log(`${code === 0 ? '✓' : '✗'} ${next.name}`);
      if (code === 0) continue;
      failed += 1;
      console.log(output);
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: 0, failed, skipped: 0 };
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<{ code: number, output: string }>}
 */
function capture(args, environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs projects of Vitest and counts from its own report, not from its words.
 * @param {string} project
 * @param {readonly string[]} others
 */
async function vitest(project, ...others) {
  await mkdir(reports, { recursive: true });
  const report = path.join(reports, `${project}.json`);
  await rm(report, { force: true });
  const projects = [project, ...others].flatMap((name) => ['--project', name]);
  const args = ['run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(process.execPath, [TOOLS.vitest, ...args], { env });
  const counts = await count(report);
  // A file that could not be loaded, a browser that is missing, an error outside of any test: the code knows, the counts do not.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.passed + counts.failed === 0) {
    console.log(`${project}：没有运行任何测试。`);
    counts.failed = 1;
  }
  return counts;
}

/**
 * @param {string} file
 * @returns {Promise<Omit<Result, 'seconds'>>}
 */
async function count(file) {
  /** @type {{ testResults: { name: string, status: string, message: string, assertionResults: Assertion[] }[] }} */
  let report;
  try {
    report = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  /** @type {string[]} */
  const failures = [];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, status, message, assertionResults } of report.testResults) {
    const failedBefore = counts.failed;
    const tell = (/** @type {string} */ test, /** @type {readonly string[]} */ messages) => {
      counts.failed += 1;
      const lines = messages.flatMap((each) => each.split('\n')).filter((line) => !line.includes('node_modules'));
      failures.push(`${path.relative(root, name)} > ${test}\n${lines.join('\n').slice(0, 2000)}`);
    };
    for (const { status: outcome, fullName, failureMessages } of assertionResults) {
      if (outcome === 'passed') counts.passed += 1;
      else if (outcome === 'failed') tell(fullName, failureMessages ?? []);
      else counts.skipped += 1;
    }
    if (status === 'failed' && counts.failed === failedBefore) tell('', [message]);
  }
  return { ...counts, failures };
}
