// Addresses: what is written can be read again, and nonsense leads to the list.
import { describe, expect, it } from 'vitest';
import { hrefOf, parseRoute } from '../../src/app/route.ts';
import type { Route } from '../../src/app/route.ts';

describe('addresses', () => {
  it('come back as they went', () => {
    const routes: Route[] = [
      { page: 'list' },
      { page: 'report', id: 'ab12.0' },
      { page: 'report', id: 'unread:省级/2023/年报.txt#1?x' },
      { page: 'charts', organ: null },
      { page: 'charts', organ: '云溪县/水利局 100%' },
      { page: 'rules', rule: 'R-3-ROW-SUM' },
      { page: 'settings', rule: null },
      { page: 'settings', rule: 'R-3-ROW-SUM' },
      { page: 'unchecked' },
      { page: 'dismissed' },
      { page: 'about' },
    ];
    for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it('lead to the list when they say nothing', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/report/', '#/report']) expect(parseRoute(hash)).toEqual({ page: 'list' });
    expect(parseRoute('#/charts/%E4%')).toEqual({ page: 'charts', organ: '%E4%' });
  });
});
