// Name, pages, font size and light or dark.
import { FONT_SIZES, FONT_SIZE_NAMES, THEMES, THEME_NAMES, fontStep, theme } from '../app/preferences.ts';
import type { Theme } from '../app/preferences.ts';
import { hrefOf, route } from '../app/route.ts';
import type { Route } from '../app/route.ts';

const PAGES: readonly { readonly to: Route; readonly name: string; readonly also?: Route['page'] }[] = [
  { to: { page: 'list' }, name: '导入与列表', also: 'report' },
  { to: { page: 'charts', organ: null }, name: '图表' },
  { to: { page: 'unchecked' }, name: '未核验' },
  { to: { page: 'dismissed' }, name: '已处理' },
  { to: { page: 'rules', rule: null }, name: '规则' },
  { to: { page: 'settings', rule: null }, name: '设置' },
  { to: { page: 'about' }, name: '关于' },
];

export function TopBar() {
  const { page } = route.value;
  const step = fontStep.value;
  return (
    <header class="top-bar">
      <a class="brand" href="#/" aria-label="勾稽，政府信息公开年报核验，回到列表">
        <strong>勾稽</strong>
        <span>政府信息公开年报核验</span>
      </a>
      <nav aria-label="页面">
        {PAGES.map(({ to, name, also }) => (
          <a
            key={name}
            href={hrefOf(to)}
            {...(to.page === page ? { 'aria-current': 'page' as const } : also === page ? { 'aria-current': 'true' as const } : {})}
          >
            {name}
          </a>
        ))}
      </nav>
      <div class="looks">
        <span class="looks-group" role="group" aria-label={`字号，现为${FONT_SIZE_NAMES[step]}（${FONT_SIZES[step]} 像素）`}>
          <button
            type="button"
            class="button small"
            aria-label="缩小字号"
            title="缩小字号"
            disabled={step === 0}
            onClick={() => (fontStep.value = step - 1)}
          >
            字−
          </button>
          <button
            type="button"
            class="button small"
            aria-label="放大字号"
            title="放大字号"
            disabled={step === FONT_SIZES.length - 1}
            onClick={() => (fontStep.value = step + 1)}
          >
            字＋
          </button>
        </span>
        <label class="looks-group">
          <span class="visually-hidden">颜色</span>
          <select title="颜色" value={theme.value} onChange={(event) => (theme.value = event.currentTarget.value as Theme)}>
            {THEMES.map((each) => (
              <option key={each} value={each}>
                {THEME_NAMES[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}
