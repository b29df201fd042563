import { Buffer } from 'node:buffer';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import { unpack } from '../../../src/ingest/bytes/unpack.ts';
import { source } from '../exports.ts';
import { byPython, unpacked } from './read-bytes.ts';

function archive(name: string): Buffer {
  const bytes = byPython.archives[name];
  if (bytes === undefined) throw new Error(`no archive ${name}`);
  return Buffer.from(bytes, 'base64');
}

/** The bytes with some of them changed, at their last occurrence: the table of contents stands at the end. */
function changed(bytes: Buffer, at: string, offset: number, byte: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.lastIndexOf(at, undefined, 'latin1') + offset] = byte;
  return copy;
}

const DIRECTORY = 'PK\x01\x02';
const END = 'PK\x05\x06';

describe('an archive', () => {
  const archives: readonly (readonly [name: string, parts: readonly string[], told?: readonly string[]])[] = [
    ['utf-8 with its flag', ['a.zip/三月.csv: utf']],
    ['gbk without a flag', ['a.zip/三月/工单.csv: gbk']],
    ['big5 without a flag', ['a.zip/三月工單.csv: big5']],
    ['utf-8 without a flag', ['a.zip/三月.csv: mac']],
    // By code units: `.` before `/`, `B` before `a`.
    ['in the order of the archive', ['a.zip/B.csv: B', 'a.zip/a.csv: a', 'a.zip/a/z.csv: a/z', 'a.zip/b.csv: b']],
    ['with what systems leave behind', ['a.zip/d/a.csv: a']],
    [
      'not to be trusted',
      [
        'a.zip/../../etc/passwd: up',
        'a.zip//etc/shadow: absolute',
        'a.zip/C:/x/y.csv: drive',
        'a.zip/a\ufffd[31m\ufffd.csv: escape',
      ],
    ],
    ['zip64', ['a.zip/a.csv: a', 'a.zip/b.csv: b']],
    ['streamed', ['a.zip/a.csv: a', 'a.zip/b.csv: b']],
    [
      'packed members',
      ['a.zip/a.csv.gz: a', 'a.zip/b.xlsx: workbook of 248 bytes', 'a.zip/c.xls: workbook of 512 bytes'],
    ],
    ['an ods', ['a.zip: workbook of 259 bytes']],
    ['an archive inside', ['a.zip/a.csv: a'], ['a.zip/b.zip bad-zip']],
    ['no exports', [], ['a.zip bad-zip']],
    ['nothing', [], ['a.zip bad-zip']],
    ['a letter', [], ['a.zip not-an-export']],
  ];
  test.each(archives.map(([name, parts, told = []]) => ({ name, parts, told })))(
    '$name',
    async ({ name, parts, told }) => {
      for (const size of [1, 7, 65_536]) expect(await unpacked(archive(name), { size })).toMatchObject({ parts, told });
      expect(await unpacked(gzipSync(archive(name)))).toMatchObject({ parts, told });
    },
  );

  const zip = archive('streamed');
  const broken: readonly (readonly [name: string, bytes: Buffer, told: string])[] = [
    ['cut short', zip.subarray(0, -1), 'a.zip bad-zip'],
    ['cut off before its table of contents', zip.subarray(0, 40), 'a.zip bad-zip'],
    ['followed by something', Buffer.concat([zip, Buffer.from('more')]), 'a.zip bad-zip'],
    ['its first four bytes', zip.subarray(0, 4), 'a.zip bad-zip'],
    ['encrypted', changed(zip, DIRECTORY, 8, 1), 'a.zip/b.csv bad-zip'],
    ['strongly encrypted', changed(zip, DIRECTORY, 8, 0x41), 'a.zip bad-zip'],
    ['packed by another method', changed(zip, DIRECTORY, 10, 9), 'a.zip/b.csv bad-zip'],
    ['with a wrong checksum', changed(zip, DIRECTORY, 16, 0), 'a.zip/b.csv bad-zip'],
    [
      'with a member that is longer than it says',
      changed(archive('in the order of the archive'), DIRECTORY, 24, 0x7f),
      'a.zip/a.csv bad-zip',
    ],
    ['with a member beyond its end', changed(zip, DIRECTORY, 44, 0x7f), 'a.zip/b.csv bad-zip'],
    ['one of several volumes', changed(zip, END, 4, 1), 'a.zip bad-zip'],
    [
      'with two members of one name',
      Buffer.from(zip.toString('latin1').replaceAll('b.csv', 'a.csv'), 'latin1'),
      'a.zip/a.csv bad-zip',
    ],
  ];
  test.each(broken)('that is %s', async (_, bytes, told) => {
    for (const size of [3, 65_536]) expect((await unpacked(bytes, { size })).told).toEqual([told]);
  });

  test('tells what it passes over', async () => {
    const zipped = archive('with what systems leave behind').toString('latin1').replaceAll('d/a.csv', 'd/a.pdf');
    const { diagnostics } = await unpacked(Buffer.from(zipped, 'latin1'));
    expect(diagnostics).toMatchObject([{ code: 'bad-zip', hint: 'It holds d/a.pdf.' }]);
    const note = await unpacked(
      Buffer.from(archive('streamed').toString('latin1').replaceAll('b.csv', 'b.pdf'), 'latin1'),
    );
    expect(note.parts).toEqual(['a.zip/a.csv: a']);
    expect(note.diagnostics).toMatchObject([{ code: 'skipped-members', place: { file: 'a.zip' } }]);
    expect(english(note.diagnostics[0]?.message ?? '')).toContain('b.pdf');
  });
});

