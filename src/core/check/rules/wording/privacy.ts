// Identity numbers, mobile and bank card numbers, and names of applicants. Numbers in lines of contact are the organ's own.
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { passagesOf, sentencesOf } from '../../text/running-text.ts';
import { isAccepted, spotted } from '../../wording/spots.ts';

const written = (line: string) => specimen({ text: { s1: [line] } });

const CONTACT = /电话|联系|手机|传真|咨询|热线|拨打|监督|举报|投诉|客服|微信号|邮编|邮箱/;
/** 申请人联系方式：: a line of contact, but not the organ's. */
const OF_APPLICANT = /(?:申请人|当事人)(?:本人)?的?(?:联系方式|联系电话|电话(?:号码)?|手机号?码?)(?:为|是|：)?$/;
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const APPLICANT = new RegExp(
  `申请人(?:为|是|：)?([${SURNAMES}][\\u4e00-\\u9fff]{1,2})(?=（|，|、|向|于|申请|提出|要求|诉|不服|认为|等\\d|就|因|的申请)`,
  'g',
);
/** Words that begin like a name. */
const NO_NAME =
  /^(?:高度|任何|任意|方便|方可|方能|于法|向我|向本|向行|向政|向县|向市|金额|石油|史料|万一|严格|许可|何时|何种|程序|江苏|白天)|某|×|\*/;

export default defineRule({
  id: 'W-PRIVACY',
  title: '疑似个人信息',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: {
    ...basisOfRegulation('第十五条（不得公开个人隐私等）。', '第十四条（不得公开个人隐私等）。'),
    '2021': '《中华人民共和国政府信息公开条例》第十五条（不得公开个人隐私等）；《中华人民共和国个人信息保护法》。',
  },
  why: '年度报告向社会公开，不应带出申请人的姓名、证件号码和联系方式。',
  remedy: '删去，或以“某”“×”代替。',
  falseAlarms: '单位的办公电话、监督电话不算；长数字可能是文件编号。',
  examples: () => ({
    passes: [
      { title: '办公电话', report: written('如有疑问请与本机关联系，联系电话：13800000000。') },
      { title: '隐去姓名', report: written('申请人张某某就补偿标准提出申请，已按时答复。') },
      { title: '申请人高度认可', report: written('申请人高度认可答复，申请人方便时可到窗口领取。') },
      { title: '统一社会信用代码不是身份证号', report: written('编号为411000202300000123的目录已更新。') },
    ],
    fails: [
      { title: '身份证号', report: written('申请人提供的证件号为11010519491231002X，已核对。') },
      { title: '手机号', report: written('收到手写材料一份，署13912345678，已答复。') },
      { title: '申请人的电话', report: written('申请人联系方式：13912345678，已按时答复。') },
      { title: '银行卡号', report: written('费用已退回申请人账户6222000012345673。') },
      { title: '申请人姓名', report: written('申请人张建国要求公开补偿方案，已按时答复。') },
    ],
  }),
  *check(context) {
    for (const passage of passagesOf(context.report)) {
      const { flat } = passage;
      for (const sentence of sentencesOf(passage)) {
        const words = flat.slice(sentence.from, sentence.to);
        const contact = CONTACT.test(words);
        const numbers = /(?<![0-9A-Za-z])[0-9]{11,19}[Xx]?(?![0-9A-Za-z])/g;
        for (let match = numbers.exec(words); match !== null; match = numbers.exec(words)) {
          const contactLine = contact && !OF_APPLICANT.test(words.slice(Math.max(0, match.index - 16), match.index));
          const kind = kindOf(match[0], contactLine, words);
          if (!kind) continue;
          const spot = { passage, from: sentence.from + match.index, to: sentence.from + match.index + match[0].length };
          if (!isAccepted(context, spot))
            yield { ...spotted(context, [spot]), message: `疑似${kind}：“${hidden(match[0])}”，请核实并隐去。` };
        }
      }
      APPLICANT.lastIndex = 0;
      for (let match = APPLICANT.exec(flat); match !== null; match = APPLICANT.exec(flat)) {
        if (NO_NAME.test(match[1]!)) continue;
        const spot = { passage, from: match.index, to: match.index + match[0].length };
        if (!isAccepted(context, spot)) yield { ...spotted(context, [spot]), message: `疑似写出申请人姓名：“${match[1]}”，请核实并隐去。` };
      }
    }
  },
});

function kindOf(number: string, contact: boolean, words: string): string | null {
  if (/^[1-9]\d{16}[\dXx]$/.test(number) && isIdentity(number)) return '居民身份证号';
  if (/^1[3-9]\d{9}$/.test(number) && !contact) return '手机号码';
  if (/^[3-6]\d{15,18}$/.test(number) && /卡|账号|账户|开户/.test(words) && isCard(number)) return '银行卡号';
  return null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: a date that can be a birthday and the right check digit. */
function isIdentity(number: string): boolean {
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (!/^(?:18|19|20)/.test(number.slice(6, 8)) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

/** The check digit of Luhn. */
function isCard(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length; index++) {
    const digit = Number(number[number.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** A finding must not spread what it warns of. */
function hidden(number: string): string {
  return `${number.slice(0, 3)}…${number.slice(-2)}`;
}
