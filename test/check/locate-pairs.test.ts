// What is named where no single cell would do, or a total is empty: every pair there is, held against a truth worked out from the law of the
// form alone, by solving for two cells at a time; and what text, subtotals and like rows add to the order.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';
import { editionById } from '../../src/core/form/index.ts';
import { cardsOf } from '../../src/core/model/card.ts';
import type { Card } from '../../src/core/model/card.ts';
import type { Suspect } from '../../src/core/model/finding.ts';
import type { Report } from '../../src/core/model/report.ts';
import { APPLICANTS } from '../../src/core/model/vocabulary.ts';
import type { EditionId } from '../../src/core/model/vocabulary.ts';
import { fc, runs } from '../property.ts';

/** Whole reports by the hundred; the machine may be busy. */
const PATIENCE = 3_600_000;
const RUNS = runs(150);
const sumRules = rules.filter(({ id }) => ['R-3-ROW-SUM', 'R-3-SHIFT', 'R-3-COL-BAL', 'R-3-RES-SUM', 'R-4-SUM'].includes(id));
const withBlanks = [...sumRules, ...rules.filter(({ id }) => id === 'R-BLANK' || id === 'R-PLACEHOLDER')];
const parts = APPLICANTS.slice(0, -1);

type Numbers = ReadonlyMap<string, number>;
const numbersOf = (report: Report): Map<string, number> =>
  new Map(report.facts.filter(({ key }) => !key.startsWith('t2.')).map(({ key, value }) => [key, value ?? 0]));

/** A sum as the form states it: cells with their sign, which come to 0. */
type Sum = ReadonlyMap<string, 1 | -1>;

/** The law of the form, written down anew: rows add up, 一＋二＝三＋四, results add up, groups of table four add up. */
function lawOf(keys: readonly string[]): Sum[] {
  const rows = [...new Set(keys.filter((key) => key.startsWith('t3.')).map((key) => key.slice(0, key.lastIndexOf('.'))))];
  const results = rows.filter((row) => row.startsWith('t3.r.') && row !== 't3.r.total');
  const sum = (plus: readonly string[], minus: readonly string[]): Sum =>
    new Map([...plus.map((key) => [key, 1] as const), ...minus.map((key) => [key, -1] as const)]);
  return [
    ...rows.map((row) =>
      sum(
        parts.map((part) => `${row}.${part}`),
        [`${row}.total`],
      ),
    ),
    ...APPLICANTS.flatMap((column) => [
      sum([`t3.newReceived.${column}`, `t3.carriedIn.${column}`], [`t3.r.total.${column}`, `t3.carriedOut.${column}`]),
      sum(
        results.map((row) => `${row}.${column}`),
        [`t3.r.total.${column}`],
      ),
    ]),
    ...['t4.review', 't4.litDirect', 't4.litAfter'].map((group) =>
      sum(
        ['upheld', 'corrected', 'other', 'pending'].map((outcome) => `${group}.${outcome}`),
        [`${group}.total`],
      ),
    ),
  ];
}

/** All ways to mend table three by one cell or, if none does, by two: found by solving for each two cells of it. */
function waysOf(law: readonly Sum[], numbers: Numbers): string[] {
  const sums = law.filter((sum) => ![...sum.keys()][0]!.startsWith('t4.'));
  const gaps = sums.map((sum) => [...sum].reduce((all, [key, sign]) => all + sign * numbers.get(key)!, 0));
  const broken = gaps.flatMap((gap, index) => (gap === 0 ? [] : [index]));
  if (broken.length === 0) return [];
  const cells = [...new Set(sums.flatMap((sum) => [...sum.keys()]))];
  const signsOf = new Map(cells.map((key) => [key, sums.map((sum) => sum.get(key) ?? 0)]));
  const ways = (many: readonly string[][]): string[] =>
    many.flatMap((keys) => {
      const changes = solve(
        keys.map((key) => signsOf.get(key)!),
        gaps,
      );
      const mended = changes?.map((change, index) => numbers.get(keys[index]!)! + change);
      if (!mended || mended.some((number) => number < 0 || !Number.isInteger(number)) || changes!.includes(0)) return [];
      return [idOf(keys.map((key, index) => ({ key, mended: mended[index]! })))];
    });
  const alone = ways(cells.map((key) => [key]));
  if (alone.length > 0) return alone;
  const first = [...sums[broken[0] ?? 0]!.keys()];
  return [...new Set(ways(first.flatMap((one) => cells.filter((other) => other !== one).map((other) => [one, other]))))];
}

