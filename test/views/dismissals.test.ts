// What a person has dismissed: which file it holds for, when it lapses, what is still counted.
import { describe, expect, it } from 'vitest';
import { DISMISSAL_KINDS, dismissalId, indexDismissals, isDismissed, tallyOf, wordOn, wordsOn } from '../../src/app/dismissals.ts';
import type { Dismissal, DismissalKind, Unit } from '../../src/app/dismissals.ts';
import { belongsTo, linesOf } from '../../src/app/lines.ts';
import { standingOf, standingWord } from '../../src/app/standing.ts';
import { examine } from '../../src/core/index.ts';
import { summarise } from '../../src/core/model/summary.ts';
import type { Summary } from '../../src/core/model/summary.ts';
import type { ReportSummary } from '../../src/store/records.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';

const mark = (more: object = {}) => ({ fingerprint: 'R-3-ROW-SUM:a', state: 'one', severity: 'error' as const, ...more });
const draft: Unit = { id: 'draft.0', organ: '云溪县水利局', year: 2023 };
const corrected: Unit = { id: 'corrected.0', organ: ' 云溪县 水利局', year: 2023 };

function said(kind: DismissalKind, unit: Unit = draft, more: Partial<Dismissal> = {}): Dismissal {
  const { id: reportId, organ, year } = unit;
  const about = { ...mark(), ...more };
  return {
    ...about,
    id: dismissalId(unit, about, kind),
    kind,
    reason: '',
    at: 1,
    reportId,
    fileName: 'a',
    organ,
    year,
    message: '',
    ...more,
  };
}
const word = (dismissals: readonly Dismissal[], unit: Unit, about = mark()) => wordOn(indexDismissals(dismissals), about, unit)?.from;

describe('a dismissal', () => {
  it('holds for another file of the same organ and year, and says that it was carried over', () => {
    for (const kind of DISMISSAL_KINDS) expect(word([said(kind)], draft), kind).toBe('here');
    for (const kind of ['falseAlarm', 'explained', 'postponed'] as const) expect(word([said(kind)], corrected), kind).toBe('carried');
  });

  it('that says 已整改 does not hide what the next file still has', () => {
    const index = indexDismissals([said('mended')]);
    expect(wordOn(index, mark(), corrected)?.from).toBe('returned');
    expect(isDismissed(index, mark(), corrected)).toBe(false);
    expect(wordsOn(index, mark(), corrected)).toEqual([]);
  });

  it('lapses when another number stands there, in another year, for another organ, and for another place', () => {
    expect(word([said('falseAlarm')], draft, mark({ state: 'two' }))).toBeUndefined();
    expect(word([said('falseAlarm')], draft, mark({ fingerprint: 'R-3-ROW-SUM:b' }))).toBeUndefined();
    expect(word([said('falseAlarm')], { ...corrected, year: 2022 })).toBeUndefined();
    expect(word([said('falseAlarm')], { ...corrected, organ: '云溪县档案局' })).toBeUndefined();
  });

  it('of a report whose organ or year is not known holds for that report alone, and stays when they are corrected', () => {
    const nameless: Unit = { id: 'x.0', organ: null, year: 2023 };
    expect(word([said('explained', nameless)], { id: 'y.0', organ: null, year: 2023 })).toBeUndefined();
    expect(word([said('explained', nameless)], { ...nameless, organ: '云溪县水利局' })).toBe('here');
  });

  it('is one for a unit however often it is said, and the report itself has the last word', () => {
    expect(said('falseAlarm').id).toBe(said('explained', corrected).id);
    const both = [said('postponed', corrected, { at: 9, id: 'other' }), said('falseAlarm')];
    expect(wordOn(indexDismissals(both), mark(), draft)?.dismissal.kind).toBe('falseAlarm');
    expect(wordsOn(indexDismissals(both), mark(), draft)).toHaveLength(2);
  });
});

