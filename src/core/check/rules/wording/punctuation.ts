// Marks that cannot stand together, a mark at the beginning of a line, commas between short parallel words, uneven marks between quotes.
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { groupBy, isAccepted, matches, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';
import { around, passagesOf } from '../../text/running-text.ts';
import type { Passage } from '../../text/running-text.ts';
import { mayHold, tracesOf } from '../../text/traces.ts';
import type { Traces } from '../../text/traces.ts';
import { brokenNamesIn } from '../../wording/broken-names.ts';

const written = (...lines: string[]) => specimen({ text: { s5: lines } });

/** Each with what is wrong; global, without repetition inside repetition. */
const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly fault: string;
  readonly wide?: true;
  /** One of these stands in whatever the pattern matches. */
  readonly traces?: Traces;
  /** The character before a comma comes again so many places behind it, in whatever the pattern matches. */
  readonly echo?: Echo;
}[] = [
  { pattern: /。。(?!。)|，，|；；|、、|：：/g, fault: '标点重复', traces: tracesOf('。。 ，， ；； 、、 ：：') },
  {
    pattern: /[，、；：]。|。[，、；：]|[，；：]、|、[，；：]|[；：]，|，[；：]|；：|：；/g,
    fault: '两个标点不能连用',
    traces: tracesOf('，。 、。 ；。 ：。 。， 。、 。； 。： ，、 ；、 ：、 、， 、； 、： ；， ：， ，； ，： ；： ：；'),
  },
  { pattern: /^[，。；、：！？]/g, fault: '段首不应有标点' },
  { pattern: /^（[一二三四五六七八九十]{1,3}）[、．.，]/g, fault: '带括号的序号后不加标点' },
  { pattern: /^[一二三四五六七八九十]{1,3}[，,.．。：](?![0-9])/g, fault: '汉字序号后应用顿号' },
  { pattern: /^(?:[一二三四五六]、|（[一二三四五六七八九十]{1,2}）)[^，。；：、]{2,16}[、，]$/g, fault: '标题末尾不应有顿号、逗号' },
  {
    pattern: /[“《（]，|[“《（]。|[“（]、|，[”》）]|、[”》）]|；[”》]/g,
    fault: '标点与引号、括号的位置不当',
    traces: tracesOf('“， 《， （， “。 《。 （。 “、 （、 ，” ，》 ，） 、” 、》 、） ；” ；》'),
  },
  { pattern: /等等。。|……。|等……/g, fault: '省略号与句号、“等”不能并用', traces: tracesOf('。。 …。 等…') },
  {
    pattern: /、(?:等(?![级待候值额同价距离效于差到高])|并(?![购网联行存轨发案处入列排肩举])|和(?![谐平睦解田布静林龙政顺硕声县义衷]))/g,
    fault: '“等”“并”“和”前面不用顿号',
    traces: tracesOf('、等 、并 、和'),
  },
  { pattern: /、(?:情况|方面)(?=[，。；]|$)/g, fault: '“情况”“方面”前面不用顿号', traces: tracesOf('、情 、方') },
  {
    pattern: /(?:\d余?[条件篇次个份项]|[息开况题设障])\.(?=[\u4e00-\u9fff])/g,
    fault: '句末应用句号“。”',
    traces: tracesOf('条. 件. 篇. 次. 个. 份. 项. 息. 开. 况. 题. 设. 障.'),
  },
  {
    // 请与办公室联系。（电话：…）: the bracket belongs to the sentence before it.
    pattern: /联系。（(?=(?:联系)?(?:地址|电话|邮编|邮箱|人|方式)[^（）。]{4,120}）)/g,
    fault: '括号里是联系方式，句号应在括号后',
  },
  {
    // 请与办公室联系（电话：…。）
    pattern: /联系（(?=(?:联系)?(?:地址|电话|邮编|邮箱|人|方式)[^（）]{4,160}。）)/g,
    fault: '括号在句内，句号应在括号后',
  },
  { pattern: /[\u4e00-\u9fff”》]-{2,3}(?=[\u4e00-\u9fff“《])/g, fault: '破折号应写作“——”' },
  {
    // 周报，月报和年报.
    pattern:
      /(?<=^|[，。；、：\u4e00-\u9fff])[\u4e00-\u9fff]([\u4e00-\u9fff])，[\u4e00-\u9fff]\1[和及与][\u4e00-\u9fff]\1(?=[，。；等的])/g,
    fault: '并列词语间应用顿号',
    wide: true,
    echo: 2,
  },
  {
    // 知情权，参与权和监督权.
    pattern:
      /[\u4e00-\u9fff]{2}([权性率])，[\u4e00-\u9fff]{2}\1[、和及与][\u4e00-\u9fff]{2}\1|[\u4e00-\u9fff]{2}([权性率])、[\u4e00-\u9fff]{2}\2，[\u4e00-\u9fff]{2}\2(?=[，。；、和及与等])/g,
    fault: '并列词语间应用顿号',
    wide: true,
    echo: 3,
  },
  {
    // Two short words with the same end, a comma between them where a third follows with 和: 月度统计，季度统计和年度统计。
    pattern: /(?<=^|[，。；：、\u4e00-\u9fff])[\u4e00-\u9fff]{2}([\u4e00-\u9fff]{2})，[\u4e00-\u9fff]{2}\1[和及与][\u4e00-\u9fff]{2}\1/g,
    fault: '并列词语间应用顿号',
    wide: true,
    echo: 4,
  },
  {
    pattern: /“[^“”]{1,20}”、“[^“”]{1,20}”“|“[^“”]{1,20}”“[^“”]{1,20}”、“|》、《[^《》]{1,40}》《|《[^《》]{1,40}》《[^《》]{1,40}》、《/g,
    fault: '并列的引号、书名号之间，顿号的用法不一致',
    wide: true,
    traces: tracesOf('”“ 》《'),
  },
];

