// Counties, districts, banners and county-level cities under their prefectures, as far as they are listed; most common names left out.

/** 「prefecture: county county …」 */
export const COUNTIES = `
石家庄市: 正定县 行唐县 灵寿县 高邑县 深泽县 赞皇县 无极县 平山县 元氏县 赵县 晋州市 新乐市 辛集市 藁城区 鹿泉区 栾城区
`;
