// Which cells of table three a number of requests may mean.
import type { Statement } from '../../model/statement.ts';
import type { Desk } from './desk.ts';
import { APPLICANT_NAMES, ROW_NAMES } from './names.ts';
import type { Candidate, Plan } from './plan.ts';

/** A plan, or why no cell is meant; null where no requests are counted. */
export function planOfRequests(desk: Desk, statement: Statement): Plan | string | null {
  const { concept, applicant } = statement;
  const column = applicant ?? 'total';
  const fit = (rows: readonly string[], name: string, more: Partial<Candidate> = {}): Candidate => ({
    keys: rows.flatMap((row) => desk.cells.of(row, column)),
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
      const ofAnswered = statement.part !== undefined && /^(?:done|handled)$/.test(desk.statements[statement.part.total]!.concept ?? '');
      const withCarried = statement.withCarriedIn === true || desk.beside.saysNew(statement) || desk.beside.saysCarriedWithin(statement);
      return {
        rule: 'N-T3-NEW',
        none: 'N-T3-NONE',
        what: '收到申请',
        candidates: [
          ...(statement.withCarriedIn ? [due] : []),
          received,
          ...(statement.alsoDone ? [total, due] : []),
          // 共答复48件，其中当年受理并答复45件: those of this year among them.
          ...(statement.alsoDone && ofAnswered ? [{ ...total, minus: desk.cells.of('t3.carriedIn', column) }] : []),
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
      return {
        rule: 'N-T3-DONE',
        none: 'N-T3-NONE',
        severity: 'warning',
        what: '办理申请',
        candidates: statement.withCarriedIn ? [due, total, received] : [received, total, due],
      };
    case 'done': {
      const but = (rows: string, note: string): Candidate => ({ ...total, fit: 'possible', minus: desk.cells.of(rows, column), note });
      return {
        rule: applicant ? 'N-T3-APPLICANT' : 'N-T3-DONE',
        what: '答复、办结',
        // 其中按时办结8件: a part that is likely the whole.
        ...(statement.part ? { severity: 'warning' as const } : {}),
        candidates: [
          total,
          but('t3.r.otherHandling', '可能不含“其他处理”'),
          but('t3.r.otherHandling.misc', '可能不含撤回等“其他”处理'),
          but('t3.r.refused', '可能不含“不予处理”'),
          but('t3.carriedIn', '可能只计本年收到的申请'),
          // 47件申请全部按期答复: said of what was received.
          ...(/全部|均|都已/.test(statement.quote)
            ? [{ ...received, fit: 'mild' as const, severity: 'hint' as const, note: '，恰为本年新收的件数' }]
            : []),
        ],
      };
    }
    case 'carriedIn':
      // 结转上年后新收到47件: what came new.
      if (/结转[^，,、（(]*(?:新收|收到|受理|接收)[^，,、]*$/.test(statement.quote.slice(0, statement.marked.from)))
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
      const which = carriedWhich(desk, statement);
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
      const others = desk.beside.rowsBeside(statement, row);
      return {
        rule: 'N-T3-CAT',
        what: name,
        ...(statement.outcome === 'rejected' ? { lenient: '“不予受理”不是表三的一行，可能计入不予处理，也可能计入其他处理。' } : {}),
        candidates: [
          fit([row], name),
          ...desk.cells
            .rows(row)
            .filter((each) => each !== row)
            .map((each) =>
              fit([each], name, { fit: 'mild', severity: 'hint', note: `，恰为其中“${desk.cells.nameOf([`${each}.total`])}”一项` }),
            ),
          // 逾期不补正2件，其他处理5件: the rest of its group, where the others stand beside it.
          ...(others.size > 0
            ? [
                fit(
                  desk.cells.rows(row).filter((each) => !others.has(each)),
                  name,
                ),
              ]
            : []),
        ],
      };
    }
    case 'reason': {
      const row = statement.row!;
      if (desk.cells.rows(row).length === 0) return '统计表中没有这一行。';
      const name = desk.cells.nameOf([`${row}.total`]);
      return { rule: 'N-T3-CAT', what: name, candidates: [fit([row], name)] };
    }
    case 'withdrawn': {
      const row = desk.cells.rows('t3.r.otherHandling.misc').length > 0 ? 't3.r.otherHandling.misc' : 't3.r.otherHandling';
      return {
        rule: 'N-T3-CAT',
        what: '撤回申请',
        candidates: [fit([row], '其他处理·其他')],
        lenient: '“其他处理·其他”可能还含别的情形。',
      };
    }
    default:
      return null;
  }
}

/** 结转 without 上年 or 下年: the years around it tell, or nothing does. */
function carriedWhich(desk: Desk, { year, carriedTo, outcome }: Statement): 'in' | 'out' | null {
  const own = desk.report.year;
  if (own !== null) {
    if (carriedTo !== undefined && carriedTo !== own) return carriedTo > own ? 'out' : 'in';
    if (typeof year === 'number' && year !== own) return year < own ? 'in' : 'out';
  }
  return outcome === 'pending' ? 'out' : null;
}
