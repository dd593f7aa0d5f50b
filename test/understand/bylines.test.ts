// The date of publication, from the line of a page below its title; and what kind of organ a name is.
import { describe, expect, it } from 'vitest';
import { organKindOf } from '../../src/core/index.ts';
import { compose, rectangle, titleOf } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { understood } from './understood.ts';

const invented = inventedReport('2021', 3);
const body = compose(invented, (grid) =>
  rectangle(grid)
    .map((row) => row.join('\t'))
    .join('\n'),
);

async function published(byline: string): Promise<string | null> {
  const title = titleOf(invented);
  return (await understood(body.replace(title, `${title}\n\n${byline}`), '报告.txt'))[0]!.published;
}

describe('the date of publication', () => {
  it.each([
    ['发布日期：2024-01-12', '2024-01-12'],
    ['来源：云溪县人民政府 时间：2024-01-12 16:34', '2024-01-12'],
    ['时间：2024年1月12日', '2024-01-12'],
    ['2024-01-12 09:30 来源：县政府办 【字体：大 中 小】', '2024-01-12'],
    ['发表时间：2024/1/12　作者：政务公开科', '2024-01-12'],
  ])('is read from “%s”', async (byline, date) => {
    expect(await published(byline)).toBe(date);
  });

  it.each([
    '访谈定于2024-03-05 10:00开始，欢迎参与。',
    '来源：云溪县人民政府 浏览次数：2024',
    '会议时间：2024年3月5日，请打印本页带到会场。',
  ])('is not “%s”', async (line) => {
    expect(await published(line)).toBe(null);
  });
});

describe('the kind of an organ', () => {
  it.each([
    ['云溪市', 'government'],
    ['岭东省云溪县', 'government'],
    ['云溪市临江区', 'government'],
    ['云溪市宿东城区', 'government'],
    ['云溪综合实验区', 'zone'],
    ['云溪经济技术开发区', 'zone'],
    ['云溪新区', 'zone'],
    ['上海市浦东新区', 'government'],
    ['云溪县水利局', 'department'],
    ['云溪县第一中学', 'institution'],
    ['临江社区', 'institution'],
  ])('%s: %s', (name, kind) => {
    expect(organKindOf(name)).toBe(kind);
  });
});