export default defineRule({
  id: 'W-PUNCT',
  title: '标点错误',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 15834—2011《标点符号用法》（参照）。',
  why: '标点误用影响断句，也常是删改后没有清理的痕迹。',
  remedy: '按提示删去或改用正确的标点。',
  falseAlarms: '转换格式时丢失文字，可能使两个标点连在一起。',
  examples: () => ({
    passes: [
      { title: '正常标点', report: written('公开目录、指南和年报；其中，目录更新三次。') },
      { title: '数字中的逗号和小数点', report: written('共收到1,846件，占12.5%。') },
      { title: '省略号', report: written('栏目包括财政、民政、教育……内容较多。') },
      {
        title: '并网、等级、和谐、标准化',
        report: written(
          '公开停车、等候、并网、并联审批、和谐社区等事项，等级评定、政务公开标准化、规范化水平提高；行政复议、诉讼情况良好。',
        ),
      },
      { title: '分句以“性”收尾', report: written('提高准确性、及时性，针对性开展培训；保障知情权，扩大参与权和监督渠道。') },
      {
        title: '联系方式在句内，连接号和破折号',
        report: written('请与办公室联系（电话：12345678）。按时公布。（地址是否变动由办公室核对）统计期为1月-12月，开设专栏——政策问答。'),
      },
      { title: '引号之间一律省略顿号', report: written('开设“公开”“解读”“互动”三个栏目。') },
    ],
    fails: [
      { title: '句号写在联系方式的括号前', report: written('如有疑问，请与办公室联系。（电话：12345678）') },
      { title: '句号写在括号里', report: written('如有疑问，请与办公室联系（地址：云溪大道1号，电话：12345678。）') },
      { title: '破折号写作连字符', report: written('网址见云溪政府网--公开目录。') },
      { title: '标点重复', report: written('更新不够及时。。解读不多，，培训偏少。') },
      { title: '逗号接句号', report: written('更新不够及时，。') },
      { title: '段首标点', report: written('，更新不够及时。') },
      { title: '并列词语用逗号', report: written('对数据进行月度统计，季度统计和年度统计。') },
      { title: '周报，月报和年报', report: written('按时公开周报，月报和年报。') },
      { title: '引号之间顿号不一致', report: written('开设“公开”、“解读”“互动”栏目。') },
      { title: '“等”前用顿号', report: written('发布政策法规、公示公告、等信息六条。') },
      { title: '“并”前用顿号', report: written('做到及时整理、分类、并及时公开。') },
      { title: '“情况”前用顿号', report: written('没有行政复议、行政诉讼、情况。') },
      { title: '名称中间有标点', report: written('现公布政府信息公开工作、年度报告。') },
      { title: '句末用半角句点', report: written('公开信息6条.内容较为齐全。') },
      { title: '“权”之间用逗号', report: written('保障公众的知情权，参与权和监督权。') },
      { title: '标题末尾多一个顿号', report: written('（一）存在的问题、', '更新不够及时。') },
      { title: '序号后多加顿号', report: written('（一）、更新不够及时。') },
    ],
  }),
  *check(context) {
    const spots: (Spot & { readonly fault: string })[] = [];
    const echoes = new Map(passagesOf(context.report).map((passage) => [passage, echoesIn(passage.flat)]));
    for (const { pattern, fault, wide, traces, echo } of PATTERNS) {
      if (traces && !mayHold(context.report, traces)) continue;
      const wanted = echo && ((passage: Passage): boolean => (echoes.get(passage)! & (1 << echo)) !== 0);
      for (const { passage, from, to } of matches(context, pattern, wanted)) {
        const start = passage.flat[from] === '》' ? passage.flat.lastIndexOf('《', from) : from;
        const spot = wide ? { passage, from: Math.max(start, 0), to } : { passage, ...around(passage, from, to, 20) };
        if (!isAccepted(context, spot)) spots.push({ ...spot, from: Math.min(spot.from, from), to: Math.max(spot.to, to), fault });
        if (spots.length > MOST) break;
      }
    }
    for (const passage of passagesOf(context.report)) {
      for (const { from, to, kind } of brokenNamesIn(passage.flat)) {
        const spot = { passage, from, to };
        if (kind === 'mark' && !isAccepted(context, spot)) spots.push({ ...spot, fault: '固定名称中间不应有标点' });
      }
    }
    for (const group of groupBy(spots, (spot) => `${spot.passage.part ?? ''}-${spot.fault}`)) {
      const fields = spotted(context, group);
      yield { ...fields, message: `标点使用不当：“${fields.quote}”，${group[0]!.fault}${times(group.length)}。` };
    }
  },
});

/** How far behind a comma the character before it may come again. */
type Echo = 2 | 3 | 4;

/** At which distances behind a comma of a text the character before the comma comes again, one bit each. */
function echoesIn(flat: string): number {
  let echoes = 0;
  for (let comma = flat.indexOf('，', 1); comma >= 0; comma = flat.indexOf('，', comma + 1)) {
    const before = flat.charCodeAt(comma - 1);
    for (let distance = 2; distance <= 4; distance++) if (flat.charCodeAt(comma + distance) === before) echoes |= 1 << distance;
  }
  return echoes;
}

/** Places that are looked at; more are one and the same finding anyway. */
const MOST = 200;
