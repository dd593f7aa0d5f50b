// The door: files that are dropped or pasted become jobs. Sizes are looked at, and what is empty or too large ends here.
import { failure } from '../../core/model/outcome.ts';
import type { Ends } from './ends.ts';
import { isActive } from './job.ts';
import type { Entry } from './job.ts';
import type { JobList } from './job-list.ts';
import type { Traffic } from './traffic.ts';

export interface IncomingFile {
  readonly file: File;
  /** Folder path as dropped, without the name. */
  readonly path: string;
}

const MB = 1024 * 1024;
/** Genuine reports have a few MB, scans some dozens. */
export const LARGEST_FILE = 128 * MB;
/** Milliseconds the page is held at a time. */
const SLICE = 10;

export interface Admission {
  take(files: readonly IncomingFile[]): void;
  /** Pasted text or html; nothing comes of white space. The name is given the extension if it has none. */
  takePasted(text: string, name: string, kind: 'text' | 'html'): void;
  /** Another attempt at a file: its size may not have been looked at before it was cancelled. */
  takeAgain(entry: Entry): void;
}

export interface AdmissionParts {
  readonly list: JobList;
  readonly traffic: Traffic;
  readonly ends: Ends;
  /** Bytes of one file above which it is refused unread. */
  readonly largest: number;
}

export function createAdmission({ list, traffic, ends, largest }: AdmissionParts): Admission {
  function take(files: readonly IncomingFile[]): void {
    void noteSizes(files.map(({ file, path }) => list.add({ name: file.name, path, size: 0 }, file, null)));
  }

  /** In slices: the first look at a size asks the disk and holds the page for about a millisecond (seen in Chromium). */
  async function noteSizes(taken: readonly Entry[]): Promise<void> {
    let until = Date.now() + SLICE;
    for (const entry of taken) {
      if (isActive(entry)) {
        list.setSize(entry, entry.file!.size);
        admit(entry);
      }
      if (Date.now() < until) continue;
      traffic.wake();
      await new Promise((resolve) => setTimeout(resolve));
      until = Date.now() + SLICE;
    }
    list.show();
    traffic.wake();
  }

  function admit(entry: Entry): void {
    const { name, size } = entry.job;
    if (size === 0) void ends.fail(entry, failure(name, 'empty'));
    else if (size > largest) {
      const limit = `文件有 ${inMegabytes(size)}，超过 ${inMegabytes(largest)} 的上限`;
      void ends.fail(entry, failure(name, 'too-large', limit));
    } else traffic.queueToRead(entry);
  }

  return {
    take,
    takeAgain: (entry) => void noteSizes([entry]),
    takePasted(text, name, kind) {
      if (text.trim() === '') return;
      const [extension, type] = kind === 'text' ? ['txt', 'text/plain'] : ['html', 'text/html'];
      const full = /\.[A-Za-z0-9]{1,5}$/.test(name) ? name : `${name}.${extension}`;
      // With a byte order mark, so that no charset named in the text is believed instead.
      take([{ file: new File(['\uFEFF', text], full, { type }), path: '' }]);
    },
  };
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MB)} MB`;
}
