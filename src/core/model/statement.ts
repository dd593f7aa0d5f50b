// A number said in the running text: how much of what, whose, of which year, and how sure it is that it means a cell of a table.
// Knows no table: what a statement is compared with is the matter of the check.
import type { Position } from './document.ts';
import type { Applicant, Dispute, DisputeOutcome, SectionKey } from './vocabulary.ts';

/**
 * What is counted. Requests: `received` 收到, `due` 收办 (new and carried in together), `handled` 办理 (may mean either), `done` 答复、办结,
 * `carriedIn` 上年结转, `carriedOut` 结转下年, `carried` 结转 without saying which; results of table three; `reason` is one row of it (`row`).
 * Disputes: `review` 行政复议, `litigation` 行政诉讼, `disputes` both in one number. Table two: `rules` 规章, `normative` 规范性文件,
 * `licensing` 行政许可, `penalty` 行政处罚, `coercion` 行政强制, `charge` 行政事业性收费. `requestFee`: 信息处理费; `feeNotice`: 收费通知.
 * Percentages: `share` 占比, `replyRate` 答复率、办结率, `change` 同比.
 */
export type StatementConcept =
  | 'received'
  | 'due'
  | 'handled'
  | 'done'
  | 'carriedIn'
  | 'carriedOut'
  | 'carried'
  | 'granted'
  | 'partial'
  | 'grantedOrPartial'
  | 'denied'
  | 'unable'
  | 'refused'
  | 'otherHandling'
  | 'withdrawn'
  | 'reason'
  | 'review'
  | 'litigation'
  | 'disputes'
  | 'rules'
  | 'normative'
  | 'licensing'
  | 'penalty'
  | 'coercion'
  | 'charge'
  | 'requestFee'
  | 'feeNotice'
  | 'share'
  | 'replyRate'
  | 'change';

/**
 * `count`: a number with a unit. `amount`: money, in yuan. `percent`: value is the printed per cent. `none`: said in words that there was
 * none (value 0). `claim`: said of outcomes without a number (均获维持). `mention`: publication of something is claimed without its number.
 */
export type StatementKind = 'count' | 'amount' | 'percent' | 'none' | 'claim' | 'mention';

/**
 * Why a statement that differs from a cell need not be wrong. `comparison`: 同比、较上年. `filing`: 备案、指导、培训、案例 and the like.
 * `topic`: only requests about something. `channel`: only what came one way. `plan`: a demand or a plan. `loose`: the words are not tied to
 * disclosure of government information. `each`: the number holds for each of several things. `instance`: 一审、二审. `range`: 三至五件.
 */
export type StatementGuard = 'comparison' | 'filing' | 'topic' | 'channel' | 'plan' | 'loose' | 'each' | 'instance' | 'range' | 'period';

/** `unsaid`; `own`: 我局、本机关; `area`: 全市、全县; `units`: 各部门、下属单位; `narrow`: 市政府办公室、本级, within a larger whole. */
export type StatementScope = 'unsaid' | 'own' | 'area' | 'units' | 'narrow';

export interface Statement {
  readonly kind: StatementKind;
  /** The number with its unit, or the words that say there was none: characters of its block. */
  readonly at: Position & { readonly from: number; readonly to: number };
  /** The words around it up to the next comma or full stop, as printed; at most 80 characters. */
  readonly quote: string;
  /** Where in the quote the number stands. */
  readonly marked: { readonly from: number; readonly to: number };
  readonly section: SectionKey | null;
  /** Exact or approximate value; null for claims and mentions. Multiples (万) are multiplied out. */
  readonly value: number | null;
  /** As printed: 件, 条, 元, %. Empty where there is none, behind a result of requests too (予以公开2，部分公开3). */
  readonly unit: string;
  readonly writing: 'plain' | 'fullWidth' | 'thousands' | 'chinese' | 'words';
  /** 约, 余, 近, 多, 左右, 超 as printed; null: said to be exact. */
  readonly approximate: string | null;
  /** Decimal places printed: tolerance of percentages. */
  readonly decimals: number;
  /** null: something that no table counts. */
  readonly concept: StatementConcept | null;
  /** For `reason`: row of table three, `t3.r.denied.enforcementFile`. */
  readonly row?: string;
  /** Only requests of these applicants; `legalPersons`: 法人或其他组织, five columns together. */
  readonly applicant?: Exclude<Applicant, 'total'> | 'legalPersons';
  /** For disputes; `pending` with `carried` and `carriedIn`: 尚未办结, not called carried. `closed`: 已审结, whatever the outcome. `rejected`: 驳回, which a table may count as upheld or other. */
  readonly outcome?: Exclude<DisputeOutcome, 'total'> | 'closed' | 'rejected';
  readonly route?: Exclude<Dispute, 'review'>;
  /** For table two: made, repealed, in force, decided; `published`: items published, which are not decisions. */
  readonly aspect?: 'issued' | 'repealed' | 'inForce' | 'decided' | 'published';
  /**
   * For claims. Of disputes `allUpheld`: 均获维持, `noneCorrected`: 无一被纠正、无败诉, `allCorrected`: 均被撤销. Of requests `allNatural`: 申请人均为自然人,
   * `allLegal`: 均为法人, `allGranted`: 均予以公开, `allDone`: 均已办结.
   */
  readonly claim?: 'allUpheld' | 'noneCorrected' | 'allCorrected' | 'allNatural' | 'allLegal' | 'allGranted' | 'allDone';
  readonly scope: StatementScope;
  /** Year printed for it in the sentence; `last`, `next` and `several` (近三年来) where only words say so. */
  readonly year: number | 'last' | 'next' | 'several' | null;
  /** For `carried`: the year to which it went, where the sentence prints it (结转至2024年). */
  readonly carriedTo?: number;
  readonly guards: readonly StatementGuard[];
  /** Verbs 收到 and 答复 for the same number: 收到并办结. */
  readonly alsoDone?: true;
  /** The text says that the number contains what was carried in. */
  readonly withCarriedIn?: true;
  /** Said with 共, 总计, 累计. */
  readonly total?: true;
  /** Verb in front of it that makes it a thing of its own in an enumeration (办理、召开 …), as printed. */
  readonly verb?: string;
  /** The sum it is part of. */
  readonly part?: StatementPart;
  /** For a share or a change: index of the statement whose share it is. */
  readonly of?: number;
  /** For a share: the result of requests whose share it is, where that is named without its number (予以公开占58.5%). */
  readonly share?: 'granted' | 'partial' | 'grantedOrPartial' | 'denied' | 'unable' | 'refused' | 'otherHandling';
  /** For a change: did it grow. */
  readonly grew?: boolean;
}

/** Membership in a sum said in the text: 共50条，其中…30条、…20条. */
export interface StatementPart {
  /** Index of the statement that is the total. */
  readonly total: number;
  /** 其中, 包括, 分别为, ： or （. */
  readonly opener: string;
  /** Sums of one total that start at different places are different sums: number of the sum in the report, from 0. */
  readonly group: number;
  /** Another 其中 within the list, without brackets: what belongs to what cannot be told. */
  readonly nested: boolean;
  /** 等 behind the last item: the list does not claim to be complete. */
  readonly open: boolean;
  /** Words in front of the number that say what the item is. */
  readonly label: string;
}
