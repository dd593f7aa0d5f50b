// Sentences that lack a part or mix two constructions, by a few shapes that cannot be right.
import { SHAPES } from '../../lexicon/incomplete-sentences.ts';
import type { Shape } from '../../lexicon/incomplete-sentences.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { clausesOf, passagesOf, printed, sentencesOf } from '../../text/running-text.ts';
import type { Passage, Span } from '../../text/running-text.ts';
import { isAccepted, spotted } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const written = (line: string) => specimen({ text: { s1: [line] } });
/** Longer stretches are no clause of a report. */
const LONGEST = 200;
/** 严格按照。 */
const SHORTEST = 4;
const MOST = 30;
const ON_CLAUSE = sorted(SHAPES.filter((shape) => shape.on === 'clause'));
const ON_SENTENCE = sorted(SHAPES.filter((shape) => shape.on === 'sentence'));

/** Shapes by the characters with which a stretch begins and ends, one bit a shape; at most 32. */
interface Sorted {
  readonly shapes: readonly Shape[];
  readonly byFirst: ReadonlyMap<string, number>;
  readonly byEnd: ReadonlyMap<string, number>;
  /** Shapes that may begin or end with anything. */
  readonly anyFirst: number;
  readonly anyEnd: number;
}

function sorted(shapes: readonly Shape[]): Sorted {
  const bitsOf = (signs: (shape: Shape) => string | undefined): { readonly by: Map<string, number>; readonly any: number } => {
    const by = new Map<string, number>();
    let any = 0;
    shapes.forEach((shape, index) => {
      if (signs(shape) === undefined) any |= 1 << index;
    });
    shapes.forEach((shape, index) => {
      for (const sign of signs(shape) ?? '') by.set(sign, (by.get(sign) ?? any) | (1 << index));
    });
    return { by, any };
  };
  const [first, end] = [bitsOf((shape) => shape.first), bitsOf((shape) => shape.end)];
  return { shapes, byFirst: first.by, byEnd: end.by, anyFirst: first.any, anyEnd: end.any };
}

