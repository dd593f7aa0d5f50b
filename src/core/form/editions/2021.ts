// 国办公开办函〔2021〕30号: the form for report years since 2021.
import type { ColumnForm, Edition, TableForm } from '../edition.ts';
import { OTHER_HANDLING_DETAILED, SECTIONS, TABLE_FOUR, articleTwenty, identitiesOf, tableThree } from '../shared-tables.ts';

const decisions: ColumnForm = { key: 'decisions', label: '本年处理决定数量', unit: '件' };

const tableTwo: TableForm = {
  id: 't2',
  name: '表二',
  section: 's2',
  blocks: [
    articleTwenty(
      1,
      [
        { key: 'issued', label: '本年制发件数', unit: '件' },
        { key: 'repealed', label: '本年废止件数', unit: '件' },
        { key: 'inForce', label: '现行有效件数', unit: '件' },
      ],
      [
        { key: 'rules', label: '规章' },
        { key: 'normative', label: '行政规范性文件', aliases: [{ text: '规范性文件', severity: 'hint' }] },
      ],
    ),
    articleTwenty(5, [decisions], [{ key: 'licensing', label: '行政许可' }]),
    articleTwenty(
      6,
      [decisions],
      [
        { key: 'penalty', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    ),
    articleTwenty(
      8,
      [{ key: 'amountWan', label: '本年收费金额（单位：万元）', unit: '万元', decimal: true }],
      [{ key: 'fee', label: '行政事业性收费' }],
    ),
  ],
};
const three = tableThree(OTHER_HANDLING_DETAILED);

const edition: Edition = {
  id: '2021',
  name: '2021年版（国办公开办函〔2021〕30号）',
  basis: '国办公开办函〔2021〕30号',
  years: { from: 2021, to: null },
  sections: SECTIONS,
  tables: [tableTwo, three, TABLE_FOUR],
  identities: identitiesOf(three),
  markers: ['本年制发件数', '本年废止件数', '现行有效件数', '本年收费金额', '逾期不补正', '逾期未按收费通知', '逾期不缴费'],
};
export default edition;
