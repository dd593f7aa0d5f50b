// A year in the text that was last year's report's, or next year's. Plans, comparisons, names of papers and what was carried over are left alone.
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { passagesOf } from '../../text/running-text.ts';
import type { Passage } from '../../text/running-text.ts';
import { around } from '../../text/running-text.ts';
import { groupBy, isAccepted, quoteOf, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const written = (part: 's1' | 's5' | 's6', ...lines: string[]) => specimen({ text: { [part]: lines } });

/** Around an earlier year: it is rightly told of. 转结 is 结转 miswritten, which another rule tells. */
const EARLIER_BEFORE =
  /(?:比|较|与|同|自|从|早在|始于|起于|原|上年|去年|上一年度?|相比|对照|参照|根据|按照|依据|印发|延续|沿用|历年|至|到|—|-|~|～|和|及|、|\d)$/;
const EARLIER_AFTER =
  /^年?度?(?:以来|以前|之前|前|至今|起|[至到—\-~～和及、与]|\d{1,2}月|(?:第?[一二三四]季度)|底?(?:结转|转结)|上半年|下半年|末?(?:结转|转结)|未办结|[^，。；]{0,16}(?:要点|计划|规划|预算|决算|方案|意见|办法|规定|通知|年报|报告|白皮书|考核结果|评估|测评|反馈|结转|转结|遗留|清理|印发|发布|公布|制定|修订|成立|组建|施行|实施|相比|同比|增长|增加|减少|下降|同期|问题|整改))/;
/** 一是2022年…, 二、2022年…: marks of an enumeration, behind which a clause begins. */
const ORDINAL = /(?:^|[。；：])(?:第?[一二三四五六七八九十]{1,2}是?|[一二三四五六七八九十]{1,2}、|\d{1,2}、)$/;
/** （三）政府信息管理情况 2022年，…: a heading without a mark of its own. */
const HEADING = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．][^，。；：\d]{2,18}(?:情况|方面|工作|建设|保障|公开|管理)$/;
const LONGEST_HEADING = 30;
/** 2022年我局发布信息36条: a number of what was done that year. */
const COUNTED =
  /^年度?[^，。；《的]{0,16}(?:发布|公布|公开|推送|更新|召开|开展|举办|组织|收到|受理|回复|办理|制定|制发|印发)[^，。；《的]{0,16}\d+余?[条件篇次期份场项]/;
/** A later year: it is rightly foreseen. */
const FUTURE = /将|拟|下一步|下步|今后|计划|继续|力争|要|争取|打算|预计|着力|进一步|目标|起|前|重点|工作思路|努力|持续|不断|做好|加强/;
/** It is said to have happened. */
const DONE =
  /未收到|没有收到|共收到|收到|主动公开(?:政府)?信息\d|未发生|没有发生|未收取|没有收取|办结|已(?:完成|办结|公开)|共公开|发布(?:政府)?信息\d|无(?:其他|收取|行政)/;

