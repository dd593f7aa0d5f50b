// The sums of a sentence while it is read: which list is open, in which bracket, and whether a number belongs to it.
import type { Statement } from '../model/statement.ts';
import type { NumberToken, Token } from './scan.ts';
import type { WordToken } from './token-words.ts';

/** A statement while it is read. */
export type Draft = { -readonly [K in keyof Statement]: Statement[K] };

/** A list of items that a total is made of, while it is read. */
interface List {
  readonly total: number;
  readonly opener: string;
  readonly group: number;
  readonly items: number[];
  readonly depth: number;
  nested: boolean;
}

/** More items make no sum that a person would check. */
const MOST_ITEMS = 200;

/** 答复建议提案7件，其中办理建议5件: one deed under several names. */
const DEALT_WITH = /办|答复|回复|处理/;

function isSameDeed(verb: string, other: string | undefined): boolean {
  return verb === other || (other !== undefined && DEALT_WITH.test(verb) && DEALT_WITH.test(other));
}

/** Totals that wait for their items while a paragraph is read. */
export class Lists {
  private open: List[] = [];
  private depth = 0;

  constructor(
    private readonly out: readonly Draft[],
    private readonly nextGroup: () => number,
  ) {}

  /** Index of the total whose items are being listed; undefined: none. */
  get total(): number | undefined {
    return this.open[this.open.length - 1]?.total;
  }

  /** 其中, 包括 …: opens a list of what `total` is made of. */
  opener(text: string, total: number | null, clause: readonly Token[], index: number): void {
    if (total === null) return;
    // 包括上级交办的3件: an opener needs its total right in front of it, in this clause or the one before.
    if (text === '含' && clause[index - 1]?.is !== 'number' && clause[index - 1]?.is !== 'open') return;
    const top = this.open[this.open.length - 1];
    const nested = top !== undefined && top.depth === this.depth && top.items.length > 0;
    if (top && top.depth === this.depth && top.items.length === 0) this.open.pop();
    if (nested) top.nested = true;
    this.open.push({ total, opener: text, group: this.nextGroup(), items: [], depth: this.depth, nested });
  }

  /** Ends the list that is open outside of brackets. */
  endList(): void {
    const top = this.open[this.open.length - 1];
    if (top && top.depth === this.depth) this.open.pop();
  }

  openBracket(total: number | null, clause: readonly Token[], index: number): void {
    this.depth++;
    const previous = clause[index - 1];
    if (previous?.is === 'number' && previous.to === clause[index]!.from && total !== null) {
      this.open.push({ total, opener: '（', group: this.nextGroup(), items: [], depth: this.depth, nested: false });
    }
  }

  closeBracket(): void {
    while (this.open.length > 0 && this.open[this.open.length - 1]!.depth >= this.depth && this.depth > 0) this.open.pop();
    this.depth = Math.max(0, this.depth - 1);
  }

  colon(total: number | null, clause: readonly Token[], index: number): void {
    const previous = clause[index - 1];
    const colon = clause[index]!;
    if (previous?.is !== 'number' || previous.to !== colon.from || total === null) return;
    this.open.push({ total, opener: '：', group: this.nextGroup(), items: [], depth: this.depth, nested: false });
  }

  /** Adds a count to the sum that is open, or ends the sum. */
  item(draft: Draft, index: number, words: readonly WordToken[], token: NumberToken, labelOf: () => string): void {
    const list = this.open[this.open.length - 1];
    if (!list || list.items.length >= MOST_ITEMS) return;
    // In brackets only what is inside belongs; behind them the outer list goes on.
    if (list.depth > this.depth) return;
    const total = this.out[list.total]!;
    // 4个问题中，已整改3个: how it stands with them, and no new deed.
    const state = draft.verb === '整改' && /问题|意见|事项|任务|建议|反馈/.test(total.quote);
    const foreign = draft.verb !== undefined && !state && !isSameDeed(draft.verb, total.verb) && draft.concept === null;
    // 其他信息共计20条: the sum of what is left, not of all.
    const again = words.some((each) => each.word.is === 'total') && list.items.length > 0 && !/其[他它余]/.test(labelOf());
    if (foreign || again || draft.kind !== total.kind) {
      if (draft.kind === total.kind) this.open.pop();
      return;
    }
    list.items.push(index);
    draft.part = {
      total: list.total,
      opener: list.opener,
      group: list.group,
      nested: list.nested,
      open: token.etc,
      label: labelOf(),
    };
    if (token.etc || list.nested) {
      for (const each of list.items) {
        const item = this.out[each]!;
        item.part = { ...item.part!, open: item.part!.open || token.etc, nested: list.nested };
      }
    }
  }
}
