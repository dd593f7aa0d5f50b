// One card: what has one cause is told once, with its place, the arithmetic as printed, the cells most likely wrong, the basis.
import type { ComponentChildren } from 'preact';
import { chooseFinding, dismissedFindings, opened, side } from '../app/desk/opened.ts';
import type { Opened } from '../app/desk/opened.ts';
import type { DeskCard } from '../app/desk/desk-cards.ts';
import { layout } from '../app/preferences.ts';
import { hrefOf } from '../app/route.ts';
import { briefSumSentence, sumSentence, weightyTerms, writeTerm } from '../app/desk/sum-sentence.ts';
import { basisFor, wholeBasis } from '../core/check/basis.ts';
import { rules } from '../core/check/index.ts';
import type { Rule } from '../core/check/rule.ts';
import type { Equation, Finding } from '../core/model/finding.ts';
import { SeverityBadge, SignShape } from './mark.tsx';
import { placeWords } from './place-words.ts';
import { SuspectList } from './suspect-list.tsx';

/** Longer sums get the names of their terms in a line of their own, and only of those that are not zero. */
const NAMED_TERMS = 8;
/** Further findings of a card told at once; the others of it are folded. */
const OTHERS_SHOWN = 3;

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule by id; a stored finding may come from a rule that is gone. */
export function ruleById(id: string): Rule | undefined {
  return rulesById.get(id);
}

/** What a card is called. */
export function cardTitle({ lead, findings }: Pick<DeskCard, 'lead' | 'findings'>): string {
  const title = ruleById(lead.rule)?.title ?? lead.rule;
  return findings.length === 1 ? title : `${title}（共${findings.length}项）`;
}

function choose(index: number, focus: boolean): void {
  // In a narrow window the document is behind the findings: it comes to the front.
  if (layout.value === 'narrow') side.value = 'document';
  chooseFinding(index, focus);
}

interface Props {
  readonly card: DeskCard;
  readonly selected: boolean;
  /** What a person has said of it. */
  readonly said?: ComponentChildren;
  /** What a person can do with the card, beside looking at it. */
  readonly actions?: ComponentChildren;
}

export function FindingCard({ card, selected, said, actions }: Props) {
  const { index, indexes, lead, findings, severity, suspects, unlocated } = card;
  const handled = indexes.every((each) => dismissedFindings.value.has(each));
  const rule = ruleById(lead.rule);
  const place = placeWords(lead);
  return (
    <li
      id={`finding-${index}`}
      class={`finding finding-${severity}${handled ? ' handled' : ''}${selected ? ' selected' : ''}`}
      onClick={(event) => {
        // Links, buttons and folds inside the card mean themselves; so does text being marked to be copied.
        if ((event.target as Element).closest('a, button, details, label, input')) return;
        if (getSelection()?.toString()) return;
        choose(index, false);
      }}
    >
      <div class="finding-head">
        <SeverityBadge severity={severity} />
        <button
          type="button"
          class="finding-title"
          aria-pressed={selected}
          title="在原文中标出涉及的单元格"
          onClick={() => choose(index, true)}
        >
          {cardTitle(card)}
        </button>
        <a class="rule-id" href={hrefOf({ page: 'rules', rule: lead.rule })} title="查看这条规则">
          {lead.rule}
        </a>
      </div>
      {said}
      {place !== null && <p class="finding-place">{place}</p>}
      <p class="message">{lead.message}</p>
      {lead.equation && <Arithmetic equation={lead.equation} message={lead.message} />}
      {lead.quote && <blockquote>{lead.quote}</blockquote>}
      {suspects.length > 0 && <SuspectList suspects={suspects} />}
      {unlocated !== undefined && (
        <div class="suspects">
          <p>最可能写错的单元格：</p>
          <p class="unlocated">{unlocated}</p>
        </div>
      )}
      {findings.length > 1 && <Others findings={findings.slice(1)} heading={headingOf(card)} />}
      {rule && (
        <p class="finding-basis">
          <span class="muted">依据：</span>
          {basisIn(rule, opened.value)}
        </p>
      )}
      <div class="finding-foot">
        {rule && (
          <details>
            <summary>怎么改、可能的误报</summary>
            <dl class="rule-words">
              <dt>为什么</dt>
              <dd>{rule.why}</dd>
              <dt>怎么改</dt>
              <dd>{rule.remedy}</dd>
              <dt>可能的误报</dt>
              <dd>{rule.falseAlarms}</dd>
            </dl>
          </details>
        )}
        {actions && <div class="finding-actions">{actions}</div>}
      </div>
    </li>
  );
}

/** What was in force for the report that is open. */
function basisIn(rule: Rule, now: Opened): string {
  return now.state === 'open' ? basisFor(rule.basis, now.stored.report) : wholeBasis(rule.basis);
}

/** One cell can be to blame for all; several, or cells nobody can name, only hang together. */
function headingOf({ findings, suspects }: DeskCard): string {
  const sums = findings.every(({ equation }) => equation !== undefined);
  const one = suspects.length > 0 && suspects[0]!.cells.length !== 2;
  if (one) return '同一处差错还造成：';
  return sums ? '与它牵连、同样不平的：' : '与它是同一件事的：';
}

/** The other findings of the card, a line each: what, where, and the sum as printed. */
function Others({ findings, heading }: { readonly findings: readonly Finding[]; readonly heading: string }) {
  const rest = findings.slice(OTHERS_SHOWN);
  return (
    <div class="finding-others">
      <p class="muted">{heading}</p>
      <ul>
        {findings.slice(0, OTHERS_SHOWN).map((finding) => (
          <OtherLine key={finding.fingerprint} finding={finding} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 项</summary>
          <ul>
            {rest.map((finding) => (
              <OtherLine key={finding.fingerprint} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function OtherLine({ finding }: { readonly finding: Finding }) {
  const place = placeWords(finding);
  return (
    <li>
      <SignShape sign={finding.severity} />
      <span>
        <b>{ruleById(finding.rule)?.title ?? finding.rule}</b>
        {finding.equation && place !== null && <span class="other-place">{place}</span>}
        <span class="other-words">{finding.equation ? briefSumSentence(finding.equation) : finding.message}</span>
      </span>
    </li>
  );
}

/** The number stands right behind words, as in 本年新收352. */
function isNamed(value: number | null, message: string): boolean {
  const written = writeTerm(value);
  for (let at = message.indexOf(written); at >= 0; at = message.indexOf(written, at + 1)) {
    if (/[\u4e00-\u9fff]$/.test(message.slice(0, at)) && !/^[\d.]/.test(message.slice(at + written.length))) return true;
  }
  return false;
}

function Arithmetic({ equation, message }: { readonly equation: Equation; readonly message: string }) {
  const terms = [...equation.left, ...equation.right];
  const weighty = weightyTerms(equation);
  // What the sentence above has named already is not named again.
  const told = weighty.every((term) => message.includes(term.label) || isNamed(term.value, message));
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
