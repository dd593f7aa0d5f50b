// The table of the list: its head, which sorts and marks, and the lines of the page.
import { library } from '../../app/library.ts';
import type { SortKey } from '../../app/lines.ts';
import { mark, marked, narrow, page, sortBy, sorting } from '../../app/listing.ts';
import { useGradually } from '../gradually.ts';
import { LineRow } from './line-row.tsx';

const COLUMNS: readonly { readonly key: SortKey; readonly name: string; readonly numeric?: true; readonly title?: string }[] = [
  { key: 'standing', name: '结论' },
  { key: 'organ', name: '单位' },
  { key: 'year', name: '年度' },
  { key: 'edition', name: '格式版本' },
  { key: 'error', name: '错误', numeric: true },
  { key: 'warning', name: '警告', numeric: true },
  { key: 'hint', name: '提示', numeric: true },
  { key: 'unchecked', name: '未核验', numeric: true, title: '没能核验的和存疑的项目数' },
  { key: 'file', name: '文件名' },
  { key: 'added', name: '导入时间' },
];

export function Table() {
  const outdated = library.outdated.value;
  const { lines: shown, heldBack } = page.value;
  const drawn = useGradually(shown.length);
  const ids = marked.value;
  const { key: sorted, descending } = sorting.value;
  if (shown.length === 0) {
    return (
      <p class="waiting">
        没有符合条件的报告。
        <button type="button" class="button small" onClick={() => narrow({ filter: 'all', words: '', year: null })}>
          取消筛选
        </button>
      </p>
    );
  }
  const allMarked = shown.every((line) => ids.has(line.id));
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label="报告列表，可左右滚动">
      <table class="list">
        <thead>
          <tr>
            <th class="pick col-pick">
              <input
                type="checkbox"
                aria-label="选择本页全部"
                checked={allMarked}
                onChange={() =>
                  mark(
                    shown.map((line) => line.id),
                    !allMarked,
                  )
                }
              />
            </th>
            {COLUMNS.map(({ key, name, numeric, title }) => (
              <th
                key={key}
                scope="col"
                class={`col-${key}${numeric ? ' numeric' : ''}`}
                aria-sort={sorted === key ? (descending ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" class="sort" title={title ?? `按${name}排序`} onClick={() => sortBy(key)}>
                  {name}
                  <span class="sort-sign" aria-hidden="true">
                    {sorted === key ? (descending ? '▼' : '▲') : ''}
                  </span>
                </button>
              </th>
            ))}
            <th scope="col" class="col-actions">
              <span class="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, drawn).map((line) => (
            <LineRow key={line.id} line={line} picked={ids.has(line.id)} outdated={outdated.has(line.id)} />
          ))}
        </tbody>
      </table>
      {heldBack > 0 && <p class="muted">正在导入，本页其余 {heldBack} 行在导入结束后显示。</p>}
    </div>
  );
}
