// Which keys belong to the person's typing and not to the page.

/** Is the person writing into a field? Then single keys, paste and undo are the field's own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|file)$/.test(target.type);
}
