// Splits a label into its words and the remark about units behind them: 本年收费金额（单位：万元，保留4位小数）.
import { squeeze } from '../../form/label.ts';

/** A label and the unit behind it. */
export interface UnitNote {
  /** The label without the remark, squeezed. */
  readonly words: string;
  /** The remark with its brackets, squeezed; empty where there is none. */
  readonly note: string;
  /** Unit named in the remark. */
  readonly unit: string | null;
}

const NOTE =
  /[([【](?:计量)?(?:单位)?[:：]?(万元|亿元|千元|百元|元|人民币|件|项|个|宗|条)(?:[^()[\]]*)[)\]】]$|[([【](?:计量)?单位[^()[\]]*[)\]】]$/;

/** Takes the remark off a label. */
export function splitUnitNote(label: string): UnitNote {
  const text = squeeze(label);
  const match = NOTE.exec(text);
  if (!match) return { words: text, note: '', unit: null };
  return { words: text.slice(0, match.index), note: match[0], unit: match[1] ?? null };
}
