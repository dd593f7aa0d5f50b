// Where an organ belongs and which places a text names: provinces, prefectures and counties with what lies over them.
import { COUNTIES } from './lexicon/counties.ts';
import { COMMON_NAMES, PREFECTURES } from './lexicon/places.ts';
import { findWords, indexWords } from './word-index.ts';
import type { Hit, WordIndex } from './word-index.ts';

/** 1 province or municipality, 2 prefecture, 3 county or district. */
export interface Place {
  readonly name: string;
  readonly level: 1 | 2 | 3;
  readonly parent: Place | null;
}

let gazetteer: WordIndex<readonly Place[]> | null = null;
let cores: ReadonlyMap<string, readonly Place[]> | null = null;

/** Every place of the gazetteer by its names; several places may share one. */
function build(): WordIndex<readonly Place[]> {
  const byName = new Map<string, Place[]>();
  const prefectures = new Map<string, Place>();
  const add = (written: string, level: Place['level'], parent: Place | null): Place => {
    const [name, ...short] = written.split('/');
    const place: Place = { name: name!, level, parent };
    for (const each of [name!, ...short]) byName.set(each, [...(byName.get(each) ?? []), place]);
    return place;
  };
  const each = (lines: string, use: (over: string, under: readonly string[]) => void): void => {
    for (const line of lines.trim().split('\n')) {
      const [over, under] = line.split(':');
      use(over!, (under ?? '').trim().split(/\s+/));
    }
  };
  each(PREFECTURES, (over, under) => {
    const province = add(over, 1, null);
    prefectures.set(over, province);
    for (const name of under)
      prefectures.set(name.split('/')[0]!, add(name, /[县区]$/.test(name) && over.endsWith('市') ? 3 : 2, province));
  });
  each(COUNTIES, (over, under) => {
    const prefecture = prefectures.get(over);
    if (prefecture) for (const name of under) if (name !== '') add(name, 3, prefecture);
  });
  cores = coresOf(byName);
  return indexWords(byName);
}

/** 宜宾 for 宜宾市, where the name without its class word has two characters or more. */
function coresOf(byName: ReadonlyMap<string, readonly Place[]>): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, readonly Place[]>();
  for (const [name, places] of byName) {
    const core = name.replace(/(?:自治区|自治州|自治县|省|市|州|盟|地区|县|区|旗)$/, '');
    if (core.length >= 2 && places[0]!.level <= 2) found.set(core, places);
  }
  return found;
}

/** Places named in a text by their whole names; common names left out, of names inside one another the longest. */
export function placesIn(text: string): Hit<readonly Place[]>[] {
  gazetteer ??= build();
  const hits: Hit<readonly Place[]>[] = [];
  let end = 0;
  for (const hit of findWords(gazetteer, text)) {
    if (hit.from < end) continue;
    end = hit.to;
    if (!COMMON_NAMES.has(hit.word)) hits.push(hit);
  }
  return hits;
}

/** Is one place the other, over it or under it? */
export function related(one: Place, other: Place): boolean {
  return isOver(one, other) || isOver(other, one);
}

function isOver(upper: Place, lower: Place): boolean {
  for (let place: Place | null = lower; place; place = place.parent) if (place === upper) return true;
  return false;
}

/** Places to which an organ may belong, the narrowest its name gives: whole names first, else a short one at the beginning (渭南经开区). */
export function homesOf(organ: string): readonly Place[] {
  const named = placesIn(organ);
  const last = named[named.length - 1];
  if (last) {
    // 新城区 after 西安市: names over it decide between places that share the last.
    const over = named.slice(0, -1).flatMap((hit) => hit.entry);
    const fitting = last.entry.filter((place) => over.every((upper) => isOver(upper, place)));
    return fitting.length > 0 ? fitting : last.entry;
  }
  gazetteer ??= build();
  for (let length = 5; length >= 2; length--) {
    const places = cores?.get(organ.slice(0, length));
    if (places) return places;
  }
  return [];
}

/** The place an organ's name gives, in or out of the gazetteer: 云溪县 for 云溪县水利局; null where it gives none. */
export function placeOfOrgan(organ: string): string | null {
  const match =
    /^(?:.{2,8}?(?:省|自治区))?(?:.{2,10}?(?:市|州|盟|地区))?(.{1,11}?(?:自治县|自治旗|县|旗|区))(?=(?:人民)?政府|.*(?:局|委|委员会|办|办公室|院|中心|队|站|所|校|馆|[乡镇](?:人民政府|政府)?|街道(?:办事处)?)$)/.exec(
      organ,
    );
  if (match && !/(?:开发|高新|新|园|示范|度假|保税|风景|名胜|自治|地)区$/.test(match[1]!)) return match[1]!;
  return /^(.{2,8}?(?:市|州|盟|省))(?=.{2,})/.exec(organ)?.[1] ?? null;
}
