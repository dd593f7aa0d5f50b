// Empty cells in a table that has numbers, row by row. A table without any number is another rule's matter.
import { specimen } from '../../examples/specimen.ts';
import { columnName, gapOf, layoutOf, rowName } from '../../tables/layout.ts';
import type { LayoutRow } from '../../tables/layout.ts';
import { forgottenSuspects, forgottenTotals } from '../../locate/forgotten-totals.ts';
import type { ForgottenTotal } from '../../locate/forgotten-totals.ts';
import { isBlankTable } from '../../tables/blank-table.ts';
import { TABLE_IDS } from '../../../model/vocabulary.ts';
import type { ReportEdition } from '../../../model/vocabulary.ts';
import type { Fact } from '../../../model/report.ts';
import { RAN_TOGETHER, ranTogether } from '../../tables/ran-together.ts';
import { defineRule } from '../../rule.ts';
import type { Problem, RuleContext } from '../../rule.ts';

/** More rows than this with blanks are one habit of the table, told once. */
const MOST_ROWS = 3;
/** Columns named in a sentence. */
const MOST_NAMED = 4;

interface BlankRow {
  readonly row: LayoutRow;
  readonly name: string;
  readonly blank: readonly number[];
  readonly facts: readonly Fact[];
}

export default defineRule({
  id: 'R-BLANK',
  title: '空白单元格',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '各地填报要求：没有数据的填“0”（没有见到全国统一的规定）。',
  why: '空白分不清是没有发生还是漏填，汇总时也可能读错位置。',
  remedy: '没有数据的填“0”，漏填的补上。',
  falseAlarms: '合并单元格转换时可能出现空白；2019年版常把零留空，降为提示，但个别行的总计空白而各项不为0的除外。',
  examples: () => ({
    passes: [
      { title: '没有空白', report: specimen() },
      { title: '整张表空白另有规则', report: specimen({ blank: ['t3'] }) },
      { title: '“/”不是空白', report: specimen({ raw: { 't2.art20_1.rules': '/' } }) },
    ],
    fails: [
      { title: '“予以公开”有两个空白', report: specimen({ blank: ['t3.r.granted.legal', 't3.r.granted.other'] }) },
      { title: '行政强制一栏没有填', report: specimen({ blank: ['t2.art20_6.coercion'] }) },
      {
        title: '2019年版把零留空',
        report: specimen({ edition: '2019', entries: { 't3.r.partial': 0 }, blank: ['t3.r.partial.research'] }),
      },
      { title: '“予以公开”的总计漏填', report: specimen({ blank: ['t3.r.granted.total'] }) },
    ],
  }),
  *check(context) {
    const { report } = context;
    const passed: string[] = [];
    const missing: string[] = [];
    const unsure: string[] = [];
    const rows: BlankRow[] = [];
    const doubtful: BlankRow[] = [];
    const empty = new Set(TABLE_IDS.filter((table) => isBlankTable(context, table)));
    const mixed = new Set(report.tables.filter((table) => ranTogether(report, table)).map((table) => table.table));
    for (const row of layoutOf(report).rows) {
      if (mixed.has(row.table.id)) {
        yield { result: 'notAssessed', keys: row.keys, why: RAN_TOGETHER };
        continue;
      }
      if (empty.has(row.table.id)) {
        yield { result: 'notAssessed', keys: row.keys, why: `${row.table.name}整表空白，另作提示。` };
        continue;
      }
      const blank: number[] = [];
      row.keys.forEach((key, index) => {
        const fact = context.fact(key);
        if (!fact) missing.push(key);
        else if (fact.writing === 'blank') blank.push(index);
        else if (fact.certainty === 'doubtful') unsure.push(key);
        else passed.push(key);
      });
      if (blank.length === 0) continue;
      const facts = blank.map((index) => context.fact(row.keys[index]!)!);
      const list = facts.some((fact) => fact.certainty === 'doubtful') ? doubtful : rows;
      list.push({ row, blank, facts, name: rowName(row.row) ? `“${rowName(row.row)}”` : '' });
    }
    const totals = forgottenTotals(context);
    for (const table of TABLE_IDS) {
      const own = rows.filter(({ row }) => row.table.id === table);
      const forgotten = totals.size === 0 ? [] : own.flatMap(groupsOf).filter(({ facts }) => facts.some(({ key }) => totals.has(key)));
      for (const each of forgotten) yield withoutTotal(context, each, totals);
      const others = forgotten.length === 0 ? own : own.flatMap((each) => besides(each, forgotten));
      if (others.length > MOST_ROWS) yield wholeTable(report.edition, others);
      else for (const each of others) yield oneRow(report.edition, each);
    }
    for (const table of TABLE_IDS) {
      const own = doubtful.filter(({ row }) => row.table.id === table);
      // Many rows that lack cells have lost them on the way; how many a row should have is another rule's matter.
      if (own.length > MOST_ROWS) unsure.push(...own.flatMap(({ facts }) => facts.map((fact) => fact.key)));
      else
        for (const each of own) yield { ...oneRow(report.edition, each, '或缺失'), result: 'doubtful', why: '这些单元格的位置不能确定。' };
    }
    if (passed.length > 0) yield { result: 'passed', keys: passed };
    if (unsure.length > 0) yield { result: 'notAssessed', keys: unsure, why: '这些单元格的位置不能确定。' };
    if (missing.length > 0) yield { result: 'notAssessed', keys: missing, why: gapOf(report, missing[0]!, undefined) ?? '' };
  },
});

