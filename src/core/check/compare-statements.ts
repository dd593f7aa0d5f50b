// Holds every number said in the text against the tables and against the other numbers of its sum. The rules and the page both ask here,
// so they can never disagree. Equal is equal, whatever the words; only a difference is asked whether the words could mean something else.
import type { Equation, Term } from '../model/finding.ts';
import { blockText } from '../model/document.ts';
import type { Fact, Report } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import type { Applicant, Severity } from '../model/vocabulary.ts';
import { withStatements } from '../statements/index.ts';
import { excerpt, tidy } from './comparison.ts';
import type { CellSum, Comparison } from './comparison.ts';
import { gapOf, layoutOf } from './layout.ts';
import { compareSums } from './said-sums.ts';

export interface ComparedStatement {
  readonly statement: Statement;
  readonly comparisons: readonly Comparison[];
  /** Chinese: why it was compared with nothing; null where it was. */
  readonly why: string | null;
}

const known = new WeakMap<Report, readonly ComparedStatement[]>();

/** Every statement of a report with what it was compared with, or why it was not. The same report gives the same answer. */
export function compareStatements(report: Report): readonly ComparedStatement[] {
  let compared = known.get(report);
  if (!compared) {
    compared = compareAll(report);
    known.set(report, compared);
  }
  return compared;
}

function compareAll(report: Report): readonly ComparedStatement[] {
  const statements = withStatements(report).statements!;
  const desk = new Desk(report, statements);
  const answers = statements.map((statement, index) => desk.compare(statement, index));
  const sums = compareSums(report, statements, desk);
  const bySums = new Map<number, Comparison[]>();
  for (const comparison of sums) {
    for (const index of comparison.statements) {
      const others = bySums.get(index);
      if (others) others.push(comparison);
      else bySums.set(index, [comparison]);
    }
  }
  return statements.map((statement, index) => {
    const { comparison, why } = answers[index]!;
    const comparisons = [...(comparison ? [comparison] : []), ...(bySums.get(index) ?? [])];
    return { statement, comparisons, why: comparisons.length > 0 ? null : (why ?? '统计表中没有对应的数据。') };
  });
}

/** Cells that a statement may mean. */
interface Candidate {
  readonly keys: readonly string[];
  readonly name: string;
  /** `exact`: equality is agreement. `possible`: equality leaves it open. `mild`: equality makes a difference a lesser one. */
  readonly fit: 'exact' | 'possible' | 'mild';
  readonly severity?: Severity;
  readonly note?: string;
  /** Subtracted from the keys. */
  readonly minus?: readonly string[];
}

interface Plan {
  readonly rule: string;
  /** Rule of a difference between none and some. */
  readonly none?: string;
  readonly severity?: Severity;
  readonly candidates: readonly Candidate[];
  /** What the text calls it: 「收到申请」. */
  readonly what: string;
  /** A difference is never a fault, for this reason. */
  readonly lenient?: string;
}

interface Answer {
  readonly comparison?: Comparison;
  readonly why?: string;
}

const ROW_NAMES: Readonly<Record<string, string>> = {
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
const APPLICANT_NAMES: Readonly<Record<string, string>> = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '法人或其他组织·其他',
  legalPersons: '法人或其他组织',
  total: '总计',
};
const LEGAL_PERSONS: readonly Applicant[] = ['business', 'research', 'welfare', 'legal', 'other'];
const OUTCOME_NAMES = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结' } as const;
const DECISIONS = {
  licensing: ['行政许可', 't2.art20_5.licensing'],
  penalty: ['行政处罚', 't2.art20_6.penalty'],
  coercion: ['行政强制', 't2.art20_6.coercion'],
} as const;
const RULES = { rules: ['规章', 't2.art20_1.rules'], normative: ['行政规范性文件', 't2.art20_1.normative'] } as const;
const ASPECT_NAMES = { issued: '本年制发件数', repealed: '本年废止件数', inForce: '现行有效件数' } as const;
const FEE_KEY = 't2.art20_8.fee.amountWan';
const OVERDUE_FEE = 't3.r.otherHandling.overdueFee.total';

/** Whole areas: what their text says of 全县 is their own. */
const AREA_ORGANS: readonly (string | null)[] = ['government', 'township', 'subdistrict', 'zone'];

/** A report at hand: its cells by key, and what is asked of them. */
export class Desk {
  private readonly facts = new Map<string, Fact>();
  private readonly sums = new Map<string, CellSum>();
  private readonly details = new Map<string, readonly string[]>();
  // Looked up for every statement, so that many statements take no longer each than a few: see where they are asked.
  private saidNew: Map<number, Statement[]> | null = null;
  private results: ReturnType<Desk['findResults']> | null = null;
  private parts: Map<string, Statement[]> | null = null;

  constructor(
    readonly report: Report,
    readonly statements: readonly Statement[],
  ) {
    for (const fact of report.facts) if (!this.facts.has(fact.key)) this.facts.set(fact.key, fact);
  }

  /** Sum of cells. A single cell must hold a number; among several, empty ones count as 0 if not all are empty. */
  sum(keys: readonly string[]): CellSum {
    const id = keys.join();
    let sum = this.sums.get(id);
    if (!sum) {
      sum = this.addUp(keys);
      this.sums.set(id, sum);
    }
    return sum;
  }

  private addUp(keys: readonly string[]): CellSum {
    const terms: Term[] = [];
    let value = 0;
    let empty = 0;
    for (const key of keys) {
      const fact = this.facts.get(key);
      const why = gapOf(this.report, key, fact);
      const blank = fact !== undefined && fact.certainty === 'sure' && (fact.writing === 'blank' || fact.writing === 'placeholder');
      if (why && !(blank && keys.length > 1)) return { ok: false, why };
      if (blank) empty++;
      value += fact!.value ?? 0;
      terms.push({ key, label: this.nameOf([key]), value: fact!.value, at: fact!.at });
    }
    if (keys.length === 0) return { ok: false, why: '统计表中没有这一行。' };
    if (empty === keys.length) return { ok: false, why: '相关单元格空白。' };
    return { ok: true, value: Math.round(value * 1e6) / 1e6, terms };
  }

