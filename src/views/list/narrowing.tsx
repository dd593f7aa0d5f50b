// What the list is narrowed to: standing, year, words.
import { FILTERS, FILTER_MEANINGS, FILTER_NAMES } from '../../app/lines.ts';
import { countDismissed, filterCounts, narrow, query, years } from '../../app/listing.ts';

export function Narrowing() {
  const { filter, words, year } = query.value;
  const counts = filterCounts.value;
  return (
    <div class="narrowing">
      <div class="chips" role="group" aria-label="按结论筛选">
        {FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={filter === each}
            {...(FILTER_MEANINGS[each] ? { title: FILTER_MEANINGS[each] } : {})}
            onClick={() => narrow({ filter: each })}
          >
            {FILTER_NAMES[each]} <b>{counts[each]}</b>
          </button>
        ))}
      </div>
      <label class="narrowing-year">
        年度
        <select
          value={year === null ? '' : String(year)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            narrow({ year: value === '' ? null : value === 'unknown' ? 'unknown' : Number(value) });
          }}
        >
          <option value="">全部年度</option>
          {years.value.map((each) => (
            <option key={each} value={String(each)}>
              {each} 年
            </option>
          ))}
          <option value="unknown">年度不明</option>
        </select>
      </label>
      {(counts.handled > 0 || countDismissed.value) && (
        <label class="tick narrowing-dismissed">
          <input type="checkbox" checked={countDismissed.value} onChange={toggleDismissed} />
          已处理的也计数
        </label>
      )}
      <label class="narrowing-words">
        <span class="visually-hidden">按单位或文件名查找</span>
        <input
          type="search"
          placeholder="查找单位或文件名"
          value={words}
          onInput={(event) => narrow({ words: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

function toggleDismissed(): void {
  countDismissed.value = !countDismissed.value;
}
