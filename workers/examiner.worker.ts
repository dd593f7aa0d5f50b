// Reads and checks files away from the page. An entry only: the work is in src/core, the wiring in src/bridge.
import { expose } from 'comlink';
import { examiner } from '../src/bridge/examiner.ts';

expose(examiner);
