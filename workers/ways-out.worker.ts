// Tries to get out of a worker of the kind that reads documents, and posts what came of it.
import { tryWaysOut } from '../src/bridge/ways-out.ts';

void tryWaysOut('worker').then((results) => postMessage(results));
