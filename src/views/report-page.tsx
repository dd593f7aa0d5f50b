// One report: its document on the left, what was found on the right; in narrow windows one behind the other.
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { DeskCard } from '../app/desk/desk-cards.ts';
import { library } from '../app/library.ts';
import type { StoredReport } from '../app/library.ts';
import { followRoute, leftCards, opened, side } from '../app/desk/opened.ts';
import { layout } from '../app/preferences.ts';
import { DismissActions, DismissBar, DismissedWord } from './dismiss-actions.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { cardTitle } from './finding-card.tsx';
import { FindingList } from './finding-list.tsx';
import { KeyHelp } from './key-help.tsx';
import { NotFound } from './not-found.tsx';
import { useKeptScrolling } from './report/kept-scrolling.ts';
import { NotesSection } from './report/notes-section.tsx';
import { ReportHead } from './report/report-head.tsx';
import { onReportKey } from './report/report-keys.ts';
import { SideSwitch, Split } from './report/split.tsx';
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

function actionsOf(card: DeskCard) {
  return <DismissActions indexes={card.indexes} name={cardTitle(card)} />;
}

function saidOf({ indexes }: DeskCard) {
  return <DismissedWord indexes={indexes} />;
}

function Desk({ stored }: { readonly stored: StoredReport }) {
  const { id, fileId, report } = stored;
  const summary = library.summaries.value.find((each) => each.id === id) ?? null;
  const file = library.files.value.find((each) => each.id === fileId) ?? null;
  const narrow = layout.value === 'narrow';
  const front = side.value;
  useKeptScrolling(narrow, front, id);
  // Keys work as soon as the cards are seen.
  useLayoutEffect(() => {
    addEventListener('keydown', onReportKey);
    return () => removeEventListener('keydown', onReportKey);
  }, []);
  useEffect(() => {
    document.title = `${report.organ ?? '单位不明'}${report.year ?? ''} · 勾稽`;
  }, [report.organ, report.year]);
  return (
    <div class="desk">
      <ReportHead stored={stored} summary={summary} file={file} />
      {narrow && <SideSwitch count={leftCards.value.length} />}
      <Split narrow={narrow}>
        <SourceView key={id} report={report} hidden={narrow && front !== 'document'} />
        <section class="pane findings-pane" aria-label="问题" hidden={narrow && front !== 'findings'}>
          <DismissBar />
          <FindingList key={id} saidOf={saidOf} actionsOf={actionsOf} hidden={narrow && front !== 'findings'} />
          <UncheckedSection stored={stored} file={file} />
          <StatementsSection key={`statements ${id}`} stored={stored} />
          <NotesSection stored={stored} file={file} />
          <p class="only-print">勾稽核验，只供参考，数字以原件为准。上面是打印时页面上显示的内容，折叠的没有打印。</p>
        </section>
      </Split>
      <KeyHelp />
      <DismissDialog />
    </div>
  );
}
