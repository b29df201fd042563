import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Code } from '../../../src/diagnostics/codes.ts';
import { english } from '../../../src/diagnostics/say.ts';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import { decode } from '../../../src/ingest/bytes/decode.ts';
import { unpack } from '../../../src/ingest/bytes/unpack.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { source } from '../exports.ts';
import { byPython } from './read-bytes.ts';

// Whatever is done to a sound file, it is read, or refused with a code and a place: no other error, no end without an answer,
// no more bytes than the bounds allow. MUTATIONS=100000 tries more of them, SEED others.

const MUTATIONS = Number(process.env['MUTATIONS'] ?? 150);
const SEED = Number(process.env['SEED'] ?? 20261122);

const text = byPython.sentences.map((each) => Buffer.from(each.bytes, 'base64'));
const of = (encoding: string) =>
  Buffer.concat(
    byPython.sentences.filter((each) => each.encoding === encoding).map((each) => Buffer.from(each.bytes, 'base64')),
  );
const rows = Buffer.from('工单号,创建时间\nGD-1,2026-03-05 09:00\n'.repeat(40));

const files: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(rows),
  'gzip of two members': Buffer.concat([gzipSync(rows), gzipSync(of('gb18030'))]),
  ...Object.fromEntries(
    Object.entries(byPython.archives).map(([name, bytes]) => [`zip, ${name}`, Buffer.from(bytes, 'base64')]),
  ),
  'zip in gzip': gzipSync(Buffer.from(byPython.archives['in the order of the archive'] ?? '', 'base64')),
  'utf-16le': of('utf-16le'),
  'utf-16be': Buffer.concat([Buffer.from([0xfe, 0xff]), of('utf-16be')]),
  gb18030: of('gb18030'),
  big5: of('big5'),
  shift_jis: of('shift_jis'),
  'windows-1252': of('windows-1252'),
  'utf-8': of('utf-8'),
  'all at once': Buffer.concat(text),
};

test.each(Object.entries(files))('%s, mutated', async (_, bytes) => {
  const random = randomFrom(SEED);
  const outcomes = new Map<string, number>();
  for (let round = 0; round < MUTATIONS; round++) {
    const mutant = mutate(bytes, random);
    const outcome = await outcomeOf(mutant, 1 + Math.floor(random() * 400)).catch((error: unknown) => {
      throw new Error(`round ${round}, ${mutant.toString('base64').slice(0, 2000)}`, { cause: error });
    });
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(MUTATIONS);
  expect(outcomes.size, 'mutations must be of some effect').toBeGreaterThan(1);
});

async function outcomeOf(bytes: Buffer, size: number): Promise<string> {
  const findings: Diagnostic<Code>[] = [];
  const tell = (finding: Diagnostic<Code>) => findings.push(finding);
  let length = 0;
  let outcome = 'read';
  try {
    for await (const part of unpack(source('a', bytes, size), tell)) {
      if (part.kind === 'workbook') {
        length += part.content.length;
        continue;
      }
      for await (const chunk of decode(part, { isStatable: true, wanted: [], tell })) length += chunk.length;
    }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    outcome = error.diagnostics[0]?.code ?? '';
    findings.push(...error.diagnostics);
  }
  for (const { code, place, message } of findings) {
    expect(place?.file.startsWith('a'), code).toBe(true);
    expect(english(message)).not.toMatch(/[\p{Cc}\u202e]/u);
  }
  // Deflate shrinks to a thousandth at best; of text three bytes come of one at most.
  expect(length).toBeLessThan(4000 * bytes.length + 100);
  return outcome;
}

function mutate(bytes: Buffer, random: () => number): Buffer {
  let mutant = Buffer.from(bytes);
  const place = () => Math.floor(random() * mutant.length);
  for (let count = 1 + Math.floor(random() * 4); count > 0 && mutant.length > 0; count--) {
    const at = place();
    const end = Math.min(mutant.length, at + Math.floor(random() * 12));
    switch (Math.floor(random() * 7)) {
      case 0:
        mutant[at] = (mutant[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        break;
      case 1:
        mutant[at] = Math.floor(random() * 256);
        break;
      case 2:
        mutant.fill(random() < 0.5 ? 0 : 0xff, at, end);
        break;
      case 3:
        mutant = Buffer.concat([mutant.subarray(0, at), mutant.subarray(end)]);
        break;
      case 4:
        mutant = Buffer.concat([mutant.subarray(0, at), mutant.subarray(at, end), mutant.subarray(at)]);
        break;
      case 5:
        mutant = mutant.subarray(0, random() < 0.5 ? at : mutant.length);
        break;
      default: {
        // Numbers of archives stand in four bytes or two.
        const number = [0, 1, 0xffff, 0x7fffffff, 0xffffffff, mutant.length][Math.floor(random() * 6)] ?? 0;
        if (at + 4 <= mutant.length) mutant.writeUInt32LE(number, at);
      }
    }
  }
  return mutant;
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
