// The dictionary of statements: words that say what a number counts, whose it is, and why it need not be compared.
// Longer words win over shorter ones, so a word that only looks like a key word is listed as `skip`.
import type { Statement, StatementConcept, StatementGuard } from '../model/statement.ts';
import type { Applicant } from '../model/vocabulary.ts';

export type Word =
  | {
      readonly is:
        | 'skip'
        | 'info'
        | 'receive'
        | 'handle'
        | 'done'
        | 'due'
        | 'each'
        | 'all'
        | 'total'
        | 'occur'
        | 'fault'
        | 'cause'
        | 'proportion'
        /** 依申请公开方面: says what follows is about, counts nothing. */
        | 'about'
        /** 转入、顺延至: carried, if a year follows. */
        | 'onto';
    }
  /** Requests by their full name, or 申请 alone. */
  | { readonly is: 'request'; readonly weak: boolean }
  | { readonly is: 'carried'; readonly way: 'in' | 'out' | null }
  | { readonly is: 'result'; readonly concept: StatementConcept; readonly row?: string }
  | { readonly is: 'applicant'; readonly who: Exclude<Applicant, 'total'> | 'legalPersons' }
  | { readonly is: 'channel' | 'elsewhere' | 'verb' }
  | { readonly is: 'dispute'; readonly which: 'review' | 'litigation' }
  | { readonly is: 'route'; readonly route: 'litDirect' | 'litAfter' }
  | { readonly is: 'outcome'; readonly outcome: NonNullable<Statement['outcome']> }
  | { readonly is: 'claim'; readonly claim: NonNullable<Statement['claim']> }
  | { readonly is: 'thing'; readonly concept: StatementConcept }
  | { readonly is: 'aspect'; readonly aspect: NonNullable<Statement['aspect']> }
  /** `strong`: 未收到. Otherwise 无, 没有, which must stand right before what there was none of. */
  | { readonly is: 'none'; readonly strong: boolean }
  | { readonly is: 'zero' | 'rate' }
  | { readonly is: 'guard'; readonly guard: StatementGuard }
  | { readonly is: 'scope'; readonly scope: Statement['scope'] }
  | { readonly is: 'year'; readonly year: 'this' | 'last' | 'next' | 'several' }
  | { readonly is: 'opener'; readonly whole: boolean };

const table = new Map<string, Word>();
const add = (word: Word, list: string): void => {
  for (const each of list.split(' ')) if (each !== '') table.set(each, word);
};

