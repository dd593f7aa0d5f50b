// Tables damaged in the ways that happen: whatever is done to a row, no number is ever placed wrongly and called sure.
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/index.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport, repeatable } from '../invented/report.ts';
import type { InventedReport } from '../invented/report.ts';
import { understood } from './understood.ts';

/** Every number once: what stands where it does not belong can be told. */
function distinct(edition: '2019' | '2021'): InventedReport {
  const report = inventedReport(edition, 7);
  return { ...report, numbers: new Map([...report.numbers.keys()].map((key, index) => [key, 2001 + index])) };
}

/** Facts that are sure and say another number than the one written there. */
const silentlyWrong = (report: Report, numbers: ReadonlyMap<string, number>): string[] =>
  report.facts
    .filter((fact) => fact.certainty === 'sure' && fact.value !== null && fact.value !== numbers.get(fact.key))
    .map((fact) => `${fact.key}: ${numbers.get(fact.key)} → ${fact.value}`);

/** One that takes no random numbers does the same every time. */
type Damage = { readonly name: string; readonly apply: (text: string, random: () => number) => string };

const number = /(?<![\d.])2\d{3}(?![\d.])/g;
const pick = (text: string, random: () => number): RegExpMatchArray => {
  const all = [...text.matchAll(number)].filter((match) => Number(match[0]) > 2010);
  return all[Math.floor(random() * all.length)]!;
};

const damages: readonly Damage[] = [
  {
    name: '一个数字没有了（格子还在）',
    apply: (text, random) => {
      const match = pick(text, random);
      return text.slice(0, match.index) + text.slice(match.index! + 4);
    },
  },
  {
    name: '一个数字重复了一次',
    apply: (text, random) => {
      const match = pick(text, random);
      const line = text.slice(text.lastIndexOf('\n', match.index) + 1, text.indexOf('\n', match.index));
      const separator = line.includes('\t')
        ? '\t'
        : line.includes('|')
          ? ' | '
          : line.includes('<td')
            ? '</p></td><td><p>'
            : /\S {2,}\S/.test(line)
              ? '   '
              : '\n';
      return text.slice(0, match.index! + 4) + separator + match[0] + text.slice(match.index! + 4);
    },
  },
  {
    name: '两个数字粘在一起',
    apply: (text, random) => {
      const match = pick(text, random);
      return `${text.slice(0, match.index! + 4)} 77${text.slice(match.index! + 4)}`;
    },
  },
  {
    name: '页码落在表格中间',
    apply: (text, random) => {
      const match = pick(text, random);
      const end = text.indexOf('\n', match.index);
      return `${text.slice(0, end)}\n\n— 3 —\n\n${text.slice(end + 1)}`;
    },
  },
  { name: '一个行标签没有了', apply: (text) => text.replace('4.保护第三方合法权益', '') },
  { name: '一个行标签写错了', apply: (text) => text.replace('4.保护第三方合法权益', '4.保护第三人合法权利') },
  { name: '一个列标签写错了', apply: (text) => text.replace('社会公益组织', '社会团体') },
  { name: '表头重复一次', apply: (text) => text.replace('（四）无法提供', '自然人\n（四）无法提供') },
  { name: '断成两页', apply: (text) => text.replace('5.属于三类内部事务信息', '\n\n5.属于三类内部事务信息') },
];

describe.each(layouts)('$name', ({ write, fileName }) => {
  it.each(damages)('$name', async ({ apply }) => {
    for (const edition of ['2021', '2019'] as const) {
      const invented = distinct(edition);
      const whole = write(invented);
      for (let seed = 1; seed <= (apply.length > 1 ? 6 : 1); seed++) {
        const [report] = await understood(apply(whole, repeatable(seed * 97)), fileName);
        expect(silentlyWrong(report!, invented.numbers)).toEqual([]);
        expect(report!.facts.length).toBeGreaterThan(invented.numbers.size * 0.8);
      }
    }
  });
});
