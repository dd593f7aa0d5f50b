// Opens the store, whatever stands in the way, and says in Chinese what does.
import { DatabaseError, deleteDatabase, openDatabase } from './database.ts';
import type { DatabaseTrouble } from './database.ts';
import { LEAVES_NOTHING } from './condition.ts';
import type { StoreCondition } from './condition.ts';
import { createStore } from './store.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { localSlate } from './unnoted.ts';

const SENTENCES: Readonly<Record<DatabaseTrouble, string>> = {
  unavailable: '此浏览器不能在本机保存结果（可能是无痕窗口或存储被禁用）：可以照常核验，但关闭页面后结果不会保留。',
  newer: '本机保存的结果来自更新版本的勾稽，请改用新版本打开。本页可以照常核验，但结果不会保留，原有结果不受影响。',
  blocked: '另一个窗口正在使用旧版本的勾稽，请关闭它后刷新本页。在此之前可以照常核验，但结果不会保留。',
  superseded: '另一个窗口已升级勾稽，请刷新本页。刷新前新的结果不会保留。',
  terminated: '浏览器已关闭本机存储（网站数据可能已被清除），请刷新本页。刷新前新的结果不会保留。',
};

export type OpenStore = (onCondition: (condition: StoreCondition) => void) => Promise<{ store: Store; condition: StoreCondition }>;

/** Never rejects: without a database there is still a store, in memory. */
export const openStore: OpenStore = async (onCondition) => {
  // Once the database is gone, that is the reason of all that follows.
  let gone = false;
  const lost = (trouble: DatabaseTrouble): void => {
    gone = true;
    onCondition({ state: 'failed', sentence: SENTENCES[trouble] });
  };
  const worse = (condition: StoreCondition): void => {
    if (!gone) onCondition(condition);
  };
  let database: Tables;
  try {
    database = await openDatabase(lost);
  } catch (error) {
    const trouble = error instanceof DatabaseError ? error.trouble : 'unavailable';
    return { store: createStore(null, onCondition), condition: { state: 'memoryOnly', sentence: SENTENCES[trouble] } };
  }
  return { store: createStore(database, worse, localSlate()), condition: { state: 'ready', sentence: null } };
};

/** For those who want nothing kept. What an earlier visit has left is deleted. */
export const openMemoryStore: OpenStore = async (onCondition) => {
  localSlate().write(null);
  await deleteDatabase().catch(() => {});
  return { store: createStore(null, onCondition), condition: { state: 'ready', sentence: LEAVES_NOTHING } };
};
