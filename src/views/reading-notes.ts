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
];
