// What the sentence around a number of reviews or lawsuits says of them: of every kind, how they are counted, who decided.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import { sentenceOf } from './sum.ts';

const COMMON = /(?:一般|其他|其它|普通|占(?:全部|所有|总))(?:的|类|性)?行政(?:复议|诉讼|应诉)/;
const APART = /^[^。；;]{0,24}?(?:与|同|和|跟)(?:政府)?信息公开(?:工作)?(?:无关|没有关系|不相关)/;
const OTHERS = '[^。；;]{0,24}\\d+[件起宗例][，、,]';
const SOME_AMONG_OTHERS = new RegExp(
  `^(?:[、和与及][^，。；,;]{0,16}\\d+[件起宗例])?[，,；;]?[（(]?其中(?:${OTHERS})?(?:因|涉及?|属于?|有关|关于)(?:政府)?信息公开`,
);
const SOME_OF_THEM =
  /^(?:[，,；;]?[（(]?(?:其中|包?含|包括)|[（(])[，,：:]?[^，。；,;]{0,6}?(?:因|涉及?|属于?|有关|关于|由)?(?:申请)?(?:政府)?信息公开|^[，,]?[（(]?(?:均|都)?(?:不|没有)(?:涉及|属于|因)(?:政府)?信息公开/;

/** Words of the sentence up to the end of the number, and behind it. */
function around(report: Report, statement: Statement): { readonly before: string; readonly behind: string } {
  const { words, from } = sentenceOf(report, statement);
  const number = statement.at.to - from;
  return { before: words.slice(0, number), behind: words.slice(number) };
}

/** 一般行政诉讼3件; 12件，其中因政府信息公开引发的0件; 3件，均与政府信息公开无关: nothing that table four counts. */
export function areOfEveryKind(report: Report, statement: Statement): boolean {
  const { before, behind } = around(report, statement);
  if (COMMON.test(statement.quote.slice(0, statement.marked.from)) || APART.test(behind)) return true;
  return !before.includes('信息公开') && (SOME_OF_THEM.test(behind) || SOME_AMONG_OTHERS.test(behind));
}

/** 当年新收4件，上年结转1件: whether table four counts those carried in, nobody has said. */
export function areCountedApart(report: Report, statement: Statement): boolean {
  const { before, behind } = around(report, statement);
  const own = /(?:新收|新增|新发生|当年|本年)[^，。；,;]*$/.test(before);
  return own && /(?:上年|上一年|去年|往年)[^，。；,;]{0,6}(?:结转|遗留)|结转[^，。；,;]{0,8}\d/.test(before + behind);
}

/** 经复议机关审理，维持3件: of reviews, where the words of the number itself say neither. */
export function decidedBy(report: Report, statement: Statement): 'review' | 'litigation' | null {
  const { before } = around(report, statement);
  const review = /复议机关|复议机构|经复议/.test(before);
  const court = /法院|判决|裁定/.test(before);
  return review === court ? null : review ? 'review' : 'litigation';
}
