// What single words of a sentence, and the words around a number, tell: what they name, whether they bear meaning at all.
import type { StatementConcept } from '../model/statement.ts';
import type { NumberToken, Token } from './scan.ts';

export type WordToken = Extract<Token, { is: 'word' }>;

export const isWord = (token: Token): token is WordToken => token.is === 'word';

export function isRule(concept: StatementConcept): boolean {
  return concept === 'rules' || concept === 'normative';
}

/** 公开 alone behind a number. */
export function isPublished(behind: readonly WordToken[]): boolean {
  return behind.length === 1 && behind[0]!.text === '公开';
}

export function isPending({ word }: WordToken): boolean {
  return word.is === 'outcome' && word.outcome === 'pending';
}

/** 企业申请, 征地类申请: words that no dictionary knows stand right before 申请 and say which. */
export function isElaborated(token: NumberToken, words: readonly WordToken[], text: string): boolean {
  const last = words[words.length - 1];
  if (last?.word.is !== 'request' || !last.word.weak || token.from - last.to > 2) return false;
  const before = text.slice(Math.max(0, last.from - 2), last.from);
  const known = words[words.length - 2]?.to ?? 0;
  return (
    known <= last.from - 2 &&
    /^[\u4e00-\u9fff]{2}$/.test(before) &&
    !/[的了新有各类件]$|有效|书面|各种|全部|其他|其余|公开|提出|提交|递交|群众|居民|村民|市民|公众|来信|来函|网络|网上|现场|当面/.test(
      before,
    )
  );
}

/** 申请人为同一人的申请12件: words that no dictionary knows say which. */
export function isSaidWhich(token: NumberToken, words: readonly WordToken[], text: string): boolean {
  const last = words[words.length - 1];
  if (last?.word.is !== 'request' || !last.word.weak || token.from - last.to > 2) return false;
  const before = text.slice(Math.max(0, last.from - 5), last.from);
  return (
    /[\u4e00-\u9fff]{3}的$/.test(before) &&
    !/(?:收到|接到|受理|接收|新收|登记|办理|处理|答复|办结|提出|提交|递交|结转|转来|转入|公开|所有|全部|本年|今年|当年|年度|群众|公众|公民|居民|组织|法人|企业|信息|机关|单位)的$/.test(
      before,
    )
  );
}

/** 占总数400条的75%, 占收到申请117件的40.5%: is the number what something is a share of? */
export function isBase(words: readonly WordToken[], token: NumberToken, next: Token | undefined, text: string): boolean {
  const last = words[words.length - 1];
  if (last?.word.is === 'proportion' && last.text !== '占' && last.to === token.from) return true;
  if (next?.is !== 'number' || !next.unit.includes('%') || !words.some((each) => each.word.is === 'proportion')) return false;
  return /^(?:总数|总量|总件数)?的(?:比例为?)?$/.test(text.slice(token.to, next.from));
}

/** 申请公开预算信息的7件: what was asked for stands between. */
export function isObject(words: readonly WordToken[], token: NumberToken, text: string): boolean {
  const last = lastOf(words, 'request');
  if (!last || !/^申请公开$/.test(last.text) || token.from - last.to > 24) return false;
  return /^(?!的|有|共|为|政府信息|信息|数量|总)[\u4e00-\u9fff、]{2,}的(?:有|共|为)?$/.test(text.slice(last.to, token.from));
}

/** 人事调整1条, 行政检查7条: a verb at the end of the name of something. */
export function isNominal(verb: WordToken, token: NumberToken, text: string): boolean {
  // 检查类信息7条: of that kind.
  if (/^类(?:政府|政务)?(?:信息|内容|文件)?$/.test(text.slice(verb.to, token.from))) return true;
  if (verb.to !== token.from) return false;
  const name = /[\u4e00-\u9fff]*$/.exec(text.slice(Math.max(0, verb.from - 12), verb.from))![0];
  return (
    /^(?!对|向|为|在|全年|今年|本年|累计|我)[\u4e00-\u9fff]{2,8}$/.test(name) &&
    !/(?:进行|开展|组织|实施|完成|并|共|已|次|了|全年|累计|年度?)$/.test(name)
  );
}

