// Builtins that pdf.js takes for granted and that its own legacy build does not bring along, for Node 20 and Chromium 86.
// Imported before pdf.js. Without transferToFixedLength its list of operations ends early and a table is lost silently.

/** The host's own, before pdf.js puts a slower one in its place for the sake of lists beyond 2³² entries. */
const lists: object = Array.prototype;
const { push } = Array.prototype;

/** To be called once pdf.js has been imported: all other code of the thread goes on with the host's own. */
export function restorePush(): void {
  Object.defineProperty(lists, 'push', { value: push, writable: true, enumerable: false, configurable: true });
}

type Loose = Record<string, unknown>;

function add(target: object, name: string, value: unknown): void {
  if ((target as Loose)[name] === undefined) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown> | string, index: number): unknown {
  const from = Math.trunc(index) || 0;
  return this[from < 0 ? this.length + from : from];
}

function findLastIndex(this: ArrayLike<unknown>, test: (value: unknown, index: number, all: unknown) => unknown): number {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index], index, this)) return index;
  return -1;
}

function findLast(this: ArrayLike<unknown>, test: (value: unknown, index: number, all: unknown) => unknown): unknown {
  return this[findLastIndex.call(this, test)];
}

/** The bytes are copied and the old buffer stays: enough for a thread that talks to itself. */
function transfer(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const moved = new Uint8Array(length);
  moved.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return moved.buffer;
}

add(Promise, 'withResolvers', function withResolvers(this: PromiseConstructor) {
  let resolve: unknown;
  let reject: unknown;
  const promise = new this((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
});
add(Promise, 'try', function attempt(this: PromiseConstructor, action: (...values: unknown[]) => unknown, ...values: unknown[]) {
  return new this((resolve) => resolve(action(...values)));
});
add(Object, 'hasOwn', (object: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(object, name));
add(ArrayBuffer.prototype, 'transfer', transfer);
add(ArrayBuffer.prototype, 'transferToFixedLength', transfer);
for (const prototype of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object]) {
  add(prototype, 'at', at);
  add(prototype, 'findLast', findLast);
  add(prototype, 'findLastIndex', findLastIndex);
}
add(String.prototype, 'at', at);
