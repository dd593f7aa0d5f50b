// Places and organs that have nothing to do with the one that reports: another city's name left in a borrowed text.
import { specimen } from '../../example.ts';
import { otherOrgansIn } from '../../other-organ.ts';
import { homesOf, placeOfOrgan, placesIn, related } from '../../places.ts';
import type { Place } from '../../places.ts';
import { defineRule } from '../../rule.ts';
import { around, passagesOf } from '../../running-text.ts';
import type { Passage } from '../../running-text.ts';
import { groupBy, isAccepted, quoteOf, spotted, times } from '../../wording.ts';
import type { Spot } from '../../wording.ts';

const by = (organ: string, ...lines: string[]) => specimen({ organ, text: { s1: lines, s5: ['存在的问题是更新不及时，下一步改进。'] } });

/** What makes another place's name right: going there, learning, helping, people and firms from there, addresses. */
const BEFORE =
  /(?:学习|考察|借鉴|参考|参照|赴|前往|到|交流|对口|帮扶|支援|协作|合作|共建|友好|结对|援|来自|驻|籍|户籍|申请人|毗邻|相邻|邻近|途经|通往|至|与|同|和|及|、|对标|先进|外地|兄弟|飞地|托管|招商|引进|承办|参加|在|地址：|位于|坐落于)[^，。；]{0,8}$/;
const AFTER =
  /^[^，。；]{0,6}(?:经验|模式|做法|学习|考察|交流|协作|合作|帮扶|支援|对口|籍|企业|公司|集团|路|街|大道|大厦|学院|大学|医院|银行|高速|铁路|机场|申请人|居民|村民|客商|商会|会议|召开|论坛|培训|基地|人民法院|中级|检察院|等地|等城市|律师|居住)/;
/** Words after a name that make it the subject or the owner of what is reported; without them a foreign name may be anything. */
const OFFICIAL =
  /^(?:人民政府|政府|政务|政府门户|门户|信息公开|各|全市|委|[\u4e00-\u9fff]{2,8}(?:局|委员会|办公室|管委会)|人大|公开|电子政务|政协|行政|机关|网站|发布|2\d{3}年|主动|全面|认真|深入|严格|积极)/;

