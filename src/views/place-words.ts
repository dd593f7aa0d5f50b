// Where a finding stands, in the words of the form: 表三 · （一）予以公开 · 自然人. From the keys of its cells alone.
import { cellForm, editionById } from '../core/form/index.ts';
import type { CellForm } from '../core/form/index.ts';
import type { Finding } from '../core/model/finding.ts';

const PARTS = new Map<string, string>(editionById('2021').sections.map(({ key, title }) => [key, title]));

/** Table, row and column, as far as all cells share them; the part, where a finding is of a part; null: neither. */
export function placeWords({ keys }: Pick<Finding, 'keys'>): string | null {
  const parts = keys.map((key) => PARTS.get(key));
  if (keys.length > 0 && parts.every((part) => part !== undefined)) return [...new Set(parts)].slice(0, 3).join('、');
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
