// Claims without a number: 均获维持, 无一被纠正, 申请人均为自然人, 均予以公开, 均已办结.
import type { Statement } from '../../model/statement.ts';
import { agrees, excerpt, excused, unread } from './comparison.ts';
import type { Answer } from './comparison.ts';
import type { Desk } from './desk.ts';
import { excuseOf, exclusionOf } from './exclusion.ts';
import { OUTCOME_NAMES } from './names.ts';

export function compareClaim(desk: Desk, statement: Statement, index: number): Answer {
  const { claim } = statement;
  if (claim === 'allNatural' || claim === 'allLegal' || claim === 'allGranted' || claim === 'allDone')
    return compareWhole(desk, statement, index, claim);
  const groups =
    statement.concept === 'review'
      ? ['review']
      : statement.concept === 'litigation'
        ? ['litDirect', 'litAfter']
        : ['review', 'litDirect', 'litAfter'];
  // 已判决3件（均维持）: said of those that were decided.
  const before = desk.statements[index - 1];
  const decided = before?.outcome === 'closed' && before.at.block === statement.at.block && before.concept === statement.concept;
  const wrong =
    statement.claim === 'allUpheld'
      ? ['corrected', 'other', ...(decided ? [] : ['pending'])]
      : statement.claim === 'allCorrected'
        ? ['upheld', 'other', 'pending']
        : ['corrected'];
  const keys = wrong.flatMap((outcome) => groups.map((group) => `t4.${group}.${outcome}`));
  const subject = statement.concept === 'review' ? '行政复议' : statement.concept === 'litigation' ? '行政诉讼' : '行政复议、行政诉讼';
  const name = `表四“${subject}”${wrong.map((each) => OUTCOME_NAMES[each as keyof typeof OUTCOME_NAMES]).join('、')}`;
  const base = { rule: 'N-T4-OUTCOME', statement: index, statements: [index], keys, name };
  const excluded = exclusionOf(desk, statement);
  if (excluded) return { why: excluded };
  const sum = desk.cells.sum(keys);
  if (!sum.ok) return unread(base, statement, sum.why);
  const at = [statement.at, ...sum.terms.filter((term) => term.value).map((term) => term.at)];
  if (sum.value === 0) return agrees(base, 0, [statement.at]);
  const excuse = excuseOf(desk, statement) ?? excuseOfCounted(desk, statement, before);
  if (excuse) return excused(excuse, base, statement, sum.value, `${name}不符`, at);
  const told = wrong.map(
    (each) => `${OUTCOME_NAMES[each as keyof typeof OUTCOME_NAMES]}${desk.cells.valueOf(groups.map((group) => `t4.${group}.${each}`))}`,
  );
  // 均获维持 may be said of those that were decided.
  const settled = wrong.filter((each) => each !== 'pending').flatMap((each) => groups.map((group) => `t4.${group}.${each}`));
  const onlyPending = wrong.includes('pending') && desk.cells.valueOf(settled) === 0;
  if (onlyPending && /(?<!未)(?:审结|办结|结案)/.test(statement.quote)) return agrees(base, 0, [statement.at]);
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

/** 行政处罚19件，行政复议2件，均维持; 5件，其中征地类2件，均维持: said of cases that are not all of table four. */
function excuseOfCounted(desk: Desk, statement: Statement, before: Statement | undefined): ReturnType<typeof excuseOf> {
  if (before?.kind !== 'count' || before.at.block !== statement.at.block) return null;
  const total = before.part && desk.statements[before.part.total];
  return before.concept === statement.concept || total?.concept === statement.concept ? excuseOf(desk, before) : null;
}

/** Said of all requests without a number: 申请人均为自然人, 均予以公开, 均已办结. */
function compareWhole(
  desk: Desk,
  statement: Statement,
  index: number,
  claim: 'allNatural' | 'allLegal' | 'allGranted' | 'allDone',
): Answer {
  const excluded = exclusionOf(desk, statement);
  if (excluded) return { why: excluded };
  const total = ['t3.r.total.total'];
  const [rule, keys, name] =
    claim === 'allNatural'
      ? ['N-T3-APPLICANT', desk.cells.of('t3.newReceived', 'legalPersons'), '表三“本年新收”的“法人或其他组织”']
      : claim === 'allLegal'
        ? ['N-T3-APPLICANT', desk.cells.of('t3.newReceived', 'natural'), '表三“本年新收”的“自然人”']
        : claim === 'allGranted'
          ? ['N-T3-CAT', ['t3.r.granted.total'], '表三“予以公开”总计']
          : ['N-RATE', ['t3.carriedOut.total'], '表三“结转下年度继续办理”总计'];
  const base = { rule, statement: index, statements: [index], keys, name };
  const sum = desk.cells.sum(keys);
  const all = desk.cells.sum(total);
  if (!sum.ok) return unread(base, statement, sum.why);
  if (claim === 'allGranted' && !all.ok) return unread(base, statement, all.why);
  const other = sum.value;
  const at = [statement.at, ...sum.terms.filter((term) => claim === 'allGranted' || term.value).map((term) => term.at)];
  const answered = all.ok ? all.value : 0;
  const timely = claim === 'allDone' && /按时|按期|及时|按规定|法定|依法|期限|时限/.test(statement.quote);
  if (claim === 'allGranted' ? other === answered : other === 0 || timely) return agrees(base, other, at);
  const excuse = excuseOf(desk, statement);
  if (excuse) return excused(excuse, base, statement, other, `${name}${other}件不符`, at);
  const told = claim === 'allGranted' ? `${name}为${other}件，办理结果总计为${answered}件` : `${name}为${other}件`;
  // 全部公开 of what was granted wholly or in part.
  const partly = claim === 'allGranted' && other + desk.cells.valueOf(['t3.r.partial.total']) === answered;
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
