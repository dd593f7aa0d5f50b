// The form of a document number: year in 〔〕, no 第, no leading zero, 号 at the end. Where brackets were lost in conversion nothing is said.
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { groupBy, isAccepted, matches, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const written = (line: string) => specimen({ text: { s1: [line] } });
const CITING = /^.*(?:依据|根据|按照|依照|遵照|参照|落实|执行|贯彻|对照|转发|印发|以及|[和与及从据])/;
const LETTERS = '函发办字令文规通知政综电党政务公开督厅局委财教人社法审农水建国土资环交卫民信';

export default defineRule({
  id: 'W-DOCNO',
  title: '文号格式不规范',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 9704—2012《党政机关公文格式》7.2.5（参照）。',
  why: '发文字号的年份用六角括号〔〕，序号不加“第”、不编虚位，末尾写“号”。',
  remedy: '写作“机关代字〔年份〕××号”，如“国办函〔2020〕109号”。',
  falseAlarms: '网页提取时括号可能丢失或被替换，数字粘连的不报。',
  examples: () => ({
    passes: [
      { title: '规范的文号', report: written('依据国办公开办函〔2021〕30号文件编写。') },
      { title: '提取时丢了括号', report: written('依据国办公开办函202130号文件编写。') },
      { title: '括号里的年份不是文号', report: written('落实工作要点（2023年）和清单（2023）版。') },
    ],
    fails: [
      { title: '方括号', report: written('依据国办公开办函[2021]30号文件编写。') },
      { title: '半角圆括号', report: written('依据国办公开办函(2021)30号文件编写。') },
      { title: '圆括号', report: written('依据国办函（2020）109号文件执行。') },
      { title: '多写“第”', report: written('依据云政办发〔2021〕第30号文件执行。') },
      { title: '漏写“号”', report: written('依据云政办发〔2021〕30文件执行。') },
    ],
  }),
  *check(context) {
    const spots: (Spot & { readonly right: string })[] = [];
    for (const { passage, from, to, match } of matches(
      context,
      /([\u4e00-\u9fff]{1,6})([〔﹝【［[（〈<])(20\d\d)年?([〕﹞】］\]）〉>])(第?)(0{0,3})(\d{1,5})(号?)/g,
      ({ flat }) => /[〔﹝【［[（〈<]20/.test(flat),
    )) {
      const [, found, open, year, close, ordinal, zeros, number, sign] = match as unknown as string[];
      // 依据国办函: the verb before it is none of its letters.
      const letters = found!.replace(CITING, '');
      if (!LETTERS.includes(letters.slice(-1))) continue;
      if (open === '〔' && close === '〕' && ordinal === '' && zeros === '' && sign === '号') continue;
      // 「（2020）109」 without 号 may be anything.
      if (sign === '' && (open !== '〔' || /[\d.件条个人次]/.test(passage.flat[to] ?? ''))) continue;
      const right = `〔${year}〕${number}号`;
      const spot = { passage, from: from + found!.length - letters.length, to, right: letters + right };
      if (!isAccepted(context, spot)) spots.push(spot);
    }
    for (const group of groupBy(spots, (spot) => spot.right)) {
      const fields = spotted(context, group);
      yield { ...fields, message: `文号“${fields.quote}”应写作“${group[0]!.right}”${times(group.length)}。` };
    }
  },
});
