// Serves one folder of built files on this machine only. Used by the start command and by the browser tests.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

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

/** @param {string} file */
export function typeOf(file) {
  return TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
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
    const { status, headers, body } = await answer(base, request);
    // Browsers warn of this one where the connection is not held to be safe.
    const opener = /^(?:127\.0\.0\.1|localhost)\b/.test(request.headers.host ?? '') ? { 'cross-origin-opener-policy': 'same-origin' } : {};
    response.writeHead(status, { ...HEADERS, ...opener, ...headers, ...(status === 304 ? {} : { 'content-length': body.length }) });
    response.end(request.method === 'HEAD' || status === 304 ? undefined : body);
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
 * @returns {Promise<{ status: number, headers: Record<string, string>, body: Buffer }>}
 */
async function answer(base, request) {
  const refuse = (/** @type {number} */ status, /** @type {string} */ sentence) => ({
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
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
  let content;
  try {
    content = await readFile(file);
  } catch {
    return refuse(404, '没有这个文件。');
  }
  const inside = path.relative(base, file).split(path.sep).join('/');
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"`;
  /** @type {Record<string, string>} */
  const headers = {
    'content-type': typeOf(file),
    etag,
    vary: 'accept-encoding',
    // These names change with the content. Of all else a new build must be seen at the next visit.
    'cache-control': inside.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    // The worker asks for its own files and nothing else; here that can be held from outside too.
    ...(inside === 'sw.js' ? { 'content-security-policy': "default-src 'none'; connect-src 'self'" } : {}),
  };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers, body: Buffer.alloc(0) };
  const { body, encoding } = packed(content, etag, headers['content-type'] ?? '', request.headers['accept-encoding'] ?? '');
  return { status: 200, headers: encoding ? { ...headers, 'content-encoding': encoding } : headers, body };
}

/** @type {Map<string, Buffer>} */
const packedBefore = new Map();

/**
 * @param {Buffer} content
 * @param {string} etag
 * @param {string} type
 * @param {string | string[]} accepted
 * @returns {{ body: Buffer, encoding: 'br' | 'gzip' | null }}
 */
function packed(content, etag, type, accepted) {
  // Browsers offer brotli on secure addresses and on their own machine only.
  const encoding = /\bbr\b/.test(String(accepted)) ? 'br' : /\bgzip\b/.test(String(accepted)) ? 'gzip' : null;
  if (!encoding || content.length < 1000 || !/^text|json|svg/.test(type)) return { body: content, encoding: null };
  const key = `${encoding} ${etag}`;
  let body = packedBefore.get(key);
  if (!body) {
    // The best takes seconds, and the way is short.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    body = encoding === 'br' ? brotliCompressSync(content, { params }) : gzipSync(content);
    packedBefore.set(key, body);
  }
  return { body, encoding };
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
