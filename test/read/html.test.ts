// Pages: their text, their tables with spans, what is not shown.
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/core/model/document.ts';
import { brief, gridOf, readDocument } from './reading.ts';

const page = (body: string, head = '') => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const blocksOf = async (body: string) => brief((await readDocument(page(body), 'a.html')).blocks);
const tableOf = async (body: string, index = 0) => {
  const { blocks } = await readDocument(page(body), 'a.html');
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
  return tables[index] as TableBlock;
};

describe('text of a page', () => {
  it('keeps headings, paragraphs and line breaks in reading order', async () => {
    expect(await blocksOf('<h1>甲县年报</h1><p>第一段<br>第二段</p><div>第三段<p>第四段</p>尾</div><ul><li>项一<li>项二</ul>')).toEqual([
      '# 甲县年报',
      '第一段',
      '第二段',
      '第三段',
      '第四段',
      '尾',
      '项一',
      '项二',
    ]);
  });

  it('joins inline elements without spaces and turns no-break spaces into plain ones', async () => {
    expect(await blocksOf('<p>共<b>1</b><span>2</span>件，<font>其中</font>&nbsp;3件</p>')).toEqual(['共12件，其中 3件']);
  });

  it('joins Chinese lines that the source wraps, and keeps a space between words and numbers', async () => {
    expect(await blocksOf('<p>甲县人民政府\n  信息公开\n2023 年\n度 报告</p>')).toEqual(['甲县人民政府信息公开 2023 年度 报告']);
  });

  it('removes zero-width characters and keeps full-width ones', async () => {
    expect(await blocksOf('<p>\ufeff甲\u200b县１２件\u00ad</p>')).toEqual(['甲县１２件']);
  });

  it('leaves out what is not shown', async () => {
    const hidden =
      '<script>var a="甲"</script><style>p{}</style><noscript>乙</noscript><template>丙</template><p hidden>丁</p><p style="display: none">戊</p>' +
      '<span style="mso-hide:all">己</span><!--[if gte mso 9]><p>庚</p><![endif]--><p>留<del>删</del><ins>增</ins><o:p></o:p></p>';
    expect(await blocksOf(hidden)).toEqual(['留增']);
  });

  it('keeps list numbers that Word writes between conditional marks', async () => {
    expect(await blocksOf('<p class=MsoNormal><![if !supportLists]><span>一、<span>&nbsp;</span></span><![endif]>总体情况</p>')).toEqual([
      '一、 总体情况',
    ]);
  });

  it('keeps the base of ruby and drops the reading', async () => {
    expect(await blocksOf('<p><ruby>汉<rp>(</rp><rt>han</rt><rp>)</rp></ruby>字</p>')).toEqual(['汉字']);
  });

  it('takes bold paragraphs as paragraphs, a heading of two lines as one, and a heading around a whole text as paragraphs', async () => {
    expect(await blocksOf('<p><b>一、总体情况</b></p><h2>甲县人民政府<br>2023年年度报告</h2>')).toEqual([
      '一、总体情况',
      '## 甲县人民政府2023年年度报告',
    ]);
    const long = '公开工作情况说明'.repeat(20);
    expect(await blocksOf(`<h3>${long}<br>${long}</h3>`)).toEqual([long, long]);
  });

  it('says where a picture stands, and skips icons', async () => {
    expect(await blocksOf('<p>表格如下</p><p><img src="t.png" alt="表三"></p><img src="i.gif" width="16" height="16"><p>完</p>')).toEqual([
      '表格如下',
      '[表三]',
      '完',
    ]);
  });

  it('reads preformatted text by lines', async () => {
    expect(await blocksOf('<pre>甲\t1\t2\n乙\t3\t4\n\n说明</pre>')).toEqual([['甲¦1¦2', '乙¦3¦4'], '说明']);
  });

  it('takes the title of the content system before that of the page', async () => {
    const document = await readDocument(
      page('<p>文</p>', '<title>甲_乙网</title><meta name="ArticleTitle" content="甲县2023年报告">'),
      'a.html',
    );
    expect(document.metaTitle).toBe('甲县2023年报告');
    expect((await readDocument(page('<p>文</p>', '<title>甲_乙网</title>'), 'a.html')).metaTitle).toBe('甲_乙网');
  });

  it('says that a page shows another file', async () => {
    const document = await readDocument(page('<p>见附件</p><iframe src="/files/2023.pdf"></iframe>'), 'a.html');
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'frame-left-out', weight: 'caution' }));
  });
});

