// The shape of the dictionaries of wording: what stands there, and what would be better.

/** An entry of a dictionary. */
export interface Phrase {
  readonly word: string;
  readonly better: string;
  /** Right words in which it can stand. */
  readonly unless?: readonly string[];
}

/** Reads a dictionary written as lines 「word better」; further words of a line are right words that hold the first. */
export function phrases(lines: string): readonly Phrase[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [word, better, ...unless] = line.trim().split(/\s+/);
      return { word: word!, better: better ?? '', ...(unless.length > 0 ? { unless } : {}) };
    });
}
