// The findings as cards: what is wrong, the arithmetic with the printed numbers, and folded away basis, remedy, false alarms.
import { useEffect, useState } from 'preact/hooks';
import { chooseFinding, chosen, jump, shownFindings, shownSeverities, side, toggleSeverity } from '../app/opened.ts';
import { layout } from '../app/preferences.ts';
import { hrefOf } from '../app/route.ts';
import { sumSentence, weightyTerms, writeNumber, writeTerm } from '../app/sum-sentence.ts';
import { rules } from '../core/check/index.ts';
import type { Rule } from '../core/check/rule.ts';
import { cellName } from '../core/form/index.ts';
import type { Equation, Finding, Suspect } from '../core/model/finding.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../core/model/vocabulary.ts';
import type { Severity } from '../core/model/vocabulary.ts';
import { SeverityBadge, SignShape } from './mark.tsx';

const CARDS_AT_ONCE = 100;
/** Longer sums get the names of their terms in a line of their own, and only of those that are not zero. */
const NAMED_TERMS = 8;

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule by id; a stored finding may come from a rule that is gone. */
export function ruleById(id: string): Rule | undefined {
  return rulesById.get(id);
}

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const shown = shownFindings.value;
  const [upTo, setUpTo] = useState(CARDS_AT_ONCE);
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const at = chosen.value;
  const drawn = Math.max(upTo, at === null ? 0 : shown.indexOf(at) + 1);
  const count = jump.value.count;
  useEffect(() => {
    if (at === null) return;
    document.getElementById(`finding-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  const hidden = SEVERITIES.filter((each) => counts[each] > 0 && !shownSeverities.value.has(each));
  return (
    <div class="finding-list">
      <header class="finding-filters">
        <h2>问题</h2>
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
      {findings.length === 0 && <p class="muted">没有发现问题。是否全部核验过，请看下面的“未核验”。</p>}
      <ol class="findings">
        {shown.slice(0, drawn).map((index) => (
          <FindingCard key={index} finding={findings[index]!} index={index} selected={index === at} />
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

function choose(index: number, focus: boolean): void {
  // In a narrow window the document is behind the findings: it comes to the front.
  if (layout.value === 'narrow') side.value = 'document';
  chooseFinding(index, focus);
}

function FindingCard({ finding, index, selected }: { readonly finding: Finding; readonly index: number; readonly selected: boolean }) {
  const rule = ruleById(finding.rule);
  return (
    <li
      id={`finding-${index}`}
      class={`finding finding-${finding.severity}${selected ? ' selected' : ''}`}
      onClick={(event) => {
        // Links, buttons and folds inside the card mean themselves; so does text being marked to be copied.
        if ((event.target as Element).closest('a, button, details')) return;
        if (getSelection()?.toString()) return;
        choose(index, false);
      }}
    >
      <div class="finding-head">
        <SeverityBadge severity={finding.severity} />
        <button
          type="button"
          class="finding-title"
          aria-pressed={selected}
          title="在原文中标出涉及的单元格"
          onClick={() => choose(index, true)}
        >
          {rule?.title ?? finding.rule}
        </button>
        <a class="rule-id" href={hrefOf({ page: 'rules', rule: finding.rule })} title="查看这条规则">
          {finding.rule}
        </a>
      </div>
      <p class="message">{finding.message}</p>
      {finding.equation && <Arithmetic equation={finding.equation} message={finding.message} />}
      {finding.quote && <blockquote>{finding.quote}</blockquote>}
      {finding.suspects && finding.suspects.length > 0 && <Suspects suspects={finding.suspects} />}
      {rule && (
        <details>
          <summary>依据、怎么改、可能的误报</summary>
          <dl class="rule-words">
            <dt>依据</dt>
            <dd>{rule.basis}</dd>
            <dt>怎么改</dt>
            <dd>{rule.remedy}</dd>
            <dt>可能的误报</dt>
            <dd>{rule.falseAlarms}</dd>
          </dl>
        </details>
      )}
    </li>
  );
}

function Arithmetic({ equation, message }: { readonly equation: Equation; readonly message: string }) {
  const terms = [...equation.left, ...equation.right];
  const weighty = weightyTerms(equation);
  // What the sentence above has named already is not named again.
  const told = weighty.every((term) => message.includes(term.label));
  const named = told ? [] : terms.length <= NAMED_TERMS ? terms : weighty;
  return (
    <div class="arithmetic">
      <p class="sum">{sumSentence(equation)}</p>
      {named.length > 0 && (
        <p class="terms">
          {terms.length > NAMED_TERMS && <span class="muted">其中不为零的：</span>}
          {named.map((term, index) => (
            <span key={index} class="term">
              {term.label}
              <b>{writeTerm(term.value)}</b>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Suspects({ suspects }: { readonly suspects: readonly Suspect[] }) {
  return (
    <div class="suspects">
      <p>最可能填错的地方（供核对，不是更正）：</p>
      <ul>
        {suspects.slice(0, 3).map((suspect, index) => (
          <li key={index}>
            {suspect.cells
              .map(
                ({ key, printed, mended }) =>
                  `${cellName(key)}：表中${printed === null ? '为空' : `填 ${writeNumber(printed)}`}，若为 ${writeNumber(mended)} 则相符`,
              )
              .join('；')}
            。<span class="muted">{suspect.why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
