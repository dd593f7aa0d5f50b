// White space between Chinese words or before a mark. One finding for the whole report.
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { passagesOf, placeIn } from '../../text/running-text.ts';
import { spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

export default defineRule({
  id: 'W-SPACE',
  title: '多余空格',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '排版惯例（参照）。',
  why: '汉字之间、标点之前的空格多是粘贴或转换留下的。',
  remedy: '删去空格。',
  falseAlarms: '人为分隔的标题、签名可以保留空格。',
  examples: () => ({
    passes: [
      { title: '没有空格', report: specimen() },
      { title: '数字、字母两旁的空格', report: specimen({ text: { s6: ['共 3 件，见 www.example.cn 网站。'] } }) },
    ],
    fails: [{ title: '句号前、词中有空格', report: specimen({ text: { s6: ['没有收取 费用 。'] } }) }],
  }),
  *check(context) {
    const spots: Spot[] = [];
    for (const passage of passagesOf(context.report)) {
      if (passage.kind === 'heading') continue;
      const { flat, offsets } = passage;
      for (let index = 1; index < flat.length; index++) {
        if ((offsets[index] ?? 0) - (offsets[index - 1] ?? 0) === 1) continue;
        if (!isChinese(flat[index - 1]!) || !(isChinese(flat[index]!) || '，。；：、'.includes(flat[index]!))) continue;
        spots.push({ passage, from: Math.max(0, index - 5), to: Math.min(flat.length, index + 3) });
      }
    }
    const first = spots[0];
    if (!first) return;
    const { quote } = spotted(context, spots);
    yield {
      ...spotted(context, spots),
      at: spots.slice(0, 10).map(({ passage, from, to }) => placeIn(context.report, passage, from, to)),
      message: `多余空格：“${quote}”${times(spots.length)}。`,
    };
  },
});

function isChinese(sign: string): boolean {
  return sign >= '\u4e00' && sign <= '\u9fff';
}
