// Table two: 规章 filled in by an organ that cannot make any. Judged only where the organ's name leaves no doubt.
import { specimen } from '../../examples/specimen.ts';
import { gapOf, layoutOf } from '../../tables/layout.ts';
import { isGovernment, organLevelOf } from '../../places/organ-level.ts';
import { defineRule } from '../../rule.ts';

const RULES = 't2.art20_1.rules';
const filled = (organ: string, cells: Record<string, number>) => specimen({ organ, cells });

export default defineRule({
  id: 'R-2-RULE-AUTH',
  title: '无规章制定权却填规章',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: {
    '2021': '《中华人民共和国立法法》第九十一条（部门规章）、第九十三条（地方政府规章）；2023年修改以前是第八十条、第八十二条。',
    '2019': '《中华人民共和国立法法》（2015年修正）第八十条（部门规章）、第八十二条（地方政府规章）。',
  },
  why: '规章只能由国务院部门、省级人民政府和设区的市（自治州）人民政府制定，县、乡两级机关没有规章制定权，多半是把规章制度、内部制度计入了。',
  remedy: '“规章”行填“0”；内部制度不计，属于行政规范性文件的填入相应行。',
  falseAlarms:
    '设区的市、自治州以上人民政府和国务院部门不在此列；地名表中没有的“市”层级不能确定，不判断；市级以上部门可能计入了由其执行的政府规章，2019年版“对外公开总数量”可能计入了所公开的上级规章，降为警告。',
  examples: () => ({
    passes: [
      { title: '县局“规章”填0', report: specimen() },
      { title: '市政府填了规章，地名表中没有这个市，层级不能确定', report: filled('云溪市人民政府', { [`${RULES}.inForce`]: 12 }) },
      { title: '设区的市的政府', report: filled('岳阳市人民政府办公室', { [`${RULES}.inForce`]: 12 }) },
      { title: '自治州政府', report: filled('云岭自治州人民政府', { [`${RULES}.inForce`]: 2 }) },
      { title: '直辖市政府', report: filled('上海市人民政府', { [`${RULES}.issued`]: 5, [`${RULES}.inForce`]: 90 }) },
      { title: '不设区的地级市', report: filled('东莞市人民政府', { [`${RULES}.inForce`]: 12 }) },
      { title: '国务院部门', report: filled('国家林业和草原局', { [`${RULES}.inForce`]: 30 }) },
      { title: '省级机关不在此列', report: filled('岭东省人民政府', { [`${RULES}.issued`]: 3, [`${RULES}.inForce`]: 40 }) },
      { title: '自治区不是市辖区', report: filled('岭东自治区人民政府', { [`${RULES}.inForce`]: 40 }) },
      { title: '没有规章制定权，填“/”', report: specimen({ raw: { [RULES]: '/' } }) },
    ],
    fails: [
      { title: '县级市', report: filled('卫辉市人民政府', { [`${RULES}.inForce`]: 3 }) },
      { title: '直辖市的区', report: filled('天津市河西区人民政府', { [`${RULES}.inForce`]: 3 }) },
      { title: '设区的市的部门（警告）', report: filled('岳阳市水利局', { [`${RULES}.inForce`]: 3 }) },
      { title: '镇政府填2、0、2', report: filled('云溪县青石镇人民政府', { [`${RULES}.issued`]: 2, [`${RULES}.inForce`]: 2 }) },
      { title: '县级部门填6', report: filled('云溪县水利局', { [`${RULES}.inForce`]: 6 }) },
      {
        title: '2019年版，区政府“对外公开总数量”填1（警告）',
        report: specimen({ edition: '2019', organ: '临江区人民政府', cells: { [`${RULES}.totalPublic`]: 1 } }),
      },
    ],
  }),
  *check(context) {
    const rows = layoutOf(context.report).rows.filter((row) => row.key === RULES);
    const keys = [...new Set(rows.flatMap((row) => row.keys))];
    if (keys.length === 0) yield { result: 'notAssessed', why: '没有找到表二“规章”行。' };
    const passed: string[] = [];
    const filledIn: string[] = [];
    for (const key of keys) {
      const fact = context.fact(key);
      const nothing = fact?.certainty === 'sure' && (fact.writing === 'blank' || fact.writing === 'placeholder');
      const why = nothing ? null : gapOf(context.report, key, fact);
      if (why) yield { result: 'notAssessed', keys: [key], why };
      else if (fact!.value) filledIn.push(key);
      // 0, blank and “/” all say that there is none.
      else passed.push(key);
    }
    if (passed.length > 0) yield { result: 'passed', keys: passed };
    if (filledIn.length === 0) return;
    const { organ } = context.report;
    const level = organLevelOf(context.report);
    if (level === 'unknown') {
      yield { result: 'notAssessed', keys: filledIn, why: '单位层级不能从名称确定，是否有规章制定权未判断。' };
      return;
    }
    const high = level === 'prefecture' || level === 'province';
    if (level === 'state' || (high && isGovernment(organ))) {
      yield { result: 'passed', keys: filledIn };
      return;
    }
    const facts = filledIn.map((key) => context.fact(key)!);
    yield {
      result: 'problem',
      keys: filledIn,
      place: RULES,
      // A department of a city or province may have counted the rules of its government that it carries out,
      // and 对外公开总数量 of the older form also those of others that stand on the page.
      ...(high || level === 'zone' || filledIn.every((key) => key.endsWith('.totalPublic')) ? { severity: 'warning' as const } : {}),
      at: facts.map((fact) => fact.at),
      message:
        `表二“规章”填了${facts.map((fact) => fact.raw.trim()).join('、')}，${context.report.organ ?? '本单位'}没有规章制定权，` +
        '应填0，请核对是否误把规章制度、内部制度计入。',
    };
  },
});
