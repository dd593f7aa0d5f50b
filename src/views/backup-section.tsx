// Everything kept on this machine as one file, and back.
import { useState } from 'preact/hooks';
import { backupProgress, backupSaid, cancelBackup, lastTaken, saveBackup, takeBackup, undoTaking } from '../app/backup/backup.ts';
import { dayOf, lastBackup, reportsSinceBackup } from '../app/backup/backup-reminder.ts';
import { sizeWords } from '../app/reading/file-account.ts';
import { keptOriginals } from '../app/settings/keeping-changing.ts';
import { library } from '../app/library.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { PickFile } from './pick-file.tsx';

const DOING = { saving: '正在整理备份', looking: '正在检查备份文件是否完整', taking: '正在恢复' } as const;

/** The way back from the last restoration: it outlives the visit, so it asks before it is taken. */
function LastTaken() {
  const [asking, setAsking] = useState(false);
  const taken = lastTaken.value;
  if (!taken) return null;
  const { at, name, added, dismissals, options } = taken;
  return (
    <div class="last-taken">
      <p>
        最近一次恢复：{dayOf(at)}，“{name}”，新增 {added.length} 个文件、{dismissals.length} 条处理记录。
      </p>
      <p class="actions">
        <button type="button" class="button small" onClick={() => setAsking(true)}>
          撤销这次恢复
        </button>
      </p>
      {asking && (
        <ConfirmDialog title="撤销这次恢复" act="撤销恢复" stay="不撤销" onAct={undoTaking} onClose={() => setAsking(false)}>
          <p>
            将从本机拿掉这次恢复带来的 <b>{added.length}</b> 个文件及其核验结果，包括恢复以后对它们的手工改正；<b>{dismissals.length}</b>{' '}
            条处理记录也一并拿掉{options ? '，规则设置换回恢复之前的' : ''}。恢复之前就在本机的、以及此后另外导入的内容都不动。
          </p>
          <p>备份文件还在的话，以后可以再次恢复。</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

export function BackupSection() {
  const [withOriginals, setWithOriginals] = useState(false);
  const progress = backupProgress.value;
  const said = backupSaid.value;
  const last = lastBackup.value;
  const originals = keptOriginals();
  const reports = library.summaries.value.length;
  const files = library.files.value.length;
  return (
    <section class="sheet settings-part" aria-label="备份与恢复">
      <h2>备份与恢复</h2>
      <p>
        把本机保存的报告、核验结果、手工改正、处理记录和设置存成一个 zip 文件，可以拷到 U 盘，在另一台电脑或另一个浏览器里恢复。
        {/* no space */}
        备份文件里有报告的内容，请像保管报告一样保管它。
      </p>
      <p class="muted" role="status">
        {last ? `上次备份：${dayOf(last.at)}，${last.reports} 份报告；此后新增 ${reportsSinceBackup.value} 份。` : '还没有备份过。'}
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={withOriginals}
            disabled={originals.count === 0}
            onChange={(event) => setWithOriginals(event.currentTarget.checked)}
          />{' '}
          连同原件（{originals.count === 0 ? '本机没有保存原件' : `${originals.count} 个，约 ${sizeWords(originals.bytes)}`}）
        </label>
      </p>
      <p class="actions">
        <button
          type="button"
          class="button primary"
          disabled={progress !== null || (reports === 0 && files === 0)}
          onClick={() => void saveBackup(withOriginals && originals.count > 0)}
        >
          保存备份（{reports} 份报告）
        </button>
        <PickFile
          name="从备份恢复"
          accept=".zip,application/zip"
          testId="pick-backup"
          disabled={progress !== null}
          onPick={(file) => void takeBackup(file)}
        />
      </p>
      <p class="small muted">
        恢复时，本机已有的文件以本机为准，不会被改动；本机没有的补进来。恢复以后可以撤销最近一次，关闭页面以后再来也可以。
      </p>
      {progress && (
        <div class="backup-progress">
          <p role="status">
            {DOING[progress.doing]}
            {progress.doing === 'looking' ? '……' : `：${progress.done} / ${progress.total} 个文件`}
          </p>
          <progress max={Math.max(1, progress.total)} value={progress.done} aria-label="备份进度" />
          <button type="button" class="button small" onClick={cancelBackup}>
            取消
          </button>
        </div>
      )}
      {said && (
        <div class={`banner ${said.ok ? 'banner-info' : 'banner-caution'}`} role={said.ok ? 'status' : 'alert'}>
          <p>{said.sentence}</p>
        </div>
      )}
      {progress === null && <LastTaken />}
    </section>
  );
}
