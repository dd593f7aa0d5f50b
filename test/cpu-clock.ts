// Time as work of this process: bounds on effort must not depend on what else the machine is doing.

/** Starts a clock. What it gives tells the milliseconds of CPU spent since then, by all threads of this process. */
export function cpuClock(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
}
