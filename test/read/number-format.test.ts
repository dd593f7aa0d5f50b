// Numbers as a spreadsheet shows them.
import { describe, expect, it } from 'vitest';
import { builtInFormat, isRounded, numberWriter } from '../../src/core/read/number-format.ts';
import { fc, runs } from '../property.ts';

const shown = (code: string, value: number, from1904 = false) => numberWriter(code, from1904)(value);

describe('formats of numbers', () => {
  it.each([
    ['General', 1286, '1286'],
    ['General', 120.3456, '120.3456'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', -1.005, '-1.005'],
    ['General', 1234.567891234, '1234.567891'],
    ['General', 123456789012, '123456789012'],
    ['General', 0, '0'],
    ['General', -8.88178419700125e-16, '-8.88178E-16'],
    ['G/通用格式', 12.5, '12.5'],
    ['G/通用格式"件"', 12, '12件'],
    ['0', 12.5, '13'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -0.001, '0.00'],
    ['0.00', -12.345, '-12.35'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00', 1234.5, '1,234.50'],
    ['#,##0', 0, '0'],
    ['#', 0, ''],
    ['.00', 1.2917, '1.29'],
    ['0.####', 120.3456, '120.3456'],
    ['0.####', 120, '120'],
    ['000', 7, '007'],
    ['0.000000000000000', 333891.23010253906, '333891.230102539000000'],
    ['0%', 0.125, '13%'],
    ['0.00%', 0.12345, '12.35%'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['0,', 1234567, '1235'],
    ['0"件"', 12, '12件'],
    ['"¥"#,##0.00', 1234.5, '¥1,234.50'],
    ['[$¥-804]#,##0', 1234, '¥1,234'],
    ['0_);(0)', -12, '(12)'],
    ['0.00_);[Red](0.00)', -1.5, '(1.50)'],
    ['0;-0;;@', 0, ''],
    ['0;-0;"无"', 0, '无'],
    ['[>=1000]0"千";0', 1500, '1500千'],
    ['[>=1000]0"千";0', 15, '15'],
    ['# ?/?', 0.5, '0.5'],
    ['@', 3, '3'],
    ['_-* #,##0_-', 1234, '1,234'],
  ] as const)('%s of %d is %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  it.each([
    ['yyyy-mm-dd', 45291, '2023-12-31'],
    ['yyyy"年"m"月"d"日"', 45291, '2023年12月31日'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45291, '二〇二三年十二月三十一日'],
    ['yy/m/d', 45292, '24/1/1'],
    ['dddd, mmmm d', 45291, 'Sunday, December 31'],
    ['aaaa', 45291, '星期日'],
    ['h:mm:ss', 0.5, '12:00:00'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['上午/下午h"时"mm"分"', 0.25, '上午6时00分'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss.0', 0.0001, '00:08.6'],
    ['d.m.yyyy', 60, '29.2.1900'],
    ['d.m.yyyy', 61, '1.3.1900'],
    ['d.m.yyyy', 59, '28.2.1900'],
    ['d.m.yyyy', 0, '0.1.1900'],
    ['yyyy-m-d', -5, '-5'],
    ['yyyy-m-d h:mm', 45290.99999999, '2023-12-31 0:00'],
  ] as const)('%s of day %d is %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  it('days counted from 1904, and formats known by number', () => {
    expect(shown('yyyy-mm-dd', 0, true)).toBe('1904-01-01');
    expect(shown(builtInFormat(31), 45291)).toBe('2023年12月31日');
    expect(shown(builtInFormat(14), 45291)).toBe('2023/12/31');
    expect(shown(builtInFormat(3), 1286)).toBe('1,286');
    expect(builtInFormat(9999)).toBe('General');
  });

  it('tells where decimals are not shown', () => {
    expect(isRounded(120.3456, '120.35')).toBe(true);
    expect(isRounded(0.1234, '12.3%')).toBe(true);
    expect(isRounded(1286, '1,286')).toBe(false);
    expect(isRounded(0.1 + 0.2, '0.3')).toBe(false);
    expect(isRounded(45291, '2023年12月31日')).toBe(false);
    expect(isRounded(0, '')).toBe(false);
  });

  it('any code and any number give a text in no time', () => {
    const code = fc.oneof(fc.string(), fc.stringMatching(/^[0#?.,%;@ymdhsaeE+\-[\]"\\_*/ ]{0,40}$/));
    fc.assert(
      fc.property(code, fc.oneof(fc.double(), fc.integer()), (format, value) => {
        expect(typeof shown(format, value)).toBe('string');
      }),
      { numRuns: runs(2000) },
    );
  });

  it('whole numbers keep all their digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (value) => {
        expect(shown('General', value)).toBe(String(value));
        expect(shown('#,##0', value).replace(/,/g, '')).toBe(String(value));
        expect(shown('0.00', value)).toBe(`${value}.00`);
      }),
    );
  });
});
