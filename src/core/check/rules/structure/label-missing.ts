// Rows and columns of the form that a table does not have. A table of which little was recognised is not judged.
import { editionOf } from '../../../form/index.ts';
import type { BlockForm, LabelForm, RowForm, TableForm } from '../../../form/edition.ts';
import { labelCore, labelItem } from '../../../form/label.ts';
import type { Position } from '../../../model/document.ts';
import type { Report, TableReading } from '../../../model/report.ts';
import { TABLE_IDS, TABLE_NAMES } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { endingOf } from '../../text/ending.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { RAN_TOGETHER, ranTogether } from '../../tables/ran-together.ts';
import { defineRule } from '../../rule.ts';
import type { Judgement } from '../../rule.ts';

export default defineRule({
  id: 'S-LABEL-MISSING-ROW',
  title: '缺行或缺列',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式的表格（各行、各列）。`),
  why: '统一格式的每一行、每一列都要填报，缺少的行列等于没有报告该项数据。',
  remedy: '按统一格式补上缺少的行、列；没有数据的填“0”。',
  falseAlarms: '2019年版“（六）其他处理”没有下级行；合并单元格、分页转换时可能丢失标签，认出的行太少时不判断。',
  examples: () => ({
    passes: [
      { title: '2021年版行列齐全', report: specimen() },
      { title: '2019年版“（六）其他处理”只有一行', report: specimen({ edition: '2019' }) },
      {
        title: '认出的行太少，不下结论',
        report: specimen({ rowOrder: { t3: (rows) => rows.slice(0, 6) } }),
      },
      { title: '标签写法不同，不算缺行', report: specimen({ labels: { 't3.r.otherHandling.overdueFee': '2.逾期不缴费' } }) },
    ],
    fails: [
      { title: '2021年版“（六）其他处理”没有三个下级行', report: specimen({ tableEditions: { t3: '2019' } }) },
      { title: '表三缺一行', report: specimen({ rowOrder: { t3: (rows) => rows.filter((key) => key !== 't3.r.refused.publication') } }) },
      { title: '表三缺“法律服务机构”一列', report: specimen({ withoutColumns: ['t3.*.legal'] }) },
      {
        title: '表四缺“复议后起诉”一组',
        report: specimen({
          withoutColumns: ['upheld', 'corrected', 'other', 'pending', 'total'].map((outcome) => `t4.*.litAfter.${outcome}`),
        }),
      },
      {
        title: '表二缺第二十条第（八）项',
        report: specimen({ rowOrder: { t2: (rows) => rows.filter((key) => !key.startsWith('t2.art20_8')) } }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    for (const id of TABLE_IDS) {
      const readings = report.tables.filter((reading) => reading.table === id);
      const first = readings[0];
      if (first === undefined) {
        yield { result: 'notAssessed', keys: [id], why: '没有找到这张表。' };
        continue;
      }
      if (readings.some((reading) => ranTogether(report, reading))) {
        yield { result: 'notAssessed', keys: [id], why: RAN_TOGETHER };
        continue;
      }
      // Pieces of one table count together; the report's edition stands in where a table has no words of its own.
      const edition = editionOf(report.edition) ?? editionOf(first.edition);
      const form = edition?.tables.find((table) => table.id === id);
      if (form === undefined) {
        yield { result: 'notAssessed', keys: [id], why: '格式版本不能确定，不知应有哪些行列。' };
        continue;
      }
      yield judge(report, form, readings);
    }
  },
});

function judge(report: Report, form: TableForm, readings: readonly TableReading[]): Judgement {
  const keys = [form.id];
  const found = new Set(readings.flatMap((reading) => [...reading.rows.map((row) => row.key), ...labelKeys(reading, 'row')]));
  // Rows that a form splits into details count as there where the details are (and the other way round they do not).
  const has = (row: RowForm): boolean => found.has(row.key) || [...found].some((key) => key.startsWith(`${row.key}.`));
  const expected = form.blocks.flatMap((block) => block.rows.filter((row) => row.values).map((row) => ({ block, row })));
  if (readings.every((reading) => reading.rows.length === 0)) return { result: 'notAssessed', keys, why: '只有表头，没有读出数据行。' };
  const unread = expected.filter(({ row }) => !has(row));
  // A row whose name stands in the table is not missing, though its numbers were not read.
  let read: Names | null = null;
  const names = (): Names => (read ??= namesIn(report, readings));
  const missingRows = unread.filter(({ row }) => !standsSomewhere(names(), row, form.blocks));
  if (expected.length > 1 && missingRows.length * 2 > expected.length) {
    return {
      result: 'notAssessed',
      keys,
      why: `只认出${expected.length}行中的${expected.length - missingRows.length}行，表格可能没有读全。`,
    };
  }
  const missingColumns = form.blocks.flatMap((block) => columnsMissing(report, block, readings, names));
  if (missingRows.length + missingColumns.length === 0) {
    if (unread.length === 0) return { result: 'passed', keys };
    const few = unread.slice(0, 3).map(({ block, row }) => `“${rowName(block, row)}”`);
    return { result: 'notAssessed', keys, why: `表中有${few.join('')}等${unread.length}行的名称，但没有读出这些行。` };
  }

  const lacking = [...missingRows.map(({ block, row }) => rowName(block, row)), ...missingColumns.map((column) => column.name)];
  const problem = {
    message: `${TABLE_NAMES[form.id]}缺少${lacking.map((name) => `“${name}”`).join('、')}。`,
    at: neighbours(
      form,
      missingRows.map(({ row }) => row),
      readings,
    ),
    keys: [...missingRows.map(({ row }) => row.key), ...missingColumns.map((column) => column.key)],
    place: form.id,
  };
  const ending = endingOf(report);
  if (ending.state === 'cut' && ending.inTable && readings.some((reading) => reading.blocks.includes(ending.at.block))) {
    return { result: 'doubtful', severity: 'warning', why: '文件在这张表里结束，可能没有读全。', ...problem };
  }
  const doubled = missingRows.find(({ row }) => siblingDoubled(readings, row));
  if (doubled !== undefined) {
    return { result: 'doubtful', severity: 'warning', why: '相邻的行在表中出现了两次，其中一行可能就是它。', ...problem };
  }
  const strange = strangeRows(report, readings);
  if (missingColumns.length === 0 && strange > 0) {
    return { result: 'doubtful', severity: 'warning', why: `表中另有${strange}行数据没有认出是哪一行，可能就是它。`, ...problem };
  }
  return { result: 'problem', ...problem };
}

function labelKeys(reading: TableReading, axis: 'row' | 'column'): readonly string[] {
  return reading.labels.filter((label) => label.axis === axis).map((label) => label.key);
}

function rowName(block: BlockForm, row: RowForm): string {
  if (block.caption !== null) return `${block.caption}${row.label}`;
  return row.path.length > 1 ? `${row.path[row.path.length - 1]!}－${row.label}` : row.label;
}

/** Columns without a label and without a single fact, in a block most of whose column labels were read. */
function columnsMissing(
  report: Report,
  block: BlockForm,
  readings: readonly TableReading[],
  printed: () => Names,
): { key: string; name: string }[] {
  if (block.key === 't4') return groupsMissing(report, block, readings, printed);
  const own = new Set(block.rows.map((row) => row.key));
  const rows = readings.flatMap((reading) => reading.rows).filter((row) => own.has(row.key));
  // A row with all its values has all its columns, whatever became of the header.
  if (rows.length === 0 || rows.some((row) => row.found >= block.columns.length)) return [];
  const facts = new Set(
    report.facts.filter((fact) => block.rows.some((row) => fact.key.startsWith(`${row.key}.`))).map((fact) => fact.key),
  );
  const labels = readings.flatMap((reading) => labelKeys(reading, 'column'));
  const there = (columnKey: string): boolean =>
    labels.includes(`${block.key}.*.${columnKey}`) || block.rows.some((row) => facts.has(`${row.key}.${columnKey}`));
  const missing = block.columns.filter((column) => !there(column.key));
  if (missing.length * 2 > block.columns.length) return [];
  return missing.map((column) => ({
    key: `${block.key}.*.${column.key}`,
    name: column.group ? `${column.group}／${column.label}` : column.label,
  }));
}

/** Groups of table four (复议后起诉) of which neither header nor number nor row was met. Single columns there are a matter of counting cells. */
function groupsMissing(
  report: Report,
  block: BlockForm,
  readings: readonly TableReading[],
  printed: () => Names,
): { key: string; name: string }[] {
  const names = [...new Set(block.columns.map((column) => column.group!))];
  const groups = names.map((name) => ({ name, key: `t4.${block.columns.find((column) => column.group === name)!.key.split('.')[0]}` }));
  const missing = groups.filter(({ name, key }) => {
    const dispute = key.slice(3);
    const labelled = readings.some((reading) =>
      [...reading.labels, ...reading.rows].some((each) => each.key === key || each.key.startsWith(`t4.*.${dispute}.`)),
    );
    return !labelled && !report.facts.some((fact) => fact.key.startsWith(`${key}.`)) && !standsSomewhere(printed(), { label: name }, []);
  });
  return missing.length < groups.length ? missing : [];
}

/** Where the missing rows should stand: the rows before them that are there. */
function neighbours(form: TableForm, missing: readonly RowForm[], readings: readonly TableReading[]): readonly Position[] {
  const places = new Map(readings.flatMap((reading) => reading.rows.map((row) => [row.key, row.at] as const)));
  const order = form.blocks.flatMap((block) => block.rows.filter((row) => row.values).map((row) => row.key));
  const at: Position[] = [];
  for (const row of missing) {
    const before = order.slice(0, order.indexOf(row.key)).filter((key) => places.has(key));
    const place = places.get(before[before.length - 1] ?? '');
    if (place && !at.includes(place)) at.push(place);
  }
  return at.length > 0 ? at : [readings[0]!.at];
}

/** A row of the same group was read twice: one of the two may be the missing one, its label cut off or mistaken. */
function siblingDoubled(readings: readonly TableReading[], row: RowForm): boolean {
  const group = row.key.slice(0, row.key.lastIndexOf('.') + 1);
  const rows = readings.flatMap((reading) => reading.rows).filter((each) => each.key.startsWith(group));
  return new Set(rows.map((each) => each.key)).size < rows.length;
}

/** Rows with numbers that were not recognised as any row of the form. */
function strangeRows(report: Report, readings: readonly TableReading[]): number {
  let count = 0;
  for (const reading of readings) {
    const known = new Set([...reading.rows, ...reading.labels].map((each) => `${each.at.block}/${each.at.row ?? ''}`));
    for (const index of reading.blocks) {
      const block = report.blocks[index];
      if (block?.kind !== 'table') continue;
      block.rows.forEach((row, number) => {
        if (known.has(`${index}/${number}`)) return;
        const values = row.cells.filter((cell) => /^\s*[\d０-９/／-]+\s*$/.test(cell.text)).length;
        if (values >= (reading.table === 't2' ? 1 : 3)) count++;
      });
    }
  }
  return count;
}

/** A name with numbers behind it in the same cell or line, which were not told apart: 「政府集中采购 3 约87.5万」. */
const WITH_NUMBERS = /^(\s*[^\s\d]{2,40})[\s\d][^。；]{0,120}$/;
/** So many blocks below a table may hold what was left of it. */
const BELOW = 6;

/** Names in the cells of tables and in the lines beside them: the core of each, and whether one of them has the number of an item. */
type Names = ReadonlyMap<string, boolean>;

function namesIn(report: Report, readings: readonly TableReading[]): Names {
  const names = new Map<string, boolean>();
  /** Cells and lines that were looked at; most of a long table are alike. */
  const seen = new Set<string>();
  const take = (text: string): void => {
    if (text === '' || seen.has(text)) return;
    seen.add(text);
    const core = labelCore(text);
    if (names.get(core) !== true) names.set(core, labelItem(text) !== '');
  };
  const takeBeforeNumbers = (text: string): void => {
    if (/\d/.test(text)) take(WITH_NUMBERS.exec(text)?.[1] ?? '');
  };
  const own = new Set(readings.flatMap((reading) => reading.blocks));
  const from = Math.min(...own);
  report.blocks.slice(from, Math.max(...own) + 1 + BELOW).forEach((block, offset) => {
    if (block.kind === 'paragraph') takeBeforeNumbers(block.text);
    if (block.kind !== 'table' || !own.has(from + offset)) return;
    for (const { cells } of block.rows) {
      for (const { text } of cells) {
        if (seen.has(text)) continue;
        take(text);
        takeBeforeNumbers(text);
      }
    }
  });
  return names;
}

/** The name of a row stands in a cell or in a line beside the table, though no row was read for it. A name that also heads a column (其他) must have its number. */
function standsSomewhere(names: Names, row: LabelForm, blocks: readonly BlockForm[]): boolean {
  const cores = [row.label, ...(row.aliases ?? []).map((alias) => alias.text)].map(labelCore);
  const columns = new Set(blocks.flatMap((block) => block.columns.map((column) => labelCore(column.label))));
  const ambiguous = cores.some((core) => columns.has(core));
  return cores.some((core) => (ambiguous ? names.get(core) === true : names.has(core)));
}
