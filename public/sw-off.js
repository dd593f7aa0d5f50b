// 停用离线副本。网站要撤掉离线功能时，把本文件改名为 sw.js 放在原来的位置：浏览器下次打开页面时会换上它，删去本网页留下的程序副本并退出。
// 已导入的报告不在这里，不受影响。
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  const prefix = `gouji ${self.registration.scope} `;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  await self.registration.unregister();
}
