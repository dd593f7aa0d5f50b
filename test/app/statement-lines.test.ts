// The list of numbers said in the text: every number is there, in words, with what became of it.
import { describe, expect, it } from 'vitest';
import type { Word } from '../../src/app/dismissals.ts';
import { countCardsOf, countLines, statementLines } from '../../src/app/desk/statement-lines.ts';
import { check } from '../../src/core/check/index.ts';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { sampleDismissal } from '../store/sample-records.ts';

const entries = { t3: 0, 't3.newReceived.natural': 15, 't3.carriedIn.natural': 2, 't3.r.granted.natural': 17 };
const report = specimen({
  organ: '云溪县财政局',
  entries,
  text: {
    s1: ['收到政府信息公开申请16件，上年结转2件。', '公开信息480条，其中网站300条、微信178条。全县各部门收到政府信息公开申请90件。'],
    s6: ['无。'],
  },
});

describe('numbers said in the text', () => {
  const lines = statementLines(report).filter(({ at }) => report.blocks[at.block]?.kind === 'paragraph');
  const byNumber = (number: string) => lines.find(({ words }) => words[1] === number)!;
  it('says what agrees, what differs, what is open and what has no counterpart', () => {
    expect(byNumber('2件')).toMatchObject({ what: '上年结转', result: 'agrees', severity: null });
    expect(byNumber('16件')).toMatchObject({ what: '收到申请', result: 'differs', severity: 'error' });
    expect(byNumber('90件')).toMatchObject({ result: 'open' });
    expect(byNumber('480条')).toMatchObject({ what: '文中互相核对', result: 'differs', severity: 'warning' });
  });
  it('gives every line a reason in words', () => {
    for (const { remarks, result } of lines) {
      expect(remarks.length).toBeGreaterThan(0);
      for (const remark of remarks) expect(remark, result).toMatch(/[\u4e00-\u9fff]{3}.*。$/);
    }
  });
  it('marks the cell along with the words', () => {
    expect(byNumber('16件').also.some((place) => place.row !== undefined)).toBe(true);
    expect(byNumber('480条').also).toHaveLength(2);
  });
  it('counts them', () => {
    const counts = countLines(statementLines(report));
    expect(counts.differs).toBe(4);
    // The three numbers of a sum that does not add up are one thing.
    expect(countCardsOf(statementLines(report))).toBe(2);
    expect(counts.agrees + counts.differs + counts.open + counts.none).toBe(statementLines(report).length);
  });
});

describe('a difference that does not count', () => {
  const { findings } = check(report);
  const wordsOf = (number: string, kind: 'falseAlarm' | 'mended', from: Word['from']): (Word | null)[] =>
    findings.map(({ message }) => (message.includes(number) ? { from, dismissal: { ...sampleDismissal('x'), kind } } : null));
  const line = (number: string, words: readonly (Word | null)[], isOn: (rule: string) => boolean = () => true) =>
    statementLines(report, { findings, words, isOn }).find((each) => each.words[1] === number)!;
  const none = findings.map(() => null);

  it('still differs where it was dismissed, says so, and is not counted as open', () => {
    const words = wordsOf('480条', 'falseAlarm', 'here');
    expect(words.some((word) => word !== null)).toBe(true);
    expect(line('480条', words)).toMatchObject({ result: 'differs', settled: '已处理：误报', severity: null });
    expect(line('16件', words)).toMatchObject({ result: 'differs', settled: null, severity: 'error' });
    const [before, after] = [none, words].map((each) => countLines(statementLines(report, { findings, words: each, isOn: () => true })));
    expect(after).toEqual({ ...before, differs: before!.differs - after!.settled, settled: after!.settled });
    expect(after!.settled).toBeGreaterThan(0);
  });
  it('is no card then, and is one as the findings are: their causes are its own', () => {
    const counts = (words: readonly (Word | null)[], of = findings) =>
      countCardsOf(statementLines(report, { findings: of, words, isOn: () => true }));
    expect(counts(none)).toBe(2);
    expect(counts(wordsOf('480条', 'falseAlarm', 'here'))).toBe(1);
    expect(
      counts(
        none,
        findings.map((each) => ({ ...each, cause: 'the same' })),
      ),
    ).toBe(1);
  });
  it('counts where another file still has what was to be mended', () => {
    expect(line('480条', wordsOf('480条', 'mended', 'returned'))).toMatchObject({ settled: null, severity: 'warning' });
  });
  it('weighs what the person has set', () => {
    const { findings: milder } = check(report, { severities: { 'N-T3-NEW': 'hint' } });
    const judged = { findings: milder, words: milder.map(() => null), isOn: () => true };
    const found = statementLines(report, judged).find(({ words }) => words[1] === '16件')!;
    expect(milder.some(({ rule }) => rule === 'N-T3-NEW')).toBe(true);
    expect(found.severity).toBe('hint');
  });
  it('is told apart where its rule is off', () => {
    const off = check(report, { off: ['N-T3-NEW'] });
    const judged = { findings: off.findings, words: off.findings.map(() => null), isOn: (rule: string) => rule !== 'N-T3-NEW' };
    const found = statementLines(report, judged).find(({ words }) => words[1] === '16件')!;
    expect(found).toMatchObject({ result: 'differs', settled: '规则已停用' });
  });
});
