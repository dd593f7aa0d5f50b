// Laws tried on invented inputs. What is tried is the same every time, so that a failure is one of the code; others are tried with
// `PROPERTY_SEED=random` (or any number), and more of them with `PROPERTY_TIMES=50`. A failure names the seed that brings it back.
import fc from 'fast-check';

const { PROPERTY_SEED = '20261122', PROPERTY_TIMES = '1' } = process.env;
const USUAL_RUNS = 100;

/** How many inputs to try where usually so many are. */
export const runs = (usual: number): number => Math.ceil(usual * Number(PROPERTY_TIMES));

fc.configureGlobal({ numRuns: runs(USUAL_RUNS), ...(PROPERTY_SEED === 'random' ? {} : { seed: Number(PROPERTY_SEED) }) });

export { fc };
