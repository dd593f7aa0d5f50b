// One line of the list: a report with its counts, or a file that could not be read and why.
import { library } from '../../app/library.ts';
import type { Line } from '../../app/lines.ts';
import { mark } from '../../app/listing.ts';
import { removeLines } from '../../app/removing.ts';
import { hrefOf } from '../../app/route.ts';
import { EDITION_NAMES } from '../../core/model/vocabulary.ts';
import { EditableField } from '../editable-field.tsx';
import { FileCell } from '../file-cell.tsx';
import { Badge, StandingBadge } from '../mark.tsx';
import { unlessSame } from '../same.ts';
import { writeTime } from '../write-time.ts';

/** A count that is zero steps back, so that the eye finds the others. */
function Count({ name, value, title }: { readonly name: string; readonly value: number; readonly title?: string }) {
  return (
    <td data-name={name} class={`numeric${value === 0 ? ' nothing' : ' something'}`} {...(title ? { title } : {})}>
      {value}
    </td>
  );
}

/** Drawn again only when its line, its mark or its age changes. */
export const LineRow = unlessSame(
  ({ line, picked, outdated }: { readonly line: Line; readonly picked: boolean; readonly outdated: boolean }) => {
    const pick = (name: string) => (
      <td class="pick">
        <input type="checkbox" aria-label={`选择 ${name}`} checked={picked} onChange={() => mark([line.id], !picked)} />
      </td>
    );
    const remove = (name: string) => (
      <td class="row-actions">
        <button type="button" class="button tiny quiet" aria-label={`删除 ${name}`} onClick={() => void removeLines([line])}>
          删除
        </button>
      </td>
    );
    if (line.kind === 'failure') {
      const { file, partly } = line;
      const messages = file.failure ? [file.failure.message] : file.partFailures.map((each) => each.message);
      return (
        <tr class={picked ? 'picked failure' : 'failure'}>
          {pick(file.name)}
          <td>
            <Badge
              sign="failed"
              word={partly ? '部分未读' : '读取失败'}
              title={partly ? '文件里有的部分没能读取，没有核验' : '整个文件没能读取，没有核验'}
            />
          </td>
          <td colSpan={7} class="failure-message">
            {messages.slice(0, 5).map((message, index) => (
              <p key={index}>{message}</p>
            ))}
            {messages.length > 5 && <p>另有 {messages.length - 5} 处未列出。</p>}
          </td>
          <FileCell fileId={file.id} name={file.name} path={file.path} />
          <td class="time">{writeTime(file.addedAt)}</td>
          {remove(file.name)}
        </tr>
      );
    }
    const { summary, standing, counts, dismissed } = line;
    const handled = dismissed.error + dismissed.warning + dismissed.hint;
    const href = hrefOf({ page: 'report', id: line.id });
    const name = summary.organ ?? summary.fileName;
    return (
      <tr
        class={picked ? 'picked' : ''}
        onDblClick={(event) => {
          if (!(event.target as HTMLElement).closest('button,input,a,dialog')) location.hash = href;
        }}
      >
        {pick(name)}
        <td>
          <a class="standing" href={href} aria-label={`打开 ${name}`}>
            <StandingBadge standing={standing} dismissed={dismissed} />
          </a>
          {handled > 0 && standing !== 'handled' && (
            <span class="tag" title={`错误 ${dismissed.error} 条、警告 ${dismissed.warning} 条、提示 ${dismissed.hint} 条已处理，不算通过`}>
              已处理 {handled}
            </span>
          )}
          {outdated && (
            <span class="tag" title="这份报告的结果还是按原来的规则或设置核验的">
              旧设置
            </span>
          )}
        </td>
        <td class="organ">
          <EditableField
            name="单位"
            value={summary.organ}
            inferred={summary.organInferred}
            href={href}
            onSave={(value) => library.correct(line.id, { organ: value })}
          />
        </td>
        <td class="year">
          <EditableField
            name="年度"
            value={summary.year === null ? null : String(summary.year)}
            inferred={summary.yearInferred}
            numeric
            onSave={(value) => library.correct(line.id, { year: value === null ? null : Number(value) })}
          />
        </td>
        <td class="edition">{EDITION_NAMES[summary.edition]}</td>
        <Count name="错误" value={counts.error} />
        <Count name="警告" value={counts.warning} />
        <Count name="提示" value={counts.hint} />
        <Count
          name="未核验"
          value={counts.notAssessed + counts.doubtful}
          title={`没能核验 ${counts.notAssessed} 项，存疑 ${counts.doubtful} 项`}
        />
        <FileCell fileId={summary.fileId} name={summary.fileName} path={line.path} />
        <td class="time">{writeTime(summary.addedAt)}</td>
        {remove(name)}
      </tr>
    );
  },
);
