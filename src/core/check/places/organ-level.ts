// How high an organ stands: by its kind and name, and for cities by the gazetteer, since 市 may be a province, a prefecture or a county.
import type { Report } from '../../model/report.ts';
import { homesOf } from './gazetteer.ts';
import { passagesOf } from '../text/running-text.ts';

/**
 * `grassroots`: 乡镇、街道. `county`: 县、自治县、旗、市辖区、县级市. `prefecture`: 设区的市、自治州、盟、地区. `province`: 省、自治区、直辖市.
 * `state`: 国务院部门. Departments stand where their government stands. `zone`: 开发区、新区 and other places run by a 管委会.
 * `unknown`: the name does not tell.
 */
export type OrganLevel = 'grassroots' | 'county' | 'prefecture' | 'province' | 'state' | 'zone' | 'unknown';

/** Words that end in 区 and are no 市辖区. */
const NOT_A_DISTRICT =
  /(?:自治|地|特|新|开发|高新|园|示范|度假|风景|名胜|保护|试验|实验|保税|合作|产业|工业|社|小|校|院|辖|景|矿|林|灌|库|牧|山|城|港|灾|片|街|战|军|疫|禁|郊|管理|行政)区$/;

/** Cities and places right under a province that rank with counties. */
const LIKE_COUNTIES = new Set(
  (
    '济源市 仙桃市 潜江市 天门市 神农架林区 五指山市 琼海市 文昌市 万宁市 东方市 ' +
    '石河子市 阿拉尔市 图木舒克市 五家渠市 北屯市 铁门关市 双河市 可克达拉市 昆玉市 胡杨河市 新星市 白杨市'
  ).split(' '),
);

/** Who speaks of the counties below it is no county. */
const OVER_COUNTIES = /各县[（(区市、]|县[（(]市|各区县|各市县|[（(]市、区[）)]|县[（(]区/;

/** A name that begins with a province, invented ones among them: 岭东省水利厅, 岭东自治区人民政府. */
const PROVINCE = /^(?:[^省市县区州]{2,6}省|.{2,8}?自治区)(?=人民政府|政府|委|.*(?:厅|局|委员会|办公室|院|中心|队|站|所)$)/;

/** Level of the organ of a report. */
export function organLevelOf(report: Pick<Report, 'organ' | 'organKind'> & Partial<Report>): OrganLevel {
  const { organ, organKind } = report;
  if (organKind === 'township' || organKind === 'subdistrict') return 'grassroots';
  if (!organ) return 'unknown';
  if (/[乡镇]人民政府|街道办事处/.test(organ)) return 'grassroots';
  // A place name has at least one character before its class word: 云溪县…, but not 县域….
  if (/^.+?(?:自治县|县|自治旗)(?![级域乡区市])/.test(organ)) return 'county';
  if (/^.+旗(?=人民政府)/.test(organ)) return 'county';
  const district = /^(.*区)(?=人民政府)/.exec(organ) ?? /^(.*市.{1,5}?区)(?=.+(?:局|委员会|委|办公室|中心|院|队|站|所)$)/.exec(organ);
  if (district && !NOT_A_DISTRICT.test(district[1]!)) return 'county';
  if (/管委会|管理委员会/.test(organ) || organKind === 'zone') return 'zone';
  if (/^(?:国家|中华人民共和国|国务院)/.test(organ) && homesOf(organ).length === 0) return 'state';
  if (/^[\u4e00-\u9fff]{2,6}部$/.test(organ) && !/[省市县区州委]/.test(organ)) return 'state';

  const home = homesOf(organ)[0];
  if (home) {
    if (LIKE_COUNTIES.has(home.name) || home.level === 3) return 'county';
    // 西安市 tells; 陕西省 before a city that is not listed does not.
    if (home.level === 2) return 'prefecture';
    const rest = organ.slice(organ.indexOf(home.name) + home.name.length);
    return /^.{2,6}[市州盟]/.test(rest) ? cityOf(report) : 'province';
  }
  if (/自治州|^.{2,4}盟|^.{2,6}地区行政公署/.test(organ)) return 'prefecture';
  const province = PROVINCE.exec(organ);
  if (province && !/^.{2,6}[市州盟](?=人民政府|政府|.*(?:局|委|办公室)$)/.test(organ.slice(province[0].length))) return 'province';
  return /^.{2,12}市/.test(organ) ? cityOf(report) : 'unknown';
}

/** A city that no gazetteer lists: one that directs counties and districts is a prefecture. */
function cityOf(report: Pick<Report, 'organ'> & Partial<Report>): OrganLevel {
  if (!report.blocks || !report.sections) return 'unknown';
  return passagesOf(report as Report).some((passage) => OVER_COUNTIES.test(passage.flat)) ? 'prefecture' : 'unknown';
}

/** A government or its office, not a department; a place by itself (上海市) means its government. */
export function isGovernment(organ: string | null): boolean {
  return organ !== null && /^.{1,8}(?:省|市|自治区|自治州)$|(?:人民政府|行政公署)(?:办公[室厅])?(?:[（(].*[）)])?$/.test(organ);
}