function oneRow(edition: ReportEdition, { row, name, blank, facts }: BlankRow, or = ''): Problem {
  const columns = blank.map((index) => columnName(row.columns[index]!));
  return {
    result: 'problem',
    ...(edition === '2019' ? { severity: 'hint' as const } : {}),
    keys: facts.map((fact) => fact.key),
    place: row.key,
    at: facts.map((fact) => fact.at),
    message:
      `${row.table.name}${name}有${blank.length}个单元格空白${or}` +
      `（${columns.slice(0, MOST_NAMED).join('、')}${columns.length > MOST_NAMED ? '等' : ''}），没有数据的应填“0”。`,
  };
}

/** The empty cells of a row by the sums they are part of: table four has three in its row. */
function groupsOf(blank: BlankRow): readonly BlankRow[] {
  const groups = new Set(blank.facts.map(({ key }) => groupOf(key)));
  return groups.size === 1 ? [blank] : [...groups].map((group) => only(blank, ({ key }) => groupOf(key) === group));
}

/** The empty cells of a row that are not among others. */
function besides(blank: BlankRow, others: readonly BlankRow[]): readonly BlankRow[] {
  const told = new Set(others.flatMap(({ facts }) => facts));
  const rest = only(blank, (fact) => !told.has(fact));
  return rest.facts.length > 0 ? [rest] : [];
}

function only(blank: BlankRow, keep: (fact: Fact) => boolean): BlankRow {
  return { ...blank, blank: blank.blank.filter((_, at) => keep(blank.facts[at]!)), facts: blank.facts.filter(keep) };
}

/** What a cell is added up with: its row, or its group of table four. */
function groupOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.'));
}

/** Cells of one sum whose total is empty and should hold a number. */
function withoutTotal(context: RuleContext, blank: BlankRow, totals: ReadonlyMap<string, ForgottenTotal>): Problem {
  const { row, name, facts } = blank;
  const keys = facts.map((fact) => fact.key).filter((key) => totals.has(key));
  const columns = blank.blank.map((index) => columnName(row.columns[index]!));
  const called = (key: string): string => (facts.length > 1 ? `“${columnName(row.columns[row.keys.indexOf(key)]!)}”` : '');
  const numbers = keys.slice(0, MOST_NAMED).map((key) => `${called(key)}应为${totals.get(key)!.number}`);
  return {
    result: 'problem',
    severity: 'warning',
    keys: facts.map((fact) => fact.key),
    place: groupOf(keys[0]!),
    at: [...facts].sort((a, b) => Number(totals.has(b.key)) - Number(totals.has(a.key))).map((fact) => fact.at),
    message:
      `${row.table.name}${name}有${facts.length}个单元格空白（${columns.slice(0, MOST_NAMED).join('、')}${columns.length > MOST_NAMED ? '等' : ''}），` +
      `按有关算式${numbers.join('、')}${keys.length > MOST_NAMED ? '等' : ''}，疑似漏填` +
      `${keys.length < facts.length ? '；其余没有数据的应填“0”' : ''}。`,
    suspects: forgottenSuspects(context, keys, totals),
  };
}

function wholeTable(edition: ReportEdition, rows: readonly BlankRow[]): Problem {
  const facts = rows.flatMap((each) => each.facts);
  const { table } = rows[0]!.row;
  const names = rows.slice(0, 3).map(({ name }) => name);
  return {
    result: 'problem',
    ...(edition === '2019' ? { severity: 'hint' as const } : {}),
    keys: facts.map((fact) => fact.key),
    place: table.id,
    at: facts.map((fact) => fact.at),
    message: `${table.name}有${rows.length}行共${facts.length}个单元格空白（${names.join('')}等），没有数据的应填“0”。`,
  };
}
