import type { BreachRef } from '../../domain/consequence.ts';
import type { ConsequenceLine } from '../../domain/consequence-figures.ts';
import type { Report } from '../../domain/report.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { heading, type Page, type Reader, tableAlone, text } from '../page.ts';
import type { Row } from '../table.ts';
import { about } from './about.ts';
import { consequenceColumns, consequenceRows } from './consequence-rows.ts';
import { bearerName } from './names.ts';
import type { View } from './view.ts';

/** The consequence record in the order of the contract; from `name` on our own, new ones only at the end. */
const FACTS: readonly Fact<ConsequenceLine>[] = [
  ['who', 'id', (line) => line.who],
  ['kind', 'text', (line) => line.kind],
  ['ladder', 'text', (line) => line.ladder],
  ['tier', 'count', (line) => line.tier],
  ['consequence', 'text', (line) => line.consequence],
  ['amount', 'count', (line) => line.amount],
  ['currency', 'text', (line) => line.currency],
  ['percent', 'percent', (line) => line.percent],
  ['at', 'utc', (line) => line.at],
  ['period', 'text', (line) => line.period || null],
  ['count', 'count', (line) => line.count],
  ['ticket', 'id', (line) => line.breach?.ticket ?? null],
  ['clock', 'text', (line) => line.breach?.clock ?? null],
  ['cycle', 'count', (line) => line.breach?.cycle ?? null],
  ['proposal', 'flag', (line) => line.proposal],
  ['name', 'text', (line) => line.name],
  ['until', 'utc', (line) => line.until],
  ['quantity', 'text', (line) => line.quantity],
  ['capped', 'count', (line) => line.capped],
  ['reward', 'text', (line) => line.reward],
  ['counted', 'text', (line) => countedText(line) || null],
  ['on_file', 'text', (line) => line.facts.map(({ what, at }) => `${what} ${at}`).join('; ') || null],
];

/** Every consequence of the period in time order: what goes on file, and what HR imports. */
export const consequences: View = {
  page: ({ report }, reader) => consequencePage(report, reader),
  records: ({ report }) => recordsOf(FACTS, report.consequences?.lines ?? []),
  hasSubject: ({ report }) => report.consequences !== undefined,
};

/** `OPS-1/resolution/1 OPS-4/resolution/1`; of very many the last, behind the number of those before: `+300`. */
function countedText({ counted, countedBefore }: ConsequenceLine): string {
  const refs = counted.map(refText);
  return (countedBefore > 0 ? [`(+${countedBefore})`, ...refs] : refs).join(' ');
}

/** As `explain` is asked for it. */
function refText({ ticket, clock, cycle }: BreachRef): string {
  return `${ticket}/${clock}/${cycle}`;
}

function consequencePage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { record, penalties } = words.consequences;
  const { consequences: figures } = report;
  const lines = figures?.lines ?? [];
  const rows = lines.flatMap((line, index): Row[] => {
    const before = lines[index - 1];
    const isSame = before?.who === line.who && before.kind === line.kind;
    return [
      ...(isSame ? [] : [{ kind: 'caption', text: bearerName(line, words) } as const]),
      ...consequenceRows([line], report.clocks, reader),
    ];
  });
  return [
    ...about(report, reader),
    heading(record.title),
    ...(lines.length > 0 ? [] : [text(figures === undefined ? penalties.noRules : penalties.none)]),
    ...tableAlone({ columns: consequenceColumns(reader), rows }),
  ];
}
