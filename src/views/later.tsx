// A page whose code is fetched when it is first asked for: says so while it comes, and offers another try if it does not.
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What comes within that time, in ms, comes without a word: a sentence that flashes up only unsettles. */
const PATIENCE = 400;

const loaders: (() => Promise<ComponentType>)[] = [];

/** Fetches every page that may be asked for. Never rejects. */
export async function loadAhead(): Promise<void> {
  await Promise.allSettled(loaders.map((load) => load()));
}

/**
 * @param name Chinese, for the sentences: 「报告页」
 * @param load gives the component; called again after a failure, when the person wants it
 */
export function later(name: string, load: () => Promise<ComponentType>): FunctionComponent {
  let Loaded: ComponentType | null = null;
  loaders.push(load);
  return function Later() {
    const [state, setState] = useState<'coming' | 'slow' | 'failed' | 'here'>(Loaded ? 'here' : 'coming');
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      if (Loaded) return;
      let gone = false;
      const say = (next: typeof state) => {
        if (!gone) setState(next);
      };
      const timer = setTimeout(() => say('slow'), PATIENCE);
      load()
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
    if (Loaded) return <Loaded />;
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
