// Half-width commas and the like after Chinese words, where the rest of the report uses full-width ones. A uniform report is left alone.
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { isOfSite, passagesOf } from '../../text/running-text.ts';
import type { Passage } from '../../text/running-text.ts';
import { isAccepted, spotted } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const NAMES: Readonly<Record<string, string>> = { s1: '第一部分', s5: '第五部分', s6: '第六部分' };
const HALF = ',;:!?';
const FULL = '，；：！？';
/** Share of half-width marks from which a report is called uniform. */
const UNIFORM = 0.8;

export default defineRule({
  id: 'W-PUNCT-MIX',
  title: '全半角标点混用',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 15834—2011《标点符号用法》（参照）。',
  why: '中文里用半角逗号、冒号，多是从别处粘贴来的文字。',
  remedy: '把半角标点统一改为全角。',
  falseAlarms: '全文一律用半角的不报；网址、时间、数字里的半角标点不计。',
  examples: () => ({
    passes: [
      { title: '一律全角', report: specimen() },
      {
        title: '网页自带的来源和日期',
        report: specimen({ preamble: ['信息提供日期 : 2024-01-17 来源 : 云溪县水利局', '本报告依据条例编写，内容如下：'] }),
      },
      { title: '时间、网址和数字', report: specimen({ text: { s6: ['开放时间为9:00至17:00，见http://example.cn，共1,024条。'] } }) },
      {
        title: '全文一律半角',
        report: specimen({
          preamble: ['本报告依据条例编写,内容如下:'],
          text: {
            s1: ['一是更新目录,二是规范流程;三是加强培训,四是完善平台.'],
            s5: ['解读不够,培训偏少;下一步加强解读,开展培训.'],
            s6: ['没有收费,没有其他事项.'],
          },
        }),
      },
    ],
    fails: [
      {
        title: '第五部分用半角，其余用全角',
        report: specimen({ text: { s5: ['一是目录更新不够及时,解读偏少;二是培训不足,下一步将改进。'] } }),
      },
    ],
  }),
  *check(context) {
    const { report } = context;
    const parts = new Map<string, { half: Spot[]; full: number }>();
    for (const passage of passagesOf(report)) {
      if (passage.kind !== 'paragraph' || isOfSite(passage)) continue;
      const name = passage.part ?? 'preamble';
      const part = parts.get(name) ?? { half: [], full: 0 };
      parts.set(name, part);
      count(passage, part);
    }
    const all = [...parts.values()];
    const half = all.reduce((sum, part) => sum + part.half.length, 0);
    const full = all.reduce((sum, part) => sum + part.full, 0);
    // Uniform: half-width throughout, whatever the full stops are.
    if (half === 0 || half / (half + full) >= UNIFORM) return;
    for (const [name, part] of parts) {
      const spots = part.half.filter((spot) => !isAccepted(context, spot));
      if (spots.length === 0) continue;
      const most = spots.length > part.full;
      const where = NAMES[name] ?? (name === 'preamble' ? '前言' : '此处');
      yield {
        ...spotted(context, spots, name),
        message: `${where}${most ? '使用' : '夹用'}半角标点（${spots.length}处），与其他部分的全角标点不一致。`,
      };
    }
  },
});

/** Half-width marks after a Chinese word and full-width commas and the like; full stops do not tell, since both styles use 。 */
function count(passage: Passage, part: { half: Spot[]; full: number }): void {
  const { text, offsets, flat } = passage;
  for (let index = 0; index < flat.length; index++) {
    const code = text.charCodeAt(offsets[index]!);
    // Most characters are words.
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    const sign = text[offsets[index]!]!;
    if (FULL.includes(sign)) part.full++;
    else if (HALF.includes(sign) && isChinese(flat[index - 1])) {
      // From the beginning of the sentence, a little beyond the mark.
      let from = index;
      while (from > 0 && index - from < 30 && !'。；！？'.includes(flat[from - 1]!)) from--;
      part.half.push({ passage, from, to: Math.min(flat.length, Math.max(index + 12, from + 32)) });
    }
  }
}

function isChinese(sign: string | undefined): boolean {
  return sign !== undefined && ((sign >= '\u4e00' && sign <= '\u9fff') || '”》）'.includes(sign));
}
