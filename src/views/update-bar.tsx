// Says that a newer version lies ready, and shows it when the person says so.
import { importing, newVersion, showNewVersion } from '../app/offline.ts';

export function UpdateBar() {
  if (!newVersion.value) return null;
  return (
    <p class="banner banner-info update-bar" role="status">
      有新版本，点此更新。更新时页面会重新打开，已导入的报告不受影响。
      <button type="button" class="button small" disabled={importing.value} onClick={() => void showNewVersion()}>
        更新
      </button>
      {importing.value && '（正在导入，结束后可以更新。）'}
    </p>
  );
}
