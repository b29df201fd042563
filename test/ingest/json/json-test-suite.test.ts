import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { codes } from '../../../src/diagnostics/codes.ts';
import type { Source } from '../../../src/domain/source.ts';
import { sharedPath } from '../../setup/shared.ts';
import { column, read, records, source } from '../exports.ts';
import { filesOf } from '../tar.ts';

// Nicolas Seriot's "Parsing JSON is a minefield": y_ must be read, n_ refused, i_ is left to the reader.
const suite = sharedPath('robustness/json-test-suite.tar.gz');
describe.skipIf(suite === undefined)(`JSONTestSuite${suite === undefined ? ' (not on this machine)' : ''}`, () => {
  const files = suite === undefined ? [] : filesOf(suite).filter(({ name }) => /\/[yni]_[^/]*\.json$/.test(name));
  const using = records({ form: 'tickets', ticket: column('id') });
  // Of what is JSON it can be told that it has no rows, or that they have no column "id"; not this.
  const REFUSALS = /bad-json|not-utf8|bad-encoding/;
  const kind = (letter: string) => files.filter(({ name }) => name.includes(`/${letter}_`));
  // What does not begin with [ or { is read as a table, and refused for want of the column.
  const isJson = ({ content }: { content: Uint8Array }) =>
    /^[[{]/.test(Buffer.from(content).toString('latin1').trimStart());
  /** The text as the file, as an element of a list behind a row, and as a member beside the rows. */
  const around = (content: Uint8Array): readonly (readonly [text: Buffer, rows: readonly string[]])[] => [
    [Buffer.concat([Buffer.from('[{"id": 1},\n'), content, Buffer.from('\n]')]), []],
    [Buffer.concat([Buffer.from('{"beside":\n'), content, Buffer.from('\n, "rows": [{"id": 1}]}')]), ['rows']],
    [Buffer.concat([Buffer.from('{"rows": [{"id": 1}, {"id": 2, "in":\n'), content, Buffer.from('\n}]}')]), ['rows']],
  ];

  /** Without notes, such as that of a guessed encoding: many of these files are not UTF-8. */
  async function readErrors(reading: Parameters<typeof read>[0], from: Source) {
    const { value, diagnostics, faults } = await read(reading, from);
    return {
      value,
      faults: faults.filter((_, index) => codes[diagnostics[index]?.code ?? 'bad-json'].severity === 'error'),
    };
  }

  test('is all there', () => expect([kind('y').length, kind('n').length, kind('i').length]).toEqual([95, 188, 35]));

  test.each(kind('y'))('$name parses', async ({ content }) => {
    const { faults } = await read(using, source('a', content));
    expect(faults.filter((fault) => REFUSALS.test(fault))).toEqual([]);
    for (const [text, rows] of around(content)) {
      const inside = await read({ ...using, rows }, source('a', text, 7));
      expect(inside.faults.filter((fault) => REFUSALS.test(fault))).toEqual([]);
    }
  });

  test.each(kind('n'))('$name is refused', async (file) => {
    for (const size of [1000, 1]) {
      if (size === 1 && file.content.length > 10_000) continue;
      const { value, faults } = await readErrors(using, source('a', file.content, size));
      expect(value).toBeUndefined();
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(isJson(file) ? /^a:\d+(:\d+)? (bad-json|not-utf8|bad-encoding)$/ : ANY_REFUSAL);
    }
  });

  // What is wrong as a file and right inside another: nothing at all, or several texts with commas between.
  const RIGHT_INSIDE = /n_single_space|n_structure_no_data/;
  test.each(kind('n').filter(({ name }) => !RIGHT_INSIDE.test(name)))('$name is refused in its place', async (file) => {
    for (const [text, rows] of around(file.content)) {
      const { value, faults } = await readErrors({ ...using, rows }, source('a', text, 7));
      expect(value).toBeUndefined();
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(/^a:\d+(:\d+)? (bad-json|not-utf8|bad-encoding)$/);
    }
  });

  test.each(kind('i'))('$name does not crash', async ({ content }) => {
    for (const text of [content, ...around(content).map(([each]) => each)]) {
      expect((await readErrors(using, source('a', text))).faults.length).toBeLessThan(4);
    }
  });
});

const ANY_REFUSAL =
  /bad-csv|missing-column|missing-header|empty-file|not-utf8|bad-encoding|not-an-export|no-usable-rows/;
