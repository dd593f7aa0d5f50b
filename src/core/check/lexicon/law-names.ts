// Names of the laws, papers and organs that such reports cite, with their numbers, and the wrong names that are met.
import { phrases } from './phrase.ts';

/**
 * Official names inside 《》; what comes within two characters of one and is none of them is wrong. A title within a title stands in 〈〉
 * (GB/T 15834—2011, 4.15); the marks do not count when names are compared.
 */
export const LAW_NAMES: readonly string[] = [
  '中华人民共和国政府信息公开条例',
  '中华人民共和国保守国家秘密法',
  '中华人民共和国行政复议法',
  '中华人民共和国行政诉讼法',
  '中华人民共和国行政处罚法',
  '中华人民共和国行政许可法',
  '中华人民共和国行政强制法',
  '中华人民共和国数据安全法',
  '中华人民共和国网络安全法',
  '中华人民共和国个人信息保护法',
  '中华人民共和国档案法',
  '中华人民共和国民法典',
  '中华人民共和国预算法',
  '中华人民共和国政府采购法',
  '中华人民共和国安全生产法',
  '中华人民共和国突发事件应对法',
  '中华人民共和国公务员法',
  '中华人民共和国政府信息公开工作年度报告格式',
  '政府信息公开信息处理费管理办法',
  '重大行政决策程序暂行条例',
  '优化营商环境条例',
  '信访工作条例',
  '国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
  '国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知',
  '关于政府信息公开工作年度报告有关事项的通知',
  '政府信息公开工作年度报告格式',
  '公共企事业单位信息公开规定制定办法',
];

/** Other right names that come close to an official one. */
export const LAW_NAMES_ALSO: readonly string[] = [
  '政府信息公开条例',
  '信息公开条例',
  '政府信息公开工作条例',
  '中华人民共和国行政监察法',
  '中华人民共和国行政许可法',
  '中华人民共和国监察法',
  '中华人民共和国审计法',
  '中华人民共和国统计法',
  '中华人民共和国刑法',
  '中华人民共和国刑事诉讼法',
  '中华人民共和国民事诉讼法',
  '中华人民共和国教育法',
  '中华人民共和国立法法',
  '中华人民共和国反垄断法',
  '中华人民共和国保险法',
  '中华人民共和国环境保护法',
  '中华人民共和国药品管理法',
  '政府信息公开工作年度报告格式',
];

/** Organs, papers and short names as they are miswritten, wherever they stand. */
export const WRONG_NAMES = phrases(`
国务院办公厅政府信息公开办公室 国务院办公厅政府信息与政务公开办公室
国务院办公厅政务公开办公室 国务院办公厅政府信息与政务公开办公室
国务院办公厅政府信息与公开办公室 国务院办公厅政府信息与政务公开办公室
国务院办公厅政府信息公开与政务公开办公室 国务院办公厅政府信息与政务公开办公室
国务院办公厅政府信息和政务公开办公室 国务院办公厅政府信息与政务公开办公室
国务院办公厅政务信息与政务公开办公室 国务院办公厅政府信息与政务公开办公室
国务院办公厅政府信息政务公开办公室 国务院办公厅政府信息与政务公开办公室
国务院政府信息与政务公开办公室 国务院办公厅政府信息与政务公开办公室
中华人民共和国信息公开条例 中华人民共和国政府信息公开条例
中华人民共和国政务信息公开条例 中华人民共和国政府信息公开条例
中华人民共和国政务公开条例 中华人民共和国政府信息公开条例
中华人民共和国政府信息条例 中华人民共和国政府信息公开条例
中华人民共和国政府公开条例 中华人民共和国政府信息公开条例
中华人民共和国政府信息公开法 中华人民共和国政府信息公开条例
中华人民共和国信息公开法 中华人民共和国政府信息公开条例
中华人民共和国政府信息公开工作条例 中华人民共和国政府信息公开条例
中华人民共和国国家保密法 中华人民共和国保守国家秘密法
中华人民共和国保密法 中华人民共和国保守国家秘密法
中华人民共和国国家秘密法 中华人民共和国保守国家秘密法
《国家秘密法》 《保守国家秘密法》
《政府信息处理费管理办法》 《政府信息公开信息处理费管理办法》
《信息公开处理费管理办法》 《政府信息公开信息处理费管理办法》
《政务信息公开条例》 《政府信息公开条例》
《政务公开条例》 《政府信息公开条例》
《政府公开条例》 《政府信息公开条例》
《政府信息条例》 《政府信息公开条例》
《政府信息公开法》 《政府信息公开条例》
二审三校 三审三校
三审二校 三审三校
两微两端 两微一端
一微两端 两微一端
`);

/** The letters of the circulars on the annual reports, right and wrong. */
const LETTERS = /国办公开(?:办函|函|办|办发|办字|办通)|国办公开办|国公开办函|国办(?:政务|信息|政府信息)公开(?:办函|函|办)/;

/** Papers that are cited with another's number: words of the title, the number that belongs to it, and the numbers that are wrong with it. */
export const TITLES_AND_NUMBERS: readonly { readonly title: RegExp; readonly right: string; readonly wrong: RegExp }[] = [
  { title: /年度报告有关事项的通知$/, right: '国办公开办函〔2019〕60号', wrong: /^国办公开办函[〔﹝【［[（(]2021[〕﹞】］\]）]30号/ },
  {
    title: /年度报告格式[〉>》”]?(?:的通知)?$/,
    right: '国办公开办函〔2021〕30号',
    wrong: /^国办公开办函[〔﹝【［[（(]2019[〕﹞】］\]）]60号/,
  },
  {
    title: /^(?:国务院办公厅关于印发[〈《<“]?)?政府信息公开信息处理费管理办法[〉>》”]?(?:的通知)?$/,
    right: '国办函〔2020〕109号',
    wrong: /^(?!国办函[〔﹝【［[（(]2020[〕﹞】］\]）)]109号)/,
  },
];

/** Numbers of which the paper is known: a word that its title has, and how it is called. */
export const NUMBERS_AND_TITLES: readonly { readonly number: RegExp; readonly word: RegExp; readonly title: string }[] = [
  {
    number: /^国办公开办函.2021.30号/,
    word: /格式|有关事项/,
    title: '国务院办公厅政府信息与政务公开办公室关于印发中华人民共和国政府信息公开工作年度报告格式的通知',
  },
  {
    number: /^国办公开办函.2019.60号/,
    word: /有关事项|格式/,
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  },
];

/** Numbers of papers with what must stand around them. */
export const NUMBERS: readonly { readonly agency: RegExp; readonly year: string; readonly number: string; readonly right: string }[] = [
  { agency: LETTERS, year: '2021', number: '30', right: '国办公开办函〔2021〕30号' },
  { agency: LETTERS, year: '2019', number: '60', right: '国办公开办函〔2019〕60号' },
  { agency: /国办(?:函|发|字|文)/, year: '2020', number: '109', right: '国办函〔2020〕109号' },
];
