// Which rules run, family by family, narrowed by words or by what was changed.
import { useEffect, useState } from 'preact/hooks';
import { library } from '../../app/library.ts';
import { route } from '../../app/route.ts';
import { isChanged, withRules, withoutWishesOn } from '../../app/settings/settings.ts';
import { changeWithUndo } from '../../app/settings/settings-changing.ts';
import { FAMILY_NAMES, familyOf, isOn, rules } from '../../core/check/index.ts';
import type { CheckOptions, Family } from '../../core/check/index.ts';
import type { Rule } from '../../core/check/rule.ts';
import { RuleSetting } from './rule-setting.tsx';

type Narrow = 'all' | 'changed' | 'off';
const NARROW_NAMES: Readonly<Record<Narrow, string>> = { all: '全部', changed: '改动过的', off: '没有启用的' };

export function RuleSettings() {
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
