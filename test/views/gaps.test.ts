// What was not judged: sorted by what can be done about it, with nothing left out.
import { describe, expect, it } from 'vitest';
import { GAP_WORDS, kindOfDoubt, kindOfReason } from '../../src/app/gaps/gap-words.ts';
import { gapsOf } from '../../src/app/gaps/gaps.ts';
import type { GapItem } from '../../src/app/gaps/gaps.ts';
import type { GapKind } from '../../src/app/gaps/gap-words.ts';
import { check } from '../../src/core/check/index.ts';
import { specimen, withoutTable } from '../../src/core/check/examples/specimen.ts';
import { editionById, keysOf } from '../../src/core/form/index.ts';
import { failure } from '../../src/core/model/outcome.ts';
import { keyName } from '../../src/views/place-words.ts';
import type { Fact, Report } from '../../src/core/model/report.ts';

const at = { block: 1, row: 2, column: 3 };
const fact = (key: string, more: Partial<Fact> = {}): Fact => ({
  key,
  value: 1,
  raw: '1',
  writing: 'plain',
  at,
  certainty: 'sure',
  ...more,
});
const keys = keysOf(editionById('2021'));

function report(facts: readonly Fact[], more: Partial<Report> = {}): Report {
  return {
    facts,
    edition: '2021',
    notes: [],
    sections: [],
    tables: [],
    blocks: [],
    yearSources: [],
    year: 2023,
    ...more,
  } as unknown as Report;
}
const full = keys.map((key) => fact(key));
const gaps = (given: Partial<Parameters<typeof gapsOf>[0]>) =>
  gapsOf({ report: report(full), checks: [], notes: [], partFailures: [], ...given });

describe('what was not judged', () => {
  it('is nothing where every cell is sure and every check has a verdict', () => {
    expect(gaps({ checks: [{ rule: 'R-INT', keys: [], result: 'passed' }] })).toEqual([]);
  });

  it('names absent tables, rows and cells, each once', () => {
    const absent = new Set(
      keys.filter((key) => key.startsWith('t4.') || key.startsWith('t3.newReceived.') || key === 't3.carriedIn.legal'),
    );
    const [group] = gaps({ report: report(full.filter(({ key }) => !absent.has(key))) });
    expect(group).toMatchObject({ kind: 'absent', count: absent.size });
    expect(group!.items.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^表三.*整行 7 格$/),
      expect.stringMatching(/^表三.*法律服务机构$/),
      '表四：整张表 15 格',
    ]);
  });

  it('tells cells that could not be placed from those that were guessed, with a place to look at', () => {
    const facts = full.map((each) =>
      each.key.startsWith('t3.newReceived.')
        ? { ...each, certainty: 'doubtful' as const, writing: 'unplaced' as const, value: null, raw: '3' }
        : each.key === 't3.carriedIn.total'
          ? { ...each, certainty: 'doubtful' as const }
          : each,
    );
    const found = gaps({ report: report(facts) });
    expect(found.map(({ kind, count }) => [kind, count])).toEqual([
      ['unplaced', 7],
      ['doubtful', 1],
    ]);
    expect(found[0]!.items[0]!.at).toEqual(at);
    // A whole row is told by its numbers, in the order of the columns; a single cell by its name.
    expect(found[0]!.items[0]!.text).toBe(`表三“一、本年新收政府信息公开申请数量”：整行 7 格（${Array(7).fill('印作“3”').join('、')}）`);
    expect(found[1]!.items[0]!.text).toBe('表三“二、上年结转政府信息公开申请数量”总计（1）');
  });

  it('joins checks with the same reason, and keeps every check', () => {
    const found = gaps({
      checks: [
        { rule: 'R-3-ROW-SUM', keys: ['a'], result: 'notAssessed', why: '没有找到表三。' },
        { rule: 'R-INT', keys: ['a', 'b'], result: 'notAssessed', why: '没有找到表三。' },
        { rule: 'R-NEG', keys: ['c'], result: 'notAssessed', why: '这里的事谁也没有想到。' },
        { rule: 'R-NEG', keys: ['d'], result: 'doubtful', why: '没有找到表三。' },
        { rule: 'R-NEG', keys: ['e'], result: 'notAssessed' },
      ],
    });
    expect(found.map(({ kind, count }) => [kind, count])).toEqual([
      ['doubtful', 1],
      ['notFound', 2],
      ['other', 2],
    ]);
    expect(found[1]!.items).toEqual([{ text: '没有找到表三。', count: 2, at: null, rules: ['R-3-ROW-SUM', 'R-INT'], keys: ['a', 'b'] }]);
  });

  it('says as one what holds for many cells of a table, each of them still to be seen and counted', () => {
    const { checks } = check(specimen({ sections: (standard) => withoutTable(standard, 't3') }));
    const unjudged = checks.filter(({ result, aside }) => (result === 'notAssessed' || result === 'doubtful') && !aside);
    const found = gaps({ checks: unjudged }).filter(({ kind }) => kind !== 'absent');
    const items = found.flatMap((group) => group.items);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(unjudged.length);
    const many = items.filter(({ parts }) => parts);
    expect(many.map(({ text }) => text)).toEqual([expect.stringMatching(/^表三有 \d\d 处单元格没有找到。$/)]);
    expect(items.length).toBeLessThan(12);
    const [{ parts, count, rules, keys: cells }] = many as [GapItem];
    expect(parts!.length).toBeGreaterThan(20);
    expect(parts!.reduce((sum, each) => sum + each.count, 0)).toBe(count);
    for (const part of parts!) {
      expect(part.text).toMatch(/^未找到表三“.+”。$/);
      expect(rules).toEqual(expect.arrayContaining([...part.rules]));
      expect(cells).toEqual(expect.arrayContaining([...part.keys]));
    }
  });

  it('says as one what is unsure of many rows of a table, each of them still to be seen, counted and looked at', () => {
    const facts = full.map((each) => (each.key.startsWith('t3.') ? { ...each, certainty: 'doubtful' as const } : each));
    const found = gaps({ report: report(facts) });
    const cells = facts.filter(({ certainty }) => certainty === 'doubtful').length;
    expect(found.map(({ kind, count, items }) => [kind, count, items.length])).toEqual([['doubtful', cells, 1]]);
    const { text, parts, at: place, keys: named } = found[0]!.items[0]!;
    expect(text).toBe(`表三有 ${cells / 7} 行共 ${cells} 格的位置存疑。`);
    expect([place, named.length, parts!.length]).toEqual([at, cells, cells / 7]);
    for (const part of parts!)
      expect([part.at, part.count, part.text]).toEqual([at, 7, expect.stringMatching(/^表三“[^“”]+”：整行 7 格（/)]);
  });

  it('says few cells one by one, and never puts tables or reasons together', () => {
    const why = [
      '未找到表三“甲”的“总计”。',
      '表三“甲”的“乙”空白。',
      '表四“甲·乙”的位置不能确定。',
      '未找到表四“丙”。',
      '表三的“x”不是数字。',
    ];
    const checks = why.flatMap((each) =>
      [1, 2, 3].map((n) => ({ rule: 'R-INT', keys: [], result: 'notAssessed' as const, why: each.replace('甲', `甲${n}`) })),
    );
    for (const { items } of gaps({ checks })) for (const { parts } of items) expect(parts).toBeUndefined();
  });

  it('lists what of the file was not read, once', () => {
    const note = { code: 'x', message: '有一张图片没有读取。', weight: 'caution' } as const;
    const found = gaps({
      report: report(full, { notes: [note] }),
      notes: [note, { code: 'y', message: '编码按 GBK 读取。' }],
      partFailures: [failure('附件.pdf', 'unsupported')],
    });
    expect(found).toMatchObject([{ kind: 'unread', count: 2 }]);
  });

  it('lists numbers of the text that were compared with nothing, by reason', () => {
    const blocks = [{ kind: 'paragraph', text: '全年通过政府网站公开信息142条，举办培训3次。' }] as const;
    const found = gaps({ report: report(full, { blocks }) });
    expect(found.map(({ kind }) => kind)).toEqual(['statement']);
    expect(found[0]!.items.map(({ text }) => text).join()).toContain('142条');
    expect(found[0]!.items[0]!.at).toMatchObject({ block: 0 });
  });

  it('does not say that cells are absent where the edition is not known', () => {
    expect(gaps({ report: report([], { edition: 'unknown' }) })).toEqual([]);
  });

  it('says for every kind what to do', () => {
    for (const { title, advice } of Object.values(GAP_WORDS)) expect([title.length > 3, advice.length > 10]).toEqual([true, true]);
  });
});

