// Characters that betray a wrong encoding or a mangled copy. Which encoding the file really has is the reader's affair.
import type { Block, Position } from '../../../model/document.ts';
import { specimen } from '../../examples/specimen.ts';
import { firstWords } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

/** Some pages put an invisible character here and there; a text laced with them has more. */
const LACED_SHARE = 0.01;
const LACED_LEAST = 20;
const PINYIN_LEAST = 10;
const SHOWN = 5;

/** What broken text looks like. None of these occurs in a Chinese text that was read rightly. */
const BROKEN = new RegExp(
  [
    // A character that could not be decoded.
    '\\ufffd+',
    // Decoded twice; uninitialised memory.
    '锟斤拷(?:锟斤拷)*',
    '烫烫烫',
    '屯屯屯',
    // UTF-8 read as GBK: 政府 信息 年度 报告 总体 情况 主动.
    '鏀垮簻|淇℃伅|骞村害|鎶ュ憡|鎬讳綋|鎯呭喌|涓诲姩',
    // UTF-8 read as Latin letters, with and without its byte order mark.
    'ï»¿',
    '(?:[ã-é][\\u0080-\\u00bfŒœŠšŸŽžƒˆ˜€™]{1,2}){2,}',
    // GBK read as Latin letters; ×, · and ° are used in Chinese texts and do not count.
    '[À-ÖØ-öø-ÿ][¡-¯±-¶¸-ÖØ-öø-ÿ]{3,}',
  ].join('|'),
  'g',
);
const LACED = /[\u4e00-\u9fff][\u200b-\u200f\u2060\ufeff]+(?=[\u4e00-\u9fff])/g;
const PINYIN = /[\u4e00-\u9fff][（(]?[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*/g;

/** What a character may be the beginning of, or a part of; most characters are Han and nothing else. */
const HAN = 1;
const BREAKS = 2;
const HIDDEN = 4;
const TONE = 8;
const SIGNS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0x4e00 && code <= 0x9fff) return HAN | ('锟烫屯鏀淇骞鎶鎬鎯涓'.includes(String.fromCharCode(code)) ? BREAKS : 0);
  if ((code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return HIDDEN;
  const tone = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'.includes(String.fromCharCode(code)) ? TONE : 0;
  return tone | ((code >= 0xc0 && code <= 0xff) || code === 0xfffd ? BREAKS : 0);
});

/** Hands out every text of a report, cell by cell; a place is put together only where it is asked for. */
function eachPiece(blocks: readonly Block[], use: (text: string, at: () => Position) => void): void {
  const line = (value: number | undefined): Pick<Position, 'line'> => (value === undefined ? {} : { line: value });
  blocks.forEach((block, index) => {
    if (block.kind !== 'table') {
      use(block.text, () => ({ block: index, ...line(block.line) }));
      return;
    }
    block.rows.forEach((each, row) => {
      for (const cell of each.cells) use(cell.text, () => ({ block: index, row, column: cell.column, ...line(cell.line ?? each.line) }));
    });
  });
}

export default defineRule({
  id: 'P-ENC',
  title: '编码异常或乱码',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  thresholds: [{ id: 'share', title: '无法识别的字符占比超过', unit: '%', initial: 1, min: 0.1, max: 50 }],
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）。',
  why: '文字里有无法显示的字符或转码留下的乱码，读者看不懂，乱码处的数字和标题也无法校验。',
  remedy: '纯文本用记事本打开，另存时“编码”选 UTF-8，再重新导入；Word、WPS 文档直接导入原件；网页上发布的乱码，请网站管理员更正。',
  falseAlarms: '个别项目符号、生僻字使用自造字，占比很小时不报；从第三方网站转存的文件可能混入不可见字符。',
  examples: () => ({
    passes: [
      { title: '文字正常', report: specimen() },
      { title: '个别项目符号用了自造字', report: specimen({ text: { s6: ['\uf06c 没有收取信息处理费。'] }, report: { garbled: 0.0004 } }) },
      { title: '乘号、间隔号和少量不可见字符', report: specimen({ text: { s6: ['××××路口改造·二期\u200b项目没有收取信息处理费。'] } }) },
    ],
    fails: [
      { title: '转码后留下“锟斤拷”', report: specimen({ text: { s6: ['锟斤拷锟斤拷没有收取信息处理费。'] } }) },
      { title: 'UTF-8 文字被当作 GBK', report: specimen({ text: { s6: ['鏀垮簻淇℃伅鍏紑澶勭悊璐'] } }) },
      { title: '有不能识别的字符', report: specimen({ text: { s6: ['没有收取信\ufffd\ufffd处理费。'] } }) },
      { title: '不能识别的字符占比过高', report: specimen({ report: { garbled: 0.06 } }) },
    ],
  }),
  *check({ report, threshold }) {
    const hits: { readonly text: string; readonly at: Position }[] = [];
    let count = 0;
    let han = 0;
    let laced = 0;
    let pinyin = 0;
    eachPiece(report.blocks, (text, at) => {
      // One look at every character says which patterns can match at all: in a sound text none.
      let signs = 0;
      for (let index = 0; index < text.length; index++) {
        const sign = SIGNS[text.charCodeAt(index)]!;
        han += sign & HAN;
        signs |= sign;
      }
      if (signs & HIDDEN) laced += (text.match(LACED) ?? []).length;
      if (signs & TONE) pinyin += (text.match(PINYIN) ?? []).length;
      if (!(signs & BREAKS)) return;
      for (const match of text.matchAll(BROKEN)) {
        count++;
        if (hits.length >= SHOWN) continue;
        const start = match.index ?? 0;
        hits.push({ text: match[0], at: { ...at(), from: start, to: start + match[0].length } });
      }
    });
    const first = hits[0];
    if (first !== undefined) {
      yield {
        result: 'problem',
        message: `文件中有${count}处乱码（如“${first.text.slice(0, 12)}”），这些地方的文字和数字可能漏读，请换用原件重新导入，纯文本请先另存为 UTF-8。`,
        at: hits.map((hit) => hit.at),
        quote: first.text,
        place: 'broken',
      };
    } else if (report.garbled * 100 > threshold('share')) {
      const share = Math.round(report.garbled * 1000) / 10;
      yield {
        result: 'problem',
        message: `文件中约${share}%的字符无法识别，可能是编码有误，请换用原件重新导入，纯文本请先另存为 UTF-8。`,
        at: [firstWords(report)],
        place: 'broken',
      };
    } else if (laced >= Math.max(LACED_LEAST, han * LACED_SHARE) || pinyin >= PINYIN_LEAST) {
      yield {
        result: 'problem',
        severity: 'hint',
        message:
          laced > pinyin
            ? `文字之间夹有${laced}处不可见字符，可能来自转载网页，请用原件核对。`
            : `文字之间夹有${pinyin}处注音，可能来自转载网页，请用原件核对。`,
        at: [firstWords(report)],
        place: 'laced',
      };
    } else {
      yield { result: 'passed' };
    }
  },
});
