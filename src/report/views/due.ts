import type { DueLine, DueList } from '../../domain/due-list.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { heading, type Page, type Reader, text, title, wordFor } from '../page.ts';
import type { Cell, Column, Row } from '../table.ts';
import { indented } from './clock-tables.ts';
import { partyName } from './names.ts';
import type { View } from './view.ts';

const FACTS: readonly Fact<DueLine>[] = [
  ['owner', 'text', (line) => line.owner.name || null],
  ['owner_kind', 'text', (line) => line.owner.kind],
  ['ticket', 'id', (line) => line.ticket],
  ['clock', 'text', (line) => line.clock],
  ['target', 'text', (line) => line.target || null],
  ['cycle', 'count', (line) => line.cycle],
  ['started_at', 'utc', (line) => line.startedAt],
  ['due_at', 'utc', (line) => line.dueAt],
  ['left_s', 'seconds', (line) => line.left],
  ['over_s', 'seconds', (line) => line.over],
  ['state', 'text', (line) => line.state],
  ['group', 'text', (line) => line.group.name || null],
];

/** What is overdue or due, and apart from it what waits: whoever reads it in the morning knows whom to call. */
export const due: View<DueList> = {
  page: duePage,
  records: ({ lines }) => recordsOf(FACTS, lines),
  whole: ({ asOf, timezone, within, by, lines, notListed }) => ({
    schemaVersion: 1,
    asOf,
    timezone,
    within,
    by,
    due: lines.map((line) => Object.fromEntries(FACTS.map(([key, , value]) => [key, value(line)]))),
    notListed,
  }),
};

function duePage(list: DueList, reader: Reader): Page {
  const { words, local } = reader;
  const { lines, within, notListed } = list;
  const [open, paused] = [
    lines.filter(({ state }) => state !== 'paused'),
    lines.filter(({ state }) => state === 'paused'),
  ];
  const overdue = open.filter(({ state }) => state === 'overdue').length;
  const unlisted = notListed.later + notListed.undecided + notListed.noTarget;
  const reach = within === null ? null : words.duration(within);
  return [
    title(list.policy.name),
    text(words.summary.asOf(local(Date.parse(list.asOf)), list.timezone)),
    text(words.due.count(overdue, open.length - overdue, reach, paused.length)),
    ...(unlisted === 0 ? [] : [text(words.due.notListed(notListed.later, notListed.undecided, notListed.noTarget))]),
    ...tableOf(words.inBrackets(words.due.open, words.clockDurationForm), open, list, reader, [
      [{ key: 'due_at', title: words.due.at, kind: 'instant' }, (line) => line.dueAt],
      [{ key: 'left_s', title: words.columns.wall, kind: 'clock-seconds' }, (line) => wallTime(line, reader)],
      [{ key: 'over_s', title: words.due.over, kind: 'clock-seconds' }, (line) => line.over],
    ]),
    ...tableOf(words.due.paused, paused, list, reader, [
      [{ key: 'started_at', title: words.proof.started, kind: 'instant' }, (line) => line.startedAt],
    ]),
  ];
}

type Detail = readonly [column: Column, cell: (line: DueLine) => Cell];

/** Under each group its lines; grouped by anything but the owner, the owner has a column of its own. */
function tableOf(
  caption: string,
  lines: readonly DueLine[],
  { by }: DueList,
  reader: Reader,
  more: readonly Detail[],
): Page {
  const { words } = reader;
  if (lines.length === 0) return [];
  const name = ({ kind, name: known, title: own }: DueLine['owner']) => partyName(kind, known, words, own);
  const group = words.asTitle(wordFor(words.fields, by));
  const details: Detail[] = [
    [{ key: 'ticket', title: words.list([group, words.columns.ticket]), kind: 'id' }, (line) => indented(line.ticket)],
    [{ key: 'clock', title: words.columns.clock, kind: 'text' }, ({ title: own, clock }) => titleOf(own, clock, words)],
    ...(by === 'owner'
      ? []
      : [
          [
            { key: 'owner', title: words.asTitle(words.fields.owner), kind: 'text' },
            (line) => name(line.owner),
          ] satisfies Detail,
        ]),
    ...more,
  ];
  const rows = lines.flatMap((line, index): Row[] => {
    const before = lines[index - 1];
    const isNew = before?.group.name !== line.group.name || before.group.kind !== line.group.kind;
    return [
      ...(isNew ? [{ kind: 'caption', text: name(line.group) } as const] : []),
      details.map(([, cell]) => cell(line)),
    ];
  });
  return [heading(caption), { kind: 'table', table: { columns: details.map(([column]) => column), rows } }];
}

/** `in 0:25:00`, `1:00:00 ago`; the latter deserves the eye. */
function wallTime({ left, state }: DueLine, { words }: Reader): Cell {
  if (left === null) return null;
  if (state === 'overdue') return { value: words.due.ago(words.clockDuration(-left)), tone: 'bad' };
  return words.due.in(words.clockDuration(left));
}
