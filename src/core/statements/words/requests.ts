// Words of requests for information: how they are called, received, carried, settled, by whom and in which way they came.
import type { StatementConcept } from '../../model/statement.ts';
import type { Applicant } from '../../model/vocabulary.ts';
import type { Entry, Vocabulary } from './word.ts';

/** What a request is carried into, and how that is called. */
const NEXT_YEARS = ['下年', '下年度', '下一年', '下一年度', '次年', '次年度', '明年', '来年'];
const CARRIES = (
  '结转 结转至 结转到 结转入 转结 转结至 转结到 转接 转接至 转接到 转 转入 转至 转到 顺延 顺延至 顺延到 延至 延续至 延期至 延续到 留转 留待 ' +
  // 不含结转下年度5件: not what was carried in.
  '含结转 含结转至 不含结转 不含结转至 不含结转到 包括结转 包括结转至 不包括结转 不包括结转至'
).split(' ');
const result = (concept: StatementConcept, list: string): Entry => [{ is: 'result', concept }, list];
const reason = (row: string, list: string): Entry => [{ is: 'result', concept: 'reason', row: `t3.r.${row}` }, list];
const who = (applicant: Exclude<Applicant, 'total'> | 'legalPersons', list: string): Entry => [{ is: 'applicant', who: applicant }, list];

