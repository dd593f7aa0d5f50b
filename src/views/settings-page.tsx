// What a person may set: which rules run, how grave they are, their thresholds, the region's template, own words; and settings as a file.
import { useEffect, useRef, useState } from 'preact/hooks';
import { library } from '../app/library.ts';
import { hrefOf, route } from '../app/route.ts';
import {
  countWishes,
  isChanged,
  parseAccepted,
  parseTerms,
  parseTypos,
  RULE_OF_WORDS,
  withRegion,
  withRule,
  withRules,
  withSeverity,
  withThreshold,
  withWords,
  withoutWishesOn,
  writeAccepted,
  writeTerms,
  writeTypos,
} from '../app/settings.ts';
import type { ParsedWords } from '../app/settings.ts';
import { change, changeWithUndo, loadSettingsFile, saveSettingsFile } from '../app/settings-changing.ts';
import { FAMILY_NAMES, familyOf, isOn, rules, thresholdOf } from '../core/check/index.ts';
import type { CheckOptions, Family, OwnWords } from '../core/check/index.ts';
import type { Rule, Threshold } from '../core/check/rule.ts';
import { regions } from '../core/form/index.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../core/model/vocabulary.ts';
import type { Severity } from '../core/model/vocabulary.ts';
import { BackupSection } from './backup-section.tsx';
import { KeepingSection } from './keeping-section.tsx';
import { RecheckBar } from './recheck-bar.tsx';

export function SettingsPage() {
  return (
    <>
      {/* Stays in sight: what is set far below takes effect here. */}
      <div class="recheck-dock">
        <RecheckBar />
      </div>
      <Head />
      <BackupSection />
      <KeepingSection />
      {regions.length > 0 && <RegionChoice />}
      <RuleSettings />
      <WordLists />
    </>
  );
}

function Head() {
  const count = countWishes(library.checkOptions.value);
  const picker = useRef<HTMLInputElement>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(true);
  const load = async (file: File | undefined) => {
    if (!file) return;
    const result = await loadSettingsFile(file);
    setTaken(result.taken);
    setSentences(result.sentences);
  };
  return (
    <section class="sheet settings-head" aria-label="设置">
      <h1>设置</h1>
      <p>改动立即保存在本机浏览器里。已保存的报告随后在后台按新设置重新核验，不需要原文件；处理记录（误报等）不受影响。</p>
      <div class="actions">
        <span>{count === 0 ? '现在全部是默认设置。' : `现有 ${count} 项不同于默认。`}</span>
        <button
          type="button"
          class="button small"
          disabled={count === 0}
          onClick={() => changeWithUndo({}, `已恢复默认设置，${count} 项改动都已取消。`)}
        >
          全部恢复默认
        </button>
        <button type="button" class="button small" onClick={() => saveSettingsFile()}>
          导出设置
        </button>
        <button type="button" class="button small" onClick={() => picker.current?.click()}>
          导入设置
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="导入设置"
          data-testid="pick-settings"
          onChange={(event) => {
            const { currentTarget } = event;
            void load(currentTarget.files?.[0]);
            // So that picking the same file again is noticed.
            currentTarget.value = '';
          }}
        />
      </div>
      {sentences.length > 0 && (
        <div class={`banner ${taken ? 'banner-info' : 'banner-caution'}`} role="alert">
          {taken && <p>设置已导入，以下内容没有采用或作了调整：</p>}
          {sentences.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </div>
      )}
    </section>
  );
}

function RegionChoice() {
  const { region = '' } = library.checkOptions.value;
  const chosen = regions.find(({ id }) => id === region);
  return (
    <section class="sheet settings-part" aria-label="地区模板">
      <h2>地区模板</h2>
      <p class="muted">有的省份的填报系统印出的标签与统一格式略有不同。选定后，该地区的写法不再提示；数字的核对不变。</p>
      <p class="actions">
        <label class="inline-field">
          报告来自
          <select
            value={region}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change((options) => withRegion(options, value || null));
            }}
          >
            <option value="">不选（只按统一格式，默认）</option>
            {regions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {region !== '' && !chosen && <option value={region}>{region}（本程序没有）</option>}
          </select>
        </label>
      </p>
      {chosen && <p class="small">{chosen.note}</p>}
    </section>
  );
}

