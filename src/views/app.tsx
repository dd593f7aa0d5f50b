// The frame around every page: top bar, drop anywhere, paste anywhere, notices, and a net under it all.
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { takePaste } from '../app/incoming/incoming.ts';
import { lastTime } from '../app/journal.ts';
import { library } from '../app/library.ts';
import { notice, undoNotice } from '../app/notices.ts';
import { route } from '../app/route.ts';
import { DropOverlay } from './drop-overlay.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { isTyping } from './keys.ts';
import { later } from './later.tsx';
import { ListPage } from './list-page.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { UpdateBar } from './update-bar.tsx';

// Only the list comes with the page: the first visit must be short, and a report brings every rule along.
const ReportPage = later('报告页', () => import('./report-page.tsx').then((module) => module.ReportPage));
const ReadingPage = later('读取情况', () => import('./reading-page.tsx').then((module) => module.ReadingPage));
const ChartsPage = later('图表页', () => import('./charts-page.tsx').then((module) => module.ChartsPage));
const RulesPage = later('规则页', () => import('./rules-page.tsx').then((module) => module.RulesPage));
const UncheckedPage = later('未核验', () => import('./unchecked-page.tsx').then((module) => module.UncheckedPage));
const DismissedPage = later('已处理', () => import('./dismissed-page.tsx').then((module) => module.DismissedPage));
const SettingsPage = later('设置页', () => import('./settings-page.tsx').then((module) => module.SettingsPage));
const AboutPage = later('关于页', () => import('./about-page.tsx').then((module) => module.AboutPage));

const TITLES = {
  list: '导入与列表',
  report: '报告',
  reading: '读取情况',
  charts: '图表',
  rules: '规则',
  unchecked: '未核验',
  dismissed: '已处理',
  settings: '设置',
  about: '关于',
} as const;

function Page() {
  switch (route.value.page) {
    case 'list':
      return <ListPage />;
    case 'report':
      return <ReportPage />;
    case 'reading':
      return <ReadingPage />;
    case 'charts':
      return <ChartsPage />;
    case 'rules':
      return <RulesPage />;
    case 'unchecked':
      return <UncheckedPage />;
    case 'dismissed':
      return <DismissedPage />;
    case 'settings':
      return <SettingsPage />;
    case 'about':
      return <AboutPage />;
  }
}

function onPaste(event: ClipboardEvent): void {
  if (isTyping(event.target) || !event.clipboardData) return;
  if (takePaste(event.clipboardData)) event.preventDefault();
}

function onKey(event: KeyboardEvent): void {
  if (
    (event.ctrlKey || event.metaKey) &&
    !event.shiftKey &&
    event.key.toLowerCase() === 'z' &&
    !isTyping(event.target) &&
    notice.value?.undo
  ) {
    event.preventDefault();
    void undoNotice();
  }
}

export function App() {
  // With the first drawing: nothing that is pasted then is lost.
  useLayoutEffect(() => {
    addEventListener('paste', onPaste);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('paste', onPaste);
      removeEventListener('keydown', onKey);
    };
  }, []);
  const { page } = route.value;
  useEffect(() => {
    document.title = `${TITLES[page]} · 勾稽`;
    document.body.dataset.page = page;
    scrollTo(0, 0);
  }, [page]);
  const { state, sentence } = library.loadState.value;
  return (
    <>
      <a class="skip" href="#main" onClick={skipToMain}>
        跳到正文
      </a>
      <TopBar />
      <UpdateBar />
      {sentence !== null && (
        <p class={`banner banner-${state === 'ready' ? 'info' : 'caution'}`} role="status">
          {sentence}
        </p>
      )}
      {lastTime.value !== null && page === 'list' && (
        <p class="banner banner-caution" role="status">
          {lastTime.value}
        </p>
      )}
      <main id="main" class={`page page-${page}`} tabIndex={-1}>
        <ErrorBoundary key={page}>
          <Page />
        </ErrorBoundary>
      </main>
      <NoticeBar />
      <DropOverlay />
    </>
  );
}

/** The hash belongs to the routes, so the link may not write to it. */
function skipToMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
