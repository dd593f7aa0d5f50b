// What both editions of the form have in common: the six parts, table three but for 其他处理, table four, and their sums.
import { APPLICANTS, DISPUTES, OUTCOMES } from '../model/vocabulary.ts';
import type { Alias, BlockForm, ColumnForm, Identity, RowForm, SectionForm, TableForm } from './edition.ts';

export const SECTIONS: readonly SectionForm[] = [
  { key: 's1', title: '一、总体情况', variants: ['总体情况'] },
  { key: 's2', title: '二、主动公开政府信息情况', variants: ['主动公开政府信息情况', '行政机关主动公开政府信息情况'] },
  {
    key: 's3',
    title: '三、收到和处理政府信息公开申请情况',
    variants: ['收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请情况'],
  },
  {
    key: 's4',
    title: '四、政府信息公开行政复议、行政诉讼情况',
    variants: ['政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
  },
  {
    key: 's5',
    title: '五、存在的主要问题及改进情况',
    variants: ['存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进情况'],
  },
  { key: 's6', title: '六、其他需要报告的事项', variants: ['其他需要报告的事项'] },
];

const hint = (text: string): Alias => ({ text, severity: 'hint' });
const warn = (text: string): Alias => ({ text, severity: 'warning' });
const fine = (text: string): Alias => ({ text, severity: null });

const CORPORATE = '法人或其他组织';
const APPLICANT_LABELS: Readonly<Record<(typeof APPLICANTS)[number], [string, Alias[], string?]>> = {
  natural: ['自然人', []],
  business: ['商业企业', [], CORPORATE],
  research: ['科研机构', [], CORPORATE],
  welfare: ['社会公益组织', [warn('社会组织')], CORPORATE],
  legal: ['法律服务机构', [], CORPORATE],
  other: ['其他', [], CORPORATE],
  total: ['总计', [hint('合计'), hint('小计')]],
};

const APPLICANT_COLUMNS: readonly ColumnForm[] = APPLICANTS.map((key) => {
  const [label, aliases, group] = APPLICANT_LABELS[key];
  return { key, label, aliases, unit: '件', ...(group ? { group } : {}) };
});

const RESULTS = '三、本年度办理结果';
const DENIED = '（三）不予公开';
const UNABLE = '（四）无法提供';
const REFUSED = '（五）不予处理';
const OTHER_HANDLING = '（六）其他处理';

const row = (key: string, label: string, path: string[] = [], aliases: Alias[] = []): RowForm => ({
  key: `t3.${key}`,
  label,
  path,
  aliases,
  values: true,
});
const head = (key: string, label: string, aliases: Alias[] = []): RowForm => ({ ...row(key, label, [RESULTS], aliases), values: false });

/** Rows of table three, with the rows of （六）其他处理 put in by the edition. */
export function tableThree(otherHandling: readonly RowForm[]): TableForm {
  const rows: RowForm[] = [
    row('newReceived', '一、本年新收政府信息公开申请数量', [], [hint('本年新收申请数量'), hint('本年新收政府信息公开申请')]),
    row('carriedIn', '二、上年结转政府信息公开申请数量', [], [hint('上年结转申请数量'), hint('上年结转政府信息公开申请')]),
    row('r.granted', '（一）予以公开', [RESULTS], [fine('予以公开情况')]),
    row('r.partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', [RESULTS], [hint('部分公开')]),
    head('r.denied', DENIED),
    row('r.denied.stateSecret', '1.属于国家秘密', [RESULTS, DENIED]),
    row(
      'r.denied.lawProhibited',
      '2.其他法律行政法规禁止公开',
      [RESULTS, DENIED],
      [hint('其他法律法规禁止公开'), fine('其他法律、行政法规禁止公开')],
    ),
    row('r.denied.threeSafetyOneStability', '3.危及“三安全一稳定”', [RESULTS, DENIED]),
    row('r.denied.thirdParty', '4.保护第三方合法权益', [RESULTS, DENIED]),
    row('r.denied.internalAffairs', '5.属于三类内部事务信息', [RESULTS, DENIED]),
    row('r.denied.process', '6.属于四类过程性信息', [RESULTS, DENIED]),
    row('r.denied.enforcementFile', '7.属于行政执法案卷', [RESULTS, DENIED]),
    row('r.denied.adminQuery', '8.属于行政查询事项', [RESULTS, DENIED]),
    head('r.unable', UNABLE),
    row('r.unable.notHeld', '1.本机关不掌握相关政府信息', [RESULTS, UNABLE]),
    row('r.unable.needCreate', '2.没有现成信息需要另行制作', [RESULTS, UNABLE]),
    row('r.unable.stillUnclear', '3.补正后申请内容仍不明确', [RESULTS, UNABLE]),
    head('r.refused', REFUSED),
    row('r.refused.petition', '1.信访举报投诉类申请', [RESULTS, REFUSED]),
    row('r.refused.duplicate', '2.重复申请', [RESULTS, REFUSED]),
    row('r.refused.publication', '3.要求提供公开出版物', [RESULTS, REFUSED]),
    row('r.refused.excessive', '4.无正当理由大量反复申请', [RESULTS, REFUSED]),
    row('r.refused.reconfirm', '5.要求行政机关确认或重新出具已获取信息', [RESULTS, REFUSED]),
    ...otherHandling,
    row('r.total', '（七）总计', [RESULTS], [hint('（七）合计')]),
    row('carriedOut', '四、结转下年度继续办理', [], [hint('结转下年度办理'), hint('结转下年继续办理')]),
  ];
  const block: BlockForm = { key: 't3', caption: null, corner: null, columns: APPLICANT_COLUMNS, rows };
  return { id: 't3', name: '表三', section: 's3', blocks: [block] };
}

/** （六）其他处理 with three rows below it, as since 2021. */
export const OTHER_HANDLING_DETAILED: readonly RowForm[] = [
  head('r.otherHandling', OTHER_HANDLING),
  row(
    'r.otherHandling.overdueCorrection',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    [RESULTS, OTHER_HANDLING],
    [hint('逾期不补正')],
  ),
  row(
    'r.otherHandling.overdueFee',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    [RESULTS, OTHER_HANDLING],
    [hint('逾期不缴费')],
  ),
  row('r.otherHandling.misc', '3.其他', [RESULTS, OTHER_HANDLING]),
];

/** （六）其他处理 as one row, as in 2019. */
export const OTHER_HANDLING_SINGLE: readonly RowForm[] = [row('r.otherHandling', OTHER_HANDLING, [RESULTS])];

const OUTCOME_LABELS = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结', total: '总计' } as const;
const DISPUTE_LABELS: Readonly<Record<(typeof DISPUTES)[number], [string, Alias[]]>> = {
  review: ['行政复议', []],
  litDirect: ['未经复议直接起诉', [hint('未经复议直接诉讼')]],
  litAfter: ['复议后起诉', []],
};
export const LITIGATION = '行政诉讼';

/** The groups of table four with the labels they may carry. */
export const DISPUTE_GROUPS = DISPUTES.map((key) => ({ key, label: DISPUTE_LABELS[key][0], aliases: DISPUTE_LABELS[key][1] }));

const DISPUTE_COLUMNS: readonly ColumnForm[] = DISPUTES.flatMap((dispute) =>
  OUTCOMES.map((outcome) => ({
    key: `${dispute}.${outcome}`,
    label: OUTCOME_LABELS[outcome],
    aliases: outcome === 'total' ? [hint('合计'), hint('小计')] : [],
    unit: '件',
    group: DISPUTE_LABELS[dispute][0],
  })),
);

export const TABLE_FOUR: TableForm = {
  id: 't4',
  name: '表四',
  section: 's4',
  blocks: [{ key: 't4', caption: null, corner: null, columns: DISPUTE_COLUMNS, rows: [{ key: 't4', label: '', path: [], values: true }] }],
};

/** The sums of tables three and four that a form with these rows of table three demands. */
export function identitiesOf(three: TableForm): readonly Identity[] {
  const rows = three.blocks.flatMap((block) => block.rows).filter((each) => each.values);
  const results = rows.filter((each) => each.key.startsWith('t3.r.') && each.key !== 't3.r.total');
  const parts = APPLICANTS.filter((key) => key !== 'total');
  return [
    ...rows.map(
      (each): Identity => ({
        kind: 'rowSum',
        name: each.label,
        left: parts.map((key) => `${each.key}.${key}`),
        right: [`${each.key}.total`],
      }),
    ),
    ...APPLICANT_COLUMNS.map(
      (column): Identity => ({
        kind: 'balance',
        name: column.label,
        left: [`t3.newReceived.${column.key}`, `t3.carriedIn.${column.key}`],
        right: [`t3.r.total.${column.key}`, `t3.carriedOut.${column.key}`],
      }),
    ),
    ...APPLICANT_COLUMNS.map(
      (column): Identity => ({
        kind: 'resultSum',
        name: column.label,
        left: results.map((each) => `${each.key}.${column.key}`),
        right: [`t3.r.total.${column.key}`],
      }),
    ),
    ...DISPUTES.map(
      (dispute): Identity => ({
        kind: 'groupSum',
        name: DISPUTE_LABELS[dispute][0],
        left: OUTCOMES.filter((key) => key !== 'total').map((key) => `t4.${dispute}.${key}`),
        right: [`t4.${dispute}.total`],
      }),
    ),
  ];
}

/** One block of table two. */
export function articleTwenty(
  item: 1 | 5 | 6 | 8 | 9,
  columns: readonly ColumnForm[],
  rows: readonly (LabelRow & { readonly key: string })[],
): BlockForm {
  const key = `t2.art20_${item}`;
  const numeral = { 1: '一', 5: '五', 6: '六', 8: '八', 9: '九' }[item];
  return {
    key,
    caption: `第二十条第（${numeral}）项`,
    corner: '信息内容',
    columns,
    rows: rows.map((each) => ({ path: [], values: true, ...each, key: `${key}.${each.key}` })),
  };
}
interface LabelRow {
  readonly label: string;
  readonly aliases?: readonly Alias[];
}
