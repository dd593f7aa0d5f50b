// Whole invented narratives of many kinds of organs: clean ones must stay quiet, planted errors must be found where they stand.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';
import type { CheckOptions } from '../../src/core/check/options.ts';
import type { Report } from '../../src/core/model/report.ts';

const wording = rules.filter((rule) => rule.id.startsWith('W-') && !rule.off);
const BASIS =
  '本报告依据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。';

interface Told {
  readonly organ: string;
  readonly one: readonly string[];
  readonly five?: readonly string[];
  readonly six?: readonly string[];
}

function report({ organ, one, five, six }: Told): Report {
  return specimen({
    organ,
    preamble: [BASIS],
    text: {
      s1: ['2023年，各项公开工作按计划完成。', ...one],
      s5: five ?? ['存在的主要问题：一是更新不够及时；二是解读形式不多。', '下一步，将按月通报，增加图解。'],
      s6: six ?? ['2023年没有收取信息处理费。'],
    },
  });
}

function found(told: Told, options: CheckOptions = {}): { rule: string; severity: string; message: string; quote: string }[] {
  return runRules(wording, report(told), options).findings.map(({ rule, severity, message, quote }) => ({
    rule,
    severity,
    message,
    quote: quote ?? '',
  }));
}

const CLEAN: readonly Told[] = [
  {
    organ: '岳阳市水利局',
    one: [
      '我局围绕水库除险、河道治理主动公开政府信息，我市各县（市、区）水利部门同步更新。',
      '收到申请5件，比2022年增加2件，均按期答复；2022年结转1件已办结。',
    ],
  },
  {
    organ: '云溪县人民政府',
    one: [
      '我县公开教育招生、食品抽检、不动产登记、低保救助、统计公报等群众关心的信息。',
      '汇总全县各乡镇、各部门数据，公开2022年部门决算和2024年部门预算。',
      '县教育局、县公安局分别公开招生计划和户籍办理指南。',
    ],
  },
  {
    organ: '云溪县柳坪镇人民政府',
    one: [
      '我镇在县政府门户网站设立专栏，公开惠农补贴、村级财务信息，我县统一组织培训2次。',
      '逐条列出群众意见，不搞不了了之，为了了解需求，镇村干部一户一户走访。',
    ],
  },
  {
    organ: '南湖区新桥街道办事处',
    one: ['我街道依托区政府网站公开信息，本街道各社区设公示栏；我区年底组织考核，结果为优秀。'],
  },
  {
    organ: '云溪县发展和改革委员会',
    one: [
      '我委公开重大建设项目批准和实施信息，由我委托第三方评估，申请人可以当面、邮寄提交。',
      '推进下一步改革，加强各类项目信息审核，群众可在线上下载表格。',
    ],
  },
  {
    organ: '云溪经济技术开发区管理委员会',
    one: ['我区公开招商引资、安全生产信息，我委将公开纳入考核，管委会各部门按月报送。'],
  },
  {
    organ: '云溪县人民政府办公室',
    one: ['我办牵头修订公开目录，我县各部门按时更新，负责推进、指导、协调、监督全县政府信息公开工作。'],
  },
  {
    organ: '云溪县卫生健康局',
    one: ['我局公开医疗机构校验、医师注册、疫苗接种、家庭医生等信息，患者满意度较高。', '依法履行推进、指导、监督本系统信息公开工作职责。'],
  },
  {
    organ: '云溪县教育体育局',
    one: ['我局公开招生入学、教师招聘、全民健身、体育赛事等信息，教育系统政务公开工作扎实推进。'],
  },
  {
    organ: '威海市文化和旅游局',
    one: [
      '赴宜宾市学习经验，与林芝市开展对口支援，收到成都市某公司申请1件，已答复。',
      '深入学习贯彻党的二十大精神，按照山东省和威海市政务公开工作要点更新栏目。',
    ],
  },
  {
    organ: '国家税务总局云溪县税务局',
    one: ['本局公开税费优惠政策、欠税公告和纳税信用，方便纳税人查询；政府信息的公开以及及时更新由办公室负责。'],
  },
];