describe('tables of a page', () => {
  it('finds the grid column of every cell under spans', async () => {
    const table = await tableOf(
      '<table><tr><td rowspan=2 colspan=2>项</td><td colspan=3>人</td></tr><tr><td>甲</td><td>乙</td><td>丙</td></tr>' +
        '<tr><td rowspan=2>组</td><td>一</td><td>1</td><td>2</td><td>3</td></tr><tr><td>二</td><td>4</td><td>&nbsp;</td><td>6</td></tr></table>',
    );
    expect(table.geometry).toBe('grid');
    expect(gridOf(table)).toEqual([
      ['项', '←', '人', '←', '←'],
      ['↑', '↑', '甲', '乙', '丙'],
      ['组', '一', '1', '2', '3'],
      ['↑', '二', '4', '', '6'],
    ]);
  });

  it('lets rowspan=0 reach to the end of its group and no cell beyond it', async () => {
    const table = await tableOf(
      '<table><thead><tr><td rowspan=9>头</td><td>一</td></tr></thead><tbody><tr><td rowspan=0>体</td><td>1</td></tr><tr><td>2</td></tr></tbody><tfoot><tr><td>尾</td><td>3</td></tr></tfoot></table>',
    );
    expect(gridOf(table)).toEqual([
      ['头', '一'],
      ['体', '1'],
      ['↑', '2'],
      ['尾', '3'],
    ]);
  });

  it('keeps a span over a cell that holds a table', async () => {
    const table = await tableOf(
      '<table><tr><td rowspan=3>组<table><tbody><tr><td>注</td></tr></tbody></table></td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>',
    );
    expect(gridOf(table)).toEqual([
      ['组注', '1'],
      ['↑', '2'],
      ['↑', '3'],
    ]);
  });

  it('steps over cells that come down from above and lets spans overlap as browsers do', async () => {
    const table = await tableOf('<table><tr><td>a</td><td rowspan=2>b</td><td>c</td></tr><tr><td colspan=2>d</td><td>e</td></tr></table>');
    expect(table.rows[1]?.cells.map((cell) => [cell.text, cell.column])).toEqual([
      ['d', 0],
      ['e', 2],
    ]);
  });

  it('leaves out grid columns and rows in which no cell starts', async () => {
    const table = await tableOf(
      '<table><tr><td colspan=40>题</td></tr><tr></tr><tr><td colspan=20>名称</td><td colspan=20>数</td></tr><tr><td colspan=20>甲</td><td colspan=20>1</td></tr></table>',
    );
    expect(gridOf(table)).toEqual([
      ['题', '←'],
      ['名称', '数'],
      ['甲', '1'],
    ]);
  });

  it('joins the lines of a cell, but never two numbers', async () => {
    const table = await tableOf(
      '<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br>机构</td></tr><tr><td><p>1</p><p>2</p></td><td>3</td></tr></table>',
    );
    expect(table.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['商业企业', '科研机构'],
      ['1\n2', '3'],
    ]);
  });

  it('reads layout tables in reading order, with the data tables inside as tables', async () => {
    const data = '<table><tr><td>名称</td><td>数</td></tr><tr><td>甲</td><td>1</td></tr></table>';
    const body = `<table><tr><td>首页 概况</td></tr><tr><td><table><tr><td><h1>甲县年报</h1><p>正文一</p>${data}<p>正文二</p></td></tr></table></td></tr></table>`;
    expect(await blocksOf(body)).toEqual(['首页 概况', '# 甲县年报', '正文一', ['名称¦数', '甲¦1'], '正文二']);
    const beside = `<table><tr><td>左栏</td><td><p>正文</p>${data}</td></tr></table>`;
    expect(await blocksOf(beside)).toEqual(['左栏', '正文', ['名称¦数', '甲¦1']]);
  });

  it('keeps a table of numbers whole when a cell holds a wrapper or another table', async () => {
    const inner = '<table><tr><td>明细</td><td>数</td></tr><tr><td>子</td><td>9</td></tr></table>';
    const body = `<table><tr><td>名称</td><td>一</td><td>二</td></tr><tr><td>甲</td><td><table><tr><td>1</td></tr></table></td><td>2</td></tr><tr><td>乙</td><td>3</td><td>4</td></tr><tr><td>丙${inner}</td><td>5</td><td>6</td></tr></table>`;
    expect(await blocksOf(body)).toEqual([
      ['名称¦一¦二', '甲¦1¦2', '乙¦3¦4', '丙¦5¦6'],
      ['明细¦数', '子¦9'],
    ]);
  });

  it('takes a single column of cells as paragraphs and a long row across all columns as a paragraph', async () => {
    expect(await blocksOf('<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>')).toEqual(['甲', '乙']);
    const prose = '本机关全年工作有序开展。'.repeat(8);
    const body = `<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr><tr><td colspan=2>${prose}</td></tr><tr><td>c</td><td>3</td></tr><tr><td>d</td><td>4</td></tr></table>`;
    expect(await blocksOf(body)).toEqual([['a¦1', 'b¦2'], prose, ['c¦3', 'd¦4']]);
  });

  it('reads the caption before the table, and numbers in input fields', async () => {
    expect(
      await blocksOf('<table><caption>表二</caption><tr><td>甲</td><td><input value="5"></td></tr><tr><td>乙</td><td>6</td></tr></table>'),
    ).toEqual(['表二', ['甲¦5', '乙¦6']]);
  });

  it('survives missing end tags and forms between rows', async () => {
    expect(await blocksOf('<table><form><tr><td>甲<td>1<tr><td>乙<td>2</form></table><p>后')).toEqual([['甲¦1', '乙¦2'], '后']);
  });
});

