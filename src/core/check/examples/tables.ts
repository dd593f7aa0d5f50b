// Draws the official tables of an invented report as the blank form has them, and says where every cell landed.
// Knows nothing of sections, sentences or rules.
import type { BlockForm, ColumnForm, LabelForm, RowForm, TableForm } from '../../form/edition.ts';
import { labelCore, squeeze } from '../../form/label.ts';
import type { Cell, Position, Row, TableBlock } from '../../model/document.ts';
import type { Fact, LabelReading, RowReading, TableReading, Writing } from '../../model/report.ts';
import type { EditionId, SectionKey, Severity } from '../../model/vocabulary.ts';

const PLACEHOLDERS = ['/', '／', '-', '—', '--', '——', '无', 'N/A', '不适用'];

/** Reads the text of one cell as the policy for cells has it. `decimal`: the column may have decimals. */
function readCell(raw: string, decimal = false): { value: number | null; writing: Writing; unit?: string } {
  const trimmed = raw.trim();
  if (trimmed === '') return { value: null, writing: 'blank' };
  if (PLACEHOLDERS.includes(trimmed)) return { value: null, writing: 'placeholder' };
  if (trimmed === '零' || trimmed === '〇') return { value: 0, writing: 'chinese' };
  const folded = trimmed.normalize('NFKC');
  if (/^[-−]?\d+(\.\d+)?$/.test(folded)) {
    const value = Number(folded.replace('−', '-'));
    if (folded !== trimmed) return { value, writing: 'fullWidth' };
    return { value, writing: !decimal && /\.0+$/.test(folded) ? 'zeroDecimals' : 'plain' };
  }
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(folded)) return { value: Number(folded.replace(/,/g, '')), writing: 'thousands' };
  const withUnit = /^(-?\d+(?:\.\d+)?)(万元|元|件|项|个|宗|条)$/.exec(folded);
  if (withUnit) return { value: Number(withUnit[1]), writing: 'withUnit', unit: withUnit[2]! };
  if (/^约\d|^\d+余|^近\d/.test(folded)) return { value: null, writing: 'approximate' };
  return { value: null, writing: 'text' };
}

/** What is to be drawn. Keys are keys of the form. */
export interface TablePlan {
  readonly form: TableForm;
  readonly block: number;
  readonly section: SectionKey | null;
  /** Text of a cell; null: the form has it, the file does not. */
  text(key: string): string | null;
  certainty(key: string): Fact['certainty'];
  /** Rows of a block in the order in which they are drawn; may drop, double or reorder. */
  order(rows: readonly RowForm[]): readonly RowForm[];
  /** Head rows of groups to be printed with numbers. */
  printsHead(row: RowForm): boolean;
  /** All cells of a row, left to right, instead of those of the form. */
  loose(rowKey: string): readonly string[] | undefined;
  /** Another wording of a label. */
  label(key: string): string | undefined;
  readonly withoutColumns: readonly string[];
  readonly markers: readonly { readonly edition: EditionId; readonly words: readonly string[] }[];
}

interface Drawn {
  readonly block: TableBlock;
  readonly reading: TableReading;
  readonly facts: readonly Fact[];
}

