// What comes of one file: reports with their findings, or a failure with a code. Expected failures are values.
import type { Note } from './document.ts';
import type { Check, Finding } from './finding.ts';
import type { Report } from './report.ts';

interface FailureWords {
  /** Name of the failure, for lists. */
  readonly title: string;
  /** What follows the name of the file in a sentence, where the title does not. */
  readonly says?: string;
  /** What to do. */
  readonly advice: string;
}

const words = <Code extends string>(table: Record<Code, FailureWords>): Readonly<Record<Code, FailureWords>> => table;

/** Why a file, or a part of one, was not checked. */
export const FAILURES = words({
  empty: { title: '空文件', says: '是空文件', advice: '请确认文件保存完整后重新导入。' },
  'not-a-report': { title: '不是年度报告', advice: '请确认选对了文件；如确为年报，请改用原始文档重新导入。' },
  'blank-form': { title: '空白表样', says: '是没有填写的空白表样，没有可核验的数据', advice: '请选择填好的报告重新导入。' },
  unsupported: {
    title: '暂不支持的格式',
    says: '的格式暂不支持',
    advice: '请用原软件打开，另存为docx、xlsx、PDF或网页（html）后重新导入。',
  },
  'too-large': { title: '文件过大', says: '过大', advice: '年度报告通常不超过几兆，请确认文件，或拆分后重新导入。' },
  damaged: { title: '文件损坏', says: '已损坏', advice: '请向报送单位重新索取，或用原软件打开后另存。' },
  truncated: { title: '文件不完整', says: '不完整', advice: '可能没有下载或复制完，请重新下载、复制，或向报送单位重新索取。' },
  encrypted: { title: '设有打开密码或已加密', advice: '请用原软件打开，取消密码后另存，再重新导入。' },
  'old-word': { title: '是Word 95或更早的旧格式，没有读取', advice: '请用WPS或Word打开，另存为docx后重新导入。' },
  'old-excel': { title: '是Excel 95或更早的旧格式，没有读取', advice: '请用WPS或Excel打开，另存为xlsx后重新导入。' },
  bomb: { title: '解压后异常膨胀，疑为恶意构造的文件，没有读取', advice: '如果确实是年报，请用原软件打开后另存，再重新导入。' },
  scanned: { title: '疑为扫描件', says: '疑为扫描件，只有图片没有文字', advice: '请改用可以复制文字的原稿（如Word、WPS文档）重新导入。' },
  'no-unicode-map': {
    title: '字体没有文字编码',
    says: '的字体没有文字编码，看得见却读不出',
    advice: '请改用原稿（如Word、WPS文档）重新导入。',
  },
  // Never shown: the page hands the file to the worker that can.
  'needs-pdf-worker': { title: '等待读取', says: '要由读取PDF的部件来读', advice: '请重新导入。' },
  garbled: { title: '编码无法识别', says: '的编码无法识别', advice: '请用记事本打开，另存为 UTF-8 编码后重新导入。' },
  'too-complex': { title: '结构过于复杂', says: '的结构过于复杂', advice: '请用原软件打开后另存，再重新导入。' },
  timeout: { title: '处理超时', advice: '已停止处理该文件，其他文件不受影响；请另存后重试。' },
  cancelled: { title: '已取消', advice: '可重新导入该文件。' },
  crashed: { title: '处理中断', advice: '程序内部出错，其他文件不受影响；请另存为其他格式后重试。' },
  'not-loaded': {
    title: '程序没有载入完整',
    says: '没有核验：负责读取的那部分程序没有载入',
    advice: '可能是网络断了，或者网站刚换了新版本，与文件无关；请确认网络正常，刷新页面后重新导入。',
  },
  unreadable: { title: '无法读取', advice: '文件可能已被移动、删除或被其他软件占用，请关闭占用后重新选择。' },
});

export type FailureCode = keyof typeof FAILURES;

export interface Failure {
  /** File name, or path inside an archive. */
  readonly path: string;
  readonly code: FailureCode;
  /** One clear Chinese sentence: which file, what is wrong, what to do. */
  readonly message: string;
}

/** Makes a failure whose sentence names the file, says what is wrong (`detail` or the code's title) and what to do. */
export function failure(path: string, code: FailureCode, detail?: string): Failure {
  const { title, says, advice } = FAILURES[code];
  return { path, code, message: `“${path}”${detail ?? says ?? title}。${advice}` };
}

export interface Reading {
  /** Id on the shelf of formats. */
  readonly format: string;
  readonly charset?: string;
  /** What was skipped, cut, joined, put back in order. */
  readonly notes: readonly Note[];
}

export interface Examined {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

export type Outcome =
  | {
      readonly ok: true;
      /** One file may hold several reports. */
      readonly reports: readonly Examined[];
      /** Parts of the file that could not be checked. */
      readonly failures: readonly Failure[];
      readonly reading: Reading;
    }
  | { readonly ok: false; readonly failure: Failure };
