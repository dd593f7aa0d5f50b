// Sentences in the words of clerks, each held against balanced tables: what must be found, by which rule, and what must stay quiet.
import { describe, expect, it } from 'vitest';
import { EIGHT_DISPUTES, FIFTEEN_REQUESTS } from '../../src/core/check/examples/entries.ts';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';

const narrative = rules.filter((rule) => rule.id.startsWith('N-'));

/** 20 requests: 4 of them ended since they were not mended, 3 for other reasons; 2 were carried on. */
const TWENTY_REQUESTS = {
  t3: 0,
  't3.newReceived.natural': 20,
  't3.r.granted.natural': 9,
  't3.r.unable.notHeld.natural': 2,
  't3.r.otherHandling.overdueCorrection.natural': 4,
  't3.r.otherHandling.misc.natural': 3,
} as const;

const TABLES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '20 requests': TWENTY_REQUESTS,
  '15 requests': FIFTEEN_REQUESTS,
  '8 disputes': EIGHT_DISPUTES,
};
const CASES: readonly (readonly [tables: string, text: string, found: readonly string[]])[] = [
  // Settled and carried on in one list are all there were.
  ['20 requests', '受理依申请公开20件，其中网上申请20件，办结18件，结转下年办理2件。', []],
  ['20 requests', '受理依申请公开20件，其中网上申请20件，办结16件，结转下年办理2件。', ['N-T3-DONE']],
  ['20 requests', '受理依申请公开20件，其中按时办结16件，延期办结2件，结转下年办理2件。', []],
  ['20 requests', '受理依申请公开20件，其中按时办结16件。', []],
  // The rest of a group whose other rows are counted beside it.
  ['20 requests', '政府信息公开申请中，予以公开9件，无法提供2件，逾期不补正4件，其他处理3件。', []],
  ['20 requests', '政府信息公开申请中，予以公开9件，无法提供2件，逾期不补正4件，其他处理6件。', ['N-T3-CAT']],
  // Cases that were decided.
  ['8 disputes', '因政府信息公开引起的行政复议5件，4件作出复议决定；行政诉讼3件，3件法院已作出判决。', []],
  ['8 disputes', '因政府信息公开引起的行政复议5件，3件作出复议决定。', ['N-T4-OUTCOME']],
  ['8 disputes', '因政府信息公开引起的行政复议5件，1件尚未作出复议决定，作出复议决定维持3件。', []],
  // The share of a result that is named without its number.
  ['15 requests', '共办理政府信息公开申请13件，其中予以公开占61.5%、部分公开占23.1%、不予公开占15.4%。', []],
  ['15 requests', '共办理政府信息公开申请13件，其中予以公开或部分公开占84.6%。', []],
  ['15 requests', '共办理政府信息公开申请13件，其中予以公开占71.5%、部分公开占23.1%。', ['N-PCT']],
  ['15 requests', '共办理政府信息公开申请13件，予以公开8件，占61.5%。', []],
];

describe('what the text says against what the tables print', () => {
  it.each(CASES)('%s: %s', (tables, text, found) => {
    const { findings } = runRules(narrative, specimen({ entries: TABLES[tables]!, text: { s1: [text] } }));
    expect(findings.map((each) => each.rule).sort()).toEqual([...found].sort());
  });
});
