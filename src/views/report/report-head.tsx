// The head of a report: whose and of which year, how it stands, the way to its neighbours, and what to be careful about.
import { tallyOf } from '../../app/dismissals.ts';
import { dismissalIndex } from '../../app/dismissing.ts';
import { library } from '../../app/library.ts';
import type { ReportSummary, StoredFile, StoredReport } from '../../app/library.ts';
import { hrefOf } from '../../app/route.ts';
import { hasUnread, standingOf } from '../../app/standing.ts';
import { EDITION_NAMES } from '../../core/model/vocabulary.ts';
import { EditableField } from '../editable-field.tsx';
import { helpShown } from '../key-help.tsx';
import { StandingBadge } from '../mark.tsx';
import { RereadBar } from '../reread-bar.tsx';
import { Neighbours } from './neighbours.tsx';

interface Props {
  readonly stored: StoredReport;
  readonly summary: ReportSummary | null;
  readonly file: StoredFile | null;
}

/** For whoever must mend the report: the findings without the document. The browser's own command prints both. */
function printFindings(): void {
  const { dataset } = document.body;
  dataset.print = 'findings';
  addEventListener('afterprint', () => delete dataset.print, { once: true });
  print();
}

export function ReportHead({ stored, summary, file }: Props) {
  const { id, report, overrides } = stored;
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
          <StandingBadge
            standing={standingOf(counts, incomplete || hasUnread(summary ?? {}), tally?.dismissed)}
            {...(tally ? { dismissed: tally.dismissed } : {})}
          />
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
          <Neighbours id={id} />
        </span>
      </div>
      <div class="report-source">
        <span>{EDITION_NAMES[report.edition]}</span>
        {file && (
          <>
            <span>
              文件：{file.path ? `${file.path}/` : ''}
              {file.name}
            </span>
            <a href={hrefOf({ page: 'reading', file: file.id })}>读取情况</a>
          </>
        )}
        {report.siblings > 1 && <span>该文件含 {report.siblings} 份报告</span>}
        <span class="actions end">
          {report.organ && (
            <a class="button tiny quiet" href={hrefOf({ page: 'charts', organ: report.organ })}>
              本单位图表
            </a>
          )}
          <button type="button" class="button tiny quiet" title="打印右边的问题，不打印原文" onClick={printFindings}>
            打印问题
          </button>
          <button type="button" class="button tiny quiet" title="显示快捷键（按问号键也可以）" onClick={() => (helpShown.value = true)}>
            快捷键
          </button>
        </span>
      </div>
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
