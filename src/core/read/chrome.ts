// Which parts of a page are surely not the report: navigation, sharing, page feet. In doubt a part is kept: a line too many
// does no harm, a line too few may hide a fault. Knows the habits of content systems, not the form.

/** What is known of a part of a page when it ends. */
export interface PageRegion {
  readonly tag: string;
  /** Value of `role`, lower case. */
  readonly role: string;
  /** `class` and `id`, lower case. */
  readonly names: string;
  /** All its text, a line feed between blocks. */
  readonly text: string;
  /** Characters of text inside and outside of links, blanks not counted. */
  readonly linked: number;
  readonly unlinked: number;
  readonly links: number;
  /** Links to a place in the same page: a table of contents belongs to the report. */
  readonly innerLinks: number;
  readonly headings: number;
  readonly numberCells: number;
}

const NAMES =
  /(?:^|[\s_-])(?:bread-?crumbs?|bread-?nav|crumbs?|dqwz|weizhi|cur-?(?:pos|position|location)|(?:bd|b)?share\w*|jiathis\w*|social|font-?size|zihao|pager|pagination|page-?nav|prev-?next|pre-?next|toolbar|close-?win|qr-?code|ewm|erweima|nav|navbar|menu|main-?nav|top-?nav|sub-?nav|side-?nav|side-?bar|left-?nav|skip-?link|search-?box|foot|footer|copy-?right|friend-?links?|yqlj)(?=$|[\s_-]|\d)/;
const TAGS = new Set(['nav', 'header', 'footer', 'aside']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search']);
const LISTS = new Set(['ul', 'ol', 'dl']);
// Dates and numbers of the document, numbered parts, clauses and attachments are never chrome.
const WORTH_KEEPING =
  /(?:发布|发文|成文|生成|公开|印发|更新)(?:日期|时间)|索引号|文号|附件|第[一二三四五六七八九十百]+条|(?:^|\n)[一二三四五六七八九十]{1,2}、/;
const TITLE = /年(?:度)?(?:政府|政务)?信息公开|年度报告|年报/;

/** Whether a part that just ended may have to be judged at all. Cheap: asked for every element. */
export function mayBeChrome(tag: string, role: string, names: string): boolean {
  return TAGS.has(tag) || LISTS.has(tag) || (role !== '' && ROLES.has(role)) || (names !== '' && NAMES.test(names));
}

/** Whether a part of the page is surely not report text. */
export function isChrome(region: PageRegion): boolean {
  const { text, linked, unlinked } = region;
  if (linked + unlinked > 3000 || region.numberCells > 0) return false;
  if (WORTH_KEEPING.test(text) || (text.match(/[。；]/g)?.length ?? 0) > 1) return false;
  if (!TAGS.has(region.tag) && !ROLES.has(region.role) && !NAMES.test(region.names)) {
    // A plain list is chrome only if it is nothing but links to other pages.
    return region.links >= 3 && region.innerLinks === 0 && unlinked <= linked * 0.1 && !text.includes('。');
  }
  if (region.tag === 'nav' || region.role === 'navigation') return region.innerLinks === 0;
  // A heading or a title outside of links may be the report's own.
  if (region.headings > 0 || (TITLE.test(text) && unlinked > linked && !/位置|首页/.test(text))) return false;
  return unlinked <= 400;
}

// One phrase of chrome; a line is dropped only if it consists of nothing else.
const PHRASE = [
  '(?:您|你)?(?:现在|当前)?(?:的|所在|所处)*位置[:：].*',
  '(?:首页|主页|网站首页)(?: ?[>»›/→] ?[^>»›/→]{1,40})+',
  '(?:选择)?(?:字体|字号|文字)(?:大小|选择)?[:：]?[【\\[（(]?(?:特?大|中|小|默认|正常|\\+|-|A|[ |/])+[】\\]）)]?',
  '(?:浏览|点击|阅读|访问)(?:次数|数|量|人次)[:：]?\\d*次?',
  '阅读[:：]\\d+',
  '分享(?:到|至)?[:：]?(?:微信|微博|新浪微博|QQ空间|QQ|朋友圈|扫一扫|更多|0)*',
  '(?:微信|微博)?扫一扫(?:在手机(?:上)?(?:打开|浏览|查看)(?:当前页)?|分享(?:到.{1,10})?|手机浏览)?',
  '打开微信.{0,20}扫一扫.{0,30}',
  '(?:我要)?(?:打印|收藏|纠错|关闭|分享|返回|朗读|复制链接|下载)(?:本页|本文|此页|页面|窗口|本窗口|此窗口|该页|顶部|首页|列表|上一页|链接)?',
  '(?:上|下|前|后)一(?:篇|条|页|文)[:：].{0,80}',
  '(?:上|下|前|后)一(?:篇|条|页|文)',
  '(?:设为首页|加入收藏|网站地图|联系我们|关于我们|网站声明|隐私声明|使用帮助|无障碍(?:阅读|浏览)?|长者(?:专区|模式|助手)|适老化|繁体(?:中文|版)?|简体(?:中文|版)?|登录|注册|返回顶部|回到顶部|相关(?:链接|文章|阅读|附件)[:：]?|友情链接[:：]?)',
  '(?:版权所有|Copyright|©).{0,120}',
  '[^，。；]{0,40}(?:ICP备|公网安备|网安备|网站标识码).{0,80}',
  '技术支持[:：].{0,40}',
].join('|');
const CHROME_LINE = new RegExp(`^[【\\[（(]?(?:${PHRASE})[】\\]）)]?(?:[ |｜/·【\\[（(】\\]）)]+(?:${PHRASE})[】\\]）)]?)*$`, 'i');

/** Whether a whole line of a page is nothing but chrome: 打印本页, 字体：大 中 小, 上一篇：…, 版权所有…. */
export function isChromeLine(line: string): boolean {
  return line.length <= 160 && CHROME_LINE.test(line) && !/(?:发布|发文|成文|生成|公开|印发)(?:日期|时间)|索引号/.test(line);
}
