// What no policy closes must not be there to be clicked: hostile documents of several formats are dropped, every view that they
// lead to is walked, and no attribute of any element may point anywhere but at `#…`, blob: or data:. No script of theirs runs.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compose, gridFour, html, layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { asPdf, drawProse } from '../read/drawing.ts';
import { docxEntries, p, pack, tbl } from '../read/packing.ts';
import { DELIVERIES, open } from './harness.ts';

const AWAY = 'http://127.0.0.1:9/heard';
const RUN = 'globalThis.ran=1';

/** Ours, by the way they hope for: elements, handlers, addresses, styles, encodings, half-open markup. */
const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<script src="${AWAY}.js"></script>`,
  `<SCRIPT/x>${RUN}</SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img src="${AWAY}.png">`,
  `<img src=x onerror="${RUN}">`,
  `<img/src=x/onerror=${RUN}//`,
  `<img srcset="${AWAY} 1x">`,
  `<svg onload="${RUN}"><image href="${AWAY}.svg"/></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y="9">点</text></a></svg>`,
  `<svg><set attributeName="href" to="javascript:${RUN}"/></svg>`,
  `<svg><style>@import url(${AWAY}.css)</style></svg>`,
  `<math><mtext><img src=x onerror="${RUN}"></mtext></math>`,
  `<a href="${AWAY}">链接</a>`,
  `<a href="javascript:${RUN}">链接</a>`,
  `<a href="java&#9;script:${RUN}">链接</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">链接</a>`,
  `<a href="//127.0.0.1:9/heard" ping="${AWAY}" target="_blank">链接</a>`,
  `<iframe src="${AWAY}"></iframe>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<object data="${AWAY}"></object>`,
  `<embed src="${AWAY}">`,
  `<video src="${AWAY}" poster="${AWAY}" autoplay></video>`,
  `<audio src="${AWAY}" autoplay onerror="${RUN}"></audio>`,
  `<form action="${AWAY}"><input autofocus onfocus="${RUN}"><button formaction="${AWAY}">交</button></form>`,
  `<input type="image" src="${AWAY}">`,
  `<meta http-equiv="refresh" content="0;url=${AWAY}">`,
  `<base href="${AWAY}/">`,
  `<link rel="stylesheet" href="${AWAY}.css">`,
  `<link rel="preconnect" href="${AWAY}">`,
  `<style>*{background:url(${AWAY}.bg)}</style>`,
  `<p style="background:url(${AWAY}.p)">段</p>`,
  `<table background="${AWAY}"><tr><td background="${AWAY}">格</td></tr></table>`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}">细</details>`,
  `<marquee onstart="${RUN}">走</marquee>`,
  `<template><img src=x onerror="${RUN}"></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `"><img src=x onerror=${RUN}>`,
  `' onmouseover='${RUN}' x='`,
  `</textarea><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `[链接](javascript:${RUN})`,
  `![图](${AWAY}.md.png)`,
  `<${AWAY}>`,
  `${AWAY} www.example.org a@example.org`,
  '{{constructor.constructor("globalThis.ran=1")()}}',
  `\${globalThis.ran=1}`,
  '__proto__ constructor toString',
  '=HYPERLINK("http://127.0.0.1:9/heard","链接")',
];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

interface Hostile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Reports that are read as such, payloads in titles, headings, paragraphs, cells and names of files. */
function hostileFiles(): readonly Hostile[] {
  const invented = (seed: number) => inventedReport('2021', seed, 60, 0.2);
  const among = (parts: readonly string[], wrap: (payload: string) => string): string[] =>
    parts.flatMap((part, index) => (index === 2 ? [part, ...PAYLOADS.map(wrap)] : [part]));
  const asPage = (raw: boolean, seed: number): string => {
    const given = compose(invented(seed), html, (text) => `<h2>${text}</h2>`).split('\n\n');
    const body = among(given, (payload) => (raw ? `<p>段${payload}</p>` : `<p>${escape(payload)}</p>`)).map((part) =>
      part.startsWith('<') ? part : `<p>${part}</p>`,
    );
    const head = raw
      ? `<base href="${AWAY}/"><meta http-equiv="refresh" content="1;url=${AWAY}"><link rel="stylesheet" href="${AWAY}.css"><script>${RUN}</script>`
      : '';
    // A wrong number, so that findings quote; a payload in a cell and in a heading.
    const text = body
      .join('\n')
      .replace(/<td><p>(\d+)<\/p><\/td>(?![\s\S]*<td><p>\d+<\/p><\/td>)/, `<td><p>$1 ${escape(PAYLOADS[5]!)}</p></td>`);
    return `<!DOCTYPE html><html><head><meta charset="utf-8">${head}<title>${escape(PAYLOADS[5]!)}</title></head><body onload="${RUN}">${text}</body></html>`;
  };
  const organ = `云溪县<img src=x onerror=${RUN}>局`;
  const page = asPage(true, 1);
  const markdown = layouts.find(({ fileName }) => fileName.endsWith('.md'))!.write(invented(2));
  const lines = layouts[0]!.write({ ...invented(3), organ });
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" TargetMode="External" Target="${escape(target)}"/>`;
  const body = [
    ...PAYLOADS.map((payload) => p(escape(payload))),
    `<w:p><w:hyperlink r:id="h1"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`,
    `<w:p><w:hyperlink r:id="h2"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`,
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "${AWAY}.png" \\d</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    '<w:altChunk r:id="h3"/>',
    ...compose(invented(4), (grid) => tbl(grid.map((row) => row.map(({ text }) => text))))
      .split('\n\n')
      .map((part) => (part.startsWith('<') ? part : p(part))),
  ].join('');
  const entries = docxEntries(body, { title: escape(PAYLOADS[5]!) }).map((entry) =>
    entry.path === 'word/_rels/document.xml.rels'
      ? {
          ...entry,
          data: String(entry.data).replace(
            '</Relationships>',
            `${relation('h1', 'hyperlink', AWAY)}${relation('h2', 'hyperlink', `javascript:${RUN}`)}${relation('h3', 'aFChunk', AWAY)}${relation('h4', 'attachedTemplate', AWAY)}</Relationships>`,
          ),
        }
      : entry,
  );
  const prose = [
    ...compose(invented(5), () => '')
      .split('\n\n')
      .filter(Boolean),
    ...PAYLOADS.slice(0, 12),
  ];
  const drawn = asPdf([{ texts: prose.flatMap((text, index) => drawProse(text, 60 + index * 16).texts ?? []) }]);
  const pdf = new TextDecoder('latin1')
    .decode(drawn)
    .replace('/Type/Catalog', `/Type/Catalog/OpenAction<</S/JavaScript/JS(app.launchURL("${AWAY}"))>>/AA<</WC<</S/URI/URI(${AWAY})>>>>`)
    .replace(/\/Type\/Page(?=\W)(?!s)/, `/Type/Page/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/A<</S/URI/URI(${AWAY})>>>>]`);
  const boundary = 'edge';
  const mht = [
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: 8bit',
    `Content-Location: ${AWAY}`,
    '',
    asPage(true, 6),
    `--${boundary}--`,
    '',
  ].join('\r\n');
  return [
    { name: '一.html', content: page },
    { name: '二.htm', content: asPage(false, 7) },
    { name: `<img src=x onerror=${RUN}>.md`, content: `${markdown}\n\n${PAYLOADS.join('\n\n')}\n` },
    { name: `javascript:${RUN}.txt`, content: `${lines}\n\n${PAYLOADS.join('\n\n')}\n` },
    { name: '三.docx', content: pack(entries) },
    { name: '四.pdf', content: Uint8Array.from(pdf, (character) => character.charCodeAt(0)) },
    { name: '五.mht', content: mht },
    { name: `坏${PAYLOADS[4]!.replaceAll('/', '／')}.docx`, content: 'PK\u0003\u0004 broken' },
    {
      name: '六.html',
      content: `<h1>${escape(organ)}2023年政府信息公开工作年度报告</h1>${html(gridFour(invented(8)))}${PAYLOADS.join('')}`,
    },
  ];
}