describe('gzip', () => {
  const [one, two] = [gzipSync('one\n'), gzipSync('two\n')];
  const cases: readonly (readonly [name: string, bytes: Buffer, parts: readonly string[], told: readonly string[]])[] =
    [
      ['of two members', Buffer.concat([one, two]), ['a.gz: one\ntwo\n'], []],
      ['padded with zeros', Buffer.concat([one, Buffer.alloc(100_000)]), ['a.gz: one\n'], []],
      ['of two members with zeros between', Buffer.concat([one, Buffer.alloc(9), two]), [], ['a.gz bad-gzip']],
      ['with zeros and something far behind', Buffer.concat([one, Buffer.alloc(300_000), two]), [], ['a.gz bad-gzip']],
      ['followed by something', Buffer.concat([one, Buffer.from('garbage')]), [], ['a.gz bad-gzip']],
      ['followed by one byte', Buffer.concat([one, Buffer.from('g')]), [], ['a.gz bad-gzip']],
      ['cut short', one.subarray(0, -1), [], ['a.gz bad-gzip']],
      ['of gzip', gzipSync(one), ['a.gz: one\n'], []],
      ['of gzip of gzip of gzip', gzipSync(gzipSync(gzipSync(one))), [], ['a.gz not-an-export']],
      ['of an old workbook', gzipSync(Buffer.from('d0cf11e0a1b11ae1', 'hex')), ['a.gz: workbook of 8 bytes'], []],
    ];
  test.each(cases)('%s', async (_, bytes, parts, told) => {
    for (const size of [1, 1000, 65_536]) {
      if (size === 1 && bytes.length > 10_000) continue;
      expect(await unpacked(bytes, { name: 'a.gz', size })).toMatchObject({ parts, told });
    }
  });
});

describe('bounds', () => {
  test('gzip that unpacks a thousandfold is stopped at a hundred megabytes', async () => {
    const { told, length } = await unpacked(gzipSync(Buffer.alloc(110_000_000, 'a\n')), { name: 'a.gz' });
    expect(told).toEqual(['a.gz too-large']);
    expect(length).toBeLessThanOrEqual(100 * 1024 ** 2);
  });

  test('a log of the usual kind is not', async () => {
    const row = (index: number) =>
      `GD-${index},2026-03-05 09:${String(index % 60).padStart(2, '0')}:00,open,e${index % 40}\n`;
    const block = Buffer.from(Array.from({ length: 40_000 }, (_, index) => row(index)).join(''));
    const packed = gzipSync(block);
    const { told, length } = await unpacked(Buffer.concat(Array.from({ length: 80 }, () => packed)), { name: 'a.gz' });
    expect([told, length]).toEqual([[], 80 * block.length]);
    expect(length).toBeGreaterThan(100 * 1024 ** 2);
  });

  test('a member that lies about its size is stopped at that size', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    const bytes = archive('streamed');
    const at = bytes.lastIndexOf(DIRECTORY, undefined, 'latin1');
    const start = Buffer.concat([bytes.subarray(bytes.lastIndexOf('PK\x03\x04', at, 'latin1')).subarray(0, 35), bomb]);
    const directory = Buffer.from(bytes.subarray(at, at + 51));
    directory.writeUInt32LE(bomb.length, 20);
    directory.writeUInt32LE(0, 42);
    const end = Buffer.from(bytes.subarray(bytes.lastIndexOf(END, undefined, 'latin1')));
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(51, 12);
    end.writeUInt32LE(start.length, 16);
    const { told, length } = await unpacked(Buffer.concat([start, directory, end]));
    expect(told).toEqual(['a.zip/b.csv bad-zip']);
    expect(length).toBeLessThan(100_000);
  });
});

describe('what is no export', () => {
  const files: readonly (readonly [name: string, start: string])[] = [
    ['PDF', '%PDF-1.7\n'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['SQLite', 'SQLite format 3\0'],
    ['Parquet', 'PAR1\x15\x04'],
    ['7z', "7z\xbc\xaf'\x1c"],
    ['zstd', '(\xb5/\xfd'],
    ['xz', '\xfd7zXZ\0'],
    ['bzip2', 'BZh91AY&SY'],
    ['tar', `tickets.csv${'\0'.repeat(246)}ustar  `],
  ];
  test.each(files)('%s says so', async (_, start) => {
    expect((await unpacked(Buffer.from(`${start}rest`, 'latin1'), { name: 'a' })).told).toEqual(['a not-an-export']);
  });

  test.each(['PAR1,created\n', 'BZh,7z\n', 'PK,id\n', 'Rar!,GIF8\n', 'Obj,x\n'])(
    'a header %j is text',
    async (text) => {
      expect((await unpacked(Buffer.from(text), { name: 'a' })).parts).toEqual([`a: ${text}`]);
    },
  );
});

test('a source is closed, however early its reader stops', async () => {
  for (const bytes of [Buffer.from('id\n1\n'), gzipSync('id\n'), Buffer.from('%PDF-1')]) {
    let isClosed = false;
    const inner = source('a', bytes, 2);
    const watched = {
      name: 'a',
      async *chunks() {
        try {
          yield* inner.chunks();
        } finally {
          isClosed = true;
        }
      },
    };
    await (async () => {
      for await (const part of unpack(watched, () => {})) throw new Error(`${part.name} is not read`);
    })().catch(() => {});
    await new Promise((resolve) => setImmediate(resolve));
    expect(isClosed).toBe(true);
  }
});
