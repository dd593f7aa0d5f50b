// 的 where 地 belongs: a closed list of adverbs before 的 and of verbs with their objects after it.
import { ADVERBS, NOUNS_AFTER, VERBS_AFTER_DE, VERBS_BEFORE_LE } from '../../lexicon/adverbs.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { passagesOf, printed } from '../../text/running-text.ts';
import { groupBy, isAccepted, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const written = (line: string) => specimen({ text: { s5: [line] } });

const BY_END = drawers(ADVERBS, (word) => word.slice(-1));
const BY_BEGINNING = drawers([...VERBS_AFTER_DE, ...VERBS_BEFORE_LE], (word) => word[0]!);
const ALSO_NOUNS = new Set(VERBS_BEFORE_LE);
/** 了, not 了解; 于 and 到 with what comes after them. */
const LE = /^(?:了(?![解然如])|[于到](?=[\u4e00-\u9fff]))/;

/** What follows the verb is its object. */
const OBJECT =
  /^(?:各类|各项|各种|政府信息|政务信息|有关信息|相关信息|(?:群众|人民|百姓|企业|基层|公众|居民|村民|市民)(?:[，。；、和与及]|办事|群众|需求))/;

/** 科学的设置公开栏目6项: an object that was counted; 规范性文件6件 is one by itself. */
const COUNTED = /^(?![性化率度])[\u4e00-\u9fff]{2,12}\d+余?[项个条次件篇期份]/;

/** Words in their order, by one of their characters. */
function drawers(words: readonly string[], of: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  return new Map(groupBy(words, of).map((group) => [of(group[0]!), group]));
}

export default defineRule({
  id: 'W-DE',
  title: '的地得',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '现代汉语用字规范（参照）。',
  why: '状语后面用“地”，定语后面用“的”。',
  remedy: '把“的”改为“地”。',
  falseAlarms: '“的”后面的词也可以作名词时可能误报，只核对封闭的词表。',
  examples: () => ({
    passes: [
      {
        title: '定语用“的”',
        report: written('现行有效的规范性文件3件，建立有效的推进机制，提供更好的服务，形成及时的更新流程，作出准确的答复。'),
      },
      {
        title: '“的”后面是名词',
        report: written(
          '接受有效的监督，得到了较好的保证，做到及时的公开、规范的服务，形成更好的保护机制，作了完整的说明，有了明显的提高。',
        ),
      },
      { title: '状语用“地”', report: written('及时、准确地发布政府信息，更好地为群众服务。') },
    ],
    fails: [
      { title: '准确的发布政府信息', report: written('做到及时、准确的发布各类信息。') },
      { title: '准确的公布各类信息', report: written('及时准确的公布各类信息。') },
      { title: '更好的为群众', report: written('今后更好的为群众提供服务。') },
      { title: '较好的保证了', report: written('较好的保证了群众的知情权。') },
      { title: '有效的提升了', report: written('培训有效的提升了业务水平。') },
      { title: '更好的服务于', report: written('今后更好的服务于群众。') },
      { title: '合理的设置栏目6项', report: written('科学合理的设置信息公开栏目6项。') },
      { title: '更加直观的了解', report: written('群众可以更加直观的了解办事流程。') },
    ],
  }),
  *check(context) {
    const spots: Spot[] = [];
    for (const passage of passagesOf(context.report)) {
      const { flat } = passage;
      for (let at = flat.indexOf('的'); at >= 0; at = flat.indexOf('的', at + 1)) {
        const adverb = BY_END.get(flat[at - 1] ?? '')?.find((word) => flat.startsWith(word, at - word.length));
        if (adverb === undefined) continue;
        const verb = BY_BEGINNING.get(flat[at + 1] ?? '')?.find((word) => flat.startsWith(word, at + 1));
        if (verb === undefined) continue;
        const end = at + 1 + verb.length;
        // 有效的推进机制: what follows is the noun that 的 belongs to.
        const rest = flat.slice(end, end + 4);
        const certain = LE.test(rest) || OBJECT.test(rest) || COUNTED.test(flat.slice(end, end + 24));
        if (!certain && ALSO_NOUNS.has(verb)) continue;
        if (!certain && verb.length > 1 && NOUNS_AFTER.some((noun) => rest.startsWith(noun))) continue;
        if (!certain && verb.length > 1 && (rest === '' || '，。；、：！？）”》和与及的是等'.includes(rest[0]!))) continue;
        let to = end;
        while (to < flat.length && to < end + 6 && !'，。；、：！？的'.includes(flat[to]!)) to++;
        const spot = { passage, from: at - adverb.length, to };
        if (!isAccepted(context, spot)) spots.push(spot);
      }
    }
    for (const group of groupBy(spots, (spot) => spot.passage.part ?? '')) {
      const { passage, from, to } = group[0]!;
      const words = printed(passage, from, to);
      const de = words.indexOf('的');
      yield {
        ...spotted(context, group),
        message: `“${words}”宜为“${words.slice(0, de)}地${words.slice(de + 1)}”${times(group.length)}。`,
      };
    }
  },
});
