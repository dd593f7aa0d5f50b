// One chart: canvas, the sentences about its gaps, and its numbers as a table. chart.js comes in only when a chart is drawn.
import type { Chart as Drawing } from 'chart.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import { dark, fontStep } from '../app/preferences.ts';
import type { Chart, ChartReport, Drawn } from '../chart/chart.ts';

interface Props {
  readonly chart: Chart;
  readonly organ: string;
  readonly reports: readonly ChartReport[];
}

export function ChartFigure({ chart, organ, reports }: Props) {
  const drawing = chart.build(reports);
  return (
    <figure class="sheet chart">
      <figcaption>
        <h2>{chart.title}</h2>
        <p class="muted">{chart.question}</p>
      </figcaption>
      {drawing.ok ? <Canvas drawn={drawing} name={`${organ}：${chart.title}`} /> : <p class="waiting">{drawing.why}</p>}
      {drawing.ok && drawing.cautions.length > 0 && (
        <ul class="cautions">
          {drawing.cautions.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {drawing.ok && <Numbers drawn={drawing} name={chart.title} />}
    </figure>
  );
}

function Canvas({ drawn, name }: { readonly drawn: Drawn; readonly name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const darkNow = dark.value;
  const step = fontStep.value;
  const content = JSON.stringify([drawn.configuration, darkNow, step]);
  useEffect(() => {
    let gone = false;
    let chart: Drawing | undefined;
    import('./draw-chart.ts')
      .then(({ drawChart }) => {
        if (gone || !canvas.current) return;
        chart = drawChart(canvas.current, drawn.configuration);
        setState('drawn');
      })
      .catch(() => setState('failed'));
    return () => {
      gone = true;
      chart?.destroy();
    };
  }, [content]);
  const { data, options } = drawn.configuration;
  // Lying bars need height for each of them, standing ones do not.
  const height = options?.indexAxis === 'y' ? (data.labels?.length ?? 0) * 2.6 + 7 : 20;
  return (
    <>
      <div class="chart-place" data-state={state} style={{ height: `${Math.max(13, height)}rem` }}>
        <canvas ref={canvas} role="img" aria-label={`${name}（数字见下表）`} />
      </div>
      {state === 'failed' && <p class="muted">图没有画成，数字见下表。</p>}
    </>
  );
}

function Numbers({ drawn, name }: { readonly drawn: Drawn; readonly name: string }) {
  const { head, rows } = drawn.table;
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={`${name}的数字，可左右滚动`}>
      <table class="numbers">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((each, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {each}
                  </th>
                ) : (
                  <td key={column} class={/^[−-]?\d/.test(each) ? 'numeric' : 'numeric muted'}>
                    {each}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
