// Another department of the same place, or the same department of another place, as the one that acts: 云溪县林业局高度重视…, 青坪县水利局高度重视…
// in the report of 云溪县水利局. Knows no rule.
import { kinshipOf } from './organ-names.ts';

/** Another department where it stands. */
export interface OrganSpot {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** The same office, of a place that is not the organ's. */
  readonly elsewhere: boolean;
}

/** What an organ says of itself in its own report, and hardly of another one. */
const OF_ITSELF =
  /^(?:(?:党组|党委|领导班子|始终|历来|一直|全面|不断)?(?:高度重视|严格按照|严格落实|认真贯彻|认真落实|认真做好|深入贯彻|坚持以|扎实推进|切实加强|积极推进|全面落实|着力)|(?:全年|共|主动|累计|未|没有)+(?:收到|受理|公开|发布|发生|收取)|政府信息公开工作|将继续|将进一步)/;
/** Offices that lead or check the others, whose doings belong into their reports. */
const LEADING = /政务|政府|行政审批|大数据|数据|监委|党委|纪委|组织部|宣传部|编办|办公室|司法|督查|保密|档案/;
const NAME = /([\u4e00-\u9fff]{2,14}?(?:局|委员会|委|厅))(?=[\u4e00-\u9fff])/y;

/** Departments other than the reporting one as the subject at the head of a clause. `organ` is a department itself, with its place. */
export function otherOrgansIn(organ: string, flat: string): readonly OrganSpot[] {
  const place = /^(.{2,12}?(?:省|市|州|盟|县|区|旗))(?=.{2,}(?:局|委员会|委|厅)$)/.exec(organ)?.[1];
  if (!place) return [];
  const twinOf = sameOfficeElsewhere(place, organ.slice(place.length));
  // 云溪县林业局, and 县林业局 for short.
  const heads = [place, place.slice(-1)];
  const found: OrganSpot[] = [];
  const edges = /(?:^|[。；，：！？])(?:20\d\d年度?[，]?|今年以来，|近年来，|一年来，)?/g;
  for (let match = edges.exec(flat); match !== null; match = edges.exec(flat)) {
    if (match[0] === '') edges.lastIndex++;
    const from = match.index + match[0].length;
    const twin = twinOf(flat, from);
    if (twin !== null && OF_ITSELF.test(flat.slice(twin, twin + 16)))
      found.push({ from, to: twin, name: flat.slice(from, twin), elsewhere: true });
    if (!heads.some((head) => flat.startsWith(head, from))) continue;
    NAME.lastIndex = from;
    const name = NAME.exec(flat)?.[1];
    if (name === undefined || name.length < 4 || LEADING.test(name) || /[的和与及、各]/.test(name)) continue;
    const to = from + name.length;
    if (!OF_ITSELF.test(flat.slice(to, to + 16))) continue;
    const whole = name.startsWith(place) ? name : place + name.slice(1);
    if (kinshipOf(whole, organ) === 'other') found.push({ from, to, name, elsewhere: false });
  }
  return found;
}

/** The name of a county, as it can stand at the head of a clause. */
const COUNTY = /(?:(?![各全本该每邻外辖级所某两多省市县区旗赴与同和向由经据对到在从请据为使])[\u4e00-\u9fff]){2,4}[县旗区]/y;

/**
 * Where the same office of another county ends that begins there; null if none does. It is neither above nor below, whether or not a gazetteer has
 * it; cities may be what is above. The own place with its prefecture in front (永州云溪县), or named in short, is no other.
 */
function sameOfficeElsewhere(place: string, office: string): (flat: string, from: number) => number | null {
  if (!/[县旗区]$/.test(place) || /新区|开发区|园区/.test(place)) return () => null;
  return (flat, from) => {
    COUNTY.lastIndex = from;
    const county = COUNTY.exec(flat)?.[0];
    if (county === undefined || !flat.startsWith(office, from + county.length)) return null;
    return county.endsWith(place) || county.startsWith(place.slice(0, 2)) ? null : from + county.length + office.length;
  };
}
