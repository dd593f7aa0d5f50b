// Words of documents, decisions and fees: what table two counts, and what was done to it.
import type { Statement, StatementConcept } from '../../model/statement.ts';
import type { Entry, Vocabulary } from './word.ts';

const thing = (concept: StatementConcept, list: string): Entry => [{ is: 'thing', concept }, list];
const aspect = (which: NonNullable<Statement['aspect']>, list: string): Entry => [{ is: 'aspect', aspect: which }, list];

/** Words of documents, decisions and fees. */
export const TABLE_TWO: Vocabulary = [
  thing('rules', '规章 政府规章 市政府规章'),
  thing('normative', '规范性文件 行政规范性文件'),
  thing('licensing', '行政许可 许可决定 行政许可决定'),
  thing('penalty', '行政处罚 处罚决定 行政处罚决定'),
  thing('coercion', '行政强制 强制措施 行政强制决定'),
  thing('charge', '行政事业性收费 行政事业性费用 行政事业收费 行政事业性收费收入'),
  thing('requestFee', '信息处理费 政府信息公开信息处理费 依申请公开收费 信息公开处理费 政府信息处理费 信息公开费用 依申请公开费用'),
  thing(
    'feeNotice',
    '收费通知 缴费通知 收费通知书 缴费通知书 信息处理费收费通知 信息处理费缴费通知 信息处理费收费通知书 信息处理费缴费通知书 信息处理费通知',
  ),
  aspect('issued', '制发 制定 印发 出台 新制定 新制发 制订 发文 新出台 制定印发 制定出台 新印发 下发'),
  aspect('repealed', '清理废止 废止 失效 宣布失效 废止失效 废止和宣布失效 废止或宣布失效 废止和失效'),
  aspect('inForce', '现行有效 继续有效 有效'),
  aspect('decided', '作出 做出 实施 审批 核发 办理许可 处罚决定书 查处 下达 送达 开具 采取'),
  aspect('published', '公开 公示 公布 发布 主动公开 刊登 推送 上传 公告 公开发布 刊发 转发 录入 发布公开 公示公开 集中公开 更新'),
];
