// Words of another department's business. A government speaks of all of them and is judged only by phrases that claim a field as its own.
import { basisOfRegulation } from '../../basis.ts';
import { COORDINATING, FIELDS, FOR_EVERYONE } from '../../lexicon/field-words.ts';
import type { Field } from '../../lexicon/field-words.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { around, passagesOf, sentencesOf } from '../../text/running-text.ts';
import { findWords, indexWords } from '../../wording/word-index.ts';
import type { WordIndex } from '../../wording/word-index.ts';
import { groupBy, isAccepted, quoteOf, spotted } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

interface FieldWord {
  readonly field: Field;
  readonly sort: 'claim' | 'matter' | 'word';
}

let index: WordIndex<FieldWord> | null = null;

const by = (organ: string, ...lines: string[]) => specimen({ organ, text: { s1: lines, s5: ['存在的问题是更新不及时，下一步改进。'] } });

/** Ends of names of organs that have one field. */
const BY_FIELD = /(?:局|委|厅|会|馆|中心|站|所|社|院|校|队)$/;

/** What an organ of any kind would not say unless the field were its own. */
const SELF = /我局|我委|本局|本委|系统|中心工作|职责/;

export default defineRule({
  id: 'W-FIELD',
  title: '行业用语残留',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  thresholds: [
    { id: 'words', title: '同一行业的用语至少', unit: '种', initial: 4, min: 2, max: 10 },
    { id: 'together', title: '同一句话里别的部门的业务至少', unit: '项', initial: 2, min: 2, max: 10 },
  ],
  basis: basisOfRegulation('第四十九条（报告的是本行政机关、本级政府的情况）。', '第三十一条（报告的是本行政机关的情况）。'),
  why: '把别的部门的业务写成自己的，多是套用了那个部门的报告。',
  remedy: '核对整段内容，改为本单位的业务。',
  falseAlarms:
    '合并设立、加挂牌子的单位可能兼管该行业；同一句话里集中写别的部门业务的只作提示；政府和乡镇、街道谈到各行业是正常的，只看把行业写成本单位中心工作的短语。',
  examples: () => ({
    passes: [
      {
        title: '政府谈到各个行业',
        report: by('云溪县人民政府', '围绕教育招生、食品抽检、不动产登记、低保救助等群众关心的内容公开信息，学校师生、患者均可查询。'),
      },
      { title: '教育局谈教育系统', report: by('云溪县教育局', '每季度研究教育系统政务公开，公开招生入学、教师招聘、学区划分信息。') },
      {
        title: '与教育系统往来、公开统计信息',
        report: by('云溪县交通运输局', '会同教育系统检查校车，公开规划、统计信息，向教育系统通报路况，登录县政府统计信息公开专栏。'),
      },
      { title: '合并机构', report: by('云溪县教育体育局', '公开全民健身、体育赛事、体育彩票、健身器材信息，围绕教育中心工作。') },
      { title: '发展改革和统计合在一起', report: by('云溪县发展改革和统计局', '扎实做好各项工作，不断增强统计公信力。') },
      { title: '教育局发职称和招聘信息', report: by('云溪县教育局', '公开中小学教师职称评审和公开招聘结果。') },
      { title: '财政局列各类补贴', report: by('云溪县财政局', '公开农机购置补贴、耕地地力保护补贴、城乡低保等补贴资金信息。') },
      { title: '复议案件涉及的领域', report: by('云溪县司法局', '行政复议案件主要涉及工伤认定、不动产登记、治安案件。') },
      { title: '部门提到一两个别的行业', report: by('云溪县水利局', '会同公安、应急部门公布水库防汛预案，派出所民警参加演练。') },
    ],
    fails: [
      { title: '乡政府写“围绕教育中心”', report: by('云溪县柳坪乡人民政府', '紧紧围绕教育中心，推进信息公开。') },
      {
        title: '同一行业两处（错误）',
        report: by('云溪县柳坪乡人民政府', '紧紧围绕教育中心工作开展公开。', '每季度研究教育系统政务公开。'),
      },
      { title: '发展改革部门写“统计公信力”', report: by('云溪县发展和改革委员会', '扎实做好各项工作，不断增强统计公信力。') },
      { title: '乡政府写“政府统计信息公开”', report: by('云溪县柳坪乡人民政府', '我乡认真做好政府统计信息公开，按时更新栏目。') },
      { title: '交通局写“教育系统信息”', report: by('云溪县交通运输局', '全年报送教育系统信息四十条。') },
      { title: '水利局写公安的业务（提示）', report: by('云溪县水利局', '更新户籍业务指南，公布机动车登记流程，通报辖区警情。') },
      { title: '水利局整段写税务', report: by('云溪县水利局', '及时公布税费优惠政策，方便纳税人办税，公开欠税公告和纳税信用等级。') },
    ],
  }),
  *check(context) {
    const { report } = context;
    const { organ, organKind } = report;
    if (organ === null) {
      yield { result: 'notAssessed', why: '没有确定是哪个单位的报告，无法判断行业。' };
      return;
    }
    index ??= indexWords(
      FIELDS.flatMap((field) => [
        ...field.claims.map((word): [string, FieldWord] => [word, { field, sort: 'claim' }]),
        ...(field.matters ?? []).map((word): [string, FieldWord] => [word, { field, sort: 'matter' }]),
        ...field.words.filter((word) => !field.matters?.includes(word)).map((word): [string, FieldWord] => [word, { field, sort: 'word' }]),
      ]),
    );
    // An organ of no known kind is judged by its name: 档案馆, 残疾人联合会.
    const general = organKind === null ? !BY_FIELD.test(organ) : organKind !== 'department' && organKind !== 'institution';
    const spots: (Spot & FieldWord & { readonly word: string })[] = [];
    for (const passage of passagesOf(report)) {
      let end = 0;
      for (const { from, to, word, entry } of findWords(index, passage.flat)) {
        if (from < end || passage.quoting[from]! & 1 || entry.field.own.test(organ)) continue;
        const spot = { passage, from, to, word, ...entry };
        end = to;
        if (!isAccepted(context, spot)) spots.push(spot);
      }
    }
    const fields = groupBy(spots, (spot) => spot.field.name);
    // Words of many fields are a list of what is published, not another's report.
    const mixed = fields.length > 3;
    for (const group of fields) {
      const { field } = group[0]!;
      const claims = group.filter((spot) => spot.sort === 'claim' && !ofOthers(spot));
      // Governments, townships and zones direct the departments and may name their affairs; only 中心工作, 系统 and 职责 give them away.
      const telling = general ? claims.filter((spot) => SELF.test(spot.word) || /围绕|公信力|政府统计信息/.test(spot.word)) : claims;
      if (telling.length > 0) {
        for (const spot of telling.slice(0, 5)) {
          const quote = quoteOf({ passage: spot.passage, ...around(spot.passage, spot.from, spot.to, 30) });
          yield {
            ...spotted(context, [spot]),
            quote,
            severity: telling.length >= 2 ? 'error' : 'warning',
            message: `${organ}的年报出现${field.name}行业用语“${spot.word}”，疑似套用；兼管该行业的可忽略。`,
          };
        }
        continue;
      }
      if (general || FOR_EVERYONE.test(organ) || field.alsoOf?.test(organ)) continue;
      const kinds = new Set(group.map((spot) => spot.word));
      if (mixed || kinds.size < context.threshold('words')) {
        const together = field.alsoOf?.test(organ)
          ? null
          : sentenceOf(field, spots, COORDINATING.test(organ) ? 3 : context.threshold('together'));
        if (together) {
          const quote = quoteOf({ passage: together[0]!.passage, ...around(together[0]!.passage, together[0]!.from, together[0]!.to, 40) });
          yield {
            ...spotted(context, together, field.name),
            quote,
            severity: 'hint',
            message: `${organ}的年报写到${field.name}部门的业务${[...new Set(together.map((spot) => spot.word))]
              .map((word) => `“${word}”`)
              .join('')}，请核对是否套用。`,
          };
        }
        continue;
      }
      yield {
        ...spotted(context, group, field.name),
        result: 'doubtful',
        why: '部门也可能因业务往来提到这些词。',
        message: `${organ}的年报多处出现${field.name}行业用语：${[...kinds]
          .slice(0, 6)
          .map((word) => `“${word}”`)
          .join('')}，请核对是否套用。`,
      };
    }
  },
});

