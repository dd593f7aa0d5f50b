// What was read of a report, counted for people: cells of the form that are sure, doubtful or missing, and where its tables stand. Pure.
import { editionOf, keysOf } from '../../core/form/index.ts';
import type { Report, TableReading } from '../../core/model/report.ts';
import { TABLE_IDS, TABLE_NAMES } from '../../core/model/vocabulary.ts';
import type { TableId } from '../../core/model/vocabulary.ts';

export interface TableAccount {
  readonly table: TableId;
  readonly name: string;
  /** Cells the form has; null where the edition is not known. */
  readonly cells: number | null;
  readonly sure: number;
  readonly doubtful: number;
  /** null where it is not known how many there should be. */
  readonly absent: number | null;
  /** Of those found, how many are blank. */
  readonly blank: number;
  /** Cells read that the form does not have: rows of another edition, for example. Counted nowhere else. */
  readonly beyond: number;
  /** One sentence for each place in which the table was found. */
  readonly places: readonly string[];
}

export interface ReadingAccount {
  readonly tables: readonly TableAccount[];
  /** Tables of the document in all, those of the form included. */
  readonly tablesInFile: number;
  readonly paragraphs: number;
  readonly headings: number;
  readonly pictures: number;
  /** Official parts found, of six. */
  readonly parts: number;
}

/** @param drawn the file only draws its tables (PDF, OFD): rows and columns were found by lines and places */
export function accountOf(report: Report, drawn = false): ReadingAccount {
  const edition = editionOf(report.edition);
  const expected = edition ? keysOf(edition) : null;
  const count = (kind: string): number => report.blocks.filter((block) => block.kind === kind).length;
  return {
    tables: TABLE_IDS.map((table) => {
      const mine = (key: string): boolean => key.startsWith(`${table}.`);
      // A cell may have been read twice, where a table stands twice.
      const facts = new Map(report.facts.filter(({ key }) => mine(key)).map((fact) => [fact.key, fact]));
      const cells = expected?.filter(mine) ?? null;
      const form = cells && new Set(cells);
      const all = [...facts.values()].filter(({ key }) => form?.has(key) ?? true);
      return {
        table,
        name: TABLE_NAMES[table],
        cells: cells?.length ?? null,
        sure: all.filter(({ certainty }) => certainty === 'sure').length,
        doubtful: all.filter(({ certainty }) => certainty === 'doubtful').length,
        absent: cells ? cells.filter((key) => !facts.has(key)).length : null,
        blank: all.filter(({ writing }) => writing === 'blank').length,
        beyond: facts.size - all.length,
        places: report.tables.filter((reading) => reading.table === table).map((reading) => placeOf(reading, report, drawn)),
      };
    }),
    tablesInFile: count('table'),
    paragraphs: count('paragraph'),
    headings: count('heading'),
    pictures: count('picture'),
    parts: new Set(report.sections.flatMap(({ key }) => key ?? [])).size,
  };
}

const GEOMETRY = {
  grid: '行列按文件自带的表格',
  ragged: '行列按文字中的分隔符',
  rebuilt: '由散开的文字行按统一格式拼成',
} as const;

function placeOf({ at, blocks, section, rows }: TableReading, report: Report, drawn: boolean): string {
  const block = report.blocks[at.block];
  const under = report.sections.find((each) => each.from <= at.block && at.block < each.to);
  const said: string[] = [];
  if (under) said.push(`“${under.title}”之下`);
  else if (section === null) said.push('不在任何一部分之下');
  if (block?.kind === 'table') {
    said.push(`文件中第${report.blocks.slice(0, at.block + 1).filter(({ kind }) => kind === 'table').length}张表`);
    said.push(drawn && block.geometry === 'grid' ? '行列按表格线和文字位置还原' : GEOMETRY[block.geometry]);
  }
  if (block?.line !== undefined) said.push(`第${block.line}行起`);
  if (blocks.length > 1) said.push(`由${blocks.length}段接成`);
  const doubtful = rows.filter(({ placed }) => placed === 'doubtful').length;
  said.push(doubtful > 0 ? `${rows.length}行，其中${doubtful}行的格子位置存疑` : `${rows.length}行`);
  return said.join('，');
}
