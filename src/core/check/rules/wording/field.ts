// Words of another department's business. A government speaks of all of them and is judged only by phrases that claim a field as its own.
import { FIELDS } from '../../lexicon/field-words.ts';
import type { Field } from '../../lexicon/field-words.ts';
import { specimen } from '../../example.ts';
import { defineRule } from '../../rule.ts';
import { around, passagesOf } from '../../running-text.ts';
import { findWords, indexWords } from '../../word-index.ts';
import type { WordIndex } from '../../word-index.ts';
import { groupBy, isAccepted, quoteOf, spotted } from '../../wording.ts';
import type { Spot } from '../../wording.ts';

interface FieldWord {
  readonly field: Field;
  readonly claim: boolean;
}

let index: WordIndex<FieldWord> | null = null;

const by = (organ: string, ...lines: string[]) => specimen({ organ, text: { s1: lines, s5: ['存在的问题是更新不及时，下一步改进。'] } });

/** What an organ of any kind would not say unless the field were its own. */
const SELF = /我局|我委|本局|本委|系统|中心工作|职责/;

export default defineRule({
  id: 'W-FIELD',
  title: '行业用语残留',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  thresholds: [{ id: 'words', title: '同一行业的用语至少', unit: '种', initial: 4, min: 2, max: 10 }],
  basis: '《中华人民共和国政府信息公开条例》第四十九条（报告的是本机关的情况）。',
  why: '把别的部门的业务写成自己的，多是套用了那个部门的报告。',
  remedy: '核对整段内容，改为本单位的业务。',
  falseAlarms: '合并设立、加挂牌子的单位可能兼管该行业；政府和乡镇、街道谈到各行业是正常的，只看把行业写成本单位中心工作的短语。',
  examples: () => ({
    passes: [
      {
        title: '政府谈到各个行业',
        report: by('云溪县人民政府', '围绕教育招生、食品抽检、不动产登记、低保救助等群众关心的内容公开信息，学校师生、患者均可查询。'),
      },
      { title: '教育局谈教育系统', report: by('云溪县教育局', '定期研究教育系统政务公开工作，公开招生入学、教师招聘、学区划分信息。') },
      { title: '合并机构', report: by('云溪县教育体育局', '公开全民健身、体育赛事、体育彩票、健身器材信息，围绕教育中心工作。') },
      { title: '部门提到一两个别的行业', report: by('云溪县水利局', '会同公安、应急部门公布水库防汛预案，派出所民警参加演练。') },
    ],
    fails: [
      { title: '乡政府写“围绕教育中心”', report: by('云溪县柳坪乡人民政府', '紧紧围绕教育中心，推进信息公开。') },
      {
        title: '同一行业两处（错误）',
        report: by('云溪县柳坪乡人民政府', '紧紧围绕教育中心工作开展公开。', '定期研究教育系统政务公开工作。'),
      },
      { title: '发展改革部门写“统计公信力”', report: by('云溪县发展和改革委员会', '着力推进各项工作，努力提高统计公信力。') },
      { title: '水利局整段写税务', report: by('云溪县水利局', '及时公布税费优惠政策，方便纳税人办税，公开欠税公告和纳税信用等级。') },
    ],
  }),
  *check(context) {
    const { report } = context;
    const { organ, organKind } = report;
    if (organ === null || organKind === null) {
      yield { result: 'notAssessed', why: '没有确定是哪个单位的报告，无法判断行业。' };
      return;
    }
    index ??= indexWords(
      FIELDS.flatMap((field) => [
        ...field.claims.map((word): [string, FieldWord] => [word, { field, claim: true }]),
        ...field.words.map((word): [string, FieldWord] => [word, { field, claim: false }]),
      ]),
    );
    const general = organKind !== 'department' && organKind !== 'institution';
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
      const claims = group.filter((spot) => spot.claim && !ofOthers(spot));
      // Governments, townships and zones direct the departments and may name their affairs; only 中心工作, 系统 and 职责 give them away.
      const telling = general ? claims.filter((spot) => SELF.test(spot.word) || /围绕|公信力/.test(spot.word)) : claims;
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
      if (general || mixed) continue;
      const kinds = new Set(group.map((spot) => spot.word));
      if (kinds.size < context.threshold('words')) continue;
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

/** 督促、指导、会同 the departments concerned: told of others. */
function ofOthers({ passage, from }: Spot): boolean {
  const before = passage.flat.slice(Math.max(0, from - 14), from);
  return (
    /(?:督促|指导|推动|会同|协同|要求|支持|监督|加强|统筹|推进|组织|部门)[^，。；]{0,10}$/.test(before) && !/围绕|研究|我|本/.test(before)
  );
}
