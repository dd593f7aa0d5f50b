// Which reports the charts are drawn from: those of one organ, opened when someone looks.
import { computed, effect, signal } from '@preact/signals';
import type { Report } from '../core/model/report.ts';
import { library } from './library.ts';
import { route } from './route.ts';

/** A report as charts see it. */
export interface Charted {
  readonly organ: string | null;
  readonly year: number | null;
  readonly report: Report;
}

/** A chart of more years than that cannot be read; the newest are taken. */
const MOST = 30;

export type ChartSource =
  | { readonly state: 'none' }
  | { readonly state: 'opening'; readonly organ: string }
  | {
      readonly state: 'ready';
      readonly organ: string;
      readonly reports: readonly Charted[];
      readonly left: number;
      readonly unreadable: number;
    };

/** Organs with the number of their reports, most reports first. */
export const organs = computed(() => {
  const counts = new Map<string, number>();
  for (const { organ } of library.summaries.value) if (organ) counts.set(organ, (counts.get(organ) ?? 0) + 1);
  return [...counts]
    .map(([organ, count]) => ({ organ, count }))
    .sort((a, b) => b.count - a.count || a.organ.localeCompare(b.organ, 'zh-CN'));
});
/** Reports whose organ is not known and that no chart can show. */
export const nameless = computed(() => library.summaries.value.filter(({ organ }) => !organ).length);
export const chartSource = signal<ChartSource>({ state: 'none' });
/** null: every year. */
export const chartYear = signal<number | null>(null);

/** Opens the reports of the organ in the address. Called once, when the page starts. */
export function followCharts(): void {
  let asked = 0;
  effect(() => {
    const now = route.value;
    const summaries = library.summaries.value;
    if (now.page !== 'charts') return;
    const organ = now.organ ?? organs.value[0]?.organ ?? null;
    asked += 1;
    const mine = asked;
    if (organ === null) {
      chartSource.value = { state: 'none' };
      return;
    }
    const was = chartSource.peek();
    if (was.state === 'none' || was.organ !== organ) {
      chartSource.value = { state: 'opening', organ };
      chartYear.value = null;
    }
    const own = summaries.filter((each) => each.organ === organ);
    const taken = own.slice(-MOST);
    void (async () => {
      const stored = await Promise.all(taken.map((each) => library.openReport(each.id)));
      if (mine !== asked) return;
      const reports = stored.flatMap((each): Charted[] =>
        each ? [{ organ: each.report.organ, year: each.report.year, report: each.report }] : [],
      );
      chartSource.value = { state: 'ready', organ, reports, left: own.length - taken.length, unreadable: taken.length - reports.length };
    })();
  });
}
