// Table three: numbers in the head row of a group, where the form has none.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { gap } from '../../tables/identities.ts';
import { columnName, layoutOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-3-SUBTOTAL',
  title: '大类行填了小计',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表三（大类行不填数）。`),
  why: '（三）不予公开等大类行是分类标题，统一格式不在其中填数；填了小计容易被重复相加。',
  remedy: '删去大类行中的数字；小计与明细不相等的，先核对明细。',
  falseAlarms: '小计等于明细之和时只作提示，各项合计不会重复相加；有的地方填报系统自动生成小计。',
  examples: () => ({
    passes: [
      { title: '大类行没有数字', report: specimen() },
      { title: '2019年版“（六）其他处理”本来就要填数', report: specimen({ edition: '2019' }) },
      { title: '新格式“（六）其他处理”只有一行，不是小计', report: specimen({ tableEditions: { t3: '2019' } }) },
    ],
    fails: [
      { title: '“不予公开”填了小计，等于明细之和', report: specimen({ subtotals: ['t3.r.denied'] }) },
      { title: '“无法提供”小计与明细不符', report: specimen({ cells: { 't3.r.unable.total': 1 } }) },
    ],
  }),
  *check(context) {
    const { rows, heads } = layoutOf(context.report);
    if (!rows.some((row) => row.table.id === 't3' && row.keys.some((key) => context.fact(key)))) {
      yield { result: 'notAssessed', why: '没有找到表三的单元格。' };
      return;
    }
    for (const head of heads) {
      const printed = head.keys.map((key) => context.fact(key)).filter((fact) => fact !== undefined && fact.value !== null);
      if (printed.length === 0) {
        yield { result: 'passed', keys: head.keys };
        continue;
      }
      const children = rows.filter((row) => row.key.startsWith(`${head.key}.`));
      const wrong: string[] = [];
      let compared = true;
      for (const fact of printed) {
        const index = head.keys.indexOf(fact!.key);
        const parts = children.map((row) => context.fact(row.keys[index]!));
        if (!parts.every((part) => part && part.certainty === 'sure' && (part.value !== null || part.writing === 'blank')))
          compared = false;
        const sum = parts.reduce((total, part) => total + (part?.value ?? 0), 0);
        if (gap(sum, fact!.value!) > 0) wrong.push(`“${columnName(head.columns[index]!)}”填${fact!.value}、明细之和为${sum}`);
      }
      const doubtful = printed.some((fact) => fact!.certainty === 'doubtful');
      const verdict = !compared ? '明细不全，未能与小计比较' : wrong.length > 0 ? `与明细之和不符：${wrong.join('；')}` : '与明细之和相等';
      yield {
        result: doubtful ? 'doubtful' : 'problem',
        ...(doubtful ? { why: '大类行的单元格位置不能确定。' } : {}),
        ...(compared && wrong.length > 0 && !doubtful ? { severity: 'warning' as const } : {}),
        keys: printed.map((fact) => fact!.key),
        place: head.key,
        at: printed.map((fact) => fact!.at),
        message: `表三“${head.row.label}”为分类标题行，不应填数，现填了${printed.length}个数字，${verdict}。`,
      };
    }
  },
});
