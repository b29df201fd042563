import type { ConsequenceLine } from '../../domain/consequence-figures.ts';
import type { RewardLine } from '../../domain/consequence-rules.ts';
import type { Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { consequenceName, stepText, sumText, worthText } from '../consequence-words.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { heading, type Page, type Reader, tableAlone, text } from '../page.ts';
import type { Column, Row } from '../table.ts';
import { about } from './about.ts';
import { indented } from './clock-tables.ts';
import { bearerName } from './names.ts';
import type { View } from './view.ts';

const FACTS: readonly Fact<ConsequenceLine>[] = [
  ['who', 'id', (line) => line.who],
  ['name', 'text', (line) => line.name],
  ['kind', 'text', (line) => line.kind],
  ['reward', 'text', (line) => line.reward],
  ['consequence', 'text', (line) => line.consequence],
  ['amount', 'count', (line) => line.amount],
  ['currency', 'text', (line) => line.currency],
  ['percent', 'percent', (line) => line.percent],
  ['period', 'text', (line) => line.period],
  ['at', 'utc', (line) => line.at],
  ['proposal', 'flag', (line) => line.proposal],
];

/** What those get who met the line, and which line it was. */
export const rewards: View = {
  page: ({ report }, reader) => rewardPage(report, reader),
  records: ({ report }) => recordsOf(FACTS, given(report)),
  hasSubject: ({ report }) => report.consequences !== undefined,
};

function given({ consequences: figures }: Report): ConsequenceLine[] {
  return (figures?.lines ?? []).filter(({ family }) => family === 'reward');
}

function rewardPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { rewards: captions, penalties, columns, kinds } = words.consequences;
  const lines = given(report);
  const none = report.consequences === undefined ? penalties.noRules : penalties.none;
  const head: Column[] = [
    { key: 'who', title: columns.who, kind: 'text' },
    { key: 'reward', title: columns.reward, kind: 'text' },
    { key: 'consequence', title: columns.consequence, kind: 'text' },
    { key: 'amount', title: columns.amount, kind: 'money' },
  ];
  const totals = (report.consequences?.totals ?? []).flatMap(({ kind, sums }) => {
    const own = sums.filter(({ family }) => family === 'reward');
    if (kind === 'customer' || own.length === 0) return [];
    return [text(words.labelled(kinds[kind], words.clauses(own.map((sum) => sumText(sum, words)))))];
  });
  return [
    ...about(report, reader),
    heading(captions.title),
    ...(lines.length > 0 ? [] : [text(none)]),
    ...tableAlone({ columns: head, rows: lines.flatMap((line, index) => rows(line, lines[index - 1], words)) }),
    ...(totals.length === 0 ? [] : [heading(words.consequences.compensation.sums), ...totals]),
  ];
}

/** What one reward gives to one of them stands together, under the line that was met. */
function rows(line: ConsequenceLine, before: ConsequenceLine | undefined, words: Catalogue): Row[] {
  const isSame =
    before?.who === line.who && before.kind === line.kind && before.reward === line.reward && before.at === line.at;
  const cells = [
    isSame ? null : bearerName(line, words),
    isSame ? null : stepText(line, words),
    consequenceName(line, words),
    worthText(line, words) || null,
  ];
  if (isSame || line.lines.length === 0) return [cells];
  const met = words.consequences.rewards.because(lineTexts(line, words));
  return [cells, { kind: 'note', text: indented(words.clauses([words.consequences.within(line.period), met])) }];
}

/** What had to be reached. */
export function lineTexts({ lines }: ConsequenceLine, words: Catalogue): string {
  return words.list(lines.map((line) => lineText(line, words)));
}

function lineText({ figure, operator, value }: RewardLine, words: Catalogue): string {
  const { figures, line } = words.consequences.rewards;
  return line(figures[figure], operator, figure === 'attainment' ? words.percent(value) : words.count(value));
}
