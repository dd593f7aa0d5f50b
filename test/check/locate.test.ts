// Where the mistake sits: balanced tables made wrong the way people slip, against a truth found by trying every cell.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { contextOf, rules, runRules } from '../../src/core/check/index.ts';
import { MOST_STEPS, locateCounted } from '../../src/core/check/locate/index.ts';
import { editionById, keysOf } from '../../src/core/form/index.ts';
import type { Identity } from '../../src/core/form/edition.ts';
import { cardsOf } from '../../src/core/model/card.ts';
import type { Finding, Suspect } from '../../src/core/model/finding.ts';
import type { Report } from '../../src/core/model/report.ts';
import { APPLICANTS, DISPUTES, OUTCOMES } from '../../src/core/model/vocabulary.ts';
import type { EditionId } from '../../src/core/model/vocabulary.ts';
import { fc, runs } from '../property.ts';

const SUMS: Readonly<Record<Identity['kind'], readonly string[]>> = {
  rowSum: ['R-3-ROW-SUM', 'R-3-SHIFT'],
  balance: ['R-3-COL-BAL'],
  resultSum: ['R-3-RES-SUM'],
  groupSum: ['R-4-SUM'],
};
const sumRules = rules.filter((rule) => Object.values(SUMS).flat().includes(rule.id));
/** Whole reports by the hundred; the machine may be busy. */
const PATIENCE = 3_600_000;
const RUNS = runs(150);

const parts = APPLICANTS.filter((applicant) => applicant !== 'total');
const isCount = (key: string): boolean => !key.startsWith('t2.');

function freeKeys(edition: EditionId): string[] {
  const three = editionById(edition).tables.find((table) => table.id === 't3')!;
  const rows = three.blocks[0]!.rows.filter((row) => row.values && !['t3.newReceived', 't3.r.total'].includes(row.key));
  return [
    ...rows.flatMap((row) => parts.map((part) => `${row.key}.${part}`)),
    ...DISPUTES.flatMap((dispute) => OUTCOMES.filter((outcome) => outcome !== 'total').map((outcome) => `t4.${dispute}.${outcome}`)),
  ];
}

/** Tables mostly zero, of small numbers, of large ones, or with the same number over and over. */
const sizes = [
  fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.nat(4000) }),
  fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(30) }),
  fc.nat(12),
  fc.integer({ min: 10, max: 99999 }),
  fc.constantFrom(0, 7, 7, 7, 21),
];
const balanced = fc.tuple(fc.constantFrom<EditionId>('2019', '2021'), fc.constantFrom(...sizes)).chain(([edition, size]) => {
  const keys = freeKeys(edition);
  return fc.array(size, { minLength: keys.length, maxLength: keys.length }).map((numbers): SpecimenOptions => {
    const entries: Record<string, number> = {};
    // New requests follow from the others: so that they are never below 0, no more is carried in than is carried out.
    keys.forEach((key, index) => (entries[key] = numbers[index]!));
    for (const part of parts)
      entries[`t3.carriedIn.${part}`] = Math.min(entries[`t3.carriedIn.${part}`]!, entries[`t3.carriedOut.${part}`]!);
    return { edition, entries };
  });
});

type Numbers = ReadonlyMap<string, number>;
const numbersOf = (report: Report): Map<string, number> =>
  new Map(report.facts.filter(({ key }) => isCount(key)).map(({ key, value }) => [key, value ?? 0]));

/** A row of table three. */
function pickRow(keys: readonly string[], pick: number): string {
  const rows = [...new Set(keys.filter((key) => key.startsWith('t3.')).map((key) => key.slice(0, key.lastIndexOf('.'))))];
  return rows[pick % rows.length]!;
}

