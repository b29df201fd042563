import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedFindings } from '../../../src/cli/shares/moved-lines.ts';
import type { Met, PostedRows, ReadShare } from '../../../src/domain/share.ts';
import { readExports } from '../../../src/ingest/read-exports.ts';
import { cutPoints } from '../../../src/ingest/shares/cut-points.ts';
import { furtherDown } from '../../../src/ingest/shares/further-down.ts';
import { settleCommon } from '../../../src/ingest/shares/settle-common.ts';
import { contentsOf } from '../csv/both-ways.ts';
import { column, field, records, source, stamp } from '../exports.ts';

const policy = {
  records: records({
    form: 'events',
    ticket: column('id'),
    at: stamp('at', { zone: 'UTC' }),
    event: column('event'),
    sequence: column('no'),
    fields: [field('note', 'note')],
  }),
  timezone: 'UTC',
};
/** Of each ticket several rows; some in quotes with line breaks, some that only the reader of texts understands, some that are of no use. */
const table = Array.from({ length: 900 }, (_, index) => [
  `T-${index % 170}`,
  index % 97 === 5 ? 'never' : index % 7 === 3 ? '2026-03-05 09:05' : `2026-03-05 09:05:0${index % 10}`,
  index % 5 === 0 ? '关闭' : 'open',
  String(index),
  index % 11 === 4 ? `"a note,\nof two ""lines"" ${index}"` : `note ${index}`,
]);
const header = 'id,at,event,no,note\n';
const lines = table.map((row) => `${row.join(',')}\n`);

const breaksIn = (text: string) => text.split('\n').length - 1;

/** Reads a piece as a thread does: the beginning, and the rows from one number up to another. */
async function readPiece(beginning: number, from: number, to: number) {
  const [head, skipped, own] = [
    lines.slice(0, beginning).join(''),
    lines.slice(beginning, from).join(''),
    lines.slice(from, to).join(''),
  ];
  const text = from === 0 ? header + own : header + head + own;
  const of = { beginning: from === 0 ? 0 : breaksIn(header + head), all: breaksIn(text) };
  const { value, diagnostics } = await readExports([source('a', text)], policy, new Map([['a', of.beginning]]));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  expect(value.lines).toStrictEqual(new Map([['a', of]]));
  expect(value.again).toStrictEqual([]);
  const moved = new Map(from === 0 ? [] : [['a', breaksIn(skipped)] as const]);
  return { ...value, log: furtherDown(value.log, moved), diagnostics: movedFindings(diagnostics, moved) };
}

const json = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value));