/** Draws one table. */
export function drawTable(plan: TablePlan): Drawn {
  const rows: Row[] = [];
  const labels: LabelReading[] = [];
  const readings: RowReading[] = [];
  const facts: Fact[] = [];
  const at = (column: number): Position => ({ block: plan.block, row: rows.length, column });

  const nameLabel = (axis: LabelReading['axis'], key: string, form: LabelForm, position: Position): string => {
    const got = plan.label(key) ?? form.label;
    labels.push({ key, axis, got, expected: form.label, ...matchOf(form, got), at: position });
    return got;
  };

  const columnsOf = (block: BlockForm): readonly ColumnForm[] =>
    block.columns.filter((column) => !plan.withoutColumns.includes(`${block.key}.*.${column.key}`));

  /** Value cells of a row, starting at grid column `first`, the last one spanning to `width`. */
  const valueCells = (block: BlockForm, row: RowForm, label: string, labelColumn: number, first: number, width: number): Cell[] => {
    const loose = plan.loose(row.key);
    const columns = columnsOf(block);
    const spanAt = (index: number, count: number): number => (index === count - 1 ? Math.max(1, width - first - index) : 1);
    if (loose) {
      const places = loose.map((raw, index) => ({ raw, value: readCell(raw).value, at: at(first + index) }));
      const fits = loose.length === block.columns.length;
      // Equal values may go to any column; where they differ, which of them belongs to a column cannot be told.
      const alike = loose.length > block.columns.length && new Set(loose).size === 1;
      readings.push({
        key: row.key,
        label,
        expected: block.columns.length,
        found: loose.length,
        placed: fits ? 'sure' : 'doubtful',
        cells: places.filter(({ raw }) => raw.trim() !== ''),
        at: at(labelColumn),
      });
      columns.forEach((column, index) => {
        const key = `${row.key}.${column.key}`;
        if (fits) facts.push(factOf(plan, key, column, loose[index]!, places[index]!.at));
        else if (alike) facts.push({ ...factOf(plan, key, column, loose[index]!, places[index]!.at), certainty: 'doubtful' });
        else facts.push({ key, value: null, raw: loose.join(' '), writing: 'unplaced', at: at(labelColumn), certainty: 'doubtful' });
      });
      return loose.map((text, index) => cell(text, first + index));
    }
    const cells: Cell[] = [];
    const places: RowReading['cells'][number][] = [];
    columns.forEach((column, index) => {
      const key = `${row.key}.${column.key}`;
      const text = plan.text(key);
      if (text === null) return;
      const position = at(first + index);
      cells.push(cell(text, first + index, spanAt(index, columns.length)));
      places.push({ raw: text, value: readCell(text, column.decimal).value, at: position });
      facts.push(factOf(plan, key, column, text, position));
    });
    const doubtful = columns.some((column) => plan.certainty(`${row.key}.${column.key}`) === 'doubtful');
    readings.push({
      key: row.key,
      label,
      expected: block.columns.length,
      found: places.length,
      placed: doubtful ? 'doubtful' : 'sure',
      cells: doubtful ? places : [],
      at: at(labelColumn),
    });
    return cells;
  };

  const push = (...cells: Cell[]): void => {
    rows.push({ cells });
  };

  if (plan.form.id === 't2') {
    const width = 1 + Math.max(...plan.form.blocks.map((block) => block.columns.length));
    for (const block of plan.form.blocks) {
      const drawn = plan.order(block.rows);
      if (drawn.length === 0) continue;
      push(cell(nameLabel('caption', block.key, { label: block.caption ?? '' }, at(0)), 0, width));
      const columns = columnsOf(block);
      push(
        cell(block.corner ?? '', 0),
        ...columns.map((column, index) =>
          cell(
            nameLabel('column', `${block.key}.*.${column.key}`, column, at(1 + index)),
            1 + index,
            index === columns.length - 1 ? width - 1 - index : 1,
          ),
        ),
      );
      for (const row of drawn) {
        const label = nameLabel('row', row.key, row, at(0));
        push(cell(label, 0), ...valueCells(block, row, label, 0, 1, width));
      }
    }
  } else if (plan.form.id === 't3') {
    const block = plan.form.blocks[0]!;
    const columns = columnsOf(block);
    const inGroup = columns.filter((column) => column.group);
    const columnLabel = (column: ColumnForm, index: number): string => nameLabel('column', `t3.*.${column.key}`, column, at(3 + index));
    push(cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 0, 3, 3), cell('申请人情况', 3, columns.length));
    push(
      ...columns.flatMap((column, index): Cell[] => {
        if (!column.group) return [cell(columnLabel(column, index), 3 + index, 1, 2)];
        return column === inGroup[0] ? [cell(column.group, 3 + index, inGroup.length)] : [];
      }),
    );
    push(...columns.flatMap((column, index): Cell[] => (column.group ? [cell(columnLabel(column, index), 3 + index)] : [])));
    const drawn = plan.order(block.rows.filter((row) => row.values || plan.printsHead(row)));
    const heads = new Map(block.rows.filter((row) => !row.values).map((row) => [row.label, row]));
    drawn.forEach((row, index) => {
      const cells: Cell[] = [];
      row.path.forEach((group, depth) => {
        const same = (other: RowForm | undefined): boolean => other !== undefined && other.path[depth] === group;
        if (same(drawn[index - 1])) return;
        let span = 1;
        while (same(drawn[index + span])) span++;
        const head = heads.get(group);
        cells.push(cell(head ? nameLabel('row', head.key, head, at(depth)) : group, depth, 1, span));
      });
      const label = nameLabel('row', row.key, row, at(row.path.length));
      cells.push(cell(label, row.path.length, 3 - row.path.length));
      push(...cells, ...valueCells(block, row, label, row.path.length, 3, 3 + columns.length));
    });
  } else {
    const block = plan.form.blocks[0]!;
    const columns = columnsOf(block);
    const groups = [...new Set(columns.map((column) => column.group!))];
    const span = (group: string): number => columns.filter((column) => column.group === group).length;
    const first = (group: string): number => columns.findIndex((column) => column.group === group);
    const review = groups[0]!;
    push(cell(review, 0, span(review)), cell('行政诉讼', span(review), columns.length - span(review)));
    const columnCell = (column: ColumnForm, rowSpan: number): Cell => {
      const index = columns.indexOf(column);
      return cell(nameLabel('column', `t4.*.${column.key}`, column, at(index)), index, 1, rowSpan);
    };
    push(
      ...columns.filter((column) => column.group === review).map((column) => columnCell(column, 2)),
      ...groups.slice(1).map((group) => cell(group, first(group), span(group))),
    );
    push(...columns.filter((column) => column.group !== review).map((column) => columnCell(column, 1)));
    for (const row of plan.order(block.rows)) push(...valueCells(block, row, '', 0, 0, columns.length));
  }

  const markers = markersIn(rows, plan);
  const spoken = new Set(markers.map((marker) => marker.edition));
  const reading: TableReading = {
    table: plan.form.id,
    edition: spoken.size === 0 ? 'unknown' : spoken.size > 1 ? 'mixed' : markers[0]!.edition,
    blocks: [plan.block],
    section: plan.section,
    labels,
    rows: readings,
    markers,
    at: { block: plan.block },
  };
  return { block: { kind: 'table', geometry: 'grid', rows }, reading, facts };
}

function cell(text: string, column: number, colSpan = 1, rowSpan = 1): Cell {
  return { text, column, colSpan, rowSpan };
}

function factOf(plan: TablePlan, key: string, column: ColumnForm, raw: string, at: Position): Fact {
  return { key, raw, ...readCell(raw, column.decimal), at, certainty: plan.certainty(key) };
}

function matchOf(form: LabelForm, got: string): { match: LabelReading['match']; severity?: Severity | null } {
  const core = labelCore(got);
  if (core === labelCore(form.label)) return { match: 'exact' };
  const alias = form.aliases?.find((each) => labelCore(each.text) === core);
  return alias ? { match: 'alias', severity: alias.severity } : { match: 'similar' };
}

function markersIn(rows: readonly Row[], plan: TablePlan): TableReading['markers'] {
  return rows.flatMap((row, index) =>
    row.cells.flatMap((each) => {
      if (/^[\d.]*$/.test(each.text)) return [];
      const text = squeeze(each.text);
      const at: Position = { block: plan.block, row: index, column: each.column };
      return plan.markers.flatMap(({ edition, words }) => {
        const word = words.find((candidate) => text.includes(candidate));
        return word === undefined ? [] : [{ edition, text: word, at }];
      });
    }),
  );
}
