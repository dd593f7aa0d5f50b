// Dismissing and bringing back as the page does it: the notice at its foot always takes back what was done last.
import { describe, expect, it } from 'vitest';
import { restore } from '../../src/app/dismissing.ts';
import { notice, showNotice } from '../../src/app/notices.ts';
import { sampleDismissal } from '../store/sample-records.ts';

describe('the way back', () => {
  it('is never that of something earlier, not even before what is done is written', () => {
    showNotice('已将 1 项问题标为“误报”，不计入通过。', () => Promise.resolve(true));
    void restore([sampleDismissal('x')]);
    expect(notice.value).toBeNull();
  });
});
