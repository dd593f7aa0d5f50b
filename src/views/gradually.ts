// Lets a long list grow in steps, so that no single drawing holds the page up.
import { useEffect, useState } from 'preact/hooks';

/** Rows a step adds. */
const STEP = 20;
/** Milliseconds between steps: room for clicks and keys. */
const PAUSE = 40;

/** How many of `count` rows to draw now; the rest follows by itself. */
export function useGradually(count: number): number {
  const [drawn, setDrawn] = useState(STEP);
  useEffect(() => {
    if (drawn >= count) {
      // A shorter list drops back at once, so that the next long one grows in steps again.
      if (drawn > count && drawn > STEP) setDrawn(Math.max(count, STEP));
      return undefined;
    }
    const timer = setTimeout(() => setDrawn(drawn + STEP), PAUSE);
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
