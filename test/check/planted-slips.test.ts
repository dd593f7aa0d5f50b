// Slips as people make them, planted one at a time into an invented report: each is found by its rule, and the sound sentence beside it is not.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';

/** Requests 164, carried in 7, answered 159, carried out 12; reviews 8, lawsuits 6 and 3. */
const entries: Record<string, number> = {
  t3: 0,
  't3.newReceived.natural': 143,
  't3.newReceived.business': 21,
  't3.carriedIn.natural': 7,
  't3.carriedOut.natural': 12,
  't3.r.granted.natural': 79,
  't3.r.granted.business': 21,
  't3.r.partial.natural': 11,
  't3.r.unable.notHeld.natural': 43,
  't3.r.refused.petition.natural': 5,
  't4.review.upheld': 4,
  't4.review.corrected': 1,
  't4.review.other': 2,
  't4.review.pending': 1,
  't2.art20_6.penalty.decisions': 73,
};

/** Rule, the sentence with the slip, the sentence as it should be. */
const SLIPS: readonly (readonly [rule: string, wrong: string, right: string])[] = [
  ['N-T3-OUT', '收到政府信息公开申请164件，结转21件到2024年。', '收到政府信息公开申请164件，结转12件到2024年。'],
  ['N-T3-OUT', '政府信息公开申请顺延至2024年办理2件。', '政府信息公开申请顺延至2024年办理12件。'],
  ['N-T3-OUT', '政府信息公开申请中尚有21件正在办理。', '政府信息公开申请中尚有12件正在办理。'],
  ['N-T3-IN', '2022年结转至2023年办理的政府信息公开申请17件。', '2022年结转至2023年办理的政府信息公开申请7件。'],
  ['N-T3-APPLICANT', '收到政府信息公开申请164件，134件为自然人申请。', '收到政府信息公开申请164件，143件为自然人申请。'],
  ['N-T3-APPLICANT', '收到政府信息公开申请164件，申请人均为自然人。', '收到政府信息公开申请164件，申请人多为自然人。'],
  ['N-T3-CAT', '收到政府信息公开申请164件，均予以公开。', '收到政府信息公开申请164件，能公开的均予以公开。'],
  ['N-T3-NONE', '本年度无依申请公开情况。', '本年度无依申请公开收费情况。'],
  ['N-T4-OUTCOME', '因政府信息公开被申请行政复议8件，均被驳回。', '因政府信息公开被申请行政复议8件。'],
  ['N-T4-NONE', '未发生针对我局政府信息公开工作的行政复议。', '未发生针对征地补偿的行政复议。'],
  ['N-T2-NUM', '2023年未作出行政处罚决定。', '2023年未公开涉密的行政处罚决定。'],
  ['N-T2-NUM', '下达行政处罚决定书37份。', '下达行政处罚决定书73份。'],
  ['N-SUM', '承办人大建议13件、政协提案17件，共40件。', '承办人大建议13件、政协提案27件，共40件。'],
  ['N-SUM', '主动公开政府信息236条：概况12条、总结24条、动态210条。', '主动公开政府信息246条：概况12条、总结24条、动态210条。'],
  ['N-PCT', '公开信息中，动态类占50%，公告类占30%，政策类占25%。', '公开信息中，动态类占50%，公告类占30%，政策类占20%。'],
  ['N-YOY', '全年发布信息200条，上年为160条，同比增长35%。', '全年发布信息200条，上年为160条，同比增长25%。'],
  ['N-MISSING-NUM', '举办政务公开培训次，参加人员30人次。', '举办政务公开培训2次，参加人员30人次。'],
];

const found = (text: string): readonly string[] =>
  runRules(rules, specimen({ entries, text: { s1: [text] } }))
    .findings.filter((finding) => finding.rule.startsWith('N-'))
    .map((finding) => finding.rule);

describe('planted slips', () => {
  it.each(SLIPS)('%s: %s', (rule, wrong) => expect(found(wrong)).toContain(rule));
  it.each(SLIPS)('%s is silent beside it (%#)', (rule, _wrong, right) => expect(found(right)).not.toContain(rule));

  it('reads a sentence that was cut in two paragraphs as one', () => {
    const report = specimen({ entries, text: { s1: ['2023年，本机关共收到政府信息公开申请', '146件，均按时答复。'] } });
    expect(runRules(rules, report).findings.map((finding) => finding.rule)).toContain('N-T3-NEW');
  });

  it('makes one card of one slip', () => {
    const { findings } = runRules(rules, specimen({ entries, cells: { 't3.r.unable.notHeld.natural': 34 } }));
    const sums = findings.filter((finding) => finding.rule.startsWith('R-3-'));
    expect(sums.length).toBeGreaterThan(1);
    expect(new Set(sums.map((finding) => finding.cause)).size).toBe(1);
    expect(sums.some((finding) => finding.suspects?.[0]?.cells[0]?.mended === 43)).toBe(true);
  });
});
