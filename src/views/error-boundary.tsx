// Catches what goes wrong while drawing: a sentence and a way on instead of an empty page.
import { Component } from 'preact';
import type { ComponentChildren } from 'preact';

interface Props {
  readonly children: ComponentChildren;
}

export class ErrorBoundary extends Component<Props, { readonly failed: string | null }> {
  override state = { failed: null };

  static override getDerivedStateFromError(error: unknown) {
    // Name and message only: a stack says nothing to a clerk, and no text of a document may get in here.
    return { failed: error instanceof Error ? error.name : '未知' };
  }

  override render() {
    if (this.state.failed === null) return this.props.children;
    return (
      <section class="sheet trouble" role="alert">
        <h1>这一页没能显示出来</h1>
        <p>程序内部出错（{this.state.failed}）。已导入的报告和核验结果不受影响，都还在本机。</p>
        <p class="actions">
          <button type="button" class="button primary" onClick={() => this.setState({ failed: null })}>
            再试一次
          </button>
          <a class="button" href="#/" onClick={() => this.setState({ failed: null })}>
            回到列表
          </a>
          <button type="button" class="button" onClick={() => location.reload()}>
            重新载入页面
          </button>
        </p>
      </section>
    );
  }
}
