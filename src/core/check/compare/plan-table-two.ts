// Which cells of table two a number of documents, decisions or an amount may mean.
import type { Statement } from '../../model/statement.ts';
import type { Desk } from './desk.ts';
import { ASPECT_NAMES, DECISIONS, FEE_KEY, RULES } from './names.ts';
import type { Candidate, Plan } from './plan.ts';

/** A plan, or why no cell is meant; null where nothing of table two is counted. */
export function planOfTableTwo(desk: Desk, statement: Statement): Plan | string | null {
  const { concept } = statement;
  switch (concept) {
    case 'rules':
    case 'normative':
      return planOfRules(desk, statement, concept);
    case 'licensing':
    case 'penalty':
    case 'coercion': {
      const [name, row] = DECISIONS[concept];
      if (statement.aspect === 'published') return planOfPublished(desk, statement, concept);
      // 行政强制4件，其中强制措施3件.
      if (statement.part && desk.statements[statement.part.total]?.concept === concept) return '是同一事项的分项，没有比较。';
      if (concept === 'coercion' && isKindOfCoercion(desk, statement)) return '强制措施与强制执行分开说，表二是合计。';
      if (desk.report.edition === '2019') return '2019年版表二的处理决定数量口径不同，没有比较。';
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
    case 'charge':
      return {
        rule: 'N-T2-NUM',
        what: '行政事业性收费',
        candidates: [{ keys: [FEE_KEY], name: '表二“行政事业性收费”金额', fit: 'exact' }],
      };
    default:
      return null;
  }
}

function planOfRules(desk: Desk, statement: Statement, concept: 'rules' | 'normative'): Plan | string {
  const [name, row] = RULES[concept];
  if (desk.report.edition === '2019') return '2019年版表二统计的是制作和公开数量，没有比较。';
  const cell = (aspect: 'issued' | 'repealed' | 'inForce'): Candidate => ({
    keys: [`${row}.${aspect}`],
    name: `表二“${name}”${ASPECT_NAMES[aspect]}`,
    fit: 'exact',
  });
  const { aspect } = statement;
  // 公开规章13件（含新制定5件，修改4件）: of those published.
  const all = statement.part && desk.statements[statement.part.total];
  const ofPublished = all?.concept === concept && (all.aspect === 'published' || all.aspect === undefined);
  const whole = desk.report.organKind === 'government' && statement.scope !== 'area';
  const lenient = ofPublished
    ? '是所公开件数的分项，不一定是全年的件数。'
    : whole
      ? '政府的报告可能只说本级，表二是全域数字。'
      : aspect === 'repealed' && isRepealedApart(desk, statement)
        ? '废止与宣布失效分开说，表二的废止件数是否合计，各地做法不一。'
        : undefined;
  if (aspect === 'issued' || aspect === 'repealed' || aspect === 'inForce') {
    // 清理后继续有效33件 are those of former years.
    const besides: Candidate[] =
      aspect === 'inForce' ? [{ ...cell('inForce'), minus: [`${row}.issued`], fit: 'possible', note: '可能不含本年制发的' }] : [];
    const what = `${name}${aspect === 'issued' ? '制发' : aspect === 'repealed' ? '废止' : '现行有效'}`;
    return { rule: 'N-T2-NUM', what, candidates: [cell(aspect), ...besides], ...(lenient ? { lenient } : {}) };
  }
  return { rule: 'N-T2-NUM', what: name, candidates: [cell('issued'), cell('inForce')], lenient: '公开的件数不一定是本年制发的件数。' };
}

/** 行政强制措施3件，行政强制执行1件: two kinds of what is counted together. */
function isKindOfCoercion(desk: Desk, statement: Statement): boolean {
  if (!/强制(?:措施|执行)/.test(statement.quote.slice(0, statement.marked.from))) return false;
  return desk.statements.some((each) => each !== statement && each.concept === 'coercion' && each.at.block === statement.at.block);
}

/** 废止2件，宣布失效1件: two numbers of what is no longer in force. */
function isRepealedApart(desk: Desk, statement: Statement): boolean {
  const said = desk.statements.filter(
    (each) => each.aspect === 'repealed' && each.concept === statement.concept && each.at.block === statement.at.block,
  );
  return said.length > 1 && said.some((each) => /失效[^废]*$/.test(each.quote.slice(0, each.marked.from)));
}

/** 公开行政处罚信息12条: published items are no decisions, but where there are items there should be decisions. */
function planOfPublished(desk: Desk, statement: Statement, concept: keyof typeof DECISIONS): Plan | string {
  const [name, row] = DECISIONS[concept];
  const key = `${row}.decisions`;
  const cell = desk.cells.sum([key]);
  if (cell.ok && cell.value === 0 && (statement.value ?? 0) > 0 && desk.report.edition !== '2019' && statement.section !== 's5') {
    return {
      rule: 'N-T2-MENTION',
      severity: 'warning',
      what: `公开${name}信息`,
      candidates: [{ keys: [key], name: `表二“${name}”处理决定数量`, fit: 'exact' }],
    };
  }
  return '公开的信息条数不是处理决定的数量。';
}
