// What a rule rests on, where that is not the same for every form: each circular issued a form of its own, and the regulation was revised in 2019.
import { editionById, editionForYear } from '../form/index.ts';
import type { Report } from '../model/report.ts';
import { EDITION_NAMES } from '../model/vocabulary.ts';
import type { EditionId } from '../model/vocabulary.ts';

/** A Chinese sentence for each edition, and for reports of before 2019 where a rule can judge those. */
export interface BasisByEdition extends Readonly<Record<EditionId, string>> {
  readonly pre2019?: string;
}

/** Clause a rule rests on: one sentence if it is the same for all. */
export type Basis = string | BasisByEdition;

const REGULATION = '《中华人民共和国政府信息公开条例》';
/** In force until 14 May 2019, so for reports of 2018 and before. */
const BEFORE = `修订前的${REGULATION}（国务院令第492号）`;

/** The same words with the number of the circular that issued the form; `before` is what stood in the regulation before there was one. */
export function basisOfForm(words: (circular: string) => string, before?: string): BasisByEdition {
  return {
    '2021': words(editionById('2021').basis),
    '2019': words(editionById('2019').basis),
    ...(before === undefined ? {} : { pre2019: BEFORE + before }),
  };
}

/** An article of the regulation as revised in 2019, and the one that stood for it before. */
export function basisOfRegulation(now: string, before: string): BasisByEdition {
  return { '2021': REGULATION + now, '2019': REGULATION + now, pre2019: BEFORE + before };
}

/** What was in force for a report: by the form it is written on, else by its year. All there is, where neither is known. */
export function basisFor(basis: Basis, { edition, year, inferred }: Pick<Report, 'edition' | 'year' | 'inferred'>): string {
  if (typeof basis === 'string') return basis;
  if (edition === '2019' || edition === '2021') return basis[edition];
  if (year === null || inferred.includes('year')) return edition === 'pre2019' ? (basis.pre2019 ?? wholeBasis(basis)) : wholeBasis(basis);
  const due = editionForYear(year);
  return (due === null ? basis.pre2019 : basis[due.id]) ?? wholeBasis(basis);
}

/** Every edition's basis, the newest first, for people who look at the rule and not at a report. */
export function wholeBasis(basis: Basis): string {
  if (typeof basis === 'string') return basis;
  const now = bothOf(basis['2021'], basis['2019']);
  return basis.pre2019 === undefined ? now : `${now}${EDITION_NAMES.pre2019}：${basis.pre2019}`;
}

/** 国办公开办函〔2021〕30号、〔2019〕60号所附格式 where only the circular is another. */
function bothOf(later: string, earlier: string): string {
  if (later === earlier) return later;
  const [circular, before] = [editionById('2021').basis, editionById('2019').basis];
  if (later.split(circular).join(before) === earlier) return later.replace(circular, `${circular}、${before.slice(before.indexOf('〔'))}`);
  return `${EDITION_NAMES['2021']}：${later}${EDITION_NAMES['2019']}：${earlier}`;
}
