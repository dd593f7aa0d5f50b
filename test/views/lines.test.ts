// The list: what belongs to which filter, in which order it stands, what is found by searching.
import { describe, expect, it } from 'vitest';
import { arrange, belongsTo, linesOf } from '../../src/app/lines.ts';
import type { Filter, Query } from '../../src/app/lines.ts';
import { failure } from '../../src/core/model/outcome.ts';
import type { Counts } from '../../src/core/model/summary.ts';
import type { ReportSummary, StoredFile } from '../../src/store/records.ts';

const counts: Counts = { error: 0, warning: 0, hint: 0, notAssessed: 0, doubtful: 0, passed: 60 };

function summary(id: string, some: Partial<ReportSummary> = {}): ReportSummary {
  return {
    id,
    fileId: `file of ${id}`,
    fileName: `${id}.txt`,
    addedAt: 0,
    corrected: false,
    coreVersion: '1',
    checkedWith: '',
    title: null,
    organ: '云溪县水利局',
    organInferred: false,
    year: 2023,
    yearInferred: false,
    edition: '2021',
    counts,
    seriesFacts: {},
    ...some,
  };
}

function file(id: string, some: Partial<StoredFile> = {}): StoredFile {
  return {
    id,
    name: `${id}.txt`,
    path: '',
    size: 1,
    addedAt: 0,
    format: 'text',
    notes: [],
    failure: null,
    partFailures: [],
    reportIds: [],
    removedReports: 0,
    keepsOriginal: true,
    coreVersion: '1',
    ...some,
  };
}

const everything: Query = { filter: 'all', words: '', year: null };
const added = { key: 'added', descending: false } as const;
const ids = (lines: ReturnType<typeof linesOf>) => lines.map((line) => line.id);

describe('the list', () => {
  const summaries = [
    summary('好'),
    summary('错', { counts: { ...counts, error: 2, warning: 1 }, organ: '云溪县青石镇人民政府', year: 2024 }),
    summary('漏', { counts: { ...counts, notAssessed: 1 }, organ: null, year: null }),
  ];
  const files = [
    file('坏', { failure: failure('坏.txt', 'damaged') }),
    file('半', { partFailures: [failure('半.zip/内.doc', 'unsupported')] }),
  ];
  const lines = linesOf(summaries, files);
  const shown = (filter: Filter) => ids(lines.filter((line) => belongsTo(line, filter)));

  it('shows failed files beside the reports', () => {
    expect(ids(lines)).toEqual(['好', '错', '漏', 'file:坏', 'file:半']);
  });

  it('filters by what was found', () => {
    expect(shown('error')).toEqual(['错']);
    expect(shown('warning')).toEqual(['错']);
    expect(shown('unchecked')).toEqual(['漏']);
    expect(shown('passed')).toEqual(['好']);
    expect(shown('failed')).toEqual(['file:坏', 'file:半']);
  });

  it('does not call a report passed when part of its file was not read', () => {
    const partly = linesOf(
      [summary('好')],
      [file('file of 好', { notes: [{ code: 'x', message: '有内容没有读到。', weight: 'caution' }] })],
    );
    expect(partly.map((line) => belongsTo(line, 'passed'))).toEqual([false]);
    expect(partly.map((line) => belongsTo(line, 'unchecked'))).toEqual([true]);
  });

  it('searches organ and file name, all words, whatever the case', () => {
    expect(ids(arrange(lines, { ...everything, words: '青石' }, added))).toEqual(['错']);
    expect(ids(arrange(lines, { ...everything, words: '云溪 好.TXT' }, added))).toEqual(['好']);
    expect(ids(arrange(lines, { ...everything, words: '半' }, added))).toEqual(['file:半']);
  });

  it('narrows to a year, or to those without one', () => {
    expect(ids(arrange(lines, { ...everything, year: 2024 }, added))).toEqual(['错']);
    expect(ids(arrange(lines, { ...everything, year: 'unknown' }, added))).toEqual(['漏']);
  });

  it('sorts by numbers and by names, both ways', () => {
    expect(ids(arrange(lines, everything, { key: 'error', descending: true }))[0]).toBe('错');
    expect(ids(arrange(lines, { ...everything, filter: 'all' }, { key: 'year', descending: true })).slice(0, 2)).toEqual(['错', '好']);
    expect(ids(arrange(lines, everything, { key: 'standing', descending: false }))).toEqual(['file:坏', 'file:半', '错', '漏', '好']);
  });

  it('puts first, of reports with the same word, the one with most to mend', () => {
    const three = linesOf(
      [
        ['少', 1, 9],
        ['多', 3, 0],
        ['同', 1, 12],
      ].map(([id, error, warning]) => summary(String(id), { counts: { ...counts, error: Number(error), warning: Number(warning) } })),
      [],
    );
    expect(ids(arrange(three, everything, { key: 'standing', descending: false }))).toEqual(['多', '同', '少']);
  });
});
