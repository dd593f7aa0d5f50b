// Which keys of the report page do what.
import { chooseFinding, chosen, stepFinding } from '../../app/desk/opened.ts';
import { dismissChosen } from '../dismiss-actions.tsx';
import { helpShown } from '../key-help.tsx';
import { isTyping } from '../keys.ts';

function titleOf(index: number | null): HTMLElement | null {
  return document.querySelector(`#finding-${index} .finding-title`);
}

/** Listens on the window while a report is open. */
export function onReportKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  // Arrow keys scroll the document, unless the person is among the findings.
  const amongFindings = event.target instanceof Element && event.target.closest('.finding-list') !== null;
  const step = (by: 1 | -1): void => {
    stepFinding(by);
    // Who walks among the findings by keyboard goes on from the one that was reached; once it is drawn.
    if (amongFindings) requestAnimationFrame(() => titleOf(chosen.value)?.focus({ preventScroll: true }));
  };
  switch (event.key) {
    case 'j':
      step(1);
      break;
    case 'k':
      step(-1);
      break;
    case 'ArrowDown':
    case 'ArrowUp':
      if (!amongFindings) return;
      step(event.key === 'ArrowDown' ? 1 : -1);
      break;
    case 'Enter':
      if (event.target !== document.body || chosen.value === null) return;
      chooseFinding(chosen.value, true);
      break;
    case 'd':
      if (chosen.value === null) return;
      dismissChosen();
      break;
    case 'Escape':
      if (chosen.value === null) return;
      titleOf(chosen.value)?.focus();
      break;
    case '?':
    case '？':
      helpShown.value = true;
      break;
    default:
      return;
  }
  event.preventDefault();
}
