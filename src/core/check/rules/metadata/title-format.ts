// The title is there and worded otherwise than 「×××（单位全称）××××年政府信息公开工作年度报告」. No title at all: title-missing.
import { squeeze } from '../../../form/label.ts';
import type { Report } from '../../../model/report.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

const NAME = '政府信息公开工作年度报告';
/** The year with what may stand around it; 年度 once more is common and no fault. */
const YEAR = /(?:(?:19|20)\d\d|二[〇○零][一二三四五六七八九〇○零]{2})年?度?(?:的)?/;
/** A draft's mark, or who the report is for, behind or inside the title. */
const MARK = /[(（](公开稿|审定稿|定稿|终稿|修改稿|送审稿|征求意见稿|初稿|草稿|报批稿|正式稿|最终版?|网站?版|[^()（）]{0,4}稿)[)）]/;
/** Names that stand for a longer one. */
const SHORT = /(?:发改|住建|人社|卫健|教体|文旅|农办|政府办|府办|国资|市监|工信|交运|行政审批|退役|应急|自规)(?:委|局|办)$/;

export default defineRule({
  id: 'M-TITLE-FORMAT',
  title: '标题不规范',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm(
    (circular) => `${circular}所附格式（名称：政府信息公开工作年度报告）。`,
    '第三十一条（名称：政府信息公开工作年度报告）。',
  ),
  why: '报告名称由统一格式规定，名称、年份、单位全称不齐，检索和汇总时容易漏掉。',
  remedy: '标题写作“×××（单位全称）××××年政府信息公开工作年度报告”。',
  falseAlarms: '“2023年度”“年度”重复写很常见，不提示；标题分两行排版、网页标题被截短的，以原件为准。',
  examples: () => ({
    passes: [
      { title: '与规范写法一致', report: specimen() },
      { title: '“年度”重复', report: specimen({ title: '云溪县水利局2023年度政府信息公开工作年度报告' }) },
      { title: '年份写在单位前面', report: specimen({ title: '2023年云溪县水利局政府信息公开工作年度报告' }) },
      {
        title: '乡镇、街道写通行的简称',
        report: specimen({ title: '云溪县柳坪镇2023年政府信息公开工作年度报告', organ: '云溪县柳坪镇人民政府' }),
      },
      { title: '没有标题，由“缺标题”提示', report: specimen({ title: null }) },
    ],
    fails: [
      { title: '年份写了两次', report: specimen({ title: '2023云溪县水利局2023年度政府信息公开工作年度报告' }) },
      { title: '写作“年报”', report: specimen({ title: '云溪县水利局2023年度政府信息公开年报' }) },
      { title: '少“年度”二字', report: specimen({ title: '云溪县水利局2023年政府信息公开工作报告' }) },
      { title: '写作“政务公开”', report: specimen({ title: '云溪县水利局2023年政务公开工作年度报告' }) },
      { title: '带着“（公开稿）”', report: specimen({ title: '云溪县水利局2023年政府信息公开工作年度报告（公开稿）' }) },
      { title: '顺序颠倒', report: specimen({ title: '政府信息公开工作年度报告（云溪县水利局2023年度）' }) },
      { title: '单位用简称', report: specimen({ title: '云溪县发改局2023年政府信息公开工作年度报告', organ: '云溪县发改局' }) },
    ],
  }),
  *check({ report }) {
    if (report.title === null) {
      yield { result: 'notAssessed', why: '没有找到标题，另由“缺标题”提示。' };
      return;
    }
    const faults = faultsOf(report, report.title);
    if (faults.length === 0) {
      yield { result: 'passed' };
      return;
    }
    yield {
      result: 'problem',
      message: `标题“${report.title.replace(/\s+/g, '')}”与规范写法“×××（单位全称）${report.year ?? '××××'}年${NAME}”不一致：${faults.join('；')}。`,
      at: [topOfReport(report)],
      quote: report.title,
      place: 'title',
    };
  },
});

/** What differs, a few words each. */
function faultsOf(report: Report, title: string): string[] {
  const flat = squeeze(title).replace(/[《》“”"]/g, '');
  const faults: string[] = [];
  const mark = MARK.exec(flat);
  if (mark) faults.push(`多出“（${mark[1]}）”`);
  const bare = flat.replace(MARK, '');
  if (/政务公开/.test(bare) && !/政府信息公开/.test(bare)) faults.push('应写“政府信息公开”，不写“政务公开”');
  else if (!bare.includes(NAME)) faults.push(`名称应写“${NAME}”`);
  // 2023云溪县…2023年: the year of last year's file name was left in front.
  const years = bare.match(/(?<!\d)20\d\d(?!\d)/g) ?? [];
  if (years.length > 1 && !/[(（\-—至]20\d\d/.test(bare)) faults.push('年份写了两次');
  if (!YEAR.test(bare)) faults.push('没有写年份');
  else if (bare.startsWith(NAME)) faults.push('单位和年份应写在前面');
  if (report.organ !== null && !report.inferred.includes('organ') && SHORT.test(squeeze(report.organ))) faults.push('单位应写全称');
  return faults;
}
