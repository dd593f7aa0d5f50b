// How high an organ stands, as far as its name tells for certain. Knows no gazetteer: 市 may be a county-level or a prefecture-level city.
import type { Report } from '../model/report.ts';

/** `grassroots`: 乡镇、街道. `county`: 县、自治县、旗、市辖区 and their departments. `unknown`: the name does not tell. */
export type OrganLevel = 'grassroots' | 'county' | 'unknown';

/** Words that end in 区 and are no 市辖区. */
const NOT_A_DISTRICT =
  /(?:自治|地|特|新|开发|高新|园|示范|度假|风景|名胜|保护|试验|保税|合作|产业|工业|社|小|校|院|辖|景|矿|林|灌|库|牧|山|城|港|灾|片|街|战|军|疫|禁|郊|管理|行政)区$/;

/** Level of the organ of a report. */
export function organLevelOf({ organ, organKind }: Pick<Report, 'organ' | 'organKind'>): OrganLevel {
  if (organKind === 'township' || organKind === 'subdistrict') return 'grassroots';
  if (!organ) return 'unknown';
  if (/[乡镇]人民政府|街道办事处/.test(organ)) return 'grassroots';
  // A place name has at least one character before its class word: 云溪县…, but not 县域….
  if (/^.+?(?:自治县|县|自治旗)(?![级域乡区市])/.test(organ)) return 'county';
  if (/^.+旗(?=人民政府)/.test(organ)) return 'county';
  const district = /^(.*区)(?=人民政府)/.exec(organ) ?? /^(.*市.{1,5}?区)(?=.+(?:局|委员会|委|办公室|中心|院|队|站|所)$)/.exec(organ);
  return district && !NOT_A_DISTRICT.test(district[1]!) ? 'county' : 'unknown';
}
