// Puts a chart on a canvas: registers the parts of chart.js that are needed, and dresses data in colours, patterns, dashes
// and printed numbers, so that nothing is told by colour alone.
import { BarController, BarElement, CategoryScale, Chart, Legend, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { ChartType, Drawn } from '../chart/chart.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LineController, LineElement, LinearScale, PointElement, Tooltip);

type Configuration = Drawn['configuration'];

/** Told apart by light and dark too, not only by hue. */
const LIGHT = ['#0b5c6b', '#5fa8b5', '#8a5200', '#d9a441', '#6b3fa0', '#9a9fa3', '#2b3337'];
const DARK = ['#6cc3d2', '#2f7d8b', '#f0bd62', '#9a6a1c', '#cdb0f5', '#8d969a', '#e6e9e8'];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot'] as const;
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3]] as const;

/** A tile of lines or dots over the colour; the first series stays plain. */
function patternOf(context: CanvasRenderingContext2D, index: number, colour: string, ink: string): CanvasPattern | string {
  if (index === 0) return colour;
  const size = 10;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.globalAlpha = 0.55;
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (index === 1) pen.rect(3, 3, 2, 2);
  // Lines start and end outside the tile, so that tiles join.
  if (index === 2 || index === 5) {
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 2, size + 2);
      pen.lineTo(shift + size + 2, -2);
    }
  }
  if (index === 3 || index === 5) {
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 2, -2);
      pen.lineTo(shift + size + 2, size + 2);
    }
  }
  if (index === 4) {
    pen.moveTo(0, size / 2);
    pen.lineTo(size, size / 2);
  }
  if (index === 6) {
    pen.moveTo(size / 2, 0);
    pen.lineTo(size / 2, size);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat') ?? colour;
}

/** Prints the numbers on bars and at points. Zero is printed too: it is a number, a gap is not. */
function numbersOn(bar: boolean, paper: string, ink: string, size: number): Plugin<ChartType> {
  return {
    id: 'numbers',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const stacked = bar && chart.data.datasets.length > 1;
      ctx.save();
      ctx.font = `bold ${size}px ${Chart.defaults.font.family ?? 'sans-serif'}`;
      ctx.lineWidth = 3;
      ctx.strokeStyle = paper;
      ctx.fillStyle = ink;
      ctx.lineJoin = 'round';
      chart.data.datasets.forEach((dataset, index) => {
        if (!chart.isDatasetVisible(index)) return;
        chart.getDatasetMeta(index).data.forEach((element, at) => {
          const value = dataset.data[at];
          if (typeof value !== 'number') return;
          const { x, y, base } = element.getProps(['x', 'y', 'base'], true) as { x: number; y: number; base?: number };
          const text = String(value);
          const width = ctx.measureText(text).width;
          if (stacked) {
            // No room, no number: it is in the table.
            if (base === undefined || Math.abs(x - base) < width + 4) return;
            ctx.textAlign = 'center';
            ctx.textBaseline = 'middle';
            ctx.strokeText(text, (x + base) / 2, y);
            ctx.fillText(text, (x + base) / 2, y);
          } else {
            ctx.textAlign = bar ? 'left' : 'center';
            ctx.textBaseline = bar ? 'middle' : 'bottom';
            ctx.strokeText(text, bar ? x + 5 : x, bar ? y : y - 7);
            ctx.fillText(text, bar ? x + 5 : x, bar ? y : y - 7);
          }
        });
      });
      ctx.restore();
    },
  };
}

/** Draws; the caller destroys. Colours and sizes are those of the page at this moment. */
export function drawChart(canvas: HTMLCanvasElement, configuration: Configuration): Chart {
  const style = getComputedStyle(document.documentElement);
  const size = parseFloat(style.fontSize) * 0.875;
  const dark = document.documentElement.dataset.theme === 'dark';
  const ink = style.getPropertyValue('--ink').trim() || '#1b2226';
  const paper = style.getPropertyValue('--surface').trim() || '#ffffff';
  const line = style.getPropertyValue('--line').trim() || '#d4d9d6';
  const colours = dark ? DARK : LIGHT;
  const context = canvas.getContext('2d')!;
  const bar = configuration.type === 'bar';
  const datasets = configuration.data.datasets.map((dataset, index) => {
    const colour = colours[index % colours.length]!;
    return bar
      ? { ...dataset, backgroundColor: patternOf(context, index, colour, paper), borderColor: ink, borderWidth: 1, maxBarThickness: size * 2 }
      : {
          ...dataset,
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 2,
          borderDash: [...DASHES[index % DASHES.length]!],
          pointStyle: POINTS[index % POINTS.length]!,
          pointRadius: 5,
        };
  });
  const { options } = configuration;
  const scales = Object.fromEntries(
    Object.entries(options?.scales ?? {}).map(([axis, scale]) => [
      axis,
      { ...scale, ticks: { ...scale?.ticks, color: ink }, grid: { color: line }, title: { ...(scale as { title?: object })?.title, color: ink } },
    ]),
  );
  const dressed = {
    ...configuration,
    data: { ...configuration.data, datasets },
    options: {
      ...options,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      color: ink,
      font: { size },
      layout: { padding: { right: size * 3, top: size } },
      scales,
      plugins: { ...options?.plugins, legend: { ...options?.plugins?.legend, labels: { color: ink, usePointStyle: !bar, boxWidth: size * 2 } } },
    },
    plugins: [numbersOn(bar, paper, ink, size)],
  } as unknown as ChartConfiguration;
  Chart.defaults.font.family = style.getPropertyValue('--sans').trim() || 'sans-serif';
  Chart.defaults.font.size = size;
  return new Chart(canvas, dressed);
}