  /** Keys of a row or, for the head of a group, of its rows, in one column or the five of 法人或其他组织. */
  cells(row: string, column: string): readonly string[] {
    const rows = this.rows(row);
    const columns = column === 'legalPersons' ? LEGAL_PERSONS : [column];
    return rows.flatMap((each) => columns.map((one) => `${each}.${one}`));
  }

  rows(row: string): readonly string[] {
    let found = this.details.get(row);
    if (!found) {
      found = layoutOf(this.report)
        .rows.map((each) => each.key)
        .filter((key) => key === row || key.startsWith(`${row}.`));
      this.details.set(row, found);
    }
    return found;
  }

  nameOf(keys: readonly string[]): string {
    const key = keys[0] ?? '';
    const row = key.slice(0, key.lastIndexOf('.'));
    const column = key.slice(key.lastIndexOf('.') + 1);
    if (row === 't4.review' || row === 't4.litDirect' || row === 't4.litAfter') {
      const group = row === 't4.review' ? '行政复议' : row === 't4.litDirect' ? '未经复议直接起诉' : '复议后起诉';
      return `${group}${column === 'total' ? '总计' : OUTCOME_NAMES[column as keyof typeof OUTCOME_NAMES]}`;
    }
    const known = ROW_NAMES[row];
    if (known) return column === 'total' ? known : `${known}·${APPLICANT_NAMES[column] ?? column}`;
    const form = layoutOf(this.report).rowOf.get(key);
    if (!form) return '单元格';
    const label = form.row.label.replace(/[“”]/g, '').replace(/^[\d（(一二三四五六七八九十]+[）).、．]\s*/, '');
    const of = form.columns[form.keys.indexOf(key)];
    return column === 'total' ? label : `${label}·${of?.label ?? column}`;
  }

  compare(statement: Statement, index: number): Answer {
    if (statement.kind === 'percent') return this.compareRate(statement, index);
    if (statement.kind === 'mention') return this.compareMention(statement, index);
    if (statement.kind === 'claim') return this.compareClaim(statement, index);
    if (statement.concept === null) return { why: '统计表中没有对应的数据。' };
    const excluded = this.exclusion(statement);
    if (excluded) return { why: excluded };
    if (statement.concept === 'requestFee' || statement.concept === 'feeNotice') return this.compareFee(statement, index);
    const plan = this.planOf(statement);
    return typeof plan === 'string' ? { why: plan } : this.judge(statement, index, plan);
  }

  /** Why a statement says nothing about the cells of this year; null if it may. */
  private exclusion(statement: Statement): string | null {
    const { year, guards, approximate, concept } = statement;
    if (approximate) return '是约数，不作相等比较。';
    if (guards.includes('comparison')) return '是与往年比较的数字。';
    if (guards.includes('plan')) return '是要求或计划，不是统计数字。';
    const carried = concept === 'carried' || concept === 'carriedIn' || concept === 'carriedOut';
    if (carried || year === null) return null;
    if (typeof year === 'number') {
      if (this.report.year === null) return '报告年度没有确定。';
      return year === this.report.year ? null : `说的是${year}年，不是报告年度。`;
    }
    return year === 'last' ? '说的是上一年。' : year === 'next' ? '说的是下一年。' : '说的是多年累计。';
  }

  /** Why a difference need not be one; null if there is no excuse. `listed`: nothing a check should be blamed for. */
  private excuse(statement: Statement): { readonly why: string; readonly listed: boolean } | null {
    const { guards, scope } = statement;
    if (guards.includes('filing')) return { why: '句中说的是备案、指导、培训、审查等，不一定是本机关的办理数。', listed: true };
    // A part cannot be more than all that was dealt with.
    const all = this.sum(['t3.r.total.total']);
    const possible = !all.ok || statement.value === null || statement.value <= all.value;
    if (statement.part && possible && (statement.concept === 'done' || statement.concept === 'handled'))
      return { why: '是分项的数字，不是办理的总数。', listed: true };
    if (this.completedByOthers(statement)) return { why: '与同段其他办理结果的件数之和等于办理结果总计。', listed: true };
    // 对10个直管镇街开展依申请公开测评: what is counted stands behind the number.
    if (
      statement.unit === '个' &&
      /^个?(?!申请|依申请|政府信息|公开申请|办结|答复|案)[\u4e00-\u9fff]/.test(statement.quote.slice(statement.marked.to))
    )
      return { why: '数字后面说的是别的事，不能确定是件数。', listed: true };
    if (guards.includes('topic')) return { why: '限定了某一方面的内容，不是总数。', listed: true };
    if (guards.includes('channel')) return { why: '只说某一渠道，不是总数。', listed: true };
    if (guards.includes('instance')) return { why: '按审级分列，不是总数。', listed: true };
    if (guards.includes('range')) return { why: '是范围，不作相等比较。', listed: true };
    if (guards.includes('loose')) return { why: '不能确定说的是政府信息公开。', listed: true };
    if (guards.includes('each')) return { why: '“各”字所指不能确定。', listed: true };
    const area = AREA_ORGANS.includes(this.report.organKind);
    if (scope === 'units') return { why: '说的是各部门、下属单位的数字，与本表的范围可能不同。', listed: false };
    if (scope === 'area' && !area) return { why: '说的是全市、全县等更大的范围，与本表的范围可能不同。', listed: false };
    if (scope === 'narrow' && this.report.organKind !== 'office')
      return { why: '说的是政府本级或某一机关的数字，与本表的范围可能不同。', listed: false };
    return null;
  }

