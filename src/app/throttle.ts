// Does something often asked for, but not too often.

export interface Throttled {
  (): void;
  /** At once, whatever the pace. */
  now(): void;
}

/** At once if the last time is at least `every` milliseconds ago, else when they are over; never lost. */
export function throttled(work: () => void, every: number): Throttled {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = Date.now();
    work();
  };
  const ask = (): void => {
    if (timer !== undefined) return;
    const wait = last + every - Date.now();
    if (wait <= 0) now();
    else timer = setTimeout(now, Math.min(wait, every));
  };
  return Object.assign(ask, { now });
}
