// What stands beside a number in the text and explains it: other numbers of its paragraph, of its cell, of its total.
// Each is found once for all statements, so that many statements take no longer each than a few.
import { blockText } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import type { Cells } from './cells.ts';
import type { Answer } from './comparison.ts';

/** Statements of a paragraph behind a total, among which what it contains is looked for. */
const NEAR = 12;

/** Outcomes of one way of cases. */
const OUTCOMES = 5;

/** What stands beside each number of a text: the others of its paragraph, and the words between. */
export class Beside {
  private saidNew: Map<number, Statement[]> | null = null;
  private results: ReturnType<Beside['findResults']> | null = null;
  private parts: Map<string, Statement[]> | null = null;
  private cases: Map<string, Statement[]> | null = null;
  private reasons: Map<number, Statement[]> | null = null;

  constructor(
    private readonly report: Report,
    private readonly statements: readonly Statement[],
    private readonly cells: Cells,
  ) {}

  /** Is the number of new requests said in the same paragraph besides: 共受理59件，新收47件? */
  saysNew(statement: Statement): boolean {
    const cell = this.cells.sum(['t3.newReceived.total']);
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

  /** Does the paragraph say that the number contains what was carried in: 共受理45件，包括上年结转4件? */
  saysCarriedWithin(statement: Statement): boolean {
    const cell = this.cells.sum(['t3.carriedIn.total']);
    return (
      cell.ok &&
      this.statements
        // Said behind the number, and not far: the rest of a paragraph with all results in it.
        .slice(this.statements.indexOf(statement) + 1, this.statements.indexOf(statement) + 1 + NEAR)
        .some(
          (each) =>
            each.at.block === statement.at.block &&
            each.value === cell.value &&
            /^carried(?:In)?$/.test(each.concept ?? '') &&
            /^[（(]?(?:其中)?(?:包括|包含|含)/.test(each.quote),
        )
    );
  }

  /** 其中办结36件，办结率100%, and nothing was carried on: those are all there were. */
  isRatedWhole(statement: Statement): boolean {
    if (statement.concept !== 'done') return false;
    const next = this.statements[this.statements.indexOf(statement) + 1];
    if (next?.concept !== 'replyRate' || next.value !== 100 || next.at.block !== statement.at.block) return false;
    const open = this.cells.sum(['t3.carriedOut.total']);
    return open.ok && open.value === 0;
  }

  /** 收到11件，其中办结8件、结转下年3件: settled and carried on, side by side in one list, are all there were. */
  leavesOpen(statement: Statement): boolean {
    const { part, concept, applicant } = statement;
    if (!part || concept !== 'done' || applicant) return false;
    const total = this.statements[part.total]!;
    if (!/^(?:received|due|handled)$/.test(total.concept ?? '') || total.applicant) return false;
    const from = part.total + 1;
    const list = this.statements.slice(from, from + NEAR).filter((each) => each.part?.group === part.group && !each.applicant);
    return list.some((each) => each.concept === 'carriedOut') && list.every((each) => each === statement || each.concept !== 'done');
  }

  /** 已答复45件，加上结转的3件，全年共答复48件: is the number of all that were answered said in the same paragraph besides? */
  saysAnswered(statement: Statement): boolean {
    const cell = this.cells.sum(['t3.r.total.total']);
    if (!cell.ok || statement.concept !== 'done' || statement.value === null || statement.value > cell.value) return false;
    const index = this.statements.indexOf(statement);
    return this.statements
      .slice(Math.max(0, index - NEAR), index + NEAR)
      .some(
        (each) =>
          each !== statement &&
          each.at.block === statement.at.block &&
          each.concept === 'done' &&
          each.value === cell.value &&
          each.total === true,
      );
  }

  /** 3件不予公开，16件按时答复: does a number make the total of results together with others of its paragraph? */
  completesResults(statement: Statement): boolean {
    const cell = this.cells.sum(['t3.r.total.total']);
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

  /** 不掌握1件，信息不存在1件; 分局收到3件，局机关收到12件: several numbers for one cell, which are added up before they are compared. */
  sumsToOneCell(statement: Statement): Answer | null {
    const { concept, row, applicant } = statement;
    if (!isInParts(statement)) return null;
    const nameOf = (each: Statement): string => `${each.at.block}|${each.concept}|${each.row}|${each.applicant}|${each.kind}`;
    this.parts ??= groupBy(
      this.statements.filter((each) => isInParts(each) && each.value !== null),
      nameOf,
    );
    const same = this.parts.get(nameOf(statement)) ?? [];
    if (same.length < 2 || same.length > 6) return null;
    const of = concept === 'reason' ? row! : concept === 'received' ? 't3.newReceived' : `t3.r.${concept}`;
    const cell = this.cells.sum(this.cells.of(of, applicant ?? 'total'));
    if (!cell.ok || same.some((each) => each.value === cell.value)) return null;
    return same.reduce((sum, each) => sum + each.value!, 0) === cell.value ? { why: '正文分几处说这一项，合计与表格相等。' } : null;
  }

  /** Rows of a group that its paragraph counts by themselves. */
  rowsBeside({ at }: Statement, group: string): ReadonlySet<string> {
    this.reasons ??= groupBy(
      this.statements.filter((each) => each.concept === 'reason' && each.kind === 'count' && !each.applicant),
      (each) => each.at.block,
    );
    const rows = (this.reasons.get(at.block) ?? []).map((each) => each.row!);
    return new Set(rows.filter((each) => each.startsWith(`${group}.`)));
  }

  /** 行政复议12件，其中维持6件: is the number of all cases, said in the same paragraph, the one of table four? */
  agreesAsWhole({ concept, outcome, at }: Statement): boolean {
    if (!outcome || (concept !== 'review' && concept !== 'litigation')) return false;
    const groups = concept === 'review' ? ['review'] : ['litDirect', 'litAfter'];
    const cell = this.cells.sum(groups.map((group) => `t4.${group}.total`));
    if (!cell.ok || cell.value < 2) return false;
    this.cases ??= groupBy(
      this.statements.filter((each) => (each.concept === 'review' || each.concept === 'litigation') && !each.outcome && !each.route),
      (each) => `${each.at.block}|${each.concept}`,
    );
    return (this.cases.get(`${at.block}|${concept}`) ?? []).some((each) => each.value === cell.value);
  }

  /** 复议后起诉的3件，维持2件: the way of the cases that were counted right before, whose outcomes these may be. */
  routeBefore(statement: Statement): Statement['route'] {
    const index = this.statements.indexOf(statement);
    for (let near = index - 1; near >= Math.max(0, index - OUTCOMES); near--) {
      const each = this.statements[near]!;
      if (each.at.block !== statement.at.block || each.concept !== statement.concept) return undefined;
      if (each.route && !each.outcome) return each.route;
      if (!each.outcome) return undefined;
    }
    return undefined;
  }

  /** The other kind of case that is counted right before the total of an item: 行政复议4件、行政诉讼1件，其中…. */
  otherCases({ part }: Statement): 'review' | 'litigation' | null {
    const total = part && this.statements[part.total];
    const before = part && this.statements[part.total - 1];
    if (!total || !before || before.at.block !== total.at.block || before.quote !== total.quote || before.outcome) return null;
    const { concept } = before;
    return (concept === 'review' || concept === 'litigation') && concept !== total.concept ? concept : null;
  }

  /** The words from one statement to a later one of the same block. */
  between(one: Statement, other: Statement): string {
    const block = this.report.blocks[one.at.block];
    if (!block || one.at.block !== other.at.block) return '，';
    return blockText(block).slice(one.at.from ?? 0, other.at.to ?? 0);
  }
}

const RESULTS = new Set('granted partial grantedOrPartial denied unable refused otherHandling withdrawn reason done'.split(' '));

/** Is it a number of requests that were settled in one way? */
function isResult({ kind, value, concept }: Statement): boolean {
  return kind === 'count' && value !== null && RESULTS.has(concept ?? '');
}

/** May it be one of several numbers for one cell? */
function isInParts({ concept, guards, part, applicant }: Statement): boolean {
  if (concept === 'received') return !part && !applicant && !guards.includes('channel') && !guards.includes('comparison');
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
