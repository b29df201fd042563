import { describe, expect, test } from 'vitest';
import { english } from '../../src/diagnostics/say.ts';
import { column, field, read, readLog, records, rowsOf, source, stamp } from './exports.ts';

const events = records({
  form: 'events',
  ticket: column('id'),
  at: stamp('at', { zone: 'UTC' }),
  fields: [field('note', 'note')],
});
const at = '2026-03-05T09:05:00Z';

describe('the line where a row begins', () => {
  const cases: readonly [name: string, text: string, lines: readonly number[]][] = [
    ['LF', `id,at,note\n1,${at},a\n2,${at},b\n`, [2, 3]],
    ['no break at the end', `id,at,note\n1,${at},a\n2,${at},b`, [2, 3]],
    ['CRLF', `id,at,note\r\n1,${at},a\r\n2,${at},b\r\n`, [2, 3]],
    ['CR', `id,at,note\r1,${at},a\r2,${at},b\r`, [2, 3]],
    ['CRLF header, LF rows', `id,at,note\r\n1,${at},a\n2,${at},b\n`, [2, 3]],
    ['LF header, CRLF rows', `id,at,note\n1,${at},a\r\n2,${at},b\r\n`, [2, 3]],
    ['blank lines, also before the header', `\n\nid,at,note\n\n1,${at},a\n\n  \n2,${at},b\n\n`, [5, 8]],
    ['LF inside quotes', `id,at,note\n1,${at},"a\nb\n\nc"\n2,${at},b\n`, [2, 6]],
    ['CRLF inside quotes', `id,at,note\r\n1,${at},"a\r\nb"\r\n2,${at},b\r\n`, [2, 4]],
    ['CR inside quotes of a CR file', `id,at,note\r1,${at},"a\rb"\r2,${at},b\r`, [2, 4]],
    ['a break inside a quoted header', `id,at,note,"x\ny"\n1,${at},a,\n2,${at},b,\n`, [3, 4]],
    ['a quoted line break in the first cell', `note,id,at\n"a\nb",1,${at}\n"",2,${at}\n`, [2, 4]],
  ];
  test.each(cases)('%s', async (_, text, lines) => {
    for (const size of [65_536, 7, 1]) {
      const log = await readLog(events, source('a.csv', text, size));
      const found = Array.from({ length: log.rows }, (_unused, row) => [
        log.tickets.text(log.ticket.at(row)),
        log.line.at(row),
      ]);
      expect(found).toEqual(lines.map((line, index) => [String(index + 1), line]));
    }
  });
});

describe('delimiters', () => {
  const row = ['1', at, 'x'];
  test.each([',', ';', '\t', '|'])('%j is detected', async (delimiter) => {
    const text = `${['id', 'at', 'note'].join(delimiter)}\n${row.join(delimiter)}\n`;
    expect(rowsOf(await readLog(events, source('a.csv', text)))).toEqual(['a.csv:2 1 2026-03-05T09:05:00.000Z note=x']);
  });

  test('the one that finds the named columns wins over one that cuts more cells', async () => {
    const text = `id;at;note;a,b,c,d,e,f\n1;${at};x;\n`;
    expect(rowsOf(await readLog(events, source('a.csv', text)))).toEqual(['a.csv:2 1 2026-03-05T09:05:00.000Z note=x']);
  });

  test('the one the policy names is used', async () => {
    const text = `id:at:note\n1:"${at}":x\n`;
    const colon = { ...events, file: { delimiter: ':' } };
    expect(rowsOf(await readLog(colon, source('a.csv', text)))).toEqual(['a.csv:2 1 2026-03-05T09:05:00.000Z note=x']);
  });

  test('one that is wrong is said to be', async () => {
    const comma = { ...events, file: { delimiter: ',' } };
    const { faults, diagnostics } = await read(comma, source('a.csv', `id;at;note\n1;${at};x\n`));
    expect(faults).toEqual(['a.csv:1 missing-column', 'a.csv:1 missing-column', 'a.csv:1 missing-column']);
    expect(diagnostics[0]?.hint).toContain('records.file.delimiter');
  });
});

