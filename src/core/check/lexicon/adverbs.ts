// Words that stand before 地 when they say how something is done, verbs that follow it, and nouns that show that 的 was right after all.
// Origin: chosen by hand from what reports write; closed on purpose, since 的 before most other verbs may be right.

/** Ends of the adverbial, longest first where one ends in another. */
export const ADVERBS: readonly string[] =
  '准确 及时 合理 直观 更好 积极 认真 严格 有效 有序 深入 全面 主动 不断 充分 快速 迅速 稳步 扎实 规范 便捷 方便 高效 清晰 客观 真实 完整 自觉 逐步 大力 更快 较好 很好 顺利 圆满 精准 清楚 快捷 具体 系统 灵活 严肃 妥善 持续 广泛 科学 切实 有力 明显 显著 极大 大大 尽量 尽可能'.split(
    ' ',
  );

/** Verbs that take an object here; one-letter words are prepositions, after which no noun of 的 follows. */
export const VERBS_AFTER_DE: readonly string[] =
  '了解 接受 做好 完成 掌握 获取 推进 推动 开展 落实 贯彻 回应 解决 履行 行使 反映 知晓 查阅 处理 执行 发布 提升 提高 保障 维护 参与 理解 传递 满足 展示 解读 答复 办理 保证 确保 促进 达到 实现 体现 带动 调动 化解 拓宽 避免 防止 把 将 为 向 让 使'.split(
    ' ',
  );

/** Nouns as well, but verbs for certain before 了, and before 于 and 到: 及时的公开了, 更好的服务于. */
export const VERBS_BEFORE_LE: readonly string[] =
  '公开 公布 服务 加强 增强 宣传 传播 更新 支持 保护 收集 整理 梳理 改善 改进 优化 扩大 引导 督促 规范 畅通 建立 健全 完善 展现 实施 组织 利用 运用 发挥 监督 检查 指导 解释 说明 回复 受理 审核 配合 协助 树立 控制 减少 增加 提供 举办 召开 设置 制定 转变 压缩 缩短 简化 方便 激发 推广 普及'.split(
    ' ',
  );

/** What 的 may belong to over the verb: 有效的推进机制. */
export const NOUNS_AFTER: readonly string[] =
  '机制 流程 方式 情况 过程 格局 态势 局面 效果 体系 制度 能力 水平 渠道 途径 平台 措施 办法 方法 方案 程序 环境 氛围 基础 条件 要求 标准 规定 形式 结果 意见 工作机制 力度 效率 质量 作用 环节 模式 手段 载体 栏目 台账 记录 人员 队伍 部门 单位 信息 内容 事项 任务 目标 目的 需要 需求 问题 成果 案例 做法 计划 服务 工作的 过 者 率 度 性'.split(
    ' ',
  );
