// What programs put on the clipboard as html: what to take off it, and whether there is anything to read. Pure.

/** Windows puts a header of byte counts before the html; browsers take it off, other programs that hand it on may not. */
const HEADER = /^\s*Version:\d[^<]*/i;

/** The html itself. */
export function htmlFragment(clipboard: string): string {
  return clipboard.replace(HEADER, '');
}

/** Whether there is a word in it: a picture copied from a web page comes as html too. */
export function saysSomething(html: string): boolean {
  if (html.trim() === '') return false;
  const words = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|&#160;|&#xa0;/gi, '');
  return words.trim() !== '';
}
