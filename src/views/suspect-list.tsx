// The cells most likely wrong, likeliest first, each with what is printed and what would mend the sums. A suggestion, and said to be one.
import { cellName } from '../core/form/index.ts';
import { SLIP_NAMES } from '../core/check/locate/slip.ts';
import { writeNumber } from '../app/desk/sum-sentence.ts';
import type { Suspect } from '../core/model/finding.ts';

/** Alternatives beyond these are folded; cells that are equals are never told apart by a fold. */
const SHOWN = 3;

export function SuspectList({ suspects }: { readonly suspects: readonly Suspect[] }) {
  const equals = suspects.filter(({ equal }) => equal).length;
  const upTo = Math.max(SHOWN, equals);
  const rest = suspects.slice(upTo);
  return (
    <div class="suspects">
      <p>{headingOf(suspects, equals)}</p>
      <ol class={suspects.length === 1 ? 'single' : ''}>
        {suspects.slice(0, upTo).map((suspect, index) => (
          <SuspectLine key={index} suspect={suspect} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details>
          <summary>另有 {rest.length} 种改法也能使算式相平</summary>
          <ol>
            {rest.map((suspect, index) => (
              <SuspectLine key={index} suspect={suspect} />
            ))}
          </ol>
        </details>
      )}
      <p class="muted">
        这样改，有关算式就全部相平<span class="only-screen">；原文里用粗框标出</span>。仅供参考，不是更正，以原件为准。
      </p>
    </div>
  );
}

/** What is listed, and how it is meant: one cell, cells of which one is enough, or cells that go together. */
function headingOf(suspects: readonly Suspect[], equals: number): string {
  const single = suspects.every(({ cells }) => cells.length === 1);
  const [first] = suspects;
  if (suspects.length === 1) {
    if (first!.slip === 'shifted') return '最可能的情形：';
    return single ? '最可能写错的单元格：' : `最可能写错的 ${first!.cells.length} 个单元格，要一起改：`;
  }
  if (equals === suspects.length) {
    return single
      ? `这 ${equals} 个单元格同样可能写错，只改其中一个就能相平，不能断定是哪一个：`
      : `这 ${equals} 种改法同样可能，不能断定是哪一种：`;
  }
  const kinds = single ? '最可能写错的单元格' : '最可能写错的单元格（写在同一条里的要一起改）';
  return equals > 1 ? `${kinds}，前 ${equals} 种同样可能：` : `${kinds}，可能性大的在前：`;
}

function SuspectLine({ suspect: { cells, slip, why } }: { readonly suspect: Suspect }) {
  // A row in the wrong place is told in words: seven numbers for seven others say nothing.
  if (slip === 'shifted' || cells.length > 2) return <li>{why.split('。')[0]!.replace(/^最?可能是/, '')}。</li>;
  return (
    <li>
      {cells.map(({ key, printed, mended }) => (
        <span key={key} class="suspect-cell">
          {cellName(key)}{' '}
          <span class="suspect-change">
            {printed === null ? '为空' : `现填 ${writeNumber(printed)}`}，改为 <b>{writeNumber(mended)}</b>
          </span>
        </span>
      ))}
      {slip && <span class="suspect-slip">疑似{SLIP_NAMES[slip]}</span>}
    </li>
  );
}
