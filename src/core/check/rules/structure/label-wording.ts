// Labels of rows, columns and captions that are worded otherwise than in the form. Remarks about units: unit-note.
import { editions, regionById } from '../../../form/index.ts';
import type { Region } from '../../../form/index.ts';
import { labelCore, squeeze } from '../../../form/label.ts';
import type { Position } from '../../../model/document.ts';
import type { LabelReading, Report, TableReading } from '../../../model/report.ts';
import { TABLE_IDS, TABLE_NAMES } from '../../../model/vocabulary.ts';
import type { Severity } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import { splitUnitNote } from '../../tables/unit-note.ts';

export default defineRule({
  id: 'S-LABEL',
  title: '标签与统一格式不一致',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm(
    (circular) => `《中华人民共和国政府信息公开条例》第五十条（年度报告使用统一格式）；${circular}所附格式的表格（各行、各列的名称）。`,
  ),
  why: '表格的行、列名称由统一格式规定，改写后含义可能不同，汇总系统也可能认不出。',
  remedy: '改用统一格式的名称；所在地区的填报系统就是这样印的，可以在设置中选择地区模板。',
  falseAlarms: '标点、空格、序号样式不计；单位说明由“单位标注不同”提示；部分省份的系统使用“其他法律法规禁止公开”，选择地区模板后不提示。',
  examples: () => ({
    passes: [
      { title: '与统一格式一致', report: specimen() },
      {
        title: '标点、空格、序号样式不同',
        report: specimen({
          labels: {
            't3.r.denied.stateSecret': '１、 属于国家秘密',
            't3.*.business': '商业 企业',
            't3.r.denied.threeSafetyOneStability': '3.危及三安全一稳定',
          },
        }),
      },
      {
        title: '单位说明不同，由另一条规则提示',
        report: specimen({ labels: { 't2.art20_8.*.amountWan': '本年收费金额（单位：万元，保留4位小数）' } }),
      },
      { title: '“予以公开”后多写“情况”', report: specimen({ labels: { 't3.r.granted': '（一）予以公开情况' } }) },
      {
        title: '2019年版格式写“行政规范性文件”',
        report: specimen({ edition: '2019', labels: { 't2.art20_1.normative': '行政规范性文件' } }),
      },
    ],
    fails: [
      { title: '2021年版格式写“规范性文件”（提示）', report: specimen({ labels: { 't2.art20_1.normative': '规范性文件' } }) },
      {
        title: '长名称只写了几个字（提示）',
        report: specimen({
          labels: { 't3.r.otherHandling.overdueCorrection': '1.逾期不补正', 't3.carriedOut': '四、结转下年度办理' },
        }),
      },
      { title: '“社会公益组织”写作“社会组织”', report: specimen({ labels: { 't3.*.welfare': '社会组织' } }) },
      {
        title: '“其他法律行政法规禁止公开”少“行政”（提示）',
        report: specimen({ labels: { 't3.r.denied.lawProhibited': '2.其他法律法规禁止公开' } }),
      },
      { title: '“总计”写作“合计”（提示）', report: specimen({ labels: { 't3.*.total': '合计' } }) },
      { title: '栏目名称加了年份（提示）', report: specimen({ labels: { 't2.art20_1.*.issued': '本年（2023）制发件数' } }) },
    ],
  }),
  *check({ report, options }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const region = regionById(options.region);
    for (const id of TABLE_IDS) {
      const readings = report.tables.filter((reading) => reading.table === id);
      if (readings.every((reading) => reading.labels.length === 0)) {
        yield { result: 'notAssessed', keys: [id], why: readings.length === 0 ? '没有找到这张表。' : '没有读出这张表的标签。' };
        continue;
      }
      const wrong = readings.flatMap((reading) => {
        const pieces = piecesIn(report, reading);
        return [...reading.labels.flatMap((label) => judge(pieces, label, region)), ...captionsMisplaced(reading)];
      });
      if (wrong.length === 0) yield { result: 'passed', keys: [id] };
      // Many labels only alike: the text itself was altered on its way (traditional characters, recognition from a picture).
      const alike = wrong.filter(({ label }) => label.match === 'similar' || label.match === 'position');
      if (alike.length > MANY) {
        const first = alike[0]!.label;
        yield {
          result: 'doubtful',
          message: `${TABLE_NAMES[id]}有${alike.length}个标签与统一格式不一致，如“${shown(first.got)}”应为“${first.expected}”，请对照原件核对整张表。`,
          at: alike.map(({ label }) => label.at),
          keys: [...new Set(alike.map(({ label }) => label.key))],
          quote: first.got.trim(),
          place: `${id}/many`,
          why: '标签只能按相近程度认出，可能是文字识别、繁简转换造成。',
        };
      }
      const single = alike.length > MANY ? wrong.filter((each) => !alike.includes(each)) : wrong;
      // The same word over three groups of columns is one finding with three places.
      const groups = new Map<string, Wrong[]>();
      for (const each of single) {
        const name = `${squeeze(each.label.got)}→${each.label.expected}`;
        const group = groups.get(name);
        if (group) group.push(each);
        else groups.set(name, [each]);
      }
      for (const group of groups.values()) {
        const { label, severity, guessed } = group[0]!;
        const got = label.got.trim();
        const problem = {
          severity,
          message: `${TABLE_NAMES[id]}${AXES[label.axis]}“${shown(got)}”应为“${label.expected}”。`,
          at: group.map((each) => each.label.at),
          keys: [...new Set(group.map((each) => each.label.key))],
          quote: got,
          place: `${label.key}/${labelCore(got)}`,
        };
        if (guessed) yield { result: 'doubtful', why: '这个标签只能按位置推断。', ...problem };
        else yield { result: 'problem', ...problem };
      }
    }
  },
});

