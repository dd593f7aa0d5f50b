// Writes into README.md what follows from the code: the tables of rules and their number. `npm run readme`.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = path.join(root, 'README.md');
const { module: catalogue } = await runnerImport('./src/core/check/index.ts', { root, logLevel: 'error' });
const { module: words } = await runnerImport('./src/core/model/vocabulary.ts', { root, logLevel: 'error' });

/** @param {import('../src/core/check/rule.ts').Rule} rule */
const row = ({ id, title, severity, editions, off }) =>
  `| ${id} | ${title} | ${words.SEVERITY_NAMES[severity]} | ${editions === 'all' ? '全部' : editions.join('、')} | ${off ? '关' : '开'} |`;
const tables = Object.entries(catalogue.FAMILY_NAMES).flatMap(([family, name]) => {
  const rows = catalogue.rules.filter((/** @type {{ id: string }} */ rule) => catalogue.familyOf(rule.id) === family).map(row);
  return rows.length === 0 ? [] : [`**${name}**\n\n| 编号 | 名称 | 级别 | 版本 | 默认 |\n|---|---|---|---|---|\n${rows.join('\n')}\n`];
});

const before = await readFile(readme, 'utf8');
const from = before.indexOf('\n**', before.indexOf('## 核对哪些规则\n\n共 ') + 80);
const to = before.indexOf('\n读取时做过的整理');
if (from < 0 || to < from) throw new Error('README.md：找不到“核对哪些规则”一节的表格。');
const after = `${before.slice(0, from + 1)}${tables.join('\n')}${before.slice(to)}`.replace(
  /共 \d+ 条规则/,
  `共 ${catalogue.rules.length} 条规则`,
);
await writeFile(readme, after);
