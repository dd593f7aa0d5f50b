// What rows, columns and outcomes are called in sentences, and the keys of the cells that a number in the text may mean.

/** Rows of table three by key. */
export const ROW_NAMES: Readonly<Record<string, string>> = {
  't3.newReceived': '本年新收',
  't3.carriedIn': '上年结转',
  't3.carriedOut': '结转下年度继续办理',
  't3.r.total': '办理结果总计',
  't3.r.granted': '予以公开',
  't3.r.partial': '部分公开',
  't3.r.denied': '不予公开',
  't3.r.unable': '无法提供',
  't3.r.refused': '不予处理',
  't3.r.otherHandling': '其他处理',
};
/** Columns of table three by key. */
export const APPLICANT_NAMES: Readonly<Record<string, string>> = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '法人或其他组织·其他',
  legalPersons: '法人或其他组织',
  total: '总计',
};
/** Columns of table four by key. */
export const OUTCOME_NAMES = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结' } as const;
/** Kinds of decisions: name and row of table two. */
export const DECISIONS = {
  licensing: ['行政许可', 't2.art20_5.licensing'],
  penalty: ['行政处罚', 't2.art20_6.penalty'],
  coercion: ['行政强制', 't2.art20_6.coercion'],
} as const;
/** Rules and normative documents: name and row of table two. */
export const RULES = { rules: ['规章', 't2.art20_1.rules'], normative: ['行政规范性文件', 't2.art20_1.normative'] } as const;
/** Columns of table two by key, as the form of 2021 has them. */
export const ASPECT_NAMES = { issued: '本年制发件数', repealed: '本年废止件数', inForce: '现行有效件数' } as const;
/** The fee of table two, in 万元. */
export const FEE_KEY = 't2.art20_8.fee.amountWan';
/** Requests ended because the fee was not paid. */
export const OVERDUE_FEE = 't3.r.otherHandling.overdueFee.total';