  private planOf(statement: Statement): Plan | string {
    const { concept, applicant } = statement;
    const column = applicant ?? 'total';
    const fit = (rows: readonly string[], name: string, more: Partial<Candidate> = {}): Candidate => ({
      keys: rows.flatMap((row) => this.cells(row, column)),
      name: `表三“${name}”${applicant ? `的“${APPLICANT_NAMES[applicant]}”` : '总计'}`,
      fit: 'exact',
      ...more,
    });
    const received = fit(['t3.newReceived'], '本年新收');
    const due = fit(['t3.newReceived', 't3.carriedIn'], '本年新收＋上年结转');
    const total: Candidate = {
      ...fit(['t3.r.total'], '办理结果'),
      name: `表三“办理结果总计”${applicant ? `的“${APPLICANT_NAMES[applicant]}”` : ''}`,
    };
    const who = applicant ? APPLICANT_NAMES[applicant] : '';
    switch (concept) {
      case 'received': {
        if (applicant) return { rule: 'N-T3-APPLICANT', candidates: [received, due, total], what: `${who}申请` };
        const withCarried = statement.withCarriedIn === true || this.saysNewBeside(statement);
        return {
          rule: 'N-T3-NEW',
          none: 'N-T3-NONE',
          what: '收到申请',
          candidates: [
            received,
            ...(statement.alsoDone ? [total, due] : []),
            withCarried ? due : { ...due, fit: 'mild', severity: 'warning', note: '，恰为本年新收与上年结转之和，正文宜写明“含上年结转”' },
          ],
        };
      }
      case 'due':
        if (applicant) return { rule: 'N-T3-APPLICANT', candidates: [due, received], what: `${who}申请` };
        return {
          rule: 'N-T3-NEW',
          none: 'N-T3-NONE',
          what: '收到和办理申请',
          candidates: [due, { ...received, fit: 'possible' }, { ...total, fit: 'possible' }],
        };
      case 'handled':
        if (applicant) return { rule: 'N-T3-APPLICANT', candidates: [received, due, total], what: `${who}申请` };
        return { rule: 'N-T3-DONE', none: 'N-T3-NONE', severity: 'warning', what: '办理申请', candidates: [received, total, due] };
      case 'done': {
        const but = (rows: string, note: string): Candidate => ({ ...total, fit: 'possible', minus: this.cells(rows, column), note });
        return {
          rule: applicant ? 'N-T3-APPLICANT' : 'N-T3-DONE',
          what: '答复、办结',
          candidates: [
            total,
            but('t3.r.otherHandling', '可能不含“其他处理”'),
            but('t3.r.otherHandling.misc', '可能不含撤回等“其他”处理'),
            but('t3.r.refused', '可能不含“不予处理”'),
            but('t3.carriedIn', '可能只计本年收到的申请'),
          ],
        };
      }
      case 'carriedIn':
        // 结转上年后新收到47件: what came new.
        if (/(?:新收|收到|受理|接收)[^，,]*$/.test(statement.quote.slice(0, statement.marked.from)) && /^[^，,]*结转/.test(statement.quote))
          return {
            rule: 'N-T3-IN',
            what: '新收',
            candidates: [fit(['t3.carriedIn'], '上年结转'), received],
            lenient: '可能说的是结转之外新收的件数。',
          };
        return { rule: 'N-T3-IN', what: '上年结转', candidates: [fit(['t3.carriedIn'], '上年结转')] };
      case 'carriedOut':
        return { rule: 'N-T3-OUT', what: '结转下年', candidates: [fit(['t3.carriedOut'], '结转下年度继续办理')] };
      case 'carried': {
        const which = this.carriedWhich(statement);
        if (which === 'in') return { rule: 'N-T3-IN', what: '上年结转', candidates: [fit(['t3.carriedIn'], '上年结转')] };
        if (which === 'out') {
          const still = statement.outcome === 'pending';
          return {
            rule: 'N-T3-OUT',
            what: still ? '尚未办结' : '结转下年',
            candidates: [fit(['t3.carriedOut'], '结转下年度继续办理')],
            // What is still open when a text is written need not be what was open at the end of the year.
            ...(still ? { severity: 'warning' as const } : {}),
          };
        }
        return {
          rule: 'N-T3-OUT',
          what: '结转',
          candidates: [fit(['t3.carriedOut'], '结转下年度继续办理'), fit(['t3.carriedIn'], '上年结转')],
          lenient: '没有说明是上年结转还是结转下年。',
        };
      }
      case 'granted':
        return {
          rule: 'N-T3-CAT',
          what: '予以公开',
          candidates: [
            fit(['t3.r.granted'], '予以公开'),
            fit(['t3.r.granted', 't3.r.partial'], '予以公开＋部分公开', { fit: 'possible', note: '可能含部分公开' }),
          ],
        };
      case 'partial':
        return { rule: 'N-T3-CAT', what: '部分公开', candidates: [fit(['t3.r.partial'], '部分公开')] };
      case 'grantedOrPartial':
        return { rule: 'N-T3-CAT', what: '予以公开和部分公开', candidates: [fit(['t3.r.granted', 't3.r.partial'], '予以公开＋部分公开')] };
      case 'denied':
      case 'unable':
      case 'refused':
      case 'otherHandling': {
        const row = `t3.r.${concept}`;
        const name = ROW_NAMES[row]!;
        return {
          rule: 'N-T3-CAT',
          what: name,
          candidates: [
            fit([row], name),
            ...this.rows(row)
              .filter((each) => each !== row)
              .map((each) =>
                fit([each], name, { fit: 'mild', severity: 'hint', note: `，恰为其中“${this.nameOf([`${each}.total`])}”一项` }),
              ),
          ],
        };
      }
      case 'reason': {
        const row = statement.row!;
        if (this.rows(row).length === 0) return '统计表中没有这一行。';
        const name = this.nameOf([`${row}.total`]);
        return { rule: 'N-T3-CAT', what: name, candidates: [fit([row], name)] };
      }
      case 'withdrawn': {
        const row = this.rows('t3.r.otherHandling.misc').length > 0 ? 't3.r.otherHandling.misc' : 't3.r.otherHandling';
        return {
          rule: 'N-T3-CAT',
          what: '撤回申请',
          candidates: [fit([row], '其他处理·其他')],
          lenient: '“其他处理·其他”可能还含别的情形。',
        };
      }
      case 'review':
      case 'litigation':
      case 'disputes':
        return this.casePlan(statement, concept);
      case 'rules':
      case 'normative':
        return this.rulePlan(statement, concept);
      case 'licensing':
      case 'penalty':
      case 'coercion': {
        const [name, row] = DECISIONS[concept];
        if (statement.aspect === 'published') return this.publishedPlan(statement, concept);
        if (this.report.edition === '2019') return '2019年版表二的处理决定数量口径不同，没有比较。';
        const plan = {
          rule: 'N-T2-NUM',
          what: name,
          candidates: [{ keys: [`${row}.decisions`], name: `表二“${name}”处理决定数量`, fit: 'exact' as const }],
        };
        if (statement.aspect === 'decided' && statement.unit !== '条') return plan;
        // 行政处罚19件 without a verb: most likely decisions, since nothing is said of publishing.
        return statement.aspect === undefined && /^[件起宗例]/.test(statement.unit) && statement.section !== 's5'
          ? { ...plan, severity: 'hint' }
          : { ...plan, lenient: '没有说明是处理决定的数量。' };
      }
      case 'charge': {
        return {
          rule: 'N-T2-NUM',
          what: '行政事业性收费',
          candidates: [{ keys: [FEE_KEY], name: '表二“行政事业性收费”金额', fit: 'exact' }],
        };
      }
      default:
        return '统计表中没有对应的数据。';
    }
  }

