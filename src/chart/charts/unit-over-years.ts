// One organ over the years: requests received, requests finished, requests carried over.
import { defineChart } from '../chart.ts';
import type { ChartReport, Drawing } from '../chart.ts';
import { byYear, factMap, readSum, sayStates } from '../reading.ts';

const MEASURES = [
  { key: 't3.newReceived.total', label: '本年新收' },
  { key: 't3.r.total.total', label: '办结总计' },
  { key: 't3.carriedOut.total', label: '结转下年' },
] as const;

function build(reports: readonly ChartReport[]): Drawing {
  const { years, cautions } = byYear(reports);
  if (years.length < 2) return { ok: false, why: '同一单位至少要有两个年度的报告，才能画历年变化。' };
  const first = years[0]!.year;
  const last = years[years.length - 1]!.year;
  const known = new Map(years.map((each) => [each.year, factMap(each.report)] as const));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const absent = all.filter((year) => !known.has(year));
  const values = MEASURES.map(({ key }) => all.map((year) => (known.has(year) ? readSum(known.get(year)!, [key]) : null)));
  if (values.every((row) => row.every((each) => each === null || each.value === null))) {
    return { ok: false, why: '各年度都没有读到表三的总计，无法画图。' };
  }
  return {
    ok: true,
    configuration: {
      type: 'bar',
      data: {
        labels: all.map((year) => `${year} 年`),
        datasets: MEASURES.map(({ label }, index) => ({
          label,
          data: values[index]!.map((each) => each?.value ?? null),
        })),
      },
      options: {
        scales: { y: { beginAtZero: true, title: { display: true, text: '件' }, ticks: { precision: 0 } } },
        plugins: { legend: { display: true, position: 'bottom' } },
      },
    },
    table: {
      head: ['年度', ...MEASURES.map((each) => each.label)],
      rows: all.map((year, index) => [`${year} 年`, ...values.map((row) => row[index]?.text ?? '没有该年报告')]),
    },
    cautions: [
      ...cautions,
      ...(absent.length > 0 ? [`没有 ${absent.join('、')} 年的报告，图中留空。`] : []),
      ...sayStates(
        values.flatMap((row, measure) =>
          row.flatMap((value, index) => (value ? [{ name: `${all[index]} 年“${MEASURES[measure]!.label}”`, value }] : [])),
        ),
      ),
    ],
  };
}

export default defineChart({
  id: 'unit-over-years',
  title: '历年变化',
  question: '这个单位历年收到多少申请、办结多少、结转多少？',
  build,
});
