// The document as it was read: headings, paragraphs, tables drawn as tables, every cell findable by its place.
// Draws plain text only: nothing out of a document ever becomes markup or a link.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { cards, chief, chooseAt, doubtfulPlaces, jump, marks, places } from '../app/desk/opened.ts';
import { cutText, gravest, placeName } from '../app/desk/places.ts';
import type { Marks } from '../app/desk/places.ts';
import type { Block, Cell, Row, TableBlock } from '../core/model/document.ts';
import type { Report } from '../core/model/report.ts';
import { SEVERITY_NAMES } from '../core/model/vocabulary.ts';

/** Blocks, and rows of a table, drawn at once; the rest when asked for, or when a finding stands there. */
const BLOCKS_AT_ONCE = 300;
const ROWS_AT_ONCE = 200;

const DOUBTFUL = '存疑：这个数字属于哪一格是推断的，请核对原件';
const SUSPECTED = '可能写错的单元格';

/** Element id of a place. */
function placeId(place: string): string {
  return `place-${place}`;
}

interface PlaceProps {
  readonly id: string;
  readonly tabIndex: number;
  readonly class: string;
  readonly title?: string;
  readonly onClick?: (event: Event) => void;
}

/** What a place looks like and what it says about itself. */
function placeProps(place: string, now: Marks): PlaceProps {
  const there = places.value.get(place);
  const classes: string[] = [];
  const titles: string[] = [];
  if (there) {
    const severity = gravest(cards.value, there)!;
    classes.push('has-finding', `has-${severity}`);
    if (chief.value.has(place)) classes.push('chief');
    titles.push(`这里有${there.length}条问题（最重为${SEVERITY_NAMES[severity]}），点击查看`);
  }
  if (doubtfulPlaces.value.has(place)) {
    classes.push('doubtful');
    titles.push(DOUBTFUL);
  }
  if (now.places.has(place)) classes.push('marked');
  if (now.suspected.has(place)) {
    classes.push('suspected');
    titles.unshift(SUSPECTED);
  } else if (now.suspected.size > 0 && now.places.has(place)) {
    classes.push('along');
  }
  if (now.first === place) classes.push('marked-first');
  return {
    id: placeId(place),
    tabIndex: -1,
    class: classes.join(' '),
    ...(titles.length > 0 ? { title: titles.join('；') } : {}),
    ...(there
      ? {
          onClick: (event: Event) => {
            // The smallest place that has findings answers, not the row or table around it as well.
            event.stopPropagation();
            chooseAt(place);
          },
        }
      : {}),
  };
}

