// The one rereading of the page. Views read its signals and call its verbs; create-rereading.ts knows how it works.
import { createRereading } from './create-rereading.ts';
import { pool } from '../examiners.ts';
import { journal } from '../journal.ts';
import { library } from '../library.ts';

export type { RereadResult } from './create-rereading.ts';

export const rereading = createRereading({ library, pool, journal });
