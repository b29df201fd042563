import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { peek } from '../../src/ingest/bytes/peek.ts';
import { readCsv } from '../../src/ingest/csv/read-csv.ts';
import type { RowSink } from '../../src/ingest/rows/row-sink.ts';
import { sharedPath } from '../setup/shared.ts';
import { column, field, read, readLog, records, rowsOf, source, stamp } from './exports.ts';
import { filesOf } from './tar.ts';

const spectrum = sharedPath('robustness/csv-spectrum.tar.gz');
describe.skipIf(spectrum === undefined)(`csv-spectrum${spectrum === undefined ? ' (not on this machine)' : ''}`, () => {
  const files = spectrum === undefined ? [] : filesOf(spectrum);
  const cases = files.filter(({ name }) => name.endsWith('.csv'));
  test('is all there', () => expect(cases).toHaveLength(12));

  test.each(cases)('$name', async ({ name, content }) => {
    const json = name.replace('/csvs/', '/json/').replace(/csv$/, 'json');
    const expected = Buffer.from(files.find((file) => file.name === json)?.content ?? []).toString();
    const wanted: Record<string, string>[] = [JSON.parse(corrected(expected))].flat();
    const columns = Object.keys(wanted[0] ?? {}).map((key) => ({ name: key, isRequired: true }));
    const rows: (readonly (string | undefined)[])[] = [];
    const sink: RowSink = {
      begin: () => {},
      remark: () => {},
      take: (cells) => void rows.push([...cells]),
      refuse: (line) => void rows.push([`refused ${line}`]),
      reject: () => {},
    };
    await readCsv(await peek(source(name, content).chunks()), { file: name, wanted: columns, options: {} }, sink);
    expect(rows).toEqual(wanted.map((row) => columns.map((each) => row[each.name])));
  });
});

/** Where the suite's expectation does not fit its own file: another phone number, a CRLF where the file has LF. */
function corrected(json: string): string {
  return json.replace('"1234567890"', '"2095257564"').replace('upon \\r\\n', 'upon \\n');
}

describe('real exports', () => {
  const bpic = sharedPath('exports/bpic2013/incidents.csv.gz');
  test.skipIf(bpic === undefined)('BPI Challenge 2013: 65,533 rows of 7,554 incidents, all used', async () => {
    const using = records({
      form: 'events',
      ticket: column('case:concept:name'),
      at: stamp('time:timestamp'),
      event: column('concept:name'),
      actor: column('org:resource'),
      fields: [field('status', 'lifecycle:transition'), field('impact', 'impact')],
    });
    const log = await readLog(using, source('incidents.csv.gz', readFileSync(bpic ?? '')));
    expect([log.rows, log.tickets.size, log.incomplete.size]).toEqual([65_533, 7554, 0]);
    // The file's first row: 2010-03-31T16:59:42+02:00.
    expect(rowsOf(log)[0]).toBe(
      'incidents.csv.gz:2 1-364285768 2010-03-31T14:59:42.000Z Accepted Frederic status=In Progress impact=Medium',
    );
    expect(log.line.at(log.rows - 1)).toBe(65_534);
  });

  const zendesk = sharedPath('exports/zendesk-tables/ticket_field_history_data.csv');
  test.skipIf(zendesk === undefined)('Zendesk field history: 38 changes', async () => {
    const using = records({
      form: 'changes',
      ticket: column('ticket_id'),
      at: stamp('updated', { zone: 'UTC' }),
      change: { field: column('field_name'), to: column('value') },
      fields: [field('status', 'status'), field('assignee', 'assignee_id')],
    });
    const log = await readLog(using, source('history.csv', readFileSync(zendesk ?? '')));
    expect(log.rows).toBe(38);
    expect(rowsOf(log).slice(0, 3)).toEqual([
      'history.csv:2 11071 2020-08-28T11:01:27.000Z status status=open assignee=·',
      'history.csv:3 11071 2020-08-28T11:01:27.000Z assignee status=· assignee=1111',
      'history.csv:4 11071 2020-08-28T11:01:27.000Z priority status=· assignee=·',
    ]);
  });

  const jira = sharedPath('exports/jira/agile_project_dataset_jira.csv');
  test.skipIf(jira === undefined)('Jira issues: 4,123, dated to the day', async () => {
    const using = records({
      form: 'tickets',
      ticket: column('id'),
      events: ['created_date', 'finished_date'].map((event) => ({ ...stamp(event, { zone: 'UTC' }), event })),
    });
    const { value } = await read(using, source('jira.csv', readFileSync(jira ?? '')));
    expect(value?.log.rows).toBe(4123);
    expect(value?.log.tickets.size).toBe(4123);
    expect(value?.log.stamped[0]?.stamps.grade(0)).toBe('day');
  });
});
