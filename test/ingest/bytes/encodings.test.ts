import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import { byPython, type CodeTable, decoded } from './read-bytes.ts';

const sentences = byPython.sentences.map(({ encoding, text, bytes }) => ({
  encoding,
  text,
  bytes: Buffer.from(bytes, 'base64'),
}));

function inEncoding(encoding: string, start: string): Buffer {
  const found = sentences.find((each) => each.encoding === encoding && each.text.startsWith(start));
  if (found === undefined) throw new Error(`no sentence ${start}`);
  return found.bytes;
}

describe('the bytes that Python writes', () => {
  test.each(sentences)('$encoding $text', async ({ encoding, text, bytes }) => {
    for (const size of [1, 2, 3, 7, 65_536]) {
      expect(await decoded(bytes, { size, encoding })).toEqual({ text, encoding, diagnostics: [], told: [] });
      const found = await decoded(bytes, { size });
      expect(found).toMatchObject({ text, encoding });
      // UTF-8 is told only where something else is nearly as likely.
      if (encoding !== 'utf-8') expect(found.told).toEqual([expect.stringMatching(/^a:[12] detected-encoding$/)]);
      else expect(found.told).toEqual([]);
    }
  });

  test('are told with an example and the words that settle it', async () => {
    const { diagnostics } = await decoded(inEncoding('gb18030', '客户姓名'));
    expect(english(diagnostics[0]?.message ?? '')).toContain('"客户姓名"');
    expect(english(diagnostics[0]?.hint ?? '')).toContain('records.file.encoding: gb18030');
  });

  test.each(Object.entries(byPython.tables))('%s: every code', async (_, table) => {
    const codes = codesOf(table);
    const bytes = Buffer.concat(codes.map((code) => Uint8Array.from(code)));
    for (const size of [997, 65_536]) {
      const { text } = await decoded(bytes, { size, encoding: table.encoding });
      expect(
        createHash('sha256')
          .update(text ?? '')
          .digest('hex'),
      ).toBe(table.sha256);
    }
    expect(codes.length).toBeGreaterThan(60);
  });

  function codesOf({ of, step, ranges }: CodeTable): readonly number[][] {
    const numbers = ranges.split(' ').flatMap((range) => {
      const [first = 0, last = 0] = range.split('-').map(Number);
      return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
    });
    const digits = { one_byte: [256], two_bytes: [256, 256], four_bytes: [126, 10, 126, 10] }[of];
    const lowest = of === 'four_bytes' ? [0x81, 0x30, 0x81, 0x30] : digits.map(() => 0);
    return numbers.map((number) => {
      let rest = number;
      const code = digits.toReversed().map((base) => {
        const digit = rest % base;
        rest = Math.floor(rest / base);
        return digit;
      });
      return code.toReversed().map((digit, index) => digit + (lowest[index] ?? 0));
    });
  }
});

