// Reports of years before the form was handed out: they have parts of their own and no official table.
import { describe, expect, it } from 'vitest';
import { understood } from './understood.ts';

const text = (year: number): string =>
  [
    `云溪县水利局${year}年政府信息公开工作年度报告`,
    '一、概述',
    `${year}年，我局认真做好政府信息公开工作，完善公开目录，规范发布流程。`,
    '二、主动公开政府信息情况',
    '全年主动公开政府信息206条。',
    '三、政府信息依申请公开工作情况',
    '全年未收到申请。',
    '四、因政府信息公开申请行政复议、提起行政诉讼的情况',
    '全年未发生。',
    '五、主要问题和改进措施',
    '公开的及时性有待提高，下一步加强培训。',
  ].join('\n\n');

describe('a report without the official tables', () => {
  it('of 2018 is of the time before the form', async () => {
    expect((await understood(text(2018), '报告.txt'))[0]!.edition).toBe('pre2019');
  });

  it('of 2023 lacks them', async () => {
    expect((await understood(text(2023), '报告.txt'))[0]!.edition).toBe('unknown');
  });
});
