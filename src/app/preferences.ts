// How the page looks to this person: font size, light or dark, width of the findings. Kept in the browser, holds nothing of a report.
import { effect, signal } from '@preact/signals';

export const FONT_SIZES = [16, 18, 22, 30] as const;
export const FONT_SIZE_NAMES = ['标准', '大', '特大', '超大'] as const;

export type Theme = 'auto' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
export const THEME_NAMES: Readonly<Record<Theme, string>> = { auto: '随系统', light: '浅色', dark: '深色' };

const KEY = 'gouji.preferences';
/** Rem of width from which document and findings stand side by side. */
const WIDE_FROM = 60;

/** Index into FONT_SIZES. */
export const fontStep = signal(0);
export const theme = signal<Theme>('auto');
/** Share of the width the findings take on the report page, in percent. */
export const findingsShare = signal(38);
/** `narrow`: document and findings one behind the other, as on small screens and at large zoom. */
export const layout = signal<'wide' | 'narrow'>('wide');
/** What is really shown, the system's wish taken into account. */
export const dark = signal(false);

function load(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    if (typeof kept.fontStep === 'number' && FONT_SIZES[kept.fontStep]) fontStep.value = kept.fontStep;
    if (THEMES.includes(kept.theme as Theme)) theme.value = kept.theme as Theme;
    if (typeof kept.findingsShare === 'number') setFindingsShare(kept.findingsShare);
  } catch {
    // Storage may be closed to us (private window, policy): the defaults do.
  }
}

/** Keeps the share within what leaves both sides usable. */
export function setFindingsShare(percent: number): void {
  findingsShare.value = Math.min(60, Math.max(25, Math.round(percent)));
}

/** Removes what is kept; what is on the screen stays until the page is closed. Gives the way to bring it back. */
export function forgetPreferences(): () => void {
  try {
    const kept = localStorage.getItem(KEY);
    localStorage.removeItem(KEY);
    return () => {
      if (kept !== null) localStorage.setItem(KEY, kept);
    };
  } catch {
    // Nothing was kept, then.
    return () => {};
  }
}

/** Loads the wishes and keeps the page in line with them. Called once, before the first drawing. */
export function applyPreferences(): void {
  load();
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const systemDark = signal(system.matches);
  system.addEventListener('change', () => {
    systemDark.value = system.matches;
  });
  const measure = () => {
    layout.value = innerWidth / FONT_SIZES[fontStep.value]! >= WIDE_FROM ? 'wide' : 'narrow';
  };
  addEventListener('resize', measure);
  effect(() => {
    dark.value = theme.value === 'dark' || (theme.value === 'auto' && systemDark.value);
    root.dataset.theme = dark.value ? 'dark' : 'light';
    root.dataset.size = String(fontStep.value + 1);
    measure();
    root.dataset.layout = layout.value;
  });
  effect(() => {
    root.dataset.layout = layout.value;
  });
  let first = true;
  effect(() => {
    const kept = JSON.stringify({ fontStep: fontStep.value, theme: theme.value, findingsShare: findingsShare.value });
    // Nothing is written until the person has changed something.
    if (first) {
      first = false;
      return;
    }
    try {
      localStorage.setItem(KEY, kept);
    } catch {
      // Not kept; works for this visit all the same.
    }
  });
}
