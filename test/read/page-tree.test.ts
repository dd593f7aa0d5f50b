// The tree of a page is parse5's own, whichever way its tokens came: compared on plain, odd and mutated markup.
import { defaultTreeAdapter, parse, serialize } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { expect, it } from 'vitest';
import { parsePage } from '../../src/core/read/page-tree.ts';
import { fc, runs } from '../property.ts';

const KEPT = /^(?:style|hidden|role|class|id|name|content|src|data|open|width|height|alt|type|value|href|colspan|rowspan)$/;

/** The tree as text, without the attributes that nobody asks for. */
function shown(document: DefaultTreeAdapterTypes.Document): string {
  const stack: DefaultTreeAdapterTypes.Node[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('attrs' in node)
      node.attrs = node.attrs.filter(({ name, namespace }) => !namespace && KEPT.test(name)).map(({ name, value }) => ({ name, value }));
    if ('childNodes' in node) stack.push(...node.childNodes);
    if ('content' in node) stack.push(node.content);
  }
  return serialize(document);
}

function same(source: string): void {
  expect(shown(parsePage(source, defaultTreeAdapter))).toBe(shown(parse(source)));
}

it.each([
  '<!DOCTYPE html><html><head><title>a &amp; b &ldquo;c&rdquo; <p></title><style>p{a:"</p>"}</style></head><body class=x CLASS=y><p ID="a&amp;b">甲<br/>乙',
  '<!doctype html public "-//W3C//DTD HTML 4.01//EN"><table><p>甲<table>',
  '<p>a < b <3 & c &nbsp;&#12289;&notit;&amp <!-- <p> --> <!----><!--> --><!---> x --><!-- a --!> b --><?xml version="1.0"?><!x><![if a]><![endif]></><//a>',
  '<p a=1/ b = "2>" c=\'3"\' d= e=5><td/><img src=a/><br/ x>',
  '<pre>\n\n甲</pre><pre>&#10;甲</pre><textarea>\n<b>乙</b></textarea ><listing>\r\n丙',
  '<script>if (a < b) "</scrip>"</script><script><!-- <script></script> --></script>甲<style></STYLE >乙',
  '<svg><title>a<p>b</svg><math><mi>x<![CDATA[<b>]]></math><![CDATA[c]]><svg viewbox=1 xlink:href=a/><path d="x"/></svg>',
  '<b a=1><b a=2><b a=3><b a=4><b a=1>甲<p>乙</b>丙<a href=1>丁<a href=2>戊<font color=red><font color=red><table>己</font>',
  '<frameset><frame src=a> 甲 乙 </frameset> 丙',
  '<plaintext><p>甲',
  '<noscript><p>甲</noscript><iframe><p></iframe><xmp><p></xmp><select><option>甲<select><input type=hidden><table><input TYPE=Hidden></table>',
  '<html lang=zh><body id=a><html class=b><body id=c style=d><template><tr><td>甲</template>',
  '甲\0乙<p>\0',
  '<p class="甲',
  '<',
  '</',
  '<!',
  '<!doctype',
  '<!doctype x y>甲<p>',
  '<title>甲',
  '<a =b=c "d\'e <f>',
  '',
])('%s', same);

it('for any mixture of pieces', () => {
  const piece = fc.constantFrom(
    ...'< > / = " \' & ! ? - -- --> <!-- <!--> --!> <!doctype html> <!doctype <![CDATA[ ]]> <?a> </ /> &nbsp; &amp &lt; &#x4e00; &hellip; &x;'.split(
      ' ',
    ),
    ...'<p> <P CLASS=A> </p> <br> </br> <b id=1> </b> <a href="#x"> </a> <table> <tr> <td colspan=2> </td> </table> <caption>'.split(' '),
    ...'<script> </script> <style> </style> <title> </title> <textarea> </textarea> <pre> <svg> </svg> <math> <template>'.split(' '),
    ...'<select> <option> <frameset> <noscript> <input/type=hidden> <colgroup> <html/class=q> <font/color=r> <body> <head>'.split(' '),
    ...[' ', '\n', '\t', '\r\n', '\f', '甲', '2023', 'x', '\u00a0', '\ufeff', '𠮷', '\0'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => same(pieces.join(''))),
    { numRuns: runs(3000) },
  );
});
