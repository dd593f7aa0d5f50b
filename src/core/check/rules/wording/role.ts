// Doings that are another kind of organ's.
import { ROLES } from '../../lexicon/roles.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { around } from '../../text/running-text.ts';
import { isAccepted, matches, quoteOf, spotted } from '../../wording/spots.ts';

const by = (organ: string, line: string) => specimen({ organ, text: { s1: [line] } });

export default defineRule({
  id: 'W-ROLE',
  title: '职权不符',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第三条、第四条（主管部门和工作机构的职责）。',
  why: '写了本单位没有的职责，多是套用上级或主管部门的文字。',
  remedy: '核对后删去，或改为本单位实际做的事。',
  falseAlarms: '确由当地政府指定承担该职责的单位可以忽略。',
  examples: () => ({
    passes: [
      { title: '乡镇在县政府网站公开', report: by('云溪县柳坪乡人民政府', '在县政府门户网站公开信息，建设政府网站专栏。') },
      { title: '政务服务局指导全县公开工作', report: by('云溪县政务服务管理局', '负责推进、指导、协调、监督全县政府信息公开工作。') },
      { title: '市政府指导全市公开工作', report: by('云溪市人民政府', '加强对全市政府信息公开工作的指导、考核。') },
      { title: '县政府指导全县公开工作', report: by('云溪县人民政府', '加强对全县政府信息公开工作的指导、考核。') },
      { title: '制定规章制度', report: by('云溪县水利局', '制定规章制度三项。') },
    ],
    fails: [
      { title: '乡镇建立政府信息公开门户网站', report: by('云溪县柳坪乡人民政府', '当年建立政府信息公开门户网站并设置栏目。') },
      { title: '乡镇建成自己的网站', report: by('云溪县柳坪镇人民政府', '今年建成了镇政府网站，方便群众查询。') },
      { title: '县政府指导全市公开工作', report: by('云溪县人民政府', '加强对全市政府信息公开工作的指导、考核。') },
      { title: '部门指导全县公开工作', report: by('云溪县水利局', '负责指导、协调、监督全县政府信息公开工作。') },
    ],
  }),
  *check(context) {
    const { organ, organKind } = context.report;
    if (organ === null || organKind === null) {
      yield { result: 'notAssessed', why: '没有确定是哪个单位的报告，无法判断职权。' };
      return;
    }
    for (const { pattern, kinds, except, reason, mild } of ROLES) {
      if (!kinds.includes(organKind) || except?.test(organ)) continue;
      for (const { passage, from, to } of matches(context, pattern)) {
        if (passage.quoting[from]! & 1) continue;
        const spot = { passage, from, to };
        if (isAccepted(context, spot)) continue;
        const near = { passage, ...around(passage, from, to, 40) };
        yield {
          ...spotted(context, [near]),
          message: `“${quoteOf(spot)}”与${organ}的职权不符，请核实：${reason}。`,
          ...(mild ? { severity: 'hint' as const } : {}),
        };
        break;
      }
    }
  },
});
