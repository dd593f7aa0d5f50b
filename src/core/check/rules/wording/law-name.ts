// Names and numbers of the laws, papers and organs that such reports cite.
import { editDistance } from '../../../form/label.ts';
import { LAW_NAMES, LAW_NAMES_ALSO, NUMBERS, NUMBERS_AND_TITLES, TITLES_AND_NUMBERS, WRONG_NAMES } from '../../lexicon/law-names.ts';
import { specimen } from '../../examples/specimen.ts';
import { phraseBook, phrasesIn } from '../../wording/listed-phrases.ts';
import { defineRule } from '../../rule.ts';
import type { RuleContext } from '../../rule.ts';
import { passagesOf } from '../../text/running-text.ts';
import { groupBy, isAccepted, matches, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

/** Titles that say nothing by themselves. */
const SHORT = /《(条例|规定|办法|意见|方案|要点|细则|规范)》/g;

const written = (line: string) => specimen({ text: { s1: [line] } });
/** Names that are compared; more is no report. */
const MOST = 60;
const BOOK = phraseBook(WRONG_NAMES);
/** The sender of a notice of the national office, or its number. */
const NATIONAL = /国务院办公厅|国办/;
/** Official names as they are compared, without the marks of titles inside them, and as they are written. */
const OFFICIAL = LAW_NAMES.map((name) => ({ bare: bareOf(name), name }));
const RIGHT = new Set([...OFFICIAL.map(({ bare }) => bare), ...LAW_NAMES_ALSO]);
const WRONG = new Set(WRONG_NAMES.map(({ word }) => word));

export default defineRule({
  id: 'W-LAWNAME',
  title: '法规机关名称错误',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '法规、文件和机关的正式名称。',
  why: '法规、文件名称和文号写错，依据就对不上。',
  remedy: '按正式名称和文号改正。',
  falseAlarms: '历史名称、地方性法规（如某省政府信息公开规定）不报。',
  examples: () => ({
    passes: [
      { title: '正式名称', report: written('依据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号文件。') },
      { title: '简称', report: written('依据《政府信息公开条例》（以下简称《条例》）。') },
      { title: '地方性法规', report: written('依据《上海市政府信息公开规定》《广东省政务公开条例》。') },
      { title: '其他法律', report: written('依据《中华人民共和国行政许可法》《中华人民共和国审计法》。') },
      {
        title: '两个通知各配各的文号',
        report: written(
          '依据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）和《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编写。',
        ),
      },
      {
        title: '收费办法和它的文号',
        report: written('依据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）的规定办理。'),
      },
      {
        title: '地方通知的文号',
        report: written('依据《云溪县关于做好2023年政府信息公开工作年度报告有关事项的通知》（云政办〔2021〕30号）编写。'),
      },
      {
        title: '简称写明了全称',
        report: written(
          '依据《中华人民共和国政府信息公开条例》和《云溪县政府信息公开办法》（以下简称《办法》）编写，认真落实《条例》《办法》；按照《云溪县政务公开要点》，《要点》逐条落实。',
        ),
      },
      { title: '没有写明发文机关的通知', report: written('依据《关于做好政府信息公开工作年度报告有关事项的通知》编写。') },
      { title: '旧条例的令号是另一条规则的事', report: written('《中华人民共和国政府信息公开条例》（国务院令第492号）已经修订。') },
    ],
    fails: [
      { title: '机关名称错误', report: written('按照国务院办公厅政府信息公开办公室的通知编写。') },
      { title: '法规名称漏字', report: written('依据《中华人民共和国信息公开条例》编写。') },
      {
        title: '通知名称漏字，里层书名号照样保留',
        report: written('依据《国务院办公厅政府信息与政务公开办公室关于印发<中华人民共和国政府信息公开年度报告格式>的通知》编写。'),
      },
      { title: '法规名称错字', report: written('依据《中华人民共和国保守国家机密法》审查。') },
      { title: '令号错误', report: written('依据《中华人民共和国政府信息公开条例》（国务院令第717号）编写。') },
      { title: '文号的机关代字错误', report: written('依据国办政务公开办函〔2021〕30号文件编写。') },
      {
        title: '旧通知的名称配了新文号',
        report: written(
          '依据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编写。',
        ),
      },
      {
        title: '收费办法配了别的文号',
        report: written('依据《政府信息公开信息处理费管理办法》（国办函〔2020〕107号）的规定办理。'),
      },
      { title: '文号是另一个文件的', report: written('依据《关于做好年度报告编制发布工作的通知》（国办公开办函〔2021〕30号）编写。') },
      { title: '简称没有全称（提示）', report: written('认真落实《办法》的规定，按时更新栏目。') },
      { title: '文号错误', report: written('依据国办公开办〔2021〕30号文件编写。') },
    ],
  }),
  *check(context) {
    for (const spot of undefinedShorts(context)) {
      const short = spot.passage.flat.slice(spot.from, spot.to);
      yield {
        ...spotted(context, [spot], short),
        message: `“${short}”是简称，文中没有写明全称，首次出现时应写全称并注明“以下简称${short}”。`,
        severity: 'hint',
      };
    }
    for (const group of groupBy(phrasesIn(context, BOOK, true), (spot) => spot.phrase.word)) {
      const { word, better } = group[0]!.phrase;
      yield { ...spotted(context, group, word), message: `“${word}”应为“${better}”${times(group.length)}。` };
    }
    let compared = 0;
    for (const { passage, from, to, match } of matches(context, /《([^《》]{6,60})》/g)) {
      const name = bareOf(match[1]!);
      if (RIGHT.has(name) || WRONG.has(name) || WRONG.has(`《${name}》`)) continue;
      if (++compared > MOST) break;
      const right = OFFICIAL.find(({ bare }) => bare.length >= 12 && editDistance(name, bare, 2) <= 2)?.name;
      const spot = { passage, from, to };
      if (right === undefined || isAccepted(context, spot)) continue;
      // A notice without its sender may be that of a county, which calls its own as it likes.
      if (right.startsWith('关于') && !NATIONAL.test(passage.flat.slice(Math.max(0, from - 24), to + 24))) continue;
      yield { ...spotted(context, [spot]), message: `“《${match[1]}》”应为“《${right}》”。` };
    }
    for (const { passage, from, to, match } of matches(
      context,
      /《([^《》]{6,60}(?:《[^《》]{4,30}》[^《》]{0,6})?)》?(?:的通知)?》?[（(](国办(?:公开办)?函.20\d\d.\d{1,3}号)/g,
      ({ flat }) => flat.includes('国办') && /国办(?:公开办)?函/.test(flat),
    )) {
      // The title of the ministry's own paper, not of a notice of a province about it.
      const slip = TITLES_AND_NUMBERS.find(({ title, wrong }) => title.test(match[1]!) && wrong.test(match[2]!));
      const spot = { passage, from, to };
      const other = slip ? undefined : NUMBERS_AND_TITLES.find(({ number, word }) => number.test(match[2]!) && !word.test(match[1]!));
      if (other && !isAccepted(context, spot)) {
        yield {
          ...spotted(context, [spot]),
          quote: match[2]!,
          message: `文件名称与文号不符：“${match[2]}”是“《${other.title}》”的文号，文中写作“《${match[1]}》”。`,
        };
      }
      if (!slip || isAccepted(context, spot)) continue;
      yield {
        ...spotted(context, [spot]),
        quote: match[2]!,
        message: `文件名称与文号不符：“《${match[1]}》”的文号是${slip.right}，文中写作“${match[2]}”。`,
      };
    }
    for (const { passage, from, to, match } of matches(
      context,
      /政府信息公开条例》?（?(?:中华人民共和国)?国务院(?:令)?(?:第)?(\d{3})号令?/g,
      ({ flat }) => flat.includes('号') && flat.includes('国务院'),
    )) {
      const spot = { passage, from, to };
      if (match[1] === '711' || match[1] === '492' || isAccepted(context, spot)) continue;
      yield { ...spotted(context, [spot]), message: `“国务院令第${match[1]}号”应为“国务院令第711号”。` };
    }
    for (const { passage, from, to, match } of matches(
      context,
      /([\u4e00-\u9fff]{2,8})[〔﹝【［[（]第?(20\d\d)年?[〕﹞】］\]）]第?(\d{1,4})号/g,
      ({ flat }) => /[〔﹝【［[（]第?20/.test(flat),
    )) {
      const agency = match[1]!;
      const spot = { passage, from, to };
      for (const { agency: like, year, number, right } of NUMBERS) {
        const [letters] = right.split('〔');
        const found = like.exec(agency)?.[0];
        if (!found || !agency.endsWith(found)) continue;
        const same = [found === letters, match[2] === year, match[3] === number];
        // Two of three agree: the third is a slip. All agree: right, whatever the brackets.
        if (same.filter(Boolean).length !== 2 || (!same[0] && found.length < 3)) continue;
        // 国办函〔2020〕 has other numbers; only letters that do not exist with this year and number are wrong.
        if (letters === '国办函' && same[0]) continue;
        if (isAccepted(context, spot)) continue;
        yield {
          ...spotted(context, [spot]),
          quote: match[0].slice(agency.length - found.length),
          message: `文号“${match[0].slice(agency.length - found.length)}”应为“${right}”。`,
        };
        break;
      }
    }
  },
});

/** Short titles that stand for no title of the report: 《办法》 where no 《……办法》 is named and nothing was called so. */
function* undefinedShorts(context: RuleContext): Generator<Spot> {
  const met = new Map<string, Spot>();
  for (const { passage, from, to, match } of matches(context, SHORT, ({ flat }) => flat.includes('《'))) {
    if (!met.has(match[1]!)) met.set(match[1]!, { passage, from, to });
  }
  for (const [name, spot] of met) {
    const full = new RegExp(`(?:[^《]{2}|称[：:]?[“《「]?《?)${name}[》〉>”」]|称${name}`);
    const law = name === '条例' ? '信息公开条例' : null;
    const known = passagesOf(context.report).some(
      ({ flat }) => flat.includes(name) && (full.test(flat) || (law !== null && flat.includes(law))),
    );
    if (!known && !isAccepted(context, spot)) yield spot;
  }
}

/** A name without the marks of a title inside it. */
function bareOf(name: string): string {
  return name.replace(/[〈〉“”<>《》]/g, '');
}
