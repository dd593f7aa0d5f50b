// Leafing through a list of more than a page.
import { PAGE_SIZE, arranged, page, pageCount, pageIndex } from '../../app/listing.ts';

export function Pages() {
  const { index } = page.value;
  const count = pageCount.value;
  const total = arranged.value.length;
  if (count < 2) return null;
  const from = index * PAGE_SIZE + 1;
  const to = Math.min(total, from + PAGE_SIZE - 1);
  const go = (next: number) => {
    pageIndex.value = next;
  };
  return (
    <nav class="pages actions" aria-label="翻页">
      <button type="button" class="button small" disabled={index === 0} onClick={() => go(index - 1)}>
        上一页
      </button>
      <span>
        第 {index + 1}／{count} 页，第 {from}—{to} 行，共 {total} 行（每页 {PAGE_SIZE} 行）
      </span>
      <button type="button" class="button small" disabled={index >= count - 1} onClick={() => go(index + 1)}>
        下一页
      </button>
    </nav>
  );
}