/** More labels than this that are merely alike are not that many slips of the pen. */
const MANY = 6;

/** As printed, without line breaks and spaces inside the cell. */
function shown(text: string): string {
  return text.replace(/\s+/g, '');
}

const AXES: Readonly<Record<LabelReading['axis'], string>> = { row: '行标签', column: '列标签', caption: '栏目名称' };

interface Wrong {
  readonly label: LabelReading;
  readonly severity: Severity;
  readonly guessed: boolean;
}

function judge(pieces: () => ReadonlySet<string>, label: LabelReading, region: Region | null): Wrong[] {
  if (label.match === 'exact' || (label.match === 'alias' && label.severity === null)) return [];
  const got = labelCore(splitUnitNote(label.got).words);
  const expected = labelCore(splitUnitNote(label.expected).words);
  if (got === '' || got === expected) return [];
  if (region?.labels.some((each) => each.key === label.key && labelCore(each.text) === got)) return [];
  if (isPiece(pieces, got, expected)) return [];
  // 本年（2023）制发件数: the year put in, every word kept.
  if (labelCore(label.got.normalize('NFKC').replace(/\(?(?:19|20)\d\d年?度?\)?/g, '')) === expected)
    return [{ label, severity: 'hint', guessed: false }];
  const guessed = label.match === 'position';
  return [{ label, severity: label.match === 'alias' ? (label.severity ?? 'warning') : 'warning', guessed }];
}

/** Captions of table two (第二十条第（六）项) above rows that belong under another one. */
function captionsMisplaced(reading: TableReading): Wrong[] {
  const captions = inOrder(reading.labels.filter((label) => label.axis === 'caption'));
  const rows = inOrder(reading.rows);
  const wrong: Wrong[] = [];
  let row = 0;
  for (let index = 0, next = 0; index < captions.length; index = next) {
    const { at } = captions[index]!;
    while (next < captions.length && compare(captions[next]!.at, at) === 0) next += 1;
    const end = captions[next]?.at;
    while (row < rows.length && compare(rows[row]!.at, at) <= 0) row += 1;
    const blocks = new Set<string>();
    for (; row < rows.length && (!end || compare(rows[row]!.at, end) < 0); row += 1)
      blocks.add(rows[row]!.key.split('.').slice(0, 2).join('.'));
    const [actual] = blocks;
    const expected = blocks.size === 1 ? captionOf(actual!) : null;
    if (expected === null) continue;
    for (const caption of captions.slice(index, next))
      if (caption.key !== actual) wrong.push({ label: { ...caption, key: actual!, expected }, severity: 'warning', guessed: false });
  }
  return wrong;
}

function compare(a: Position, b: Position): number {
  return a.block - b.block || (a.row ?? 0) - (b.row ?? 0);
}

function inOrder<T extends { readonly at: Position }>(things: readonly T[]): T[] {
  return [...things].sort((a, b) => compare(a.at, b.at));
}

/** Official caption of a block of table two. */
function captionOf(key: string): string | null {
  for (const edition of editions) {
    for (const table of edition.tables) {
      const block = table.blocks.find((each) => each.key === key);
      if (block) return block.caption;
    }
  }
  return null;
}

/** A label cut in two by a page break: its other piece stands in a cell of the same table. */
function isPiece(piecesOf: () => ReadonlySet<string>, got: string, expected: string): boolean {
  const rest = expected.startsWith(got) ? expected.slice(got.length) : expected.endsWith(got) ? expected.slice(0, -got.length) : '';
  return rest !== '' && piecesOf().has(rest);
}

/** What stands in the cells of a table, as labels are compared; looked up when a label first asks for it. */
function piecesIn(report: Report, reading: TableReading): () => ReadonlySet<string> {
  let pieces: Set<string> | undefined;
  return () => {
    if (pieces) return pieces;
    pieces = new Set();
    for (const index of reading.blocks) {
      const block = report.blocks[index];
      if (block === undefined) continue;
      if (block.kind !== 'table') pieces.add(labelCore(block.text));
      else for (const row of block.rows) for (const cell of row.cells) pieces.add(labelCore(cell.text));
    }
    return pieces;
  };
}
