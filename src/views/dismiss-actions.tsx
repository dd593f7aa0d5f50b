// On a card: tick, dismiss, or what was said of it and the way back. Above the cards: what to do with the ticked ones.
import { DISMISSAL_NAMES, wordsOn } from '../app/dismissals.ts';
import type { Word } from '../app/dismissals.ts';
import { ask, dismissalIndex, restore } from '../app/dismissing.ts';
import { library } from '../app/library.ts';
import type { DeskCard } from '../app/desk/desk-cards.ts';
import {
  chooseFinding,
  chosen,
  chosenCard,
  cards,
  dismissedFindings,
  leftCards,
  opened,
  pick,
  picked,
  showDismissed,
  shownCards,
  targetsAt,
  words,
} from '../app/desk/opened.ts';
import { ruleOfFingerprint } from '../core/model/finding-mark.ts';
import { Badge } from './mark.tsx';
import { writeTime } from './write-time.ts';

/**
 * What had the keyboard goes with the card, so the keyboard goes on to the card after it, or before it where it was the last;
 * and so does the choice, if the card was the chosen one.
 */
function wayOnFrom(indexes: readonly number[]): () => void {
  const going = new Set(indexes);
  const shown = shownCards.peek();
  const at = shown.findIndex((card) => card.indexes.some((index) => going.has(index)));
  const stays = (card: DeskCard): boolean => !card.indexes.every((index) => going.has(index));
  const next = shown.slice(at + 1).find(stays) ?? shown.slice(0, Math.max(0, at)).reverse().find(stays);
  const isChosen = chosen.peek() !== null && going.has(chosen.peek()!);
  return () => {
    // Once it is drawn.
    requestAnimationFrame(() => {
      if (isChosen && next) chooseFinding(next.index);
      if (document.activeElement && document.activeElement !== document.body) return;
      const title = next && document.querySelector<HTMLElement>(`#finding-${next.index} .finding-title`);
      (title ?? document.querySelector<HTMLElement>('.finding-filters h2'))?.focus();
    });
  };
}

/** Opens the dialog for findings of the open report. */
function askAbout(indexes: readonly number[]): void {
  const targets = targetsAt(indexes);
  if (targets.length === 0) return;
  const done = wayOnFrom(indexes);
  ask({ targets, rules: [...new Set(targets.map(({ mark }) => ruleOfFingerprint(mark.fingerprint)))], done });
}

/** Brings findings of the open report back, whoever's word dismissed them. */
function restoreAt(indexes: readonly number[]): void {
  const found = targetsAt(indexes, true).flatMap(({ mark, summary }) => wordsOn(dismissalIndex.value, mark, summary));
  void restore([...new Map(found.map((each) => [each.id, each])).values()]).then(() =>
    requestAnimationFrame(() => {
      // The button is gone, the card is still there.
      if (document.activeElement === document.body) document.querySelector<HTMLElement>(`#finding-${indexes[0]} .finding-title`)?.focus();
    }),
  );
}

/** Of the chosen card: dismisses what is left of it, or brings it back. */
export function dismissChosen(): void {
  const indexes = chosenCard.value?.indexes ?? [];
  const open = indexes.filter((index) => !dismissedFindings.value.has(index));
  if (open.length > 0) askAbout(open);
  else restoreAt(indexes);
}

function sayWhose({ dismissal, from }: Word): string {
  if (from === 'here') return '';
  return `这是在文件“${dismissal.fileName}”里作的处理，因单位、年度、位置和数字都相同，沿用到这里。`;
}

