// Which elements of a page cross their text out: by what they are, by a style of their own, by the style sheets in the page.
// Of a style sheet only rules are taken whose selectors are names of elements, classes and ids, also of elements around.

/** What is looked at of an element. */
export interface ElementLook {
  readonly tag: string;
  /** Attribute; null if there is none. */
  attribute(name: string): string | null;
}

interface Compound {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly id: string;
}

const LINE = /text-decoration(?:-line)?\s*:[^;]*\bline-through/i;
const NO_LINE = /text-decoration(?:-line)?\s*:\s*none/i;
const RULE = /([^{}]{1,2000})\{([^{}]{0,20000})\}/g;
const COMPOUND = /^([a-z][a-z0-9-]*|\*)?((?:[.#][^\s.#:[\]>+~,()*]+)*)$/i;
/** More rules that cross out than this no page has. */
const MOST = 200;

export interface StruckElements {
  /** Takes the text of a style sheet. */
  learn(text: string): void;
  /** @param around elements around it, from the outermost */
  crossesOut(element: ElementLook, around: () => readonly ElementLook[]): boolean;
}

export function createStruckElements(): StruckElements {
  const selectors: (readonly Compound[])[] = [];
  return {
    learn(text) {
      if (!text.includes('line-through')) return;
      const sheet = text.replace(/<!--|-->|\/\*(?:[^*]|\*(?!\/))*\*\//g, '');
      for (const [, names = '', body = ''] of sheet.matchAll(RULE)) {
        if (!LINE.test(body)) continue;
        for (const name of names.split(',')) {
          const selector = name
            .trim()
            .split(/[\s>]+/)
            .map(compoundOf);
          if (selectors.length < MOST && selector.every((part): part is Compound => part !== null)) selectors.push(selector);
        }
      }
    },
    crossesOut(element, around) {
      const style = element.attribute('style');
      if (style !== null && LINE.test(style)) return true;
      const byName = element.tag === 's' || element.tag === 'strike';
      if (byName) return style === null || !NO_LINE.test(style);
      return selectors.some((selector) => matches(selector, element, around));
    },
  };
}

function compoundOf(text: string): Compound | null {
  const parts = COMPOUND.exec(text);
  if (!parts || text === '') return null;
  const names = parts[2]?.match(/[.#][^.#]+/g) ?? [];
  const tag = (parts[1] ?? '').toLowerCase();
  return {
    tag: tag === '*' ? '' : tag,
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
    id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
  };
}

function matches(selector: readonly Compound[], element: ElementLook, around: () => readonly ElementLook[]): boolean {
  const last = selector[selector.length - 1] as Compound;
  if (!fits(last, element)) return false;
  let left = selector.length - 2;
  if (left < 0) return true;
  const outer = around();
  for (let i = outer.length - 1; i >= 0 && left >= 0; i--) if (fits(selector[left] as Compound, outer[i] as ElementLook)) left--;
  return left < 0;
}

function fits({ tag, classes, id }: Compound, element: ElementLook): boolean {
  if (tag !== '' && tag !== element.tag) return false;
  if (id !== '' && element.attribute('id') !== id) return false;
  if (classes.length === 0) return true;
  const own = (element.attribute('class') ?? '').split(/\s+/);
  return classes.every((name) => own.includes(name));
}
