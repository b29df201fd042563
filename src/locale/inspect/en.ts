import type { Form } from '../../domain/policy.ts';
import type { ColumnKind, Role, Why } from '../../domain/profile.ts';
import { COUNT } from '../count.ts';

/** What `inspect` says of an export, in English. */
export const inspectInEnglish = {
  written: {
    encoding: (encoding: string): string => encoding.toUpperCase(),
    delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars', ' ': 'blanks' } as Readonly<
      Record<string, string>
    >,
    delimiter: (name: string): string => `cells divided by ${name}`,
    quote: (quote: string): string => (quote === '' ? 'no quotes' : `quotes ${quote}`),
    lineEnds: { lf: 'lines end in LF', crlf: 'lines end in CRLF', cr: 'lines end in CR' },
    header: (line: number): string => `header in line ${line}`,
    preamble: (text: string): string => `Above the header: ${text}`,
    sheets: (names: string): string => `Sheets: ${names}`,
    size: (rows: number, columns: number): string =>
      `${COUNT.format(rows)} ${rows === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    refused: (rows: number): string => `${COUNT.format(rows)} rows could not be cut into cells`,
  },
  forms: {
    tickets: 'Read as one row a ticket',
    events: 'Read as one row an event',
    changes: 'Read as one row a field change',
  } satisfies Record<Form, string>,
  columns: {
    heading: 'Columns',
    name: 'Column',
    kind: 'Kind',
    filled: 'Filled',
    distinct: 'Values',
    holds: 'Holds',
    role: 'Probably',
  },
  kinds: {
    empty: 'empty',
    instant: 'time',
    duration: 'length',
    'time-of-day': 'time of day',
    number: 'number',
    boolean: 'yes or no',
    id: 'id',
    choice: 'choice',
    person: 'person',
    text: 'text',
  } satisfies Record<ColumnKind, string>,
  roles: {
    ticket: 'ticket',
    at: 'time of the row',
    event: 'what happened',
    actor: 'who did it',
    actor_role: 'what kind of actor',
    sequence: 'order of rows',
    field: 'which field changed',
    to: 'new value',
    from: 'old value',
    created: 'created',
    assigned: 'assigned',
    accepted: 'accepted',
    responded: 'first response',
    arrived: 'arrived',
    resolved: 'resolved',
    closed: 'closed',
    reopened: 'reopened',
    cancelled: 'cancelled',
    called_back: 'called back',
    due: 'promised time',
    updated: 'last change',
    response_time: 'length of the response',
    resolution_time: 'length of the resolution',
    paused: 'paused time',
    status: 'status',
    priority: 'priority',
    type: 'type',
    channel: 'channel',
    assignee: 'assignee',
    department: 'department',
    team: 'team',
    customer: 'customer',
    grade: 'customer grade',
    region: 'region',
    rating: 'rating',
    product: 'product',
  } satisfies Record<Role, string>,
  /** Behind the role, unless the header is a word for it. */
  whys: {
    part: 'part of the header',
    values: 'by its values',
    rest: 'nothing else fits',
    said: 'as you say',
    preset: 'built-in mapping',
  } satisfies Record<Exclude<Why, 'header'>, string>,
  because: (role: string, why: string): string => `${role} (${why})`,
  valueCount: (value: string, rows: number): string => `${value} ${COUNT.format(rows)}`,
  more: (shown: string): string => `${shown} and others`,
  from: (least: string, greatest: string): string => `${least} to ${greatest}`,
  atLeast: (count: string): string => `over ${count}`,
  times: {
    heading: 'Times',
    format: 'Written',
    precision: 'To the',
    from: 'From',
    to: 'To',
    zone: 'Zone',
    dayOrder: 'Day and month',
  },
  precisions: { second: 'second', minute: 'minute', hour: 'hour', day: 'day' },
  noZone: 'none',
  someZones: (offsets: string, share: string): string => `${offsets} in ${share}`,
  dayOrders: {
    'day-first': 'day first',
    'month-first': 'month first',
    undecided: 'cannot be told apart',
    contradictory: 'both orders occur',
  },
  presets: 'Built-in mappings',
  presetFit: (preset: string, title: string, share: string, isUsable: boolean): string =>
    `${preset} (${title}): ${share} of its columns${isUsable ? '' : ', and lacks what it cannot do without'}`,
  oddities: {
    heading: 'To be looked at',
    none: 'Nothing odd was found.',
    repeatedIds: (column: string, value: string, line: number): string =>
      `"${column}" has the same value in several rows, first "${value}" in line ${line}`,
    endBeforeStart: (start: string, end: string, rows: string, of: string, line: number): string =>
      `"${end}" is before "${start}" in ${rows} of ${of} rows, first in line ${line}`,
    damagedIds: (column: string, rows: string, value: string, line: number): string =>
      `"${column}" has cells that a spreadsheet damaged (${rows}), first "${value}" in line ${line}: several values have become one`,
    totals: (rows: string, line: number): string => `rows that are sums of others (${rows}), first line ${line}`,
    mixedFormats: (column: string, formats: string): string => `"${column}" is written in several ways: ${formats}`,
    dayMonth: (column: string, isContradictory: boolean): string =>
      isContradictory
        ? `"${column}" has days above 12 in either place: day and month stand in both orders`
        : `"${column}" has no figure above 12 in either place: day and month cannot be told apart`,
    unreadableTimes: (column: string, rows: string, values: string): string =>
      `"${column}" has cells that are no times (${rows}): ${values}`,
    oneColumn: (delimiter: string): string =>
      `there is one column only, and its cells hold ${delimiter}: another delimiter divides them, see --delimiter`,
    noDate: (column: string, date: string | undefined, isPaired: boolean): string => {
      const what = `"${column}" holds times of day, which lack a date`;
      if (date === undefined) return `${what}, and no column has dates: nothing can be timed by it`;
      const pair = `{column: ${date}, time_of_day: ${column}}`;
      return isPaired ? `${what}: it is in "${date}", ${pair}` : `${what}; if it is that of "${date}": ${pair}`;
    },
    sameContent: (columns: string): string => `${columns} say the same in every row`,
    gap: (column: string, from: string, to: string, days: string): string =>
      `no row from ${from} to ${to} (${days} days, by "${column}")`,
  },
  capped: (most: string): string =>
    `Of each column ${most} different values are told apart; "over" means that there are more.`,
  quoted: (name: string): string => `"${name}"`,
};
