// The pool of workers: order, deadline, crash, cancelling.
import { afterEach, describe, expect, it } from 'vitest';
import { createPool, poolSize } from '../../src/bridge/pool.ts';
import type { Pool, PoolOptions } from '../../src/bridge/pool.ts';
import { bytesOf, fakeWorkers, sleep, until } from './fake-worker.ts';
import type { FakeWorkers } from './fake-worker.ts';

let pool: Pool;
let workers: FakeWorkers;
afterEach(() => pool.close());

function start(options: Partial<PoolOptions> = {}): void {
  workers = fakeWorkers();
  pool = createPool({ createWorker: workers.create, size: 2, deadline: 1000, idle: 1000, ...options });
}
const examine = (text: string, signal?: AbortSignal) => pool.examine(bytesOf(text), `${text}.txt`, {}, signal ? { signal } : {});

describe('poolSize', () => {
  it('leaves one core to the page and is eight at most', () => {
    start();
    expect([undefined, 1, 2, 4, 64].map(poolSize)).toEqual([1, 1, 1, 3, 8]);
  });
});

describe('pool', () => {
  it('answers every task with no more workers than it may have', async () => {
    start();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => examine(`甲市第${index}局`)));
    expect(answers.map((answer) => answer.ok && answer.value.ok === true && answer.value.reports[0]!.summary.organ)).toEqual(
      Array.from({ length: 20 }, (_, index) => `甲市第${index}局`),
    );
    expect(workers.made).toBe(2);
  });

  it('hands the bytes over and gets them back', async () => {
    start();
    const bytes = bytesOf('甲市');
    const answering = pool.examine(bytes, 'a.txt', {});
    await until('transfer', () => bytes.byteLength === 0);
    const answer = await answering;
    expect(answer.ok && new TextDecoder().decode(answer.value.bytes)).toBe('甲市');
  });

  it('does not take the neighbours of a view along', async () => {
    start();
    const all = bytesOf('甲市乙市');
    await pool.examine(all.subarray(0, 6), 'a.txt', {});
    expect(new TextDecoder().decode(all)).toBe('甲市乙市');
  });

  it('ends a file that takes too long, replaces its worker and goes on', async () => {
    start({ size: 1, deadline: 60 });
    const [hung, next] = await Promise.all([examine('hang'), examine('乙市')]);
    expect(hung).toEqual({ ok: false, reason: 'timeout' });
    expect(next.ok).toBe(true);
    expect(workers.made).toBe(2);
    expect(workers.alive).toBe(1);
  });

  it('ends only the file on which a worker crashed', async () => {
    start({ size: 1 });
    const [first, crashed, last] = await Promise.all([examine('甲市'), examine('crash'), examine('乙市')]);
    expect([first.ok, last.ok]).toEqual([true, true]);
    expect(crashed).toEqual({ ok: false, reason: 'crashed' });
    expect(workers.made).toBe(2);
  });

  it('reports an error thrown in the worker as crashed and keeps the worker', async () => {
    start({ size: 1 });
    expect(await examine('throw')).toEqual({ ok: false, reason: 'crashed' });
    expect((await examine('甲市')).ok).toBe(true);
    expect(workers.made).toBe(1);
  });

  it('says that its part of the program did not come when no worker can be made', async () => {
    start({ createWorker: () => Promise.reject(new Error('no')) });
    expect(await examine('甲市')).toEqual({ ok: false, reason: 'not-loaded' });
  });

  it('drops a waiting task that is cancelled', async () => {
    start({ size: 1 });
    const cancelled = new AbortController();
    const [first, second, third] = [examine('甲市'), examine('乙市', cancelled.signal), examine('丙市')];
    cancelled.abort();
    expect(await second).toEqual({ ok: false, reason: 'cancelled' });
    expect([(await first).ok, (await third).ok]).toEqual([true, true]);
    expect(workers.made).toBe(1);
  });

  it('ends the worker of a running task that is cancelled', async () => {
    start({ size: 1 });
    const cancelled = new AbortController();
    const hung = examine('hang', cancelled.signal);
    await sleep(30);
    cancelled.abort();
    expect(await hung).toEqual({ ok: false, reason: 'cancelled' });
    expect(workers.alive).toBe(0);
    expect((await examine('甲市')).ok).toBe(true);
  });

  it('does not start what was cancelled before', async () => {
    start();
    expect(await examine('甲市', AbortSignal.abort())).toEqual({ ok: false, reason: 'cancelled' });
    expect(workers.made).toBe(0);
  });

  it('serves what a person waits for before the rest', async () => {
    start({ size: 1 });
    const order: string[] = [];
    const note = (name: string) => () => void order.push(name);
    await Promise.all([
      examine('甲市').then(note('running')),
      examine('乙市').then(note('waiting')),
      pool.recheck(bytesOf(JSON.stringify({ report: { organ: '丙市' } })), {}, {}, { urgent: true }).then(note('urgent')),
    ]);
    expect(order).toEqual(['running', 'urgent', 'waiting']);
  });

  it('lets workers go when there is nothing to do, and makes new ones', async () => {
    start({ idle: 40 });
    await examine('甲市');
    expect(workers.alive).toBe(1);
    await until('rest', () => workers.alive === 0);
    expect((await examine('乙市')).ok).toBe(true);
    expect(workers.made).toBe(2);
  });

  it('cancels everything when it is closed', async () => {
    start({ size: 1 });
    const both = [examine('hang'), examine('甲市')];
    await sleep(20);
    pool.close();
    expect(await Promise.all(both)).toEqual([
      { ok: false, reason: 'cancelled' },
      { ok: false, reason: 'cancelled' },
    ]);
    expect(workers.alive).toBe(0);
  });
});
