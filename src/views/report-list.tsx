// The list of reports: narrowed, sorted, in pages; rows can be marked and removed.
import { useState } from 'preact/hooks';
import { ask, asking, rulesWithFindings } from '../app/dismissing.ts';
import { library } from '../app/library.ts';
import { FILTERS, FILTER_NAMES } from '../app/lines.ts';
import type { Line, SortKey } from '../app/lines.ts';
import {
  PAGE_SIZE,
  arranged,
  countDismissed,
  filterCounts,
  lines,
  mark,
  marked,
  narrow,
  page,
  pageCount,
  pageIndex,
  query,
  sortBy,
  sorting,
  years,
} from '../app/listing.ts';
import { clearAll, removeLines } from '../app/removing.ts';
import { hrefOf } from '../app/route.ts';
import { EDITION_NAMES } from '../core/model/vocabulary.ts';
import { Dialog } from './dialog.tsx';
import { EditableField } from './editable-field.tsx';
import { FileCell } from './file-cell.tsx';
import { later } from './later.tsx';
import { Badge, StandingBadge } from './mark.tsx';
import { RecheckBar } from './recheck-bar.tsx';
import { useGradually } from './gradually.ts';
import { RereadBar } from './reread-bar.tsx';
import { unlessSame } from './same.ts';
import { Legend } from './welcome.tsx';
import { writeTime } from './write-time.ts';

/** It names rules, and those come later. */
const DismissDialog = later('处理窗口', () => import('./dismiss-dialog.tsx').then((module) => module.DismissDialog));

const COLUMNS: readonly { readonly key: SortKey; readonly name: string; readonly numeric?: true; readonly title?: string }[] = [
  { key: 'standing', name: '结论' },
  { key: 'organ', name: '单位' },
  { key: 'year', name: '年度' },
  { key: 'edition', name: '格式版本' },
  { key: 'error', name: '错误', numeric: true },
  { key: 'warning', name: '警告', numeric: true },
  { key: 'hint', name: '提示', numeric: true },
  { key: 'unchecked', name: '未核验', numeric: true, title: '没能核验的和存疑的项目数' },
  { key: 'file', name: '文件名' },
  { key: 'added', name: '导入时间' },
];

export function ReportList() {
  const [clearing, setClearing] = useState(false);
  const [explaining, setExplaining] = useState(false);
  return (
    <section class="sheet report-list" aria-label="报告列表">
      <Narrowing />
      <RecheckBar />
      <div class="list-tools">
        <Marking />
        <span class="actions end">
          <button type="button" class="button small quiet" aria-expanded={explaining} onClick={() => setExplaining(!explaining)}>
            结论的含义
          </button>
          <button type="button" class="button small quiet" onClick={() => setClearing(true)}>
            清空全部
          </button>
        </span>
      </div>
      {explaining && <Legend />}
      <Rereading />
      <Table />
      <Pages />
      {clearing && <ClearDialog onClose={() => setClearing(false)} />}
      {asking.value && <DismissDialog />}
    </section>
  );
}

