// Kinds of what nobody has judged, by what can be done about it, with the words for people; and which kind a reason of a rule is.

export const GAP_KINDS = [
  'unread',
  'edition',
  'absent',
  'unplaced',
  'doubtful',
  'notFound',
  'blank',
  'notNumber',
  'date',
  'organ',
  'unequal',
  'limit',
  'broken',
  'other',
  'statement',
  'aside',
] as const;
/** Why something was not judged, in the order in which a person should look at it. */
export type GapKind = (typeof GAP_KINDS)[number];

/** Kinds that are listed for completeness and keep no report from passing. */
export const HARMLESS_GAPS: ReadonlySet<GapKind> = new Set<GapKind>(['statement', 'aside']);

interface GapWords {
  readonly title: string;
  /** What to do next. */
  readonly advice: string;
}

export const GAP_WORDS: Readonly<Record<GapKind, GapWords>> = {
  unread: {
    title: '文件里没有读到的内容',
    advice: '打开原件看这些内容是否与年报有关；有关的，改用原始的Word、WPS或网页文件重新导入。',
  },
  edition: {
    title: '格式版本不能确定，或不在核验范围',
    advice: '先确认报告用的是哪一年的统一格式；新旧混用的，请单位按当年格式重排后重新导入。',
  },
  absent: {
    title: '没有读到的单元格',
    advice: '对照原件：原件里也没有的，请单位补齐；原件里有的，多半是转存时丢了，改用原始的Word、Excel或网页文件重新导入。',
  },
  unplaced: {
    title: '读到了数，但不能确定是哪一格',
    advice: '这些行印出的数与统一格式的格数对不上，请对照原件逐行核对；或改用带表格线的原始文件重新导入。',
  },
  doubtful: {
    title: '位置存疑的单元格，以及据此作出的判断',
    advice: '请在原文里核对标有“?”的单元格是否放对了位置；放错的，改用带表格线的原始文件重新导入。',
  },
  notFound: {
    title: '没有找到要查的表、行或文字',
    advice: '对照原件：确实没有的，请单位补齐；原件里有的，多半是以图片发布或转存时丢失，改用原始文件重新导入。',
  },
  blank: {
    title: '空白，不能判断',
    advice: '空白分不清是0还是漏填，请单位补填（没有发生的填0）后重新导入。',
  },
  notNumber: {
    title: '填的不是数字',
    advice: '请单位改填阿拉伯数字后重新导入；在此之前这些格只能人工核对。',
  },
  date: {
    title: '年度、期限或日期不能确定',
    advice: '请对照原件核对这些日期；年度读错的，可在报告页上方点“改”更正，会自动重新核验。',
  },
  organ: {
    title: '单位或单位性质不能确定',
    advice: '在报告页上方点单位后面的“改”，填写单位全称，会自动重新核验。',
  },
  unequal: {
    title: '正文与表格的数不同，但说的可能不是一回事',
    advice: '请看原文：说的就是表里这一项的，两处应当一致；范围或口径不同的不用改。',
  },
  limit: {
    title: '内容太多，只核对了前面一部分',
    advice: '先处理已列出的；改完重新导入，就会核对到后面的。正文特别长的，请人工核对其余部分。',
  },
  broken: {
    title: '规则没有运行完',
    advice: '这是程序的问题，不是报告的差错。请人工核对这些项目，并把规则编号告诉维护人员。',
  },
  other: { title: '其他原因', advice: '请按所写的原因人工核对。' },
  aside: {
    title: '文件里不会有的资料，没有核对',
    advice: '这些要对照发布的网页或档案才能核对，不影响本报告的结论；需要时请人工核对。',
  },
  statement: {
    title: '正文里没有与表格比较的数字',
    advice: '这些数字在表里没有对应的格，或说的范围不同，程序没有核对；与申请、复议诉讼、收费有关的，请人工看一眼。',
  },
};

/** What a reason is about, names in quotes aside. The first that fits counts. */
const REASONS: readonly (readonly [GapKind, RegExp])[] = [
  ['broken', /运行出错/],
  ['edition', /本规则适用于|格式版本|旧格式/],
  ['limit', /超过\d+处|已列出\d+处|只核对了前/],
  ['unequal', /件不等：|与表.*不等：/],
  ['organ', /哪个单位|写明单位|单位性质|单位名称|单位所在地/],
  ['notNumber', /不是数字/],
  ['unplaced', /没有认出是哪一行|属于哪个单元格不能确定/],
  ['doubtful', /位置不能确定|按位置推断|已另行提示|可能就是它/],
  ['blank', /空白/],
  ['notFound', /没有找到|未找到|没有读到|没有读出|没有认出|没有认全|没有读全|只认出|认出的部分|没有文字|图片|没有作为部分标题/],
  ['date', /期限|日期|年度|年份/],
];

/** Kind of a reason as rules word it. */
export function kindOfReason(why: string): GapKind {
  const bare = withoutQuotes(why);
  return REASONS.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'other';
}

/** Most doubt is about the places of cells; what may have been lost on the way is to be looked for elsewhere. */
export function kindOfDoubt(why: string): GapKind {
  return /丢失/.test(withoutQuotes(why)) ? 'notFound' : 'doubtful';
}

/** A reason that names one cell, as rules word it, and what is said of many of a table at once. */
const CELL_REASON = /^(未找到)?(表.)“.*”(空白|的位置不能确定)?。$/;
const OF_MANY = { 未找到: '没有找到', 空白: '空白', 的位置不能确定: '的位置不能确定' } as const;

/** What is the matter with the cell that a reason names, said of `many` cells of its table; null: the reason is another one. */
export function reasonOfMany(why: string, many: number): string | null {
  const [, absent, table, state] = CELL_REASON.exec(why) ?? [];
  const matter = absent ?? state;
  if (matter === undefined || (absent !== undefined && state !== undefined)) return null;
  return `${table}有 ${many} 处单元格${OF_MANY[matter as keyof typeof OF_MANY]}。`;
}

/** Names of rows and words of the report say nothing of the reason: “四、结转下年度继续办理” is no date. Quotes may stand in quotes. */
function withoutQuotes(text: string): string {
  let depth = 0;
  let kept = '';
  for (const char of text) {
    if (char === '”') depth = Math.max(0, depth - 1);
    if (depth === 0) kept += char;
    if (char === '“') depth += 1;
  }
  return kept;
}