  /** 结转 without 上年 or 下年: the years around it tell, or nothing does. */
  private carriedWhich({ year, carriedTo, outcome }: Statement): 'in' | 'out' | null {
    const own = this.report.year;
    if (own !== null) {
      if (carriedTo !== undefined && carriedTo !== own) return carriedTo > own ? 'out' : 'in';
      if (typeof year === 'number' && year !== own) return year < own ? 'in' : 'out';
    }
    return outcome === 'pending' ? 'out' : null;
  }

  private casePlan(statement: Statement, concept: 'review' | 'litigation' | 'disputes'): Plan | string {
    const { outcome, route } = statement;
    const groups =
      concept === 'review'
        ? ['review']
        : concept === 'disputes'
          ? ['review', 'litDirect', 'litAfter']
          : route
            ? [route]
            : ['litDirect', 'litAfter'];
    const subject =
      concept === 'review'
        ? '行政复议'
        : concept === 'disputes'
          ? '行政复议、行政诉讼'
          : route === 'litDirect'
            ? '未经复议直接起诉'
            : route === 'litAfter'
              ? '复议后起诉'
              : '行政诉讼';
    const at = (which: readonly string[], column: string): readonly string[] => which.map((group) => `t4.${group}.${column}`);
    if (outcome === 'rejected') {
      return {
        rule: 'N-T4-OUTCOME',
        what: subject,
        candidates: [
          { keys: at(groups, 'upheld'), name: `表四“${subject}”结果维持`, fit: 'exact' },
          { keys: at(groups, 'other'), name: `表四“${subject}”其他结果`, fit: 'exact' },
        ],
        lenient: '驳回、撤诉等在表四中可计入维持，也可计入其他结果。',
      };
    }
    if (outcome && outcome !== 'closed') {
      const own: Candidate = { keys: at(groups, outcome), name: `表四“${subject}”${OUTCOME_NAMES[outcome]}`, fit: 'exact' };
      // 行政复议5宗、行政诉讼0宗，其中2宗维持: of either or of both.
      const beside = this.besideTotal(statement);
      const others: readonly Candidate[] = beside
        ? [
            { ...own, keys: at(beside === 'review' ? ['review'] : ['litDirect', 'litAfter'], outcome) },
            { ...own, keys: at(['review', 'litDirect', 'litAfter'], outcome) },
          ]
        : [];
      return {
        rule: 'N-T4-OUTCOME',
        what: `${subject}${OUTCOME_NAMES[outcome]}`,
        candidates: [own, ...others],
      };
    }
    const closed: Candidate = {
      keys: at(groups, 'total'),
      minus: at(groups, 'pending'),
      name: `表四“${subject}”总计（不含尚未审结）`,
      fit: 'exact',
    };
    const total: Candidate = { keys: at(groups, 'total'), name: `表四“${subject}”总计`, fit: 'exact' };
    const rule = concept === 'litigation' ? 'N-T4-LIT' : 'N-T4-REV';
    if (outcome === 'closed') return { rule: 'N-T4-OUTCOME', what: `${subject}审结`, candidates: [closed, total] };
    const alone: readonly Candidate[] =
      concept === 'litigation' && !route
        ? (['litDirect', 'litAfter'] as const).map((each) => ({
            keys: at([each], 'total'),
            name: `表四“${subject}”总计`,
            fit: 'mild',
            severity: 'warning',
            note: `，恰为“${each === 'litDirect' ? '未经复议直接起诉' : '复议后起诉'}”一类`,
          }))
        : [];
    return {
      rule,
      none: 'N-T4-NONE',
      ...(concept === 'disputes' ? { severity: 'warning' as const } : {}),
      what: subject,
      candidates: [total, { ...closed, fit: 'mild', severity: 'warning', note: '，恰为已审结的件数' }, ...alone],
    };
  }

  /** The other kind of case that is counted right before the total of an item: 行政复议5宗、行政诉讼0宗，其中…. */
  private besideTotal({ part }: Statement): 'review' | 'litigation' | null {
    const total = part && this.statements[part.total];
    const before = part && this.statements[part.total - 1];
    if (!total || !before || before.at.block !== total.at.block || before.quote !== total.quote || before.outcome) return null;
    const { concept } = before;
    return (concept === 'review' || concept === 'litigation') && concept !== total.concept ? concept : null;
  }

