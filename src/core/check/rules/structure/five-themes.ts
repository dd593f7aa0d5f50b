// The five themes of part one: each must be found in a heading or in the text, under whatever name. How well it is told: themes-told.
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { gapIn, proseOf } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';

/** Words any one of which shows that a theme is spoken of; wide on purpose. */
const THEMES: readonly { readonly name: string; readonly words: RegExp }[] = [
  {
    name: '主动公开',
    words:
      /主动公开|主动发布|应公开尽公开|公开(?:内容|事项|目录|渠道|范围|形式|领域)|(?:公开|发布|更新|推送|上传|报送|公示)(?:了|各类|各项|政府|政务|相关|有关|重点|工作|动态|部门)*(?:信息|文件|稿件|公告|动态)|信息(?:共|计|总)*\d+[条篇件]|(?:公开|发布)(?:了)?\d+[条次篇件项]|重点领域|(?:公开|公布|公示|发布|更新|推送|上传|张贴|通报)[^，。；]{1,24}(?:信息|文件|动态|问题|事项|情况|结果|数据|资料|内容)|(?:信息|文件|动态|政策|公告)[^，。；]{0,6}(?:发布|上网|上墙|推送)/,
  },
  {
    name: '依申请公开',
    words:
      /申请|依申|申公|公开(?:请求|诉求)|(?:申请人|公众|群众|公民|有人|法人|组织|企业)(?:主动)?(?:提出)?(?:请求|要求|索取)[^，。；]{0,8}公开|信息公开[^，。；]{0,3}(?:受理|答复)/,
  },
  {
    name: '政府信息管理',
    words:
      /信息管理|管理制度|信息(?:的)?(?:审核|审查|发布|更新|维护|采集|报送)|审[查核校定签批]|登记|存档|核[查对]|指南|三审|先审|把关|保密|清理|规范性文件|属性|台账|归档|目录|动态调整|制度|机制|流程|规范|收集|整理|分类|校对|校验|核实|筛查|编目|清单|报审|签发|采编|编发|错敏|纠错|巡查|更正|保存|汇总|管理办法|日常管理/,
  },
  {
    name: '政府信息公开平台建设',
    words:
      /平台|网站|网页|门户|新媒体|专栏|专区|栏目|公众号|微信|微博|抖音|客户端|APP|公开栏|公示栏|公告栏|宣传栏|查阅|电子屏|显示屏|公报|官网|媒体|政务网|政府网|信息网|互联网|网络|网上|线上|上网|视频号|快手|头条|小程序|短信|热线|电视|广播|报纸|报刊|大屏|大厅|窗口|载体|阵地|渠道|(?:公开|发布|目录|管理)系统|融媒|村务栏|黑板报/i,
  },
  {
    name: '监督保障',
    words:
      /监督|监管|考核|考评|评估|评议|培训|学习|追责|问责|责任|领导小组|组织领导|领导|检查|督查|督促|督办|保障|专人|人员|队伍|通报|自查|抽查|整改|投诉|督导|业务指导|测评|评价|评分|打分|问卷|奖惩|绩效|述职|专班|分管|专职|兼职|举报|意见箱|反馈意见|走访|座谈|目标管理|目标责任|巡察|轮训|研讨/,
  },
];

export default defineRule({
  id: 'S-S1-FIVE',
  title: '总体情况五方面不全',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: {
    '2021': '国办公开办函〔2021〕30号（总体情况主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障）。',
    '2019': '国办公开办函〔2019〕60号所附格式（一、总体情况）；五个方面参照国办公开办函〔2021〕30号。',
  },
  why: '2021年版格式写明总体情况主要报告五个方面，整个方面没有提到，就是遗漏。',
  remedy: '在“一、总体情况”补写缺少的方面；没有发生的也写明。',
  falseAlarms:
    '几个方面合并写、换了名称写的不算缺少：标题和正文都没有提到才提示；只缺管理、平台、监督中的一项，或2019年版没有这样要求的，降为提示。',
  examples: () => ({
    passes: [
      { title: '五个方面齐全', report: specimen() },
      {
        title: '零申请单位合并成一段',
        report: specimen({
          text: {
            s1: ['2023年，本街道通过政府网站公开信息42条，未收到政府信息公开申请；落实先审后发，组织培训一次，接受群众监督。'],
          },
        }),
      },
      {
        title: '换了名称写',
        report: specimen({
          text: {
            s1: [
              { sub: '（一）抓内容，及时发布信息' },
              '发布信息42条。',
              { sub: '（二）抓办理，规范答复' },
              '没有收到公开申请。',
              { sub: '（三）抓审核，守好关口' },
              '先审后发。',
              { sub: '（四）抓阵地，维护网站' },
              '栏目按时更新。',
              { sub: '（五）抓队伍，组织培训' },
              '培训两次。',
            ],
          },
        }),
      },
      {
        title: '每个方面都换了说法',
        report: specimen({
          text: {
            s1: [
              '2023年，我局把群众关心的供水事项张贴在村口，公布工程进展情况；没有人要求我局公开信息。',
              '落实三审三校，内容定期筛查；借助热线和服务大厅等渠道告知群众；年中座谈一次，听取意见。',
            ],
          },
        }),
      },
    ],
    fails: [
      {
        title: '2019年版缺少一个方面（提示）',
        report: specimen({ edition: '2019', text: { s1: ['2020年，公开机构职能等内容40条，开展培训，更新网站栏目，严格保密审查。'] } }),
      },
      {
        title: '没有写依申请公开',
        report: specimen({
          text: { s1: ['2023年，我局通过网站发布各类信息42条，落实先审后发制度，组织业务培训两次，接受群众监督。'] },
        }),
      },
      {
        title: '只写主动公开和申请',
        report: specimen({ text: { s1: ['2023年共发布信息42条，未收到申请。'] } }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const prose = proseOf(report, 's1');
    const gap = gapIn(prose);
    const missing = THEMES.filter(({ words }) => !words.test(prose?.text ?? '')).map(({ name }) => name);
    if (missing.length === 0) yield { result: 'passed' };
    else if (prose === null || gap !== null) yield { result: 'notAssessed', why: gap ?? '' };
    else {
      yield {
        result: 'problem',
        // One of the three themes of how the work is done is easily told under another.
        ...(report.edition === '2019' || (missing.length === 1 && !/主动公开|申请/.test(missing[0]!)) ? { severity: 'hint' as const } : {}),
        message: `总体情况缺少：${missing.join('、')}（标题和正文都没有提到）。`,
        at: [prose.section.at],
        quote: prose.section.title,
        place: `s1/${missing.join(',')}`,
      };
    }
  },
});
