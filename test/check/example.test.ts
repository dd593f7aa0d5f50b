// The invented specimen must be what it claims: balanced, complete, and every place must point at what it says.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { editionById, keysOf } from '../../src/core/form/index.ts';
import type { Position } from '../../src/core/model/document.ts';
import type { Report } from '../../src/core/model/report.ts';
import { EDITION_IDS } from '../../src/core/model/vocabulary.ts';

/** The text that stands at a position. */
function textAt(report: Report, at: Position): string | undefined {
  const block = report.blocks[at.block];
  if (!block) return undefined;
  if (block.kind !== 'table') return at.from === undefined ? block.text : block.text.slice(at.from, at.to);
  if (at.row === undefined) return '';
  return block.rows[at.row]?.cells.find((cell) => cell.column === at.column)?.text;
}

describe.each(EDITION_IDS)('specimen of %s', (id) => {
  const report = specimen({ edition: id });
  const value = new Map(report.facts.map((fact) => [fact.key, fact.value ?? 0]));
  const sum = (keys: readonly string[]): number => keys.reduce((total, key) => total + (value.get(key) ?? Number.NaN), 0);

  it('has every cell of the form once, in its order', () => {
    expect(report.facts.map((fact) => fact.key)).toEqual(keysOf(editionById(id)));
    expect(report.edition).toBe(id);
  });
  it('holds every sum of the edition', () => {
    for (const identity of editionById(id).identities)
      expect([identity.name, sum(identity.left)]).toEqual([identity.name, sum(identity.right)]);
  });
  it('has applications in every row of table three', () => {
    for (const [key, number] of value) if (key.startsWith('t3.')) expect(number, key).toBeGreaterThan(0);
  });
  it('points every fact, label, part and sub-heading at its text', () => {
    for (const fact of report.facts) expect(textAt(report, fact.at)).toBe(fact.raw);
    for (const table of report.tables) {
      for (const label of table.labels) expect(textAt(report, label.at), label.key).toBe(label.got);
      for (const label of table.labels) expect([label.key, label.match]).toEqual([label.key, 'exact']);
    }
    for (const section of report.sections) {
      expect(textAt(report, section.at)).toBe(section.title);
      for (const sub of section.subHeadings) expect(textAt(report, sub.at)).toBe(sub.numeral + sub.text);
    }
    for (const source of report.yearSources)
      if (source.at && source.from !== 'period') expect(textAt(report, source.at)).toBe(source.quote);
  });
  it('draws tables whose rows fill the grid', () => {
    for (const block of report.blocks) {
      if (block.kind !== 'table') continue;
      const taken = new Set<string>();
      block.rows.forEach((row, index) => {
        for (const cell of row.cells) {
          for (let r = index; r < index + cell.rowSpan; r++) {
            for (let c = cell.column; c < cell.column + cell.colSpan; c++) {
              expect(taken.has(`${r},${c}`), `two cells at ${r},${c}`).toBe(false);
              taken.add(`${r},${c}`);
            }
          }
        }
      });
      const width = Math.max(...[...taken].map((place) => Number(place.split(',')[1]))) + 1;
      expect(taken.size).toBe(width * block.rows.length);
    }
  });
});

describe('what can be changed', () => {
  it('keeps the tables balanced around an entry', () => {
    const report = specimen({ entries: { t3: 0, 't3.newReceived.natural': 5, 't3.r.granted.natural': 4 } });
    const get = (key: string) => report.facts.find((fact) => fact.key === key)?.value;
    expect([get('t3.newReceived.total'), get('t3.r.total.total'), get('t3.carriedOut.natural')]).toEqual([5, 4, 1]);
  });
  it('prints cells, blanks, placeholders and gaps as told', () => {
    const report = specimen({
      cells: { 't3.r.denied.natural': 8 },
      raw: { 't2.art20_1.rules': '/', 't4.review.upheld': '１２' },
      blank: ['t3.*.research'],
      missing: ['t3.carriedOut'],
      doubtful: ['t3.newReceived'],
      rows: { 't3.carriedIn': [1, 2, 3] },
    });
    const get = (key: string) => report.facts.find((fact) => fact.key === key);
    expect(get('t3.r.denied.natural')).toMatchObject({ value: 8, writing: 'plain' });
    expect(get('t2.art20_1.rules.issued')).toMatchObject({ value: null, raw: '/', writing: 'placeholder' });
    expect(get('t4.review.upheld')).toMatchObject({ value: 12, writing: 'fullWidth' });
    expect(get('t3.r.granted.research')).toMatchObject({ value: null, writing: 'blank' });
    expect(get('t3.carriedOut.natural')).toBeUndefined();
    expect(get('t3.newReceived.natural')?.certainty).toBe('doubtful');
    expect(get('t3.carriedIn.natural')).toMatchObject({ value: null, writing: 'unplaced', certainty: 'doubtful' });
    expect(report.tables[1]?.rows.find((row) => row.key === 't3.carriedIn')).toMatchObject({ found: 3, expected: 7, placed: 'doubtful' });
  });
  it('draws a new form with the single row of other handling, and a mixture', () => {
    expect(specimen({ tableEditions: { t3: '2019' } })).toMatchObject({ edition: '2021' });
    expect(specimen({ tableEditions: { t2: '2019' } })).toMatchObject({ edition: 'mixed' });
  });
});
