// The version of everything that decides what a stored result looks like.

/**
 * Raised by hand whenever reading, understanding or the rules change in a way that can change a result.
 * Results kept under another version are derived again from the stored report.
 */
export const CORE_VERSION = '6';
