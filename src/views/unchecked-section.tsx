// What was not judged, and what looks wrong but rests on guessed cells: said, by rule, with the reason.
import { useState } from 'preact/hooks';
import { unchecked } from '../app/opened.ts';
import { hrefOf } from '../app/route.ts';
import type { Unchecked } from '../app/unchecked.ts';
import { cellName } from '../core/form/index.ts';
import { SEVERITIES } from '../core/model/vocabulary.ts';
import { ruleById } from './finding-list.tsx';
import { Badge } from './mark.tsx';

/** Names of cells listed for a reason; the rest are counted. */
const CELLS_NAMED = 3;
/** A reason longer than that is cut until someone wants all of it. */
const CUT_AT = 90;

const WORDS = {
  notAssessed: { sign: 'unchecked', word: '未核验' },
  doubtful: { sign: 'doubtful', word: '存疑' },
} as const;

/** What would be an error comes before what would be a hint. */
function weightOf({ rules }: Unchecked): number {
  return Math.min(...rules.map((rule) => SEVERITIES.indexOf(ruleById(rule)?.severity ?? 'hint')));
}

export function UncheckedSection() {
  const groups = [...unchecked.value].sort((a, b) => weightOf(a) - weightOf(b));
  const count = (result: Unchecked['result']) => groups.reduce((sum, each) => (each.result === result ? sum + each.count : sum), 0);
  if (groups.length === 0) return <p class="aside muted">没有未核验的项目。</p>;
  return (
    <details class="aside unchecked" open>
      <summary>
        未核验 {count('notAssessed')} 项，存疑 {count('doubtful')} 项<span class="muted">　不能当作通过，请人工核对</span>
      </summary>
      <ul>
        {groups.map((group) => (
          <Group key={`${group.result} ${group.rules[0]}`} group={group} />
        ))}
      </ul>
    </details>
  );
}

function Group({ group }: { readonly group: Unchecked }) {
  const { sign, word } = WORDS[group.result];
  return (
    <li>
      <p class="unchecked-rule">
        <Badge sign={sign} word={word} />
        {group.rules.map((rule) => (
          <a key={rule} class="unchecked-name" href={hrefOf({ page: 'rules', rule })} title={`查看规则 ${rule}`}>
            {ruleById(rule)?.title ?? rule}
          </a>
        ))}
        {group.count > group.rules.length && <span class="muted">共 {group.count} 项</span>}
      </p>
      {group.reasons.slice(0, 10).map(({ why, keys, count }) => (
        <p key={why} class="why">
          <LongText text={why} />
          {keys.length > 0 && count > 0 && (
            <span class="muted">
              {' '}
              涉及：{keys.slice(0, CELLS_NAMED).map(cellName).join('、')}
              {keys.length > CELLS_NAMED && `等 ${keys.length} 格`}
            </span>
          )}
        </p>
      ))}
      {group.reasons.length > 10 && <p class="muted">另有 {group.reasons.length - 10} 种原因未列出。</p>}
    </li>
  );
}

function LongText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(text.length <= CUT_AT);
  if (whole) return <>{text}</>;
  return (
    <>
      {text.slice(0, CUT_AT)}……
      <button type="button" class="button tiny quiet" onClick={() => setWhole(true)}>
        全文
      </button>
    </>
  );
}