// Rules

type Narrow = 'all' | 'changed' | 'off';
const NARROW_NAMES: Readonly<Record<Narrow, string>> = { all: '全部', changed: '改动过的', off: '没有启用的' };

function RuleSettings() {
  const now = route.value;
  const wanted = now.page === 'settings' ? now.rule : null;
  const options = library.checkOptions.value;
  const [words, setWords] = useState('');
  const [narrow, setNarrow] = useState<Narrow>('all');
  const [unfolded, setUnfolded] = useState<ReadonlySet<Family>>(new Set());
  useEffect(() => {
    if (wanted === null) return;
    setWords('');
    setNarrow('all');
    setUnfolded((before) => new Set([...before, familyOf(wanted)]));
    // Once it is drawn.
    const timer = setTimeout(() => {
      const element = document.getElementById(`setting-${wanted}`);
      element?.scrollIntoView({ block: 'center' });
      element?.querySelector('input')?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [wanted]);
  const split = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rules.filter((rule) => {
    if (narrow === 'changed' && !isChanged(options, rule)) return false;
    if (narrow === 'off' && isOn(rule, options)) return false;
    const text = `${rule.id} ${rule.title} ${(rule.thresholds ?? []).map(({ title }) => title).join(' ')}`.toLowerCase();
    return split.every((word) => text.includes(word));
  });
  const families = [...new Set(shown.map(({ id }) => familyOf(id)))];
  const narrowed = split.length > 0 || narrow !== 'all';
  return (
    <section class="sheet settings-part" aria-label="规则">
      <h2>规则</h2>
      <div class="narrowing">
        <div class="chips" role="group" aria-label="按设置筛选">
          {(Object.keys(NARROW_NAMES) as Narrow[]).map((each) => (
            <button key={each} type="button" class="chip" aria-pressed={narrow === each} onClick={() => setNarrow(each)}>
              {NARROW_NAMES[each]}
            </button>
          ))}
        </div>
        <span class="muted" role="status">
          显示 {shown.length} 条，共 {rules.length} 条，启用 {rules.filter((rule) => isOn(rule, options)).length} 条
        </span>
        <label class="narrowing-words">
          <span class="visually-hidden">查找规则</span>
          <input type="search" placeholder="查找规则名称、编号" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
      </div>
      {shown.length === 0 && <p class="waiting">没有符合条件的规则。</p>}
      {families.map((family) => (
        <FamilySettings
          key={family}
          family={family}
          shown={shown.filter(({ id }) => familyOf(id) === family)}
          options={options}
          open={narrowed || unfolded.has(family)}
          onToggle={(open) => {
            if (narrowed || open === unfolded.has(family)) return;
            const next = new Set(unfolded);
            if (!next.delete(family)) next.add(family);
            setUnfolded(next);
          }}
        />
      ))}
    </section>
  );
}

interface FamilyProps {
  readonly family: Family;
  readonly shown: readonly Rule[];
  readonly options: CheckOptions;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

function FamilySettings({ family, shown, options, open, onToggle }: FamilyProps) {
  const all = rules.filter(({ id }) => familyOf(id) === family);
  const on = all.filter((rule) => isOn(rule, options)).length;
  const changed = all.filter((rule) => isChanged(options, rule)).length;
  const name = FAMILY_NAMES[family];
  return (
    <details class="setting-family" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <b>{name}</b>
        <span class="muted">
          {all.length} 条，启用 {on} 条{changed > 0 && `，改动 ${changed} 条`}
        </span>
      </summary>
      {open && (
        <>
          <p class="actions">
            <button
              type="button"
              class="button small"
              disabled={on === all.length}
              onClick={() => changeWithUndo(withRules(options, all, true), `已启用“${name}”的全部 ${all.length} 条规则。`)}
            >
              全部启用
            </button>
            <button
              type="button"
              class="button small"
              disabled={on === 0}
              onClick={() => changeWithUndo(withRules(options, all, false), `已停用“${name}”的全部 ${all.length} 条规则。`)}
            >
              全部停用
            </button>
            <button
              type="button"
              class="button small"
              disabled={changed === 0}
              onClick={() => changeWithUndo(all.reduce(withoutWishesOn, options), `“${name}”的 ${changed} 条规则已恢复默认。`)}
            >
              恢复默认
            </button>
          </p>
          <ul class="setting-rules">
            {shown.map((rule) => (
              <RuleSetting key={rule.id} rule={rule} options={options} />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function RuleSetting({ rule, options }: { readonly rule: Rule; readonly options: CheckOptions }) {
  const on = isOn(rule, options);
  const changed = isChanged(options, rule);
  const severity = options.severities?.[rule.id];
  return (
    <li id={`setting-${rule.id}`} class={changed ? 'changed' : ''}>
      <label class="setting-name">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            change((now) => withRule(now, rule, checked));
          }}
        />
        <span>{rule.title}</span>
      </label>
      <a class="rule-id" href={hrefOf({ page: 'rules', rule: rule.id })} title="查看这条规则的依据和例子">
        {rule.id}
      </a>
      <span class="setting-state">{on ? '启用' : '停用'}</span>
      <label class="setting-severity">
        <span class="visually-hidden">{rule.title}的轻重</span>
        <select
          value={severity ?? ''}
          disabled={!on}
          onChange={(event) => {
            const value = event.currentTarget.value as Severity | '';
            change((now) => withSeverity(now, rule, value === '' ? null : value));
          }}
        >
          <option value="">默认（{SEVERITY_NAMES[rule.severity]}）</option>
          {SEVERITIES.map((each) => (
            <option key={each} value={each}>
              一律为{SEVERITY_NAMES[each]}
            </option>
          ))}
        </select>
      </label>
      <span class="setting-default">
        {changed ? (
          <>
            <span class="tag">已改</span>
            <button
              type="button"
              class="button tiny quiet"
              aria-label={`恢复默认：${rule.title}`}
              onClick={() => change((now) => withoutWishesOn(now, rule))}
            >
              恢复默认
            </button>
          </>
        ) : (
          <span class="muted">{rule.off ? '默认停用' : '默认启用'}</span>
        )}
      </span>
      {(rule.thresholds ?? []).map((threshold) => (
        <ThresholdField key={threshold.id} rule={rule} threshold={threshold} options={options} disabled={!on} />
      ))}
    </li>
  );
}

interface ThresholdProps {
  readonly rule: Rule;
  readonly threshold: Threshold;
  readonly options: CheckOptions;
  readonly disabled: boolean;
}

function ThresholdField({ rule, threshold, options, disabled }: ThresholdProps) {
  const { title, unit, initial, min, max } = threshold;
  const value = thresholdOf(rule, threshold.id, options);
  const [text, setText] = useState(String(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(String(value));
    setWrong(false);
  }, [value]);
  const keep = () => {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    if (!(number >= min && number <= max)) {
      setWrong(true);
      return;
    }
    setWrong(false);
    if (number !== value) change((now) => withThreshold(now, rule, threshold, number));
  };
  const id = `threshold-${rule.id}-${threshold.id}`;
  return (
    <div class="setting-threshold">
      <label for={id}>{title}</label>
      <input
        id={id}
        inputMode="decimal"
        value={text}
        disabled={disabled}
        size={7}
        aria-describedby={`${id}-range`}
        aria-invalid={wrong}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={keep}
      />
      <span>{unit}</span>
      <span class="muted" id={`${id}-range`}>
        可填 {min}—{max}，默认 {initial}
      </span>
      {value !== initial && (
        <button
          type="button"
          class="button tiny quiet"
          aria-label={`恢复默认：${title}`}
          disabled={disabled}
          onClick={() => change((now) => withThreshold(now, rule, threshold, null))}
        >
          恢复 {initial}
        </button>
      )}
      {wrong && (
        <span class="field-wrong" role="alert">
          请填 {min} 到 {max} 之间的数字；没有保存，现在仍按 {value} 核验。
        </span>
      )}
    </div>
  );
}

// Own words

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

function WordLists() {
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
  useEffect(() => {
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
