// One report: its document on the left, what was found on the right; in narrow windows one behind the other.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskCard } from '../app/desk-cards.ts';
import { tallyOf } from '../app/dismissals.ts';
import { dismissalIndex } from '../app/dismissing.ts';
import { library } from '../app/library.ts';
import type { ReportSummary, StoredFile, StoredReport } from '../app/library.ts';
import { neighbours } from '../app/listing.ts';
import { chooseFinding, chosen, followRoute, openCards, opened, shownFindings, side, stepFinding } from '../app/opened.ts';
import { findingsShare, layout, setFindingsShare } from '../app/preferences.ts';
import { hrefOf } from '../app/route.ts';
import { standingOf } from '../app/standing.ts';
import { EDITION_NAMES } from '../core/model/vocabulary.ts';
import { EditableField } from './editable-field.tsx';
import { DismissActions, DismissBar, dismissChosen } from './dismiss-actions.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { cardTitle } from './finding-card.tsx';
import { FindingList } from './finding-list.tsx';
import { isTyping } from './keys.ts';
import { KeyHelp, helpShown } from './key-help.tsx';
import { StandingBadge } from './mark.tsx';
import { NotFound } from './not-found.tsx';
import { RereadBar } from './reread-bar.tsx';
import { SourceView } from './source-view.tsx';
import { StatementsSection } from './statements-section.tsx';
import { UncheckedSection } from './unchecked-section.tsx';

// Once, when this page has come: before, nobody looks at a report.
followRoute();

export function ReportPage() {
  const now = opened.value;
  if (now.state === 'open') return <Desk stored={now.stored} />;
  if (now.state === 'missing') return <NotFound what="这份报告" />;
  return <p class="waiting">正在打开报告……</p>;
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  // Arrow keys scroll the document, unless the person is among the findings.
  const amongFindings = event.target instanceof Element && event.target.closest('.finding-list') !== null;
  switch (event.key) {
    case 'j':
      stepFinding(1);
      break;
    case 'k':
      stepFinding(-1);
      break;
    case 'ArrowDown':
    case 'ArrowUp':
      if (!amongFindings) return;
      stepFinding(event.key === 'ArrowDown' ? 1 : -1);
      break;
    case 'Enter':
      if (event.target !== document.body || chosen.value === null) return;
      chooseFinding(chosen.value, true);
      break;
    case 'd':
      if (chosen.value === null) return;
      dismissChosen();
      break;
    case 'Escape':
      if (chosen.value === null) return;
      document.getElementById(`finding-${chosen.value}`)?.querySelector('button')?.focus();
      break;
    case '?':
    case '？':
      helpShown.value = true;
      break;
    default:
      return;
  }
  event.preventDefault();
}

function actionsOf(card: DeskCard) {
  return <DismissActions indexes={card.indexes} name={cardTitle(card)} />;
}

function Desk({ stored }: { readonly stored: StoredReport }) {
  const { id, fileId, report } = stored;
  const summary = library.summaries.value.find((each) => each.id === id) ?? null;
  const file = library.files.value.find((each) => each.id === fileId) ?? null;
  const narrow = layout.value === 'narrow';
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    document.title = `${report.organ ?? '单位不明'}${report.year ?? ''} · 勾稽`;
  }, [report.organ, report.year]);
  return (
    <div class="desk">
      <ReportHead stored={stored} summary={summary} file={file} />
      {narrow && <SideSwitch count={openCards.value.length} />}
      <Split narrow={narrow}>
        {(!narrow || side.value === 'document') && <SourceView key={id} report={report} />}
        {(!narrow || side.value === 'findings') && (
          <section class="pane findings-pane" aria-label="问题">
            <DismissBar />
            <FindingList key={id} actionsOf={actionsOf} />
            <UncheckedSection stored={stored} file={file} />
            <StatementsSection key={`statements ${id}`} report={report} />
            <ReadingNotes stored={stored} file={file} />
          </section>
        )}
      </Split>
      <KeyHelp />
      <DismissDialog />
    </div>
  );
}

