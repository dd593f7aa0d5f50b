// What a file that no format takes seems to be, told by its first bytes, and what a person can do about it. Reads nothing.
import type { Failure } from '../model/outcome.ts';

/** Something recognised that is not read as text. */
export interface Signature {
  /** Chinese name: `PDF 文档`. */
  readonly name: string;
  /** What to do next, one Chinese sentence. */
  readonly advice: string;
}

const SAVE_AS = '请用WPS或Word打开，另存为docx、PDF或网页（html）后重新导入。';
const PICTURE = '图片里的文字无法读取，请改用可以复制文字的原稿。';
const UNPACK = '请先解压，再导入其中的报告。';
const WRONG_FILE = '它不是年度报告，请确认选对了文件。';
const ENCRYPTED = '请解除加密、另存后重新导入。';
const SHORTCUT = '它只指向别处，没有正文；请打开它指向的内容，另存为网页（html）后重新导入。';

// Bytes at the start of the file; `..` stands for any byte.
const MAGIC = (
  [
    ['ff d8 ff', 'JPEG图片', PICTURE],
    ['89 50 4e 47 0d 0a 1a 0a', 'PNG图片', PICTURE],
    ['47 49 46 38', 'GIF图片', PICTURE],
    ['49 49 2a 00', 'TIFF图片', PICTURE],
    ['4d 4d 00 2a', 'TIFF图片', PICTURE],
    ['42 4d .. .. .. .. 00 00 00 00', 'BMP图片', PICTURE],
    ['52 49 46 46 .. .. .. .. 57 45 42 50', 'WebP图片', PICTURE],
    ['.. .. .. .. 66 74 79 70 68 65 69', 'HEIC图片', PICTURE],
    ['38 42 50 53', 'Photoshop图片', PICTURE],
    ['52 61 72 21 1a 07', 'RAR压缩包', UNPACK],
    ['37 7a bc af 27 1c', '7z压缩包', UNPACK],
    ['1f 8b 08', 'gzip压缩包', UNPACK],
    ['42 5a 68', 'bzip2压缩包', UNPACK],
    ['fd 37 7a 58 5a 00', 'xz压缩包', UNPACK],
    ['52 49 46 46', '音频或视频', WRONG_FILE],
    ['49 44 33', '音频', WRONG_FILE],
    ['.. .. .. .. 66 74 79 70', '视频', WRONG_FILE],
    ['4d 5a 90 00', 'Windows程序', WRONG_FILE],
    ['7f 45 4c 46', '程序', WRONG_FILE],
    ['53 51 4c 69 74 65 20 66 6f 72 6d 61 74', '数据库文件', WRONG_FILE],
    ['4c 00 00 00 01 14 02 00', '快捷方式', SHORTCUT],
  ] as const
).map(([bytes, name, advice]) => ({ pattern: bytePattern(bytes), name, advice }));
const ZIP = bytePattern('50 4b 03 04');
const EMPTY_ZIP = bytePattern('50 4b 05 06');
const COMPOUND = bytePattern('d0 cf 11 e0 a1 b1 1a e1');

/** What the file seems to be; null for plain text, markup and the unknown. */
export function recogniseSignature(bytes: Uint8Array, head: string | null, fileName: string): Signature | null {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  if (name.startsWith('~$')) return { name: 'Office打开文档时留下的临时文件', advice: '请关闭正在编辑的文档，再导入文档本身。' };
  for (const magic of MAGIC) if (startsWith(bytes, magic.pattern)) return magic;
  if (findAscii(bytes, 'E-SafeNet', 64) >= 0) return { name: '单位加密软件加密过的文件', advice: ENCRYPTED };
  if (findAscii(bytes, '%PDF-', 1024) >= 0) return { name: 'PDF文档', advice: SAVE_AS };
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return recogniseZip(bytes);
  if (startsWith(bytes, COMPOUND)) return recogniseCompound(bytes);
  if (findAscii(bytes, 'ustar', 262) === 257) return { name: 'tar压缩包', advice: UNPACK };
  return head === null ? null : recogniseText(head);
}