describe('what tells an encoding', () => {
  const wanted = (...names: readonly string[]) => names.map((name) => ({ name, isRequired: false }));

  test('a column that appears, above all', async () => {
    // C9 B3 C4 A9 is 沙末 in GB 18030, and sound UTF-8: ɳĩ.
    const word = Buffer.from([0xc9, 0xb3, 0xc4, 0xa9, 0x2c, 0x31, 0x0a]);
    expect(await decoded(word, { wanted: wanted('沙末') })).toMatchObject({ encoding: 'gb18030', text: '沙末,1\n' });
    expect(await decoded(word, { wanted: wanted('ɳĩ') })).toMatchObject({ encoding: 'utf-8', text: 'ɳĩ,1\n' });
  });

  test('a byte order mark, which is no guess', async () => {
    const text = '工单号,一\n';
    const marked: readonly (readonly [encoding: string, bytes: readonly number[], rest: Buffer])[] = [
      ['utf-8', [0xef, 0xbb, 0xbf], Buffer.from(text)],
      ['utf-16le', [0xff, 0xfe], Buffer.from(text, 'utf16le')],
      ['utf-16be', [0xfe, 0xff], Buffer.from(text, 'utf16le').swap16()],
      ['gb18030', [0x84, 0x31, 0x95, 0x33], Buffer.from('b9a4b5a5bac52cd2bb0a', 'hex')],
    ];
    for (const [encoding, mark, rest] of marked) {
      for (const size of [1, 2, 3, 7]) {
        const bytes = Buffer.concat([Uint8Array.from(mark), rest]);
        expect(await decoded(bytes, { size })).toEqual({ text, encoding, diagnostics: [], told: [] });
        expect((await decoded(bytes, { size, encoding })).text).toBe(text);
      }
    }
  });

  test('a mark that contradicts what is stated is an error', async () => {
    const marked = Buffer.from('\ufeff工单号\n');
    for (const encoding of ['gb18030', 'gbk', 'windows-1252', 'utf-16le'])
      expect(await decoded(marked, { encoding })).toMatchObject({ text: undefined, told: ['a:1 bad-encoding'] });
    const utf32 = Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]);
    expect((await decoded(utf32)).told).toEqual(['a:1 bad-encoding']);
  });

  test('a single word after three megabytes of ASCII', async () => {
    const rows = 'OPS-118,2026-03-05 09:00:00,open,printer\n'.repeat(75_000);
    const count = 75_000;
    for (const [word, hex, encoding] of [
      ['系统', 'cfb5cdb3', 'gb18030'],
      ['處理', 'b342b27a', 'big5'],
      ['対応', '91ce899e', 'shift_jis'],
      ['Größe', '4772f6df65', 'windows-1252'],
      ['系统', 'e7b3bbe7bb9f', 'utf-8'],
    ] as const) {
      const bytes = Buffer.concat([Buffer.from(`${rows}1,`), Buffer.from(hex, 'hex'), Buffer.from('\n')]);
      const { text, told, encoding: settled } = await decoded(bytes);
      expect([settled, text?.slice(rows.length), text?.length]).toEqual([
        encoding,
        `1,${word}\n`,
        rows.length + word.length + 3,
      ]);
      expect(told).toEqual(encoding === 'utf-8' ? [] : [`a:${count + 1} detected-encoding`]);
    }
  });

  test('a guess from little that what follows contradicts is an error, not rubbish', async () => {
    const ascii = Buffer.from(`${'OPS-118,2026-03-05 09:00:00,open,printer'.padEnd(99)}\n`.repeat(20_000));
    const gbk = inEncoding('gb18030', '客户姓名');
    const bytes = Buffer.concat([Buffer.from([0x35, 0xb0, 0x0a]), ascii, gbk, gbk]);
    const { text, encoding, told } = await decoded(bytes);
    expect([text, encoding]).toEqual([undefined, 'windows-1252']);
    expect(told[0]).toBe('a:1 detected-encoding');
    expect(told[1]).toMatch(/^a:\d+ bad-encoding$/);
  });

  test('ASCII alone is UTF-8 and told by nobody', async () => {
    expect(await decoded(Buffer.from('id,note\n1,\n'))).toMatchObject({ encoding: 'utf-8', told: [] });
  });
});

