// An organ that speaks of itself by the name of another kind of organ, or asks of itself what only its superior could ask.
import { basisOfRegulation } from '../../basis.ts';
import { BEFORE_MY, BEFORE_OWN, PLACE_NAMES, SELF_NAMES, ZONE_NAMES } from '../../lexicon/self-names.ts';
import type { Report } from '../../../model/report.ts';
import { ORGAN_KIND_NAMES } from '../../../model/vocabulary.ts';
import { placeOfOrgan } from '../../places/gazetteer.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { around, passagesOf } from '../../text/running-text.ts';
import { mayHold, tracesOf } from '../../text/traces.ts';
import { groupBy, isAccepted, matches, quoteOf, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const by = (organ: string, line: string) =>
  specimen({ organ, text: { s1: [line], s5: ['存在的问题是更新不及时，下一步改进。'], s6: ['没有收取信息处理费。'] } });

export default defineRule({
  id: 'W-ORG-SELF',
  title: '自称与单位性质不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（报告的是本行政机关、本级政府的情况）。', '第三十一条（报告的是本行政机关的情况）。'),
  why: '县政府自称“我局”、乡政府自称“我镇”，说明文字取自其他单位的报告，内容未必属实。',
  remedy: '改为与单位性质相符的自称，并核对整段内容是否属于本单位。',
  falseAlarms: '引用下级单位原话、合署办公或挂牌机构的自称可能误报；引号内的文字不看。',
  examples: () => ({
    passes: [
      { title: '局称我局、本局', report: by('云溪县水利局', '我局认真落实条例，本局各科室按时报送，我县栏目统一更新。') },
      { title: '教育委员会称我委', report: by('云溪区教育委员会', '我委认真落实条例，我区学校按时公开。') },
      { title: '挂统计局牌子的局称我局', report: by('云溪县发展和改革局（统计局）', '我局认真落实条例，本局各股室按时报送。') },
      { title: '委员会称我委', report: by('云溪县发展和改革委员会', '我委认真落实条例，我县项目信息全部公开。') },
      { title: '管委会称我区', report: by('云溪高新技术产业开发区管理委员会', '我区认真落实条例，我委按时公开。') },
      {
        title: '高新区提到别处的经开区',
        report: by('云溪高新技术产业开发区管理委员会', '高新区管委会赴江州经开区管委会学习，与经开区结对交流。'),
      },
      { title: '两区合署', report: by('云溪经济开发区（高新区）管理委员会', '高新区管委会认真落实条例，经开区管委会按时公开。') },
      { title: '乡政府提到我县', report: by('云溪县柳坪乡人民政府', '我乡按照我县统一部署更新栏目。') },
      {
        title: '我委托、我办理、基本局面、自我局限',
        report: by('云溪县人民政府', '申请人可当面提出；由我委托专人、我办理的事项，基本局面稳定，克服自我局限。'),
      },
      { title: '政府办公室称我办、我县', report: by('云溪县人民政府办公室', '我办牵头，我县各部门按时公开。') },
      { title: '引用下级原话', report: by('云溪县人民政府', '水利部门负责人介绍：“我局全年公开工程信息。”') },
      { title: '党委、政府连写', report: by('云溪县人民政府', '按照县委、县政府要求抓好落实。') },
      { title: '合署机构', report: by('云溪县教育体育局（县委教育工作委员会）', '我局、我委共同落实条例。') },
    ],
    fails: [
      { title: '县政府自称我局', report: by('云溪县人民政府', '我局认真落实条例，按时公开。') },
      { title: '局自称我委', report: by('云溪县水利局', '我委认真落实条例，按时公开。') },
      { title: '乡自称我镇', report: by('云溪县柳坪乡人民政府', '我镇认真落实条例，按时公开。') },
      { title: '街道自称本局', report: by('云溪区南门街道办事处', '本局认真落实条例，按时公开。') },
      { title: '医院自称我校', report: by('云溪县人民医院', '我校认真落实条例，按时公开。') },
      { title: '高新区自称经开区（警告）', report: by('云溪高新技术产业开发区管理委员会', '2023年，经开区管委会认真落实条例。') },
      { title: '高新区的单位写经开区大局（警告）', report: by('云溪高新区消防救援大队', '主动融入经开区发展大局，按时公开。') },
      { title: '县的报告称我区（警告）', report: by('云溪县人民政府', '我区认真落实条例，按时公开。') },
      { title: '政府按照本级政府要求（警告）', report: by('云溪区人民政府', '严格按照区政府要求的时间节点抓好落实。') },
      { title: '部门写“加强政府对……工作的领导”（警告）', report: by('云溪县水利局', '切实强化政府对政府信息公开工作的领导。') },
    ],
  }),
  *check(context) {
    const { report } = context;
    const { organ, organKind } = report;
    if (organ === null) {
      yield { result: 'notAssessed', why: '没有确定是哪个单位的报告，无法判断自称。' };
      return;
    }
    const guessed = report.inferred.includes('organ');
    for (const group of groupBy([...wrongNames(context.report, organ)], (spot) => spot.name)) {
      const spots = group.filter((spot) => !isAccepted(context, spot));
      const first = spots[0];
      if (!first) continue;
      const quote = quoteOf({ passage: first.passage, ...around(first.passage, first.from, first.to, 30) });
      const shared = {
        ...spotted(context, spots, `${first.passage.part ?? ''}-${first.name}`),
        quote,
        message: `${organ}（${ORGAN_KIND_NAMES[organKind ?? 'institution']}）的年报出现自称“${first.name}”：“${quote}”${times(spots.length)}，疑似套用其他单位的文字。`,
      };
      if (guessed) yield { ...shared, result: 'doubtful', severity: 'warning', why: '单位名称由正文推断，未必准确。' };
      else yield first.strong ? shared : { ...shared, severity: 'warning' };
    }
    yield* otherZones(context, organ);
    yield* misplacedSubjects(context);
  },
});