export default defineRule({
  id: 'W-YEAR',
  title: '正文年份未更新',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（报告上一年度情况）。', '第三十一条（每年3月31日前公布年度报告）。'),
  why: '正文里的年份与报告年度不同，多是沿用上年文字时漏改。',
  remedy: '核对后改为报告年度；确实叙述其他年份的，写清楚“比××年”“××年结转”等。',
  falseAlarms: '计划、同比、预决算、文件名称、结转等本来就会出现其他年份，已排除常见写法。',
  examples: () => ({
    passes: [
      { title: '年份一致', report: specimen() },
      { title: '与上年比较、上年结转', report: written('s1', '2023年收到申请4件，比2022年增加1件，其中2022年结转1件。') },
      { title: '文件名称中的年份', report: written('s1', '落实《2022年政务公开工作要点》，公开2022年部门决算和2024年部门预算。') },
      { title: '下一年的计划', report: written('s5', '存在的问题是更新不及时。2024年，我局将继续加强培训。') },
      { title: '“将”作“把”用', report: written('s5', '存在的问题是更新不及时。2023年，我局将政务公开纳入考核，问题已经改正。') },
      {
        title: '下一年的安排和预算',
        report: written('s1', '2023年，我局认真落实条例。', '2024年计划召开会议5次；2024年部门预算公开3份。'),
      },
      { title: '数量不是年份', report: written('s1', '公开各类信息2022条。') },
      {
        title: '上年转办的事项',
        report: written('s1', '2023年，我局认真落实条例。市政府办公室2022年转办的2件已经办结，其中2022年转办1件延期。'),
      },
      { title: '上年收到、结转到本年答复', report: written('s1', '经查，2022年收到，结转至2023年作出答复的申请有3件。') },
      { title: '上年结转误写为“转结”', report: written('s1', '2023年受理申请4件，2022年未转结政府信息公开申请，2022年转结申请0件。') },
      { title: '两年分说', report: written('s1', '2022年发布信息36条，2023年发布信息40条。') },
      { title: '两年收到的件数分说', report: written('s1', '2022年收到申请13件，2023年收到申请11件。') },
      { title: '往年办成的事', report: written('s1', '2022年开通的公众号发布信息36条。2022年制定《政务公开办法》，本年继续执行。') },
      { title: '时间段', report: written('s1', '自2021年以来，连续三年开展培训；2022年至2023年更新栏目。') },
    ],
    fails: [
      { title: '正文写上一年', report: written('s1', '2023年，我局认真落实条例。', '2022年，我局主动公开政府信息318条。') },
      {
        title: '小标题后面没有标点',
        report: written('s1', '2023年，我局认真落实条例。', '（三）政府信息管理情况 2022年，云溪县水利局办公室共制定规范性文件0件。'),
      },
      { title: '列举的序号后面', report: written('s1', '2023年，我局认真落实条例。', '一是2022年我局共召开会议3次。') },
      { title: '没有逗号的件数', report: written('s1', '2023年，我局认真落实条例。', '2022年门户网站发布信息36条。') },
      { title: '后面说到上年结转', report: written('s1', '2023年，我局认真落实条例。', '2022年，我局收到申请4件，上年结转0件。') },
      { title: '截至上一年年底', report: written('s1', '2023年，我局认真落实条例。', '截至2022年底，共收到申请4件。') },
      { title: '今后打算的年份未改', report: written('s5', '存在的问题是更新不及时。2023年，我局将继续加强培训，改进工作。') },
      { title: '第六部分年份未改', report: written('s6', '2022年度没有收取信息处理费。') },
      {
        title: '期限写成上一年',
        report: written('s1', '2023年，我局认真落实条例。', '2022年1月1日至2022年12月31日，我局共公开信息318条。'),
      },
      { title: '把下一年写成已经发生', report: written('s6', '2024年，我局没有收取信息处理费。') },
      { title: '下一年的件数', report: written('s1', '2023年，我局认真落实条例。', '2024年我局共召开专题会议5次。') },
    ],
  }),
  *check(context) {
    const { report } = context;
    const { year } = report;
    if (year === null) {
      yield { result: 'notAssessed', why: '没有确定报告年度，无从比较。' };
      return;
    }
    // Told by another rule: title, period and the first year of preface and text.
    const told = report.yearSources.flatMap(({ at }) => (at ? [at] : []));
    const period = report.period?.at;
    const spots: (Spot & { readonly year: number })[] = [];
    for (const passage of passagesOf(report)) {
      if (passage.part === null && passage.block <= (report.titleAt?.block ?? -1) + 1) continue;
      const years = /(?<![0-9〔[（.:/-])(20[0-4]\d)(?=年|度)/g;
      for (let match = years.exec(passage.flat); match !== null; match = years.exec(passage.flat)) {
        const stated = Number(match[1]);
        if (Math.abs(stated - year) > 3 || (stated === year && passage.part !== 's5')) continue;
        const from = match.index;
        if (passage.quoting[from]! !== 0) continue;
        const at = passage.offsets[from]!;
        if (told.some((each) => each.block === passage.block && covers(each, at))) continue;
        if (period && period.block === passage.block) continue;
        const plan = passage.part === 's5' && stated <= year && isPlan(passage, from);
        if (!plan && !(stated < year ? isStale(passage, from, year) : stated > year && isEarly(passage, from))) continue;
        const near = around(passage, from, Math.min(from + 5, passage.flat.length), 24);
        const spot = { passage, ...near, from: isHeaded(passage, from) ? from : near.from, year: stated };
        if (!isAccepted(context, spot)) spots.push(spot);
      }
    }
    for (const group of groupBy(spots, (spot) => String(spot.year))) {
      const stated = group[0]!.year;
      yield {
        ...spotted(context, group, `year-${stated}`),
        message:
          stated === year
            ? `“${quoteOf(group[0]!)}”写的是今后的打算，而报告年度就是${year}年，请核对年份是否漏改${times(group.length)}。`
            : `正文写“${quoteOf(group[0]!)}”，报告年度为${year}年，请核对年份是否漏改${times(group.length)}。`,
      };
    }
  },
});

function covers(at: { readonly from?: number; readonly to?: number }, offset: number): boolean {
  return at.from === undefined || at.to === undefined || (at.from <= offset && offset < at.to);
}

/** An earlier year as the time of what is reported: at the beginning of a clause, 截至 its end, or from its first day to its last. */
function isStale(passage: Passage, from: number, year: number): boolean {
  const { flat } = passage;
  const before = flat.slice(Math.max(0, from - 8), from);
  const after = flat.slice(from + 4, from + 40);
  if (/(?:截至|截止|截止到|截至到)$/.test(before)) return /^年(?:底|末|12月3[01]日)(?![^，。；]{0,10}(?:结转|转结|存量))/.test(after);
  if (/^年1月1日[起]?[至到—\-~](?:20\d\d年)?12月31日/.test(after)) return true;
  const headed = ORDINAL.test(before) || isHeaded(passage, from);
  if (before !== '' && !headed && !/[。；，：！）]$/.test(before)) return false;
  // In a sentence that compares, an earlier year may open a clause.
  const sentence = sentenceAround(flat, from);
  const counted = COUNTED.test(after);
  // 2022年收到130件，2023年收到117件: each year has its own number.
  if (counted && sentence.includes(`${year}年`)) return false;
  if ((!headed && EARLIER_BEFORE.test(before)) || (!counted && EARLIER_AFTER.test(after))) return false;
  // 上年结转0件 is a number every report gives, no comparison.
  if (/同比|相比|分别|历年|逐年|近[两三几]年|对比|上年|去年/.test(sentence.replace(/上年度?(?:结转|转结)/g, ''))) return false;
  if (/^年度?(?:新?收到|受理|接收|新收)[^。；\d]{0,12}(?:结转|转结)[至到]/.test(after)) return false;
  return (
    counted ||
    /^年度?(?:[，、]|我|本|全|共|度|主动|收到|未|没有|无|累计|通过|受理|办理|在|以|围绕|是|[\u4e00-\u9fff]{2,8}(?:局|委|镇|乡|街道|办|政府|中心))/.test(
      after,
    )
  );
}

/** Does a heading stand right in front, without a mark? */
function isHeaded({ flat }: Passage, from: number): boolean {
  return from < LONGEST_HEADING && HEADING.test(flat.slice(0, from));
}

/** A year that is over as the time of a plan: 2023年，我局将继续…. 将 before a noun (将公开纳入考核) is no plan. */
function isPlan(passage: Passage, from: number): boolean {
  const { flat } = passage;
  const before = flat.slice(Math.max(0, from - 4), from);
  if (before !== '' && !/[。；，：！）]$/.test(before)) return false;
  return /^年度?[，、]?[^，。；将]{0,10}将(?:继续|进一步|着力|重点(?:做好|抓好|从|围绕)|从以下|坚持|不断|认真|切实|着重|努力|采取以下|按照|严格|深入|持续|以|大力|主要)/.test(
    flat.slice(from + 4, from + 34),
  );
}

/** A later year told as if it were over. */
function isEarly(passage: Passage, from: number): boolean {
  const { flat } = passage;
  if (passage.part === 's5') return false;
  const before = flat.slice(Math.max(0, from - 6), from);
  if (before !== '' && !/[。；，：！）]$/.test(before)) return false;
  const sentence = sentenceAround(flat, from);
  const rest = sentence.slice(sentence.indexOf(flat.slice(from, from + 4)));
  const done = DONE.test(rest) || (COUNTED.test(rest.slice(4)) && !/预算|决算|规划|要点|方案/.test(rest));
  return done && !FUTURE.test(rest) && !/^20\d\d年\d{1,2}月/.test(rest);
}

/** The sentence over a place, at most 120 characters to each side. */
function sentenceAround(flat: string, at: number): string {
  const before = flat.slice(Math.max(0, at - 120), at);
  const after = flat.slice(at, at + 120);
  const stop = after.search(/[。！？]/);
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('！')) + 1) + (stop < 0 ? after : after.slice(0, stop));
}
