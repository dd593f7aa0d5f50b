// Names of organs that are one organ or two, dates of publication, regions, and rules of one edition on a report of the other.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { check, rules, runRules } from '../../src/core/check/index.ts';
import type { CheckOptions } from '../../src/core/check/index.ts';
import { kinshipOf } from '../../src/core/check/places/organ-names.ts';
import { editionById, regionById, regions } from '../../src/core/form/index.ts';

const severities = (options: SpecimenOptions, rule: string, wishes: CheckOptions = {}) =>
  runRules(
    rules.filter((each) => each.id === rule),
    specimen(options),
    wishes,
  ).findings.map((finding) => finding.severity);

describe('two names', () => {
  it.each([
    ['云溪县人民政府', '江州市云溪县人民政府办公室'],
    ['临江街道', '江州市河东区临江街道办事处'],
    ['卫东区发改委', '卫东区发展和改革委员会'],
    ['江州经济技术开发区管理委员会', '江州经开区管委会'],
    ['县政府办', '云溪县人民政府办公室'],
    ['云溪县', '云溪县人民政府信息公开办公室'],
  ])('%s and %s are one organ', (one, other) => {
    expect(kinshipOf(one, other)).toBe('same');
    expect(kinshipOf(other, one)).toBe('same');
  });
  it.each([
    ['云溪县水利局', '云溪县教育局'],
    ['云溪县水利局', '青石县水利局'],
    ['云溪县青石乡人民政府', '云溪县柳河乡人民政府'],
    ['东川区人民政府', '西岭区人民政府'],
  ])('%s and %s are two', (one, other) => {
    expect(kinshipOf(one, other)).toBe('other');
  });
  it.each([
    ['云溪县自然资源局', '云溪县国土资源局'],
    ['云溪县卫生健康局', '云溪县卫生和计划生育局'],
    ['云溪县人民政府', '云溪县行政审批服务局'],
    ['云溪县水利局', '云溪县人民政府'],
  ])('%s and %s are left to a person', (one, other) => {
    expect(kinshipOf(one, other)).not.toBe('other');
  });
  it('that stay apart in the title and elsewhere are a warning where the text also names the first', () => {
    const preamble = ['现公布云溪县教育局2023年政府信息公开工作年度报告。', '2023年，云溪县水利局围绕供水推进公开。'];
    expect(severities({ preamble }, 'M-ORG-MISMATCH')).toEqual(['warning']);
  });
});

describe('the date of publication', () => {
  const late = (published: string, organ: string, wishes: CheckOptions = {}) =>
    severities({ organ, report: { published } }, 'M-DEADLINE', wishes);
  it('is judged by the kind of organ', () => {
    expect(late('2024-02-01', '云溪县水利局')).toEqual(['warning']);
    expect(late('2024-03-31', '云溪县人民政府')).toEqual([]);
    expect(late('2024-04-01', '云溪县人民政府')).toEqual(['warning']);
    expect(late('2024-03-05', '云溪县青石乡人民政府')).toEqual(['hint']);
    expect(late('2024-03-05', '云溪经济开发区管委会')).toEqual(['hint']);
  });
  it('half a year late is more likely that of a new site', () => {
    expect(late('2024-09-20', '云溪县水利局')).toEqual(['hint']);
  });
  it('may have an earlier local limit', () => {
    const wishes = { thresholds: { 'M-DEADLINE/department': 128 } };
    expect(late('2024-01-28', '云溪县水利局', wishes)).toEqual([]);
    expect(late('2024-01-29', '云溪县水利局', wishes)).toEqual(['warning']);
  });
});

describe('a region', () => {
  const printed: SpecimenOptions = {
    labels: {
      't3.r.denied.lawProhibited': '2.其他法律法规禁止公开',
      't2.art20_8.*.amountWan': '本年收费金额（单位：万元，保留4位小数）',
      't3.*.welfare': '社会组织',
    },
  };
  it('has a label or a remark for keys that the form has', () => {
    const keys = [editionById('2019'), editionById('2021')].flatMap((edition) =>
      edition.tables.flatMap((table) =>
        table.blocks.flatMap((block) => [
          ...block.rows.map((row) => row.key),
          ...block.columns.map((column) => `${block.key}.*.${column.key}`),
        ]),
      ),
    );
    expect(regions.length).toBeGreaterThan(0);
    for (const region of regions) {
      expect(region.id).toMatch(/^[a-z-]+$/);
      expect(regionById(region.id)).toBe(region);
      for (const { key } of [...region.labels, ...region.unitNotes]) expect(keys, region.id).toContain(key);
    }
  });
  it('accepts its own wordings, and only them', () => {
    const found = (options: CheckOptions) =>
      check(specimen(printed), options)
        .findings.filter((finding) => /^S-(LABEL|UNIT-LABEL)$/.test(finding.rule))
        .map((finding) => finding.quote);
    expect(found({}).length).toBe(3);
    expect(found({ region: 'henan' })).toEqual(['社会组织']);
    expect(found({ region: 'nowhere' }).length).toBe(3);
  });
});

it.each(rules.filter((rule) => rule.editions !== 'all').map((rule) => [rule.id, rule] as const))(
  '%s has nothing to say of a report of the other edition',
  (_id, rule) => {
    const other = (['2019', '2021'] as const).find((edition) => rule.editions !== 'all' && !rule.editions.includes(edition));
    if (other !== undefined) expect(runRules([rule], specimen({ edition: other }))).toEqual({ findings: [], checks: [] });
  },
);