/** The changes of one cell or two after which every gap is 0; null if there are none, or not just one answer. */
function solve(signs: readonly (readonly number[])[], gaps: readonly number[]): number[] | null {
  const [a, b] = signs;
  let [one, other]: [number | null, number | null] = [null, b ? null : 0];
  gaps.forEach((gap, index) => {
    if ((a?.[index] ?? 0) !== 0 && !b?.[index]) one ??= -gap / a![index]!;
    if (b && b[index] !== 0 && (a?.[index] ?? 0) === 0) other ??= -gap / b[index]!;
  });
  gaps.forEach((gap, index) => {
    if (!b || (a?.[index] ?? 0) === 0 || b[index] === 0) return;
    if (one === null && other !== null) one = (-gap - b[index]! * other) / a![index]!;
    if (other === null && one !== null) other = (-gap - a![index]! * one) / b[index]!;
  });
  if (one === null || other === null) return null;
  const holds = gaps.every((gap, index) => 0 === gap + a![index]! * one! + (b?.[index] ?? 0) * other!);
  return holds ? (b ? [one, other] : [one]) : null;
}

const idOf = (cells: readonly { key: string; mended: number }[]): string =>
  cells
    .map(({ key, mended }) => `${key}=${mended}`)
    .sort()
    .join(' ');

/** What cards name, every choice of one from each put together. */
function named(cards: readonly Card[]): string[] {
  return cards
    .map(({ suspects }) => suspects.map(({ cells }) => cells))
    .reduce<Suspect['cells'][]>((all, own) => all.flatMap((one) => own.map((other) => [...one, ...other])), [[]])
    .map(idOf);
}

/** Sparse, dense, with the same numbers over and over. */
const sizes = [
  fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.nat(900) }),
  fc.nat(6),
  fc.integer({ min: 10, max: 9999 }),
];
const balanced = fc.tuple(fc.constantFrom<EditionId>('2019', '2021'), fc.constantFrom(...sizes)).chain(([edition, size]) => {
  const { tables } = editionById(edition);
  const rows = tables[1]!.blocks[0]!.rows.filter((row) => row.values && !['t3.newReceived', 't3.r.total'].includes(row.key));
  const keys = rows.flatMap((row) => parts.map((part) => `${row.key}.${part}`));
  return fc.array(size, { minLength: keys.length, maxLength: keys.length }).map((numbers): SpecimenOptions => {
    const entries = Object.fromEntries(keys.map((key, index) => [key, numbers[index]!]));
    // New requests follow from the others, and are not below 0.
    for (const part of parts)
      entries[`t3.carriedIn.${part}`] = Math.min(entries[`t3.carriedIn.${part}`]!, entries[`t3.carriedOut.${part}`]!);
    return { edition, entries };
  });
});

/** Where the second cell of two stands: beside the first, below it, or anywhere. */
const places = fc.constantFrom<'row' | 'column' | 'anywhere'>('row', 'column', 'anywhere');

