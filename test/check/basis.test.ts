// Which clause is shown for which report: the one that was in force.
import { describe, expect, it } from 'vitest';
import { basisFor, basisOfForm, basisOfRegulation, wholeBasis } from '../../src/core/check/basis.ts';
import { rules } from '../../src/core/check/index.ts';
import type { Report } from '../../src/core/model/report.ts';

type Of = Pick<Report, 'edition' | 'year' | 'inferred'>;
const of = (edition: Of['edition'], year: number | null, inferred: Of['inferred'] = []): Of => ({ edition, year, inferred });

const form = basisOfForm((circular) => `${circular}所附格式。`, '第三十二条。');
const regulation = basisOfRegulation('第四十九条。', '第三十一条。');

describe('the basis of a finding', () => {
  it('is that of the form a report is written on', () => {
    expect(basisFor(form, of('2021', 2023))).toBe('国办公开办函〔2021〕30号所附格式。');
    expect(basisFor(form, of('2019', 2020))).toBe('国办公开办函〔2019〕60号所附格式。');
    // The wrong form for the year: its cells are held against what they were printed from.
    expect(basisFor(form, of('2019', 2022))).toContain('〔2019〕60号');
  });
  it('is told by the year where the form was not recognised', () => {
    expect(basisFor(form, of('unknown', 2023))).toContain('〔2021〕30号');
    expect(basisFor(form, of('mixed', 2020))).toContain('〔2019〕60号');
    expect(basisFor(form, of('pre2019', 2021))).toContain('〔2021〕30号');
  });
  it('is the regulation before it was revised for reports of before 2019', () => {
    expect(basisFor(regulation, of('pre2019', 2017))).toBe('修订前的《中华人民共和国政府信息公开条例》（国务院令第492号）第三十一条。');
    expect(basisFor(regulation, of('pre2019', null))).toContain('第三十一条');
    expect(basisFor(regulation, of('unknown', 2018))).toContain('第三十一条');
    expect(basisFor(regulation, of('2019', 2019))).toBe('《中华人民共和国政府信息公开条例》第四十九条。');
  });
  it('is all there is where neither form nor year is known', () => {
    expect(basisFor(form, of('unknown', null))).toBe(wholeBasis(form));
    expect(basisFor(form, of('unknown', 2023, ['year']))).toBe(wholeBasis(form));
  });
  it('is one sentence where one holds for all', () => {
    expect(basisFor('惯例。', of('2019', 2020))).toBe('惯例。');
    expect(wholeBasis('惯例。')).toBe('惯例。');
  });
});

describe('a rule as a whole', () => {
  it('names each edition with its circular', () => {
    expect(wholeBasis({ '2021': '甲。', '2019': '乙。' })).toBe('2021年版格式：甲。2019年版格式：乙。');
  });
  it('puts two circulars into one sentence where nothing else differs', () => {
    expect(wholeBasis(basisOfForm((circular) => `${circular}所附格式。`))).toBe('国办公开办函〔2021〕30号、〔2019〕60号所附格式。');
  });
  it('says once what holds for both', () => {
    expect(wholeBasis(regulation)).toBe(
      '《中华人民共和国政府信息公开条例》第四十九条。2019年以前旧格式：修订前的《中华人民共和国政府信息公开条例》（国务院令第492号）第三十一条。',
    );
  });
});

describe('every rule', () => {
  const judging = (edition: '2019' | '2021') => rules.filter((rule) => rule.editions === 'all' || rule.editions.includes(edition));

  it('rests on the circular of 2019 for its form, on a later one only for comparison', () => {
    for (const rule of judging('2019')) {
      const text = basisFor(rule.basis, of('2019', 2020));
      if (/〔2021〕30号|〔2020〕109号|个人信息保护法/.test(text)) expect(text, rule.id).toMatch(/〔2019〕60号|参照/);
    }
  });
  it('rests on the circular of 2021 for its form', () => {
    for (const rule of judging('2021')) {
      const text = basisFor(rule.basis, of('2021', 2023));
      if (/〔2019〕60号/.test(text)) expect(text, rule.id).toContain('〔2021〕30号');
    }
  });
  it('names no regulation that was not yet in force', () => {
    // Rules of structure and tables do not judge reports of before 2019, nor does the one on the principle that came with the revision.
    for (const rule of rules.filter(({ id, editions }) => editions === 'all' && /^[MW]-/.test(id) && id !== 'W-PRINCIPLE')) {
      const text = basisFor(rule.basis, of('pre2019', 2017));
      expect(text, rule.id).not.toMatch(/〔2021〕30号|〔2019〕60号|个人信息保护法/);
      if (text.includes('条例》第') && !text.includes('公文处理')) expect(text, rule.id).toMatch(/第492号|第[三四六]条/);
    }
  });
});