/** Nouns by their first characters, in the order of the dictionary. */
const SELF_BY_FIRST = byFirst(SELF_NAMES);
const PLACE_BY_FIRST = byFirst(PLACE_NAMES);

function byFirst<T extends { readonly noun: string }>(names: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return new Map(groupBy(names, (each) => each.noun[0]!).map((group) => [group[0]!.noun[0]!, group]));
}

interface Name extends Spot {
  readonly name: string;
  readonly strong: boolean;
}

/** 我 and 本 by their codes. */
const MY = 0x6211;
const OWN = 0x672c;

function* wrongNames(report: Report, organ: string): Generator<Name> {
  const place = placeOfOrgan(organ);
  const own = new Set(SELF_NAMES.filter((each) => each.fits.test(organ)));
  for (const passage of passagesOf(report)) {
    const { flat } = passage;
    for (let at = 0; at + 1 < flat.length; at++) {
      const code = flat.charCodeAt(at);
      if (code !== MY && code !== OWN) continue;
      const sign = flat[at]!;
      const selves = SELF_BY_FIRST.get(flat[at + 1]!);
      const places = PLACE_BY_FIRST.get(flat[at + 1]!);
      if (!selves && !places) continue;
      const before = flat[at - 1] ?? '';
      if (before !== '' && (sign === '我' ? BEFORE_MY : BEFORE_OWN).includes(before)) continue;
      if (passage.quoting[at]!) continue;
      const self = selves?.find((each) => flat.startsWith(each.noun, at + 1));
      if (self) {
        const after = flat[at + 1 + self.noun.length] ?? '';
        if ((sign === '本' && self.onlyMy) || (after !== '' && self.after?.includes(after)) || own.has(self)) continue;
        yield { passage, from: at, to: at + 1 + self.noun.length, name: sign + self.noun, strong: true };
        continue;
      }
      const where = places?.find((each) => flat.startsWith(each.noun, at + 1));
      if (!where || place === null || !where.foreignTo.test(place) || where.after.includes(flat[at + 2] ?? '无')) continue;
      yield { passage, from: at, to: at + 2, name: sign + where.noun, strong: false };
    }
  }
}

