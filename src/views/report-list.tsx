// The list of reports: narrowed, sorted, in pages; rows can be marked and removed.
import { useState } from 'preact/hooks';
import { asking } from '../app/dismissing.ts';
import { library } from '../app/library.ts';
import { arranged, marked } from '../app/listing.ts';
import { hasOutdated } from '../app/reading/outdated.ts';
import { later } from './later.tsx';
import { ClearDialog } from './list/clear-dialog.tsx';
import { Marking } from './list/marking.tsx';
import { Narrowing } from './list/narrowing.tsx';
import { Pages } from './list/pages.tsx';
import { Table } from './list/table.tsx';
import { RecheckBar } from './recheck-bar.tsx';
import { Legend } from './welcome.tsx';

/** It names rules, and those come later. */
const DismissDialog = later('处理窗口', () => import('./dismiss-dialog.tsx').then((module) => module.DismissDialog));

const RereadBar = later('按原件重读', () => import('./reread-bar.tsx').then((module) => module.RereadBar));

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
      {hasOutdated.value && <Rereading />}
      <Table />
      <Pages />
      {clearing && <ClearDialog onClose={() => setClearing(false)} />}
      {asking.value && <DismissDialog />}
    </section>
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
