// Whether two names may be names of one organ: short forms, offices of a government, places in front. Knows no gazetteer and no history.
import { squeeze } from '../../form/label.ts';

/** `same`: one is a form of the other. `other`: certainly two organs. `untold`: anything between. */
export type Kinship = 'same' | 'other' | 'untold';

/** Ends of names of governments of a place, offices included. */
const OF_PLACE = /(?:人民政府|政府|办公室|办公厅|党政办|政府办|府办|办事处|街道办|管理委员会|管委会|党工委)+$/;
const DEPARTMENT = /(?:局|委|委员会|厅|署)$/;
/** Pairs of characters that many departments share and that tell nothing. */
const EVERYWHERE = /管理|监督|发展|服务|综合|行政|事务|委员|员会|工作|建设|资源|社会|人民|保障|和/;
/** A place with its class word; the shortest that fits. 城市, 社区 and the like are no places. */
const PLACE =
  /[^省市州盟县区旗乡镇道]{1,8}?(?:自治区|自治州|自治县|自治旗|街道|苏木|新区|开发区|高新区|经开区|省|市|州|盟|县|区|旗|乡|镇)(?!场|政|容|域|级)/y;
const NO_PLACE = /^(?:城市|社区|林区|园区|景区|城镇|灌区|库区|地区|战区|军区|牧区|全市|全县|全区|本市|本县|本区)$/;

/** Name without spaces, brackets and what stands in them. */
function plain(name: string): string {
  return squeeze(name)
    .replace(/[(（][^()（）]{0,20}[)）]/g, '')
    .replace(/[《》“”"'、]/g, '');
}

/** Characters of the shorter stand in the longer in their order: 发改委 in 发展和改革委员会. */
function within(short: string, long: string): boolean {
  let at = 0;
  for (const each of long) if (each === short[at]) at++;
  return at === short.length;
}

function share(a: string, b: string): boolean {
  for (let index = 0; index + 1 < a.length; index++) {
    const pair = a.slice(index, index + 2);
    if (!EVERYWHERE.test(pair) && b.includes(pair)) return true;
  }
  return false;
}

interface Parted {
  readonly places: readonly string[];
  readonly body: string;
}

/** Places in front of a name, and the rest. */
function part(name: string): Parted {
  const places: string[] = [];
  let from = 0;
  for (;;) {
    PLACE.lastIndex = from;
    const match = PLACE.exec(name);
    if (!match || NO_PLACE.test(match[0])) break;
    places.push(match[0]);
    from = PLACE.lastIndex;
  }
  return { places, body: name.slice(from) };
}

/** Compares two names of organs as they are printed. */
export function kinshipOf(one: string, other: string): Kinship {
  const [a, b] = [plain(one), plain(other)];
  const [stemA, stemB] = [a.replace(OF_PLACE, ''), b.replace(OF_PLACE, '')];
  const [short, long] = stemA.length <= stemB.length ? [stemA, stemB] : [stemB, stemA];
  if (short === '' || long.endsWith(short) || long.includes(short) || within(short, long)) return 'same';
  const [partsA, partsB] = [part(stemA), part(stemB)];
  const isDepartment = DEPARTMENT.test(a) && DEPARTMENT.test(b) && !/管委会$|管理委员会$/.test(a + b);
  if (isDepartment) {
    if (partsA.body === '' || partsB.body === '') return 'untold';
    if (partsA.body === partsB.body) return placesApart(partsA.places, partsB.places) ? 'other' : 'untold';
    return share(partsA.body, partsB.body) ? 'untold' : 'other';
  }
  // Two governments of places: nothing but places in both names.
  if (
    partsA.body === '' &&
    partsB.body === '' &&
    (a !== stemA || /[乡镇县]$|街道$/.test(a)) &&
    (b !== stemB || /[乡镇县]$|街道$/.test(b))
  ) {
    return placesApart(partsA.places, partsB.places) ? 'other' : 'untold';
  }
  return 'untold';
}

/** The lowest places of two chains are of one class and have not a character of their names in common. */
function placesApart(a: readonly string[], b: readonly string[]): boolean {
  const [lowA, lowB] = [a[a.length - 1], b[b.length - 1]];
  if (lowA === undefined || lowB === undefined || a.includes(lowB) || b.includes(lowA)) return false;
  if (lowA.slice(-1) !== lowB.slice(-1)) return false;
  const names = new Set(lowA.slice(0, -1));
  return ![...lowB.slice(0, -1)].some((each) => names.has(each));
}
