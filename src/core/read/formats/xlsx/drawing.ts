// What lies on a sheet of an Office Open XML workbook: texts of boxes and shapes, and how many pictures there are.
import type { Archive, ArchiveEntry } from '../../archive.ts';
import { parsePart } from '../../ooxml.ts';

export interface Drawing {
  /** A paragraph each. */
  readonly texts: readonly string[];
  readonly pictures: number;
}

/** @throws Unreadable */
export function readDrawing(archive: Archive, entry: ArchiveEntry): Drawing {
  const texts: string[] = [];
  let pictures = 0;
  let shapes = 0;
  let text = '';
  let within = false;
  parsePart(archive, entry, {
    open(name) {
      if (name === 'mc:Fallback') return false;
      if (name === 'xdr:pic') pictures++;
      else if (name === 'xdr:sp') shapes++;
      else if (name === 'a:p') text = '';
      else if (name === 'a:t') within = shapes > 0;
      else if (name === 'a:br') text += '\n';
      return true;
    },
    text(piece) {
      if (within) text += piece;
    },
    close(name) {
      if (name === 'xdr:sp') shapes--;
      else if (name === 'a:t') within = false;
      else if (name === 'a:p' && shapes > 0 && text.trim() !== '') texts.push(text);
    },
  });
  return { texts, pictures };
}
