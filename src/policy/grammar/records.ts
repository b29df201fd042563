import * as z from 'zod';
import { AMBIGUITIES, ASSUMPTIONS, FORMS, REPEATS, UNITS } from '../words/records.ts';
import { condition, keys, oneOrMany, text } from './parts.ts';

const column = oneOrMany(text).describe(
  'The header, or the JSON path; `类别#2` is the second column of that header, `响应/时间` the one under a header above it. ' +
    'In JSON `customer.name` goes down, `../id` up to the object around the row, and `attributes[name=priority].value` to the ' +
    'first element of a list whose `name` is priority. Of a list the first that the file has.',
);
const optional = z.boolean().optional().describe('Files may lack the column: its cells are then blank.');
const values = z
  .record(z.string(), text)
  .describe('Export value → our name. A value that is not listed keeps its own.');

const names = z.array(text);

const mappedColumn = z.union([text, names, keys({ column, values: values.optional(), optional })]).meta({
  id: 'column',
  description: 'A column by its header, the first that the file has of several, or `{column, values, optional}`.',
});

const timeKeys = {
  format: oneOrMany(text)
    .optional()
    .describe(
      'Format of the stamps, or several tried in order: `yyyy/M/d H:mm`, `d MMM yyyy h:mm a`, `epoch_s`, `epoch_ms`, `excel`. Absent: ' +
        'detected, and told where the year does not come first.',
    ),
  zone: text.optional().describe("IANA zone of stamps that name none. Absent: the policy's."),
  assume: z
    .enum(ASSUMPTIONS)
    .optional()
    .describe(
      'What a stamp without seconds stands for (S8): nothing exact, its first second, or its last; of a field that is an instant, its last millisecond. Absent: undecided.',
    ),
  ambiguous: z
    .enum(AMBIGUITIES)
    .optional()
    .describe(
      'Which instant a local time is that occurred twice; reject uses neither that nor one that never occurred (S4). Absent: earlier.',
    ),
};

const time_of_day = text.optional().describe('The column of the time of day, where `column` holds the date alone.');

const timeColumn = z.union([text, names, keys({ column, time_of_day, ...timeKeys, optional })]).meta({
  id: 'time-column',
  description: 'A column that holds instants, by its header or several, or with its own time options.',
});

const field = z
  .union([
    text,
    names,
    keys({
      column,
      values: values.optional(),
      time: z.boolean().optional().describe('The cells are instants.'),
      time_of_day,
      ...timeKeys,
      optional,
      empty: z.literal('clear').optional().describe('In event rows a blank cell empties the field.'),
    }),
  ])
  .meta({ id: 'field', description: 'A field by its column or several, or a map that says more.' });

const actor = z
  .union([
    text,
    names,
    keys({
      column,
      values: values.optional(),
      optional,
      role: mappedColumn.optional().describe('The column that says what kind of actor it is.'),
    }),
  ])
  .meta({ id: 'actor', description: 'Who did what the row says.' });

const length = keys({
  column,
  unit: z
    .enum(UNITS)
    .optional()
    .describe('Unit of the cells; text: written out, `1 days 18 hours 47 minutes` or `18:47:00`. Absent: text.'),
  after: text
    .optional()
    .describe(
      'The event of the same row from which the length is counted: the name is then an event. Absent: a total, which ' +
        '`pause: {total: …}` of a clock can name.',
    ),
  assume: z
    .enum(ASSUMPTIONS)
    .optional()
    .describe('What a length in whole minutes, hours or days stands for (S8). Absent: as `time` says, else undecided.'),
  optional,
});

const sourceVerdict = keys({
  column,
  clock: text.describe('The clock of which it speaks.'),
  breached: oneOrMany(z.union([text, z.null()]))
    .optional()
    .describe('Cells that say it was broken; `-*` stands for all that begin with `-`, an empty text for a blank cell.'),
  met: oneOrMany(z.union([text, z.null()]))
    .optional()
    .describe('Cells that say it was kept. A cell of neither says nothing, and is counted.'),
  optional,
}).meta({ id: 'source-verdict', description: 'A column in which the source says whether a promise was kept.' });

export const records = z.union([
  text,
  keys({
    preset: text.optional().describe('The name of a built-in mapping (`docs/presets.md`); keys beside it override it.'),
    file: keys({
      encoding: text
        .optional()
        .describe('`utf-8`, `gb18030`, `big5`, `utf-16le`, `shift_jis`, `windows-1252` … Absent: detected, and said.'),
      delimiter: text.optional().describe('One character, or `tab`. Absent: detected.'),
      quote: text
        .optional()
        .describe('The character that encloses cells, or `none`. Absent: `"`, or another that is detected, and said.'),
      escape: text
        .optional()
        .describe(
          'The character before a quote that is part of a cell. Absent: the quote itself, or a backslash that is detected, and said.',
        ),
      sheet: oneOrMany(text)
        .optional()
        .describe('The sheet of a workbook, or several. Absent: every sheet that has the columns.'),
      header: oneOrMany(z.number())
        .optional()
        .describe(
          'The line (of a sheet, the row) of the header; two, where a second row divides the columns of the first. ' +
            'Absent: the first that holds the columns.',
        ),
    })
      .optional()
      .describe('How the file is written.'),
    form: z
      .enum(FORMS)
      .optional()
      .describe(
        'tickets: one row a ticket; events: one row an event; changes: one row a field change. Absent: changes where ' +
          '`to` is given, events where `at` is, else tickets.',
      ),
    rows: text
      .optional()
      .describe(
        'JSON: path of the rows, when they are not the file itself; it goes through lists: `issues.changelog.histories`. Absent: ' +
          'the file itself or, where that lacks the columns, the only list in it that has them, which is told.',
      ),
    repeats: z.enum(REPEATS).optional().describe('Several rows of one ticket in form tickets. Absent: last.'),
    ticket: mappedColumn.describe('The column that says which ticket the row is about.'),
    events: z.record(z.string(), timeColumn).optional().describe('Event name → the column that holds its time.'),
    at: timeColumn.optional().describe("The row's own instant: forms events and changes."),
    event: mappedColumn.optional().describe('What happened: form events.'),
    actor: actor.optional().describe('Who did it.'),
    sequence: mappedColumn.optional().describe('Orders the rows of one instant (S28).'),
    field: mappedColumn.optional().describe('Form changes: which field changed.'),
    to: mappedColumn.optional().describe('Form changes: its new value.'),
    from: mappedColumn.optional().describe('Form changes: its old value.'),
    durations: z
      .record(z.string(), z.union([text, names, length]))
      .optional()
      .describe('A length where others give an instant.'),
    fields: z
      .record(z.string(), field)
      .optional()
      .describe('Attributes of a ticket, in the order of the columns of the verdict record.'),
    time: keys(timeKeys).optional().describe('How stamps are read, unless their column says otherwise.'),
    missing: oneOrMany(z.union([text, z.null()]))
      .optional()
      .describe('Cells that mean nothing. The empty cell always does.'),
    include: condition.optional().describe('Tickets that count; others are counted and listed apart.'),
    verdict: oneOrMany(sourceVerdict)
      .optional()
      .describe(
        "The source's own opinion, held against ours by `report --view source`; one for each clock. It decides nothing.",
      ),
  }),
]);
