// Every code a reader can write is explained on the page of rules.
import { describe, expect, it } from 'vitest';
import { FAILURES } from '../../src/core/model/outcome.ts';
import { READING_NOTES } from '../../src/views/reading-notes.ts';

const sources = import.meta.glob<string>(['../../src/core/read/**/*.ts', '../../src/core/understand/**/*.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

describe('reading notes', () => {
  // Failures have codes too, and a list of their own on the page.
  const written = Object.values(sources)
    .flatMap((text) => [...text.matchAll(/code: '([A-Za-z-]+)',\s*message/g)].map((found) => found[1]!))
    .filter((code) => !(code in FAILURES));

  it('are found in the readers', () => {
    expect(written.length).toBeGreaterThan(3);
  });

  it('are all explained', () => {
    const explained = READING_NOTES.map((note) => note.code);
    for (const code of written) expect(explained).toContain(code);
    expect(new Set(explained).size).toBe(explained.length);
  });
});
