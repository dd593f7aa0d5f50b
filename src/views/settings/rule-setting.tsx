// One rule in the settings: on or off, how grave, its thresholds, and the way back to the default.
import { useLayoutEffect, useState } from 'preact/hooks';
import { hrefOf } from '../../app/route.ts';
import { isChanged, withRule, withSeverity, withThreshold, withoutWishesOn } from '../../app/settings/settings.ts';
import { change } from '../../app/settings/settings-changing.ts';
import { isOn, thresholdOf } from '../../core/check/index.ts';
import type { CheckOptions } from '../../core/check/index.ts';
import type { Rule, Threshold } from '../../core/check/rule.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../../core/model/vocabulary.ts';
import type { Severity } from '../../core/model/vocabulary.ts';

export function RuleSetting({ rule, options }: { readonly rule: Rule; readonly options: CheckOptions }) {
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
  useLayoutEffect(() => {
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
