// The self-check of the page: are the ways out really closed here, in this browser, in this delivery? And the same as text.
import { signal } from '@preact/signals';
import { tryWaysOutEverywhere } from '../bridge/try-ways-out.ts';
import type { WayOutcome, WaysTried } from '../bridge/try-ways-out.ts';
import { CORE_VERSION } from '../core/version.ts';
import { buildMark } from './offline.ts';

export type { WayOutcome } from '../bridge/try-ways-out.ts';

/** A line of the table: the same way, tried from both places; null where it was not tried. */
export interface SelfCheckLine {
  readonly name: string;
  readonly term: string;
  readonly page: WayOutcome | null;
  readonly worker: WayOutcome | null;
}

export interface SelfCheck {
  readonly lines: readonly SelfCheckLine[];
  /** Tries of each outcome, both places together. */
  readonly counts: Readonly<Record<WayOutcome, number>>;
  readonly tried: number;
  /** The worker answered; if not, nothing is known of where documents are read. */
  readonly workerTried: boolean;
  readonly browser: string;
  readonly delivery: string;
  /** Local time, YYYY-MM-DD HH:MM:SS. */
  readonly when: string;
  readonly seconds: string;
}

export type SelfCheckVerdict = 'closed' | 'open' | 'unclear';

export const WAY_WORDS: Readonly<Record<WayOutcome, string>> = {
  stopped: '已被本页拦住',
  absent: '这里没有这个功能',
  open: '没有拦住！',
  unclear: '没有成功，但浏览器没有说明是谁拦的',
};

/** What is not tried, and why. */
export const NOT_TRIED =
  '没有试的：离开本页（跳转到别的网址、点开链接）和预先连接——前者一试本页就没了，后者浏览器不报告结果。程序自己不用这些，文件里的文字也不会变成链接。浏览器扩展、操作系统和其他程序不归网页管，也不在此列。';

export const selfCheck = signal<SelfCheck | 'running' | null>(null);

/** Tries everything once; about three seconds. */
export async function runSelfCheck(): Promise<void> {
  if (selfCheck.peek() === 'running') return;
  selfCheck.value = 'running';
  const began = performance.now();
  const tried = await tryWaysOutEverywhere();
  selfCheck.value = describe(tried, {
    browser: browserOf(navigator.userAgent),
    delivery: deliveryHere(),
    when: stamp(new Date()),
    seconds: ((performance.now() - began) / 1000).toFixed(1),
  });
}

/** Lines and counts of what was tried. */
function describe({ page, worker }: WaysTried, about: Pick<SelfCheck, 'browser' | 'delivery' | 'when' | 'seconds'>): SelfCheck {
  const terms = [...new Set([...page, ...(worker ?? [])].map(({ term }) => term))];
  const lines = terms.map((term) => {
    const here = page.find((way) => way.term === term);
    const there = worker?.find((way) => way.term === term);
    return { name: (here ?? there)!.name, term, page: here?.outcome ?? null, worker: there?.outcome ?? null };
  });
  const counts: Record<WayOutcome, number> = { stopped: 0, absent: 0, open: 0, unclear: 0 };
  for (const { outcome } of [...page, ...(worker ?? [])]) counts[outcome] += 1;
  return { ...about, lines, counts, tried: page.length + (worker?.length ?? 0), workerTried: worker !== null };
}

/** Never 'closed' unless both places answered and every single try was stopped or had nothing to try with. */
export function verdictOf({ counts, workerTried }: SelfCheck): SelfCheckVerdict {
  if (counts.open > 0) return 'open';
  return counts.unclear > 0 || !workerTried || counts.stopped === 0 ? 'unclear' : 'closed';
}

/** The verdict as a Chinese sentence with its figures. */
export function verdictSentence(check: SelfCheck): string {
  const { counts, tried } = check;
  const figures = `共试 ${tried} 次：拦住 ${counts.stopped} 次，没有这个功能 ${counts.absent} 次，没有拦住 ${counts.open} 次，说不清 ${counts.unclear} 次。`;
  switch (verdictOf(check)) {
    case 'closed':
      return `试过的办法都发不出数据。${figures}`;
    case 'open':
      return `有 ${counts.open} 次没有拦住！请先不要用这一份处理文件，换用原样的发布文件或另一个浏览器再试。${figures}`;
    case 'unclear':
      return `${check.workerTried ? '' : '后台线程没有应答，那里一样也没有试到。'}不能断定都拦住了。${figures}`;
  }
}

/** The whole result as plain text, for the people who look after the machine. */
export function selfCheckText(check: SelfCheck): string {
  const word = (outcome: WayOutcome | null) => (outcome ? WAY_WORDS[outcome] : check.workerTried ? '不适用' : '没有试到');
  return [
    '勾稽 · 离线自检',
    verdictSentence(check),
    `时间：${check.when}，用时 ${check.seconds} 秒`,
    `程序：${String(import.meta.env['VITE_VERSION'])}${buildMark && `（构建 ${buildMark}）`}，核验程序 ${CORE_VERSION}`,
    `打开方式：${check.delivery}`,
    `浏览器：${check.browser}`,
    '',
    '办法\t从页面\t从后台线程',
    ...check.lines.map(({ name, term, page, worker }) => `${name}（${term}）\t${word(page)}\t${word(worker)}`),
    '',
    NOT_TRIED,
  ].join('\n');
}

/** Engine and version, then what the browser says of itself. */
function browserOf(agent: string): string {
  const [, engine, version] = /(Chrome|Firefox)\/([\d.]+)/.exec(agent) ?? [];
  return engine ? `${engine === 'Chrome' ? 'Chromium 内核' : engine} ${version}（${agent}）` : agent;
}

function deliveryHere(): string {
  if (location.protocol === 'file:') return '单个网页文件，从本机打开';
  const address = location.protocol === 'https:' ? 'https 网站' : isSecureContext ? '本机网站' : '普通 http 网站';
  return `${address}，${navigator.serviceWorker?.controller ? '程序已保存在本机' : '程序每次由网站送来'}`;
}

function stamp(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
