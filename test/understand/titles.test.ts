// Whose report it is and of which year, from titles and openings as they are printed.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { compose, rectangle, titleOf } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';

const invented = { ...inventedReport('2021', 3), year: 2023 };
const body = compose(invented, (grid) =>
  rectangle(grid)
    .map((row) => row.join('\t'))
    .join('\n'),
);

async function heard(opening: string): Promise<{ organ: string | null; year: number | null }> {
  const outcome = await examine(new TextEncoder().encode(body.replace(titleOf(invented), opening)), '报告.txt');
  if (!outcome.ok) throw new Error(outcome.failure.message);
  const { organ, year } = outcome.reports[0]!.report;
  return { organ, year };
}

describe('titles', () => {
  it.each([
    ['2023年云溪县水利局政府信息公开工作年度报告', '云溪县水利局'],
    ['云溪县水利局二〇二三年政府信息公开工作年度报告', '云溪县水利局'],
    ['云溪县水利局\n2023年度政府信息公开工作报告', '云溪县水利局'],
    ['云溪县水利局2023年政府信息公开工作\n\n年度报告', '云溪县水利局'],
    ['关于云溪县水利局2023年政府信息公开工作年度报告的公示', '云溪县水利局'],
    ['云溪县水利局2023年政府信息公开年报（公开稿）', '云溪县水利局'],
    ['云 溪 县 水 利 局 2 0 2 3 年 政 府 信 息 公 开 工 作 年 度 报 告', '云溪县水利局'],
    ['云溪县发展和改革委员会（云溪县粮食局）2023年政府信息公开工作年度报告', '云溪县发展和改革委员会（云溪县粮食局）'],
    ['云溪县发展和改革委员会（云溪县粮食局）\n2023年度政府信息公开工作报告', '云溪县发展和改革委员会（云溪县粮食局）'],
    ['云溪经济技术开发区\n2023年度政府信息公开工作报告', '云溪经济技术开发区'],
    ['云溪县第一中学\n2023年度政府信息公开工作报告', '云溪县第一中学'],
    ['云溪县水利局\n\n政府信息公开工作2023年度报告', '云溪县水利局'],
    ['云溪县水利局政府信息公开2023年度报告', '云溪县水利局'],
    ['云溪县水利局2023年政府信息公开工作告年度报', '云溪县水利局'],
    ['云溪县水利局2023年政府信息公开工作年度报', '云溪县水利局'],
    ['云溪县水利局2023年政府信息公开工作年度报告\n\n当前位置：首页 > 政府信息公开 > 县水利局 > 政府信息公开年报', '云溪县水利局'],
    ['根据有关规定，云溪县水利局编制了2023年度政府信息公开工作年度报告。', '云溪县水利局'],
  ])('%s', async (opening, organ) => {
    expect(await heard(opening)).toEqual({ organ, year: 2023 });
  });

  it('a form that nobody filled in names no organ', async () => {
    expect((await heard('×××（单位名称）2023年政府信息公开工作年度报告')).organ).toBe(null);
  });
});

describe('reports of other years, named in part one', () => {
  it.each([
    '2022年度政府信息公开工作年度报告于2023年1月25日在县政府网站发布，以前年度报告可在专栏查阅。',
    '按时编制并公布2022年政府信息公开工作年度报告，公开渠道不断拓宽。',
    '已连续公开2020年、2021年、2022年三个年度的政府信息公开工作年度报告。',
  ])('%s', async (line) => {
    const text = `云溪县水利局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${line}\n\n${body.slice(body.indexOf('二、主动公开'))}`;
    const outcome = await examine(new TextEncoder().encode(text), '报告.txt');
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const [first] = outcome.reports;
    expect(first!.report.year).toBe(2023);
    expect(first!.findings.filter(({ rule }) => rule === 'M-YEAR-CONFLICT')).toEqual([]);
  });

  it('the year of the report itself, miswritten in part one, is still told', async () => {
    const line = '现将2022年政府信息公开工作年度报告公布如下。';
    const text = `云溪县水利局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${line}\n\n${body.slice(body.indexOf('二、主动公开'))}`;
    const outcome = await examine(new TextEncoder().encode(text), '报告.txt');
    if (!outcome.ok) throw new Error(outcome.failure.message);
    expect(outcome.reports[0]!.findings.filter(({ rule }) => rule === 'M-YEAR-CONFLICT')).toHaveLength(1);
  });
});