describe('clean narratives', () => {
  it.each(CLEAN.map((told) => [told.organ, told] as const))('%s', (_organ, told) => {
    expect(found(told).filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });
});

const DIRTY: readonly (readonly [string, string, Told, string])[] = [
  ['a county that calls itself 我委', 'W-ORG-SELF', { organ: '云溪县人民政府', one: ['我委高度重视，定期研究公开工作。'] }, '我委'],
  ['a town that calls itself 我乡', 'W-ORG-SELF', { organ: '云溪县柳坪镇人民政府', one: ['我乡高度重视，定期研究公开工作。'] }, '我乡'],
  ['a bureau that calls itself 本院', 'W-ORG-SELF', { organ: '云溪县水利局', one: ['本院高度重视，定期研究公开工作。'] }, '本院'],
  ['another city', 'W-ORG-OTHER', { organ: '岳阳市水利局', one: ['衢州市人民政府网站按时发布各类信息。'] }, '衢州市'],
  ['another county of the gazetteer', 'W-ORG-OTHER', { organ: '沭阳县财政局', one: ['兰考县政府统一部署更新栏目。'] }, '兰考县'],
  ['a county that no list knows', 'W-ORG-OTHER', { organ: '云溪县水利局', one: ['按照松坪县人民政府的安排更新栏目。'] }, '松坪县'],
  ['tax words in a township', 'W-FIELD', { organ: '云溪县柳坪乡人民政府', one: ['紧紧围绕税收中心工作开展公开。'] }, '围绕税收中心'],
  ['police words in a bureau of water', 'W-FIELD', { organ: '云溪县水利局', one: ['不断深化警务公开工作，提升群众安全感。'] }, '警务公开'],
  ['last year', 'W-YEAR', { organ: '云溪县水利局', one: ['2022年，我局共召开公开工作会议三次。'] }, '2022年'],
  ['a dropped character in a set phrase', 'W-TYPO', { organ: '云溪县水利局', one: ['清理行政规性文件两件。'] }, '规性文件'],
  ['a look-alike in a set phrase', 'W-TYPO', { organ: '云溪县水利局', one: ['没有发生行政诉颂案件。'] }, '行政诉颂'],
  [
    'two characters swapped',
    'W-TYPO',
    { organ: '云溪县水利局', one: ['畅通依申公请开渠道，答复申请两件，政府信公息开目录已更新。'] },
    '信公息开',
  ],
  ['a doubled word', 'W-TYPO', { organ: '云溪县水利局', one: ['按时按时更新信息信息公开栏目。'] }, '按时按时'],
  ['a law miswritten', 'W-LAWNAME', { organ: '云溪县水利局', one: ['贯彻《中华人民共和国政府信息公开条例例》要求。'] }, '条例例'],
  ['a number of a paper miswritten', 'W-LAWNAME', { organ: '云溪县水利局', one: ['按照国办公开办函〔2020〕30号文件编写。'] }, '30号'],
  [
    'a list that skips',
    'W-ENUM',
    { organ: '云溪县水利局', one: [], five: ['问题是：一是更新不及时；二是解读不多；四是培训偏少。'] },
    '四是',
  ],
  ['a half sentence', 'W-INCOMPLETE', { organ: '云溪县水利局', one: ['按时更新栏目，在加强审核、提高质量。'] }, '在加强审核'],
  [
    'a sentence pasted twice',
    'W-REPEAT',
    {
      organ: '云溪县水利局',
      one: ['把公开审查写入办文流程并且每月通报一次办理情况。', '把公开审查写入办文流程并且每月通报一次办理情况。'],
    },
    '公开审查',
  ],
  ['an applicant by name', 'W-PRIVACY', { organ: '云溪县水利局', one: ['申请人李建军要求公开合同，已答复。'] }, '李建军'],
];

describe('planted errors', () => {
  it.each(DIRTY)('%s', (_name, rule, told, words) => {
    const hits = found(told).filter((each) => each.rule === rule);
    expect(hits.length, JSON.stringify(found(told))).toBeGreaterThan(0);
    expect(hits.some(({ quote, message }) => quote.includes(words) || message.includes(words))).toBe(true);
  });
});

describe('text that is no text', () => {
  it('is not judged, and that is said', () => {
    const told: Told = { organ: '云溪县水利局', one: ['政俯信息公升工作制渡监都保章依审请公开'.repeat(60)] };
    const { checks } = runRules(
      wording.filter(({ id }) => id === 'W-TYPO'),
      report(told),
    );
    expect(checks.some(({ result, why }) => result === 'notAssessed' && why?.includes('没有全部查找'))).toBe(true);
  });
});

describe("a person's own words", () => {
  const told: Told = { organ: '云溪县水利局', one: ['我局布署公开工作，称为阳光水仓。'] };
  it('adds slips', () => {
    const hits = found(told, { own: { typos: [{ wrong: '水仓', right: '水利' }] } });
    expect(hits.map(({ message }) => message).join()).toContain('“水仓”应为“水利”');
  });
  it('accepts words', () => {
    expect(found(told, { own: { accepted: ['布署'] } }).filter(({ rule }) => rule === 'W-TYPO')).toEqual([]);
  });
  it('wins over the lists of the program', () => {
    const hits = found(told, { own: { typos: [{ wrong: '布署公开', right: '安排公开' }] } });
    expect(hits.map(({ message }) => message).join()).toContain('“布署公开”应为“安排公开”');
  });
  it('accepts names and words that only look damaged', () => {
    const odd: Told = { organ: '云溪县水利局', one: ['公开政府公开信息公开年报，对并群众服务栏目，推送动态68余条。'] };
    expect(found(odd, {}).filter(({ rule }) => rule === 'W-TYPO').length).toBe(3);
    const own = { accepted: ['政府公开信息公开年报', '对并群众', '68余条'] };
    expect(found(odd, { own }).filter(({ rule }) => rule === 'W-TYPO')).toEqual([]);
  });
  it('adds terms, once that rule is on', () => {
    const rule = rules.filter(({ id }) => id === 'W-SENSITIVE');
    const { findings } = runRules(rule, report(told), { own: { terms: [{ word: '阳光水仓', advice: '改用全称' }] } });
    expect(findings.map(({ message }) => message)).toEqual(['“阳光水仓”列在需要核对的词里：改用全称。']);
  });
});

describe('equal slips', () => {
  it('are one finding with their number and places', () => {
    const { findings } = runRules(wording, report({ organ: '云溪县水利局', one: ['布署一次。', '又布署一次。'] }));
    const slips = findings.filter(({ rule }) => rule === 'W-TYPO');
    expect(slips.length).toBe(1);
    expect(slips[0]!.at.length).toBe(2);
    expect(slips[0]!.message).toContain('共2处');
  });
});

describe('what is quoted and proposed', () => {
  it('begins the quotation of a lone bracket with its clause', () => {
    const told = found({ organ: '云溪县水利局', one: ['如有疑问，请与云溪县人力资源和社会保障局办公室联系（地址：云溪路1号。'] });
    expect(told.find(({ rule }) => rule === 'W-QUOTE')?.quote).toMatch(/^请与云溪县人力资源和社会保障局办公室联系（地址/);
  });

  it('proposes no title that another rule would call wrong', () => {
    const notice = '国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开年度报告格式〉的通知';
    const wrong = found({ organ: '云溪县水利局', one: [`我局按照《${notice}》编制年报。`] }).find(({ rule }) => rule === 'W-LAWNAME');
    const proposed = /应为“(《.+》)”/.exec(wrong?.message ?? '')?.[1] ?? '';
    expect(proposed).toContain('〈中华人民共和国政府信息公开工作年度报告格式〉');
    expect(found({ organ: '云溪县水利局', one: [`我局按照${proposed}编制年报。`] })).toEqual([]);
  });
});
