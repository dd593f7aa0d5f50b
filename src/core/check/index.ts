// Report → findings and checks: runs every rule on the shelf, stamps what a rule does not know (id, severity, fingerprint, cause), sorts.
import type { Position } from '../model/document.ts';
import type { Check, Finding } from '../model/finding.ts';
import type { Fact, Report } from '../model/report.ts';
import { EDITION_NAMES, SEVERITIES } from '../model/vocabulary.ts';
import { bindCauses } from './causes.ts';
import type { Stamped } from './causes.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { CheckOptions } from './options.ts';
import type { Problem, Rule, RuleContext } from './rule.ts';

/** Families of rules by the first letter of their ids, in the order in which they are listed. */
export const FAMILY_NAMES = {
  P: '文件与解析',
  M: '标题、单位与期限',
  S: '结构与格式',
  R: '表格数据',
  N: '文字与数据',
  Y: '跨年度',
  A: '跨单位',
  W: '用语',
} as const;
/** The letter with which ids of rules of a kind begin. */
export type Family = keyof typeof FAMILY_NAMES;
const FAMILIES = Object.keys(FAMILY_NAMES);

/** Family of a rule: the letter before the first hyphen of its id. */
export function familyOf(id: string): Family {
  return id.slice(0, 1) as Family;
}

export type { CheckOptions, OwnWords } from './options.ts';

const files = import.meta.glob<Rule>('./rules/*/*.ts', { eager: true, import: 'default' });

/** Every rule, by family, then by id. */
export const rules: readonly Rule[] = Object.values(files).sort(
  (a, b) => FAMILIES.indexOf(familyOf(a.id)) - FAMILIES.indexOf(familyOf(b.id)) || compareText(a.id, b.id),
);

/** Runs every rule that is on. Findings are in reading order; the same report always gives the same result. */
export function check(report: Report, options: CheckOptions = {}): { findings: Finding[]; checks: Check[] } {
  return runRules(
    rules.filter((rule) => isOn(rule, options)),
    report,
    options,
  );
}

/** Is a rule on, given a user's wishes? */
export function isOn(rule: Rule, options: CheckOptions): boolean {
  if (options.off?.includes(rule.id)) return false;
  return !rule.off || !!options.on?.includes(rule.id);
}

/** Runs the given rules, on or off, over one report. */
export function runRules(chosen: readonly Rule[], report: Report, options: CheckOptions = {}): { findings: Finding[]; checks: Check[] } {
  const { fact } = contextOf(report, options);
  const stamped: Stamped[] = [];
  const checks: Check[] = [];
  for (const rule of chosen) {
    const problems = judge(rule, { report, options, fact, threshold: (id) => thresholdOf(rule, id, options) }, checks);
    // Most rules find nothing in most reports.
    if (problems.length === 0) continue;
    const fingerprints = fingerprintsOf(rule.id, problems, report);
    for (let index = 0; index < problems.length; index++) {
      const problem = problems[index]!;
      stamped.push({ finding: findingOf(rule, problem, fingerprints[index]!, options), named: problem.cause });
    }
  }
  if (stamped.length === 0) return { findings: [], checks };
  stamped.sort(
    ({ finding: a }, { finding: b }) =>
      comparePlaces(a.at[0], b.at[0]) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareText(a.rule, b.rule),
  );
  return { findings: bindCauses(stamped), checks };
}

/** What rules see of a report; each rule gets its own thresholds on top. */
export function contextOf(report: Report, options: CheckOptions = {}): RuleContext {
  const facts = new Map<string, Fact>();
  // The first cell of a key speaks; a repeated table is the matter of a rule of structure.
  for (const fact of report.facts) if (!facts.has(fact.key)) facts.set(fact.key, fact);
  return {
    report,
    options,
    fact: (key) => facts.get(key),
    threshold: (id) => {
      throw new Error(`no rule, no threshold “${id}”`);
    },
  };
}

/** A threshold of a rule: a person's, kept within the rule's bounds, or else the rule's own. */
export function thresholdOf(rule: Rule, id: string, options: CheckOptions = {}): number {
  const threshold = rule.thresholds?.find((each) => each.id === id);
  if (!threshold) throw new Error(`${rule.id} has no threshold “${id}”`);
  const wished = options.thresholds?.[`${rule.id}/${id}`] ?? threshold.initial;
  return Number.isFinite(wished) ? Math.min(threshold.max, Math.max(threshold.min, wished)) : threshold.initial;
}

