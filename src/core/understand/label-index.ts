// Looks labels up: which row, column, caption or header of the official tables a text is. Built once from the editions.
import { DISPUTE_GROUPS, LITIGATION } from '../form/shared-tables.ts';
import { editions } from '../form/index.ts';
import { labelCore, likeness } from '../form/label.ts';
import type { EditionId, Severity, TableId } from '../model/vocabulary.ts';
import { remembering } from './remembering.ts';

export interface LabelEntry {
  readonly table: TableId;
  /** `group`: a header over columns or rows that carries no values itself. */
  readonly axis: 'row' | 'column' | 'caption' | 'corner' | 'group';
  /** Row key, `t3.*.welfare`, `t2.art20_1.*.issued`, caption key, or a name for a group. */
  readonly key: string;
  readonly expected: string;
  /** Editions whose form has this label here. */
  readonly editions: readonly EditionId[];
  readonly match: 'exact' | 'alias';
  readonly severity: Severity | null;
}

const byCore = new Map<string, LabelEntry[]>();

function add(text: string, entry: Omit<LabelEntry, 'editions'>, edition: EditionId): void {
  const core = labelCore(text);
  if (core === '') return;
  const list = byCore.get(core) ?? [];
  const same = list.findIndex((each) => each.axis === entry.axis && each.key === entry.key && each.match === entry.match);
  if (same >= 0) {
    const known = list[same]!;
    if (!known.editions.includes(edition)) list[same] = { ...known, editions: [...known.editions, edition] };
  } else {
    list.push({ ...entry, editions: [edition] });
  }
  byCore.set(core, list);
}