// Neutral: swallowed so that no shorter word is found inside.
add(
  { is: 'skip' },
  '申请人 申请表 申请书面 申请方式 申请渠道 申请流程 申请条件 申请材料 申请办理流程 申请答复文书 依申请公开流程 依申请公开制度 依申请公开机制 依申请公开平台 ' +
    '依申请公开栏目 依申请公开渠道 依申请公开目录 依申请公开指南 依申请公开答复 依申请公开系统 依申请公开办理流程 规章制度 党内规章 无法 无正当理由 无障碍 ' +
    '无遗漏 无误 无人机 无人驾驶 无人值守 无人问津 无需 无关 无偿 无论 无条件 无纸化 无故 无锡 无线 无害 无缝 无隙 无死角 无止境 无差别 无差错 无死角 未来 未经 未按 公开为常态 不公开为例外 申请人无正当理由 一件事 一次办 一次性 一条龙 ' +
    '一条例 一个窗口 一个平台 无异议 无证 无主 无业 毫无 全无 有无 并无二 无一 没有规定 没有完全 没有形成 一站式 结合 合理 一个月 公开申请流程 申请公开流程 办理流程 办理时限 处理费管理办法 收到良好 收到实效 收到成效 ' +
    '未能 未及时 未公开 无明显 含义 申请公开渠道 申请公开方式 申请公开制度 申请公开机制 收办分离 共同 公共 共享 共建 共治 共性 共识 中共 共产党 共青团 公共企事业单位 公开透明 共有产权 共和国 即时 即日 立即 随即 ' +
    '即将 当即 包含量 内含 公开渠道 公开方式 有关部门 有关单位 相关部门 有关规定 有关要求 有关工作 有关精神 有关文件 有关政策 有关情况 有关法律 复议机关 复议机构 诉讼法 复议法 行政许可法 行政处罚法 行政强制法 处罚法 ' +
    '许可事项 行政许可事项 行政许可清单 行政处罚清单 行政许可事项清单 规范性文件库 规章库 规章规范性文件库 行政规范性文件库 不予处罚 行政复议委员会 应公开尽公开 全面 全力 全程 全部 全年度 全文 全体 全过程',
);
add(
  { is: 'about' },
  '依申请公开工作 依申请公开方面 依申请公开情况 依申请公开工作方面 依申请公开工作情况 依申请公开办理情况 依申请公开办理方面',
);
// 组织机构2条, 基层政务公开: no deed, nobody's unit.
add(
  { is: 'skip' },
  '组织机构 组织架构 组织结构 组织人事 组织领导 组织建设 组织保障 组织实施 基层政务公开 基层政务 设置情况 检查情况 检查结果 处理结果 行政检查 行政裁决 行政奖励 行政确认 行政征收 行政给付 行政征用 答复情况 答复情况为',
);
table.delete('全年度');
table.delete('全部');
add({ is: 'all' }, '均 全部 都');
// 法律法规规章28部 are not only rules; 一式三份 counts nothing.
add({ is: 'skip' }, '法律法规规章 法律法规和规章 法律、法规、规章 法规规章 法规、规章 一式两份 一式二份 一式三份 一式四份 一式多份');
add(
  { is: 'info' },
  '政府信息公开 信息公开 政务公开 政府信息公开方面 政府信息公开方面的 信息公开方面 信息公开方面的 政务公开方面的 政府信息与政务公开 涉及政府信息公开 有关政府信息公开 关于政府信息公开 涉及信息公开 有关信息公开 关于信息公开 涉及政务公开 涉政府信息公开 涉及依申请公开 有关依申请公开 针对政府信息公开',
);
// 针对我局政府信息公开工作的: of whose disclosure, not of what matter.
add(
  { is: 'info' },
  ['我局', '我委', '我办', '我厅', '我中心', '我单位', '本机关', '本单位', '本局', '我县', '我市', '我区', '我镇', '我乡', '我街道']
    .flatMap((own) =>
      ['针对', '涉及', '关于', '有关'].flatMap((lead) => ['政府信息公开', '信息公开', '政务公开'].map((what) => `${lead}${own}${what}`)),
    )
    .join(' '),
);
add(
  { is: 'request', weak: false },
  '政府信息公开申请 信息公开申请 政府信息申请 政务公开申请 公开申请 依申请公开政府信息 依申请公开信息 依申请公开 依申请 申请公开政府信息 申请公开信息 申请公开 依申请公开申请 政府信息依申请公开 申请政府信息公开 申请公开的政府信息 ' +
    '信息公开答复 政府信息公开答复 信息公开件 政府信息公开件 信息公开办件 政府信息公开办件 政府信息公开申请件 依申请公开件 依申请公开案件 依申请公开事项 依申请公开办件 依申请件 依申请信息公开 政府信息公开的申请 信息公开的申请 公开的申请 政府信息的申请',
);
add({ is: 'request', weak: true }, '申请 申请件 申请书 申请事项');
add(
  { is: 'receive' },
  '登记受理 受理登记 收到 接到 接收 受理 新收 收悉 新收到 新受理 共收 接收到 收件 新增受理 接收受理 新接收 新接到 收取申请',
);
add(
  { is: 'due' },
  '收办 共处理 应办理 应办 含上年结转 包括上年结转 含上年度结转 包括上年度结转 含上年 含结转 含去年结转 含上一年度结转 加上上年结转 连同上年结转 需办理 共需办理 加上上年度结转',
);
add({ is: 'handle' }, '办理 处理 处置 承办');
add(
  { is: 'done' },
  '答复 办结 回复 办复 已办 完成答复 办理完毕 予以答复 作出答复 书面答复 办理结果 办毕 已答复 答复办结 按时答复 依法答复 已办结',
);
add(
  { is: 'carried', way: 'in' },
  '上年结转 上年度结转 去年结转 上一年结转 上一年度结转 上年转入 上年度转入 结转上年 往年结转 上年遗留 上年度遗留 上年未办结 上年结转的 上年度结转的',
);
/** What a request is carried into, and how that is called. */
const NEXT_YEARS = ['下年', '下年度', '下一年', '下一年度', '次年', '次年度', '明年', '来年'];
const CARRIES = (
  '结转 结转至 结转到 结转入 转结 转结至 转结到 转接 转接至 转接到 转 转入 转至 转到 顺延 顺延至 顺延到 延至 延续至 延期至 延续到 留转 留待 ' +
  // 不含结转下年度5件: not what was carried in.
  '含结转 含结转至 不含结转 不含结转至 不含结转到 包括结转 包括结转至 不包括结转 不包括结转至'
).split(' ');
add({ is: 'carried', way: 'out' }, CARRIES.flatMap((verb) => NEXT_YEARS.map((year) => verb + year)).join(' '));
add({ is: 'carried', way: 'out' }, '结转下年度继续办理 结转下年继续办理 跨年办理 跨年度办理 下年度结转 下年结转');
add({ is: 'carried', way: null }, '结转 转结');
add({ is: 'onto' }, '转入 转至 转到 顺延至 顺延到 顺延 延至 延续至 延期至 移至 留待 跨年至 推迟至 转');
add({ is: 'carried', way: 'in' }, '上年转结 上年度转结 去年转结');

