// The way from a report to those before and after it in the list.
import { neighbours } from '../../app/listing.ts';
import { hrefOf } from '../../app/route.ts';

/** `to`: id of a report; null: there is none, and the word leads nowhere. */
function Step({ to, name }: { readonly to: string | null; readonly name: string }) {
  if (to === null) {
    return (
      <span class="button small" aria-disabled="true">
        {name}
      </span>
    );
  }
  return (
    <a class="button small" href={hrefOf({ page: 'report', id: to })}>
      {name}
    </a>
  );
}

/** Nothing where the report is not among those listed, or alone there. */
export function Neighbours({ id }: { readonly id: string }) {
  const { before, after, place, of } = neighbours(id);
  if (of <= 1 || place === 0) return null;
  return (
    <>
      <Step to={before} name="上一份" />
      <span class="muted">
        {place}／{of}
      </span>
      <Step to={after} name="下一份" />
    </>
  );
}
