// Other windows of the same page in this browser: telling them what changed in the store, and asking whether one is still there.
// Knows nothing of what changed; what they hear they read from the store themselves.

/** What another window has to read again. Ids of files and reports; those that are gone are named too. */
export interface Change {
  readonly files?: readonly string[];
  readonly reports?: readonly string[];
  readonly dismissals?: true;
  /** The person's wishes about rules. */
  readonly options?: true;
  /** Something was removed, brought back or cleared: everything. */
  readonly all?: true;
  /** Everything was cleared, under this token: what is under way stops, too. */
  readonly cleared?: string;
  /** The removal of this token was taken back. */
  readonly undone?: string;
  /** The removal of this token is final. */
  readonly finished?: string;
  /** A person has stopped the checking of stored reports. */
  readonly stopped?: true;
}

export interface Neighbours {
  /** Of this window, until it is left or loaded again. */
  readonly id: string;
  tell(change: Change): void;
  /** Called with what other windows tell, in their order; never with what this window tells. */
  hear(callback: (change: Change) => void): void;
  /** Another window has been heard of since this page was opened. */
  hasCompany(): boolean;
  /** Whether a window with that id answers. One that hangs or sleeps does not; one that has just begun does. */
  isAlive(id: string): Promise<boolean>;
}

/** Milliseconds a living window has to answer: longer than a page is ever held. */
const ANSWER_WITHIN = 1500;
/** A time that took so many times as long was no fair one; then it is given again, so often at most. */
const HELD_UP = 1.1;
const ASK_AGAIN = 6;

type Message = { readonly change: Change } | { readonly ask: string } | { readonly here: string } | { readonly hello: string };

/** The part of a BroadcastChannel that is needed. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Where there is no channel, or nothing shared to speak of: a window that is alone. */
export const alone: Neighbours = {
  id: 'alone',
  tell: () => {},
  hear: () => {},
  hasCompany: () => false,
  isAlive: () => Promise.resolve(false),
};

/**
 * @param isSilent windows that share nothing neither tell nor hear
 */
export function createNeighbours(
  channel: Channel,
  { id = Math.random().toString(36).slice(2), answerWithin = ANSWER_WITHIN, isSilent = (): boolean => false } = {},
): Neighbours {
  let company = false;
  const callbacks: ((change: Change) => void)[] = [];
  const waiting = new Map<string, (() => void)[]>();
  const post = (message: Message): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    if (!isSilent()) channel.postMessage(message);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (isSilent()) return;
    company = true;
    if ('hello' in data) post({ here: id });
    else if ('change' in data) for (const callback of callbacks) callback(data.change);
    else if ('ask' in data && data.ask === id) post({ here: id });
    else if ('here' in data) for (const answer of waiting.get(data.here) ?? []) answer();
  });
  post({ hello: id });
  return {
    id,
    hasCompany: () => company,
    tell: (change) => post({ change }),
    hear: (callback) => void callbacks.push(callback),
    isAlive(other) {
      if (other === id) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (lives: boolean) => {
          clearTimeout(timer);
          waiting.set(
            other,
            (waiting.get(other) ?? []).filter((each) => each !== answer),
          );
          resolve(lives);
        };
        const answer = (): void => end(true);
        let timer: ReturnType<typeof setTimeout>;
        // Twice in that time; and a page that was held itself, or slept, cannot have heard the answer, so it asks again.
        const time = answerWithin / 2;
        const ask = (asks: number, again: number): void => {
          const asked = Date.now();
          timer = setTimeout(() => {
            if (again > 0 && Date.now() - asked > time * HELD_UP) ask(asks, again - 1);
            else if (asks > 1) ask(asks - 1, again);
            else end(false);
          }, time);
          post({ ask: other });
        };
        waiting.set(other, [...(waiting.get(other) ?? []), answer]);
        ask(2, ASK_AGAIN);
      });
    },
  };
}
