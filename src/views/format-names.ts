// What formats are called on the page. The readers have the same names, but they run in the worker and do not come to the page.

export const FORMAT_NAMES: Readonly<Record<string, string>> = {
  csv: '逗号或制表符分隔的表格（csv、tsv）',
  doc: 'Word或WPS文字文档（doc、wps）',
  docx: 'Word文档（docx）',
  'excel-xml': 'Excel的XML表格',
  html: '网页',
  markdown: 'Markdown',
  mht: '单个文件网页（mht）',
  ods: 'OpenDocument表格（ods）',
  odt: 'OpenDocument文档（odt）',
  ofd: 'OFD版式文档',
  pdf: 'PDF',
  rtf: 'RTF文档',
  text: '纯文本',
  xls: 'Excel或WPS表格（xls、et）',
  xlsx: 'Excel工作簿（xlsx）',
  zip: 'ZIP压缩包',
};

/** A format that is not in the list is called by its id. */
export function formatName(id: string): string {
  return id === '' ? '没有认出' : (FORMAT_NAMES[id] ?? id);
}
