// Slips of the pen, one finding for each and part. How they are found is known in src/core/check/wording.
import { specimen } from '../../examples/specimen.ts';
import { slipsOf } from '../../wording/slips.ts';
import type { Stop } from '../../wording/slips.ts';
import { defineRule } from '../../rule.ts';
import { around } from '../../text/running-text.ts';
import { groupBy, isAccepted, quoteOf, spotted, times } from '../../wording/spots.ts';

const written = (line: string) => specimen({ text: { s6: [line] } });

export default defineRule({
  id: 'W-TYPO',
  title: '错别字或漏字',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《党政机关公文处理工作条例》第十九条（表述准确，文字精练，参照）。',
  why: '错别字、漏字、重字影响报告的严肃性，也常使意思走样。',
  remedy: '按建议改正；确属专名的，可在设置中加入“不再提示的词”。',
  falseAlarms: '只报词典中的错误写法、重复的字词，以及与常用词语只差一字、按原文读不通而改后读得通的地方；专名恰好含有这些字时可能误报。',
  examples: () => ({
    passes: [
      {
        title: '推进下一步、加强各类、线上下单：跨词的相同字',
        report: written('我局推进下一步工作，加强各类信息审核，群众可以线上下单预约。'),
      },
      {
        title: '逐条列出、不了了之、为了了解、目的的',
        report: written('问题逐条列出，不能不了了之；为了了解需求开展走访，达到公开目的的做法予以保留。'),
      },
      { title: '截止日期', report: written('申请的截止日期在办事指南中写明，至今没有变动。') },
      { title: '成语和叠词', report: written('工作人员兢兢业业，把一件一件小事办得实实在在，天天更新、处处留心。') },
      { title: '行政信息公开等相近的正确写法', report: written('梳理党政信息公开目录，政府信息的公开按程序办理，规范文件格式。') },
      {
        title: '常用短语旁的正确写法',
        report: written('统计公开开工信息，测评台账齐全，优化最优营商环境，全面推行新的机制，公开公平公正办理。'),
      },
      {
        title: '与常用词一字之差但读得通',
        report: written('申请人胜诉一件，定期筛查栏目，全面推开试点，信息溯源到人，政务微信按时更新，工作质效提升，办理流程再造。'),
      },
      {
        title: '地名、人名、机构简称',
        report: written('兴发乡严格按程序办理，长通街道和大理经济技术开发区同步公开，卫健委主任赵建全到会。'),
      },
      {
        title: '词尾与下一个词的词头相同',
        report: written(
          '市市场监管局按会议议定事项办理，提高高新技术企业服务质量，公开开放日安排，农民工工作由专人负责，方方面面都有回应。',
        ),
      },
      {
        title: '插入的字自成意思',
        report: written('公开动态类信息，规范地公开目录，政策性文件按月清理，以公开促落实，政府信用信息及时更新，预决算的公开由财务负责。'),
      },
      { title: '少一字也通', report: written('层层抓落实，招投标信息按月公开，做优服务，环保审查结果一并公布，各部门网站同步更新。') },
      {
        title: '“规定”作名词又作动词',
        report: written('国家有关规定规定应当公开的信息按时公开，办法规定规定的事项和法律法规规定规定的程序均已落实。'),
      },
      { title: '单位名称后接“政府信息”', report: written('乡人民政府政府信息公开工作由办公室负责，科室的工作工作量较大。') },
      {
        title: '所长、组织、在建',
        report: written('研究所所长到会，合作组织组织开展培训，公开在建建设项目和企业创业创新政策，各部门部门预算按时公开。'),
      },
      { title: '重叠的量词', report: written('人人参与、件件有回音、层层压实责任，一一对照整改，办公公开透明。') },
      {
        title: '我局局长、我市市场、各乡乡村',
        report: written('我局局长每季度听取汇报，我市市场主体满意，我县县委统一部署，我乡乡村振兴信息按月公开。'),
      },
      { title: '共、办、粒度', report: written('通过网站共公开信息九条，按市政务公开办工作要求，细化公开粒度，做到即时性和同步性。') },
      { title: '等等收尾', report: written('公开了目录、指南等等，内容齐全。') },
      { title: '以及及时、作为为民', report: written('审核以及及时发布由专人负责，把它作为为民办实事的内容。') },
      {
        title: '虚词相邻而无误',
        report: written('逐项核对并登记，比对并更正，应对和处置舆情，以及时公开为原则，调和并处理争议，对并购事项按时公开。'),
      },
      {
        title: '日期完整',
        report: written(
          '统计期限为2023年1月1日至12月31日止，自202311日起至20231231日止，编号20231231号，发布信息120余条、15余次，关注1.3万余人。',
        ),
      },
      {
        title: '“度”字后面是“高”、栏目名称、大平台',
        report: written('围绕公众关注度高、期盼度高的事项开设“12345民声”栏目，汇民智、解民忧，建设政府信息公开大平台，成立公开领导组。'),
      },
      {
        title: '单位名称中的叠字',
        report: specimen({ organ: '云溪县湖镇镇人民政府', text: { s6: ['请与云溪县湖镇镇人民政府联系。'] } }),
      },
      {
        title: '各级、行政、属于旁的正确写法',
        report: written('全市各级税务机关执行行政复议决定，进行行政处罚公示，下属属地单位同步更新，税务、各级税务机关均已落实。'),
      },
      { title: '权力与权利', report: written('更新权力清单，保障申请人权利，监督权力运行，落实义务教育信息公开。') },
      { title: '确实存在', report: written('更新确实存在偏慢的情况，确实提高了信息公开的准确性，确实做到信息的准确性有人把关。') },
      {
        title: '数字后面的量词齐全，或另有说明',
        report: written(
          '公开制度15条，公告21条，计划6条；见表3，公开制度5条，公告6条；测评得分95，公开制度5条，公告6条；拨打电话12345，公开制度5条，公告6条。',
        ),
      },
      {
        title: '我委、自我、市委',
        report: specimen({
          organ: '云溪县卫生健康委员会',
          text: { s6: ['按照县委要求，我委不断规范流程。县委不断加强领导，自我不断完善，委主任通过会议部署，2023年我委通过审核。'] },
        }),
      },
      { title: '收到的申请', report: written('收到政府信息公开申请5件，处理政府信息公开5个方面的问题。') },
      {
        title: '政府公开报告、目录',
        report: written('县政府公开工作报告全文，乡级政府公开申请渠道，政府公开工作的报告，政府公开工作报告和年度计划。'),
      },
      {
        title: '复议、诉讼和各部分名称的正确写法',
        report: written(
          '没有被行政复议机关纠正，被申请行政复议；政府信息公开行政复议、行政诉讼情况，行政许可情况，其他需要报告的事项六部分。',
        ),
      },
      {
        title: '组长和副组长',
        report: written(
          '由局长任组长，分管副局长任副组长，各股室负责人为成员；由镇长为组长、副镇长担任副组长，领导小组副组长由副镇长兼任。',
        ),
      },
      {
        title: '不、予以、及时、相辅的正确写法',
        report: written(
          '对应公开的予以公开，按时加以完善；能不能公开由股室提出。公开及时，内容准确，更新及时、栏目齐全，网上为主、网下为辅。',
        ),
      },
      {
        title: '不管……都，做好工作的责任感',
        report: written('不管完善制度还是规范流程，都有专人负责。增强做好公开工作的责任感，提高做好解读工作的能力。'),
      },
      {
        title: '余数、一个字的并列项',
        report: written('发布信息50余条，关注人数1万余，涉及30余个栏目；采、编、读、审分开，管理、复核和督查到位。'),
      },
      {
        title: '法规名称在书名号里，或说的不是法规本身',
        report: written(
          '贯彻《中华人民共和国政府信息公开条例》和《关于贯彻政府信息公开条例若干问题的意见》，召开政府信息公开条例解读培训会。',
        ),
      },
      {
        title: '党、大夏、通知的正确写法',
        report: written(
          '贯彻党中央、自治区党委部署，县党政机关和无党派人士参加；大夏河流域信息按月公开；依据《关于印发2023年政务公开工作要点的通知》《国务院办公厅关于做好政务公开工作的通知》。',
        ),
      },
      {
        title: '回应关切、公开关切的信息，说不，核与放射',
        report: written('主动公开、回应群众关切，公开群众关切的信息；对违规行为说不；危险化学品、核与放射物品的监管信息按月公开。'),
      },
      {
        title: '乡镇政府、别的乡政府',
        report: specimen({
          organ: '云溪县柳坪镇人民政府',
          text: {
            s6: [
              '推进乡镇政府信息公开标准化，赴邻近的石桥乡政府学习，与各乡政府网站互通；2023年以来、入秋以来更新及时，向政府信息申请公开的渠道畅通。',
            ],
          },
        }),
      },
      {
        title: '几件事均办结',
        report: written(
          '收到申请8件，办结7件，结转1件，均按时答复。收到申请11件，均已办结。收到1件，已按时答复；举办培训3次、测评1次，均按计划完成。',
        ),
      },
      {
        title: '年份作数目、收费、期限',
        report: written('共发布信息2024条，全年点击2023次。行政事业性收费按目录公开，在法定期限内答复，贯彻党中央、国务院部署。'),
      },
      { title: '公开后面又有公开', report: written('政府公开信息，公开年报；公开政府信息公开年报1条。') },
      {
        title: '形式、形势、权力、权利、反映、反应各得其所',
        report: written(
          '面对严峻形势，丰富公开形式；公布行政权力清单，保障申请人的合法权利；群众反映的问题有快速反应机制，分析面临的形势和任务。',
        ),
      },
      {
        title: '接收、检察、即使、实施、实时、公式、文体、政治',
        report: written(
          '专人接收监督检查材料，检察院提出检察建议；即使公开有难度，也按时答复；方案自印发之日起实施，数据实时更新；计算公式一并列出；整治工作突出文体活动领域，提高政治站位。',
        ),
      },
      {
        title: '以、已、在、再、既、即、一步',
        report: written(
          '各科室均以公开为常态，我局以建立台账为抓手，已成为常态；工作在上半年完成，再一次梳理；既要及时，又要准确，即时办结；逐步完善，一步到位，初步建立。',
        ),
      },
      {
        title: '数量后面的动词，评分，等内容、一是',
        report: written(
          '测评得95分，12份问卷已收回；收到建议3件，其中见诸报端2件；公开目录等内容由办公室更新；存在的问题一是更新偏慢，二是人手不足。',
        ),
      },
    ],
    fails: [
      { title: '形式误作形势', report: written('以多种形势开展宣传。') },
      { title: '权力误作权利（行政权利）', report: written('推动行政权利运行规范透明。') },
      { title: '接受误作接收', report: written('主动接收社会各界监督。') },
      { title: '及时误作即使', report: written('栏目内容即使更新，确保准确。') },
      { title: '时限误作实现', report: written('在法定实现内答复申请人。') },
      { title: '机制误作机智', report: written('健全信息发布审核机智。') },
      { title: '干部误作千部', report: written('组织机关千部参加培训。') },
      { title: '已误作以', report: written('收到申请5件，均以办结。') },
      { title: '再误作在', report: written('推动政务公开工作在上新台阶。') },
      { title: '量词误写', report: written('举办培训4厂，发放宣传单300余分。') },
      { title: '漏“日”字的工作日', report: written('自作出决定之日起7个工作内公开。') },
      { title: '率误作律', report: written('按时答复率提高，满意律达到98%。') },
      { title: '百分之与百分号重复', report: written('办结率达到百分之100%。') },
      { title: '漏“进”字', report: written('流程不断优化。一步规范答复文书。') },
      { title: '前后相同的责任', report: written('落实“谁审核、谁审核”的要求。') },
      { title: '数字没有填写', report: written('全年公开信息共计多少条。') },
      { title: '漏标点（提示）', report: written('公开了机构职能、工作动态等内容我局还开设了专栏。') },
      { title: '系统名称写早了', report: written('促进全市税务各级税务机关提高公开质量。') },
      { title: '“行政”前多一字', report: written('没有因政府信息公开行行政复议的情况。') },
      { title: '“下属”多一字', report: written('按时向下属属各单位通报。') },
      { title: '部分名称后多“要求”', report: written('全文包括总体情况、行政复议和行政诉讼情况要求、其他需要报告的事项。') },
      { title: '部分名称漏“申请”', report: written('全文包括总体情况、收到和处理政府信息公开情况等内容。') },
      { title: '确实误作确保', report: written('每月核对栏目，确实信息公开的准确性和时效性。') },
      { title: '权力误作权利', report: written('宣传纳税人权力和义务。') },
      { title: '漏“公开”二字', report: written('逐项列出主动政府信息的主要类别。') },
      { title: '漏“话”字', report: written('请与办公室联系（邮编：100000，电010-12345678）。') },
      { title: '漏“申请”二字（提示）', report: written('通过网络收到政府信息公开5件。') },
      { title: '漏“信息”二字（提示）', report: written('认真做好政府公开工作，加大政府公开工作的培训力度。') },
      { title: '漏“申请”“提起”（提示）', report: written('没有因政府信息公开被行政复议、被行政诉讼。') },
      { title: '“行政诉讼”误写', report: written('全文包括政府信息公开行政复议、行政处罚情况等内容。') },
      { title: '部分名称漏“的事项”（提示）', report: written('全文由总体情况、存在的问题、其他需要报告等六部分组成。') },
      { title: '副组长前漏“任”（提示）', report: written('由镇长任组长，分管副镇长副组长，党政办具体承办。') },
      { title: '“为主……为辅”误写', report: written('公开以政府网站为主，其他渠道其辅。') },
      { title: '公开依申请（提示）', report: written('收到政府信息公开依申请2件。') },
      { title: '“不断”误作“不管”', report: written('积极参加培训，不管提高业务水平。') },
      { title: '并列项漏字（提示）', report: written('加强政策发布、读和回应。') },
      { title: '句子写到“不”“予以”为止', report: written('确保所发信息不，做到准确完整。对过期栏目予以。') },
      { title: '漏写动词（提示）', report: written('各村设立公示栏及时内容。') },
      { title: '漏写宾语（提示）', report: written('进一步增强做好政务公开工作，落实审核制度。') },
      { title: '“余”后漏量词', report: written('公开各类信息共60余积极回应群众关切。') },
      { title: '公开的是关切（提示）', report: written('通过网站向社会公开群众关切。') },
      { title: '字序颠倒的申请（提示）', report: written('本年度未收到政府信息申请公开。') },
      { title: '“以来”多余（提示）', report: written('2023年1-12月以来按月公布救助资金。') },
      {
        title: '镇的报告写成乡政府',
        report: specimen({ organ: '云溪县柳坪镇人民政府', text: { s6: ['扎实推进乡政府信息公开各项工作。'] } }),
      },
      { title: '漏“中央”', report: written('认真落实党自治区和市委的部署。') },
      { title: '大厦误作大夏', report: written('办公地址：云溪大道1号广电大夏16楼。') },
      { title: '文件名称漏“关于印发”（提示）', report: written('按照《云溪县2023年政务公开工作要点的通知》要求，逐项落实。') },
      { title: '法规名称没有书名号（提示）', report: written('认真贯彻落实政府信息公开条例，按时更新栏目。') },
      { title: '只有一件而用“均”（提示）', report: written('2023年共收到申请1件，均按要求及时答复。') },
      { title: '年份后漏“年”字，后面是“共”', report: written('2023共收到申请2件。') },
      { title: '不规范的名称（提示）', report: written('保守国家机密，公开行政事业收费目录，落实党中央国务院部署，在法定期内答复。') },
      { title: '漏写量词', report: written('其中公开制度15，公告21条，计划6条。') },
      {
        title: '漏“我”字',
        report: specimen({ organ: '云溪县卫生健康委员会', text: { s6: ['（二）依申请公开。委不断规范办理流程。'] } }),
      },
      { title: '“我”后漏单位', report: written('2023年我通过门户网站公开信息36条。') },
      { title: '词典中的错别字', report: written('我局认真布署公开工作，做为年度重点。') },
      { title: '截止目前', report: written('截止目前共更新栏目三个。') },
      { title: '固定短语漏字', report: written('认真落实政府息公开条例，按时办理依申公开事项。') },
      { title: '固定短语错字', report: written('没有因政府信息公开引起的行政夏议和行政诉颂。') },
      { title: '固定短语字序颠倒', report: written('在国务院公办厅规定的期限内编写。') },
      { title: '重字', report: written('公开的的内容由办公室和和业务科室共同把关。') },
      { title: '重复的词', report: written('公开公开指南和目录，进一步进一步规范流程。') },
      { title: '常用短语一字之差', report: written('建全机制，全而推进公开公作，加强队武建设。') },
      { title: '虚词前重字', report: written('制定实施方案案并印发。') },
      { title: '同音字', report: written('严格规范办理成序，切实加强政策解毒和信息发步。') },
      { title: '形近字', report: written('完善公开内客，健全审核机利。') },
      { title: '字序颠倒', report: written('依托务政服务大厅设立查阅点。') },
      { title: '词中多字', report: written('政府信息公共开条例贯彻到位。') },
      { title: '词中漏字', report: written('清理行政规性文件，落实保审查制度。') },
      { title: '词尾重字', report: written('定期通报落实情况况，认真做好保密审查查工作。') },
      { title: '词首重字', report: written('不断完完善制度，健全工作机制。') },
      { title: '句末重字', report: written('已按要求组织培训训。') },
      { title: '自称后重字', report: written('我局局严格按照规定公开。') },
      { title: '政府名称重字', report: written('柳坪乡乡人民政府网站按时更新。') },
      { title: '“政务”重复', report: written('在市政务政务公开办公室指导下完成。') },
      { title: '一句话说了两遍', report: written('申请人可通过可以通过信函提出申请。') },
      { title: '字移到了别处', report: written('内容包括存在的主要问题及改情况，其进他需要报告的事项。') },
      { title: '词中两字互换', report: written('不断完善主公动开工作。') },
      { title: '等等方面', report: written('公开涉及民生、环保等等方面。') },
      { title: '字改词变', report: written('按照县政府统计部署，提升政府分信力，逐条落实改进情措施。') },
      { title: '提起误为提前', report: written('没有被提前行政诉讼。') },
      { title: '年份后漏“年”字', report: written('2023，我局没有收取信息处理费。') },
      { title: '漏“年”字（提示）', report: written('报告数据的期限自20231月1日起至2023年12月31日止。') },
      { title: '年份多写数字', report: written('期限为2023年1月1日至202023年12月31日。') },
      { title: '漏“日”字', report: written('期限为2023年1月1日至12月31止。') },
      { title: '虚词错位', report: written('对并群众关注度高的信息及时更新。') },
      { title: '“公开”多写一次', report: written('公开政府公开信息公开年报1条。') },
      { title: '准确的数字后面有“余”（提示）', report: written('推送政务动态68余条，关注人数25396多人。') },
      { title: '单位名称前漏“年”字', report: written('现公布2023云溪县水利局政府信息公开工作年度报告。') },
      { title: '标签重复', report: written('联系方式，电子邮箱：电子邮箱：无。') },
      { title: '词中少一字（提示）', report: written('通过信息公开平台累公开信息六条。') },
      { title: '其它（提示）', report: written('没有其它需要说明的内容。') },
    ],
  }),
  *check(context) {
    const stops: Stop[] = [];
    const slips = [...slipsOf(context.report, context.options.own?.typos ?? [], stops)].filter((slip) => !isAccepted(context, slip));
    for (const group of groupBy(slips, (slip) => slip.wrong)) {
      const { passage, from, to, wrong, right, mild, fault } = group[0]!;
      const near = around(passage, from, to);
      const quote = quoteOf({ passage, ...near });
      const within = quote === wrong ? '' : `（“${quote}”）`;
      yield {
        ...spotted(context, group, `${passage.part ?? ''}-${wrong}`),
        message: `“${wrong}”${fault ?? `${mild ? '宜' : '应'}为“${right}”`}${within}${times(group.length)}。`,
        quote,
        ...(mild ? { severity: 'hint' as const } : {}),
      };
    }
    if (stops.length > 0) {
      const { passage, at } = stops[0]!;
      const where = quoteOf({ passage, ...around(passage, at, at + 1, 20) });
      const others = stops.length > 1 ? `等 ${stops.length} 段` : '';
      yield { result: 'notAssessed', why: `“${where}”${others}文字大半读不成词，其后的错别字没有全部查找，请人工核对。` };
    }
  },
});
