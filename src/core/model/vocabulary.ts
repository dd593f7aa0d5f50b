// The words of the form, one English spelling each, with the Chinese term a person reads.
// Knows no layout, no rule and no edition: those live in form/.

/** The six parts a report must have, in their order. */
export const SECTION_KEYS = ['s1', 's2', 's3', 's4', 's5', 's6'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** The three tables that carry numbers: 主动公开 (表二), 依申请公开 (表三), 复议诉讼 (表四). */
export const TABLE_IDS = ['t2', 't3', 't4'] as const;
export type TableId = (typeof TABLE_IDS)[number];

export const TABLE_NAMES: Readonly<Record<TableId, string>> = { t2: '表二', t3: '表三', t4: '表四' };

/** Editions of the official form that can be checked; the number is the year it was issued. */
export const EDITION_IDS = ['2019', '2021'] as const;
export type EditionId = (typeof EDITION_IDS)[number];

/** What a report turned out to be written on. `pre2019` is recognised and not checked. */
export type ReportEdition = EditionId | 'mixed' | 'pre2019' | 'unknown';

export const EDITION_NAMES: Readonly<Record<ReportEdition, string>> = {
  '2019': '2019年版格式',
  '2021': '2021年版格式',
  mixed: '新旧格式混用',
  pre2019: '2019年以前旧格式',
  unknown: '格式未能确定',
};

/** Columns of table three: who applied, and the total. */
export const APPLICANTS = ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total'] as const;
export type Applicant = (typeof APPLICANTS)[number];

/** Columns of table four inside each of its three groups. */
export const OUTCOMES = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;
export type DisputeOutcome = (typeof OUTCOMES)[number];

/** The three groups of table four. */
export const DISPUTES = ['review', 'litDirect', 'litAfter'] as const;
export type Dispute = (typeof DISPUTES)[number];

/** What kind of organ speaks. `zone` is a 管委会 (派出机构), `office` a government's 办公室. */
export type OrganKind = 'government' | 'township' | 'subdistrict' | 'department' | 'office' | 'zone' | 'institution';

export const ORGAN_KIND_NAMES: Readonly<Record<OrganKind, string>> = {
  government: '人民政府',
  township: '乡镇人民政府',
  subdistrict: '街道办事处',
  department: '政府部门',
  office: '政府办公室',
  zone: '开发区、园区管委会',
  institution: '其他单位',
};

export const SEVERITIES = ['error', 'warning', 'hint'] as const;
/** 错误: a contradiction or breach. 警告: very likely wrong. 提示: style, variant, or not decidable from the file. */
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };
