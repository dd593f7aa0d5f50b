// Tables whose rows were lost on the way: copied column by column, so that labels and numbers no longer stand side by side.
// What such a table lacks, repeats or leaves blank says nothing about the report.
import type { Report, TableReading } from '../../model/report.ts';

/** Why nothing is said about such a table. */
export const RAN_TOGETHER = '这张表是按列复制的，行没有分开，未能逐行读出；请改用原文件（Word、网页或PDF）重新导入。';

/** Twice as many numbers behind one label as the form has: several rows ran into one. */
const TOO_MANY = 2;

/** Did the rows of a table run together? Only tables put together from loose lines can have. */
export function ranTogether(report: Report, reading: TableReading): boolean {
  const loose = reading.blocks.some((index) => {
    const block = report.blocks[index];
    return block?.kind === 'table' && block.geometry === 'rebuilt';
  });
  if (!loose) return false;
  const wide = reading.rows.filter((row) => row.expected >= 5);
  return wide.some((row) => row.found >= row.expected * TOO_MANY) || wide.filter((row) => row.key === 't4').length > 1;
}
