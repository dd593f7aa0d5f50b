// Near misses of the words of the field: each kind of slip is found and mended, right text is left alone, and the work has a bound.
import { describe, expect, it } from 'vitest';
import { nearMissesIn } from '../../src/core/check/wording/near-miss.ts';

/** A text with its slips mended. */
function mend(text: string): string {
  return [...nearMissesIn(text).found]
    .reverse()
    .reduce((mended, { from, to, right }) => mended.slice(0, from) + right + mended.slice(to), text);
}

const SLIPS: readonly (readonly [kind: string, wrong: string, right: string])[] = [
  ['a character of the same sound', '切实做好政策解毒工作。', '切实做好政策解读工作。'],
  ['a character of the same sound in a short word', '按月检查，及时正改问题。', '按月检查，及时整改问题。'],
  ['a character of like shape', '公开重点岭域信息。', '公开重点领域信息。'],
  ['a wrong character at the end of a word', '群众满意渡稳步提升。', '群众满意度稳步提升。'],
  ['any other character in a name', '按照政府信息公朵条例办理。', '按照政府信息公开条例办理。'],
  ['two characters swapped', '依托务政服务大厅公开信息。', '依托政务服务大厅公开信息。'],
  ['two characters swapped in a phrase', '规范政府息信管理流程。', '规范政府信息管理流程。'],
  ['a lost character', '落实政府信公开工作要求。', '落实政府信息公开工作要求。'],
  ['a lost first character of the second word', '清理行政规性文件。', '清理行政规范性文件。'],
  ['a character too many', '严格按照行政规范性性文件管理。', '严格按照行政规范性文件管理。'],
  ['a doubled last character', '通报落实情况况，限期整改。', '通报落实情况，限期整改。'],
  ['a doubled first character', '不断完完善工作制度。', '不断完善工作制度。'],
  ['a doubled character within a phrase', '进一一步明确责任。', '进一步明确责任。'],
  ['the inner characters of a phrase changed places', '做好主公动开工作。', '做好主动公开工作。'],
  ['a character that wandered out of a phrase', '存在的主要问题及改情况。', '存在的主要问题及改进情况。'],
  ['a character that wandered into a phrase', '其进他需要报告的事项。', '其他需要报告的事项。'],
  ['a lost last character of a name', '落实保密审制度。', '落实保密审查制度。'],
  ['a lost character of a short word', '通过平台累公开信息六条。', '通过平台累计公开信息六条。'],
  ['a lost last character at the end of a clause', '加大解读力度，提升政务服，按时更新。', '加大解读力度，提升政务服务，按时更新。'],
  ['a word of all offices', '依法调解矛顿，公开调解结果。', '依法调解矛盾，公开调解结果。'],
  ['a word of all offices beside a common one', '办理结果仍然比较模胡，及时补正。', '办理结果仍然比较模糊，及时补正。'],
  ['a word before an ending', '提高办事的积激性和能力。', '提高办事的积极性和能力。'],
  ['a word behind 的 at the end of its clause', '形成明显的优事。', '形成明显的优势。'],
  ['a character that stands in one word only', '营造良好的舆论氛未。', '营造良好的舆论氛围。'],
  ['a word behind another at the end of its clause', '严格内容审核，层层把官。', '严格内容审核，层层把关。'],
  ['two slips in one sentence', '建立健权制度，规范保密审察。', '建立健全制度，规范保密审查。'],
];

