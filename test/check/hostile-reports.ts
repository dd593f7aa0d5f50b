// Invented reports whose text is 100 kB of what slows patterns down.
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { Report } from '../../src/core/model/report.ts';

const SIZE = 100_000;

const TEXTS: Readonly<Record<string, string>> = {
  'one character': '公',
  的: '的',
  'opening quotes': '“',
  'opening title marks': '《',
  'nested title marks': '《《《》》》',
  brackets: '（（（）',
  'closing brackets': '））））',
  commas: '，',
  'stops and commas': '。，；：、',
  'list marks': '一是',
  'list marks with pauses': '；一是，；三是，；一是',
  digits: '1',
  years: '2022年，我局',
  'numbers of papers': '国办函（2020）109号',
  'five of six parts': '总体情况、主动公开、依申请公开、行政复议、其他需要五部分',
  'words of a law': '《中华人民共和国政府信息公开条',
  'set phrases': '政府信息公开工作年度报告',
  'near misses': '政府息公开条例行政夏议',
  'self-names': '我局本委我乡',
  places: '宜宾市人民政府青坪县人民政府',
  'places at work': '陇西县高度重视，在渭源县人民政府网站公开，',
  'the same office elsewhere': '。青坪县水利局高度重视',
  'pages of places': '浙江政务服务网',
  'towns at work': '枫林镇高度重视，在石桥镇党委、政府领导下，',
  'matters of fields': '招生入学取水许可排污许可公租房',
  'amounts and units': '共收到政府信息公开申请12件，其中3件、4件，',
  'unclosed clauses': '在服务群众、发挥监督作用、推进、指导、协调、监督',
  'parallel words': '月度统计，季度统计，年度统计，',
  spaces: '公 ',
  applicants: '申请人张',
  percent: '同比增长12.5%，',
  'all of one': '1件，均已',
  'all of one thing': '一个申请，均已',
};

/** Each text as one paragraph, and the list marks as many paragraphs too. */
export const hostileReports: readonly { readonly name: string; readonly report: Report }[] = [
  ...Object.entries(TEXTS).map(([name, unit]) => ({ name, report: withText([unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE)]) })),
  {
    name: 'many paragraphs',
    report: withText(Array.from({ length: 5000 }, (_, index) => `（${(index % 9) + 1}）一是公开；二是答复，收到${index}件`)),
  },
  { name: 'a numbered line of commas', report: withText([`（一）${'公，'.repeat(SIZE / 2)}`]) },
  { name: 'one clause and two commas', report: withText([`${'公'.repeat(SIZE)}，，`]) },
  { name: 'headings with one number', report: specimen({ text: { s1: Array.from({ length: 16_000 }, () => ({ sub: '（一）公开' })) } }) },
  { name: 'one row over and over', report: specimen({ rowOrder: { t2: (rows) => Array.from({ length: 8000 }, () => rows[0]!) } }) },
  {
    name: 'one row over and over, its label cut',
    report: specimen({
      rowOrder: { t3: (rows) => Array.from({ length: 4000 }, () => rows[0]!) },
      labels: { 't3.newReceived': '一、本年新收政府信息' },
    }),
  },
];

function withText(lines: string[]): Report {
  return specimen({ text: { s1: lines, s5: ['存在的问题是更新不及时。', '下一步改进。'] } });
}
