// How the store stands, and the sentences that say so.

/** How the store stands, with a Chinese sentence if there is something to say. */
export interface StoreCondition {
  readonly state: 'ready' | 'memoryOnly' | 'failed';
  readonly sentence: string | null;
}

export const NO_ORIGINALS = '本机空间不足：核验结果照常保存，但不再保留原始文件。';
export const FULL =
  '本机空间已满：新的核验结果可以查看，但关闭页面后不会保留。请先清理磁盘或删除不需要的结果；腾出空间后，下次导入或删除时会自动补存，不必刷新页面。';
export const LEAVES_NOTHING = '已启用“关闭即清除”：导入的内容和结果只在本页面打开期间保留，关闭页面后不会留在本机。';
export const UNWRITABLE = '本机存储无法写入：新的核验结果可以查看，但关闭页面后不会保留。请刷新页面后重新导入。';
