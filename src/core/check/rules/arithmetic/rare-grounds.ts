// Table three: grounds of refusal that a township or a sub-district hardly ever has. Off until asked for.
import { specimen } from '../../examples/specimen.ts';
import { gapOf } from '../../tables/layout.ts';
import { organLevelOf } from '../../places/organ-level.ts';
import { defineRule } from '../../rule.ts';

const ROWS = [
  { key: 't3.r.denied.stateSecret', name: '属于国家秘密' },
  { key: 't3.r.denied.threeSafetyOneStability', name: '危及“三安全一稳定”' },
] as const;
const NONE = { 't3.r.denied.stateSecret': 0, 't3.r.denied.threeSafetyOneStability': 0 };
const TOWN = '云溪县青石镇人民政府';

export default defineRule({
  id: 'R-3-SECRET-HINT',
  title: '罕见理由',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '经验提示；《中华人民共和国政府信息公开条例》第十四条（国家秘密和公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息）。',
  why: '乡镇、街道很少产生国家秘密或危及“三安全一稳定”的信息，以此为由不予公开容易被复议、诉讼纠正。',
  remedy: '复核不予公开的理由和定密依据。',
  falseAlarms: '确有涉密或相关信息、手续齐全的，不用改。',
  examples: () => ({
    passes: [
      { title: '镇政府没有这两类理由', report: specimen({ organ: TOWN, entries: NONE }) },
      { title: '县级部门不在此列', report: specimen() },
    ],
    fails: [{ title: '镇政府以国家秘密为由不予公开', report: specimen({ organ: TOWN }) }],
  }),
  *check(context) {
    const level = organLevelOf(context.report);
    for (const { key, name } of ROWS) {
      const cell = `${key}.total`;
      const fact = context.fact(cell);
      const why = gapOf(context.report, cell, fact);
      if (why) yield { result: 'notAssessed', keys: [cell], why };
      else if (fact!.value! <= 0 || (level !== 'grassroots' && level !== 'unknown')) yield { result: 'passed', keys: [cell] };
      else if (level === 'unknown') yield { result: 'notAssessed', keys: [cell], why: '单位层级不能从名称确定。' };
      else {
        yield {
          result: 'problem',
          keys: [cell],
          at: [fact!.at],
          message: `表三：${context.report.organ ?? '本单位'}以“${name.replace('“', '‘').replace('”', '’')}”为由不予公开${fact!.value}件，乡镇、街道较少见，请核实。`,
        };
      }
    }
  },
});