describe('the header', () => {
  test('names are trimmed; of two alike the second is #2', async () => {
    const twice = { ...events, fields: [field('first', '类别'), field('second', '类别#2')] };
    const log = await readLog(twice, source('a.csv', ` id , at ,类别, 类别 \n1,${at},甲,乙\n`));
    expect(rowsOf(log)).toEqual(['a.csv:2 1 2026-03-05T09:05:00.000Z first=甲 second=乙']);
  });

  test('each missing column of each file is told at once, with the columns there are and a near miss', async () => {
    const { value, faults, diagnostics } = await read(
      events,
      source('b.csv', `id,time,notes\n1,${at},x\n`),
      source('a.csv', `\nat,note\n${at},x\n`),
    );
    expect(value).toBeUndefined();
    expect(faults).toEqual(['a.csv:2 missing-column', 'b.csv:1 missing-column', 'b.csv:1 missing-column']);
    expect(english(diagnostics[2]?.message ?? '')).toContain('"note"');
    expect(diagnostics[2]?.hint).toBe('Did you mean "notes"? The file has: "id", "time", "notes".');
  });

  test('without rows it is an empty log', async () => {
    const { value, faults } = await read(events, source('a.csv', 'id,at,note\n'));
    expect(value?.log.rows).toBe(0);
    expect(value?.tallies).toMatchObject([{ file: 'a.csv', rows: 0, setAside: new Map() }]);
    expect(faults).toEqual([]);
  });
});

describe('records of another width than the header', () => {
  test('are set aside, unless only unnamed cells at the end are missing', async () => {
    const text = `id,at,note,more\n1,${at},x\n2,${at}\n3,${at},x,y,z\n4,${at},x,y\n`;
    const { value, faults } = await read(events, source('a.csv', text));
    expect(faults).toEqual(['a.csv:3 wrong-cell-count', 'a.csv:4 wrong-cell-count']);
    expect(value?.log.rows).toBe(2);
    expect(value?.tallies[0]?.rows).toBe(4);
    expect(value?.tallies[0]?.setAside).toEqual(new Map([['wrong-cell-count', 2]]));
  });

  test('make their ticket incomplete, if other rows know it', async () => {
    const log = await readLog(events, source('a.csv', `id,at,note\n1,${at},x\n1,${at}\n2,${at}\n3,${at},x\n`));
    expect([...log.incomplete].map((ticket) => log.tickets.text(ticket))).toEqual(['1']);
    expect(log.tickets.code('2')).toBeUndefined();
  });
});

describe('quoting that breaks off', () => {
  const cases: readonly [name: string, text: string, fault: string][] = [
    ['never closed', `id,at,note\n1,${at},x\n2,${at},"y\n3,${at},z\n`, 'a.csv:3 bad-csv'],
    ['never closed, in a later line of the record', `id,at,note\n"1\n1",${at},"y\nz\n`, 'a.csv:3 bad-csv'],
    ['never closed, at the very end', `id,at,note\n1,${at},"`, 'a.csv:2 bad-csv'],
    ['closed by the next quote', `id,at,note\n1,${at},"y\n2,${at},"z"\n`, 'a.csv:2 bad-csv'],
    ['text after the closing quote', `id,at,note\n1,${at},x\n2,${at},"y"z\n`, 'a.csv:3 bad-csv'],
    ['blanks and text after the closing quote', `id,at,note\n1,${at},x\n2,${at},"y" z\n`, 'a.csv:3 bad-csv'],
    ['quotes that are not doubled', `id,at,note\n1,${at},"say "hi" to"\n`, 'a.csv:2 bad-csv'],
    // Leniently read this would be one sound row of three cells, and ticket 2 would be lost without a word.
    ['a row swallowed by the cell before', `id,note,at\n1,"y,${at}\n2,"z",${at}\n`, 'a.csv:2 bad-csv'],
    ['text after an empty quoted cell', `id,at,note\n1,${at},""z\n`, 'a.csv:2 bad-csv'],
    ['in the header', `id,at,"note\n1,${at},x\n`, 'a.csv:1 bad-csv'],
  ];
  test.each(cases)('%s', async (_, text, fault) => {
    for (const size of [65_536, 5, 1]) {
      const { value, faults } = await read(events, source('a.csv', text, size));
      expect(value).toBeUndefined();
      expect(faults).toEqual([fault]);
    }
  });

  test('doubled quotes, blanks around quotes and delimiters in quotes are sound', async () => {
    const log = await readLog(events, source('a.csv', `id,at,note\n1, "${at}" ,"say ""hi"", then\n go"\n`));
    expect(rowsOf(log)).toEqual(['a.csv:2 1 2026-03-05T09:05:00.000Z note=say "hi", then\n go']);
  });

  test('a quote inside a cell that does not begin with one is text, and so are doubled ones', async () => {
    const text = `id,at,note\n1,${at},5" pipe, 2" long\n`.replace('pipe,', 'pipe;');
    expect(rowsOf(await readLog(events, source('a.csv', text)))).toEqual([
      'a.csv:2 1 2026-03-05T09:05:00.000Z note=5" pipe; 2" long',
    ]);
    const doubled = `id,at,note\n1,${at},"""hi"""\n2,${at},""""\n`;
    expect(rowsOf(await readLog(events, source('a.csv', doubled, 3)))).toEqual([
      'a.csv:2 1 2026-03-05T09:05:00.000Z note="hi"',
      'a.csv:3 2 2026-03-05T09:05:00.000Z note="',
    ]);
  });
});