/** Runs in the page: everything that points somewhere else. */
function strays(base: string): string[] {
  const complaints: string[] = [];
  const loads = new Set(
    'href src srcset action formaction ping poster data background cite manifest xlink:href longdesc usemap profile'.split(' '),
  );
  const harmless = /^(?:#|blob:|data:image\/|$)/;
  const never = new Set('iframe frame frameset object embed base form audio video source track portal fencedframe template'.split(' '));
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    if (never.has(tag) && !(tag === 'form' && !element.hasAttribute('action'))) complaints.push(`<${tag}>`);
    // The page's own script, style and picture.
    const own = (tag === 'script' || tag === 'link') && element.parentElement === document.head;
    for (const { name, value } of element.attributes) {
      const pointing = loads.has(name) && !harmless.test(value);
      if (pointing && !(own && new URL(value, document.baseURI).href.startsWith(base) && base.startsWith('http')))
        complaints.push(`<${tag} ${name}=${value}>`);
      if (/^on/.test(name) || name === 'srcdoc') complaints.push(`<${tag} ${name}>`);
      if (name === 'target' && value !== '_self') complaints.push(`<${tag} target=${value}>`);
      if (name === 'http-equiv' && value !== 'Content-Security-Policy') complaints.push(`<${tag} http-equiv=${value}>`);
      if (name === 'style' && /url\(|image-set|@import/i.test(value)) complaints.push(`<${tag} style=${value}>`);
      if (name === 'rel' && /preconnect|dns-prefetch|prefetch|prerender/.test(value)) complaints.push(`<${tag} rel=${value}>`);
    }
  }
  if ((globalThis as unknown as { ran?: unknown }).ran !== undefined) complaints.push('a script of a document ran');
  return complaints;
}

/** Opens what can be opened in a view and waits until it stands: until nothing has changed in it for a while. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let last = performance.now();
        const watching = new MutationObserver(() => (last = performance.now()));
        watching.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        for (const each of document.querySelectorAll('details')) each.open = true;
        scrollTo(0, document.body.scrollHeight);
        let drawn = 0;
        const look = () => {
          drawn += 1;
          if (drawn < 4 || performance.now() - last < 80) return void requestAnimationFrame(look);
          watching.disconnect();
          resolve();
        };
        requestAnimationFrame(look);
      }),
  );
}

describe.each(DELIVERIES)('in the %s page', (delivery) => {
  it('nothing that is drawn of hostile documents leads anywhere, and no script of theirs runs', async () => {
    const files = hostileFiles();
    const { page, drop } = await open(delivery);
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
    await drop(files);
    await page.getByText('导入结束：').waitFor({ timeout: 90_000 });
    const base = page.url().split('#')[0]!;
    const waiting = ['#/', '#/charts', '#/rules', '#/settings', '#/unchecked', '#/dismissed', '#/about'];
    const seen = new Set<string>();
    const kinds = new Map<string, number>();
    const found: string[] = [];
    let words = '';
    for (let hash = waiting.shift(); hash !== undefined; hash = waiting.shift()) {
      // Of pages that are alike but for the rule they stand at, a few are enough.
      const kind = hash.split('/')[1] ?? '';
      if (seen.has(hash) || (kinds.get(kind) ?? 0) >= 12) continue;
      seen.add(hash);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      // Until the page has heard of it: what stands there before is the view of before.
      await page.evaluate(
        (to) =>
          new Promise<void>((resolve) => {
            if (location.hash === to) return resolve();
            addEventListener('hashchange', () => resolve(), { once: true });
            location.hash = to;
          }),
        hash,
      );
      await page.waitForFunction(() => {
        const coming = [...document.querySelectorAll('#main .waiting')].some((each) => /^(?:正在.*)?$/.test(each.textContent ?? ''));
        return !coming && document.querySelector('#main')?.textContent !== '';
      });
      await unfold(page);
      found.push(...(await page.evaluate(strays, base)).map((each) => `${hash}: ${each}`));
      words += await page.locator('#main').innerText();
      waiting.push(
        ...(await page.evaluate(() => [...document.querySelectorAll('a[href^="#/"]')].map((link) => link.getAttribute('href') ?? ''))),
      );
    }
    expect(found).toEqual([]);
    expect(page.url().split('#')[0]).toBe(base);
    // It was not empty pages that were walked: the payloads stand there, as text.
    expect(kinds.get('report')).toBeGreaterThan(4);
    expect(kinds.get('reading')).toBeGreaterThan(4);
    for (const payload of [PAYLOADS[0]!, PAYLOADS[5]!, PAYLOADS[14]!, `javascript:${RUN}`]) expect(words).toContain(payload);
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  }, 240_000);
});