  private rulePlan(statement: Statement, concept: 'rules' | 'normative'): Plan | string {
    const [name, row] = RULES[concept];
    if (this.report.edition === '2019') return '2019年版表二统计的是制作和公开数量，没有比较。';
    const cell = (aspect: 'issued' | 'repealed' | 'inForce'): Candidate => ({
      keys: [`${row}.${aspect}`],
      name: `表二“${name}”${ASPECT_NAMES[aspect]}`,
      fit: 'exact',
    });
    const { aspect } = statement;
    const whole = this.report.organKind === 'government' && statement.scope !== 'area';
    const lenient = whole ? '政府的报告可能只说本级，表二是全域数字。' : undefined;
    if (aspect === 'issued' || aspect === 'repealed' || aspect === 'inForce') {
      // 清理后继续有效33件 are those of former years.
      const besides: Candidate[] =
        aspect === 'inForce' ? [{ ...cell('inForce'), minus: [`${row}.issued`], fit: 'possible', note: '可能不含本年制发的' }] : [];
      const what = `${name}${aspect === 'issued' ? '制发' : aspect === 'repealed' ? '废止' : '现行有效'}`;
      return { rule: 'N-T2-NUM', what, candidates: [cell(aspect), ...besides], ...(lenient ? { lenient } : {}) };
    }
    return { rule: 'N-T2-NUM', what: name, candidates: [cell('issued'), cell('inForce')], lenient: '公开的件数不一定是本年制发的件数。' };
  }

  /** 公开行政处罚信息12条: published items are no decisions, but where there are items there should be decisions. */
  private publishedPlan(statement: Statement, concept: keyof typeof DECISIONS): Plan | string {
    const [name, row] = DECISIONS[concept];
    const key = `${row}.decisions`;
    const cell = this.sum([key]);
    if (cell.ok && cell.value === 0 && (statement.value ?? 0) > 0 && this.report.edition !== '2019' && statement.section !== 's5') {
      return {
        rule: 'N-T2-MENTION',
        severity: 'warning',
        what: `公开${name}信息`,
        candidates: [{ keys: [key], name: `表二“${name}”处理决定数量`, fit: 'exact' }],
      };
    }
    return '公开的信息条数不是处理决定的数量。';
  }

  private judge(statement: Statement, index: number, plan: Plan): Answer {
    const again = plan.rule === 'N-T3-CAT' ? this.saidInParts(statement) : null;
    if (again) return again;
    const value = statement.value!;
    const excuse = this.excuse(statement);
    const money = statement.kind === 'amount' || statement.concept === 'charge';
    let first: { candidate: Candidate; sum: CellSum } | null = null;
    let hit: { candidate: Candidate; value: number } | null = null;
    let unread: string | null = null;
    for (const candidate of plan.candidates) {
      if (candidate.keys.length === 0) continue;
      const sum = this.sum(candidate.keys);
      first ??= { candidate, sum };
      if (!sum.ok) {
        // What the words mean first must be readable, or nothing can be said.
        if (first.candidate === candidate) break;
        if (candidate.fit === 'exact') unread ??= sum.why;
        continue;
      }
      const minus = candidate.minus ? this.sum(candidate.minus) : null;
      if (minus && !minus.ok) continue;
      const other = (money ? sum.value * 1e4 : sum.value) - (minus?.ok ? minus.value : 0);
      if (money ? Math.abs(other - value) <= Math.max(this.tolerance(candidate.keys[0]!), roundingOf(statement)) : other === value) {
        if (!hit || (hit.candidate.fit !== 'exact' && candidate.fit === 'exact')) hit = { candidate, value: other };
        if (candidate.fit === 'exact') break;
      }
    }
    if (!first) return { why: '统计表中没有这一行。' };
    const { candidate, sum } = first;
    const base = { rule: plan.rule, statement: index, statements: [index], keys: candidate.keys, name: candidate.name };
    if (!sum.ok) {
      return excuse?.listed || plan.lenient
        ? { why: excuse?.why ?? plan.lenient ?? sum.why }
        : { comparison: { ...base, other: null, verdict: 'open', why: `${this.said(statement)}没有比较：${sum.why}`, at: [statement.at] } };
    }
    const other = money ? Math.round(sum.value * 1e8) / 1e4 : sum.value;
    const at = [statement.at, ...sum.terms.map((term) => term.at)];
    if (hit?.candidate.fit === 'exact') {
      const agreed = this.sum(hit.candidate.keys);
      return {
        comparison: {
          ...base,
          keys: hit.candidate.keys,
          name: hit.candidate.name,
          other: hit.value,
          verdict: 'agrees',
          at: [statement.at, ...(agreed.ok ? agreed.terms.map((term) => term.at) : [])],
        },
      };
    }
    // 各2件: for each of both.
    if (
      statement.guards.includes('each') &&
      candidate.keys.length > 1 &&
      sum.terms.every((term) => term.value === value || term.value === 0)
    ) {
      return { comparison: { ...base, other, verdict: 'agrees', at } };
    }
    if (excuse?.listed) return { why: excuse.why };
    if (plan.lenient) return { why: plan.lenient };
    // What the words may mean as well could not be read.
    if (unread !== null && hit === null)
      return { comparison: { ...base, other, verdict: 'open', why: `${this.said(statement)}没有比较：${unread}`, at } };
    const possible = hit?.candidate.fit === 'possible' ? hit.candidate : null;
    if (excuse || possible) {
      const why = excuse?.why ?? `${possible!.note ?? '可能是另一口径'}。`;
      return {
        comparison: {
          ...base,
          other,
          verdict: 'open',
          why: `${this.said(statement)}与${candidate.name}${this.amount(other, statement)}不等：${why}`,
          at,
        },
      };
    }
    const mild = hit?.candidate.fit === 'mild' ? hit.candidate : null;
    const none = plan.none !== undefined && (value === 0) !== (other === 0);
    const rule = none ? plan.none! : plan.rule;
    const severity = mild?.severity ?? (this.isLoosely(statement) ? 'warning' : plan.severity);
    const message =
      none && value === 0
        ? `正文称“${excerpt(statement)}”，${candidate.name}为${this.amount(other, statement)}。`
        : `正文称“${excerpt(statement)}”，${candidate.name}为${this.amount(other, statement)}，相差${tidy(Math.abs(other - value))}${mild?.note ?? ''}。`;
    const equation: Equation = {
      left: [{ key: 'text', label: '正文', value, at: statement.at }],
      right: sum.terms,
      relation: '=',
      leftSum: value,
      rightSum: other,
    };
    return {
      comparison: {
        ...base,
        rule,
        other,
        verdict: 'differs',
        message,
        at,
        ...(money ? {} : { equation }),
        // An error of the numbers is one of the rule's own gravity unless something speaks for the text.
        ...(severity && !(none && !mild && !this.isLoosely(statement)) ? { severity } : {}),
      },
    };
  }

