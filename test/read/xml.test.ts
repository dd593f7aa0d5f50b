// XML as office programs write it, and as they never do.
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../src/core/read/unreadable.ts';
import { child, childElements, decodeXml, readXml, textOf } from '../../src/core/read/xml.ts';
import type { XmlElement } from '../../src/core/read/xml.ts';
import { bytes } from './reading.ts';
import { fc, runs } from '../property.ts';

const NAMES = { 'urn:word': 'w', 'urn:sheet': '', 'urn:rel': 'r' };
const parse = (text: string, skip?: ReadonlySet<string>) => readXml(text, NAMES, skip);
const shape = (element: XmlElement): string =>
  `${element.name}(${element.children.map((node) => (typeof node === 'string' ? node : shape(node))).join(',')})`;
const refusal = (text: string): string => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Unreadable) return error.code;
    throw error;
  }
  return 'none';
};

describe('names', () => {
  it('come out alike whatever prefix the file uses', () => {
    const usual = '<w:p xmlns:w="urn:word" xmlns:r="urn:rel"><w:t w:val="1" r:id="2" plain="3">字</w:t></w:p>';
    const other = '<x:p xmlns:x="urn:word" xmlns:y="urn:rel"><x:t x:val="1" y:id="2" plain="3">字</x:t></x:p>';
    const none = '<p xmlns="urn:word" xmlns:w="urn:word" xmlns:r="urn:rel"><t w:val="1" r:id="2" plain="3">字</t></p>';
    for (const text of [usual, other, none]) {
      const root = parse(text);
      expect(shape(root)).toBe('w:p(w:t(字))');
      const t = child(root, 'w:t');
      expect(['w:val', 'r:id', 'plain', 'val'].map((name) => t?.attribute(name))).toEqual(['1', '2', '3', undefined]);
    }
  });

  it('hold only within their element; foreign ones are kept apart', () => {
    const root = parse('<a xmlns="urn:sheet"><w:b xmlns:w="urn:other"><w:c/></w:b><d xmlns:w="urn:word"><w:e/></d><w:f/></a>');
    expect(shape(root)).toBe('a(?:b(?:c()),d(w:e()),w:f())');
  });
});

describe('text', () => {
  it('entities, CDATA, comments, instructions, quotes within quotes', () => {
    const root = parse(
      `<?xml version="1.0"?><!-- <x> --><a b='"&lt;>' c="it's"><![CDATA[<&]]>&amp;&#x4e00;&#20108;<?pi <y> ?>&quot;<!----></a>\n`,
    );
    expect(textOf(root)).toBe('<&&一二"');
    expect([root.attribute('b'), root.attribute('c')]).toEqual(['"<>', "it's"]);
  });

  it('what is skipped leaves nothing', () => {
    expect(shape(parse('<a><b>1<a><b>2</b></a></b><c>3</c><b/></a>', new Set(['b'])))).toBe('a(c(3))');
  });

  it('encodings', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>年报</a>';
    const wide = (big: boolean, mark: boolean) => {
      const units = Array.from((mark ? '\ufeff' : '') + text, (sign) => sign.charCodeAt(0));
      return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
    };
    for (const content of [
      wide(false, true),
      wide(true, true),
      wide(false, false),
      wide(true, false),
      bytes(`\ufeff${text}`),
      bytes('<a>年报</a>'),
    ]) {
      expect(textOf(parse(decodeXml(content)))).toBe('年报');
    }
    const head = bytes('<?xml version="1.0" encoding="gb2312"?><a>');
    expect(textOf(parse(decodeXml(Uint8Array.from([...head, 0xc4, 0xea, 0xb1, 0xa8, ...bytes('</a>')]))))).toBe('年报');
  });
});

describe('what is refused', () => {
  it.each<[string, string]>([
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'damaged'],
    ['<a>&x;</a>', 'damaged'],
    ['<a>&amp</a>', 'damaged'],
    ['<a>&#x110000;</a>', 'damaged'],
    ['<a><b></a></b>', 'damaged'],
    ['<a><b>', 'damaged'],
    ['<a', 'damaged'],
    ['<a b="1></a>', 'damaged'],
    ['<a b=1></a>', 'none'],
    ['</a>', 'damaged'],
    ['', 'damaged'],
    ['no tag', 'damaged'],
    ['<a/><b/>', 'damaged'],
    ['<a><!-- </a>', 'damaged'],
    ['<a>'.repeat(300) + '</a>'.repeat(300), 'too-complex'],
  ])('%j', (text, code) => {
    expect(refusal(text)).toBe(code);
  });

  it('an attribute that is no attribute, when it is asked for', () => {
    expect(() => parse('<a b=1/>').attribute('b')).toThrow(Unreadable);
  });
});

describe('laws', () => {
  const name = fc.constantFrom('a', 'b', 'w:c');
  const text = fc.string({ unit: fc.constantFrom('字', '1', ' ', '<', '>', '&', '"', "'", '𠮷') });
  const escape = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/>/g, '&gt;');
  interface Tree {
    readonly name: string;
    readonly value: string;
    readonly nodes: readonly (Tree | string)[];
  }
  const tree = fc.letrec<{ node: Tree }>((tie) => ({
    node: fc.record({ name, value: text, nodes: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('node')), { maxLength: 4 }) }),
  })).node;
  const write = ({ name: tag, value, nodes }: Tree): string =>
    `<${tag} v="${escape(value)}">${nodes.map((node) => (typeof node === 'string' ? escape(node) : write(node))).join('')}</${tag}>`;
  const same = (element: XmlElement, { name: tag, value, nodes }: Tree): void => {
    expect([element.name, element.attribute('v')]).toEqual([tag, value]);
    expect(childElements(element)).toHaveLength(nodes.filter((node) => typeof node !== 'string').length);
    const inner = nodes.filter((node): node is Tree => typeof node !== 'string');
    for (const [i, each] of childElements(element).entries()) same(each, inner[i] as Tree);
  };

  it('what was written is read', () => {
    fc.assert(
      fc.property(tree, (written) => same(parse(write(written)), written)),
      { numRuns: runs(200) },
    );
  });

  it('what was cut or changed is refused or read, never more', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.constantFrom('<', '>', '"', '/', 'x', ''), (written, place, sign) => {
        const whole = write(written);
        const at = place % whole.length;
        refusal(whole.slice(0, at) + sign + whole.slice(at + 1));
        expect(refusal(whole.slice(0, at))).not.toBe('none');
      }),
      { numRuns: runs(300) },
    );
  });
});