/** Of one rule in one report; more than the form has cells. Nobody reads further, and a text made of nothing else would fill the page. */
const MOST_PROBLEMS = 300;

const NO_PROBLEMS: readonly Problem[] = [];

/**
 * Runs one rule, adds its checks and answers its problems. What rules yield comes in some three hundred shapes, and to look into an object of
 * a shape not expected costs the engine more than many a rule: each field is asked for once.
 */
function judge(rule: Rule, context: RuleContext, checks: Check[]): readonly Problem[] {
  const { id } = rule;
  const { edition } = context.report;
  if (rule.editions !== 'all' && !rule.editions.some((each) => each === edition)) {
    // On a report of another edition there is nothing to judge; where the edition is not certain, there may be.
    if (edition === '2019' || edition === '2021') return NO_PROBLEMS;
    const fits = rule.editions.map((each) => EDITION_NAMES[each]).join('、');
    checks.push({ rule: id, keys: [], result: 'notAssessed', why: `本规则适用于${fits}，本报告为“${EDITION_NAMES[edition]}”。` });
    return NO_PROBLEMS;
  }
  const before = checks.length;
  let problems: Problem[] | null = null;
  try {
    for (const judgement of rule.check(context)) {
      const { result, keys = [], why } = judgement;
      if (result === 'passed') {
        checks.push(why === undefined ? { rule: id, keys, result } : { rule: id, keys, result, why });
        continue;
      }
      if (result === 'notAssessed') {
        const reason = why ?? '没有可供判断的内容。';
        checks.push(judgement.aside ? { rule: id, keys, result, why: reason, aside: true } : { rule: id, keys, result, why: reason });
        continue;
      }
      problems ??= [];
      if (problems.length === MOST_PROBLEMS) {
        checks.push({ rule: id, keys: [], result: 'notAssessed', why: `同类问题已列出${MOST_PROBLEMS}处，其余没有列出。` });
        break;
      }
      problems.push(judgement as Problem);
      // A judgement that says neither yes nor no always says why.
      const reason = why ?? (result === 'doubtful' ? '单元格的位置不能确定。' : undefined);
      checks.push(reason === undefined ? { rule: id, keys, result } : { rule: id, keys, result, why: reason });
    }
  } catch {
    // What it had passed before it broke is not trusted; what it had found is still worth a look.
    const found = checks.slice(before).filter(({ result }) => result === 'problem' || result === 'doubtful');
    checks.length = before;
    checks.push(...found, { rule: id, keys: [], result: 'notAssessed', why: '规则运行出错' });
  }
  if (checks.length === before) checks.push({ rule: id, keys: [], result: 'passed' });
  return problems ?? NO_PROBLEMS;
}

function findingOf(rule: Rule, problem: Problem, fingerprint: string, options: CheckOptions): Finding {
  // What is doubtful is a matter for a person to look at, so it is never an error unless the rule or the user says so.
  const own = problem.severity ?? (problem.result === 'doubtful' && rule.severity === 'error' ? 'warning' : rule.severity);
  return {
    rule: rule.id,
    severity: options.severities?.[rule.id] ?? own,
    message: problem.message,
    at: problem.at,
    keys: problem.keys ?? [],
    ...(problem.quote === undefined ? {} : { quote: problem.quote }),
    ...(problem.equation === undefined ? {} : { equation: problem.equation }),
    ...(problem.suspects === undefined ? {} : { suspects: problem.suspects }),
    ...(problem.unlocated === undefined ? {} : { unlocated: problem.unlocated }),
    fingerprint,
  };
}

/** Reading order; what has no place concerns the whole report and comes first. */
function comparePlaces(a: Position | undefined, b: Position | undefined): number {
  if (!a || !b) return Number(!!a) - Number(!!b);
  return a.block - b.block || (a.row ?? -1) - (b.row ?? -1) || (a.column ?? -1) - (b.column ?? -1) || (a.from ?? -1) - (b.from ?? -1);
}

/** Order by code unit: the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