/** What is told of others, asked by others, taught, or a list of what the government does. */
const OF_MANY =
  /涉及|集中在|反映|投诉|咨询|诉求|热线|提案|建议|宣传|宣讲|学习|普法|会同|配合|协助|联合|协同|转发|转载|链接|联席|各部门|相关部门|有关部门|部门间|审计|巡察|调研|征求意见|干部职工|本单位|机关食堂|工会|党员|志愿|行政复议|诉讼|案件|用地|项目建设|等领域|等重点领域|等方面|民生|热点/;
const PUBLISHED = /公开|公布|公示|发布|通报|更新|推进|落实|做好|深化|优化|履行|办理/;

/**
 * The matters of one field in the first sentence that has enough of them and nothing of other fields; what is merely typical counts half.
 * null where no sentence has.
 */
function sentenceOf(
  field: Field,
  spots: readonly (Spot & FieldWord & { readonly word: string })[],
  wanted: number,
): readonly (Spot & FieldWord & { readonly word: string })[] | null {
  const mine = spots.filter((spot) => spot.field === field);
  if (mine.every((spot) => spot.sort === 'word')) return null;
  for (const passage of new Set(mine.map((spot) => spot.passage))) {
    const here = spots.filter((spot) => spot.passage === passage);
    for (const { from, to } of sentencesOf(passage)) {
      const inside = here.filter((spot) => spot.from >= from && spot.to <= to);
      const own = inside.filter((spot) => spot.field === field);
      if (own.length < 2 || inside.some((spot) => spot.field !== field)) continue;
      const words = new Map(own.map((spot) => [spot.word, spot.sort]));
      const weights = [...words.values()].map((sort): number => (sort === 'word' ? 0.5 : 1));
      if (!weights.includes(1) || weights.reduce((sum, weight) => sum + weight, 0) < wanted) continue;
      const text = passage.flat.slice(from, to);
      if (PUBLISHED.test(text) && !OF_MANY.test(text)) return own;
    }
  }
  return null;
}

/** 督促、指导、会同 the departments concerned: told of others. 县政府统计信息公开专栏 is a page of the county. */
function ofOthers({ passage, from, to }: Spot): boolean {
  const before = passage.flat.slice(Math.max(0, from - 14), from);
  if (passage.flat.startsWith('政府', from) && (/[省市州县区旗乡镇]$/.test(before) || /^[专平栏网目]/.test(passage.flat.slice(to))))
    return true;
  return (
    /(?:督促|指导|推动|会同|协同|要求|支持|监督|加强|统筹|推进|组织|部门)[^，。；]{0,10}$/.test(before) && !/围绕|研究|我|本/.test(before)
  );
}
