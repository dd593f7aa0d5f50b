// Places and organs that have nothing to do with the one that reports: another city's name left in a borrowed text.
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { otherOrgansIn } from '../../places/other-organ.ts';
import { mannerOf } from '../../places/place-manner.ts';
import { homesOf, placeOfOrgan, placesCalled, placesIn, prefectureOf, provinceOf, related } from '../../places/gazetteer.ts';
import type { Place } from '../../places/gazetteer.ts';
import { defineRule } from '../../rule.ts';
import { around, leadsElsewhere, passagesOf } from '../../text/running-text.ts';
import type { Passage } from '../../text/running-text.ts';
import { otherTownsIn } from '../../places/town-names.ts';
import type { Hit } from '../../wording/word-index.ts';
import { groupBy, isAccepted, quoteOf, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const by = (organ: string, ...lines: string[]) => specimen({ organ, text: { s1: lines, s5: ['存在的问题是更新不及时，下一步改进。'] } });

export default defineRule({
  id: 'W-ORG-OTHER',
  title: '出现无关地名或单位',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（报告的是本行政机关、本级政府的情况）。', '第三十一条（报告的是本行政机关的情况）。'),
  why: '出现与本单位没有隶属关系的地名，多是套用外地报告时没有改净。',
  remedy: '核对后改为本地名称，并检查同一段的其他内容。',
  falseAlarms:
    '学习考察、对口支援、企业和申请人所在地、途经的道路等会提到外地，已排除常见写法；近十年改过的县名按同一个地方处理，代管、托管和更早的名称可加入“不再提示的词”。',
  examples: () => ({
    passes: [
      { title: '上级和下级的名称', report: by('岳阳市水利局', '按照湖南省政务公开要点和岳阳市人民政府部署，汇总全市数据。') },
      { title: '学习考察、对口支援', report: by('岳阳市水利局', '赴宜宾市学习，借鉴宜宾市人民政府网站经验，开展与林芝市的对口支援。') },
      { title: '企业和申请人所在地', report: by('岳阳市水利局', '收到宜宾市某公司提交的申请一件，申请人为宜宾市居民。') },
      { title: '不在地名表中的县提到一个市', report: by('云溪县水利局', '按照岳阳市人民政府部署更新栏目。') },
      { title: '与邻县跨省通办、毗邻', report: by('通渭县水利局', '与陇西县、渭源县毗邻，与重庆市渝中区签订跨省通办协议。') },
      { title: '常用词里的地名', report: by('通渭县水利局', '更新城区供水信息，对应县直部门，会同县司法局公开。') },
      { title: '网页上通往别处的链接', report: by('云溪县柳坪镇人民政府', '上一篇：云溪县枫林镇人民政府2022年政府信息公开工作年度报告') },
      { title: '镇里说镇政府、各镇', report: by('云溪县柳坪镇人民政府', '依托镇政府公开栏，各镇严格落实要求，建设特色小镇。') },
      {
        title: '镇前面是动词、时间和修饰语',
        report: by(
          '云溪县柳坪镇人民政府',
          '2023年，调整镇政府信息公开工作领导小组；目前镇公开栏两处，近期镇认真落实整改，充实镇政务公开办公室。',
          '具体包括镇政府公开信息三条，按照现行镇政府要求办理，根据《完善镇政务公开工作制度》执行，两侧街道开展整治。',
        ),
      },
      {
        title: '本县不在地名表中，提到邻县、外县的帮扶和全区、市辖区',
        report: by(
          '云溪县水利局',
          '与通渭县毗邻，赴陇西县水利局学习，与青坪县水利局联合巡河。',
          '全区水利局长会议部署后，市辖区水利局、各县水利局均已公开。',
        ),
      },
      { title: '本县前面有市名', report: by('云溪县水利局', '岳阳云溪县水利局高度重视政务公开工作。') },
      { title: '自治县的简称', report: by('云溪土家族自治县水利局', '云溪县水利局高度重视政务公开工作。') },
      { title: '改名以前的县名', report: by('栾城区水利局', '栾城县水利局高度重视政务公开工作。') },
      { title: '单位名称里有括号', report: by('云溪县)水利局', '云溪县水利局高度重视政务公开工作。') },
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
      { title: '学习先进园区的做法', report: by('威海市文化和旅游局', '学习借鉴苏州工业园区做法，对标上海自贸区临港新片区编制清单。') },
    ],
    fails: [
      { title: '另一个市的名称', report: by('岳阳市水利局', '宜宾市人民政府高度重视，统一更新栏目。') },
      { title: '同县另一个部门的自述', report: by('云溪县水利局', '云溪县林业局高度重视政务公开工作，全年更新栏目。') },
      { title: '邻县在句首自述', report: by('通渭县水利局', '2023年，陇西县水利局高度重视信息公开工作，全年公开信息120条。') },
      { title: '另一个省的政务公开文件', report: by('山阳县人民政府', '根据《四川省2023年政务公开工作要点》，结合我县实际抓好落实。') },
      { title: '邻区的领导', report: by('杭州市上城区财政局', '在拱墅区委、区政府的正确领导下，落实各项要求。') },
      { title: '另一个乡镇在句首自述', report: by('云溪县柳坪镇人民政府', '2023年，枫林镇认真贯彻落实条例，公开信息56条。') },
      { title: '另一个市的网站', report: by('威海市文化和旅游局', '通过宜宾市政务公开平台公开信息。') },
      { title: '本县不在地名表中，另一个县在', report: by('云溪县水利局', '通渭县高度重视政务公开工作，全年更新栏目。') },
      { title: '另一个县的同一部门在句首自述', report: by('云溪县水利局', '2023年，青坪县水利局主动公开信息120条。') },
      { title: '另一个县在句首自述（不在地名表中，提示）', report: by('云溪县水利局', '2023年，青坪县认真贯彻落实条例。') },
      { title: '另一个县的县委、县政府（提示）', report: by('云溪县水利局', '在青坪县委、县政府的领导下，更新栏目。') },
      { title: '另一个县的名称（不在地名表中，提示）', report: by('云溪县水利局', '按照青坪县人民政府的部署，更新栏目。') },
      { title: '另一个乡镇，名称是常用词（提示）', report: by('云溪县柳坪镇人民政府', '2023年，太平镇认真贯彻落实条例。') },
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
    const passages = passagesOf(report).filter((passage) => passage.block !== report.titleAt?.block && !leadsElsewhere(passage));
    const named = passages.flatMap((passage) => placesIn(passage.flat).map((hit) => ({ passage, hit })));
    let homes = realmOf(organ);
    const sure = homes.length > 0;
    if (!sure && !ACROSS_PLACES.test(organ)) homes = leading(named.map(({ hit }) => hit.entry));
    const spots: ForeignSpot[] = [];
    const collect = (passage: Passage, from: number, to: number, name: string, weak = false): void => {
      spots.push({ passage, from, to, name, weak });
    };
    const isForeign = homes.length > 0 ? foreignTo(homes) : isCounty(organ) ? areCounties : null;
    for (const passage of passages) {
      const organs = otherOrgansIn(organ, passage.flat);
      if (organs.length === 0) continue;
      // Another place that the gazetteer has is judged by it.
      const listed = new Set(placesIn(passage.flat).map((hit) => hit.from));
      for (const { from, to, name, elsewhere } of organs)
        if (!(elsewhere && listed.has(from)) && !(passage.quoting[from]! & 1)) collect(passage, from, to, name);
    }
    if (isForeign) {
      const others = strangers(organ, isForeign, named);
      if (others.length > MOST) yield { result: 'notAssessed', why: `文中外地地名过多，只核对了前 ${MOST} 处。` };
      for (const spot of others.slice(0, MOST)) {
        if (mannerOf(spot.passage, spot.from, spot.to) !== null) collect(spot.passage, spot.to - spot.name.length, spot.to, spot.name);
      }
      for (const spot of pagesOfOthers(isForeign, passages)) collect(spot.passage, spot.from, spot.to, spot.name);
    }
    if (!report.inferred.includes('organ') && (report.organKind === 'township' || report.organKind === 'subdistrict')) {
      for (const passage of passages) {
        for (const { from, to, name, telling } of otherTownsIn(organ, passage)) collect(passage, from, to, name, !telling);
      }
    }
    const ends = new Map<Passage, Set<number>>();
    for (const { passage, hit } of named) ends.set(passage, (ends.get(passage) ?? new Set()).add(hit.to));
    for (const spot of unlisted(organ, passages)) {
      // One that the gazetteer has, judged above.
      if (!ends.get(spot.passage)?.has(spot.to)) collect(spot.passage, spot.from, spot.to, spot.name, true);
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
        message: `${organ}的年报出现无关名称“${first.name}”：“${quote}”${times(group.length)}，疑似套用外地或其他单位的文字。`,
        // What no gazetteer lists is only guessed to be a name.
        ...(group.every((spot) => spot.weak) ? { severity: 'hint' as const } : {}),
      };
      if (report.inferred.includes('organ')) {
        yield { ...fields, result: 'doubtful', why: '单位名称由正文推断，未必准确。' };
      } else if (sure || !homes.length || /[局委厅会乡镇道]$/.test(first.name)) yield fields;
      else yield { ...fields, result: 'doubtful', why: `单位所在地由正文推断为${homes[0]!.name}。` };
    }
  },
});

interface ForeignSpot extends Spot {
  readonly name: string;
  /** Only guessed to be a name, or perhaps rightly there. */
  readonly weak: boolean;
}

/** Organs whose field is no single place: customs, rivers, railways, courts and offices of the state in a region. */
const ACROSS_PLACES =
  /海关|海事|航道|水利委员会|流域|铁路|民航|证监|金融监管|银保监|外汇|能源监管|边检|边防|邮政管理|通信管理|地质|矿山安全|煤矿|监狱|戒毒|法院|检察|专员办|特派|核安全|测绘|烟草|电力|公积金|出入境|大学|学院|研究/;
const ZONE = /管理委员会|管委会|开发区|高新区|经开区|新区|示范区|园区|度假区|保税区|管理区/;

/** Places an organ may speak of as its own: its home; the prefecture for zones, the province for organs that serve several places. */
function realmOf(organ: string): readonly Place[] {
  const homes = homesOf(organ);
  if (ACROSS_PLACES.test(organ)) return homes.map(provinceOf);
  return ZONE.test(organ) ? homes.map(prefectureOf) : homes;
}

/** An organ of a county that no gazetteer has. */
function isCounty(organ: string): boolean {
  return /[县旗区]$/.test(placeOfOrgan(organ) ?? '') && !ZONE.test(organ) && !ACROSS_PLACES.test(organ);
}

/** A county is neither above nor below another. */
function areCounties(places: readonly Place[]): boolean {
  return places.every((place) => place.level === 3 && !place.name.endsWith('市'));
}

/** So many places of others stand in no report; a bound for the work on texts that are none. */
const MOST = 500;

/** Tells places without kinship to those of the organ; each is asked once. */
function foreignTo(homes: readonly Place[]): (places: readonly Place[]) => boolean {
  const akin = new Map<Place, boolean>();
  return (places) =>
    places.every((place) => {
      let near = akin.get(place);
      if (near === undefined) akin.set(place, (near = homes.some((home) => related(place, home))));
      return !near;
    });
}

/** Names of places without kinship to the organ's own; of a chain (江苏省南京市鼓楼区) the narrowest, from the beginning of the chain. */
function strangers(
  organ: string,
  isForeign: (places: readonly Place[]) => boolean,
  named: readonly { readonly passage: Passage; readonly hit: Hit<readonly Place[]> }[],
): readonly (Spot & { readonly name: string })[] {
  const found: (Spot & { readonly name: string })[] = [];
  for (let index = 0; index < named.length && found.length <= MOST; index++) {
    const { passage, hit } = named[index]!;
    const { from } = hit;
    let { to, word, entry } = hit;
    for (let next = named[index + 1]; next && next.passage === passage && next.hit.from === to; next = named[index + 1]) {
      ({ to, word, entry } = next.hit);
      index++;
    }
    if (isForeign(entry) && !organ.includes(word)) found.push({ passage, from, to, name: word });
  }
  return found;
}

const PAGES = /政务服务网|政务公开网|政务网|政府网/g;

/** 浙江政务服务网, 宜宾政务网: the pages of another province or prefecture, called without its class word. */
function* pagesOfOthers(
  isForeign: (places: readonly Place[]) => boolean,
  passages: readonly Passage[],
): Generator<Spot & { readonly name: string }> {
  const asked = new Map<string, boolean>();
  const isStranger = (core: string): boolean => {
    let stranger = asked.get(core);
    if (stranger === undefined) {
      const places = placesCalled(core).filter((place) => place.level < 3 && !place.former);
      asked.set(core, (stranger = places.length > 0 && isForeign(places)));
    }
    return stranger;
  };
  let count = 0;
  for (const passage of passages) {
    const { flat } = passage;
    PAGES.lastIndex = 0;
    for (let match = PAGES.exec(flat); match !== null; match = PAGES.exec(flat)) {
      for (const length of [3, 2]) {
        const from = match.index - length;
        if (from < 0 || !isStranger(flat.slice(from, match.index))) continue;
        if (++count > MOST) return;
        if (mannerOf(passage, from, match.index) === 'channel') {
          const to = match.index + match[0].length;
          yield { passage, from, to, name: flat.slice(from, to) };
        }
        break;
      }
    }
  }
}

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
const EDGE = '，。；、：！？（）“”由按照据经对向为是将受报在';
/** The same in two characters. */
const CHANNELS = /通过|依托|登录|根据|围绕|年度|按照/;
const NO_NAME = /[各全我本该每邻外级所某两多省市区县州旗乡镇街道村统的了和与及或等上下其他这那原由在对按照据经将向为是]/;

/** Names of the organ's own level that no gazetteer lists: 青坪县人民政府 in a report of 云溪县. */
function* unlisted(organ: string, passages: readonly Passage[]): Generator<Spot & { readonly name: string }> {
  if (!/(?:县|旗)$/.test(placeOfOrgan(organ) ?? '')) return;
  const words = new Map<string, boolean>();
  const isWord = (core: string): boolean => {
    let word = words.get(core);
    if (word === undefined) words.set(core, (word = wordWithout(core, passages)));
    return word;
  };
  for (const passage of passages) {
    const { flat } = passage;
    // Only the whole name of an organ, or what one's own place does: 县政府 with any two characters before it is mostly one's own county with a verb.
    const pattern = /县(?=人民政府|委、?县?政府|认真|高度|严格|全面|深入|积极)/g;
    for (let match = pattern.exec(flat); match !== null; match = pattern.exec(flat)) {
      const core = flat.slice(Math.max(0, match.index - 2), match.index);
      const edge = flat[match.index - 3] ?? '';
      if (
        core.length < 2 ||
        NO_NAME.test(core) ||
        (edge !== '' && !EDGE.includes(edge) && !CHANNELS.test(flat.slice(match.index - 4, match.index - 2))) ||
        !/^[\u4e00-\u9fff]+$/.test(core)
      )
        continue;
      const name = `${core}县`;
      if (!PLACE_ENDINGS.has(core[1]!) || organ.includes(name) || organ.includes(core)) continue;
      // Words that are used without the class word too are words, or a place that is spoken of at home.
      if (words.size > MOST || isWord(core)) continue;
      const from = match.index - 2;
      if (mannerOf(passage, from, match.index + 1) === null) continue;
      yield { passage, from, to: match.index + 1, name };
    }
  }
}
