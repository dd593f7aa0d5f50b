// Words of someone who looks at many organs from outside, not of one that reports on itself.
import { phrases } from './phrase.ts';

/** The words, then what a unit would say of itself. */
export const GENERIC_PHRASES = phrases(`
多数部门 本单位的具体情况
大多数部门 本单位的具体情况
部分地区 具体的地区
一些地区 具体的地区
有些地区 具体的地区
许多地方 具体的地方
一些地方 具体的地方
各级政府部门通过 本单位通过
各级政府部门应 本单位应
各级行政机关应 本单位应
一些单位 具体的单位
某些单位 具体的单位
某些部门 具体的部门
一些部门 具体的部门
部分政府部门 具体的部门
部分基层单位 具体的单位
有的地方 具体的地方
不少地方 具体的地方
许多部门 具体的部门
众所周知 本单位的具体情况
总的来说 本单位的具体情况
综上所述 本单位的具体情况
由此可见 本单位的具体情况
在当今社会 本单位的具体情况
随着信息化时代的到来 本单位的具体情况
随着互联网的快速发展 本单位的具体情况
政府信息公开是现代政府 本单位的具体情况
`);
