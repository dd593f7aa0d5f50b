// Notes among the settings that pass: they speak of what is under way, and are of no worth to anybody later.
import type { Setting } from './tables.ts';

/** The removal that can still be taken back. */
export const PENDING_REMOVAL = 'pendingRemoval';
/** Whose turn it is at something; the rest of the id says what at. */
export const TURN = 'turn:';

export const isWorthKeeping = ({ id }: Setting): boolean => id !== PENDING_REMOVAL && !id.startsWith(TURN);
