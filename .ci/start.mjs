// The start command: installs, builds both deliveries, serves the hosted one on this machine and prints the address.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run } from './install.mjs';
import { serve } from './static-server.mjs';

const PORT = 4180;

await ensureInstalled();

const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const env = { ...process.env, NODE_ENV: 'production' };
for (const [name, args] of /** @type {const} */ ([
  ['网站版', []],
  ['单文件版', ['--mode', 'single']],
])) {
  console.log(`构建${name}…`);
  const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn', ...args], { env });
  if (code !== 0) {
    console.error(`${name}没有构建成功，原因见上。`);
    process.exit(1);
  }
}

const wanted = Number(process.env['PORT']) || PORT;
const server = await serve(path.join(root, 'dist'), wanted);
if (server.port !== wanted) console.log(`端口 ${wanted} 已被占用，改用 ${server.port}。`);
console.log(`\n勾稽已经打开：${server.url}`);
const single = path.join(root, 'dist-single', 'gouji.html');
if (existsSync(single)) console.log(`单文件版（双击即可打开）：${single}`);
console.log('按 Ctrl+C 结束。');

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, () => void server.close().then(() => process.exit(0)));
