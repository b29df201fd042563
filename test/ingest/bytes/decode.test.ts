import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import { readText } from '../../../src/ingest/read-text.ts';
import { column, field, read, readLog, records, rowsOf, source, stamp } from '../exports.ts';
import { byPython } from './read-bytes.ts';

const events = records({
  form: 'events',
  ticket: column('编号'),
  at: stamp('时间'),
  fields: [field('note', '备注')],
});
const text = '编号,时间,备注\n1,2026-03-05T09:05:07Z,𠮷野家 é\n';
const row = ['a:2 1 2026-03-05T09:05:07.000Z note=𠮷野家 é'];
const bytes = Buffer.from(text);

describe('the same content', () => {
  const cases: readonly (readonly [name: string, content: Uint8Array])[] = [
    ['plain', bytes],
    ['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
    ['gzip', gzipSync(bytes)],
    ['gzip with a byte order mark inside', gzipSync(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]))],
    ['two gzip members', Buffer.concat([gzipSync(bytes.subarray(0, 20)), gzipSync(bytes.subarray(20))])],
  ];
  test.each(cases)('%s, in pieces of any size', async (_, content) => {
    for (const size of [1, 2, 3, 5, 4096])
      expect(rowsOf(await readLog(events, source('a', content, size)))).toEqual(row);
  });
});

describe('what is not text', () => {
  const lines = (...parts: readonly (string | number[])[]) =>
    Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const cases: readonly (readonly [name: string, content: Uint8Array, fault: string])[] = [
    ['a bad byte in line 3', lines(text, '2,2026-03-05T09:05:07Z,', [0xb1], '\n3,,\n'), 'a:3 bad-encoding'],
    ['a bad byte in line 3 of CRLF', lines('编号,时间,备注\r\n1,,\r\n', [0xff], ',,\r\n'), 'a:3 bad-encoding'],
    ['a bad byte in line 2 of CR', lines('编号,时间,备注\r', [0xff], ',,\r'), 'a:2 bad-encoding'],
    ['a character cut off at the end', lines(text, '2,,', [0xe5, 0xa4]), 'a:3 bad-encoding'],
    ['an overlong form', lines(text, [0xc0, 0xaf]), 'a:3 bad-encoding'],
    ['a lone surrogate', lines(text, [0xed, 0xa0, 0x80]), 'a:3 bad-encoding'],
    ['in JSON', lines('[\n"工单', [0xff], '"]'), 'a:2 bad-encoding'],
    ['nothing', Buffer.alloc(0), 'a empty-file'],
    ['blanks', lines(' \r\n\t\n'), 'a empty-file'],
    ['only a byte order mark', Buffer.from([0xef, 0xbb, 0xbf]), 'a empty-file'],
    ['gzip of nothing', gzipSync(''), 'a empty-file'],
    ['damaged gzip', damaged(gzipSync(bytes)), 'a bad-gzip'],
    ['gzip cut short', gzipSync(bytes).subarray(0, -9), 'a bad-gzip'],
    ['only the magic bytes', Buffer.from([0x1f, 0x8b]), 'a bad-gzip'],
  ];
  test.each(cases)('%s', async (_, content, fault) => {
    for (const size of [1, 3, 4096]) {
      const { value, faults } = await read(events, source('a', content, size));
      expect(value).toBeUndefined();
      expect(faults).toEqual([fault]);
    }
  });

  function damaged(packed: Buffer): Buffer {
    const copy = Buffer.from(packed);
    copy.fill(0xff, 12, 20);
    return copy;
  }
});

test('how a file was read is told also where a column is missing: it may be the reason', async () => {
  // 工单号,备注 in GBK
  const { faults } = await read(events, source('a', Buffer.from('b9a4b5a5bac52cb1b8d7a20a', 'hex')));
  expect(faults.toSorted()).toEqual(['a:1 detected-encoding', 'a:1 missing-column', 'a:1 missing-column']);
});

describe('several files', () => {
  test('are read in the order of their names, and all their faults are told', async () => {
    const good = (id: string) => `编号,时间,备注\n${id},2026-03-05T09:05:07Z,\n`;
    const log = await readLog(events, source('b', good('2')), source('a', good('1')), source('B', good('3')));
    expect(log.files).toEqual(['B', 'a', 'b']);
    expect(rowsOf(log).map((each) => each.slice(0, 5))).toEqual(['B:2 3', 'a:2 1', 'b:2 2']);

    const { faults } = await read(events, source('c', '编号\n'), source('b', ''), source('a', good('1')));
    expect(faults).toEqual(['b empty-file', 'c:1 missing-column', 'c:1 missing-column']);
  });

  test('an error of the source itself passes through', async () => {
    const lost = Object.assign(new Error('gone'), { code: 'ENOENT' });
    const broken = {
      name: 'a',
      async *chunks() {
        yield gzipSync(bytes).subarray(0, 20);
        throw lost;
      },
    };
    await expect(read(events, broken)).rejects.toBe(lost);
  });
});

describe('a text beside the exports', () => {
  const archive = (name: string) => source('a.zip', Buffer.from(byPython.archives[name] ?? '', 'base64'));

  test('may be packed, and in GBK, which is told', async () => {
    const bytes = gzipSync(Buffer.from('7469636b65743a20b9a4b5a50a', 'hex'));
    const { value, diagnostics } = await readText(source('a.gz', bytes));
    expect([value, diagnostics.map(({ code }) => code)]).toEqual(['ticket: 工单\n', ['detected-encoding']]);
    expect(english(diagnostics[0]?.hint ?? '')).not.toContain('records.file.encoding');
    expect((await readText(archive('gbk without a flag'))).value).toBe('gbk');
  });

  test('is one file of an archive, not several', async () => {
    const { value, diagnostics } = await readText(archive('streamed'));
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['bad-zip']]);
  });
});
