// The list of places: how many there are, what lies over what, and which words are no place although their characters are.
import { describe, expect, it } from 'vitest';
import { DIVISIONS, FORMER_DIVISIONS } from '../../src/core/check/lexicon/divisions.ts';
import { COMMON_NAMES } from '../../src/core/check/lexicon/places.ts';
import { homesOf, placesCalled, placesIn, provinceOf, related } from '../../src/core/check/places/gazetteer.ts';

interface Line {
  readonly province: string;
  readonly over: string;
  readonly under: readonly string[];
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let province = '';
  for (const line of text.trim().split('\n')) {
    if (line.startsWith('# ')) province = line.slice(2);
    else if (line.startsWith('- ')) lines.push({ province, over: '', under: line.slice(2).split(' ') });
    else {
      const [over, under] = line.split(': ');
      lines.push({ province, over: over!, under: under === undefined ? [] : under.split(' ') });
    }
  }
  return lines;
}

const lines = linesOf(DIVISIONS);
const chain = (name: string): string => {
  const names: string[] = [];
  for (let place = placesIn(name)[0]?.entry[0] ?? null; place; place = place.parent) names.push(place.name);
  return names.join(' < ');
};

describe('the list', () => {
  it('has 34 provinces and 333 prefectures', () => {
    expect(DIVISIONS.match(/^# /gm)).toHaveLength(34);
    expect(lines.filter(({ over }) => over !== '')).toHaveLength(333);
  });
  it.each([
    ['北京市', 16],
    ['天津市', 16],
    ['河北省', 167],
    ['山西省', 117],
    ['内蒙古自治区', 103],
    ['辽宁省', 100],
    ['吉林省', 60],
    // 121 and the four districts of 大兴安岭地区.
    ['黑龙江省', 125],
    ['上海市', 16],
    ['江苏省', 95],
    ['浙江省', 90],
    ['安徽省', 104],
    ['福建省', 84],
    ['江西省', 100],
    ['山东省', 136],
    ['河南省', 157],
    ['湖北省', 103],
    ['湖南省', 122],
    ['广东省', 122],
    ['广西壮族自治区', 111],
    // 25 without the districts of 三沙市.
    ['海南省', 23],
    ['重庆市', 38],
    ['四川省', 183],
    ['贵州省', 88],
    ['云南省', 129],
    ['西藏自治区', 74],
    ['陕西省', 107],
    ['甘肃省', 86],
    ['青海省', 44],
    ['宁夏回族自治区', 22],
    ['新疆维吾尔自治区', 110],
  ])('%s has %i counties, districts and the like', (province, count) => {
    expect(lines.filter((line) => line.province === province).flatMap(({ under }) => under)).toHaveLength(count);
  });
  it('names no place twice under one', () => {
    for (const { over, under } of [...lines, ...linesOf(FORMER_DIVISIONS)]) expect(new Set(under).size, over).toBe(under.length);
    const heads = lines.map(({ over }) => over).filter((over) => over !== '');
    expect(new Set(heads).size).toBe(heads.length);
  });
  it('has every name ending as names of places do, and small enough to travel', () => {
    const odd = lines.flatMap(({ over, under }) => [over, ...under]).filter((name) => name !== '' && !/[省市县区州盟旗]$/.test(name));
    expect(odd).toEqual([]);
    expect(new TextEncoder().encode(DIVISIONS + FORMER_DIVISIONS).length).toBeLessThan(45_000);
  });
  it('puts former names under prefectures of today, and gives none that is still used', () => {
    const names = new Set(lines.flatMap(({ under }) => under));
    const heads = new Set(lines.map(({ over }) => over.split('/')[0]));
    for (const { over, under } of linesOf(FORMER_DIVISIONS)) {
      if (over !== '') expect(heads).toContain(over);
      for (const name of under) expect(names).not.toContain(name);
    }
  });
  it.each([
    ['宁乡市', '宁乡市 < 长沙市 < 湖南省'],
    ['石柱县', '石柱土家族自治县 < 重庆市'],
    ['博州', '博尔塔拉蒙古自治州 < 新疆维吾尔自治区'],
    ['神农架林区', '神农架林区 < 湖北省'],
    ['积石山县', '积石山保安族东乡族撒拉族自治县 < 临夏回族自治州 < 甘肃省'],
    ['苏尼特左旗', '苏尼特左旗 < 锡林郭勒盟 < 内蒙古自治区'],
    ['东莞市', '东莞市 < 广东省'],
    ['崇安区', '崇安区 < 无锡市 < 江苏省'],
    ['铜梁县', '铜梁县 < 重庆市'],
  ])('%s: %s', (name, whole) => expect(chain(name)).toBe(whole));
});

describe('names in a text', () => {
  const named = (text: string) => placesIn(text).map(({ word }) => word);
  it('are the longest, in order', () => {
    expect(named('在江苏省南京市鼓楼区和石柱土家族自治县')).toEqual(['江苏省', '南京市', '鼓楼区', '石柱土家族自治县']);
  });
  it('decide between places of one name by what stands before', () => {
    const places = placesIn('西安市新城区');
    expect(places[1]!.entry.map((place) => place.parent!.name)).toEqual(['西安市']);
    expect(placesIn('鼓楼区')[0]!.entry).toHaveLength(4);
  });
  it('are no names where they are common words', () => {
    expect(named('更新城区供水信息，对应县直部门，会同县司法局，自然资源县级数据，城区、郊区、矿区')).toEqual([]);
    expect(named('焦作市解放区')).toEqual(['焦作市', '解放区']);
  });
  it('of two characters are few enough to be listed as common where they end other words', () => {
    for (const name of ['应县', '和县', '城区', '郊区', '会同县', '公安县']) expect(COMMON_NAMES.has(name)).toBe(true);
  });
});

describe('kinship', () => {
  const place = (name: string) => placesIn(name)[0]!.entry[0]!;
  it.each([
    ['宁乡市', '湖南省', true],
    ['宁乡市', '宁乡县', true],
    ['宁乡市', '浏阳市', false],
    ['公主岭市', '四平市', true],
    ['公主岭市', '长春市', true],
    ['塔城市', '伊犁州', true],
    ['莱芜区', '莱芜市', true],
    ['昌邑市', '吉林省', false],
  ])('%s and %s: %s', (one, other, kin) => {
    expect(related(place(one), place(other))).toBe(kin);
    expect(related(place(other), place(one))).toBe(kin);
  });
  it('leads up to the province', () => expect(provinceOf(place('宁乡市')).name).toBe('湖南省'));
});

describe('homes of organs', () => {
  it.each([
    ['吉林市昌邑区两家子满族乡人民政府', '昌邑区 吉林市'],
    ['西宁市城中区人民政府', '城中区 西宁市'],
    ['渭南经济技术开发区管委会', '渭南市 陕西省'],
    ['杭州高新区（滨江）财政局', '杭州市 浙江省'],
    ['海门经济技术开发区管委会', '海门区 南通市'],
    ['国家税务总局宁乡市税务局', '宁乡市 长沙市'],
    ['宁夏水利厅', '宁夏回族自治区 '],
    ['云溪县水利局', ''],
    ['太平乡人民政府', ''],
  ])('%s: %s', (organ, home) => {
    const [first] = homesOf(organ);
    expect(first ? `${first.name} ${first.parent?.name ?? ''}` : '').toBe(home);
  });
  it('knows names without class word', () => expect(placesCalled('浙江').map(({ name }) => name)).toEqual(['浙江省']));
});
