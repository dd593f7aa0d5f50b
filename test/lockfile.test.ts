// Whoever installs must get the same, whole and on every system: an incomplete lock file makes some npm refuse, others leave
// out the native parts of the tools. And what comes in must be what we agreed to: licences, scripts, versions with known faults.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHIPPED_LICENCES, TOOL_LICENCES } from '../.ci/notices.mjs';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly deprecated?: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const manifest = read('package.json') as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };

/** Where Node would find `name` from `place`, or undefined. */
function find(place: string, name: string): string | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (folder === '') return undefined;
  }
}

describe('the lock file', () => {
  it('names every package that any other asks for, those of other systems too', () => {
    const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !find(place, name))
        .map((name) => `${place} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('knows the content of each and the address of none', () => {
    const installed = Object.entries(packages).filter(([place]) => place !== '');
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([]);
    expect(installed.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
  });

  it('agrees with package.json, which names exact versions', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});

describe('what comes in', () => {
  const installed = Object.entries(packages).filter(([place]) => place !== '');

  it('is under licences we agreed to: what is handed out under fewer than the tools', () => {
    const strange = installed.filter(([, { license, dev }]) => !(dev ? TOOL_LICENCES : SHIPPED_LICENCES).includes(license ?? 'none'));
    expect(strange.map(([place, { license }]) => `${place}: ${license}`)).toEqual([]);
  });

  it('runs nothing while it is installed', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place)).toEqual([]);
    expect(readFileSync(new URL('../.npmrc', import.meta.url), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  it('brings the drawing part of pdf.js in name only', () => {
    const canvas = installed.filter(([place]) => place.endsWith('@napi-rs/canvas'));
    expect(canvas.map(([, { license, version }]) => `${license} ${version}`)).toEqual(['ISC 1.0.0']);
    expect(installed.filter(([place]) => place.includes('@napi-rs/canvas-')).map(([place]) => place)).toEqual([]);
  });

  it('is of no version with a fault that SECURITY.md names', () => {
    const security = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8');
    const rows = [...security.matchAll(/^\| `([^`]+)` \| (?:below (\d+\.\d+\.\d+)|(every version)) \|/gm)];
    expect(rows.length).toBeGreaterThan(3);
    for (const [, name, below, every] of rows) {
      for (const [place, { version = '0.0.0' }] of installed.filter(([where]) => where.endsWith(`node_modules/${name}`))) {
        expect(every, place).toBeUndefined();
        expect(older(version, below!), `${place} ${version}`).toBe(false);
      }
    }
  });
});

/** Is `a` an earlier version than `b`? Numbers only. */
function older(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at >= 0 && left[at]! < right[at]!;
}