/** Two panes with a divider between that mouse and arrow keys can move. */
function Split({ narrow, children }: { readonly narrow: boolean; readonly children: ComponentChildren }) {
  const element = useRef<HTMLDivElement>(null);
  const share = findingsShare.value;
  const [document, findings] = Array.isArray(children) ? children : [children, null];
  if (narrow) {
    return (
      <div class="panes stacked">
        {document}
        {findings}
        {side.value === 'document' && <FindingStrip />}
      </div>
    );
  }
  const drag = (event: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    setFindingsShare(((box.right - event.clientX) / box.width) * 100);
  };
  return (
    <div class="panes" ref={element} style={{ gridTemplateColumns: `minmax(0, ${100 - share}fr) auto minmax(0, ${share}fr)` }}>
      {document}
      <div
        class="divider"
        role="separator"
        aria-orientation="vertical"
        aria-label="调整左右宽度，可按左右方向键"
        aria-valuenow={100 - share}
        aria-valuemin={40}
        aria-valuemax={75}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') setFindingsShare(share + 3);
          else if (event.key === 'ArrowRight') setFindingsShare(share - 3);
          else return;
          event.preventDefault();
        }}
      />
      {findings}
    </div>
  );
}

function SideSwitch({ count }: { readonly count: number }) {
  return (
    <div class="side-switch" role="group" aria-label="显示原文或问题">
      <button type="button" class="chip" aria-pressed={side.value === 'findings'} onClick={() => (side.value = 'findings')}>
        问题 <b>{count}</b>
      </button>
      <button type="button" class="chip" aria-pressed={side.value === 'document'} onClick={() => (side.value = 'document')}>
        原文
      </button>
    </div>
  );
}

/** Narrow layout: the chosen finding in one line under the document, so that one need not go back and forth. */
function FindingStrip() {
  const index = chosen.value;
  const now = opened.value;
  const finding = index !== null && now.state === 'open' ? now.stored.findings[index] : undefined;
  if (!finding || index === null) return null;
  const shown = shownFindings.value;
  return (
    <div class="finding-strip">
      <p>{finding.message}</p>
      <span class="actions">
        <button type="button" class="button small" disabled={shown[0] === index} onClick={() => stepFinding(-1)}>
          上一条
        </button>
        <button type="button" class="button small" disabled={shown[shown.length - 1] === index} onClick={() => stepFinding(1)}>
          下一条
        </button>
        <button type="button" class="button small" onClick={() => (side.value = 'findings')}>
          返回问题
        </button>
      </span>
    </div>
  );
}

interface HeadProps {
  readonly stored: StoredReport;
  readonly summary: ReportSummary | null;
  readonly file: StoredFile | null;
}

