// Puts a chart on a canvas: registers the parts of chart.js that are needed, and dresses data in colours, patterns
// and printed numbers, so that nothing is told by colour alone.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Drawn } from '../chart/chart.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

type Configuration = Drawn['configuration'];

/** Told apart by light and dark too, not only by hue. */
const LIGHT = ['#0b5c6b', '#5fa8b5', '#8a5200', '#d9a441', '#6b3fa0', '#9a9fa3', '#2b3337'];
const DARK = ['#6cc3d2', '#2f7d8b', '#f0bd62', '#9a6a1c', '#cdb0f5', '#8d969a', '#e6e9e8'];

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

/** Prints the numbers on bars or at their ends. Zero is printed too: it is a number, a gap is not. */
function numbersOn(paper: string, ink: string, size: number): Plugin<'bar'> {
  return {
    id: 'numbers',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const lying = chart.options.indexAxis === 'y';
      const stacked = lying && chart.data.datasets.length > 1;
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
          const box = element.getProps(['x', 'y', 'base', 'width'], true) as { x: number; y: number; base: number; width: number };
          const text = String(value);
          const room = stacked ? Math.abs(box.x - box.base) - 2 : lying ? Infinity : box.width + size;
          // No room, no number: it is in the table below.
          if (ctx.measureText(text).width > room) return;
          ctx.textAlign = lying && !stacked ? 'left' : 'center';
          ctx.textBaseline = lying ? 'middle' : 'bottom';
          const x = stacked ? (box.x + box.base) / 2 : lying ? box.x + 5 : box.x;
          const y = lying ? box.y : box.y - 4;
          ctx.strokeText(text, x, y);
          ctx.fillText(text, x, y);
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
  const datasets = configuration.data.datasets.map((dataset, index) => ({
    ...dataset,
    backgroundColor: patternOf(context, index, colours[index % colours.length]!, paper),
    borderColor: ink,
    borderWidth: 1,
    maxBarThickness: size * 2.5,
  }));
  const { options } = configuration;
  const scales = Object.fromEntries(
    (['x', 'y'] as const).map((axis) => {
      const scale = options?.scales?.[axis] as { ticks?: object; title?: object } | undefined;
      return [axis, { ...scale, ticks: { ...scale?.ticks, color: ink }, grid: { color: line }, title: { ...scale?.title, color: ink } }];
    }),
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
      layout: { padding: { right: size * 3, top: size * 1.5 } },
      scales,
      plugins: { ...options?.plugins, legend: { ...options?.plugins?.legend, labels: { color: ink, boxWidth: size * 2 } } },
    },
    plugins: [numbersOn(paper, ink, size)],
  } as unknown as ChartConfiguration;
  Chart.defaults.font.family = style.getPropertyValue('--sans').trim() || 'sans-serif';
  Chart.defaults.font.size = size;
  return new Chart(canvas, dressed);
}