/** One slip: which cells get which numbers. */
const slips: readonly ((keys: readonly string[], numbers: Numbers, pick: number, digit: number) => Record<string, number>)[] = [
  function dropDigit(keys, numbers, pick, digit) {
    const key = keys[pick % keys.length]!;
    const text = String(numbers.get(key)!);
    return { [key]: Number(text.slice(0, digit % text.length) + text.slice((digit % text.length) + 1)) };
  },
  function doubleDigit(keys, numbers, pick, digit) {
    const key = keys[pick % keys.length]!;
    const text = String(numbers.get(key)!);
    const place = digit % text.length;
    return { [key]: Number(text.slice(0, place) + text[place]! + text.slice(place)) };
  },
  function swapDigits(keys, numbers, pick, digit) {
    const key = keys[pick % keys.length]!;
    const text = [...String(numbers.get(key)!)];
    const place = digit % Math.max(1, text.length - 1);
    return { [key]: Number([...text.slice(0, place), text[place + 1] ?? '', text[place]!, ...text.slice(place + 2)].join('')) };
  },
  function mistypeDigit(keys, numbers, pick, digit) {
    const key = keys[pick % keys.length]!;
    const text = [...String(numbers.get(key)!)];
    text[digit % text.length] = String(digit % 10);
    return { [key]: Number(text.join('')) };
  },
  function mistypeTotal(keys, numbers, pick, digit) {
    const totals = keys.filter((key) => key.endsWith('.total') || key.startsWith('t3.r.total.'));
    const key = totals[pick % totals.length]!;
    return { [key]: numbers.get(key)! + digit + 1 };
  },
  function shiftRow(keys, numbers, pick, digit) {
    const row = pickRow(keys, pick);
    const width = digit % 2 === 0 ? 7 : 6;
    return Object.fromEntries(
      APPLICANTS.slice(0, width).map((each, index) => [
        `${row}.${each}`,
        numbers.get(`${row}.${APPLICANTS[(index + 1 + (digit % 3)) % width]!}`)!,
      ]),
    );
  },
  function exchange(keys, numbers, pick, digit) {
    const one = keys[pick % keys.length]!;
    const other = keys[(pick + 1 + (digit % 8)) % keys.length]!;
    return { [one]: numbers.get(other)!, [other]: numbers.get(one)! };
  },
  function shiftAndLose(keys, numbers, pick, digit) {
    const row = pickRow(keys, pick);
    const width = digit % 2 === 0 ? 7 : 6;
    const printed = APPLICANTS.slice(0, width).map((each) => numbers.get(`${row}.${each}`)!);
    const moved = digit % 3 === 0 ? [...printed.slice(1), 0] : [0, ...printed.slice(0, -1)];
    return Object.fromEntries(moved.map((number, index) => [`${row}.${APPLICANTS[index]!}`, number]));
  },
  function exchangeRows(keys, numbers, pick, digit) {
    const [one, other] = [pickRow(keys, pick), pickRow(keys, pick + 1 + (digit % 5))];
    return Object.fromEntries(
      APPLICANTS.flatMap((each) => [
        [`${one}.${each}`, numbers.get(`${other}.${each}`)!],
        [`${other}.${each}`, numbers.get(`${one}.${each}`)!],
      ]),
    );
  },
  function mixUpCarried(_keys, numbers, pick, digit) {
    const [from, to] = pick % 2 === 0 ? ['t3.carriedIn', 't3.carriedOut'] : ['t3.carriedOut', 't3.carriedIn'];
    const columns = digit % 2 === 0 ? APPLICANTS : APPLICANTS.slice(-1);
    return Object.fromEntries(columns.map((each) => [`${to}.${each}`, numbers.get(`${from}.${each}`)!]));
  },
  function forgetTotals(keys, numbers, pick, digit) {
    const row = pickRow(keys, pick);
    const part = parts[digit % parts.length]!;
    const more = 1 + (digit % 9);
    const others = [[`${row}.total`], [`t3.r.total.${part}`], [`t3.newReceived.${part}`, `t3.newReceived.total`]][digit % 3]!;
    return Object.fromEntries([`${row}.${part}`, ...others].map((key) => [key, numbers.get(key)! + more]));
  },
];
const slip = fc.tuple(fc.constantFrom(...slips), fc.nat(), fc.nat(99));

const gapOf = (identity: Identity, numbers: Numbers): number =>
  identity.left.reduce((sum, key) => sum + numbers.get(key)!, 0) - identity.right.reduce((sum, key) => sum + numbers.get(key)!, 0);
const holdsAll = (identities: readonly Identity[], numbers: Numbers): boolean => identities.every((each) => gapOf(each, numbers) === 0);
const keysKnown = new Map<Identity, readonly string[]>();
function keysIn(identity: Identity): readonly string[] {
  let keys = keysKnown.get(identity);
  if (!keys) keysKnown.set(identity, (keys = [...identity.left, ...identity.right]));
  return keys;
}
const sumsKnown = new Map<EditionId, ReadonlyMap<string, readonly Identity[]>>();
/** Sums in which a cell stands. */
function sumsWith(edition: EditionId, key: string): readonly Identity[] {
  let sums = sumsKnown.get(edition);
  if (!sums) {
    const found = new Map<string, Identity[]>();
    for (const identity of editionById(edition).identities) {
      for (const each of keysIn(identity)) found.set(each, [...(found.get(each) ?? []), identity]);
    }
    sumsKnown.set(edition, (sums = found));
  }
  return sums.get(key) ?? [];
}
const withChanges = (numbers: Numbers, changes: readonly { key: string; mended: number }[]): Numbers =>
  new Map([...numbers, ...changes.map(({ key, mended }) => [key, mended] as const)]);

