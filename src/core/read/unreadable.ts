// Carries an expected failure out of the depths of a reader; the way in (index.ts) turns it into a value. Never leaves the folder.
import { failure } from '../model/outcome.ts';
import type { Failure, FailureCode } from '../model/outcome.ts';

/** Thrown where a part cannot be read at all; `detail` goes on after the file's name, `advice` replaces the code's own. */
export class Unreadable extends Error {
  readonly code: FailureCode;
  readonly detail: string | undefined;
  readonly advice: string | undefined;

  constructor(code: FailureCode, detail?: string, advice?: string) {
    super(code);
    this.name = 'Unreadable';
    this.code = code;
    this.detail = detail;
    this.advice = advice;
  }

  /** The failure for a person, naming the file. */
  failure(path: string): Failure {
    const { code, detail, advice } = this;
    if (advice === undefined) return failure(path, code, detail);
    return { path, code, message: `“${path}”${detail ?? '没有读取'}。${advice}` };
  }
}
