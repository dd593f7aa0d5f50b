// The list of numbers said in the text: every number is there, in words, with what became of it.
import { describe, expect, it } from 'vitest';
import { countLines, statementLines } from '../../src/app/statement-lines.ts';
import { specimen } from '../../src/core/check/examples/specimen.ts';

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
    expect(counts.agrees + counts.differs + counts.open + counts.none).toBe(statementLines(report).length);
  });
});
