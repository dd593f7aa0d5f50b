// 国办公开办函〔2019〕60号: the form for report years 2019 and 2020.
import type { ColumnForm, Edition, TableForm } from '../edition.ts';
import { OTHER_HANDLING_SINGLE, SECTIONS, TABLE_FOUR, articleTwenty, identitiesOf, tableThree } from '../shared-tables.ts';

const items: readonly ColumnForm[] = [
  { key: 'prevItems', label: '上一年项目数量', unit: '项' },
  { key: 'delta', label: '本年增/减', unit: '项', signed: true },
];
const itemsAndDecisions: readonly ColumnForm[] = [...items, { key: 'decisions', label: '处理决定数量', unit: '件' }];

const tableTwo: TableForm = {
  id: 't2',
  name: '表二',
  section: 's2',
  blocks: [
    articleTwenty(
      1,
      [
        { key: 'newMade', label: '本年新制作数量', unit: '件' },
        { key: 'newPublic', label: '本年新公开数量', unit: '件' },
        { key: 'totalPublic', label: '对外公开总数量', unit: '件' },
      ],
      [
        { key: 'rules', label: '规章' },
        { key: 'normative', label: '规范性文件', aliases: [{ text: '行政规范性文件', severity: null }] },
      ],
    ),
    articleTwenty(5, itemsAndDecisions, [
      { key: 'licensing', label: '行政许可' },
      { key: 'otherService', label: '其他对外管理服务事项' },
    ]),
    articleTwenty(6, itemsAndDecisions, [
      { key: 'penalty', label: '行政处罚' },
      { key: 'coercion', label: '行政强制' },
    ]),
    articleTwenty(8, items, [{ key: 'fee', label: '行政事业性收费' }]),
    articleTwenty(
      9,
      [
        { key: 'projects', label: '采购项目数量', unit: '个' },
        {
          key: 'amountWan',
          label: '采购总金额',
          unit: '万元',
          decimal: true,
          aliases: [{ text: '采购总金额（单位：万元）', severity: null }],
        },
      ],
      [{ key: 'procurement', label: '政府集中采购' }],
    ),
  ],
};
const three = tableThree(OTHER_HANDLING_SINGLE);

const edition: Edition = {
  id: '2019',
  name: '2019年版（国办公开办函〔2019〕60号）',
  basis: '国办公开办函〔2019〕60号',
  years: { from: 2019, to: 2020 },
  sections: SECTIONS,
  tables: [tableTwo, three, TABLE_FOUR],
  identities: identitiesOf(three),
  markers: ['本年新制作数量', '本年新公开数量', '对外公开总数量', '上一年项目数量', '本年增/减', '政府集中采购', '其他对外管理服务事项'],
};
export default edition;
