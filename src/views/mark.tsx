// Signs that carry a meaning without colour: each kind has its own shape, and a word beside it.
import type { JSX } from 'preact';
import { STANDING_MEANINGS, standingWord } from '../app/standing.ts';
import type { Standing } from '../app/standing.ts';
import { SEVERITY_NAMES } from '../core/model/vocabulary.ts';
import type { Severity } from '../core/model/vocabulary.ts';

export type Sign = Severity | 'unchecked' | 'doubtful' | 'handled' | 'passed' | 'failed';

/** Error: square with a cross. Warning: triangle. Hint: circle. Unchecked: hollow diamond. Doubtful: dotted circle. Handled: hollow square with a bar. */
const SHAPES: Readonly<Record<Sign, () => JSX.Element>> = {
  error: () => (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" class="solid" />
      <path d="M5 5l6 6M11 5l-6 6" class="cut" />
    </>
  ),
  warning: () => (
    <>
      <path d="M8 1L15.5 15H.5z" class="solid" />
      <path d="M8 6v4M8 12v1" class="cut" />
    </>
  ),
  hint: () => (
    <>
      <circle cx="8" cy="8" r="7" class="solid" />
      <path d="M8 7v5M8 4v1" class="cut" />
    </>
  ),
  unchecked: () => <path d="M8 1.5L14.5 8 8 14.5 1.5 8z" class="hollow" />,
  doubtful: () => (
    <>
      <circle cx="8" cy="8" r="6.5" class="dotted" />
      <path d="M6 6.3C6 4.9 7 4.4 8 4.4s2 .6 2 1.8c0 1.4-2 1.4-2 3M8 11v1.2" class="line" />
    </>
  ),
  handled: () => (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" class="hollow" />
      <path d="M5 8h6" class="line" />
    </>
  ),
  passed: () => <path d="M2 8.5L6.2 13 14 3.5" class="line thick" />,
  failed: () => (
    <>
      <circle cx="8" cy="8" r="6.5" class="hollow" />
      <path d="M3.5 12.5l9-9" class="line" />
    </>
  ),
};

export function SignShape({ sign }: { readonly sign: Sign }) {
  return (
    <svg class={`sign sign-${sign}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[sign]()}
    </svg>
  );
}

/** Sign and word. */
export function Badge({ sign, word, title }: { readonly sign: Sign; readonly word: string; readonly title?: string }) {
  return (
    <span class={`badge badge-${sign}`} {...(title ? { title } : {})}>
      <SignShape sign={sign} />
      {word}
    </span>
  );
}

export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return <Badge sign={severity} word={SEVERITY_NAMES[severity]} />;
}

export function StandingBadge({
  standing,
  dismissed,
}: {
  readonly standing: Standing;
  readonly dismissed?: Readonly<Record<Severity, number>>;
}) {
  return <Badge sign={standing} word={standingWord(standing, dismissed)} title={STANDING_MEANINGS[standing]} />;
}