const result = (concept: StatementConcept, list: string): void => add({ is: 'result', concept }, list);
result('granted', '予以公开 同意公开 全部公开 予以全部公开 准予公开 决定公开 给予公开');
result('partial', '部分公开 予以部分公开 区分处理 同意部分公开 部分予以公开');
result(
  'grantedOrPartial',
  '予以公开及部分公开 予以公开和部分公开 予以公开或部分公开 予以公开与部分公开 予以公开以及部分公开 公开或部分公开 公开和部分公开 公开及部分公开 公开与部分公开 同意公开及部分公开 全部公开和部分公开 全部公开或部分公开 全部公开及部分公开',
);
result('denied', '不予公开 决定不予公开 不同意公开');
result('unable', '无法提供 无法公开');
result('refused', '不予处理');
result('otherHandling', '其他处理 作其他处理 其它处理');
result(
  'withdrawn',
  '主动撤回 撤回申请 撤销申请 自主撤销 主动撤销 撤回 自行撤回 申请撤回 申请人撤回 申请人主动撤回 撤件 主动撤件 申请人撤件 申请人主动撤件 申请人撤销 申请人主动撤销',
);
const reason = (row: string, list: string): void => add({ is: 'result', concept: 'reason', row: `t3.r.${row}` }, list);
reason('denied.stateSecret', '属于国家秘密 国家秘密');
reason(
  'denied.lawProhibited',
  '其他法律行政法规禁止公开 法律行政法规禁止公开 法律法规禁止公开 法律、行政法规禁止公开 其他法律法规禁止公开',
);
reason('denied.threeSafetyOneStability', '三安全一稳定 “三安全一稳定” 危及“三安全一稳定” 危及三安全一稳定');
reason('denied.thirdParty', '第三方合法权益 保护第三方合法权益');
reason('denied.internalAffairs', '三类内部事务信息 内部事务信息 属于三类内部事务信息');
reason('denied.process', '四类过程性信息 过程性信息 属于四类过程性信息');
reason('denied.enforcementFile', '行政执法案卷 属于行政执法案卷 执法案卷');
reason('denied.adminQuery', '行政查询事项 属于行政查询事项');
reason(
  'unable.notHeld',
  '本机关不掌握 本机关不掌握相关政府信息 不掌握相关政府信息 不掌握相关信息 本单位不掌握 我局不掌握 本办不掌握 我办不掌握 本办不掌握相关政府信息 不掌握 信息不存在 政府信息不存在 信息不掌握',
);
reason('unable.needCreate', '没有现成信息 没有现成信息需要另行制作 需要另行制作 需另行制作');
reason('unable.stillUnclear', '补正后申请内容仍不明确 补正后仍不明确 申请内容仍不明确 内容仍不明确');
reason('refused.petition', '信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访举报投诉 信访投诉举报类');
reason('refused.duplicate', '重复申请');
reason('refused.publication', '要求提供公开出版物 公开出版物');
reason('refused.excessive', '无正当理由大量反复申请 大量反复申请');
reason('refused.reconfirm', '确认或重新出具 重新出具已获取信息 要求行政机关确认或重新出具已获取信息');
reason(
  'otherHandling.overdueCorrection',
  '逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正 申请人逾期未补正',
);
reason('otherHandling.overdueFee', '逾期未缴费 逾期不缴费 逾期未按收费通知要求缴纳费用');

