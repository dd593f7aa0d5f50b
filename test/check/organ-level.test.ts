// What a name tells of an organ's level, and what it does not.
import { expect, it } from 'vitest';
import { organLevelOf } from '../../src/core/check/organ-level.ts';

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
  ['岭东省人民政府', 'unknown'],
  ['岭东自治区人民政府', 'unknown'],
  ['岭东自治区教育厅', 'unknown'],
  ['岭东市高新技术产业开发区管理委员会', 'unknown'],
  ['岭东市社区建设管理局', 'unknown'],
  ['岭东市灾区重建办公室', 'unknown'],
  ['岭东省县乡公路管理局', 'unknown'],
  ['岭东新区人民政府', 'unknown'],
] as const)('%s → %s', (organ, level) => {
  expect(organLevelOf({ organ, organKind: null })).toBe(level);
});

it('trusts the kind of organ where the name is short', () => {
  expect(organLevelOf({ organ: '青石镇', organKind: 'township' })).toBe('grassroots');
  expect(organLevelOf({ organ: null, organKind: null })).toBe('unknown');
});
