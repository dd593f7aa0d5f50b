// What can happen to a word, how much more must be readable once it is mended, and when hardly anything else can be meant.
import { ONE } from './known-words.ts';

/** What happened to a word. */
export type SlipKind =
  /** One of the two characters of a word is another of like sound or shape. */
  | 'short'
  /** The two characters of a word are swapped. */
  | 'turned'
  /** Of a word of two characters one is missing. */
  | 'bare'
  /** A character of a word of two, or at an end of a phrase, is doubled. */
  | 'twice'
  /** In a phrase a character is another of like sound or shape; at its end less is known of what stands around. */
  | 'other'
  | 'end'
  /** In a phrase: any other character, two swapped, one lost, one too many. */
  | 'foreign'
  | 'swapped'
  | 'lost'
  | 'added';

/** A stretch of text that is nearly a word or phrase of the field. */
export interface NearMiss {
  readonly from: number;
  readonly to: number;
  readonly right: string;
  readonly kind: SlipKind;
  /** By how much more can be read once it is mended, in tenths of characters. */
  readonly gain: number;
  /** Hardly anything else can be meant. */
  readonly likely: boolean;
}

/** By how much more must be readable. */
export const NEEDED: Readonly<Record<SlipKind, number>> = {
  short: 14,
  turned: 14,
  bare: 9,
  twice: 9,
  other: 9,
  end: 9,
  foreign: 19,
  swapped: 9,
  lost: 9,
  added: 9,
};

/** The same for a word of two characters if one of its characters stands in no other word (氛为), or if it ends a clause behind a word (层层把官). */
export const NEEDED_BOUND = 13;

/**
 * Hardly anything else can be meant: a phrase is damaged within and all around it can be read. Of a word of two characters one that is
 * exchanged leaves too little to go by, as do an unlike one and one at an end of a phrase.
 */
export function isLikely(kind: SlipKind, gain: number, left: number): boolean {
  if (kind === 'short' || kind === 'bare' || kind === 'foreign' || kind === 'end') return false;
  return kind === 'turned' ? gain >= 2 * ONE : left < ONE;
}