const who = (applicant: Exclude<Applicant, 'total'> | 'legalPersons', list: string): void => add({ is: 'applicant', who: applicant }, list);
who('natural', '自然人 公民 自然人申请 公民个人 个人申请');
who(
  'legalPersons',
  '法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人与其他组织 法人或其它组织 法人组织 法人',
);
who('business', '商业企业');
who('research', '科研机构');
who('welfare', '社会公益组织');
who('legal', '法律服务机构');
add(
  { is: 'channel' },
  '信函 信件申请 邮寄 网络申请 网络 网上 线上 线下 当面 现场 窗口 传真 电子邮件 邮箱 在线 信函申请 当面申请 书面申请 快递 来函 互联网 系统申请 平台申请 网上申请 在线申请 口头 邮件 来访 电话申请 自行到 网站申请 挂号信 来信申请 来电申请 来函申请 来访申请 传真申请 邮寄申请 快递申请 邮件申请 窗口申请 现场申请 平台申请 互联网申请 电子邮件申请 口头申请 政务网 一网通办 通过来信 通过来函 通过来电 来信方式 来信形式 来函方式 书面形式 信函方式 信函形式',
);
add({ is: 'dispute', which: 'review' }, '行政复议 复议 涉及复议 涉及行政复议 行政复议申请 复议申请 行政复议案件 复议案件 行政复议案');
add(
  { is: 'dispute', which: 'litigation' },
  '行政诉讼 诉讼 涉及诉讼 涉及行政诉讼 行政诉讼案件 诉讼案件 行政应诉 应诉 行政诉讼案 行政应诉案件 被诉 被起诉 被提起诉讼',
);
add(
  { is: 'route', route: 'litDirect' },
  '未经复议直接起诉 直接起诉 未经复议直接提起诉讼 直接提起诉讼 直接诉讼 直接提起行政诉讼 未经复议直接诉讼 未经复议 未经复议直接提起行政诉讼 直接提起',
);
add(
  { is: 'route', route: 'litAfter' },
  '复议后起诉 复议后诉讼 经复议后起诉 复议后提起诉讼 复议后提起行政诉讼 经复议后提起诉讼 经复议后提起行政诉讼 经复议起诉 复议后提起',
);
const outcome = (which: NonNullable<Statement['outcome']>, list: string): void => add({ is: 'outcome', outcome: which }, list);
outcome('upheld', '结果维持 维持 予以维持 维持原决定 维持原判 判决维持 复议维持 维持原行政行为');
outcome('corrected', '结果纠正 纠正 撤销 确认违法 责令重新答复 责令履行 被纠正 被撤销 责令限期答复 责令重作 败诉 纠错 被纠错');
outcome('other', '其他结果 其它结果');
outcome(
  'pending',
  '尚未审结 未审结 未结案 审理中 正在审理 尚未结案 未办结 还未审结 暂未审结 尚在审理 待审结 未判决 尚未办结 暂未办结 未办理完毕 正在办理 正在办理中 仍在办理 尚在办理 未答复 尚未答复 暂未答复 ' +
    '未到答复期限 未到答复期 未到期 未到办理期限 未到法定期限 未到法定答复期限 尚在答复期限内 尚在办理期限内 尚在办理期内 尚在法定期限内 在答复期限内 仍在答复期 在办理期限内 仍在审理 正在诉讼 尚未判决 尚未作出决定',
);
outcome('closed', '已审结 审结 结案 已结案');
outcome('rejected', '驳回 不予受理 终止 准予撤诉 撤诉 胜诉 驳回诉讼请求 驳回起诉 驳回复议申请');
add(
  { is: 'claim', claim: 'allUpheld' },
  '均获维持 均维持 全部维持 均予维持 均被维持 均为维持 结果均为维持 全部获得维持 全部予以维持 均予以维持 均获得维持 都获维持 结果全部维持 结果均维持 均为结果维持 维持率100%',
);
add(
  { is: 'claim', claim: 'noneCorrected' },
  '无败诉 无一败诉 无纠错 无被纠错 未被纠正 无被纠正 零败诉 零纠错 无一被纠正 无一纠错 没有败诉 没有被纠正 没有被纠错 均未被纠正 未被纠错 无纠正 无结果纠正 未发生败诉 未发生被纠错 未出现败诉 无一被撤销 无一被纠错 均未败诉 均胜诉 全部胜诉 均已胜诉 均判决驳回 均被驳回 均驳回 全部驳回 均裁定驳回 均予驳回 胜诉率100% 均判决我局胜诉',
);
add(
  { is: 'claim', claim: 'allCorrected' },
  '均被撤销 均被判决撤销 均判决撤销 均予撤销 均予以撤销 均被纠正 均被判决纠正 均予以纠正 全部被撤销 全部被纠正 全部判决撤销 均被确认违法 均被判决确认违法 均败诉 全部败诉',
);
const thing = (concept: StatementConcept, list: string): void => add({ is: 'thing', concept }, list);
thing('rules', '规章 政府规章 市政府规章');
thing('normative', '规范性文件 行政规范性文件');
thing('licensing', '行政许可 许可决定 行政许可决定');
thing('penalty', '行政处罚 处罚决定 行政处罚决定');
thing('coercion', '行政强制 强制措施 行政强制决定');
thing('charge', '行政事业性收费');
thing('requestFee', '信息处理费 政府信息公开信息处理费 依申请公开收费 信息公开处理费 政府信息处理费 信息公开费用 依申请公开费用');
thing(
  'feeNotice',
  '收费通知 缴费通知 收费通知书 缴费通知书 信息处理费收费通知 信息处理费缴费通知 信息处理费收费通知书 信息处理费缴费通知书 信息处理费通知',
);
const aspect = (which: NonNullable<Statement['aspect']>, list: string): void => add({ is: 'aspect', aspect: which }, list);
aspect('issued', '制发 制定 印发 出台 新制定 新制发 制订 发文 新出台 制定印发 制定出台 新印发 下发');
aspect('repealed', '清理废止 废止 失效 宣布失效 废止失效 废止和宣布失效 废止或宣布失效 废止和失效');
aspect('inForce', '现行有效 继续有效 有效');
aspect('decided', '作出 做出 实施 审批 核发 办理许可 处罚决定书 立案 查处 下达 送达 开具 采取');
aspect('published', '公开 公示 公布 发布 主动公开 刊登 推送 上传 公告 公开发布 刊发 转发 录入 发布公开 公示公开 集中公开 更新');
add(
  { is: 'none', strong: true },
  '未收到 没有收到 未接到 没有接到 无收到 未受理 没有受理 未曾收到 尚未收到 未新收 未有收到 均未收到 未发生 没有发生 未出现 没有出现 未产生 没有产生 未引起 未引发 未导致 未因 没有因 无因 不存在 未有 未被 没有被 无被 未提起 未涉及 未收取 没有收取 未收 未发出 没有发出 未发送 未发放 未制发 未有因 无发生 未曾发生 从未发生 未存在 未产生任何 未办理 未接收 未制定 未出台 未新制发 未印发 未接收到 没有接收到 未曾接到 未收费 无收费 无收取 未曾收取 未向申请人收取 没有向申请人收取 均未收取 不收取 未作出 未做出 未实施',
);
add({ is: 'none', strong: false }, '无人 无 没有 暂无 尚无 均无 零 并无 没有任何 无任何 无新收 无新增 暂未 没');
add({ is: 'zero' }, '为零 为无 为0 均为零 均为无 均为0 是零');
add({ is: 'rate' }, '答复率 办结率 按时答复率 按期答复率 回复率 办理率 及时答复率 按时办结率 按期办结率 依法答复率 答复办结率 规范答复率');
add({ is: 'occur' }, '发生 出现 提起 被申请 被提起 存在 涉');
add({ is: 'cause' }, '引起 引发 导致 产生 引起的 引发的 导致的 产生的 引致');
add(
  { is: 'fault' },
  '超期 逾期 延期 超时 投诉 违法 失泄密 泄密 责任追究 差错 误解 不当 不满 异议 纠纷 程序不正当 拖延 推诿 不及时 不规范 异常 失实 减免 免收 免征 停征 清退 退还',
);
add({ is: 'each' }, '各');
add({ is: 'total' }, '共 共计 总计 合计 累计 总数 总量 总共 一共 全年共 累计共 总数为 总量为 总条数 合共');
add({ is: 'opener', whole: false }, '其中 包括 包含 含');
add({ is: 'opener', whole: true }, '分别为 分别是 分别 即 具体为 具体是');
add({ is: 'opener', whole: false }, '具体包括 具体如下');
add({ is: 'proportion' }, '占 占比 占比为 占总数 占总量 所占比例 比例为 占比达 占全部');