  /** Is the number of new requests said in the same paragraph besides: 共受理59件，新收47件? */
  private saysNewBeside(statement: Statement): boolean {
    const cell = this.sum(['t3.newReceived.total']);
    if (!cell.ok) return false;
    this.saidNew ??= groupBy(
      this.statements.filter(
        (each) =>
          each.value === cell.value &&
          each.kind === 'count' &&
          !each.guards.includes('comparison') &&
          (each.concept === 'received' || (each.concept === 'carriedIn' && /新收|收到/.test(each.quote))),
      ),
      (each) => each.at.block,
    );
    const said = this.saidNew.get(statement.at.block) ?? [];
    // One of the first two is another one.
    return said.slice(0, 2).some((each) => each !== statement);
  }

  /** 1件按无法提供办结，18件按期限答复办结: does a number make the total of results together with others of its paragraph? */
  private completedByOthers(statement: Statement): boolean {
    const cell = this.sum(['t3.r.total.total']);
    if (!cell.ok || statement.concept !== 'done' || statement.applicant || statement.value === null) return false;
    this.results ??= this.findResults();
    const { sum, times } = this.results.get(statement.at.block) ?? { sum: 0, times: new Map<number, number>() };
    const own = isResult(statement) ? 1 : 0;
    const other = cell.value - statement.value;
    if ((times.get(other) ?? 0) > (other === statement.value ? own : 0)) return true;
    const all = own ? sum : sum + statement.value;
    return all === cell.value && all !== statement.value;
  }

  /** Numbers of results said in each block: their sum, and how often each number stands there. */
  private findResults(): Map<number, { sum: number; readonly times: Map<number, number> }> {
    const results = new Map<number, { sum: number; readonly times: Map<number, number> }>();
    for (const each of this.statements) {
      if (!isResult(each)) continue;
      const value = each.value!;
      const known = results.get(each.at.block) ?? { sum: 0, times: new Map<number, number>() };
      known.sum += value;
      known.times.set(value, (known.times.get(value) ?? 0) + 1);
      results.set(each.at.block, known);
    }
    return results;
  }

  /** 不掌握1件，信息不存在1件: two numbers for one cell, which are added up before they are compared. */
  private saidInParts(statement: Statement): Answer | null {
    const { concept, row, applicant } = statement;
    if (!isInParts(statement)) return null;
    const nameOf = (each: Statement): string => `${each.at.block}|${each.concept}|${each.row}|${each.applicant}|${each.kind}`;
    this.parts ??= groupBy(
      this.statements.filter((each) => isInParts(each) && each.value !== null),
      nameOf,
    );
    const same = this.parts.get(nameOf(statement)) ?? [];
    if (same.length < 2 || same.length > 6) return null;
    const cell = this.sum(this.cells(concept === 'reason' ? row! : `t3.r.${concept}`, applicant ?? 'total'));
    if (!cell.ok || same.some((each) => each.value === cell.value)) return null;
    return same.reduce((sum, each) => sum + each.value!, 0) === cell.value ? { why: '正文分几处说这一项，合计与表格相等。' } : null;
  }

  /** 全县 in a county's report, 县政府 in its office's: very likely the same, yet not certain. */
  private isLoosely({ scope }: Statement): boolean {
    return scope === 'area' || scope === 'narrow';
  }

  private said(statement: Statement): string {
    return `正文“${excerpt(statement)}”`;
  }

  private amount(value: number, statement: Statement): string {
    const unit = statement.kind === 'amount' ? '元' : '件';
    return `${tidy(value)}${unit}`;
  }

  /** Half a unit of the last printed place of an amount in 万元, in yuan; at least half a yuan. */
  private tolerance(key: string): number {
    const raw = this.facts.get(key)?.raw ?? '';
    const decimals = /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;
    return Math.max(0.5, (0.5 * 1e4) / 10 ** Math.min(decimals, 8) + 1e-6);
  }

  private compareRate(statement: Statement, index: number): Answer {
    if (statement.concept !== 'replyRate')
      return { why: statement.concept === 'change' ? '与上年比较，本报告没有上年数据。' : '统计表中没有对应的数据。' };
    if (statement.guards.includes('loose')) return { why: '不能确定说的是政府信息公开申请。' };
    const key = 't3.carriedOut.total';
    const name = '表三“结转下年度继续办理”总计';
    const sum = this.sum([key]);
    const base = { rule: 'N-RATE', statement: index, statements: [index], keys: [key], name };
    if (!sum.ok)
      return {
        comparison: { ...base, other: null, verdict: 'open', why: `${this.said(statement)}没有比较：${sum.why}`, at: [statement.at] },
      };
    const at = [statement.at, ...sum.terms.map((term) => term.at)];
    // 按时答复率 counts those that were due.
    const timely = /按时|按期|及时|按规定|法定|依法|期限/.test(statement.quote);
    if (statement.value !== 100 || sum.value === 0 || timely) return { comparison: { ...base, other: sum.value, verdict: 'agrees', at } };
    return {
      comparison: {
        ...base,
        other: sum.value,
        verdict: 'differs',
        at,
        message: `正文称“${excerpt(statement)}”，${name}为${sum.value}件。`,
      },
    };
  }