export default defineRule({
  id: 'W-ORG-OTHER',
  title: '出现无关地名或单位',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第四十九条（报告的是本机关的情况）。',
  why: '出现与本单位没有隶属关系的地名，多是套用外地报告时没有改净。',
  remedy: '核对后改为本地名称，并检查同一段的其他内容。',
  falseAlarms:
    '学习考察、对口支援、企业和申请人所在地、途经的道路等会提到外地，已排除常见写法；行政区划调整后的新旧名称可加入“不再提示的词”。',
  examples: () => ({
    passes: [
      { title: '上级和下级的名称', report: by('岳阳市水利局', '按照湖南省政务公开要点和岳阳市人民政府部署，汇总全市数据。') },
      { title: '学习考察、对口支援', report: by('岳阳市水利局', '赴宜宾市学习，借鉴宜宾市人民政府网站经验，开展与林芝市的对口支援。') },
      { title: '企业和申请人所在地', report: by('岳阳市水利局', '收到宜宾市某公司提交的申请一件，申请人为宜宾市居民。') },
      { title: '不在地名表中的县提到一个市', report: by('云溪县水利局', '按照岳阳市人民政府部署更新栏目。') },
      { title: '县里提到本县乡镇', report: by('云溪县水利局', '会同柳坪镇人民政府公开工程信息，云溪县人民政府统一部署。') },
      {
        title: '别的部门配合、牵头、检查',
        report: by(
          '云溪县水利局',
          '县林业局提供数据，云溪县政务服务局高度重视公开专区建设，会同云溪县林业局公开信息。',
          '县发改委收到的意见一并办理。',
        ),
      },
      {
        title: '两个字加“县政府”，是动词不是地名',
        report: by(
          '云溪县水利局',
          '依托县政府网站公开，通过县人民政府网站公开，报请县人民政府批准。',
          '宣传栏设在镇人民政府门口，保障县人民政府决策公开。',
        ),
      },
      { title: '各县、全县、邻县', report: by('云溪县水利局', '全县政府系统统一部署，各县政府网站互通，参照上级县政府做法。') },
    ],
    fails: [
      { title: '另一个市的名称', report: by('岳阳市水利局', '宜宾市人民政府高度重视，统一更新栏目。') },
      { title: '同县另一个部门的自述', report: by('云溪县水利局', '云溪县林业局高度重视政务公开工作，全年更新栏目。') },
      { title: '另一个市的网站', report: by('威海市文化和旅游局', '通过宜宾市政务公开平台公开信息。') },
      { title: '另一个县的名称（不在地名表中，提示）', report: by('云溪县水利局', '按照青坪县人民政府的部署，更新栏目。') },
      { title: '另一个乡镇的名称（提示）', report: by('云溪县柳坪镇人民政府', '全年由枫桥镇人民政府主动公开信息。') },
      {
        title: '正文多处是一地，一处是另一地（存疑）',
        report: by('云溪县水利局', '按照岳阳市人民政府部署，在岳阳市政务公开平台公开。', '宜宾市人民政府统一考核。'),
      },
    ],
  }),
  *check(context) {
    const { report } = context;
    const { organ } = report;
    if (organ === null) {
      yield { result: 'notAssessed', why: '没有确定是哪个单位的报告，无法判断地名。' };
      return;
    }
    const passages = passagesOf(report).filter((passage) => passage.block !== report.titleAt?.block);
    let homes = homesOf(organ);
    // The page's own words about where it is; the file name and the title count through the organ.
    const sure = homes.length > 0;
    const named = passages.flatMap((passage) => placesIn(passage.flat).map((hit) => ({ passage, hit })));
    if (!sure) homes = leading(named.map(({ hit }) => hit.entry));
    const spots: (Spot & { readonly name: string; readonly byShape?: true })[] = [];
    for (const passage of passages) {
      for (const { from, to, name } of otherOrgansIn(organ, passage.flat)) {
        if (!(passage.quoting[from]! & 1)) spots.push({ passage, from, to, name });
      }
    }
    if (homes.length > 0) {
      for (const { passage, hit } of named) {
        // A province says little; it is foreign only to an organ whose place is known.
        if (hit.entry.some((place) => homes.some((home) => related(place, home)))) continue;
        if (organ.includes(hit.word) || !isOfficial(passage, hit.from, hit.to)) continue;
        spots.push({ passage, from: hit.from, to: hit.to, name: hit.word });
      }
    }
    const known = new Set(named.map(({ passage, hit }) => `${passage.block}-${hit.from}`));
    for (const spot of unlisted(organ, passages)) {
      // One that the gazetteer has, judged above.
      const listedThere = [0, 1, 2, 3].some((step) => known.has(`${spot.passage.block}-${spot.from - step}`));
      if (!listedThere) spots.push({ ...spot, byShape: true });
    }
    for (const group of groupBy(
      spots.filter((spot) => !isAccepted(context, spot)),
      (spot) => spot.name,
    )) {
      const first = group[0]!;
      const quote = quoteOf({ passage: first.passage, ...around(first.passage, first.from, first.to, 30) });
      const fields = {
        ...spotted(context, group, first.name),
        quote,
        message: `${organ}的年报出现无关名称“${first.name}”：“${quote}”${times(group.length)}，疑套用外地或其他单位的文字。`,
        // What no gazetteer lists is only guessed to be a name.
        ...(first.byShape ? { severity: 'hint' as const } : {}),
      };
      if (sure || !homes.length || /[局委厅会]$/.test(first.name)) yield fields;
      else yield { ...fields, result: 'doubtful', why: `单位所在地由正文推断为${homes[0]!.name}。` };
    }
  },
});

