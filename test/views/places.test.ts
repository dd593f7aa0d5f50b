// Where findings stand in the document and what is marked when one is chosen.
import { describe, expect, it } from 'vitest';
import { cutText, findingsByPlace, gravest, marksOf, placeName, suspectedPlaces } from '../../src/app/desk/places.ts';
import type { Position } from '../../src/core/model/document.ts';
import type { Finding, Suspect } from '../../src/core/model/finding.ts';
import type { Severity } from '../../src/core/model/vocabulary.ts';

const finding = (severity: Severity, ...at: Position[]): Finding => ({
  rule: 'R-3-ROW-SUM',
  severity,
  message: '',
  at,
  keys: [],
  fingerprint: '',
});

describe('places', () => {
  it('are named by block, row and column, zero included', () => {
    expect(placeName({ block: 3 })).toBe('3');
    expect(placeName({ block: 3, row: 0 })).toBe('3.0');
    expect(placeName({ block: 3, row: 0, column: 0 })).toBe('3.0.0');
  });

  it('lead to every finding that touches them, gravest known', () => {
    const findings = [
      finding('hint', { block: 1, row: 2, column: 3 }),
      finding('error', { block: 1, row: 2, column: 4 }, { block: 1, row: 2, column: 3 }),
    ];
    const there = findingsByPlace(findings).get('1.2.3')!;
    expect(there).toEqual([0, 1]);
    expect(gravest(findings, there)).toBe('error');
  });

  it('mark every cell of an equation and characters of a paragraph', () => {
    const marks = marksOf(finding('error', { block: 1, row: 0, column: 1 }, { block: 1, row: 0, column: 7 }, { block: 4, from: 2, to: 5 }));
    expect([...marks.places]).toEqual(['1.0.1', '1.0.7']);
    expect(marks.stretches.get('4')).toEqual([{ from: 2, to: 5 }]);
    expect(marks.first).toBe('1.0.1');
    expect(marks.suspected.size).toBe(0);
  });

  it('tell cells that may be wrong from those of the same sums: all equals, else the likeliest alone', () => {
    const facts = ['a', 'b', 'c'].map((key, column) => ({ key, at: { block: 1, row: 0, column } }));
    const suspect = (key: string, equal?: true): Suspect => ({
      cells: [{ key, printed: 1, mended: 2 }],
      why: '',
      ...(equal ? { equal } : {}),
    });
    expect([...suspectedPlaces([suspect('b', true), suspect('a', true), suspect('c')], facts)].sort()).toEqual(['1.0.0', '1.0.1']);
    expect([...suspectedPlaces([suspect('c'), suspect('a')], facts)]).toEqual(['1.0.2']);
    const row = ['r.a', 'r.b', 'r.c', 's.a'].map((key, column) => ({ key, at: { block: 2, row: 1, column } }));
    const shift: Suspect = { cells: ['r.a', 'r.c'].map((key) => ({ key, printed: 1, mended: 2 })), why: '', slip: 'shifted' };
    expect([...suspectedPlaces([shift], row)]).toEqual(['2.1.0', '2.1.1', '2.1.2']);
    expect([...suspectedPlaces([suspect('of a cell that is not there')], facts), ...suspectedPlaces([], facts)]).toEqual([]);
  });
});

describe('a text with marked characters', () => {
  it('keeps every character, whatever the stretches', () => {
    const text = '本机关收到申请12件';
    const pieces = cutText(text, [
      { from: 7, to: 99 },
      { from: 3, to: 5 },
      { from: 4, to: 6 },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['收到', '申', '12件']);
  });

  it('is one plain piece where nothing is marked', () => {
    expect(cutText('本机关', [])).toEqual([{ text: '本机关', marked: false }]);
  });
});