  private compareClaim(statement: Statement, index: number): Answer {
    const { claim } = statement;
    if (claim === 'allNatural' || claim === 'allGranted' || claim === 'allDone') return this.compareWhole(statement, index, claim);
    const groups =
      statement.concept === 'review'
        ? ['review']
        : statement.concept === 'litigation'
          ? ['litDirect', 'litAfter']
          : ['review', 'litDirect', 'litAfter'];
    const wrong = statement.claim === 'allUpheld' ? ['corrected', 'other', 'pending'] : ['corrected'];
    const keys = wrong.flatMap((outcome) => groups.map((group) => `t4.${group}.${outcome}`));
    const subject = statement.concept === 'review' ? '行政复议' : statement.concept === 'litigation' ? '行政诉讼' : '行政复议、行政诉讼';
    const name = `表四“${subject}”${wrong.map((each) => OUTCOME_NAMES[each as keyof typeof OUTCOME_NAMES]).join('、')}`;
    const base = { rule: 'N-T4-OUTCOME', statement: index, statements: [index], keys, name };
    const excluded = this.exclusion(statement);
    if (excluded) return { why: excluded };
    const sum = this.sum(keys);
    if (!sum.ok)
      return {
        comparison: { ...base, other: null, verdict: 'open', why: `${this.said(statement)}没有比较：${sum.why}`, at: [statement.at] },
      };
    const at = [statement.at, ...sum.terms.filter((term) => term.value).map((term) => term.at)];
    if (sum.value === 0) return { comparison: { ...base, other: 0, verdict: 'agrees', at: [statement.at] } };
    const excuse = this.excuse(statement);
    if (excuse)
      return excuse.listed
        ? { why: excuse.why }
        : { comparison: { ...base, other: sum.value, verdict: 'open', why: `${this.said(statement)}与${name}不符：${excuse.why}`, at } };
    const told = wrong.map(
      (each) => `${OUTCOME_NAMES[each as keyof typeof OUTCOME_NAMES]}${this.valueOf(groups.map((group) => `t4.${group}.${each}`))}`,
    );
    // 均获维持 may be said of those that were decided.
    const onlyPending =
      statement.claim === 'allUpheld' && this.valueOf(groups.flatMap((group) => [`t4.${group}.corrected`, `t4.${group}.other`])) === 0;
    return {
      comparison: {
        ...base,
        other: sum.value,
        verdict: 'differs',
        at,
        message: `正文称${subject}“${excerpt(statement)}”，表四${told.join('、')}件。`,
        ...(onlyPending ? { severity: 'hint' as const } : {}),
      },
    };
  }

  /** Said of all requests without a number: 申请人均为自然人, 均予以公开, 均已办结. */
  private compareWhole(statement: Statement, index: number, claim: 'allNatural' | 'allGranted' | 'allDone'): Answer {
    const excluded = this.exclusion(statement);
    if (excluded) return { why: excluded };
    const total = ['t3.r.total.total'];
    const [rule, keys, name] =
      claim === 'allNatural'
        ? ['N-T3-APPLICANT', this.cells('t3.newReceived', 'legalPersons'), '表三“本年新收”的“法人或其他组织”']
        : claim === 'allGranted'
          ? ['N-T3-CAT', ['t3.r.granted.total'], '表三“予以公开”总计']
          : ['N-RATE', ['t3.carriedOut.total'], '表三“结转下年度继续办理”总计'];
    const base = { rule, statement: index, statements: [index], keys, name };
    const sum = this.sum(keys);
    const all = this.sum(total);
    const gap = sum.ok ? (claim === 'allGranted' && !all.ok ? all.why : null) : sum.why;
    if (!sum.ok || gap !== null)
      return {
        comparison: { ...base, other: null, verdict: 'open', why: `${this.said(statement)}没有比较：${gap}`, at: [statement.at] },
      };
    const other = sum.value;
    const at = [statement.at, ...sum.terms.filter((term) => claim === 'allGranted' || term.value).map((term) => term.at)];
    const answered = all.ok ? all.value : 0;
    const timely = claim === 'allDone' && /按时|按期|及时|按规定|法定|依法|期限|时限/.test(statement.quote);
    if (claim === 'allGranted' ? other === answered : other === 0 || timely)
      return { comparison: { ...base, other, verdict: 'agrees', at } };
    const excuse = this.excuse(statement);
    if (excuse)
      return excuse.listed
        ? { why: excuse.why }
        : { comparison: { ...base, other, verdict: 'open', why: `${this.said(statement)}与${name}${other}件不符：${excuse.why}`, at } };
    const told = claim === 'allGranted' ? `${name}为${other}件，办理结果总计为${answered}件` : `${name}为${other}件`;
    // 全部公开 of what was granted wholly or in part.
    const partly = claim === 'allGranted' && other + this.valueOf(['t3.r.partial.total']) === answered;
    return {
      comparison: {
        ...base,
        other,
        verdict: 'differs',
        at,
        message: `正文称“${excerpt(statement)}”，${told}。`,
        ...(partly ? { severity: 'hint' as const } : {}),
      },
    };
  }

  private valueOf(keys: readonly string[]): number {
    const sum = this.sum(keys);
    return sum.ok ? sum.value : 0;
  }

