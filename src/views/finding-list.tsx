// The cards of a report, the gravest first, with filters by weight; hints are folded away until asked for.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeskCard } from '../app/desk-cards.ts';
import { chosen, dismissedFindings, jump, openCards, shownCards, shownSeverities, toggleSeverity } from '../app/opened.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../core/model/vocabulary.ts';
import type { Severity } from '../core/model/vocabulary.ts';
import { FindingCard } from './finding-card.tsx';
import { SignShape } from './mark.tsx';

const CARDS_AT_ONCE = 100;

interface Props {
  /** What a person can do with a card. */
  readonly actionsOf?: (card: DeskCard) => ComponentChildren;
}

export function FindingList({ actionsOf }: Props) {
  const open = openCards.value;
  const shown = shownCards.value;
  const [upTo, setUpTo] = useState(CARDS_AT_ONCE);
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of open) counts[severity] += 1;
  const at = chosen.value;
  const drawn = Math.max(upTo, at === null ? 0 : shown.findIndex(({ index }) => index === at) + 1);
  const count = jump.value.count;
  useEffect(() => {
    if (at === null) return;
    document.getElementById(`finding-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  const hidden = SEVERITIES.filter((each) => counts[each] > 0 && !shownSeverities.value.has(each));
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
              {SEVERITY_NAMES[each]} <b>{counts[each]}</b>
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
          <FindingCard key={card.id} card={card} selected={card.index === at} actions={actionsOf?.(card)} />
        ))}
      </ol>
      {drawn < shown.length && (
        <p class="more">
          <button type="button" class="button" onClick={() => setUpTo(drawn + CARDS_AT_ONCE)}>
            继续显示（还有 {shown.length - drawn} 条）
          </button>
        </p>
      )}
      {hidden.length > 0 && (
        <p class="folded">
          已折叠：{hidden.map((each) => `${SEVERITY_NAMES[each]} ${counts[each]} 条`).join('，')}。
          <button type="button" class="button small" onClick={() => hidden.forEach(toggleSeverity)}>
            展开
          </button>
        </p>
      )}
    </div>
  );
}