function Narrowing() {
  const { filter, words, year } = query.value;
  const counts = filterCounts.value;
  return (
    <div class="narrowing">
      <div class="chips" role="group" aria-label="按结论筛选">
        {FILTERS.map((each) => (
          <button key={each} type="button" class="chip" aria-pressed={filter === each} onClick={() => narrow({ filter: each })}>
            {FILTER_NAMES[each]} <b>{counts[each]}</b>
          </button>
        ))}
      </div>
      <label class="narrowing-year">
        年度
        <select
          value={year === null ? '' : String(year)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            narrow({ year: value === '' ? null : value === 'unknown' ? 'unknown' : Number(value) });
          }}
        >
          <option value="">全部年度</option>
          {years.value.map((each) => (
            <option key={each} value={String(each)}>
              {each} 年
            </option>
          ))}
          <option value="unknown">年度不明</option>
        </select>
      </label>
      {(counts.handled > 0 || countDismissed.value) && (
        <label class="tick narrowing-dismissed">
          <input type="checkbox" checked={countDismissed.value} onChange={toggleDismissed} />
          已处理的也计数
        </label>
      )}
      <label class="narrowing-words">
        <span class="visually-hidden">按单位或文件名查找</span>
        <input
          type="search"
          placeholder="查找单位或文件名"
          value={words}
          onInput={(event) => narrow({ words: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

/** Offered when the readers have improved; the marked lines are the ones that are meant. */
function Rereading() {
  const ids = marked.value;
  const chosen = new Set(
    arranged.value.flatMap((line) => (ids.has(line.id) ? [line.kind === 'report' ? line.summary.fileId : line.file.id] : [])),
  );
  return <RereadBar files={library.files.value} chosen={chosen} />;
}

function toggleDismissed(): void {
  countDismissed.value = !countDismissed.value;
}

function Marking() {
  const ids = marked.value;
  const all = arranged.value;
  const here = all.filter((line) => ids.has(line.id));
  if (here.length === 0)
    return (
      <span class="muted">
        共 {all.length} 行{all.length < lines.value.length ? `（全部 ${lines.value.length} 行）` : ''}
      </span>
    );
  return (
    <span class="actions">
      <span>已选 {here.length} 行</span>
      <button type="button" class="button small" onClick={() => void removeLines(here)}>
        删除所选
      </button>
      <DismissMarked lines={here} />
      {here.length < all.length && (
        <button
          type="button"
          class="button small quiet"
          onClick={() =>
            mark(
              all.map((line) => line.id),
              true,
            )
          }
        >
          选中全部 {all.length} 行
        </button>
      )}
      <button type="button" class="button small quiet" onClick={() => mark([...ids], false)}>
        取消选择
      </button>
    </span>
  );
}

/** The same rule in many reports is dismissed in one go. */
function DismissMarked({ lines: here }: { readonly lines: readonly Line[] }) {
  const chosen = here.flatMap((line) => (line.kind === 'report' ? [line.summary] : []));
  const found = rulesWithFindings(chosen);
  return (
    <button
      type="button"
      class="button small"
      disabled={found.length === 0}
      title="把所选报告里同一条规则的问题一起标为误报、已说明等"
      onClick={() => ask({ targets: [], rules: found.map(({ rule }) => rule) })}
    >
      处理同类问题
    </button>
  );
}

function Table() {
  const outdated = library.outdated.value;
  const { lines: shown, heldBack } = page.value;
  const drawn = useGradually(shown.length);
  const ids = marked.value;
  const { key: sorted, descending } = sorting.value;
  if (shown.length === 0) {
    return (
      <p class="waiting">
        没有符合条件的报告。
        <button type="button" class="button small" onClick={() => narrow({ filter: 'all', words: '', year: null })}>
          取消筛选
        </button>
      </p>
    );
  }
  const allMarked = shown.every((line) => ids.has(line.id));
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label="报告列表，可左右滚动">
      <table class="list">
        <thead>
          <tr>
            <th class="pick col-pick">
              <input
                type="checkbox"
                aria-label="选择本页全部"
                checked={allMarked}
                onChange={() =>
                  mark(
                    shown.map((line) => line.id),
                    !allMarked,
                  )
                }
              />
            </th>
            {COLUMNS.map(({ key, name, numeric, title }) => (
              <th
                key={key}
                scope="col"
                class={`col-${key}${numeric ? ' numeric' : ''}`}
                aria-sort={sorted === key ? (descending ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" class="sort" title={title ?? `按${name}排序`} onClick={() => sortBy(key)}>
                  {name}
                  <span class="sort-sign" aria-hidden="true">
                    {sorted === key ? (descending ? '▼' : '▲') : ''}
                  </span>
                </button>
              </th>
            ))}
            <th scope="col" class="col-actions">
              <span class="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, drawn).map((line) => (
            <LineRow key={line.id} line={line} picked={ids.has(line.id)} outdated={outdated.has(line.id)} />
          ))}
        </tbody>
      </table>
      {heldBack > 0 && <p class="muted">正在导入，本页其余 {heldBack} 行在导入结束后显示。</p>}
    </div>
  );
}

/** A count that is zero steps back, so that the eye finds the others. */
function Count({ name, value, title }: { readonly name: string; readonly value: number; readonly title?: string }) {
  return (
    <td data-name={name} class={`numeric${value === 0 ? ' nothing' : ' something'}`} {...(title ? { title } : {})}>
      {value}
    </td>
  );
}

const LineRow = unlessSame(({ line, picked, outdated }: { readonly line: Line; readonly picked: boolean; readonly outdated: boolean }) => {
  const pick = (name: string) => (
    <td class="pick">
      <input type="checkbox" aria-label={`选择 ${name}`} checked={picked} onChange={() => mark([line.id], !picked)} />
    </td>
  );
  const remove = (name: string) => (
    <td class="row-actions">
      <button type="button" class="button tiny quiet" aria-label={`删除 ${name}`} onClick={() => void removeLines([line])}>
        删除
      </button>
    </td>
  );
  if (line.kind === 'failure') {
    const { file, partly } = line;
    const messages = file.failure ? [file.failure.message] : file.partFailures.map((each) => each.message);
    return (
      <tr class={picked ? 'picked failure' : 'failure'}>
        {pick(file.name)}
        <td>
          <Badge
            sign="failed"
            word={partly ? '部分未读' : '读取失败'}
            title={partly ? '文件里有的部分没能读取，没有核验' : '整个文件没能读取，没有核验'}
          />
        </td>
        <td colSpan={7} class="failure-message">
          {messages.slice(0, 5).map((message, index) => (
            <p key={index}>{message}</p>
          ))}
          {messages.length > 5 && <p>另有 {messages.length - 5} 处未列出。</p>}
        </td>
        <FileCell fileId={file.id} name={file.name} path={file.path} />
        <td class="time">{writeTime(file.addedAt)}</td>
        {remove(file.name)}
      </tr>
    );
  }
  const { summary, standing, counts, dismissed } = line;
  const handled = dismissed.error + dismissed.warning + dismissed.hint;
  const href = hrefOf({ page: 'report', id: line.id });
  const name = summary.organ ?? summary.fileName;
  return (
    <tr
      class={picked ? 'picked' : ''}
      onDblClick={(event) => {
        if (!(event.target as HTMLElement).closest('button,input,a,dialog')) location.hash = href;
      }}
    >
      {pick(name)}
      <td>
        <a class="standing" href={href} aria-label={`打开 ${name}`}>
          <StandingBadge standing={standing} dismissed={dismissed} />
        </a>
        {handled > 0 && standing !== 'handled' && (
          <span class="tag" title={`错误 ${dismissed.error} 条、警告 ${dismissed.warning} 条、提示 ${dismissed.hint} 条已处理，不算通过`}>
            已处理 {handled}
          </span>
        )}
        {outdated && (
          <span class="tag" title="这份报告的结果还是按原来的规则或设置核验的">
            旧设置
          </span>
        )}
      </td>
      <td class="organ">
        <EditableField
          name="单位"
          value={summary.organ}
          inferred={summary.organInferred}
          href={href}
          onSave={(value) => library.correct(line.id, { organ: value })}
        />
      </td>
      <td class="year">
        <EditableField
          name="年度"
          value={summary.year === null ? null : String(summary.year)}
          inferred={summary.yearInferred}
          numeric
          onSave={(value) => library.correct(line.id, { year: value === null ? null : Number(value) })}
        />
      </td>
      <td class="edition">{EDITION_NAMES[summary.edition]}</td>
      <Count name="错误" value={counts.error} />
      <Count name="警告" value={counts.warning} />
      <Count name="提示" value={counts.hint} />
      <Count
        name="未核验"
        value={counts.notAssessed + counts.doubtful}
        title={`没能核验 ${counts.notAssessed} 项，存疑 ${counts.doubtful} 项`}
      />
      <FileCell fileId={summary.fileId} name={summary.fileName} path={line.path} />
      <td class="time">{writeTime(summary.addedAt)}</td>
      {remove(name)}
    </tr>
  );
});

function Pages() {
  const { index } = page.value;
  const count = pageCount.value;
  const total = arranged.value.length;
  if (count < 2) return null;
  const from = index * PAGE_SIZE + 1;
  const to = Math.min(total, from + PAGE_SIZE - 1);
  const go = (next: number) => {
    pageIndex.value = next;
  };
  return (
    <nav class="pages actions" aria-label="翻页">
      <button type="button" class="button small" disabled={index === 0} onClick={() => go(index - 1)}>
        上一页
      </button>
      <span>
        第 {index + 1}／{count} 页，第 {from}—{to} 行，共 {total} 行（每页 {PAGE_SIZE} 行）
      </span>
      <button type="button" class="button small" disabled={index >= count - 1} onClick={() => go(index + 1)}>
        下一页
      </button>
    </nav>
  );
}

function ClearDialog({ onClose }: { readonly onClose: () => void }) {
  const reports = library.summaries.value.length;
  const files = library.files.value.length;
  const [busy, setBusy] = useState(false);
  const clear = async () => {
    setBusy(true);
    await clearAll();
    onClose();
  };
  return (
    <Dialog title="清空全部" onClose={onClose}>
      <p>
        将从本机删除全部 <b>{reports}</b> 份报告的核验结果和 <b>{files}</b> 个文件的副本，以及手工改正、处理记录和设置。
      </p>
      <p>
        清空后约 20 秒内可以撤销；之后、或关闭页面后就<b>不能恢复</b>了。您电脑里的原文件不受影响，需要时可以重新导入。
      </p>
      <p class="actions">
        <button type="button" class="button danger" disabled={busy} onClick={() => void clear()}>
          清空 {reports} 份报告
        </button>
        <button type="button" class="button" onClick={onClose}>
          不清空
        </button>
      </p>
    </Dialog>
  );
}
