// The cards of a report, the gravest first, with filters by weight; hints are folded away until asked for.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskCard } from '../app/desk/desk-cards.ts';
import { chosen, dismissedFindings, jump, leftCards, openCards, shownCards, shownSeverities, toggleSeverity } from '../app/desk/opened.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../core/model/vocabulary.ts';
import type { Severity } from '../core/model/vocabulary.ts';
import { FindingCard } from './finding-card.tsx';
import { SignShape } from './mark.tsx';

const CARDS_AT_ONCE = 100;

interface Props {
  /** What a person can do with a card. */
  readonly actionsOf?: (card: DeskCard) => ComponentChildren;
  /** What a person has said of a card. */
  readonly saidOf?: (card: DeskCard) => ComponentChildren;
  /** Narrow layout: behind the document. */
  readonly hidden?: boolean;
}

/** How many cards there are of each weight. */
function countByWeight(cards: readonly DeskCard[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of cards) counts[severity] += 1;
  return counts;
}

export function FindingList({ actionsOf, saidOf, hidden = false }: Props) {
  const open = openCards.value;
  const shown = shownCards.value;
  const [upTo, setUpTo] = useState(CARDS_AT_ONCE);
  const counts = countByWeight(open);
  // As at the head of the page and in the list: what was dismissed is not counted, also while it is shown.
  const left = countByWeight(leftCards.value);
  const at = chosen.value;
  const drawn = Math.max(upTo, at === null ? 0 : shown.findIndex(({ index }) => index === at) + 1);
  const count = jump.value.count;
  useEffect(() => {
    const card = at === null || hidden ? null : document.getElementById(`finding-${at}`);
    // Of a card that is taller than the window, as at large zoom, the beginning matters.
    card?.scrollIntoView({ block: card.offsetHeight > innerHeight * 0.7 ? 'start' : 'nearest' });
  }, [count, hidden]);
  const folded = SEVERITIES.filter((each) => counts[each] > 0 && !shownSeverities.value.has(each));
  return (
    <div class="finding-list">
      <header class="finding-filters">
        <h2 tabIndex={-1}>问题</h2>
        <div class="chips" role="group" aria-label="按轻重筛选">
          {SEVERITIES.map((each) => (
            <button
              key={each}
              type="button"
              class="chip"
              aria-pressed={shownSeverities.value.has(each)}
              disabled={counts[each] === 0}
              onClick={() => toggleSeverity(each)}
            >
              <SignShape sign={each} />
              {SEVERITY_NAMES[each]} <b>{left[each]}</b>
              {counts[each] > left[each] && <span class="muted">，另 {counts[each] - left[each]} 条已处理</span>}
            </button>
          ))}
        </div>
      </header>
      {open.length === 0 && (
        <p class="muted">
          {dismissedFindings.value.size > 0 ? '查出的问题都已处理，不算通过。' : '没有发现问题。'}是否全部核验过，请看下面的“未核验”。
        </p>
      )}
      <ol class="findings">
        {shown.slice(0, drawn).map((card) => (
          <FindingCard key={card.id} card={card} selected={card.index === at} said={saidOf?.(card)} actions={actionsOf?.(card)} />
        ))}
      </ol>
      {drawn < shown.length && (
        <p class="more">
          <button type="button" class="button" onClick={() => setUpTo(drawn + CARDS_AT_ONCE)}>
            继续显示（还有 {shown.length - drawn} 条）
          </button>
        </p>
      )}
      {folded.length > 0 && (
        <p class="folded">
          已折叠：{folded.map((each) => `${SEVERITY_NAMES[each]} ${counts[each]} 条`).join('，')}。
          <button type="button" class="button small" onClick={() => folded.forEach(toggleSeverity)}>
            展开
          </button>
        </p>
      )}
    </div>
  );
}
