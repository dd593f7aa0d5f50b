// Where the requests of a year went: seven outcomes of table three, column 总计.
import { editionOf } from '../../core/form/index.ts';
import type { Edition } from '../../core/form/edition.ts';
import { defineChart } from '../chart.ts';
import type { ChartReport, Drawing } from '../chart.ts';
import { byYear, factMap, readSum, sayStates } from '../reading.ts';
import type { Value } from '../reading.ts';

const OUTCOMES = [
  { key: 't3.r.granted', label: '予以公开' },
  { key: 't3.r.partial', label: '部分公开' },
  { key: 't3.r.denied', label: '不予公开' },
  { key: 't3.r.unable', label: '无法提供' },
  { key: 't3.r.refused', label: '不予处理' },
  { key: 't3.r.otherHandling', label: '其他处理' },
  { key: 't3.carriedOut', label: '结转下年' },
] as const;

/** Rows of an edition that make up an outcome: the row itself, or the rows of values below a group's head. */
function rowsOf(edition: Edition, key: string): string[] {
  const rows = edition.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows)).filter((row) => row.values);
  return rows.filter((row) => row.key === key || row.key.startsWith(`${key}.`)).map((row) => row.key);
}

function outcomesOf({ report }: ChartReport): Value[] {
  const facts = factMap(report);
  const edition = editionOf(report.edition);
  return OUTCOMES.map(({ key }) => {
    // Without an edition the rows of a group are not known, so only single rows can be read.
    const rows = edition ? rowsOf(edition, key) : [key];
    // A form that prints 其他处理 as one row has its number there.
    const direct = !facts.has(`${rows[0]}.total`) && facts.has(`${key}.total`);
    return readSum(
      facts,
      (direct ? [key] : rows).map((row) => `${row}.total`),
    );
  });
}

function build(reports: readonly ChartReport[]): Drawing {
  const only = reports.length === 1 ? reports[0]! : null;
  const { years, cautions } = only ? { years: [only], cautions: [] } : byYear(reports);
  const rows = years.map((each) => ({ label: each.year === null ? '年度不明' : `${each.year} 年`, values: outcomesOf(each) }));
  if (rows.every((row) => row.values.every((each) => each.value === null))) {
    return { ok: false, why: '没有读到表三（收到和处理政府信息公开申请情况）的总计，无法画图。' };
  }
  const labels = OUTCOMES.map((each) => each.label);
  const single = rows.length === 1;
  return {
    ok: true,
    configuration: {
      type: 'bar',
      data: single
        ? { labels: [...labels], datasets: [{ label: '件数', data: rows[0]!.values.map((each) => each.value) }] }
        : {
            labels: rows.map((row) => row.label),
            datasets: labels.map((label, index) => ({ label, data: rows.map((row) => row.values[index]!.value) })),
          },
      options: {
        indexAxis: 'y',
        scales: {
          x: { stacked: !single, beginAtZero: true, title: { display: true, text: '件' }, ticks: { precision: 0 } },
          y: { stacked: !single },
        },
        plugins: { legend: { display: !single, position: 'bottom' } },
      },
    },
    table: {
      head: ['年度', ...labels],
      rows: rows.map((row) => [row.label, ...row.values.map((each) => each.text)]),
    },
    cautions: [
      ...cautions,
      ...sayStates(rows.flatMap((row) => row.values.map((value, index) => ({ name: `${row.label}“${labels[index]}”`, value })))),
    ],
  };
}

export default defineChart({
  id: 'requests-by-outcome',
  title: '申请办理结果',
  question: '收到的申请是怎样办结的，各类结果各有多少件？',
  build,
});