describe('bytes that are not of the encoding', () => {
  const bad: readonly (readonly [name: string, encoding: string, bytes: Buffer, told: string])[] = [
    ['a lead byte before a line break', 'gb18030', Buffer.from('b9a40a31b50a', 'hex'), 'a:2'],
    ['0xFF', 'gb18030', Buffer.from('b9a40a0aff0a', 'hex'), 'a:3'],
    ['a four-byte code beyond Unicode', 'gb18030', Buffer.from('b9a40ae3329a360a', 'hex'), 'a:2'],
    ['cut within two bytes', 'gb18030', Buffer.from('b9a40ab9', 'hex'), 'a:2'],
    ['cut within four bytes', 'gb18030', Buffer.from('0a0ab9a48130', 'hex'), 'a:3'],
    ['cut after three of four bytes', 'gb18030', Buffer.from('0ab9a4813081', 'hex'), 'a:2'],
    ['a lead byte before a line break', 'big5', Buffer.from('a4750d0a31a40d0a', 'hex'), 'a:2'],
    ['cut within a character', 'big5', Buffer.from('a4750aa4', 'hex'), 'a:2'],
    ['a byte that begins nothing', 'shift_jis', Buffer.from('82a00aa00a', 'hex'), 'a:2'],
    ['cut within a character', 'shift_jis', Buffer.from('82a00a82', 'hex'), 'a:2'],
    ['a byte without a character', 'windows-1252', Buffer.from('fc0a0a81', 'hex'), 'a:3'],
    ['a lone high surrogate', 'utf-16le', Buffer.from('61000a003dd862000a00', 'hex'), 'a:2'],
    ['a lone low surrogate', 'utf-16le', Buffer.from('0a000a0000dc0a00', 'hex'), 'a:3'],
    ['a lone high surrogate', 'utf-16be', Buffer.from('0061000ad83d0062000a', 'hex'), 'a:2'],
    ['a high surrogate at the end', 'utf-16le', Buffer.from('61000a003dd8', 'hex'), 'a:2'],
    ['half a unit at the end', 'utf-16be', Buffer.from('0061000a00', 'hex'), 'a:2'],
    ['a bad byte', 'utf-8', Buffer.from('e5b7a50aff', 'hex'), 'a:2'],
    ['an overlong form', 'utf-8', Buffer.from('0ac00a', 'hex'), 'a:2'],
    ['cut within a character', 'utf-8', Buffer.from('e5b7a50ae5b7', 'hex'), 'a:2'],
    ['a bad byte in an encoding that is only stated', 'euc-kr', Buffer.from('b0a10ab00a', 'hex'), 'a:2'],
  ];
  test.each(bad)('%s in %s', async (_, encoding, bytes, told) => {
    for (const size of [1, 2, 3, 7, 65_536])
      expect(await decoded(bytes, { size, encoding })).toMatchObject({
        text: undefined,
        told: [`${told} bad-encoding`],
      });
  });

  test('the line is counted also where a chunk begins within a character', async () => {
    const line = inEncoding('gb18030', '一般问题');
    const good = Buffer.concat(Array.from({ length: 500 }, () => [line, Buffer.from('\n')]).flat());
    const bytes = Buffer.concat([good, Buffer.from([0xb9, 0x0a]), good]);
    for (const size of [61, 1009, 65_536])
      expect((await decoded(bytes, { size, encoding: 'gb18030' })).told).toEqual(['a:501 bad-encoding']);
  });

  test('what they may be instead is said', async () => {
    const { diagnostics } = await decoded(inEncoding('gb18030', '工单号'), { encoding: 'utf-8' });
    expect(english(diagnostics[0]?.hint ?? '')).toContain('may be gb18030 ("工单号")');
  });

  test('bytes that are no text at all are refused', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => 0x80 + ((index * 7919) % 128));
    expect(await decoded(noise)).toMatchObject({ text: undefined, told: ['a:1 bad-encoding'] });
  });
});

describe('NULs', () => {
  test('are left out of tables and told', async () => {
    const bytes = Buffer.from('id,note\n1\0\0,x\n2,y\n\0\0\0');
    for (const size of [1, 3, 65_536])
      expect(await decoded(bytes, { size })).toMatchObject({ text: 'id,note\n1,x\n2,y\n', told: ['a:2 nul-bytes'] });
    expect(english((await decoded(bytes)).diagnostics[0]?.message ?? '')).toMatch(/^5 NUL/);
  });

  test('stay in JSON, whose reader refuses them', async () => {
    expect(await decoded(Buffer.from('["a\0"]'))).toMatchObject({ text: '["a\0"]', told: [] });
  });

  test('do not make UTF-16 of a text', async () => {
    const bytes = Buffer.from(`工单号,备注\n${'1,\0\n'.repeat(20)}`);
    expect((await decoded(bytes)).encoding).toBe('utf-8');
  });

  test('a file of nothing else is empty', async () => {
    expect((await decoded(Buffer.alloc(4096))).told).toEqual(['a:1 nul-bytes', 'a empty-file']);
  });
});