/** Words of requests for information. */
export const REQUESTS: Vocabulary = [
  [
    { is: 'about' },
    '依申请公开工作 依申请公开方面 依申请公开情况 依申请公开工作方面 依申请公开工作情况 依申请公开办理情况 依申请公开办理方面',
  ],
  [
    { is: 'info' },
    '政府信息公开 信息公开 政务公开 政府信息公开方面 政府信息公开方面的 信息公开方面 信息公开方面的 政务公开方面的 政府信息与政务公开 涉及政府信息公开 有关政府信息公开 关于政府信息公开 涉及信息公开 有关信息公开 关于信息公开 涉及政务公开 涉政府信息公开 涉及依申请公开 有关依申请公开 针对政府信息公开',
  ],
  // 针对我局政府信息公开工作的: of whose disclosure, not of what matter.
  [
    { is: 'info' },
    ['我局', '我委', '我办', '我厅', '我中心', '我单位', '本机关', '本单位', '本局', '我县', '我市', '我区', '我镇', '我乡', '我街道']
      .flatMap((own) =>
        ['针对', '涉及', '关于', '有关'].flatMap((lead) => ['政府信息公开', '信息公开', '政务公开'].map((what) => `${lead}${own}${what}`)),
      )
      .join(' '),
  ],
  [
    { is: 'request', weak: false },
    '政府信息公开申请 信息公开申请 政府信息申请 政务公开申请 公开申请 依申请公开政府信息 依申请公开信息 依申请公开 依申请 申请公开政府信息 申请公开信息 申请公开 依申请公开申请 政府信息依申请公开 申请政府信息公开 申请公开的政府信息 ' +
      '信息公开答复 政府信息公开答复 信息公开件 政府信息公开件 信息公开办件 政府信息公开办件 政府信息公开申请件 依申请公开件 依申请公开案件 依申请公开事项 依申请公开办件 依申请件 依申请信息公开 政府信息公开的申请 信息公开的申请 公开的申请 政府信息的申请',
  ],
  [{ is: 'request', weak: true }, '申请 申请件 申请书 申请事项'],
  [
    { is: 'receive' },
    '登记受理 受理登记 收到 接到 接收 受理 新收 收悉 新收到 新受理 共收 接收到 收件 新增受理 接收受理 新接收 新接到 收取申请',
  ],
  [
    { is: 'due' },
    '收办 共处理 应办理 应办 含上年结转 包括上年结转 含上年度结转 包括上年度结转 含上年 含结转 含去年结转 含上一年度结转 加上上年结转 连同上年结转 需办理 共需办理 加上上年度结转',
  ],
  [{ is: 'handle' }, '办理 处理 处置 承办'],
  [
    { is: 'done' },
    '答复 办结 回复 办复 已办 完成答复 办理完毕 予以答复 作出答复 书面答复 办理结果 办毕 已答复 答复办结 按时答复 依法答复 已办结',
  ],
  [
    { is: 'carried', way: 'in' },
    '上年结转 上年度结转 去年结转 上一年结转 上一年度结转 上年转入 上年度转入 结转上年 往年结转 上年遗留 上年度遗留 上年未办结 上年结转的 上年度结转的 ' +
      '上年转来 上年度转来 去年转来 上年转来的 上年度转来的 上年留转 上年度留转 上年移来 上年带入 上年续办 上年度续办 上年跨年 上年延续 上年度延续',
  ],
  [{ is: 'carried', way: 'out' }, CARRIES.flatMap((verb) => NEXT_YEARS.map((year) => verb + year)).join(' ')],
  [{ is: 'carried', way: 'out' }, '结转下年度继续办理 结转下年继续办理 跨年办理 跨年度办理 下年度结转 下年结转'],
  [{ is: 'carried', way: null }, '结转 转结'],
  [{ is: 'onto' }, '转入 转至 转到 顺延至 顺延到 顺延 延至 延续至 延期至 移至 留待 跨年至 推迟至 转'],
  [{ is: 'carried', way: 'in' }, '上年转结 上年度转结 去年转结'],
  result('granted', '予以公开 同意公开 全部公开 予以全部公开 准予公开 决定公开 给予公开'),
  result('partial', '部分公开 予以部分公开 区分处理 同意部分公开 部分予以公开'),
  result(
    'grantedOrPartial',
    '予以公开及部分公开 予以公开和部分公开 予以公开或部分公开 予以公开与部分公开 予以公开以及部分公开 公开或部分公开 公开和部分公开 公开及部分公开 公开与部分公开 同意公开及部分公开 全部公开和部分公开 全部公开或部分公开 全部公开及部分公开',
  ),
  result('denied', '不予公开 决定不予公开 不同意公开'),
  result('unable', '无法提供 无法公开'),
  result('refused', '不予处理 不处理'),
  result('otherHandling', '其他处理 作其他处理 其它处理'),
  result(
    'withdrawn',
    '主动撤回 撤回申请 撤销申请 自主撤销 主动撤销 撤回 自行撤回 申请撤回 申请人撤回 申请人主动撤回 撤件 主动撤件 申请人撤件 申请人主动撤件 申请人撤销 申请人主动撤销',
  ),
  reason('denied.stateSecret', '属于国家秘密 国家秘密'),
  reason(
    'denied.lawProhibited',
    '其他法律行政法规禁止公开 法律行政法规禁止公开 法律法规禁止公开 法律、行政法规禁止公开 其他法律法规禁止公开',
  ),
  reason('denied.threeSafetyOneStability', '三安全一稳定 “三安全一稳定” 危及“三安全一稳定” 危及三安全一稳定'),
  reason('denied.thirdParty', '第三方合法权益 保护第三方合法权益'),
  reason('denied.internalAffairs', '三类内部事务信息 内部事务信息 属于三类内部事务信息 属于内部事务信息 内部事务'),
  reason('denied.process', '四类过程性信息 过程性信息 属于四类过程性信息 属于过程性信息 四类过程信息 过程信息 属于四类过程信息'),
  reason('denied.enforcementFile', '行政执法案卷 属于行政执法案卷 执法案卷'),
  reason('denied.adminQuery', '行政查询事项 属于行政查询事项'),
  reason(
    'unable.notHeld',
    '本机关不掌握 本机关不掌握相关政府信息 不掌握相关政府信息 不掌握相关信息 本单位不掌握 我局不掌握 本办不掌握 我办不掌握 本办不掌握相关政府信息 不掌握 信息不存在 政府信息不存在 信息不掌握',
  ),
  reason('unable.needCreate', '没有现成信息 没有现成信息需要另行制作 需要另行制作 需另行制作'),
  reason('unable.stillUnclear', '补正后申请内容仍不明确 补正后仍不明确 申请内容仍不明确 内容仍不明确'),
  reason('refused.petition', '信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访举报投诉 信访投诉举报类'),
  reason('refused.duplicate', '重复申请'),
  reason('refused.publication', '要求提供公开出版物 公开出版物'),
  reason('refused.excessive', '无正当理由大量反复申请 大量反复申请'),
  reason('refused.reconfirm', '确认或重新出具 重新出具已获取信息 要求行政机关确认或重新出具已获取信息'),
  reason(
    'otherHandling.overdueCorrection',
    '逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正 申请人逾期未补正',
  ),
  reason('otherHandling.overdueFee', '逾期未缴费 逾期不缴费 逾期未按收费通知要求缴纳费用'),
  who('natural', '自然人 公民 自然人申请 公民个人 个人申请 个人提出 个人提交 个人递交'),
  who(
    'legalPersons',
    '法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人与其他组织 法人或其它组织 法人组织 法人',
  ),
  who('business', '商业企业'),
  who('research', '科研机构'),
  who('welfare', '社会公益组织'),
  who('legal', '法律服务机构'),
  [
    { is: 'channel' },
    '依申请公开系统 依申请公开办理系统 依申请公开管理系统 政务服务网 政务服务网站 政务服务平台 政务服务中心 政务服务窗口 政务服务大厅 信函 信件申请 邮寄 网络申请 网络 网上 线上 线下 当面 现场 窗口 传真 电子邮件 邮箱 在线 信函申请 当面申请 书面申请 快递 来函 互联网 系统申请 平台申请 网上申请 在线申请 口头 邮件 来访 电话申请 自行到 网站申请 挂号信 来信申请 来电申请 来函申请 来访申请 传真申请 邮寄申请 快递申请 邮件申请 窗口申请 现场申请 平台申请 互联网申请 电子邮件申请 口头申请 政务网 一网通办 网站提交 网站提出 网站递交 平台提交 平台提出 系统提交 邮政 邮政寄送 邮政寄递 邮政渠道 邮递 到场 现场提交 当面提交 当面递交 当面提出 微信小程序 通过来信 通过来函 通过来电 来信方式 来信形式 来函方式 书面形式 信函方式 信函形式',
  ],
  [{ is: 'rate' }, '答复率 办结率 按时答复率 按期答复率 回复率 办理率 及时答复率 按时办结率 按期办结率 依法答复率 答复办结率 规范答复率'],
];
