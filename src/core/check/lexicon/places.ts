// What must be known of names of places beyond the list itself: which prove nothing, who else lies over a place, how a text comes to name another.

/**
 * Names that are words, ends of words with beginnings (对|应县, 自然|资源县) or plain directions. They count only with the place that lies over them
 * right before (焦作市解放区).
 */
export const COMMON_NAMES = new Set(
  (
    '应县 和县 新县 理县 高县 成县 道县 代县 会同县 通道县 资源县 公安县 同心县 合作市 东方市 ' +
    '城区 郊区 矿区 南区 东区 西区 新城区 老城区 新市区 西市区 平城区 山城区 江城区 顺城区 城中区 城东区 城西区 城南区 城北区 市中区 市南区 市北区 ' +
    '江南区 江北区 江东区 河东区 河西区 河北区 南岸区 路南区 路北区 铁东区 铁西区 桥东区 桥西区 站前区 中站区 港口区 海港区 河口区 高港区 路桥区 运河区 ' +
    '解放区 中原区 振兴区 复兴区 和平区 友好区 前进区 光明区 新兴区 宏伟区 工农区 爱民区 红旗区 集美区 大同区 平房区 连山区 新华区 长安区 老边区 共青城市'
  ).split(' '),
);

/**
 * Places that lie, or lay within the years of such reports, under another one too; the list itself knows one place over each.
 * 公主岭市 came from 四平市 to 长春市 in 2020.
 */
export const ALSO_UNDER: readonly (readonly [place: string, over: string])[] = [
  ['塔城地区', '伊犁哈萨克自治州'],
  ['阿勒泰地区', '伊犁哈萨克自治州'],
  ['公主岭市', '四平市'],
  ['简阳市', '资阳市'],
  ['寿县', '六安市'],
  ['枞阳县', '安庆市'],
  ['莱芜区', '莱芜市'],
  ['钢城区', '莱芜市'],
  ['兰考县', '开封市'],
  ['滑县', '安阳市'],
];
