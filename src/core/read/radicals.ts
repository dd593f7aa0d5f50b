// Characters that only look right: PDF writers turn glyphs back into radicals (⽇ for 日), presentation forms and compatibility
// ideographs. A reader sees no difference, a search finds nothing. Knows no format.

// CJK Radicals Supplement: Unicode's equivalent ideographs (EquivalentUnifiedIdeograph.txt), as pairs. Normal forms do not map
// them. Radicals that stand for no single character of their own are left as they are.
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const SUPPLEMENT_PAIRS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, i) => [SUPPLEMENT.charAt(i * 2), SUPPLEMENT.charAt(i * 2 + 1)]),
);

// Punctuation made for vertical lines, and small forms: full-width signs as they stand in a horizontal line.
const FORMS =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︳＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］﹐，﹑、﹒．﹔；﹕：﹖？﹗！﹙（﹚）﹛｛﹜｝﹝〔﹞〕';
const FORM_PAIRS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: FORMS.length / 2 }, (_, i) => [FORMS.charAt(i * 2), FORMS.charAt(i * 2 + 1)]),
);

const SUSPECTS = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe6f]/;
const EACH = /[\u2e80-\u2eff]|[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]|[\ufe10-\ufe19\ufe30-\ufe6f]/g;

/** The text with radicals, presentation forms, ligatures and compatibility ideographs as plain characters. */
export function withPlainCharacters(text: string): string {
  if (!SUSPECTS.test(text)) return text;
  return text.replace(EACH, (character) => SUPPLEMENT_PAIRS.get(character) ?? FORM_PAIRS.get(character) ?? character.normalize('NFKC'));
}
