import type { BreachLine, Report } from '../../domain/report.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { heading, type Page, type Reader, tableAlone, text, wordFor } from '../page.ts';
import type { Column, Row, Value } from '../table.ts';
import { about } from './about.ts';
import { excusedIn } from './clock-tables.ts';
import { partyName } from './names.ts';
import { remarksOn } from './remarks.ts';
import type { View } from './view.ts';

const FACTS: readonly Fact<BreachLine>[] = [
  ['ticket', 'id', (line) => line.ticket],
  ['clock', 'text', (line) => line.clock],
  ['target', 'text', (line) => line.target],
  ['cycle', 'count', (line) => line.cycle],
  ['started_at', 'utc', (line) => line.startedAt],
  ['due_at', 'utc', (line) => line.dueAt],
  ['stopped_at', 'utc', (line) => line.stoppedAt],
  ['elapsed_s', 'seconds', (line) => line.elapsed],
  ['within_s', 'seconds', (line) => line.within],
  ['over_s', 'seconds', (line) => line.over],
  ['severity', 'text', (line) => line.severity],
  ['charged_to', 'text', (line) => line.chargedTo],
  ['charged_kind', 'text', (line) => line.chargedKind],
  ['cancelled_at', 'utc', (line) => line.cancelledAt],
  ['outcome', 'text', (line) => line.outcome],
  ['excuse', 'text', (line) => line.excuse?.decision ?? null],
  ['excuse_by', 'text', (line) => line.excuse?.by ?? null],
  ['excuse_at', 'utc', (line) => line.excuse?.at ?? null],
  ['excuse_reason', 'text', (line) => line.excuse?.reason ?? null],
  ['excuse_evidence', 'text', (line) => line.excuse?.evidence || null],
  ['off_duty', 'text', (line) => line.offDuty],
];

/** Each breach behind the numbers, in the order in which the time ran out. */
export const breaches: View = {
  isMain: true,
  page: ({ report }, reader) => breachPage(report, reader),
  records: ({ report }) => recordsOf(FACTS, report.breaches),
};

function breachPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { ticket, clock, charged, severity, ranOutAt, stoppedAt, over } = words.columns;
  const open = report.clocks.reduce((sum, figures) => sum + figures.breachedOpen, 0);
  const columns: Column[] = [
    { key: 'ticket', title: ticket, kind: 'id' },
    { key: 'clock', title: clock, kind: 'text' },
    { key: 'charged', title: charged, kind: 'text' },
    { key: 'severity', title: severity, kind: 'text' },
    { key: 'due_at', title: ranOutAt, kind: 'instant' },
    { key: 'stopped_at', title: stoppedAt, kind: 'instant' },
    { key: 'over_s', title: over, kind: 'seconds' },
  ];
  const rows = report.breaches.flatMap((line): Row[] => [row(line, report, reader), ...remarksOn(line, reader)]);
  return [
    ...about(report, reader),
    heading(words.breachList.title),
    text(words.breachList.count(report.breaches.length, open, excusedIn(report.clocks))),
    ...tableAlone({ columns, rows }),
  ];
}

function row(line: BreachLine, report: Report, { words }: Reader): Value[] {
  const clock = report.clocks.find((figures) => figures.clock === line.clock);
  // A duty's missed interval never stops and yet is over.
  const over = clock?.kind === 'duty' ? words.breachList.interval : words.breachList.open;
  const unstopped = line.cancelledAt === null ? over : words.breachList.cancelled;
  return [
    line.ticket,
    clock === undefined ? line.clock : titleOf(clock.title, clock.clock, words),
    partyName(line.chargedKind, line.chargedTo, words, line.chargedName),
    line.severity === null ? null : wordFor(words.titles, line.severity),
    line.dueAt,
    line.stoppedAt ?? unstopped,
    line.over,
  ];
}