export function isRuleAspect({ word }: WordToken): boolean {
  return word.is === 'aspect' && (word.aspect === 'repealed' || word.aspect === 'inForce' || word.aspect === 'issued');
}

export function isDecision({ word }: WordToken): boolean {
  return word.is === 'thing' && (word.concept === 'licensing' || word.concept === 'penalty' || word.concept === 'coercion');
}

export function isThisYear(token: Token): boolean {
  return isWord(token) && token.word.is === 'year' && token.word.year === 'this';
}

export function bearsMoreThanOpener(token: WordToken): boolean {
  return token.word.is !== 'opener' && bearsMeaning(token);
}

/** Does a word name what is counted, and not only what was done? */
export function namesThing({ word }: WordToken): boolean {
  return /^(?:request|carried|result|applicant|channel|dispute|outcome|route|thing|elsewhere)$/.test(word.is);
}

/** Does a word say what is counted, or by whom it was asked? Years, scopes and 共 do not. */
export function bearsMeaning({ word }: WordToken): boolean {
  switch (word.is) {
    case 'request':
    case 'receive':
    case 'handle':
    case 'done':
    case 'due':
    case 'carried':
    case 'result':
    case 'applicant':
    case 'channel':
    case 'dispute':
    case 'outcome':
    case 'route':
    case 'thing':
    case 'elsewhere':
    case 'verb':
    case 'opener':
    case 'aspect':
      return true;
    default:
      return false;
  }
}

export function lastNoun(words: readonly WordToken[]): WordToken | null {
  for (let index = words.length - 1; index >= 0; index--) {
    const { word } = words[index]!;
    if (word.is === 'request' || word.is === 'dispute') {
      if (word.is === 'request' && word.weak) {
        // 复议申请, 政府信息公开…申请: the fuller name speaks.
        const fuller = words.slice(0, index).find((each) => (each.word.is === 'request' && !each.word.weak) || each.word.is === 'dispute');
        if (fuller) return fuller;
      }
      return words[index]!;
    }
  }
  return null;
}

export function lastOf(words: readonly WordToken[], is: WordToken['word']['is']): WordToken | undefined {
  for (let index = words.length - 1; index >= 0; index--) if (words[index]!.word.is === is) return words[index];
  return undefined;
}

export function thingsIn(words: readonly WordToken[]): readonly WordToken[] {
  return words.filter((each) => each.word.is === 'thing');
}

export function bothDisputes(words: readonly WordToken[]): boolean {
  const kinds = new Set(words.flatMap((each) => (each.word.is === 'dispute' ? [each.word.which] : [])));
  return kinds.size === 2 && !words.some((each) => each.word.is === 'route');
}

/** Tokens behind a number up to the next number or punctuation. */
export function after(clause: readonly Token[], index: number): readonly Token[] {
  let to = index + 1;
  while (to < clause.length && (clause[to]!.is === 'word' || clause[to]!.is === 'year')) to++;
  return clause.slice(index + 1, to);
}

/** 涉及国家秘密2件: does a reason of the form follow, so that no topic is meant? */
export function namesReason(token: WordToken, next: Token | undefined): boolean {
  return next?.is === 'word' && next.from === token.to && next.word.is === 'result' && next.word.row !== undefined;
}

/** 向县政府, 按照市政府: is it whoever is asked or gives the order, and not whose number it is? */
export function isAddressed({ from, word }: WordToken, text: string): boolean {
  return word.is === 'scope' && word.scope === 'narrow' && /[向照据应受]$|报(?:送|请)$/.test(text.slice(Math.max(0, from - 2), from));
}

/** 予以公开、部分公开两类分别为5件、3件: does a number only tell how many names there are? */
export function isTally({ to, unit, writing }: NumberToken, next: Token | undefined): boolean {
  if (next?.is !== 'word' || !next.text.startsWith('分别') || next.from - to > 6) return false;
  return unit === '类' || unit === '种' || (writing === 'chinese' && (unit === '项' || unit === '个'));
}
