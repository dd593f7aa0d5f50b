// What the codes of reading notes mean, in words for people. A note itself says what was done; this says why it is harmless.

export const READING_NOTES: readonly { readonly code: string; readonly title: string; readonly meaning: string }[] = [
  { code: 'P-TABLE-SPLIT', title: '表格被拆开', meaning: '一张表在文件里被空行或分页拆成几段，已按统一格式的行序接上。' },
  { code: 'P-COL-SHIFT', title: '标签错列', meaning: '合并单元格在转换时丢失，行标签跑到了别的列，已按统一格式的行序放回。' },
  { code: 'P-NAV-NOISE', title: '网页杂质', meaning: '网页上的导航、字号、浏览次数、分享、版权等文字已略去，不属于报告正文。' },
  { code: 'zero-tail', title: '文件末尾有空字节', meaning: '文件末尾有一段没有内容的字节，已略去。' },
  {
    code: 'charset-guessed',
    title: '编码是推断的',
    meaning: '文件没有写明文字编码，已按内容推断；如有乱码，请另存为 UTF-8 编码后重新导入。',
  },
  { code: 'charset-broken', title: '有的字无法还原', meaning: '文件里有些字节不成文字，已用替代符号表示，请核对原件。' },
  { code: 'hidden-left-out', title: '隐藏文字没有读取', meaning: '设为隐藏的文字，读者看不到，没有读取，也没有核验。' },
  { code: 'hidden-read', title: '正文设为隐藏', meaning: '网页把正文设成了隐藏，为免漏掉已一并读取；请对照网页核实。' },
  {
    code: 'frame-left-out',
    title: '嵌入的文件没有读取',
    meaning: '网页里嵌有另一个文件（如 PDF），其内容没有读取；正文在其中的，请下载后单独导入。',
  },
  {
    code: 'changes-accepted',
    title: '有没处理的修订',
    meaning: '文件里的修订还没有接受或拒绝，已按全部接受后的样子读取；请确认修订无误。',
  },
  {
    code: 'text-missing',
    title: '有一部分没有读到',
    meaning: '文件不完整或有一部分已损坏，读到的只是其余部分；请向报送单位重新索取原件后再核验。',
  },
  { code: 'footnotes-left-out', title: '脚注没有读取', meaning: '脚注、尾注不属于正文，没有读取，也没有核验。' },
  { code: 'comments-left-out', title: '批注没有读取', meaning: '批注不属于正文，没有读取，也没有核验。' },
  { code: 'margins-left-out', title: '页眉页脚没有读取', meaning: '页眉、页脚不属于正文，没有读取，也没有核验。' },
  {
    code: 'embedded-left-out',
    title: '嵌入的文件没有读取',
    meaning: '文档里嵌有另一个文件（如表格），其内容没有读取；数据在其中的，请打开后单独导入。',
  },
  {
    code: 'pictures-left-out',
    title: '压缩包里的图片没有读取',
    meaning: '压缩包里的图片不含可以读取的文字；报告是扫描图片的，请改用可以复制文字的原稿。',
  },
  {
    code: 'text-missing',
    title: '有一部分没有读到',
    meaning: '文件损坏或没有下载完整，有一部分文字没有读到；其余部分照常核验，没有读到的不会当作没有问题。',
  },
  { code: 'covered-left-out', title: '合并单元格盖住的文字', meaning: '合并单元格下面还留有文字，打开时看不到，没有读取。' },
  { code: 'columns-guessed', title: '列的位置是推断的', meaning: '表格没有写明各列的位置，按单元格的先后顺序排列，请对照原件核实。' },
  { code: 'field-code-read', title: '域代码', meaning: '文档里有的域没有完整的标记，代码可能混在正文里。' },
  { code: 'numbers-lost', title: '自动编号没有读到', meaning: '自动编号的定义已损坏，有的序号没有读到，请对照原件核实。' },
  { code: 'hidden-sheets-left-out', title: '隐藏的工作表', meaning: '设为隐藏的工作表没有读取，也没有核验。' },
  { code: 'hidden-cells-left-out', title: '隐藏的行列', meaning: '表格里设为隐藏的行和列没有读取，也没有核验。' },
  { code: 'charts-left-out', title: '图表', meaning: '单独成页的图表没有读取；图表里的数来自别的工作表。' },
  { code: 'boxes-moved', title: '文本框', meaning: '表格上的文本框没有行列位置，其文字放在所在工作表的末尾。' },
  { code: 'rounded-display', title: '只显示了一部分小数', meaning: '单元格里存的数比显示的多几位小数，按读者看到的数读取和核验。' },
];
