// From decoded blocks to the result of a reader of text: notes on the encoding, share of garbled characters, refusal where
// the text is mostly garbled. Shared by the formats that are text; knows none of them.
import { blockText } from '../model/document.ts';
import type { Block, Note } from '../model/document.ts';
import { failure } from '../model/outcome.ts';
import { charsetNotes } from './charset.ts';
import type { Decoded } from './charset.ts';
import { countControls, garbledShare } from './characters.ts';
import type { ReadResult, Source } from './format.ts';

/** Above this share nothing in the text can be trusted. */
const HOPELESS = 0.2;

export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly metaTitle: string | null;
}

/** The document, or a failure if its encoding could not be made out. */
export function finishText(source: Source, decoded: Decoded, read: ReadBlocks): ReadResult {
  const garbled = garbledShare(read.blocks.map(blockText), countControls(decoded.text));
  if (garbled > HOPELESS) return { ok: false, failure: failure(source.path, 'garbled', '大部分文字是乱码，编码无法识别') };
  const notes = [...charsetNotes(decoded), ...read.notes];
  const document = { path: source.path, metaTitle: read.metaTitle, blocks: read.blocks, notes, garbled };
  return { ok: true, documents: [document], failures: [], charset: decoded.charset };
}