describe('what a key is called', () => {
  const names: readonly (readonly [string, string | null])[] = [
    ['t3.newReceived.natural', '表三“一、本年新收政府信息公开申请数量”自然人'],
    ['t3.newReceived', '表三“一、本年新收政府信息公开申请数量”'],
    ['t2', '表二'],
    ['s6', '六、其他需要报告的事项'],
    ['title', null],
  ];
  it.each(names)('%s is %s', (key, name) => expect(keyName(key)).toBe(name));
  it('names the columns of table three', () => expect(keyName('t3.*.legal')).toMatch(/^表三“.*”列$/));
});

describe('the kind of a reason', () => {
  const kinds: readonly (readonly [string, GapKind])[] = [
    ['规则运行出错', 'broken'],
    ['本规则适用于2021年版格式，本报告为“新旧格式混用”。', 'edition'],
    ['这些单元格填的不是数字。', 'notNumber'],
    ['这些单元格的位置不能确定。', 'doubtful'],
    ['表三“（七）总计”空白，不与各项之和比较。', 'blank'],
    ['没有读到表四的数据行。', 'notFound'],
    ['统计期限“2023年”的数字粘连或缺失，无法确定。', 'date'],
    ['未找到表三“四、结转下年度继续办理”的“自然人”。', 'notFound'],
    ['未找到表三“3.危及“三安全一稳定””的“年度”。', 'notFound'],
    ['认出的部分太少，无法判断是否缺表。', 'notFound'],
    ['2019年以前的旧格式不在校验范围。', 'edition'],
    ['单位性质不能确定，不知道是否适用。', 'organ'],
    ['没有确定是哪个单位的报告，无法判断自称。', 'organ'],
    ['标题没有写明单位，无从比较。', 'organ'],
    ['正文“全市收到申请90件”与表三“本年新收”总计9件不等：说的是全市、全县等更大的范围，与本表的范围可能不同。', 'unequal'],
    ['正文中的数字超过1000处，之后的没有与表格核对。', 'limit'],
    ['同类问题已列出300处，其余没有列出。', 'limit'],
    ['别的原因。', 'other'],
  ];
  it.each(kinds)('of %s is %s', (why, kind) => expect(kindOfReason(why)).toBe(kind));
  it('of a doubt is its cells, unless something may have been lost', () => {
    expect(kindOfDoubt('单元格的位置不能确定，所有对位方式都不相等。')).toBe('doubtful');
    expect(kindOfDoubt('文字在句子中间或表格里结束，后面的部分可能丢失。')).toBe('notFound');
  });
});
