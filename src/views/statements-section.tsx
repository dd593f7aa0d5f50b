// Numbers said in the text of the open report, each with what it was held against, or why it was not. Folded until asked for.
import { useMemo, useState } from 'preact/hooks';
import { library } from '../app/library.ts';
import { lookAt, words } from '../app/desk/opened.ts';
import { countCardsOf, countLines, statementLines } from '../app/desk/statement-lines.ts';
import type { StatementLine } from '../app/desk/statement-lines.ts';
import type { StoredReport } from '../app/library.ts';
import { isOn, rules } from '../core/check/index.ts';
import { Badge } from './mark.tsx';

const LINES_AT_ONCE = 60;

export function StatementsSection({ stored }: { readonly stored: StoredReport }) {
  const { report, findings } = stored;
  const [said, options] = [words.value, library.checkOptions.value];
  const lines = useMemo(() => {
    const off = new Set(rules.filter((rule) => !isOn(rule, options)).map(({ id }) => id));
    return statementLines(report, { findings, words: said, isOn: (rule) => !off.has(rule) });
  }, [report, findings, said, options]);
  const [upTo, setUpTo] = useState(LINES_AT_ONCE);
  const [open, setOpen] = useState(false);
  const counts = countLines(lines);
  const cards = countCardsOf(lines);
  if (lines.length === 0) return <p class="aside muted">正文中没有读到带单位的数字。</p>;
  const told = [
    counts.differs > 0 ? `不符 ${counts.differs}${cards === counts.differs ? '' : `（属 ${cards} 个问题）`}` : '',
    counts.settled > 0 ? `不符（不计入） ${counts.settled}` : '',
    counts.agrees > 0 ? `相符 ${counts.agrees}` : '',
    counts.open > 0 ? `未能核对 ${counts.open}` : '',
    counts.none > 0 ? `未比较 ${counts.none}` : '',
  ].filter(Boolean);
  return (
    <details class="aside statements" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        文中数字 {lines.length} 处<span class="muted">　{told.join('，')}</span>
      </summary>
      {open && (
        <ul>
          {lines.slice(0, upTo).map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </ul>
      )}
      {open && upTo < lines.length && (
        <button type="button" class="button small" onClick={() => setUpTo(upTo + LINES_AT_ONCE)}>
          继续显示（还有 {lines.length - upTo} 处）
        </button>
      )}
    </details>
  );
}

function Line({ line }: { readonly line: StatementLine }) {
  const [before, number, behind] = line.words;
  return (
    <li>
      <p class="statement-words">
        <button
          type="button"
          class="button tiny quiet"
          aria-label={`在原文中查看：${`${before}${number}`.slice(-40)}`}
          onClick={() => lookAt(line.at, line.also)}
        >
          看原文
        </button>
        <span>
          {before}
          <b>{number}</b>
          {behind}
        </span>
      </p>
      <p class="statement-result">
        <Result line={line} />
        <span>{line.what}</span>
        <span class="muted">{line.remarks.join(' ')}</span>
      </p>
    </li>
  );
}

function Result({ line }: { readonly line: StatementLine }) {
  switch (line.result) {
    case 'agrees':
      return <Badge sign="passed" word="相符" />;
    case 'differs':
      if (line.settled !== null) return <Badge sign="handled" word={`不符（${line.settled}）`} />;
      return <Badge sign={line.severity ?? 'warning'} word="不符" />;
    case 'open':
      return <Badge sign="unchecked" word="未能核对" />;
    default:
      return <span class="muted">未比较</span>;
  }
}
