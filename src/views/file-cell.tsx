// The cell of the list that says which file a line comes from: its name, and below it the folder or archive it lay in.
import { hrefOf } from '../app/route.ts';

interface Props {
  readonly fileId: string;
  readonly name: string;
  /** Folder path without the name; empty if the file came alone. */
  readonly path: string;
}

export function FileCell({ fileId, name, path }: Props) {
  return (
    <td class="file-name">
      <a href={hrefOf({ page: 'reading', file: fileId })} title={`看这个文件的读取情况：${path ? `${path}/` : ''}${name}`}>
        {name}
      </a>
      {path && <span class="file-path">{path}</span>}
    </td>
  );
}
