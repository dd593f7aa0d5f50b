// A paragraph of full sentences that ends without a mark. Headings, signatures and loose lines are left alone.
import { specimen } from '../../examples/specimen.ts';
import { isSignature } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import { passagesOf } from '../../text/running-text.ts';
import type { Passage } from '../../text/running-text.ts';
import { isAccepted, spotted, times } from '../../wording/spots.ts';

const written = (...lines: string[]) => specimen({ text: { s6: lines } });
const SHORTEST = 12;
/** Characters of a printed line, at most. */
const LINE = 60;
const STOPS = '。！？；：';
/** ） by its code. */
const CLOSING_BRACKET = 0xff09;
/** 「（一）主动公开情况：……27次」: what a count ends is a statement, with a number or not. */
const COUNT_AT_END = /\d余?(?:[件条次篇个份人期场项宗起家名]|万元|人次)$/;
/** Longest end of a line that is a count; and what stands before it, at least. */
const LONGEST_COUNT = 4;
const SHORTEST_BEFORE_COUNT = 8;
/** Whom to ask is the end of a sentence. */
const ASKS = /(?:[，。]|疑问)(?:请|可)[^。；]{0,4}(?:与|向|同|和|直接与)[^，。；]{2,40}(?:联系|咨询|反映|查询)$/;
/** Words that make a line a sentence and not a name. */
const PREDICATE = /[是有未没无将已为把被能会应]|不断|进行|开展|加强|提高|推进|落实|收取|公开|完善|建立|做好/;

export default defineRule({
  id: 'W-CLOSING',
  title: '段末缺句号',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 15834—2011《标点符号用法》4.1（参照）。',
  why: '陈述句末尾应有句号；没有句号有时是文字被截断。',
  remedy: '补上句号，并核对是否漏了后面的文字。',
  falseAlarms: '按行换行的文本每行都没有句号，此时不作判断。',
  examples: () => ({
    passes: [
      { title: '段末有句号', report: specimen() },
      { title: '落款和日期', report: written('没有其他需要报告的事项。', '云溪县水利局', '2024年1月20日') },
      { title: '简短的“无”', report: written('无') },
      { title: '段末是冒号、引号或括号', report: written('现将有关情况报告如下：', '做到“应公开尽公开”') },
      {
        title: '句号在括号里或括号后',
        report: written('没有其他事项。如有疑问，请与办公室联系（电话：12345678）。', '按时更新栏目。（办公室供稿）'),
      },
    ],
    fails: [
      {
        title: '带序号的一段以数量结尾',
        report: written('（一）主动公开情况：全年通过公告栏和电子屏更新政府信息31次', '（二）依申请公开情况。没有收到申请。'),
      },
      { title: '联系方式的括号后缺句号', report: written('没有其他事项。如有疑问，请与办公室联系（电话：12345678）') },
      {
        title: '前言末尾的联系方式',
        report: specimen({
          preamble: ['本报告依据条例编写。如对本报告有疑问，请与云溪县水利局办公室联系（邮编：100000，电话：12345678）'],
        }),
      },
      { title: '句末缺句号', report: written('2023年度我局没有其他需要报告的事项') },
    ],
  }),
  *check(context) {
    const { report } = context;
    const paragraphs = passagesOf(report).filter((passage) => passage.kind === 'paragraph');
    const lines = paragraphs.filter((passage) => passage.part !== null);
    const open = lines.filter((passage) => isOpen(passage.flat) && isProse(passage) && !isSignature(report, passage.text));
    // Lines broken at the margin: nothing can be said of their ends.
    if (open.length > 4 && open.length > lines.filter(isProse).length / 3) {
      yield { result: 'notAssessed', why: '文字按行换行，无法判断段末标点。' };
      return;
    }
    const spots = [...open, ...paragraphs.filter(endsInBracket)]
      .sort((one, other) => one.block - other.block)
      .map((passage) => ({ passage, from: Math.max(0, passage.flat.length - 30), to: passage.flat.length }))
      .filter((spot) => !isAccepted(context, spot));
    if (spots.length === 0) return;
    yield {
      ...spotted(context, spots),
      message: `“${endOf(spots[0]!.passage.flat)}”末尾缺句号${times(spots.length)}。`,
    };
  },
});

/** The last clause, or the last words of a long one and of one that ends in a bracket. */
function endOf(flat: string): string {
  if (flat.charCodeAt(flat.length - 1) === CLOSING_BRACKET) return `……${flat.slice(-18)}`;
  let from = flat.length - 1;
  while (from > 0 && !'，。；：、'.includes(flat[from - 1]!)) from--;
  const clause = flat.slice(from);
  return clause.length > 20 ? `……${clause.slice(-18)}` : clause;
}

/** Does a line end in a count, with words behind a colon or comma in front of it? */
function endsInCount(flat: string): boolean {
  const count = COUNT_AT_END.exec(flat.slice(-LONGEST_COUNT));
  if (!count) return false;
  const words = flat.slice(0, flat.length - count[0].length);
  const colon = words.lastIndexOf('：');
  const mark = colon >= 0 && words.length - colon > SHORTEST_BEFORE_COUNT ? colon : words.indexOf('，', colon + 1);
  return mark >= 0 && words.length - mark > SHORTEST_BEFORE_COUNT;
}

/** Does a line end in a word, a comma or a share, and not in a stop? */
function isOpen(flat: string): boolean {
  const code = flat.charCodeAt(flat.length - 1);
  return (code >= 0x4e00 && code <= 0x9fff) || /[0-9a-zA-Z，、%]/.test(flat.slice(-1));
}

/**
 * 「……如有疑问，请与办公室联系（电话：…）」: a bracket ends what is a sentence without it, and no stop stands in it. Whom to ask is mostly said
 * before the first part; elsewhere sentences stand in front, and the paragraph is longer than a line.
 */
function endsInBracket(passage: Passage): boolean {
  const { flat, part } = passage;
  if (flat.charCodeAt(flat.length - 1) !== CLOSING_BRACKET) return false;
  const from = flat.lastIndexOf('（');
  if (from < SHORTEST || STOPS.includes(flat[flat.length - 2]!) || STOPS.includes(flat[from - 1]!)) return false;
  const before = flat.slice(0, from);
  return ASKS.test(before) || (part !== null && flat.length > LINE && /[。；][^。；]{4,}$/.test(before) && isProse(passage));
}

/** Full sentences: long enough, with a predicate, and no numbered heading unless sentences stand behind the number. */
function isProse({ flat, text }: Passage): boolean {
  if (flat.length < SHORTEST) return false;
  if (/^(?:（[一二三四五六七八九十0-9]{1,3}）|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、．])/.test(flat))
    return /[。；]/.test(flat.slice(0, -1)) || endsInCount(flat);
  if (/https?:|www\.|扫一扫|二维码|打印|关闭|版权|主办|承办|备案|上一篇|下一篇|浏览|来源：|发布时间|附件|联系电话|邮编/.test(text))
    return false;
  return /[，。；]/.test(flat.slice(0, -1)) || PREDICATE.test(flat);
}
