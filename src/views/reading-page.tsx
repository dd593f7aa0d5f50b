// 读取情况: what was read of one file, how sure it is, what was left out, what failed and what to do next.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { archiveOf, ARCHIVE, filesInside, originalSentence, sizeWords, wholePath } from '../app/reading/file-account.ts';
import { library } from '../app/library.ts';
import type { StoredFile, StoredReport } from '../app/library.ts';
import { accountOf } from '../app/reading/reading-account.ts';
import { hrefOf, route } from '../app/route.ts';
import type { Note } from '../core/model/document.ts';
import { FAILURES } from '../core/model/outcome.ts';
import type { Failure } from '../core/model/outcome.ts';
import { EDITION_NAMES } from '../core/model/vocabulary.ts';
import { CORE_VERSION } from '../core/version.ts';
import { formatName } from './format-names.ts';
import { Badge } from './mark.tsx';
import { NotFound } from './not-found.tsx';
import { READING_NOTES } from './reading-notes.ts';
import { RereadBar } from './reread-bar.tsx';
import { writeTime } from './write-time.ts';

export function ReadingPage() {
  const now = route.value;
  const id = now.page === 'reading' ? now.file : '';
  const file = library.files.value.find((each) => each.id === id) ?? null;
  const opening = library.loadState.value.state === 'opening';
  useEffect(() => {
    if (file) document.title = `读取情况：${file.name} · 勾稽`;
  }, [file?.name]);
  if (file) return <Account key={file.id} file={file} />;
  if (opening) return <p class="waiting">正在打开本机保存的报告……</p>;
  return <NotFound what="这个文件" />;
}

function Account({ file }: { readonly file: StoredFile }) {
  const all = library.files.value;
  const archive = archiveOf(file, all);
  const inside = file.format === ARCHIVE ? filesInside(file, all) : [];
  /** Of each report that has been opened: does it lack cells? Nothing is called read before that is known. */
  const [unsure, setUnsure] = useState<ReadonlyMap<string, boolean>>(new Map());
  return (
    <div class="reading">
      <section class="sheet reading-head" aria-label="文件">
        <div class="reading-name">
          <h1>{file.name}</h1>
          <Standing file={file} unsure={unsure} />
          <span class="actions end">
            {file.reportIds.length === 1 && (
              <a class="button small" href={hrefOf({ page: 'report', id: file.reportIds[0]! })}>
                打开报告
              </a>
            )}
            <a class="button small" href="#/">
              回到列表
            </a>
          </span>
        </div>
        {file.failure && (
          <p class="banner banner-caution">
            <b>{FAILURES[file.failure.code].title}：</b>
            {file.failure.message}
          </p>
        )}
        <dl class="facts">
          <Fact name="所在位置">
            {file.path || '单独导入，没有文件夹'}
            {archive && (
              <>
                　<a href={hrefOf({ page: 'reading', file: archive.id })}>压缩包的读取情况</a>
              </>
            )}
          </Fact>
          <Fact name="文件格式">
            {file.format === '' && file.failure ? '没有读取' : formatName(file.format)}
            {file.size > 0 && `，${sizeWords(file.size)}`}
          </Fact>
          {file.charset && <Fact name="文字编码">{file.charset}</Fact>}
          <Fact name="导入时间">{writeTime(file.addedAt)}</Fact>
          <Fact name="原件">{originalSentence(file)}</Fact>
          <Fact name="读取版本">
            第 {file.coreVersion} 版{file.coreVersion === CORE_VERSION ? '（现在的版本）' : `（现为第 ${CORE_VERSION} 版）`}
          </Fact>
        </dl>
        <RereadBar files={[file]} single />
      </section>
      {file.partFailures.length > 0 && <Failures failures={file.partFailures} />}
      {inside.length > 0 && <Inside files={inside} />}
      {file.reportIds.map((id, index) => (
        <ReportAccount
          key={`${id} ${file.coreVersion}`}
          id={id}
          onOpened={(stored) => setUnsure((before) => new Map([...before, [id, stored === null || isUnsure(stored)]]))}
          format={file.format}
          number={file.reportIds.length > 1 ? index + 1 : null}
        />
      ))}
      {file.removedReports > 0 && <p class="muted">这个文件另有 {file.removedReports} 份报告已被删除，重新导入可以找回。</p>}
      <Notes notes={file.notes} failed={file.failure !== null} />
    </div>
  );
}

