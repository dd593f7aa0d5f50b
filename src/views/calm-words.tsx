// Two calm words above the list: who can read what a page opened from disk keeps, and that a backup would be good.
import { backupReminder, putReminderOff } from '../app/backup/backup-reminder.ts';
import { stopTelling, tellOfLocalPages } from '../app/settings/keeping.ts';
import { hrefOf } from '../app/route.ts';

export function CalmWords() {
  const reminder = backupReminder.value;
  const settings = hrefOf({ page: 'settings', rule: null });
  return (
    <>
      {tellOfLocalPages.value && (
        <div class="banner banner-info calm-words" role="status">
          <p>
            您是直接双击文件打开勾稽的，可以正常使用。提醒一点：结果保存在本机浏览器里，同一个浏览器打开的其他本机网页文件也能读到。
            {/* no space */}
            可以在“设置”里选择<b>不保存原件</b>，或<b>关闭即清除</b>。
          </p>
          <p class="actions">
            <button type="button" class="button small" onClick={stopTelling}>
              知道了
            </button>
            <a class="button small" href={settings} onClick={stopTelling}>
              去设置
            </a>
          </p>
        </div>
      )}
      {reminder !== null && (
        <div class="banner banner-info calm-words" role="status">
          <p>{reminder}</p>
          <p class="actions">
            <a class="button small" href={settings}>
              去备份
            </a>
            <button type="button" class="button small quiet" onClick={() => putReminderOff()}>
              一个月后再提醒
            </button>
          </p>
        </div>
      )}
    </>
  );
}
