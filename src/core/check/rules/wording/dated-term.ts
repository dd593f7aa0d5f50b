// Terms that no longer fit the year of the report. A dictionary, never an error.
import { DATED_TERMS } from '../../lexicon/dated-terms.ts';
import type { DatedTerm } from '../../lexicon/dated-terms.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { around, passagesOf } from '../../text/running-text.ts';
import type { Passage } from '../../text/running-text.ts';
import { foundIn, sharedWords } from '../../wording/shared-words.ts';
import { liesWithin } from '../../wording/word-index.ts';
import { groupBy, isAccepted, matches, quoteOf, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const TERMS = sharedWords(() => DATED_TERMS.map((term) => [term.word, term] as const));

const written = (line: string, year = 2023) => specimen({ year, text: { s1: [line] } });

export default defineRule({
  id: 'W-TERM-OLD',
  title: '过时提法',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '表述应当与报告年度相符（自带词典，可在设置中加入“不再提示的词”）。',
  why: '机构名称、阶段任务、会议精神过了时仍在使用，多是沿用往年文字。',
  remedy: '改用报告年度的提法和机构名称；引用旧文件名称的可以保留。',
  falseAlarms: '引用原文件名、叙述历史、各地机构改革进度不同时可能误报；书名号内的文字不看。',
  examples: () => ({
    passes: [
      { title: '巩固脱贫攻坚成果', report: written('公开巩固拓展脱贫攻坚成果同乡村振兴有效衔接的信息。') },
      { title: '说的是往事', report: written('如期打赢脱贫攻坚战以来，持续公开帮扶信息。') },
      { title: '十九届与二十大并提', report: written('深入学习党的十九届历次全会和党的二十大精神。') },
      { title: '文件名中的旧称', report: written('落实《关于做好脱贫攻坚信息公开的通知》。') },
      { title: '原国土资源局', report: written('整理原国土资源局移交的目录。') },
      { title: '原县国土资源局', report: written('原县国土资源局网站的内容已经迁移。') },
      { title: '脱贫攻坚期', report: written('保留脱贫攻坚期形成的帮扶信息备查。') },
      { title: '当年的工作要点', report: written('落实《2023年政务公开工作要点》，公开各类信息。') },
      { title: '两年的工作要点都写了', report: written('对照2022年政务公开工作要点补齐短板，落实2023年政务公开工作要点。') },
      { title: '下一年的工作要点', report: written('为制定2024年政务公开工作要点征求意见。') },
      { title: '报告年度在先', report: written('公开疫情防控信息。', 2021) },
    ],
    fails: [
      { title: '脱贫攻坚作为当前任务', report: written('重大建设项目、脱贫攻坚等重点领域信息更新及时。') },
      { title: '打赢脱贫攻坚战作为当前任务', report: written('围绕全力打赢脱贫攻坚战公开信息。') },
      { title: '只提十九届五中全会', report: written('深入学习党的十九届五中全会精神。', 2022) },
      { title: '第一部分写往年的工作要点', report: written('落实《2022年政务公开工作要点》，公开各类信息。') },
      { title: '已撤并的机构', report: written('会同国土局、环保局公开征地和环评信息。') },
    ],
  }),
  *check(context) {
    const { report } = context;
    const { year } = report;
    if (year === null) {
      yield { result: 'notAssessed', why: '没有确定报告年度，无从判断提法是否过时。' };
      return;
    }
    const passages = passagesOf(report);
    const spots: (Spot & { readonly term: DatedTerm })[] = [];
    let last: Passage | null = null;
    let end = 0;
    for (const { passage, from, to, word, entry } of foundIn(report, TERMS)) {
      if (passage !== last) end = 0;
      last = passage;
      if (from < end || year < entry.from || passage.quoting[from]! & 1) continue;
      if (liesWithin(passage.flat, from, word, entry.unless ?? [])) continue;
      end = to;
      const spot = { passage, from, to, term: entry };
      if (!isAccepted(context, spot)) spots.push(spot);
    }
    yield* formerPlans(context, year);
    for (const group of groupBy(spots, (spot) => spot.term.word)) {
      const { passage, from, to, term } = group[0]!;
      if (term.withAny?.some((word) => passages.some(({ flat }) => flat.includes(word)))) continue;
      const quote = quoteOf({ passage, ...around(passage, from, to, 24) });
      yield {
        ...spotted(context, group, term.word),
        quote,
        message: `“${term.word}”在${year}年年报中可能过时：${term.advice}${times(group.length)}。`,
      };
    }
  },
});

/** 「落实《2022年政务公开工作要点》」 in part one for 2023, where the report's own year has none: last year's words. */
function* formerPlans(context: Parameters<typeof spotted>[0] & Parameters<typeof isAccepted>[0], year: number) {
  const spots: (Spot & { readonly year: number })[] = [];
  for (const { passage, from, to, match } of matches(
    context,
    /(?<![0-9])(20\d\d)年度?[^《》。；，0-9]{0,16}(?:政务公开|政府信息公开)[^《》。；，0-9]{0,12}要点/g,
    ({ flat }) => flat.includes('要点'),
  )) {
    const stated = Number(match[1]);
    if (stated === year) return;
    if (passage.part !== 's1' || stated > year || stated < year - 3) continue;
    const spot = { passage, from, to, year: stated };
    if (!isAccepted(context, spot)) spots.push(spot);
  }
  for (const group of groupBy(spots, (spot) => String(spot.year))) {
    yield {
      ...spotted(context, group, `plan-${group[0]!.year}`),
      message: `报告年度为${year}年，第一部分写的是“${quoteOf(group[0]!)}”，请核对年份是否漏改${times(group.length)}。`,
    };
  }
}
