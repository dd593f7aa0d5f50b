// Text that is crossed out: readers mark it inside the strings they pass on, the list of blocks takes the marks out again.
// So it survives whatever is joined, trimmed or laid out in between. Knows no format.

// Two characters that no text has: Unicode keeps them free for use inside programs.
const FROM = '\ufdd0';
const TO = '\ufdd1';
const MARKS = /[\ufdd0\ufdd1]/g;
const RUN = /\ufdd0([^\ufdd1]*)(?:\ufdd1|$)/g;
/** Longer texts are not shown as a whole. */
const LONGEST = 200;

/** The text marked as crossed out, line by line; blanks around it are left alone, since a line through them says nothing. */
export function strike(text: string): string {
  if (text.includes('\n')) return text.split('\n').map(strike).join('\n');
  const core = text.trim();
  if (core === '') return text;
  const at = text.indexOf(core);
  return text.slice(0, at) + FROM + core + TO + text.slice(at + core.length);
}

/** Whether any of a text is crossed out. */
export function hasStruck(text: string): boolean {
  return text.includes(FROM) || text.includes(TO);
}

/** The text as if nothing were crossed out. */
export function withoutMarks(text: string): string {
  return hasStruck(text) ? text.replace(MARKS, '') : text;
}

/** A cell as a reader on paper takes it. */
export interface StruckCell {
  /** What is not crossed out; a label that is crossed out as a whole stays, since it says what the row was. */
  readonly text: string;
  /** All of it, what is crossed out in brackets: 〔划去：37〕3. */
  readonly shown: string;
}

/** Takes a cell with marks apart. */
export function readStruckCell(marked: string): StruckCell {
  // Runs that follow each other at once are one.
  const joined = marked.replace(/\ufdd1(\s*)\ufdd0/g, '$1');
  const kept = joined.replace(RUN, '').replace(MARKS, '').trim();
  const shown = joined
    .replace(RUN, (_whole, text: string) => `〔划去：${text}〕`)
    .replace(MARKS, '')
    .trim()
    .slice(0, LONGEST);
  const all = withoutMarks(marked).trim();
  return { text: kept === '' && isWords(all) ? all : kept, shown };
}

/** More words than a unit behind a number. */
function isWords(text: string): boolean {
  return (text.match(/[\u3400-\u9fff]/g)?.length ?? 0) >= 3;
}