const RIGHT = [
  '围绕公众关注度高、期盼度高、涉及度高的文件开展解读。',
  '听民意、汇民智、解民忧，建设政府信息公开大平台。',
  '成立政府信息公开领导组，在政务服务中推广应用，更新县政府门户网。',
  '通过网站共公开信息九条，按市政务公开办工作要求细化公开粒度，注重即时性。',
  '公开在建建设项目，办公公开透明，人人参与，件件有回音，层层压实责任，一一对照整改。',
  '申请人胜诉一件，其余按程序答复。',
  '定期筛查栏目，全面推开试点，信息溯源到人。',
  '兴发乡严格按程序办理，长通街道同步公开。',
  '五常市民意乡公布办公地址。',
  '市市场监管局按会议议定事项办理。',
  '提高高新技术企业服务质量，采取取消、合并等方式清理账号。',
  '推进下一步工作，加强各类信息审核，群众可以线上下单。',
  '方方面面都有回应，扎扎实实做好公开。',
  '公开动态类信息，规范地公开目录，政策性文件按月清理。',
  '层层抓落实，招投标信息按月公开，做优服务。',
  '环保审查结果一并公布，各部门网站同步更新。',
  '诚实信用原则写入章程，自建立全口径台账以来没有遗漏。',
  '以公开促落实，负责任地答复每一件申请。',
  '党政信息公开、村务公开、财务公开按要求进行。',
  '监督全乡公开工作，正规化建设稳步进行。',
  '政府网信息公开栏目由专人更新。',
  '测评台账齐全，公开公平公正办理，全面推行新的机制。',
  '业务用房按批复建设，征得主管部门同意后在官网公布，逐户核对，逐项登记密级。',
  '落实三级审核制，召开专题培训会，更新村务公开栏，统计申请数，立足主动作为。',
  '由浅入深讲解，两手抓、两促进，全方位、立体式地宣传，精准化触达群众。',
  '宝鸡市、玄武区、监利市的水务集团公布水价，特色市集和民居改造计划一并公示。',
  '可处十万元以下罚款，证照不齐的限期补办，标本兼治，做到见行见效、知行合一。',
];

describe('near misses', () => {
  it.each(SLIPS)('%s: %s', (_kind, wrong, right) => {
    expect(mend(wrong)).toBe(right);
    expect(nearMissesIn(right).found).toEqual([]);
  });

  it.each(RIGHT)('leaves alone: %s', (text) => {
    expect(nearMissesIn(text).found).toEqual([]);
  });

  it('says where in the text', () => {
    const text = '我局认真做好政策解毒工作。';
    const [slip] = nearMissesIn(text).found;
    expect(text.slice(slip!.from, slip!.to)).toContain('解毒');
  });

  it('never reports two over one place', () => {
    const found = nearMissesIn('政俯信息公升工作制渡，依审请公开，监都保章。').found;
    found.forEach((each, index) => expect(index === 0 || found[index - 1]!.to <= each.from).toBe(true));
  });

  it('says where it gave up', () => {
    const unit = '政俯信息公升工作制渡监都保章依审请公开';
    const { stoppedAt } = nearMissesIn(unit.repeat(500));
    expect(stoppedAt).toBeGreaterThan(0);
    expect(stoppedAt).toBeLessThan(unit.length * 500);
    expect(nearMissesIn('我局认真做好政策解毒工作。').stoppedAt).toBeNull();
    expect(nearMissesIn('').stoppedAt).toBeNull();
  });

  it('says that hardly anything else can be meant only of what is damaged within a phrase', () => {
    const likely = (text: string) => nearMissesIn(text).found.map((each) => each.likely);
    expect(likely('落实政府信公开工作要求。')).toEqual([true]);
    expect(likely('按月检查，及时正改问题。')).toEqual([false]);
  });

  it('gives up on what is no text, whatever its length', () => {
    for (const unit of ['政俯信息公升工作制渡监都保章依审请公开', '信息息公公开工工作', '政府信公开依申公开']) {
      const short = nearMissesIn(unit.repeat(100)).found;
      const long = nearMissesIn(unit.repeat(1500)).found;
      expect(long.length).toBeLessThanOrEqual(40 + (unit.length * 1500) / 10);
      expect(short.length).toBeLessThanOrEqual(40 + (unit.length * 100) / 10);
    }
  });
});

describe('a paragraph beyond all measure', () => {
  it('is searched as far as its bound, and that is said', () => {
    const { found, stoppedAt } = nearMissesIn('按时公开信息。'.repeat(5000) + '切实做好政策解毒工作。');
    expect(found).toEqual([]);
    expect(stoppedAt).toBe(30_000);
  });
});
