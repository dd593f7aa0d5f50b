// What lies on the clipboard as html: headers go, and pictures are no words.
import { describe, expect, it } from 'vitest';
import { htmlFragment, saysSomething } from '../../src/app/incoming/clipboard-html.ts';

describe('html from the clipboard', () => {
  it('loses the header of byte counts and nothing else', () => {
    const header = 'Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nStartFragment:0000000141\r\nEndFragment:0000000264\r\n';
    expect(htmlFragment(`${header}<html><body>甲</body></html>`)).toBe('<html><body>甲</body></html>');
    expect(htmlFragment('<p>Version:1 甲</p>')).toBe('<p>Version:1 甲</p>');
    expect(htmlFragment('')).toBe('');
  });

  it('has something to say only with words in it', () => {
    expect(saysSomething('<table><tr><td>5</td></tr></table>')).toBe(true);
    for (const html of [
      '',
      ' \n',
      '<meta charset="utf-8"><img src="a.png" alt="年报">',
      '<html><head><style>td { color: red }</style><title>图</title></head><body><!--StartFragment--><img><!--EndFragment-->&nbsp;</body></html>',
      '<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><p>&nbsp;</p>',
    ]) {
      expect(saysSomething(html), html).toBe(false);
    }
  });
});
