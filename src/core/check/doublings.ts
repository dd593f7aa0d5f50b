// Characters and words written twice by mistake: 的的, 和和, 公开公开, 进一步进一步, 培训训。 Knows which doublings are right.

export interface Doubling {
  readonly from: number;
  readonly to: number;
  readonly right: string;
  /** Two words of the same form may rightly meet here. */
  readonly mild: boolean;
}

/** Small words that are never doubled, each with the characters before (`before`) or after it that make the doubling right. */
const SMALL: Readonly<Record<string, { readonly before?: string; readonly after?: string }>> = {
  的: { before: '目标靶', after: '确士' },
  了: { before: '不为除', after: '解然' },
  和: { before: '共调温谐缓平中饱柔', after: '睦谐平' },
  与: { before: '参给赋' },
  及: { before: '以涉普触波遍提顾危', after: '时' },
  在: { before: '存现所实正内潜旨自' },
  是: { before: '于但可还只就凡若', after: '非否' },
  将: { before: '即' },
  对: { before: '针应面绝相核校反', after: '应口象策比照外' },
  由: { before: '自理事缘' },
  把: { after: '握关' },
  被: { after: '告动' },
  并: { before: '合归' },
  且: { before: '并而尚' },
  但: { before: '不' },
  我: { before: '自' },
  各: {},
  该: { before: '应' },
  其: { before: '尤与极', after: '他它次中余' },
  从: { before: '服自听', after: '事而' },
  让: { before: '转' },
  使: { before: '行驱即促', after: '用命得' },
  未: { after: '来' },
  已: { after: '经' },
  不: {},
  也: {},
  很: {},
  更: { before: '变', after: '新加换正' },
  最: {},
  所: { before: '场', after: '有以需在谓属' },
  以: { before: '可予加足所得难', after: '及来上下前后内外' },
  于: { before: '对关由属位等基鉴至处' },
};

/** Words of two characters that may meet their like: noun and verb of one form, or a doubling with a meaning. */
const MEET = new Set(
  (
    '服务 管理 建设 发展 规划 监督 教育 研究 讨论 学习 交流 商量 考虑 了解 调整 检查 评价 评估 登记 培训 指导 审核 审查 保护 保障 治理 咨询 宣传 统计 审计 ' +
    '采购 招标 执法 处罚 许可 收费 运营 运行 维护 创新 改革 合作 整治 整改 考核 计划 试点 监管 监测 信用 行政 人民 政府 公共 中心 社会 委员 主任 公示 公告 报告'
  ).split(' '),
);

const PAUSE = '，。；、：！？）”》';

/** All doublings in a text. */
export function doublingsIn(text: string): Doubling[] {
  const found: Doubling[] = [];
  let index = 0;
  while (index + 1 < text.length) {
    const doubling = text.charCodeAt(index) === text.charCodeAt(index + 1) ? character(text, index) : words(text, index);
    if (doubling) found.push(doubling);
    index = doubling ? doubling.to : index + 1;
  }
  return found;
}

function character(text: string, from: number): Doubling | null {
  const sign = text[from]!;
  if (!isChinese(sign)) return null;
  let to = from + 2;
  while (text[to] === sign && to - from < 8) to++;
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  const rule = SMALL[sign];
  if (rule) {
    if (before !== '' && rule.before?.includes(before)) return null;
    if (after !== '' && rule.after?.includes(after)) return null;
    return { from, to, right: sign, mild: false };
  }
  // A doubled end of a word before a pause: 培训训。 Doublings with a meaning stand alone (天天), after their like (实实在在) or in ABB.
  const ends = after === '' || PAUSE.includes(after) || ('的了和与及等并'.includes(after) && !'新高大全多好强明'.includes(sign));
  if (ends && to - from === 2 && from >= 1 && isChinese(before) && !REDOUBLED.includes(sign)) {
    const pair = text.slice(from - 1, from + 1);
    if (text[from - 2] === before || !WORDS_AT_END.has(pair)) return null;
    return { from: from - 1, to, right: pair, mild: false };
  }
  return null;
}

/** Characters whose doubling is a word. */
const REDOUBLED = '天人年处时事常往渐刚仅层种等多慢好看频屡纷默切件条户家村个步样项点句区县乡镇街校班月日周代岁字块';

/** Words that often stand at the end of a clause in such reports. */
const WORDS_AT_END = new Set(
  (
    '培训 公开 信息 工作 情况 制度 机制 管理 服务 平台 建设 保障 监督 考核 审查 审核 发布 解读 回应 答复 办理 落实 提高 提升 加强 完善 规范 推进 开展 ' +
    '更新 维护 网站 媒体 渠道 内容 问题 措施 责任 意识 水平 能力 质量 效率 效果 成效 力度 程度 要求 规定 条例 事项 申请 受理 处理 收费 费用 复议 诉讼 ' +
    '报告 统计 数据 目录 指南 栏目 专栏 群众 企业 单位 部门 人员 领导 小组 办公 活动 会议 文件 政策 法规 法律 需求 关切 范围 领域 方式 形式 途径 流程 程序 ' +
    '时限 期限 标准 体系 系统 安全 保密 隐患 检查 整改 督查 督办 通报 评议 追究 满意 调查 征集 建议 提案 反馈 互动 宣传 学习 教育 研究 部署 安排 实施 执行 ' +
    '方案 机构 队伍 理由 依据 环境 政府 政务 职责 职能 体制 重点 亮点 难点 短板 不足 目标 任务 计划 规划 结果 总结 汇报 简报 信箱 热线 留言 窗口 大厅 清单 ' +
    '材料 资料 档案 指标 评价 考评 典型 案例 经验 做法 模式 特色 基础 条件 能力 素质 作风 形象 氛围 局面 格局 合力 实效 全面 时效 规律 合法 有效'
  ).split(' '),
);

/** Two, three or four characters repeated at once. */
function words(text: string, from: number): Doubling | null {
  for (let size = 4; size >= 2; size--) {
    // Two comparisons settle nearly every place.
    if (text.charCodeAt(from) !== text.charCodeAt(from + size) || text.charCodeAt(from + 1) !== text.charCodeAt(from + size + 1)) continue;
    if (from + 2 * size > text.length) continue;
    const word = text.slice(from, from + size);
    if (!text.startsWith(word, from + size)) continue;
    if (![...word].every(isChinese)) continue;
    // 一件一件, 逐条逐条, 越来越多越来越: counting and rising.
    if (/^[一二两三四五六七八九十百千万几逐每越边又再半]/.test(word)) continue;
    if (size === 4 && word.slice(0, 2) === word.slice(2)) continue;
    const mild = size === 2 && MEET.has(word);
    // The same word three times is something else: an enumeration or a line of filling.
    if (text.startsWith(word, from + 2 * size)) continue;
    return { from, to: from + 2 * size, right: word, mild };
  }
  return null;
}

function isChinese(sign: string): boolean {
  return sign >= '\u4e00' && sign <= '\u9fff';
}
