// Where an organ belongs and which places a text names: provinces, prefectures and counties with what lies over them.
import { DIVISIONS, FORMER_DIVISIONS } from '../lexicon/divisions.ts';
import { ALSO_UNDER, COMMON_NAMES } from '../lexicon/places.ts';
import type { Hit } from '../wording/word-index.ts';

/** 1 province or municipality, 2 prefecture, 3 county or district. */
export interface Place {
  readonly name: string;
  readonly level: 1 | 2 | 3;
  readonly parent: Place | null;
  /** The name was given up; another may have come in its stead. */
  readonly former: boolean;
}

/**
 * The list stays text: a word is looked up in it where two tables of folded characters do not rule it out, and a place is made of the line it
 * stands in. Cutting the list into some three thousand things first takes several milliseconds, of which a report needs a dozen names.
 */
interface Gazetteer {
  readonly text: string;
  /** Where names given up begin. */
  readonly former: number;
  /** For every folded pair of last characters the lengths of the names that end so, one bit a length. */
  readonly endings: Uint16Array;
  /** 1 for every character with which a name ends: 省, 市, 县 and so on. */
  readonly last: Uint8Array;
  /** 1 for every folded beginning, length and end of a name. */
  readonly shapes: Uint8Array;
  /** Places by the beginnings of their names in the text. */
  readonly made: Map<number, Place>;
  readonly byName: Map<string, readonly Place[]>;
}

let known: Gazetteer | null = null;

function gazetteer(): Gazetteer {
  if (known) return known;
  const text = DIVISIONS + FORMER_DIVISIONS;
  const endings = new Uint16Array(FOLDS);
  const shapes = new Uint8Array(FOLDS);
  const last = new Uint8Array(FOLDS);
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    // Names stand between blanks, line ends and the signs / : # -.
    if (text.charCodeAt(at) > 0x7f) continue;
    if (at - from > 1) {
      endings[endOf(text, at)]! |= 1 << (at - from - 1);
      shapes[shapeOf(text, from, at)] = 1;
      last[text.charCodeAt(at - 1)] = 1;
    }
    from = at + 1;
  }
  known = { text, former: DIVISIONS.length, endings, last, shapes, made: new Map(), byName: new Map() };
  return known;
}

const FOLDS = 0x10000;

/** Folded: the two characters before a place in a text. */
function endOf(text: string, end: number): number {
  return (Math.imul(text.charCodeAt(end - 2), 0x9e3b) ^ text.charCodeAt(end - 1)) & (FOLDS - 1);
}

/** Folded: the first two characters, the length and the character before the last. */
function shapeOf(text: string, from: number, to: number): number {
  const first = Math.imul(text.charCodeAt(from), 0x6a95) ^ Math.imul(text.charCodeAt(from + 1), 0x3d4d);
  return (first ^ Math.imul(text.charCodeAt(to - 2), 0x2f1b) ^ Math.imul(to - from, 0x85eb)) & (FOLDS - 1);
}

/** Places of a name. */
function placesNamed(name: string): readonly Place[] {
  const { text, byName, shapes } = gazetteer();
  const there = byName.get(name);
  if (there) return there;
  if (name.length < 2 || shapes[shapeOf(name, 0, name.length)] === 0) return [];
  const places: Place[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (text.charCodeAt(at - 1) > 0x7f || text.charCodeAt(at + name.length) > 0x7f) continue;
    const place = placeAt(at);
    if (!places.includes(place)) places.push(place);
  }
  // What is no name is not kept: texts could fill the memory with it.
  if (places.length > 0) byName.set(name, places);
  return places;
}

/** The place whose name begins there in the list. */
function placeAt(at: number): Place {
  const { text, made, former } = gazetteer();
  if (text[at - 1] === '/') return placeAt(Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at)) + 1);
  let place = made.get(at);
  if (place) return place;
  const line = text.lastIndexOf('\n', at) + 1;
  const name = /[^ /:\n]+/.exec(text.slice(at, at + 20))![0];
  const province = (): Place => placeAt(text.lastIndexOf('\n# ', at) + 3);
  const old = at >= former;
  if (text[line] === '#') {
    place = old ? placeAt(text.indexOf(`\n# ${name}`) + 3) : { name, level: 1, parent: null, former: false };
  } else if (at === line) {
    // The heads of lines of former names are prefectures of today.
    place = old ? placeAt(text.indexOf(`\n${name}`) + 1) : { name, level: 2, parent: province(), former: false };
  } else {
    // Right under a province stand places that rank with counties, and prefectures of former times.
    const under = text[line] === '-';
    place = { name, level: under && /地区$|^莱芜市$/.test(name) ? 2 : 3, parent: under ? province() : placeAt(line), former: old };
  }
  made.set(at, place);
  return place;
}

