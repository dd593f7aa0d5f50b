// The cards of a report as they lie on the desk: which findings each holds, by index, and where to look first. Pure.
import { cardIdOf, cardsOf } from '../../core/model/card.ts';
import type { Card } from '../../core/model/card.ts';
import type { Position } from '../../core/model/document.ts';
import type { Finding } from '../../core/model/finding.ts';

export interface DeskCard extends Card {
  /** Index of the finding that leads it. */
  readonly index: number;
  /** Indexes of all its findings, the lead first. */
  readonly indexes: readonly number[];
}

/** Cards by weight, then in reading order. The first place of a card is the cell most likely wrong, where there is one. */
export function deskCardsOf(findings: readonly Finding[]): readonly DeskCard[] {
  const indexes = new Map<string, number[]>();
  findings.forEach((finding, index) => {
    const id = cardIdOf(finding);
    const there = indexes.get(id);
    if (there) there.push(index);
    else indexes.set(id, [index]);
  });
  return cardsOf(findings).map((card) => {
    const lead = findings.indexOf(card.lead);
    const others = indexes.get(card.id)!.filter((index) => index !== lead);
    return { ...card, at: likeliestFirst(card), index: lead, indexes: [lead, ...others] };
  });
}

function likeliestFirst({ at, suspects, findings }: Card): readonly Position[] {
  const only = suspects.length === 1 && suspects[0]!.cells.length === 1 ? suspects[0]!.cells[0]!.key : undefined;
  if (only === undefined) return at;
  for (const { equation } of findings) {
    const term = [...(equation?.left ?? []), ...(equation?.right ?? [])].find(({ key }) => key === only);
    if (term) return [term.at, ...at.filter((each) => !isSame(each, term.at))];
  }
  return at;
}

function isSame(a: Position, b: Position): boolean {
  return a.block === b.block && a.row === b.row && a.column === b.column && a.from === b.from && a.to === b.to;
}
