// Where one side of a report was left, one comes back to: in narrow layout both scroll with the window, one behind the other.
import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

type Side = 'document' | 'findings';

/** How far down each side of which report was left, in CSS pixels. One report is open at a time. */
const left = signal<Readonly<Record<Side, number>> & { readonly id: string }>({ id: '', document: 0, findings: 0 });

/** @param front the side that is seen */
export function useKeptScrolling(narrow: boolean, front: Side, id: string): void {
  useLayoutEffect(() => {
    if (!narrow) return;
    if (left.peek().id !== id) left.value = { id, document: 0, findings: 0 };
    scrollTo(0, left.peek()[front]);
    const remember = () => {
      left.value = { ...left.peek(), [front]: scrollY };
    };
    addEventListener('scroll', remember);
    return () => removeEventListener('scroll', remember);
  }, [narrow, front, id]);
}