function PlacedText({ place, text, now }: { readonly place: string; readonly text: string; readonly now: Marks }) {
  const stretches = now.stretches.get(place);
  if (!stretches) return <>{text}</>;
  return (
    <>
      {cutText(text, stretches).map((piece, index) =>
        piece.marked ? (
          <mark key={index} class="marked">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

/** Longer than any heading of a part: a paragraph that begins with one stays a paragraph. */
const HEADING_AT_MOST = 50;

/** Plain text knows no headings; what was understood as title or as the heading of a part is shown as one. */
function headingsOf(report: Report): ReadonlyMap<number, number> {
  const headings = new Map<number, number>();
  for (const section of report.sections) headings.set(section.at.block, 2);
  if (report.titleAt) headings.set(report.titleAt.block, 1);
  return headings;
}

interface Props {
  readonly report: Report;
  /** Narrow layout: behind the findings. Kept, so that it is found again as it was left. */
  readonly hidden?: boolean;
}

export function SourceView({ report, hidden = false }: Props) {
  const { blocks } = report;
  const headings = useMemo(() => headingsOf(report), [report]);
  const [upTo, setUpTo] = useState(BLOCKS_AT_ONCE);
  const now = marks.value;
  const wanted = jump.value;
  const firstBlock = now.first === null ? 0 : Number(now.first.split('.')[0]);
  const shown = Math.max(upTo, firstBlock + 1);

  // A choice made among the findings leads to the document, also where only one of the two is seen.
  useEffect(() => {
    if (hidden || wanted.count === 0 || now.first === null) return;
    const element = document.getElementById(placeId(now.first));
    if (!element) return;
    const target = element.querySelector('mark.marked') ?? element;
    target.scrollIntoView({ block: 'center', inline: 'nearest' });
    if (wanted.focus) element.focus({ preventScroll: true });
  }, [wanted.count, hidden]);

  return (
    <section class="pane source-pane" tabIndex={0} aria-label="原文" hidden={hidden}>
      <article class="source">
        {blocks.slice(0, shown).map((block, index) => (
          <BlockView key={index} block={block} level={headings.get(index)} index={index} now={now} />
        ))}
        {blocks.length === 0 && <p class="muted">没有读到正文。</p>}
        {shown < blocks.length && (
          <p class="more">
            <button type="button" class="button" onClick={() => setUpTo(shown + BLOCKS_AT_ONCE)}>
              继续显示（还有 {blocks.length - shown} 段）
            </button>
          </p>
        )}
      </article>
    </section>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly index: number;
  readonly now: Marks;
}

function BlockView({ block, level: understood, index, now }: BlockProps & { readonly level: number | undefined }) {
  const place = String(index);
  if (block.kind === 'table') return <TableView block={block} index={index} now={now} />;
  const props = placeProps(place, now);
  if (block.kind === 'picture') {
    return (
      <p {...props}>
        <span class="tag">图片</span> {block.text || '图片里的内容没有读取'}
      </p>
    );
  }
  const text = <PlacedText place={place} text={block.text} now={now} />;
  const level = block.text.length <= HEADING_AT_MOST ? (understood ?? (block.kind === 'heading' ? block.level : null)) : null;
  if (level === null) return <p {...props}>{text}</p>;
  // The page has its own h1, so the document starts one lower.
  if (level <= 1) return <h2 {...props}>{text}</h2>;
  return level === 2 ? <h3 {...props}>{text}</h3> : <h4 {...props}>{text}</h4>;
}

/** Where the file does not say which cell is which, the person should know. */
const GEOMETRY_WORDS: Readonly<Record<TableBlock['geometry'], string | null>> = {
  grid: null,
  ragged: '文件里只有分隔符，没有单元格边界：表格按分隔符原样排列，列可能与原件错开。',
  rebuilt: '文件里的表格已散成单行：这里按统一格式的行序拼回，请对照原件。',
};

function TableView({ block, index, now }: BlockProps & { readonly block: TableBlock }) {
  const [upTo, setUpTo] = useState(ROWS_AT_ONCE);
  const [atBlock, atRow] = (now.first ?? '').split('.').map(Number);
  const shown = Math.max(upTo, atBlock === index && atRow !== undefined ? atRow + 1 : 0);
  const props = placeProps(String(index), now);
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label="表格，可左右滚动">
      <table {...props} class={`form geometry-${block.geometry} ${props.class}`}>
        {GEOMETRY_WORDS[block.geometry] && <caption>{GEOMETRY_WORDS[block.geometry]}</caption>}
        <tbody>
          {block.rows.slice(0, shown).map((row, rowIndex) => (
            <RowView key={rowIndex} row={row} block={index} index={rowIndex} now={now} />
          ))}
        </tbody>
      </table>
      {shown < block.rows.length && (
        <button type="button" class="button small" onClick={() => setUpTo(shown + ROWS_AT_ONCE)}>
          继续显示（还有 {block.rows.length - shown} 行）
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly row: Row;
  readonly block: number;
  readonly index: number;
  readonly now: Marks;
}

const NUMBER = /^[\s（(]*[-−+]?[\d０-９][\d０-９,，.．\s]*[)）]?\s*$/;

function RowView({ row, block, index, now }: RowProps) {
  const place = placeName({ block, row: index });
  return (
    <tr {...placeProps(place, now)}>
      {row.cells.map((cell) => (
        <CellView key={cell.column} cell={cell} place={`${place}.${cell.column}`} now={now} />
      ))}
    </tr>
  );
}

function CellView({ cell, place, now }: { readonly cell: Cell; readonly place: string; readonly now: Marks }) {
  const props = placeProps(place, now);
  const classes = [props.class, NUMBER.test(cell.text) ? 'number' : cell.text.trim() === '' ? 'blank' : ''];
  return (
    <td
      {...props}
      class={classes.filter(Boolean).join(' ')}
      {...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {})}
      {...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {})}
    >
      <PlacedText place={place} text={cell.text} now={now} />
    </td>
  );
}