/** A zone of one kind that calls itself by another kind, with no place in front. */
function* otherZones(context: Parameters<typeof spotted>[0] & Parameters<typeof isAccepted>[0], organ: string) {
  if (!ZONE_NAMES.some(({ names }) => names.test(organ))) return;
  for (const { short, names } of ZONE_NAMES) {
    if (names.test(organ)) continue;
    const pattern = new RegExp(
      `(?:^|(?<=[，。；：]|我|本))${short}(?:管委会|党工委|认真|严格|坚持|积极|高度重视|紧紧?围绕)|(?:融入|服务|围绕|聚焦|紧扣)${short}(?:发展|中心|大局|重点|建设)`,
      'g',
    );
    const spots = [...matches(context, pattern, ({ flat }) => flat.includes(short))]
      .filter(({ passage, from }) => !passage.quoting[from])
      .map(({ passage, from, to }) => ({ passage, ...around(passage, from, to, 30) }))
      .filter((spot) => !isAccepted(context, spot));
    if (spots.length === 0) continue;
    yield {
      ...spotted(context, spots, short),
      severity: 'warning' as const,
      message: `${organ}的年报写“${quoteOf(spots[0]!)}”${times(spots.length)}，与单位名称不符，疑似套用其他开发区的文字。`,
    };
  }
}

/** 政府对, 我县政府, 本区人民政府: what a department does not rightly say. */
const OF_GOVERNMENT = tracesOf('府对 我县 我市 我区 我乡 我镇 本县 本市 本区 本乡 本镇');

/** 「按照区政府要求」 by the government of the district itself; 「加强政府对……」 by a department. */
function* misplacedSubjects(context: Parameters<typeof spotted>[0] & Parameters<typeof isAccepted>[0]) {
  const { report } = context;
  const organ = report.organ!;
  if (report.organKind === 'government') {
    const place = placeOfOrgan(organ);
    const noun = place?.slice(-1) ?? '';
    if (!/[省市县区旗州盟]/.test(noun)) return;
    if (!mayHold(report, tracesOf(`${noun}政 ${noun}人`))) return;
    const pattern = new RegExp(
      `(?:按照|根据|遵照|落实)(?:本)?${noun}(?:人民)?政府(?:的)?(?:统一)?(?:工作)?(?:要求|部署|安排|指示|通知)`,
      'g',
    );
    for (const { passage, from, to } of matches(context, pattern)) {
      const spot = { passage, ...around(passage, from, to, 30) };
      if (isAccepted(context, spot)) continue;
      yield {
        ...spotted(context, [spot]),
        severity: 'warning' as const,
        message: `报告单位就是${organ}，却写“${quoteOf({ passage, from, to })}”，疑似套用下属部门的年报。`,
      };
    }
  }
  if ((report.organKind === 'department' || report.organKind === 'institution') && mayHold(report, OF_GOVERNMENT)) {
    for (const { passage, from, to } of matches(
      context,
      /(?:加强|强化)(?:各级)?政府对政府信息公开工作的(?:组织)?领导|(?:我|本)(?:县|市|区|乡|镇)人?民?政府(?:将|认真|高度重视)[^，。；]{0,10}政府信息公开工作/g,
    )) {
      const spot = { passage, ...around(passage, from, to, 40) };
      if (isAccepted(context, spot)) continue;
      yield {
        ...spotted(context, [spot]),
        severity: 'warning' as const,
        message: `主体不当：部门年报写“${quoteOf({ passage, from, to })}”，疑似套用政府年报的文字。`,
      };
    }
  }
}
