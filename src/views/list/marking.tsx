// How many lines there are, or how many are marked and what can be done with them together.
import { ask, rulesWithFindings } from '../../app/dismissing.ts';
import type { Line } from '../../app/lines.ts';
import { FILTER_MEANINGS } from '../../app/lines.ts';
import { arranged, lines, mark, marked, query, sortBy, sorting } from '../../app/listing.ts';
import { removeLines } from '../../app/removing.ts';

export function Marking() {
  const ids = marked.value;
  const all = arranged.value;
  const here = all.filter((line) => ids.has(line.id));
  if (here.length === 0)
    return (
      <span class="muted">
        共 {all.length} 行{all.length < lines.value.length ? `（全部 ${lines.value.length} 行）` : ''}
        {FILTER_MEANINGS[query.value.filter] && `：${FILTER_MEANINGS[query.value.filter]}`}
        {all.length > 1 && sorting.value.key !== 'standing' && (
          <button type="button" class="button small quiet" onClick={() => sortBy('standing')}>
            问题重的排在前
          </button>
        )}
      </span>
    );
  return (
    <span class="actions">
      <span>已选 {here.length} 行</span>
      <button type="button" class="button small" onClick={() => void removeLines(here)}>
        删除所选
      </button>
      <DismissMarked lines={here} />
      {here.length < all.length && (
        <button
          type="button"
          class="button small quiet"
          onClick={() =>
            mark(
              all.map((line) => line.id),
              true,
            )
          }
        >
          选中全部 {all.length} 行
        </button>
      )}
      <button type="button" class="button small quiet" onClick={() => mark([...ids], false)}>
        取消选择
      </button>
    </span>
  );
}

/** The same rule in many reports is dismissed in one go. */
function DismissMarked({ lines: here }: { readonly lines: readonly Line[] }) {
  const chosen = here.flatMap((line) => (line.kind === 'report' ? [line.summary] : []));
  const found = rulesWithFindings(chosen);
  return (
    <button
      type="button"
      class="button small"
      disabled={found.length === 0}
      title="把所选报告里同一条规则的问题一起标为误报、已说明等"
      onClick={() => ask({ targets: [], rules: found.map(({ rule }) => rule) })}
    >
      处理同类问题
    </button>
  );
}
