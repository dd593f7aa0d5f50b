// Remembers what was made of short texts: every report prints the same few hundred labels and numbers, each looked at many times.

/** No label of the form is nearly as long; running text is not looked up. */
const LONGEST = 240;
const MOST = 4000;

/**
 * The same function with a memory. The memory is bounded and changes no answer.
 * @param nothing answer for texts too long to be a label or a number
 */
export function remembering<T>(look: (text: string) => T, nothing: T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return nothing;
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= MOST) known.clear();
    const found = look(text);
    known.set(text, found);
    return found;
  };
}