describe('two cells of table three', () => {
  it(
    'are named with every other pair that would do, and no more, on one card or on two',
    () => {
      fc.assert(
        fc.property(balanced, places, fc.nat(), fc.nat(), fc.nat(20), fc.boolean(), (options, place, a, b, by, moved) => {
          const sound = numbersOf(specimen(options));
          const keys = [...sound.keys()].filter((key) => key.startsWith('t3.'));
          const one = keys[a % keys.length]!;
          const near = keys.filter((key) =>
            place === 'row'
              ? key.slice(0, key.lastIndexOf('.')) === one.slice(0, one.lastIndexOf('.'))
              : place === 'column'
                ? key.slice(key.lastIndexOf('.')) === one.slice(one.lastIndexOf('.'))
                : true,
          );
          const other = near[b % near.length]!;
          if (one === other) return;
          // Some put into the wrong cell, or two numbers with nothing in common.
          const less = moved ? Math.min(by, sound.get(one)!) : -by - 1;
          const cells = { [one]: sound.get(one)! - less, [other]: sound.get(other)! + (moved ? less : by + 7) };
          const wrong = specimen({ ...options, cells });
          const truth = waysOf(lawOf([...sound.keys()]), numbersOf(wrong));
          const cards = cardsOf(runRules(sumRules, wrong).findings);
          if (truth.length === 0) expect(cards).toHaveLength(0);
          else expect(named(cards).sort()).toEqual(truth.sort());
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});

describe('a total left empty', () => {
  it(
    'is named with its number, also beside another wrong cell',
    () => {
      fc.assert(
        fc.property(balanced, fc.nat(), fc.nat(), fc.nat(3), fc.constantFrom('', '/', '—'), (options, a, b, more, raw) => {
          const sound = numbersOf(specimen(options));
          const totals = [...sound].filter(
            ([key, number]) => number > 0 && key.startsWith('t3.') && (key.endsWith('.total') || key.startsWith('t3.r.total.')),
          );
          if (totals.length === 0) return;
          const [key, number] = totals[a % totals.length]!;
          const others = [...sound.keys()].filter((other) => other !== key && other.startsWith('t3.'));
          const other = others[b % others.length]!;
          const cells = more === 0 ? {} : { [other]: sound.get(other)! + 5 * more };
          const cards = cardsOf(runRules(withBlanks, specimen({ ...options, cells, raw: { [key]: raw } })).findings);
          const own = cards.filter(({ suspects }) => suspects.some((suspect) => suspect.cells.some((cell) => cell.key === key)));
          // Its one other sum may be wrong in just the way that the empty cell hides.
          expect(own.map(({ suspects }) => suspects.map(({ cells: named }) => idOf(named)))).toEqual([[`${key}=${number}`]]);
          expect(own[0]!.severity).toBe('warning');
          if (more > 0)
            expect(cards.some(({ suspects }) => suspects[0] && idOf(suspects[0].cells) === `${other}=${sound.get(other)!}`)).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it('of table four leaves open whether a lone number beside it should be 0', () => {
    const { findings } = runRules(withBlanks, specimen({ entries: { 't4.review': 0, 't4.review.upheld': 4 }, blank: ['t4.review.total'] }));
    expect(findings.map(({ rule, suspects }) => [rule, suspects?.map(({ cells, equal }) => [idOf(cells), equal])])).toEqual([
      [
        'R-BLANK',
        [
          ['t4.review.total=4', true],
          ['t4.review.upheld=0', true],
        ],
      ],
    ]);
    expect(findings[0]?.message).toBe('表四有1个单元格空白（行政复议·总计），按有关算式应为4，疑似漏填。');
  });

  it('is no slip where the totals of all details are left empty, and none where it would be 0', () => {
    const entries = { t3: 0, 't3.r.granted': 3 };
    const totals = [...numbersOf(specimen({ edition: '2019', entries })).keys()].filter((key) => /^t3\.r\..*\.total$/.test(key));
    const details = totals.filter((key) => key !== 't3.r.total.total');
    const habit = specimen({ edition: '2019', entries, blank: [...details, 't3.r.partial', 't3.r.denied'] });
    expect(runRules(withBlanks, habit).findings.every(({ suspects, severity }) => !suspects && severity === 'hint')).toBe(true);
    const zero = specimen({ entries: { 't3.r.partial': 0 }, blank: ['t3.r.partial.total'] });
    expect(runRules(withBlanks, zero).findings.map(({ suspects }) => suspects)).toEqual([undefined]);
  });

  it('beside numbers that stand one column too far left is part of a row that slipped', () => {
    const entries = { t3: 0, 't3.r.granted.natural': 9, 't3.carriedOut.natural': 6 };
    const { findings } = runRules(withBlanks, specimen({ entries, rows: { 't3.carriedOut': [0, 0, 0, 0, 0, 6, ''] } }));
    const cards = cardsOf(findings);
    expect(cards.map(({ suspects }) => suspects.map(({ cells, slip }) => [slip, idOf(cells)]))).toEqual([
      [['shifted', 't3.carriedOut.natural=6 t3.carriedOut.other=0 t3.carriedOut.total=6']],
    ]);
    expect(cards[0]!.findings.map(({ rule }) => rule)).toEqual(['R-3-COL-BAL', 'R-3-COL-BAL', 'R-BLANK']);
  });

  it('goes together with the others of its row', () => {
    const sound = numbersOf(specimen());
    const { findings } = runRules(withBlanks, specimen({ blank: ['t3.r.total'] }));
    expect(findings).toHaveLength(1);
    expect(findings[0]!.suspects).toHaveLength(1);
    const cells = findings[0]!.suspects![0]!.cells;
    expect(cells.map(({ key, mended }) => [key, mended])).toEqual(
      APPLICANTS.map((each) => [`t3.r.total.${each}`, sound.get(`t3.r.total.${each}`)]),
    );
  });
});

describe('the order of those that would do', () => {
  const firstOf = (options: SpecimenOptions): Suspect | undefined => runRules(sumRules, specimen(options)).findings[0]?.suspects?.[0];

  it('begins with the cell of which the text says the mended number, and still calls the others equals', () => {
    const text = (said: string): SpecimenOptions => ({
      entries: { 't4.review': 0, 't4.review.upheld': 4, 't4.review.other': 5 },
      cells: { 't4.review.total': 7 },
      sections: specimenSections(`2023年，因政府信息公开被申请行政复议${said}。`),
    });
    const other = text('7件，其中结果维持2件，其他结果5件');
    const total = text('9件，其中结果维持4件，其他结果5件');
    expect(firstOf(total)).toMatchObject({ cells: [{ key: 't4.review.total', mended: 9 }], equal: true });
    expect(firstOf(other)).toMatchObject({ cells: [{ key: 't4.review.upheld', mended: 2 }], equal: true });
    expect(firstOf(other)?.why).toContain('改后与正文所写的数或分类小计一致。');
    expect(runRules(sumRules, specimen(other)).findings[0]?.suspects).toHaveLength(3);
  });

  it('begins with the pair that a printed subtotal bears out', () => {
    // Three requests that stand one column too far, in one row of many.
    const options: SpecimenOptions = {
      entries: {
        t3: 0,
        't3.r.granted.natural': 8,
        't3.r.granted.business': 8,
        't3.r.denied.process.natural': 5,
        't3.r.denied.process.business': 2,
      },
      cells: { 't3.r.denied.process.natural': 2, 't3.r.denied.process.business': 5 },
    };
    const plain = firstOf({ ...options, cells: { 't3.r.denied.process.natural': 4, 't3.r.denied.process.business': 3 } });
    const borne = firstOf({
      ...options,
      subtotals: ['t3.r.denied'],
      cells: { 't3.r.denied.process.natural': 4, 't3.r.denied.process.business': 3, 't3.r.denied.natural': 5, 't3.r.denied.business': 2 },
    });
    expect(plain?.why).not.toContain('小计一致');
    expect(borne?.cells.map(({ key, mended }) => [key, mended])).toEqual([
      ['t3.r.denied.process.natural', 5],
      ['t3.r.denied.process.business', 2],
    ]);
    expect(borne?.why).toContain('小计一致');
  });
});

describe('a whole row or column of other numbers', () => {
  it('is one card, and names the neighbours with the same numbers', () => {
    const sound = numbersOf(specimen());
    const rows = [...new Set([...sound.keys()].filter((key) => key.startsWith('t3.')).map((key) => key.slice(0, key.lastIndexOf('.'))))];
    const column = Object.fromEntries(rows.map((row) => [`${row}.research`, sound.get(`${row}.business`)!]));
    const row = Object.fromEntries(APPLICANTS.map((each) => [`t3.r.partial.${each}`, sound.get(`t3.r.granted.${each}`)!]));
    for (const [cells, words] of [
      [column, '“商业企业”与“科研机构”两列数字完全相同'],
      [row, '“（一）予以公开”与“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”两行数字完全相同'],
    ] as const) {
      const cards = cardsOf(runRules(sumRules, specimen({ cells })).findings);
      expect(cards).toHaveLength(1);
      expect(cards[0]!.suspects).toHaveLength(0);
      expect(cards[0]!.unlocated).toContain('需改动三处以上。');
      expect(cards[0]!.unlocated).toContain(words);
    }
  });

  it('does not take two rows that happen to be out by the same for a matter of their own', () => {
    const sound = numbersOf(specimen());
    const more = {
      't3.r.granted': 40,
      't3.r.partial': -3,
      't3.r.denied.process': 2,
      't3.r.refused.petition': -2,
      't3.r.unable.notHeld': -37,
    };
    const cells = Object.fromEntries(Object.entries(more).map(([key, by]) => [`${key}.natural`, sound.get(`${key}.natural`)! + by + 40]));
    const balance = {
      't3.r.total.natural': sound.get('t3.r.total.natural')! + 200,
      't3.newReceived.natural': sound.get('t3.newReceived.natural')! + 200,
    };
    const cards = cardsOf(runRules(sumRules, specimen({ cells: { ...cells, ...balance } })).findings);
    expect(cards.map(({ suspects }) => suspects.length)).toEqual([0]);
    expect(cards[0]!.unlocated).toContain('像是有一整列填成了别的数字');
  });
});

/** The parts with one sentence more in part one. */
function specimenSections(sentence: string): NonNullable<SpecimenOptions['sections']> {
  return (sections) => sections.map((section) => (section.key === 's1' ? { ...section, body: [...section.body, sentence] } : section));
}
