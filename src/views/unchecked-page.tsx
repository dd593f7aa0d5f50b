// What was not judged in all reports, by reason, with what to do; and files of which nothing was read.
import { useEffect, useState } from 'preact/hooks';
import { GAP_KINDS, GAP_WORDS, HARMLESS_GAPS } from '../app/gaps/gap-words.ts';
import { gapAmount } from '../app/gaps/gaps.ts';
import type { GapKind } from '../app/gaps/gap-words.ts';
import type { GapGroup } from '../app/gaps/gaps.ts';
import { followGaps, gapsOfAll } from '../app/gaps/gaps-of-all.ts';
import type { ReportGaps } from '../app/gaps/gaps-of-all.ts';
import { library } from '../app/library.ts';
import { hrefOf } from '../app/route.ts';
import { Badge } from './mark.tsx';
import { GapText } from './unchecked-section.tsx';

const REPORTS_AT_ONCE = 50;
const ITEMS_SHOWN = 3;

interface OfKind {
  readonly kind: GapKind;
  readonly reports: readonly { readonly of: ReportGaps; readonly group: GapGroup }[];
}

function byKind(reports: readonly ReportGaps[]): readonly OfKind[] {
  return GAP_KINDS.flatMap((kind) => {
    const those = reports.flatMap((of) => {
      const group = of.groups?.find((each) => each.kind === kind);
      return group ? [{ of, group }] : [];
    });
    return those.length > 0 ? [{ kind, reports: those }] : [];
  });
}

export function UncheckedPage() {
  useEffect(() => followGaps(), []);
  const [words, setWords] = useState('');
  const { reports, done, total } = gapsOfAll.value;
  const split = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = reports.filter(({ summary }) => {
    const text = `${summary.organ ?? ''} ${summary.year ?? ''} ${summary.fileName}`.toLowerCase();
    return split.every((word) => text.includes(word));
  });
  const kinds = byKind(fitting);
  const failed = library.files.value.filter((file) => file.failure !== null);
  const whole = fitting.filter(({ groups }) => groups !== null && groups.every(({ kind }) => HARMLESS_GAPS.has(kind))).length;
  const unreadable = fitting.filter(({ groups }) => groups === null).length;
  return (
    <>
      <section class="sheet unchecked-head" aria-label="未核验">
        <h1>未核验</h1>
        <p>没有读到、不能确定是哪一格、或规则无法判断的内容，按原因列在这里。这些内容不算通过，也不等于有错，需要人工核对。</p>
        <div class="narrowing">
          <p role="status">
            {total === 0
              ? '还没有报告。'
              : done < total
                ? `正在汇总 ${done}／${total} 份报告……`
                : `共 ${fitting.length} 份报告，其中 ${fitting.length - whole - unreadable} 份有没读到、存疑或没能核验的内容，${whole} 份没有${unreadable > 0 ? `，${unreadable} 份没能打开` : ''}。`}
          </p>
          {total > 1 && (
            <label class="narrowing-words">
              <span class="visually-hidden">按单位或文件名查找</span>
              <input type="search" placeholder="查找单位或文件名" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
            </label>
          )}
        </div>
        {done < total && <progress max={total} value={done} aria-label="汇总进度" />}
        {failed.length > 0 && (
          <p class="banner banner-caution">
            另有 {failed.length} 个文件完全没有读取，一项都没有核验：
            {failed
              .slice(0, 3)
              .map(({ name }) => `“${name}”`)
              .join('、')}
            {failed.length > 3 && ' 等'}。原因见<a href="#/">列表</a>。
          </p>
        )}
      </section>
      {kinds.map((each) => (
        <KindSection key={each.kind} of={each} />
      ))}
      {total > 0 && done === total && kinds.length === 0 && <p class="waiting">没有未核验的内容。</p>}
    </>
  );
}

function KindSection({ of }: { readonly of: OfKind }) {
  const { kind, reports } = of;
  const amount = gapAmount(
    kind,
    reports.flatMap(({ group }) => group.items),
  );
  const { title, advice } = GAP_WORDS[kind];
  const [upTo, setUpTo] = useState(REPORTS_AT_ONCE);
  const [open, setOpen] = useState(false);
  return (
    <section class="sheet gap-kind" aria-label={title}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Badge sign={kind === 'doubtful' || kind === 'unplaced' ? 'doubtful' : 'unchecked'} word={title} />
          <span class="muted">
            {reports.length} 份报告，{amount}
          </span>
        </summary>
        {open && (
          <table class="records">
            <thead>
              <tr>
                <th scope="col">单位、年度</th>
                <th scope="col" class="numeric">
                  多少
                </th>
                <th scope="col">内容</th>
              </tr>
            </thead>
            <tbody>
              {reports.slice(0, upTo).map(({ of: { summary }, group }) => (
                <tr key={summary.id}>
                  <td>
                    <a href={hrefOf({ page: 'report', id: summary.id })}>{summary.organ ?? '单位不明'}</a>{' '}
                    <span class="year">{summary.year === null ? '年度不明' : `${summary.year} 年`}</span>
                    <span class="record-file">{summary.fileName}</span>
                  </td>
                  <td class="numeric amount">{gapAmount(kind, group.items)}</td>
                  <td>
                    <ul class="gap-items">
                      {group.items.slice(0, ITEMS_SHOWN).map((item, index) => (
                        <li key={index}>
                          <GapText item={item} />
                        </li>
                      ))}
                      {group.items.length > ITEMS_SHOWN && <li class="muted">另有 {group.items.length - ITEMS_SHOWN} 条，见报告页。</li>}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {open && reports.length > upTo && (
          <p class="more">
            <button type="button" class="button" onClick={() => setUpTo(upTo + REPORTS_AT_ONCE)}>
              继续显示（还有 {reports.length - upTo} 份）
            </button>
          </p>
        )}
      </details>
      <p class="gap-advice">
        <b>怎么办：</b>
        {advice}
      </p>
    </section>
  );
}
