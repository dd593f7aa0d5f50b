// 按原件重读: offered where a file was read by an earlier version; shows how it goes and what changed.
import { useState } from 'preact/hooks';
import { rereading } from '../app/reading/rereading.ts';
import type { RereadResult } from '../app/reading/rereading.ts';
import type { StoredFile } from '../app/library.ts';
import { wholePath } from '../app/reading/file-account.ts';
import { hrefOf } from '../app/route.ts';

const OUTCOME_NAMES: Readonly<Record<RereadResult['outcome'], string>> = {
  same: '没有变化',
  changed: '有变化',
  kept: '没有重读成',
  cancelled: '已取消',
};
const ORDER: readonly RereadResult['outcome'][] = ['kept', 'changed', 'same', 'cancelled'];
const ROWS_AT_ONCE = 50;

interface Props {
  /** All that may be read again. */
  readonly files: readonly StoredFile[];
  /** Of those, the ones a person has chosen; empty: all are meant. */
  readonly chosen?: ReadonlySet<string>;
  /** On the page of one file. */
  readonly single?: boolean;
}

const NONE: ReadonlySet<string> = new Set();

export function RereadBar({ files, chosen = NONE, single = false }: Props) {
  const going = rereading.progress.value;
  const ended = rereading.results.value;
  const { able, without, failed } = rereading.choose(files);
  const [listing, setListing] = useState(false);
  const results = single ? ended.filter(({ fileId }) => files.some(({ id }) => id === fileId)) : ended;
  const count = able.length + without.length + failed.length;
  if (!going && results.length === 0 && count === 0) return null;
  const picked = able.filter(({ id }) => chosen.has(id));
  const start = (these: readonly StoredFile[]) => void rereading.reread(these.map(({ id }) => id));
  return (
    <section class="reread" aria-label="按原件重读">
      {going ? (
        <div class="reread-line">
          <p role="status">
            正在按原件重读：{going.done}／{going.total}。读完一份换一份，没有读成的保留原来的结果。
          </p>
          <progress max={going.total} value={going.done} aria-label="重读进度" />
          <button type="button" class="button small" onClick={() => rereading.cancel()}>
            取消重读
          </button>
        </div>
      ) : (
        count > 0 && (
          <div class="reread-line">
            <p>{single ? oneSentence(able.length > 0, failed.length > 0) : allSentence(able.length, without.length, failed.length)}</p>
            <span class="actions">
              {picked.length > 0 && (
                <button type="button" class="button small" onClick={() => start(picked)}>
                  按原件重读所选 {picked.length} 个
                </button>
              )}
              {able.length > 0 && (
                <button type="button" class="button small" onClick={() => start(able)}>
                  {single ? '按原件重读' : `按原件重读全部 ${able.length} 个`}
                </button>
              )}
              {!single && without.length + failed.length > 0 && (
                <button type="button" class="button small quiet" aria-expanded={listing} onClick={() => setListing(!listing)}>
                  要重新导入的 {without.length + failed.length} 个
                </button>
              )}
            </span>
          </div>
        )
      )}
      {listing && !single && <Without files={[...without, ...failed]} />}
      {results.length > 0 && !going && <Results results={results} />}
    </section>
  );
}

function oneSentence(able: boolean, failed: boolean): string {
  if (failed) return '这个文件是以前的版本没有读出来的，新版可能读得出。没有读出报告的文件不保留原件，请重新导入。';
  return able
    ? '读取方法已有改进，这个文件是用以前的版本读的。可以按保留的原件重读一遍，手工改正和处理记录都会保留。'
    : '读取方法已有改进，这个文件是用以前的版本读的。本机没有它的原件，需要时请重新导入。';
}

function allSentence(able: number, without: number, failed: number): string {
  const said = [`读取方法已有改进，有 ${able + without + failed} 个文件是用以前的版本读的`];
  if (able > 0) said.push(`${able} 个留有原件，可以按原件重读`);
  if (without > 0) said.push(`${without} 个没有原件`);
  if (failed > 0) said.push(`${failed} 个当时没有读出来，新版可能读得出，请重新导入`);
  return `${said.join('；')}。`;
}

/** Files without an original, by name. */
function Without({ files }: { readonly files: readonly StoredFile[] }) {
  return (
    <ul class="reread-files">
      {files.slice(0, ROWS_AT_ONCE).map((file) => (
        <li key={file.id}>
          <a href={hrefOf({ page: 'reading', file: file.id })}>{wholePath(file)}</a>
        </li>
      ))}
      {files.length > ROWS_AT_ONCE && <li class="muted">另有 {files.length - ROWS_AT_ONCE} 个未列出。</li>}
    </ul>
  );
}

function Results({ results }: { readonly results: readonly RereadResult[] }) {
  const [open, setOpen] = useState(results.length <= 5);
  const count = (outcome: RereadResult['outcome']) => results.filter((each) => each.outcome === outcome).length;
  const sorted = [...results].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <div class="reread-results">
      <div class="reread-line">
        <p role="status">
          重读结束：
          {ORDER.filter((outcome) => count(outcome) > 0)
            .map((outcome) => `${OUTCOME_NAMES[outcome]} ${count(outcome)} 个`)
            .join('，')}
          。
        </p>
        <span class="actions">
          <button type="button" class="button small quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : '看每个文件'}
          </button>
          <button type="button" class="button small quiet" onClick={() => rereading.forget()}>
            清除这段说明
          </button>
        </span>
      </div>
      {open && (
        <ul class="reread-files">
          {sorted.slice(0, ROWS_AT_ONCE).map(({ fileId, name, outcome, sentence }) => (
            <li key={fileId}>
              <b>{OUTCOME_NAMES[outcome]}</b>　{name && <a href={hrefOf({ page: 'reading', file: fileId })}>{name}</a>}：{sentence}
            </li>
          ))}
          {sorted.length > ROWS_AT_ONCE && <li class="muted">另有 {sorted.length - ROWS_AT_ONCE} 个未列出。</li>}
        </ul>
      )}
    </div>
  );
}
