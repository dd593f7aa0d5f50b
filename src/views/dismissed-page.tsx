// Everything a person has dismissed, with its reason and the way back.
import { useState } from 'preact/hooks';
import { DISMISSAL_KINDS, DISMISSAL_NAMES } from '../app/dismissals.ts';
import type { Dismissal, DismissalKind } from '../app/dismissals.ts';
import { restore } from '../app/dismissing.ts';
import { library } from '../app/library.ts';
import { hrefOf } from '../app/route.ts';
import { rules } from '../core/check/index.ts';
import { ruleOfFingerprint } from '../core/model/finding-mark.ts';
import { SeverityBadge } from './mark.tsx';
import { writeTime } from './write-time.ts';

const ROWS_AT_ONCE = 200;

const titles = new Map(rules.map(({ id, title }) => [id, title]));
const titleOf = ({ fingerprint }: Dismissal): string => titles.get(ruleOfFingerprint(fingerprint)) ?? ruleOfFingerprint(fingerprint);

function fits(each: Dismissal, kind: DismissalKind | null, words: readonly string[]): boolean {
  if (kind !== null && each.kind !== kind) return false;
  const text = `${each.organ ?? ''} ${each.year ?? ''} ${each.fileName} ${each.reason} ${each.message} ${titleOf(each)} ${each.fingerprint}`;
  return words.every((word) => text.toLowerCase().includes(word));
}

export function DismissedPage() {
  const all = library.dismissals.value;
  const [kind, setKind] = useState<DismissalKind | null>(null);
  const [words, setWords] = useState('');
  const [upTo, setUpTo] = useState(ROWS_AT_ONCE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const split = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = all.filter((each) => fits(each, kind, split)).reverse();
  const here = shown.filter(({ id }) => chosen.has(id));
  const reports = new Set(library.summaries.value.map(({ id }) => id));
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const drawn = shown.slice(0, upTo);
  const allChosen = drawn.length > 0 && drawn.every(({ id }) => chosen.has(id));
  return (
    <section class="sheet dismissed-page" aria-label="已处理的问题">
      <h1>已处理的问题</h1>
      <p class="muted">
        在报告页对问题点“处理”后记在这里。记录按单位、年度和位置保存：改正后的文件再导入，同一处、同样的数字仍按已处理显示，数字变了就重新提示；“已整改”只对原来的文件有效。处理过的问题不算通过，图表不受影响。
      </p>
      {all.length === 0 ? (
        <p class="waiting">还没有处理过问题。</p>
      ) : (
        <>
          <div class="narrowing">
            <div class="chips" role="group" aria-label="按处理方式筛选">
              <button type="button" class="chip" aria-pressed={kind === null} onClick={() => setKind(null)}>
                全部 <b>{all.length}</b>
              </button>
              {DISMISSAL_KINDS.map((each) => (
                <button key={each} type="button" class="chip" aria-pressed={kind === each} onClick={() => setKind(each)}>
                  {DISMISSAL_NAMES[each]} <b>{all.filter((one) => one.kind === each).length}</b>
                </button>
              ))}
            </div>
            <label class="narrowing-words">
              <span class="visually-hidden">查找处理记录</span>
              <input
                type="search"
                placeholder="查找单位、规则、理由"
                value={words}
                onInput={(event) => setWords(event.currentTarget.value)}
              />
            </label>
          </div>
          <div class="list-tools">
            {here.length === 0 ? (
              <span class="muted" role="status">
                共 {shown.length} 条
              </span>
            ) : (
              <span class="actions">
                <span>已选 {here.length} 条</span>
                <button
                  type="button"
                  class="button small"
                  onClick={() => {
                    void restore(here);
                    setChosen(new Set());
                  }}
                >
                  恢复所选 {here.length} 条
                </button>
                {here.length < shown.length && (
                  <button
                    type="button"
                    class="button small quiet"
                    onClick={() =>
                      toggle(
                        shown.map(({ id }) => id),
                        true,
                      )
                    }
                  >
                    选中全部 {shown.length} 条
                  </button>
                )}
                <button type="button" class="button small quiet" onClick={() => setChosen(new Set())}>
                  取消选择
                </button>
              </span>
            )}
          </div>
          {shown.length === 0 ? (
            <p class="waiting">没有符合条件的记录。</p>
          ) : (
            <div class="table-scroll" tabIndex={0} role="group" aria-label="处理记录，可左右滚动">
              <table class="records">
                <thead>
                  <tr>
                    <th class="pick">
                      <input
                        type="checkbox"
                        aria-label="选择列出的全部记录"
                        checked={allChosen}
                        onChange={() =>
                          toggle(
                            drawn.map(({ id }) => id),
                            !allChosen,
                          )
                        }
                      />
                    </th>
                    <th scope="col">处理</th>
                    <th scope="col">单位、年度</th>
                    <th scope="col">问题</th>
                    <th scope="col">理由</th>
                    <th scope="col">时间</th>
                    <th scope="col">
                      <span class="visually-hidden">操作</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {drawn.map((each) => (
                    <Row
                      key={each.id}
                      dismissal={each}
                      here={reports.has(each.reportId)}
                      chosen={chosen.has(each.id)}
                      onChoose={(on) => toggle([each.id], on)}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {drawn.length < shown.length && (
            <p class="more">
              <button type="button" class="button" onClick={() => setUpTo(upTo + ROWS_AT_ONCE)}>
                继续显示（还有 {shown.length - drawn.length} 条）
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface RowProps {
  readonly dismissal: Dismissal;
  readonly here: boolean;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

function Row({ dismissal, here, chosen, onChoose }: RowProps) {
  const { kind, organ, year, fileName, reportId, message, severity, reason, at } = dismissal;
  const unit = organ ?? '单位不明';
  const when = year === null ? '年度不明' : `${year} 年`;
  const name = `${unit} ${when}`;
  const title = titleOf(dismissal);
  return (
    <tr class={chosen ? 'picked' : ''}>
      <td class="pick">
        <input
          type="checkbox"
          aria-label={`选择 ${name} ${title}`}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <td class="kind">{DISMISSAL_NAMES[kind]}</td>
      <td>
        {here ? <a href={hrefOf({ page: 'report', id: reportId })}>{unit}</a> : unit} <span class="year">{when}</span>
        <span class="record-file">
          {fileName}
          {!here && '（已删除）'}
        </span>
      </td>
      <td class="said">
        <SeverityBadge severity={severity} /> {title}
        {message && <span class="record-message">{message}</span>}
      </td>
      <td>{reason || <span class="muted">未写</span>}</td>
      <td class="time">{writeTime(at)}</td>
      <td>
        <button type="button" class="button tiny quiet" aria-label={`恢复 ${name} ${title}`} onClick={() => void restore([dismissal])}>
          恢复
        </button>
      </td>
    </tr>
  );
}
