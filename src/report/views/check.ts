import type { CheckLine, CheckList } from '../../domain/check-list.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { type Page, type Reader, section, text } from '../page.ts';
import { shownPercent } from '../shares.ts';
import type { Cell } from '../table.ts';
import { about } from './about.ts';
import type { View } from './view.ts';

const FACTS: readonly Fact<CheckLine>[] = [
  ['kind', 'text', (line) => line.kind],
  ['id', 'id', (line) => line.id],
  ['kept', 'flag', (line) => line.isKept],
  ['value', 'count', (line) => line.value],
  ['unit', 'text', (line) => line.unit],
  ['numerator', 'count', (line) => line.numerator],
  ['denominator', 'count', (line) => line.denominator],
  ['condition', 'text', (line) => line.condition],
];

/** What was kept as a whole and what was not, each with the numbers behind it. */
export const check: View<CheckList> = {
  page: checkPage,
  records: ({ lines }) => recordsOf(FACTS, lines),
  whole: ({ asOf, period = null, lines, missed, unmeasured }) => ({
    schemaVersion: 1,
    asOf,
    period,
    missed,
    unmeasured,
    checks: lines.map((line) => Object.fromEntries(FACTS.map(([key, , value]) => [key, value(line)]))),
  }),
};

function checkPage(list: CheckList, reader: Reader): Page {
  const { words } = reader;
  const { lines } = list;
  return [
    ...about(list, reader),
    text(words.check.count(lines.length, list.missed, list.unmeasured)),
    ...section(words.check.title, {
      columns: [
        { key: 'id', title: words.check.what, kind: 'text' },
        { key: 'share', title: words.check.of, kind: 'text', align: 'right' },
        { key: 'value', title: words.check.is, kind: 'text', align: 'right' },
        { key: 'condition', title: words.check.condition, kind: 'text' },
        { key: 'kept', title: words.check.verdict, kind: 'text' },
      ],
      rows: lines.map((line) => cells(line, reader)),
    }),
  ];
}

/** The share that a condition names. */
function limitOf(condition: string): number | undefined {
  const limit = /(\d+(?:\.\d+)?)\s*%/.exec(condition)?.[1];
  return limit === undefined ? undefined : Number(limit);
}

function cells(line: CheckLine, { words }: Reader): Cell[] {
  const { numerator, denominator, value, unit, isKept, kind, condition } = line;
  const figure =
    unit === 'percent'
      ? words.percent(shownPercent(value ?? 0, limitOf(condition)))
      : unit === 'seconds'
        ? words.duration(value ?? 0)
        : words.count(value ?? 0);
  return [
    titleOf(line.title, line.id, words),
    numerator === null || denominator === null ? null : words.share(numerator, denominator),
    value === null ? words.unknown : figure,
    kind === 'threshold' ? words.check.mustNot(condition) : condition,
    isKept === null
      ? words.check.nothing
      : { value: isKept ? words.check.kept : words.check.missed, tone: isKept ? 'good' : 'bad' },
  ];
}
