// What a printed number looks like beside the one that would mend the sums: digits swapped, dropped, doubled, a neighbour copied.
// Looks at numbers only; that it looks like a slip is no proof.
import type { Slip } from '../../model/finding.ts';

/** What a slip is called in a remark. */
export const SLIP_NAMES: Readonly<Record<Slip, string>> = {
  transposed: '两位数字颠倒',
  dropped: '漏写一位数字',
  added: '多写一位数字',
  doubled: '一位数字重复',
  mistyped: '一位数字写错',
  sign: '多写负号',
  omitted: '漏填',
  zeroed: '漏填或误填为0',
  total: '合计算错',
  copied: '照抄了相邻的数字',
  exchanged: '两格数字互换',
  split: '一个数拆进了两格',
  carried: '一格填错、合计随之算错',
  shifted: '整行错位一列',
};

/** The likelier, the greater. Only their order matters; what looks like nothing has 0. */
export const PLAUSIBILITY: Readonly<Record<Slip, number>> = {
  shifted: 10,
  exchanged: 9,
  split: 9,
  carried: 6,
  sign: 9,
  transposed: 8,
  // An empty cell says by itself that something is missing.
  omitted: 10,
  doubled: 6,
  dropped: 6,
  added: 5,
  mistyped: 4,
  copied: 4,
  total: 3,
  zeroed: 2,
};

/**
 * How a number could have become the printed one.
 * @param printed null: the cell is empty
 * @param around what is known of the cell: is it a total, and the numbers printed beside it
 */
export function slipOf(
  printed: number | null,
  mended: number,
  around: { readonly total: boolean; readonly beside: readonly number[] },
): Slip | undefined {
  if (printed === null) return 'omitted';
  if (printed === -mended) return 'sign';
  const [got, wanted] = [String(printed), String(mended)];
  if (/^\d+$/.test(got)) {
    // A lone digit for another is anything and nothing, and 0 stands for a number that was not at hand.
    if (got.length === wanted.length && got.length > 1) {
      const wrong = [...got].flatMap((digit, place) => (digit === wanted[place] ? [] : [place]));
      if (wrong.length === 1) return 'mistyped';
      const [a, b] = wrong;
      if (wrong.length === 2 && b === a! + 1 && got[a!] === wanted[b!] && got[b!] === wanted[a!]) return 'transposed';
    }
    if (printed !== 0 && got.length + 1 === wanted.length && withoutOneDigit(wanted, got) >= 0) return 'dropped';
    if (mended !== 0 && got.length === wanted.length + 1) {
      const place = withoutOneDigit(got, wanted);
      if (place >= 0) return got[place] === got[place - 1] || got[place] === got[place + 1] ? 'doubled' : 'added';
    }
  }
  if (printed !== 0 && around.beside.includes(printed)) return 'copied';
  if (around.total) return 'total';
  return printed === 0 ? 'zeroed' : undefined;
}

/** From here on a slip tells one explanation from another; below it might as well be chance. */
export const TELLING = 5;

/**
 * How two cells could have become wrong by one slip.
 * @param around are they neighbours, and is one of them a total into which the other goes
 */
export function slipOfTwo(
  one: Changed,
  other: Changed,
  around: { readonly neighbours: boolean; readonly summed: boolean },
): Slip | undefined {
  const [a, b] = [one.printed ?? 0, other.printed ?? 0];
  if (one.mended === b && other.mended === a) return 'exchanged';
  // 12 printed as 1 and, in the next cell, 2.
  if (around.neighbours && ((other.mended === 0 && isSplit(one, other)) || (one.mended === 0 && isSplit(other, one)))) return 'split';
  if (around.summed && one.mended - a === other.mended - b) return 'carried';
  return undefined;
}

interface Changed {
  readonly printed: number | null;
  readonly mended: number;
}

function isSplit(whole: Changed, rest: Changed): boolean {
  const [got, other, wanted] = [String(whole.printed ?? ''), String(rest.printed ?? ''), String(whole.mended)];
  return got !== '' && other !== '' && (got + other === wanted || other + got === wanted);
}

/** Place of the one digit without which the longer number is the shorter; −1 if there is none. */
function withoutOneDigit(longer: string, shorter: string): number {
  for (let place = 0; place < longer.length; place++) {
    if (longer.slice(0, place) + longer.slice(place + 1) === shorter) return place;
  }
  return -1;
}
