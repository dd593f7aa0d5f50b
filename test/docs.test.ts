// The documents say what the program is. What may drift is held to it: formats, rules, folders, floors, dependencies, commands, links.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats, rules } from '../src/core/index.ts';
import { SEVERITY_NAMES } from '../src/core/model/vocabulary.ts';
import { FLOORS, SHELVES } from './floors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

const NAMES = ['README.md', 'README.en.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'] as const;
const documents = NAMES.map((name) => [name, read(name)] as const);
const readme = read('README.md');
const architecture = read('ARCHITECTURE.md');
const manifest = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};

/** Cells of the rows of all tables in a text, in their order, heads and rulers left out. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line, at, lines) => line.startsWith('|') && !/^\|[\s:|-]+$/.test(line) && !/^\|[\s:|-]+$/.test(lines[at + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** The part of a text under a heading, up to the next heading of the same or a higher level. */
function partOf(text: string, heading: string): string {
  const [, marks = '', rest = ''] = new RegExp(`^(#+) ${heading}\\s*\\n([\\s\\S]*)`, 'm').exec(text) ?? [];
  expect(marks, `no heading “${heading}”`).not.toBe('');
  const end = rest.search(new RegExp(`^#{1,${marks.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

describe('README.md', () => {
  it('has every format of the shelf with its name and extensions, and no other', () => {
    const found = rowsOf(partOf(readme, '能读哪些格式')).map(([name, extensions]) => `| ${name} | ${extensions} |`);
    const wanted = formats.map(({ name, extensions }) => `| ${name} | ${extensions.map((each) => `.${each}`).join(' ')} |`);
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('says of every format how far it goes', () => {
    for (const [name, , limits = ''] of rowsOf(partOf(readme, '能读哪些格式'))) expect(limits, name).toMatch(/[\u4e00-\u9fff]{4}/);
  });

  it('has every rule of the shelf with its name, severity, editions and default, in the order of the shelf, and no other', () => {
    const found = rowsOf(partOf(readme, '核对哪些规则')).map((cells) => `| ${cells.join(' | ')} |`);
    const wanted = rules.map(({ id, title, severity, editions, off }) => {
      const scope = editions === 'all' ? '全部' : editions.join('、');
      return `| ${id} | ${title} | ${SEVERITY_NAMES[severity]} | ${scope} | ${off ? '关' : '开'} |`;
    });
    expect(found).toEqual(wanted);
  });

  it('counts the rules right', () => {
    expect(readme).toContain(`${rules.length} 条规则`);
  });
});

describe('ARCHITECTURE.md', () => {
  it('draws every folder that there is, and no other', () => {
    expect(drawnFolders(partOf(architecture, 'The tree')).sort()).toEqual(realFolders().sort());
  });

  it('has every floor with its packages', () => {
    const found = new Map(
      rowsOf(partOf(architecture, 'Floors')).map(([, folder = '', may = '', packages = '']) => [plain(folder), { may, packages }]),
    );
    expect([...found.keys()].sort()).toEqual(Object.keys(FLOORS).sort());
    for (const [place, { may, packages = [] }] of Object.entries(FLOORS)) {
      expect(listed(found.get(place)!.may), place).toEqual([...may].sort());
      expect(listed(found.get(place)!.packages), place).toEqual([...packages].sort());
    }
  });

  it('gives a reason for every dependency, and for none that is not there', () => {
    const rows = rowsOf(partOf(architecture, 'Dependencies'));
    const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(rows.flatMap(([names = '']) => listed(names)).sort()).toEqual(wanted.sort());
    for (const [names, reason = ''] of rows) expect(reason.length, names).toBeGreaterThan(20);
  });
});

it('CHANGELOG.md has the version of package.json', () => {
  expect(read('CHANGELOG.md')).toContain(`## [${manifest.version}]`);
});

describe.each(documents)('%s', (name, text) => {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');

  it('links to files and headings that exist', () => {
    const broken = [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^(?:https?|mailto):/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const there = path.join(path.dirname(path.join(root, name)), decodeURIComponent(file === '' ? name : file));
        if (!existsSync(there)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(there, 'utf8')).includes(decodeURIComponent(anchor));
      });
    expect(broken).toEqual([]);
  });

  it('names files and folders that exist', () => {
    // What is named with a gap to be filled in (`<id>`) is no path yet; a floor may be reserved before anything stands on it.
    const named = [...prose.matchAll(/`((?:src|test|workers|public|\.ci)\/[^`\s<>*{}]*)`/g)].map(([, place]) => place!);
    expect(named.filter((place) => !(place in FLOORS) && !existsSync(path.join(root, place)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!);
    expect(commands.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });
});

/** Code spans of a cell, sorted. */
function listed(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, each]) => each!).sort();
}

function plain(cell: string): string {
  return cell.replace(/`/g, '');
}

/** Anchors as GitHub makes them: lower case, punctuation taken out, spaces to hyphens. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** Folders drawn in the first code block: one a line, two spaces a level, the name up to its slash. */
function drawnFolders(text: string): string[] {
  const block = /^```[^\n]*\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '';
  const above: string[] = [];
  return block.split('\n').flatMap((line) => {
    const [, indent = '', folder] = /^( *)([\w.-]+)\//.exec(line) ?? [];
    if (folder === undefined) return [];
    above.length = indent.length / 2;
    above.push(folder);
    return [above.join('/')];
  });
}

/** Folders of the repository that hold files of ours. Entries of a shelf that grew a folder are the shelf's own matter. */
function realFolders(): string[] {
  const folders = new Set<string>();
  const entryFolders = Object.entries(SHELVES).filter(([shelf]) => shelf.endsWith('/formats'));
  for (const top of ['.ci', 'public', 'src', 'test', 'workers']) {
    for (const entry of readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      let folder = path.relative(root, entry.parentPath).split(path.sep).join('/');
      for (const [shelf] of entryFolders) if (folder.startsWith(`${shelf}/`)) folder = shelf;
      for (; folder !== '.' && folder !== ''; folder = path.posix.dirname(folder)) folders.add(folder);
    }
  }
  return [...folders];
}
