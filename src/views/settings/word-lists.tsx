// A person's own lists of words: slips, hints, words to let pass; typed or pasted, a line each.
import { useLayoutEffect, useState } from 'preact/hooks';
import { library } from '../../app/library.ts';
import {
  parseAccepted,
  parseTerms,
  parseTypos,
  RULE_OF_WORDS,
  writeAccepted,
  writeTerms,
  writeTypos,
} from '../../app/settings/own-words.ts';
import { withRule, withWords } from '../../app/settings/settings.ts';
import type { ParsedWords } from '../../app/settings/own-words.ts';
import { change, changeWithUndo } from '../../app/settings/settings-changing.ts';
import { isOn, rules } from '../../core/check/index.ts';
import type { OwnWords } from '../../core/check/index.ts';

interface ListForm {
  readonly id: 'typos' | 'terms' | 'accepted';
  readonly title: string;
  readonly help: string;
  readonly placeholder: string;
  readonly write: (own?: OwnWords) => string;
  readonly read: (text: string) => ParsedWords<unknown>;
}

const LISTS: readonly ListForm[] = [
  {
    id: 'typos',
    title: '自己的错别字',
    help: '每行一条，写成“错→对”；箭头也可写作 -> 或制表符，可从 Excel 两列直接粘贴。报告里出现左边的写法就会提示。',
    placeholder: '行政复义→行政复议\n政府信息公开指难→政府信息公开指南',
    write: writeTypos,
    read: parseTypos,
  },
  {
    id: 'terms',
    title: '自己的用语提示',
    help: '每行一条，写成“词→建议”。报告里出现左边的词就会提示右边的话。',
    placeholder: '政务公开平台→应写明平台全称',
    write: writeTerms,
    read: parseTerms,
  },
  {
    id: 'accepted',
    title: '放行的词',
    help: '每行一个词，例如本地的地名、单位名、习惯写法。用语类规则遇到这些词不再提示。',
    placeholder: '云溪县\n青石镇便民服务中心',
    write: writeAccepted,
    read: parseAccepted,
  },
];

export function WordLists() {
  return (
    <section class="sheet settings-part" aria-label="自己的词表">
      <h2>自己的词表</h2>
      <div class="word-lists">
        {LISTS.map((list) => (
          <WordList key={list.id} list={list} />
        ))}
      </div>
    </section>
  );
}

function WordList({ list }: { readonly list: ListForm }) {
  const { id, title, help, placeholder } = list;
  const { own } = library.checkOptions.value;
  const kept = list.write(own);
  const rule = rules.find((each) => each.id === RULE_OF_WORDS[id]);
  const sleeps = rule !== undefined && (own?.[id]?.length ?? 0) > 0 && !isOn(rule, library.checkOptions.value);
  const [text, setText] = useState(kept);
  /** Lines that could not be taken stay in the field to be mended. */
  const [rest, setRest] = useState('');
  // With what the rest of the page shows of it, not a moment later.
  useLayoutEffect(() => {
    setText([kept, rest].filter(Boolean).join('\n'));
    setRest('');
  }, [kept]);
  const dirty = text.trim() !== kept;
  const { entries, bad, repeated } = list.read(text);
  const save = () => {
    const before = own?.[id]?.length ?? 0;
    const words = withWords(library.checkOptions.value, { [id]: entries });
    // Words nobody looks for would be a silent pass.
    const wakes = rule !== undefined && entries.length > 0 && !isOn(rule, words);
    const next = wakes ? withRule(words, rule, true) : words;
    const lines = text.split(/\r\n?|\n/);
    setRest(bad.map(({ line }) => lines[line - 1] ?? '').join('\n'));
    const also = wakes ? `规则“${rule.title}”原来没有启用，已一并启用。` : '';
    changeWithUndo(next, `${title}已保存：现有 ${entries.length} 条，原有 ${before} 条。${also}`);
  };
  const fieldId = `words-${id}`;
  return (
    <div class="word-list">
      <h3>
        <label for={fieldId}>{title}</label>
        <span class="muted">现有 {own?.[id]?.length ?? 0} 条</span>
      </h3>
      <p class="small muted" id={`${fieldId}-help`}>
        {help}
      </p>
      {sleeps && (
        <p class="banner banner-caution">
          规则“{rule.title}”没有启用，这些词现在不会查。
          <button type="button" class="button small" onClick={() => change((now) => withRule(now, rule, true))}>
            启用
          </button>
        </p>
      )}
      <textarea
        id={fieldId}
        rows={6}
        spellcheck={false}
        placeholder={placeholder}
        aria-describedby={`${fieldId}-help`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {dirty && (
        <p class="small" role="status">
          可保存 {entries.length} 条{repeated > 0 && `，重复 ${repeated} 行已合并`}
          {bad.length > 0 && `，有 ${bad.length} 行不能采用`}。
        </p>
      )}
      {bad.length > 0 && (
        <ul class="bad-lines" aria-label={`${title}里不能采用的行`}>
          {bad.slice(0, 20).map(({ line, text: words, why }) => (
            <li key={line}>
              第 {line} 行“{words}”：{why}
            </li>
          ))}
          {bad.length > 20 && <li>另有 {bad.length - 20} 行未列出。</li>}
        </ul>
      )}
      <p class="actions">
        <button type="button" class="button small primary" disabled={!dirty || (entries.length === 0 && bad.length > 0)} onClick={save}>
          {bad.length > 0 ? `只保存能采用的 ${entries.length} 条` : '保存'}
        </button>
        <button type="button" class="button small" disabled={!dirty} onClick={() => setText(kept)}>
          放弃修改
        </button>
      </p>
    </div>
  );
}
