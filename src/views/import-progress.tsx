// How the import goes: one bar for all, a row for each file. Folded away once over, but failures stay in sight.
import { useState } from 'preact/hooks';
import { intake } from '../app/intake.ts';
import type { Job, JobState } from '../app/intake.ts';
import { hrefOf } from '../app/route.ts';
import { SignShape } from './mark.tsx';
import type { Sign } from './mark.tsx';
import { unlessSame } from './same.ts';

const STATE_NAMES: Readonly<Record<JobState, string>> = {
  queued: '排队',
  reading: '读取',
  checking: '核验',
  done: '完成',
  failed: '失败',
  cancelled: '已取消',
  duplicate: '重复',
  unpacking: '解压',
  unpacked: '已解压',
};

/** Rows drawn until more are asked for: every change moves them all. */
const ROWS_AT_ONCE = 20;

const RUNNING: readonly JobState[] = ['reading', 'checking', 'unpacking'];
const OVER: readonly JobState[] = ['done', 'failed', 'cancelled', 'duplicate', 'unpacked'];
const isOver = (job: Job) => OVER.includes(job.state);

/** Running first, then failed, then waiting, then done: what a person wants to see comes first. */
function order(job: Job): number {
  if (RUNNING.includes(job.state)) return 0;
  if (job.state === 'failed') return 1;
  if (job.state === 'queued') return 2;
  return job.state === 'cancelled' ? 3 : 4;
}

function signOf(state: JobState): Sign | null {
  if (state === 'done') return null;
  if (state === 'failed') return 'failed';
  return state === 'duplicate' || state === 'cancelled' ? 'hint' : null;
}

export function ImportProgress() {
  const jobs = intake.jobs.value;
  const { total, done, failed, running } = intake.progress.value;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [upTo, setUpTo] = useState(ROWS_AT_ONCE);
  if (jobs.length === 0) return null;
  const over = jobs.every(isOver);
  const unfolded = wanted ?? !over;
  const troubled = jobs.filter((job) => job.state === 'failed');
  const duplicates = jobs.filter((job) => job.state === 'duplicate').length;
  const archives = jobs.filter((job) => job.state === 'unpacked').length;
  const cancelled = jobs.filter((job) => job.state === 'cancelled').length;
  const rows = unfolded ? [...jobs].sort((a, b) => order(a) - order(b)) : troubled;
  const shown = rows.slice(0, upTo);
  const waiting = jobs.filter((job) => job.state === 'queued').length;
  return (
    <section class="sheet import-progress" aria-label="导入进度">
      <header>
        <p class="progress-words" role="status">
          {over ? '导入结束：' : '正在导入：'}共 {total} 个文件{archives > 0 && `（来自 ${archives} 个压缩包的都算在内）`}，完成 {done}
          {duplicates > 0 && `（其中重复 ${duplicates}）`}
          {failed > 0 && `，失败 ${failed}`}
          {!over && `，正在处理 ${running}，排队 ${waiting}`}
          {cancelled > 0 && `，另有 ${cancelled} 个已取消`}。
        </p>
        <div class="actions">
          {!over && (
            <button type="button" class="button" onClick={() => intake.cancelAll()}>
              全部取消
            </button>
          )}
          <button type="button" class="button" aria-expanded={unfolded} onClick={() => setWanted(!unfolded)}>
            {unfolded ? '收起明细' : '展开明细'}
          </button>
          {over && (
            <button type="button" class="button" onClick={() => intake.clearFinished()}>
              不再显示
            </button>
          )}
        </div>
      </header>
      {!over && <progress max={Math.max(1, total)} value={done + failed} aria-label="总进度" />}
      {shown.length > 0 && (
        <ul class="jobs">
          {shown.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {rows.length > shown.length && (
        <p class="muted">
          另有 {rows.length - shown.length} 个文件未逐行列出。
          <button type="button" class="button small quiet" onClick={() => setUpTo(upTo + 100)}>
            再列 100 个
          </button>
        </p>
      )}
    </section>
  );
}

const JobRow = unlessSame(({ job }: { readonly job: Job }) => {
  const sign = signOf(job.state);
  const [first] = job.reportIds ?? [];
  const name = job.path ? `${job.path}/${job.name}` : job.name;
  return (
    <li class={`job job-${job.state}`}>
      <span class="job-state">
        {sign && <SignShape sign={sign} />}
        {STATE_NAMES[job.state]}
      </span>
      <span class="job-name" title={name}>
        {first ? <a href={hrefOf({ page: 'report', id: first })}>{name}</a> : name}
        {job.message && <span class="job-message">{job.message}</span>}
      </span>
      <span class="actions">
        {!isOver(job) && (
          <button type="button" class="button small" aria-label={`取消 ${job.name}`} onClick={() => intake.cancelJob(job.id)}>
            取消
          </button>
        )}
        {(job.state === 'failed' || job.state === 'cancelled') && (
          <button type="button" class="button small" aria-label={`重试 ${job.name}`} onClick={() => intake.retryJob(job.id)}>
            重试
          </button>
        )}
      </span>
    </li>
  );
});