const HEADERS: readonly { readonly table: TableId; readonly text: string }[] = [
  { table: 't3', text: '申请人情况' },
  { table: 't3', text: '法人或其他组织' },
  { table: 't3', text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）' },
  { table: 't3', text: '三、本年度办理结果' },
  { table: 't4', text: LITIGATION },
];

for (const { id, tables } of editions) {
  for (const table of tables) {
    for (const block of table.blocks) {
      const base = { table: table.id, severity: null } as const;
      if (block.caption) add(block.caption, { ...base, axis: 'caption', key: block.key, expected: block.caption, match: 'exact' }, id);
      if (block.corner)
        add(block.corner, { ...base, axis: 'corner', key: `${table.id}.corner`, expected: block.corner, match: 'exact' }, id);
      for (const column of block.columns) {
        const key = table.id === 't4' ? `t4.*.${column.key.split('.')[1]}` : `${block.key}.*.${column.key}`;
        const entry = { ...base, axis: 'column', key, expected: column.label } as const;
        add(column.label, { ...entry, match: 'exact' }, id);
        for (const alias of column.aliases ?? []) add(alias.text, { ...entry, match: 'alias', severity: alias.severity }, id);
      }
      for (const row of block.rows) {
        const entry = { ...base, axis: 'row', key: row.key, expected: row.label } as const;
        add(row.label, { ...entry, match: 'exact' }, id);
        for (const alias of row.aliases ?? []) add(alias.text, { ...entry, match: 'alias', severity: alias.severity }, id);
      }
    }
  }
  for (const { table, text } of HEADERS) {
    add(text, { table, axis: 'group', key: `${table}.header`, expected: text, match: 'exact', severity: null }, id);
  }
  for (const { key, label, aliases } of DISPUTE_GROUPS) {
    const entry = { table: 't4', axis: 'group', key: `t4.${key}`, expected: label } as const;
    add(label, { ...entry, match: 'exact', severity: null }, id);
    for (const alias of aliases) add(alias.text, { ...entry, match: 'alias', severity: alias.severity }, id);
  }
}

/** What is left of a header when its bracketed remark is taken out: 本年收费金额（单位：万元，保留4位小数） → 本年收费金额. */
function withoutRemark(text: string): string {
  return text.normalize('NFKC').replace(/\([^()]*\)/g, '');
}

const NOTHING: readonly LabelEntry[] = [];

/** Signs that point to a note below the table. */
const NOTE_MARK = /(?:[①-⑳*＊※#＃¹²³⁴⁵⁶⁷⁸⁹†]|[（([【〔]注\s*\d{0,2}[）)\]】〕]|注\s*\d{1,2})+\s*$/;
const UNIT_REMARK = /\s*[（(](?:单位[:：]\s*)?(?:件|项|个|万元|元|件次|条)[）)]\s*$/;

/** Every meaning a label may have, exact and dictionary matches only; marks of notes and a unit behind it do not count. */
export const findLabel: (text: string) => readonly LabelEntry[] = remembering((text) => {
  const exact = byCore.get(labelCore(text));
  if (exact) return exact;
  const bare = text.replace(NOTE_MARK, '');
  const unmarked = bare === text ? undefined : byCore.get(labelCore(bare));
  if (unmarked) return unmarked;
  // The unit is a remark of its own on a column, where it has a rule; on a row it says nothing.
  const rows = bare.replace(UNIT_REMARK, '');
  return rows === bare ? NOTHING : (byCore.get(labelCore(rows))?.filter((entry) => entry.axis === 'row') ?? NOTHING);
}, NOTHING);

/** Rows whose label carries a remark in brackets the form does not have: 规章（设区的市填写）. They come back as an alias of level 提示. */
export const findRemarkedRow: (text: string) => readonly LabelEntry[] = remembering((text) => {
  const bare = withoutRemark(text);
  if (bare === text.normalize('NFKC')) return NOTHING;
  const entries = byCore.get(labelCore(bare)) ?? NOTHING;
  return entries.filter((entry) => entry.axis === 'row').map((entry) => ({ ...entry, match: 'alias', severity: 'hint' }));
}, NOTHING);

const columnsWithoutRemark = new Map<string, LabelEntry[]>();
for (const entries of byCore.values()) {
  for (const entry of entries) {
    if (entry.axis !== 'column') continue;
    const core = labelCore(withoutRemark(entry.expected));
    const list = columnsWithoutRemark.get(core) ?? [];
    if (!list.some((each) => each.key === entry.key)) list.push({ ...entry, match: 'alias', severity: 'hint' });
    columnsWithoutRemark.set(core, list);
  }
}

/** Meanings of a column header, remarks in brackets aside (they come back as an alias of level 提示). */
export const findColumn: (text: string) => readonly LabelEntry[] = remembering((text) => {
  const exact = findLabel(text).filter((entry) => entry.axis === 'column');
  if (exact.length > 0) return exact;
  const bare = labelCore(withoutRemark(text));
  return bare === '' ? NOTHING : (columnsWithoutRemark.get(bare) ?? NOTHING);
}, NOTHING);

export interface SimilarLabel {
  readonly entry: LabelEntry;
  readonly score: number;
}

/**
 * The label of an axis that is most like the text, if it is like enough (≥ 0.72, at most half a short label changed) and
 * clearly liker than the next. A text that is the beginning or the end of one long label only (cut by a page break) counts too.
 */
export function findSimilar(text: string, axis: 'row' | 'column', table: TableId): SimilarLabel | null {
  return similar[`${axis} ${table}`](text);
}

const similar = Object.fromEntries(
  (['row', 'column'] as const).flatMap((axis) =>
    (['t2', 't3', 't4'] as const).map((table) => [
      `${axis} ${table}`,
      remembering<SimilarLabel | null>((text) => mostLike(text, axis, table), null),
    ]),
  ),
) as Record<`${'row' | 'column'} ${TableId}`, (text: string) => SimilarLabel | null>;

function mostLike(text: string, axis: 'row' | 'column', table: TableId): SimilarLabel | null {
  const core = labelCore(axis === 'column' ? withoutRemark(text) : text);
  if (core.length < 2) return null;
  let best: SimilarLabel | null = null;
  let second = 0;
  for (const [candidate, entries] of byCore) {
    const entry = entries.find((each) => each.axis === axis && each.table === table);
    if (!entry) continue;
    let score = likeness(core, candidate);
    const partial = core.length >= 4 && candidate.length > core.length && (candidate.startsWith(core) || candidate.endsWith(core));
    if (partial) score = Math.max(score, 0.75 + (0.2 * core.length) / candidate.length);
    const contains = candidate.length >= 5 && core.length <= candidate.length * 2.2 && core.includes(candidate);
    if (contains) score = Math.max(score, 0.75 + (0.2 * candidate.length) / core.length);
    if (best && best.entry.key === entry.key) {
      if (score > best.score) best = { entry, score };
    } else if (!best || score > best.score) {
      second = best?.score ?? 0;
      best = { entry, score };
    } else if (score > second) {
      second = score;
    }
  }
  if (!best || best.score < 0.72 || best.score - second < 0.05) return null;
  return best;
}

/** Whether some label of the form begins with this text: the rest may stand on the next line or page. */
export const beginsLabel: (text: string) => boolean = remembering((text) => {
  const core = labelCore(text);
  if (core.length < 1) return false;
  for (const candidate of byCore.keys()) if (candidate.length > core.length && candidate.startsWith(core)) return true;
  return false;
}, false);

const MARKERS = editions.flatMap(({ id, markers }) => markers.map((text) => ({ edition: id, text, core: labelCore(text) })));

/** Words in a label that only one edition of the form has; at most one for each edition. */
export const findMarkers: (text: string) => readonly { readonly edition: EditionId; readonly text: string }[] = remembering((text) => {
  const core = labelCore(text);
  return editions.flatMap(({ id }) => MARKERS.find((marker) => marker.edition === id && core.includes(marker.core)) ?? []);
}, []);
