// What a first visitor reads while the list is empty.
import { STANDINGS, STANDING_MEANINGS, STANDING_NAMES } from '../app/standing.ts';
import { Badge } from './mark.tsx';

export function Welcome() {
  return (
    <section class="sheet welcome" aria-label="使用说明">
      <h2>还没有导入报告</h2>
      <ol class="steps">
        <li>
          <b>导入。</b>把年报文件或整个文件夹拖到窗口里，或用上面的按钮选择；也可以从网页、Word 里复制后直接在本页按 Ctrl+V 粘贴。
        </li>
        <li>
          <b>看结果。</b>每份报告列出错误、警告、提示和没能核验的内容；点开后左边是原文，右边是问题，点一条问题就标出它涉及的每一个单元格。
        </li>
        <li>
          <b>核对原件。</b>本工具只指出哪里不平、依据是什么，不改动原文；数字以原件为准。
        </li>
      </ol>
      <p class="muted">没有现成文件时，可点“载入示例”，看几份虚构的报告。</p>
      <Legend />
    </section>
  );
}

/** What the words in the column 结论 mean. */
export function Legend() {
  return (
    <dl class="legend">
      {STANDINGS.map((each) => (
        <div key={each}>
          <dt>
            <Badge sign={each} word={STANDING_NAMES[each]} />
          </dt>
          <dd>{STANDING_MEANINGS[each]}</dd>
        </div>
      ))}
    </dl>
  );
}
