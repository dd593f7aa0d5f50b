// Drives a Firefox of this machine by WebDriver BiDi: as much of it as the matrix of browsers needs. Run Node with
// --experimental-websocket below version 22. By hand, since playwright-core does not start an unpatched Firefox 153 and
// puppeteer-core would bring 79 packages along.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Nothing of the browser leaves the machine; file:// is as strict as for people; one foreign name leads to this machine. */
const PREFERENCES = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_open_during_load': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.localDomains': 'intranet.test',
  'network.proxy.allow_hijacking_localhost': true,
  'security.fileuri.strict_origin_policy': true,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/**
 * @param {string} executable
 * @returns {Promise<import('./matrix-driver.mjs').Driver>}
 */
export async function startFirefox(executable) {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'gouji-firefox-'));
  const preferences = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  await writeFile(path.join(profile, 'user.js'), preferences.join('\n'));
  const child = spawn(executable, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (piece) => {
      said += piece;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`Firefox 启动不了：${said.slice(-300)}`)));
    setTimeout(() => reject(new Error('Firefox 在 60 秒内没有启动')), 60_000).unref();
  });

  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let last = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {string[]} */
  const complaints = [];
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message, method, params } = JSON.parse(String(data));
    if (method === 'log.entryAdded' && ['error', 'warn'].includes(params.level)) complaints.push(String(params.text));
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    if (type === 'error') asked.reject(new Error(`${error}: ${message}`));
    else asked.resolve(result);
  });
  /**
   * @param {string} method
   * @param {object} params
   * @returns {Promise<any>}
   */
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });

  const { capabilities } = await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const tree = await send('browsingContext.getTree', {});
  const context = tree.contexts[0].context;
  return {
    name: `Firefox ${Number.parseInt(capabilities.browserVersion, 10)}`,
    complaints,
    async goto(url) {
      // A change of the hash alone loads nothing anew.
      await send('browsingContext.navigate', { context, url: 'about:blank', wait: 'complete' });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(work, argument) {
      const functionDeclaration = `async () => JSON.stringify((await (${work})(${JSON.stringify(argument) ?? 'undefined'})) ?? null)`;
      const { type, result, exceptionDetails } = await send('script.callFunction', {
        functionDeclaration,
        target: { context },
        awaitPromise: true,
      });
      if (type === 'exception') throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    },
    async choose(selector, files) {
      const { nodes } = await send('browsingContext.locateNodes', { context, locator: { type: 'css', value: selector } });
      await send('input.setFiles', { context, element: { sharedId: nodes[0].sharedId }, files });
    },
    async close() {
      await send('browser.close', {}).catch(() => {});
      process.off('exit', kill);
      kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
