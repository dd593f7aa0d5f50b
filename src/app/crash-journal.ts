// Remembers which files were being checked, so that a file that takes the whole page down is known afterwards; and whether an
// import was under way, which may end between two files as well.
// A worker that runs out of memory kills the tab in Chromium, and no handler runs then.

export interface CrashJournal {
  /** `name`: for the sentence that will name it; empty if it has none. */
  begin(fileId: string, name?: string): void;
  end(fileId: string): void;
  /** It rests, and is not done with: an archive whose files are being checked. */
  pause(fileId: string): void;
  /** An import has begun, or has come to its end: between two of its files nothing is being checked, and it is not done. */
  underWay(is: boolean): void;
  /** How many times the page ended while this file was being checked. */
  strikes(fileId: string): number;
  /**
   * Names of the files on which the page ended the last time; a nameless one stands for an import between files. Where there may be
   * other windows, those that may as well be alive are not known yet: see `settled`.
   */
  readonly interruptedNames: readonly string[];
  /** Resolves when it is known which windows died: with the names of what they were at, one for each file. */
  readonly settled: Promise<readonly string[]>;
  /** The page is being left on purpose: whatever still comes to an end in it is no crash. */
  leave(): void;
  /** It was not left after all, or came back as it was. */
  comeBack(): void;
  clear(): void;
}

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What windows of the same browser know of each other. */
export interface OtherWindows {
  /**
   * localStorage: outlives a window that was closed after a crash, and the browser. What each window is at lies there under its id,
   * so a duplicated window, which begins with a copy of sessionStorage, has nothing in it that is the other's.
   */
  readonly storage: Memory & Pick<Storage, 'key' | 'length'>;
  /** Of this window, another one after a reload. */
  readonly id: string;
  /** Whether a window with that id answers. */
  readonly isAlive: (id: string) => Promise<boolean>;
}

const RUNNING = 'gouji.checking';
const STRIKES = 'gouji.strikes';
/** Names kept are for people to recognise: nobody reads more. */
const NAME_LIMIT = 80;

type Noted = readonly (readonly [id: string, name: string])[];

/** Of an import under way, among the files being checked. */
const IMPORT = '';

function noted(value: unknown): Noted {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (typeof each === 'string') return [[each, ''] as const];
    return Array.isArray(each) && typeof each[0] === 'string' ? [[each[0], String(each[1] ?? '')] as const] : [];
  });
}

function filesOf(ended: Noted): Noted {
  return ended.filter(([id]) => id !== IMPORT);
}

function namesOf(ended: Noted): readonly string[] {
  const files = filesOf(ended);
  return (files.length > 0 ? files : ended).map(([, name]) => name);
}

/**
 * @param storage sessionStorage: written at once, belongs to this window alone, and outlives a crash and a reload of it.
 *   null where there is none; then nothing is remembered. Used only where windows know nothing of each other.
 * @param others null where nothing may be left beyond this window
 */
export function createCrashJournal(storage: Memory | null, others: OtherWindows | null = null): CrashJournal {
  const memory = others?.storage ?? storage;
  const own = others ? `${RUNNING}.${others.id}` : RUNNING;
  const read = (key: string): unknown => {
    try {
      return JSON.parse(memory?.getItem(key) ?? 'null') as unknown;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: readonly unknown[]): void => {
    try {
      if (value.length > 0) memory?.setItem(key, JSON.stringify(value));
      else memory?.removeItem(key);
    } catch {
      // Full or forbidden: a crash will then be a surprise again.
    }
  };
  const counts = (value: unknown): [string, number][] =>
    Array.isArray(value) ? value.filter((each): each is [string, number] => Array.isArray(each) && typeof each[1] === 'number') : [];

  const strikes = new Map(counts(read(STRIKES)));
  const keepStrikes = (): void => write(STRIKES, [...strikes]);
  const strike = (ended: Noted): void => {
    const files = filesOf(ended);
    for (const [id] of files) strikes.set(id, (strikes.get(id) ?? 0) + 1);
    if (files.length > 0) keepStrikes();
  };
  const left = others ? [] : noted(read(own));
  strike(left);
  if (!others) write(own, []);

  /** What other windows are at, dead or alive: enough to go carefully, not to blame. */
  let doubtful: ReadonlySet<string> = new Set();

  async function askOthers({ storage: shared, isAlive }: OtherWindows): Promise<readonly string[]> {
    let keys: readonly string[] = [];
    try {
      keys = Array.from({ length: shared.length }, (_, index) => shared.key(index) ?? '').filter((key) => key.startsWith(`${RUNNING}.`));
    } catch {
      return [];
    }
    doubtful = new Set(keys.flatMap((key) => filesOf(noted(read(key)))).map(([id]) => id));
    const lives = await Promise.all(keys.map((key) => isAlive(key.slice(RUNNING.length + 1)).catch(() => true)));
    // Read again: another window may have found out meanwhile. What two dead windows were at ended twice.
    const dead = keys.filter((_, index) => !lives[index]);
    const theirs = dead.map((key) => noted(read(key)));
    for (const key of dead) write(key, []);
    theirs.forEach(strike);
    doubtful = new Set();
    return namesOf(theirs.flat());
  }

  const running = new Map<string, string>();
  let stale = false;
  let gone = false;
  const note = (): void => {
    stale = false;
    if (!gone) write(own, [...running]);
  };
  const rest = (fileId: string): void => {
    running.delete(fileId);
    // The next file mostly begins in the same breath: one write for both.
    stale = true;
    void Promise.resolve().then(() => stale && note());
  };
  return {
    begin(fileId, name = '') {
      running.set(fileId, name.slice(0, NAME_LIMIT));
      note();
    },
    pause: rest,
    end(fileId) {
      rest(fileId);
      // It came to an end, so it was not the one.
      if (strikes.delete(fileId)) keepStrikes();
    },
    underWay(is) {
      if (is === running.has(IMPORT)) return;
      if (is) running.set(IMPORT, '');
      else running.delete(IMPORT);
      note();
    },
    strikes: (fileId) => strikes.get(fileId) ?? (doubtful.has(fileId) ? 1 : 0),
    interruptedNames: namesOf(left),
    settled: others ? askOthers(others) : Promise.resolve(namesOf(left)),
    leave: () => {
      gone = true;
      write(own, []);
    },
    comeBack() {
      gone = false;
      note();
    },
    clear() {
      running.clear();
      strikes.clear();
      note();
      keepStrikes();
    },
  };
}

/** Chinese: what the page was at when it ended; null if it did not end in the middle of anything. */
export function sayInterrupted(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const known = [...new Set(names)].filter((name) => name !== '');
  const listed = known.slice(0, 3).map((name) => `“${name}”`);
  const what =
    known.length === 0
      ? '还有文件没有处理完'
      : `正在处理${listed.join('、')}${names.length > listed.length ? `等 ${names.length} 个文件` : ''}`;
  const again = `上次页面意外关闭时${what}：请重新导入那一批文件，已完成的不会重复处理。`;
  if (known.length === 0) return again;
  const which = known.length === 1 && names.length === 1 ? '这个文件' : '这几个文件';
  return `${again}${which}会放到最后单独处理，如果再次使页面关闭，就不再处理。`;
}
