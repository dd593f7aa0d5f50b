// What a page says when the address names something that is not kept here.

export function NotFound({ what }: { readonly what: string }) {
  return (
    <section class="sheet trouble">
      <h1>没有找到{what}</h1>
      <p>可能已被删除，或者保存在另一个浏览器里。</p>
      <p class="actions">
        <a class="button primary" href="#/">
          回到列表
        </a>
      </p>
    </section>
  );
}