  private compareMention(statement: Statement, index: number): Answer {
    const concept = statement.concept as keyof typeof DECISIONS;
    if (this.report.edition === '2019') return { why: '2019年版表二的处理决定数量口径不同，没有比较。' };
    if (statement.section !== 's1' && statement.section !== 's2') return { why: '不是对已公开情况的陈述。' };
    if (statement.guards.includes('plan') || /(?:应|应当|要|需|将|拟|须)(?:及时|依法|主动)?(?:公开|公示|公布|发布)/.test(statement.quote))
      return { why: '是要求或计划，不是已公开的情况。' };
    const [name, row] = DECISIONS[concept];
    const key = `${row}.decisions`;
    const base = { rule: 'N-T2-MENTION', statement: index, statements: [index], keys: [key], name: `表二“${name}”处理决定数量` };
    const excluded = this.exclusion(statement);
    if (excluded) return { why: excluded };
    const sum = this.sum([key]);
    if (!sum.ok)
      return {
        comparison: { ...base, other: null, verdict: 'open', why: `正文提到公开${name}信息，没有比较：${sum.why}`, at: [statement.at] },
      };
    const at = [statement.at, ...sum.terms.map((term) => term.at)];
    if (sum.value > 0) return { comparison: { ...base, other: sum.value, verdict: 'agrees', at } };
    if (statement.scope === 'units' || (statement.scope === 'area' && !AREA_ORGANS.includes(this.report.organKind)))
      return { why: '说的是其他单位公开的信息。' };
    const number = statement.of === undefined ? undefined : this.statements[statement.of];
    // 公开行政许可、行政处罚、招投标等信息89条: the number is of all of them.
    const numbered = number !== undefined && (number.value ?? 0) > 0 && !/[、，,等]/.test(this.between(statement, number));
    return {
      comparison: {
        ...base,
        other: 0,
        verdict: 'differs',
        at,
        message: `正文称公开${name}信息，表二“${name}”处理决定数量为0，请核实（可能是转发或目录类信息）。`,
        ...(numbered ? { severity: 'warning' as const } : {}),
      },
    };
  }

  /** The words from one statement to a later one of the same block. */
  private between(one: Statement, other: Statement): string {
    const block = this.report.blocks[one.at.block];
    if (!block || one.at.block !== other.at.block) return '，';
    return blockText(block).slice(one.at.from ?? 0, other.at.to ?? 0);
  }

  private compareFee(statement: Statement, index: number): Answer {
    const notice = statement.concept === 'feeNotice';
    const base = { rule: 'N-FEE-6', statement: index, statements: [index] };
    const value = statement.value ?? 0;
    if (this.report.edition === '2019') return { why: '信息处理费自2021年度起报告，没有比较。' };
    if (!notice && value > 0) {
      const fee = this.sum([FEE_KEY]);
      const name = '表二“行政事业性收费”金额';
      if (!fee.ok)
        return {
          comparison: {
            ...base,
            keys: [FEE_KEY],
            name,
            other: null,
            verdict: 'open',
            why: `${this.said(statement)}没有比较：${fee.why}`,
            at: [statement.at],
          },
        };
      const at = [statement.at, ...fee.terms.map((term) => term.at)];
      const found = { ...base, keys: [FEE_KEY], name, other: fee.value, at, severity: 'hint' as const };
      if (fee.value === 0) {
        return {
          comparison: {
            ...found,
            verdict: 'differs',
            message: `正文称“${excerpt(statement)}”，${name}为0；信息处理费属于行政事业性收费，请核实。`,
          },
        };
      }
      if (value % 10 !== 0 && statement.part === undefined) {
        return {
          comparison: {
            ...found,
            verdict: 'differs',
            message: `正文称“${excerpt(statement)}”，信息处理费各档标准都是10元的整数倍，请核实。`,
          },
        };
      }
      return { comparison: { ...found, verdict: 'agrees' } };
    }
    const name = '表三“逾期未按收费通知要求缴纳费用”总计';
    const overdue = this.sum([OVERDUE_FEE]);
    if (!overdue.ok) {
      if (!notice) return { why: '没有相关的单元格可以比较。' };
      return {
        comparison: {
          ...base,
          keys: [OVERDUE_FEE],
          name,
          other: null,
          verdict: 'open',
          why: `${this.said(statement)}没有比较：${overdue.why}`,
          at: [statement.at],
        },
      };
    }
    const at = [statement.at, ...overdue.terms.map((term) => term.at)];
    const found = { ...base, keys: [OVERDUE_FEE], name, other: overdue.value, at };
    // Not to have collected anything contradicts nothing; not to have sent a notice does.
    if (!notice || value >= overdue.value) return { comparison: { ...found, verdict: 'agrees' } };
    return {
      comparison: {
        ...found,
        verdict: 'differs',
        severity: value === 0 ? 'error' : 'warning',
        message: `正文称“${excerpt(statement)}”，${name}为${overdue.value}件，至少应发出这么多收费通知。`,
      },
    };
  }
}

const RESULTS = new Set('granted partial grantedOrPartial denied unable refused otherHandling withdrawn reason done'.split(' '));

/** Is it a number of requests that were settled in one way? */
function isResult({ kind, value, concept }: Statement): boolean {
  return kind === 'count' && value !== null && RESULTS.has(concept ?? '');
}

/** May it be one of several numbers for one cell? */
function isInParts({ concept }: Statement): boolean {
  return concept === 'reason' || concept === 'denied' || concept === 'unable' || concept === 'refused';
}

function groupBy<Key>(statements: readonly Statement[], keyOf: (statement: Statement) => Key): Map<Key, Statement[]> {
  const groups = new Map<Key, Statement[]>();
  for (const each of statements) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

/** 258.5亿元, 3.5万元: half a unit of the last printed place, in yuan; 0 where nothing tells that it is rounded. */
function roundingOf({ quote, marked, decimals }: Statement): number {
  const printed = quote.slice(marked.from, marked.to + 2);
  const scale = printed.includes('亿') ? 1e8 : printed.includes('万') && decimals > 0 ? 1e4 : 0;
  return (0.5 * scale) / 10 ** decimals;
}
