// Slips that are known by their shape, and the organ's name for itself of which a half is lost: 委不断规范 for 我委不断规范, 我通过 for 我局通过.
import { SELF_NAMES } from '../lexicon/self-names.ts';
import type { Report } from '../../model/report.ts';
import { allMatches } from '../text/all-matches.ts';
import { mayHold, tracesOf } from '../text/traces.ts';
import { SLIP_SHAPES } from '../lexicon/slip-shapes.ts';
import type { SlipShape } from '../lexicon/slip-shapes.ts';

export interface ShapedSlip {
  readonly from: number;
  readonly to: number;
  readonly right: string;
  readonly mild: boolean;
  readonly fault?: string;
}

/** What an organ does; behind these a word for the organ must stand. */
const DOES =
  '(?:不断(?:规范|完善|加强|健全|优化|提高|提升|强化|推进|拓宽)|严格(?:按照|执行|落实)|认真(?:贯彻|落实|执行|学习)|进一步(?:规范|完善|加强|健全|提高|强化)|切实(?:加强|做好)|通过[^过]|(?:共|未|没有)收到|主动公开)';

/** 委不断规范 at the head of a clause; 局, 镇 and the like stand alone in easy writing. A passage may begin with the end of a broken line. */
const WITHOUT_MY = new RegExp(`委(?<=[。；，]委)(?=${DOES})`, 'g');
/** 2023年我通过…: no report speaks of a person. */
const WITHOUT_NOUN = new RegExp(`我(?<=(?:[。；，]|20\\d\\d年度?)我)(?=${DOES})`, 'g');
const COMMITTEE = SELF_NAMES.find(({ noun }) => noun === '委')!;
/** 推进乡政府信息公开 in the report of a 镇, and the other way round. */
const OTHER_KIND = (other: string): RegExp =>
  new RegExp(
    `${other}政府(?=信息公开|政务公开|网站|办公室)(?<=(?:推进|做好|开展|加强|规范|落实|提升|完善|优化|[在由以对我，。；])${other}政府)`,
    'g',
  );
const TOWNS: readonly { readonly own: RegExp; readonly other: string; readonly right: string; readonly pattern: RegExp }[] = [
  { own: /镇(?:人民政府)?$/, other: '乡政府', right: '镇政府', pattern: OTHER_KIND('乡') },
  { own: /乡(?:人民政府)?$/, other: '镇政府', right: '乡政府', pattern: OTHER_KIND('镇') },
];
/** Organs that call themselves 我 and a noun of one character. */
const ONE_NOUN = ['委', '局', '厅', '乡', '镇', '院', '署'];

/** Beginnings of the hints. */
const TRACES = SLIP_SHAPES.map(({ hint }) => tracesOf(hint));

/** Shapes of which the hint may stand somewhere in a report. */
export function shapesFor(report: Report): readonly SlipShape[] {
  return SLIP_SHAPES.filter((_, index) => mayHold(report, TRACES[index]!));
}

/** All of some shapes in a text of an organ. */
export function shapedSlipsIn(flat: string, organ: string | null, shapes: readonly SlipShape[]): ShapedSlip[] {
  const found: ShapedSlip[] = [];
  for (const { hint, pattern, right, mild, fault } of shapes) {
    if (!flat.includes(hint)) continue;
    for (const match of allMatches(pattern, flat)) {
      const from = match.index;
      found.push({
        from,
        to: from + match[0].length,
        right: right.replace('$1', match[1] ?? ''),
        mild: mild ?? false,
        ...(fault === undefined ? {} : { fault }),
      });
    }
  }
  if (organ === null) return found;
  if (flat.includes('委') && COMMITTEE.fits.test(organ)) {
    for (const { index: from } of allMatches(WITHOUT_MY, flat)) found.push({ from, to: from + 1, right: '我委', mild: false });
  }
  for (const { own, other, right, pattern } of TOWNS) {
    if (!flat.includes(other) || !own.test(organ)) continue;
    for (const { index: from } of flat.matchAll(pattern)) found.push({ from: from!, to: from! + other.length, right, mild: false });
  }
  if (flat.includes('我')) {
    const noun = ONE_NOUN.find((each) => organ.endsWith(each) || (each === '委' && organ.endsWith('委员会')));
    for (const { index: from } of allMatches(WITHOUT_NOUN, flat)) {
      const lacks = { fault: `后面漏写单位${noun === undefined ? '' : `，如“我${noun}”`}` };
      found.push({ from, to: from + 1, right: '', mild: false, ...lacks });
    }
  }
  return found;
}
