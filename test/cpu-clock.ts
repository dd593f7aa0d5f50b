// Time as work of this process, in milliseconds of the machine on which the bounds were set: bounds on effort must not depend on
// what else the machine is doing, nor on how fast it is.

/** What the yardstick took there, in milliseconds. */
const YARDSTICK = 4;
/** Milliseconds of work after which the machine is measured again: it may be slower than a while ago. */
const AGAIN_AFTER = 2000;

const TEXT = '全年公开信息12条，其中通知3条。'.repeat(4000);

/** Some work of the kind that is measured: a pattern over a long text, numbers, a list in order. */
function yardstick(): number {
  const numbers = Array.from(TEXT.matchAll(/([一-龥]+)(\d+)条/g), (match) => `${match[2]}${match.index}`);
  return numbers.sort().length;
}

function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

let slowness = 1;
let measuredAt = Number.NEGATIVE_INFINITY;

/** How many times slower than there; one where this machine is faster. */
function measure(): number {
  if (used() - measuredAt < AGAIN_AFTER) return slowness;
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const from = used();
    yardstick();
    best = Math.min(best, used() - from);
  }
  slowness = Math.max(1, best / YARDSTICK);
  measuredAt = used();
  return slowness;
}

/** Starts a clock. What it gives tells the milliseconds of CPU spent since then, by all threads of this process. */
export function cpuClock(): () => number {
  const times = measure();
  const from = used();
  return () => (used() - from) / times;
}
