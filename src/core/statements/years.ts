// What a year in a sentence is of: the one to which something was carried, or the last of several.
import type { Token } from './scan.ts';
import { FAR } from './sentence-state.ts';
import { isWord } from './token-words.ts';

/** Characters in front of a year among which an earlier one is looked for. */
const EARLIER = 8;

/** Is a year the last of several: 2021年至2023年, 2021-2023年, 2022年和2023年? */
export function endsRange(text: string, clause: readonly Token[], index: number): boolean {
  const token = clause[index]!;
  const start = Math.max(0, token.from - EARLIER);
  const before = text.slice(start, token.from);
  const first = /(20\d{2})年?度?(?:至|到|-|—|~|～|和|及|与|、)$/.exec(before);
  if (!first || token.is !== 'year' || Number(first[1]) === token.year) return false;
  // 与2021年、2022年相比: the numbers behind are of none of them.
  return !'与比较和同'.includes(text[start + first.index - 1] ?? '　');
}

/** Is a year the one to which something was carried: 结转2024年, 结转3件至2024年? */
export function isCarriedTo(text: string, clause: readonly Token[], index: number): boolean {
  const token = clause[index]!;
  if (token.is !== 'year') return false;
  const previous = clause[index - 1];
  if (previous && isWord(previous) && previous.word.is === 'carried' && token.from - previous.to <= 1) return true;
  if (!'至到入'.includes(text[token.from - 1] ?? '　')) return false;
  return clause.slice(Math.max(0, index - FAR), index).some((each) => isWord(each) && each.word.is === 'carried');
}
