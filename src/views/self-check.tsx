// 离线自检: a button, and what came of every way out that was tried, with words and signs, to be copied as text.
import { useRef, useState } from 'preact/hooks';
import { NOT_TRIED, WAY_WORDS, runSelfCheck, selfCheck, selfCheckText, verdictOf, verdictSentence } from '../app/self-check.ts';
import type { SelfCheck, SelfCheckVerdict, WayOutcome } from '../app/self-check.ts';
import { SignShape } from './mark.tsx';
import type { Sign } from './mark.tsx';

const SIGNS: Readonly<Record<WayOutcome, Sign>> = { stopped: 'passed', absent: 'handled', open: 'error', unclear: 'unchecked' };
const VERDICT_SIGNS: Readonly<Record<SelfCheckVerdict, Sign>> = { closed: 'passed', open: 'error', unclear: 'unchecked' };

export function SelfCheckSection() {
  const check = selfCheck.value;
  const running = check === 'running';
  return (
    <>
      <h2 id="self-check">离线自检</h2>
      <p>
        在这台计算机、这个浏览器上当场试一遍：从页面和从读文件的后台线程，用各种办法向一个不存在的地址（gouji.invalid）发请求，看是不是都被拦住。
        {/* no space */}
        不带任何文件内容，几秒钟做完。
      </p>
      <p class="actions">
        <button type="button" class="button" disabled={running} onClick={() => void runSelfCheck()}>
          {running ? '正在自检……' : check ? '再做一次自检' : '开始自检'}
        </button>
      </p>
      <div role="status">{check && !running && <Verdict check={check} />}</div>
      {check && !running && <Result check={check} />}
    </>
  );
}

function Verdict({ check }: { readonly check: SelfCheck }) {
  return (
    <p>
      <SignShape sign={VERDICT_SIGNS[verdictOf(check)]} /> <b>{verdictSentence(check)}</b>
    </p>
  );
}

function Result({ check }: { readonly check: SelfCheck }) {
  const cell = (outcome: WayOutcome | null) =>
    outcome ? (
      <>
        <SignShape sign={SIGNS[outcome]} /> {WAY_WORDS[outcome]}
      </>
    ) : (
      <span class="muted">{check.workerTried ? '不适用' : '没有试到'}</span>
    );
  return (
    <>
      <p class="muted">
        {check.when}，{check.delivery}，{check.browser}，用时 {check.seconds} 秒。
      </p>
      <div class="table-scroll">
        <table class="numbers">
          <caption>每种办法的结果</caption>
          <thead>
            <tr>
              <th scope="col">办法</th>
              <th scope="col">从页面</th>
              <th scope="col">从后台线程</th>
            </tr>
          </thead>
          <tbody>
            {check.lines.map(({ name, term, page, worker }) => (
              <tr key={term}>
                <th scope="row">
                  {name} <span class="muted">{term}</span>
                </th>
                <td>{cell(page)}</td>
                <td>{cell(worker)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{NOT_TRIED}</p>
      <CopyText text={selfCheckText(check)} />
    </>
  );
}

/** Text in a field, so that it can be copied by hand too; the button works on plain http and in old browsers. */
function CopyText({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    // Old, and the only one that every delivery has.
    setSaid(document.execCommand('copy') ? '已复制，可以粘贴给信息化管理人员。' : '浏览器不让复制：文字已选中，请按 Ctrl+C。');
  };
  return (
    <>
      <p id="self-check-label">供信息化管理人员留存的文字：</p>
      <textarea aria-labelledby="self-check-label" ref={field} readOnly rows={6} value={text} class="self-check-text" />
      <p class="actions">
        <button type="button" class="button" onClick={copy}>
          复制
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  );
}