export default defineRule({
  id: 'W-INCOMPLETE',
  title: '句子残缺',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '公文语句应当完整（参照）。',
  why: '缺少主语、谓语或中心语，或两种句式混在一起，多是删改后遗留的半句话。',
  remedy: '补全句子，删去残留部分，或只留一种句式。',
  falseAlarms: '只核对固定的句式；标题和列表中的短语不看。',
  examples: () => ({
    passes: [
      { title: '完整的“在……方面”', report: written('在服务人民群众、发挥社会监督作用方面取得进展，在加强审核的基础上规范发布。') },
      { title: '履行职能', report: written('依法履行推进、指导、协调、监督全县政府信息公开工作职能。') },
      { title: '调动积极性', report: written('充分调动各单位落实公开任务的积极性和主动性。') },
      { title: '目的和主句', report: written('为了方便群众查询，增设查阅点。根据条例要求，按时答复。') },
      {
        title: '由……组成，包括……',
        report: written(
          '本报告由总体情况、主动公开情况等六个部分组成。报告包括总体情况、存在的问题等六个部分。领导小组包括由各股室组成的工作专班。',
        ),
      },
      {
        title: '以……为原则',
        report: written('坚持以公开为常态、不公开为例外的原则。以便民为原则。质量保证体系确保数据准确，以有力的保障确保落实。'),
      },
      { title: '由于……而', report: written('由于不掌握相关信息而无法提供3件；由于申请内容不明确无法答复1件。') },
      {
        title: '做到又做到，中间有停顿',
        report: written('做到准确，做到及时；按照要求和按照程序办理；有待进一步完善，存在的问题有：更新偏慢。'),
      },
      { title: '党的二十大精神', report: written('学习贯彻党的二十大精神，党的二十大精神学习宣传到位。') },
      {
        title: '报告是根据……编制的',
        report: written('本报告是根据条例要求，由办公室编制。本报告由办公室负责编制，内容包括存在的问题和改进情况。'),
      },
      { title: '问题主要表现在', report: written('我局存在的问题主要表现在更新偏慢，全镇的成效主要体现在流程缩短。') },
      {
        title: '加强对……的审核，加强对正在进行……的管理',
        report: written('加强对拟公开内容的审核，对栏目进行检查；加强对各科室进行审核的指导，加强对信息的管理并进行检查。'),
      },
      {
        title: '前面说编制依据，后面由……组成',
        report: written('本年报根据条例编制，全文由总体情况，主动公开情况，申请办理情况，问题和改进情况，其他事项六个部分组成。'),
      },
      {
        title: '围绕……把……作为……',
        report: written('围绕群众关切，把热点作为公开的重点。围绕省政府作为主管部门的要求开展工作。针对问题，将整改作为任务。'),
      },
      {
        title: '两件事之间有停顿，或前一件是后一件的手段',
        report: written(
          '加强日常检查，加强组织领导。加强领导强化责任。完善审核机制和培训制度，确保按时公开。加强对审查制度确保信息安全的宣传。',
        ),
      },
      {
        title: '“的”“了”“和”收尾而完整',
        report: written(
          '公开的目的是有效保障群众知情权的。审核更加严格，公开透明度进一步提升了。流程逐步普及。各方积极参与。培训有序进行，对正在进行的项目进行跟踪。',
        ),
      },
      {
        title: '得到……的……',
        report: written('培训得到了群众的广泛好评，公开工作受到社会的高度关注，成立了由局长任组长、各股室负责人为成员的领导小组。'),
      },
      { title: '一项接一项', report: written('通过政府网站、公示栏等形式公开信息。审核已经通过。') },
    ],
    fails: [
      { title: '“的”后面没有下文', report: written('有效保障了群众对工程建设领域的。') },
      { title: '“广泛”后面没有下文', report: written('活动得到了社会各界的广泛。') },
      { title: '“了”后面没有宾语', report: written('建立会商机制，有效防止了。') },
      { title: '“和”后面没有下文', report: written('主动接受家长的监督和。') },
      { title: '最后一项没有中心语', report: written('进一步提高了政策理论水平和业务。') },
      { title: '“进行”写了两次', report: written('通过网站进行发布和公开进行。') },
      { title: '“领导小组”前缺少“的”（提示）', report: written('成立由镇长任组长，各站所负责人为成员，政务公开领导小组。') },
      { title: '只有“严格按照”', report: written('按时更新栏目。严格按照。') },
      { title: '“在……”没有下文', report: written('载体进一步拓展，在服务群众、发挥社会监督作用。') },
      { title: '缺少“履行”', report: written('依法推进、指导、协调、监督本行政区域信息公开工作职能，加强机构建设。') },
      { title: '缺少“提高”', report: written('调动各股室，落实年度公开任务的积极性和主动性，完善机制。') },
      { title: '只有“通过……”', report: written('通过政府网站、公示栏、微信公众号等多种形式。') },
      { title: '只有依据', report: written('根据县政务公开工作要点的要求。') },
      {
        title: '包括……组成，中间是逗号',
        report: written('本报告包括总体情况，主动公开情况，申请办理情况，问题和改进情况以及其他事项等六部分组成。'),
      },
      {
        title: '前面先说编制依据，后面包括……组成',
        report: written('本年报根据条例编制，全文包括总体情况，主动公开情况，申请办理情况，问题和改进情况，其他事项共六个部分组成。'),
      },
      { title: '加强对……进行审核（提示）', report: written('分管领导加强对拟公开内容进行审核和把关。') },
      { title: '包括……组成', report: written('本报告包括总体情况、主动公开情况、其他事项等六部分组成。') },
      { title: '由……六个部分', report: written('本报告由总体情况、主动公开情况、存在的问题、其他事项等六个部分。') },
      { title: '以……的原则', report: written('扎实开展培训；以便民利民为公开工作的原则。') },
      { title: '保证、确保连用', report: written('建立台账，保证工作确保公开任务落实。') },
      { title: '一句话起了两次头', report: written('新媒体的应用有待于有待进一步加强。') },
      { title: '做到……做到', report: written('做到公开内容做到客观、全面。') },
      { title: '以下问题有', report: written('仍存在的以下问题有：更新偏慢。') },
      { title: '缺少“贯彻”', report: written('以习近平新时代中国特色社会主义思想为指导，党的二十大精神，落实条例要求。') },
      { title: '单位“主要表现在”（提示）', report: written('2023年，我局主要表现在更新偏慢。') },
      { title: '由……和其他事项', report: written('本报告由总体情况、主动公开情况、存在的问题和其他需要报告的事项。') },
      { title: '是根据……没有下文', report: written('本报告是根据条例的要求，现结合实际，从六个方面报告工作。') },
      { title: '包括……应当包括', report: written('全文包括：年度报告应当包括总体情况、主动公开情况。') },
      { title: '围绕……作为……', report: written('健全机制，围绕群众关心的热点作为公开的重点内容，按时更新。') },
      { title: '两件事之间没有停顿（提示）', report: written('我镇重视公开，加强对公开工作的日常检查加强组织领导，明确专人负责。') },
      { title: '句子中断', report: written('按时更新栏目内容，以及。') },
    ],
  }),
  *check(context) {
    let told = 0;
    for (const passage of passagesOf(context.report)) {
      if (passage.kind === 'heading') continue;
      const { flat } = passage;
      for (const sentence of sentencesOf(passage)) {
        // Too short for any of the shapes.
        if (sentence.to - sentence.from < SHORTEST) continue;
        const stopped = '。；'.includes(flat[sentence.to] ?? '无');
        const candidates = clausesOf(passage, sentence);
        const last = candidates[candidates.length - 1];
        for (const span of stopped ? [...candidates, sentence] : candidates) {
          const shape =
            span === sentence
              ? shapeOf(passage, span, ON_SENTENCE, true)
              : shapeOf(passage, span, ON_CLAUSE, flat[sentence.to] === '。' && span === last);
          if (!shape) continue;
          const spot = { passage, from: span.from, to: Math.min(span.to + 1, flat.length) };
          if (isAccepted(context, spot)) continue;
          if (++told > MOST) return;
          yield {
            ...spotted(context, [spot]),
            message: `${shape.mixed ? '两种句式混用' : '句子不完整'}：“${abridged(spot)}”，${shape.lacks.replace('$1', shape.pattern.exec(printed(passage, span.from, span.to))?.[1] ?? '')}。`,
            ...(shape.mild ? { severity: 'hint' as const } : {}),
          };
          break;
        }
      }
    }
  },
});

/** What a long sentence begins and ends with: the fault lies between the two. */
function abridged(spot: Spot): string {
  const words = printed(spot.passage, spot.from, spot.to).replace(/[，、]$/, '');
  return words.length > 48 ? `${words.slice(0, 20)}……${words.slice(-16)}` : words;
}

/** The first shape that a stretch has; what it begins and ends with settles most. */
function shapeOf({ flat }: Passage, { from, to }: Span, { shapes, byFirst, byEnd, anyFirst, anyEnd }: Sorted, last: boolean): Shape | null {
  if (to - from > LONGEST) return null;
  let left = (byFirst.get(flat[from]!) ?? anyFirst) & (byEnd.get(flat[to - 1]!) ?? anyEnd);
  if (left === 0) return null;
  const here = flat.slice(from, to);
  for (; left !== 0; left &= left - 1) {
    const shape = shapes[31 - Math.clz32(left & -left)]!;
    if (shape.last && !last) continue;
    if (shape.hint && !shape.hint.some((hint) => here.includes(hint))) continue;
    if (shape.pattern.test(here) && !shape.unless?.test(here)) return shape;
  }
  return null;
}