/** All names in a text in the order of their beginnings, longer ones first; they may overlap. */
function namesIn(text: string): Hit<readonly Place[]>[] {
  const { endings, last, shapes } = gazetteer();
  const hits: Hit<readonly Place[]>[] = [];
  const missed = new Set<string>();
  for (let to = 2; to <= text.length; to++) {
    if (last[text.charCodeAt(to - 1)] === 0) continue;
    let lengths = endings[endOf(text, to)]!;
    while (lengths !== 0) {
      const length = 32 - Math.clz32(lengths);
      lengths &= ~(1 << (length - 1));
      if (length > to || shapes[shapeOf(text, to - length, to)] === 0) continue;
      const word = text.slice(to - length, to);
      if (missed.has(word)) continue;
      const entry = placesNamed(word);
      if (entry.length === 0) {
        missed.add(word);
        continue;
      }
      // They come by their ends; nearly always that is the order of their beginnings too.
      const hit = { from: to - length, to, word, entry };
      let at = hits.length;
      while (at > 0 && hits[at - 1]!.from >= hit.from) at--;
      if (at === hits.length) hits.push(hit);
      else hits.splice(at, 0, hit);
    }
  }
  return hits;
}

const CLASS_WORD = /(?:自治区|自治州|自治县|自治旗|特别行政区|特区|省|市|州|盟|地区|县|区|旗)$/;

/** Places named in a text by their whole names, of names inside one another the longest; a common name only behind the place over it. */
export function placesIn(text: string): Hit<readonly Place[]>[] {
  const hits: Hit<readonly Place[]>[] = [];
  let end = 0;
  let before: readonly Place[] = [];
  for (const hit of namesIn(text)) {
    if (hit.from < end) continue;
    const next = hit.from === end && end > 0 && before[0]!.level < hit.entry[0]!.level;
    const under = next ? fittingUnder(before, hit.entry) : [];
    end = hit.to;
    before = under.length > 0 ? under : hit.entry;
    if (under.length > 0) hits.push({ from: hit.from, to: hit.to, word: hit.word, entry: under });
    else if (!COMMON_NAMES.has(hit.word)) hits.push(hit);
  }
  return hits;
}

/** Those of some places that lie under one of others. */
function fittingUnder(over: readonly Place[], places: readonly Place[]): readonly Place[] {
  return places.filter((place) => over.some((upper) => isOver(upper, place)));
}

/** Places called by a name without class word: 宜宾, 浙江. */
export function placesCalled(core: string): readonly Place[] {
  return ['省', '市', '州', '盟', '地区', '区', '县', '旗', '自治区', '壮族自治区', '回族自治区', '维吾尔自治区'].flatMap((noun) =>
    placesNamed(core + noun),
  );
}

/** Is one place the other, over it or under it? */
export function related(one: Place, other: Place): boolean {
  return isOver(one, other) || isOver(other, one);
}

function isOver(upper: Place, lower: Place): boolean {
  if (upper === lower) return true;
  // A name given up and the one that came after it are one place: 宁乡县, 宁乡市.
  if ((upper.former || lower.former) && upper.level === lower.level && upper.parent === lower.parent) {
    if (upper.name.replace(CLASS_WORD, '') === lower.name.replace(CLASS_WORD, '')) return true;
  }
  if (ALSO_UNDER.some(([place, over]) => place === lower.name && over === upper.name)) return true;
  return lower.parent !== null && isOver(upper, lower.parent);
}

/** The province or municipality a place lies in. */
export function provinceOf(place: Place): Place {
  return place.parent === null ? place : provinceOf(place.parent);
}

/** The prefecture a place lies in; the place itself where there is none over it. */
export function prefectureOf(place: Place): Place {
  return place.level === 3 && place.parent?.level === 2 ? place.parent : place;
}

/** Places to which an organ may belong, the narrowest its name gives: whole names first, else a short one at the beginning (渭南经开区). */
export function homesOf(organ: string): readonly Place[] {
  if (lastHomes?.organ !== organ) lastHomes = { organ, homes: findHomes(organ) };
  return lastHomes.homes;
}

/** Of the organ that was asked for last: rules ask one after the other for the same. */
let lastHomes: { readonly organ: string; readonly homes: readonly Place[] } | null = null;

function findHomes(organ: string): readonly Place[] {
  let last: readonly Place[] = [];
  let end = 0;
  for (const hit of namesIn(organ)) {
    if (hit.from < end) continue;
    // Within a name only right behind another, or behind the system it belongs to: 国家税务总局宁乡市税务局.
    if (hit.from > 0 && hit.from !== end && !/(?:总局|中国|中共|中华人民共和国|国家)$/.test(organ.slice(0, hit.from))) continue;
    // 新城区 after 西安市: what stands before decides between places that share a name.
    const fitting = fittingUnder(last, hit.entry);
    if (fitting.length === 0 && hit.word.length < 3 && COMMON_NAMES.has(hit.word)) continue;
    last = fitting.length > 0 ? fitting : hit.entry;
    end = hit.to;
  }
  if (last.length > 0) return last;
  for (let length = 5; length >= 2; length--) {
    const zone = /^(?:经济|高新|开发|经开|技术|综合|工业|保税|循环)/.test(organ.slice(length));
    const fitting = placesCalled(organ.slice(0, length)).filter((place) => !place.former && (place.level <= 2 || zone));
    if (fitting.length > 0) return fitting;
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
