import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributeOf, textOf } from '../../../src/ingest/xml/attributes.ts';
import { cutXml } from '../../../src/ingest/xml/cut-xml.ts';

class Fault extends Error {}

/** What a document is cut into, one piece after the other; texts that come in pieces are joined. */
async function cut(bytes: Uint8Array, size = bytes.length): Promise<readonly string[]> {
  const pieces: string[] = [];
  let isText = false;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += Math.max(1, size)) yield bytes.subarray(at, at + Math.max(1, size));
  }
  const add = (piece: string, text = false) => {
    if (text && isText) pieces.push(`${pieces.pop()}${piece}`);
    else pieces.push(piece);
    isText = text;
  };
  await cutXml(chunks(), {
    fault: (message, line) => new Fault(`${line}: ${message}`),
    taker: (position) => ({
      open: (name, attributes) => add(`${position.line}<${name}|${attributes.trim()}`),
      text: (piece) => add(piece, true),
      close: (name) => add(`>${name}`),
    }),
  });
  return pieces;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const DOCUMENT = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!-- a > b & c -->
<日志 a="1" b='x > "y"'>一 &amp; 二&#19977;&#x56DB;
  <empty/><x:y
    z="&lt;"></x:y ><![CDATA[<raw> & ]] ]]>𝌆</日志>
<?end?>
`;

const PIECES = [
  `3<日志|a="1" b='x > "y"'`,
  '一 & 二三四\n  ',
  '4<empty|',
  '>empty',
  '4<x:y|z="&lt;"',
  '>x:y',
  '<raw> & ]] 𝌆',
  '>日志',
];

test('a document is cut into its tags and texts, whatever the pieces in which it comes', async () => {
  const bytes = utf8(DOCUMENT);
  for (let size = 1; size <= bytes.length; size++) expect(await cut(bytes, size)).toEqual(PIECES);
});

test('UTF-16 is told by its mark', async () => {
  expect(await cut(Buffer.from(DOCUMENT, 'utf16le'), 3)).toEqual(PIECES);
  expect(await cut(Buffer.from(DOCUMENT, 'utf16le').swap16(), 7)).toEqual(PIECES);
});

test.each([
  ['', '1: it holds no document'],
  ['text', '1: there is text outside of the document'],
  ['<a>\n</b>', '2: </b> closes <a>'],
  ['<a></a>\n</a>', '2: </a> closes nothing'],
  ['<a></a><b/>', '1: <b> follows the end of the document'],
  ['<a>\n<b>', '2: it breaks off inside <b>'],
  ['<a>\n<b x="', '2: it breaks off inside a tag'],
  ['<a>&unknown;</a>', '1: "&unknown;" is no entity of XML'],
  ['<a>AT&T</a>', '1: "&T" is no entity of XML'],
  ['<a>&#0;</a>', '1: "&#0;" is no entity of XML'],
  ['<a>&#x110000;</a>', '1: "&#x110000;" is no entity of XML'],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '1: it has a DOCTYPE, which is never followed'],
  ['<a><</a>', '1: there is a "<" that begins no tag'],
  ['<a>\n\n<!-- never ends', '3: it breaks off inside a tag'],
  ['<![CDATA[x]]><a/>', '1: there is text outside of the document'],
  ['<a>'.repeat(501), '1: tags are nested more than 500 deep'],
  [`<a ${'x'.repeat(5_000_000)}`, '1: a tag or comment has no end'],
])('refused: %#', async (text, message) => {
  await expect(cut(utf8(text), 4096)).rejects.toThrow(message);
});

test('bytes that are no UTF-8 are refused', async () => {
  await expect(cut(Buffer.from('<a>\xff</a>', 'latin1'))).rejects.toThrow('1: it holds bytes that are not UTF-8');
});

test('hostile documents take no more than their length', async () => {
  const quotes = `<a b="${'>'.repeat(2_000_000)}"/>`;
  const comments = `<a>${'<!---->'.repeat(300_000)}</a>`;
  const ands = `<a>${'&amp;'.repeat(400_000)}</a>`;
  const lines = `<a>${'\n'.repeat(2_000_000)}</a>`;
  const startedAt = performance.now();
  for (const text of [quotes, comments, ands, lines]) await cut(utf8(text), 65_536);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
}, 20_000);

test('whatever is spoilt in a document, it is cut or refused', async () => {
  const bytes = utf8(DOCUMENT);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(bytes.length),
      fc.integer({ min: 1, max: 50 }),
      async (changes, end, size) => {
        const spoilt = bytes.slice(0, end);
        for (const [at, byte] of changes) if (at < end) spoilt[at] = byte;
        await cut(spoilt, size).catch((error: unknown) => expect(error).toBeInstanceOf(Fault));
      },
    ),
    { numRuns: 500, seed: 1 },
  );
});

test('attributes are found by their names', () => {
  const written = ` a="1" b = '2 a="x"'\n r:id="" c="&lt;&#65;"`;
  expect(['a', 'b', 'r:id', 'd', 'id'].map((name) => attributeOf(written, name))).toEqual([
    '1',
    '2 a="x"',
    '',
    undefined,
    undefined,
  ]);
  expect(textOf(written, 'c', Error)).toBe('<A');
  expect([' a', ' a=1', ' a="1', '', '='].map((broken) => attributeOf(broken, 'a'))).toEqual(Array(5).fill(undefined));
});
