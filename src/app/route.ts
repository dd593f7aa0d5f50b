// The address after # and what it shows. Only the hash is used: from file:// nothing else works.
import { signal } from '@preact/signals';

export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'report'; readonly id: string }
  /** What was read of a file; `file` is its id. */
  | { readonly page: 'reading'; readonly file: string }
  | { readonly page: 'charts'; readonly organ: string | null }
  | { readonly page: 'rules'; readonly rule: string | null }
  | { readonly page: 'unchecked' }
  | { readonly page: 'dismissed' }
  | { readonly page: 'settings'; readonly rule: string | null }
  | { readonly page: 'about' };

/** Reads a hash such as `#/report/12`; whatever is not understood leads to the list. */
export function parseRoute(hash: string): Route {
  const [page = '', rest = ''] = hash.replace(/^#?\/?/, '').split(/\/(.*)/s);
  const argument = decode(rest);
  switch (page) {
    case 'report':
      return argument ? { page, id: argument } : { page: 'list' };
    case 'reading':
      return argument ? { page, file: argument } : { page: 'list' };
    case 'charts':
      return { page, organ: argument || null };
    case 'rules':
      return { page, rule: argument || null };
    case 'settings':
      return { page, rule: argument || null };
    case 'unchecked':
    case 'dismissed':
    case 'about':
      return { page };
    default:
      return { page: 'list' };
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a route, for links. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'list':
      return '#/';
    case 'report':
      return `#/report/${encodeURIComponent(route.id)}`;
    case 'reading':
      return `#/reading/${encodeURIComponent(route.file)}`;
    case 'charts':
      return route.organ ? `#/charts/${encodeURIComponent(route.organ)}` : '#/charts';
    case 'rules':
      return route.rule ? `#/rules/${encodeURIComponent(route.rule)}` : '#/rules';
    case 'settings':
      return route.rule ? `#/settings/${encodeURIComponent(route.rule)}` : '#/settings';
    case 'unchecked':
    case 'dismissed':
    case 'about':
      return `#/${route.page}`;
  }
}

export const route = signal<Route>({ page: 'list' });

/** Follows the address bar. Called once, when the page starts. */
export function followAddress(): void {
  const read = () => {
    route.value = parseRoute(location.hash);
  };
  addEventListener('hashchange', read);
  read();
}

/** Goes to a route; the address bar keeps it, so that 后退 works. */
export function goTo(next: Route): void {
  location.hash = hrefOf(next);
}
