// The shelf of charts, found by glob.
import type { Chart } from './chart.ts';

const files = import.meta.glob<Chart>('./charts/*.ts', { eager: true, import: 'default' });

/** Every chart, by file name. */
export const charts: readonly Chart[] = Object.keys(files)
  .sort()
  .map((path) => files[path]!);
