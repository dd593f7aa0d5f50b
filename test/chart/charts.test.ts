// What a person reads off the charts: right numbers, and gaps where nothing can be said.
import { describe, expect, it } from 'vitest';
import type { ChartReport, Drawn } from '../../src/chart/chart.ts';
import { charts } from '../../src/chart/index.ts';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';

const chart = (id: string) => charts.find((each) => each.id === id)!;
const outcome = chart('requests-by-outcome');
const years = chart('unit-over-years');

function report(year: number | null, options: SpecimenOptions = {}): ChartReport {
  return { organ: '云溪县水利局', year, report: specimen({ ...(year === null ? {} : { year }), ...options }) };
}

/** The drawing, which must be there. */
function drawn(drawing: ReturnType<typeof outcome.build>): Drawn {
  if (!drawing.ok) throw new Error(drawing.why);
  return drawing;
}

/** Totals as printed in a lively year; every other cell of table three is 0. */
const cells = {
  t3: 0,
  't3.r.granted.total': 7,
  't3.r.partial.total': 2,
  't3.r.denied.lawProhibited.total': 1,
  't3.r.denied.thirdParty.total': 2,
  't3.r.unable.notHeld.total': 4,
  't3.r.refused.duplicate.total': 1,
  't3.r.otherHandling.misc.total': 3,
};

describe('every chart', () => {
  it('says what it is and which question it answers', () => {
    expect(charts.length).toBeGreaterThanOrEqual(2);
    expect(new Set(charts.map((each) => each.id)).size).toBe(charts.length);
    for (const each of charts) {
      expect(each.title).toMatch(/[一-鿿]/);
      expect(each.question).toMatch(/？$/);
    }
  });

  it('gives a sentence instead of a picture where there is nothing to draw', () => {
    for (const each of charts) {
      const drawing = each.build([]);
      expect(drawing.ok).toBe(false);
      if (!drawing.ok) expect(drawing.why).toMatch(/。$/);
    }
  });

  it('has every number of the picture in its table', () => {
    for (const each of charts) {
      const drawing = drawn(each.build([report(2022, { cells }), report(2023, { cells })]));
      const printed = drawing.table.rows.flat();
      for (const row of drawing.table.rows) expect(row).toHaveLength(drawing.table.head.length);
      for (const dataset of drawing.configuration.data.datasets) {
        for (const value of dataset.data) if (value !== null) expect(printed).toContain(String(value));
      }
    }
  });
});

describe('requests by outcome', () => {
  it('adds up the rows of each group, for one report as one bar each', () => {
    const drawing = drawn(outcome.build([report(2023, { cells })]));
    expect(drawing.configuration.data.labels).toEqual(['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理', '结转下年']);
    expect(drawing.configuration.data.datasets).toHaveLength(1);
    expect(drawing.configuration.data.datasets[0]!.data.slice(0, 6)).toEqual([7, 2, 3, 4, 1, 3]);
    expect(drawing.cautions).toEqual([]);
  });

  it('stacks the years, oldest first', () => {
    const drawing = drawn(outcome.build([report(2023, { cells }), report(2021)]));
    expect(drawing.configuration.data.labels).toEqual(['2021 年', '2023 年']);
    expect(drawing.configuration.data.datasets[0]!.label).toBe('予以公开');
    expect(drawing.configuration.data.datasets[0]!.data[1]).toBe(7);
  });

  it('reads the single row of the form of 2019', () => {
    const drawing = drawn(outcome.build([report(2020, { edition: '2019', cells: { 't3.r.otherHandling.total': 9 } })]));
    expect(drawing.configuration.data.datasets[0]!.data[5]).toBe(9);
  });

  it('leaves a gap where a row was not read, and says so', () => {
    const drawing = drawn(outcome.build([report(2023, { cells, missing: ['t3.r.denied.adminQuery'] })]));
    expect(drawing.configuration.data.datasets[0]!.data[2]).toBeNull();
    expect(drawing.table.rows[0]![3]).toBe('未读到');
    expect(drawing.cautions.join()).toContain('“不予公开”');
    expect(drawing.cautions.join()).toContain('不按 0 计');
  });

  it('leaves a gap where a cell is blank, and counts a blank among numbers as 0, saying both', () => {
    const blank = drawn(outcome.build([report(2023, { cells, blank: ['t3.r.granted.total'] })]));
    expect(blank.configuration.data.datasets[0]!.data[0]).toBeNull();
    expect(blank.table.rows[0]![1]).toBe('空');
    const partly = drawn(outcome.build([report(2023, { cells, blank: ['t3.r.denied.stateSecret.total'] })]));
    expect(partly.configuration.data.datasets[0]!.data[2]).toBe(3);
    expect(partly.cautions.join()).toContain('相加时按 0 计');
  });

  it('says which numbers are doubtful', () => {
    const drawing = drawn(outcome.build([report(2023, { cells, doubtful: ['t3.r.partial.total'] })]));
    expect(drawing.table.rows[0]![2]).toBe('2（存疑）');
    expect(drawing.cautions.join()).toContain('存疑');
  });
});

describe('one unit over years', () => {
  it('needs two years', () => {
    const drawing = years.build([report(2023)]);
    expect(drawing).toMatchObject({ ok: false });
  });

  it('leaves a gap for a year without report, never 0', () => {
    const drawing = drawn(years.build([report(2021, { cells }), report(2023, { cells })]));
    expect(drawing.configuration.data.labels).toEqual(['2021 年', '2022 年', '2023 年']);
    for (const dataset of drawing.configuration.data.datasets) expect(dataset.data[1]).toBeNull();
    expect(drawing.table.rows[1]).toEqual(['2022 年', '没有该年报告', '没有该年报告', '没有该年报告']);
    expect(drawing.cautions.join()).toContain('没有 2022 年的报告');
  });

  it('takes the later of two reports of a year and says so', () => {
    const drawing = drawn(
      years.build([
        report(2022),
        report(2023, { cells: { 't3.newReceived.total': 5 } }),
        report(2023, { cells: { 't3.newReceived.total': 6 } }),
      ]),
    );
    expect(drawing.configuration.data.datasets[0]!.data[1]).toBe(6);
    expect(drawing.cautions.join()).toContain('2023 年有 2 份报告');
  });

  it('does not place a report whose year is not known', () => {
    const drawing = drawn(years.build([report(2022), report(2023), report(null)]));
    expect(drawing.configuration.data.labels).toHaveLength(2);
    expect(drawing.cautions.join()).toContain('年度未能确定');
  });
});