/** What a person has said of a card, and whether it came from another file. `indexes`: its findings in the open report. */
export function DismissedWord({ indexes }: { readonly indexes: readonly number[] }) {
  const said = indexes.flatMap((index) => words.value[index] ?? []);
  const word = said.find(({ from }) => from !== 'returned');
  const returned = said.find(({ from }) => from === 'returned');
  const open = indexes.filter((index) => !dismissedFindings.value.has(index)).length;
  return (
    <>
      {word && (
        <p class="dismissed-word">
          <Badge sign="handled" word={`已处理：${DISMISSAL_NAMES[word.dismissal.kind]}`} />
          {word.dismissal.reason && <span>{word.dismissal.reason}</span>}
          <span class="muted">
            {writeTime(word.dismissal.at)}
            {open > 0 && `，本条共 ${indexes.length} 处，其中 ${indexes.length - open} 处`}
          </span>
          {word.from === 'carried' && <span class="carried">{sayWhose(word)}</span>}
        </p>
      )}
      {returned && (
        <p class="dismissed-word">
          <span class="carried">文件“{returned.dismissal.fileName}”里曾标为“已整改”，但这份文件里同一处仍是原来的数字，所以重新提示。</span>
        </p>
      )}
    </>
  );
}

/**
 * The actions of one card. `indexes`: its findings in the open report.
 * A card counts as dismissed when all of its findings are.
 */
export function DismissActions({ indexes, name }: { readonly indexes: readonly number[]; readonly name: string }) {
  const gone = dismissedFindings.value;
  const open = indexes.filter((index) => !gone.has(index));
  const dismissed = open.length < indexes.length;
  const ticked = open.length > 0 && open.every((index) => picked.value.has(index));
  return (
    <div class="dismiss">
      <span class="actions">
        {open.length > 0 && (
          <>
            <label class="tick">
              <input type="checkbox" checked={ticked} aria-label={`选中：${name}`} onChange={() => pick(open, !ticked)} />
              选中
            </label>
            <button
              type="button"
              class="button tiny"
              aria-label={`处理：${name}`}
              title="标为误报、情况属实已说明、已整改或暂不处理"
              onClick={() => askAbout(open)}
            >
              处理
            </button>
          </>
        )}
        {dismissed && (
          <button type="button" class="button tiny" aria-label={`恢复：${name}`} onClick={() => restoreAt(indexes)}>
            恢复
          </button>
        )}
      </span>
    </div>
  );
}

/** Above the cards: the ticked ones together, and the dismissed ones shown or folded. */
export function DismissBar() {
  const now = opened.value;
  if (now.state !== 'open') return null;
  const gone = dismissedFindings.value;
  // Cards are counted here as everywhere; what one card holds is said beside it.
  const done = cards.value.length - leftCards.value.length;
  const partly = cards.value.filter(
    ({ indexes }) => indexes.some((index) => gone.has(index)) && !indexes.every((index) => gone.has(index)),
  );
  const ticked = [...picked.value].filter((index) => !gone.has(index));
  const tickedCards = cards.value.filter(({ indexes }) => ticked.some((index) => indexes.includes(index))).length;
  const outdated = library.outdated.value.has(now.id);
  if (gone.size === 0 && ticked.length === 0 && !outdated) return null;
  return (
    <div class={ticked.length > 0 ? 'dismiss-bar ticking' : 'dismiss-bar'}>
      {outdated && <p class="small">这份报告的结果还是按原来的规则或设置核验的，正等待重新核验。</p>}
      {ticked.length > 0 && (
        <span class="actions ticked">
          <span>
            已选 {tickedCards} 条{ticked.length > tickedCards && `（共 ${ticked.length} 项）`}
          </span>
          <button type="button" class="button small" onClick={() => askAbout(ticked)}>
            处理所选
          </button>
          <button type="button" class="button small quiet" onClick={() => pick(ticked, false)}>
            取消选择
          </button>
        </span>
      )}
      {gone.size > 0 && (
        <span class="actions">
          <span>
            共 {cards.value.length} 条，已处理 {done} 条{partly.length > 0 && `，另有 ${partly.length} 条处理了一部分`}，不算通过
          </span>
          <button
            type="button"
            class="button small quiet"
            aria-pressed={showDismissed.value}
            onClick={() => (showDismissed.value = !showDismissed.value)}
          >
            {showDismissed.value ? '收起已处理的' : '显示已处理的'}
          </button>
        </span>
      )}
    </div>
  );
}
