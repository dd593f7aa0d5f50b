// Characters and endings by which the search for near misses tells names, offices and new words from slips.
import { codesOf } from './known-words.ts';

const codeSet = (signs: string): ReadonlySet<number> => new Set(codesOf(signs));

/** Characters that name places: 兴发乡严格, 五常市民意乡. */
export const NAMING = codeSet('市县区乡镇村州省国路街');

/** Characters that are no words by themselves and stand in one word of the field only; alone between words they stood in none of 20 million characters. */
export const BOUND = codeSet('累履谨控障覆衔述致巩纠迅捷浏畴夯慧僵阶讼绕彰筹绍拨途励掌典疗馈漫秉涵梳鉴察综敏循颈氛懈敷诿瑕疵');

/** Characters that may stand behind any word: 在政务服务中. */
export const AFTER = codeSet('中上下内里前后时等');

/** Characters that make nouns of the words before them: 关注度, 知晓率. */
export const SUFFIXES = codeSet('度率性化式');

/** Characters that say which of several, or how great: 公开大平台, 公开新栏目. */
export const MODIFIERS = codeSet('大小新总各本全');

/** Characters that name an office at the end of what it deals with: 政务公开办, 信息公开科. */
export const OFFICES = codeSet('办厅局处科股室委组所站院会部');

/** What names a place stands behind. */
export const PLACE = /^.?(?:街道|社区|大道|[镇乡村路桥湖山河江屯庄巷坊州县])/;

/** Characters that end a word so often that the next may begin alike: 市市长, 独立国国家元首. */
export const LASTS = codeSet(
  '国市省县区乡镇村局部厅处科组院校会所站队路线水业法权人员工者率量费税性化类型层网群源链品物地江河山林园城街审项',
);

/** 的 */
export const OF = 0x7684;

/** Where a clause ends. */
export const CLAUSE_ENDS = codeSet('，。；');

/** Characters that end a noun where a longer one was not meant: 审核制, 培训会, 公开栏. */
export const NOUN_ENDS = codeSet('制会数栏令作面者性度率表单书点期网员室科局部组处');
