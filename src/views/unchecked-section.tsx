// What of the open report was not judged, by what can be done about it: cells not found or not sure, checks without a verdict.
import { useState } from 'preact/hooks';
import { GAP_WORDS, HARMLESS_GAPS } from '../app/gaps/gap-words.ts';
import { gapAmount, gapsOf } from '../app/gaps/gaps.ts';
import type { GapGroup, GapItem } from '../app/gaps/gaps.ts';
import type { StoredFile, StoredReport } from '../app/library.ts';
import { lookAt } from '../app/desk/opened.ts';
import { hrefOf } from '../app/route.ts';
import { ruleById } from './finding-card.tsx';
import { Badge } from './mark.tsx';
import { keyName } from './place-words.ts';

/** Names of cells, or whatever else, listed for a reason; the rest are counted. */
const CELLS_NAMED = 3;
const RULES_NAMED = 4;
const ITEMS_AT_ONCE = 8;
/** A reason longer than that is cut until someone wants all of it. */
const CUT_AT = 90;

export function UncheckedSection({ stored, file }: { readonly stored: StoredReport; readonly file: StoredFile | null }) {
  const { report, checks } = stored;
  // The numbers of the text have a section of their own on this page.
  const groups = gapsOf({ report, checks, notes: file?.notes ?? [], partFailures: file?.partFailures ?? [] }).filter(
    ({ kind }) => kind !== 'statement',
  );
  const count = (result: string) => checks.filter((each) => each.result === result && !each.aside).length;
  if (groups.length === 0) return <p class="aside muted">没有未核验的内容。</p>;
  const harmless = groups.every(({ kind }) => HARMLESS_GAPS.has(kind));
  const told = [
    count('notAssessed') > 0 ? `未核验 ${count('notAssessed')} 项` : '',
    count('doubtful') > 0 ? `存疑 ${count('doubtful')} 项` : '',
  ].filter(Boolean);
  return (
    <details class={`aside unchecked${harmless ? ' harmless' : ''}`} open={!harmless}>
      <summary>
        {harmless ? (
          <>
            未核验 0 项
            <span class="muted">　另有 {groups.reduce((sum, each) => sum + each.count, 0)} 项要靠文件以外的资料才能核对，不影响结论</span>
          </>
        ) : (
          <>
            {told.length > 0 ? told.join('，') : '有没有读到的内容'}
            <span class="muted">　不能当作通过，请人工核对</span>
          </>
        )}
      </summary>
      <p class="small">
        <a href={hrefOf({ page: 'unchecked' })}>全部报告的未核验内容</a>
      </p>
      {groups.map((group) => (
        <Gaps key={group.kind} group={group} />
      ))}
    </details>
  );
}

/** One reason: what it is, how often, what to do, and each of its items. */
function Gaps({ group }: { readonly group: GapGroup }) {
  const { kind, items } = group;
  const { title, advice } = GAP_WORDS[kind];
  const [upTo, setUpTo] = useState(ITEMS_AT_ONCE);
  return (
    <section class="gap">
      <h3>
        <Badge sign={kind === 'doubtful' || kind === 'unplaced' ? 'doubtful' : 'unchecked'} word={title} />
        <span class="muted">{gapAmount(kind, items)}</span>
      </h3>
      <p class="gap-advice">
        <b>怎么办：</b>
        {advice}
      </p>
      <ul>
        {items.slice(0, upTo).map((item, index) => (
          <li key={index}>
            <GapText item={item} beside />
          </li>
        ))}
      </ul>
      {items.length > upTo && (
        <button type="button" class="button small quiet" onClick={() => setUpTo(items.length)}>
          再列 {items.length - upTo} 条
        </button>
      )}
    </section>
  );
}

interface GapTextProps {
  readonly item: GapItem;
  /** The document stands beside it: its places can be looked at. */
  readonly beside?: boolean;
}

/** What was not judged, the rules that wanted to, the cells it concerns. */
export function GapText({ item, beside = false }: GapTextProps) {
  const { text, rules, keys, count, parts, at } = item;
  const concerned = rules.length > 0 ? keys.flatMap((key) => keyName(key) ?? []) : [];
  return (
    <>
      <LongText text={text} />
      {rules.length > 0 && (
        <span class="muted">
          {'　'}规则：
          {rules.slice(0, RULES_NAMED).map((rule, index) => (
            <span key={rule}>
              {index > 0 && '、'}
              <a href={hrefOf({ page: 'rules', rule })} title={`查看规则 ${rule}`}>
                {ruleById(rule)?.title ?? rule}
              </a>
            </span>
          ))}
          {rules.length > RULES_NAMED && ` 等 ${rules.length} 条`}
          {count > rules.length && `，共 ${count} 次`}
        </span>
      )}
      {concerned.length > 0 && (
        <span class="muted">
          {'　'}涉及：{concerned.slice(0, CELLS_NAMED).join('、')}
          {concerned.length > CELLS_NAMED && ` 等 ${concerned.length} 处`}
        </span>
      )}
      {beside && at && (
        <button type="button" class="button tiny quiet" aria-label={`在原文中查看：${text.slice(0, 40)}`} onClick={() => lookAt(at)}>
          看原文
        </button>
      )}
      {parts && <Parts parts={parts} beside={beside} />}
    </>
  );
}

/** Reasons said as one, each by itself when someone wants to see them. */
function Parts({ parts, beside }: { readonly parts: readonly GapItem[]; readonly beside: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button tiny quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起' : `逐一列出（${parts.length} 条）`}
      </button>
      {open && (
        <ul class="gap-items">
          {parts.map((part, index) => (
            <li key={index}>
              <GapText item={part} beside={beside} />
            </li>
          ))}
        </ul>
      )}
    </>
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
