// 河南: the province's reporting system prints a shorter ground of refusal and asks for four decimals of amounts.
import type { Region } from '../region.ts';

const region: Region = {
  id: 'henan',
  name: '河南省',
  labels: [{ key: 't3.r.denied.lawProhibited', text: '其他法律法规禁止公开' }],
  unitNotes: [
    { key: 't2.art20_8.*.amountWan', note: '（单位：万元，保留4位小数）' },
    { key: 't2.art20_9.*.amountWan', note: '（单位：万元，保留4位小数）' },
  ],
  headings: [],
  note: '据2020、2021年度各市、县公开的年报：表三印“其他法律法规禁止公开”，金额栏注明“保留4位小数”。“社会组织”不是统一印制的写法，仍会提示。',
};
export default region;
