// Asks how findings are to be dismissed: these, all of the same rule in this report, in the chosen reports, in all of them.
import { useRef, useState } from 'preact/hooks';
import { DISMISSAL_KINDS, DISMISSAL_MEANINGS, DISMISSAL_NAMES, REASON_LIMIT, needsReason } from '../app/dismissals.ts';
import type { DismissalKind } from '../app/dismissals.ts';
import { asking, dismiss, missingOf, stopAsking, targetsOfRules } from '../app/dismissing.ts';
import type { Asking, Target } from '../app/dismissing.ts';
import { library } from '../app/library.ts';
import { marked } from '../app/listing.ts';
import { pick, picked } from '../app/desk/opened.ts';
import { rules } from '../core/check/index.ts';
import { Dialog } from './dialog.tsx';

interface Scope {
  readonly id: 'these' | 'report' | 'marked' | 'all';
  readonly name: string;
  readonly targets: readonly Target[];
}

const reportsOf = (targets: readonly Target[]): number => new Set(targets.map(({ summary }) => summary.id)).size;

function scopesOf({ targets, rules: wanted }: Asking): readonly Scope[] {
  const summaries = library.summaries.value;
  const here = new Set(targets.map(({ summary }) => summary.id));
  // Sentences are at hand for what was pointed at only.
  const said = new Map(targets.map((target) => [`${target.summary.id} ${target.mark.fingerprint}`, target]));
  const find = (among: typeof summaries): readonly Target[] =>
    targetsOfRules(wanted, among).map((target) => said.get(`${target.summary.id} ${target.mark.fingerprint}`) ?? target);
  const ids = marked.value;
  const chosen = summaries.filter(({ id }) => ids.has(id));
  const scopes: Scope[] = [];
  if (targets.length > 0) scopes.push({ id: 'these', name: `只这 ${targets.length} 项`, targets });
  if (wanted.length === 0) return scopes;
  const same = wanted.length === 1 ? '同一规则' : `同样 ${wanted.length} 条规则`;
  const inReport = find(summaries.filter(({ id }) => here.has(id)));
  if (inReport.length > targets.length) scopes.push({ id: 'report', name: `本报告中${same}的 ${inReport.length} 项`, targets: inReport });
  const inChosen = find(chosen);
  if (chosen.length > 0 && inChosen.length > 0) {
    scopes.push({
      id: 'marked',
      name: `列表中所选 ${chosen.length} 份报告里${same}的 ${inChosen.length} 项（涉及 ${reportsOf(inChosen)} 份）`,
      targets: inChosen,
    });
  }
  const everywhere = find(summaries);
  if (everywhere.length > Math.max(targets.length, inReport.length)) {
    scopes.push({
      id: 'all',
      name: `全部报告里${same}的 ${everywhere.length} 项（涉及 ${reportsOf(everywhere)} 份）`,
      targets: everywhere,
    });
  }
  return scopes;
}

/** Stands once on a page; opens when something is asked. */
export function DismissDialog() {
  const now = asking.value;
  return now ? <Form asked={now} /> : null;
}

function Form({ asked }: { readonly asked: Asking }) {
  const [rule, setRule] = useState(asked.targets.length > 0 ? null : (asked.rules[0] ?? null));
  const [scopeId, setScopeId] = useState<Scope['id'] | null>(null);
  const [kind, setKind] = useState<DismissalKind | null>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const scopes = scopesOf(rule === null ? asked : { targets: [], rules: [rule] });
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const close = stopAsking;
  if (!scope) {
    return (
      <Dialog title="处理问题" onClose={close}>
        <p>没有可以处理的问题：可能已经处理过，或报告已重新核验。</p>
        <p class="actions">
          <button type="button" class="button primary" onClick={close}>
            知道了
          </button>
        </p>
      </Dialog>
    );
  }
  const { targets } = scope;
  const count = reportsOf(targets);
  const send = () => {
    const missing = missingOf(kind, reason);
    setWrong(missing);
    // To where something is wanted.
    if (missing !== null) form.current?.querySelector<HTMLElement>(kind === null ? 'input[name=kind]' : 'textarea')?.focus();
    if (missing !== null || kind === null) return;
    // Beyond what is on the screen the number is said once more.
    if (!confirming && scope.id !== 'these') {
      setConfirming(true);
      return;
    }
    close();
    pick([...picked.value], false);
    void dismiss(targets, kind, reason).then(asked.done);
  };
  const [first] = targets;
  return (
    <Dialog title={`处理 ${targets.length} 项问题`} onClose={close}>
      <form
        ref={form}
        class="dismiss-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {asked.targets.length > 0 && first && (
          <p class="dismiss-what">
            {asked.targets.length === 1 ? asked.targets[0]!.message : `${asked.targets[0]!.message} 等 ${asked.targets.length} 项`}
          </p>
        )}
        {asked.targets.length === 0 && (
          <label class="inline-field">
            规则
            <select
              value={rule ?? ''}
              onChange={(event) => {
                setRule(event.currentTarget.value);
                setConfirming(false);
              }}
            >
              {asked.rules.map((id) => (
                <option key={id} value={id}>
                  {rules.find((each) => each.id === id)?.title ?? id}（{id}）
                </option>
              ))}
            </select>
          </label>
        )}
        {scopes.length > 1 ? (
          <fieldset>
            <legend>处理范围</legend>
            {scopes.map(({ id, name }) => (
              <label key={id} class="choice">
                <input
                  type="radio"
                  name="scope"
                  checked={id === scope.id}
                  onChange={() => {
                    setScopeId(id);
                    setConfirming(false);
                  }}
                />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
        ) : (
          <p>范围：{scope.name}</p>
        )}
        <fieldset>
          <legend>怎样处理</legend>
          {DISMISSAL_KINDS.map((each) => (
            <label key={each} class="choice">
              <input
                type="radio"
                name="kind"
                checked={kind === each}
                onChange={() => {
                  setKind(each);
                  setWrong(null);
                }}
              />
              <span class="choice-name">{DISMISSAL_NAMES[each]}</span>
              <span class="muted">{DISMISSAL_MEANINGS[each]}</span>
            </label>
          ))}
        </fieldset>
        <label class="dismiss-reason">
          <span>理由{kind !== null && needsReason(kind) ? '（必填）' : '（可不填）'}</span>
          <textarea
            rows={3}
            aria-invalid={wrong !== null && kind !== null}
            maxLength={REASON_LIMIT}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        {wrong && (
          <p class="field-wrong" role="alert">
            {wrong}
          </p>
        )}
        <p class="small muted">
          处理过的问题折叠起来、不再计数，但不算通过，随时可以恢复。同一单位同一年度的文件重新导入后，同一处、同样的数字仍按已处理显示；数字变了就重新提示。
        </p>
        {confirming && kind !== null && (
          <p class="banner banner-caution" role="alert">
            将把 <b>{targets.length}</b> 项问题（{count} 份报告）标为“{DISMISSAL_NAMES[kind]}”，其中多数没有逐条看过。确定吗？
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary">
            {confirming ? `确定处理 ${targets.length} 项` : `处理 ${targets.length} 项`}
          </button>
          <button type="button" class="button" onClick={confirming ? () => setConfirming(false) : close}>
            {confirming ? '返回' : '取消'}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
