// That everything was cleared: whoever has something under way is told, and what was begun before is known by its period.

export interface Clearings {
  /** Called before everything is cleared. */
  onClear(callback: () => void): void;
  /** Raised by every clearing: what was begun in an earlier one is not to be kept. */
  period(): number;
  /** Everything is being cleared, here or in another window. */
  begin(): void;
}

export function createClearings(): Clearings {
  const callbacks: (() => void)[] = [];
  let period = 0;
  return {
    onClear: (callback) => void callbacks.push(callback),
    period: () => period,
    begin() {
      for (const callback of callbacks) callback();
      period += 1;
    },
  };
}
