// The charts of one organ: which organ, which year, then every chart of the shelf.
import { chartSource, chartYear, followCharts, nameless, organs } from '../app/charting.ts';
import { library } from '../app/library.ts';
import { goTo } from '../app/route.ts';
import { charts } from '../chart/index.ts';
import { ChartFigure } from './chart-figure.tsx';

// Once, when this page has come.
followCharts();

export function ChartsPage() {
  const source = chartSource.value;
  if (library.summaries.value.length === 0) {
    return (
      <section class="sheet">
        <h1>图表</h1>
        <p class="waiting">
          {library.loadState.value.state === 'opening' ? '正在打开本机保存的报告……' : '还没有报告。先导入报告，再来看图。'}
        </p>
        <p class="actions">
          <a class="button primary" href="#/">
            去导入
          </a>
        </p>
      </section>
    );
  }
  const organ = source.state === 'none' ? null : source.organ;
  const years =
    source.state === 'ready' ? [...new Set(source.reports.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a) : [];
  const year = chartYear.value;
  const reports = source.state === 'ready' ? source.reports.filter((each) => year === null || each.year === year) : [];
  return (
    <>
      <section class="sheet chart-choice" aria-label="选择单位和年度">
        <h1>图表</h1>
        <label>
          单位
          <select value={organ ?? ''} onChange={(event) => goTo({ page: 'charts', organ: event.currentTarget.value })}>
            {organs.value.map(({ organ: name, count }) => (
              <option key={name} value={name}>
                {name}（{count} 份）
              </option>
            ))}
            {organ !== null && !organs.value.some((each) => each.organ === organ) && <option value={organ}>{organ}（没有报告）</option>}
          </select>
        </label>
        <label>
          年度
          <select
            value={year === null ? '' : String(year)}
            onChange={(event) => (chartYear.value = event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          >
            <option value="">全部年度</option>
            {years.map((each) => (
              <option key={each} value={String(each)}>
                {each} 年
              </option>
            ))}
          </select>
        </label>
        <p class="muted">图中数字取自报告中印出的数字，分几行填报的逐行相加；没有读到或全为空白的留空，不按 0 计。</p>
        {nameless.value > 0 && <p class="muted">另有 {nameless.value} 份报告的单位未能确定，不在可选之列；可在列表里补填单位。</p>}
        {source.state === 'ready' && source.left > 0 && <p class="muted">该单位报告较多，只画最近导入的 {source.reports.length} 份。</p>}
        {source.state === 'ready' && source.unreadable > 0 && <p class="muted">有 {source.unreadable} 份报告没能打开，未画入图中。</p>}
      </section>
      {source.state === 'none' && <p class="waiting">没有能确定单位的报告，无法画图。</p>}
      {source.state === 'opening' && <p class="waiting">正在准备数据……</p>}
      {source.state === 'ready' && reports.length === 0 && <p class="waiting">没有这个单位的报告。</p>}
      {source.state === 'ready' &&
        reports.length > 0 &&
        charts.map((chart) => <ChartFigure key={`${chart.id} ${source.organ}`} chart={chart} organ={source.organ} reports={reports} />)}
    </>
  );
}
