// What a name tells of an organ's level, what the gazetteer adds, and what neither does.
import { expect, it } from 'vitest';
import { organLevelOf } from '../../src/core/check/places/organ-level.ts';

it.each([
  ['云溪县青石镇人民政府', 'grassroots'],
  ['临江街道办事处', 'grassroots'],
  ['云溪县水利局', 'county'],
  ['云溪县人民政府', 'county'],
  ['云溪自治县人民政府办公室', 'county'],
  ['临江区人民政府', 'county'],
  ['岭东市临江区教育局', 'county'],
  ['乌兰旗人民政府', 'county'],
  ['岭东市人民政府', 'unknown'],
  ['岭东市教育局', 'unknown'],
  ['岭东省人民政府', 'province'],
  ['岭东自治区人民政府', 'province'],
  ['岭东自治区教育厅', 'province'],
  ['湖南省水利厅', 'province'],
  ['上海市人民政府办公厅', 'province'],
  ['岭东省云州市人民政府', 'unknown'],
  ['湖南省岳阳市人民政府', 'prefecture'],
  ['岳阳市人民政府办公室', 'prefecture'],
  ['岳阳市水利局', 'prefecture'],
  ['凉山彝族自治州人民政府', 'prefecture'],
  ['卫辉市人民政府', 'county'],
  ['河南省卫辉市人民政府', 'county'],
  ['仙桃市人民政府', 'county'],
  ['上海市浦东新区人民政府', 'county'],
  ['国家林业和草原局', 'state'],
  ['水利部', 'state'],
  ['国家税务总局岳阳市税务局', 'prefecture'],
  ['岭东市高新技术产业开发区管理委员会', 'zone'],
  ['岭东市社区建设管理局', 'unknown'],
  ['岭东市灾区重建办公室', 'unknown'],
  ['岭东省县乡公路管理局', 'province'],
  ['岭东新区人民政府', 'unknown'],
] as const)('%s → %s', (organ, level) => {
  expect(organLevelOf({ organ, organKind: null })).toBe(level);
});

it('trusts the kind of organ where the name is short', () => {
  expect(organLevelOf({ organ: '青石镇', organKind: 'township' })).toBe('grassroots');
  expect(organLevelOf({ organ: null, organKind: null })).toBe('unknown');
});
