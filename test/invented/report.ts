// An invented report with balanced numbers, as data: what the writers in layouts.ts turn into text of every layout.
import { editionById, keysOf } from '../../src/core/form/index.ts';
import type { EditionId } from '../../src/core/model/vocabulary.ts';

export interface InventedReport {
  readonly edition: EditionId;
  readonly organ: string;
  readonly year: number;
  /** Number of every cell by key; balanced. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A small generator of repeatable numbers (linear congruential, 32 bit). */
export function repeatable(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const PARTS = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];

/** Balanced numbers for an edition; `size` is the largest detail number, zeros come with the given share. */
function balancedNumbers(edition: EditionId, seed: number, size = 60, zeros = 0.2): Map<string, number> {
  const random = repeatable(seed);
  const pick = (): number => (random() < zeros ? 0 : 1 + Math.floor(random() * size));
  const form = editionById(edition);
  const numbers = new Map<string, number>();
  for (const key of keysOf(form)) numbers.set(key, pick());
  for (const key of numbers.keys()) {
    if (key.endsWith('amountWan')) numbers.set(key, Math.round(random() * size * 10000) / 10000);
    if (key.endsWith('.delta')) numbers.set(key, -Math.floor(random() * 9));
    if (key.endsWith('.prevItems')) numbers.set(key, 20 + pick());
  }
  for (const row of ['rules', 'normative']) {
    const base = `t2.art20_1.${row}`;
    if (numbers.has(`${base}.inForce`)) numbers.set(`${base}.inForce`, numbers.get(`${base}.issued`)! + pick());
    if (numbers.has(`${base}.totalPublic`)) {
      numbers.set(`${base}.newPublic`, numbers.get(`${base}.newMade`)!);
      numbers.set(`${base}.totalPublic`, numbers.get(`${base}.newMade`)! + pick());
    }
    if (row === 'rules') for (const key of numbers.keys()) if (key.startsWith(base)) numbers.set(key, 0);
  }
  for (const part of PARTS) {
    const results = [...numbers.keys()].filter(
      (key) => key.startsWith('t3.r.') && !key.startsWith('t3.r.total') && key.endsWith(`.${part}`),
    );
    const total = results.reduce((sum, key) => sum + numbers.get(key)!, 0);
    numbers.set(`t3.r.total.${part}`, total);
    const due = total + numbers.get(`t3.carriedOut.${part}`)!;
    const carriedIn = Math.min(numbers.get(`t3.carriedIn.${part}`)!, due);
    numbers.set(`t3.carriedIn.${part}`, carriedIn);
    numbers.set(`t3.newReceived.${part}`, due - carriedIn);
  }
  for (const key of numbers.keys()) {
    if (!key.startsWith('t3.') || !key.endsWith('.total')) continue;
    const row = key.slice(0, -'.total'.length);
    numbers.set(
      key,
      PARTS.reduce((sum, part) => sum + numbers.get(`${row}.${part}`)!, 0),
    );
  }
  for (const group of ['review', 'litDirect', 'litAfter']) {
    const outcomes = ['upheld', 'corrected', 'other', 'pending'];
    numbers.set(
      `t4.${group}.total`,
      outcomes.reduce((sum, outcome) => sum + numbers.get(`t4.${group}.${outcome}`)!, 0),
    );
  }
  return numbers;
}

export function inventedReport(edition: EditionId, seed: number, size?: number, zeros?: number): InventedReport {
  const year = edition === '2019' ? 2020 : 2021 + (seed % 4);
  return { edition, organ: '云溪县水利局', year, numbers: balancedNumbers(edition, seed, size, zeros) };
}
