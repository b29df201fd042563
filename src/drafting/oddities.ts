import type { Form } from '../domain/policy.ts';
import type { Oddity, Role, RoleGuess, StampOrder, TableProfile } from '../domain/profile.ts';
import type { PresetColumns } from './presets.ts';
import { datelessTimes, pairedTimes } from './times-of-day.ts';

type Roles = ReadonlyMap<Role, RoleGuess>;

/** What deserves a look before anything is judged by the table. */
export function odditiesOf(profile: TableProfile, form: Form, roles: Roles, preset?: PresetColumns): Oddity[] {
  const { columns, totals, twins } = profile;
  const isStated = (name: string): boolean => (preset?.stamps.get(name)?.formats ?? []).length > 0;
  return [
    ...oneColumn(profile),
    ...repeatedIds(profile, form, roles),
    ...columns.flatMap(({ name, damaged }): Oddity[] =>
      damaged === undefined ? [] : [{ kind: 'damaged-ids', column: name, ...damaged }],
    ),
    ...wrongOrders(profile, roles),
    ...columns.flatMap(({ name, stamps }): Oddity[] => {
      if (stamps === undefined) return [];
      const { dayOrder, patterns, unreadable, unreadableRows } = stamps;
      return [
        // A preset that states the format knows.
        ...((dayOrder === 'undecided' && !isStated(name)) || dayOrder === 'contradictory'
          ? [{ kind: 'day-month' as const, column: name, order: dayOrder }]
          : []),
        ...(patterns.length > 1 ? [{ kind: 'mixed-formats' as const, column: name, patterns }] : []),
        ...(unreadableRows > 0
          ? [{ kind: 'unreadable-times' as const, column: name, rows: unreadableRows, values: unreadable }]
          : []),
      ];
    }),
    ...timesOfDay(profile, preset),
    ...(totals.length > 0 ? [{ kind: 'totals' as const, rows: totals.length, line: totals[0] ?? 0 }] : []),
    ...twins.map((names): Oddity => ({ kind: 'same-content', columns: names })),
    ...gapsOf(profile, roles),
  ];
}

/** One column only, and its header and cells hold what divides cells elsewhere. */
function oneColumn({ columns, written }: TableProfile): Oddity[] {
  const [only] = columns;
  if (only === undefined || columns.length > 1) return [];
  const delimiter = [',', ';', '\t', '|'].find(
    (each) => each !== written.delimiter && [only.name, ...only.examples].every((text) => text.includes(each)),
  );
  return delimiter === undefined ? [] : [{ kind: 'one-column', column: only.name, delimiter }];
}

/** Times of day: with which date, if any. */
function timesOfDay(profile: TableProfile, preset: PresetColumns | undefined): Oddity[] {
  const isRead = (name: string): boolean => preset?.read.has(name) === true;
  const paired = [...pairedTimes(profile)].filter(([, time]) => !isRead(time));
  return [
    ...paired.map(([date, column]): Oddity => ({ kind: 'no-date', column, date, isPaired: true })),
    ...datelessTimes(profile, isRead).map(
      ({ column, date }): Oddity => ({ kind: 'no-date', column, date, isPaired: false }),
    ),
  ];
}

function repeatedIds({ columns }: TableProfile, form: Form, roles: Roles): Oddity[] {
  const ticket = roles.get('ticket');
  const repeated = columns.find(({ name }) => name === ticket?.column)?.repeated;
  if (form !== 'tickets' || ticket === undefined || repeated === undefined) return [];
  return [{ kind: 'repeated-ids', column: ticket.column, ...repeated }];
}

/** Which cannot come before which. */
const IN_ORDER: readonly (readonly [Role, Role])[] = [
  ['created', 'assigned'],
  ['created', 'accepted'],
  ['created', 'responded'],
  ['created', 'arrived'],
  ['created', 'resolved'],
  ['created', 'closed'],
  ['created', 'due'],
  ['responded', 'resolved'],
  ['resolved', 'closed'],
];

function wrongOrders({ orders }: TableProfile, roles: Roles): Oddity[] {
  return IN_ORDER.flatMap(([earlier, later]): Oddity[] => {
    const [start, end] = [roles.get(earlier)?.column, roles.get(later)?.column];
    if (start === undefined || end === undefined) return [];
    const told = orders.map((pair) => inOrder(pair, start, end)).find((found) => found !== undefined);
    return told === undefined || told.rows === 0 ? [] : [{ kind: 'end-before-start', start, end, ...told }];
  });
}

function inOrder(pair: StampOrder, start: string, end: string) {
  if (pair.first === start && pair.second === end) {
    return { rows: pair.secondEarlier, of: pair.rows, line: pair.secondEarlierLine };
  }
  if (pair.first === end && pair.second === start) {
    return { rows: pair.firstEarlier, of: pair.rows, line: pair.firstEarlierLine };
  }
  return undefined;
}

/** Of the column by which rows come in; others are quiet for reasons of their own. */
function gapsOf({ columns }: TableProfile, roles: Roles): Oddity[] {
  const column = (roles.get('at') ?? roles.get('created'))?.column;
  const stamps = columns.find(({ name }) => name === column)?.stamps;
  return (stamps?.gaps ?? []).slice(0, 3).map((gap): Oddity => ({ kind: 'gap', column: column ?? '', ...gap }));
}
