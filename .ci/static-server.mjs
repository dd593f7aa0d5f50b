// Serves one folder of built files on this machine only. Used by the start command and by the browser tests.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const HEADERS = {
  // A new build must be seen at the next visit.
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  // The page's own policy stands in the page; this one cannot be said there.
  'content-security-policy': "frame-ancestors 'none'",
};

/**
 * @param {string} folder
 * @param {number} [port] 0: any free one. A port that is taken: the next ones are tried, then any free one.
 * @returns {Promise<{ url: string, port: number, requests: string[], close: () => Promise<void> }>}
 *   `requests`: the paths asked for, in order.
 */
export async function serve(folder, port = 0) {
  /** @type {string[]} */
  const requests = [];
  const base = path.resolve(folder);
  const server = http.createServer(async (request, response) => {
    requests.push(request.url ?? '');
    const { status, type, body } = await answer(base, request);
    response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  const taken = await listen(server, port === 0 ? [0] : [...Array.from({ length: 10 }, (_, n) => port + n), 0]);
  return {
    url: `http://127.0.0.1:${taken}/`,
    port: taken,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} base
 * @param {http.IncomingMessage} request
 * @returns {Promise<{ status: number, type: string, body: Buffer }>}
 */
async function answer(base, request) {
  const refuse = (/** @type {number} */ status, /** @type {string} */ sentence) => ({
    status,
    type: 'text/plain; charset=utf-8',
    body: Buffer.from(`${sentence}\n`),
  });
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, '只提供读取。');
  let file;
  try {
    file = path.join(base, decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname));
  } catch {
    return refuse(400, '地址不对。');
  }
  if (file.endsWith(path.sep)) file += 'index.html';
  if (!file.startsWith(base + path.sep) || file.includes('\0')) return refuse(404, '没有这个文件。');
  try {
    const body = await readFile(file);
    return { status: 200, type: TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream', body };
  } catch {
    return refuse(404, '没有这个文件。');
  }
}

/**
 * @param {http.Server} server
 * @param {readonly number[]} ports
 * @returns {Promise<number>}
 */
async function listen(server, ports) {
  for (const port of ports) {
    const taken = await new Promise((resolve, reject) => {
      const failed = (/** @type {NodeJS.ErrnoException} */ error) =>
        error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error);
      server.once('error', failed);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed);
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
    if (taken !== null) return taken;
  }
  throw new Error('本机没有可用的端口。');
}
