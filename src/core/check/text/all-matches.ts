// Every match of a pattern in a text. Unlike `matchAll` it makes no copy of the pattern, which costs more than looking through a paragraph.

const NONE: readonly RegExpExecArray[] = [];

/** Matches of a global pattern, in their order. */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
