// Words of reviews and lawsuits: their names, ways and outcomes, what caused them, what is said of all of them.
import type { Statement } from '../../model/statement.ts';
import type { Entry, Vocabulary } from './word.ts';

const outcome = (which: NonNullable<Statement['outcome']>, list: string): Entry => [{ is: 'outcome', outcome: which }, list];

/** Words of reviews and lawsuits. */
export const DISPUTES: Vocabulary = [
  [{ is: 'dispute', which: 'review' }, '行政复议 复议 涉及复议 涉及行政复议 行政复议申请 复议申请 行政复议案件 复议案件 行政复议案'],
  [
    { is: 'dispute', which: 'litigation' },
    '行政诉讼 诉讼 涉及诉讼 涉及行政诉讼 行政诉讼案件 诉讼案件 行政应诉 应诉 行政诉讼案 行政应诉案件 被诉 被起诉 被提起诉讼',
  ],
  [
    { is: 'route', route: 'litDirect' },
    '未经复议直接起诉 直接起诉 未经复议直接提起诉讼 直接提起诉讼 直接诉讼 直接提起行政诉讼 未经复议直接诉讼 未经复议 未经复议直接提起行政诉讼 直接提起',
  ],
  [
    { is: 'route', route: 'litAfter' },
    '复议后起诉 复议后诉讼 经复议后起诉 复议后提起诉讼 复议后提起行政诉讼 经复议后提起诉讼 经复议后提起行政诉讼 经复议起诉 复议后提起',
  ],
  outcome('upheld', '结果维持 维持 予以维持 维持原决定 维持原判 判决维持 复议维持 维持原行政行为'),
  outcome('corrected', '结果纠正 纠正 撤销 确认违法 责令重新答复 责令履行 被纠正 被撤销 责令限期答复 责令重作 败诉 纠错 被纠错'),
  outcome('other', '其他结果 其它结果'),
  outcome(
    'pending',
    '尚未审结 未审结 未结案 审理中 正在审理 尚未结案 未办结 还未审结 暂未审结 尚在审理 待审结 未判决 尚未办结 暂未办结 未办理完毕 正在办理 正在办理中 仍在办理 尚在办理 未答复 尚未答复 暂未答复 ' +
      '未到答复期限 未到答复期 未到期 未到办理期限 未到法定期限 未到法定答复期限 尚在答复期限内 尚在办理期限内 尚在办理期内 尚在法定期限内 在答复期限内 仍在答复期 在办理期限内 仍在审理 正在诉讼 尚未判决 尚未作出决定',
  ),
  outcome('closed', '已审结 审结 结案 已结案'),
  outcome('rejected', '驳回 不予受理 终止 准予撤诉 撤诉 胜诉 驳回诉讼请求 驳回起诉 驳回复议申请'),
  [
    { is: 'claim', claim: 'allUpheld' },
    '均获维持 均维持 全部维持 均予维持 均被维持 均为维持 结果均为维持 全部获得维持 全部予以维持 均予以维持 均获得维持 都获维持 结果全部维持 结果均维持 均为结果维持 维持率100%',
  ],
  [
    { is: 'claim', claim: 'noneCorrected' },
    '无败诉 无一败诉 无纠错 无被纠错 未被纠正 无被纠正 零败诉 零纠错 无一被纠正 无一纠错 没有败诉 没有被纠正 没有被纠错 均未被纠正 未被纠错 无纠正 无结果纠正 未发生败诉 未发生被纠错 未出现败诉 无一被撤销 无一被纠错 均未败诉 均胜诉 全部胜诉 均已胜诉 均判决驳回 均被驳回 均驳回 全部驳回 均裁定驳回 均予驳回 胜诉率100% 均判决我局胜诉',
  ],
  [
    { is: 'claim', claim: 'allCorrected' },
    '均被撤销 均被判决撤销 均判决撤销 均予撤销 均予以撤销 均被纠正 均被判决纠正 均予以纠正 全部被撤销 全部被纠正 全部判决撤销 均被确认违法 均被判决确认违法 均败诉 全部败诉',
  ],
  [{ is: 'occur' }, '发生 出现 提起 被申请 被提起 存在 涉'],
  [{ is: 'cause' }, '引起 引发 导致 产生 引起的 引发的 导致的 产生的 引致'],
  [
    { is: 'fault' },
    '超期 逾期 延期 超时 投诉 违法 失泄密 泄密 责任追究 差错 误解 不当 不满 异议 纠纷 程序不正当 拖延 推诿 不及时 不规范 异常 失实 减免 免收 免征 停征 清退 退还',
  ],
];
