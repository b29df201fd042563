import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { digestBook } from '../../src/cli/digest-book.ts';
import type { World } from '../../src/cli/world.ts';
import { policy, tickets } from './desk.ts';
import { type Circumstances, runIn } from './made-world.ts';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

async function provenanceOf(circumstances: Circumstances, ...argv: string[]) {
  const { stdout } = await runIn(circumstances, 'report', '-p', 'policy.yaml', '-f', 'json', ...argv);
  return JSON.parse(stdout).provenance;
}

describe('what a report was made from', () => {
  test('the bytes as they lie on the disk, packed or not, in the order of their names', async () => {
    const packed = gzipSync(tickets.replaceAll('A-', 'B-'));
    const files = { 'policy.yaml': policy, 'b.csv': tickets, 'a.csv.gz': packed };
    const { files: digests } = await provenanceOf({ files }, 'b.csv', 'a.csv.gz');
    expect(digests).toEqual([
      { role: 'export', file: 'a.csv.gz', bytes: packed.length, sha256: sha256(packed) },
      { role: 'export', file: 'b.csv', bytes: Buffer.byteLength(tickets), sha256: sha256(tickets) },
      { role: 'policy', file: 'policy.yaml', bytes: Buffer.byteLength(policy), sha256: sha256(policy) },
    ]);
  });

  test('standard input', async () => {
    const { files: digests, command } = await provenanceOf({ files: { 'policy.yaml': policy }, stdin: tickets }, '-');
    expect(digests[0]).toEqual({
      role: 'export',
      file: '-',
      bytes: Buffer.byteLength(tickets),
      sha256: sha256(tickets),
    });
    expect(command.at(-1)).toBe('-');
  });

  test('every version of the policy, and the list of them', async () => {
    const files = {
      'policy.yaml': '[old.yaml, new.yaml]\n',
      'old.yaml': policy.replace('timezone', 'effective: 2026-01-01\ntimezone'),
      'new.yaml': policy.replace('timezone', 'effective: 2026-06-01\ntimezone'),
      'tickets.csv': tickets,
    };
    const { files: digests } = await provenanceOf({ files }, 'tickets.csv');
    expect(digests.filter(({ role }: { role: string }) => role === 'policy')).toEqual(
      (['policy.yaml', 'old.yaml', 'new.yaml'] as const).map((file) => ({
        ...{ role: 'policy', file, bytes: Buffer.byteLength(files[file]), sha256: sha256(files[file]) },
      })),
    );
  });

  test('times that the clock on the wall told are absolute', async () => {
    const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
    const now = Date.parse('2026-11-22T19:00:00Z');
    const { command } = await provenanceOf({ files, now }, '--period', 'last-month', '--as-of', 'now', 'tickets.csv');
    expect(command.join(' ')).toBe(
      'slaudit report -p policy.yaml --period 2026-10 --as-of 2026-11-22T19:00:00Z -f json tickets.csv',
    );
  });

  test('the holidays that are used, by the versions that are installed', async () => {
    const files = {
      'policy.yaml': policy.replace('[09:00-18:00]}}', '[09:00-18:00]}, holidays: [DE, CN]}'),
      'tickets.csv': tickets,
    };
    const { holidayData } = await provenanceOf({ files }, 'tickets.csv');
    expect(holidayData).toEqual([
      {
        country: 'CN',
        version: `chinese-days ${manifest.devDependencies['chinese-days']}`,
        sha256: expect.stringMatching(/^\w{64}$/),
      },
      {
        country: 'DE',
        version: `date-holidays ${manifest.dependencies['date-holidays']}`,
        sha256: expect.stringMatching(/^\w{64}$/),
      },
    ]);
  });
});

describe('hashes of what was read', () => {
  const pieces = ['one ', 'two ', 'three'];
  const world = {
    files: {
      async *chunks() {
        for (const piece of pieces) yield Buffer.from(piece);
      },
    },
  } as unknown as World;

  test('a file that was left before its end is hashed whole', async () => {
    const book = digestBook(world);
    for await (const _ of book.noted('a', world.files.chunks('a'))) break;
    expect(await book.digestOf('a')).toEqual({ bytes: 13, sha256: sha256('one two three') });
  });

  test('where nobody is expected to ask, a file is read again for whoever does', async () => {
    const book = digestBook(world);
    book.onDemand();
    for await (const _ of book.noted('a', world.files.chunks('a'))) break;
    for await (const _ of book.noted('-', world.files.chunks('a'))) break;
    expect(await book.digestOf('a')).toEqual({ bytes: 13, sha256: sha256('one two three') });
    expect(await book.digestOf('-')).toEqual({ bytes: 4, sha256: sha256('one ') });
  });

  test('records say nothing of it, and a manifest and a log are right all the same', async () => {
    const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
    const argv = ['report', '-p', 'policy.yaml', '-f', 'csv', '-o', 'r.csv', 'tickets.csv'];
    const { files: written } = await runIn({ files }, ...argv, '--manifest', '--log', 'l.txt');
    expect(written.get('l.txt')).toContain(sha256(tickets));
    expect(JSON.parse(written.get('r.csv.manifest.json') ?? '').provenance.files[0].sha256).toBe(sha256(tickets));
  });

  test('of a stream it is what was taken', async () => {
    const book = digestBook(world);
    for await (const _ of book.noted('-', world.files.chunks('a'))) break;
    expect(await book.digestOf('-')).toEqual({ bytes: 4, sha256: sha256('one ') });
  });
});