const guard = (which: StatementGuard, list: string): void => add({ is: 'guard', guard: which }, list);
guard(
  'comparison',
  '同比 较上年 较上年度 较去年 比上年 比去年 比上年度 与上年相比 与去年相比 较上一年 较上一年度 比上一年度 环比 增长 下降 增加 减少 上升 增幅 降幅 同期 上年同期 去年同期 多出 上涨 较往年 减少了 增加了 相比 翻番',
);
guard(
  'filing',
  '备案 指导 培训 案例 审查 审核 评议 典型 抽查 评估 清理 修订 解读 代理 法制审核 转办 移送 调解 会商 听证 合法性 报备 协助 督办 旁听 观摩 论证 出庭 汇编 送审 咨询 起草 修改 征求意见 点击 浏览 访问 阅读',
);
guard('topic', '涉及 关于 有关 针对 方面的 领域的 主题 内容为');
guard('plan', '将 拟 计划 下一步 力争 确保 不少于 至少 不超过 不得 应当 以内 目标 争取 明确规定 不低于');
guard('loose', '具体行政行为 其他行政行为');
guard('instance', '一审 二审 再审 终审 上诉');
add(
  { is: 'skip' },
  '将其 将政府 将政务 将信息 将依申请 将主动 将公开 将规范 将全 将年度 将上年 关于印发 关于进一步 关于做好 即将 有关的政府信息 计划生育 发展计划 规划计划',
);
const scope = (which: Statement['scope'], list: string): void => add({ is: 'scope', scope: which }, list);
scope('area', '全省 全市 全县 全区 全州 全旗 全盟 全镇 全乡 全街道 全自治区 全系统 辖区 全团 全师 全域');
scope(
  'units',
  '各部门 各单位 各县 各市 各区 各乡镇 各乡 各镇 各街道 各旗 各州 各地 各地区 各处室 各科室 下属 所属 下级 基层 市级部门 区级部门 县级部门 省级部门 县直 市直 区直 省直 各级 市政府部门 县政府部门 区政府部门 政府部门 及其部门 各行政机关 各镇街 各街镇 镇街 乡镇街道 直属单位 二级单位 分局 各分局 部门和乡镇 部门、乡镇 行政机关共 市县两级 区县 县(市 各委办局 各委',
);
scope(
  'own',
  '我局 我委 我办 我厅 我中心 我单位 本机关 本单位 本局 本委 本办 本厅 我县 我市 我区 我镇 我乡 我街道 局机关 委机关 我校 我院 本街道 本镇 本乡 我州 我省 我旗 我处 我会 我队 我所 我站 街道办',
);
scope(
  'narrow',
  '市政府办 县政府办 区政府办 省政府办 州政府办 市政府办公室 县政府办公室 区政府办公室 省政府办公厅 政府办公室 政府办公厅 市政府本级 县政府本级 区政府本级 市本级 县本级 区本级 本级 名义 市政府 县政府 区政府 省政府 办公室',
);
add(
  { is: 'skip' },
  '市政府网 县政府网 区政府网 省政府网 市政府门户 县政府门户 区政府门户 省政府门户 市政府信息公开 区政府信息公开 县政府信息公开 省政府信息公开 政府办公室网 本级政府网 本级政府信息',
);
add({ is: 'year', year: 'this' }, '今年 本年 全年 本年度 全年度 年内 年度内 一年来');
add({ is: 'year', year: 'last' }, '上年 去年 上一年 上年度 上一年度 去年度');
add({ is: 'year', year: 'next' }, '下年 明年 次年 下年度 下一年 下一年度');
add({ is: 'year', year: 'several' }, '近三年 近两年 近年来 以来 历年 近五年 三年来 五年来 多年来 历史 自成立 自开通');
// What else is received, answered and carried: never a request for government information.
add(
  { is: 'elsewhere' },
  '留言 信箱 来信 信件 群众来电 投诉件 热线 工单 建议 提案 诉求 举报 问政 网民 12345 互动 征集 意见 会议 稿件 新闻 微信 微博 公报 视频 栏目 专栏 公文 图片 图解 直播 访谈 发布会 动态 通知公告 政策文件 ' +
    '群众诉求 网络问政 书记信箱 县长信箱 市长信箱 区长信箱 局长信箱 我要咨询 政民互动 领导信箱 来电 信访件 信访 服务事项 问题 纠错留言 网友 舆情 政务服务 公共服务 不动产 低保 补贴 办证 许可申请 行政许可申请 登记 奖励 救助 项目申请 补助 建议提案答复 建议提案办理 提案答复 提案办理 建议答复 建议办理 资格 专利 商标 认定申请 工伤 仲裁 评审 职称 入党 办件 业务',
);
// Verbs that begin a new thing in an enumeration.
add(
  { is: 'verb' },
  '办理留言 召开 举办 开展 组织 编发 编印 接受 制作 参加 报送 撰写 派发 发放 开设 新增 调整 设置 设立 配备 整改 检查 通报 参与 举行 开通 建立 建成 优化 走访 接待',
);

