// Which cells of table four a number of reviews or lawsuits may mean.
import type { Statement } from '../../model/statement.ts';
import type { Desk } from './desk.ts';
import { areCountedApart, areOfEveryKind, decidedBy } from './case-context.ts';
import { OUTCOME_NAMES } from './names.ts';
import type { Candidate, Plan } from './plan.ts';

/** 这3起事项均未发生行政复议: what is counted is what no case came of. */
const CAME_OF_NONE = /^[^，。；：]{0,24}(?:未|没有|无)(?:曾)?(?:发生|出现|引起|引发|产生|导致|提起|申请)[^，。；：]{0,24}(?:复议|诉讼)/;

const NOT_ALL = '新收与上年结转的案件分开说，表四是否含上年结转的案件各地做法不一。';

/** A plan; null where no cases are counted. */
export function planOfCases(desk: Desk, statement: Statement): Plan | null {
  const { outcome, route } = statement;
  if (statement.concept !== 'review' && statement.concept !== 'litigation' && statement.concept !== 'disputes') return null;
  if (statement.kind === 'count' && CAME_OF_NONE.test(statement.quote.slice(statement.marked.to))) return null;
  if (statement.kind === 'count' && areOfEveryKind(desk.report, statement)) return null;
  // 诉讼3件，其中1件对复议决定不服: how some of the lawsuits came about, and no number of reviews.
  const all = statement.part && desk.statements[statement.part.total];
  // 争议8件（复议5＋诉讼3），其中维持6件: of whatever was counted in front.
  if (all?.concept === null && outcome) return null;
  if (all?.concept === 'litigation' && statement.concept === 'review' && !statement.part!.label.includes('复议')) return null;
  const concept = (statement.concept === 'disputes' && outcome ? decidedBy(desk.report, statement) : null) ?? statement.concept;
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
    // 行政复议4件、行政诉讼1件，其中维持3件: of either or of both.
    const beside = desk.beside.otherCases(statement);
    const others: readonly Candidate[] = beside
      ? [
          { ...own, keys: at(beside === 'review' ? ['review'] : ['litDirect', 'litAfter'], outcome) },
          { ...own, keys: at(['review', 'litDirect', 'litAfter'], outcome) },
        ]
      : [];
    // 复议后起诉的3件，维持2件: of those, unless of all.
    const before = concept === 'litigation' && !route ? desk.beside.routeBefore(statement) : undefined;
    const ways: readonly Candidate[] = before
      ? [
          {
            keys: at([before], outcome),
            name: `表四“${before === 'litDirect' ? '未经复议直接起诉' : '复议后起诉'}”${OUTCOME_NAMES[outcome]}`,
            fit: 'exact',
          },
        ]
      : [];
    return {
      rule: 'N-T4-OUTCOME',
      what: `${subject}${OUTCOME_NAMES[outcome]}`,
      candidates: [...ways, own, ...others],
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
    ...(statement.kind === 'count' && areCountedApart(desk.report, statement) ? { lenient: NOT_ALL } : {}),
  };
}