/** The failure for a file that no format takes. */
export function unsupported(path: string, signature: Signature | null): Failure {
  const sentence = signature
    ? `看起来是${signature.name}。${signature.advice}`
    : '不是文字，也不是认识的文档格式，可能已经损坏或被加密。请用原软件打开后另存，或向报送单位重新索取。';
  return { path, code: 'unsupported', message: `“${path}”${sentence}` };
}

function recogniseZip(bytes: Uint8Array): Signature {
  // Names stand before each entry and again in the directory at the end.
  const has = (entry: string) =>
    findAscii(bytes, entry, 65_536) >= 0 || findAscii(bytes.subarray(Math.max(0, bytes.length - 65_536)), entry, 65_536) >= 0;
  if (has('word/document')) return { name: 'Word文档（docx）', advice: SAVE_AS };
  if (has('xl/workbook')) return { name: 'Excel工作簿（xlsx）', advice: SAVE_AS };
  if (has('ppt/presentation')) return { name: '演示文稿（pptx）', advice: SAVE_AS };
  if (has('OFD.xml')) return { name: 'OFD版式文档', advice: '请用阅读软件或WPS打开，另存为网页（html）或纯文本后重新导入。' };
  if (has('application/vnd.oasis.opendocument')) return { name: 'OpenDocument文档', advice: SAVE_AS };
  if (has('[Content_Types].xml')) return { name: '没有正文的Office文档', advice: '请用WPS或Word打开确认内容，另存后重新导入。' };
  return { name: 'ZIP压缩包', advice: UNPACK };
}

function recogniseCompound(bytes: Uint8Array): Signature {
  const has = (stream: string) => findAscii(bytes, Array.from(stream).join('\u0000'), 8_388_608) >= 0;
  if (has('EncryptedPackage')) return { name: '设有打开密码的Office文档', advice: ENCRYPTED };
  if (has('WordDocument')) return { name: 'Word或WPS文字文档（doc、wps）', advice: SAVE_AS };
  if (has('Workbook') || has('Book')) return { name: 'Excel或WPS表格（xls、et）', advice: SAVE_AS };
  if (has('PowerPoint Document')) return { name: '演示文稿（ppt、dps）', advice: SAVE_AS };
  return { name: '旧版Office文档', advice: SAVE_AS };
}

function recogniseText(head: string): Signature | null {
  const start = head.trimStart();
  if (start.startsWith('{\\rtf')) return { name: 'RTF文档', advice: SAVE_AS };
  if (start.startsWith('%!PS')) return { name: 'PostScript文档', advice: SAVE_AS };
  if (/^\[InternetShortcut\]/i.test(start)) return { name: '网址快捷方式', advice: SHORTCUT };
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?MIME-Version:/i.test(start.replace(/\r/g, ''))) {
    return { name: '单个文件网页（mht）或电子邮件', advice: '请用浏览器打开，另存为网页（html）后重新导入。' };
  }
  if (/^<\?xml/.test(start) && /progid="Word\.Document"|<pkg:package/.test(head)) return { name: 'Word的XML文档', advice: SAVE_AS };
  if (/^<\?xml/.test(start) && /progid="Excel\.Sheet"/.test(head)) return { name: 'Excel的XML表格', advice: SAVE_AS };
  return null;
}

/** −1 for any byte. */
function bytePattern(bytes: string): number[] {
  return bytes.split(' ').map((byte) => (byte === '..' ? -1 : Number.parseInt(byte, 16)));
}

function startsWith(bytes: Uint8Array, pattern: readonly number[]): boolean {
  return pattern.every((byte, i) => byte === -1 || bytes[i] === byte);
}

/** Position of an ASCII string within the first `within` bytes, −1 if it is not there. */
function findAscii(bytes: Uint8Array, text: string, within: number): number {
  const first = text.charCodeAt(0);
  const end = Math.min(bytes.length, within) - text.length;
  for (let at = bytes.indexOf(first); at >= 0 && at <= end; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < text.length && bytes[at + i] === text.charCodeAt(i)) i++;
    if (i === text.length) return at;
  }
  return -1;
}