/** The prefecture or province that a text names most, if it is named at least twice and twice as often as any other. */
function leading(named: readonly (readonly Place[])[]): readonly Place[] {
  const counts = new Map<Place, number>();
  for (const places of named) {
    if (places.length !== 1) continue;
    let place: Place | null = places[0]!;
    while (place && place.level > 2 && place.parent) place = place.parent;
    if (place && place.level === 2) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 2 && (!second || first[1] >= 2 * second[1]) ? [first[0]] : [];
}

/** Do two characters stand somewhere in a text without 县, 乡, 镇 or 街道 behind them? */
function wordWithout(core: string, passages: readonly Passage[]): boolean {
  for (const { flat } of passages) {
    for (let at = flat.indexOf(core); at >= 0; at = flat.indexOf(core, at + core.length)) {
      if (!/^(?:[县乡镇]|街道)/.test(flat.slice(at + core.length, at + core.length + 2))) return true;
    }
  }
  return false;
}

function isOfficial(passage: Passage, from: number, to: number): boolean {
  const { flat } = passage;
  if (passage.quoting[from]! & 1) return false;
  const before = flat.slice(Math.max(0, from - 14), from);
  const after = flat.slice(to, to + 16);
  return OFFICIAL.test(after) && !BEFORE.test(before) && !AFTER.test(after);
}

/**
 * Characters with which names of counties and townships commonly end: hills, waters, settlements, and what people wished for. Words that stand
 * before 县人民政府 by chance (依托, 通过, 根据, 落实) end otherwise.
 */
const PLACE_ENDINGS = new Set(
  '山河江湖海溪泉水川州城阳阴安宁桥坪坝塘田湾沟岭峰岗冈洲岛港口堡寨庄屯集店墩林原源潭浦渡浜圩埠坡坞坳峪峡崖岩崮垭垸滩洼泽淀沱涧涌漕梁楼阁亭寺庙庵宫陵墓祠塔埔坂坑垌洞垦甸旗营台关门津树柳松柏竹梅兰桃杏槐榆桐枫棠荷莲'.split(
    '',
  ),
);
/** What stands before a name that begins there. */
const EDGE = '，。；、：！？（）“”由按照据经对向为是将受报';
const NO_NAME = /[各全我本该每邻外级所某两多省市区县州旗乡镇街道村统的了和与及或等上下其他这那原由在对按照据经将向为是]/;

/** Names of the organ's own level that no gazetteer lists: 青坪县人民政府 in a report of 云溪县. */
function* unlisted(organ: string, passages: readonly Passage[]): Generator<Spot & { readonly name: string }> {
  const grassroots = /([\u4e00-\u9fff]{2,4}?)(乡|镇|街道)(?:人民政府|政府|办事处)?$/.exec(
    organ.replace(/^.*?(?:县|市|区|旗)(?=[\u4e00-\u9fff]{2,6}(?:乡|镇|街道))/, ''),
  );
  const place = placeOfOrgan(organ);
  const county = place && /(?:县|旗)$/.test(place) ? place : null;
  for (const passage of passages) {
    const { flat } = passage;
    // Only the whole name of an organ: 县政府 with any two characters before it is mostly one's own county with a verb.
    const pattern = /(县|镇|乡|街道)(?=人民政府|办事处)/g;
    for (let match = pattern.exec(flat); match !== null; match = pattern.exec(flat)) {
      const noun = match[1]!;
      if (noun === '县' ? county === null : !grassroots) continue;
      const core = flat.slice(Math.max(0, match.index - 2), match.index);
      const edge = flat[match.index - 3] ?? '';
      if (core.length < 2 || NO_NAME.test(core) || (edge !== '' && !EDGE.includes(edge)) || !/^[\u4e00-\u9fff]+$/.test(core)) continue;
      const name = core + noun;
      if (!PLACE_ENDINGS.has(core[1]!) || organ.includes(name) || organ.includes(core)) continue;
      // Words that are used without the class word too are words, or a place that is spoken of at home.
      if (wordWithout(core, passages)) continue;
      const from = match.index - 2;
      const before = flat.slice(Math.max(0, from - 14), from);
      if (
        passage.quoting[from]! & 1 ||
        BEFORE.test(before) ||
        AFTER.test(flat.slice(match.index + noun.length, match.index + noun.length + 16))
      )
        continue;
      yield { passage, from, to: match.index + noun.length, name };
    }
  }
}
