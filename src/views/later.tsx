// A page whose code is fetched when it is first asked for: says so while it comes, and offers another try if it does not.
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What comes within that time, in ms, comes without a word: a sentence that flashes up only unsettles. */
const PATIENCE = 400;

const loaders: (() => Promise<unknown>)[] = [];

/** Sheets that did not come. The bundler's loader holds a sheet for loaded once it was asked for. */
const missing = new Set<HTMLLinkElement>();

addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.add(target);
  },
  true,
);

/** Styles of all that comes later; the list has its own from the start. Rejects if they do not come. */
async function loadStyles(): Promise<void> {
  const again = [...missing];
  await import('./styles/later.css');
  await Promise.all(again.map(askAgain));
}

/** Put in once more it is asked for once more. */
async function askAgain(sheet: HTMLLinkElement): Promise<void> {
  missing.delete(sheet);
  await new Promise((resolve, reject) => {
    sheet.addEventListener('load', resolve, { once: true });
    sheet.addEventListener('error', reject, { once: true });
    document.head.append(sheet);
  });
}

/** Fetches every page that may be asked for. Never rejects. */
export async function loadAhead(): Promise<void> {
  await Promise.allSettled(loaders.map((load) => load()));
}

/**
 * @param name Chinese, for the sentences: 「报告页」
 * @param load gives the component; called again after a failure, when the person wants it
 */
export function later<Props extends object>(name: string, load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  let Loaded: ComponentType<Props> | null = null;
  const loadWhole = async () => {
    const [component] = await Promise.all([load(), loadStyles()]);
    return component;
  };
  loaders.push(loadWhole);
  return function Later(props) {
    const [state, setState] = useState<'coming' | 'slow' | 'failed' | 'here'>(Loaded ? 'here' : 'coming');
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      if (Loaded) return;
      let gone = false;
      const say = (next: typeof state) => {
        if (!gone) setState(next);
      };
      const timer = setTimeout(() => say('slow'), PATIENCE);
      loadWhole()
        .then((component) => {
          Loaded = component;
          say('here');
        })
        .catch(() => say('failed'))
        .finally(() => clearTimeout(timer));
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, [attempt]);
    if (Loaded) return <Loaded {...props} />;
    if (state === 'failed') {
      const again = () => {
        setState('coming');
        setAttempt(attempt + 1);
      };
      return (
        <section class="sheet trouble" role="alert">
          <h1>{name}没有载入</h1>
          <p>
            这一部分程序没有取到，可能是网络断了，或者网站刚换了新版本。已导入的报告和核验结果不受影响，都还在本机。
            {/* Old engines remember the failure and ask no more: there only a new start helps. */}
            {attempt === 0 ? '请点“重试”。' : '还是没有取到。请确认网络已恢复、没有文件正在导入，再点“重新载入页面”。'}
          </p>
          <p class="actions">
            <button type="button" class="button primary" onClick={again}>
              重试
            </button>
            <button type="button" class="button" onClick={() => location.reload()}>
              重新载入页面
            </button>
            <a class="button" href="#/">
              回到列表
            </a>
          </p>
        </section>
      );
    }
    // The place is kept for what comes, and for those who listen.
    return (
      <p class="waiting" role="status">
        {state === 'slow' ? `正在载入${name}……` : ''}
      </p>
    );
  };
}
