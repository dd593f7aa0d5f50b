// The numbers said in the text of a report as lines to read: the words, what they count, what they were held against and what came of it. Pure.
import { compareStatements } from '../../core/check/compare/index.ts';
import type { Comparison } from '../../core/check/compare/comparison.ts';
import { rules } from '../../core/check/index.ts';
import { cardIdOf } from '../../core/model/card.ts';
import type { Position } from '../../core/model/document.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Report } from '../../core/model/report.ts';
import type { Statement, StatementConcept } from '../../core/model/statement.ts';
import type { Severity } from '../../core/model/vocabulary.ts';
import { DISMISSAL_NAMES } from '../dismissals.ts';
import type { Word } from '../dismissals.ts';

/** `agrees` 相符, `differs` 不符, `open` 未能核对 (there is a counterpart, but it is not certain), `none` 未比较. */
export type StatementResult = 'agrees' | 'differs' | 'open' | 'none';

export interface StatementLine {
  /** The words before the number, the number, the words behind it. */
  readonly words: readonly [string, string, string];
  /** What the number counts; where no table counts it, whether other words of the text were at hand. */
  readonly what: string;
  readonly result: StatementResult;
  /** Chinese, where it differs and none of that counts as open: a person has dismissed it, or its rule is off. Never makes it agree. */
  readonly settled: string | null;
  /** Gravest of what differs and counts. */
  readonly severity: Severity | null;
  /** Cards of what differs and counts; numbers of one sum have the same. */
  readonly cards: readonly string[];
  /** What it was compared with and how that came out, or why it was not; a sentence each. */
  readonly remarks: readonly string[];
  readonly at: Position;
  /** Cells and other words it was compared with. */
  readonly also: readonly Position[];
}

const CONCEPT_NAMES: Readonly<Record<StatementConcept, string>> = {
  received: '收到申请',
  due: '收办申请',
  handled: '办理申请',
  done: '答复、办结',
  carriedIn: '上年结转',
  carriedOut: '结转下年',
  carried: '结转',
  granted: '予以公开',
  partial: '部分公开',
  grantedOrPartial: '予以公开和部分公开',
  denied: '不予公开',
  unable: '无法提供',
  refused: '不予处理',
  otherHandling: '其他处理',
  withdrawn: '撤回申请',
  reason: '办理结果的一项',
  review: '行政复议',
  litigation: '行政诉讼',
  disputes: '行政复议和行政诉讼',
  rules: '规章',
  normative: '规范性文件',
  licensing: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  charge: '行政事业性收费',
  requestFee: '信息处理费',
  feeNotice: '收费通知',
  share: '占比',
  replyRate: '答复率、办结率',
  change: '比上年增减',
};
const APPLICANT_NAMES = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '其他组织',
  legalPersons: '法人或其他组织',
} as const;
const OUTCOME_NAMES = {
  upheld: '维持',
  corrected: '纠正',
  other: '其他结果',
  pending: '未审结',
  closed: '审结',
  rejected: '驳回等',
} as const;
const ASPECT_NAMES = { issued: '制发', repealed: '废止', inForce: '现行有效', decided: '处理决定', published: '公开' } as const;

/** @param compared with something, be it the sum it belongs to */
function nameOf(statement: Statement, compared: boolean): string {
  const { concept, applicant, outcome, aspect, route } = statement;
  if (concept === null) return compared ? '文中互相核对' : '表里没有的项目';
  const detail = [
    applicant ? APPLICANT_NAMES[applicant] : '',
    route === 'litDirect' ? '直接起诉' : route === 'litAfter' ? '复议后起诉' : '',
    outcome ? OUTCOME_NAMES[outcome] : '',
    aspect ? ASPECT_NAMES[aspect] : '',
  ].filter(Boolean);
  return `${CONCEPT_NAMES[concept]}${detail.map((each) => `·${each}`).join('')}`;
}

/** What closes or divides words that stand before the quoted ones. */
const CUT_OFF = /^[\s”’》）)〉】」』、，,。；;：:]+/;