describe('pieces of a file', () => {
  test('are together all of it: rows, lines, findings and what was set aside', async () => {
    const whole = await readPiece(0, 0, lines.length);
    expect(whole.diagnostics.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(fc.nat(899), fc.nat(899), async (one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        const beginning = Math.floor(first / 2);
        const pieces = [
          await readPiece(0, 0, first),
          await readPiece(beginning, first, second),
          await readPiece(beginning, second, lines.length),
        ];
        expect(pieces.flatMap(({ log }) => json(contentsOf(log).rows))).toEqual(json(contentsOf(whole.log).rows));
        expect(pieces.flatMap(({ diagnostics }) => diagnostics)).toEqual(whole.diagnostics);
        expect(pieces.reduce((sum, { tallies }) => sum + (tallies[0]?.rows ?? 0), 0)).toBe(whole.tallies[0]?.rows);
        expect(new Set(pieces.flatMap(({ doubtful }) => doubtful))).toEqual(new Set(whole.doubtful));
      }),
      {
        seed: 3,
        numRuns: 12,
        examples: [
          [1, 899],
          [450, 450],
        ],
      },
    );
  });

  test('give each other the rows of tickets that they have in common', async () => {
    const pieces = [await readPiece(0, 0, 500), await readPiece(20, 500, lines.length)];
    const whole = await readPiece(0, 0, lines.length);
    // Tickets by the name: the even ones are for the first share, the odd ones for the other.
    const homeOf = (ticket: string) => Number(ticket.slice(2)) % 2;
    const names = pieces.map(({ log }) => contentsOf(log).tickets);
    const doubtful = pieces.flatMap((piece) => piece.doubtful);
    const given: (readonly PostedRows[])[] = [];
    let giveAll = () => {};
    const allGiven = new Promise<void>((resolve) => {
      giveAll = resolve;
    });
    const settled = await Promise.all(
      pieces.map(({ log, tallies, standsAlone, doubtful: own, again, lines: read, hashes }, index) =>
        settleCommon(
          log,
          { extent: undefined, tallies, findings: [], standsAlone, doubtful: own, again, lines: read, hashes },
          policy.records,
          {
            ...{ of: 2, beginnings: new Map() },
            async meet(read: ReadShare): Promise<Met> {
              expect(read.hashes).toHaveLength(2 * log.tickets.size);
              const common = (names[index] ?? []).flatMap((ticket, code) =>
                names[1 - index]?.includes(ticket) ? [code] : [],
              );
              const homes = Uint8Array.from(common, (code) => homeOf(names[index]?.[code] ?? ''));
              const moved = new Map<string, number>();
              return { extent: undefined, common: Int32Array.from(common), homes, doubtful, moved };
            },
            async exchange(rows) {
              given[index] = rows;
              if (given.filter(Boolean).length === 2) giveAll();
              await allGiven;
              return given.flatMap((byHome) => byHome[index] ?? []);
            },
          },
        ),
      ),
    );
    for (const [index, { own, common }] of settled.entries()) {
      const tickets = common === undefined ? [] : contentsOf(common).tickets;
      expect(tickets.length).toBeGreaterThan(50);
      expect(tickets.every((ticket) => homeOf(ticket) === index)).toBe(true);
      const faulty = new Set(whole.doubtful);
      expect(new Set([...(common?.incomplete ?? [])].map((code) => common?.tickets.text(code)))).toEqual(
        new Set(tickets.filter((ticket) => faulty.has(ticket))),
      );
      expect(own.elsewhere?.size).toBe(170);
    }
    const together = settled.flatMap(({ common }) => (common === undefined ? [] : json(contentsOf(common).rows)));
    expect(together.toSorted()).toEqual(json(contentsOf(whole.log).rows).toSorted());
  });
});

describe('where a file can be cut', () => {
  const long = Buffer.from(header + lines.join('').repeat(60));
  const readOf = (bytes: Buffer) =>
    async function* (from: number, to: number) {
      yield bytes.subarray(from, (from + to) >> 1);
      yield bytes.subarray((from + to) >> 1, to);
    };

  test('it is between two rows, near each target', async () => {
    const targets = [1_200_000, 1_500_000, 1_900_000];
    const cut = await cutPoints(readOf(long), targets, policy.records);
    expect(cut?.points).toHaveLength(3);
    for (const [index, point] of [cut?.beginning ?? 0, ...(cut?.points ?? [])].entries()) {
      const target = [1 << 20, ...targets][index] ?? 0;
      expect(point).toBeGreaterThan(target);
      expect(point - target).toBeLessThan(2000);
      expect(long.toString('utf8', point - 1, point + 3)).toBe(`\nT-${long.toString('utf8', point + 2, point + 3)}`);
    }
  });

  test('or before an object that is a line', async () => {
    const object = (index: number) => `{"id": ${index}, "note": "{\\n"}`;
    const objects = Buffer.from(Array.from({ length: 100_000 }, (_, index) => `${object(index)}\n`).join(''));
    const cut = await cutPoints(readOf(objects), [1_500_000], policy.records);
    for (const point of [cut?.beginning ?? 0, ...(cut?.points ?? [])]) {
      expect(objects.toString('utf8', point - 2, point + 6)).toBe('}\n{"id":');
    }
    expect(cut?.points).toHaveLength(1);
  });

  test.each<readonly [string, Buffer]>([
    ['a short one', Buffer.from(header + lines.join(''))],
    ['a list of JSON', Buffer.from(`[${'{"id": 1},\n'.repeat(200_000)}`)],
    ['JSON of objects over several lines', Buffer.from('{\n"id": 1}\n'.repeat(200_000))],
    ['UTF-16', Buffer.from(long.toString('utf8'), 'utf16le')],
    ['gzip', Buffer.concat([Buffer.of(0x1f, 0x8b), long])],
    ['markup', Buffer.concat([Buffer.from('<table>\n'), long])],
    ['quotes of another kind', Buffer.from(long.toString('utf8').replaceAll('"', "'"))],
  ])('%s cannot be', async (_, bytes) => {
    expect(await cutPoints(readOf(bytes), [1_500_000], policy.records)).toBeUndefined();
  });
});