describe('chrome of a content system', () => {
  const chrome =
    '<div class="top"><a href="/">首页</a></div><nav><ul><li><a href="/a">概况</a></li><li><a href="/b">公开</a></li></ul></nav>' +
    '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/x">政府信息公开年报</a></div>';
  const foot =
    '<p>【打印本页】【关闭窗口】</p><p>上一篇：<a href="/1">甲县2022年年度报告</a></p><p>下一篇：没有了</p><div>分享到：</div>' +
    '<ul><li><a href="/19">2019年年度报告</a></li><li><a href="/20">2020年年度报告</a></li><li><a href="/21">2021年年度报告</a></li></ul>' +
    '<div class="footer"><p>版权所有：甲县人民政府办公室</p><p>甲ICP备05000000号</p></div>';

  it('is left out and counted; the date of publication stays', async () => {
    const document = await readDocument(
      page(
        `${chrome}<h1>甲县2023年政府信息公开工作年度报告</h1><p>发布时间：2024-01-20 浏览次数：12 字体：[大 中 小]</p><p>字体：大 中 小</p><p>一、总体情况</p>${foot}`,
      ),
      'a.html',
    );
    expect(brief(document.blocks)).toEqual([
      '首页',
      '# 甲县2023年政府信息公开工作年度报告',
      '发布时间：2024-01-20 浏览次数：12 字体：[大 中 小]',
      '一、总体情况',
    ]);
    const note = document.notes.find(({ code }) => code === 'P-NAV-NOISE');
    expect(note?.message).toMatch(/略去.*\d+行/);
    expect(note?.weight).toBeUndefined();
  });

  it.each([
    ['an unclosed nav that swallows the page', '<nav><p>一、总体情况</p><p>全年公开信息20条。比上年增加。</p>'],
    ['a page header with the title of the report', '<header><h1>甲县2023年政府信息公开工作年度报告</h1></header>'],
    [
      'a print area with the report',
      '<div id="print"><table><tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr></table></div>',
    ],
    [
      'a list of attachments',
      '<ul><li><a href="1.pdf">附件1</a></li><li><a href="2.pdf">附件2</a></li><li><a href="3.pdf">附件3</a></li></ul>',
    ],
    ['a table of contents', '<ul><li><a href="#1">总体情况</a></li><li><a href="#2">主动公开</a></li><li><a href="#3">其他</a></li></ul>'],
    ['a foot with the date of the document', '<div class="footer"><p>甲县人民政府</p><p>发布日期：2024年1月20日</p></div>'],
    ['sentences that begin like chrome', '<p>打印件同时报送县政府办公室。</p><p>关闭不合格新媒体账号2个。</p><p>上一年结转0件。</p>'],
  ])('keeps %s', async (_name, body) => {
    const document = await readDocument(page(body), 'a.html');
    expect(document.notes.filter(({ code }) => code === 'P-NAV-NOISE')).toEqual([]);
    expect(document.blocks.length).toBeGreaterThan(0);
  });

  it('reads a report that is hidden as a whole, and says so', async () => {
    const table = '<table><tr><td>甲</td><td>1</td><td>2</td></tr><tr><td>乙</td><td>3</td><td>4</td></tr></table>';
    const document = await readDocument(page(`<p>加载中</p><div style="display:none"><p>一、总体情况</p>${table}</div>`), 'a.html');
    expect(brief(document.blocks)).toEqual(['加载中', '一、总体情况', ['甲¦1¦2', '乙¦3¦4']]);
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'hidden-read', weight: 'caution' }));
  });
});

it('words marked as deleted are left out and that is said; a mark without an end takes nothing along', async () => {
  const page = (cell: string) =>
    `<html><body><table><tr><td>合计</td><td>${cell}</td></tr><tr><td>其中</td><td>2</td></tr></table><p>后文</p></body></html>`;
  const document = await readDocument(page('<span class=msoDel><del datetime="2024-01-01">37</del></span><ins>3</ins>'), 'a.html');
  expect(brief(document.blocks)).toEqual([['合计¦3', '其中¦2'], '后文']);
  expect(document.notes.map(({ code }) => code)).toEqual(['changes-accepted']);
  const open = await readDocument(`<html><body><del>${page('3')}`, 'a.html');
  expect(brief(open.blocks)).toEqual([['合计¦3', '其中¦2'], '后文']);
});
