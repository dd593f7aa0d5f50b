// Words that are easily taken for one another, each in a right sentence where its neighbours could make it look wrong.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';

const wording = rules.filter((rule) => rule.id.startsWith('W-') && !rule.off);

const RIGHT: readonly string[] = [
  '在人手不足的情况下，各科室对公开工作尽力而为、尽职尽责。',
  '收到上级表彰决定和荣誉证书后，及时在网站公示，收到群众好评留言后逐条致谢。',
  '网站支持按主题、按部门职能检索政府信息，手机端同步提供。',
  '住建部门公开施工现场监理台账和工程监理机制。',
  '组织参加全县集中政治轮训和专项政治监督，开展综合政治能力测试。',
  '依申请公开办理实现内部流转线上化，答复实现前置审核，办理实现前端受理。',
  '即使公开后发现差错，可随时撤回更正，责任科室须在一日内说明原因。',
  '热线接收群众监督举报，信箱接收社会监督意见建议，接收群众批评建议并转办。',
  '申请于节假日提交的，在次一工作日登记；信件在次周一送达。',
  '征求意见稿修改后，现再次公开征求意见，现再公示5个工作日。',
  '一次性告知申请人补正再受理，稿件校正再发布。',
  '主要领导接到问题线索后立即定方案、定人员，各科室当即定措施。',
  '给予已建档的困难群众免费邮寄服务，授予已完成创建的单位示范点称号。',
  '累计参加已举办的各类培训4期，收费标准叠加已公开的优惠政策。',
  '群众反映的出行困难已及时解决，企业融资困难已实现逐户对接。',
  '开通实时意见征集功能，做到数据全面实时准确，全面实时记录办理过程。',
  '县司法局推进政务公开、公证、仲裁、法律援助等信息一体发布，律师、公证、公平竞争审查事项同步公开。',
  '政策解读准确把握文件核心意思，不走样、不变形。',
  '政务公开第一责任人原则上由主要负责同志担任，工作人员保持稳定。',
  '快速反映民意，快速反映群众所思所盼，用数据说话。',
  '当前政务公开形势下，要适应信息公开形势需要，广泛宣传形势政策。',
  '公开灵活就业、新就业形式、职业培训等政策。',
  '强化执法信息公示，严格公权力人员监督，推动民主权力运行公开。',
  '海事部门公布船舶行使优先通行权的水域，机动车行使路权规则一并公开。',
  '政府举办医疗机构的服务项目和价格公开，保障基本医疗卫生服务公平可及。',
  '严格按照同一规范、同一标准、同一流程办理。',
  '不予已公开信息重复答复，准予已受理的申请人变更联系方式。',
  '公开设备改造、实施更新换代项目信息。',
  '加大违建整治执行力度，履行纳税义务能力评价结果公开。',
];

describe('right words beside dangerous neighbours', () => {
  it.each(RIGHT)('%s', (line) => {
    const report = specimen({ text: { s1: ['2023年，各项公开工作按计划完成。', line] } });
    const told = runRules(wording, report, {}).findings.filter(({ severity }) => severity !== 'hint');
    expect(told.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});
