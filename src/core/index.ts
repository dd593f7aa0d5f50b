// The only door of the core.
export { examine } from './examine.ts';
export type { ExamineOptions } from './examine.ts';
export { CORE_VERSION } from './version.ts';
export { formats } from './read/index.ts';
export { mayUnpack, unpack } from './read/archive-parts.ts';
export type { LeftOut, Part } from './read/archive-parts.ts';
export { editions } from './form/index.ts';
export { check, rules } from './check/index.ts';
export { withStatements } from './statements/index.ts';
export { organKindOf } from './understand/organ.ts';
export type { CheckOptions } from './check/index.ts';
export type { Outcome, Examined, Failure, FailureCode, Reading } from './model/outcome.ts';
export type { Report, Fact, Section, Period } from './model/report.ts';
export type { Statement } from './model/statement.ts';
export type { Check, Equation, Finding, Suspect } from './model/finding.ts';
export type { Block, Note, Position } from './model/document.ts';