type Entry = readonly [string, Word];
/** Words of two characters and more by their first two, longest first. */
const byPair = new Map<number, Entry[]>();
/** Words of one character. */
const alone = new Map<number, Entry>();
/** 1 where a word may begin, 2 where one of a single character stands. */
const beginnings = new Uint8Array(0x10000);
for (const entry of table) {
  const [word] = entry;
  const first = word.charCodeAt(0);
  beginnings[first]! |= word.length === 1 ? 3 : 1;
  if (word.length === 1) alone.set(first, entry);
  else {
    const pair = first * 0x10000 + word.charCodeAt(1);
    byPair.set(pair, [...(byPair.get(pair) ?? []), entry]);
  }
}
for (const list of byPair.values()) list.sort((a, b) => b[0].length - a[0].length);

/** May a word begin with this character? */
export function mayBegin(code: number): boolean {
  return beginnings[code] !== 0;
}

/** The longest word of the dictionary that stands at `from`. */
export function wordAt(text: string, from: number): Entry | null {
  const first = text.charCodeAt(from);
  const kind = beginnings[first]!;
  if (kind === 0) return null;
  if (from + 1 < text.length) {
    const list = byPair.get(first * 0x10000 + text.charCodeAt(from + 1));
    if (list) for (const entry of list) if (entry[0].length === 2 || text.startsWith(entry[0], from)) return entry;
  }
  return kind & 2 ? alone.get(first)! : null;
}