const severities = new Map(rules.map((rule) => [rule.id, rule.severity]));
const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const severityOf = (comparison: Comparison): Severity => comparison.severity ?? severities.get(comparison.rule) ?? 'hint';

function remarkOf(comparison: Comparison): string {
  const { verdict, name, other, message, why } = comparison;
  if (verdict === 'differs') return message ?? '';
  if (verdict === 'open') return why ?? '';
  return other === null ? `与${name}相符。` : `与${name}（${other}）相符。`;
}

/** What became of the differences: as findings, and by the word of a person. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** What a person has said of each finding, in their order. */
  readonly words: readonly (Word | null)[];
  readonly isOn: (rule: string) => boolean;
}

const NOTHING_JUDGED: Judged = { findings: [], words: [], isOn: () => true };

const keyOf = ({ rule, message = '', at }: Pick<Comparison, 'rule' | 'message' | 'at'>): string =>
  `${rule}|${at[0]?.block}|${at[0]?.from}|${message}`;

/** What is to be said of a difference: its card, how grave it is, and why it does not count, if it does not. */
interface Judgement {
  readonly card: string;
  readonly severity: Severity;
  readonly settled: string | null;
}

function judgementOf({ findings, words, isOn }: Judged): (comparison: Comparison) => Judgement {
  const indexes = new Map(findings.map((finding, index) => [keyOf(finding), index]));
  return (comparison) => {
    const key = keyOf(comparison);
    const index = indexes.get(key);
    if (index === undefined) return { card: key, severity: severityOf(comparison), settled: isOn(comparison.rule) ? null : '规则已停用' };
    const finding = findings[index]!;
    const word = words[index];
    const settled = word && word.from !== 'returned' ? `已处理：${DISMISSAL_NAMES[word.dismissal.kind]}` : null;
    return { card: cardIdOf(finding), severity: finding.severity, settled };
  };
}

/** Every number said in a report, in reading order. */
export function statementLines(report: Report, judged = NOTHING_JUDGED): readonly StatementLine[] {
  const judge = judgementOf(judged);
  return compareStatements(report).map(({ statement, comparisons, why }): StatementLine => {
    const { quote, marked, at } = statement;
    const verdicts = comparisons.map((comparison) => comparison.verdict);
    const result = verdicts.includes('differs') ? 'differs' : verdicts.includes('open') ? 'open' : verdicts.length > 0 ? 'agrees' : 'none';
    const wrong = comparisons.filter((comparison) => comparison.verdict === 'differs').map(judge);
    const left = wrong.filter(({ settled }) => settled === null);
    return {
      words: [quote.slice(0, marked.from).replace(CUT_OFF, ''), quote.slice(marked.from, marked.to), quote.slice(marked.to)],
      what: nameOf(statement, comparisons.length > 0),
      result,
      settled: wrong.length > 0 && left.length === 0 ? [...new Set(wrong.map(({ settled }) => settled))].join('，') : null,
      severity: left.map(({ severity }) => severity).sort((a, b) => WEIGHT[a] - WEIGHT[b])[0] ?? null,
      cards: [...new Set(left.map(({ card }) => card))],
      remarks: comparisons.length > 0 ? comparisons.map(remarkOf) : [why ?? ''],
      at,
      also: comparisons.flatMap((comparison) => comparison.at).filter((place) => place !== at),
    };
  });
}

/** How many lines came out how; those that differ and do not count are counted apart. */
export function countLines(lines: readonly StatementLine[]): Readonly<Record<StatementResult | 'settled', number>> {
  const counts = { agrees: 0, differs: 0, settled: 0, open: 0, none: 0 };
  for (const { result, settled } of lines) counts[settled === null ? result : 'settled'] += 1;
  return counts;
}

/** As how many cards those that differ and count are shown: all numbers of a sum differ where it does not add up, and that is one thing. */
export function countCardsOf(lines: readonly StatementLine[]): number {
  return new Set(lines.flatMap(({ cards }) => cards)).size;
}
