// Every rule with its basis, reason and remedy; below, why a file may fail and what the reading notes mean.
import { useEffect, useState } from 'preact/hooks';
import { library } from '../app/library.ts';
import { hrefOf, route } from '../app/route.ts';
import { isChanged } from '../app/settings/settings.ts';
import { wholeBasis } from '../core/check/basis.ts';
import { FAMILY_NAMES, familyOf, isOn, rules, thresholdOf } from '../core/check/index.ts';
import type { Rule, RuleExamples } from '../core/check/rule.ts';
import { FAILURES } from '../core/model/outcome.ts';
import { EDITION_NAMES, SEVERITIES, SEVERITY_NAMES } from '../core/model/vocabulary.ts';
import type { Severity } from '../core/model/vocabulary.ts';
import { SeverityBadge, SignShape } from './mark.tsx';
import { READING_NOTES } from './reading-notes.ts';

function fits(rule: Rule, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [rule.id, rule.title, wholeBasis(rule.basis), rule.why, rule.remedy, rule.falseAlarms].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function editionsOf(rule: Rule): string {
  return rule.editions === 'all' ? '各版格式' : rule.editions.map((id) => EDITION_NAMES[id]).join('、');
}

export function RulesPage() {
  const now = route.value;
  const wanted = now.page === 'rules' ? now.rule : null;
  const [words, setWords] = useState('');
  const [severity, setSeverity] = useState<Severity | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const element = document.getElementById(`rule-${wanted}`);
    element?.scrollIntoView({ block: 'start' });
    element?.querySelector('summary')?.focus({ preventScroll: true });
  }, [wanted]);
  const split = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rules.filter((rule) => (severity === null || rule.severity === severity) && fits(rule, split));
  const families = [...new Set(shown.map((rule) => familyOf(rule.id)))];
  return (
    <>
      <section class="sheet rules-head" aria-label="查找规则">
        <h1>规则</h1>
        <p>
          共 {rules.length} 条规则。每条都写明依据、为什么算问题、怎么改，以及什么情况下可能是误报。
          <b>错误</b>：客观矛盾或不合规定，发布前须改正；<b>警告</b>：很可能不对，需人工看一看；<b>提示</b>
          ：写法、地区差异，或仅凭文件不能断定。启用哪些、轻重和界限可在<a href={hrefOf({ page: 'settings', rule: null })}>设置</a>里改。
        </p>
        <div class="narrowing">
          <div class="chips" role="group" aria-label="按轻重筛选">
            <button type="button" class="chip" aria-pressed={severity === null} onClick={() => setSeverity(null)}>
              全部
            </button>
            {SEVERITIES.map((each) => (
              <button key={each} type="button" class="chip" aria-pressed={severity === each} onClick={() => setSeverity(each)}>
                <SignShape sign={each} />
                {SEVERITY_NAMES[each]}
              </button>
            ))}
          </div>
          <label class="narrowing-words">
            <span class="visually-hidden">查找规则</span>
            <input
              type="search"
              placeholder="查找规则名称、编号、内容"
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </label>
          <span class="muted" role="status">
            显示 {shown.length} 条
          </span>
        </div>
      </section>
      {shown.length === 0 && <p class="waiting">没有符合条件的规则。</p>}
      {families.map((family) => (
        <section key={family} class="sheet" aria-label={FAMILY_NAMES[family]}>
          <h2>{FAMILY_NAMES[family]}</h2>
          <ul class="rules">
            {shown
              .filter((rule) => familyOf(rule.id) === family)
              .map((rule) => (
                <RuleEntry key={rule.id} rule={rule} open={rule.id === wanted || (split.length > 0 && shown.length <= 5)} />
              ))}
          </ul>
        </section>
      ))}
      <section class="sheet" aria-label="文件为什么没有核验">
        <h2>文件为什么没有核验</h2>
        <p class="muted">这些不是报告的问题，而是文件没能读取或不是年报。列表里标为“读取失败”或“部分未读”。</p>
        <dl class="rule-words">
          {Object.entries(FAILURES).map(([code, { title, advice }]) => (
            <>
              <dt key={code}>{title}</dt>
              <dd key={`${code} advice`}>{advice}</dd>
            </>
          ))}
        </dl>
      </section>
      <section class="sheet" aria-label="读取说明的含义">
        <h2>读取说明的含义</h2>
        <p class="muted">读取文件时做过的拼接、还原和略去，写在报告页的“读取说明”里，不是单位的差错。</p>
        <dl class="rule-words">
          {READING_NOTES.map(({ code, title, meaning }) => (
            <>
              <dt key={code}>{title}</dt>
              <dd key={`${code} meaning`}>{meaning}</dd>
            </>
          ))}
        </dl>
      </section>
    </>
  );
}

function RuleEntry({ rule, open }: { readonly rule: Rule; readonly open: boolean }) {
  const [unfolded, setUnfolded] = useState(open);
  useEffect(() => {
    if (open) setUnfolded(true);
  }, [open]);
  return (
    <li id={`rule-${rule.id}`}>
      <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>
          <SeverityBadge severity={rule.severity} />
          <b>{rule.title}</b>
          <span class="rule-id">{rule.id}</span>
          <span class="muted">
            {editionsOf(rule)}　{stateOf(rule)}
          </span>
        </summary>
        {unfolded && (
          <dl class="rule-words">
            <dt>依据</dt>
            <dd>{wholeBasis(rule.basis)}</dd>
            <dt>为什么</dt>
            <dd>{rule.why}</dd>
            <dt>怎么改</dt>
            <dd>{rule.remedy}</dd>
            <dt>可能的误报</dt>
            <dd>{rule.falseAlarms}</dd>
            <dt>现在的设置</dt>
            <dd>
              <CurrentSetting rule={rule} />
            </dd>
            <Examples rule={rule} />
          </dl>
        )}
      </details>
    </li>
  );
}

/** 「启用」, and how that differs from the default. */
function stateOf(rule: Rule): string {
  const on = isOn(rule, library.checkOptions.value);
  if (on === !rule.off) return on ? '启用（默认）' : '不启用（默认）';
  return on ? '已启用（默认不启用）' : '已停用（默认启用）';
}

function CurrentSetting({ rule }: { readonly rule: Rule }) {
  const options = library.checkOptions.value;
  const severity = options.severities?.[rule.id];
  return (
    <>
      {stateOf(rule)}；轻重：
      {severity ? `一律为${SEVERITY_NAMES[severity]}（默认${SEVERITY_NAMES[rule.severity]}）` : `默认（${SEVERITY_NAMES[rule.severity]}）`}
      {(rule.thresholds ?? []).map((threshold) => {
        const { id, title, unit, initial } = threshold;
        const value = thresholdOf(rule, id, options);
        return `；${title} ${value} ${unit}${value === initial ? '（默认）' : `（默认 ${initial}）`}`;
      })}
      。{isChanged(options, rule) && <span class="tag">已改</span>} <a href={hrefOf({ page: 'settings', rule: rule.id })}>修改</a>
    </>
  );
}

/** Built only when the rule is unfolded. */
function Examples({ rule }: { readonly rule: Rule }) {
  const [examples, setExamples] = useState<RuleExamples | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setExamples(rule.examples()));
    return () => clearTimeout(timer);
  }, [rule]);
  if (!examples) return null;
  return (
    <>
      <dt>会查出的例子</dt>
      <dd>{examples.fails.map(({ title }) => title).join('；')}</dd>
      <dt>不会误查的例子</dt>
      <dd>{examples.passes.map(({ title }) => title).join('；')}</dd>
    </>
  );
}
