// How the text of a report ends: finished, or broken off before part six.
import { editions } from '../../form/index.ts';
import { squeeze } from '../../form/label.ts';
import type { Position } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import { isSignature, ordinalOf, placeOfBlock, realSections } from './parts.ts';

/** `last` is the number of the last part that was found, 0 if none was. */
export type Ending =
  | { readonly state: 'complete'; readonly last: number }
  | { readonly state: 'unknown'; readonly last: number; readonly why: string }
  | { readonly state: 'cut'; readonly last: number; readonly at: Position; readonly quote: string; readonly inTable: boolean };

/** 「无」 and the like end without a full stop and are complete. */
const SHORTEST_SENTENCE = 4;
const SENTENCE_END = /[。！？!?.…）)】\]”"』」》]$/;
const QUOTED = 20;

/** Looks at the last words of a report. One that reaches part six is complete, full stop or not. */
export function endingOf(report: Report): Ending {
  const sections = realSections(report);
  const last = Math.max(0, ...sections.flatMap((section) => (section.key === null ? [] : [ordinalOf(section.key)])));
  if (last === 0) return { state: 'unknown', last, why: '没有认出各部分的标题，无法判断结尾是否完整。' };
  if (last === 6) return { state: 'complete', last };
  const end = Math.max(...sections.map((section) => section.to));
  const start = Math.max(...sections.map((section) => section.at.block));
  for (let index = end - 1; index >= start; index--) {
    const block = report.blocks[index];
    if (block === undefined) continue;
    if (block.kind === 'picture') return { state: 'unknown', last, why: '报告以图片结尾，图片内容未读取。' };
    if (block.kind === 'table') {
      if (reachesLastRow(report, index)) return { state: 'complete', last };
      const labels = block.rows.flatMap(
        (row) => row.cells.find((cell) => squeeze(cell.text) !== '' && !/^[\d.\s]+$/.test(cell.text)) ?? [],
      );
      const quote = (labels[labels.length - 1]?.text.trim() ?? '').slice(-QUOTED);
      return { state: 'cut', last, at: placeOfBlock(report, index), quote, inTable: true };
    }
    const text = block.text.trim();
    if (squeeze(text) === '') continue;
    // A signed report is finished, whatever is missing in it.
    if (isSignature(report, text) || text.length <= SHORTEST_SENTENCE || SENTENCE_END.test(text)) return { state: 'complete', last };
    return { state: 'cut', last, at: placeOfBlock(report, index), quote: text.slice(-QUOTED), inTable: false };
  }
  return { state: 'complete', last };
}

/** Does a table go down to the last row of the form? One that does was not cut, though nothing follows it. */
function reachesLastRow(report: Report, block: number): boolean {
  return report.tables.some((reading) => {
    if (reading.blocks[reading.blocks.length - 1] !== block) return false;
    return editions.some((edition) => {
      const rows = edition.tables.find((table) => table.id === reading.table)!.blocks.flatMap((each) => each.rows);
      const last = rows[rows.length - 1]!.key;
      // A report on the form of 2021 is not complete with the last row of table two of 2019, nor the other way round.
      if (reading.edition !== edition.id && (reading.edition === '2019' || reading.edition === '2021')) return false;
      return reading.rows.some((row) => row.key === last || row.key.startsWith(`${last}.`));
    });
  });
}