const layout = (name: string) => layouts.find((each) => each.name === name)!;
const broken = (by: number) => {
  const report = inventedReport('2021', 11, 40, 0.3);
  const key = 't3.r.granted.total';
  return { ...report, numbers: new Map(report.numbers).set(key, report.numbers.get(key)! + by) };
};
async function summaryOf(id: string, layoutName: string, by: number): Promise<ReportSummary> {
  const outcome = await examine(
    new TextEncoder().encode(layout(layoutName).write(broken(by))),
    `${id}.${layoutName.startsWith('网页') ? 'html' : 'txt'}`,
  );
  if (!outcome.ok) throw new Error(outcome.failure.message);
  const { report, findings, checks } = outcome.reports[0]!;
  const summary: Summary = summarise(report, findings, checks);
  return { ...summary, id: `${id}.0`, fileId: id, fileName: id, addedAt: 0, corrected: false, coreVersion: '1', checkedWith: '' };
}
const dismissAll = (summary: ReportSummary, kind: DismissalKind = 'falseAlarm') =>
  indexDismissals(summary.marks!.filter(({ severity }) => severity !== 'hint').map((each) => said(kind, summary, each)));

describe('a report handed in again', () => {
  it('in another format keeps what was dismissed; with another number it is a new finding', async () => {
    const first = await summaryOf('first', '制表符，合并格留空', 3);
    expect(first.counts.error).toBeGreaterThan(0);
    const index = dismissAll(first);
    const again = await summaryOf('again', '网页，合并单元格', 3);
    expect(tallyOf(again, index).open).toMatchObject({ error: 0, warning: 0 });
    const worse = await summaryOf('worse', '网页，合并单元格', 4);
    expect(tallyOf(worse, index).open.error).toBe(worse.counts.error);
  });

  it('of which everything was dismissed is not 通过', async () => {
    const first = await summaryOf('first', '制表符，合并格留空', 3);
    const { open, dismissed } = tallyOf(first, dismissAll(first));
    const standing = standingOf(open, false, dismissed);
    expect(standing).toBe('handled');
    expect(standingWord(standing, dismissed)).toMatch(/^有错误（已处理 \d+）$/);
    expect(dismissed.error).toBe(first.counts.error);
  });
});

describe('the list', () => {
  it('leaves dismissed findings out, or counts them when wanted', async () => {
    const first = await summaryOf('first', '制表符，合并格留空', 3);
    const index = dismissAll(first, 'postponed');
    const [folded] = linesOf([first], [], index);
    expect(folded).toMatchObject({ standing: 'handled', counts: { error: 0 } });
    expect([belongsTo(folded!, 'error'), belongsTo(folded!, 'handled'), belongsTo(folded!, 'passed')]).toEqual([false, true, false]);
    const [counted] = linesOf([first], [], index, true);
    expect(counted).toMatchObject({ standing: 'error', counts: first.counts });
    expect(belongsTo(counted!, 'handled')).toBe(true);
  });

  it('keeps a line that no dismissal touches the same object', () => {
    const summary = { ...({ counts: {}, marks: [mark()] } as unknown as ReportSummary), id: 'x.0', fileId: 'x', organ: '甲', year: 2023 };
    const [line] = linesOf([summary], []);
    expect(linesOf([summary], [], indexDismissals([said('falseAlarm')]))[0]).toBe(line);
  });

  it('counts a card whole while one of its findings is left, and as grave as what is left', () => {
    const marks = [mark({ cause: 'c' }), mark({ fingerprint: 'R-3-COL-SUM:b', cause: 'c', severity: 'warning' })];
    const counts = { error: 1, warning: 0, hint: 0, notAssessed: 0, doubtful: 0, passed: 5 };
    const summary = { marks, counts, ...draft } as unknown as ReportSummary;
    expect(tallyOf({ ...summary }, indexDismissals([said('falseAlarm')]))).toEqual({
      open: { ...counts, error: 0, warning: 1 },
      dismissed: { error: 0, warning: 0, hint: 0 },
    });
  });
});
