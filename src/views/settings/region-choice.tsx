// 地区模板: whose wordings of labels are accepted.
import { library } from '../../app/library.ts';
import { withRegion } from '../../app/settings/settings.ts';
import { change } from '../../app/settings/settings-changing.ts';
import { regions } from '../../core/form/index.ts';

export function RegionChoice() {
  const { region = '' } = library.checkOptions.value;
  const chosen = regions.find(({ id }) => id === region);
  return (
    <section class="sheet settings-part" aria-label="地区模板">
      <h2>地区模板</h2>
      <p class="muted">有的省份的填报系统印出的标签与统一格式略有不同。选定后，该地区的写法不再提示；数字的核对不变。</p>
      <p class="actions">
        <label class="inline-field">
          报告来自
          <select
            value={region}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change((options) => withRegion(options, value || null));
            }}
          >
            <option value="">不选（只按统一格式，默认）</option>
            {regions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {region !== '' && !chosen && <option value={region}>{region}（本程序没有）</option>}
          </select>
        </label>
      </p>
      {chosen && <p class="small">{chosen.note}</p>}
    </section>
  );
}
