// Which lines are headings of the six parts, however they are numbered.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/core/model/document.ts';
import { findSections } from '../../src/core/understand/outline.ts';
import { cpuClock } from '../cpu-clock.ts';

const TITLES = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const NUMERALS = '一二三四五六';
const blocks = (lines: readonly string[]): Block[] => lines.map((text) => ({ kind: 'paragraph', text }));
const keysOf = (lines: readonly string[]) => findSections(blocks(lines)).map((section) => section.key);
const ALL = ['s1', 's2', 's3', 's4', 's5', 's6'];

describe('parts numbered in brackets', () => {
  const written = (number: (index: number) => string) => TITLES.flatMap((title, index) => [number(index) + title, '本年度的情况如下。']);
  it.each([
    ['（一）', (index: number) => `（${NUMERALS[index]}）`],
    ['(1)', (index: number) => `(${index + 1})`],
    ['( 一 ) with spaces', (index: number) => `( ${NUMERALS[index]} ) `],
  ])('%s are found as a whole set', (_name, number) => {
    const found = findSections(blocks(written(number)));
    expect(found.map((section) => section.key)).toEqual(ALL);
    expect(found.map((section) => section.ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(found.every((section) => section.match === 'official')).toBe(true);
    expect(found[1]!.from).toBe(2);
    expect(found[1]!.to).toBe(4);
  });
  it('keep the headings below them', () => {
    const lines = written((index) => `（${NUMERALS[index]}）`);
    lines.splice(1, 1, '1.主动公开情况。发布信息42条。', '2.依申请公开情况。未收到申请。');
    expect(findSections(blocks(lines))[0]!.subHeadings.map((sub) => sub.ordinal)).toEqual([1, 2]);
  });
  it('are headings below part one where the parts are numbered as usual', () => {
    const lines = TITLES.flatMap((title, index) => [`${NUMERALS[index]}、${title}`, '本年度的情况如下。']);
    lines.splice(1, 1, '（一）总体情况', '（二）主动公开政府信息情况', '（三）收到和处理政府信息公开申请情况', '（四）其他');
    expect(keysOf(lines)).toEqual(ALL);
  });
  it('are not believed one by one, nor with the number of another part', () => {
    expect(keysOf(['（一）主动公开政府信息情况', '（二）收到和处理政府信息公开申请情况'])).toEqual([]);
    expect(keysOf(['（一）总体情况', '（二）主动公开政府信息情况'])).toEqual([]);
  });
});

it('takes a line of links to the parts for no heading, and a heading with its words behind it for one', () => {
  const links = TITLES.map((title, index) => `${NUMERALS[index]}、${title}`).join(' ');
  const lines = TITLES.flatMap((title, index) => [`${NUMERALS[index]}、${title}`, '本年度的情况如下。']);
  expect(keysOf([links, ...lines])).toEqual(ALL);
  expect(keysOf([links.replaceAll(' ', '\u3000'), ...lines])).toEqual(ALL);
  expect(keysOf([`一、总体情况 本报告分六个部分：${links}`, ...lines.slice(2)])).toEqual(ALL);
});

it('finds nothing in a hundred thousand brackets within a second', () => {
  const spent = cpuClock();
  expect(findSections(blocks([`${'（一）'.repeat(30_000)}总体情况`, `${'( '.repeat(50_000)}一)`]))).toEqual([]);
  expect(spent()).toBeLessThan(1000);
});