/** Broken sums put together where they share a cell. */
function groupsOf(broken: readonly Identity[]): Identity[][] {
  const groups: Identity[][] = [];
  for (const identity of broken) {
    const near = groups.filter((group) => group.some((each) => keysIn(each).some((key) => keysIn(identity).includes(key))));
    const merged = [...near.flat(), identity];
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

/** Every cell that alone, with one number, mends the given sums and leaves every other sum it stands in whole: by trying. */
function singlesFor(group: readonly Identity[], edition: EditionId, numbers: Numbers): { key: string; mended: number }[] {
  return [...numbers.keys()].flatMap((key) => {
    const own = sumsWith(edition, key);
    const values = new Set(own.map((each) => numbers.get(key)! - gapOf(each, numbers) * (each.left.includes(key) ? 1 : -1)));
    return [...values].flatMap((mended) => {
      const mends = mended >= 0 && mended !== numbers.get(key) && holdsAll([...group, ...own], withChanges(numbers, [{ key, mended }]));
      return mends ? [{ key, mended }] : [];
    });
  });
}

const idOf = (cells: Suspect['cells']): string =>
  cells
    .map(({ key, mended }) => `${key}=${mended}`)
    .sort()
    .join(' ');
const findingOf = (findings: readonly Finding[], identity: Identity): Finding | undefined =>
  findings.find(
    ({ rule, keys }) =>
      SUMS[identity.kind].includes(rule) && keys.length === keysIn(identity).length && keysIn(identity).every((key) => keys.includes(key)),
  );

interface Case {
  readonly edition: EditionId;
  readonly report: Report;
  readonly numbers: Numbers;
  readonly broken: readonly Identity[];
  readonly findings: readonly Finding[];
}

function caseOf(options: SpecimenOptions, made: readonly (readonly [(typeof slips)[number], number, number])[]): Case {
  const edition = options.edition!;
  const keys = keysOf(editionById(edition)).filter(isCount);
  let numbers: Numbers = numbersOf(specimen(options));
  const cells: Record<string, number> = {};
  for (const [make, pick, digit] of made) {
    const wrong = make(keys, numbers, pick, digit);
    Object.assign(cells, wrong);
    numbers = new Map([...numbers, ...Object.entries(wrong)]);
  }
  const report = specimen({ ...options, cells });
  const { identities } = editionById(edition);
  return {
    edition,
    report,
    numbers: numbersOf(report),
    broken: identities.filter((identity) => gapOf(identity, numbers) !== 0),
    findings: runRules(sumRules, report).findings,
  };
}

function expectEveryFaultFound({ broken, findings }: Case): void {
  expect(findings.length).toBe(broken.length);
  for (const identity of broken) expect(findingOf(findings, identity)).toBeDefined();
}

/** Is a whole row said to be in the wrong place? */
const isRow = ({ slip: kind, cells }: Suspect): boolean => kind === 'shifted' || cells.length > 2;

/** Whatever is named mends what it is named for, and breaks nothing. */
function expectSoundSuspects({ findings, edition, numbers, broken }: Case): void {
  for (const finding of findings) {
    expect((finding.suspects ?? []).length > 0).toBe(finding.unlocated === undefined);
    const own = broken.filter((identity) => findingOf([finding], identity));
    // What is said beside a row in the wrong place is said as if that row stood right.
    const first = idOf(finding.suspects?.[0]?.cells ?? []);
    const slipped = findings.flatMap(({ suspects: [row] = [] }) => (row && isRow(row) && idOf(row.cells) !== first ? row.cells : []));
    for (const { cells, why } of finding.suspects ?? []) {
      const after = withChanges(numbers, [...slipped, ...cells]);
      const touched = cells.flatMap(({ key }) => sumsWith(edition, key));
      expect(holdsAll([...own, ...touched], after)).toBe(true);
      for (const { key, printed, mended } of cells) {
        expect(printed ?? 0).toBe(numbers.get(key));
        expect(mended >= 0 && Number.isInteger(mended)).toBe(true);
      }
      expect(why).toContain('仅供参考，以原件为准。');
    }
  }
}

/** Where single cells mend everything they are named, all of them and nothing else; where it is one, it stands alone. */
function expectSinglesNamed({ edition, numbers, broken, findings }: Case): void {
  if (broken.length === 0) return;
  const everything = singlesFor(broken, edition, numbers);
  const groups = everything.length > 0 ? [broken] : groupsOf(broken);
  for (const group of groups) {
    const singles = singlesFor(group, edition, numbers);
    for (const identity of group) {
      const suspects = findingOf(findings, identity)!.suspects ?? [];
      if (singles.length === 0) {
        // A cell named alone explains sums of its own, never all: the others are another matter.
        for (const { cells } of suspects) {
          if (cells.length === 1) expect(sumsWith(edition, cells[0]!.key).length).toBeLessThan(group.length);
        }
        continue;
      }
      expect(suspects.map(({ cells }) => idOf(cells)).sort()).toEqual(singles.map((single) => idOf([{ ...single, printed: 0 }])).sort());
      for (const { equal } of suspects) expect(equal).toBe(singles.length > 1 ? true : undefined);
    }
  }
}

describe('where the mistake sits', () => {
  it(
    'one slip: found, and where one cell mends everything it is named, with its number',
    () => {
      fc.assert(
        fc.property(balanced, slip, (options, made) => {
          const wrong = caseOf(options, [made]);
          expectEveryFaultFound(wrong);
          expectSoundSuspects(wrong);
          expectSinglesNamed(wrong);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'two slips: found, named where one or two cells mend everything',
    () => {
      fc.assert(
        fc.property(balanced, slip, slip, (options, one, other) => {
          const wrong = caseOf(options, [one, other]);
          expectEveryFaultFound(wrong);
          expectSoundSuspects(wrong);
          // A row that slipped is taken as standing right, and two groups may be one thing: two cells of one row break two columns.
          const plain = groupsOf(wrong.broken).length === 1 && wrong.findings.every(({ suspects }) => !suspects || !isRow(suspects[0]!));
          if (plain || singlesFor(wrong.broken, wrong.edition, wrong.numbers).length > 0) expectSinglesNamed(wrong);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'two cells changed: the pair is among those named, or what is named needs fewer cells',
    () => {
      fc.assert(
        fc.property(
          balanced,
          fc.nat(),
          fc.nat(),
          fc.integer({ min: 1, max: 400 }),
          fc.integer({ min: 1, max: 400 }),
          (options, a, b, up, more) => {
            const keys = keysOf(editionById(options.edition!)).filter(isCount);
            const [one, other] = [keys[a % keys.length]!, keys[b % keys.length]!];
            if (one === other) return;
            const sound = numbersOf(specimen(options));
            const wrong = caseOf(options, [
              [() => ({ [one]: sound.get(one)! + up, [other]: Math.max(0, sound.get(other)! + more - 200) }), 0, 0],
            ]);
            expectEveryFaultFound(wrong);
            expectSoundSuspects(wrong);
            const truth = [
              { key: one, printed: null, mended: sound.get(one)! },
              { key: other, printed: null, mended: sound.get(other)! },
            ].filter(({ key, mended }) => wrong.numbers.get(key) !== mended);
            for (const identity of wrong.broken) {
              const { suspects = [], unlocated } = findingOf(wrong.findings, identity)!;
              expect(unlocated).toBeUndefined();
              if (suspects.some(isRow)) continue;
              if (suspects[0]!.cells.length === 1) {
                // Alone it mends its group; then the other cell is another matter, or both together come to the same.
                continue;
              }
              expect(suspects.length >= 12 || suspects.some(({ cells }) => idOf(cells) === idOf(truth))).toBe(true);
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});

describe('slips that have nothing in common', () => {
  it(
    'are cards of their own, each with its cell and number, though their rows and columns cross',
    () => {
      fc.assert(
        fc.property(
          balanced,
          fc.nat(),
          fc.nat(),
          fc.integer({ min: 2, max: 5 }),
          fc.array(fc.nat(99), { minLength: 5 }),
          (options, a, b, many, more) => {
            const sound = numbersOf(specimen(options));
            const rows = [
              ...new Set([...sound.keys()].filter((key) => key.startsWith('t3.')).map((key) => key.slice(0, key.lastIndexOf('.')))),
            ];
            const truth = Array.from({ length: many }, (_, index) => {
              const key = `${rows[(a + 5 * index) % rows.length]!}.${APPLICANTS[(b + index) % APPLICANTS.length]!}`;
              // No difference is another, nor the sum or the difference of others.
              return { key, mended: sound.get(key)!, printed: sound.get(key)! + 1000 * 3 ** index + more[index]! };
            });
            const wrong = caseOf(options, [[() => Object.fromEntries(truth.map(({ key, printed }) => [key, printed])), 0, 0]]);
            expectEveryFaultFound(wrong);
            const cards = cardsOf(wrong.findings);
            expect(cards.map(({ suspects }) => suspects.map(({ cells }) => idOf(cells))).sort()).toEqual(
              truth.map((each) => [idOf([each])]).sort(),
            );
            for (const card of cards) expect(card.findings).toHaveLength(sumsWith(wrong.edition, card.suspects[0]!.cells[0]!.key).length);
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});

describe('an empty cell that should hold a number', () => {
  it(
    'is named first with its number, unless it is a total: then its sums are not judged',
    () => {
      fc.assert(
        fc.property(balanced, fc.nat(), fc.constantFrom('', '/', '—'), (options, pick, raw) => {
          const sound = numbersOf(specimen(options));
          const filled = [...sound].filter(([, number]) => number !== 0);
          if (filled.length === 0) return;
          const [key, number] = filled[pick % filled.length]!;
          const report = specimen({ ...options, ...(raw === '' ? { blank: [key] } : { raw: { [key]: raw } }) });
          const { findings, checks } = runRules(sumRules, report);
          const sums = sumsWith(options.edition!, key);
          for (const identity of sums) {
            const own = checks.filter(
              ({ rule, keys }) =>
                rule !== 'R-3-SHIFT' && keys.length === keysIn(identity).length && keysIn(identity).every((each) => keys.includes(each)),
            );
            // A row that slipped would be said in place of its sum; one empty cell is no such row.
            expect(own).toHaveLength(1);
            if (key.endsWith('.total') || key.startsWith('t3.r.total.')) expect(own[0]!.result).toBe('notAssessed');
            else {
              expect(own[0]!.result).toBe('problem');
              expect(findingOf(findings, identity)).toMatchObject({
                severity: 'warning',
              });
              // In a group of table four nothing tells the cells apart, but an empty one says the most.
              const [first, ...others] = findingOf(findings, identity)!.suspects!;
              expect(first).toMatchObject({ slip: 'omitted', cells: [{ key, printed: null, mended: number }] });
              expect(others.every(({ equal }) => equal && identity.kind === 'groupSum')).toBe(true);
            }
          }
          expect(findings.every(({ keys }) => keys.includes(key))).toBe(true);
          expect(cardsOf(findings).length).toBeLessThan(2);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});

const suspectsOf = (options: SpecimenOptions): readonly Finding[] => runRules(sumRules, specimen(options)).findings;

describe('what is said', () => {
  it('names the cell, what is printed, what would mend it, and what it looks like', () => {
    const [finding] = suspectsOf({
      entries: { t3: 0, 't3.r.granted.natural': 103, 't3.newReceived.natural': 0 },
      cells: { 't3.r.total.total': 130 },
    });
    expect(finding?.suspects).toEqual([
      {
        cells: [{ key: 't3.r.total.total', printed: 130, mended: 103 }],
        why: '最可能是表三“（七）总计”的“总计”：填130，改为103则有关算式全部相平（疑似两位数字颠倒）。仅供参考，以原件为准。',
        slip: 'transposed',
      },
    ]);
  });

  it('calls the five cells of a group of table four equals', () => {
    const [finding] = suspectsOf({ entries: { 't4.review': 5 }, cells: { 't4.review.total': 24 } });
    expect(finding?.suspects?.map(({ cells: [cell], equal }) => [cell!.key, cell!.mended, equal])).toHaveLength(5);
    expect(finding?.suspects?.every(({ equal }) => equal)).toBe(true);
    expect(finding?.suspects?.[0]?.why).toContain('另有4处改动也能使算式相平，不能断定是哪一处');
  });

  it('takes an empty cell for one that was left out', () => {
    const findings = suspectsOf({ blank: ['t3.r.granted.natural'] });
    for (const { suspects, severity } of findings) {
      expect(severity).toBe('warning');
      expect(suspects?.map(({ slip: kind }) => kind)).toEqual(['omitted']);
      expect(suspects?.[0]?.why).toContain('表中为空');
    }
    expect(findings.length).toBeGreaterThan(1);
  });

  it('sees two numbers that changed places', () => {
    const findings = suspectsOf({
      entries: { t3: 0, 't3.r.granted.natural': 12, 't3.r.granted.business': 5, 't3.r.partial.natural': 9 },
      cells: { 't3.r.granted.natural': 5, 't3.r.granted.business': 12 },
    });
    expect(new Set(findings.map(({ suspects }) => suspects?.[0]?.slip))).toEqual(new Set(['exchanged']));
  });

  it('sees a number whose digits stand in two cells', () => {
    const findings = suspectsOf({
      entries: { t3: 0, 't3.r.granted.natural': 12 },
      cells: { 't3.r.granted.natural': 1, 't3.r.granted.business': 2 },
    });
    for (const { suspects } of findings) {
      expect(suspects?.[0]).toMatchObject({ slip: 'split', cells: [{ mended: 12 }, { mended: 0 }] });
    }
    expect(findings.length).toBeGreaterThan(0);
  });

  it('sees a total that was worked out from a wrong number', () => {
    const findings = suspectsOf({
      entries: { t3: 0, 't3.r.granted.natural': 31, 't3.r.granted.business': 200 },
      cells: { 't3.r.granted.natural': 13, 't3.r.granted.total': 213 },
    });
    expect(findings[0]?.suspects?.[0]).toMatchObject({ slip: 'carried' });
    expect(findings[0]?.suspects?.[0]?.cells.map(({ key, mended }) => [key, mended]).sort()).toEqual([
      ['t3.r.granted.natural', 31],
      ['t3.r.granted.total', 231],
    ]);
  });

  it('sees the parts of a row one column too far, though the row adds up', () => {
    const findings = suspectsOf({
      entries: { t3: 0, 't3.r.granted.natural': 12, 't3.r.granted.business': 5, 't3.r.granted.research': 3 },
      cells: {
        't3.r.granted': 0,
        't3.r.granted.business': 12,
        't3.r.granted.research': 5,
        't3.r.granted.welfare': 3,
        't3.r.granted.total': 20,
      },
    });
    expect(findings.length).toBe(4);
    for (const { suspects, cause } of findings) {
      expect(suspects?.[0]?.slip).toBe('shifted');
      expect(cause).toBe(findings[0]!.cause);
    }
  });

  it('tells slips that have nothing in common apart, though their rows and columns cross', () => {
    const findings = suspectsOf({
      cells: { 't3.r.granted.natural': 500, 't3.r.partial.business': 600, 't3.r.refused.petition.legal': 900 },
    });
    expect(findings).toHaveLength(6);
    const cards = cardsOf(findings);
    expect(cards.map(({ findings: own, suspects }) => [own.length, suspects.map(({ cells: [cell] }) => cell!.key)]).sort()).toEqual([
      [2, ['t3.r.granted.natural']],
      [2, ['t3.r.partial.business']],
      [2, ['t3.r.refused.petition.legal']],
    ]);
  });

  it('names nothing where three cells or more of one sum must be others', () => {
    const findings = suspectsOf({
      cells: { 't3.r.granted.natural': 500, 't3.r.partial.natural': 600, 't3.r.refused.petition.natural': 900 },
    });
    expect(findings).toHaveLength(4);
    for (const { suspects, unlocated } of findings) {
      expect(suspects).toBeUndefined();
      expect(unlocated).toContain('需改动三处以上，无法推断');
    }
    expect(cardsOf(findings)).toHaveLength(1);
  });

  it('says once that nothing can be named where rows are out and every column holds', () => {
    const sound = numbersOf(specimen());
    const totals = { 't3.r.granted.total': 2, 't3.r.partial.total': 3, 't3.r.refused.petition.total': -5 };
    const cells = Object.fromEntries(Object.entries(totals).map(([key, more]) => [key, sound.get(key)! + more]));
    const cards = cardsOf(suspectsOf({ cells }));
    expect(cards.map(({ findings, unlocated }) => [findings.length, unlocated?.slice(0, 7)])).toEqual([[3, '需改动三处以上']]);
  });

  it('says so where there are more answers than are looked at', () => {
    const sound = numbersOf(specimen());
    const rows = ['t3.r.granted', 't3.r.partial', 't3.r.denied.process', 't3.r.unable.notHeld', 't3.r.refused.petition'];
    // Five slips by one: any row could be wrong in any of the five columns.
    const keys = rows.map((row, index) => `${row}.${parts[index]!}`);
    const cards = cardsOf(suspectsOf({ cells: Object.fromEntries(keys.map((key) => [key, sound.get(key)! + 1])) }));
    expect(cards.map(({ findings, unlocated }) => [findings.length, unlocated])).toEqual([
      [10, '不平的算式牵连太多，未能推断是哪几处填错，请逐格核对原件。'],
    ]);
  });

  it('names a slip beside sums that nothing explains, where no other is out by as much', () => {
    const cells = { 't3.r.granted.natural': 500, 't3.r.partial.natural': 600, 't3.r.refused.petition.natural': 900 };
    const cards = cardsOf(suspectsOf({ cells: { ...cells, 't3.r.unable.notHeld.legal': 4321 } }));
    expect(cards.map(({ findings, suspects }) => [findings.length, suspects.map((suspect) => suspect.cells[0]!.key)])).toEqual([
      [4, []],
      [2, ['t3.r.unable.notHeld.legal']],
    ]);
  });

  it('keeps two cells together that have each other’s number, wherever they stand', () => {
    const findings = suspectsOf({
      entries: { t3: 0, 't3.r.granted.natural': 12, 't3.r.unable.notHeld.business': 5 },
      cells: { 't3.r.granted.natural': 5, 't3.r.unable.notHeld.business': 12 },
    });
    expect(cardsOf(findings).map(({ suspects }) => suspects.map(({ slip: kind }) => kind))).toEqual([['exchanged']]);
  });

  it('does not call one number in another column a row that slipped', () => {
    const findings = suspectsOf({
      entries: { t3: 0, 't3.r.granted.other': 3, 't3.r.granted.natural': 0 },
      cells: { 't3.r.granted.other': 0 },
    });
    expect(findings.map(({ rule }) => rule)).not.toContain('R-3-SHIFT');
    expect(findings[0]?.suspects).toMatchObject([{ slip: 'zeroed', cells: [{ key: 't3.r.granted.other', mended: 3 }] }]);
  });

  it('sees a row one column too far whatever was lost at the edge', () => {
    const entries = { t3: 0, 't3.r.granted': 0, 't3.r.granted.natural': 4, 't3.r.granted.legal': 3, 't3.r.granted.other': 2 };
    for (const options of [
      // Moved left with its total: the place of the total is empty.
      { rows: { 't3.r.granted': [0, 0, 0, 3, 2, 9, ''] } },
      // Moved right with its total, which is lost, and adding up all the same.
      { rows: { 't3.r.granted': ['', 4, 0, 0, 0, 3, 2] } },
      // The kinds of applicants moved, the total did not.
      { rows: { 't3.r.granted': [0, 0, 0, 3, 2, 0, 9] } },
      { rows: { 't3.r.granted': [0, 4, 0, 0, 0, 3, 9] } },
    ]) {
      const cards = cardsOf(suspectsOf({ entries, ...options }));
      expect(cards.map(({ suspects }) => suspects.map(({ slip: kind }) => kind))).toEqual([['shifted']]);
    }
  });

  it('names two rows as equals where either could be the one that slipped', () => {
    const row = { natural: 4, legal: 2, total: 6 };
    const cardsFor = (wrong: string) =>
      cardsOf(
        suspectsOf({
          entries: { t3: 0, 't3.r.granted.natural': 4, 't3.r.granted.legal': 2, 't3.r.partial.business': 4, 't3.r.partial.other': 2 },
          rows: { [wrong]: APPLICANTS.map((each) => (row as Record<string, number>)[each] ?? 0) },
        }),
      );
    const cards = cardsFor('t3.r.partial');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.suspects.map(({ slip: kind, equal }) => [kind, equal])).toEqual([
      ['shifted', true],
      ['shifted', true],
    ]);
  });

  it('sees two rows in each other’s place, and a row with the numbers of another, as one thing', () => {
    const sound = specimen({ entries: { 't3.carriedOut': 2 } });
    const rowOf = (key: string): readonly number[] => APPLICANTS.map((each) => numbersOf(sound).get(`${key}.${each}`)!);
    const exchanged = cardsOf(
      suspectsOf({ entries: { 't3.carriedOut': 2 }, rows: { 't3.r.total': rowOf('t3.carriedOut'), 't3.carriedOut': rowOf('t3.r.total') } }),
    );
    expect(exchanged.map(({ suspects }) => suspects.map(({ slip: kind }) => kind))).toEqual([['exchanged']]);
    expect(exchanged[0]?.suspects[0]?.why).toContain('“（七）总计”和“四、结转下年度继续办理”两行的数字互换了');
    const copied = cardsOf(suspectsOf({ entries: { 't3.carriedOut': 2 }, rows: { 't3.carriedIn': [1, 2, 3, 4, 6, 5, 21] } }));
    expect(copied).toHaveLength(1);
    expect(copied[0]?.unlocated).toContain('像是有一整行填成了别的数字');
  });

  it('sees a column that slid by a row where one was skipped, and the number that was lost at the other end', () => {
    const column = { 'r.granted': 31, 'r.partial': 12, 'r.denied.process': 5, 'r.unable.notHeld': 8, carriedOut: 3 };
    const entries = { t3: 0, ...Object.fromEntries(Object.entries(column).map(([row, number]) => [`t3.${row}.natural`, number])) };
    const sound = specimen({ entries });
    const rows = sound.facts.map(({ key }) => key).filter((key) => /^t3\..*\.natural$/.test(key));
    const numbers = numbersOf(sound);
    for (const [from, to, by, way] of [
      [0, rows.length - 1, 1, '上'],
      [2, rows.length - 2, 1, '上'],
      [1, rows.length - 1, -1, '下'],
    ] as const) {
      const cells = Object.fromEntries(
        rows.slice(from, to + 1).map((key, index) => {
          const place = from + index - by;
          return [key, place < from || place > to ? 0 : numbers.get(rows[place]!)!];
        }),
      );
      const cards = cardsOf(suspectsOf({ entries, cells }));
      expect(cards.map(({ suspects }) => suspects.map(({ slip: kind }) => kind))).toEqual([['shifted']]);
      const [suspect] = cards[0]!.suspects;
      expect(suspect!.why).toContain(`的数字错了一行：向${way}移一行则有关算式全部相平`);
      for (const { key, mended } of suspect!.cells) expect(mended).toBe(numbers.get(key));
    }
  });

  it('makes one card of a row of totals that is not of these numbers, and names none of its cells', () => {
    // The year before: it adds up, and differs in five columns, two of them by as much.
    const before = { natural: 60, business: 31, research: 24, welfare: 24, legal: 47, other: 24, total: 210 };
    const cells = Object.fromEntries(Object.entries(before).map(([part, number]) => [`t3.r.total.${part}`, number]));
    const said = (more: Readonly<Record<string, number>>) =>
      cardsOf(suspectsOf({ cells: { ...cells, ...more } })).map(({ findings, suspects, unlocated }) => [
        findings.length,
        suspects[0]?.cells[0]?.key,
        unlocated?.includes('像是这一行整行填成了别的数字'),
      ]);
    expect(said({})).toEqual([[expect.any(Number), undefined, true]]);
    // A slip elsewhere is still named; one in the same column would only come right together with the row.
    expect(said({ 't4.review.total': 3 })[1]).toEqual([1, expect.stringContaining('t4.review.'), undefined]);
    expect(said({ 't3.r.granted.legal': 4321 }).map(([, named]) => named)).toEqual([undefined, undefined]);
  });

  it('shows every pair that is as likely as the others', () => {
    const sound = numbersOf(specimen());
    const cells = Object.fromEntries(['legal', 'total'].map((part) => [`t3.r.granted.${part}`, sound.get(`t3.r.granted.${part}`)! - 1]));
    const [card] = cardsOf(suspectsOf({ cells }));
    // Any of the 21 results could have been counted one too few.
    expect(card!.suspects).toHaveLength(21);
    expect(card!.suspects.every(({ equal }) => equal)).toBe(true);
  });

  it('promises nothing of sums that could not be judged', () => {
    const findings = suspectsOf({ doubtful: ['t3.r.granted.legal'], cells: { 't3.r.granted.natural': 500 } });
    // The row itself adds up in no way, and of its cells nothing more is said.
    expect(findings.map(({ rule, suspects }) => [rule, suspects?.length])).toEqual([
      ['R-3-ROW-SUM', undefined],
      ['R-3-RES-SUM', 1],
    ]);
    expect(findings[1]?.suspects?.[0]?.why).toContain('改为35则能够核对的有关算式全部相平');
    expect(findings[0]?.cause).toBe(findings[1]?.cause);
  });
});

describe('work', () => {
  it('is bounded however many sums are broken', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<EditionId>('2019', '2021'),
        fc.constantFrom(1, 2, 300).chain((most) => fc.array(fc.nat(most), { minLength: 190, maxLength: 190 })),
        fc.nat(190),
        (edition, numbers, many) => {
          const keys = keysOf(editionById(edition)).filter(isCount);
          const cells = Object.fromEntries(keys.slice(0, many).map((key, index) => [key, numbers[index]!]));
          expect(locateCounted(contextOf(specimen({ edition, cells }))).steps).toBeLessThan(MOST_STEPS);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('stays small where all columns break and no row does', () => {
    const wrong = Object.fromEntries(parts.flatMap((part, index) => [[`t3.r.granted.${part}`, 100 + index]]));
    for (const cells of [wrong, { 't3.r.granted': 3 }, { t3: 1, t4: 1 }, { t3: 9, 't3.r.total': 8 }]) {
      expect(locateCounted(contextOf(specimen({ cells }))).steps).toBeLessThan(5000);
    }
  });
});