function ReportHead({ stored, summary, file }: HeadProps) {
  const { id, report, overrides } = stored;
  const { before, after, place, of } = neighbours(id);
  const incomplete = file?.notes.some((note) => note.weight === 'caution') ?? false;
  const tally = summary && tallyOf(summary, dismissalIndex.value);
  const counts = tally?.open;
  const dismissed = tally ? tally.dismissed.error + tally.dismissed.warning + tally.dismissed.hint : 0;
  return (
    <header class="report-head">
      <div class="report-name">
        <h1>
          <EditableField
            name="单位"
            value={report.organ}
            inferred={report.inferred.includes('organ')}
            corrected={overrides.organ !== undefined}
            onSave={(value) => library.correct(id, { organ: value })}
          />
        </h1>
        <EditableField
          name="年度"
          value={report.year === null ? null : String(report.year)}
          inferred={report.inferred.includes('year')}
          corrected={overrides.year !== undefined}
          numeric
          onSave={(value) => library.correct(id, { year: value === null ? null : Number(value) })}
        />
        {counts && (
          <StandingBadge standing={standingOf(counts, incomplete, tally?.dismissed)} {...(tally ? { dismissed: tally.dismissed } : {})} />
        )}
        {counts && (
          <span class="report-counts">
            错误 <b>{counts.error}</b>　警告 <b>{counts.warning}</b>　提示 <b>{counts.hint}</b>　未核验 <b>{counts.notAssessed}</b>　存疑{' '}
            <b>{counts.doubtful}</b>
            {dismissed > 0 && (
              <>
                {'　'}已处理 <b>{dismissed}</b>
              </>
            )}
          </span>
        )}
        <span class="actions end">
          {report.organ && (
            <a class="button small quiet" href={hrefOf({ page: 'charts', organ: report.organ })}>
              本单位图表
            </a>
          )}
          <button type="button" class="button small quiet" title="显示可用的按键（问号键）" onClick={() => (helpShown.value = true)}>
            按键
          </button>
          {of > 1 && place > 0 && (
            <>
              {before ? (
                <a class="button small" href={hrefOf({ page: 'report', id: before })}>
                  上一份
                </a>
              ) : (
                <span class="button small" aria-disabled="true">
                  上一份
                </span>
              )}
              <span class="muted">
                {place}／{of}
              </span>
              {after ? (
                <a class="button small" href={hrefOf({ page: 'report', id: after })}>
                  下一份
                </a>
              ) : (
                <span class="button small" aria-disabled="true">
                  下一份
                </span>
              )}
            </>
          )}
        </span>
      </div>
      <p class="report-source">
        <span>{EDITION_NAMES[report.edition]}</span>
        {file && (
          <>
            <span>
              文件：{file.path ? `${file.path}/` : ''}
              {file.name}
            </span>
            {file.charset && <span>编码：{file.charset}</span>}
            <a href={hrefOf({ page: 'reading', file: file.id })}>读取情况</a>
          </>
        )}
        {report.siblings > 1 && <span>该文件含 {report.siblings} 份报告</span>}
      </p>
      {(report.edition === 'unknown' || report.edition === 'mixed' || report.edition === 'pre2019') && (
        <p class="banner banner-caution">{EDITION_WARNINGS[report.edition]}</p>
      )}
      {file && file.partFailures.length > 0 && (
        <p class="banner banner-caution">
          该文件还有 {file.partFailures.length} 个部分没能读取，没有核验：{file.partFailures[0]!.message}
        </p>
      )}
      {file && <RereadBar files={[file]} single />}
      {incomplete && <p class="banner banner-caution">读取这个文件时有需要注意的情况，下面的结果可能不全，详见“读取说明”。</p>}
    </header>
  );
}

const EDITION_WARNINGS = {
  unknown: '没能确定这份报告用的是哪一版格式，与格式有关的项目没有核验。',
  mixed: '这份报告新旧两版格式混用，与格式有关的项目没有全部核验。',
  pre2019: '这份报告是2019年以前的旧格式，不在核验范围内，表格数字没有核验。',
} as const;

/** What was joined, put in order or skipped while reading. */
function ReadingNotes({ stored, file }: { readonly stored: StoredReport; readonly file: StoredFile | null }) {
  const seen = new Set<string>();
  const notes = [...stored.report.notes, ...(file?.notes ?? [])].filter((note) => {
    const id = `${note.code} ${note.message}`;
    return seen.has(id) ? false : seen.add(id);
  });
  const cautions = notes.filter((note) => note.weight === 'caution').length;
  if (notes.length === 0) return null;
  return (
    <details class="aside" open={cautions > 0}>
      <summary>
        读取说明 {notes.length} 条<span class="muted">　读取时做过的拼接、还原和略去，不是单位的差错</span>
      </summary>
      <ul class="notes">
        {notes.slice(0, 100).map((note, index) => (
          <li key={index} class={note.weight === 'caution' ? 'caution' : ''}>
            {note.weight === 'caution' && <b>注意：</b>}
            {note.message}
          </li>
        ))}
      </ul>
      {notes.length > 100 && <p class="muted">另有 {notes.length - 100} 条未列出。</p>}
    </details>
  );
}
