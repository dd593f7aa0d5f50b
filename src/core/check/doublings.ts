// Small words and whole words written twice by mistake: 的的, 和和, 公开公开, 进一步进一步. Knows which doublings are right.
// A character doubled within a word (培训训) is a near miss.

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
  return null;
}

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
