// Words around a number: that there was none, whose it is, of which year, of what it is a part, why it need not be compared.
import type { Statement, StatementGuard } from '../../model/statement.ts';
import type { Entry, Vocabulary } from './word.ts';

const guard = (which: StatementGuard, list: string): Entry => [{ is: 'guard', guard: which }, list];
const scope = (which: Statement['scope'], list: string): Entry => [{ is: 'scope', scope: which }, list];

/** Words around a number. */
export const AROUND: Vocabulary = [
  [{ is: 'all' }, '均 全部 都'],
  [
    { is: 'none', strong: true },
    '未收到 没有收到 未接到 没有接到 无收到 未受理 没有受理 未曾收到 尚未收到 未新收 未有收到 均未收到 未发生 没有发生 未出现 没有出现 未产生 没有产生 未引起 未引发 未导致 未因 没有因 无因 不存在 未有 未被 没有被 无被 未提起 未涉及 未收取 没有收取 未收 未发出 没有发出 未发送 未发放 未制发 未有因 无发生 未曾发生 从未发生 未存在 未产生任何 未办理 未接收 未制定 未出台 未新制发 未印发 未接收到 没有接收到 未曾接到 未收费 无收费 无收取 未曾收取 未向申请人收取 没有向申请人收取 均未收取 不收取 未作出 未做出 未实施',
  ],
  [{ is: 'none', strong: false }, '无人 无 没有 暂无 尚无 均无 零 并无 没有任何 无任何 无新收 无新增 暂未 没'],
  [{ is: 'zero' }, '为零 为无 为0 均为零 均为无 均为0 是零'],
  [{ is: 'each' }, '各'],
  [{ is: 'total' }, '共 共计 总计 合计 累计 总数 总量 总共 一共 全年共 累计共 总数为 总量为 总条数 合共'],
  [{ is: 'opener', whole: false }, '其中 包括 包含 含'],
  [{ is: 'opener', whole: true }, '分别为 分别是 分别 即 具体为 具体是'],
  [{ is: 'opener', whole: false }, '具体包括 具体如下'],
  [{ is: 'proportion' }, '占 占比 占比为 占总数 占总量 所占比例 比例为 占比达 占全部'],
  guard(
    'comparison',
    '同比 较上年 较上年度 较去年 比上年 比去年 比上年度 与上年相比 与去年相比 较上一年 较上一年度 比上一年度 环比 增长 下降 增加 减少 上升 增幅 降幅 同期 上年同期 去年同期 多出 上涨 较往年 减少了 增加了 相比 翻番',
  ),
  guard(
    'filing',
    '备案 指导 培训 案例 审查 审核 评议 典型 抽查 评估 清理 修订 解读 代理 法制审核 转办 移送 调解 会商 听证 合法性 报备 协助 督办 旁听 观摩 论证 出庭 汇编 送审 咨询 起草 修改 征求意见 点击 浏览 访问 阅读',
  ),
  guard('topic', '涉及 关于 有关 针对 方面的 领域的 主题 内容为'),
  guard('plan', '将 拟 计划 下一步 力争 确保 不少于 至少 不超过 不得 应当 以内 目标 争取 明确规定 不低于'),
  guard('loose', '具体行政行为 其他行政行为'),
  guard('instance', '一审 二审 再审 终审 上诉'),
  scope('area', '全省 全市 全县 全区 全州 全旗 全盟 全镇 全乡 全街道 全自治区 全系统 辖区 全团 全师 全域'),
  scope(
    'units',
    '各部门 各单位 各县 各市 各区 各乡镇 各乡 各镇 各街道 各旗 各州 各地 各地区 各处室 各科室 下属 所属 下级 基层 市级部门 区级部门 县级部门 省级部门 县直 市直 区直 省直 各级 市政府部门 县政府部门 区政府部门 政府部门 及其部门 各行政机关 各镇街 各街镇 镇街 乡镇街道 直属单位 二级单位 分局 各分局 部门和乡镇 部门、乡镇 行政机关共 市县两级 区县 县(市 各委办局 各委',
  ),
  scope(
    'own',
    '我局 我委 我办 我厅 我中心 我单位 本机关 本单位 本局 本委 本办 本厅 我县 我市 我区 我镇 我乡 我街道 局机关 委机关 我校 我院 本街道 本镇 本乡 我州 我省 我旗 我处 我会 我队 我所 我站 街道办',
  ),
  scope(
    'narrow',
    '市政府办 县政府办 区政府办 省政府办 州政府办 市政府办公室 县政府办公室 区政府办公室 省政府办公厅 政府办公室 政府办公厅 市政府本级 县政府本级 区政府本级 市本级 县本级 区本级 本级 名义 市政府 县政府 区政府 省政府 办公室',
  ),
  [{ is: 'year', year: 'this' }, '今年 本年 全年 本年度 全年度 年内 年度内 一年来'],
  [{ is: 'year', year: 'last' }, '上年 去年 上一年 上年度 上一年度 去年度'],
  [{ is: 'year', year: 'next' }, '下年 明年 次年 下年度 下一年 下一年度'],
  [{ is: 'year', year: 'several' }, '近三年 近两年 近年来 以来 历年 近五年 三年来 五年来 多年来 历史 自成立 自开通'],
  // What else is received, answered and carried: never a request for government information.
  [
    { is: 'elsewhere' },
    '留言 信箱 来信 信件 群众来电 投诉件 热线 工单 建议 提案 诉求 举报 问政 网民 12345 互动 征集 意见 会议 稿件 新闻 微信 微博 公报 视频 栏目 专栏 公文 图片 图解 直播 访谈 发布会 动态 通知公告 政策文件 ' +
      '群众诉求 网络问政 书记信箱 县长信箱 市长信箱 区长信箱 局长信箱 我要咨询 政民互动 领导信箱 来电 信访件 信访 服务事项 问题 纠错留言 网友 舆情 政务服务 公共服务 不动产 低保 补贴 办证 许可申请 行政许可申请 登记 奖励 救助 项目申请 补助 建议提案答复 建议提案办理 提案答复 提案办理 建议答复 建议办理 资格 专利 商标 认定申请 工伤 仲裁 评审 职称 入党 办件 业务',
  ],
  // Verbs that begin a new thing in an enumeration.
  [
    { is: 'verb' },
    '办理留言 召开 举办 开展 组织 编发 编印 接受 制作 参加 报送 撰写 派发 发放 开设 新增 调整 设置 设立 配备 整改 检查 通报 参与 举行 开通 建立 建成 优化 走访 接待',
  ],
];
