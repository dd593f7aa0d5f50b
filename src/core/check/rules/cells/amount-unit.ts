// Amounts of table two are in 万元: a 元 in the cell, or a number far too large for a small organ.
import { specimen } from '../../examples/specimen.ts';
import { gapOf, layoutOf, numbersOf, placeName } from '../../tables/layout.ts';
import { organLevelOf } from '../../places/organ-level.ts';
import { defineRule } from '../../rule.ts';

const FEE = 't2.art20_8.fee.amountWan';
const PROCUREMENT = 't2.art20_9.procurement';
/** Organs whose fees are large by nature. */
const COLLECTORS = /自然资源|国土|住房|住建|城乡建设|税务|财政|水利|交通|公安/;

export default defineRule({
  id: 'R-2-UNIT',
  title: '金额单位疑似错误',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  thresholds: [
    { id: 'fee', title: '县级以下单位收费金额为整数且不少于', unit: '万元', initial: 10000, min: 1, max: 10000000 },
    { id: 'purchase', title: '乡镇、街道平均每个采购项目超过', unit: '万元', initial: 1000, min: 1, max: 10000000 },
  ],
  basis: {
    '2021': '国办公开办函〔2021〕30号所附格式表二“本年收费金额（单位：万元）”。',
    '2019': '国办公开办函〔2019〕60号所附格式表二“采购总金额”；格式没有注明单位，以万元填报是各地的通例。',
  },
  why: '金额栏以万元为单位，按元填报会使数字大一万倍，并带入上级汇总。',
  remedy: '确认单位，按元填的除以一万后填写，单元格内不写单位。',
  falseAlarms: '自然资源、住建、水利、交通、公安、税务、财政等部门和地区汇总的收费金额本来就大，不提示。',
  examples: () => ({
    passes: [
      { title: '县局收费12.3456万元', report: specimen() },
      { title: '市级汇总收费59237.2449万元', report: specimen({ organ: '云溪市人民政府', cells: { [FEE]: 59237.2449 } }) },
      { title: '自然资源部门收费较大', report: specimen({ organ: '云溪县自然资源局', cells: { [FEE]: 23500 } }) },
      { title: '乡政府六个采购项目87.125万元', report: specimen({ edition: '2019', organ: '云溪县青石乡人民政府' }) },
    ],
    fails: [
      { title: '单元格里写“251000元”', report: specimen({ raw: { [FEE]: '251000元' } }) },
      {
        title: '乡政府1个采购项目填8040',
        report: specimen({
          edition: '2019',
          organ: '云溪县青石乡人民政府',
          cells: { [`${PROCUREMENT}.projects`]: 1, [`${PROCUREMENT}.amountWan`]: 8040 },
        }),
      },
      { title: '县级部门收费填45600', report: specimen({ organ: '云溪县林业局', cells: { [FEE]: 45600 } }) },
      { title: '街道办事处收费填30000', report: specimen({ organ: '云溪县临江街道办事处', cells: { [FEE]: 30000 } }) },
    ],
  }),
  *check(context) {
    const level = organLevelOf(context.report);
    const layout = layoutOf(context.report);
    const amounts = [FEE, `${PROCUREMENT}.amountWan`].filter((key) => layout.rows.some((row) => row.keys.includes(key)));
    if (amounts.length === 0) yield { result: 'notAssessed', why: '没有找到金额栏。' };
    for (const key of amounts) {
      const fact = context.fact(key);
      const why = gapOf(context.report, key, fact);
      if (!fact || why) {
        yield { result: 'notAssessed', keys: [key], why: why ?? '' };
        continue;
      }
      const value = fact.value!;
      if (fact.unit === '元') {
        yield {
          result: 'problem',
          keys: [key],
          at: [fact.at],
          quote: fact.raw,
          message: `${placeName(key)}填“${fact.raw}”，该栏以万元为单位，请换算后填写。`,
        };
        continue;
      }
      const question = (beside: string): string => `${placeName(key)}填${value}万元，${beside}偏大，是否误以“元”填报？`;
      if (key === FEE) {
        if (value < context.threshold('fee') || !Number.isInteger(value) || COLLECTORS.test(context.report.organ ?? ''))
          yield { result: 'passed', keys: [key] };
        else if (level === 'unknown') yield { result: 'notAssessed', keys: [key], why: '单位层级不能从名称确定，金额是否偏大未判断。' };
        else if ((level === 'county' && context.report.organKind === 'government') || (level !== 'county' && level !== 'grassroots'))
          yield { result: 'passed', keys: [key] };
        else yield { result: 'problem', keys: [key], at: [fact.at], message: question('') };
        continue;
      }
      const projects = numbersOf(context, [`${PROCUREMENT}.projects`]);
      if (!projects.ok) yield { result: 'notAssessed', keys: [key], why: projects.why };
      else if (level !== 'grassroots' || value <= context.threshold('purchase') * Math.max(1, projects.values[0]!))
        yield { result: 'passed', keys: [key] };
      else {
        yield {
          result: 'problem',
          keys: [key, `${PROCUREMENT}.projects`],
          at: [fact.at, projects.facts[0]!.at],
          message: question(`而采购项目只有${projects.values[0]}个，`),
        };
      }
    }
  },
});
