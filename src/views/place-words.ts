// Where a finding stands, in the words of the form: 表三 · （一）予以公开 · 自然人. From the keys of its cells alone.
import { cellForm, cellName, editionById } from '../core/form/index.ts';
import type { CellForm } from '../core/form/index.ts';
import type { Finding } from '../core/model/finding.ts';

const { sections, tables } = editionById('2021');
const PARTS = new Map<string, string>(sections.map(({ key, title }) => [key, title]));
/** Parts of a finding named; of more it is said how many there are. */
const PARTS_NAMED = 3;
/** Tables, rows and columns by their keys: `t3`, `t3.newReceived`, `t3.*.legal`. */
const LINES = new Map<string, string>(
  tables.flatMap(({ id, name, blocks }) => [
    [id, name] as const,
    ...blocks.flatMap(({ key, rows, columns }) => [
      ...rows.filter(({ label }) => label !== '').map((row) => [row.key, `${name}“${row.label}”`] as const),
      ...columns.map((column) => [`${key}.*.${column.key}`, `${name}“${columnWords(column.label, column.group)}”列`] as const),
    ]),
  ]),
);

/** What a person calls the cell, row, column, table or part of a key; null for a key that none of them has. */
export function keyName(key: string): string | null {
  return cellForm(key) ? cellName(key) : (LINES.get(key) ?? PARTS.get(key) ?? null);
}

/** Table, row and column, as far as all cells share them; the part, where a finding is of a part; null: neither. */
export function placeWords({ keys }: Pick<Finding, 'keys'>): string | null {
  const parts = keys.map((key) => PARTS.get(key));
  if (keys.length > 0 && parts.every((part) => part !== undefined)) {
    const named = [...new Set(parts)];
    return `${named.slice(0, PARTS_NAMED).join('、')}${named.length > PARTS_NAMED ? `等 ${named.length} 个部分` : ''}`;
  }
  const forms = keys.map(cellForm);
  if (forms.length === 0 || forms.some((form) => form === null)) return null;
  const of = (say: (form: CellForm) => string): readonly string[] => [...new Set((forms as readonly CellForm[]).map(say))];
  const tables = of(({ table }) => table.name);
  if (tables.length > 1) return tables.join('、');
  const words = [tables[0]!];
  const rows = of(({ row }) => rowWords(row.label, row.path));
  const columns = of(({ column }) => columnWords(column.label, column.group));
  const groups = of(({ column }) => column.group ?? '');
  if (rows.length === 1 && rows[0] !== '') words.push(rows[0]!);
  if (columns.length === 1) words.push(columns[0]!);
  else if (groups.length === 1 && groups[0] !== '') words.push(groups[0]!);
  else if (rows.length > 1 && columns.length > 1) words.push(`${rows.length}行${columns.length}列`);
  return words.join(' · ');
}

function rowWords(label: string, path: readonly string[]): string {
  const group = path[path.length - 1];
  const short = label.replace(/（[^（）]*）$/, '');
  return /^\d/.test(label) && group ? `${group} · ${short}` : short;
}

function columnWords(label: string, group: string | undefined): string {
  return group && ['其他', '总计', '结果维持', '结果纠正', '其他结果', '尚未审结'].includes(label) ? `${group} · ${label}` : label;
}
