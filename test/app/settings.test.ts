// Settings: what is kept is only what differs from the default; lists are read line by line; files come back as they went.
import { describe, expect, it } from 'vitest';
import { rules as catalogue } from '../../src/core/check/index.ts';
import {
  parseAccepted,
  parseTerms,
  parseTypos,
  RULE_OF_WORDS,
  writeAccepted,
  writeTerms,
  writeTypos,
} from '../../src/app/settings/own-words.ts';
import { readSettings, writeSettings } from '../../src/app/settings/settings-file.ts';
import {
  countWishes,
  isChanged,
  withRegion,
  withRule,
  withRules,
  withSeverity,
  withThreshold,
  withWords,
  withoutWishesOn,
} from '../../src/app/settings/settings.ts';
import { wishes } from '../../src/app/create-library.ts';
import { isOn, thresholdOf } from '../../src/core/check/index.ts';
import type { CheckOptions } from '../../src/core/check/index.ts';
import type { Rule } from '../../src/core/check/rule.ts';

const share = { id: 'share', title: '占比超过', unit: '%', initial: 50, min: 1, max: 100 };
const usual = { id: 'R-1', severity: 'warning', thresholds: [share] } as unknown as Rule;
const rare = { id: 'R-2', severity: 'hint', off: true } as unknown as Rule;
const rules = [usual, rare];

it('the rules that look for own words are there', () => {
  const ids = catalogue.map(({ id }) => id);
  for (const id of Object.values(RULE_OF_WORDS)) if (id !== null) expect(ids).toContain(id);
});

describe('a rule', () => {
  it('is turned off and on, and nothing is kept where that is its default', () => {
    for (const rule of rules) {
      const other = withRule({}, rule, rule === rare);
      expect(isOn(rule, other)).toBe(rule === rare);
      expect(isChanged(other, rule)).toBe(true);
      expect(withRule(other, rule, rule !== rare)).toEqual({});
    }
    expect(withRules({}, rules, false)).toEqual({ off: ['R-1'] });
    expect(withRules({}, rules, true)).toEqual({ on: ['R-2'] });
  });

  it('keeps severity and thresholds, within bounds, and forgets them at the default', () => {
    const set = withThreshold(withSeverity({}, usual, 'error'), usual, share, 30);
    expect(set).toEqual({ severities: { 'R-1': 'error' }, thresholds: { 'R-1/share': 30 } });
    expect(thresholdOf(usual, 'share', withThreshold({}, usual, share, 5000))).toBe(100);
    expect(withThreshold(set, usual, share, 50)).toEqual({ severities: { 'R-1': 'error' } });
    expect(withoutWishesOn(withRule(set, usual, false), usual)).toEqual({});
  });

  it('that is set and set back leaves the very same wishes as before', () => {
    const there = withRegion(withWords(withRule({}, usual, false), { accepted: ['云溪'] }), 'henan');
    expect(countWishes(there)).toBe(3);
    expect(wishes(withRegion(withWords(withRule(there, usual, true), { accepted: [] }), null))).toBe(wishes({}));
  });
});

describe('lists of words', () => {
  it('take every way to write an arrow, blank lines and repetitions', () => {
    const { entries, bad, repeated } = parseTypos('复义→复议\r\n\n 指难 -> 指南 \n复仪\t复议\n栏木=>栏目\n复义→复议\n');
    expect(entries).toEqual([
      { wrong: '复义', right: '复议' },
      { wrong: '指难', right: '指南' },
      { wrong: '复仪', right: '复议' },
      { wrong: '栏木', right: '栏目' },
    ]);
    expect([bad, repeated]).toEqual([[], 1]);
  });

  it('say for every bad line which it is and what is wrong', () => {
    const { entries, bad } = parseTypos('没有箭头\n→对\n错误→\n相同→相同\n义→议\n复义→行政复义议\n甲乙→丙→丁\n复义→复议\n复义→复仪');
    expect(entries).toEqual([{ wrong: '复义', right: '复议' }]);
    expect(bad.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 9]);
    const reasons = ['没有“→”', '左边是空', '右边是空', '一样', '一个字', '包含', '两个箭头', '相同而写法不同'];
    for (const [index, reason] of reasons.entries()) expect(bad[index]!.why).toContain(reason);
    for (const { why } of bad) expect(why).toMatch(/[。]$/);
  });

  it('of terms and of accepted words are read the same way', () => {
    expect(parseTerms('平台→写明全称\n单→x').entries).toEqual([{ word: '平台', advice: '写明全称' }]);
    expect(parseAccepted('云溪县\n云溪县\n青石镇\n甲→乙\n一')).toMatchObject({ entries: ['云溪县', '青石镇'], repeated: 1 });
    expect(parseAccepted('云溪县\n甲→乙\n一').bad.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('come back as they were written', () => {
    const own = { typos: parseTypos('复义→复议').entries, terms: parseTerms('平台→写明全称').entries, accepted: ['云溪县'] };
    expect([parseTypos(writeTypos(own)).entries, parseTerms(writeTerms(own)).entries, parseAccepted(writeAccepted(own)).entries]).toEqual([
      own.typos,
      own.terms,
      own.accepted,
    ]);
  });
});

describe('a file of settings', () => {
  const all: CheckOptions = {
    on: ['R-2'],
    off: ['R-1'],
    severities: { 'R-1': 'hint' },
    thresholds: { 'R-1/share': 30 },
    region: 'henan',
    own: { typos: [{ wrong: '复义', right: '复议' }], terms: [{ word: '平台', advice: '写明全称' }], accepted: ['云溪县'] },
  };

  it('comes back as it went', () => {
    expect(readSettings(writeSettings(all), rules, ['henan'])).toEqual({ ok: true, options: all, cautions: [] });
    expect(readSettings(`\ufeff${writeSettings({})}`, rules, [])).toEqual({ ok: true, options: {}, cautions: [] });
  });

  it('of another kind or of a newer version is refused with a sentence', () => {
    for (const text of ['', 'x', '[]', '{}', 'null', '{"kind":"other"}']) {
      expect(readSettings(text, rules, [])).toMatchObject({ ok: false, why: expect.stringContaining('设置文件') });
    }
    expect(readSettings('{"kind":"gouji-settings","version":9}', rules, [])).toMatchObject({
      ok: false,
      why: expect.stringContaining('更新'),
    });
  });

  it('with things it should not hold gives what can be used, and says what was left out', () => {
    const strange = {
      kind: 'gouji-settings',
      version: 1,
      checkOptions: {
        on: ['R-2', 'R-77', 5],
        off: 'R-1',
        severities: { 'R-1': 'deadly' },
        thresholds: { 'R-1/share': 900, 'R-1/none': 1, 'R-2/x': 'y' },
        region: 'atlantis',
        own: { typos: [{ wrong: '义', right: '议' }, 7], accepted: 'x' },
        surprise: true,
      },
    };
    const read = readSettings(JSON.stringify(strange), rules, ['henan']);
    expect(read).toMatchObject({ ok: true, options: { on: ['R-2'], thresholds: { 'R-1/share': 100 } } });
    if (!read.ok) return;
    expect(Object.keys(read.options)).toEqual(['on', 'thresholds']);
    expect(read.cautions).toHaveLength(5);
    expect(read.cautions.join()).toMatch(/R-77/);
  });
});