/** Whether a report lacks cells of the form, or has some of which it is not sure. */
function isUnsure({ report }: StoredReport): boolean {
  return accountOf(report).tables.some(({ doubtful, absent }) => doubtful > 0 || absent === null || absent > 0);
}

function Standing({ file, unsure }: { readonly file: StoredFile; readonly unsure: ReadonlyMap<string, boolean> }) {
  if (file.failure) return <Badge sign="failed" word="没有读取" />;
  const cautions = file.notes.some((note) => note.weight === 'caution');
  if (file.partFailures.length > 0 || cautions) return <Badge sign="unchecked" word="读了一部分，或有要注意的情况" />;
  const unjudged = library.summaries.value.some(({ fileId, counts }) => fileId === file.id && counts.notAssessed + counts.doubtful > 0);
  if (unjudged || [...unsure.values()].includes(true)) return <Badge sign="unchecked" word="已读取，有没读到、没核验或存疑的内容" />;
  if (!file.reportIds.every((id) => unsure.has(id))) return null;
  return <Badge sign="passed" word={file.format === ARCHIVE ? '已解压' : '已读取'} />;
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Failures({ failures }: { readonly failures: readonly Failure[] }) {
  return (
    <section class="sheet" aria-label="没有读取的部分">
      <h2>没有读取的部分 {failures.length} 个</h2>
      <ul class="notes">
        {failures.map((failure, index) => (
          <li key={index} class="caution">
            <b>{FAILURES[failure.code].title}：</b>
            {failure.message}
          </li>
        ))}
      </ul>
    </section>
  );
}

const INSIDE_AT_ONCE = 100;

function Inside({ files }: { readonly files: readonly StoredFile[] }) {
  const [upTo, setUpTo] = useState(INSIDE_AT_ONCE);
  return (
    <section class="sheet" aria-label="压缩包里的文件">
      <h2>压缩包里的文件 {files.length} 个</h2>
      <ul class="notes">
        {files.slice(0, upTo).map((file) => (
          <li key={file.id} class={file.failure ? 'caution' : ''}>
            <a href={hrefOf({ page: 'reading', file: file.id })}>{wholePath(file)}</a>
            {file.failure ? `　没有读取：${FAILURES[file.failure.code].title}` : `　报告 ${file.reportIds.length} 份`}
          </li>
        ))}
      </ul>
      {files.length > upTo && (
        <button type="button" class="button small quiet" onClick={() => setUpTo(upTo + INSIDE_AT_ONCE)}>
          再列 {INSIDE_AT_ONCE} 个
        </button>
      )}
    </section>
  );
}

interface ReportProps {
  readonly id: string;
  readonly format: string;
  /** Where the file holds several. */
  readonly number: number | null;
  /** Called whenever it has come out of the store, also again after it changed. */
  readonly onOpened: (stored: StoredReport | null) => void;
}

/** One report: what of the form was found and how sure it is. */
function ReportAccount({ id, format, number, onOpened }: ReportProps) {
  const [stored, setStored] = useState<StoredReport | null | 'opening'>('opening');
  const summary = library.summaries.value.find((each) => each.id === id);
  useEffect(() => {
    let gone = false;
    void library.openReport(id).then((report) => {
      if (gone) return;
      setStored(report);
      onOpened(report);
    });
    return () => {
      gone = true;
    };
  }, [id, summary]);
  if (stored === 'opening') return <p class="waiting">正在打开报告……</p>;
  if (!stored) return <p class="muted">这份报告打不开，可能已被删除。</p>;
  const { report } = stored;
  const account = accountOf(report, format === 'pdf' || format === 'ofd');
  const name = `${report.organ ?? '单位不明'} ${report.year === null ? '年度不明' : `${report.year} 年`}`;
  const missing = account.tables.filter(({ places }) => places.length === 0);
  return (
    <section class="sheet reading-report" aria-label={`读出的报告${number ?? ''}`}>
      <h2>
        {number !== null && `第 ${number} 份：`}
        <a href={hrefOf({ page: 'report', id })}>{name}</a>
        <span class="muted">　{EDITION_NAMES[report.edition]}</span>
      </h2>
      <p>
        六个部分读到 {account.parts} 个；正文 {account.headings + account.paragraphs} 段（连同标题），表格 {account.tablesInFile} 张
        {account.pictures > 0 && <b>，图片 {account.pictures} 张（图片里的文字和数字没有读取）</b>}。
        {missing.length > 0 && <b>没有找到{missing.map((table) => table.name).join('、')}。</b>}
      </p>
      <div class="table-scroll" tabIndex={0} role="group" aria-label="读到的格子，可左右滚动">
        <table class="numbers reading-cells">
          <caption class="visually-hidden">官方表格的格子读到多少</caption>
          <thead>
            <tr>
              <th scope="col">表</th>
              <th scope="col">应有格子</th>
              <th scope="col">确定</th>
              <th scope="col">存疑</th>
              <th scope="col">没有读到</th>
              <th scope="col">空白（已计入）</th>
              <th scope="col">在文件中的位置</th>
            </tr>
          </thead>
          <tbody>
            {account.tables.map(({ table, name: tableName, cells, sure, doubtful, absent, blank, beyond, places }) => (
              <tr key={table}>
                <th scope="row">{tableName}</th>
                <td class="numeric">{cells ?? '不明'}</td>
                <td class="numeric">{sure}</td>
                <td class={`numeric${doubtful > 0 ? ' something' : ''}`}>{doubtful}</td>
                <td class={`numeric${absent === null || absent > 0 ? ' something' : ''}`}>{absent ?? '不明'}</td>
                <td class="numeric">{blank}</td>
                <td class="reading-places">
                  {beyond > 0 && <p>另有 {beyond} 个格子不在这一版统一格式之内，没有计入。</p>}
                  {places.length === 0 ? <b>没有找到这张表</b> : places.map((place, index) => <p key={index}>{place}。</p>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {account.tables.some(({ doubtful, absent }) => doubtful > 0 || absent === null || absent > 0) && (
        <p class="muted">存疑：读到了数字，但不能确定属于哪一格；没有读到的格子不会当作没有问题。请打开报告，对照原件核对。</p>
      )}
    </section>
  );
}

function Notes({ notes, failed }: { readonly notes: readonly Note[]; readonly failed: boolean }) {
  return (
    <section class="sheet" aria-label="读取说明">
      <h2>读取说明{notes.length > 0 && ` ${notes.length} 条`}</h2>
      {notes.length === 0 ? (
        <p class="muted">{failed ? '文件没有读取，没有别的说明。' : '没有略去、截断或拼接的内容。'}</p>
      ) : (
        <NoteList notes={notes} />
      )}
    </section>
  );
}

/** Those that need care first. */
function NoteList({ notes }: { readonly notes: readonly Note[] }) {
  const [all, setAll] = useState(false);
  if (notes.length === 0) return null;
  const sorted = [...notes].sort((a, b) => Number(b.weight === 'caution') - Number(a.weight === 'caution'));
  const shown = all ? sorted : sorted.slice(0, 20);
  return (
    <>
      <ul class="notes">
        {shown.map((note, index) => {
          const title = READING_NOTES.find(({ code }) => code === note.code)?.title;
          return (
            <li key={index} class={note.weight === 'caution' ? 'caution' : ''}>
              {note.weight === 'caution' && <b>注意：</b>}
              {title && <span class="note-title">{title}</span>}
              {note.message}
            </li>
          );
        })}
      </ul>
      {sorted.length > shown.length && (
        <button type="button" class="button small quiet" onClick={() => setAll(true)}>
          全部列出 {sorted.length} 条
        </button>
      )}
    </>
  );
}
